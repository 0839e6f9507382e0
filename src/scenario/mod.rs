//! Scenario files: TOML with a place for every complaint, checked against one table of keys, merged along `extends`,
//! and its numbers converted to base units.
//!
//! Knows what a file can say, not which inputs and metrics the standard model has: names are looked up in
//! [`crate::model`].

mod chain;
mod document;
mod entry;
pub mod keys;
mod number;
mod schema;
mod validate;

pub use chain::{Files, FoundFile, Merged, load};
pub use document::{Document, LARGEST, Located, parse};
pub use entry::{
    ChartEntry, Entries, InputEntry, MetricEntry, PanelEntry, ScopeEntry, SourceEntry, StyleEntry, SweepEntry,
    UnitEntry, VaryEntry, Written,
};
pub use number::{Amount, amount, declare_units, unit_of};
pub use schema::schema;
pub use validate::{Scopes, check};
