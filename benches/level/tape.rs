//! The standard model over 100,000 samples: the tape in blocks beside a plain function that computes the same metrics
//! and writes the same memory. Nanoseconds per sample are a thousand over the items per microsecond shown.

use crate::given::{columns, standard_model};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use forcesize::model::Assessment;
use forcesize::program::{BLOCK, Column, Page};
use forcesize::quantity::interval::Interval;

const SAMPLES: usize = 100_000;
const METRICS: usize = 24;
const INPUTS: usize = 13;

/// The inputs and metrics of the standard model in their order, in base units.
#[inline]
fn plain(inputs: [f64; INPUTS]) -> [f64; METRICS] {
    let [line, area, people, force, host, opposing, combat, relief, r_force, r_area, r_people, factor, planned] =
        inputs;
    let both = force + host;
    let combat_density = force * combat / line;
    let holdable = force / planned;
    let r_space = r_force / r_area;
    let r_density = r_force / r_people;
    let (by_factor, by_area, by_people) = (r_force * factor, r_space * area, r_density * people);
    [
        force / line,
        both / line,
        line / force,
        combat_density,
        combat_density / relief,
        holdable,
        holdable / line,
        force / people,
        both / people,
        people / force,
        force / area,
        both / area,
        area / force,
        r_space,
        r_density,
        area / r_area,
        by_factor,
        force / by_factor,
        by_area,
        force / by_area,
        by_people,
        force / by_people,
        opposing / both,
        planned * line,
    ]
}

/// As somebody would write it by hand: sample by sample, into columns.
fn plain_into(columns: &[Vec<f64>], outputs: &mut [Vec<f64>]) {
    let columns: &[Vec<f64>; INPUTS] = columns.try_into().expect("one column for each input");
    let outputs: &mut [Vec<f64>; METRICS] = outputs.try_into().expect("one column for each metric");
    let columns = columns.each_ref().map(|column| &column[..SAMPLES]);
    let mut outputs = outputs.each_mut().map(|output| &mut output[..SAMPLES]);
    for sample in 0..SAMPLES {
        let results = plain(columns.map(|column| column[sample]));
        for (output, result) in outputs.iter_mut().zip(results) {
            output[sample] = result;
        }
    }
}

/// The same function where only some inputs vary and the others keep their central case.
fn plain_where(varies: &[bool], columns: &[Vec<f64>], central: &[f64], outputs: &mut [Vec<f64>]) {
    for sample in 0..SAMPLES {
        let mut inputs = [0.0; INPUTS];
        for (at, input) in inputs.iter_mut().enumerate() {
            *input = if varies[at] { columns[at][sample] } else { central[at] };
        }
        for (output, result) in outputs.iter_mut().zip(plain(inputs)) {
            output[sample] = result;
        }
    }
}

struct Case {
    assessment: Assessment,
    columns: Vec<Vec<f64>>,
    outputs: Vec<Vec<f64>>,
}

impl Case {
    /// The standard model with random columns; the plain function is known to give the tape's results.
    fn new() -> Self {
        let assessment = standard_model();
        assert_eq!(
            (assessment.calculation.inputs.len(), assessment.calculation.metrics.len()),
            (INPUTS, METRICS),
            "bring `plain` up to date"
        );
        let columns = columns(&assessment, SAMPLES);
        let case = Self { assessment, columns, outputs: vec![vec![0.0; SAMPLES]; METRICS] };
        let mut by_hand = case.outputs.clone();
        plain_into(&case.columns, &mut by_hand);
        let by_tape = case.assessment.calculation.tape().evaluate(&case.each(), SAMPLES);
        for (metric, (tape, hand)) in case.assessment.calculation.metrics.iter().zip(by_tape.iter().zip(&by_hand)) {
            let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-12 * b.abs();
            assert!(tape.iter().zip(hand).all(near), "`{}` differs", metric.id);
        }
        case
    }

    fn each(&self) -> Vec<Column<'_>> {
        self.columns.iter().map(|column| Column::Each(column)).collect()
    }

    /// Which inputs have a range in the scenario.
    fn uncertain(&self) -> Vec<bool> {
        self.assessment.calculation.inputs.iter().map(|input| input.range.is_some()).collect()
    }
}

fn timed(bencher: Bencher<'_, '_>, mut run: impl FnMut()) {
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(&mut run);
}

/// Every input varies.
#[divan::bench(args = [BLOCK, 64, 512, 1024])]
fn tape_in_blocks(bencher: Bencher<'_, '_>, width: usize) {
    let mut case = Case::new();
    let mut outputs = std::mem::take(&mut case.outputs);
    let (tape, columns) = (case.assessment.calculation.tape(), case.each());
    timed(bencher, || tape.evaluate_into(black_box(&columns), width, black_box(&mut outputs)));
}

#[divan::bench]
fn plain_function(bencher: Bencher<'_, '_>) {
    let mut case = Case::new();
    let mut outputs = std::mem::take(&mut case.outputs);
    timed(bencher, || plain_into(black_box(&case.columns), black_box(&mut outputs)));
}

/// Only the inputs with a range vary, as in a simulation of the default scenario.
#[divan::bench]
fn tape_of_ranges(bencher: Bencher<'_, '_>) {
    let mut case = Case::new();
    let mut outputs = std::mem::take(&mut case.outputs);
    let (tape, mut columns, central) =
        (case.assessment.calculation.tape(), case.each(), case.assessment.calculation.central());
    for (input, _) in case.uncertain().iter().enumerate().filter(|(_, varies)| !**varies) {
        columns[input] = Column::Same(central[input]);
    }
    timed(bencher, || tape.evaluate_into(black_box(&columns), BLOCK, black_box(&mut outputs)));
}

#[divan::bench]
fn plain_function_of_ranges(bencher: Bencher<'_, '_>) {
    let mut case = Case::new();
    let mut outputs = std::mem::take(&mut case.outputs);
    let (varies, central) = (case.uncertain(), case.assessment.calculation.central());
    timed(bencher, || plain_where(black_box(&varies), black_box(&case.columns), &central, black_box(&mut outputs)));
}

/// With the columns of results allocated each time, as an analysis calls it.
#[divan::bench]
fn tape_with_new_columns(bencher: Bencher<'_, '_>) {
    let case = Case::new();
    let (tape, columns) = (case.assessment.calculation.tape(), case.each());
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(|| tape.evaluate(black_box(&columns), SAMPLES));
}

/// What the swap of one input costs on a page that is there already.
#[divan::bench(args = ["front_length", "peacekeepers", "reference_area"])]
fn one_cone_again(bencher: Bencher<'_, '_>, input: &str) {
    let case = Case::new();
    let (tape, columns) = (case.assessment.calculation.tape(), case.each());
    let at = case.assessment.calculation.input(input).expect("the input is given").index();
    let cone = tape.cone(&[at]);
    let swapped: Vec<f64> = case.columns[at].iter().rev().copied().collect();
    let mut again = columns.clone();
    again[at] = Column::Each(&swapped);
    let whole = tape.evaluate(&again, SAMPLES);
    let mut page = Page::new(tape, &columns, SAMPLES);
    for (output, values) in cone.outputs.iter().zip(page.rerun(&cone, &again)) {
        assert_eq!(values, whole[*output]);
    }
    timed(bencher, || {
        black_box(page.rerun(&cone, black_box(&again)));
    });
}

/// All gradients at the central case.
#[divan::bench]
fn gradients(bencher: Bencher<'_, '_>) {
    let assessment = standard_model();
    let metric = assessment.calculation.metric("front_density").expect("the metric is available");
    let by_force = assessment.calculation.input("peacekeepers").expect("the input is given");
    let slope = assessment.calculation.gradient(metric).expect("there is one").by_input[by_force.index()];
    assert!((slope * 1000.0 - 1.0).abs() < 1e-12, "100,000 on 1,000 km: {slope} per km for each");
    let gradients =
        || assessment.calculation.metrics.keys().map(|metric| assessment.calculation.gradient(black_box(metric)));
    bencher.counter(ItemsCount::new(METRICS)).bench_local(|| gradients().collect::<Vec<_>>());
}

/// Bounds of all metrics over the ranges of all inputs.
#[divan::bench]
fn intervals(bencher: Bencher<'_, '_>) {
    let assessment = standard_model();
    let ranges: Vec<Interval> = assessment.calculation.inputs.iter().map(forcesize::model::Input::interval).collect();
    let bounds = assessment.calculation.tape().output_bounds(&ranges);
    assert!(assessment.calculation.metrics.iter().zip(&bounds).all(|(metric, bounds)| bounds.contains(metric.value)));
    bencher
        .counter(ItemsCount::new(METRICS))
        .bench_local(|| assessment.calculation.tape().output_bounds(black_box(&ranges)));
}
