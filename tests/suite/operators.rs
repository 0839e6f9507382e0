//! Each operator on ordinary and on spicy arguments: single values, blocks, pages, intervals and derivatives must tell
//! the same story.

use crate::engine::same;
use forcesize::formula::operator::{Binary, Unary};
use forcesize::program::{Column, Graph, Page, Tape};
use forcesize::quantity::interval::Interval;

const ORDINARY: [f64; 9] = [-2.5, -1.0, -0.5, 0.3, 0.5, 1.0, 2.0, 3.7, 8760.0];

/// Zeros of both signs, numbers at the edge of what a double holds, infinities, and no number at all.
const SPICY: [f64; 11] =
    [0.0, -0.0, 1e300, -1e300, 1e-300, -1e-300, 5e-324, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];

const WIDTHS: [usize; 5] = [1, 3, 7, 256, 1000];

fn arguments() -> Vec<f64> {
    ORDINARY.into_iter().chain(SPICY).collect()
}

/// Every pair of arguments, as two columns.
fn pairs(arguments: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let pairs = || arguments.iter().flat_map(|a| arguments.iter().map(move |b| (*a, *b)));
    (pairs().map(|(a, _)| a).collect(), pairs().map(|(_, b)| b).collect())
}

type Value = Box<dyn Fn(f64, f64) -> f64>;

/// Every operator on its own: the name, the tape of `operator(input 0, input 1)`, the value.
fn operators() -> Vec<(&'static str, Tape, Value)> {
    let unary = Unary::ALL.into_iter().map(|operator| {
        let value: Value = Box::new(move |a, _| operator.value(a));
        (operator.spelling(), tape(|graph, a, _| graph.unary(operator, a)), value)
    });
    let binary = Binary::ALL.into_iter().map(|operator| {
        let value: Value = Box::new(move |a, b| operator.value(a, b));
        (operator.spelling(), tape(|graph, a, b| graph.binary(operator, a, b)), value)
    });
    unary.chain(binary).collect()
}

fn tape(root: impl Fn(&mut Graph, usize, usize) -> usize) -> Tape {
    let mut graph = Graph::default();
    let (a, b) = (graph.input(0), graph.input(1));
    let root = root(&mut graph, a, b);
    graph.tape(&[root])
}

#[track_caller]
fn assert_same(found: f64, wanted: f64, what: &str) {
    assert!(same(found, wanted), "{what}: {found:e} instead of {wanted:e}");
}

/// What IEEE 754 and the definitions say, for the arguments where a library could differ.
#[test]
fn values_are_what_the_definitions_say() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for (operator, x, y) in [
        (Unary::Neg, 0.0, -0.0),
        (Unary::Sqrt, -0.0, -0.0),
        (Unary::Sqrt, -1.0, nan),
        (Unary::Sqrt, inf, inf),
        (Unary::Abs, -0.0, 0.0),
        (Unary::Abs, -inf, inf),
        (Unary::Ln, 0.0, -inf),
        (Unary::Ln, 1.0, 0.0),
        (Unary::Ln, -1.0, nan),
        (Unary::Exp, 0.0, 1.0),
        (Unary::Exp, 1e300, inf),
        (Unary::Exp, -inf, 0.0),
        (Unary::Ceil, 0.3, 1.0),
        (Unary::Ceil, -0.5, -0.0),
        (Unary::Ceil, 1e300, 1e300),
        (Unary::Floor, -0.5, -1.0),
        (Unary::Floor, 2.0, 2.0),
    ] {
        assert_same(operator.value(x), y, &format!("{}({x:e})", operator.spelling()));
    }
    for (operator, a, b, y) in [
        (Binary::Div, 1.0, 0.0, inf),
        (Binary::Div, 0.0, 0.0, nan),
        (Binary::Sub, inf, inf, nan),
        (Binary::Mul, 0.0, inf, nan),
        (Binary::Pow, 0.0, 0.0, 1.0),
        (Binary::Pow, -2.0, 3.0, -8.0),
        (Binary::Pow, -2.0, 0.5, nan),
        (Binary::Pow, 2.0, -1.0, 0.5),
        (Binary::Min, 1.0, 2.0, 1.0),
        (Binary::Max, 1.0, 2.0, 2.0),
        (Binary::Min, 1.0, nan, nan),
        (Binary::Min, nan, 1.0, nan),
        (Binary::Max, 1.0, nan, nan),
        (Binary::Max, nan, 1.0, nan),
    ] {
        assert_same(operator.value(a, b), y, &format!("{a:e} {} {b:e}", operator.spelling()));
    }
}

/// An argument that is not a number stays visible in every result but `x ^ 0` and `1 ^ x`.
#[test]
fn what_is_undefined_stays_undefined() {
    for (name, _, value) in operators() {
        for other in arguments() {
            let power_of_one = name == "^" && [0.0, 1.0].contains(&other);
            let of_second = Binary::ALL.iter().any(|operator| operator.spelling() == name) && name != "-";
            assert!(value(f64::NAN, other).is_nan() || power_of_one, "{name} of no number and {other:e}");
            assert!(!of_second || value(other, f64::NAN).is_nan() || power_of_one, "{name} of {other:e} and no number");
        }
    }
}

#[test]
fn tapes_blocks_of_any_width_and_folded_constants_give_the_value() {
    let (firsts, seconds) = pairs(&arguments());
    for (name, tape, value) in operators() {
        let columns = [Column::Each(&firsts), Column::Each(&seconds)];
        for width in WIDTHS {
            let results = tape.evaluate_in_blocks(&columns, firsts.len(), width).remove(0);
            for (lane, result) in results.iter().enumerate() {
                let (a, b) = (firsts[lane], seconds[lane]);
                let what = format!("{name} of {a:e} and {b:e} in blocks of {width}");
                assert_same(*result, value(a, b), &what);
                assert_same(tape.results(&[a, b])[0], value(a, b), &what);
            }
        }
        for fixed in arguments() {
            let count = firsts.len();
            let left = tape.evaluate(&[Column::Same(fixed), Column::Each(&seconds)], count).remove(0);
            let right = tape.evaluate(&[Column::Each(&firsts), Column::Same(fixed)], count).remove(0);
            let both = tape.evaluate(&[Column::Same(fixed), Column::Same(fixed)], 2).remove(0);
            for lane in 0..count {
                assert_same(left[lane], value(fixed, seconds[lane]), name);
                assert_same(right[lane], value(firsts[lane], fixed), name);
            }
            assert_same(both[1], value(fixed, fixed), name);
        }
    }
}

#[test]
fn operations_on_constants_are_done_with_the_same_result() {
    for a in arguments() {
        for operator in Unary::ALL {
            let mut graph = Graph::default();
            let x = graph.constant(a);
            let root = graph.unary(operator, x);
            assert_same(graph.tape(&[root]).results(&[])[0], operator.value(a), operator.spelling());
        }
        for (b, operator) in arguments().into_iter().flat_map(|b| Binary::ALL.map(|operator| (b, operator))) {
            let mut graph = Graph::default();
            let (x, y) = (graph.constant(a), graph.constant(b));
            let root = graph.binary(operator, x, y);
            assert_same(graph.tape(&[root]).results(&[])[0], operator.value(a, b), operator.spelling());
        }
    }
}

#[test]
fn a_page_and_its_cones_give_the_value() {
    let (firsts, seconds) = pairs(&arguments());
    let other: Vec<f64> = firsts.iter().rev().copied().collect();
    for (name, tape, value) in operators() {
        let mut page = Page::new(&tape, &[Column::Each(&firsts), Column::Each(&seconds)], firsts.len());
        for lane in 0..firsts.len() {
            assert_same(page.output(0)[lane], value(firsts[lane], seconds[lane]), name);
        }
        let swaps: [(&[usize], &[f64], &[f64]); 3] =
            [(&[0], &other, &seconds), (&[1], &firsts, &other), (&[0, 1], &other, &other)];
        for (swapped, first, second) in swaps {
            let again = page.rerun(&tape.cone(swapped), &[Column::Each(first), Column::Each(second)]);
            let unary = tape.cone(&[1]).is_empty();
            assert_eq!(again.len(), usize::from(!unary || swapped.contains(&0)), "{name}");
            for (lane, result) in again.iter().flat_map(|column| column.iter().enumerate()) {
                assert_same(*result, value(first[lane], second[lane]), name);
            }
        }
    }
}

/// Every interval between two arguments, one of them with the arguments that lie inside.
fn intervals(arguments: &[f64]) -> Vec<(Interval, Vec<f64>)> {
    let ends = arguments.iter().flat_map(|low| arguments.iter().map(move |high| (*low, *high)));
    let ordered = ends.filter(|(low, high)| low <= high);
    let with_inside = ordered.map(|(low, high)| {
        let interval = Interval::new(low, high);
        (interval, arguments.iter().copied().filter(|x| interval.contains(*x)).collect())
    });
    with_inside.collect()
}

fn assert_bounded(name: &str, tape: &Tape, value: &dyn Fn(f64, f64) -> f64, arguments: &[f64]) {
    let intervals = intervals(arguments);
    let nothing = [(Interval::point(1.0), vec![1.0])];
    let seconds = if tape.cone(&[1]).is_empty() { nothing.as_slice() } else { &intervals };
    for (first, xs) in &intervals {
        for (second, ys) in seconds {
            let bounds = tape.output_bounds(&[*first, *second])[0];
            for (x, y) in xs.iter().flat_map(|x| ys.iter().map(move |y| (*x, *y))) {
                let result = value(x, y);
                assert!(
                    bounds.contains(result),
                    "{name} of {x:e} in {first:?} and {y:e} in {second:?} is {result:e}, outside {bounds:?}"
                );
            }
        }
    }
}

#[test]
fn intervals_hold_every_value_of_finite_arguments() {
    let finite = [-1e300, -2.5, -1.0, -1e-300, -0.0, 0.0, 5e-324, 0.5, 1.0, 2.0, 3.7, 1e300, f64::MAX];
    for (name, tape, value) in operators() {
        assert_bounded(name, &tape, &value, &finite);
    }
}

/// Infinities arise inside a formula when a product overflows; the bounds must then say that what follows may be
/// undefined.
#[test]
fn intervals_hold_every_value_of_infinite_arguments() {
    let endless = [f64::NEG_INFINITY, -2.0, 0.0, 0.5, 1.0, 3.0, f64::INFINITY];
    for (name, tape, value) in operators() {
        assert_bounded(name, &tape, &value, &endless);
    }
}

/// A case in which the exponential overflows and is then multiplied by zero.
#[test]
fn bounds_know_that_zero_times_an_overflow_is_undefined() {
    let tape = tape(|graph, a, b| {
        let large = graph.unary(Unary::Exp, b);
        graph.binary(Binary::Mul, a, large)
    });
    let bounds = tape.output_bounds(&[Interval::point(0.0), Interval::new(264.0, 833.0)])[0];
    let value = tape.results(&[0.0, 832.0])[0];
    assert!(bounds.contains(value), "{value} is outside {bounds:?}");
}

#[test]
fn what_may_be_undefined_makes_its_result_possibly_undefined() {
    let doubtful = Interval::new(1.0, 2.0).or_undefined();
    let sure = Interval::new(1.0, 2.0);
    for (name, tape, _) in operators() {
        assert!(tape.output_bounds(&[doubtful, sure])[0].undefined, "{name}");
        assert!(!tape.output_bounds(&[sure, sure])[0].undefined, "{name}");
    }
}

#[test]
fn derivatives_agree_with_central_differences_where_the_operator_is_smooth() {
    let points = [-3.3, -1.2, 0.4, 1.7, 12.5, 240.25];
    let mut compared = 0;
    for (name, tape, value) in operators() {
        // The second argument is moved off the first: `min` and `max` have an edge where both are the same.
        for (a, b) in points.iter().flat_map(|a| points.iter().map(move |b| (*a, *b + 0.125))) {
            let gradient = tape.gradient(0, &[a, b]).unwrap();
            let (da, db) = (1e-5 * a.abs(), 1e-5 * b.abs());
            let by_first = (value(a + da, b) - value(a - da, b)) / (2.0 * da);
            let by_second = (value(a, b + db) - value(a, b - db)) / (2.0 * db);
            for (slope, difference) in gradient.by_input.iter().zip([by_first, by_second]) {
                // Outside its domain, or beyond what a double holds, there is nothing to compare.
                if !difference.is_finite() || value(a, b).abs() > 1e200 || !value(a, b).is_finite() {
                    continue;
                }
                compared += 1;
                // The difference's own error: of its finite step, and of rounding.
                let tolerance = 1e-5 * difference.abs() + 1e-14 * value(a, b).abs() / da.min(db);
                assert!(
                    (slope - difference).abs() <= tolerance.max(1e-9),
                    "{name} at {a}, {b}: derivative {slope:e}, difference {difference:e}"
                );
            }
        }
    }
    assert!(compared > 500, "only {compared} derivatives could be compared");
}

#[test]
fn steps_and_edges_are_marked() {
    for operator in [Unary::Ceil, Unary::Floor] {
        let gradient = tape(|graph, a, _| graph.unary(operator, a)).gradient(0, &[2.5]).unwrap();
        assert_eq!((gradient.by_input[0], gradient.stepwise[0]), (0.0, true), "{}", operator.spelling());
    }
    for operator in [Binary::Min, Binary::Max] {
        let tape = tape(|graph, a, b| graph.binary(operator, a, b));
        assert_eq!(tape.gradient(0, &[2.0, 2.0]).unwrap().stepwise, [true, true], "{}", operator.spelling());
        assert_eq!(tape.gradient(0, &[2.0, 2.5]).unwrap().stepwise, [false, false], "{}", operator.spelling());
    }
}

/// What does not matter cannot be undefined: the branch that `max` does not take has no slope.
#[test]
fn a_branch_not_taken_leaves_no_trace_in_the_gradient() {
    let tape = tape(|graph, a, b| {
        let root = graph.unary(Unary::Sqrt, b);
        graph.binary(Binary::Max, a, root)
    });
    assert_eq!(tape.gradient(0, &[3.0, 0.0]).unwrap().by_input, [1.0, 0.0]);
}

#[test]
fn missing_inputs_and_short_columns_are_no_numbers() {
    let tape = tape(|graph, a, b| graph.binary(Binary::Add, a, b));
    assert!(tape.results(&[1.0])[0].is_nan());
    let short = tape.evaluate(&[Column::Each(&[1.0, 2.0]), Column::Same(1.0)], 3).remove(0);
    assert!(short[2].is_nan(), "the sample beyond the column's end is {}", short[2]);
    assert!(tape.evaluate(&[Column::Same(1.0)], 2).remove(0).iter().all(|value| value.is_nan()));
    assert_eq!(tape.evaluate(&[Column::Same(1.0), Column::Same(2.0)], 0), [Vec::<f64>::new()]);
}
