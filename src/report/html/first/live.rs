//! What follows in a line: texts with places for numbers, and the rule that chooses among them. Knows no line and no script.

use crate::language::Localizer;
use crate::model::{Assessment, InputId, Metric, MetricId};
use crate::report::backtest::Outside;
use crate::report::html::texts::{Spoken, spoken};
use serde::Serialize;

/// What follows in a line.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum Live {
    /// A number with its range and the verdict on it.
    Row {
        name: String,
        slot: Slot,
        #[serde(skip_serializing_if = "Option::is_none")]
        verdict: Option<Verdict>,
    },
    /// A text with places for numbers, in their order.
    Text { pattern: String, slots: Vec<Slot> },
    /// A text that says by how many times some numbers differ, where it is at least twice.
    Differ { pattern: String, metrics: Vec<MetricId> },
    /// A text for each verdict: as `enough` says, first where it is sure, then where it is not.
    Enough { number: Slot, verdict: Verdict, yes: Vec<String>, no: Vec<String>, unsure: Vec<String> },
    /// Where past missions stand by the first density that is known.
    Rank { densities: Vec<Ranked> },
    /// When the proposed force is there.
    InPlace(Box<InPlace>),
}

/// A number in a text.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "of")]
pub(super) enum Slot {
    /// A metric in its unit, with the range of samples where it has one.
    Metric {
        at: MetricId,
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Spoken>,
        range: bool,
    },
    /// An input as it was typed.
    Input { at: InputId },
    /// Inputs together.
    Sum { inputs: Vec<InputId> },
    /// The least and the greatest of some metrics, in the unit of the greatest.
    Between { metrics: Vec<MetricId>, unit: Spoken, pattern: String },
    /// The share of samples in which a condition holds.
    Condition { at: usize },
    /// A metric among cases: nothing where it is inside.
    Among(Outside),
}

/// Whether some inputs together are enough for what a metric asks for, in patterns with places `amount` for the
/// difference and `share` for the share of samples in which they are.
#[derive(Serialize)]
pub(super) struct Verdict {
    pub metric: MetricId,
    pub inputs: Vec<InputId>,
    /// Whether the metric has to reach the inputs, and not they it.
    pub supplies: bool,
    pub met: String,
    pub met_in: String,
    pub short: String,
    pub short_in: String,
}

/// What is said at each rank among the missions of a class.
#[derive(Serialize)]
pub(super) struct Ranked {
    pub metric: MetricId,
    /// The missions' densities, in base units.
    pub figures: Vec<f64>,
    /// A text for each number of missions that are less dense, from none to all.
    pub texts: Vec<String>,
    /// The text where all are denser.
    pub below: String,
}

/// What is said of the day on which a force is there. Each text twice: alone, and with the day `by` on which the part
/// `good` that can be sustained is there.
#[derive(Serialize)]
pub(super) struct InPlace {
    /// It is there on `day`, between those in the cases `fast` and `slow`.
    pub there: [String; 2],
    /// The same where one of the cases is no day; a case that is one is said as `case_day`.
    pub mixed: [String; 2],
    pub case_day: String,
    /// The same where no sample moves the day.
    pub alone: [String; 2],
    /// The build-up of `force` ends `short` personnel below it.
    pub short: [String; 2],
    /// `force` is not there within the time looked at.
    pub late: [String; 2],
    /// The same of a case, in place of its day.
    pub case_short: String,
    pub case_late: String,
}

/// Places for numbers, in private characters: what an author wrote cannot be taken for one.
pub(super) const PLACES: [&str; 4] =
    ["\u{e003}0\u{e004}", "\u{e003}1\u{e004}", "\u{e003}2\u{e004}", "\u{e003}3\u{e004}"];

pub(super) fn known(assessment: &Assessment, id: MetricId) -> Option<&Metric> {
    Some(&assessment.calculation.metrics[id]).filter(|metric| metric.value.is_finite())
}

/// A metric with its range, in its unit or without one.
pub(super) fn metric(words: Localizer, id: MetricId, metric: &Metric, has_unit: bool) -> Slot {
    Slot::Metric { at: id, unit: has_unit.then(|| spoken(words, &metric.unit)), range: true }
}
