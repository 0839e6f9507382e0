//! The contours of a field: each with its level in a gap.
//!
//! Knows nothing of what the levels are.

use super::canvas::{Canvas, HPos, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::contour;
use super::label::LabelObstacles;
use super::letters::Weight;
use super::palette;
use super::panel::Panel;

/// A contour level with its text.
pub struct Level {
    pub value: f64,
    pub text: String,
    /// Whether it is the one to look for.
    pub own: bool,
}

/// One contour with its text in a gap of its longest piece.
pub fn draw_level(
    canvas: &Canvas,
    panel: &Panel<'_>,
    level: &Level,
    pieces: &[Vec<Point>],
    colour: palette::Rgb,
    (labels, others): (&mut LabelObstacles, &LabelObstacles),
) {
    let dash = level.own.then_some(palette::MARK_DASH);
    let stroke = Stroke { colour, width: if level.own { 1.5 } else { 0.9 }, dash };
    let size = canvas.sizes.small;
    let (w, h) = (canvas.letters.width(&level.text, size, Weight::Bold) + 5.0, 1.15 * size);
    let longest = pieces.iter().max_by_key(|p| p.len());
    let mut gap: Option<Bounds> = None;
    if let Some(piece) = longest.filter(|p| count(p) > 1.6 * w) {
        let inside = Bounds {
            low: (panel.area.low.0 + 4.0, panel.area.low.1 + 4.0),
            high: (panel.area.high.0 - 4.0, panel.area.high.1 - 4.0),
        };
        let mut least = f64::INFINITY;
        for (k, (x, y)) in piece.iter().enumerate().step_by(5) {
            let candidate = Bounds { low: (x - w / 2.0, y - h / 2.0), high: (x + w / 2.0, y + h / 2.0) };
            let away = (f64::from(u32::try_from(k).unwrap_or(0)) / count(piece) - 0.5).abs();
            let cost = 5.0 * labels.cost(&candidate, &inside) + others.cost(&candidate, &inside) + 20.0 * away;
            if cost < least {
                (least, gap) = (cost, Some(candidate));
            }
        }
        // Better no text than one across a label or another line.
        gap = gap.filter(|_| least < 60.0);
    }
    // A contour that nobody can read off is no help.
    if gap.is_none() && !level.own {
        return;
    }
    for piece in pieces {
        match &gap {
            Some(gap) => contour::outside(piece, gap).iter().for_each(|part| canvas.line(&thinned(part), &stroke)),
            None => canvas.line(&thinned(piece), &stroke),
        }
    }
    if let Some(gap) = gap {
        let how = Text { size, weight: Weight::Bold, colour, h_align: HPos::Center, v_align: VPos::Center, halo: None };
        canvas.text(&level.text, (f64::midpoint(gap.low.0, gap.high.0), f64::midpoint(gap.low.1, gap.high.1)), &how);
        labels.add_box(Bounds { low: (gap.low.0 - 3.0, gap.low.1 - 3.0), high: (gap.high.0 + 3.0, gap.high.1 + 3.0) });
    }
}

/// A line from the ring to a label that had to go further away.
pub fn lead(canvas: &Canvas, at: Point, label: &Bounds) {
    let near = (at.0.clamp(label.low.0, label.high.0), at.1.clamp(label.low.1, label.high.1));
    let far = libm::hypot(near.0 - at.0, near.1 - at.1);
    if far > 10.0 {
        let start = (at.0 + (near.0 - at.0) * 4.9 / far, at.1 + (near.1 - at.1) * 4.9 / far);
        canvas.line(&[start, near], &Stroke::solid(canvas.theme.ground, 2.0));
        canvas.line(&[start, near], &Stroke::solid((0, 0, 0), 0.8));
    }
}

/// Every third point and both ends: enough for a smooth line, and a third of the text.
pub fn thinned(line: &[Point]) -> Vec<Point> {
    let last = line.len().saturating_sub(1);
    line.iter().enumerate().filter(|(i, _)| i % 3 == 0 || *i == last).map(|(_, p)| *p).collect()
}
