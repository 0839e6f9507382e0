//! Names of points, written where they hide nothing; those that find no room get numbers and a key.
//!
//! Knows nothing of what the points are.

use super::canvas::{Canvas, Stroke, Text, count};
use super::clip::Bounds;
use super::label::{LEADING, LabelObstacles, around};
use super::letters::{Letters, Weight};

/// A name, where its point is, and whether it stands out.
pub type Request<'a> = (&'a str, (f64, f64), bool);

/// Runs after which names are where they are: mostly two or three are enough.
const MOST_RUNS: usize = 12;

/// Draws until the names that find no room are those that got numbers: numbers and their key take room from others in
/// turn. `draw` gets the names to number in each panel, and gives those and all others that found no room.
pub fn settled(draw: impl Fn(&[Vec<String>]) -> (Canvas, Vec<Vec<String>>)) -> Canvas {
    let mut numbered = Vec::new();
    for _ in 0..MOST_RUNS {
        let (canvas, found) = draw(&numbered);
        if found == numbered || (numbered.is_empty() && found.iter().all(Vec::is_empty)) {
            return canvas;
        }
        numbered = found;
    }
    draw(&numbered).0
}

/// The lines of a key: `1 KFOR 1999, 2 UNMIK 2000`.
pub fn key(letters: &Letters, names: &[String], size: f64, room: f64) -> Vec<String> {
    let numbered = names.iter().zip(1..).map(|(name, number)| format!("{number}\u{a0}{}", name.replace(' ', "\u{a0}")));
    letters.wrap(&numbered.collect::<Vec<_>>().join(", "), size, Weight::Regular, room, 8)
}

/// The height of a key, with what parts it from what is below.
pub fn key_height(key: &[String], size: f64) -> f64 {
    if key.is_empty() { 0.0 } else { (count(key) + 0.5) * size * LEADING }
}

/// Writes a key, its first line below `at`.
pub fn draw_key(canvas: &Canvas, key: &[String], (left, top): (f64, f64)) {
    let size = canvas.sizes.small;
    let how = Text { size, colour: canvas.theme.faint_ink, ..canvas.plain() };
    canvas.lines(key, (left, top + 0.9 * size), &how);
}

/// Numbers the points with these names and names the others; gives the names that are numbered, and all others that
/// found no room, from top to bottom and from left to right.
pub fn place_or_number(
    canvas: &Canvas,
    obstacles: &mut LabelObstacles,
    requests: &[Request<'_>],
    numbered: &[String],
    frame: &Bounds,
) -> Vec<String> {
    // Numbers first: they are small, and nothing else says whose dot it is.
    let (mut keyed, named): (Vec<Request<'_>>, Vec<Request<'_>>) =
        requests.iter().partition(|(name, ..)| numbered.iter().any(|one| one == name));
    let by_place = |a: &Request<'_>, b: &Request<'_>| a.1.1.total_cmp(&b.1.1).then(a.1.0.total_cmp(&b.1.0));
    keyed.sort_by(by_place);
    let numbers: Vec<(String, (f64, f64))> =
        keyed.iter().zip(1..).map(|((_, point, _), number): (_, usize)| (number.to_string(), *point)).collect();
    number(canvas, obstacles, &numbers, frame);
    let left_out = place(canvas, obstacles, &named, frame);
    keyed.extend(left_out.into_iter().map(|at| named[at]));
    keyed.sort_by(by_place);
    keyed.into_iter().map(|(name, ..)| name.to_owned()).collect()
}

/// Names points where there is room, the first ones first; a name that would cover something is left out, and its
/// position given.
pub fn place(canvas: &Canvas, obstacles: &mut LabelObstacles, requests: &[Request<'_>], frame: &Bounds) -> Vec<usize> {
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
fn number(canvas: &Canvas, obstacles: &mut LabelObstacles, numbers: &[(String, (f64, f64))], frame: &Bounds) {
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
