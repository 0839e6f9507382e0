//! The key of a tornado chart, the ends of its bars, and the note below it. Knows nothing of where bars stand.

use super::canvas::{Canvas, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use crate::language::Localizer;

pub(super) fn draw_end(canvas: &Canvas, bar: &Bounds, high: bool) {
    if !high {
        canvas.rect(bar, canvas.theme.bar(false), 1.0);
        return;
    }
    let (fill, line) = canvas.theme.opposite;
    canvas.rect(bar, fill, 1.0);
    canvas.hatch(bar, 2.6, &Stroke::solid(line, 0.5));
    canvas.outline(bar, &Stroke::solid(line, 0.6));
}

const SWATCH: f64 = 14.0;
const KEY: [(&str, bool); 2] = [("key-low", false), ("key-high", true)];

/// The entries of the key in rows that fit.
pub(super) fn legend(letters: &Letters, size: f64, inner: f64, words: Localizer) -> Vec<Vec<(String, bool)>> {
    let key = KEY.map(|(text, high)| (words.text(text), high));
    let needs: f64 =
        key.iter().map(|entry| SWATCH + 4.0 + letters.width(&entry.0, size, Weight::Regular) + 1.5 * size).sum();
    if needs <= inner { vec![key.to_vec()] } else { key.into_iter().map(|entry| vec![entry]).collect() }
}

pub(super) fn draw_legend(canvas: &Canvas, rows: &[Vec<(String, bool)>], (left, mut y): (f64, f64)) {
    let size = canvas.sizes.text;
    for row in rows {
        let mut x = left;
        for (text, high) in row {
            draw_end(canvas, &Bounds { low: (x, y - 0.4 * size), high: (x + SWATCH, y + 0.4 * size) }, *high);
            canvas.text(text, (x + SWATCH + 4.0, y), &Text { v_align: VPos::Center, ..canvas.plain() });
            x += SWATCH + 4.0 + canvas.measure(text) + 1.5 * size;
        }
        y += 1.35 * size;
    }
}

pub(super) fn draw_note(canvas: &Canvas, note: &[String], area: &Bounds) {
    let small = canvas.sizes.small;
    let base = area.high.1 - (count(note) - 1.0) * small * LEADING - 0.2 * small;
    canvas.lines(note, (area.low.0, base), &Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() });
}
