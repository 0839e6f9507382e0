//! The extremes of all outputs of a tape.

use super::extent::{End, Extent, Side};
use super::point::Cone;
use super::search::{Found, Search};
use super::sweep::Sweep;
use super::undefined;
use crate::program::graph::{Index, Operation, Tape, operands};
use crate::program::guard::Doubt;
use crate::quantity::interval::Interval;

/// Nodes that are bounded for the searches of all outputs together, at most.
const BUDGET: usize = 1 << 13;

/// The extremes of one output.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Extremes {
    /// The least and the greatest value, infinite where there is none; marked as undefined where some values of the
    /// inputs give no result.
    pub bounds: Interval,
    /// Whether one of the two is only a bound that no value passes: the search was given up.
    pub is_outer: bool,
}

impl Default for Extremes {
    /// Nothing is known: anything, as a bound from outside.
    fn default() -> Self {
        Self { bounds: Interval::everything(), is_outer: true }
    }
}

impl Tape {
    /// The extremes of each output when every input takes all its values, whatever the others are; an input that is not
    /// given can be anything.
    #[must_use]
    pub fn extremes(&self, inputs: &[Extent]) -> Vec<Extremes> {
        let given = inputs.iter().map(Extent::side);
        let sides: Vec<Side<'_>> =
            given.chain(std::iter::repeat_with(Side::everything)).take(self.inputs.max(inputs.len())).collect();
        let sweep = Sweep::over(self, &sides);
        let undefined = self.undefined(&sweep, &sides);
        let mut known: Vec<Option<Extremes>> = vec![None; self.nodes.len()];
        let mut budget = BUDGET;
        let each = self.outputs.iter().map(|root| {
            *known[*root].get_or_insert_with(|| self.of_node(*root, &sweep, &sides, undefined[*root], &mut budget))
        });
        each.collect()
    }

    fn of_node(
        &self,
        root: Index,
        sweep: &Sweep<'_>,
        sides: &[Side<'_>],
        undefined: bool,
        budget: &mut usize,
    ) -> Extremes {
        let slopes = sweep.slopes(root);
        let found = if slopes.iter().all(|(_, slope)| slope.direction().is_some()) {
            let mut cone = Cone::new(self, root);
            [End::Low, End::High].map(|end| Found { value: cone.corner(sides, slopes, end), is_outer: false })
        } else {
            let part = self.part(&[root]);
            [End::Low, End::High].map(|end| Search::run(&part, part.outputs[0], sides, end, budget))
        };
        let plain = sweep.values[root];
        // Where there is no value at an end, plain bounds are what is left.
        let or_plain = |found: Found, end: f64| {
            if found.value.is_nan() { Found { value: end, is_outer: true } } else { found }
        };
        let (low, high) = (or_plain(found[0], plain.low), or_plain(found[1], plain.high));
        // Zero has no sign here.
        let bounds = Interval::new(low.value + 0.0, high.value + 0.0);
        Extremes { bounds: Interval { undefined, ..bounds }, is_outer: low.is_outer || high.is_outer }
    }

    /// For each node whether it, or one that it needs, has no result for some values of the inputs.
    fn undefined(&self, sweep: &Sweep<'_>, sides: &[Side<'_>]) -> Vec<bool> {
        let mut found: Vec<bool> = Vec::with_capacity(self.nodes.len());
        let mut budget = BUDGET;
        for (node, operation) in self.nodes.iter().enumerate() {
            let in_doubt = Doubt::of(node, *operation).filter(|doubt| {
                !doubt.is_excluded(sweep.values[doubt.operand], doubt.exponent.map(|at| sweep.values[at]))
            });
            let own = match *operation {
                Operation::Constant(value) => value.is_nan(),
                _ => in_doubt.is_some_and(|doubt| undefined::holds(self, &doubt, sides, &mut budget)),
            };
            found.push(own || operands(*operation).into_iter().flatten().any(|operand| found[operand]));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::operator::{Binary, Unary};
    use crate::program::Graph;

    /// A formula over inputs, as a stack that `a` and `b` push onto: "a a b + /" is a share.
    fn extremes(formula: &str, inputs: &[Extent]) -> Extremes {
        let mut graph = Graph::default();
        let mut stack: Vec<Index> = Vec::new();
        for word in formula.split(' ') {
            let unary = Unary::ALL.into_iter().find(|operator| operator.spelling() == word && word != "-");
            let binary = Binary::ALL.into_iter().find(|operator| operator.spelling() == word);
            let node = if let Some(operator) = unary {
                let operand = stack.pop().unwrap();
                graph.unary(operator, operand)
            } else if let Some(operator) = binary {
                let (right, left) = (stack.pop().unwrap(), stack.pop().unwrap());
                graph.binary(operator, left, right)
            } else if let Ok(number) = word.parse() {
                graph.constant(number)
            } else {
                graph.input("abcdefgh".find(word).unwrap())
            };
            stack.push(node);
        }
        let tape = graph.tape(&stack);
        let found = tape.extremes(inputs);
        assert_eq!(found.len(), 1, "{formula}");
        found[0]
    }

    fn between(low: f64, high: f64) -> Extent {
        Extent::between(low, high, false)
    }

    #[track_caller]
    #[expect(clippy::float_cmp, reason = "infinities are exact")]
    fn are(formula: &str, inputs: &[Extent], (low, high): (f64, f64), undefined: bool) {
        let found = extremes(formula, inputs);
        let is_near = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-9 * a.abs().max(1e-6);
        let Interval { low: least, high: greatest, .. } = found.bounds;
        assert!(is_near(low, least) && is_near(high, greatest), "{formula}: {found:?}, not {low} to {high}");
        assert_eq!((found.bounds.undefined, found.is_outer), (undefined, false), "{formula}: {found:?}");
    }

    #[test]
    fn an_input_that_occurs_twice_is_one() {
        let (x, y) = (|| between(10.0, 100.0), || between(1.0, 90.0));
        are("a a b + /", &[x(), y()], (0.1, 100.0 / 101.0), false);
        are("a b + a /", &[between(4.0, 12.0), between(12.0, 24.0)], (2.0, 7.0), false);
        are("a b - a b + /", &[x(), y()], (-0.8, 99.0 / 101.0), false);
        are("b 1 a a b + / 2 / - /", &[x(), y()], (22.0 / 12.0, 180.0 * 190.0 / 280.0), false);
        are("a a -", &[x()], (0.0, 0.0), false);
        are("a a /", &[x()], (1.0, 1.0), false);
        are("a 1 a - *", &[between(0.0, 1.0)], (0.0, 0.25), false);
        are("a 1 a - *", &[between(0.0, 0.4)], (0.0, 0.24), false);
        are("a a *", &[between(-2.0, 1.0)], (0.0, 4.0), false);
        are("a 2 ^", &[between(-2.0, 1.0)], (0.0, 4.0), false);
        are("a 3 ^", &[between(-2.0, 1.0)], (-8.0, 1.0), false);
        are("a 2 ^ 1 + 0.5 ^", &[between(-2.0, 1.0)], (1.0, 5.0_f64.sqrt()), false);
        are("a 3 ^ a -", &[between(-1.0, 1.0)], (-2.0 / 27.0_f64.sqrt(), 2.0 / 27.0_f64.sqrt()), false);
    }

    #[test]
    fn a_corner_is_what_is_computed_there() {
        let found = extremes("a a b + /", &[between(0.1, 0.7), between(0.3, 1.1)]);
        assert_eq!(found.bounds, Interval::new(0.1 / (0.1 + 1.1), 0.7 / (0.7 + 0.3)));
    }

    #[test]
    fn branches_and_steps_have_their_direction() {
        let x = || between(-3.0, 2.0);
        are("a abs", &[x()], (0.0, 3.0), false);
        are("a abs a +", &[x()], (0.0, 4.0), false);
        are("a 1 max a -", &[x()], (0.0, 4.0), false);
        are("a 1 min 2 a - min", &[x()], (-3.0, 1.0), false);
        are("a ceil", &[between(0.2, 3.4)], (1.0, 4.0), false);
        are("a 7 / ceil 7 *", &[between(10.0, 30.0)], (14.0, 35.0), false);
        are("10 a ceil /", &[between(0.2, 3.4)], (2.5, 10.0), false);
        are("a floor a ceil +", &[between(0.2, 3.4)], (1.0, 7.0), false);
        are("a ceil b a ceil + /", &[between(0.2, 3.4), between(1.0, 2.0)], (1.0 / 3.0, 0.8), false);
    }

    #[test]
    fn a_pole_is_undefined_where_it_can_be_met_and_only_there() {
        let everything = (f64::NEG_INFINITY, f64::INFINITY);
        are("1 a /", &[between(-1.0, 2.0)], everything, true);
        are("1 a /", &[between(0.0, 2.0)], (0.5, f64::INFINITY), true);
        are("1 a /", &[Extent::between(0.0, 2.0, true)], (0.5, f64::INFINITY), false);
        are("1 a 3 - /", &[between(0.0, 3.0)], (f64::NEG_INFINITY, -1.0 / 3.0), true);
        are("1 a 3 - /", &[between(0.0, 10.0)], everything, true);
        are("1 a a b + / 2 - /", &[between(1.0, 9.0), between(1.0, 9.0)], (-1.0 / 1.1, -1.0 / 1.9), false);
        are("1 a a * a - 1 + /", &[between(-1.0, 2.0)], (1.0 / 3.0, 4.0 / 3.0), false);
        let root = extremes("a sqrt", &[between(-1.0, 4.0)]);
        assert_eq!(root.bounds, Interval::new(0.0, 2.0).or_undefined());
        are("a sqrt", &[between(0.0, 4.0)], (0.0, 2.0), false);
        are("a ln", &[Extent::between(0.0, 1.0, true)], (f64::NEG_INFINITY, 0.0), false);
        are("1 a /", &[Extent::choices(vec![-1.0, 2.0])], (-1.0, 0.5), false);
    }

    #[test]
    fn what_has_no_end_may_still_bound_a_result() {
        let without = || between(f64::NEG_INFINITY, f64::INFINITY);
        let positive = || Extent::between(0.0, f64::INFINITY, true);
        are("a", &[without()], (f64::NEG_INFINITY, f64::INFINITY), false);
        are("a 5 min", &[without()], (f64::NEG_INFINITY, 5.0), false);
        are("1 1 a + /", &[positive()], (0.0, 1.0), false);
        are("a a b + /", &[positive(), between(1.0, 2.0)], (0.0, 1.0), false);
        are("a a b + /", &[positive(), positive()], (0.0, 1.0), false);
        are("a b *", &[positive(), positive()], (0.0, f64::INFINITY), false);
        are("a b /", &[positive(), positive()], (0.0, f64::INFINITY), false);
        are("a exp 1 a exp + /", &[without()], (0.0, 1.0), false);
        are("a ln", &[positive()], (f64::NEG_INFINITY, f64::INFINITY), false);
        are("a 1 a - *", &[without()], (f64::NEG_INFINITY, 0.25), false);
        are("a ceil", &[positive()], (1.0, f64::INFINITY), false);
    }

    #[test]
    fn of_a_few_values_each_is_tried() {
        let found = |formula: &str, values: &[f64]| extremes(formula, &[Extent::choices(values.to_vec())]).bounds;
        assert_eq!(found("a 1 a - *", &[0.1, 0.75, 0.9]), Interval::new(0.9 * (1.0 - 0.9), 0.75 * 0.25));
        assert_eq!(found("a a *", &[-3.0, 1.0, 2.0]), Interval::new(1.0, 9.0));
        are("a 1 a - * b *", &[Extent::choices(vec![0.1, 0.9, 0.6]), between(1.0, 2.0)], (0.09, 0.48), false);
    }

    #[test]
    fn what_takes_too_long_is_bounded_from_outside() {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
        // Hills of equal height wherever each input is near a multiple of a third.
        let mut formula = "1".to_owned();
        for (place, name) in names.iter().enumerate() {
            let next = names[(place + 1) % names.len()];
            let hill = " {} 3 * floor {} 3 * - {next} {} * 1 + * {} 3 * ceil {} 3 * - * abs +";
            formula.push_str(&hill.replace("{}", name).replace("{next}", next));
        }
        let inputs: Vec<Extent> = names.iter().map(|_| between(0.1, 9.1)).collect();
        let found = extremes(&formula, &inputs);
        assert!(found.is_outer && !found.bounds.undefined && found.bounds.low <= 1.0, "{found:?}");
        // All inputs at nine less a sixth.
        let reached = 1.0 + 8.0 * 0.25 * (1.0 + (9.0 - 1.0 / 6.0) * (9.0 - 1.0 / 6.0));
        assert!(found.bounds.high > reached && found.bounds.high.is_finite(), "{found:?}");
    }
}
