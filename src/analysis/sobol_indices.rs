//! Sobol' indices: which share of a metric's variance each uncertain input makes, alone and together with others.
//!
//! With independent inputs `X_i` and a metric `Y`,
//!
//! - the first order index is `S_i = Var(E(Y | X_i)) / Var(Y)`: the share that would go, on average, if the input were
//!   known;
//! - the total order index is `ST_i = E(Var(Y | all but X_i)) / Var(Y)`: the share that would stay if all others were
//!   known. What it has beyond the first order comes of interactions (Sobol' 1993; Homma and Saltelli 1996).
//!
//! Two samples A and B are the first and the second half of the dimensions of *one* scrambled Sobol' sequence. With
//! `AB_i` for A with the column of input i from B, `m` for the mean and `V` for the variance over A and B together,
//!
//! - `S_i = mean((Y(B) - m) (Y(AB_i) - Y(A))) / V` (Saltelli et al. 2010, "Variance based sensitivity analysis of model
//!   output", Computer Physics Communications 181:259, Table 2 (b); outputs are centred, or a mean that is large beside
//!   the spread drowns the index in noise);
//! - `ST_i = mean((Y(A) - Y(AB_i))^2) / (2 V)` (Jansen 1999; Table 2 (f) there).
//!
//! Only what depends on input i is computed again for `AB_i`. A metric that does not use an input is not computed at
//! all for it, and has exactly 0. All metrics share the samples.
//!
//! Caveats: inputs count as independent. An estimate of the first order may be below 0 or above the total order by
//! chance; the intervals tell how far (from resampled blocks of samples). An index is a share of the *variance*, which a long tail
//! can make a poor summary of the spread, and says nothing of the direction. A first order of 0 does not make an input
//! harmless, a total order of 0 does.
//!
//! Chunks of samples are made by any thread and put together in their order, so that the number of threads changes no
//! bit. Memory does not grow with the number of samples. Everything is in base units; knows nothing of charts.

use super::bootstrap::{add, intervals, sums_of, whole};
use super::monte_carlo::{MOST_VALUES, NotDrawn};
use crate::model::Assessment;
use crate::program::{BLOCK, Column, Cone, Page};
use crate::uncertainty::hash::derive;
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::{Kind, Sampler, power_of_two};
use crate::uncertainty::summary::Moments;
use rayon::prelude::*;

/// The fewest base samples.
pub const FEWEST_SAMPLES: u64 = 64;

/// How many resamples are usual.
pub const RESAMPLES: u32 = 200;

/// Blocks that samples are summed in, or as many as there are samples.
const BLOCKS: u64 = 256;

/// Sets the resamples' random numbers apart from those of the samples.
const RESAMPLING: u64 = 0xb007_57a9_0000_0000;

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Samples in A, and in B; [`Settings::rounded`] says how many are drawn.
    pub base_samples: u64,
    /// The seed; 0 is one like any other.
    pub seed: u64,
    /// Resamples for intervals; without any there are no intervals.
    pub resamples: u32,
}

impl Settings {
    /// The number of base samples that is drawn: the next power of two, at least [`FEWEST_SAMPLES`]. `None` where there
    /// would be too many.
    #[must_use]
    pub fn rounded(&self) -> Option<u64> {
        power_of_two(self.base_samples.max(FEWEST_SAMPLES))
    }
}

/// One input's part in a metric's variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// Position of the input (for a function, of the argument).
    pub input: usize,
    /// The share it makes alone; by chance it may be a little below 0.
    pub first_order: f64,
    /// 95 % interval of it.
    pub first_order_ci: (f64, f64),
    /// The share it makes alone and together with others.
    pub total_order: f64,
    /// 95 % interval of it.
    pub total_order_ci: (f64, f64),
    /// Whether the metric depends on it; if not, all of the above is exactly 0.
    pub used: bool,
}

impl Index {
    /// Whether the interval of the first order lies above 0.
    #[must_use]
    pub fn is_distinguishable(&self) -> bool {
        self.first_order_ci.0 > 0.0
    }

    /// Whether the interval of the total order lies above 0. As a mean of squares it does wherever the input changed
    /// anything in more than a few samples, however little.
    #[must_use]
    pub fn is_total_distinguishable(&self) -> bool {
        self.total_order_ci.0 > 0.0
    }
}

/// A metric's indices.
#[derive(Clone, Debug, PartialEq)]
pub struct Indices {
    /// Its mean over A and B, in base units; not-a-number where it is defined in no sample.
    pub mean: f64,
    /// Its variance over A and B; 0 where nothing moves it beyond rounding: then all indices are 0.
    pub variance: f64,
    /// Base samples left out of everything above and below: at A, at B or at one of the `AB_i` the metric is undefined
    /// or infinite.
    pub undefined: u64,
    /// One for each uncertain input, in the order of the assessment.
    pub inputs: Vec<Index>,
}

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct SobolIndices {
    /// What was drawn; the number of base samples is the rounded one.
    pub settings: Settings,
    /// Positions of the inputs that were sampled.
    pub uncertain: Vec<usize>,
    /// How often the model was run in full or in part: base samples for A, for B and for each input that a metric uses.
    pub runs: u64,
    /// Every metric, in the order of the assessment.
    pub metrics: Vec<Indices>,
}

/// Outputs over some lanes.
struct Lanes {
    /// At A, for each output.
    a: Vec<Vec<f64>>,
    /// At B, for each output.
    b: Vec<Vec<f64>>,
    /// For each output at A with one input from B, for each input that it uses.
    changed: Vec<Vec<Vec<f64>>>,
}

/// Draws samples and computes every metric's indices.
///
/// # Errors
/// When no input has a range, there are more inputs than half the dimensions of Sobol' points, or there would be more
/// samples than can be drawn or more sums than are kept.
pub fn run(assessment: &Assessment, settings: Settings) -> Result<SobolIndices, NotDrawn> {
    let uncertain = assessment.uncertain();
    let (settings, sampler) = sampler(settings, uncertain.len())?;
    let quantiles: Vec<Quantile> =
        uncertain.iter().filter_map(|input| assessment.inputs[*input].range.as_ref()).map(Quantile::new).collect();
    let cones: Vec<Cone> = uncertain.iter().map(|input| assessment.tape().cone(&[*input])).collect();
    let mut uses = vec![Vec::new(); assessment.metrics.len()];
    for (position, cone) in cones.iter().enumerate() {
        for output in &cone.outputs {
            uses[*output].push(position);
        }
    }
    let lanes = |first: u64, samples: usize| {
        let draw = |half: usize| -> Vec<Vec<f64>> {
            let dimensions = quantiles.iter().zip(half * quantiles.len()..);
            let column = |(quantile, dimension): (&Quantile, usize)| {
                let mut column = vec![0.0; samples];
                sampler.fill(dimension, first, &mut column);
                quantile.fill(&mut column);
                column
            };
            dimensions.map(column).collect()
        };
        evaluate(assessment, &uncertain, &cones, &draw(0), &draw(1), samples)
    };
    let metrics = estimate(settings, &uncertain, &uses, lanes)?;
    let varied = cones.iter().filter(|cone| !cone.outputs.is_empty()).count() as u64;
    let runs = settings.base_samples.saturating_mul(2 + varied);
    Ok(SobolIndices { settings, uncertain, runs, metrics })
}

/// The indices of a function of numbers that are spread evenly between 0 and 1, by the same estimators.
///
/// # Errors
/// When it has no arguments or too many, or there would be too many samples.
pub fn of_function(
    dimensions: usize,
    settings: Settings,
    function: impl Fn(&[f64]) -> f64 + Sync,
) -> Result<Indices, NotDrawn> {
    let (settings, sampler) = sampler(settings, dimensions)?;
    of_points(dimensions, settings, |dimension, first, column| sampler.fill(dimension, first, column), function)
}

/// As [`of_function`], at points of one's own: `points` fills a column with the coordinates in a dimension, A's before
/// B's, from the point with a number on.
///
/// # Errors
/// As for [`of_function`].
pub fn of_points(
    dimensions: usize,
    settings: Settings,
    points: impl Fn(usize, u64, &mut [f64]) + Sync,
    function: impl Fn(&[f64]) -> f64 + Sync,
) -> Result<Indices, NotDrawn> {
    let base_samples = settings.rounded().ok_or(NotDrawn::TooMany)?;
    let arguments: Vec<usize> = (0..dimensions).collect();
    let lanes = |first: u64, samples: usize| {
        let draw = |dimension: usize| {
            let mut column = vec![0.0; samples];
            points(dimension, first, &mut column);
            column
        };
        let columns: Vec<Vec<f64>> = (0..2 * dimensions).map(draw).collect();
        let values = |source: &dyn Fn(usize) -> usize| -> Vec<f64> {
            let mut point = vec![0.0; dimensions];
            let value = |lane: usize| {
                for (argument, coordinate) in point.iter_mut().enumerate() {
                    *coordinate = columns[source(argument)][lane];
                }
                function(&point)
            };
            (0..samples).map(value).collect()
        };
        let changed = |input: usize| values(&|argument| argument + if argument == input { dimensions } else { 0 });
        Lanes {
            a: vec![values(&|argument| argument)],
            b: vec![values(&|argument| argument + dimensions)],
            changed: vec![(0..dimensions).map(changed).collect()],
        }
    };
    let mut found =
        estimate(Settings { base_samples, ..settings }, &arguments, std::slice::from_ref(&arguments), lanes)?;
    found.pop().ok_or(NotDrawn::NothingUncertain)
}

/// A and B as one sequence of twice as many dimensions as there are inputs.
fn sampler(settings: Settings, inputs: usize) -> Result<(Settings, Sampler), NotDrawn> {
    if inputs == 0 {
        return Err(NotDrawn::NothingUncertain);
    }
    let base_samples = settings.rounded().ok_or(NotDrawn::TooMany)?;
    let made = Sampler::new(Kind::Sobol, 2 * inputs, base_samples, settings.seed).map_err(NotDrawn::Sampler)?;
    Ok((Settings { base_samples, ..settings }, made))
}

/// The inputs' columns: those of a sample, and the central case of inputs that have no range.
fn columns<'a>(assessment: &Assessment, uncertain: &[usize], sample: &'a [Vec<f64>]) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = assessment.inputs.iter().map(|input| Column::Same(input.value)).collect();
    for (input, column) in uncertain.iter().zip(sample) {
        columns[*input] = Column::Each(column);
    }
    columns
}

fn evaluate(
    assessment: &Assessment,
    uncertain: &[usize],
    cones: &[Cone],
    a: &[Vec<f64>],
    b: &[Vec<f64>],
    samples: usize,
) -> Lanes {
    let tape = assessment.tape();
    let at_b = tape.evaluate(&columns(assessment, uncertain, b), samples);
    let mut columns = columns(assessment, uncertain, a);
    let mut page = Page::new(tape, &columns, samples);
    let outputs = 0..assessment.metrics.len();
    let mut changed = vec![Vec::new(); outputs.len()];
    for (((input, cone), a), b) in uncertain.iter().zip(cones).zip(a).zip(b) {
        if cone.outputs.is_empty() {
            continue;
        }
        columns[*input] = Column::Each(b);
        for (output, values) in cone.outputs.iter().zip(page.rerun(cone, &columns)) {
            changed[*output].push(values.to_vec());
        }
        columns[*input] = Column::Each(a);
    }
    let a = outputs.map(|output| page.output(output).to_vec()).collect();
    Lanes { a, b: at_b, changed }
}

/// The indices of some outputs, for each of which `uses` names the inputs by their place in `inputs`.
fn estimate(
    settings: Settings,
    inputs: &[usize],
    uses: &[Vec<usize>],
    lanes: impl Fn(u64, usize) -> Lanes + Sync,
) -> Result<Vec<Indices>, NotDrawn> {
    let samples = settings.base_samples;
    let blocks = BLOCKS.min(samples);
    let sums: usize = uses.iter().map(|uses| sums_of(uses.len())).sum();
    if blocks.saturating_mul(sums as u64) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    // All of these are powers of two: a task has whole blocks, and a chunk whole blocks or a part of one.
    let block = samples / blocks;
    let chunk = samples.min(BLOCK as u64);
    let task = block.max(chunk);
    let width = usize::try_from(chunk).unwrap_or(BLOCK);
    let shifts: Vec<f64> = lanes(0, width).a.iter().map(|values| shift(values)).collect();
    let tasks: Vec<Vec<Vec<f64>>> = (0..samples / task)
        .into_par_iter()
        .map(|number| {
            let mut sums: Vec<Vec<f64>> = Vec::new();
            for uses in uses {
                let inside = usize::try_from(task / block).unwrap_or_default();
                sums.push(vec![0.0; inside * sums_of(uses.len())]);
            }
            for start in (0..task).step_by(width) {
                let mut values = lanes(number * task + start, width);
                for (output, sums) in sums.iter_mut().enumerate() {
                    accumulate(&mut values, output, shifts[output], (start, block), sums);
                }
            }
            sums
        })
        .collect();
    let indices = |output: usize| {
        let sums: Vec<f64> = tasks.iter().flat_map(|task| task[output].iter().copied()).collect();
        gather(settings, inputs, &uses[output], shifts[output], &sums)
    };
    Ok((0..uses.len()).into_par_iter().map(indices).collect())
}

/// A number near the mean, and the very number where all are the same.
fn shift(values: &[f64]) -> f64 {
    let mean = Moments::of(values).mean();
    if mean.is_finite() { mean } else { 0.0 }
}

/// Adds the lanes of an output to the sums of the blocks they fall in. Lanes with a value that is not finite are made to
/// add nothing.
fn accumulate(lanes: &mut Lanes, output: usize, shift: f64, (start, block): (u64, u64), sums: &mut [f64]) {
    let (a, b, changed) = (&mut lanes.a[output], &mut lanes.b[output], &mut lanes.changed[output]);
    let mut keep = vec![true; a.len()];
    for column in [&*a, &*b].into_iter().chain(&*changed) {
        for (keep, value) in keep.iter_mut().zip(column) {
            *keep &= value.is_finite();
        }
    }
    for (lane, _) in keep.iter().enumerate().filter(|(_, keep)| !**keep) {
        for column in [&mut *a, &mut *b].into_iter().chain(&mut *changed) {
            column[lane] = shift;
        }
    }
    let size = sums_of(changed.len());
    let part = usize::try_from(block).map_or(a.len(), |block| block.min(a.len()));
    for from in (0..a.len()).step_by(part) {
        let at = usize::try_from((start + from as u64) / block).unwrap_or_default() * size;
        let part = from..from + part;
        let samples: f64 = keep[part.clone()].iter().map(|keep| f64::from(u8::from(*keep))).sum();
        let changed: Vec<&[f64]> = changed.iter().map(|column| &column[part.clone()]).collect();
        add(&mut sums[at..at + size], samples, shift, &a[part.clone()], &b[part], &changed);
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of samples, exact as a double")]
fn gather(settings: Settings, inputs: &[usize], uses: &[usize], shift: f64, sums: &[f64]) -> Indices {
    let found = whole(sums, uses.len(), shift);
    let seed = derive(settings.seed, RESAMPLING);
    let drawn = intervals(sums, uses.len(), shift, seed, settings.resamples);
    let index = |(position, input): (usize, &usize)| {
        let place = uses.binary_search(&position).ok();
        let (first_order, total_order) = place.map_or((0.0, 0.0), |place| found.orders[place]);
        let is_known = place.is_none() || found.variance == 0.0;
        let nothing = ((0.0, 0.0), (0.0, 0.0));
        let (first_order_ci, total_order_ci) = place.filter(|_| !is_known).map_or(nothing, |place| drawn[place]);
        Index { input: *input, first_order, first_order_ci, total_order, total_order_ci, used: place.is_some() }
    };
    Indices {
        mean: found.mean,
        variance: found.variance,
        undefined: settings.base_samples
            - sums.chunks_exact(sums_of(uses.len())).map(|block| block[0]).sum::<f64>() as u64,
        inputs: inputs.iter().enumerate().map(index).collect(),
    }
}
