//! Results that have no metric, and grids that go along with what is set: what the page needs to compute them by the
//! program's own rules. `chart/results.js` has these; here are the parts of the scenario and the words.
//!
//! Knows nothing of how they are painted.

use crate::analysis::build_up::LONGEST;
use crate::analysis::cumulative::POINTS;
use crate::analysis::supply::MONTHS_AROUND;
use crate::args;
use crate::chart::place;
use crate::language::Localizer;
use crate::model::own_name::{BUILD_UP, COST_OVER_TIME, ROTATION};
use crate::model::{Assessment, InputId, MetricId, Referent};
use crate::report::build_up::{APART, mark_words, most_marks, others_of};
use serde::Serialize;

/// How a chart is computed.
#[derive(Serialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub(super) enum Rule {
    CostOverTime(CostOverTime),
    BuildUp(Box<BuildUp>),
    /// The axes of a field go from what is set over the first of a pair to it times the second.
    Around {
        ends: [(f64, f64); 2],
    },
}

#[derive(Serialize)]
pub(super) struct CostOverTime {
    setup: MetricId,
    duration: InputId,
    #[serde(skip_serializing_if = "Option::is_none")]
    fund: Option<InputId>,
    /// The metric in whose unit money is shown.
    unit: MetricId,
    points: u32,
    bases: Vec<CostLine>,
}

#[derive(Serialize)]
struct CostLine {
    metric: MetricId,
    label: String,
    used_up: String,
    used_up_alone: String,
}

#[derive(Serialize)]
pub(super) struct BuildUp {
    force: InputId,
    #[serde(skip_serializing_if = "Option::is_none")]
    preparation: Option<InputId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_arrival: Option<InputId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    initial_force: Option<InputId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enabling: Option<InputId>,
    rate: InputId,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<Cap>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<Pool>,
    /// What methods meant for the purpose require.
    targets: Vec<Target>,
    longest: usize,
    /// How many marks have room, and which share of the force keeps them apart.
    most: usize,
    apart: f64,
    words: BuildUpWords,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Cap {
    Input(InputId),
    Metric(MetricId),
}

#[derive(Serialize)]
struct Pool {
    available: MetricId,
    factor: MetricId,
    tour: InputId,
}

#[derive(Serialize)]
struct Target {
    metric: MetricId,
    /// Other forces that the method counts.
    others: Vec<InputId>,
    pattern: String,
}

#[derive(Serialize)]
struct BuildUpWords {
    transport: String,
    coalition: String,
    proposed: String,
    cap: String,
    sustainable: String,
    there: String,
    brought: String,
    band: String,
}

impl Rule {
    /// That of a chart by its name.
    pub fn of(chart: &str, assessment: &Assessment) -> Option<Self> {
        if chart == COST_OVER_TIME.stem {
            cost_over_time(assessment).map(Self::CostOverTime)
        } else if chart == BUILD_UP.stem {
            build_up(assessment).map(|rule| Self::BuildUp(Box::new(rule)))
        } else if chart == ROTATION.stem {
            Some(Self::Around { ends: MONTHS_AROUND })
        } else {
            None
        }
    }

    /// Whether it computes all that is shown, so that no mark needs to say what it shows.
    pub fn is_whole(&self) -> bool {
        !matches!(self, Self::Around { .. })
    }

    /// The inputs whose samples it needs, and the metric.
    pub fn sampled(&self) -> (Vec<InputId>, Option<MetricId>) {
        let Self::BuildUp(rule) = self else { return (Vec::new(), None) };
        let inputs = [rule.preparation, rule.first_arrival, rule.initial_force, rule.enabling];
        let inputs = inputs.into_iter().flatten().chain([rule.rate]);
        match rule.cap {
            Some(Cap::Input(input)) => (inputs.chain([input]).collect(), None),
            Some(Cap::Metric(metric)) => (inputs.collect(), Some(metric)),
            None => (inputs.collect(), None),
        }
    }
}

fn pattern(words: Localizer, key: &str) -> String {
    words.format(key, args![force = place("n"), day = place("n")])
}

fn cost_over_time(assessment: &Assessment) -> Option<CostOverTime> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let bases = costs.bases.iter().filter_map(|basis| {
        let about = args![basis = &basis.label, time = place("time")];
        Some(CostLine {
            metric: basis.annual.at?,
            label: basis.label.clone(),
            used_up: words.format("cost-used-up", about),
            used_up_alone: words.format("cost-used-up-alone", about),
        })
    });
    Some(CostOverTime {
        setup: costs.setup.at?,
        duration: costs.duration.at?,
        fund: costs.fund.at,
        unit: costs.bases.iter().find_map(|basis| basis.total.at)?,
        points: POINTS,
        bases: bases.collect(),
    })
}

fn build_up(assessment: &Assessment) -> Option<BuildUp> {
    let (roles, words) = (&assessment.roles, assessment.words);
    let parts = roles.build_up.as_ref()?;
    let meant = roles.methods.iter().enumerate().filter(|(_, method)| {
        assessment.purpose.is_some_and(|purpose| method.applies.contains(&purpose))
            && method.counts.contains(&parts.force)
    });
    let targets = meant.filter_map(|(position, method)| {
        let about = args![name = &method.label, value = place("n")];
        Some(Target {
            metric: *method.metric.as_ref().ok()?,
            others: others_of(assessment, position),
            pattern: words.format(mark_words(assessment, position), about),
        })
    });
    Some(BuildUp {
        force: parts.force,
        preparation: parts.preparation,
        first_arrival: parts.first_arrival,
        initial_force: parts.initial_force,
        enabling: parts.enabling,
        rate: parts.rate,
        cap: match parts.cap {
            Some(Referent::Input(input)) => Some(Cap::Input(input)),
            Some(Referent::Metric(metric)) => Some(Cap::Metric(metric)),
            _ => None,
        },
        pool: parts.pool.map(|pool| Pool { available: pool.available, factor: pool.factor, tour: pool.tour }),
        targets: targets.collect(),
        longest: LONGEST,
        most: most_marks(assessment),
        apart: APART,
        words: BuildUpWords {
            transport: words.text("build-up-transport"),
            coalition: words.text("build-up-coalition"),
            proposed: pattern(words, "build-up-mark-proposed"),
            cap: pattern(words, "build-up-mark-cap"),
            sustainable: pattern(words, "build-up-mark-sustainable"),
            there: pattern(words, "build-up-there"),
            brought: pattern(words, "build-up-brought"),
            band: words.text("build-up-band-moved"),
        },
    })
}
