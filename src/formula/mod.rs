//! Formulas that a planner can read aloud: text to tree, checked against dimensions, and back to text.
//!
//! ```text
//! sum      = product { ("+" | "-") product }
//! product  = unary { ("*" | "/") unary }
//! unary    = "-" unary | power
//! power    = atom [ "^" unary ]
//! atom     = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
//! function = sqrt abs ln exp ceil floor (one argument)
//!          | min max (two or more arguments; with one, over a scope) | sum count (one argument, over a scope)
//! ```
//! There is no assignment, no loop, no string, no date, no randomness and no conversion of units. This layer knows
//! names only as text: what they stand for is the caller's business.

mod check;
mod excel;
mod lex;
mod mismatch;
pub mod operator;
mod parse;
mod print;
mod syntax;

pub use check::{NameKind, Names, check};
pub use excel::{Cells, excel};
pub use mismatch::{DimensionMismatch, ResultDimension};
pub use parse::{LONGEST, parse};
pub use print::{PrintedTerm, print, print_with};
pub use syntax::{Formula, FormulaError, Node, NodeId, Part};
