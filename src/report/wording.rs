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
    let longer = (SHOWN_DIGITS + 1..=8).map(|digits| aligned(words, values, digits));
    longer.into_iter().find(distinct).unwrap_or(shown)
}

/// Numbers with the decimals of the smallest of them in so many digits: `99,999.5` and `100,000.5`.
fn aligned<const N: usize>(words: Localizer, values: [f64; N], digits: usize) -> [String; N] {
    let before = |value: f64| if value == 0.0 { 1.0 } else { libm::floor(libm::log10(value.abs())) + 1.0 };
    let sized = values.iter().copied().filter(|value| value.is_finite() && *value != 0.0);
    let least = sized.map(before).fold(f64::INFINITY, f64::min);
    if least.is_infinite() {
        return values.map(|value| words.significant(value, digits));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few digits more")]
    let of = |value: f64| digits + if value.is_finite() { (before(value) - least).clamp(0.0, 7.0) as usize } else { 0 };
    values.map(|value| words.significant(value, of(value)))
}

/// Several numbers in as many digits as tell two of them apart.
pub(crate) fn as_apart<const N: usize>(words: Localizer, values: [f64; N], [one, other]: [usize; 2]) -> [String; N] {
    let shown = values.map(|value| words.shown(value));
    if shown[one] != shown[other] {
        return shown;
    }
    let longer = (SHOWN_DIGITS + 1..=8).map(|digits| aligned(words, values, digits));
    longer.into_iter().find(|texts| texts[one] != texts[other]).unwrap_or(shown)
}

/// The same with their unit, as the ends of a range in words.
pub(crate) fn ends_apart(words: Localizer, unit: &Unit, one: f64, other: f64) -> (String, String) {
    let (low, high) = apart(words, unit.from_base(one), unit.from_base(other));
    (low, words.end(unit, &high))
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
