//! Where the choice between two options turns: the inputs, alone and as a box, with which the other one is better.
//!
//! It is looked for where the option that is better in fewer futures is better. One input alone is a limit at which two
//! kinds of futures part best, by the correlation between lying on one side and being such a future (the phi coefficient);
//! the box is that of [`crate::analysis::discovery`], found among at most [`SEARCHED`] futures.

use super::drawn::{DrawnId, DrawnInput};
use super::futures::{Futures, pairs};
use crate::analysis::discovery::{self, Count, DiscoveredBox, FEWEST_CASES, Variable};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::analysis::monte_carlo::NotDrawn;
use crate::model::Preference;
use crate::uncertainty::distribution::Distribution;
use rayon::prelude::*;
use typed_index_collections::TiVec;

/// Futures that a box is looked for in.
pub const SEARCHED: usize = 4_096;

/// The share of futures that a peel gives up.
const ALPHA: f64 = 0.05;

/// The least correlation of a limit that is worth telling.
pub const TELLING: f64 = 0.1;

/// Two options and a metric.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Turn {
    /// The one option.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// The metric of interest, by its place.
    pub preference: usize,
    /// Futures in which the one is better, the other is, and neither.
    pub better: [u64; 3],
    /// What was found.
    pub turning: Turning,
}

/// Where a choice turns.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Turning {
    /// An option lacks the metric.
    NotComparable,
    /// Neither is better in any future.
    Same,
    /// One option is better in (nearly) all futures in which they differ, or never worse; it is the first of the pair, or
    /// the second.
    Never {
        /// Whether that is the first.
        one: bool,
    },
    /// The choice turns.
    Turns {
        /// Whether the option that is better in fewer futures is the first of the pair.
        one: bool,
        /// Inputs that alone tell where, the most telling first.
        single: Vec<SingleLimit>,
        /// The box in which it is better; absent where none tells.
        found: Option<DiscoveredBox<DrawnId>>,
    },
}

/// A limit of one input on one side of which the option is better that is better in fewer futures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SingleLimit {
    /// The input.
    pub input: DrawnId,
    /// The limit, in base units.
    pub limit: f64,
    /// Whether the option is better above it.
    pub above: bool,
    /// The share of the futures on that side in which it is better.
    pub density: f64,
    /// The share of all futures in which it is better that lie on that side.
    pub coverage: f64,
    /// How well the limit parts the futures, up to 1.
    pub score: f64,
}

/// What is known of an input before any pair is looked at.
struct Searched<'a> {
    /// The futures in ascending order of its values.
    order: Vec<u32>,
    /// Its values in the futures that a box is looked for in.
    values: Vec<f64>,
    /// The values that there are, where they are a few choices; else none.
    choices: Vec<f64>,
    all: &'a [f64],
}

impl<'a> Searched<'a> {
    fn new(drawn: &DrawnInput, all: &'a [f64], futures: &[usize]) -> Self {
        let mut order: Vec<u32> = (0..u32::try_from(all.len()).unwrap_or(u32::MAX)).collect();
        order.sort_unstable_by(|a, b| all[*a as usize].total_cmp(&all[*b as usize]).then(a.cmp(b)));
        let choices = drawn.input.range.as_ref().and_then(Distribution::choices);
        let choices = choices.iter().flatten().map(|(choice, _)| *choice).collect();
        Self { order, values: futures.iter().map(|future| all[*future]).collect(), choices, all }
    }
}

/// Where the choice turns, for each pair and metric.
pub(super) fn all(
    futures: &Futures,
    preferences: &[Preference],
    interrupt: Interrupt<'_>,
) -> Result<Vec<Turn>, NotDrawn> {
    let pairs = pairs(futures.options());
    let wanted: Vec<(usize, usize, usize)> =
        (0..preferences.len()).flat_map(|place| pairs.iter().map(move |(one, other)| (place, *one, *other))).collect();
    // So many of each design, for its first points are spread evenly.
    let designs = futures.designs();
    let most = SEARCHED / designs.len().max(1);
    let within: Vec<usize> = designs.into_iter().flat_map(|design| design.take(most)).collect();
    let inputs: Vec<DrawnId> = futures.drawn.keys().collect();
    let inputs: Vec<Searched<'_>> = inputs
        .into_par_iter()
        .map(|input| Searched::new(&futures.drawn[input], futures.values_of(input), &within))
        .collect();
    let inputs: TiVec<DrawnId, Searched<'_>> = inputs.into();
    let one = |(place, one, other): &(usize, usize, usize)| {
        interrupt.check()?;
        Ok(turn(futures, &preferences[*place], (*place, *one, *other), (&inputs, &within), interrupt)?)
    };
    wanted.par_iter().map(one).collect()
}

fn turn(
    futures: &Futures,
    preference: &Preference,
    (place, one, other): (usize, usize, usize),
    (inputs, within): (&TiVec<DrawnId, Searched<'_>>, &[usize]),
    interrupt: Interrupt<'_>,
) -> Result<Turn, Interrupted> {
    let told = |better: [u64; 3], turning: Turning| Turn { one, other, preference: place, better, turning };
    let values = futures.of_preference(one, place).zip(futures.of_preference(other, place));
    let Some((a, b)) = values else { return Ok(told([0; 3], Turning::NotComparable)) };
    let whole = futures.is_finite(one, place) && futures.is_finite(other, place);
    let better = counted((a, b), preference, whole);
    let [first, second, _] = better;
    if first + second == 0 {
        return Ok(told(better, Turning::Same));
    }
    let rarer_is_one = first < second;
    if first.min(second) < FEWEST_CASES {
        return Ok(told(better, Turning::Never { one: !rarer_is_one }));
    }
    let is = |future: usize| {
        let (a, b) = (a[future], b[future]);
        if rarer_is_one { preference.is_better(a, b) } else { preference.is_better(b, a) }
    };
    let is: Vec<bool> = (0..futures.count).map(is).collect();
    let reaching = futures.reaching(&[one, other], place);
    let mut single: Vec<SingleLimit> = reaching
        .iter()
        .filter_map(|input| limit(*input, inputs[*input].all, &inputs[*input].order, &is))
        .filter(|limit| limit.score >= TELLING)
        .collect();
    single.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.input.cmp(&b.input)));
    let variables: Vec<(DrawnId, Variable<'_>)> = reaching
        .into_iter()
        .map(|input| (input, Variable { values: &inputs[input].values, choices: &inputs[input].choices }))
        .collect();
    let flags: Vec<bool> = within.iter().map(|future| is[*future]).collect();
    let found = discovery::box_of(&variables, &flags, ALPHA, interrupt)?;
    Ok(told(better, Turning::Turns { one: rarer_is_one, single, found }))
}

/// Futures in which the one is better, the other is, and neither.
fn counted((a, b): (&[f64], &[f64]), preference: &Preference, whole: bool) -> [u64; 3] {
    let pairs = || a.iter().zip(b);
    let [first, second] = if whole {
        // Sums of comparisons alone: these the compiler puts into lanes.
        let greater: u64 = pairs().map(|(a, b)| u64::from(a > b)).sum();
        let less: u64 = pairs().map(|(a, b)| u64::from(a < b)).sum();
        if preference.more { [greater, less] } else { [less, greater] }
    } else {
        let first: u64 = pairs().map(|(a, b)| u64::from(preference.is_better(*a, *b))).sum();
        let second: u64 = pairs().map(|(a, b)| u64::from(preference.is_better(*b, *a))).sum();
        [first, second]
    };
    [first, second, a.len() as u64 - first - second]
}

/// The limit of one input that parts the futures best; half-way between two values.
pub(super) fn limit(input: DrawnId, values: &[f64], order: &[u32], is: &[bool]) -> Option<SingleLimit> {
    let all = Count::of(is);
    let mut below = Count::default();
    let mut best: Option<(f64, SingleLimit)> = None;
    for pair in order.windows(2) {
        let (this, next) = (pair[0] as usize, pair[1] as usize);
        below = Count { samples: below.samples + 1, fails: below.fails + u64::from(is[this]) };
        if values[this].total_cmp(&values[next]).is_eq() {
            continue;
        }
        let score = below.score(all);
        if best.as_ref().is_none_or(|(found, _)| score.abs() > *found) {
            let above = Count { samples: all.samples - below.samples, fails: all.fails - below.fails };
            let side = if score < 0.0 { above } else { below };
            let limit = SingleLimit {
                input,
                limit: f64::midpoint(values[this], values[next]),
                above: score < 0.0,
                density: side.density(),
                coverage: Count { samples: all.fails, fails: side.fails }.density(),
                score: score.abs(),
            };
            best = Some((score.abs(), limit));
        }
    }
    best.map(|(_, limit)| limit)
}
