//! Supply as tables, JSON and CSV; its sentences are in `verdict.rs`. What is here stays: later versions only add
//! keys and columns.

use super::part::Part;
use super::table::Table;
use super::verdict;
use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::model::own_name::SUPPLY;
use crate::model::{Assessment, Axis, Contributor, Supply};
use crate::quantity::number::plain;
use serde_json::{Map, Value, json};

/// The part of a report that says what can be sustained.
#[must_use]
pub fn part(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Part {
    let mut tables = vec![sums(assessment, supply), members(assessment, supply, verdict)];
    tables.extend(fair_shares(assessment, supply, verdict));
    tables.extend((!verdict.others.is_empty()).then(|| others(assessment, supply, verdict)));
    tables.extend((!verdict.methods.is_empty()).then(|| methods(assessment, sizing, verdict)));
    Part {
        tables,
        sentences: verdict::sentences(assessment, supply, verdict, samples),
        files: vec![(SUPPLY.csv(), contributors_csv(assessment, supply, verdict))],
        figures: super::figure::supply(assessment, supply, (sizing, verdict), samples),
        ..Part::new(
            "supply",
            &assessment.words.text("supply-title"),
            json(assessment, supply, (sizing, verdict), samples),
        )
    }
}

/// A metric of a contributor as a number.
fn number(assessment: &Assessment, metric: usize) -> String {
    assessment.words.shown(assessment.calculation.metrics[metric].shown_value())
}

/// The sums of the coalition, rotation, and what else the model has to say of supply.
fn sums(assessment: &Assessment, supply: &Supply) -> Table {
    let mut table = Table::headed(assessment.words, &["supply-head-coalition", "head-value", "head-unit"], &[1]);
    let first = [supply.land_forces, supply.committed, supply.available, supply.rotation_factor, supply.sustainable];
    let rest = supply.margin.iter().chain(&supply.rotation_base).chain(&supply.more);
    for metric in first.iter().chain(rest).map(|metric| &assessment.calculation.metrics[*metric]) {
        table.push([
            metric.label.clone(),
            assessment.words.shown(metric.shown_value()),
            assessment.words.unit(&metric.unit),
        ]);
    }
    table
}

const STAGES: [&str; 8] = [
    "supply-head-contributor",
    "supply-head-stance",
    "supply-land-forces",
    "supply-committed",
    "supply-not-deployable",
    "supply-head-available",
    "supply-head-sustainable",
    "supply-head-share",
];

fn stages(assessment: &Assessment, contributor: &Contributor) -> Vec<String> {
    let mut row = vec![
        contributor.label.clone(),
        assessment.words.choice("stance", &contributor.stance),
        assessment.words.shown(assessment.calculation.inputs[contributor.land_forces].shown_value()),
    ];
    row.extend(contributor.parts[..4].iter().map(|metric| number(assessment, *metric)));
    row
}

fn members(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Table {
    let mut table = Table::headed(assessment.words, &STAGES, &[2, 3, 4, 5, 6, 7]);
    for contributor in verdict.members.iter().map(|member| &supply.contributors[*member]) {
        let mut row = stages(assessment, contributor);
        let share = &assessment.calculation.metrics[contributor.parts[4]];
        row.push(assessment.words.attach(&share.unit, &assessment.words.shown(share.shown_value())));
        table.push(row);
    }
    table.titled(assessment.words.text("supply-members-caption"))
}

fn others(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Table {
    let mut table = Table::headed(assessment.words, &STAGES[..7], &[2, 3, 4, 5, 6]);
    for contributor in verdict.others.iter().map(|other| &supply.contributors[*other]) {
        table.push(stages(assessment, contributor));
    }
    table.titled(assessment.words.text("supply-others-caption"))
}

/// The proposed force shared out by each rule there are figures for, and who is over or under it.
fn fair_shares(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<Table> {
    let of = |member: &usize| &supply.contributors[*member];
    let given = |rule: &usize| {
        let first = verdict.members.first().and_then(|member| of(member).fair_shares[*rule]);
        first.is_some_and(|metric| assessment.calculation.metrics[metric].value.is_finite())
    };
    let rules: Vec<usize> = (0..supply.fair_shares.len()).filter(given).collect();
    let first = of(verdict.members.first()?);
    let words = assessment.words;
    let mut header = vec![words.text("supply-head-contributor"), words.text("supply-head-sustainable")];
    for rule in &rules {
        let metric = &assessment.calculation.metrics[first.fair_shares[*rule]?];
        header.push(metric.label.split(':').next().unwrap_or_default().to_owned());
        header.push(words.text("supply-head-over-under"));
    }
    let heads: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut table = Table::new(&heads, &(1..header.len()).collect::<Vec<_>>());
    for member in verdict.members.iter().map(of) {
        let offered = &assessment.calculation.metrics[member.offered];
        let mut row = vec![member.label.clone(), words.shown(offered.shown_value())];
        for rule in &rules {
            let share =
                member.fair_shares[*rule].map_or(f64::NAN, |metric| assessment.calculation.metrics[metric].value);
            let over = offered.value - share;
            row.push(words.shown(offered.unit.from_base(share)));
            let sign = if over > 0.0 { "+" } else { "" };
            row.push(format!("{sign}{}", words.shown(offered.unit.from_base(over))));
        }
        table.push(row);
    }
    (!rules.is_empty()).then(|| table.titled(words.text("supply-fair-caption")))
}

fn methods(assessment: &Assessment, sizing: &Sizing, verdict: &Verdict) -> Table {
    let probable = verdict.methods.iter().any(|beside| beside.probability.is_some());
    let header = [
        "supply-head-method",
        "supply-head-required",
        "supply-head-sustained",
        "supply-head-meant",
        "supply-head-samples",
    ];
    let words = assessment.words;
    let mut table = Table::headed(words, if probable { &header } else { &header[..4] }, &[1, 2, 4]);
    for beside in &verdict.methods {
        let requirement = &sizing.requirements[beside.requirement];
        let mut row = vec![
            assessment.roles.methods[requirement.method].label.clone(),
            words.shown(beside.required),
            format!("{} %", words.shown(100.0 * beside.covered)),
            if requirement.applies == Some(true) { words.text("supply-yes") } else { String::new() },
        ];
        row.extend(beside.probability.map(|found| super::share::of_samples(words, &found)));
        table.push(row);
    }
    table.titled(words.text("supply-methods-caption"))
}

/// `{"input", "unit", "now", "from", "to", "met_at", "best"}`: where supply meets the proposed force along one input.
fn break_even(assessment: &Assessment, (axis, found): &(Axis, BreakEven)) -> Value {
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

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `{"coalition", "available", "sustainable", "rotation_factor", "rotation_base", "proposed", "margin",
/// "contributors": [{"id", "available", "sustainable", "share"}]}` and more, in personnel; shares between 0 and 1.
/// `contributors` are the members of the coalition, `others` those who are not.
fn json(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Value {
    let value = |metric: usize| finite(assessment.calculation.metrics[metric].value);
    let row = |position: &usize| {
        let contributor = &supply.contributors[*position];
        let [committed, unavailable, available, sustainable, share] = contributor.parts.map(value);
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
            "committed": committed, "unavailable": unavailable, "available": available, "sustainable": sustainable,
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
        "committed": value(supply.committed),
        "available": value(supply.available),
        "sustainable": value(supply.sustainable),
        "sustainable_range": range,
        "rotation_factor": value(supply.rotation_factor),
        "rotation_base": supply.rotation_base.and_then(value),
        "proposed": verdict.proposed,
        "margin": verdict.margin,
        "binding": verdict.binding.map(verdict::key),
        "tours": verdict.exhaustion.map(|found| found.tours),
        "left_after_tours": verdict.exhaustion.and_then(|found| found.left),
        "sufficiency": verdict.sufficiency.map(|found| found.share),
        "sufficiency_ci": verdict.sufficiency.map(|found| found.ci),
        "break_evens": verdict.break_evens.iter().map(|found| break_even(assessment, found)).collect::<Vec<_>>(),
        "joining": verdict.joining,
        "contributors": verdict.members.iter().map(row).collect::<Vec<_>>(),
        "others": verdict.others.iter().map(row).collect::<Vec<_>>(),
        "coalitions": coalitions.collect::<Vec<_>>(),
        "methods": methods.collect::<Vec<_>>(),
    })
}

/// `id,label,stance,taking_part,land_forces,committed,unavailable,available,sustainable,share` and fair shares.
#[must_use]
pub fn contributors_csv(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let mut header =
        vec!["id", "label", "stance", "taking_part", "land_forces", "committed", "unavailable", "available"];
    header.extend(["sustainable", "share"]);
    header.extend(supply.fair_shares.iter().map(String::as_str));
    let cell = |value: f64| finite(value).map_or_else(String::new, plain);
    let rows = verdict.members.iter().chain(&verdict.others).map(|position| {
        let contributor = &supply.contributors[*position];
        let mut row = vec![
            contributor.id.clone(),
            contributor.label.clone(),
            contributor.stance.clone(),
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
    super::csv::write(&header, rows)
}
