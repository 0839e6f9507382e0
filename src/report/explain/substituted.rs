//! A formula with numbers in the place of its names, as runs of words and numbers. Knows nothing of how they are set.

use crate::args;
use crate::formula::{PrintedTerm, print_with};
use crate::language::Localizer;
use crate::model::{Assessment, Input, InputId, Metric, MetricId, Referent};
use crate::quantity::unit::Unit;
use crate::report::wording::{RESULT_DIGITS, digits};

/// Members of a scope that are spoken of one by one where they are many, the largest.
pub(in crate::report) const LARGEST: usize = 3;

/// Every member of a scope.
pub(in crate::report) const ALL: usize = usize::MAX;

/// What a number is the value of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subject {
    /// An input: read.
    Input(InputId),
    /// A metric: computed.
    Metric(MetricId),
}

/// A number as it is shown, and of what it is the value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ShownNumber<'a> {
    /// Of what.
    pub of: Subject,
    /// The most significant digits that it is shown with.
    pub digits: usize,
    /// The number alone.
    pub number: String,
    /// The unit that it is in.
    pub unit: &'a Unit,
}

impl<'a> ShownNumber<'a> {
    /// An input's value, with all its digits.
    pub(in crate::report) fn input(words: Localizer, position: InputId, input: &'a Input) -> Self {
        let digits = digits(input);
        let number = words.significant(input.shown_value(), digits);
        Self { of: Subject::Input(position), digits, number, unit: &input.unit }
    }

    /// A metric's value, with enough digits to follow the arithmetic.
    pub(in crate::report) fn metric(words: Localizer, position: MetricId, metric: &'a Metric) -> Self {
        let number = words.significant(metric.shown_value(), RESULT_DIGITS);
        Self { of: Subject::Metric(position), digits: RESULT_DIGITS, number, unit: &metric.unit }
    }

    /// The number with its unit.
    #[must_use]
    pub fn text(&self, words: Localizer) -> String {
        words.attach(self.unit, &self.number)
    }
}

/// A piece of a text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TextRun<'a> {
    /// Words and operators.
    Words(String),
    /// A number with its unit.
    Number(ShownNumber<'a>),
}

impl TextRun<'_> {
    /// Runs as one text.
    #[must_use]
    pub(crate) fn joined(runs: &[Self], words: Localizer) -> String {
        let text = |run: &Self| match run {
            Self::Words(text) => text.clone(),
            Self::Number(number) => number.text(words),
        };
        runs.iter().map(text).collect()
    }
}

/// A metric's formula with numbers and units in the place of names; of many members the largest.
#[must_use]
pub fn substituted(assessment: &Assessment, metric: &Metric) -> String {
    TextRun::joined(&runs(assessment, metric, LARGEST), assessment.words)
}

/// Private characters around the place of a number inside a formula.
const PLACE: [char; 2] = ['\u{e000}', '\u{e001}'];

/// The same as runs; of the members of a scope so many at `most`, parted by commas.
pub(super) fn runs<'a>(assessment: &'a Assessment, metric: &Metric, most: usize) -> Vec<TextRun<'a>> {
    let numbers = std::cell::RefCell::new(Vec::new());
    let place = |referent: &Referent| {
        let Some(number) = shown(assessment, referent) else { return String::new() };
        let mut numbers = numbers.borrow_mut();
        numbers.push(number);
        format!("{}{}{}", PLACE[0], numbers.len() - 1, PLACE[1])
    };
    let text = print_with(&metric.formula, |name| {
        let referent = metric.uses.iter().find(|(used, _)| used == name).map(|(_, referent)| referent);
        PrintedTerm::atom(match referent {
            Some(Referent::Members(members)) => {
                let (shown, more) = largest(assessment, members, most);
                let more =
                    more.map(|(count, sum)| assessment.words.format("more-that-sum", args![count = count, sum = sum]));
                shown.into_iter().map(place).chain(more).collect::<Vec<_>>().join(", ")
            }
            Some(referent) => place(referent),
            None => name.to_owned(),
        })
    });
    taken_apart(&text, &numbers.into_inner())
}

/// A text with numbers at its places.
fn taken_apart<'a>(text: &str, numbers: &[ShownNumber<'a>]) -> Vec<TextRun<'a>> {
    let mut runs = Vec::new();
    let words = |text: &str| (!text.is_empty()).then(|| TextRun::Words(text.to_owned()));
    for (at, piece) in text.split(PLACE[0]).enumerate() {
        let number = piece.split_once(PLACE[1]).filter(|_| at > 0);
        let number = number.and_then(|(at, rest)| Some((numbers.get(at.parse::<usize>().ok()?)?, rest)));
        match number {
            Some((number, rest)) => {
                runs.push(TextRun::Number(number.clone()));
                runs.extend(words(rest));
            }
            None => runs.extend(words(piece)),
        }
    }
    runs
}

fn shown<'a>(assessment: &'a Assessment, referent: &Referent) -> Option<ShownNumber<'a>> {
    let calculation = &assessment.calculation;
    match referent {
        Referent::Input(at) => {
            calculation.inputs.get(*at).map(|input| ShownNumber::input(assessment.words, *at, input))
        }
        Referent::Metric(at) => {
            calculation.metrics.get(*at).map(|metric| ShownNumber::metric(assessment.words, *at, metric))
        }
        Referent::Members(_) => None,
    }
}

/// The members that are shown, in the order of the files or the largest first, and of the others their number and
/// their sum.
pub(super) fn largest<'a>(
    assessment: &Assessment,
    members: &'a [Referent],
    most: usize,
) -> (Vec<&'a Referent>, Option<(usize, String)>) {
    // One or two left out would take as much room as to show them.
    if members.len() <= most.saturating_add(2) {
        return (members.iter().collect(), None);
    }
    let value = |member: &Referent| match member {
        Referent::Input(input) => assessment.calculation.inputs.get(*input).map_or(f64::NAN, |input| input.value),
        Referent::Metric(metric) => assessment.calculation.metrics.get(*metric).map_or(f64::NAN, |metric| metric.value),
        Referent::Members(_) => f64::NAN,
    };
    let mut shown: Vec<&Referent> = members.iter().collect();
    shown.sort_by(|a, b| value(b).abs().total_cmp(&value(a).abs()));
    let others = shown.split_off(most);
    let sum: f64 = others.iter().map(|member| value(member)).sum();
    let unit = others.first().and_then(|member| match member {
        Referent::Input(input) => assessment.calculation.inputs.get(*input).map(|input| &input.unit),
        Referent::Metric(metric) => assessment.calculation.metrics.get(*metric).map(|metric| &metric.unit),
        Referent::Members(_) => None,
    });
    let sum = unit.map_or_else(String::new, |unit| {
        assessment.words.attach(unit, &assessment.words.significant(unit.from_base(sum), 6))
    });
    (shown, Some((others.len(), sum)))
}
