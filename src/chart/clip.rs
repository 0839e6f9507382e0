//! Clipping of polylines and polygons to a rectangle, in the space in which they are straight.
//!
//! plotters moves points outside the frame onto its edge, which makes false slopes, and draws what is not a number
//! on the axis. Knows nothing of axes or units.

/// A point, in whatever space the caller draws.
pub type Point = (f64, f64);

/// An axis-parallel rectangle: `low` has the smaller coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Smallest x and y.
    pub low: Point,
    /// Largest x and y.
    pub high: Point,
}

impl Bounds {
    /// Whether a point lies inside or on the edge.
    pub fn contains(&self, (x, y): Point) -> bool {
        x >= self.low.0 && x <= self.high.0 && y >= self.low.1 && y <= self.high.1
    }
}

/// The part of the segment inside the bounds (Liang-Barsky).
pub fn segment(a: Point, b: Point, bounds: &Bounds) -> Option<(Point, Point)> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    if !(dx.is_finite() && dy.is_finite()) {
        return None;
    }
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides =
        [(-dx, a.0 - bounds.low.0), (dx, bounds.high.0 - a.0), (-dy, a.1 - bounds.low.1), (dy, bounds.high.1 - a.1)];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    if enter > leave {
        return None;
    }
    let at = |t: f64| {
        // The ends are taken as they are: a + 1 * (b - a) need not be b.
        if t <= 0.0 {
            a
        } else if t >= 1.0 {
            b
        } else {
            (a.0 + t * dx, a.1 + t * dy)
        }
    };
    Some((at(enter), at(leave)))
}

/// The pieces of a polyline inside the bounds. It is split where a point is not finite and where it leaves the bounds.
pub fn polyline(points: &[Point], bounds: &Bounds) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut end: Option<Point> = None;
    for pair in points.windows(2) {
        let &[a, b] = pair else { continue };
        if !(finite(a) && finite(b)) {
            end = None;
            continue;
        }
        match segment(a, b, bounds) {
            Some((from, to)) => {
                match pieces.last_mut() {
                    Some(piece) if end == Some(from) => piece.push(to),
                    _ => pieces.push(vec![from, to]),
                }
                end = (to == b).then_some(to);
            }
            None => end = None,
        }
    }
    pieces
}

/// The part of a polygon inside the bounds (Sutherland-Hodgman); empty when nothing is, or a corner is not finite.
pub fn polygon(points: &[Point], bounds: &Bounds) -> Vec<Point> {
    if !points.iter().all(|p| finite(*p)) {
        return Vec::new();
    }
    let mut shape = points.to_vec();
    // For each side: how far inside a point is.
    let inside: [&dyn Fn(Point) -> f64; 4] =
        [&|p| p.0 - bounds.low.0, &|p| bounds.high.0 - p.0, &|p| p.1 - bounds.low.1, &|p| bounds.high.1 - p.1];
    for depth in inside {
        let mut kept = Vec::with_capacity(shape.len() + 4);
        let Some(&last) = shape.last() else { break };
        let mut previous = last;
        for &point in &shape {
            let (before, now) = (depth(previous), depth(point));
            if (before < 0.0) != (now < 0.0) {
                let t = before / (before - now);
                kept.push((previous.0 + t * (point.0 - previous.0), previous.1 + t * (point.1 - previous.1)));
            }
            if now >= 0.0 {
                kept.push(point);
            }
            previous = point;
        }
        shape = kept;
    }
    shape
}

fn finite(p: Point) -> bool {
    p.0.is_finite() && p.1.is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Bounds = Bounds { low: (0.0, 0.0), high: (1.0, 1.0) };

    #[test]
    fn clipping_keeps_slopes() {
        for k in 1..50 {
            let slope = f64::from(k) * 0.37;
            let line = |x: f64| slope * (x - 0.5) + 0.5;
            let pieces = polyline(&[(-3.0, line(-3.0)), (4.0, line(4.0))], &UNIT);
            let piece = &pieces[0];
            let got = (piece[1].1 - piece[0].1) / (piece[1].0 - piece[0].0);
            assert!((got - slope).abs() < 1e-9 * slope.max(1.0), "{got} {slope}");
            assert!(piece.iter().all(|p| p.0 >= -1e-12 && p.1 <= 1.0 + 1e-12));
        }
    }

    #[test]
    fn gaps_split() {
        let points =
            [(0.1, 0.1), (0.2, 0.2), (0.3, f64::NAN), (0.4, 0.4), (0.5, 0.5), (0.6, f64::INFINITY), (0.7, 0.7)];
        assert_eq!(polyline(&points, &UNIT), vec![vec![(0.1, 0.1), (0.2, 0.2)], vec![(0.4, 0.4), (0.5, 0.5)]]);
    }

    #[test]
    fn leaving_and_coming_back_gives_two_pieces() {
        let pieces = polyline(&[(0.0, 0.5), (0.5, 2.5), (1.0, 0.5)], &UNIT);
        assert_eq!(pieces.len(), 2);
        assert!(polyline(&[(-1.0, 0.5), (0.5, 2.5)], &UNIT).is_empty());
        assert!(polyline(&[(2.0, 2.0)], &UNIT).is_empty());
    }

    #[test]
    fn polygon_is_cut_at_the_edges() {
        let shape = polygon(&[(-1.0, -1.0), (2.0, -1.0), (2.0, 0.5), (-1.0, 0.5)], &UNIT);
        let area: f64 = (0..shape.len())
            .map(|i| {
                let (a, b) = (shape[i], shape[(i + 1) % shape.len()]);
                (a.0 * b.1 - b.0 * a.1) / 2.0
            })
            .sum();
        assert!((area - 0.5).abs() < 1e-12);
        assert!(polygon(&[(f64::NAN, 0.0), (1.0, 1.0), (0.0, 1.0)], &UNIT).is_empty());
    }
}
