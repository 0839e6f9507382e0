//! forcesize
#![forbid(unsafe_code)]
pub mod analysis;
pub mod diagnostic;
pub mod formula;
pub mod model;
pub mod program;
pub mod quantity;
pub mod report;
pub mod scenario;
pub mod uncertainty;
