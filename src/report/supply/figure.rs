//! Charts of supply: contributors by what becomes of their land forces, supply beside requirements, rotation as a grid.

use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::args;
use crate::chart::{
    Axis, Mark, RangeGroup, RangeRow, RangeSlots, Ranges, Scale, Stack, StackGroup, StackPart, StackRow,
};
use crate::model::own_name::{CONTRIBUTORS, SUPPLY};
use crate::model::{Assessment, Metric, MetricId, Supply, SweepPlan};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::sizing::{Marks, row};
use crate::report::slot;
use crate::report::wording::{Wording, apart};

/// Bars of one group that a chart holds at most.
pub(super) const MOST: usize = 14;

/// All charts of supply.
#[must_use]
pub(crate) fn supply(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Vec<RenderedChart> {
    let mut drawn: Vec<RenderedChart> = contributors(assessment, supply, verdict, false).into_iter().collect();
    drawn.extend(beside(assessment, supply, (sizing, verdict), samples));
    drawn.extend(months(assessment, supply, verdict));
    drawn
}

/// The members of the coalition at their own scale; those outside on request. Nothing where there is but one.
pub(super) fn contributors(
    assessment: &Assessment,
    supply: &Supply,
    verdict: &Verdict,
    with_others: bool,
) -> Option<RenderedChart> {
    let words = assessment.words;
    if verdict.members.len() + if with_others { verdict.others.len() } else { 0 } < 2 {
        return None;
    }
    let row = |position: &usize| {
        let contributor = &supply.contributors[*position];
        let [garrisons, unavailable, flank_base, available, sustainable, _] =
            contributor.parts.map(|metric| &assessment.calculation.metrics[metric]);
        let part = |metric: &Metric| StackPart { amount: metric.value, slot: Some(slot::central(&metric.id)) };
        let idle = StackPart {
            amount: available.value - sustainable.value,
            slot: Some(slot::difference(&available.id, &sustainable.id)),
        };
        StackRow {
            label: contributor.label.clone(),
            parts: vec![part(garrisons), part(unavailable), part(flank_base), idle, part(sustainable)],
            text: words.shown(sustainable.value),
            slot: Some(slot::central(&sustainable.id)),
        }
    };
    let group = |name: &str, list: &[usize]| {
        let rows: Vec<StackRow> = list.iter().take(MOST).map(row).collect();
        let (name, all) = (words.text(name), list.len());
        let label = if all > MOST {
            words.format("supply-group-largest", args![name = name, most = MOST, all = all])
        } else {
            words.format("supply-group", args![name = name, all = all])
        };
        StackGroup { label, rows }
    };
    let mut groups = vec![group("supply-inside", &verdict.members)];
    if with_others && !verdict.others.is_empty() {
        groups.push(group("supply-outside", &verdict.others));
    }
    let title = sustained(assessment, supply, verdict);
    let subtitle = words.format("supply-contributors-subtitle", args![title = &assessment.title]);
    let mut heading = heading(assessment, CONTRIBUTORS.stem, &title, subtitle, &[supply.sustainable]);
    let spoken = |row: &StackRow| words.format("supply-spoken", args![name = &row.label, sustainable = &row.text]);
    let spoken: Vec<String> = groups[0].rows.iter().map(spoken).collect();
    heading.description = format!("{}.", words.list(&spoken));
    let chart = Stack {
        heading,
        x: Axis { label: words.text("supply-land-forces"), unit: words.text("supply-unit"), scale: Scale::Linear },
        parts: [
            "supply-garrisons",
            "supply-not-deployable",
            "supply-flank-base",
            "supply-not-sustainable",
            "supply-sustainable",
        ]
        .map(|part| words.text(part))
        .to_vec(),
        groups,
    };
    let drawn = RenderedChart::new(CONTRIBUTORS.name(), title, chart, &style(assessment, None));
    Some(drawn.about(words.text("supply-contributors-title")))
}

/// What the coalition can sustain, beside the proposed force.
fn sustained(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let words = assessment.words;
    let number = words.shown(assessment.calculation.metrics[supply.sustainable].shown_value());
    let members = verdict.members.len();
    match verdict.proposed.zip(verdict.margin) {
        None => words.format("finding-contributors", args![members = members, number = number]),
        Some((proposed, margin)) => {
            let about = args![members = members, number = number, proposed = words.shown(proposed)];
            let is_short = margin < 0.0;
            words.format(if is_short { "finding-contributors-short" } else { "finding-contributors-enough" }, about)
        }
    }
}

/// The sustainable force and the pool beside what sizing methods ask for.
pub(super) fn beside(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Option<RenderedChart> {
    if verdict.methods.is_empty() {
        return None;
    }
    let supplied = |metric: MetricId| {
        let metric_of = &assessment.calculation.metrics[metric];
        let drawn = samples.and_then(|samples| samples.spreads.get(metric)).filter(|spread| spread.moves());
        let (low, high) =
            drawn.map_or((metric_of.value, metric_of.value), |spread| (spread.percentiles[0], spread.percentiles[4]));
        let slots = match drawn {
            Some(_) => slot::ranged(&metric_of.id),
            None => RangeSlots::of_value(slot::central(&metric_of.id)),
        };
        RangeRow { label: metric_of.label.clone(), low, central: metric_of.value, high, slots, named: None }
    };
    let wanted = || verdict.methods.iter().map(|beside| &sizing.requirements[beside.requirement]);
    let marks = Marks::of(assessment, wanted());
    let required = |applies: bool| -> Vec<RangeRow> {
        wanted()
            .filter(|requirement| (requirement.applies == Some(true)) == applies)
            .filter_map(|requirement| row(assessment, requirement, &marks))
            .collect()
    };
    let words = assessment.words;
    let purpose = assessment.purpose.map_or_else(String::new, |purpose| words.choice("purpose", purpose.word()));
    let meant = words.format("supply-asked-meant", args![purpose = &purpose]);
    let mut supply_rows = [supply.sustainable, supply.available].map(supplied).to_vec();
    // What the coalition's land forces would give by shares that were published, before anything is committed.
    let land = assessment.calculation.metrics[supply.land_forces].value;
    supply_rows.extend(supply.shares.iter().map(|share| {
        let input = &assessment.calculation.inputs[*share];
        let value = input.value * land;
        let label =
            words.format("supply-share-of-land", args![label = &input.label, share = words.shown(100.0 * input.value)]);
        let land_forces = &assessment.calculation.metrics[supply.land_forces].id;
        let slots = RangeSlots::of_value(slot::product(land_forces, &input.id));
        RangeRow { label, low: value, central: value, high: value, slots, named: Some(slot::central(&input.id)) }
    }));
    let group = |label: String, pale: bool, rows: Vec<RangeRow>| RangeGroup { label, pale, rows, named: None };
    let groups = vec![
        group(words.text("supply-of-coalition"), false, supply_rows),
        group(meant, false, required(true)),
        group(words.text("supply-asked-other"), true, required(false)),
    ];
    let meant_for = wanted().filter(|requirement| requirement.applies == Some(true));
    let asked: Vec<f64> = meant_for.filter_map(|one| Some(one.personnel.as_ref().ok()?.central)).collect();
    let number = words.shown(assessment.calculation.metrics[supply.sustainable].shown_value());
    let title = match asked.as_slice() {
        [] => words.text("supply-beside-title"),
        [one] => {
            words.format("finding-supply-one", args![number = number, purpose = purpose, asked = words.shown(*one)])
        }
        several => {
            let ends =
                several.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), one| (low.min(*one), high.max(*one)));
            let (low, high) = apart(words, ends.0, ends.1);
            words.format("finding-supply", args![number = number, purpose = purpose, low = low, high = high])
        }
    };
    let key = if samples.is_some() { "supply-beside-samples" } else { "supply-beside-subtitle" };
    let subtitle = words.format(key, args![title = &assessment.title]);
    let mut heading = heading(assessment, SUPPLY.stem, &title, subtitle, &[supply.sustainable]);
    heading.footer = marks.explained(assessment, &heading.footer);
    let spoken: Vec<String> = groups
        .iter()
        .flat_map(|group| &group.rows)
        .map(|row| words.format("supply-named", args![name = &row.label, value = words.shown(row.central)]))
        .collect();
    heading.description = words.format("supply-beside-spoken", args![rows = words.list(&spoken)]);
    let mark = supply.force.map(|force| {
        let input = &assessment.calculation.inputs[force];
        let label = words.format("supply-proposed", args![force = input.value_text(words)]);
        Mark { label, value: input.value, slot: Some(slot::central(&input.id)) }
    });
    let x = Axis { label: words.text("supply-personnel"), unit: String::new(), scale: Scale::Log };
    let chart = Ranges { heading, x, groups, mark, strip: None };
    let drawn = RenderedChart::new(SUPPLY.name(), title, chart, &style(assessment, None));
    Some(drawn.about(words.text("supply-beside-title")))
}

/// Months deployed against months at home, coloured by the sustainable force.
pub(super) fn months(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Vec<RenderedChart> {
    let Some(rotation) = &verdict.rotation else { return Vec::new() };
    let words = assessment.words;
    let sustained = rotation.results.curves.first().map(|curve| curve.values.as_slice()).unwrap_or_default();
    let finite = || sustained.iter().copied().filter(|value| value.is_finite());
    let ends = finite().reduce(f64::min).zip(finite().reduce(f64::max));
    let title = ends.map_or_else(
        || words.text("supply-rotation-title"),
        |(least, most)| {
            let (low, high) = apart(words, least, most);
            let Some(proposed) = verdict.proposed else {
                return words.format("finding-rotation-range", args![low = low, high = high]);
            };
            let key = if most < proposed {
                "finding-rotation-never"
            } else if least >= proposed {
                "finding-rotation-always"
            } else {
                "finding-rotation"
            };
            words.format(key, args![low = low, high = high, force = words.shown(proposed)])
        },
    );
    let mark = supply.force.map(|force| {
        let input = &assessment.calculation.inputs[force];
        let label = words.format("supply-proposed", args![force = words.shown(input.value)]);
        Mark { label, value: input.value, slot: Some(slot::central(&input.id)) }
    });
    let plan = SweepPlan { title: Some(title), ..rotation.plan.clone() };
    let drawn = crate::report::sweep::marked(assessment, &plan, &rotation.results, mark.as_ref());
    drawn.into_iter().map(|chart| chart.about(words.text("supply-rotation-title"))).collect()
}
