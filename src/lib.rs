//! forcesize
#![forbid(unsafe_code)]
pub mod diagnostic;
pub mod formula;
pub mod model;
pub mod program;
pub mod quantity;
pub mod scenario;
pub mod uncertainty;
