//! What an input can be, and the part of it that is looked at.

use crate::quantity::interval::Interval;

/// Beyond this a number stands for what has no end.
pub(super) const FAR: f64 = 1e150;

/// All values of an input.
#[derive(Clone, Debug, PartialEq)]
pub struct Extent {
    low: f64,
    high: f64,
    choices: Vec<f64>,
}

impl Extent {
    /// Every value between two ends, which may be infinite; where the lower one is open, it is not among the values.
    #[must_use]
    pub fn between(low: f64, high: f64, is_open: bool) -> Self {
        let low = if is_open { low.next_up() } else { low };
        Self { low, high: high.max(low), choices: Vec::new() }
    }

    /// One value.
    #[must_use]
    pub fn point(value: f64) -> Self {
        Self::between(value, value, false)
    }

    /// One of some values.
    #[must_use]
    pub fn choices(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        values.dedup();
        let ends = values.first().copied().zip(values.last().copied());
        let (low, high) = ends.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        Self { low, high, choices: values }
    }

    pub(super) fn side(&self) -> Side<'_> {
        Side { low: self.low, high: self.high, choices: &self.choices, at: None, inwards: 0.0 }
    }
}

/// Where an input is pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

/// A part of an input's values: one side of a box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The values, where there are but a few.
    choices: &'a [f64],
    /// The end that it is pinned to.
    at: Option<f64>,
    /// From a pinned end to the values beside it: their distance, with its sign.
    inwards: f64,
}

impl Side<'_> {
    /// Any number.
    pub(super) fn everything() -> Self {
        Self { low: f64::NEG_INFINITY, high: f64::INFINITY, choices: &[], at: None, inwards: 0.0 }
    }

    pub(super) fn interval(&self) -> Interval {
        Interval::new(self.low, self.high)
    }

    /// Whether more than one value is left to look at.
    pub(super) fn is_open(&self) -> bool {
        self.at.is_none() && self.low < self.high
    }

    /// Whether only a few values between the ends are meant.
    pub(super) fn has_gaps(&self) -> bool {
        self.choices.len() > 1
    }

    /// The value that stands for the side: the end it is pinned to, else one in the middle.
    pub(super) fn middle(&self) -> f64 {
        match self.at {
            Some(end) => end,
            None if self.choices.is_empty() => middle(self.low, self.high),
            None => self.choices[(self.choices.len() - 1) / 2],
        }
    }

    /// How far the values beside the pinned end are.
    pub(super) fn inwards(&self) -> f64 {
        self.inwards
    }

    /// An end's value.
    pub(super) fn end(&self, end: End) -> f64 {
        match end {
            End::Low => self.low,
            End::High => self.high,
        }
    }

    /// The end alone. Where there is none, all that is far out: what bounds the values there bounds their limit.
    pub(super) fn pinned(self, end: End) -> Self {
        let at = self.end(end);
        let width = self.high - self.low;
        let reach = if self.choices.len() == 1 || width == 0.0 {
            0.0
        } else if width.is_finite() {
            width
        } else {
            at.abs().clamp(1.0, FAR)
        };
        let inwards = if end == End::Low { reach } else { -reach };
        let (low, high) = match (end, at.is_finite()) {
            (_, true) => (at, at),
            (End::Low, false) => (self.low, self.high.min(-FAR)),
            (End::High, false) => (self.low.max(FAR), self.high),
        };
        Self { low, high, choices: &[], at: Some(at), inwards }
    }

    /// Two parts, unless there is no value between the ends.
    pub(super) fn halves(self) -> Option<[Self; 2]> {
        if !self.is_open() {
            return None;
        }
        if self.has_gaps() {
            let (left, right) = self.choices.split_at(self.choices.len().div_ceil(2));
            let part = |choices: &[f64]| (choices.first().copied(), choices.last().copied());
            let ((Some(from), Some(to)), (Some(next), Some(last))) = (part(left), part(right)) else { return None };
            return Some([
                Self { low: from, high: to, choices: left, ..self },
                Self { low: next, high: last, choices: right, ..self },
            ]);
        }
        let middle = middle(self.low, self.high);
        let is_inside = self.low < middle && middle < self.high && middle.abs() < f64::MAX / 1e4;
        is_inside.then_some([Self { high: middle, ..self }, Self { low: middle, ..self }])
    }
}

/// A number between two: zero, where much turns round, or the mean; where there is no end, one farther out.
fn middle(low: f64, high: f64) -> f64 {
    /// How much farther a step goes towards an end that there is not.
    const STRIDE: f64 = 64.0;
    if low < 0.0 && high > 0.0 {
        return 0.0;
    }
    match (low.is_finite(), high.is_finite()) {
        (true, true) => f64::midpoint(low, high),
        (false, false) => 0.0,
        (true, false) if low < 1.0 => 1.0_f64.max(low + 1.0),
        (true, false) => low * STRIDE,
        (false, true) if high > -1.0 => (-1.0_f64).min(high - 1.0),
        (false, true) => high * STRIDE,
    }
}
