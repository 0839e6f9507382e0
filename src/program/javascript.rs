//! A tape as JavaScript: the same operations in the same order on the same doubles, for a page that computes by itself.
//!
//! Text of this program comes from numbers and operators alone, so nothing that a person wrote can end up in it. What
//! an operator does where JavaScript has another opinion stands in `javascript.js` beside this file. All operators give
//! the same bits but `ln`, `exp` and `^`: these are the browser's own and may differ in the last digit. Knows no page.

use super::graph::{Operation, Tape};
use crate::formula::operator::{Binary, Unary};
use std::fmt::Write as _;

/// The functions that the operations call.
const OPERATORS: &str = include_str!("javascript.js");

impl Tape {
    /// Three constants: `operators`, an object of functions; `evaluate`, a function of an array of inputs and an array of
    /// as many doubles as the tape has nodes, which it fills; `outputs`, the nodes that are results.
    #[must_use]
    pub fn javascript(&self) -> String {
        let mut text = format!("{OPERATORS}const evaluate = (x, v) => {{\n");
        for (node, operation) in self.nodes.iter().enumerate() {
            let _ = writeln!(text, "v[{node}]={};", expression(*operation));
        }
        let outputs: Vec<String> = self.outputs.iter().map(ToString::to_string).collect();
        let _ = write!(text, "}};\nconst outputs = [{}];\n", outputs.join(","));
        text
    }
}

fn expression(operation: Operation) -> String {
    match operation {
        Operation::Constant(value) => literal(value),
        Operation::Input(input) => format!("x[{input}]"),
        Operation::Unary(operator, operand) => match operator {
            Unary::Neg => format!("-v[{operand}]"),
            Unary::Sqrt => format!("Math.sqrt(v[{operand}])"),
            Unary::Abs => format!("Math.abs(v[{operand}])"),
            Unary::Ceil => format!("operators.ceil(v[{operand}])"),
            Unary::Floor => format!("operators.floor(v[{operand}])"),
            Unary::Ln => format!("operators.ln(v[{operand}])"),
            Unary::Exp => format!("operators.exp(v[{operand}])"),
        },
        Operation::Binary(operator, a, b) => match operator {
            Binary::Add => format!("v[{a}]+v[{b}]"),
            Binary::Sub => format!("v[{a}]-v[{b}]"),
            Binary::Mul => format!("v[{a}]*v[{b}]"),
            Binary::Div => format!("v[{a}]/v[{b}]"),
            Binary::Pow => format!("operators.pow(v[{a}],v[{b}])"),
            Binary::Min => format!("operators.min(v[{a}],v[{b}])"),
            Binary::Max => format!("operators.max(v[{a}],v[{b}])"),
        },
    }
}

/// A number as JavaScript reads it back, to the last bit.
fn literal(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else {
        // The shortest digits that read back as the same double; `-0` keeps its sign.
        format!("{value:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Graph;

    #[test]
    fn numbers_read_back() {
        for (value, text) in [(0.1, "0.1"), (-0.0, "-0.0"), (1e300, "1e300"), (f64::NEG_INFINITY, "-Infinity")] {
            assert_eq!(literal(value), text);
        }
    }

    #[test]
    fn operations_come_in_order() {
        let mut graph = Graph::default();
        let (x, y) = (graph.input(0), graph.input(1));
        let ratio = graph.binary(Binary::Div, x, y);
        let least = graph.binary(Binary::Min, ratio, y);
        let text = graph.tape(&[least, x]).javascript();
        let lines = ["v[0]=x[0];", "v[1]=x[1];", "v[2]=v[0]/v[1];", "v[3]=operators.min(v[2],v[1]);"];
        assert!(text.contains(&lines.join("\n")), "{text}");
        assert!(text.ends_with("const outputs = [3,0];\n"));
    }
}
