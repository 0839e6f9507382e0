//! Why a number is what it is: the formula, the same with numbers, the result, and so on down to the inputs.

use super::assessment::{Assessment, Input, Metric, Provenance, Referent};
use crate::formula::{Written, print, print_with};
use crate::quantity::number;
use crate::quantity::unit::Unit;
use crate::uncertainty::distribution::Distribution;

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

impl Assessment {
    /// The derivation of a metric, down to the inputs; empty for a position there is not.
    #[must_use]
    pub fn explain(&self, metric: usize) -> Vec<Derivation> {
        let mut lines = Vec::new();
        let mut seen = vec![false; self.metrics.len()];
        // Last in, first out: pushed in reverse, so that lines come in the order of the formula.
        let mut open = vec![(0, Referent::Metric(metric))];
        let mut inputs_seen = vec![false; self.inputs.len()];
        while let Some((depth, referent)) = open.pop() {
            match referent {
                Referent::Input(input) => {
                    let Some(found) = self.inputs.get(input) else { continue };
                    let range = found.range.as_ref().map(|range| {
                        // The value may be another than the one the range is built around.
                        let apart = (range.central() - found.value).abs() > 1e-9 * found.value.abs();
                        let around =
                            if apart { format!(" around {}", found.text_of(range.central())) } else { String::new() };
                        format!("{}{around} ({range})", range_text(found))
                    });
                    let step = Step::Input { input, value: input_value(found), range };
                    lines.push(Derivation { depth, step, seen: std::mem::replace(&mut inputs_seen[input], true) });
                }
                Referent::Metric(metric) => {
                    let Some(found) = self.metrics.get(metric) else { continue };
                    let before = std::mem::replace(&mut seen[metric], true);
                    lines.push(Derivation { depth, step: self.step(metric, found), seen: before });
                    if !before {
                        open.extend(found.uses.iter().rev().map(|(_, uses)| (depth + 1, uses.clone())));
                    }
                }
                Referent::Members(members) => open.extend(members.into_iter().rev().map(|member| (depth, member))),
            }
        }
        lines
    }

    fn step(&self, metric: usize, found: &Metric) -> Step {
        Step::Metric {
            metric,
            formula: print(&found.formula),
            substituted: self.substituted(found),
            result: result(found),
        }
    }

    /// A metric's formula with numbers and units in the place of names.
    #[must_use]
    pub fn substituted(&self, metric: &Metric) -> String {
        self.substituted_with(metric, |referent| self.value_of(referent))
    }

    /// A metric's formula with texts of one's own in the place of names; members of a scope are parted by commas.
    #[must_use]
    pub fn substituted_with(&self, metric: &Metric, text: impl Fn(&Referent) -> String) -> String {
        print_with(&metric.formula, |name| {
            let referent = metric.uses.iter().find(|(used, _)| used == name).map(|(_, referent)| referent);
            match referent {
                Some(Referent::Members(members)) => {
                    Written::atom(members.iter().map(&text).collect::<Vec<_>>().join(", "))
                }
                Some(referent) => Written::atom(text(referent)),
                None => Written::atom(name),
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
    input.unit.attach(&number::significant(input.shown_value(), input.digits()))
}

/// An input's range in its unit: `1,000 to 1,250 km`.
fn range_text(input: &Input) -> String {
    if let Some(choices) = input.range.as_ref().and_then(Distribution::choices) {
        return input.choices_text(&choices.iter().map(|(choice, _)| *choice).collect::<Vec<f64>>());
    }
    let (low, high) = input.shown_range().unwrap_or((f64::NAN, f64::NAN));
    let digits = |value: f64| number::significant(value, 6);
    input.unit.attach(&format!("{} to {}", digits(low), digits(high)))
}

/// Enough digits to follow the arithmetic.
pub const RESULT_DIGITS: usize = 6;

/// A metric's result with enough digits to follow the arithmetic.
fn result(metric: &Metric) -> String {
    metric.unit.attach(&number::significant(metric.shown_value(), RESULT_DIGITS))
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
        let shown: Vec<String> = choices.iter().map(|choice| number::exact(self.unit.from_base(*choice))).collect();
        match shown.split_last() {
            None => "nothing".to_owned(),
            Some((last, [])) => self.unit.attach(last),
            Some((last, others)) => self.unit.attach(&format!("{} or {last}", others.join(", "))),
        }
    }

    /// A value in base units, in this input's unit.
    #[must_use]
    pub fn text_of(&self, base: f64) -> String {
        attach(&self.unit, base)
    }
}

impl Metric {
    /// The central case with as many digits as tables show.
    #[must_use]
    pub fn value_text(&self) -> String {
        attach(&self.unit, self.value)
    }

    /// The formula as text.
    #[must_use]
    pub fn formula_text(&self) -> String {
        print(&self.formula)
    }
}

fn attach(unit: &Unit, base: f64) -> String {
    unit.attach(&number::shown(unit.from_base(base)))
}
