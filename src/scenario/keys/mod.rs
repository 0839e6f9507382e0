//! Every key a scenario file may have, once: the checker, the JSON Schema and the manual read this table.
//!
//! Knows the shapes of values, not what they lead to.

mod asked;
mod cases;
mod choices;
mod cost;
mod entry;
mod missions;
mod observed;
mod option;
mod records;
mod shape;
mod sizing;
mod source;
mod style;
mod supply;
mod top;

pub use asked::{AGAINST, BREAK_EVEN, CONDITION, CORRELATION, DISCOVERY, MONTE_CARLO, PILLAR, SENSITIVITY, SWEEP};
pub use cases::{
    BACKTEST, CASE_COLUMN, CASE_INPUT, CASES, COUNTED, EXPECTATIONS, FORECAST_SCALES, JOIN, RULE, SAID, SIDES,
};
pub use choices::{
    BOUNDS, COUNTINGS, DISTRIBUTIONS, LANGUAGES, METHODS, PURPOSES, RATIO_KINDS, ROLES, SAMPLERS, SCALES, SEEN,
};
pub use cost::{BASIS, BUILD_UP, CASUALTY, COST};
pub use entry::{CHART, INPUT, METRIC, PANEL, SCOPE, UNIT};
pub use missions::{CONFIDENCES, DEPLOYED, KINDS, MISSION, MISSIONS, STATES};
pub use observed::{OBSERVATIONS, OBSERVED, OBSERVED_CASE};
pub use option::{OPTION, REGRET};
pub use records::{RECORDS, TRACK_RECORD};
pub use shape::{Key, Keys, Shape};
pub use sizing::{BAND, ESTIMATE, INCLUDED, METHOD, RECORD, SIZING};
pub use source::SOURCE;
pub use style::{SIZES, STYLE};
pub use supply::{COALITION, MEMBER, STANCES, SUPPLY};
pub use top::{MODEL, SCENARIO};
