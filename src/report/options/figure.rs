//! Charts of options: shares as a matrix, regret as strips.

use super::tables::margin;
use super::text::{directed, futures, label, metric, share_of};
use crate::analysis::options::{OptionStudy, Regret, RegretOf};
use crate::args;
use crate::chart::{RangeSlots, ShareCell, ShareColumn, Shares, Slot, SpanPanel, SpanRow, Spans};
use crate::model::own_name::OPTIONS;
use crate::model::{Assessment, MetricId, Preference};
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::share;
use crate::report::slot;
use crate::uncertainty::confidence::Share;

/// Metrics that one chart of regrets holds.
const PANELS: usize = 6;

/// The charts; one that has nothing to show is not there.
pub(super) fn all(assessment: &Assessment, found: &OptionStudy) -> Vec<RenderedChart> {
    let shares = (!found.conditions.is_empty()).then(|| shares(assessment, found));
    shares.into_iter().chain(regrets(assessment, found)).collect()
}

fn case(assessment: &Assessment, found: &OptionStudy) -> String {
    let words = assessment.words;
    let about = args![title = &assessment.title, futures = futures(words, found)];
    words.format(if found.is_drawn() { "options-case" } else { "options-case-one" }, about)
}

/// The part of a chart that an option is.
fn of_option(found: &OptionStudy, option: usize, part: &str) -> Slot {
    let name = found.options.get(option).map_or("", |option| option.name.as_str());
    slot::inner(&slot::part_of(OPTIONS.stem, "option", name), part)
}

/// The shares as a matrix of options and conditions.
fn shares(assessment: &Assessment, found: &OptionStudy) -> RenderedChart {
    let words = assessment.words;
    let id = OPTIONS.name();
    let cell = |share: Option<&Share>, below: String, slot: Slot| ShareCell {
        share: share.map(|share| share.share),
        text: share.map_or_else(|| words.text("options-no-number"), |share| share::of_samples(words, share)),
        below,
        slot: Some(slot),
    };
    let column = |(place, condition): (usize, &crate::model::Condition)| {
        let cells = found.met.iter().enumerate().map(|(option, met)| {
            let held = met.held[place].as_ref();
            let below = held.and_then(|held| held.margin);
            let below = below.map_or_else(String::new, |below| margin(assessment, place, found, below));
            let slot = of_option(found, option, &format!("condition:{}", place + 1));
            cell(held.map(|held| &held.share), below, slot)
        });
        ShareColumn { label: condition.label.clone(), strong: false, cells: cells.collect() }
    };
    let mut columns: Vec<ShareColumn> = found.conditions.iter().enumerate().map(column).collect();
    if columns.len() > 1 {
        let cells = found
            .met
            .iter()
            .enumerate()
            .map(|(option, met)| cell(met.all.as_ref(), String::new(), of_option(found, option, "all_conditions")));
        let label = words.text("options-head-all");
        columns.push(ShareColumn { label, strong: true, cells: cells.collect() });
    }
    let margins = columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.below.is_empty());
    let mut case = case(assessment, found);
    if margins {
        case = words.format("options-case-margins", args![case = case]);
    }
    let title = finding(assessment, found).unwrap_or_else(|| words.text("options-title"));
    let metrics: Vec<MetricId> = found.conditions.iter().map(|condition| condition.metric).collect();
    let mut heading = heading(assessment, &id, &title, case, &metrics);
    let spoken = columns.iter().flat_map(|column| {
        column.cells.iter().zip(&found.options).map(|(cell, option)| {
            let about = args![option = &option.label, what = &column.label, number = &cell.text];
            words.format("options-spoken", about)
        })
    });
    heading.description = spoken.collect::<Vec<_>>().join("; ");
    let rows = found.options.iter().map(|option| option.label.clone()).collect();
    RenderedChart::new(id, title, Shares { heading, rows, columns }, &style(assessment, None))
}

/// Which option meets all conditions most often, where that is one.
fn finding(assessment: &Assessment, found: &OptionStudy) -> Option<String> {
    let words = assessment.words;
    if !found.is_drawn() {
        return None;
    }
    let all = found.met[*found.satisficing.first()?].all?;
    if all.share <= 0.0 {
        return Some(words.text("options-finding-none"));
    }
    let [only] = found.satisficing.as_slice() else { return None };
    let about = args![option = label(found, *only), share = share_of(words, &all)];
    Some(words.format("options-finding", about))
}

/// The regret in metrics, as strips; nothing where no option has any.
fn regrets(assessment: &Assessment, found: &OptionStudy) -> Option<RenderedChart> {
    let words = assessment.words;
    let tells = |regret: &Regret| regret.of.iter().flatten().any(|of| of.largest > 0.0);
    let told: Vec<(&Preference, &Regret)> =
        found.preferences.iter().zip(&found.regrets).filter(|(_, regret)| tells(regret)).take(PANELS).collect();
    let (first, regret) = *told.first()?;
    let id = OPTIONS.of("regret");
    let title = match regret.minimax.as_slice() {
        [only] => {
            let about = args![option = label(found, *only), metric = words.inside(&metric(assessment, first).label)];
            words.format("options-finding-regret", about)
        }
        _ => words.text("options-regret-title"),
    };
    let panel = |(preference, regret): &(&Preference, &Regret)| {
        let rows = regret.of.iter().enumerate().filter_map(|(option, of)| {
            Some(row(assessment, found, (option, *preference), of.as_ref()?, regret.minimax.contains(&option)))
        });
        // The unit stands in the name, before the direction.
        SpanPanel { label: directed(assessment, preference), unit: String::new(), rows: rows.collect() }
    };
    let panels: Vec<SpanPanel> = told.iter().map(panel).collect();
    let metrics: Vec<MetricId> = told.iter().map(|(preference, _)| preference.metric).collect();
    let mut heading = heading(assessment, &id, &title, case(assessment, found), &metrics);
    let spoken = told.iter().flat_map(|(preference, regret)| {
        let metric = metric(assessment, preference);
        let shown = |value: f64| words.shown(metric.unit.from_base(value));
        regret.of.iter().enumerate().filter_map(move |(option, of)| {
            let of = of.as_ref()?;
            let about = args![
                metric = &metric.label,
                option = label(found, option),
                median = shown(of.median()),
                largest = shown(of.largest)
            ];
            Some(words.format("options-spoken-regret", about))
        })
    });
    heading.description = spoken.collect::<Vec<_>>().join("; ");
    let chart = Spans { heading, panels, key: words.text("options-regret-key") };
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)))
}

fn row(
    assessment: &Assessment,
    found: &OptionStudy,
    (option, preference): (usize, &Preference),
    of: &RegretOf,
    strong: bool,
) -> SpanRow {
    let (words, metric) = (assessment.words, metric(assessment, preference));
    let shown = |value: f64| words.shown(metric.unit.from_base(value));
    let slot = of_option(found, option, &format!("regret:{}", metric.id));
    SpanRow {
        label: label(found, option).to_owned(),
        strong,
        quantiles: of.percentiles.iter().map(|value| metric.unit.from_base(*value)).collect(),
        largest: metric.unit.from_base(of.largest),
        text: format!("{}, {}", shown(of.median()), shown(of.largest)),
        slots: RangeSlots {
            low: Some(slot::inner(&slot, "p5")),
            value: Some(slot::inner(&slot, "p50")),
            high: Some(slot::inner(&slot, "p95")),
        },
        largest_slot: Some(slot::inner(&slot, "largest")),
    }
}
