//! Trees back to text, with as few parentheses as the grammar needs; names may be replaced by numbers.

use super::operator::{Binary, Unary};
use super::syntax::{Formula, Part};
use crate::quantity::number;

/// A piece of text and whether it can stand as an operand without parentheses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedTerm {
    /// The text.
    pub text: String,
    /// How strongly its outermost operator binds; 9 for a single word or number.
    pub precedence: u8,
}

impl PrintedTerm {
    /// Text that needs no parentheses anywhere.
    pub fn atom(text: impl Into<String>) -> Self {
        Self { text: text.into(), precedence: 9 }
    }

    fn guarded(&self, at_least: u8) -> String {
        if self.precedence >= at_least { self.text.clone() } else { format!("({})", self.text) }
    }
}

/// The formula as text; parsing it gives the same tree again.
#[must_use]
pub fn print(formula: &Formula) -> String {
    print_with(formula, |name| PrintedTerm::atom(name))
}

/// The formula as text with something else in the place of each name.
pub fn print_with(formula: &Formula, replace: impl Fn(&str) -> PrintedTerm) -> String {
    let mut written: Vec<PrintedTerm> = Vec::with_capacity(formula.nodes().len());
    for node in formula.nodes() {
        let text = match &node.part {
            Part::Number(value) if *value < 0.0 => PrintedTerm { text: number::plain(*value), precedence: UNARY },
            Part::Number(value) => PrintedTerm::atom(number::plain(*value)),
            Part::Name(name) => replace(name),
            Part::Unary(Unary::Neg, operand) => {
                PrintedTerm { text: format!("-{}", written[*operand].guarded(UNARY)), precedence: UNARY }
            }
            Part::Unary(operator, operand) => call(operator.spelling(), &[&written[*operand]]),
            Part::Gather(gather, operand) => call(gather.spelling(), &[&written[*operand]]),
            Part::Binary(operator @ (Binary::Min | Binary::Max), left, right) => {
                call(operator.spelling(), &[&written[*left], &written[*right]])
            }
            Part::Binary(operator, left, right) => infix(*operator, &written[*left], &written[*right]),
        };
        written.push(text);
    }
    written.pop().map_or_else(String::new, |root| root.text)
}

/// Signs bind between products and powers.
const UNARY: u8 = 3;

fn call(name: &str, arguments: &[&PrintedTerm]) -> PrintedTerm {
    let arguments: Vec<&str> = arguments.iter().map(|argument| argument.text.as_str()).collect();
    PrintedTerm::atom(format!("{name}({})", arguments.join(", ")))
}

fn infix(operator: Binary, left: &PrintedTerm, right: &PrintedTerm) -> PrintedTerm {
    let precedence = operator.precedence();
    // `^` is the one operator that groups to the right; its right side may carry a sign.
    let (left_needs, right_needs) =
        if operator == Binary::Pow { (precedence + 1, UNARY) } else { (precedence, precedence + 1) };
    let text = format!("{} {} {}", left.guarded(left_needs), operator.spelling(), right.guarded(right_needs));
    PrintedTerm { text, precedence }
}
