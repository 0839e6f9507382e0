//! Lines of equal value through a grid, by marching squares, and gaps in them for their labels.

use super::clip::Point;

/// A grid of values over ascending coordinates: `values[row * xs.len() + column]`.
pub(super) struct Grid<'a> {
    pub xs: &'a [f64],
    pub ys: &'a [f64],
    pub values: &'a [f64],
}

impl Grid<'_> {
    fn value(&self, column: usize, row: usize) -> f64 {
        self.values.get(row * self.xs.len() + column).copied().unwrap_or(f64::NAN)
    }

    /// Segments of one level, cell by cell. Cells with an undefined corner have none.
    fn segments(&self, level: f64) -> Vec<(Point, Point)> {
        let mut segments = Vec::new();
        for row in 0..self.ys.len().saturating_sub(1) {
            for column in 0..self.xs.len().saturating_sub(1) {
                let (x0, x1) = (self.xs[column], self.xs[column + 1]);
                let (y0, y1) = (self.ys[row], self.ys[row + 1]);
                // Counter-clockwise from the lower left.
                let corners = [
                    ((x0, y0), self.value(column, row)),
                    ((x1, y0), self.value(column + 1, row)),
                    ((x1, y1), self.value(column + 1, row + 1)),
                    ((x0, y1), self.value(column, row + 1)),
                ];
                if corners.iter().any(|(_, value)| !value.is_finite()) {
                    continue;
                }
                let crossings: Vec<Point> = (0..4)
                    .filter_map(|edge| {
                        let ((ax, ay), a) = corners[edge];
                        let ((bx, by), b) = corners[(edge + 1) % 4];
                        // Half-open, so that a level through a corner is crossed once.
                        ((a < level) != (b < level)).then(|| {
                            let share = (level - a) / (b - a);
                            (ax + share * (bx - ax), ay + share * (by - ay))
                        })
                    })
                    .collect();
                match crossings[..] {
                    [a, b] => segments.push((a, b)),
                    [a, b, c, d] => {
                        // A saddle: the mean decides which corners belong together.
                        let mean = corners.iter().map(|(_, value)| value).sum::<f64>() / 4.0;
                        if (mean < level) == (corners[0].1 < level) {
                            segments.extend([(a, b), (c, d)]);
                        } else {
                            segments.extend([(d, a), (b, c)]);
                        }
                    }
                    _ => {}
                }
            }
        }
        segments
    }

    /// The lines of one level.
    pub fn contours(&self, level: f64) -> Vec<Vec<Point>> {
        let mut open = self.segments(level);
        let mut lines = Vec::new();
        while let Some((a, b)) = open.pop() {
            let mut line = std::collections::VecDeque::from([a, b]);
            loop {
                let (first, last) = (line[0], line[line.len() - 1]);
                let Some(at) =
                    open.iter().position(|(a, b)| [first, last].iter().any(|end| near(*end, *a) || near(*end, *b)))
                else {
                    break;
                };
                let (a, b) = open.swap_remove(at);
                if near(last, a) {
                    line.push_back(b);
                } else if near(last, b) {
                    line.push_back(a);
                } else if near(first, a) {
                    line.push_front(b);
                } else {
                    line.push_front(a);
                }
            }
            lines.push(line.into_iter().collect());
        }
        lines
    }
}

/// Neighbouring cells compute the crossing of their common edge from the same numbers, in one order or the other.
fn near(a: Point, b: Point) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    close(a.0, b.0) && close(a.1, b.1)
}

/// Length of a line.
pub(super) fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|pair| libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1)).sum()
}

/// The point at a share of a line's length.
pub(super) fn point_at(line: &[Point], share: f64) -> Option<Point> {
    let mut left = share * length(line);
    for pair in line.windows(2) {
        let step = libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        if left <= step && step > 0.0 {
            let along = left / step;
            return Some((pair[0].0 + along * (pair[1].0 - pair[0].0), pair[0].1 + along * (pair[1].1 - pair[0].1)));
        }
        left -= step;
    }
    line.last().copied()
}

/// A line without what lies in a box around a centre.
pub(super) fn without_box(line: &[Point], centre: Point, half: Point) -> Vec<Vec<Point>> {
    let inside = |point: &Point| (point.0 - centre.0).abs() < half.0 && (point.1 - centre.1).abs() < half.1;
    let mut parts: Vec<Vec<Point>> = vec![Vec::new()];
    // Fine steps, so that the cut is at the box and not at the next corner of the line.
    for pair in line.windows(2) {
        for step in 0..8 {
            let share = f64::from(step) / 8.0;
            let point = (pair[0].0 + share * (pair[1].0 - pair[0].0), pair[0].1 + share * (pair[1].1 - pair[0].1));
            match (inside(&point), parts.last_mut()) {
                (false, Some(part)) => part.push(point),
                (true, Some(part)) if !part.is_empty() => parts.push(Vec::new()),
                _ => {}
            }
        }
    }
    if let (Some(end), Some(part)) = (line.last(), parts.last_mut())
        && !inside(end)
    {
        part.push(*end);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contour_of_a_plane_is_a_straight_line() {
        let xs: Vec<f64> = (0..=20).map(f64::from).collect();
        let ys: Vec<f64> = (0..=10).map(f64::from).collect();
        let values: Vec<f64> = ys.iter().flat_map(|y| xs.iter().map(move |x| x + 2.0 * y)).collect();
        let lines = Grid { xs: &xs, ys: &ys, values: &values }.contours(12.3);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|(x, y)| (x + 2.0 * y - 12.3).abs() < 1e-9));
        let expected = libm::hypot(12.3, 6.15);
        assert!((length(&lines[0]) - expected).abs() < 1e-9);
    }

    #[test]
    fn a_closed_contour_is_one_line_and_undefined_cells_are_left_out() {
        let xs: Vec<f64> = (-10..=10).map(f64::from).collect();
        let mut values: Vec<f64> = xs.iter().flat_map(|y| xs.iter().map(move |x| x * x + y * y)).collect();
        let lines = Grid { xs: &xs, ys: &xs, values: &values }.contours(30.5);
        assert_eq!(lines.len(), 1);
        assert!((length(&lines[0]) - std::f64::consts::TAU * 30.5_f64.sqrt()).abs() < 0.5);
        values[10 * 21 + 15] = f64::NAN;
        let cut = Grid { xs: &xs, ys: &xs, values: &values }.contours(30.5);
        assert!(cut.iter().map(|line| length(line)).sum::<f64>() < length(&lines[0]));
        assert!(Grid { xs: &[], ys: &[], values: &[] }.contours(1.0).is_empty());
    }

    #[test]
    fn a_gap_is_cut_where_the_label_stands() {
        let line: Vec<Point> = (0..=100).map(|x| (f64::from(x), 0.0)).collect();
        let parts = without_box(&line, (50.0, 0.0), (10.0, 4.0));
        assert_eq!(parts.len(), 2);
        assert!((length(&parts[0]) + length(&parts[1]) - 80.0).abs() < 0.6);
        assert_eq!(point_at(&line, 0.25), Some((25.0, 0.0)));
    }
}
