//! The strength of missions explained by other inputs, all in natural logarithms: ordinary least squares, what it is
//! worth, and which single missions pull it.

use super::mission::{Mission, Variable};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The share of new missions that a prediction interval is meant to hold.
pub const LEVEL: f64 = 0.9;

/// A regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Regression {
    /// What is explained.
    pub strength: Variable,
    /// What explains it.
    pub on: Vec<Variable>,
    /// The intercept, then a slope for each of `on`.
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub standard_errors: Vec<f64>,
    /// The share of the variance that is explained.
    pub r2: f64,
    /// The residuals' standard deviation, in natural logarithms.
    pub residual_sd: f64,
    /// Root mean square of the errors when each mission is predicted from the others.
    pub leave_one_out: f64,
    /// The missions in it: name, values of `on`, strength, Cook's distance.
    pub missions: Vec<Member>,
    /// Student's t for the prediction interval.
    t: f64,
    /// The inverse of the design's square.
    inverse: Vec<Vec<f64>>,
}

/// A mission in a regression.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Member {
    /// The mission.
    pub id: String,
    /// Values of what explains, in the variables' units.
    pub on: Vec<f64>,
    /// Its strength.
    pub strength: f64,
    /// Cook's distance: how far all predictions move without it.
    pub cook: f64,
}

/// What a regression expects of a new mission, in the strength's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Prediction {
    /// The lower end.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// The upper end.
    pub high: f64,
}

impl Regression {
    /// `None` where there are too few missions, or the design has no inverse.
    pub(super) fn new(strength: &Variable, on: &[Variable], missions: &[&Mission]) -> Option<Self> {
        let mut members: Vec<Member> = Vec::new();
        for mission in missions {
            let values: Option<Vec<f64>> = on.iter().map(|variable| mission.explains(variable)).collect();
            if let (Some(on), Some(strength)) = (values, mission.value(strength).filter(|value| *value > 0.0)) {
                members.push(Member { id: mission.id.clone(), on, strength, cook: f64::NAN });
            }
        }
        let rows: Vec<Vec<f64>> = members.iter().map(|member| design(&member.on)).collect();
        let y: Vec<f64> = members.iter().map(|member| libm::log(member.strength)).collect();
        let width = on.len() + 1;
        if y.len() < width + 2 {
            return None;
        }
        let (coefficients, inverse) = least_squares(&rows, &y)?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
        let (n, p) = (y.len() as f64, width as f64);
        let residuals: Vec<f64> = rows.iter().zip(&y).map(|(row, y)| y - dot(row, &coefficients)).collect();
        let variance = dot(&residuals, &residuals) / (n - p);
        let mean = y.iter().sum::<f64>() / n;
        let total: f64 = y.iter().map(|y| (y - mean) * (y - mean)).sum();
        let mut squared = 0.0;
        for ((member, row), residual) in members.iter_mut().zip(&rows).zip(&residuals) {
            let leverage = quadratic(&inverse, row);
            let alone = residual / (1.0 - leverage);
            squared += alone * alone;
            member.cook = alone * alone * leverage / (p * variance);
        }
        let t = StudentsT::new(0.0, 1.0, n - p).ok()?.inverse_cdf(f64::midpoint(1.0, LEVEL));
        Some(Self {
            strength: strength.clone(),
            on: on.to_vec(),
            standard_errors: (0..width).map(|k| libm::sqrt(variance * inverse[k][k])).collect(),
            coefficients,
            r2: if total > 0.0 { 1.0 - dot(&residuals, &residuals) / total } else { f64::NAN },
            residual_sd: libm::sqrt(variance),
            leave_one_out: libm::sqrt(squared / n),
            missions: members,
            t,
            inverse,
        })
    }

    /// The name of the regression: its variables.
    #[must_use]
    pub fn id(&self) -> String {
        self.on.iter().map(|variable| variable.id.as_str()).collect::<Vec<_>>().join("_")
    }

    /// The factor either way that a standard deviation of the residuals is.
    #[must_use]
    pub fn scatter(&self) -> f64 {
        libm::exp(self.residual_sd)
    }

    /// The prediction for values of `on` in their units; `None` where a logarithm has no value.
    #[must_use]
    pub fn predict(&self, on: &[f64]) -> Option<Prediction> {
        if on.len() != self.on.len() || !on.iter().all(|value| *value > 0.0 && value.is_finite()) {
            return None;
        }
        let row = design(on);
        let middle = dot(&row, &self.coefficients);
        let half = self.t * self.residual_sd * libm::sqrt(1.0 + quadratic(&self.inverse, &row));
        let [low, middle, high] = [middle - half, middle, middle + half].map(libm::exp);
        Some(Prediction { low, middle, high })
    }

    /// The missions whose Cook's distance is above 4 over their number, the strongest first.
    #[must_use]
    pub fn influential(&self) -> Vec<&Member> {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
        let limit = 4.0 / self.missions.len() as f64;
        let mut found: Vec<&Member> = self.missions.iter().filter(|member| member.cook > limit).collect();
        found.sort_by(|a, b| b.cook.total_cmp(&a.cook));
        found
    }
}

fn design(on: &[f64]) -> Vec<f64> {
    std::iter::once(1.0).chain(on.iter().map(|value| libm::log(*value))).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn quadratic(matrix: &[Vec<f64>], row: &[f64]) -> f64 {
    row.iter().zip(matrix).map(|(x, line)| x * dot(line, row)).sum()
}

/// Coefficients, and the inverse of the design's square, by a QR decomposition (Gram-Schmidt, each column twice).
fn least_squares(rows: &[Vec<f64>], y: &[f64]) -> Option<(Vec<f64>, Vec<Vec<f64>>)> {
    let width = rows.first()?.len();
    let mut q: Vec<Vec<f64>> = (0..width).map(|k| rows.iter().map(|row| row[k]).collect()).collect();
    let mut r = vec![vec![0.0; width]; width];
    for k in 0..width {
        let length = libm::sqrt(dot(&q[k], &q[k]));
        let (done, open) = q.split_at_mut(k);
        let column = &mut open[0];
        for _ in 0..2 {
            for (j, other) in done.iter().enumerate() {
                let along = dot(other, column);
                r[j][k] += along;
                for (value, base) in column.iter_mut().zip(other) {
                    *value -= along * base;
                }
            }
        }
        r[k][k] = libm::sqrt(dot(column, column));
        // A column that the ones before make up but for rounding explains nothing of its own.
        if r[k][k] <= 1e-9 * length {
            return None;
        }
        for value in column.iter_mut() {
            *value /= r[k][k];
        }
    }
    let back = |target: &[f64]| {
        let mut found = vec![0.0; width];
        for k in (0..width).rev() {
            let known: f64 = (k + 1..width).map(|j| r[k][j] * found[j]).sum();
            found[k] = (target[k] - known) / r[k][k];
        }
        found
    };
    let coefficients = back(&q.iter().map(|column| dot(column, y)).collect::<Vec<_>>());
    // The columns of the inverse of R; the inverse of the design's square is R⁻¹ times its own transpose.
    let unit = |k: usize| (0..width).map(|j| f64::from(u8::from(j == k))).collect::<Vec<_>>();
    let columns: Vec<Vec<f64>> = (0..width).map(|k| back(&unit(k))).collect();
    let entry = |i: usize, j: usize| columns.iter().map(|column| column[i] * column[j]).sum();
    Some((coefficients, (0..width).map(|i| (0..width).map(|j| entry(i, j)).collect()).collect()))
}
