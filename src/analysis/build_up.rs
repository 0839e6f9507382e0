//! How a force builds up: strength over time, day by day, and when it reaches what is required.
//!
//! A small model in steps of one day. Nobody is there until the preparation is over and the first units have arrived,
//! all on one day; they prepare the ground for a while, in which nobody else comes; then personnel arrive evenly until
//! the proposed force, or the cap if that is smaller, is there. Nobody leaves, no unit waits for another, and no port
//! or railway is too small. Fast and slow are percentiles: on each day the force is larger than in the slow case in 95 of a
//! hundred samples, and larger than in the fast one in 5 of them. Where it is known from whom tours are filled,
//! [`SustainedForce`] says in the central case what becomes of the force when its posts are to be filled again and again. Knows
//! nothing of which inputs these are.

use super::monte_carlo::MonteCarlo;
use super::pool::Pool;
use super::sizing::Sizing;
use crate::model::{Assessment, BuildUpParts, InputId, MetricId, Referent};
use crate::quantity::whole;
use crate::uncertainty::summary::percentiles;
use rayon::prelude::*;

/// Days of a year, as in [`crate::quantity::unit`].
pub const DAYS: f64 = 365.0;

/// Days after which the search for an end is given up.
pub const LONGEST: usize = 3_650;

/// A build-up in three cases, with what is to be reached.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BuildUp {
    /// The proposed force.
    pub force: f64,
    /// Where the build-up ends in the central case because no more can be kept there.
    pub cap: Option<f64>,
    /// The 95th percentile of the strength on each day; the central case where no sample moves it.
    pub fast: Case,
    /// At the central case.
    pub central: Case,
    /// The 5th percentile.
    pub slow: Case,
    /// What those who fill the posts can keep up, in the central case.
    pub kept: Option<SustainedForce>,
    /// What is to be reached: the proposed force first, then each method that has a number.
    pub targets: Vec<Target>,
}

/// The force as its contributors can keep it up: every post is filled for as many tours as the pool has soldiers for all
/// of them; then only the posts for which somebody has not gone yet; and those that can be kept indefinitely as soon as the
/// first are back from their time at home. Posts end in the order in which they were filled.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SustainedForce {
    /// From whom tours are filled.
    pub pool: Pool,
    /// The force that is to be kept, where it is larger than the pool can keep indefinitely.
    pub beyond: Option<f64>,
    /// Strength over time.
    pub case: Case,
    /// Whether and when the proposed force is there.
    pub proposed: Reached,
    /// Whether and when the force that can be kept indefinitely is there.
    pub sustainable: Reached,
    /// The last day at whose end the proposed force is still there, where it is reached at all and not indefinitely.
    pub full_until: Option<usize>,
}

/// Strength over time.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Case {
    /// Day on which the first units arrive.
    pub first: f64,
    /// Day on which the stream of the others begins.
    pub stream: f64,
    /// Strength at the end of each day, from day 0 on; constant after the last.
    pub strength: Vec<f64>,
    /// Whether it is over within [`LONGEST`] days.
    pub ends: bool,
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Target {
    /// Position of the method; none for the proposed force.
    pub method: Option<usize>,
    /// Personnel required, in the central case of the method.
    pub required: f64,
    /// Other forces that the method counts, which stand there already: the rest is this force's to reach.
    pub others: f64,
    /// In the fast, the central and the slow case.
    pub reached: [Reached; 3],
    /// With those who can be sent, in the central case.
    pub kept: Option<Reached>,
}

/// Whether and when.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Reached {
    /// The first day at whose end the strength is there, and the personnel-days short until then.
    Day {
        /// Counted from the decision.
        day: usize,
        /// Personnel short, summed over the days.
        gap: f64,
    },
    /// The build-up ends below it, by so many personnel.
    Below(f64),
    /// Not within [`LONGEST`] days.
    TooLong,
}

/// Builds up the proposed force; nothing where the scenario does not give enough.
#[must_use]
pub fn run(assessment: &Assessment, sizing: &Sizing, samples: Option<&MonteCarlo>) -> Option<BuildUp> {
    let parts = assessment.roles.build_up.as_ref()?;
    let force = assessment.calculation.inputs[parts.force].value;
    let central = step(&CaseInputs::of(assessment, parts, force, None));
    let (fast, slow) = samples
        .and_then(|samples| spread(assessment, parts, force, samples))
        .unwrap_or_else(|| (central.clone(), central.clone()));
    let kept = keep(assessment, parts, &central, force);
    // A method that does not count this force asks nothing of it.
    let required = sizing.requirements.iter().filter_map(|requirement| {
        let others = assessment.roles.methods[requirement.method].others(parts.force)?;
        let others = others.iter().map(|input| assessment.calculation.inputs[*input].value).sum();
        requirement.personnel.as_ref().ok().map(|found| (Some(requirement.method), found.central, others))
    });
    let targets = [(None, force, 0.0)].into_iter().chain(required).map(|(method, required, others): (_, f64, f64)| {
        let own = (required - others).max(0.0);
        Target {
            method,
            required,
            others,
            reached: [&fast, &central, &slow].map(|case| reach(case, own)),
            kept: kept.as_ref().map(|kept| reach(&kept.case, own)),
        }
    });
    let targets = targets.collect();
    let cap = cap(assessment, parts, None).filter(|cap| *cap < force);
    Some(BuildUp { force, cap, fast, central, slow, kept, targets })
}

/// What a case is computed from, in days and personnel.
struct CaseInputs {
    first: f64,
    stream: f64,
    initial: f64,
    per_day: f64,
    ceiling: f64,
}

/// A sample by its position.
type Sampled<'a> = Option<(&'a MonteCarlo, usize)>;

impl CaseInputs {
    /// The central case, or that of a sample.
    fn of(assessment: &Assessment, parts: &BuildUpParts, force: f64, sampled: Sampled<'_>) -> Self {
        let value = |at: InputId| value(assessment, at, sampled);
        let days = |at: Option<InputId>| at.map_or(0.0, |at| DAYS * value(at));
        // A time given in days is so many days, also where years in between made it a little more.
        let first = whole::snapped(days(parts.preparation) + days(parts.first_arrival));
        let ceiling = cap(assessment, parts, sampled).map_or(force, |cap| cap.min(force));
        Self {
            first,
            stream: whole::snapped(first + days(parts.enabling)),
            initial: parts.initial_force.map_or(0.0, value),
            per_day: value(parts.rate) / DAYS,
            ceiling,
        }
    }

    /// The strength at the end of a day: what [`step`] comes to, at once.
    fn strength(&self, day: f64) -> f64 {
        let initial = if day >= self.first { self.initial } else { 0.0 };
        (initial + self.per_day * (day - self.stream).max(0.0)).min(self.ceiling)
    }

    /// The day on which the build-up ends; infinite where it never does.
    fn last_day(&self) -> f64 {
        let rest = (self.ceiling - self.initial).max(0.0);
        if rest > 0.0 { self.stream + rest / self.per_day } else { self.first }
    }
}

/// An input's central value, or its value in a sample.
fn value(assessment: &Assessment, at: InputId, sampled: Sampled<'_>) -> f64 {
    let drawn = sampled.and_then(|(samples, sample)| samples.input(at, sample));
    drawn.unwrap_or(assessment.calculation.inputs[at].value)
}

fn cap(assessment: &Assessment, parts: &BuildUpParts, sampled: Sampled<'_>) -> Option<f64> {
    let found = match (parts.cap.as_ref()?, sampled) {
        (Referent::Input(input), _) => value(assessment, *input, sampled),
        (Referent::Metric(metric), None) => assessment.calculation.metrics[*metric].value,
        (Referent::Metric(metric), Some((drawn, at))) => drawn.value(*metric, at),
        (Referent::Members(_), _) => return None,
    };
    (!found.is_nan()).then(|| found.max(0.0))
}

/// Samples of each independent design that the band over time is made of.
const OF_EACH_DESIGN: usize = 256;

/// The 95th and the 5th percentile of the strength on each day; nothing where no sample moves it.
fn spread(assessment: &Assessment, parts: &BuildUpParts, force: f64, samples: &MonteCarlo) -> Option<(Case, Case)> {
    let moves = parts.inputs().iter().any(|input| samples.uncertain.contains(input))
        || matches!(parts.cap, Some(Referent::Metric(metric)) if samples.range(metric).is_some());
    if !moves || samples.kept() == 0 {
        return None;
    }
    let cases: Vec<CaseInputs> = samples
        .first_of_each_design(OF_EACH_DESIGN)
        .map(|sample| CaseInputs::of(assessment, parts, force, Some((samples, sample))))
        .collect();
    let of_all = |of: &dyn Fn(&CaseInputs) -> f64, share: f64| {
        percentiles(&cases.iter().map(of).collect::<Vec<f64>>(), &[share])[0]
    };
    // The day from which on a share of the samples are over: a sample's own, since a day between two would be too early
    // for the later one.
    let mut over: Vec<f64> = cases.iter().map(|case| case.last_day().min(number(LONGEST + 1))).collect();
    over.sort_by(f64::total_cmp);
    let over_by = |share: f64| over[day_of(whole::ceil(share * number(over.len() - 1)))];
    let (first_over, last_over) = (over_by(0.05), over_by(0.95));
    let is_over = |day: f64| day <= number(LONGEST);
    let days = if is_over(last_over) { day_of(whole::ceil(last_over)) } else { LONGEST };
    let by_day = (0..=days).into_par_iter().map(|day| {
        let strengths: Vec<f64> = cases.iter().map(|case| case.strength(number(day))).collect();
        let found = percentiles(&strengths, &[0.05, 0.95]);
        (found[1], found[0])
    });
    let (fast, slow) = by_day.unzip();
    let case = |share: f64, strength: Vec<f64>, ends: bool| Case {
        first: of_all(&|case| case.first, share),
        stream: of_all(&|case| case.stream, share),
        strength,
        ends,
    };
    Some((case(0.05, fast, is_over(first_over)), case(0.95, slow, is_over(last_over))))
}

/// Day after day until nobody else comes.
fn step(course: &CaseInputs) -> Case {
    let mut now = if course.first <= 0.0 { course.initial.min(course.ceiling) } else { 0.0 };
    let mut strength = vec![now];
    let mut morning = 0.0;
    while strength.len() <= LONGEST && now < course.ceiling {
        let evening = morning + 1.0;
        if morning < course.first && course.first <= evening {
            now += course.initial;
        }
        let streaming = (evening - course.stream.max(morning)).clamp(0.0, 1.0);
        now = (now + streaming * course.per_day).min(course.ceiling);
        // The last few are rounding's.
        if course.ceiling - now <= 1e-9 * course.ceiling {
            now = course.ceiling;
        }
        strength.push(now);
        morning = evening;
    }
    Case { first: course.first, stream: course.stream, ends: strength.len() <= LONGEST, strength }
}

/// What becomes of a build-up whose posts are filled from a pool.
fn keep(assessment: &Assessment, parts: &BuildUpParts, built: &Case, force: f64) -> Option<SustainedForce> {
    let parts = parts.pool?;
    let value = |metric: MetricId| assessment.calculation.metrics[metric].value;
    let pool = Pool {
        size: value(parts.available),
        factor: value(parts.factor),
        tour: assessment.calculation.inputs[parts.tour].value,
    };
    let top = built.strength.last().copied().filter(|_| pool.is_proper())?;
    let good = pool.sustainable();
    let short = top > good * (1.0 + 1e-9);
    let mut case = built.clone();
    if short {
        let (tours, left) = (pool.tours(top), pool.left(top));
        let (ends, back) = (DAYS * tours * pool.tour, DAYS * pool.factor * pool.tour);
        let (ends, back) = (whole::snapped(ends), whole::snapped(back));
        let days = built.strength.len() + day_of(whole::ceil(back));
        let at = |day: usize| {
            let now = number(day);
            let over = (built.between(now - ends) - left).max(0.0);
            built.at(day) - over + (built.between(now - back).min(good) - left).max(0.0)
        };
        case.strength = (0..days).map(at).collect();
    }
    let proposed = reach(&case, force);
    let there = |strength: &f64| *strength >= force * (1.0 - 1e-9);
    let full_until = case.strength.iter().rposition(there).filter(|_| short);
    Some(SustainedForce {
        pool,
        beyond: short.then_some(top),
        proposed,
        sustainable: reach(&case, good.min(force)),
        full_until,
        case,
    })
}

/// The day within which a time lies, at most [`LONGEST`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and LONGEST")]
fn day_of(time: f64) -> usize {
    time.clamp(0.0, number(LONGEST)) as usize
}

fn number(day: usize) -> f64 {
    f64::from(u32::try_from(day).unwrap_or(u32::MAX))
}

fn reach(case: &Case, required: f64) -> Reached {
    let enough = required * (1.0 - 1e-9);
    if let Some(day) = case.strength.iter().position(|strength| *strength >= enough) {
        let days = case.strength[..=day].windows(2);
        let short = days.map(|pair| (required - f64::midpoint(pair[0], pair[1].min(required))).max(0.0));
        return Reached::Day { day, gap: short.sum() };
    }
    // A build-up that was given up has not ended.
    let most = case.strength.iter().copied().reduce(f64::max).filter(|_| case.ends);
    most.map_or(Reached::TooLong, |most| Reached::Below(required - most))
}

impl Case {
    /// Strength at the end of a day.
    #[must_use]
    pub fn at(&self, day: usize) -> f64 {
        self.strength.get(day).or(self.strength.last()).copied().unwrap_or_default()
    }

    /// Strength at a time between two days; nobody before the first.
    fn between(&self, time: f64) -> f64 {
        if time < 0.0 {
            return 0.0;
        }
        let day = day_of(time);
        let share = (time - number(day)).min(1.0);
        self.at(day) + share * (self.at(day + 1) - self.at(day))
    }
}

impl Target {
    /// What this force has to reach.
    #[must_use]
    pub fn own(&self) -> f64 {
        (self.required - self.others).max(0.0)
    }
}

impl Reached {
    /// The day, if there is one.
    #[must_use]
    pub fn day(&self) -> Option<usize> {
        match self {
            Self::Day { day, .. } => Some(*day),
            _ => None,
        }
    }

    /// The personnel-days short, if it is reached.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        match self {
            Self::Day { gap, .. } => Some(*gap),
            _ => None,
        }
    }
}
