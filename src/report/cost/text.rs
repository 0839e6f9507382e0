//! Costs and casualties in words: tables and sentences.

use super::named::{chosen, input, metric, range, soldier_year};
use crate::analysis::cumulative::Cumulative;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Basis, Input, Metric, MetricId, Named};
use crate::quantity::unit::Unit;
use crate::report::ranged::ranged;
use crate::report::table::Table;
use crate::report::wording::Wording;

pub(super) fn unit_of(named: &Named<MetricId>, assessment: &Assessment) -> String {
    metric(assessment, named).map_or_else(String::new, |metric| assessment.words.unit(&metric.unit))
}

pub(super) fn bases(assessment: &Assessment, ranges: &PercentileRanges) -> Table {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let first = costs.bases.iter().find(|basis| basis.annual.at.is_some());
    let [annual, total] = first.map_or_else(Default::default, |basis| {
        let [annual, total] = [&basis.annual, &basis.total].map(|named| unit_of(named, assessment));
        [words.format("cost-head-annual", args![unit = annual]), words.format("cost-head-total", args![unit = total])]
    });
    let mut table = Table::headed(words, &["cost-head-basis", "cost-head-soldier-year"], &[1, 2, 3, 4, 5, 6]);
    let (spread, fund) = (words.text("cost-head-range"), words.text("cost-head-fund"));
    table.header.extend([annual, spread.clone(), total, spread, fund]);
    for basis in &costs.bases {
        let Some(annual) = metric(assessment, &basis.annual) else { continue };
        let total = metric(assessment, &basis.total);
        table.push([
            chosen(words, basis),
            soldier_year(assessment, basis).map_or_else(String::new, |cost| words.shown(cost)),
            words.shown(annual.shown_value()),
            range(words, ranges, annual),
            total.map_or_else(String::new, |total| words.shown(total.shown_value())),
            total.map_or_else(String::new, |total| range(words, ranges, total)),
            metric(assessment, &basis.funding).map_or_else(String::new, |metric| metric.value_text(words)),
        ]);
    }
    let mut caption = words.format("cost-bases-caption", args![unit = soldier_year_unit(assessment)]);
    if let Some(duration) = input(assessment, &costs.duration) {
        let whole = words.format("cost-bases-whole", args![duration = duration.value_text(words)]);
        caption = format!("{caption} {whole}");
    }
    table.titled(caption)
}

/// The unit of a soldier-year, that of the chosen basis or, where that is not known, the coherent one.
pub(super) fn soldier_year_unit(assessment: &Assessment) -> String {
    let first = assessment.roles.costs.bases.iter().find_map(|basis| metric(assessment, &basis.annual));
    let words = assessment.words;
    let chosen = metric(assessment, &assessment.roles.costs.soldier_year).map(|metric| words.unit(&metric.unit));
    let of_year = |metric: &Metric| words.unit(&Unit::coherent(metric.unit.dimension()));
    let coherent = || first.map(|metric| words.format("cost-and-soldier", args![unit = of_year(metric)]));
    chosen.or_else(coherent).unwrap_or_default()
}

pub(super) fn counted(assessment: &Assessment) -> Table {
    let mut table = Table::headed(assessment.words, &["cost-head-basis", "cost-head-counts", "cost-head-after"], &[]);
    for basis in &assessment.roles.costs.bases {
        let Some(at) = basis.annual.at else { continue };
        let inputs =
            assessment.calculation.inputs_of(at).into_iter().map(|input| &assessment.calculation.inputs[input]);
        let inputs = inputs.filter(|input| Some(&input.id) != force(assessment));
        let cited = assessment.cited(inputs.flat_map(|input| &input.provenance.sources));
        table.push([basis.label.clone(), basis.counts.clone(), cited]);
    }
    table
}

pub(super) fn force(assessment: &Assessment) -> Option<&String> {
    assessment.roles.proposal.force.map(|force| &assessment.calculation.inputs[force].id)
}

pub(super) fn casualties(assessment: &Assessment, ranges: &PercentileRanges) -> Table {
    let words = assessment.words;
    let header = [
        "cost-head-deaths",
        "cost-head-rate",
        "cost-head-year",
        "cost-head-range",
        "cost-head-whole",
        "cost-head-range",
    ];
    let mut table = Table::headed(words, &header, &[1, 2, 3, 4, 5]);
    let first = assessment.roles.casualties.first();
    let unit = first.map(|casualty| &assessment.calculation.inputs[casualty.rate].unit);
    for casualty in &assessment.roles.casualties {
        let rate = assessment.calculation.inputs[casualty.rate].value;
        let annual = &assessment.calculation.metrics[casualty.annual];
        let total = casualty.total.map(|total| &assessment.calculation.metrics[total]);
        table.push([
            casualty.label.clone(),
            unit.map_or_else(String::new, |unit| words.shown(unit.from_base(rate))),
            words.shown(annual.shown_value()),
            range(words, ranges, annual),
            total.map_or_else(String::new, |total| words.shown(total.shown_value())),
            total.map_or_else(String::new, |total| range(words, ranges, total)),
        ]);
    }
    let unit = unit.map(|unit| words.unit(unit)).unwrap_or_default();
    table.titled(words.format("cost-deaths-caption", args![unit = unit]))
}

pub(super) fn sentences(
    assessment: &Assessment,
    over_time: Option<&Cumulative>,
    ranges: &PercentileRanges,
) -> Vec<String> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let mut lines = Vec::new();
    let known = costs.bases.iter().filter_map(|basis| Some((basis, soldier_year(assessment, basis)?)));
    let by = |a: &(&Basis, f64), b: &(&Basis, f64)| a.1.total_cmp(&b.1);
    if let (Some(annual), Some(basis)) =
        (metric(assessment, &costs.annual), costs.bases.iter().find(|basis| basis.chosen))
    {
        let attach = |number: &str| words.attach(&annual.unit, number);
        let cost = ranged(words, annual.shown_value(), ranges.shown(annual), attach);
        lines.push(words.format("cost-by-chosen", args![basis = &basis.label, cost = cost]));
    }
    if let (Some(least), Some(most)) = (known.clone().min_by(by), known.max_by(by))
        && most.1 > 1.5 * least.1
    {
        let about = args![
            factor = words.counted(most.1 / least.1),
            least = words.shown(least.1),
            cheap = &least.0.label,
            most = words.shown(most.1),
            dear = &most.0.label,
        ];
        lines.push(words.format("cost-bases-differ", about));
    }
    if let Some(fund) = input(assessment, &costs.fund) {
        let years = metric(assessment, &costs.years);
        lines.extend(years.map(|years| {
            words.format("cost-fund-equals", args![fund = fund.value_text(words), years = years.value_text(words)])
        }));
        lines.extend(over_time.and_then(|over_time| exhausted(assessment, over_time, fund)));
        lines.extend(fund.warning.clone());
    }
    for casualty in &assessment.roles.casualties {
        let annual = &assessment.calculation.metrics[casualty.annual];
        let (name, count) = (&casualty.label, words.counted(annual.shown_value()));
        let range = within(words, ranges, annual);
        lines.push(if range.is_empty() {
            words.format("cost-deaths", args![name = name, count = count])
        } else {
            words.format("cost-deaths-range", args![name = name, count = count, range = range])
        });
    }
    lines
}

/// A metric's range where its central case lies inside; else, with a word that says so.
fn within(words: Localizer, ranges: &PercentileRanges, metric: &Metric) -> String {
    let range = range(words, ranges, metric);
    let inside = ranges.of(metric).is_none_or(|(low, high)| (low..=high).contains(&metric.value));
    if inside { range } else { words.format("over-its-range", args![range = range]) }
}

/// When each basis has used up the fund.
pub(super) fn exhausted(assessment: &Assessment, over_time: &Cumulative, fund: &Input) -> Option<String> {
    let words = assessment.words;
    let years =
        |years: f64| input(assessment, &assessment.roles.costs.duration).map(|input| input.text_of(words, years));
    let parts = over_time.lines.iter().filter_map(|line| {
        let label = &assessment.roles.costs.bases[line.basis].label;
        Some(words.format("cost-named", args![name = label, value = years(line.exhausted?)?]))
    });
    let parts: Vec<String> = parts.collect();
    let lasts = years(over_time.duration)?;
    (!parts.is_empty()).then(|| {
        let about = args![fund = fund.value_text(words), bases = words.list(&parts), duration = lasts];
        words.format("cost-fund-used-up", about)
    })
}
