//! How a force builds up: strength over time, day by day, and when it reaches what is required.
//!
//! A small model in steps of one day. Nobody is there until the preparation is over and the first units have arrived,
//! all on one day; they prepare the ground for a while, in which nobody else comes; then personnel arrive evenly until
//! the proposed force, or the cap if that is smaller, is there. Nobody leaves, no unit waits for another, and no port
//! or railway is too small. The fast and the slow case take every input at its favourable or its unfavourable end at
//! once, but for the proposed force: they enclose, and are no percentiles. Knows nothing of which inputs these are.

use super::sizing::Sizing;
use crate::model::{Assessment, BuildUpParts, Input, Referent};

/// Days of a year, as in [`crate::quantity::unit`].
const DAYS: f64 = 365.0;

/// Days after which the search for an end is given up.
pub const LONGEST: usize = 3_650;

/// A build-up in three cases, with what is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildUp {
    /// The proposed force.
    pub force: f64,
    /// Where the build-up ends in the central case because no more can be kept there.
    pub cap: Option<f64>,
    /// Every input at its favourable end.
    pub fast: Case,
    /// At the central case.
    pub central: Case,
    /// Every input at its unfavourable end.
    pub slow: Case,
    /// What is to be reached: the proposed force first, then each method that has a number.
    pub targets: Vec<Target>,
}

/// Strength over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Day on which the first units arrive.
    pub first: f64,
    /// Day on which the stream of the others begins.
    pub stream: f64,
    /// Strength at the end of each day, from day 0 on; constant after the last.
    pub strength: Vec<f64>,
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Position of the method; none for the proposed force.
    pub method: Option<usize>,
    /// Personnel required, in the central case of the method.
    pub required: f64,
    /// In the fast, the central and the slow case.
    pub reached: [Reached; 3],
}

/// Whether and when.
#[derive(Clone, Copy, Debug, PartialEq)]
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
pub fn run(assessment: &Assessment, sizing: &Sizing) -> Option<BuildUp> {
    let parts = assessment.build_up.as_ref()?;
    let force = assessment.inputs[parts.force].value;
    let case = |pick: Pick| step(&Course::of(assessment, parts, force, pick));
    let (fast, central, slow) = (case(Pick::Fast), case(Pick::Central), case(Pick::Slow));
    let required = sizing.requirements.iter().filter_map(|requirement| {
        requirement.personnel.as_ref().ok().map(|range| (Some(requirement.method), range.central))
    });
    let targets = [(None, force)].into_iter().chain(required).map(|(method, required)| Target {
        method,
        required,
        reached: [&fast, &central, &slow].map(|case| reach(case, required)),
    });
    let targets = targets.collect();
    let cap = cap(assessment, parts, Pick::Central).filter(|cap| *cap < force);
    Some(BuildUp { force, cap, fast, central, slow, targets })
}

/// Which ends of ranges a case takes.
#[derive(Clone, Copy, PartialEq)]
enum Pick {
    Fast,
    Central,
    Slow,
}

/// What a case is computed from, in days and personnel.
struct Course {
    first: f64,
    stream: f64,
    initial: f64,
    per_day: f64,
    ceiling: f64,
}

impl Course {
    fn of(assessment: &Assessment, parts: &BuildUpParts, force: f64, pick: Pick) -> Self {
        let input = |at: usize| &assessment.inputs[at];
        let days = |at: Option<usize>| at.map_or(0.0, |at| DAYS * end(input(at), pick, false));
        let first = days(parts.preparation) + days(parts.first_arrival);
        let ceiling = cap(assessment, parts, pick).map_or(force, |cap| cap.min(force));
        Self {
            first,
            stream: first + days(parts.enabling),
            initial: parts.initial_force.map_or(0.0, |at| end(input(at), pick, true)),
            per_day: end(input(parts.rate), pick, true) / DAYS,
            ceiling,
        }
    }
}

/// An end of an input's range; `more_is_faster` says which is favourable.
fn end(input: &Input, pick: Pick, more_is_faster: bool) -> f64 {
    let interval = input.interval();
    match pick {
        Pick::Central => input.value,
        _ if (pick == Pick::Fast) == more_is_faster => interval.high,
        _ => interval.low,
    }
}

fn cap(assessment: &Assessment, parts: &BuildUpParts, pick: Pick) -> Option<f64> {
    let found = match parts.cap.as_ref()? {
        Referent::Input(input) => end(&assessment.inputs[*input], pick, true),
        Referent::Metric(metric) => {
            let metric = &assessment.metrics[*metric];
            match pick {
                Pick::Fast => metric.bounds.high,
                Pick::Central => metric.value,
                Pick::Slow => metric.bounds.low,
            }
        }
        Referent::Members(_) => return None,
    };
    (!found.is_nan()).then(|| found.max(0.0))
}

/// Day after day until nobody else comes.
fn step(course: &Course) -> Case {
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
    Case { first: course.first, stream: course.stream, strength }
}

fn reach(case: &Case, required: f64) -> Reached {
    let enough = required * (1.0 - 1e-9);
    if let Some(day) = case.strength.iter().position(|strength| *strength >= enough) {
        let days = case.strength[..=day].windows(2);
        let short = days.map(|pair| (required - f64::midpoint(pair[0], pair[1].min(required))).max(0.0));
        return Reached::Day { day, gap: short.sum() };
    }
    match case.strength.last() {
        Some(last) if case.strength.len() <= LONGEST => Reached::Below(required - last),
        _ => Reached::TooLong,
    }
}

impl Case {
    /// Strength at the end of a day.
    #[must_use]
    pub fn at(&self, day: usize) -> f64 {
        self.strength.get(day).or(self.strength.last()).copied().unwrap_or_default()
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
