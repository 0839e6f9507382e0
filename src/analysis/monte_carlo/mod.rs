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
mod ranges;
mod results;
mod settings;

pub use draw::Chunk;
pub use ranges::PercentileRanges;
pub use results::{MonteCarlo, SHARES, Spread, Sufficiency};
pub(crate) use settings::MOST_VALUES;
pub use settings::{KEPT, MOST_SAMPLES, NotDrawn, Progress, REPLICATES, Settings};

use super::interrupt::Interrupt;
use crate::model::{Calculation, Condition, InputId};
use crate::uncertainty::sampler::Sampler;
use draw::SampleGenerator;
use gather::{Accumulator, Watched};

/// Samples that a wanted precision is first looked for with.
const FEWEST: u64 = 1 << 12;

/// How far percentiles' windows reach, in standard errors of independent samples. A rank beyond them costs time only:
/// the samples are gone over again for the metrics concerned. Ranks of Sobol' points move less than those of
/// independent samples.
fn reach(sampler: Sampler) -> f64 {
    if sampler == Sampler::Sobol { 2.5 } else { 4.5 }
}

/// Draws samples, computes every metric over them and counts how often conditions hold.
///
/// # Errors
/// When no input has a range, or there would be more samples than can be drawn.
pub fn run(calculation: &Calculation, conditions: &[Condition], settings: Settings) -> Result<MonteCarlo, NotDrawn> {
    run_with(calculation, conditions, settings, &|_| (), Interrupt::NEVER)
}

/// As [`run`], telling how far it is; asks before each chunk of samples whether to stop.
///
/// # Errors
/// As [`run`], and when it was told to stop.
pub fn run_with(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    progress: Progress<'_>,
    interrupt: Interrupt<'_>,
) -> Result<MonteCarlo, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    let reach = reach(settings.sampler);
    let watched = Watched { progress, interrupt };
    let mut gathered = Accumulator::of(calculation, conditions, &generator, reach, watched)?;
    gathered.second_pass(calculation, &generator, reach, interrupt)?;
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

/// The inputs that are drawn, and for each its values in all samples.
///
/// # Errors
/// As [`run`].
pub fn inputs(calculation: &Calculation, settings: Settings) -> Result<(Vec<InputId>, Vec<Vec<f64>>), NotDrawn> {
    let drawn = draw(calculation, settings, 0, Interrupt::NEVER)?;
    let column = |at: usize| drawn.chunks.iter().flat_map(|chunk| chunk[at].iter().copied()).collect();
    let columns = (0..drawn.uncertain.len()).map(column).collect();
    Ok((drawn.uncertain, columns))
}

/// The uniform numbers behind samples of the inputs, so that one sample can be drawn from other distributions as well.
pub(super) struct Uniforms {
    /// What was drawn.
    pub settings: Settings,
    /// The inputs that were sampled.
    pub uncertain: Vec<InputId>,
    /// A column for each of them.
    pub columns: Vec<Vec<f64>>,
}

/// Draws the numbers that [`draw()`] makes values of, for an analysis that keeps `columns` values beside each sample.
pub(super) fn uniforms(
    calculation: &Calculation,
    settings: Settings,
    columns: usize,
    interrupt: Interrupt<'_>,
) -> Result<Uniforms, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    let columns = (columns + generator.uncertain.len()) as u64;
    if generator.settings.samples.saturating_mul(columns) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    let columns = generator.uniforms_in_order(interrupt)?;
    Ok(Uniforms { settings: generator.settings, uncertain: generator.uncertain, columns })
}

/// Samples of the inputs alone.
pub(super) struct Samples {
    /// What was drawn.
    pub settings: Settings,
    /// The inputs that were sampled.
    pub uncertain: Vec<InputId>,
    /// Pieces of at most some thousand samples: a column for each of `uncertain`.
    pub chunks: Vec<Vec<Vec<f64>>>,
}

/// Draws samples of the inputs, for an analysis that keeps `columns` values beside each.
pub(super) fn draw(
    calculation: &Calculation,
    settings: Settings,
    columns: usize,
    interrupt: Interrupt<'_>,
) -> Result<Samples, NotDrawn> {
    let generator = SampleGenerator::new(calculation, settings)?;
    let columns = (columns + generator.uncertain.len()) as u64;
    if generator.settings.samples.saturating_mul(columns) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    let chunks = generator.inputs_in_order(interrupt)?;
    Ok(Samples { settings: generator.settings, uncertain: generator.uncertain, chunks })
}
