//! Numbers that follow the sliders, with the words and bars around them.
//!
//! A number carries a code: `i3.6` is input 3 and `m17.3` metric 17, each with as many significant digits as stand behind
//! the point. The page's script writes the number anew wherever it finds the code, and beside it the unit, where its form
//! goes with the number.

use super::texts::{Spoken, beside, spoken};
use crate::analysis::sizing::Sizing;
use crate::language::Localizer;
use crate::model::{Assessment, Input, InputId, Metric, MetricId};
use crate::quantity::number::SHOWN_DIGITS;
use crate::quantity::unit::Unit;
use crate::report::explain::{ShownNumber, Subject, TextRun};
use serde::Serialize;

/// A number that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Number {
    code: String,
    text: String,
}

impl Number {
    /// A number that was shown somewhere.
    pub fn of(shown: &ShownNumber<'_>) -> Self {
        let code = match shown.of {
            Subject::Input(position) => format!("i{}.{}", position.index(), shown.digits),
            Subject::Metric(position) => format!("m{}.{}", position.index(), shown.digits),
        };
        Self { code, text: shown.number.clone() }
    }

    /// The unit's name as it stands beside the number.
    pub fn unit(&self, words: Localizer, unit: &Unit) -> Name {
        let follows = matches!(spoken(words, unit), Spoken::Forms(_));
        Name { code: follows.then(|| self.code.clone()), text: beside(words, unit, &self.text) }
    }
}

/// A unit beside a number, with the number's code where its form goes with the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Name {
    code: Option<String>,
    text: String,
}

pub(super) fn input(words: Localizer, found: &Input, position: InputId, digits: usize) -> Number {
    Number { code: format!("i{}.{digits}", position.index()), text: words.significant(found.shown_value(), digits) }
}

pub(super) fn metric(words: Localizer, found: &Metric, position: MetricId, digits: usize) -> Number {
    Number { code: format!("m{}.{digits}", position.index()), text: words.significant(found.shown_value(), digits) }
}

/// A piece of a text: words, or a number or unit that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct LiveRun {
    code: Option<String>,
    /// The code of the number that a unit goes with.
    unit: Option<String>,
    text: String,
}

/// Runs of words and numbers, with the codes that the script looks for.
pub(super) fn runs(runs: &[TextRun<'_>], words: Localizer) -> Vec<LiveRun> {
    let plain = |text: String| LiveRun { code: None, unit: None, text };
    let mut live = Vec::new();
    for run in runs {
        match run {
            TextRun::Words(text) => live.push(plain(text.clone())),
            TextRun::Number(shown) => {
                let number = Number::of(shown);
                let unit = number.unit(words, shown.unit);
                live.push(LiveRun { code: Some(number.code), unit: None, text: number.text });
                if !unit.text.is_empty() {
                    live.push(plain(" ".to_owned()));
                    live.push(LiveRun { code: None, unit: unit.code, text: unit.text });
                }
            }
        }
    }
    live
}

/// A headline figure.
#[derive(Serialize)]
pub(super) struct Headline<'a> {
    position: MetricId,
    id: &'a str,
    label: &'a str,
    means: &'a str,
    number: Number,
    unit: Name,
}

/// The headline metrics; where there are none, the first few that can be computed.
pub(super) fn headlines(assessment: &Assessment) -> Vec<Headline<'_>> {
    let any = assessment.calculation.metrics.iter().any(|metric| metric.headline);
    let chosen = assessment.calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.headline || !any);
    chosen
        .take(if any { usize::MAX } else { 8 })
        .map(|(position, found)| one(assessment.words, position, found))
        .collect()
}

fn one(words: Localizer, position: MetricId, found: &Metric) -> Headline<'_> {
    let number = metric(words, found, position, SHOWN_DIGITS);
    let unit = number.unit(words, &found.unit);
    Headline { position, id: &found.id, label: &found.label, means: &found.means, number, unit }
}

/// A sizing method with its requirement beside the forces that it counts.
#[derive(Serialize)]
pub(super) struct Method<'a> {
    pub label: &'a str,
    pub metric: MetricId,
    /// The inputs whose sum is what is there.
    pub counts: &'a [InputId],
    pub applies: Option<bool>,
    why: &'a str,
    number: Number,
    counted: Option<String>,
    margin: Option<String>,
    bar: Option<Bar>,
}

/// A bar between two places, in per cent of the width.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Bar {
    x: f64,
    width: f64,
    /// Where the forces counted are.
    from: f64,
    /// `more` than the forces counted, or `less`.
    side: &'static str,
}

/// The logarithmic axis: places, in per cent of the width, of its powers of ten.
#[derive(Serialize)]
pub(super) struct Axis {
    ticks: Vec<(f64, String)>,
}

/// The powers of ten between which all positive values lie.
fn decades(values: &[f64]) -> Option<(f64, f64)> {
    let logs = values.iter().filter(|value| **value > 0.0 && value.is_finite()).map(|value| libm::log10(*value));
    let (low, high) = logs.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), log| (low.min(log), high.max(log)));
    let (low, high) = (libm::floor(low), libm::ceil(high));
    (low.is_finite() && high.is_finite()).then_some((low, if high > low { high } else { low + 1.0 }))
}

fn place((low, high): (f64, f64), value: f64) -> f64 {
    let share = 100.0 * (libm::log10(value) - low) / (high - low);
    libm::round(share.clamp(0.0, 100.0) * 100.0) / 100.0
}

/// The ends of the axis: the powers of ten around every requirement and the forces counted, in base units.
fn ends(assessment: &Assessment, sizing: &Sizing) -> Option<(f64, f64)> {
    let with = sizing.requirements.iter().filter_map(|requirement| {
        let metric = *assessment.roles.methods[requirement.method].metric.as_ref().ok()?;
        Some((requirement.counted, assessment.calculation.metrics[metric].value))
    });
    let values: Vec<f64> = with.flat_map(|(counted, value)| counted.into_iter().chain([value])).collect();
    decades(&values)
}

pub(super) fn axis(assessment: &Assessment, sizing: &Sizing) -> Option<Axis> {
    sizing.requirements.iter().any(|requirement| requirement.counted.is_some()).then_some(())?;
    let ends = ends(assessment, sizing)?;
    let count = ends.1 - ends.0;
    let ticks = (0..=64).map(f64::from).take_while(|step| *step <= count);
    let tick = |step: f64| {
        (place(ends, libm::pow(10.0, ends.0 + step)), assessment.words.shown(libm::pow(10.0, ends.0 + step)))
    };
    Some(Axis { ticks: ticks.map(tick).collect() })
}

pub(super) fn methods<'a>(assessment: &'a Assessment, sizing: &Sizing) -> Vec<Method<'a>> {
    let ends = ends(assessment, sizing);
    let words = assessment.words;
    let with = sizing.requirements.iter().filter_map(|requirement| {
        let method = &assessment.roles.methods[requirement.method];
        let position = *method.metric.as_ref().ok()?;
        let found = &assessment.calculation.metrics[position];
        let is_placed = |value: f64| value > 0.0 && value.is_finite();
        let placed = requirement.counted.zip(ends).filter(|(counted, _)| is_placed(*counted) && is_placed(found.value));
        let bar = placed.map(|(counted, ends)| {
            let (from, to) = (place(ends, counted), place(ends, found.value));
            let width = libm::round((to - from).abs() * 100.0) / 100.0;
            Bar { x: from.min(to), width, from, side: if found.value > counted { "more" } else { "less" } }
        });
        Some(Method {
            label: &method.label,
            metric: position,
            counts: &method.counts,
            applies: requirement.applies,
            why: &method.why,
            number: metric(words, found, position, SHOWN_DIGITS),
            counted: requirement.counted.map(|counted| words.shown(counted)),
            margin: requirement.counted.map(|counted| signed(words, counted - found.value)),
            bar,
        })
    });
    with.collect()
}

fn signed(words: Localizer, value: f64) -> String {
    if value > 0.0 { format!("+{}", words.shown(value)) } else { words.shown(value) }
}

/// A condition and whether it holds.
#[derive(Serialize)]
pub(super) struct ConditionState<'a> {
    label: &'a str,
    text: &'a str,
    number: Number,
    unit: Name,
    holds: bool,
}

pub(super) fn conditions(assessment: &Assessment) -> Vec<ConditionState<'_>> {
    let all = assessment.requests.conditions.iter();
    all.filter_map(|condition| {
        let found = assessment.calculation.metrics.get(condition.metric)?;
        let number = metric(assessment.words, found, condition.metric, SHOWN_DIGITS);
        Some(ConditionState {
            label: &condition.label,
            text: &condition.text,
            unit: number.unit(assessment.words, &found.unit),
            number,
            holds: condition.holds(found.value),
        })
    })
    .collect()
}
