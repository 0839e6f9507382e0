//! Lines cut at a frame: plotters moves points outside onto the edge instead, which makes false slopes.

/// A point.
pub(super) type Point = (f64, f64);

/// A rectangle in data space: least and greatest x and y.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Window {
    pub x: (f64, f64),
    pub y: (f64, f64),
}

impl Window {
    pub fn contains(&self, (x, y): Point) -> bool {
        self.x.0 <= x && x <= self.x.1 && self.y.0 <= y && y <= self.y.1
    }

    /// The part of a segment inside, by Liang and Barsky's parameters.
    fn segment(&self, (x0, y0): Point, (x1, y1): Point) -> Option<(Point, Point)> {
        let (dx, dy) = (x1 - x0, y1 - y0);
        let edges = [(-dx, x0 - self.x.0), (dx, self.x.1 - x0), (-dy, y0 - self.y.0), (dy, self.y.1 - y0)];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (direction, distance) in edges {
            if direction == 0.0 {
                if distance < 0.0 {
                    return None;
                }
            } else if direction < 0.0 {
                enter = enter.max(distance / direction);
            } else {
                leave = leave.min(distance / direction);
            }
        }
        (enter <= leave).then_some(((x0 + enter * dx, y0 + enter * dy), (x0 + leave * dx, y0 + leave * dy)))
    }

    /// A line's parts inside the window; it is also cut where a coordinate is not finite.
    pub fn polyline(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut parts: Vec<Vec<Point>> = Vec::new();
        let mut open = false;
        for pair in points.windows(2) {
            let finite = [pair[0].0, pair[0].1, pair[1].0, pair[1].1].iter().all(|value| value.is_finite());
            let inside = if finite { self.segment(pair[0], pair[1]) } else { None };
            match inside {
                None => open = false,
                Some((from, to)) => {
                    match parts.last_mut() {
                        Some(part) if open => part.push(to),
                        _ => parts.push(vec![from, to]),
                    }
                    // A segment that leaves the window ends the part.
                    open = to == pair[1];
                }
            }
        }
        parts
    }

    /// A polygon cut at the window's edges, by Sutherland and Hodgman; empty when nothing is inside.
    pub fn polygon(&self, points: &[Point]) -> Vec<Point> {
        let mut polygon: Vec<Point> = points.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
        let edges: [(usize, f64, f64); 4] =
            [(0, self.x.0, 1.0), (0, self.x.1, -1.0), (1, self.y.0, 1.0), (1, self.y.1, -1.0)];
        for (axis, edge, sign) in edges {
            let depth = |point: Point| sign * (if axis == 0 { point.0 } else { point.1 } - edge);
            let mut cut = Vec::with_capacity(polygon.len() + 4);
            for (index, &to) in polygon.iter().enumerate() {
                let from = polygon[(index + polygon.len() - 1) % polygon.len()];
                let (a, b) = (depth(from), depth(to));
                if (a < 0.0) != (b < 0.0) {
                    let share = a / (a - b);
                    cut.push((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)));
                }
                if b >= 0.0 {
                    cut.push(to);
                }
            }
            polygon = cut;
        }
        polygon
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Window = Window { x: (0.0, 1.0), y: (0.0, 1.0) };

    #[test]
    fn slopes_survive_the_cut() {
        let parts = UNIT.polyline(&[(-1.0, -2.0), (2.0, 4.0)]);
        assert_eq!(parts, vec![vec![(0.0, 0.0), (0.5, 1.0)]]);
    }

    #[test]
    fn a_line_that_leaves_and_returns_is_two_parts_and_undefined_values_part_it() {
        let parts = UNIT.polyline(&[(0.2, 0.5), (0.4, 2.0), (0.6, 0.5)]);
        assert_eq!(parts.len(), 2);
        let parts = UNIT.polyline(&[(0.0, 0.1), (0.2, 0.1), (0.4, f64::NAN), (0.6, 0.1), (0.8, 0.1)]);
        assert_eq!(parts, vec![vec![(0.0, 0.1), (0.2, 0.1)], vec![(0.6, 0.1), (0.8, 0.1)]]);
        assert!(UNIT.polyline(&[(2.0, 2.0), (3.0, 3.0)]).is_empty());
    }

    #[test]
    fn a_polygon_is_cut_to_the_window() {
        let cut = UNIT.polygon(&[(-1.0, -1.0), (2.0, -1.0), (2.0, 2.0), (-1.0, 2.0)]);
        let mut corners: Vec<Point> = cut;
        corners.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        assert_eq!(corners, vec![(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]);
    }
}
