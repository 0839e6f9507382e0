//! Formulas for the machine: a deduplicated graph, run over numbers, blocks of numbers and intervals, and backwards
//! for derivatives.
//!
//! A [`Graph`] takes operations whose names have been resolved; a [`Tape`] is the part of it that some outputs need,
//! in an order in which operands come first. This layer knows nodes and numbers: no names, no units, no text.

mod block;
mod bounds;
mod cone;
mod extremes;
mod fault;
mod gradient;
mod graph;
mod guard;
mod javascript;

pub use block::{BLOCK, Column, Prepared};
pub use cone::{Cone, Page};
pub use extremes::{Extent, Extremes};
pub use fault::Fault;
pub use gradient::Gradient;
pub use graph::{Graph, Index, Operation, Tape};
pub use guard::{Doubt, Trouble};
