//! A tape as JavaScript: the same operations in the same order on the same doubles, for a page that computes by itself.
//!
//! Text of this program comes from numbers and operators alone, so nothing that a person wrote can end up in it. What
//! an operator does where JavaScript has another opinion stands in `javascript.js` beside this file. All operators give
//! the same bits but `ln`, `exp` and `^`: these are the browser's own and may differ in the last digit. Knows no page.

use super::graph::{Operation, Tape};
use crate::formula::operator::{Binary, Unary};

/// The functions that the operations call.
const OPERATORS: &str = include_str!("javascript.js");

impl Tape {
    /// Four constants: `operators`, an object of functions; `evaluate`, a function of an array of inputs and an array of
    /// as many doubles as the tape has nodes, which it fills, all or some of them; `between`, a function that gives those
    /// which some inputs move and some nodes need; `outputs`, the nodes that are results.
    #[must_use]
    pub fn javascript(&self) -> String {
        let nodes: Vec<String> = self.nodes.iter().map(|operation| node(*operation)).collect();
        let outputs: Vec<String> = self.outputs.iter().map(ToString::to_string).collect();
        let (nodes, outputs) = (nodes.join(";"), outputs.join(","));
        format!("{OPERATORS}const {{ evaluate, between }} = reader('{nodes}');\nconst outputs = [{outputs}];\n")
    }
}

/// A node as `javascript.js` reads it.
fn node(operation: Operation) -> String {
    match operation {
        Operation::Constant(value) => format!("={}", literal(value)),
        Operation::Input(input) => format!("x{input}"),
        Operation::Unary(operator, operand) => {
            let sign = match operator {
                Unary::Neg => 'n',
                Unary::Sqrt => 's',
                Unary::Abs => 'a',
                Unary::Ceil => 'c',
                Unary::Floor => 'f',
                Unary::Ln => 'l',
                Unary::Exp => 'e',
            };
            format!("{sign}{operand}")
        }
        Operation::Binary(operator, a, b) => {
            let sign = match operator {
                Binary::Add => '+',
                Binary::Sub => '-',
                Binary::Mul => '*',
                Binary::Div => '/',
                Binary::Pow => '^',
                Binary::Min => 'm',
                Binary::Max => 'M',
            };
            format!("{sign}{a},{b}")
        }
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
        assert!(text.contains("reader('x0;x1;/0,1;m2,1');"), "{text}");
        assert!(text.ends_with("const outputs = [3,0];\n"));
    }
}
