//! Contour lines over a grid by marching squares, joined into polylines, and room for a label on them.
//!
//! Knows nothing of colours, axes or pages.

use std::collections::BTreeMap;

use super::clip::{Bounds, Point};

/// A grid of values: `values[row * xs.len() + column]` belongs to `(xs[column], ys[row])`.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// Positions of the columns, ascending.
    pub xs: &'a [f64],
    /// Positions of the rows, ascending.
    pub ys: &'a [f64],
    /// Row by row; cells that touch a value which is not finite are left out.
    pub values: &'a [f64],
}

/// An edge of the grid: the row and column where it starts, and whether it runs along the row.
type Edge = (usize, usize, bool);

impl Grid<'_> {
    fn node(&self, row: usize, column: usize) -> Option<(Point, f64)> {
        let point = (*self.xs.get(column)?, *self.ys.get(row)?);
        let value = *self.values.get(row * self.xs.len() + column)?;
        (point.0.is_finite() && point.1.is_finite() && value.is_finite()).then_some((point, value))
    }

    /// Where the level crosses this edge.
    fn crossing(&self, (row, column, along): Edge, level: f64) -> Option<Point> {
        let (a, u) = self.node(row, column)?;
        let (b, v) = if along { self.node(row, column + 1)? } else { self.node(row + 1, column)? };
        if (u < level) == (v < level) {
            return None;
        }
        let t = ((level - u) / (v - u)).clamp(0.0, 1.0);
        Some((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)))
    }

    /// The contour lines of a level.
    pub fn contour(&self, level: f64) -> Vec<Vec<Point>> {
        let mut links: BTreeMap<Edge, Vec<Edge>> = BTreeMap::new();
        for row in 0..self.ys.len().saturating_sub(1) {
            for column in 0..self.xs.len().saturating_sub(1) {
                let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)];
                let values: Vec<f64> = corners.iter().filter_map(|(r, c)| Some(self.node(*r, *c)?.1)).collect();
                let &[a, b, c, d] = values.as_slice() else { continue };
                let (bottom, right, top, left) =
                    ((row, column, true), (row, column + 1, false), (row + 1, column, true), (row, column, false));
                let cut: Vec<Edge> = [((a, b), bottom), ((b, c), right), ((d, c), top), ((a, d), left)]
                    .into_iter()
                    .filter(|((u, v), _)| (*u < level) != (*v < level))
                    .map(|(_, edge)| edge)
                    .collect();
                let pairs: Vec<(Edge, Edge)> = match *cut.as_slice() {
                    [p, q] => vec![(p, q)],
                    // A saddle: the mean decides which corners belong together.
                    [bottom, right, top, left] => {
                        if (((a + b + c + d) / 4.0) < level) == (a < level) {
                            vec![(bottom, right), (top, left)]
                        } else {
                            vec![(bottom, left), (right, top)]
                        }
                    }
                    _ => Vec::new(),
                };
                for (p, q) in pairs {
                    links.entry(p).or_default().push(q);
                    links.entry(q).or_default().push(p);
                }
            }
        }
        self.join(links, level)
    }

    /// Walks the links into lines: first the open ones from their ends, then the rings.
    fn join(&self, mut links: BTreeMap<Edge, Vec<Edge>>, level: f64) -> Vec<Vec<Point>> {
        let ends: Vec<Edge> = links.iter().filter(|(_, next)| next.len() == 1).map(|(edge, _)| *edge).collect();
        let rest: Vec<Edge> = links.keys().copied().collect();
        let mut lines = Vec::new();
        for start in ends.into_iter().chain(rest) {
            let mut line = Vec::new();
            let mut edge = start;
            loop {
                line.extend(self.crossing(edge, level));
                let Some(next) = links.get_mut(&edge).and_then(Vec::pop) else { break };
                if let Some(back) = links.get_mut(&next)
                    && let Some(place) = back.iter().position(|e| *e == edge)
                {
                    back.remove(place);
                }
                edge = next;
            }
            if line.len() > 1 {
                lines.push(line);
            }
        }
        lines
    }
}

/// Points along a polyline, at most `step` apart, each end kept.
pub fn resampled(line: &[Point], step: f64) -> Vec<Point> {
    let mut out: Vec<Point> = line.first().copied().into_iter().collect();
    for pair in line.windows(2) {
        let &[a, b] = pair else { continue };
        let parts = libm::ceil(libm::hypot(b.0 - a.0, b.1 - a.1) / step).clamp(1.0, 10_000.0);
        let mut k = 1.0;
        while k <= parts {
            out.push((a.0 + (b.0 - a.0) * k / parts, a.1 + (b.1 - a.1) * k / parts));
            k += 1.0;
        }
    }
    out
}

/// The pieces of a polyline outside a box: the gap in which its label stands.
pub fn outside(line: &[Point], gap: &Bounds) -> Vec<Vec<Point>> {
    let mut pieces = vec![Vec::new()];
    for &point in line {
        if gap.contains(point) {
            pieces.push(Vec::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(point);
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contours_of_a_plane_are_straight_lines_in_place() {
        let xs: Vec<f64> = (0..9).map(f64::from).collect();
        let ys: Vec<f64> = (0..7).map(|v| f64::from(v) * 2.0).collect();
        let values: Vec<f64> = ys.iter().flat_map(|y| xs.iter().map(move |x| 3.0 * x + y)).collect();
        let grid = Grid { xs: &xs, ys: &ys, values: &values };
        let lines = grid.contour(17.3);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|p| (3.0 * p.0 + p.1 - 17.3).abs() < 1e-9));
        let (first, last) = (lines[0][0], lines[0][lines[0].len() - 1]);
        assert!((first.1 - last.1).abs() > 11.9, "from edge to edge: {first:?} {last:?}");
        assert!(grid.contour(1e9).is_empty());
    }

    #[test]
    fn rings_close_and_missing_values_leave_holes() {
        let at = |i: i32| f64::from(i) - 5.0;
        let xs: Vec<f64> = (0..11).map(at).collect();
        let mut values: Vec<f64> = (0..121).map(|k| libm::pow(at(k % 11), 2.0) + libm::pow(at(k / 11), 2.0)).collect();
        let ring = Grid { xs: &xs, ys: &xs, values: &values }.contour(9.5);
        assert_eq!(ring.len(), 1);
        assert_eq!(ring[0].first(), ring[0].last());
        values[5 * 11 + 8] = f64::NAN;
        let open = Grid { xs: &xs, ys: &xs, values: &values }.contour(9.5);
        assert_ne!(open[0].first(), open[0].last());
    }

    #[test]
    fn a_gap_cuts_a_line() {
        let line = resampled(&[(0.0, 0.0), (10.0, 0.0)], 0.5);
        let pieces = outside(&line, &Bounds { low: (4.0, -1.0), high: (6.0, 1.0) });
        assert_eq!(pieces.len(), 2);
    }
}
