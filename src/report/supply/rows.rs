//! Supply as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::text::key;
use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::model::{Assessment, Axis, MetricId, Supply};
use crate::quantity::number::plain;
use crate::report::json::finite;
use serde_json::{Map, Value, json};

/// `{"input", "unit", "now", "from", "to", "met_at", "best"}`: where supply meets the proposed force along one input.
pub(super) fn break_even(assessment: &Assessment, (axis, found): &(Axis, BreakEven)) -> Value {
    let input = &assessment.calculation.inputs[axis.input];
    let at = |value: f64| input.unit.from_base(value);
    let (met, best) = match found {
        BreakEven::Crossings(crossings) => (crossings.iter().map(|crossing| at(crossing.input)).collect(), None),
        BreakEven::NeverMet { best } => {
            (Vec::new(), Some(json!({ "input": at(best.input), "margin": finite(best.metric) })))
        }
        BreakEven::AlwaysMet | BreakEven::Undefined => (Vec::new(), None),
    };
    json!({ "input": input.id, "unit": input.unit.text(), "now": at(input.value), "from": at(axis.from), "to": at(axis.to),
        "met_at": met, "best": best })
}

/// `{"coalition", "available", "sustainable", "rotation_factor", "rotation_base", "proposed", "margin",
/// "contributors": [{"id", "available", "sustainable", "share"}]}` and more, in personnel; shares between 0 and 1.
/// `contributors` are the members of the coalition, `others` those who are not.
pub(super) fn json(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Value {
    let value = |metric: MetricId| finite(assessment.calculation.metrics[metric].value);
    let row = |position: &usize| {
        let contributor = &supply.contributors[*position];
        let [garrisons, unavailable, flank_base, available, sustainable, share] = contributor.parts.map(value);
        let shares: Map<String, Value> = supply
            .fair_shares
            .iter()
            .zip(&contributor.fair_shares)
            .filter_map(|(name, metric)| Some((name.clone(), json!(value((*metric)?)?))))
            .collect();
        json!({
            "id": contributor.id, "label": contributor.label, "stance": contributor.stance,
            "taking_part": assessment.calculation.inputs[contributor.taking_part].value,
            "land_forces": assessment.calculation.inputs[contributor.land_forces].value,
            "garrisons": garrisons, "unavailable": unavailable, "flank_base": flank_base, "available": available,
            "sustainable": sustainable,
            "offered": value(contributor.offered), "share": share, "fair_shares": shares,
        })
    };
    let coalitions = verdict.coalitions.iter().map(|(others, sustainable)| {
        json!({ "stances": others.stances, "contributors": others.members, "sustainable": finite(*sustainable) })
    });
    let methods = verdict.methods.iter().map(|beside| {
        let requirement = &sizing.requirements[beside.requirement];
        json!({
            "id": assessment.roles.methods[requirement.method].id, "required": beside.required, "covered": finite(beside.covered),
            "applies": requirement.applies, "probability": beside.probability.map(|found| found.share),
            "probability_ci": beside.probability.map(|found| found.ci),
        })
    });
    let range = samples.and_then(|samples| samples.spreads.get(supply.sustainable)).map(|spread| {
        let mut range = json!({});
        for (name, at) in [("p5", 0), ("p50", 2), ("p95", 4)] {
            let (low, high) = spread.percentile_cis[at];
            range[name] = json!(finite(spread.percentiles[at]));
            range[format!("{name}_ci")] = json!([finite(low), finite(high)]);
        }
        range
    });
    let ids: Vec<&str> = verdict.members.iter().map(|member| supply.contributors[*member].id.as_str()).collect();
    json!({
        "coalition": ids,
        "land_forces": value(supply.land_forces),
        "garrisons": value(supply.garrisons),
        "deployable": value(supply.deployable),
        "available": value(supply.available),
        "sustainable": value(supply.sustainable),
        "sustainable_range": range,
        "rotation_factor": value(supply.rotation_factor),
        "rotation_base": supply.rotation_base.and_then(value),
        "proposed": verdict.proposed,
        "margin": verdict.margin,
        "binding": verdict.binding.map(key),
        "tours": verdict.exhaustion.map(|found| found.tours),
        "left_after_tours": verdict.exhaustion.and_then(|found| found.left),
        "sufficiency": verdict.sufficiency.map(|found| found.share),
        "sufficiency_ci": verdict.sufficiency.map(|found| found.ci),
        "break_evens": verdict.break_evens.iter().map(|found| break_even(assessment, found)).collect::<Vec<_>>(),
        "joining": verdict.joining,
        "all": verdict.all.map(|(sustainable, share)| json!({
            "sustainable": finite(sustainable), "sufficiency": share.map(|found| found.share),
        })),
        "readings": supply.readings.iter().map(|metric| {
            let metric = &assessment.calculation.metrics[*metric];
            json!({ "id": metric.id, "label": metric.label, "value": finite(metric.value), "means": metric.means })
        }).collect::<Vec<_>>(),
        "contributors": verdict.members.iter().map(row).collect::<Vec<_>>(),
        "others": verdict.others.iter().map(row).collect::<Vec<_>>(),
        "coalitions": coalitions.collect::<Vec<_>>(),
        "methods": methods.collect::<Vec<_>>(),
    })
}

/// `id,label,stance,taking_part,land_forces,garrisons,unavailable,flank_base,available,sustainable,share` and fair shares.
#[must_use]
pub fn contributors_csv(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let mut header = vec![
        "id",
        "label",
        "stance",
        "taking_part",
        "land_forces",
        "garrisons",
        "unavailable",
        "flank_base",
        "available",
    ];
    header.extend(["sustainable", "share"]);
    header.extend(supply.fair_shares.iter().map(String::as_str));
    let cell = |value: f64| finite(value).map_or_else(String::new, plain);
    let rows = verdict.members.iter().chain(&verdict.others).map(|position| {
        let contributor = &supply.contributors[*position];
        let mut row = vec![
            contributor.id.clone(),
            contributor.label.clone(),
            contributor.stance.to_string(),
            plain(assessment.calculation.inputs[contributor.taking_part].value),
            plain(assessment.calculation.inputs[contributor.land_forces].value),
        ];
        row.extend(contributor.parts.iter().map(|metric| cell(assessment.calculation.metrics[*metric].value)));
        let shares = contributor.fair_shares.iter();
        row.extend(shares.map(|metric| {
            metric.map_or_else(String::new, |metric| cell(assessment.calculation.metrics[metric].value))
        }));
        row
    });
    crate::report::csv::write(&header, rows)
}
