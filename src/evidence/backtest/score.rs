//! What forecasts by a rule were worth: each group forecast by the others, beside the share of events in the others.
//!
//! A rule's value enters a logistic forecast that is fitted on all groups but one and judged on the one left out, so that
//! nothing is judged by what it was fitted to. Intervals come of drawing whole groups again with the forecasts kept, and
//! so are a little too narrow.

use super::logistic::{Logistic, RIDGE};
use super::measure::{Interval, Ranking, brier, log_odds, log_score, usual_log_score};
use super::sample::{Redraws, Sample, TooFew, dot};
use rayon::prelude::*;

/// The least spread of forecasts in log odds from which on a calibration slope says anything.
const LEAST_SPREAD: f64 = 0.1;

/// What forecasts were worth.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Score {
    /// The mean squared error of the forecasts.
    pub brier: f64,
    /// The same of the share of events in the other groups.
    pub brier_base: f64,
    /// One less the ratio of the two: how much better than that share the forecasts were; below 0 they were worse.
    pub skill: Interval,
    /// The mean negative log likelihood of the forecasts.
    pub log_score: f64,
    /// The same of the share of events in the other groups.
    pub log_score_base: f64,
    /// The chance that a case with the event was given a higher forecast than one without.
    pub auc: Interval,
    /// The same of the bare ratio in the rule's direction, without any fit: above 0.5 the direction holds.
    pub auc_raw: Interval,
    /// How far outcomes move with the forecasts in log odds: 1 is right, 0 nothing. Absent where forecasts hardly vary.
    pub calibration_slope: Option<f64>,
    /// What a fit would say: absent for forecasts that are not fitted here.
    pub fit: Option<Fit>,
    /// The forecast of each case, from the other groups.
    pub forecasts: Vec<f64>,
    /// The share of events in the other groups, for each case.
    pub base: Vec<f64>,
}

/// The forecast as it is fitted on all cases, which is no measure of its worth.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fit {
    /// The skill on the cases it is fitted to.
    pub skill_in_sample: f64,
    /// The area under the curve on them.
    pub auc_in_sample: f64,
    /// The coefficient of the rule's value.
    pub coefficient: f64,
    /// The group without which the coefficient moves most, and what it is then.
    pub influence: Option<(String, f64)>,
}

/// Scores a rule: `inputs` has a column for each input of the forecast, the rule's value first; `raw` is the bare ratio,
/// signed so that the rule expects the event where it is greater.
///
/// # Errors
/// What there is, where there are too few cases to be scored.
pub fn score(sample: &Sample, inputs: &[&[f64]], raw: &[f64], redraws: &Redraws) -> Result<Score, TooFew> {
    sample.enough()?;
    let base = sample.shares_of_others();
    // The fit without a group serves both its forecasts and the question how far the coefficient moves.
    let without: Vec<Logistic> = (0..sample.groups.len())
        .into_par_iter()
        .map(|group| Logistic::fit(inputs, &sample.outcomes, &sample.rows(group, false), RIDGE))
        .collect();
    let forecasts = (0..sample.cases()).map(|row| without[sample.group[row]].chance(inputs, row)).collect();
    let all: Vec<usize> = (0..sample.cases()).collect();
    let fit = Logistic::fit(inputs, &sample.outcomes, &all, RIDGE);
    let coefficient = fit.coefficient(0);
    let mut influence: Option<(usize, f64)> = None;
    for (group, fit) in without.iter().enumerate().filter(|(group, _)| base[*group] > 0.0 && base[*group] < 1.0) {
        let moved = fit.coefficient(0);
        let is_farther = |(_, most): (usize, f64)| (moved - coefficient).abs() > (most - coefficient).abs();
        if moved.is_finite() && influence.is_none_or(is_farther) {
            influence = Some((group, moved));
        }
    }
    let fitted: Vec<f64> = all.iter().map(|row| fit.chance(inputs, *row)).collect();
    let mean = vec![sample.base_rate(); sample.cases()];
    let found = Fit {
        skill_in_sample: 1.0 - brier(&sample.outcomes, &fitted) / brier(&sample.outcomes, &mean),
        auc_in_sample: Ranking::new(&fitted).auc(&sample.outcomes, |_| 1.0).unwrap_or(f64::NAN),
        coefficient,
        influence: influence.map(|(group, moved)| (sample.groups[group].clone(), moved)),
    };
    let judged = judge(sample, forecasts, raw, redraws);
    Ok(Score { fit: Some(found), ..judged })
}

/// Scores forecasts that somebody else made, as they are.
///
/// # Errors
/// What there is, where there are too few cases to be scored.
pub fn score_given(sample: &Sample, forecasts: Vec<f64>, raw: &[f64], redraws: &Redraws) -> Result<Score, TooFew> {
    sample.enough()?;
    let mut judged = judge(sample, forecasts, raw, redraws);
    // Shares of few cases are 0 or 1, and would be infinitely wrong where they err.
    judged.log_score = log_score(&sample.outcomes, &judged.forecasts, GIVEN_SUREST);
    let odds = |p: &f64| log_odds(p.clamp(GIVEN_SUREST, 1.0 - GIVEN_SUREST));
    judged.calibration_slope = calibration(sample, &judged.forecasts.iter().map(odds).collect::<Vec<_>>());
    Ok(judged)
}

/// The nearest to 0 and 1 that a share published by others counts as.
const GIVEN_SUREST: f64 = 0.01;

fn judge(sample: &Sample, forecasts: Vec<f64>, raw: &[f64], redraws: &Redraws) -> Score {
    let outcomes = &sample.outcomes;
    let shares = sample.shares_of_others();
    let base: Vec<f64> = sample.group.iter().map(|group| shares[*group]).collect();
    let (own, of_base) = (brier(outcomes, &forecasts), brier(outcomes, &base));
    let errors = errors(sample, &forecasts);
    let base_errors = self::errors(sample, &base);
    let skill =
        redraws.interval(skill_of(own, of_base), |drawn| skill_of(dot(drawn, &errors), dot(drawn, &base_errors)));
    let area = |scores: &[f64]| {
        let ranking = Ranking::new(scores);
        let value = ranking.auc(outcomes, |_| 1.0).unwrap_or(f64::NAN);
        redraws.interval(value, |drawn| ranking.auc(outcomes, |row| drawn[sample.group[row]]).unwrap_or(f64::NAN))
    };
    let odds: Vec<f64> = forecasts.iter().copied().map(log_odds).collect();
    Score {
        brier: own,
        brier_base: of_base,
        skill,
        log_score: usual_log_score(outcomes, &forecasts),
        log_score_base: usual_log_score(outcomes, &base),
        auc: area(&forecasts),
        auc_raw: area(raw),
        calibration_slope: calibration(sample, &odds),
        fit: None,
        forecasts,
        base,
    }
}

fn skill_of(own: f64, base: f64) -> f64 {
    if base > 0.0 { 1.0 - own / base } else { f64::NAN }
}

/// Squared errors of forecasts by group.
fn errors(sample: &Sample, forecasts: &[f64]) -> Vec<f64> {
    sample.sums(|row| (forecasts[row] - sample.outcomes[row]) * (forecasts[row] - sample.outcomes[row]))
}

/// The slope of outcomes on forecasts in log odds, without a ridge.
fn calibration(sample: &Sample, odds: &[f64]) -> Option<f64> {
    let count = super::logistic::number(odds.len());
    let mean = odds.iter().sum::<f64>() / count;
    let spread = libm::sqrt(odds.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count);
    let all: Vec<usize> = (0..sample.cases()).collect();
    (spread > LEAST_SPREAD).then(|| Logistic::fit(&[odds], &sample.outcomes, &all, 0.0).coefficient(0))
}

/// How much skill one forecast has beyond another of the same cases, with the interval of groups drawn again.
#[must_use]
pub fn gain(sample: &Sample, with: &Score, without: &Score, redraws: &Redraws) -> Interval {
    let [own, other, base] = [&with.forecasts, &without.forecasts, &with.base].map(|made| errors(sample, made));
    redraws.interval(with.skill.value - without.skill.value, |drawn| {
        let base = dot(drawn, &base);
        skill_of(dot(drawn, &own), base) - skill_of(dot(drawn, &other), base)
    })
}
