//! Monte Carlo: every metric over samples of all uncertain inputs, and the share of samples in which conditions hold.
//!
//! Sobol' points and Latin hypercubes are drawn as [`REPLICATES`] independent designs, whose means give the standard
//! error of the mean (Owen 1997) and, by Student's t, its confidence interval; the error of plain random numbers follows
//! from their standard deviation. Percentiles are exact ones of all samples (type 7 of Hyndman and Fan 1996). Shares and
//! percentiles have intervals as [`crate::uncertainty::confidence`] says.
//!
//! Samples are made in chunks by any thread and forgotten once they are counted: up to [`KEPT`] of them are kept for
//! charts, so that memory does not grow with their number. What chunks add is put together in their order, so that the
//! number of threads changes no bit. Knows nothing of units or charts.

mod draw;
mod gather;
mod kept;

pub use draw::Chunk;

use crate::model::{Calculation, Condition};
use crate::uncertainty::confidence::Share;
use crate::uncertainty::sampler::{Kind, SamplerError, power_of_two};
use draw::SampleGenerator;
use gather::Accumulator;
use std::borrow::Cow;

/// Independent designs that samples are drawn in, where the sampler is not plain random.
pub const REPLICATES: u64 = 8;

/// Most samples of which inputs and metrics are kept; fewer where there are many of these, see [`KEPT_VALUES`].
pub const KEPT: u64 = 1 << 16;

/// Most values that are kept: 128 MB of them, which is 27,000 samples of 600 inputs and metrics.
pub const KEPT_VALUES: u64 = 1 << 24;

/// Most values (samples times metrics) that an analysis keeps which needs them all: 512 MB of them.
pub const MOST_VALUES: u64 = 1 << 26;

/// The percentiles that are given.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Most samples that are drawn: some minutes of work.
pub const MOST_SAMPLES: u64 = 1 << 32;

/// Samples that a wanted precision is first looked for with.
const FEWEST: u64 = 1 << 12;

/// How far percentiles' windows reach, in standard errors of independent samples. A rank beyond them costs time only:
/// the samples are gone over again for the metrics concerned. Ranks of Sobol' points move less than those of
/// independent samples.
fn reach(kind: Kind) -> f64 {
    if kind == Kind::Sobol { 2.5 } else { 4.5 }
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How samples are spread.
    pub kind: Kind,
    /// How many; [`Settings::rounded`] says how many are drawn.
    pub samples: u64,
    /// The seed; 0 is one like any other.
    pub seed: u64,
}

impl Settings {
    /// The number of samples that is drawn: for Sobol' points the next power of two, for a Latin hypercube the next
    /// multiple of [`REPLICATES`]. `None` where there would be too many.
    #[must_use]
    pub fn rounded(&self) -> Option<u64> {
        match self.kind {
            Kind::Sobol => power_of_two(self.samples.max(2 * REPLICATES)),
            Kind::LatinHypercube => self.samples.max(2 * REPLICATES).checked_next_multiple_of(REPLICATES),
            Kind::Random => Some(self.samples.max(2)),
        }
    }
}

/// A metric's spread, in base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Position of the metric.
    pub metric: usize,
    /// Mean of the samples in which it is defined.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Percentiles at [`SHARES`].
    pub percentiles: [f64; 5],
    /// 95 % confidence intervals of these, one that has no bound infinite.
    pub percentile_cis: [(f64, f64); 5],
    /// Standard error of the mean.
    pub mcse_mean: f64,
    /// 95 % confidence interval of the mean: it bounds the sampling's error, not the metric's spread.
    pub mean_ci: (f64, f64),
    /// 95 % confidence interval of the standard deviation.
    pub sd_ci: (f64, f64),
    /// Samples in which it is undefined or infinite; they are in none of the figures above.
    pub undefined: u64,
}

impl Spread {
    /// Whether the values differ at all. A standard deviation can be beyond the largest number, or too small for one.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.sd.is_nan() || self.sd > 0.0 || self.percentiles[0] < self.percentiles[4]
    }
}

/// How often a condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sufficiency {
    /// Position of the condition.
    pub condition: usize,
    /// Share of all samples in which it holds; where the metric is undefined it does not.
    pub share: f64,
    /// Standard error of the share: its interval's half width over that of a standard error of 1.
    pub mcse: f64,
    /// 95 % confidence interval of the share.
    pub ci: (f64, f64),
    /// Whether that is a conservative one, see [`Share`].
    pub conservative: bool,
}

impl Sufficiency {
    /// The share with its interval.
    #[must_use]
    pub fn estimate(&self) -> Share {
        Share { share: self.share, ci: self.ci, conservative: self.conservative }
    }
}

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct MonteCarlo {
    /// What was drawn; the number of samples is the rounded one.
    pub settings: Settings,
    /// Positions of the inputs that were sampled.
    pub uncertain: Vec<usize>,
    /// Every metric, in the order of the calculation.
    pub spreads: Vec<Spread>,
    /// Every condition, in the order of the calculation.
    pub conditions: Vec<Sufficiency>,
    /// The sampled inputs' values, in base units: a column for each of `uncertain`, with all samples or, of more than
    /// are kept, the first of each design.
    pub inputs: Vec<Vec<f64>>,
    /// Every metric's values in the same samples: a column for each, in base units; of a metric that is the same in
    /// all of them the only value. See [`MonteCarlo::value`] and [`MonteCarlo::column`].
    values: Vec<Vec<f64>>,
}

impl MonteCarlo {
    /// The results alone, for those who need no sample any more.
    #[must_use]
    pub fn without_samples(self) -> Self {
        Self { inputs: Vec::new(), values: Vec::new(), ..self }
    }

    /// How many samples are kept: all, or the first of each design.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.inputs.first().map_or(0, Vec::len)
    }

    /// The share of the samples that are kept in which something holds, with its interval.
    #[must_use]
    pub fn share(&self, holds: impl Fn(usize) -> bool) -> Share {
        let designs = if self.settings.kind == Kind::Random { 1 } else { REPLICATES };
        let designs = usize::try_from(designs).unwrap_or(1);
        let of_each = self.kept() / designs;
        let in_one =
            |design: usize| (design * of_each..(design + 1) * of_each).map(|sample| u64::from(holds(sample))).sum();
        Share::of_designs(&(0..designs).map(in_one).collect::<Vec<u64>>(), of_each as u64)
    }

    /// A metric's value in a sample that is kept, in base units; not a number where there is none such.
    #[must_use]
    pub fn value(&self, metric: usize, sample: usize) -> f64 {
        let column = self.values.get(metric).map_or(&[][..], Vec::as_slice);
        if let [only] = column { *only } else { column.get(sample).copied().unwrap_or(f64::NAN) }
    }

    /// A metric's values in the samples that are kept, in base units.
    #[must_use]
    pub fn column(&self, metric: usize) -> Cow<'_, [f64]> {
        match self.values.get(metric).map_or(&[][..], Vec::as_slice) {
            [only] => Cow::Owned(vec![*only; self.kept()]),
            column => Cow::Borrowed(column),
        }
    }

    /// The greatest standard error of a mean, as a share of the mean; of the standard deviation where that is greater.
    #[must_use]
    pub fn precision(&self) -> f64 {
        let moving = self.spreads.iter().filter(|spread| spread.sd > 0.0);
        moving.map(|spread| spread.mcse_mean / spread.mean.abs().max(spread.sd)).fold(0.0, f64::max)
    }
}

/// Why nothing was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// No input has a range.
    NothingUncertain,
    /// More samples than [`MOST_SAMPLES`].
    TooMany,
    /// The sampler's reason.
    Sampler(SamplerError),
}

/// Told how many samples are done, now and then, by any thread.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);

/// Draws samples, computes every metric over them and counts how often conditions hold.
///
/// # Errors
/// When no input has a range, or there would be more samples than can be drawn.
pub fn run(calculation: &Calculation, conditions: &[Condition], settings: Settings) -> Result<MonteCarlo, NotDrawn> {
    run_with(calculation, conditions, settings, &|_| ())
}

/// As [`run`], telling how far it is.
///
/// # Errors
/// As [`run`].
pub fn run_with(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    progress: Progress<'_>,
) -> Result<MonteCarlo, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    let reach = reach(settings.kind);
    let mut gathered = Accumulator::of(calculation, conditions, &generator, reach, progress);
    gathered.second_pass(calculation, &generator, reach);
    Ok(gathered.results(calculation, generator))
}

/// Draws twice as many samples as before until the standard error of every metric's mean is below a share of the mean
/// ([`MonteCarlo::precision`]), or a thousand million of them are drawn.
///
/// # Errors
/// As [`run`].
pub fn run_until(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    precision: f64,
) -> Result<MonteCarlo, NotDrawn> {
    let mut samples = FEWEST;
    loop {
        let results = run(calculation, conditions, Settings { samples, ..settings })?;
        if results.precision() <= precision || samples >= MOST_SAMPLES / 4 {
            return Ok(results);
        }
        samples *= 2;
    }
}

/// Every sample in its order, some thousands at a time: told to `each` until that fails.
///
/// # Errors
/// As [`run`]; what `each` says is in the inner result.
pub fn stream<E>(
    calculation: &Calculation,
    settings: Settings,
    mut each: impl FnMut(&[Chunk]) -> Result<(), E>,
) -> Result<Result<(), E>, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    Ok(generator.in_order().try_for_each(|chunks| each(&chunks)))
}

/// Samples of the inputs alone.
pub(super) struct Samples {
    /// What was drawn.
    pub settings: Settings,
    /// Positions of the inputs that were sampled.
    pub uncertain: Vec<usize>,
    /// Pieces of at most some thousand samples: a column for each of `uncertain`.
    pub chunks: Vec<Vec<Vec<f64>>>,
}

/// Draws samples of the inputs, for an analysis that keeps `columns` values beside each.
pub(super) fn draw(calculation: &Calculation, settings: Settings, columns: usize) -> Result<Samples, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    let columns = (columns + generator.uncertain.len()) as u64;
    if generator.settings.samples.saturating_mul(columns) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    let chunks = generator.inputs_in_order();
    Ok(Samples { settings: generator.settings, uncertain: generator.uncertain, chunks })
}
