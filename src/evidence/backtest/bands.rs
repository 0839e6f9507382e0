//! Shares by bands of a ratio, as somebody publishes them: what they are worth on the cases they were counted from, and
//! on cases of another collection.

use super::measure::{Interval, Ranking};
use super::sample::REDRAWS;
use crate::scenario::Band;
use crate::uncertainty::hash::derive;
use rayon::prelude::*;

/// What the shares are worth on the very cases that they were counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct InSample {
    /// Cases.
    pub cases: usize,
    /// Cases in which the event happened.
    pub events: usize,
    /// How much better than the share of all cases they are; cases drawn again, one by one.
    pub skill: Interval,
    /// The same with each case left out of its own band.
    pub skill_without_own: f64,
    /// The chance that a case with the event lies in a band of a higher share than one without.
    pub auc: Interval,
}

/// Scores bands on their own cases; shares are rounded, so that events are the nearest whole number.
#[must_use]
pub fn in_sample(bands: &[Band]) -> InSample {
    let counts: Vec<(f64, f64)> = bands.iter().map(|band| (libm::rint(band.share * band.cases), band.cases)).collect();
    let shares: Vec<f64> = counts.iter().map(|(events, cases)| events / cases).collect();
    let (value, area) = worth(&counts, &shares);
    let drawn: Vec<(f64, f64)> =
        (0..REDRAWS as u64).into_par_iter().map(|draw| worth(&again(&counts, draw), &shares)).collect();
    let (events, cases): (f64, f64) = counts.iter().fold((0.0, 0.0), |sum, band| (sum.0 + band.0, sum.1 + band.1));
    let whole = |count: f64| bands_count(count);
    InSample {
        cases: whole(cases),
        events: whole(events),
        skill: Interval::of(value, drawn.iter().map(|drawn| drawn.0)),
        skill_without_own: without_own(&counts),
        auc: Interval::of(area, drawn.iter().map(|drawn| drawn.1)),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of cases are whole and small")]
fn bands_count(cases: f64) -> usize {
    libm::round(cases) as usize
}

/// The skill and the area under the curve of shares on counts of events and cases.
fn worth(counts: &[(f64, f64)], shares: &[f64]) -> (f64, f64) {
    let cases: f64 = counts.iter().map(|band| band.1).sum();
    let base = counts.iter().map(|band| band.0).sum::<f64>() / cases;
    let squared = |((events, cases), share): (&(f64, f64), &f64)| {
        events * (1.0 - share) * (1.0 - share) + (cases - events) * share * share
    };
    let own: f64 = counts.iter().zip(shares).map(squared).sum::<f64>() / cases;
    // Each band twice: its events, and its cases without one.
    let outcomes: Vec<f64> = counts.iter().flat_map(|_| [1.0, 0.0]).collect();
    let scores: Vec<f64> = shares.iter().flat_map(|share| [*share, *share]).collect();
    let weight = |row: usize| {
        let (events, cases) = counts[row / 2];
        if row.is_multiple_of(2) { events } else { cases - events }
    };
    let area = Ranking::new(&scores).auc(&outcomes, weight).unwrap_or(f64::NAN);
    (1.0 - own / (base * (1.0 - base)), area)
}

fn without_own(counts: &[(f64, f64)]) -> f64 {
    let cases: f64 = counts.iter().map(|band| band.1).sum();
    let events: f64 = counts.iter().map(|band| band.0).sum();
    let squared =
        |won: f64, with: f64, lost: f64, without: f64| won * (1.0 - with) * (1.0 - with) + lost * without * without;
    let own: f64 = counts
        .iter()
        .map(|(won, all)| {
            let alone = *all <= 1.0;
            let with = if alone { events / cases } else { (won - 1.0) / (all - 1.0) };
            let without = if alone { events / cases } else { won / (all - 1.0) };
            squared(*won, with, all - won, without)
        })
        .sum();
    let base = squared(events, (events - 1.0) / (cases - 1.0), cases - events, events / (cases - 1.0));
    1.0 - own / base
}

/// As many cases again, each drawn from all of them.
fn again(counts: &[(f64, f64)], draw: u64) -> Vec<(f64, f64)> {
    // Half-open stretches of the cases in a row: of each band its events, then the others.
    let mut ends: Vec<u64> = Vec::with_capacity(2 * counts.len());
    let mut total = 0;
    for (events, cases) in counts {
        for part in [*events, cases - events] {
            total += bands_count(part) as u64;
            ends.push(total);
        }
    }
    let mut found = vec![(0.0, 0.0); counts.len()];
    let stream = derive(1904, draw);
    for nth in 0..total {
        let case = derive(stream, nth) % total;
        let part = ends.partition_point(|end| *end <= case);
        found[part / 2].1 += 1.0;
        if part.is_multiple_of(2) {
            found[part / 2].0 += 1.0;
        }
    }
    found
}

/// How many events and how many cases of another collection fall into each band.
#[must_use]
pub fn counts(bands: &[Band], ratios: &[f64], outcomes: &[f64]) -> Vec<(usize, usize)> {
    let mut found = vec![(0, 0); bands.len()];
    for (ratio, outcome) in ratios.iter().zip(outcomes) {
        if let Some((events, cases)) = found.get_mut(position(bands, *ratio)) {
            *cases += 1;
            *events += usize::from(*outcome > 0.5);
        }
    }
    found
}

/// The band that a ratio falls into; between two bands the lower one, below all the first.
fn position(bands: &[Band], ratio: f64) -> usize {
    bands.iter().skip(1).take_while(|band| band.low <= ratio).count()
}

/// The share of the band that each ratio falls into; between two bands the lower one, below all the first.
#[must_use]
pub fn forecasts(bands: &[Band], ratios: &[f64]) -> Vec<f64> {
    let shares: Vec<f64> = bands.iter().map(|band| libm::rint(band.share * band.cases) / band.cases).collect();
    ratios.iter().map(|ratio| shares.get(position(bands, *ratio)).copied().unwrap_or(f64::NAN)).collect()
}
