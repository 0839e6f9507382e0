//! Charts of costs: by basis, and as they add up.

use super::named::{chosen, input, metric};
use crate::analysis::cumulative::{Cumulative, Line};
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::chart::{Axis, LineChart, LinePanel, Mark, RangeGroup, RangeRow, RangeSlots, Ranges, Scale, Series};
use crate::language::Localizer;
use crate::model::own_name::{COST, COST_OVER_TIME};
use crate::model::{Assessment, Basis, Input, MetricId, Named};
use crate::quantity::unit::Unit;
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::slot;
use crate::report::wording::Wording;

/// Cost per year and in all by each basis, beside the fund; nothing where no basis has a number.
#[must_use]
pub(crate) fn cost(assessment: &Assessment, ranges: &PercentileRanges) -> Option<RenderedChart> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let first = costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?;
    let unit = &first.unit;
    let group = |label: String, pale: bool, of: &dyn Fn(&Basis) -> Named<MetricId>| {
        let rows = costs.bases.iter().filter_map(|basis| {
            let metric = metric(assessment, &of(basis))?;
            let central = metric.shown_value();
            let (low, high) = ranges.shown(metric).unwrap_or((central, central));
            let slots = slot::ranged(&metric.id);
            Some(RangeRow { label: chosen(words, basis), low, central, high, slots, named: None })
        });
        RangeGroup { label, pale, rows: rows.collect(), named: None }
    };
    let years = input(assessment, &costs.duration).map_or_else(String::new, |input| input.value_text(words));
    let mut groups = vec![
        group(words.format("cost-group-whole", args![duration = years]), false, &|basis| basis.total.clone()),
        group(words.text("cost-group-year"), true, &|basis| basis.annual.clone()),
    ];
    groups[0].named = input(assessment, &costs.duration).map(|input| slot::central(&input.id));
    let metrics: Vec<MetricId> = costs.bases.iter().filter_map(|basis| basis.funding.at.or(basis.total.at)).collect();
    let fund = input(assessment, &costs.fund);
    let title = finding(assessment).unwrap_or_else(|| words.text("cost-title"));
    let moves = groups.iter().flat_map(|group| &group.rows).any(|row| row.low < row.high);
    let key = if moves { "cost-subtitle-ranges" } else { "cost-subtitle" };
    let subtitle = words.format(key, args![title = with_force(assessment)]);
    let mut heading = heading(assessment, COST.stem, &title, subtitle, &metrics);
    let rows = groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
    let spoken: Vec<String> = rows
        .map(|(group, row)| {
            let name = format!("{}, {}", row.label, group.label);
            words.format("cost-named", args![name = name, value = words.shown(row.central)])
        })
        .collect();
    heading.description = words.format("cost-spoken", args![unit = words.unit(unit), rows = words.list(&spoken)]);
    let mark = fund.map(|fund| fund_mark(words, fund, unit));
    let chart = Ranges {
        heading,
        x: Axis { label: words.text("cost-axis"), unit: words.unit(unit), scale: Scale::Log },
        groups,
        mark,
        strip: None,
    };
    Some(RenderedChart::new(COST.name(), title, chart, &style(assessment, None)).about(words.text("cost-title")))
}

/// What a year costs by the chosen basis, and between which ends the others lie; nothing where no basis has a number.
fn finding(assessment: &Assessment) -> Option<String> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let known = costs.bases.iter().filter_map(|basis| Some((basis, metric(assessment, &basis.annual)?)));
    let known = known.filter(|(_, metric)| metric.value.is_finite());
    let (chosen, others): (Vec<_>, Vec<_>) = known.partition(|(basis, _)| basis.chosen);
    let unit = &chosen.iter().chain(&others).next()?.1.unit;
    let values = || others.iter().map(|(_, metric)| unit.from_base(metric.value));
    let between = values().reduce(f64::min).zip(values().reduce(f64::max)).map(|(least, most)| {
        let [low, high] = [least, most].map(|value| words.significant(value, 2));
        if low == high { high } else { words.between(&low, &high) }
    });
    let cost = chosen.first().map(|(basis, annual)| (annual.value_text(words), words.inside(&basis.label)));
    Some(match (cost, between) {
        (Some((cost, basis)), Some(between)) => {
            words.format("finding-cost", args![cost = cost, basis = basis, between = between])
        }
        (Some((cost, basis)), None) => words.format("finding-cost-chosen", args![cost = cost, basis = basis]),
        (None, Some(between)) => words.format("finding-cost-between", args![between = words.attach(unit, &between)]),
        (None, None) => return None,
    })
}

/// What the whole duration costs by the chosen basis, or the first one, and what of the fund is left.
fn adds_up(assessment: &Assessment, over_time: &Cumulative) -> Option<String> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let chosen = over_time.lines.iter().find(|line| costs.bases[line.basis].chosen);
    let line = chosen.or(over_time.lines.first())?;
    let basis = words.inside(&costs.bases[line.basis].label);
    let unit = &metric(assessment, &costs.bases[line.basis].total)?.unit;
    let years =
        |years: f64| input(assessment, &costs.duration).map_or_else(String::new, |input| input.text_of(words, years));
    let cost = words.amount(unit, line.points.last()?.1);
    let duration = years(over_time.duration);
    let Some(fund) = input(assessment, &costs.fund).map(|fund| fund.value_text(words)) else {
        return Some(words.format("finding-cost-whole", args![cost = cost, duration = duration, basis = basis]));
    };
    if let Some(after) = line.exhausted.filter(|after| *after <= over_time.duration) {
        let about = args![fund = fund, time = years(after), basis = basis];
        return Some(words.format("finding-cost-fund-gone", about));
    }
    let about = args![cost = cost, fund = fund, duration = duration, basis = basis];
    Some(words.format("finding-cost-fund-left", about))
}

/// The scenario's title with the proposed force.
pub(super) fn with_force(assessment: &Assessment) -> String {
    let Some(force) = assessment.roles.proposal.force else { return assessment.title.clone() };
    let force = assessment.calculation.inputs[force].value_text(assessment.words);
    assessment.words.format("cost-title-force", args![title = &assessment.title, force = force])
}

pub(super) fn fund_mark(words: Localizer, fund: &Input, unit: &Unit) -> Mark {
    Mark {
        label: words.format("cost-fund", args![fund = fund.value_text(words)]),
        value: unit.from_base(fund.value),
        slot: Some(slot::central(&fund.id)),
    }
}

/// The cost as it adds up over the duration by each basis, beside the fund.
#[must_use]
pub(crate) fn cost_over_time(assessment: &Assessment, over_time: &Cumulative) -> Option<RenderedChart> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let unit = &costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?.unit;
    let label = |line: &Line| costs.bases[line.basis].label.clone();
    let series = over_time.lines.iter().map(|line| Series {
        label: label(line),
        points: line.points.iter().map(|(year, cost)| (*year, unit.from_base(*cost))).collect(),
        band: None,
        slots: RangeSlots::of_value(slot::point(COST_OVER_TIME.stem, line.basis)),
    });
    let series: Vec<Series> = series.collect();
    let years =
        |years: f64| input(assessment, &costs.duration).map_or_else(String::new, |input| input.text_of(words, years));
    let exhausted = |line: &Line| line.exhausted.filter(|after| *after <= over_time.duration);
    // Where a single line meets the fund, its name is not needed.
    let alone = over_time.lines.iter().filter_map(exhausted).count() == 1;
    let vertical_marks = over_time.lines.iter().filter_map(|line| {
        let after = exhausted(line)?;
        let about = args![basis = label(line), time = years(after)];
        let label = words.format(if alone { "cost-used-up-alone" } else { "cost-used-up" }, about);
        let slot = slot::inner(&slot::point(COST_OVER_TIME.stem, line.basis), "used_up");
        Some(Mark { label, value: after, slot: Some(slot) })
    });
    let vertical_marks: Vec<Mark> = vertical_marks.collect();
    let fund = input(assessment, &costs.fund);
    let marks = fund.map(|fund| fund_mark(words, fund, unit));
    let metrics: Vec<MetricId> = costs.bases.iter().filter_map(|basis| basis.total.at).collect();
    let title = adds_up(assessment, over_time)?;
    let subtitle = words.format("cost-over-time-subtitle", args![title = with_force(assessment)]);
    let mut heading = heading(assessment, COST_OVER_TIME.stem, &title, subtitle, &metrics);
    let spoken = over_time.lines.iter().zip(&series).filter_map(|(line, series)| {
        let (name, end) = (label(line), words.shown(series.points.last()?.1));
        Some(match line.exhausted {
            Some(after) => words.format("cost-spoken-fund", args![name = name, whole = end, time = years(after)]),
            None => words.format("cost-spoken-whole", args![name = name, whole = end]),
        })
    });
    let spoken = words.list(&spoken.collect::<Vec<_>>());
    heading.description = words.format("cost-spoken", args![unit = words.unit(unit), rows = spoken]);
    let chart = LineChart {
        heading,
        x: Axis { label: words.text("cost-years-axis"), unit: String::new(), scale: Scale::Linear },
        panels: vec![LinePanel {
            label: words.text("cost-so-far"),
            unit: words.unit(unit),
            scale: Scale::Linear,
            series,
            marks: marks.into_iter().collect(),
        }],
        central: None,
        vertical_marks,
        shares: false,
    };
    let drawn = RenderedChart::new(COST_OVER_TIME.name(), title, chart, &style(assessment, None));
    Some(drawn.about(words.text("cost-over-time-title")))
}
