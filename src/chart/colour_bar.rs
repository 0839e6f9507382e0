//! The scale of colours beside or below a field, with round ticks.
//!
//! Knows nothing of the field itself.

use super::canvas::{Canvas, HPos, Stroke, Text, VPos};
use super::clip::Bounds;
use super::label::LEADING;
use super::letters::Weight;
use super::notation::whole;
use super::palette;
use super::panel::TICK;
use super::ruler::Ruler;
use super::theme::Theme;

/// Slices of the ramp; more cannot be told apart.
pub const STEPS: u32 = 64;

/// The colour of a slice.
pub fn slice(theme: &Theme, step: u32) -> palette::Rgb {
    theme.field((f64::from(step) + 0.5) / f64::from(STEPS))
}

/// The colour of a value on this scale: that of its slice, so that neighbours which nobody tells apart are one.
pub fn colour(canvas: &Canvas, scale: &Ruler, value: f64) -> palette::Rgb {
    let step = libm::floor(scale.share(value).clamp(0.0, 1.0) * f64::from(STEPS));
    slice(&canvas.theme, u32::try_from(whole(step)).unwrap_or(0).min(STEPS - 1))
}

/// Distance of the lines of the turned name, in em: there is no row of text beside it that would set a closer one, and
/// the letters of some houses are tall.
const TURNED_LEADING: f64 = 1.5;

/// The width of the turned name in so many lines.
pub fn turned(lines: f64, size: f64) -> f64 {
    (LEADING + TURNED_LEADING * (lines - 1.0).max(0.0)) * size
}

/// A bar from bottom to top with numbers on its right and its name turned beside them.
pub fn upright(canvas: &Canvas, bar: Bounds, scale: &Ruler, name: &str, numbers: f64) {
    ramp(canvas, &bar, true);
    let size = canvas.sizes.text;
    let plain = Text { v_align: VPos::Center, ..canvas.plain() };
    for tick in &scale.ticks {
        let y = bar.high.1 - scale.share(tick.value) * (bar.high.1 - bar.low.1);
        canvas.line(&[(bar.high.0, y), (bar.high.0 + TICK, y)], &Stroke::solid(canvas.theme.ink, 0.7));
        canvas.text(&tick.text, (bar.high.0 + TICK + 2.5, y), &plain);
    }
    let lines = canvas.letters.wrap(name, size, Weight::Regular, bar.high.1 - bar.low.1, 2);
    let mut x = bar.high.0 + TICK + 2.5 + numbers + 0.9 * size;
    for line in &lines {
        let how = Text { h_align: HPos::Center, ..plain };
        canvas.upright_text(line, (x, f64::midpoint(bar.low.1, bar.high.1)), &how);
        x += size * TURNED_LEADING;
    }
}

/// A bar from left to right with numbers below.
pub fn flat(canvas: &Canvas, bar: Bounds, scale: &Ruler) {
    ramp(canvas, &bar, false);
    let how = Text { h_align: HPos::Center, v_align: VPos::Top, ..canvas.plain() };
    for tick in &scale.ticks {
        let x = bar.low.0 + scale.share(tick.value) * (bar.high.0 - bar.low.0);
        canvas.line(&[(x, bar.high.1), (x, bar.high.1 + TICK)], &Stroke::solid(canvas.theme.ink, 0.7));
        canvas.text(&tick.text, (x, bar.high.1 + TICK + 2.0), &how);
    }
}

fn ramp(canvas: &Canvas, bar: &Bounds, up: bool) {
    for k in 0..STEPS {
        let from = f64::from(k) / f64::from(STEPS);
        let colour = slice(&canvas.theme, k);
        // Each slice reaches to the end of the bar and the next one covers it: no seams.
        let slice = if up {
            Bounds { low: bar.low, high: (bar.high.0, bar.high.1 - from * (bar.high.1 - bar.low.1)) }
        } else {
            Bounds { low: (bar.low.0 + from * (bar.high.0 - bar.low.0), bar.low.1), high: bar.high }
        };
        canvas.cell(&slice, colour);
    }
}
