//! forcesize
#![forbid(unsafe_code)]
pub mod diagnostic;
pub mod formula;
pub mod program;
pub mod quantity;
