//! The build-up of a force as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::text::name;
use crate::analysis::build_up::{BuildUp, Case, SustainedForce, Target};
use crate::model::Assessment;
use crate::quantity::number::plain;
use serde_json::{Value, json};

/// `{"force", "cap", "first_arrival", "stream", "reached": {"fast", "central", "slow"}, "gap", "targets": [{"id",
/// "required", "fast", "central", "slow", "gap"}]}`, in days from the decision, personnel and personnel-days.
#[must_use]
pub fn json(assessment: &Assessment, build_up: &BuildUp) -> Value {
    let row = |target: &Target| {
        let [fast, central, slow] = target.reached.map(|reached| reached.day());
        json!({
            "id": target.method.map(|method| assessment.roles.methods[method].id.as_str()),
            "label": name(assessment, target), "required": target.required,
            "fast": fast, "central": central, "slow": slow, "gap": target.reached[1].gap(),
            "coalition": target.kept.and_then(|reached| reached.day()),
        })
    };
    let first = build_up.targets.first();
    let days = first.map(|target| target.reached.map(|reached| reached.day())).unwrap_or_default();
    json!({
        "force": build_up.force, "cap": build_up.cap,
        "first_arrival": build_up.central.first, "stream": build_up.central.stream,
        "reached": { "fast": days[0], "central": days[1], "slow": days[2] },
        "gap": first.and_then(|target| target.reached[1].gap()), "unit": "days",
        "targets": build_up.targets.iter().map(row).collect::<Vec<_>>(),
        "coalition": build_up.kept.as_ref().map(kept_json),
    })
}

/// `{"pool", "sustainable", "sustainable_reached", "sustainable_gap", "reached", "tours", "full_until", "left", "back"}`:
/// personnel, days from the decision, and days from a departure to the next of the same soldier.
pub(super) fn kept_json(kept: &SustainedForce) -> Value {
    let pool = kept.pool;
    json!({
        "pool": pool.size, "sustainable": pool.sustainable(), "sustainable_reached": kept.sustainable.day(),
        "sustainable_gap": kept.sustainable.gap(), "reached": kept.proposed.day(),
        "tours": kept.beyond.map(|force| pool.tours(force)), "full_until": kept.full_until,
        "left": kept.beyond.map(|force| pool.left(force)),
        "back": kept.beyond.map(|_| crate::analysis::build_up::DAYS * pool.factor * pool.tour),
    })
}

/// `day,slow,central,fast`, and `coalition` where it is known who can be sent: strength at the end of each day.
#[must_use]
pub fn csv(build_up: &BuildUp) -> String {
    let cases: Vec<&Case> = [&build_up.slow, &build_up.central, &build_up.fast]
        .into_iter()
        .chain(build_up.kept.iter().map(|kept| &kept.case))
        .collect();
    let last = cases.iter().map(|case| case.strength.len()).max().unwrap_or(0);
    let rows = (0..last).map(|day| {
        let strengths = cases.iter().map(|case| plain(case.at(day)));
        [day.to_string()].into_iter().chain(strengths).collect()
    });
    crate::report::csv::write(&["day", "slow", "central", "fast", "coalition"][..=cases.len()], rows)
}
