//! Why a number is what it is: the formula, the same with numbers, the result, and so on down to the inputs.

use super::assessment::{Assessment, Input, Metric, Provenance, Referent};
use crate::args;
use crate::formula::{PrintedTerm, print, print_with};
use crate::uncertainty::distribution::Distribution;

/// Members of a scope that are spoken of one by one where they are many, the largest.
const LARGEST: usize = 3;

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A metric: computed.
    Metric {
        /// Position in the assessment.
        metric: usize,
        /// The formula as text.
        formula: String,
        /// The formula with numbers and units in the place of names.
        substituted: String,
        /// The result with its unit.
        result: String,
    },
    /// An input: read.
    Input {
        /// Position in the assessment.
        input: usize,
        /// The value with its unit.
        value: String,
        /// The range with its unit and distribution.
        range: Option<String>,
    },
    /// Members of a scope that are not explained one by one.
    More {
        /// What they are, as in the formula.
        name: String,
        /// How many.
        count: usize,
        /// Their sum with its unit.
        sum: String,
    },
}

/// A step, how deep it lies below what was asked for, and whether its own steps were listed before.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// How deep: 0 for what was asked for.
    pub depth: usize,
    /// The step.
    pub step: Step,
    /// Whether it was explained further up, so that nothing follows below it.
    pub seen: bool,
}

/// What is still to be explained.
enum Open {
    One(Referent),
    More(Step),
}

impl Assessment {
    /// The derivation of a metric, down to the inputs; empty for a position there is not.
    #[must_use]
    pub fn explain(&self, metric: usize) -> Vec<Derivation> {
        self.derivation(metric, usize::MAX)
    }

    /// As [`Assessment::explain`]; of the many members of a scope only the largest are followed.
    #[must_use]
    pub fn explain_briefly(&self, metric: usize) -> Vec<Derivation> {
        self.derivation(metric, LARGEST)
    }

    fn derivation(&self, metric: usize, most: usize) -> Vec<Derivation> {
        let mut lines = Vec::new();
        let mut seen = vec![false; self.metrics.len()];
        // Last in, first out: pushed in reverse, so that lines come in the order of the formula.
        let mut open = vec![(0, Open::One(Referent::Metric(metric)))];
        let mut inputs_seen = vec![false; self.inputs.len()];
        while let Some((depth, next)) = open.pop() {
            let referent = match next {
                Open::One(referent) => referent,
                Open::More(step) => {
                    lines.push(Derivation { depth, step, seen: false });
                    continue;
                }
            };
            match referent {
                Referent::Input(input) => {
                    let Some(found) = self.inputs.get(input) else { continue };
                    let range = found.range.as_ref().map(|range| {
                        // The value may be another than the one the range is built around.
                        let apart = (range.central() - found.value).abs() > 1e-9 * found.value.abs();
                        let kind = self.words.choice("distribution", &range.to_string());
                        let range_text = range_text(found);
                        if apart {
                            let around = found.text_of(range.central());
                            self.words.say("range-around", args![range = range_text, around = around, kind = kind])
                        } else {
                            format!("{range_text} ({kind})")
                        }
                    });
                    let step = Step::Input { input, value: input_value(found), range };
                    lines.push(Derivation { depth, step, seen: std::mem::replace(&mut inputs_seen[input], true) });
                }
                Referent::Metric(metric) => {
                    let Some(found) = self.metrics.get(metric) else { continue };
                    let before = std::mem::replace(&mut seen[metric], true);
                    lines.push(Derivation { depth, step: self.step(metric, found, most), seen: before });
                    if !before {
                        for (name, uses) in found.uses.iter().rev() {
                            let Referent::Members(members) = uses else {
                                open.push((depth + 1, Open::One(uses.clone())));
                                continue;
                            };
                            let (shown, more) = self.largest(members, most);
                            let more = more.map(|(count, sum)| Step::More { name: name.clone(), count, sum });
                            open.extend(more.map(|step| (depth + 1, Open::More(step))));
                            open.extend(shown.into_iter().rev().map(|one| (depth + 1, Open::One(one.clone()))));
                        }
                    }
                }
                Referent::Members(members) => {
                    open.extend(members.into_iter().rev().map(|member| (depth, Open::One(member))));
                }
            }
        }
        lines
    }

    /// The members that are shown, in the order of the files or the largest first, and of the others their number and
    /// their sum.
    fn largest<'a>(&self, members: &'a [Referent], most: usize) -> (Vec<&'a Referent>, Option<(usize, String)>) {
        // One or two left out would take as much room as to show them.
        if members.len() <= most.saturating_add(2) {
            return (members.iter().collect(), None);
        }
        let value = |member: &Referent| match member {
            Referent::Input(input) => self.inputs.get(*input).map_or(f64::NAN, |input| input.value),
            Referent::Metric(metric) => self.metrics.get(*metric).map_or(f64::NAN, |metric| metric.value),
            Referent::Members(_) => f64::NAN,
        };
        let mut shown: Vec<&Referent> = members.iter().collect();
        shown.sort_by(|a, b| value(b).abs().total_cmp(&value(a).abs()));
        let others = shown.split_off(most);
        let sum: f64 = others.iter().map(|member| value(member)).sum();
        let unit = others.first().and_then(|member| match member {
            Referent::Input(input) => self.inputs.get(*input).map(|input| &input.unit),
            Referent::Metric(metric) => self.metrics.get(*metric).map(|metric| &metric.unit),
            Referent::Members(_) => None,
        });
        let sum = unit
            .map_or_else(String::new, |unit| self.words.attach(unit, &self.words.significant(unit.from_base(sum), 6)));
        (shown, Some((others.len(), sum)))
    }

    fn step(&self, metric: usize, found: &Metric, most: usize) -> Step {
        Step::Metric {
            metric,
            formula: print(&found.formula),
            substituted: self.with_numbers(found, most),
            result: result(found),
        }
    }

    /// A metric's formula with numbers and units in the place of names; of many members the largest.
    #[must_use]
    pub fn substituted(&self, metric: &Metric) -> String {
        self.with_numbers(metric, LARGEST)
    }

    /// A metric's formula with texts of one's own in the place of names; members of a scope are parted by commas.
    #[must_use]
    pub fn substituted_with(&self, metric: &Metric, text: impl Fn(&Referent) -> String) -> String {
        let all = |members: &[Referent]| members.iter().map(&text).collect::<Vec<_>>().join(", ");
        Self::with_texts(metric, all, &text)
    }

    fn with_numbers(&self, metric: &Metric, most: usize) -> String {
        let all = |members: &[Referent]| {
            let (shown, more) = self.largest(members, most);
            let more = more.map(|(count, sum)| metric.words.say("more-that-sum", args![count = count, sum = sum]));
            let shown = shown.into_iter().map(|member| self.value_of(member));
            shown.chain(more).collect::<Vec<_>>().join(", ")
        };
        Self::with_texts(metric, all, |referent| self.value_of(referent))
    }

    fn with_texts(metric: &Metric, all: impl Fn(&[Referent]) -> String, text: impl Fn(&Referent) -> String) -> String {
        print_with(&metric.formula, |name| {
            let referent = metric.uses.iter().find(|(used, _)| used == name).map(|(_, referent)| referent);
            match referent {
                Some(Referent::Members(members)) => PrintedTerm::atom(all(members)),
                Some(referent) => PrintedTerm::atom(text(referent)),
                None => PrintedTerm::atom(name),
            }
        })
    }

    fn value_of(&self, referent: &Referent) -> String {
        match referent {
            Referent::Input(input) => self.inputs.get(*input).map_or_else(String::new, input_value),
            Referent::Metric(metric) => self.metrics.get(*metric).map_or_else(String::new, result),
            Referent::Members(_) => String::new(),
        }
    }
}

/// An input's value with all its digits and its unit.
#[must_use]
pub fn input_value(input: &Input) -> String {
    input.words.attach(&input.unit, &input.words.significant(input.shown_value(), input.digits()))
}

/// An input's range in its unit: `1,000 to 1,250 km`.
fn range_text(input: &Input) -> String {
    if let Some(choices) = input.range.as_ref().and_then(Distribution::choices) {
        return input.choices_text(&choices.iter().map(|(choice, _)| *choice).collect::<Vec<f64>>());
    }
    let (low, high) = input.shown_range().unwrap_or((f64::NAN, f64::NAN));
    let digits = |value: f64| input.words.significant(value, 6);
    input.words.attach(&input.unit, &input.words.between(&digits(low), &digits(high)))
}

/// Enough digits to follow the arithmetic.
pub const RESULT_DIGITS: usize = 6;

/// A metric's result with enough digits to follow the arithmetic.
fn result(metric: &Metric) -> String {
    metric.words.attach(&metric.unit, &metric.words.significant(metric.shown_value(), RESULT_DIGITS))
}

impl Provenance {
    /// Whether anything is said about where the figure comes from.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        !self.sources.is_empty() || self.assumed.is_some() || self.set.is_some()
    }
}

impl Input {
    /// How many digits of the value are shown: what was written is shown with all of them; what follows from a range is
    /// not more exact than that.
    #[must_use]
    pub fn digits(&self) -> usize {
        if self.is_derived { 4 } else { 15 }
    }

    /// The value with all its digits and its unit.
    #[must_use]
    pub fn value_text(&self) -> String {
        input_value(self)
    }

    /// The range with its unit, where there is one.
    #[must_use]
    pub fn range_text(&self) -> Option<String> {
        self.range.as_ref().map(|_| range_text(self))
    }

    /// Some choices in base units, in this input's unit: `1,000, 1,250 or 2,100 km`.
    #[must_use]
    pub fn choices_text(&self, choices: &[f64]) -> String {
        let words = self.words;
        let shown: Vec<String> = choices.iter().map(|choice| words.exact(self.unit.from_base(*choice))).collect();
        match shown.split_last() {
            None => words.text("nothing"),
            Some((last, [])) => words.attach(&self.unit, last),
            Some((last, others)) => {
                let all = words.say("or", args![others = others.join(", "), last = last]);
                words.attach(&self.unit, &all)
            }
        }
    }

    /// A value in base units, in this input's unit.
    #[must_use]
    pub fn text_of(&self, base: f64) -> String {
        self.words.amount(&self.unit, base)
    }
}

impl Metric {
    /// The central case with as many digits as tables show.
    #[must_use]
    pub fn value_text(&self) -> String {
        self.words.amount(&self.unit, self.value)
    }

    /// The formula as text.
    #[must_use]
    pub fn formula_text(&self) -> String {
        print(&self.formula)
    }
}
