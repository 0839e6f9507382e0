//! The strength of missions explained by other inputs, all in natural logarithms: ordinary least squares, what it is
//! worth, and which places pull it.
//!
//! Missions at one place are no independent cases: standard errors are clustered by place, every test and interval has
//! places less one degrees of freedom, and a place is predicted from the other places.

use super::least_squares::{Matrix, clustered, dot, least_squares, quadratic, squared_under_inverse};
use super::mission::{Mission, Variable};
use statrs::distribution::{ContinuousCDF, FisherSnedecor, StudentsT};

/// The share of new missions that a prediction interval is meant to hold.
pub const LEVEL: f64 = 0.9;

/// The p value of the F test over places above which the inputs are said to say nothing about the strength. It goes with
/// [`LEVEL`]: a fit that chance alone gives more often than one time in ten cannot carry an interval for nine in ten.
pub const NOTHING: f64 = 0.1;

/// A regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Regression {
    /// What is explained.
    pub strength: Variable,
    /// What explains it.
    pub on: Vec<Variable>,
    /// The intercept, then a slope for each of `on`.
    pub coefficients: Vec<f64>,
    /// Their standard errors, clustered by place.
    pub standard_errors: Vec<f64>,
    /// The share of the variance that is explained.
    pub r2: f64,
    /// How often chance alone would give slopes as far from none: the F test over places.
    pub p: f64,
    /// The residuals' standard deviation, in natural logarithms.
    pub residual_sd: f64,
    /// Root mean square of the errors when the missions of each place are predicted from the other places; each place
    /// counts once.
    pub leave_one_out: f64,
    /// The missions in it.
    pub missions: Vec<Member>,
    /// The places in it with their Cook's distances: how far all predictions move without the place.
    pub places: Vec<(String, f64)>,
    /// Student's t for the prediction interval.
    t: f64,
    /// The covariance of the coefficients.
    covariance: Matrix,
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
    /// Position of its place.
    pub place: usize,
}

/// What a regression expects of a new mission at a new place, in the strength's unit.
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
    /// `None` where there are too few places, or the design has no inverse.
    pub(super) fn new(strength: &Variable, on: &[Variable], missions: &[&Mission]) -> Option<Self> {
        let (members, names) = members(strength, on, missions);
        let rows: Matrix = members.iter().map(|member| design(&member.on)).collect();
        let logs: Vec<f64> = members.iter().map(|member| libm::log(member.strength)).collect();
        let of: Vec<usize> = members.iter().map(|member| member.place).collect();
        let width = on.len() + 1;
        if names.len() < width + 2 {
            return None;
        }
        let (coefficients, inverse) = least_squares(&rows, &logs)?;
        let (n, wide, places) = (number(logs.len()), number(width), number(names.len()));
        let residuals: Vec<f64> = rows.iter().zip(&logs).map(|(row, y)| y - dot(row, &coefficients)).collect();
        let variance = dot(&residuals, &residuals) / (n - wide);
        let mean = logs.iter().sum::<f64>() / n;
        let total: f64 = logs.iter().map(|y| (y - mean) * (y - mean)).sum();
        let covariance = clustered(&rows, &residuals, &of, &inverse);
        let (mut squared, mut influences) = (0.0, Vec::with_capacity(names.len()));
        for place in 0..names.len() {
            let (errors, moved) = without(place, &of, &rows, &logs, &coefficients)?;
            squared += dot(&errors, &errors) / number(errors.len());
            let all: f64 = rows.iter().map(|row| dot(row, &moved) * dot(row, &moved)).sum();
            influences.push(all / (wide * variance));
        }
        let slopes: Matrix = covariance.iter().skip(1).map(|line| line.iter().skip(1).copied().collect()).collect();
        let ratio = squared_under_inverse(&slopes, coefficients.get(1..)?)? / (wide - 1.0);
        let reach = StudentsT::new(0.0, 1.0, places - 1.0).ok()?.inverse_cdf(f64::midpoint(1.0, LEVEL));
        Some(Self {
            strength: strength.clone(),
            on: on.to_vec(),
            standard_errors: (0..width).map(|k| libm::sqrt(covariance[k][k])).collect(),
            coefficients,
            r2: if total > 0.0 { 1.0 - dot(&residuals, &residuals) / total } else { f64::NAN },
            p: rounded(FisherSnedecor::new(wide - 1.0, places - 1.0).ok()?.sf(ratio)),
            residual_sd: libm::sqrt(variance),
            leave_one_out: libm::sqrt(squared / places),
            missions: members,
            places: names.into_iter().zip(influences).collect(),
            t: rounded(reach),
            covariance,
        })
    }

    /// The name of the regression: its variables.
    #[must_use]
    pub fn id(&self) -> String {
        self.on.iter().map(|variable| variable.id.as_str()).collect::<Vec<_>>().join("_")
    }

    /// Whether what explains says nothing about the strength: chance alone gives such slopes more often than [`NOTHING`].
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.p.is_nan() || self.p > NOTHING
    }

    /// The factor either way that a standard deviation of the residuals is.
    #[must_use]
    pub fn scatter(&self) -> f64 {
        libm::exp(self.residual_sd)
    }

    /// The least and the greatest value among the missions of what explains, by its position.
    #[must_use]
    pub fn seen(&self, position: usize) -> (f64, f64) {
        let values = self.missions.iter().filter_map(|member| member.on.get(position));
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)))
    }

    /// The prediction for values of `on` in their units; `None` where a logarithm has no value.
    #[must_use]
    pub fn predict(&self, on: &[f64]) -> Option<Prediction> {
        if on.len() != self.on.len() || !on.iter().all(|value| *value > 0.0 && value.is_finite()) {
            return None;
        }
        let row = design(on);
        let middle = dot(&row, &self.coefficients);
        let variance = self.residual_sd * self.residual_sd + quadratic(&self.covariance, &row);
        let half = self.t * libm::sqrt(variance);
        let [low, middle, high] = [middle - half, middle, middle + half].map(libm::exp);
        Some(Prediction { low, middle, high })
    }

    /// The places whose Cook's distance is above 4 over their number, the strongest first.
    #[must_use]
    pub fn influential(&self) -> Vec<&(String, f64)> {
        let limit = 4.0 / number(self.places.len());
        let mut found: Vec<&(String, f64)> = self.places.iter().filter(|(_, cook)| *cook > limit).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    }
}

/// The missions that have all values, and the names of their places in the order of the missions.
fn members(strength: &Variable, on: &[Variable], missions: &[&Mission]) -> (Vec<Member>, Vec<String>) {
    let (mut members, mut places): (Vec<Member>, Vec<String>) = (Vec::new(), Vec::new());
    for mission in missions {
        let values: Option<Vec<f64>> = on.iter().map(|variable| mission.explains(variable)).collect();
        if let (Some(on), Some(strength)) = (values, mission.value(strength).filter(|value| *value > 0.0)) {
            let known = places.iter().position(|place| *place == mission.place);
            let place = known.unwrap_or_else(|| {
                places.push(mission.place.clone());
                places.len() - 1
            });
            members.push(Member { id: mission.id.clone(), on, strength, place });
        }
    }
    (members, places)
}

/// The errors of a place's missions when they are predicted from the other places, and how far the coefficients move
/// without it.
fn without(
    place: usize,
    of: &[usize],
    rows: &[Vec<f64>],
    y: &[f64],
    coefficients: &[f64],
) -> Option<(Vec<f64>, Vec<f64>)> {
    let others = || of.iter().enumerate().filter(|(_, other)| **other != place).map(|(row, _)| row);
    let kept: Matrix = others().map(|row| rows[row].clone()).collect();
    let strengths: Vec<f64> = others().map(|row| y[row]).collect();
    let (found, _) = least_squares(&kept, &strengths)?;
    let own = of.iter().enumerate().filter(|(_, other)| **other == place).map(|(row, _)| row);
    let errors = own.map(|row| y[row] - dot(&rows[row], &found)).collect();
    Some((errors, coefficients.iter().zip(&found).map(|(all, some)| all - some).collect()))
}

fn design(on: &[f64]) -> Vec<f64> {
    std::iter::once(1.0).chain(on.iter().map(|value| libm::log(*value))).collect()
}

/// The last digits of the library's quantiles depend on the platform's functions.
fn rounded(value: f64) -> f64 {
    libm::round(value * 1e9) / 1e9
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
fn number(count: usize) -> f64 {
    count as f64
}
