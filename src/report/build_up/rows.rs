//! The build-up of a force as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::text::name;
use crate::analysis::build_up::{BuildUp, DAYS, SustainedForce, Target};
use crate::model::Assessment;
use crate::report::csv::columns;
use crate::report::json::value;
use serde::Serialize;
use serde_json::Value;

/// All of it, in days from the decision, personnel and personnel-days.
#[derive(Serialize)]
struct Document<'a> {
    force: f64,
    cap: Option<f64>,
    first_arrival: f64,
    stream: f64,
    reached: Days,
    gap: Option<f64>,
    unit: &'static str,
    targets: Vec<TargetRow<'a>>,
    coalition: Option<CoalitionRow>,
}

/// The day on which a target is reached in each case.
#[derive(Serialize, Default)]
struct Days {
    fast: Option<usize>,
    central: Option<usize>,
    slow: Option<usize>,
}

#[derive(Serialize)]
struct TargetRow<'a> {
    id: Option<&'a str>,
    label: String,
    required: f64,
    others: f64,
    #[serde(flatten)]
    reached: Days,
    gap: Option<f64>,
    coalition: Option<usize>,
}

/// Personnel, days from the decision, and days from a departure to the next of the same soldier.
#[derive(Serialize)]
struct CoalitionRow {
    pool: f64,
    sustainable: f64,
    sustainable_reached: Option<usize>,
    sustainable_gap: Option<f64>,
    reached: Option<usize>,
    tours: Option<f64>,
    full_until: Option<usize>,
    left: Option<f64>,
    back: Option<f64>,
}

/// Strength at the end of a day.
#[derive(Serialize)]
struct DayRow {
    day: usize,
    slow: f64,
    central: f64,
    fast: f64,
    coalition: Option<f64>,
}

/// The build-up as JSON.
#[must_use]
pub(crate) fn json(assessment: &Assessment, build_up: &BuildUp) -> Value {
    let row = |target: &Target| TargetRow {
        id: target.method.map(|method| assessment.roles.methods[method].id.as_str()),
        label: name(assessment, target),
        required: target.required,
        others: target.others,
        reached: days(target),
        gap: target.reached[1].gap(),
        coalition: target.kept.and_then(|reached| reached.day()),
    };
    let first = build_up.targets.first();
    value(&Document {
        force: build_up.force,
        cap: build_up.cap,
        first_arrival: build_up.central.first,
        stream: build_up.central.stream,
        reached: first.map(days).unwrap_or_default(),
        gap: first.and_then(|target| target.reached[1].gap()),
        unit: "days",
        targets: build_up.targets.iter().map(row).collect(),
        coalition: build_up.kept.as_ref().map(coalition),
    })
}

fn days(target: &Target) -> Days {
    let [fast, central, slow] = target.reached.map(|reached| reached.day());
    Days { fast, central, slow }
}

fn coalition(kept: &SustainedForce) -> CoalitionRow {
    let pool = kept.pool;
    CoalitionRow {
        pool: pool.size,
        sustainable: pool.sustainable(),
        sustainable_reached: kept.sustainable.day(),
        sustainable_gap: kept.sustainable.gap(),
        reached: kept.proposed.day(),
        tours: kept.beyond.map(|force| pool.tours(force)),
        full_until: kept.full_until,
        left: kept.beyond.map(|force| pool.left(force)),
        back: kept.beyond.map(|_| DAYS * pool.factor * pool.tour),
    }
}

/// `day,slow,central,fast`, and `coalition` where it is known who can be sent: strength at the end of each day.
#[must_use]
pub(crate) fn csv(build_up: &BuildUp) -> String {
    let BuildUp { slow, central, fast, .. } = build_up;
    let kept = build_up.kept.as_ref().map(|kept| &kept.case);
    let cases = [slow, central, fast].into_iter().chain(kept);
    let last = cases.map(|case| case.strength.len()).max().unwrap_or(0);
    let rows = (0..last).map(|day| DayRow {
        day,
        slow: slow.at(day),
        central: central.at(day),
        fast: fast.at(day),
        coalition: kept.map(|kept| kept.at(day)),
    });
    columns(&["day", "slow", "central", "fast", "coalition"][..4 + usize::from(kept.is_some())], rows)
}
