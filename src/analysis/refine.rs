//! The fine work of a scan: where between two points a function changes sides, leaves what is defined, or comes nearest.
//!
//! Where the function knows its derivative, a change of sides is narrowed with Newton's steps, kept within the bracket;
//! where it does not, or moves in steps there, or the steps get nowhere, by bracketing alone. No search leaves the two
//! points it starts from. Knows nothing of grids or of what the function stands for.

use super::node::{Jump, Node, TOUCH, TargetSide, local, push, same};

/// Values nearer to the target than this share of it meet it: rounding, nothing else.
const BAND: f64 = 4.0 * f64::EPSILON;

/// How often a bracket can hide another one.
const DEPTH: usize = 16;

/// How many steps are tried with the derivative: they double the digits each time or they are the wrong method.
const NEWTON: usize = 16;

/// The share of a scale at which a look aside is still near: the root of a double's precision, to which alone an
/// extremum can be placed.
const LOOK_ASIDE: f64 = 1.0 / 67_108_864.0;

/// Steps of so many least widths are rounding's: the place is known.
const CONVERGED: f64 = 64.0;

/// A function of one number.
pub trait Function {
    /// Its value.
    fn value(&mut self, input: f64) -> f64;

    /// Its value, with its derivative where it has one that says how it goes on; in one evaluation.
    fn with_slope(&mut self, input: f64) -> (f64, Option<f64>) {
        (self.value(input), None)
    }

    /// Whether it knows derivatives at all.
    fn has_slopes(&self) -> bool {
        false
    }
}

impl<F: FnMut(f64) -> f64> Function for F {
    fn value(&mut self, input: f64) -> f64 {
        self(input)
    }
}

/// The widest bracket that is not worth halving: two neighbouring doubles, or, where these get ever nearer to each other
/// around zero, next to nothing of the first bracket.
pub(super) fn least_width(low: f64, high: f64, first: f64) -> f64 {
    let neighbours = f64::EPSILON * low.abs().max(high.abs());
    if low <= 0.0 && high >= 0.0 { neighbours.max(f64::EPSILON * f64::EPSILON * first) } else { neighbours }
}

fn middle(low: f64, high: f64, first: f64) -> Option<f64> {
    let middle = f64::midpoint(low, high);
    (low < middle && middle < high && high - low > least_width(low, high, first)).then_some(middle)
}

/// A function with the target it is searched for.
pub(super) struct Search<F> {
    function: F,
    target: f64,
    tolerance: f64,
}

impl<F: Function> Search<F> {
    /// A search for a target; extrema within the tolerance touch it.
    pub(super) fn new(function: F, target: f64, tolerance: f64) -> Self {
        Self { function, target, tolerance }
    }

    /// The node of a known value.
    pub(super) fn place(&self, input: f64, value: f64) -> Node {
        let side = if !value.is_finite() || !self.target.is_finite() {
            TargetSide::Undefined
        } else if (value - self.target).abs() <= BAND * self.target.abs() {
            TargetSide::At
        } else if value < self.target {
            TargetSide::Below
        } else {
            TargetSide::Above
        };
        Node { input, value, side, jump: None, of_grid: false }
    }

    fn node(&mut self, input: f64) -> Node {
        let value = self.function.value(input);
        self.place(input, value)
    }

    fn distance(&self, node: &Node) -> f64 {
        (node.value - self.target).abs()
    }

    /// Halves until two neighbours remain, of which `is` holds for just one, as it does for the ends.
    pub(super) fn split(&mut self, mut left: Node, mut right: Node, is: impl Fn(TargetSide) -> bool) -> (Node, Node) {
        let first = right.input - left.input;
        while let Some(input) = middle(left.input, right.input, first) {
            let node = self.node(input);
            *(if is(node.side) == is(left.side) { &mut left } else { &mut right }) = node;
        }
        (left, right)
    }

    /// Adds the nodes between two neighbours that are on different sides.
    pub(super) fn join(&mut self, left: Node, right: Node, nodes: &mut Vec<Node>) {
        self.join_to(left, right, DEPTH, nodes);
    }

    fn join_to(&mut self, left: Node, right: Node, depth: usize, nodes: &mut Vec<Node>) {
        if left.side == right.side || depth == 0 {
            return;
        }
        let (low, high) = match (left.side, right.side) {
            (TargetSide::Undefined, _) | (_, TargetSide::Undefined) => {
                self.split(left, right, |side| side == TargetSide::Undefined)
            }
            (TargetSide::At, _) | (_, TargetSide::At) => self.leave(left, right),
            _ => {
                let (low, high, met) = self.bracket(left, right);
                push(nodes, low);
                if let Some(met) = met {
                    self.join_to(low, met, depth - 1, nodes);
                    push(nodes, met);
                    self.join_to(met, high, depth - 1, nodes);
                } else if let Some(last) = nodes.last_mut() {
                    last.jump = self.jump(low, high, (left.input, right.input));
                }
                push(nodes, high);
                return;
            }
        };
        self.join_to(left, low, depth - 1, nodes);
        push(nodes, low);
        push(nodes, high);
        self.join_to(high, right, depth - 1, nodes);
    }

    /// Where a stretch that meets the target ends; a single point that meets it is left after one look beside it.
    fn leave(&mut self, left: Node, right: Node) -> (Node, Node) {
        let at_left = left.side == TargetSide::At;
        let at = if at_left { left.input } else { right.input };
        let aside = local(at, at, right.input - left.input) / 256.0;
        let beside = self.node(if at_left { left.input + aside } else { right.input - aside });
        match (beside.side == TargetSide::At, at_left) {
            (false, true) => (left, beside),
            (false, false) => (beside, right),
            (true, true) => self.split(beside, right, |side| side == TargetSide::At),
            (true, false) => self.split(left, beside, |side| side == TargetSide::At),
        }
    }

    /// Narrows a change of sides with the ITP method (Oliveira and Takahashi 2020, ACM Transactions on Mathematical
    /// Software 47(1), article 5; `k1 = 0.2 / width`, `k2 = 2`, `n0 = 1`): superlinear where the function is smooth,
    /// never more than one step slower than halving, and never outside the bracket. Ends early at a node that meets
    /// the target or has no value.
    fn bracket(&mut self, mut left: Node, mut right: Node) -> (Node, Node, Option<Node>) {
        let whole = right.input - left.input;
        if self.function.has_slopes()
            && let Some(met) = self.newton(&mut left, &mut right, whole)
        {
            return (left, right, Some(met));
        }
        let first = right.input - left.input;
        let radius = least_width(left.input, right.input, whole) / 2.0;
        let mut reach = radius * libm::exp2(libm::ceil(libm::log2(first / (2.0 * radius))).max(0.0) + 1.0);
        while let Some(halfway) = middle(left.input, right.input, whole) {
            let width = right.input - left.input;
            let (below, above) = (left.value - self.target, right.value - self.target);
            let falsi = left.input + width * (below / (below - above));
            let towards = if falsi <= halfway { 1.0 } else { -1.0 };
            let shift = 0.2 / first * width * width;
            let truncated = if shift <= (halfway - falsi).abs() { falsi + towards * shift } else { halfway };
            let room = (reach - width / 2.0).max(0.0);
            let chosen = if (truncated - halfway).abs() <= room { truncated } else { halfway - towards * room };
            let inside = left.input < chosen && chosen < right.input;
            let node = self.node(if inside { chosen } else { halfway });
            if !node.side.is_off() {
                return (left, right, Some(node));
            }
            *(if node.side == left.side { &mut left } else { &mut right }) = node;
            reach /= 2.0;
        }
        (left, right, None)
    }

    /// Narrows a change of sides with Newton's steps from where the secant meets the target. A step that leaves the
    /// bracket or is not half the one before the last gives way to halving; at a place that is all but there a look
    /// beyond it closes the bracket from the other side. Gives a node that meets the target or has no value, if it comes
    /// upon one; ends where there is no derivative to go by.
    fn newton(&mut self, left: &mut Node, right: &mut Node, whole: f64) -> Option<Node> {
        let (below, above) = (left.value - self.target, right.value - self.target);
        let mut input = left.input + (right.input - left.input) * (below / (below - above));
        let (mut before, mut last) = (whole, whole);
        for _ in 0..NEWTON {
            if !(left.input < input && input < right.input) {
                return None;
            }
            let (value, slope) = self.function.with_slope(input);
            let node = self.place(input, value);
            if !node.side.is_off() {
                return Some(node);
            }
            let on_left = node.side == left.side;
            *(if on_left { &mut *left } else { &mut *right }) = node;
            let step = (self.target - value) / slope?;
            let narrow = least_width(left.input, right.input, whole);
            if step.abs() <= CONVERGED * narrow {
                return self.close(left, right, on_left, step.abs() + narrow);
            }
            let next = input + step;
            let fast = step.abs() <= before / 2.0 && left.input < next && next < right.input;
            before = last;
            if fast {
                (last, input) = (step.abs(), next);
            } else {
                (last, input) = ((right.input - left.input) / 2.0, f64::midpoint(left.input, right.input));
            }
        }
        None
    }

    /// Looks ever further beyond a node that is all but there, until it sees the other side.
    fn close(&mut self, left: &mut Node, right: &mut Node, on_left: bool, mut reach: f64) -> Option<Node> {
        let from = if on_left { left.input } else { right.input };
        for _ in 0..4 {
            let beyond = if on_left { from + reach } else { from - reach };
            if !(left.input < beyond && beyond < right.input) {
                return None;
            }
            let node = self.node(beyond);
            if !node.side.is_off() {
                return Some(node);
            }
            let across = (node.side == left.side) != on_left;
            *(if node.side == left.side { &mut *left } else { &mut *right }) = node;
            if across {
                return None;
            }
            reach *= 8.0;
        }
        None
    }

    /// What happens between two neighbours on both sides of the target, judged by a look a little further away,
    /// within the first bracket: a smooth function changes more over there, a step does not, and next to a pole the
    /// function comes back towards the target.
    fn jump(&mut self, left: Node, right: Node, within: (f64, f64)) -> Option<Jump> {
        let height = (right.value - left.value).abs();
        let size = self.target.abs().max(left.value.abs()).max(right.value.abs());
        if height <= self.tolerance.min(TOUCH * size) {
            return None;
        }
        let scale = local(left.input, right.input, within.1 - within.0);
        let reach = (scale * LOOK_ASIDE).max((right.input - left.input) * 4096.0);
        let before = self.node((left.input - reach).max(within.0));
        let behind = self.node((right.input + reach).min(within.1));
        let returns = |near: Node, far: Node| far.value.is_finite() && self.distance(&far) < self.distance(&near) / 4.0;
        if returns(left, before) && self.distance(&left) > height / 8.0
            || returns(right, behind) && self.distance(&right) > height / 8.0
        {
            return Some(Jump::Pole);
        }
        let change = |near: Node, far: Node| if far.value.is_finite() { (near.value - far.value).abs() } else { 0.0 };
        (change(left, before) + change(right, behind) < 16.0 * height).then_some(Jump::Step)
    }

    /// The local extrema that turn towards the target, by golden sections.
    pub(super) fn extremes(&mut self, nodes: &[Node]) -> Vec<Node> {
        let mut found = Vec::new();
        let mut start: usize = 0;
        for run in nodes.chunk_by(|a, b| same(a.value, b.value)) {
            let (first, last) = (run[0], run[run.len() - 1]);
            let defined = |node: &&Node| node.side != TargetSide::Undefined;
            let before = start.checked_sub(1).and_then(|index| nodes.get(index)).filter(defined);
            start += run.len();
            let behind = nodes.get(start).filter(defined);
            let farther = |node: Option<&Node>| {
                node.is_none_or(|node| node.side == first.side && self.distance(node) > self.distance(&first))
            };
            let alone = before.is_none() && behind.is_none();
            if first.side.is_off() && !alone && farther(before) && farther(behind) {
                let (low, high) = (before.map_or(first.input, |node| node.input), behind.unwrap_or(&last).input);
                found.push(self.golden(low, high, first));
            }
        }
        found
    }

    /// The point nearest to the target between two ends (golden-section search; Kiefer 1953), or the first one found
    /// on another side of it.
    fn golden(&mut self, mut low: f64, mut high: f64, start: Node) -> Node {
        const SHARE: f64 = 0.381_966_011_250_105_1; // 2 - golden ratio
        let (from, to, first) = (low, high, high - low);
        let mut best = start;
        let (mut inner, mut outer) = (self.node(low + SHARE * first), self.node(high - SHARE * first));
        while middle(low, high, first).is_some() && low < inner.input && inner.input < outer.input && outer.input < high
        {
            for node in [inner, outer] {
                if node.side != start.side && node.side != TargetSide::Undefined {
                    return node;
                }
                // Not-a-number is never nearer.
                if self.distance(&node) < self.distance(&best) {
                    best = node;
                }
            }
            let keeps_low = self.distance(&inner) <= self.distance(&outer) || outer.side == TargetSide::Undefined;
            if keeps_low {
                (high, outer) = (outer.input, inner);
                inner = self.node(low + SHARE * (high - low));
            } else {
                (low, inner) = (inner.input, outer);
                outer = self.node(high - SHARE * (high - low));
            }
        }
        if self.distance(&best) <= self.tolerance {
            // The function's size around here, not that of the whole range, says what rounding makes of it.
            let reach = local(best.input, best.input, first).max(first * LOOK_ASIDE);
            let around = [(best.input - reach).max(from), (best.input + reach).min(to)].map(|input| self.node(input));
            let far = around.iter().map(|node| self.distance(node)).filter(|far| far.is_finite()).fold(0.0, f64::max);
            if self.distance(&best) <= TOUCH * self.target.abs().max(far) {
                best.side = TargetSide::At;
            }
        }
        best
    }
}
