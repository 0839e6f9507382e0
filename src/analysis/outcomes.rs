//! Records of outcomes: how sure the share of each band is, where the scenario's ratios fall, and which falls of the share
//! from one band to the next chance explains.

use crate::model::{Assessment, MetricId, Record};
use crate::uncertainty::confidence::Share;
use crate::uncertainty::fisher::fisher_exact;

/// The p value from which on a difference of two shares is put down to chance.
pub const CHANCE: f64 = 0.05;

/// What a record says of a scenario.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Outcomes {
    /// The bands, ascending.
    pub bands: Vec<OutcomeBand>,
    /// Falls of the share between neighbouring bands that chance explains, the likeliest to be more than chance first.
    pub falls: Vec<Fall>,
}

/// A band of a record.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutcomeBand {
    /// The share with its 95 % interval.
    pub share: Share,
    /// Positions of the scenario's metrics whose values fall into it.
    pub here: Vec<MetricId>,
}

/// A share that falls from a band to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fall {
    /// Position of the lower band; the share of the next one is less.
    pub from: usize,
    /// The p value of Fisher's exact test.
    pub p: f64,
}

/// Holds a scenario's ratios against a record.
#[must_use]
pub fn outcomes(record: &Record, assessment: &Assessment) -> Outcomes {
    let counts: Vec<(u64, u64)> =
        record.bands.iter().map(|band| (count(band.share * band.cases), count(band.cases))).collect();
    let falls_into = |metric: &MetricId| band(record, assessment.calculation.metrics[*metric].shown_value());
    let bands = record.bands.iter().enumerate().map(|(position, band)| OutcomeBand {
        share: Share::of_independent(band.share, count(band.cases)),
        here: record.of.iter().copied().filter(|metric| falls_into(metric) == Some(position)).collect(),
    });
    let pairs = counts.iter().zip(counts.iter().skip(1)).zip(record.bands.iter().zip(record.bands.iter().skip(1)));
    let falls = pairs.enumerate().filter(|(_, (_, (lower, higher)))| higher.share < lower.share);
    let mut falls: Vec<Fall> =
        falls.map(|(from, ((lower, higher), _))| Fall { from, p: fisher_exact(*lower, *higher) }).collect();
    falls.retain(|fall| fall.p > CHANCE);
    falls.sort_by(|a, b| a.p.total_cmp(&b.p));
    Outcomes { bands: bands.collect(), falls }
}

/// The band that a value falls into; between two bands the lower one.
fn band(record: &Record, value: f64) -> Option<usize> {
    let last = record.bands.last()?;
    let below = record.bands.iter().take_while(|band| band.low <= value).count();
    (value <= last.high).then(|| below.checked_sub(1)).flatten()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of cases are whole and small")]
fn count(cases: f64) -> u64 {
    libm::round(cases) as u64
}
