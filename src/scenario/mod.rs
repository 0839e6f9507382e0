//! Scenario files: TOML with a place for every complaint, checked against one table of keys, merged along `extends`,
//! and its numbers converted to base units.
//!
//! Knows what a file can say, not which inputs and metrics the standard model has: names are looked up in
//! [`crate::model`].

mod asked;
pub mod blank;
mod built_in;
mod cases;
mod chain;
mod choice;
mod cost;
mod document;
mod entries;
mod entry;
mod escape;
mod files;
mod font;
mod grid;
mod hint;
pub mod keys;
mod meant;
mod misplaced;
mod missions;
mod number;
mod option;
mod picture;
mod pillar;
mod range;
mod schema;
mod single;
mod sizing;
mod style;
mod supply;
mod syntax;
mod tree;
mod unfilled;
mod validate;
mod written;

pub use asked::{BreakEvenEntry, ConditionEntry, CorrelationEntry, DiscoveryEntry, MonteCarloEntry, SensitivityEntry};
pub use cases::{CaseColumn, CaseFile, CaseInput, JoinEntry, RuleEntry, SaidEntry};
pub use chain::{Merged, load};
pub use choice::{Bounds, Counting, Purpose, Role, Stance};
pub use cost::{BasisEntry, BuildUpEntry, CasualtyEntry, CostEntry};
pub use document::{LARGEST, parse};
pub use entries::Entries;
pub use entry::{InputEntry, MetricEntry, ScopeEntry, SourceEntry, UnitEntry};
pub use files::{Files, FoundFile};
pub use grid::{Cell, Grid, Row};
pub use missions::{MissionEntry, Missions, OutcomeEntry};
pub use number::{Amount, ambiguity_warning, amount, declare_units, unit_of};
pub use option::{OptionEntry, RegretEntry};
pub use picture::{ChartEntry, PanelEntry, SweepEntry, VaryEntry};
pub use pillar::PillarEntry;
pub use range::PERCENTILES;
pub use schema::{schema, schema_of_cases};
pub use single::input_table;
pub use sizing::{Band, EstimateEntry, MethodEntry, RecordEntry, SizingEntry};
pub use style::{Look, StyleEntry, USUAL_DPI};
pub use supply::{CoalitionEntry, MemberEntry, SupplyEntry};
pub use tree::{Document, Located, Table, Text, Value};
pub use validate::{Scopes, check};
pub use written::Written;
