//! Checks a formula: are its names known, do the dimensions agree?
//!
//! Reports every fault of a formula at once; a node that cannot be judged because of a fault below it is silent.
//! Knows nothing of where names come from.

use super::operator::{Binary, Gather};
use super::syntax::{Formula, FormulaError, Part};
use crate::quantity::dimension::Dimension;
use std::ops::Range;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameKind {
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
    fn kind(&self, name: &str) -> NameKind;
}

impl<F: Fn(&str) -> NameKind> Names for F {
    fn kind(&self, name: &str) -> NameKind {
        self(name)
    }
}

/// What is known of a node's dimension.
#[derive(Clone)]
enum NodeDimension {
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
    let mut found: Vec<NodeDimension> = Vec::with_capacity(formula.nodes().len());
    for node in formula.nodes() {
        let what = match &node.part {
            Part::Number(value) if *value == 0.0 => NodeDimension::Zero,
            Part::Number(_) => NodeDimension::Is(Dimension::none()),
            Part::Name(name) => named(name, node.span.clone(), names, &mut errors),
            Part::Unary(operator, operand) => match plain(single(formula, &found, *operand, &mut errors)) {
                NodeDimension::Is(dimension) => operator.dimension(&dimension).map_or_else(
                    |mismatch| {
                        let error = FormulaError::new(mismatch.to_string(), node.span.clone());
                        let error = if operator.has_steps() {
                            error.help("divide by the size of one piece first, and round the pure number")
                        } else {
                            error.help("divide by a value of the same kind first, so that a pure number is left")
                        };
                        errors.push(error);
                        NodeDimension::Faulty
                    },
                    NodeDimension::Is,
                ),
                other => other,
            },
            Part::Binary(operator, left, right) => {
                let exponent = constant(formula, *right);
                let left_found = single(formula, &found, *left, &mut errors);
                let right_found = single(formula, &found, *right, &mut errors);
                let spans = (formula.nodes()[*left].span.clone(), formula.nodes()[*right].span.clone());
                pair(*operator, left_found, right_found, exponent, spans, node.span.clone(), &mut errors)
            }
            Part::Gather(gather, operand) => gathered(*gather, &found[*operand], node.span.clone(), &mut errors),
        };
        found.push(what);
    }
    let root = single(formula, &found, formula.root(), &mut errors);
    match root {
        NodeDimension::Is(dimension) if errors.is_empty() => Ok(Some(dimension)),
        NodeDimension::Zero if errors.is_empty() => Ok(None),
        _ => Err(errors),
    }
}

fn named(name: &str, span: Range<usize>, names: &impl Names, errors: &mut Vec<FormulaError>) -> NodeDimension {
    match names.kind(name) {
        NameKind::One(dimension) => NodeDimension::Is(dimension),
        NameKind::PerMember(dimension, scope) => NodeDimension::Many(dimension, scope),
        NameKind::Faulty => NodeDimension::Faulty,
        NameKind::Unknown(help) => {
            let error = FormulaError::new(format!("no quantity is called `{name}`"), span);
            let error = FormulaError { unknown: Some(name.to_owned()), ..error };
            errors.push(match help {
                Some(help) => error.help(help),
                None => error.help("a formula uses the names of inputs and metrics: `forcesize metrics` lists them"),
            });
            NodeDimension::Faulty
        }
    }
}

/// What an operator that wants one value finds at a node; the members of a scope are a fault here.
fn single(formula: &Formula, found: &[NodeDimension], at: usize, errors: &mut Vec<FormulaError>) -> NodeDimension {
    match &found[at] {
        NodeDimension::Many(_, scope) => {
            let error =
                FormulaError::new(format!("this has a value for each {scope}"), formula.nodes()[at].span.clone())
                    .help("gather the name alone, with sum(), min(), max() or count(); for a formula of it make a metric with `per`");
            if !errors.contains(&error) {
                errors.push(error);
            }
            NodeDimension::Faulty
        }
        other => other.clone(),
    }
}

fn gathered(
    gather: Gather,
    operand: &NodeDimension,
    span: Range<usize>,
    errors: &mut Vec<FormulaError>,
) -> NodeDimension {
    match operand {
        NodeDimension::Many(_, _) if gather == Gather::Count => NodeDimension::Is(Dimension::none()),
        NodeDimension::Many(dimension, _) => NodeDimension::Is(dimension.clone()),
        NodeDimension::Faulty => NodeDimension::Faulty,
        NodeDimension::Is(_) | NodeDimension::Zero => {
            let name = gather.spelling();
            let error = FormulaError::new(format!("`{name}` of one argument gathers over a scope"), span);
            errors.push(match gather {
                Gather::Min | Gather::Max => error.help(format!("to compare two values write `{name}(a, b)`")),
                _ => error.help(
                    "its argument is the name of something that each member of a scope has; inside a metric with `per` \
                     such a name is one value already",
                ),
            });
            NodeDimension::Faulty
        }
    }
}

fn pair(
    operator: Binary,
    left: NodeDimension,
    right: NodeDimension,
    exponent: Option<f64>,
    spans: (Range<usize>, Range<usize>),
    span: Range<usize>,
    errors: &mut Vec<FormulaError>,
) -> NodeDimension {
    let (left, right) = match (left, right) {
        (NodeDimension::Faulty | NodeDimension::Many(..), _) | (_, NodeDimension::Faulty | NodeDimension::Many(..)) => {
            return NodeDimension::Faulty;
        }
        (NodeDimension::Is(left), NodeDimension::Zero) if operator.wants_same_dimension() => (left.clone(), left),
        (NodeDimension::Zero, NodeDimension::Is(right)) if operator.wants_same_dimension() => (right.clone(), right),
        (left, right) => (dimension_of(left), dimension_of(right)),
    };
    match operator.dimension(&left, &right, exponent) {
        Ok(dimension) => NodeDimension::Is(dimension),
        Err(mismatch) => {
            let mut error = FormulaError::new(mismatch.to_string(), span);
            if operator.wants_same_dimension() {
                error = FormulaError { places: vec![(spans.0, left.to_string())], ..error };
                error = error.and(spans.1, right.to_string());
                error = error.help(advice(&left, &right));
            }
            if operator == Binary::Pow {
                error = error.help("exponents are plain numbers: x ^ 2, x ^ 0.5");
            }
            errors.push(error);
            NodeDimension::Faulty
        }
    }
}

/// What an operation makes of its operand: a pure number also of a zero.
fn plain(found: NodeDimension) -> NodeDimension {
    if matches!(found, NodeDimension::Zero) { NodeDimension::Is(Dimension::none()) } else { found }
}

fn dimension_of(found: NodeDimension) -> Dimension {
    match found {
        NodeDimension::Is(dimension) => dimension,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;

    /// Lengths `a` and `b`, one of each sector's `length`, a metric that is itself at fault.
    fn kind(name: &str) -> NameKind {
        let length = || Dimension::base("km");
        match name {
            "a" | "b" => NameKind::One(length()),
            "length" => NameKind::PerMember(length(), "sector".to_owned()),
            "broken" => NameKind::Faulty,
            _ => NameKind::Unknown(None),
        }
    }

    fn checked(text: &str) -> Result<Option<String>, Vec<String>> {
        let found = check(&parse(text).unwrap(), &kind);
        found
            .map(|dimension| dimension.map(|dimension| dimension.to_string()))
            .map_err(|errors| errors.into_iter().map(|error| error.message).collect())
    }

    #[test]
    fn dimensions_follow_the_operators() {
        for (text, dimension) in [
            ("a / b", "a pure number"),
            ("sqrt(a * b)", "km"),
            ("max(a - b, 0)", "km"),
            ("sum(length) + a", "km"),
            ("count(length)", "a pure number"),
            ("a ^ 2", "km²"),
        ] {
            assert_eq!(checked(text), Ok(Some(dimension.to_owned())), "{text}");
        }
        assert_eq!(checked("0"), Ok(None), "a written zero fits any dimension");
    }

    #[test]
    fn every_fault_is_told_once_and_what_follows_from_it_not() {
        assert_eq!(checked("a + c + d").unwrap_err().len(), 2, "two names are unknown");
        assert_eq!(checked("broken + a"), Err(Vec::new()), "complained of where it is defined");
        assert_eq!(checked("length + a").unwrap_err(), ["this has a value for each sector"]);
        assert_eq!(checked("sum(a)").unwrap_err(), ["`sum` of one argument gathers over a scope"]);
    }
}
