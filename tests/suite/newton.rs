//! Newton's steps in break-even searches: fewer evaluations than bracketing alone, the same places, and bracketing where
//! the derivative says nothing.

use crate::engine::assessment;
use forcesize::analysis::break_even::{BreakEven, scan};
use forcesize::analysis::scan::{Function, Scan};
use forcesize::model::Axis;

/// A function with its derivative, counted together as one evaluation, as the reverse sweep gives them.
struct Smooth<'a> {
    of: fn(f64) -> (f64, f64),
    calls: &'a mut usize,
    sloped: bool,
}

impl Function for Smooth<'_> {
    fn value(&mut self, input: f64) -> f64 {
        *self.calls += 1;
        (self.of)(input).0
    }

    fn with_slope(&mut self, input: f64) -> (f64, Option<f64>) {
        *self.calls += 1;
        let (value, slope) = (self.of)(input);
        (value, Some(slope))
    }

    fn has_slopes(&self) -> bool {
        self.sloped
    }
}

fn places(found: &BreakEven) -> Vec<f64> {
    match found {
        BreakEven::Crossings(crossings) => crossings.iter().map(|crossing| crossing.input).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_derivative_saves_evaluations_and_changes_no_place() {
    // Functions with derivatives by hand, the range, a target, and the place where it is closed.
    type Case = (fn(f64) -> (f64, f64), (f64, f64), f64, Option<f64>);
    let cases: [Case; 7] = [
        (|x| (x * x, 2.0 * x), (0.1, 5.0), 2.0, Some(std::f64::consts::SQRT_2)),
        (|x| (x.exp(), x.exp()), (0.0, 6.0), 100.0, Some(100_f64.ln())),
        (|x| (1.0 / x, -1.0 / (x * x)), (0.5, 9.0), 0.3, Some(1.0 / 0.3)),
        (|x| (x.powi(5) - x - 1.0, 5.0 * x.powi(4) - 1.0), (1.0, 3.0), 0.0, None),
        (|x| (x.cos() - x, -x.sin() - 1.0), (0.0, 1.5), 0.0, Some(0.739_085_133_215_160_6)),
        (|x| (x.ln() * 7.0, 7.0 / x), (0.5, 40.0), 12.0, Some((12.0_f64 / 7.0).exp())),
        (|x| (x.sqrt() + x, 0.5 / x.sqrt() + 1.0), (0.01, 30.0), 11.0, None),
    ];
    let (mut all_newton, mut all_brackets) = (0, 0);
    let both = cases.into_iter().enumerate().flat_map(|(case, numbers)| [(case, 1, numbers), (case, 16, numbers)]);
    for (case, cells, (of, (from, to), target, place)) in both {
        let (mut newton, mut brackets) = (0, 0);
        let grid: Vec<f64> =
            (0..=cells).map(|point| from + (to - from) * f64::from(point) / f64::from(cells)).collect();
        let sloped = Scan::new(&grid, target, Smooth { of, calls: &mut newton, sloped: true });
        let plain = Scan::new(&grid, target, Smooth { of, calls: &mut brackets, sloped: false });
        let (a, b) = (places(&sloped.crossings()), places(&plain.crossings()));
        assert_eq!((a.len(), b.len()), (1, 1), "case {case}");
        assert!((a[0] - b[0]).abs() <= 1e-12 * b[0].abs(), "case {case}: {} {}", a[0], b[0]);
        if let Some(place) = place {
            assert!((a[0] - place).abs() <= 1e-12 * place, "case {case}: {} {place}", a[0]);
        }
        // The points of the grid are the same for both.
        let (newton, brackets) = (newton - grid.len(), brackets - grid.len());
        assert!(newton <= brackets, "case {case}, {cells} cells: {newton} {brackets}");
        all_newton += newton;
        all_brackets += brackets;
    }
    assert!(2 * all_newton < all_brackets, "{all_newton} evaluations with slopes, {all_brackets} without");
}

/// Steps, edges and poles among smooth formulas: the search with derivatives finds what the one without finds.
#[test]
fn steps_and_edges_fall_back_to_bracketing() {
    let formulas = [
        ("x ^ 2", 7.0),
        ("3 * exp(x / 10)", 4.0),
        ("1 / x", 0.4),
        ("ln(x) * sqrt(x)", 2.0),
        ("ceil(x) * 2", 7.0),
        ("floor(3 * x) + x", 9.5),
        ("min(x, 5) + max(x, 3)", 7.5),
        ("min(x, 5)", 5.0),
        ("abs(x - 2)", 1.5),
        ("abs(x - 2) ^ 0.5", 0.25),
        ("max(x - 4, 0) ^ 2", 1e-6),
        ("1 / (x - 3)", 0.7),
        ("(x - 3) ^ 3", 0.0),
        ("x - ceil(x / 2)", 1.25),
    ];
    for (formula, target) in formulas {
        let model = assessment(&format!(
            "purpose = \"interposition\"\n[input.x]\nlabel = \"x\"\nunit = \"1\"\nvalue = 4\nassumed = \"a test\"\n\
             [metric.y]\nlabel = \"y\"\nmeans = \"A test.\"\nassumed = \"a test\"\nunit = \"1\"\nformula = \"{formula}\"\n"
        ));
        let (x, y) = (model.calculation.input("x").unwrap(), model.calculation.metric("y").unwrap());
        let axis = Axis { input: x, from: 0.6, to: 9.7, steps: 37, log: false };
        let found = scan(&model.calculation, y, &axis, target).crossings();
        let mut inputs = model.calculation.central();
        let plain = Scan::new(&axis.points(), target, |at: f64| {
            inputs[x.index()] = at;
            model.calculation.tape().results(&inputs)[y.index()]
        });
        let plain = plain.crossings();
        let (BreakEven::Crossings(found), BreakEven::Crossings(plain)) = (&found, &plain) else {
            panic!("{formula}: {found:?} {plain:?}")
        };
        assert_eq!(found.len(), plain.len(), "{formula}: {found:?} {plain:?}");
        for (a, b) in found.iter().zip(plain) {
            // A root of the third order is known to the cube root of rounding.
            let near = if formula == "(x - 3) ^ 3" { 1e-5 } else { 1e-12 };
            assert!((a.input - b.input).abs() <= near * b.input, "{formula}: {a:?} {b:?}");
            assert_eq!(
                (a.direction, std::mem::discriminant(&a.kind)),
                (b.direction, std::mem::discriminant(&b.kind)),
                "{formula}: {a:?} {b:?}"
            );
        }
    }
}
