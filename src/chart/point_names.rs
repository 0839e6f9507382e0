//! Names of points, written where they hide nothing.
//!
//! Knows nothing of what the points are.

use super::canvas::{Canvas, Stroke, Text};
use super::clip::Bounds;
use super::label::{LabelObstacles, around};
use super::letters::Weight;

/// Names points where there is room, the first ones first; a name that would cover something is left out, and its
/// position given.
pub fn place(
    canvas: &Canvas,
    obstacles: &mut LabelObstacles,
    requests: &[(&str, (f64, f64), bool)],
    frame: &Bounds,
) -> Vec<usize> {
    let mut left_out = Vec::new();
    // A strong point alone is a large one.
    let gap = if matches!(requests, [(.., true)]) { 6.5 } else { 3.5 };
    let size = canvas.sizes.small;
    for (index, (name, point, strong)) in requests.iter().enumerate() {
        let box_of = (canvas.letters.width(name, size, Weight::Regular) + 2.0, 0.8 * size + 2.0);
        let found = obstacles.cheapest(&around(*point, box_of, gap), frame);
        let Some((free, _)) = found.filter(|(_, cost)| *cost <= 0.0) else {
            left_out.push(index);
            continue;
        };
        let how = Text {
            size,
            colour: if *strong { canvas.theme.ink } else { canvas.theme.faint_ink },
            halo: Some(canvas.theme.ground),
            ..canvas.plain()
        };
        canvas.text(name, (free.low.0 + 1.0, free.high.1 - 1.0 - 0.07 * size), &how);
        obstacles.add_box(free);
    }
    left_out
}

/// Numbers points where they hide least.
pub fn number(canvas: &Canvas, obstacles: &mut LabelObstacles, numbers: &[(String, (f64, f64))], frame: &Bounds) {
    let size = canvas.sizes.small;
    for (number, point) in numbers {
        let box_of = (canvas.letters.width(number, size, Weight::Bold) + 1.0, 0.8 * size + 1.0);
        // Farther out a thin line says whose number it is.
        let near = [around(*point, box_of, 2.8), around(*point, box_of, 4.5)].concat();
        let far = [7.5, 10.5, 14.0].map(|gap| around(*point, box_of, gap)).concat();
        let is_free = |found: &(Bounds, f64)| found.1 <= 0.0;
        let found = obstacles.cheapest(&near, frame).filter(is_free);
        let away = || obstacles.cheapest(&far, frame).filter(is_free).map(|(free, _)| (free, true));
        let least = || obstacles.cheapest(&near, frame).map(|(free, _)| (free, false));
        let Some((free, is_far)) = found.map(|(free, _)| (free, false)).or_else(away).or_else(least) else { continue };
        if is_far {
            let end = (point.0.clamp(free.low.0, free.high.0), point.1.clamp(free.low.1, free.high.1));
            canvas.line(&[*point, end], &Stroke::solid(canvas.theme.faint_ink, 0.5));
        }
        let how = Text { size, weight: Weight::Bold, halo: Some(canvas.theme.ground), ..canvas.plain() };
        canvas.text(number, (free.low.0 + 0.5, free.high.1 - 0.5 - 0.07 * size), &how);
        obstacles.add_box(free);
    }
}
