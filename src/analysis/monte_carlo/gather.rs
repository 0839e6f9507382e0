//! Adds chunks of samples up to moments, percentiles and shares.
//!
//! Rounds of samples double in length; after each, the windows around the percentiles become narrower. Knows nothing of
//! how samples are made.

use super::draw::{Chunk, ChunkPlace, SampleGenerator};
use super::kept::{RetainedSamples, compact};
use super::results::{MonteCarlo, SHARES, Spread, Sufficiency};
use super::settings::Progress;
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::model::{Calculation, Condition, Metric, MetricId};
use crate::uncertainty::confidence::{self, Share, around_deviation, over_designs};
use crate::uncertainty::summary::{CountedValues, Moments, percentiles, percentiles_of_same, replicated};
use crate::uncertainty::window::{Tally, Windows};
use rayon::prelude::*;
use std::sync::Mutex;
use typed_index_collections::TiVec;

/// Samples of the first round.
const FIRST: u64 = 1 << 12;

/// What is known of the samples so far.
pub(super) struct Accumulator<'a> {
    conditions: &'a [Condition],
    /// For each metric that varies, in their order: itself, moments of each design, windows. Chunks have a column
    /// for each of these.
    moving: Vec<Moving>,
    /// For each condition, how often it holds in each design.
    holds: Vec<Vec<u64>>,
    kept: RetainedSamples,
    /// Whether these are all samples.
    all_are_kept: bool,
}

struct Moving {
    metric: MetricId,
    moments: Vec<Moments>,
    windows: Windows,
}

/// What a chunk adds.
struct ChunkSummary {
    moments: Vec<Moments>,
    tallies: Vec<Tally>,
    holds: Vec<u64>,
    kept: Option<Chunk>,
}

/// Columns that are used again: as many as there are threads, however the work is split.
#[derive(Default)]
struct BufferPool(Mutex<Vec<Chunk>>);

impl BufferPool {
    fn take(&self) -> Chunk {
        self.0.lock().map_or_else(|_| Chunk::default(), |mut free| free.pop().unwrap_or_default())
    }

    fn give_back(&self, chunk: Chunk) {
        if let Ok(mut free) = self.0.lock() {
            free.push(chunk);
        }
    }
}

/// Who hears how many samples are done, and who may stop them.
#[derive(Clone, Copy)]
pub(super) struct Watched<'a> {
    pub(super) progress: Progress<'a>,
    pub(super) interrupt: Interrupt<'a>,
}

impl<'a> Accumulator<'a> {
    pub(super) fn of(
        calculation: &Calculation,
        conditions: &'a [Condition],
        generator: &SampleGenerator<'_>,
        reach: f64,
        watched: Watched<'_>,
    ) -> Result<Self, Interrupted> {
        let designs = generator.designs();
        let moving = generator.moving();
        let tape = calculation.tape_of(&moving);
        let tape = generator.prepare(&tape);
        let new = |metric| Moving {
            metric,
            moments: vec![Moments::default(); designs],
            windows: Windows::new(&SHARES, reach),
        };
        let mut gathered = Self {
            conditions,
            kept: RetainedSamples::new(
                generator.kept().min(generator.of_each()),
                designs,
                generator.uncertain.len(),
                moving.len(),
            ),
            moving: moving.into_iter().map(new).collect(),
            holds: vec![vec![0; designs]; conditions.len()],
            all_are_kept: generator.of_each() <= generator.kept(),
        };
        let buffers = BufferPool::default();
        for batch in generator.rounds(FIRST) {
            let look = |place: &ChunkPlace| {
                watched.interrupt.check()?;
                let mut chunk = buffers.take();
                generator.fill_with(&tape, gathered.moving.len(), *place, &mut chunk);
                (watched.progress)(place.samples as u64);
                let found = gathered.look_at(calculation, *place, &mut chunk);
                buffers.give_back(chunk);
                Ok(found)
            };
            let found: Vec<ChunkSummary> = batch.par_iter().map(look).collect::<Result<_, Interrupted>>()?;
            gathered.add(&batch, found);
        }
        Ok(gathered)
    }

    /// Looks once more for percentiles that were not found, over the same samples and with windows that reach further,
    /// until there are none.
    pub(super) fn second_pass(
        &mut self,
        calculation: &Calculation,
        generator: &SampleGenerator<'_>,
        mut reach: f64,
        interrupt: Interrupt<'_>,
    ) -> Result<(), Interrupted> {
        loop {
            let is_lost = |moving: &&mut Moving| moving.windows.percentiles().is_none();
            let mut lost: Vec<&mut Moving> = self.moving.iter_mut().filter(is_lost).collect();
            if self.all_are_kept || lost.is_empty() {
                return Ok(());
            }
            reach *= 4.0;
            let tape = calculation.tape_of(&lost.iter().map(|moving| moving.metric).collect::<Vec<_>>());
            let tape = generator.prepare(&tape);
            let mut windows = vec![Windows::new(&SHARES, reach); lost.len()];
            let buffers = BufferPool::default();
            for batch in generator.rounds(FIRST) {
                let look = |place: &ChunkPlace| -> Result<Vec<Tally>, Interrupted> {
                    interrupt.check()?;
                    let mut chunk = buffers.take();
                    generator.fill_with(&tape, windows.len(), *place, &mut chunk);
                    let both = windows.iter().zip(&chunk.values);
                    let found = both
                        .map(|(windows, values)| windows.tally(values, values.iter().all(|value| value.is_finite())));
                    let found = found.collect();
                    buffers.give_back(chunk);
                    Ok(found)
                };
                let found: Vec<Vec<Tally>> = batch.par_iter().map(look).collect::<Result<_, Interrupted>>()?;
                windows.par_iter_mut().enumerate().for_each(|(position, windows)| {
                    windows.add(&found.iter().map(|tallies| &tallies[position]).collect::<Vec<_>>());
                });
            }
            for (moving, windows) in lost.iter_mut().zip(windows) {
                moving.windows = windows;
            }
        }
    }

    fn look_at(&self, calculation: &Calculation, place: ChunkPlace, chunk: &mut Chunk) -> ChunkSummary {
        let moments: Vec<Moments> = chunk.values.iter().map(|values| Moments::of(values)).collect();
        let tallies = if self.all_are_kept {
            Vec::new()
        } else {
            let both = self.moving.iter().zip(&chunk.values).zip(&moments);
            both.map(|((moving, values), moments)| moving.windows.tally(values, moments.not_finite() == 0)).collect()
        };
        let holds = |condition: &Condition| match self.moving.binary_search_by_key(&condition.metric, |it| it.metric) {
            Ok(column) => chunk.values[column].iter().map(|value| u64::from(condition.holds(*value))).sum(),
            Err(_) => place.samples as u64 * u64::from(condition.holds(calculation.metrics[condition.metric].value)),
        };
        let holds = self.conditions.iter().map(holds).collect();
        let kept = self.kept.wants(place).then(|| compact(chunk));
        ChunkSummary { moments, tallies, holds, kept }
    }

    fn add(&mut self, places: &[ChunkPlace], found: Vec<ChunkSummary>) {
        let all_are_kept = self.all_are_kept;
        self.moving.par_iter_mut().enumerate().for_each(|(position, moving)| {
            for (place, found) in places.iter().zip(&found) {
                let before = &mut moving.moments[place.design];
                *before = before.merge(found.moments[position]);
            }
            if !all_are_kept {
                moving.windows.add(&found.iter().map(|found| &found.tallies[position]).collect::<Vec<_>>());
            }
        });
        let mut pieces = Vec::new();
        for (place, found) in places.iter().zip(found) {
            for (holds, count) in self.holds.iter_mut().zip(found.holds) {
                holds[place.design] += count;
            }
            if let Some(chunk) = found.kept {
                pieces.push((*place, chunk));
            }
        }
        self.kept.add(&pieces);
    }

    pub(super) fn results(self, calculation: &Calculation, generator: SampleGenerator<'_>) -> MonteCarlo {
        let count = self.kept.count();
        let mut spreads: TiVec<MetricId, Spread> = constant_metrics(calculation, generator.settings.samples);
        let moving: Vec<Spread> = self
            .moving
            .par_iter()
            .zip(&self.kept.values)
            .map(|(moving, values)| {
                let order = (self.all_are_kept && values.len() > 1).then(|| CountedValues::of(values));
                let at = match (values.as_slice(), &order) {
                    (_, Some(order)) => order.percentiles(&SHARES),
                    ([only], _) if self.all_are_kept => percentiles_of_same(*only, count, &SHARES),
                    _ => moving.windows.percentiles().unwrap_or_default(),
                };
                let kept = confidence::RetainedValues {
                    values,
                    designs: moving.moments.len(),
                    samples: generator.settings.samples,
                };
                spread(moving, &at, &kept, order.as_ref())
            })
            .collect();
        let mut values: TiVec<MetricId, Vec<f64>> =
            calculation.metrics.iter().map(|metric| vec![metric.value]).collect();
        for (spread, column) in moving.into_iter().zip(self.kept.values) {
            let metric = spread.metric;
            spreads[metric] = spread;
            values[metric] = column;
        }
        let of_each = generator.of_each();
        let shares = |(condition, holds): (usize, &Vec<u64>)| {
            let metric = self.conditions[condition].metric;
            let found = if self.moving.binary_search_by_key(&metric, |moving| moving.metric).is_ok() {
                Share::of_designs(holds, of_each)
            } else {
                // No sample decides about a metric that none moves.
                Share::known(if holds.iter().any(|holds| *holds > 0) { 1.0 } else { 0.0 })
            };
            Sufficiency {
                condition,
                share: found.share,
                mcse: found.error(holds.len()),
                ci: found.ci,
                conservative: found.conservative,
            }
        };
        MonteCarlo {
            settings: generator.settings,
            conditions: self.holds.iter().enumerate().map(shares).collect(),
            uncertain: generator.uncertain,
            spreads,
            inputs: self.kept.inputs,
            values,
        }
    }
}

/// The spreads of metrics as if no uncertain input reached them.
fn constant_metrics(calculation: &Calculation, samples: u64) -> TiVec<MetricId, Spread> {
    let still = |(id, metric): (MetricId, &Metric)| {
        let value = metric.value;
        let is_defined = value.is_finite();
        let value = if is_defined { value } else { f64::NAN };
        Spread {
            metric: id,
            mean: value,
            sd: if is_defined { 0.0 } else { f64::NAN },
            percentiles: [value; 5],
            percentile_cis: [(value, value); 5],
            mcse_mean: if is_defined { 0.0 } else { f64::NAN },
            mean_ci: (value, value),
            sd_ci: if is_defined { (0.0, 0.0) } else { (f64::NAN, f64::NAN) },
            undefined: if is_defined { 0 } else { samples },
        }
    };
    calculation.metrics.iter_enumerated().map(still).collect()
}

fn spread(
    moving: &Moving,
    found: &[f64],
    kept: &confidence::RetainedValues<'_>,
    order: Option<&CountedValues<'_>>,
) -> Spread {
    let moments = moving.moments.iter().copied().fold(Moments::default(), Moments::merge);
    let of_designs = |of: fn(&Moments) -> f64| moving.moments.iter().map(of).collect::<Vec<f64>>();
    let (mcse_mean, sd_ci) = if moving.moments.len() < 2 {
        (moments.standard_error(), kept.of_deviation(moments.sd()))
    } else {
        let reach = over_designs(&of_designs(Moments::sd)).1;
        (replicated(&of_designs(Moments::mean)).1, around_deviation(moments.sd(), reach))
    };
    let reach = t95(moving.moments.len(), moments.count()) * mcse_mean;
    let (mut at, mut cis) = ([f64::NAN; 5], [(f64::NAN, f64::NAN); 5]);
    at.iter_mut().zip(found).for_each(|(at, found)| *at = *found);
    match kept.values {
        [only] => cis = at.map(|at| if at.is_finite() { (*only, *only) } else { (f64::NAN, f64::NAN) }),
        several => {
            let value = |shares: &[f64]| match order {
                Some(order) => order.percentiles(shares),
                None => in_windows(&moving.windows, several, shares),
            };
            cis.iter_mut().zip(kept.of_percentiles(&SHARES, &at, value)).for_each(|(ci, found)| *ci = found);
        }
    }
    Spread {
        metric: moving.metric,
        mean: moments.mean(),
        sd: moments.sd(),
        percentiles: at,
        percentile_cis: cis,
        mcse_mean,
        mean_ci: (moments.mean() - reach, moments.mean() + reach),
        sd_ci,
        undefined: moments.not_finite(),
    }
}

/// Values at shares of all samples; where no window holds one, of those that are kept.
fn in_windows(windows: &Windows, kept: &[f64], shares: &[f64]) -> Vec<f64> {
    let inside: Vec<Option<f64>> = shares.iter().map(|share| windows.percentile(*share)).collect();
    if inside.iter().all(Option::is_some) {
        return inside.into_iter().flatten().collect();
    }
    inside.iter().zip(percentiles(kept, shares)).map(|(inside, kept)| inside.unwrap_or(kept)).collect()
}

/// How many standard errors a 95 % interval reaches: Student's t with one degree of freedom less than there are
/// independent designs, or samples of a single one.
fn t95(designs: usize, samples: u64) -> f64 {
    confidence::t95(if designs < 2 { samples } else { designs as u64 }.saturating_sub(1))
}
