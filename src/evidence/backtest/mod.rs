//! What rules have been worth: their forecasts of outcomes that others coded, group by group left out.
//!
//! A rule is a metric of the standard model or of the user. Its value on each case of a table enters a logistic forecast
//! of the case's outcome, fitted on all wars, countries or theatres but one and judged on that one. Associations, all of
//! it: force goes where trouble is. Knows files of cases by what was read of them, and no name of a metric.

mod bands;
mod columns;
mod condition;
mod logistic;
mod measure;
mod run;
mod said;
mod sample;
mod score;
mod support;
mod table;

pub use bands::{InSample, counts as counts_in_bands, forecasts as forecasts_of_bands, in_sample};
pub use measure::Interval;
pub use run::{Backtest, Banded, Rival, Track, run, without_rules};
pub use said::{Said, said};
pub use sample::{FEWEST_EVENTS, FEWEST_GROUPS, REDRAWS, Redraws, Sample, TooFew};
pub use score::{Fit, Score, gain, score, score_given};
pub use support::{Among, Bin, ENDS, QUANTILES, Support, reliability};
