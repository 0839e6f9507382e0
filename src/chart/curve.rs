//! Complementary cumulative distributions as curves: put in order, read off, and thinned to what can be seen.
//!
//! Knows nothing of how they are drawn.

use super::axis::Scale;
use super::clip::Point;
use super::panel::Panel;
use super::ruler::shown;
use super::slot::Slot;
use crate::language::Localizer;

/// One distribution.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Printed beside it; may be empty when there is but one.
    pub label: String,
    /// A value in the unit of the axis, and the share of samples (0 to 1) of at least that value. The share of a
    /// value that is listed is printed as it is given, between two it is read off the line; beyond the last it is 0.
    pub points: Vec<(f64, f64)>,
    /// What is distributed.
    pub slot: Option<Slot>,
}

/// A curve ready to be drawn: ascending values, shares in per cent.
pub(super) struct PreparedCurve<'a> {
    pub label: &'a str,
    pub points: Vec<Point>,
}

/// A curve without what cannot be drawn.
pub(super) fn prepared(curve: &Curve, scale: Scale) -> PreparedCurve<'_> {
    let proper = |p: &&Point| shown(scale, p.0) && p.1.is_finite();
    let mut points: Vec<Point> =
        curve.points.iter().filter(proper).map(|p| (p.0, 100.0 * p.1.clamp(0.0, 1.0))).collect();
    // Of two shares at one value the larger comes first: the curve falls.
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    PreparedCurve { label: &curve.label, points }
}

impl PreparedCurve<'_> {
    /// The share at a value in per cent, on the line as it is drawn.
    pub fn at(&self, x: f64, scale: Scale) -> Option<f64> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        if x <= first.0 {
            return Some(first.1);
        }
        if x > last.0 {
            return Some(0.0);
        }
        let position = |v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
        let next = self.points.partition_point(|p| p.0 < x);
        let (a, b) = (self.points.get(next.checked_sub(1)?)?, self.points.get(next)?);
        let t = (position(x) - position(a.0)) / (position(b.0) - position(a.0));
        Some(if b.0 <= x || !t.is_finite() { b.1 } else { a.1 + t * (b.1 - a.1) })
    }

    /// The curve from one side of the panel to the other, in no more detail than can be seen.
    pub fn drawn(&self, panel: &Panel<'_>) -> Vec<Point> {
        let (low, high) = panel.x().range();
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        let mut points = Vec::with_capacity(self.points.len() + 3);
        if low < first.0 {
            points.push((low, first.1));
        }
        // Ten thousand samples make steps finer than a page can show.
        let place = |p: &Point| (500.0 * panel.x().share(p.0), 5.0 * p.1);
        let mut kept = (f64::NAN, f64::NAN);
        for point in &self.points {
            let (x, y) = place(point);
            if !((x - kept.0).abs() < 1.0 && (y - kept.1).abs() < 1.0) {
                points.push(*point);
                kept = (x, y);
            }
        }
        points.extend([*last, (last.0, 0.0)]);
        if high > last.0 {
            points.push((high, 0.0));
        }
        points
    }
}

/// From the last value that nearly all samples reach to the first that hardly any does, over all curves.
pub(super) fn range(curves: &[PreparedCurve<'_>]) -> Option<(f64, f64)> {
    let start = |c: &PreparedCurve<'_>| c.points.iter().rev().find(|p| p.1 >= 99.9).or(c.points.first()).map(|p| p.0);
    let end = |c: &PreparedCurve<'_>| c.points.iter().find(|p| p.1 <= 0.1).or(c.points.last()).map(|p| p.0);
    let low = curves.iter().filter_map(start).reduce(f64::min)?;
    let high = curves.iter().filter_map(end).reduce(f64::max)?;
    Some((low.min(high), high.max(low)))
}

/// Whole per cent; more digits near none and all, so that only nothing is 0 % and only everything 100 %.
pub(super) fn percent(share: f64, words: Localizer) -> String {
    let near = share.min(100.0 - share);
    if near <= 0.0 || near >= 0.95 {
        words.digits(format!("{share:.0} %"))
    } else if near < 0.05 {
        words.digits(if share < 50.0 { "< 0.1 %".to_owned() } else { "> 99.9 %".to_owned() })
    } else {
        words.digits(format!("{share:.1} %"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_off_the_line() {
        let curve =
            Curve { label: String::new(), points: vec![(4.0, 0.5), (1.0, 1.0), (2.0, 0.8), (8.0, 0.1)], slot: None };
        let line = prepared(&curve, Scale::Linear);
        for (x, share) in [(0.0, 100.0), (1.0, 100.0), (2.0, 80.0), (3.0, 65.0), (8.0, 10.0), (8.1, 0.0)] {
            assert!((line.at(x, Scale::Linear).unwrap() - share).abs() < 1e-9, "{x}");
        }
        let texts = [0.0, 0.01, 0.4, 73.2, 99.5, 99.99, 100.0].map(|share| percent(share, Localizer::default()));
        assert_eq!(texts, ["0 %", "< 0.1 %", "0.4 %", "73 %", "99.5 %", "> 99.9 %", "100 %"]);
    }
}
