//! Charts of a comparison: a panel for each metric, all metrics as per cent of the first scenario, and waterfalls.

use super::compared::Compared;
use super::words;
use crate::analysis::comparison::{Attribution, Cause, MetricRow};
use crate::args;
use crate::chart::{
    Axis, BarKind, BarPanel, BarRow, Bars, Heading, Mark, Scale, Slope, SlopeLine, Slot, Waterfall, WaterfallStep,
};
use crate::model::own_name::COMPARE;
use crate::report::figure::{Cited, RenderedChart, style};
use crate::report::slot;
use crate::report::wording::apart;

/// Panels of one chart, so that it stays on a page.
const PANELS: usize = 6;

/// Metrics that have waterfalls, and lines of a slope chart.
const MOST: usize = 12;

/// All charts.
#[must_use]
pub(crate) fn comparison(compared: &Compared<'_>) -> Vec<RenderedChart> {
    let mut drawn = panels(compared);
    drawn.extend(slope(compared));
    for row in compared.metrics.iter().take(MOST) {
        for (why, other) in row.why.iter().zip(1..) {
            // With one cause a chart would say no more than the sentence.
            let several = |found: &&Attribution| found.shares.iter().filter(|share| share.amount != 0.0).count() > 1;
            let found = why.as_ref().ok().filter(several);
            drawn.extend(found.and_then(|found| waterfall(compared, row, found, other)));
        }
    }
    drawn
}

fn named(compared: &Compared<'_>, scenario: usize) -> String {
    compared.scenarios[scenario]
        .words
        .pair(&Compared::letter(scenario).to_string(), &compared.scenarios[scenario].short)
}

/// What a metric is in one of the scenarios.
fn in_scenario(row: &MetricRow, scenario: usize) -> Slot {
    slot::part_of(&row.id, "scenario", &Compared::letter(scenario).to_string())
}

/// The words around a chart of some metrics.
fn heading<'a>(
    compared: &Compared<'_>,
    id: &str,
    title: &str,
    subtitle: String,
    metrics: impl IntoIterator<Item = &'a MetricRow>,
) -> Heading {
    let here = |row: &'a MetricRow| {
        compared.scenarios.iter().copied().zip(&row.at).filter_map(|(one, at)| Some((one, (*at)?)))
    };
    let sources = Cited::of_metrics(metrics.into_iter().flat_map(here)).text(compared.words());
    let names: Vec<String> = (0..compared.scenarios.len()).map(|scenario| named(compared, scenario)).collect();
    let set =
        compared.scenarios.iter().flat_map(|one| &one.calculation.inputs).any(|input| input.provenance.set.is_some());
    let key = if set { "compare-footer-set" } else { "compare-footer" };
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle,
        footer: compared.words().format(key, args![scenarios = names.join(", "), sources = sources]),
        description: String::new(),
    }
}

/// A panel for each metric with a bar for each scenario.
fn panels(compared: &Compared<'_>) -> Vec<RenderedChart> {
    let said = compared.words();
    let all: Vec<(&MetricRow, BarPanel)> = compared
        .metrics
        .iter()
        .filter_map(|row| {
            let bars = (0..compared.scenarios.len()).map(|scenario| {
                let value = compared.value(row, scenario);
                let range = compared.p5_p95(row, scenario);
                BarRow {
                    label: named(compared, scenario),
                    value,
                    text: value.map_or_else(String::new, |value| said.shown(value)),
                    kind: if scenario == 0 { BarKind::Yardstick } else { BarKind::Second },
                    low_high: range,
                    slots: slot::with_ends(in_scenario(row, scenario), "p5", "p95"),
                }
            });
            // A value beside nothing is no comparison.
            let all = 0..compared.scenarios.len();
            let metric = compared.first(row).filter(|_| {
                all.filter(|scenario| compared.value(row, *scenario).is_some_and(f64::is_finite)).count() > 1
            })?;
            let (label, unit) = (metric.label.clone(), said.unit(&compared.unit(row)));
            Some((row, BarPanel { label, unit, rows: bars.collect() }))
        })
        .collect();
    let drawn = compared.spreads.iter().any(Option::is_some);
    let case = said.text(if drawn { "compare-case-samples" } else { "compare-case-central" });
    // As many in each: no chart of a single metric beside full ones.
    let charts = all.len().div_ceil(PANELS).max(1);
    let several = charts > 1;
    all.chunks(all.len().div_ceil(charts).max(1))
        .enumerate()
        .map(|(number, chunk)| {
            let (rows, panels): (Vec<&MetricRow>, Vec<BarPanel>) = chunk.iter().cloned().unzip();
            let id = COMPARE.numbered(number, if several { 2 } else { 1 });
            let title = finding(compared, &rows).unwrap_or_else(|| said.text("compare-part"));
            let mut heading = heading(compared, &id, &title, case.clone(), rows);
            let spoken = panels.iter().map(|panel| {
                let rows: Vec<String> = panel.rows.iter().map(|row| format!("{} {}", row.label, row.text)).collect();
                said.pair(&panel.label, &rows.join(", "))
            });
            heading.description = spoken.collect::<Vec<_>>().join("; ");
            let chart = Bars { heading, panels };
            RenderedChart::new(id, title, chart, &style(compared.scenarios[0], None))
        })
        .collect()
}

/// The metric that differs by the largest factor from the first scenario, and the other scenario; nothing where none does.
fn largest<'a>(compared: &Compared<'_>, rows: &[&'a MetricRow]) -> Option<(&'a MetricRow, usize)> {
    let pairs = rows.iter().flat_map(|row| {
        let of = |scenario: usize| compared.value(row, scenario).filter(|value| value.is_finite() && *value > 0.0);
        (1..compared.scenarios.len()).filter_map(move |other| Some((*row, other, of(0)?, of(other)?)))
    });
    let factor = |(_, _, one, other): &(&MetricRow, usize, f64, f64)| (one / other).max(other / one);
    let most = pairs.reduce(|a, b| if factor(&b) > factor(&a) { b } else { a })?;
    (!crate::analysis::comparison::same(most.2, most.3)).then_some((most.0, most.1))
}

/// Both values of the metric of a chart that differs most, which is said to be the largest difference where it is that
/// of the whole comparison.
fn finding(compared: &Compared<'_>, rows: &[&MetricRow]) -> Option<String> {
    let said = compared.words();
    let (row, other) = largest(compared, rows)?;
    let all: Vec<&MetricRow> = compared.metrics.iter().collect();
    let overall = largest(compared, &all).is_some_and(|(most, at)| std::ptr::eq(most, row) && at == other);
    let key = if overall { "finding-compare" } else { "finding-compare-one" };
    let (one, value) = apart(said, compared.value(row, 0)?, compared.value(row, other)?);
    let about = args![
        metric = &compared.first(row)?.label,
        one = said.end(&compared.unit(row), &one),
        other = said.end(&compared.unit(row), &value),
        letter = Compared::letter(other).to_string(),
    ];
    Some(said.format(key, about))
}

/// All metrics that have a positive value in the first scenario, as per cent of it.
fn slope(compared: &Compared<'_>) -> Option<RenderedChart> {
    let said = compared.words();
    let all = 0..compared.scenarios.len();
    let (rows, lines): (Vec<&MetricRow>, Vec<SlopeLine>) = compared
        .metrics
        .iter()
        .filter_map(|row| {
            let first = compared.value(row, 0).filter(|first| *first > 0.0)?;
            let values: Vec<f64> =
                all.clone().map(|scenario| compared.value(row, scenario).unwrap_or(f64::NAN)).collect();
            let last = values.iter().rfind(|value| **value > 0.0)?;
            let unit = compared.unit(row);
            let ends = said.between(&said.shown(first), &said.attach(&unit, &said.shown(*last)));
            let label = said.pair(&compared.first(row)?.label, &ends);
            let ratios: Vec<f64> = values.iter().map(|value| value / first).collect();
            // With a value in the first scenario alone there is no slope.
            let slots = all.clone().map(|scenario| in_scenario(row, scenario)).collect();
            (ratios.iter().filter(|ratio| **ratio > 0.0).count() > 1)
                .then_some((row, SlopeLine { label, ratios, slots }))
        })
        .take(MOST)
        .unzip();
    if lines.is_empty() {
        return None;
    }
    let title = finding(compared, &rows).unwrap_or_else(|| said.text("compare-slope"));
    let left_out = compared.metrics.len() - lines.len();
    let case = match left_out {
        0 => said.text("compare-slope-case"),
        more => said.format("compare-slope-case-more", args![count = more]),
    };
    let mut heading = heading(compared, &COMPARE.of("slope"), &title, case, rows);
    let spoken: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
    heading.description = spoken.join("; ");
    let cases = all.map(|scenario| named(compared, scenario)).collect();
    let chart = Slope { heading, cases, lines };
    Some(RenderedChart::new(COMPARE.of("slope"), title, chart, &style(compared.scenarios[0], None)))
}

/// From where to where the metric goes, and the cause that explains more than half of it; nothing where none does.
fn mainly(compared: &Compared<'_>, row: &MetricRow, found: &Attribution, other: usize) -> Option<String> {
    let (said, unit, difference) = (compared.words(), compared.unit(row), found.to - found.from);
    let half = |amount: f64| amount / difference > 0.5;
    let mut most = found.shares.iter().filter(|share| half(share.amount));
    let share = most.next().filter(|_| most.next().is_none())?;
    let (from, to) = apart(said, unit.from_base(found.from), unit.from_base(found.to));
    let about = args![
        metric = &compared.first(row)?.label,
        from = said.end(&unit, &from),
        to = said.end(&unit, &to),
        letter = Compared::letter(other).to_string(),
        cause = said.inside(&words::cause(compared, &share.cause)),
        amount = words::signed(said, unit.from_base(share.amount)),
    ];
    Some(said.format("finding-waterfall", about))
}

fn waterfall(compared: &Compared<'_>, row: &MetricRow, found: &Attribution, other: usize) -> Option<RenderedChart> {
    let (metric, unit) = (compared.first(row)?, compared.unit(row));
    let (said, letter) = (compared.words(), Compared::letter(other));
    let id = COMPARE.of(&format!("{}_{}", row.id, letter.to_ascii_lowercase()));
    let title = mainly(compared, row, found, other).unwrap_or_else(|| {
        let (metric, one, other) = (said.inside(&metric.label), named(compared, 0), named(compared, other));
        said.format("compare-waterfall", args![metric = metric, one = one, other = other])
    });
    let steps: Vec<WaterfallStep> = found
        .shares
        .iter()
        .filter(|share| share.amount != 0.0)
        .map(|share| WaterfallStep {
            label: words::cause(compared, &share.cause),
            note: words::change(compared, &share.cause, other),
            amount: unit.from_base(share.amount),
            slot: Some(match &share.cause {
                Cause::Input(input) => slot::part_of(in_scenario(row, other).as_str(), "from", input),
                Cause::Others(inputs) => slot::part_of(in_scenario(row, other).as_str(), "from", &inputs.join(",")),
                Cause::Model => slot::inner(&in_scenario(row, other), "from_model"),
            }),
        })
        .collect();
    let mut heading = heading(compared, &id, &title, said.text("compare-waterfall-case"), [row]);
    let spoken: Vec<String> =
        steps.iter().map(|step| said.pair(&step.label, &words::signed(said, step.amount))).collect();
    let (from, to) = (said.shown(unit.from_base(found.from)), said.shown(unit.from_base(found.to)));
    heading.description =
        said.format("compare-waterfall-spoken", args![from = from, to = to, steps = spoken.join("; ")]);
    let total = |scenario: usize, value: f64| Mark {
        label: named(compared, scenario),
        value: unit.from_base(value),
        slot: Some(in_scenario(row, scenario)),
    };
    let chart = Waterfall {
        heading,
        x: Axis { label: metric.label.clone(), unit: said.unit(&unit), scale: Scale::Linear },
        from: total(0, found.from),
        steps,
        to: total(other, found.to),
    };
    Some(RenderedChart::new(id, title, chart, &style(compared.scenarios[0], None)))
}
