//! Draws samples of the inputs and computes metrics over them, in chunks that any thread can make. Knows nothing of
//! what is said of the samples.

use super::settings::{KEPT, KEPT_VALUES, MOST_SAMPLES, NotDrawn, REPLICATES, Settings};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::model::{Calculation, InputId, MetricId};
use crate::program::{BLOCK, Column, Prepared, Tape};
use crate::uncertainty::correlation::Copula;
use crate::uncertainty::design::Design;
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::reorder::Reordered;
use crate::uncertainty::sampler::{Sampler, SamplerError};
use rayon::prelude::*;

/// Samples that a thread takes at a time: inputs and metrics of these fit into its cache.
pub(super) const CHUNK: usize = 16 * BLOCK;

/// Chunks that are made before what they found is put together, and metrics of these.
const BATCH: usize = 512;
const BATCH_METRICS: usize = 1 << 14;

/// Numbers of a piece that is written in one go.
const PIECE: usize = 1 << 18;

/// Some samples' inputs and metrics: a column for each, in base units.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    /// The inputs that are sampled.
    pub inputs: Vec<Vec<f64>>,
    /// Every metric.
    pub values: Vec<Vec<f64>>,
}

/// Which samples a chunk has.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChunkPlace {
    pub(super) design: usize,
    pub(super) start: u64,
    pub(super) samples: usize,
}

/// Makes samples.
pub(super) struct SampleGenerator<'a> {
    pub(super) settings: Settings,
    pub(super) uncertain: Vec<InputId>,
    prepared: Prepared<'a>,
    designs: Vec<Design>,
    quantiles: Vec<Quantile>,
    copula: Option<Copula>,
    /// Of each design the columns that move together, where these keep their slices.
    reordered: Vec<Reordered>,
    central: Vec<f64>,
    metrics: usize,
}

impl<'a> SampleGenerator<'a> {
    pub(super) fn new(calculation: &'a Calculation, settings: Settings) -> Result<Self, NotDrawn> {
        let uncertain = calculation.uncertain();
        if uncertain.is_empty() {
            return Err(NotDrawn::NothingUncertain);
        }
        let settings = Settings {
            samples: settings.rounded().filter(|samples| *samples <= MOST_SAMPLES).ok_or(NotDrawn::TooMany)?,
            ..settings
        };
        let ranges: Vec<_> = uncertain.iter().filter_map(|input| calculation.inputs[*input].range.as_ref()).collect();
        let (designs, quantiles) = rayon::join(
            || designs(settings, uncertain.len()),
            || ranges.into_par_iter().map(Quantile::new).collect::<Vec<_>>(),
        );
        let designs = designs.map_err(NotDrawn::Sampler)?;
        let copula = calculation.copula().filter(|copula| !copula.is_independent());
        let keeps = copula.as_ref().filter(|copula| copula.keeps_slices(settings.sampler, settings.samples));
        let reordered = keeps.map(|copula| designs.par_iter().map(|design| copula.reorder(design)).collect());
        let copula = if reordered.is_some() { None } else { copula };
        let reordered = reordered.unwrap_or_default();
        let central = calculation.central();
        let prepared = prepared(calculation.tape(), &central, &uncertain);
        let metrics = calculation.metrics.len();
        Ok(Self { settings, uncertain, prepared, designs, quantiles, copula, reordered, central, metrics })
    }

    /// The metrics that move with the inputs that are sampled, in their order.
    pub(super) fn moving(&self) -> Vec<MetricId> {
        (0..self.metrics).filter(|metric| self.prepared.output_varies(*metric)).map(MetricId::from).collect()
    }

    /// Another tape over the same inputs, for [`SampleGenerator::fill_with`].
    pub(super) fn prepare<'b>(&self, tape: &'b Tape) -> Prepared<'b> {
        prepared(tape, &self.central, &self.uncertain)
    }

    /// How many independent designs there are.
    pub(super) fn designs(&self) -> usize {
        self.designs.len()
    }

    /// How many samples each design has.
    pub(super) fn of_each(&self) -> u64 {
        self.settings.samples / self.designs.len() as u64
    }

    /// How many samples of each design are kept.
    pub(super) fn kept(&self) -> u64 {
        let columns = (self.metrics + self.quantiles.len()).max(1) as u64;
        KEPT.min(KEPT_VALUES / columns) / self.designs.len() as u64
    }

    /// The samples of a chunk, into columns that are used again.
    fn fill(&self, place: ChunkPlace, chunk: &mut Chunk) {
        self.fill_with(&self.prepared, self.metrics, place, chunk);
    }

    /// As [`SampleGenerator::fill`], with the outputs of another tape over the same inputs for the metrics.
    pub(super) fn fill_with(&self, tape: &Prepared<'_>, outputs: usize, place: ChunkPlace, chunk: &mut Chunk) {
        fit(&mut chunk.values, outputs, place.samples);
        self.fill_inputs(place, &mut chunk.inputs);
        let mut columns: Vec<Column<'_>> = self.central.iter().map(|value| Column::Same(*value)).collect();
        for (input, column) in self.uncertain.iter().zip(&chunk.inputs) {
            columns[input.index()] = Column::Each(column);
        }
        tape.evaluate_into(&columns, &mut chunk.values);
    }

    fn fill_inputs(&self, place: ChunkPlace, inputs: &mut Vec<Vec<f64>>) {
        self.fill_uniforms(place, inputs);
        for (quantile, column) in self.quantiles.iter().zip(inputs) {
            quantile.fill(column);
        }
    }

    /// The uniform numbers that the inputs' values are quantiles of, correlated as these are.
    fn fill_uniforms(&self, place: ChunkPlace, inputs: &mut Vec<Vec<f64>>) {
        fit(inputs, self.quantiles.len(), place.samples);
        for (dimension, column) in inputs.iter_mut().enumerate() {
            let reordered = self.reordered.get(place.design);
            if !reordered.is_some_and(|reordered| reordered.fill(dimension, place.start, column)) {
                self.designs[place.design].fill(dimension, place.start, column);
            }
        }
        if let Some(copula) = &self.copula {
            copula.apply(inputs);
        }
    }

    /// The chunks of all samples, a batch at a time, in rounds that double in length: of `first` samples of all designs
    /// together, as many again, twice as many and so on.
    pub(super) fn rounds(&self, first: u64) -> impl Iterator<Item = Vec<ChunkPlace>> {
        let last = self.of_each();
        let start = (0, (first / self.designs() as u64).min(last));
        let rounds =
            std::iter::successors(Some(start), move |(_, to)| (*to < last).then_some((*to, (2 * to).min(last))));
        rounds.flat_map(|(from, to)| self.places(from, to))
    }

    /// The chunks of some samples of every design, a batch at a time: of each design in turn.
    fn places(&self, from: u64, to: u64) -> impl Iterator<Item = Vec<ChunkPlace>> {
        let of_design = move |design| {
            (from..to).step_by(CHUNK).map(move |start| {
                let samples = usize::try_from(to - start).map_or(CHUNK, |left| left.min(CHUNK));
                ChunkPlace { design, start, samples }
            })
        };
        let mut all = (0..self.designs()).flat_map(of_design);
        let size = (BATCH_METRICS / self.metrics.max(1)).clamp(8, BATCH);
        std::iter::from_fn(move || {
            let batch: Vec<ChunkPlace> = all.by_ref().take(size).collect();
            (!batch.is_empty()).then_some(batch)
        })
    }

    /// The inputs of all samples in their order, in pieces.
    pub(super) fn inputs_in_order(&self, interrupt: Interrupt<'_>) -> Result<Vec<Vec<Vec<f64>>>, Interrupted> {
        let make = |place: &ChunkPlace| {
            interrupt.check()?;
            let mut inputs = Vec::new();
            self.fill_inputs(*place, &mut inputs);
            Ok(inputs)
        };
        let mut all = Vec::new();
        for batch in self.places(0, self.of_each()) {
            all.extend(batch.par_iter().map(make).collect::<Result<Vec<_>, Interrupted>>()?);
        }
        Ok(all)
    }

    /// The uniform numbers behind the inputs of all samples in their order: a column for each input.
    pub(super) fn uniforms_in_order(&self, interrupt: Interrupt<'_>) -> Result<Vec<Vec<f64>>, Interrupted> {
        let places: Vec<ChunkPlace> = self.places(0, self.of_each()).flatten().collect();
        let make = |place: &ChunkPlace| {
            interrupt.check()?;
            let mut uniforms = Vec::new();
            self.fill_uniforms(*place, &mut uniforms);
            Ok(uniforms)
        };
        let chunks = places.par_iter().map(make).collect::<Result<Vec<_>, Interrupted>>()?;
        let column = |at: usize| chunks.iter().flat_map(|chunk| chunk[at].iter().copied()).collect();
        Ok((0..self.uncertain.len()).into_par_iter().map(column).collect())
    }

    /// All samples in their order, a batch of pieces at a time: so many that threads have work, and few enough that what is
    /// written of them stays small.
    pub(super) fn in_order(&self) -> impl Iterator<Item = Vec<Chunk>> + '_ {
        let make = |place: &ChunkPlace| {
            let mut chunk = Chunk::default();
            self.fill(*place, &mut chunk);
            chunk
        };
        let columns = (self.metrics + self.quantiles.len()).max(1);
        let most = (PIECE / columns).clamp(BLOCK, CHUNK) / BLOCK * BLOCK;
        let pieces = move |place: ChunkPlace| {
            let starts = (0..place.samples).step_by(most);
            starts.map(move |from| ChunkPlace {
                start: place.start + from as u64,
                samples: most.min(place.samples - from),
                ..place
            })
        };
        self.places(0, self.of_each())
            .flat_map(move |batch| {
                let pieces: Vec<ChunkPlace> = batch.into_iter().flat_map(pieces).collect();
                pieces.chunks(16).map(<[ChunkPlace]>::to_vec).collect::<Vec<_>>()
            })
            .map(move |batch| batch.par_iter().map(make).collect())
    }
}

fn prepared<'a>(tape: &'a Tape, central: &[f64], uncertain: &[InputId]) -> Prepared<'a> {
    tape.prepare(central, |input| uncertain.contains(&input.into()))
}

/// Makes room for some columns, each with a value for each sample.
fn fit(columns: &mut Vec<Vec<f64>>, count: usize, samples: usize) {
    columns.resize_with(count, Vec::new);
    for column in columns {
        column.resize(samples, 0.0);
    }
}

fn designs(settings: Settings, dimensions: usize) -> Result<Vec<Design>, SamplerError> {
    let count = if settings.sampler == Sampler::Random { 1 } else { REPLICATES };
    let whole = Design::new(settings.sampler, dimensions, settings.samples / count, settings.seed)?;
    Ok((0..count).into_par_iter().map(|number| whole.replicate(number)).collect())
}
