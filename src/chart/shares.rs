//! Shares as a table of shaded cells: a row for each name, a column for each thing it may meet, the fuller the darker.
//! Columns that find no room beside the others stand below them.
//!
//! Knows nothing of where the shares come from.

use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::colour::{TEXT_CONTRAST, contrast, mix};
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::painter::Paint;
use super::palette;
use super::slot::Slot;

/// A chart of shares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shares {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Names from top to bottom.
    pub rows: Vec<String>,
    /// What is met, from left to right.
    pub columns: Vec<ShareColumn>,
}

/// A column of shares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShareColumn {
    /// What is met.
    pub label: String,
    /// Whether it sums up the others, and is set apart.
    pub strong: bool,
    /// A cell for each row.
    pub cells: Vec<ShareCell>,
}

/// A share.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShareCell {
    /// From 0 to 1; absent where it is not known.
    pub share: Option<f64>,
    /// As printed.
    pub text: String,
    /// What is printed below it; may be empty.
    pub below: String,
    /// What the share is.
    pub slot: Option<Slot>,
}

/// Lines that a name may take.
const LINES: usize = 7;

struct Layout {
    size: f64,
    small: f64,
    names: f64,
    across: usize,
    widths: Vec<f64>,
    head: f64,
    row: f64,
}

impl Paint for Shares {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        if self.rows.is_empty() || self.columns.is_empty() {
            return frame.message("nothing-to-show", 60.0);
        }
        let letters = frame.letters.clone();
        let layout = self.lay_out(&letters, frame.width - 2.0 * EDGE, (frame.sizes.text, frame.sizes.small));
        let block = layout.head + count(&self.rows) * layout.row;
        let blocks: Vec<(&[ShareColumn], &[f64])> =
            self.columns.chunks(layout.across).zip(layout.widths.chunks(layout.across)).collect();
        let gap = 1.2 * layout.size;
        let (canvas, area) = frame.open(block * count(&blocks) + gap * (count(&blocks) - 1.0));
        let mut top = area.low.1;
        for (columns, widths) in blocks {
            self.block(&canvas, &layout, (columns, widths), (area.low.0, top));
            top += block + gap;
        }
        canvas
    }
}

impl Shares {
    fn lay_out(&self, letters: &Letters, inner: f64, (size, small): (f64, f64)) -> Layout {
        let wide = |text: &str| letters.width(text, size, Weight::Regular);
        let names = self.rows.iter().map(|name| wide(name)).fold(0.0, f64::max).min(0.34 * inner);
        let left = inner - names - size;
        let word = |text: &str| {
            text.split_whitespace().map(|word| letters.width(word, size, Weight::Bold)).fold(0.0, f64::max)
        };
        let needs = |column: &ShareColumn| {
            let cells = column.cells.iter().map(|cell| {
                let number = letters.width(&cell.text, size, Weight::Bold) + size;
                number.max(letters.width(&cell.below, small, Weight::Regular) + size)
            });
            cells.fold(word(&column.label) + 0.6 * size, f64::max)
        };
        let needed: Vec<f64> = self.columns.iter().map(|column| needs(column).max(7.0 * size)).collect();
        let (widest, together) = (needed.iter().copied().fold(1.0, f64::max), needed.iter().sum::<f64>());
        let mut across = self.columns.len();
        let widths = if together <= left {
            // What is left over is spread, so that names have room.
            let more = ((left - together) / count(&self.columns)).min(4.0 * size);
            needed.iter().map(|width| width + more).collect()
        } else {
            while across > 1 && widest * f64::from(u32::try_from(across).unwrap_or(u32::MAX)) > left {
                across -= 1;
            }
            // As many columns in each block.
            across = self.columns.len().div_ceil(self.columns.len().div_ceil(across));
            let width = left / f64::from(u32::try_from(across).unwrap_or(1));
            vec![width.min(15.0 * size).max(1.0); self.columns.len()]
        };
        let lines = |(column, width): (&ShareColumn, &f64)| count(&head(letters, column, size, *width));
        let head = self.columns.iter().zip(&widths).map(lines).fold(1.0, f64::max) * size * LEADING + 0.5 * size;
        let below = self.columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.below.is_empty());
        let named = |name: &String| count(&letters.wrap(name, size, Weight::Regular, names + 0.1, 3));
        let named = self.rows.iter().map(named).fold(1.0, f64::max) * size * LEADING + 0.6 * size;
        let row = if below { size + small + 1.15 * size } else { 2.0 * size };
        Layout { size, small, names, across, widths, head, row: row.max(named) }
    }

    fn block(
        &self,
        canvas: &Canvas,
        layout: &Layout,
        (columns, widths): (&[ShareColumn], &[f64]),
        (left, top): (f64, f64),
    ) {
        let size = layout.size;
        let (base, begin) = (top + layout.head, left + layout.names + size);
        let at = |index: usize| f64::from(u32::try_from(index).unwrap_or(0));
        let before = |index: usize| begin + widths[..index].iter().sum::<f64>();
        let right = before(widths.len());
        for (index, (column, width)) in columns.iter().zip(widths).enumerate() {
            let from = before(index);
            let lines = head(&canvas.letters, column, size, *width);
            let weight = if column.strong { Weight::Bold } else { Weight::Regular };
            let how = Text { h_align: HPos::Center, weight, ..canvas.plain() };
            let first = base - 0.6 * size - (count(&lines) - 1.0) * size * LEADING;
            canvas.lines(&lines, (from + width / 2.0, first), &how);
            for (row, cell) in column.cells.iter().take(self.rows.len()).enumerate() {
                let y = base + at(row) * layout.row;
                draw(canvas, layout, &Bounds { low: (from, y), high: (from + width, y + layout.row) }, cell);
            }
        }
        for (row, name) in self.rows.iter().enumerate() {
            let y = base + at(row) * layout.row;
            let lines = canvas.letters.wrap(name, size, Weight::Regular, layout.names + 0.1, 3);
            let middle = y + layout.row / 2.0 - (count(&lines) - 1.0) * size * LEADING / 2.0;
            canvas.lines(&lines, (left, middle), &Text { v_align: VPos::Center, ..canvas.plain() });
            if row > 0 {
                canvas.line(&[(left, y), (right, y)], &Stroke::solid(canvas.theme.ground, 1.2));
            }
        }
        let bottom = base + count(&self.rows) * layout.row;
        for index in 1..columns.len() {
            let x = before(index);
            canvas.line(&[(x, base), (x, bottom)], &Stroke::solid(canvas.theme.ground, 1.2));
        }
        if let Some(index) = columns.iter().position(|column| column.strong) {
            let frame = Bounds { low: (before(index), base), high: (before(index + 1), bottom) };
            canvas.outline(&frame, &Stroke::solid(canvas.theme.ink, 1.0));
        }
        canvas.line(&[(left, base), (right, base)], &Stroke::solid(canvas.theme.ink, 0.7));
        canvas.line(&[(left, bottom), (right, bottom)], &Stroke::solid(canvas.theme.ink, 0.7));
    }
}

/// The lines of a column's name.
fn head(letters: &Letters, column: &ShareColumn, size: f64, width: f64) -> Vec<String> {
    let weight = if column.strong { Weight::Bold } else { Weight::Regular };
    letters.wrap(&column.label, size, weight, width - 0.5 * size, LINES)
}

fn draw(canvas: &Canvas, layout: &Layout, area: &Bounds, cell: &ShareCell) {
    let (size, small) = (layout.size, layout.small);
    let theme = &canvas.theme;
    let fill = match cell.share {
        Some(share) if share.is_finite() => mix(theme.ground, theme.bar(false), 0.05 + 0.95 * share.clamp(0.0, 1.0)),
        _ => theme.missing,
    };
    canvas.cell(area, fill);
    let ink = if contrast(theme.ink, fill) >= TEXT_CONTRAST { theme.ink } else { palette::black_or_white(fill) };
    let (middle, across) = (f64::midpoint(area.low.1, area.high.1), f64::midpoint(area.low.0, area.high.0));
    let number = if cell.below.is_empty() { middle } else { middle - 0.58 * small };
    let how =
        Text { colour: ink, h_align: HPos::Center, v_align: VPos::Center, weight: Weight::Bold, ..canvas.plain() };
    canvas.text(&cell.text, (across, number), &how);
    let how = Text { size: small, weight: Weight::Regular, ..how };
    canvas.text(&cell.below, (across, middle + 0.68 * size), &how);
}

#[cfg(test)]
mod tests {
    use super::super::style::{Size, Style};
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for share in [None, Some(f64::NAN), Some(-1.0), Some(0.0), Some(0.5), Some(1.0), Some(2.0)] {
            for (rows, columns) in [(1, 1), (3, 2), (16, 9)] {
                let cell = ShareCell { share, text: "50 %".into(), below: "-1.2 km".into(), slot: None };
                let column = ShareColumn {
                    label: "a & b in words of some length".into(),
                    strong: columns == 2,
                    cells: vec![cell; rows],
                };
                let chart = Shares {
                    rows: (0..rows).map(|row| format!("Option {row} of quite some length")).collect(),
                    columns: vec![column; columns],
                    ..Shares::default()
                };
                for size in [Size::full(), Size::column()] {
                    let svg = chart.svg(&Style { size, ..Style::default() });
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{share:?}");
                    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{share:?}");
                    assert_eq!(svg.matches("50 %").count(), rows * columns);
                }
            }
        }
        assert!(Shares::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
