//! Finds the values of one input at which a metric, or a statistic of its samples, meets a target.
//!
//! Samples are drawn once, for all trial values of the input (common random numbers): the statistic changes with the
//! input alone, not with chance. The input itself is held at each trial value also where it has a range; correlations
//! with it do not move the others. A share of samples moves in steps of one sample, so it is not the share that is
//! searched but the percentile it speaks of: the share of values above a threshold is 80 % where the 20th percentile
//! is the threshold, and that moves smoothly. At the place found the share is the target to within one sample.

use super::break_even::{BreakEven, Crossing, CrossingKind, Direction, GRID, HeldInput, Point, scan};
use super::interrupt::{Interrupt, Interrupted};
use super::monte_carlo::{NotDrawn, Settings, draw};
use super::node::local;
use super::refine::least_width;
use super::scan::Scan;
use crate::model::{Axis, Calculation, Goal, InputId, Measure};
use crate::program::{Column, Cone, Page, Tape};
use crate::quantity::comparison::Comparison;
use crate::uncertainty::summary::{Moments, percentiles};
use rayon::prelude::*;

/// Points of the range at which a statistic is computed before the search is refined.
pub const STATISTIC_GRID: usize = 129;

/// The share of the scale there at which both sides of a crossing are looked at.
const LOOK_ASIDE: f64 = 1e-9;

/// The same for a closer look, in least widths of a bracket: what a step does, it does also this near.
const CLOSE_LOOK: f64 = 64.0;

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeekResult {
    /// The metric or the statistic at every value of the input that was looked at on the grid, ascending.
    pub curve: Vec<Point>,
    /// The statistic where the input is at its central case, if that lies in the range.
    pub central: Option<Point>,
    /// Where the target is met.
    pub outcome: BreakEven,
    /// What was drawn, for a statistic.
    pub sampled: Option<Sampled>,
}

/// Samples behind a statistic.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sampled {
    /// The samples; a single one where no other input has a range.
    pub settings: Settings,
    /// The inputs that were sampled.
    pub inputs: Vec<InputId>,
    /// How often the statistic was computed.
    pub evaluations: usize,
}

/// Searches the axis' range; its steps are not used.
///
/// # Errors
/// When there would be more samples than can be drawn or kept.
pub fn seek(calculation: &Calculation, goal: &Goal, axis: &Axis, settings: Settings) -> Result<SeekResult, NotDrawn> {
    seek_with(calculation, goal, axis, settings, Interrupt::NEVER)
}

/// As [`seek`]; asks before each trial value whether to stop.
///
/// # Errors
/// As [`seek`], and when it was told to stop.
pub fn seek_with(
    calculation: &Calculation,
    goal: &Goal,
    axis: &Axis,
    settings: Settings,
    interrupt: Interrupt<'_>,
) -> Result<SeekResult, NotDrawn> {
    interrupt.check()?;
    let within = calculation.inputs.get(axis.input).map(|input| input.value);
    let within = within.filter(|value| (axis.from..=axis.to).contains(value));
    if goal.measure == Measure::Value {
        let axis = Axis { steps: GRID, ..axis.clone() };
        let scan = scan(calculation, goal.metric, &axis, goal.target);
        let curve = scan.nodes.iter().map(|node| Point { input: node.input, metric: node.value }).collect();
        let central = within.and_then(|input| {
            Some(Point { input, metric: calculation.metrics.get(goal.metric).map(|metric| metric.value)? })
        });
        return Ok(SeekResult { curve, central, outcome: scan.crossings(), sampled: None });
    }
    statistic(calculation, goal, &Axis { steps: STATISTIC_GRID, ..axis.clone() }, settings, None, interrupt)
}

/// The search for a statistic with the points of the axis, and one more input held at a value of its own.
pub(super) fn statistic(
    calculation: &Calculation,
    goal: &Goal,
    axis: &Axis,
    settings: Settings,
    held: Option<HeldInput>,
    interrupt: Interrupt<'_>,
) -> Result<SeekResult, NotDrawn> {
    let within = calculation.inputs.get(axis.input).map(|input| input.value);
    let within = within.filter(|value| (axis.from..=axis.to).contains(value));
    // Nothing but the metric is kept for every sample.
    let tape = calculation.tape_of(&[goal.metric]);
    let mut trial = Trial::new(calculation, &tape, axis.input, held, settings, interrupt)?;
    let grid = axis.points();
    let point = |(input, metric): (&f64, f64)| Point { input: *input, metric };
    let (curve, outcome): (Vec<Point>, _) = if let Measure::Share { comparison, threshold } = goal.measure {
        let percentile = percentile_behind(goal, comparison);
        let (shares, percentiles): (Vec<f64>, Vec<Option<f64>>) =
            grid.iter().map(|x| trial.share_and_percentile(goal.measure, percentile, *x)).unzip();
        let curve: Vec<Point> = grid.iter().zip(shares).map(point).collect();
        let outcome = trial.share_crossings(
            &ShareGrid { inputs: &grid, shares: &curve, percentiles },
            goal,
            comparison,
            threshold,
        );
        (curve, outcome)
    } else {
        let values: Vec<f64> = grid.iter().map(|x| trial.statistic(goal.measure, *x)).collect();
        let scan = Scan::with_values(&grid, &values, goal.target, |x| trial.statistic(goal.measure, x));
        (grid.iter().zip(values).map(point).collect(), scan.crossings())
    };
    let central = within.map(|input| Point { input, metric: trial.statistic(goal.measure, input) });
    trial.proceed?;
    let sampled = Sampled { settings: trial.settings, inputs: trial.inputs, evaluations: trial.evaluations };
    Ok(SeekResult { curve, central, outcome, sampled: Some(sampled) })
}

/// A share of samples at some values of the input, with the percentile behind it where every sample has a value.
struct ShareGrid<'a> {
    inputs: &'a [f64],
    shares: &'a [Point],
    percentiles: Vec<Option<f64>>,
}

/// A metric over the same samples at any value of one input.
struct Trial<'a> {
    pages: Vec<Page<'a>>,
    cone: Cone,
    /// Position of the metric among the outputs of the cone; `None` where the input does not reach it.
    output: Option<usize>,
    columns: Vec<f64>,
    input: InputId,
    values: Vec<f64>,
    settings: Settings,
    inputs: Vec<InputId>,
    evaluations: usize,
    interrupt: Interrupt<'a>,
    /// Whether it goes on; once it does not, values are those of the trial before.
    proceed: Result<(), Interrupted>,
}

impl<'a> Trial<'a> {
    fn new(
        calculation: &Calculation,
        tape: &'a Tape,
        input: InputId,
        held: Option<HeldInput>,
        settings: Settings,
        interrupt: Interrupt<'a>,
    ) -> Result<Self, NotDrawn> {
        let sampled = |uncertain: InputId| uncertain != input && held.is_none_or(|held| uncertain != held.input);
        let others = calculation.uncertain().into_iter().any(sampled);
        let cone = tape.cone(&[input.index()]);
        let (settings, uncertain, chunks) = if others {
            let drawn = draw(calculation, settings, 2 * tape.nodes().len(), interrupt)?;
            (drawn.settings, drawn.uncertain, drawn.chunks)
        } else {
            (Settings { samples: 1, ..settings }, Vec::new(), vec![Vec::new()])
        };
        let pages: Vec<Page<'a>> = chunks
            .par_iter()
            .map(|chunk| {
                let mut columns: Vec<Column<'_>> =
                    calculation.inputs.iter().map(|input| Column::Same(input.value)).collect();
                if let Some(HeldInput { input, value }) = held {
                    columns[input.index()] = Column::Same(value);
                }
                for (position, values) in uncertain.iter().zip(chunk).filter(|(position, _)| sampled(**position)) {
                    columns[position.index()] = Column::Each(values);
                }
                Page::new(tape, &columns, chunk.first().map_or(1, Vec::len))
            })
            .collect();
        let known = !tape.outputs().is_empty();
        let values = pages
            .iter()
            .flat_map(|page| if known { page.output(0).to_vec() } else { vec![f64::NAN; page.lanes()] })
            .collect();
        let output = cone.outputs.iter().position(|output| *output == 0);
        let inputs = uncertain.into_iter().filter(|position| sampled(*position)).collect();
        let mut columns = calculation.central();
        if let Some(HeldInput { input, value }) = held {
            columns[input.index()] = value;
        }
        Ok(Self {
            pages,
            cone,
            output,
            columns,
            input,
            values,
            settings,
            inputs,
            evaluations: 0,
            interrupt,
            proceed: Ok(()),
        })
    }

    /// The metric over all samples.
    fn at(&mut self, x: f64) -> &[f64] {
        self.proceed = self.proceed.and_then(|()| self.interrupt.check());
        if self.proceed.is_err() {
            return &self.values;
        }
        self.evaluations += 1;
        if let (Some(output), Some(place)) = (self.output, self.columns.get_mut(self.input.index())) {
            *place = x;
            let columns: Vec<Column<'_>> = self.columns.iter().map(|value| Column::Same(*value)).collect();
            let mut rest = self.values.as_mut_slice();
            let mut jobs = Vec::with_capacity(self.pages.len());
            for page in &mut self.pages {
                let (own, behind) = rest.split_at_mut(page.lanes());
                jobs.push((page, own));
                rest = behind;
            }
            let cone = &self.cone;
            jobs.into_par_iter().for_each(|(page, own)| own.copy_from_slice(page.rerun(cone, &columns)[output]));
        }
        &self.values
    }

    fn statistic(&mut self, measure: Measure, x: f64) -> f64 {
        Self::of(self.at(x), measure)
    }

    /// A share, and the percentile that it speaks of where the metric has a value in every sample.
    fn share_and_percentile(&mut self, measure: Measure, percentile: f64, x: f64) -> (f64, Option<f64>) {
        let values = self.at(x);
        let all_defined = values.iter().all(|value| value.is_finite());
        (Self::of(values, measure), all_defined.then(|| percentiles(values, &[percentile])[0]))
    }

    fn of(values: &[f64], measure: Measure) -> f64 {
        match measure {
            Measure::Value => values.first().copied().unwrap_or(f64::NAN),
            Measure::Share { comparison, threshold } => share(values, comparison, threshold),
            Measure::Percentile(percent) => percentiles(values, &[f64::from(percent) / 100.0])[0],
            Measure::Mean => values.chunks(1 << 14).map(Moments::of).fold(Moments::default(), Moments::merge).mean(),
        }
    }

    /// Where the share is the target, with the percentiles at the points of the grid.
    fn share_crossings(
        &mut self,
        grid: &ShareGrid<'_>,
        goal: &Goal,
        comparison: Comparison,
        threshold: f64,
    ) -> BreakEven {
        let percentile = percentile_behind(goal, comparison);
        let values: Option<Vec<f64>> = grid.percentiles.iter().copied().collect();
        let all_defined = values.is_some();
        let outcome = if let Some(values) = values {
            let at = |x: f64| percentiles(self.at(x), &[percentile])[0];
            Scan::with_values(grid.inputs, &values, threshold, at).crossings()
        } else {
            // A sample without a value is one that does not hold; no percentile says so.
            let shares: Vec<f64> = grid.shares.iter().map(|point| point.metric).collect();
            Scan::with_values(grid.inputs, &shares, goal.target, |x| self.statistic(goal.measure, x)).crossings()
        };
        let nearest = || {
            let distance = |point: &&Point| (point.metric - goal.target).abs();
            grid.shares.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).copied()
        };
        match outcome {
            BreakEven::Crossings(found) => {
                let turned = all_defined && !comparison.is_at_least();
                let ends = (grid.inputs[0], grid.inputs[grid.inputs.len() - 1]);
                BreakEven::Crossings(
                    found.into_iter().map(|it| self.as_share(it, goal.measure, ends, turned)).collect(),
                )
            }
            BreakEven::NeverMet { .. }
                if grid.shares.iter().all(|point| (point.metric - goal.target).abs() < 1e-12) =>
            {
                BreakEven::AlwaysMet
            }
            BreakEven::NeverMet { best } => {
                let half = 0.5 / number(self.settings.samples);
                touched(grid.shares, goal.target, half)
                    .unwrap_or(BreakEven::NeverMet { best: nearest().unwrap_or(best) })
            }
            other => other,
        }
    }

    /// A crossing of the percentile as one of the share, between the ends of what is searched.
    fn as_share(&mut self, crossing: Crossing, measure: Measure, (from, to): (f64, f64), turned: bool) -> Crossing {
        let samples = number(self.settings.samples);
        let place = crossing.input;
        let mut share = |x: f64| self.statistic(measure, x);
        let metric = share(place);
        let mut beside = |reach: f64| (share((place - reach).max(from)), share((place + reach).min(to)));
        // More than a few samples at once, or the only one.
        let jumps = |(before, after): (f64, f64)| (after - before).abs() > (3.0 / samples).min(0.5);
        let mut sides = beside(LOOK_ASIDE * local(place, place, to - from));
        if jumps(sides) {
            sides = beside(CLOSE_LOOK * least_width(place, place, to - from));
        }
        let (before, after) = sides;
        // Where the percentile rises, the share above a threshold does and that below it falls.
        let direction = match crossing.direction {
            Direction::Rising if turned => Direction::Falling,
            Direction::Falling if turned => Direction::Rising,
            same => same,
        };
        let kind = match crossing.kind {
            CrossingKind::Level { until } => CrossingKind::Level { until },
            _ if jumps(sides) => CrossingKind::Step { before, after },
            _ => CrossingKind::Exact,
        };
        Crossing { metric, direction, kind, ..crossing }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
fn number(samples: u64) -> f64 {
    samples as f64
}

/// Where a share that nowhere passes its target is the target at points of the grid, to less than half a sample: the
/// percentile that it speaks of lies between two samples there.
fn touched(curve: &[Point], target: f64, half: f64) -> Option<BreakEven> {
    let is_met = |point: &Point| (point.metric - target).abs() < half;
    let mut start: usize = 0;
    let mut found = Vec::new();
    for run in curve.chunk_by(|a, b| is_met(a) == is_met(b)) {
        let side = |point: Option<&Point>| point.map(|point| point.metric > target);
        let (before, behind) = (start.checked_sub(1).and_then(|at| curve.get(at)), curve.get(start + run.len()));
        start += run.len();
        let (first, last) = (run[0], run[run.len() - 1]);
        if !is_met(&first) {
            continue;
        }
        let direction = match (side(before), side(behind)) {
            (Some(true), None | Some(false)) | (None, Some(false)) => Direction::Falling,
            (Some(false), None | Some(true)) | (None, Some(true)) => Direction::Rising,
            _ => Direction::Touching,
        };
        let kind = if run.len() > 1 { CrossingKind::Level { until: last.input } } else { CrossingKind::Exact };
        found.push(Crossing { input: first.input, metric: first.metric, direction, kind });
    }
    (!found.is_empty()).then_some(BreakEven::Crossings(found))
}

/// The share at which values stand where as many as wanted hold.
fn percentile_behind(goal: &Goal, comparison: Comparison) -> f64 {
    if comparison.is_at_least() { 1.0 - goal.target } else { goal.target }
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
fn share(values: &[f64], comparison: Comparison, threshold: f64) -> f64 {
    values.iter().filter(|value| comparison.holds(**value, threshold)).count() as f64 / values.len().max(1) as f64
}
