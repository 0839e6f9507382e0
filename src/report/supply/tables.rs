//! Supply as tables.

use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::model::{Assessment, Contributor, MetricId, Supply};
use crate::report::build_up::beside_others;
use crate::report::table::Table;

/// A metric of a contributor as a number.
pub(in crate::report) fn number(assessment: &Assessment, metric: MetricId) -> String {
    assessment.words.shown(assessment.calculation.metrics[metric].shown_value())
}

/// The sums of the coalition, rotation, and what else the model has to say of supply.
pub(super) fn sums(assessment: &Assessment, supply: &Supply) -> Table {
    let mut table = Table::headed(assessment.words, &["supply-head-coalition", "head-value", "head-unit"], &[1]);
    let first = [
        supply.land_forces,
        supply.garrisons,
        supply.deployable,
        supply.available,
        supply.rotation_factor,
        supply.sustainable,
    ];
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

/// Other readings of the same data, with a reason each; nothing where the model has none.
pub(super) fn readings(assessment: &Assessment, supply: &Supply) -> Option<Table> {
    let words = assessment.words;
    let mut table = Table::headed(words, &["supply-head-reading", "supply-personnel", "supply-head-why"], &[1]);
    for metric in supply.readings.iter().map(|metric| &assessment.calculation.metrics[*metric]) {
        table.push([metric.label.clone(), words.shown(metric.shown_value()), metric.means.clone()]);
    }
    (!table.rows.is_empty()).then(|| table.titled(words.text("supply-readings-caption")))
}

pub(super) const STAGES: [&str; 9] = [
    "supply-head-contributor",
    "supply-head-stance",
    "supply-land-forces",
    "supply-garrisons",
    "supply-not-deployable",
    "supply-flank-base",
    "supply-head-available",
    "supply-head-sustainable",
    "supply-head-share",
];

pub(super) fn stages(assessment: &Assessment, contributor: &Contributor) -> Vec<String> {
    let mut row = vec![
        contributor.label.clone(),
        assessment.words.choice("stance", contributor.stance.word()),
        // In personnel as the columns beside it, in whatever unit its author wrote it.
        assessment.words.shown(assessment.calculation.inputs[contributor.land_forces].value),
    ];
    row.extend(contributor.parts[..5].iter().map(|metric| number(assessment, *metric)));
    row
}

pub(super) fn members(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Table {
    let mut table = Table::headed(assessment.words, &STAGES, &[2, 3, 4, 5, 6, 7, 8]);
    for contributor in verdict.members.iter().map(|member| &supply.contributors[*member]) {
        let mut row = stages(assessment, contributor);
        let share = &assessment.calculation.metrics[contributor.parts[5]];
        row.push(assessment.words.attach(&share.unit, &assessment.words.shown(share.shown_value())));
        table.push(row);
    }
    table.without_first(&[1, 5, 4, 3]).titled(assessment.words.text("supply-members-caption"))
}

pub(super) fn others(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Table {
    let mut table = Table::headed(assessment.words, &STAGES[..8], &[2, 3, 4, 5, 6, 7]);
    for contributor in verdict.others.iter().map(|other| &supply.contributors[*other]) {
        table.push(stages(assessment, contributor));
    }
    table.without_first(&[1, 5, 4, 3]).titled(assessment.words.text("supply-others-caption"))
}

/// The proposed force shared out by each rule there are figures for, and who is over or under it.
pub(super) fn fair_shares(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<Table> {
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

pub(super) fn methods(assessment: &Assessment, sizing: &Sizing, verdict: &Verdict) -> Table {
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
            beside_others(words, &assessment.roles.methods[requirement.method].label, beside.others),
            words.shown(beside.required),
            format!("{} %", words.shown(100.0 * beside.covered)),
            if requirement.applies == Some(true) { words.text("supply-yes") } else { String::new() },
        ];
        row.extend(beside.probability.map(|found| crate::report::share::of_samples(words, &found)));
        table.push(row);
    }
    table.titled(words.text("supply-methods-caption"))
}
