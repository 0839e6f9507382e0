//! Monte Carlo: every metric over samples of all uncertain inputs, and the share of samples in which conditions hold.
//!
//! Sobol' points and Latin hypercubes are drawn as [`REPLICATES`] independent designs, whose means give the standard
//! error of the mean (Owen 1997) and, by Student's t, its confidence interval; the error of plain random numbers follows
//! from their standard deviation. Percentiles
//! are exact ones of all samples (type 7 of Hyndman and Fan 1996). Chunks of samples are made by any thread and put
//! together in their order, so that the number of threads changes no bit. Knows nothing of units or charts.

use crate::model::Assessment;
use crate::program::{BLOCK, Column};
use crate::uncertainty::correlation::Copula;
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::{Kind, Sampler, SamplerError, power_of_two};
use crate::uncertainty::summary::{Moments, percentiles, replicated};
use rayon::prelude::*;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// Independent designs that samples are drawn in, where the sampler is not plain random.
pub const REPLICATES: u64 = 8;

/// Most values (samples times metrics) that are kept for percentiles: 512 MB of them.
pub const MOST_VALUES: u64 = 1 << 26;

/// The percentiles that are given.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Samples that a thread takes at a time.
const CHUNK: usize = 16 * BLOCK;

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
    /// Standard error of the mean.
    pub mcse_mean: f64,
    /// 95 % confidence interval of the mean: it bounds the sampling's error, not the metric's spread.
    pub mean_ci: (f64, f64),
    /// Samples in which it is undefined or infinite; they are in none of the figures above.
    pub undefined: u64,
}

/// How often a condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sufficiency {
    /// Position of the condition.
    pub condition: usize,
    /// Share of all samples in which it holds; where the metric is undefined it does not.
    pub share: f64,
    /// Standard error of the share.
    pub mcse: f64,
}

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct MonteCarlo {
    /// What was drawn; the number of samples is the rounded one.
    pub settings: Settings,
    /// Positions of the inputs that were sampled.
    pub uncertain: Vec<usize>,
    /// Every metric, in the order of the assessment.
    pub spreads: Vec<Spread>,
    /// Every condition, in the order of the assessment.
    pub conditions: Vec<Sufficiency>,
    /// The sampled inputs' values: a column for each of `uncertain`, in base units.
    pub inputs: Vec<Vec<f64>>,
    /// Every metric's values: a column for each, in base units.
    pub values: Vec<Vec<f64>>,
}

/// Why nothing was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// No input has a range.
    NothingUncertain,
    /// More values than are kept.
    TooMany,
    /// The sampler's reason.
    Sampler(SamplerError),
}

/// One independent design and the samples it fills.
struct Design {
    sampler: Sampler,
    first: u64,
    samples: u64,
}

/// What is drawn, and in which pieces.
struct Draw {
    settings: Settings,
    uncertain: Vec<usize>,
    designs: Vec<Design>,
    quantiles: Vec<Quantile>,
    copula: Option<Copula>,
    /// The design, the first sample in it, and how many.
    chunks: Vec<(usize, u64, usize)>,
}

impl Draw {
    /// Prepares samples of which `columns` values are kept beside the inputs.
    fn new(assessment: &Assessment, settings: Settings, columns: usize) -> Result<Self, NotDrawn> {
        let uncertain = assessment.uncertain();
        if uncertain.is_empty() {
            return Err(NotDrawn::NothingUncertain);
        }
        let samples = settings.rounded().ok_or(NotDrawn::TooMany)?;
        let columns = (columns + uncertain.len()) as u64;
        if samples.saturating_mul(columns.max(1)) > MOST_VALUES {
            return Err(NotDrawn::TooMany);
        }
        let settings = Settings { samples, ..settings };
        let designs = designs(settings, uncertain.len()).map_err(NotDrawn::Sampler)?;
        let quantiles: Vec<Quantile> =
            uncertain.iter().filter_map(|input| assessment.inputs[*input].range.as_ref()).map(Quantile::new).collect();
        let copula = assessment.copula().filter(|copula| !copula.is_independent());
        let chunks = designs
            .iter()
            .enumerate()
            .flat_map(|(design, this)| {
                let starts = (0..this.samples).step_by(CHUNK);
                starts.map(move |start| {
                    (design, start, usize::try_from(this.samples - start).map_or(CHUNK, |left| left.min(CHUNK)))
                })
            })
            .collect();
        Ok(Self { settings, uncertain, designs, quantiles, copula, chunks })
    }

    /// The inputs of a chunk: a column for each that is uncertain.
    fn inputs(&self, (design, start, samples): (usize, u64, usize)) -> Vec<Vec<f64>> {
        let mut inputs: Vec<Vec<f64>> = vec![vec![0.0; samples]; self.quantiles.len()];
        for (dimension, column) in inputs.iter_mut().enumerate() {
            self.designs[design].sampler.fill(dimension, start, column);
        }
        if let Some(copula) = &self.copula {
            copula.apply(&mut inputs);
        }
        for (quantile, column) in self.quantiles.iter().zip(&mut inputs) {
            quantile.fill(column);
        }
        inputs
    }
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

/// Draws samples of the inputs; `columns` values beside each will be kept.
pub(super) fn draw(assessment: &Assessment, settings: Settings, columns: usize) -> Result<Samples, NotDrawn> {
    let draw = Draw::new(assessment, settings, columns)?;
    let chunks = draw.chunks.par_iter().map(|chunk| draw.inputs(*chunk)).collect();
    Ok(Samples { settings: draw.settings, uncertain: draw.uncertain, chunks })
}

/// Draws samples and computes every metric over them.
///
/// # Errors
/// When no input has a range, or there would be more samples than can be drawn or kept.
pub fn run(assessment: &Assessment, settings: Settings) -> Result<MonteCarlo, NotDrawn> {
    let draw = Draw::new(assessment, settings, assessment.metrics.len())?;
    let drawn: Vec<Chunk> = draw.chunks.par_iter().map(|chunk| computed(assessment, &draw, *chunk)).collect();
    Ok(gather(assessment, draw.settings, draw.uncertain, &draw.designs, &drawn))
}

fn designs(settings: Settings, dimensions: usize) -> Result<Vec<Design>, SamplerError> {
    let count = if settings.kind == Kind::Random { 1 } else { REPLICATES };
    let samples = settings.samples / count;
    let whole = Sampler::new(settings.kind, dimensions, samples, settings.seed)?;
    let design = |number: u64| Design { sampler: whole.replicate(number), first: number * samples, samples };
    Ok((0..count).map(design).collect())
}

/// Some samples' inputs and metrics.
struct Chunk {
    inputs: Vec<Vec<f64>>,
    values: Vec<Vec<f64>>,
}

fn computed(assessment: &Assessment, draw: &Draw, chunk: (usize, u64, usize)) -> Chunk {
    let inputs = draw.inputs(chunk);
    let mut columns: Vec<Column<'_>> = assessment.inputs.iter().map(|input| Column::Same(input.value)).collect();
    for (input, column) in draw.uncertain.iter().zip(&inputs) {
        columns[*input] = Column::Each(column);
    }
    let values = assessment.tape().evaluate(&columns, chunk.2);
    Chunk { inputs, values }
}

fn gather(
    assessment: &Assessment,
    settings: Settings,
    uncertain: Vec<usize>,
    designs: &[Design],
    drawn: &[Chunk],
) -> MonteCarlo {
    let join = |pick: &(dyn Fn(&Chunk) -> &[f64] + Sync)| -> Vec<f64> {
        drawn.iter().flat_map(|chunk| pick(chunk).iter().copied()).collect()
    };
    let inputs = (0..uncertain.len()).map(|column| join(&|chunk: &Chunk| chunk.inputs[column].as_slice())).collect();
    let values: Vec<Vec<f64>> = (0..assessment.metrics.len())
        .into_par_iter()
        .map(|metric| join(&|chunk: &Chunk| chunk.values[metric].as_slice()))
        .collect();
    let spreads = values.par_iter().enumerate().map(|(metric, values)| spread(metric, values, designs)).collect();
    let conditions = assessment
        .conditions
        .iter()
        .enumerate()
        .map(|(position, condition)| {
            let values = &values[condition.metric];
            let holds: Vec<f64> = values.iter().map(|value| f64::from(u8::from(condition.holds(*value)))).collect();
            let spread = spread(condition.metric, &holds, designs);
            Sufficiency { condition: position, share: spread.mean, mcse: spread.mcse_mean }
        })
        .collect();
    MonteCarlo { settings, uncertain, spreads, conditions, inputs, values }
}

/// How many standard errors a 95 % interval reaches: Student's t with one degree of freedom less than there are
/// independent designs, or samples of a single one.
fn t95(designs: usize, samples: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
    let freedom = if designs < 2 { samples.saturating_sub(1) as f64 } else { (designs - 1) as f64 };
    let quantile = StudentsT::new(0.0, 1.0, freedom.max(1.0)).map_or(f64::NAN, |t| t.inverse_cdf(0.975));
    // The last digits of the library's quantile depend on the platform's functions.
    libm::round(quantile * 1e9) / 1e9
}

fn spread(metric: usize, values: &[f64], designs: &[Design]) -> Spread {
    let moments = values.chunks(CHUNK).map(Moments::of).fold(Moments::default(), Moments::merge);
    let mcse_mean = if designs.len() < 2 {
        moments.standard_error()
    } else {
        let part = |design: &Design| {
            let (first, samples) = (usize::try_from(design.first).ok()?, usize::try_from(design.samples).ok()?);
            values.get(first..first + samples).map(|values| Moments::of(values).mean())
        };
        replicated(&designs.iter().filter_map(part).collect::<Vec<f64>>()).1
    };
    let reach = t95(designs.len(), moments.count()) * mcse_mean;
    let found = percentiles(values, &SHARES);
    let mut at = [f64::NAN; 5];
    at.copy_from_slice(&found[..5]);
    Spread {
        metric,
        mean: moments.mean(),
        sd: moments.sd(),
        percentiles: at,
        mcse_mean,
        mean_ci: (moments.mean() - reach, moments.mean() + reach),
        undefined: moments.not_finite(),
    }
}
