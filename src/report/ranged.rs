//! A number with the range of samples beside it, all in as many digits as tell them apart. Knows nothing of what is counted.

use crate::args;
use crate::language::Localizer;
use crate::quantity::number::SHOWN_DIGITS;

/// Most digits that are shown to tell numbers apart.
const MOST: usize = 8;

/// From this share of a range on a number stands at the end of it.
const AT_END: f64 = 0.05;

/// A number with its range, in the unit that they are shown in.
pub(super) struct Ranged {
    /// The number.
    pub number: String,
    between: [String; 2],
    place: Place,
}

/// Where a number stands that has the digits of an end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Between,
    /// Inside, at the low or at the high end.
    Low,
    High,
    /// Outside, in digits of its own or in those of an end.
    Outside,
    OutsideLow,
    OutsideHigh,
}

impl Ranged {
    pub fn new(words: Localizer, value: f64, (low, high): (f64, f64)) -> Self {
        let is_inside = lies_inside(value, (low, high));
        let share = (value - low) / (high - low);
        let is_between = is_inside && share > AT_END && share < 1.0 - AT_END;
        let text = |digits: usize| [value, low, high].map(|number| words.significant(number, digits));
        let is_apart =
            |[value, low, high]: &[String; 3]| low != high && !(is_between && (value == low || value == high));
        let found = (SHOWN_DIGITS..=MOST).map(text).find(is_apart);
        let [number, low, high] = found.unwrap_or_else(|| text(SHOWN_DIGITS));
        let place = match (is_inside, number == low, number == high) {
            (true, true, false) => Place::Low,
            (true, false, true) => Place::High,
            (true, ..) => Place::Between,
            (false, true, false) => Place::OutsideLow,
            (false, false, true) => Place::OutsideHigh,
            (false, ..) => Place::Outside,
        };
        Self { number, between: [low, high], place }
    }

    /// What stands in brackets behind the number: `730 to 13,400`.
    fn bracket(&self, words: Localizer, between: String) -> String {
        match self.place {
            Place::Between => between,
            Place::Low => words.format("at-low-end", args![range = between]),
            Place::High => words.format("at-high-end", args![range = between]),
            _ => words.format("over-its-range", args![range = between]),
        }
    }

    /// The range as short as can be: `(1,180–4,560)`; of a number outside of it in words without brackets.
    pub fn brief(&self, words: Localizer) -> String {
        let between = self.between.join("\u{2013}");
        match self.place {
            Place::Between | Place::Low | Place::High => format!("({})", self.bracket(words, between)),
            Place::Outside => words.format("answer-range", args![range = between]),
            Place::OutsideLow => words.format("answer-range-low", args![range = between]),
            Place::OutsideHigh => words.format("answer-range-high", args![range = between]),
        }
    }
}

/// Whether a number lies in its range, but for rounding.
pub(super) fn lies_inside(value: f64, (low, high): (f64, f64)) -> bool {
    let slack = 1e-9 * value.abs();
    (low - slack..=high + slack).contains(&value)
}

/// A number with its range in brackets: `1,930 (730 to 13,400)`, `1,930 EUR (730 to 13,400)`. Where the number lies outside,
/// the brackets say that they are of samples. `attach` adds the unit to the number.
pub(super) fn ranged(
    words: Localizer,
    value: f64,
    range: Option<(f64, f64)>,
    attach: impl Fn(&str) -> String,
) -> String {
    let Some(range) = range else { return attach(&words.shown(value)) };
    let found = Ranged::new(words, value, range);
    let [low, high] = &found.between;
    format!("{} ({})", attach(&found.number), found.bracket(words, words.between(low, high)))
}

/// A number with its range in a sentence of few words: `16.1 billion EUR (10.2–18.9)`, or `100 per km, 84–97 in samples`.
pub(super) fn briefly_ranged(
    words: Localizer,
    value: f64,
    range: Option<(f64, f64)>,
    attach: impl Fn(&str) -> String,
) -> String {
    let Some(range) = range else { return attach(&words.shown(value)) };
    let found = Ranged::new(words, value, range);
    let brief = found.brief(words);
    let mark = if brief.starts_with('(') { " " } else { ", " };
    // What is undefined has no unit behind it.
    [attach(&found.number).trim_end(), brief.as_str()].join(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_narrow_range_is_not_called_its_end() {
        let words = Localizer::default();
        let text = |value: f64, range: (f64, f64)| briefly_ranged(words, value, Some(range), str::to_owned);
        assert_eq!(text(13.75, (13.719, 13.781)), "13.75 (13.72–13.78)");
        assert_eq!(text(12.2222, (12.2198, 12.2247)), "12.222 (12.22–12.225)");
        assert_eq!(text(12.901, (12.9, 40.0)), "12.9 (12.9–40, at the low end)");
        assert_eq!(text(100.0, (84.13, 96.63)), "100, 84.1–96.6 in samples");
        assert_eq!(text(0.1657, (0.1659, 0.1693)), "0.166, the low end of 0.166–0.169 in samples");
        assert_eq!(text(5.0, (5.0, 5.0)), "5 (5–5)");
    }
}
