//! Partial pooling: what the missions of a kind had, where a kind with few missions borrows from all.
//!
//! Logarithms of densities vary between kinds, between places within a kind, and between the figures of a place, each
//! with a variance of its own: a linear mixed model with nested random effects. Variances are those of the restricted
//! likelihood (Patterson and Thompson 1971, Biometrika 58:545), the kinds' means the best linear unbiased predictions
//! (Robinson 1991, Statistical Science 6:15), with intervals that take the variances as known. Stands beside what is
//! sampled, and never in its place. Knows nothing of which density it is.

use super::band::Case;
use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

/// Kinds below which there is nothing to pool.
const LEAST_KINDS: usize = 3;

/// The value that a standard normal number stays below in 97.5 % of cases.
const Z95: f64 = 1.959_963_984_540_054;

/// What the missions of each kind had, pooled.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pooling {
    /// The variances of logarithms: between kinds, between places of a kind, between figures of a place.
    pub variances: [f64; 3],
    /// The mean of all kinds, as a density.
    pub overall: f64,
    /// Each kind's mean.
    pub kinds: Vec<Pooled>,
}

/// A kind's mean, as a density: the median of its places where logarithms are spread evenly around it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pooled {
    /// The kind.
    pub kind: String,
    /// The mean of the logarithms, as a density.
    pub value: f64,
    /// Its 95 % interval.
    pub ci: (f64, f64),
}

/// Figures with the kind and the place of each.
struct Figures {
    logs: DVector<f64>,
    kinds: Vec<String>,
    kind: Vec<usize>,
    /// Places are apart where kinds are.
    place: Vec<(usize, String)>,
}

impl Pooling {
    /// Pools the cases of kinds. `None` where there are fewer than three kinds, or no more figures than these.
    pub(super) fn new<'a>(cases: impl Iterator<Item = (&'a str, Case)>) -> Option<Self> {
        let mut kinds: Vec<String> = Vec::new();
        let (mut logs, mut kind, mut place) = (Vec::new(), Vec::new(), Vec::new());
        for (name, case) in cases {
            let of = kinds.iter().position(|known| known == name).unwrap_or_else(|| {
                kinds.push(name.to_owned());
                kinds.len() - 1
            });
            logs.push(libm::log(case.value));
            kind.push(of);
            place.push((of, case.place));
        }
        if kinds.len() < LEAST_KINDS || logs.len() <= kinds.len() {
            return None;
        }
        let figures = Figures { logs: DVector::from_vec(logs), kinds, kind, place };
        let ratios = search(&figures)?;
        figures.predicted(ratios)
    }
}

/// What follows from two variances over that of the figures: everything but the scale.
struct Solved {
    inverse: Cholesky<f64, Dyn>,
    /// The mean of all kinds.
    mean: f64,
    /// One over the mean's variance, with a variance of figures of 1.
    weight: f64,
    /// The variance of figures of a place.
    scale: f64,
    /// Twice the negative logarithm of the restricted likelihood, but for a constant.
    loss: f64,
}

impl Figures {
    /// The covariance of figures with a variance of figures of 1.
    fn covariance(&self, [between, within]: [f64; 2]) -> DMatrix<f64> {
        DMatrix::from_fn(self.logs.len(), self.logs.len(), |a, b| {
            let kind = if self.kind[a] == self.kind[b] { between } else { 0.0 };
            let place = if self.place[a] == self.place[b] { within } else { 0.0 };
            kind + place + if a == b { 1.0 } else { 0.0 }
        })
    }

    fn solved(&self, ratios: [f64; 2]) -> Option<Solved> {
        let inverse = Cholesky::new(self.covariance(ratios))?;
        let ones = DVector::from_element(self.logs.len(), 1.0);
        let half = inverse.solve(&ones);
        let weight = half.sum();
        let mean = half.dot(&self.logs) / weight;
        let residuals = self.logs.map(|log| log - mean);
        let free = number(self.logs.len() - 1);
        let scale = inverse.solve(&residuals).dot(&residuals) / free;
        let determinant = 2.0 * inverse.l_dirty().diagonal().iter().map(|d| libm::log(*d)).sum::<f64>();
        let loss = free * libm::log(scale) + determinant + libm::log(weight);
        Some(Solved { inverse, mean, weight, scale, loss })
    }

    fn predicted(&self, ratios: [f64; 2]) -> Option<Pooling> {
        let found = self.solved(ratios)?;
        let residuals = found.inverse.solve(&self.logs.map(|log| log - found.mean));
        let ones = found.inverse.solve(&DVector::from_element(self.logs.len(), 1.0));
        let [between, within] = ratios;
        let kind = |(position, name): (usize, &String)| {
            let belongs = DVector::from_iterator(
                self.logs.len(),
                self.kind.iter().map(|kind| if *kind == position { between } else { 0.0 }),
            );
            let effect = belongs.dot(&residuals);
            // Of the mean and the effect together: prediction variance of the best linear unbiased predictor.
            let known = found.inverse.solve(&belongs);
            let lack = 1.0 - belongs.dot(&ones);
            let variance = found.scale * (between - belongs.dot(&known) + lack * lack / found.weight);
            let (middle, reach) = (found.mean + effect, Z95 * libm::sqrt(variance.max(0.0)));
            let [low, value, high] = [middle - reach, middle, middle + reach].map(libm::exp);
            Pooled { kind: name.clone(), value, ci: (low, high) }
        };
        Some(Pooling {
            variances: [between * found.scale, within * found.scale, found.scale],
            overall: libm::exp(found.mean),
            kinds: self.kinds.iter().enumerate().map(kind).collect(),
        })
    }
}

/// The two ratios of the least loss: a grid on square roots, made finer around the best point.
fn search(figures: &Figures) -> Option<[f64; 2]> {
    let loss = |roots: [f64; 2]| figures.solved(roots.map(|root| root * root)).map(|found| found.loss);
    let (mut best, mut least) = ([1.0, 1.0], loss([1.0, 1.0])?);
    let mut step = 2.0;
    while step > 1e-7 {
        let (around, before) = (best, least);
        for across in -2..=2 {
            for up in -2..=2 {
                let at = [(around[0] + step * f64::from(across)).max(0.0), (around[1] + step * f64::from(up)).max(0.0)];
                if let Some(found) = loss(at).filter(|found| *found < least) {
                    (best, least) = (at, found);
                }
            }
        }
        if least >= before {
            step /= 3.0;
        }
    }
    Some(best.map(|root| root * root))
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
fn number(count: usize) -> f64 {
    count as f64
}
