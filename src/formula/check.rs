//! Names and dimensions of a formula: are the names known, do the dimensions agree?
//!
//! Reports every fault of a formula at once; a node that cannot be judged because of a fault below it is silent.
//! Knows nothing of where names come from.

use super::operator::{Binary, Gather};
use super::syntax::{Formula, FormulaError, Part};
use crate::quantity::dimension::Dimension;
use std::ops::Range;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One value.
    One(Dimension),
    /// One value for each member of the named scope: to be gathered by `sum`, `min`, `max` or `count`.
    PerMember(Dimension, String),
    /// Nothing that is known; the text is advice.
    Unknown(Option<String>),
    /// Something whose own formula is at fault, which is reported elsewhere.
    Faulty,
}

/// What names stand for, seen from one formula.
pub trait Names {
    /// What a name stands for.
    fn kind(&self, name: &str) -> Kind;
}

impl<F: Fn(&str) -> Kind> Names for F {
    fn kind(&self, name: &str) -> Kind {
        self(name)
    }
}

/// What is known of a node's dimension.
#[derive(Clone)]
enum Found {
    Is(Dimension),
    /// A zero that is written as such, which fits any dimension. What only comes to zero does not.
    Zero,
    /// One value for each member of a scope.
    Many(Dimension, String),
    Faulty,
}

/// The dimension of a formula's result; `None` for a formula that is a literal zero.
///
/// # Errors
/// Every fault found; an empty list when the formula is at fault only through a name that is.
pub fn check(formula: &Formula, names: &impl Names) -> Result<Option<Dimension>, Vec<FormulaError>> {
    let mut errors = Vec::new();
    let mut found: Vec<Found> = Vec::with_capacity(formula.nodes().len());
    for node in formula.nodes() {
        let what = match &node.part {
            Part::Number(value) if *value == 0.0 => Found::Zero,
            Part::Number(_) => Found::Is(Dimension::none()),
            Part::Name(name) => named(name, node.span.clone(), names, &mut errors),
            Part::Unary(operator, operand) => match plain(single(formula, &found, *operand, &mut errors)) {
                Found::Is(dimension) => operator.dimension(&dimension).map_or_else(
                    |message| {
                        let error = FormulaError::new(message, node.span.clone());
                        let error = if operator.has_steps() {
                            error.help("divide by the size of one piece first, and round the pure number")
                        } else {
                            error.help("divide by a value of the same kind first, so that a pure number is left")
                        };
                        errors.push(error);
                        Found::Faulty
                    },
                    Found::Is,
                ),
                other => other,
            },
            Part::Binary(operator, left, right) => {
                let exponent = constant(formula, *right);
                let left_found = single(formula, &found, *left, &mut errors);
                let right_found = single(formula, &found, *right, &mut errors);
                let spans = (formula.nodes()[*left].span.clone(), formula.nodes()[*right].span.clone());
                pair(*operator, (left_found, right_found), exponent, spans, node.span.clone(), &mut errors)
            }
            Part::Gather(gather, operand) => gathered(*gather, &found[*operand], node.span.clone(), &mut errors),
        };
        found.push(what);
    }
    let root = single(formula, &found, formula.root(), &mut errors);
    match root {
        Found::Is(dimension) if errors.is_empty() => Ok(Some(dimension)),
        Found::Zero if errors.is_empty() => Ok(None),
        _ => Err(errors),
    }
}

fn named(name: &str, span: Range<usize>, names: &impl Names, errors: &mut Vec<FormulaError>) -> Found {
    match names.kind(name) {
        Kind::One(dimension) => Found::Is(dimension),
        Kind::PerMember(dimension, scope) => Found::Many(dimension, scope),
        Kind::Faulty => Found::Faulty,
        Kind::Unknown(help) => {
            let error = FormulaError::new(format!("no quantity is called `{name}`"), span);
            let error = FormulaError { unknown: Some(name.to_owned()), ..error };
            errors.push(match help {
                Some(help) => error.help(help),
                None => error.help("a formula uses the names of inputs and metrics: `forcesize metrics` lists them"),
            });
            Found::Faulty
        }
    }
}

/// What an operator that wants one value finds at a node; the members of a scope are a fault here.
fn single(formula: &Formula, found: &[Found], at: usize, errors: &mut Vec<FormulaError>) -> Found {
    match &found[at] {
        Found::Many(_, scope) => {
            let error =
                FormulaError::new(format!("this has a value for each {scope}"), formula.nodes()[at].span.clone())
                    .help("gather the name alone, with sum(), min(), max() or count(); for a formula of it make a metric with `per`");
            if !errors.contains(&error) {
                errors.push(error);
            }
            Found::Faulty
        }
        other => other.clone(),
    }
}

fn gathered(gather: Gather, operand: &Found, span: Range<usize>, errors: &mut Vec<FormulaError>) -> Found {
    match operand {
        Found::Many(_, _) if gather == Gather::Count => Found::Is(Dimension::none()),
        Found::Many(dimension, _) => Found::Is(dimension.clone()),
        Found::Faulty => Found::Faulty,
        Found::Is(_) | Found::Zero => {
            let name = gather.spelling();
            let error = FormulaError::new(format!("`{name}` of one argument gathers over a scope"), span);
            errors.push(match gather {
                Gather::Min | Gather::Max => error.help(format!("to compare two values write `{name}(a, b)`")),
                _ => error.help(
                    "its argument is the name of something that each member of a scope has; inside a metric with `per` \
                     such a name is one value already",
                ),
            });
            Found::Faulty
        }
    }
}

fn pair(
    operator: Binary,
    (left, right): (Found, Found),
    exponent: Option<f64>,
    spans: (Range<usize>, Range<usize>),
    span: Range<usize>,
    errors: &mut Vec<FormulaError>,
) -> Found {
    let (left, right) = match (left, right) {
        (Found::Faulty | Found::Many(..), _) | (_, Found::Faulty | Found::Many(..)) => return Found::Faulty,
        (Found::Is(left), Found::Zero) if operator.wants_same_dimension() => (left.clone(), left),
        (Found::Zero, Found::Is(right)) if operator.wants_same_dimension() => (right.clone(), right),
        (left, right) => (dimension_of(left), dimension_of(right)),
    };
    match operator.dimension(&left, &right, exponent) {
        Ok(dimension) => Found::Is(dimension),
        Err(message) => {
            let mut error = FormulaError::new(message, span);
            if operator.wants_same_dimension() {
                error = FormulaError { places: vec![(spans.0, left.to_string())], ..error };
                error = error.and(spans.1, right.to_string());
                error = error.help(advice(&left, &right));
            }
            if operator == Binary::Pow {
                error = error.help("exponents are plain numbers: x ^ 2, x ^ 0.5");
            }
            errors.push(error);
            Found::Faulty
        }
    }
}

/// What an operation makes of its operand: a pure number also of a zero.
fn plain(found: Found) -> Found {
    if matches!(found, Found::Zero) { Found::Is(Dimension::none()) } else { found }
}

fn dimension_of(found: Found) -> Dimension {
    match found {
        Found::Is(dimension) => dimension,
        _ => Dimension::none(),
    }
}

fn advice(left: &Dimension, right: &Dimension) -> String {
    if left.is_none() || right.is_none() {
        return "numbers in formulas have no unit: make it an input with a unit and a source".to_owned();
    }
    match left.over(right) {
        Some(quotient) => format!("divide one by the other for {quotient}"),
        None => "only like can be compared with like".to_owned(),
    }
}

/// The value of a node that is a plain number, possibly with a minus before it or one number over another.
fn constant(formula: &Formula, at: usize) -> Option<f64> {
    match &formula.nodes()[at].part {
        Part::Number(value) => Some(*value),
        Part::Unary(operator, operand) => match formula.nodes()[*operand].part {
            Part::Number(value) => Some(operator.value(value)),
            _ => None,
        },
        Part::Binary(operator @ Binary::Div, left, right) => {
            match (&formula.nodes()[*left].part, &formula.nodes()[*right].part) {
                (Part::Number(left), Part::Number(right)) => Some(operator.value(*left, *right)),
                _ => None,
            }
        }
        _ => None,
    }
}
