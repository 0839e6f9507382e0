//! Small marks along lines: what tells a line from one of the same dash, also where there is no colour.
//!
//! Knows nothing of what a line stands for.

use super::canvas::{Canvas, Stroke};
use super::clip::Point;
use super::palette::DASHES;

/// The shape of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    Square,
    Triangle,
    Circle,
    Diamond,
    Cross,
}

const SHAPES: [Marker; 5] = [Marker::Square, Marker::Triangle, Marker::Circle, Marker::Diamond, Marker::Cross];

/// The mark of the line with this index: none while each has a dash of its own. Dashes and marks together are those of
/// no other line up to the thirtieth.
pub fn of(index: usize) -> Option<Marker> {
    let round = index / DASHES.len();
    (round > 0).then(|| SHAPES[(index + round - 1) % SHAPES.len()])
}

/// Half the height of a mark, in points.
const HALF: f64 = 2.2;

/// Distance of marks along a line, in points.
const APART: f64 = 52.0;

/// One mark, on the ground that shows inside it.
pub fn draw(canvas: &Canvas, marker: Marker, (x, y): Point, stroke: &Stroke) {
    let shape: &[(f64, f64)] = match marker {
        Marker::Circle => {
            canvas.dot((x, y), HALF, canvas.theme.ground);
            canvas.ring((x, y), HALF, &Stroke::solid(stroke.colour, 0.9));
            return;
        }
        Marker::Cross => {
            for (a, b) in [(-HALF, HALF), (HALF, -HALF)] {
                canvas.line(&[(x - HALF, y + a), (x + HALF, y + b)], &Stroke::solid(stroke.colour, 1.2));
            }
            return;
        }
        Marker::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Marker::Triangle => &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        Marker::Diamond => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
    };
    let place = |(a, b): &(f64, f64)| (x + HALF * a, y + HALF * b);
    let mut points: Vec<Point> = shape.iter().map(place).collect();
    canvas.polygon(&points, canvas.theme.ground, 1.0);
    points.extend(points.first().copied());
    canvas.line(&points, &Stroke::solid(stroke.colour, 0.9));
}

/// Marks along a line, those of neighbours at other places.
pub fn along(canvas: &Canvas, line: &[Point], index: usize, stroke: &Stroke) {
    let Some(marker) = of(index) else { return };
    let step = f64::from(u32::try_from(index % DASHES.len()).unwrap_or(0));
    for at in places(line, APART * (0.3 + 0.14 * step)) {
        draw(canvas, marker, at, stroke);
    }
}

/// Places on a line at equal distances from the first; a short line has one in its middle.
fn places(line: &[Point], first: f64) -> Vec<Point> {
    let pieces: Vec<(Point, Point, f64)> = line
        .windows(2)
        .filter_map(|pair| match pair {
            &[a, b] => Some((a, b, libm::hypot(b.0 - a.0, b.1 - a.1))),
            _ => None,
        })
        .collect();
    let length: f64 = pieces.iter().map(|piece| piece.2).sum();
    let mut next = if length > first + HALF { first } else { length / 2.0 };
    let mut gone = 0.0;
    let mut found = Vec::new();
    for (a, b, long) in pieces {
        while long > 0.0 && next <= gone + long {
            let t = (next - gone) / long;
            found.push((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)));
            next += APART;
        }
        gone += long;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::palette::dash;
    use super::*;

    #[test]
    fn lines_are_told_apart_without_their_colours() {
        for (a, b) in (0..30).flat_map(|a| (0..a).map(move |b| (a, b))) {
            assert!((dash(a), of(a)) != (dash(b), of(b)), "{a} and {b}");
        }
    }

    #[test]
    fn marks_stand_on_the_line_at_equal_distances() {
        let line = [(0.0, 0.0), (30.0, 40.0), (30.0, 100.0)];
        assert_eq!(places(&line, 25.0), [(15.0, 20.0), (30.0, 67.0)]);
        assert_eq!(places(&[(0.0, 0.0), (10.0, 0.0)], 25.0), [(5.0, 0.0)]);
        assert!(places(&[(0.0, 0.0)], 25.0).is_empty() && places(&[], 25.0).is_empty());
    }
}
