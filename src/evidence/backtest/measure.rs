//! How far forecasts were right: Brier score, log score, the area under the ROC curve, and percentiles.
//!
//! Brier 1950, Monthly Weather Review 78:1; Hanley and `McNeil` 1982, Radiology 143:29. All of them take weights, how often
//! each case was drawn, so that cases drawn again need no copies. Knows nothing of where forecasts come from.

use super::logistic::number;

/// The nearest to 0 and 1 that a forecast counts as in the log score, where a sure one that fails would cost infinitely.
const SUREST: f64 = 1e-6;

/// The mean squared error of forecasts.
pub(super) fn brier(outcomes: &[f64], forecasts: &[f64]) -> f64 {
    let squares = outcomes.iter().zip(forecasts).map(|(y, p)| (p - y) * (p - y));
    squares.sum::<f64>() / number(outcomes.len())
}

/// The mean negative log likelihood of forecasts, none of them taken for surer than `surest` from 0 or 1.
pub(super) fn log_score(outcomes: &[f64], forecasts: &[f64], surest: f64) -> f64 {
    let losses = outcomes.iter().zip(forecasts).map(|(y, p)| {
        let p = p.clamp(surest, 1.0 - surest);
        -(y * libm::log(p) + (1.0 - y) * libm::log(1.0 - p))
    });
    losses.sum::<f64>() / number(outcomes.len())
}

/// As [`log_score`], as sure as forecasts may be.
pub(super) fn usual_log_score(outcomes: &[f64], forecasts: &[f64]) -> f64 {
    log_score(outcomes, forecasts, SUREST)
}

/// The logarithm of a forecast's odds.
pub(super) fn log_odds(forecast: f64) -> f64 {
    let p = forecast.clamp(SUREST, 1.0 - SUREST);
    libm::log(p / (1.0 - p))
}

/// Cases in the order of a score, with those of equal score told apart from the next.
#[derive(Clone, Debug)]
pub(super) struct Ranking {
    order: Vec<usize>,
    /// Where each run of equal scores ends.
    ends: Vec<usize>,
}

impl Ranking {
    pub(super) fn new(scores: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        let differ = |at: &usize| scores[order[at - 1]].total_cmp(&scores[order[*at]]).is_ne();
        let mut ends: Vec<usize> = (1..order.len()).filter(differ).collect();
        ends.push(order.len());
        Self { order, ends }
    }

    /// The chance that a case with the outcome scores above one without, ties half; `None` where all are alike.
    /// `weight` is how often a case counts.
    pub(super) fn auc(&self, outcomes: &[f64], weight: impl Fn(usize) -> f64) -> Option<f64> {
        let (mut start, mut below, mut above, mut won) = (0, 0.0, 0.0, 0.0);
        for end in &self.ends {
            let (mut with, mut without) = (0.0, 0.0);
            for case in &self.order[start..*end] {
                let (y, weight) = (outcomes[*case], weight(*case));
                with += y * weight;
                without += (1.0 - y) * weight;
            }
            won += with * (below + 0.5 * without);
            below += without;
            above += with;
            start = *end;
        }
        (above > 0.0 && below > 0.0).then(|| won / (above * below))
    }
}

/// An estimate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The estimate.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// The estimate with percentiles of what came of drawing again; those that are not defined do not count.
    pub(super) fn of(value: f64, drawn: impl Iterator<Item = f64>) -> Self {
        let mut drawn: Vec<f64> = drawn.filter(|value| !value.is_nan()).collect();
        drawn.sort_by(f64::total_cmp);
        let end = |share: f64| percentile(&drawn, share).unwrap_or(f64::NAN);
        Self { value, low: end(0.025), high: end(0.975) }
    }
}

/// A quantile of sorted values: linear between the two next to it, as in numpy.
pub(super) fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    crate::evidence::band::quantile(sorted, share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn scores_of_forecasts_by_hand() {
        let (y, p) = ([1.0, 0.0, 1.0, 0.0], [0.5, 0.5, 1.0, 0.0]);
        assert_relative_eq!(brier(&y, &p), 0.125);
        assert_relative_eq!(usual_log_score(&y, &p), -(2.0 * libm::log(0.5) + 2.0 * libm::log(1.0 - 1e-6)) / 4.0);
    }

    /// Pairs won: 0.8 above 0.3 and 0.5; 0.5 above 0.3 and level with 0.5.
    #[test]
    fn the_area_under_the_curve_counts_pairs() {
        let (y, scores) = ([1.0, 1.0, 0.0, 0.0], [0.8, 0.5, 0.5, 0.3]);
        let ranking = Ranking::new(&scores);
        assert_relative_eq!(ranking.auc(&y, |_| 1.0).unwrap(), 3.5 / 4.0);
        // The first case twice: of six pairs five and a half are won.
        assert_relative_eq!(ranking.auc(&y, |case| if case == 0 { 2.0 } else { 1.0 }).unwrap(), 5.5 / 6.0);
        assert_eq!(ranking.auc(&y, |case| if case < 2 { 1.0 } else { 0.0 }), None);
    }
}
