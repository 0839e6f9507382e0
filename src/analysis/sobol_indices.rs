//! Sobol' indices: which share of a metric's variance each uncertain input makes, alone and together with others.
//!
//! With independent inputs `X_i` and a metric `Y`,
//!
//! - the first order index is `S_i = Var(E(Y | X_i)) / Var(Y)`: the share that would go, on average, if the input were
//!   known;
//! - the total order index is `ST_i = E(Var(Y | all but X_i)) / Var(Y)`: the share that would stay if all others were
//!   known. What it has beyond the first order comes of interactions (Sobol' 1993; Homma and Saltelli 1996).
//!
//! Two samples A and B are the first and the second half of the dimensions of *one* scrambled Sobol' sequence, or rather
//! of 8 that are scrambled independently and share the samples: their scatter is what intervals are made of. With
//! `AB_i` for A with the column of input i from B, `m` for the mean and `V` for the variance over A, B and all `AB_i`
//! together (each is a sample of the same distribution; over A and B alone both err about twice as much),
//!
//! - `S_i = mean((Y(B) - m) (Y(AB_i) - Y(A))) / V` (Saltelli et al. 2010, "Variance based sensitivity analysis of model
//!   output", Computer Physics Communications 181:259, Table 2 (b); outputs are centred, or a mean that is large beside
//!   the spread drowns the index in noise);
//! - `ST_i = mean((Y(A) - Y(AB_i))^2) / (2 V)` (Jansen 1999, Computer Physics Communications 117:35; Table 2 (f) there).
//!
//! On request, with `BA_i` for B with the column of input i from A, the second order of each pair, which is what the two
//! make together beyond what each makes alone:
//!
//! - `S_ij = mean((Y(BA_i) - Y(B)) (Y(AB_j) - Y(A))) / V`, and with i and j exchanged; the mean of both. Multiplied out
//!   these are four products of the pages of Saltelli 2002 ("Making best use of model evaluations to compute sensitivity
//!   indices", Computer Physics Communications 145:280, Theorem 2): `Y(BA_i)` and `Y(AB_j)` have inputs i and j in common,
//!   hence `m^2 + V_i + V_j + V_ij`; `Y(BA_i)` and `Y(A)` have i, `Y(B)` and `Y(AB_j)` have j, `Y(A)` and `Y(B)` nothing.
//!   As products of differences they need no mean, and scatter only as far as both inputs matter.
//!
//! Inputs can be swapped in groups; inputs that are correlated must be, see [`super::factors`]. A and B are then correlated
//! each in itself and stay independent of one another.
//!
//! Only what depends on input i is computed again for `AB_i`. A metric that does not use an input is not computed at
//! all for it, and has exactly 0. All metrics share the samples.
//!
//! Where a metric depends on a single input or group, or only one changes it in any sample, its shares are exactly 1 and
//! nothing is estimated. A spread of which the designs do not even know the variance has no shares that mean anything:
//! they are not resolved, see [`super::resolution`].
//!
//! Caveats: an estimate of the first order may be below 0 or above the total order by
//! chance; the intervals tell how far. An index is a share of the *variance*, which a long tail
//! can make a poor summary of the spread, and says nothing of the direction. A first order of 0 does not make an input
//! harmless, a total order of 0 does.
//!
//! Chunks of samples are made by any thread and put together in their order, so that the number of threads changes no
//! bit. Memory does not grow with the number of samples. Everything is in base units; knows nothing of charts.

pub use super::indices::{FEWEST_SAMPLES, Index, Indices, Pair, RESAMPLES, Settings};

use super::factors::{Factors, Group};
use super::interrupt::Interrupt;
use super::monte_carlo::NotDrawn;
use super::pick_freeze::{BLOCKS, Lanes, Parts, Uses, estimate};
use crate::model::{Calculation, InputId, MetricId};
use crate::program::{Column, Cone, Page};
use crate::uncertainty::design::Design;
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::Sampler;
use typed_index_collections::TiVec;

/// The results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SobolIndices {
    /// What was drawn; the number of base samples is the rounded one.
    pub settings: Settings,
    /// The inputs that were sampled.
    pub uncertain: Vec<InputId>,
    /// Those that have indices of their own.
    pub singles: Vec<InputId>,
    /// Sets of correlated inputs, then the groups asked for.
    pub groups: Vec<Group>,
    /// How often the model was run in full or in part: base samples for A, for B, for each input or group that a metric
    /// uses, and for pairs once more for each of these.
    pub runs: u64,
    /// Every metric, in the order of the calculation.
    pub metrics: TiVec<MetricId, Indices>,
}

/// Draws samples and computes every metric's indices.
///
/// # Errors
/// When no input has a range, there are more inputs than half the dimensions of Sobol' points, or there would be more
/// samples than can be drawn or more sums than are kept.
pub fn run(calculation: &Calculation, settings: Settings, factors: &Factors) -> Result<SobolIndices, NotDrawn> {
    run_with(calculation, settings, factors, Interrupt::NEVER)
}

/// As [`run`]; asks before each block of samples whether to stop.
///
/// # Errors
/// As [`run`], and when it was told to stop.
pub fn run_with(
    calculation: &Calculation,
    settings: Settings,
    factors: &Factors,
    interrupt: Interrupt<'_>,
) -> Result<SobolIndices, NotDrawn> {
    let uncertain = &factors.uncertain;
    let (settings, designs) = designs(settings, uncertain.len())?;
    let quantiles: Vec<Quantile> =
        uncertain.iter().filter_map(|input| calculation.inputs[*input].range.as_ref()).map(Quantile::new).collect();
    let copula = calculation.copula().filter(|copula| !copula.is_independent());
    let places = factors.places();
    let swap = |places: &Vec<usize>| {
        let inputs: Vec<usize> = places.iter().map(|place| uncertain[*place].index()).collect();
        Swap { cone: calculation.tape().cone(&inputs), places: places.clone() }
    };
    let swaps: Vec<Swap> = places.iter().map(swap).collect();
    let paired = if settings.second_order { factors.disjoint_count() } else { 0 };
    let mut uses = vec![Uses { factors: Vec::new(), paired }; calculation.metrics.len()];
    for (position, swap) in swaps.iter().enumerate() {
        for output in &swap.cone.outputs {
            uses[*output].factors.push(position);
        }
    }
    let lanes = |first: u64, samples: usize| {
        let draw = |half: usize| -> Vec<Vec<f64>> {
            let mut columns = vec![vec![0.0; samples]; quantiles.len()];
            for (column, dimension) in columns.iter_mut().zip(half * quantiles.len()..) {
                designs.fill(dimension, first, column);
            }
            if let Some(copula) = &copula {
                copula.apply(&mut columns);
            }
            for (quantile, column) in quantiles.iter().zip(&mut columns) {
                quantile.fill(column);
            }
            columns
        };
        evaluate(calculation, uncertain, &swaps, paired, [&draw(0), &draw(1)], samples)
    };
    let parts = Parts { singles: factors.singles.len(), of: factors.parts() };
    let metrics = estimate(settings, &parts, &uses, lanes, interrupt)?.into();
    let moves = |swaps: &[Swap]| swaps.iter().filter(|swap| !swap.cone.outputs.is_empty()).count() as u64;
    let runs = settings.base_samples.saturating_mul(2 + moves(&swaps) + moves(&swaps[..paired]));
    let Factors { uncertain, singles, groups } = factors.clone();
    Ok(SobolIndices { settings, uncertain, singles, groups, runs, metrics })
}

/// The indices of a function of numbers that are spread evenly between 0 and 1, by the same estimators.
///
/// ```
/// use forcesize::analysis::sobol_indices::{Settings, of_function};
///
/// let settings = Settings { base_samples: 1024, seed: 1, resamples: 100, second_order: false };
/// // The first number makes nine tenths of the variance: 3^2 against 1^2.
/// let found = of_function(2, settings, |x| 3.0 * x[0] + x[1])?;
/// assert!((found.inputs[0].first_order - 0.9).abs() < 0.01);
/// # Ok::<(), forcesize::analysis::monte_carlo::NotDrawn>(())
/// ```
///
/// # Errors
/// When it has no arguments or too many, or there would be too many samples.
pub fn of_function(
    dimensions: usize,
    settings: Settings,
    function: impl Fn(&[f64]) -> f64 + Sync,
) -> Result<Indices, NotDrawn> {
    let (settings, designs) = designs(settings, dimensions)?;
    of_points(dimensions, settings, |dimension, first, column| designs.fill(dimension, first, column), function)
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
    let paired = if settings.second_order { dimensions } else { 0 };
    let uses = [Uses { factors: (0..dimensions).collect(), paired }];
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
        let back = |input: usize| values(&|argument| argument + if argument == input { 0 } else { dimensions });
        Lanes {
            a: vec![values(&|argument| argument)],
            b: vec![values(&|argument| argument + dimensions)],
            changed: vec![(0..dimensions).map(changed).collect()],
            back: vec![(0..paired).map(back).collect()],
        }
    };
    let parts = Parts { singles: dimensions, of: (0..dimensions).map(|argument| vec![argument]).collect() };
    let mut found = estimate(Settings { base_samples, ..settings }, &parts, &uses, lanes, Interrupt::NEVER)?;
    found.pop().ok_or(NotDrawn::NothingUncertain)
}

/// Designs that are independent of one another and share the samples, each its own stretch of them.
struct Designs {
    each: u64,
    samplers: Vec<Design>,
}

impl Designs {
    /// Numbers of the samples from number `first` on in one dimension.
    fn fill(&self, dimension: usize, first: u64, column: &mut [f64]) {
        let stretch = usize::try_from(self.each).unwrap_or(usize::MAX);
        let inside = usize::try_from(first % self.each).unwrap_or_default();
        let (head, rest) = column.split_at_mut(column.len().min(stretch - inside));
        for (number, part) in std::iter::once(head).chain(rest.chunks_mut(stretch)).enumerate() {
            let design = usize::try_from(first / self.each).unwrap_or_default() + number;
            if let Some(sampler) = self.samplers.get(design) {
                sampler.fill(dimension, if number == 0 { first % self.each } else { 0 }, part);
            }
        }
    }
}

/// A and B as sequences of twice as many dimensions as there are inputs.
fn designs(settings: Settings, inputs: usize) -> Result<(Settings, Designs), NotDrawn> {
    if inputs == 0 {
        return Err(NotDrawn::NothingUncertain);
    }
    let base_samples = settings.rounded().ok_or(NotDrawn::TooMany)?;
    let each = base_samples / BLOCKS;
    let one = Design::new(Sampler::Sobol, 2 * inputs, each, settings.seed).map_err(NotDrawn::Sampler)?;
    let samplers = (0..BLOCKS).map(|number| one.replicate(number)).collect();
    Ok((Settings { base_samples, ..settings }, Designs { each, samplers }))
}

/// The inputs' columns: those of a sample, and the central case of inputs that have no range.
fn columns<'a>(calculation: &Calculation, uncertain: &[InputId], sample: &'a [Vec<f64>]) -> Vec<Column<'a>> {
    let mut columns: Vec<Column<'a>> = calculation.inputs.iter().map(|input| Column::Same(input.value)).collect();
    for (input, column) in uncertain.iter().zip(sample) {
        columns[input.index()] = Column::Each(column);
    }
    columns
}

/// Inputs that are swapped together, by their place among those with a range, and what depends on them.
struct Swap {
    places: Vec<usize>,
    cone: Cone,
}

/// Every metric at A, at B, at A with each factor from B, and at B with each of the first `paired` from A.
fn evaluate(
    calculation: &Calculation,
    uncertain: &[InputId],
    swaps: &[Swap],
    paired: usize,
    samples: [&[Vec<f64>]; 2],
    lanes: usize,
) -> Lanes {
    let metrics = calculation.metrics.len();
    // The first of two samples with each factor from the second.
    let page = |[base, other]: [&[Vec<f64>]; 2], swaps: &[Swap]| {
        let mut columns = columns(calculation, uncertain, base);
        let mut page = Page::new(calculation.tape(), &columns, lanes);
        let mut changed = vec![Vec::new(); metrics];
        for swap in swaps.iter().filter(|swap| !swap.cone.outputs.is_empty()) {
            for place in &swap.places {
                columns[uncertain[*place].index()] = Column::Each(&other[*place]);
            }
            for (output, values) in swap.cone.outputs.iter().zip(page.rerun(&swap.cone, &columns)) {
                changed[*output].push(values.to_vec());
            }
            for place in &swap.places {
                columns[uncertain[*place].index()] = Column::Each(&base[*place]);
            }
        }
        let values: Vec<Vec<f64>> = (0..metrics).map(|output| page.output(output).to_vec()).collect();
        (values, changed)
    };
    let (a, changed) = page(samples, swaps);
    let [at_a, at_b] = samples;
    let (b, back) = if paired == 0 {
        let columns = columns(calculation, uncertain, at_b);
        (calculation.tape().evaluate(&columns, lanes), vec![Vec::new(); metrics])
    } else {
        page([at_b, at_a], &swaps[..paired])
    };
    Lanes { a, b, changed, back }
}
