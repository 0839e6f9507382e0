//! A logistic forecast of an outcome: Newton's method with a ridge on standardised inputs, none on the intercept.
//!
//! Knows nothing of what the inputs are or of who is left out.

use nalgebra::{DMatrix, DVector};

/// The ridge of all forecasts: it keeps a clean split of a small table from being taken for certainty.
pub(super) const RIDGE: f64 = 1.0;

/// Steps after which the search ends whether or not it has settled, as where nothing but a ridge would hold it.
const STEPS: usize = 100;

/// The longest step along one coefficient.
const LONGEST: f64 = 5.0;

/// Linear predictors are cut here: beyond it a probability is 0 or 1 to 13 digits.
const FARTHEST: f64 = 30.0;

/// The intercept where all outcomes are the same.
const CERTAIN: f64 = 9.0;

/// A fitted forecast.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Logistic {
    /// The intercept, then a coefficient for each standardised input.
    weights: Vec<f64>,
    mean: Vec<f64>,
    deviation: Vec<f64>,
}

impl Logistic {
    /// Fits the cases at `rows`, of which there is one or more: `inputs` has a column for each input and a value for each
    /// case; an outcome is 1 or 0.
    pub(super) fn fit(inputs: &[&[f64]], outcomes: &[f64], rows: &[usize], ridge: f64) -> Self {
        let count = number(rows.len());
        let column = |input: &&[f64]| -> (f64, f64) {
            let mean = rows.iter().map(|row| input[*row]).sum::<f64>() / count;
            let square = rows.iter().map(|row| (input[*row] - mean) * (input[*row] - mean)).sum::<f64>() / count;
            let deviation = libm::sqrt(square);
            (mean, if deviation == 0.0 { 1.0 } else { deviation })
        };
        let (mean, deviation): (Vec<f64>, Vec<f64>) = inputs.iter().map(column).unzip();
        let share = rows.iter().map(|row| outcomes[*row]).sum::<f64>() / count;
        let mut found = Self { weights: vec![0.0; inputs.len() + 1], mean, deviation };
        found.weights[0] = match share {
            0.0 => -CERTAIN,
            1.0 => CERTAIN,
            share => libm::log((share + 1e-9) / (1.0 - share + 1e-9)),
        };
        if share > 0.0 && share < 1.0 {
            found.search(inputs, outcomes, rows, ridge);
        }
        found
    }

    fn search(&mut self, inputs: &[&[f64]], outcomes: &[f64], rows: &[usize], ridge: f64) {
        let width = self.weights.len();
        let mut line = vec![1.0; width];
        for _ in 0..STEPS {
            let mut curvature = DMatrix::<f64>::zeros(width, width);
            let mut slope = DVector::<f64>::zeros(width);
            for row in rows {
                self.standardise(inputs, *row, &mut line);
                let share = logistic(line.iter().zip(&self.weights).map(|(x, weight)| x * weight).sum());
                let (weight, error) = (share * (1.0 - share) + 1e-12, outcomes[*row] - share);
                for a in 0..width {
                    slope[a] += line[a] * error;
                    for b in 0..=a {
                        curvature[(a, b)] += line[a] * line[b] * weight;
                    }
                }
            }
            for a in 0..width {
                for b in 0..a {
                    curvature[(b, a)] = curvature[(a, b)];
                }
                if a > 0 {
                    curvature[(a, a)] += ridge;
                    slope[a] -= ridge * self.weights[a];
                }
            }
            let Some(mut step) = curvature.lu().solve(&slope) else { return };
            let longest = step.amax();
            if !longest.is_finite() {
                return;
            }
            step *= (LONGEST / (longest + 1e-12)).min(1.0);
            for (weight, step) in self.weights.iter_mut().zip(step.iter()) {
                *weight += step;
            }
            if step.amax() < 1e-9 {
                return;
            }
        }
    }

    fn standardise(&self, inputs: &[&[f64]], row: usize, line: &mut [f64]) {
        for (k, input) in inputs.iter().enumerate() {
            line[k + 1] = (input[row] - self.mean[k]) / self.deviation[k];
        }
    }

    /// The chance of the outcome in the case at `row`.
    pub(super) fn chance(&self, inputs: &[&[f64]], row: usize) -> f64 {
        let mut line = vec![1.0; self.weights.len()];
        self.standardise(inputs, row, &mut line);
        logistic(line.iter().zip(&self.weights).map(|(x, weight)| x * weight).sum())
    }

    /// The coefficient of an input, for each unit of it.
    pub(super) fn coefficient(&self, input: usize) -> f64 {
        self.weights[input + 1] / self.deviation[input]
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x.clamp(-FARTHEST, FARTHEST)))
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand cases")]
pub(super) fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// Two groups without a ridge: the slope is the logarithm of the odds ratio, (3 / 1) over (1 / 3).
    #[test]
    fn the_slope_of_two_groups_is_the_logarithm_of_the_odds_ratio() {
        let x = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0];
        let y = [1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0];
        let rows: Vec<usize> = (0..8).collect();
        let fit = Logistic::fit(&[&x], &y, &rows, 0.0);
        assert_relative_eq!(fit.coefficient(0), libm::log(9.0), max_relative = 1e-9);
        assert_relative_eq!(fit.chance(&[&x], 7), 0.75, max_relative = 1e-9);
        // The ridge draws the slope to nothing, and leaves the mean chance where it is.
        let drawn = Logistic::fit(&[&x], &y, &rows, RIDGE);
        assert!(drawn.coefficient(0) > 0.0 && drawn.coefficient(0) < libm::log(9.0));
        assert_relative_eq!(drawn.chance(&[&x], 0) + drawn.chance(&[&x], 7), 1.0, max_relative = 1e-9);
    }

    #[test]
    fn what_never_varies_explains_nothing() {
        let (x, y) = ([2.0; 4], [1.0, 0.0, 0.0, 1.0]);
        let fit = Logistic::fit(&[&x], &y, &[0, 1, 2, 3], RIDGE);
        assert_relative_eq!(fit.coefficient(0), 0.0);
        assert_relative_eq!(Logistic::fit(&[&x], &y, &[0, 3], RIDGE).chance(&[&x], 1), logistic(CERTAIN));
    }
}
