//! Where the choice between two options turns: the inputs, alone and as a box, with which the other one is better.
//!
//! It is looked for where the option that is better in fewer futures is better. One input alone is a limit at which two
//! kinds of futures part best, by the correlation between lying on one side and being such a future (the phi coefficient);
//! the box is that of [`crate::analysis::discovery`], found among at most [`SEARCHED`] futures.

use super::compared::Compared;
use super::drawn::{DrawnId, DrawnInput};
use super::futures::Futures;
use crate::analysis::discovery::{self, Count, DiscoveredBox, FEWEST_CASES, Variable};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::analysis::monte_carlo::NotDrawn;
use crate::model::Preference;
use crate::uncertainty::distribution::Distribution;
use rayon::prelude::*;
use std::sync::OnceLock;
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

/// What of an input a box is looked for in.
struct Searched {
    /// Its values in these futures.
    values: Vec<f64>,
    /// The values that there are, where they are a few choices; else none.
    choices: Vec<f64>,
}

impl Searched {
    fn new(drawn: &DrawnInput, values: &[f64], within: &[usize]) -> Self {
        let choices = drawn.input.range.as_ref().and_then(Distribution::choices);
        let choices = choices.iter().flatten().map(|(choice, _)| *choice).collect();
        Self { values: within.iter().map(|future| values[*future]).collect(), choices }
    }
}

/// Where a turn is looked for.
struct Search<'a> {
    futures: &'a Futures,
    /// Futures that a box is looked for in.
    within: Vec<usize>,
    /// The inputs in these, once a choice was seen to turn.
    inputs: TiVec<DrawnId, OnceLock<Searched>>,
    interrupt: Interrupt<'a>,
}

/// Where the choice turns, for each pair and metric.
pub(super) fn all(
    futures: &Futures,
    preferences: &[Preference],
    compared: &Compared,
    interrupt: Interrupt<'_>,
) -> Result<Vec<Turn>, NotDrawn> {
    // So many of each design, for its first points are spread evenly.
    let designs = futures.designs();
    let most = SEARCHED / designs.len().max(1);
    let within = designs.into_iter().flat_map(|design| design.take(most)).collect();
    let inputs = futures.drawn.iter().map(|_| OnceLock::new()).collect();
    let search = Search { futures, within, inputs, interrupt };
    let pairs = compared.pairs.len();
    let wanted: Vec<(usize, usize)> =
        (0..preferences.len()).flat_map(|place| (0..pairs).map(move |pair| (place, pair))).collect();
    let one = |(place, pair): &(usize, usize)| {
        interrupt.check()?;
        let (one, other) = compared.pairs[*pair];
        let better = compared.better[*place][*pair];
        let turning = search.turning(&preferences[*place], (*place, one, other), better)?;
        Ok(Turn { one, other, preference: *place, better: better.unwrap_or_default(), turning })
    };
    wanted.par_iter().map(one).collect()
}

impl Search<'_> {
    fn turning(
        &self,
        preference: &Preference,
        (place, one, other): (usize, usize, usize),
        better: Option<[u64; 3]>,
    ) -> Result<Turning, Interrupted> {
        let futures = self.futures;
        let values = futures.of_preference(one, place).zip(futures.of_preference(other, place));
        let Some(((a, b), [first, second, _])) = values.zip(better) else { return Ok(Turning::NotComparable) };
        if first + second == 0 {
            return Ok(Turning::Same);
        }
        let rarer_is_one = first < second;
        if first.min(second) < FEWEST_CASES {
            return Ok(Turning::Never { one: !rarer_is_one });
        }
        let is = |future: usize| {
            let (a, b) = (a[future], b[future]);
            if rarer_is_one { preference.is_better(a, b) } else { preference.is_better(b, a) }
        };
        let is: Vec<bool> = (0..futures.count).map(is).collect();
        let reaching = futures.reaching(&[one, other], place);
        let mut single: Vec<SingleLimit> = reaching
            .iter()
            .filter_map(|input| limit(*input, futures.values_of(*input), futures.order_of(*input), &is))
            .filter(|limit| limit.score >= TELLING)
            .collect();
        single.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.input.cmp(&b.input)));
        let variable = |input: DrawnId| {
            let new = || Searched::new(&futures.drawn[input], futures.values_of(input), &self.within);
            let Searched { values, choices } = self.inputs[input].get_or_init(new);
            (input, Variable { values, choices })
        };
        let variables: Vec<(DrawnId, Variable<'_>)> = reaching.into_iter().map(variable).collect();
        let flags: Vec<bool> = self.within.iter().map(|future| is[*future]).collect();
        let found = discovery::box_of(&variables, &flags, ALPHA, self.interrupt)?;
        Ok(Turning::Turns { one: rarer_is_one, single, found })
    }
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
