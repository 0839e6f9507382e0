//! Names of points, written where they hide nothing.
//!
//! Knows nothing of what the points are.

use super::canvas::{Canvas, Text};
use super::clip::Bounds;
use super::label::{LabelObstacles, around};
use super::letters::Weight;

/// Names points where there is room, the first ones first; a name that would cover something is left out.
pub fn place(canvas: &Canvas, obstacles: &mut LabelObstacles, requests: &[(&str, (f64, f64), bool)], frame: &Bounds) {
    // A strong point alone is a large one.
    let gap = if matches!(requests, [(.., true)]) { 6.5 } else { 3.5 };
    let size = canvas.sizes.small;
    for (name, point, strong) in requests {
        let box_of = (canvas.letters.width(name, size, Weight::Regular) + 2.0, 0.8 * size + 2.0);
        let Some((free, cost)) = obstacles.cheapest(&around(*point, box_of, gap), frame) else { continue };
        if cost > 0.0 {
            continue;
        }
        let how = Text {
            size,
            colour: if *strong { canvas.theme.ink } else { canvas.theme.faint_ink },
            halo: Some(canvas.theme.ground),
            ..canvas.plain()
        };
        canvas.text(name, (free.low.0 + 1.0, free.high.1 - 1.0 - 0.07 * size), &how);
        obstacles.add_box(free);
    }
}
