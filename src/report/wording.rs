//! How inputs and metrics are said in a language: values, ranges and choices with their units. Knows nothing of tables
//! or of how an explanation is laid out.

use crate::args;
use crate::formula::print;
use crate::language::Localizer;
use crate::model::{Input, Metric};
use crate::program::Extremes;
use crate::quantity::number::SHOWN_DIGITS;
use crate::quantity::unit::Unit;
use crate::uncertainty::distribution::Distribution;

/// Enough digits to follow the arithmetic.
pub(crate) const RESULT_DIGITS: usize = 6;

/// What is said with the digits and the unit of its own.
pub trait Wording {
    /// The central case with its unit: of an input with all its digits, of a metric with as many as tables show.
    fn value_text(&self, words: Localizer) -> String;
    /// A value in base units, in the unit it is shown in.
    fn text_of(&self, words: Localizer, base: f64) -> String;
}

impl Wording for Input {
    fn value_text(&self, words: Localizer) -> String {
        words.attach(&self.unit, &words.significant(self.shown_value(), digits(self)))
    }

    fn text_of(&self, words: Localizer, base: f64) -> String {
        words.amount(&self.unit, base)
    }
}

impl Wording for Metric {
    fn value_text(&self, words: Localizer) -> String {
        self.text_of(words, self.value)
    }

    fn text_of(&self, words: Localizer, base: f64) -> String {
        words.amount(&self.unit, base)
    }
}

/// How many digits of an input's value are shown: what was written is shown with all of them; what follows from a range
/// is not more exact than that.
#[must_use]
pub(crate) fn digits(input: &Input) -> usize {
    if input.is_derived { 4 } else { 15 }
}

/// An input's range with its unit, where there is one: `1,000 to 1,250 km`.
#[must_use]
pub fn range_text(input: &Input, words: Localizer) -> Option<String> {
    let range = input.range.as_ref()?;
    if let Some(choices) = Distribution::choices(range) {
        return Some(choices_text(input, words, &choices.iter().map(|(choice, _)| *choice).collect::<Vec<f64>>()));
    }
    let (low, high) = input.shown_range()?;
    let digits = |value: f64| words.significant(value, 6);
    Some(words.attach(&input.unit, &words.between(&digits(low), &digits(high))))
}

/// Some choices in base units, in the input's unit: `1,000, 1,250 or 2,100 km`.
#[must_use]
pub(crate) fn choices_text(input: &Input, words: Localizer, choices: &[f64]) -> String {
    let text = |value: f64| words.significant(value, digits(input));
    let shown: Vec<String> = choices.iter().map(|choice| text(input.unit.from_base(*choice))).collect();
    match shown.split_last() {
        None => words.text("nothing"),
        Some((last, [])) => words.attach(&input.unit, last),
        Some((last, others)) => {
            let all = words.format("or", args![others = others.join(", "), last = last]);
            words.attach(&input.unit, &all)
        }
    }
}

/// Two numbers with as many digits as tables show, or with more where these would not tell them apart.
pub(crate) fn apart(words: Localizer, one: f64, other: f64) -> (String, String) {
    let [one, other] = told_apart(words, [one, other]);
    (one, other)
}

/// The same for several numbers; what is equal up to the eighth digit stays equal.
pub(crate) fn told_apart<const N: usize>(words: Localizer, values: [f64; N]) -> [String; N] {
    let distinct = |texts: &[String; N]| (1..N).all(|at| !texts[..at].contains(&texts[at]));
    let shown = values.map(|value| words.shown(value));
    if distinct(&shown) {
        return shown;
    }
    let longer = (SHOWN_DIGITS + 1..=8).map(|digits| values.map(|value| words.significant(value, digits)));
    longer.into_iter().find(distinct).unwrap_or(shown)
}

/// The same with their unit, as the ends of a range in words.
pub(crate) fn ends_apart(words: Localizer, unit: &Unit, one: f64, other: f64) -> (String, String) {
    let (low, high) = apart(words, unit.from_base(one), unit.from_base(other));
    (low, words.end(unit, &high))
}

/// Whether a number lies in its range, but for rounding.
pub(super) fn lies_inside(value: f64, (low, high): (f64, f64)) -> bool {
    let slack = 1e-9 * value.abs();
    (low - slack..=high + slack).contains(&value)
}

/// A range in words, with the end at which the number stands where the two have the same digits.
fn at_an_end(words: Localizer, between: String, [value, low, high]: [&str; 3]) -> String {
    match (value == low, value == high) {
        (true, false) => words.format("at-low-end", args![range = between]),
        (false, true) => words.format("at-high-end", args![range = between]),
        _ => between,
    }
}

/// A number and the ends of its range for cells of their own, all with the fewest digits that tell the three apart.
pub(crate) fn beside_ends(words: Localizer, value: f64, (low, high): (f64, f64)) -> [String; 3] {
    let text = |digits: usize| [value, low, high].map(|number| words.significant(number, digits));
    let differs = |[value, low, high]: &[String; 3]| value != low && value != high && low != high;
    let usual = [value, low, high].map(|number| words.shown(number));
    if differs(&usual) {
        return usual;
    }
    (SHOWN_DIGITS + 1..=RESULT_DIGITS).map(text).find(differs).unwrap_or(usual)
}

/// A range in words, its ends told apart: `1.0001 to 1.0002`.
pub(crate) fn between(words: Localizer, (low, high): (f64, f64)) -> String {
    let (low, high) = apart(words, low, high);
    words.between(&low, &high)
}

/// A number and the ends of its range with the fewest digits that tell the ends apart.
fn with_ends(words: Localizer, value: f64, (low, high): (f64, f64)) -> [String; 3] {
    let text = |digits: usize| [value, low, high].map(|number| words.significant(number, digits));
    let usual = [value, low, high].map(|number| words.shown(number));
    let differs = |[_, low, high]: &[String; 3]| low != high;
    if differs(&usual) || low.total_cmp(&high).is_eq() {
        return usual;
    }
    (SHOWN_DIGITS + 1..=8).map(text).find(differs).unwrap_or(usual)
}

/// The smallest and the largest value over all declared ranges in words: one without a bound is `unbounded`, one that is a
/// bound alone is called that. `as_shown` gives a number in the unit that it is shown in.
pub(super) fn extremes_text(words: Localizer, extremes: &Extremes, as_shown: impl Fn(f64) -> f64) -> [String; 2] {
    let Extremes { bounds, is_outer, .. } = extremes;
    [(bounds.low, "end-no-less"), (bounds.high, "end-no-more")].map(|(end, outer)| match (end.is_finite(), is_outer) {
        (false, _) => words.text("end-unbounded"),
        (true, false) => words.shown(as_shown(end)),
        (true, true) => words.format(outer, args![value = words.shown(as_shown(end))]),
    })
}

/// A number with the range of samples beside it: `1,930 (730 to 13,400)`. Where the number lies outside its range, the
/// brackets say that they are about the range. `as_shown` gives a number in the unit that it is shown in.
pub(super) fn ranged(
    words: Localizer,
    text: &str,
    value: f64,
    range: Option<(f64, f64)>,
    as_shown: impl Fn(f64) -> f64,
) -> String {
    let Some((low, high)) = range else { return text.to_owned() };
    let [value_text, low_text, high_text] = with_ends(words, as_shown(value), (as_shown(low), as_shown(high)));
    let between = words.between(&low_text, &high_text);
    let between = at_an_end(words, between, [&value_text, &low_text, &high_text]);
    if lies_inside(value, (low, high)) {
        format!("{text} ({between})")
    } else {
        format!("{text} ({})", words.format("over-its-range", args![range = between]))
    }
}

/// A range beside a number, as short as can be: `(1,180–4,560)`; where the number lies outside, without brackets and
/// with words that say what it is.
pub(super) fn brief_range(
    words: Localizer,
    value: f64,
    (low, high): (f64, f64),
    as_shown: impl Fn(f64) -> f64,
) -> String {
    let [value_text, low_text, high_text] = with_ends(words, as_shown(value), (as_shown(low), as_shown(high)));
    let between = format!("{low_text}\u{2013}{high_text}");
    if lies_inside(value, (low, high)) {
        return format!("({})", at_an_end(words, between, [&value_text, &low_text, &high_text]));
    }
    let key = if low_text == high_text {
        "answer-range"
    } else if value_text == low_text {
        "answer-range-low"
    } else if value_text == high_text {
        "answer-range-high"
    } else {
        "answer-range"
    };
    words.format(key, args![range = between])
}

/// A number with its range in a sentence: `16.1 billion EUR (10.2–18.9)`, or `100 per km, but 84–97 in samples`.
pub(super) fn briefly_ranged(
    words: Localizer,
    text: &str,
    value: f64,
    range: Option<(f64, f64)>,
    as_shown: impl Fn(f64) -> f64,
) -> String {
    let Some(range) = range.map(|range| brief_range(words, value, range, as_shown)) else { return text.to_owned() };
    let mark = if range.starts_with('(') { " " } else { ", " };
    // What is undefined has no unit behind it.
    [text.trim_end(), range.as_str()].join(mark)
}

/// A value set on the command line, as one types it: `peacekeepers = 25,000 troops`.
pub(super) fn set_text(input: &Input, words: Localizer) -> String {
    format!("{} = {}", input.id, input.value_text(words))
}

/// A metric's formula as text.
#[must_use]
pub(crate) fn formula_text(metric: &Metric) -> String {
    print(&metric.formula)
}

/// Labels inside a sentence, one after another; with semicolons where one has a comma of its own.
pub(super) fn listed<'a>(words: Localizer, labels: impl IntoIterator<Item = &'a String>) -> String {
    let labels: Vec<String> = labels.into_iter().map(|label| words.inside(label)).collect();
    if labels.iter().any(|label| label.contains(',')) { words.list(&labels) } else { labels.join(", ") }
}
