//! A matrix: rows of what is there and what is missing, columns of quantities, each cell with its number and shaded by
//! how far it is from the first row. Columns that find no room beside the others stand below them.
//!
//! Knows nothing of where the values come from.

use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::colour::{TEXT_CONTRAST, contrast, mix};
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::painter::Paint;
use super::palette::{self, Rgb};
use super::slot::RangeSlots;

/// A chart of a matrix.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// Title, footer and the like.
    pub heading: Heading,
    /// What is there or missing.
    pub marks: Vec<String>,
    /// For each row, what of it is there; the first row is the one that the others are held against.
    pub rows: Vec<Vec<bool>>,
    /// Quantities from left to right.
    pub columns: Vec<MatrixColumn>,
}

/// A quantity over all rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixColumn {
    /// What is measured.
    pub label: String,
    /// Its unit, printed under it; may be empty.
    pub unit: String,
    /// A cell for each row.
    pub cells: Vec<MatrixCell>,
}

/// A value with its range.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixCell {
    /// In the unit of the column; infinite values are shaded fully.
    pub value: f64,
    /// As printed.
    pub text: String,
    /// The range as printed below it; may be empty.
    pub range: String,
    /// What the value is, and the ends of the range.
    pub slots: RangeSlots,
}

/// Lines that a name may take.
const LINES: usize = 6;

/// How deep the farthest finite value is shaded where others are infinite.
const BESIDE_INFINITE: f64 = 0.6;

/// Where the columns of a block stand.
struct Layout {
    /// Sizes of the numbers and of what stands below them.
    sizes: (f64, f64),
    /// Width of the marks' columns, and whether their names stand upright.
    marks: (f64, bool),
    names: Vec<Vec<String>>,
    /// Quantities in one block, and the width of each.
    across: (usize, f64),
    /// Height of a block's names and of each row.
    head: f64,
    row: f64,
}

impl Paint for Matrix {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        if self.rows.is_empty() || self.columns.is_empty() {
            return frame.message("nothing-to-show", 60.0);
        }
        let layout = self.lay_out(&letters, frame.width - 2.0 * EDGE, (frame.sizes.text, frame.sizes.small));
        let block = layout.head + count(&self.rows) * layout.row;
        let (gap, blocks) = (1.4 * layout.sizes.0, self.columns.len().div_ceil(layout.across.0));
        let blocks: Vec<&[MatrixColumn]> = self.columns.chunks(self.columns.len().div_ceil(blocks.max(1))).collect();
        let (canvas, area) = frame.open(block * count(&blocks) + gap * (count(&blocks) - 1.0));
        let mut top = area.low.1;
        for columns in blocks {
            self.block(&canvas, &layout, columns, (area.low.0, top));
            top += block + gap;
        }
        canvas
    }
}

impl Matrix {
    fn lay_out(&self, letters: &Letters, inner: f64, sizes: (f64, f64)) -> Layout {
        let (size, small) = sizes;
        let word = |text: &str, weight: Weight| {
            text.split_whitespace().map(|word| letters.width(word, size, weight)).fold(0.0, f64::max)
        };
        let widest = self.marks.iter().map(|name| word(name, Weight::Regular)).fold(1.6 * size, f64::max) + 0.8 * size;
        let upright = widest * count(&self.marks) > 0.32 * inner;
        let room = if upright { 8.0 * size } else { widest - 0.8 * size };
        let names: Vec<Vec<String>> = self
            .marks
            .iter()
            .map(|name| letters.wrap(name, size, Weight::Regular, room + 0.1, if upright { 2 } else { LINES }))
            .collect();
        let deepest = names.iter().map(|lines| count(lines) * size * LEADING).fold(0.0, f64::max);
        let mark = if upright { deepest + 0.5 * size } else { widest };
        let left = inner - mark * count(&self.marks) - 0.5 * size;
        let needs = |column: &MatrixColumn| {
            let cells = column.cells.iter().flat_map(|cell| {
                let number = letters.width(&cell.text, size, Weight::Bold) + 2.6 * size;
                [number, letters.width(&cell.range, small, Weight::Regular) + small]
            });
            let names = word(&column.label, Weight::Bold).max(word(&column.unit, Weight::Regular)) + 0.6 * size;
            cells.fold(names, f64::max)
        };
        let needed = self.columns.iter().map(needs).fold(4.0 * size, f64::max);
        let mut across = 1;
        while across < self.columns.len() && needed * f64::from(u32::try_from(across + 1).unwrap_or(1)) <= left {
            across += 1;
        }
        // As many columns in each block.
        across = self.columns.len().div_ceil(self.columns.len().div_ceil(across));
        let width = (left / f64::from(u32::try_from(across).unwrap_or(1))).min(13.0 * size).max(1.0);
        let heads = self.columns.iter().map(|column| count(&head(letters, column, size, width)) * size * LEADING);
        let longest = |lines: &Vec<String>| {
            lines.iter().map(|line| letters.width(line, size, Weight::Regular)).fold(0.0, f64::max)
        };
        let tallest = if upright { names.iter().map(longest).fold(0.0, f64::max) } else { deepest };
        let ranged = self.columns.iter().flat_map(|column| &column.cells).any(|cell| !cell.range.is_empty());
        Layout {
            sizes,
            marks: (mark, upright),
            names,
            across: (across, width),
            head: heads.fold(tallest, f64::max) + 0.5 * size,
            row: if ranged { size + small + 1.15 * size } else { 2.0 * size },
        }
    }

    fn block(&self, canvas: &Canvas, layout: &Layout, columns: &[MatrixColumn], (left, top): (f64, f64)) {
        let (size, _) = layout.sizes;
        let (mark, upright) = layout.marks;
        let base = top + layout.head;
        for (index, lines) in layout.names.iter().enumerate() {
            let middle = left + mark * (0.5 + f64::from(u32::try_from(index).unwrap_or(0)));
            if upright {
                let mut x = middle - (count(lines) - 1.0) * size * LEADING / 2.0;
                for line in lines {
                    let how = Text { h_align: HPos::Left, v_align: VPos::Center, ..canvas.plain() };
                    canvas.upright_text(line, (x, base - 0.5 * size), &how);
                    x += size * LEADING;
                }
            } else {
                let how = Text { h_align: HPos::Center, ..canvas.plain() };
                canvas.lines(lines, (middle, base - 0.6 * size - (count(lines) - 1.0) * size * LEADING), &how);
            }
        }
        let begin = left + mark * count(&self.marks) + 0.5 * size;
        let width = layout.across.1;
        let right = begin + width * count(columns);
        for (index, column) in columns.iter().enumerate() {
            let from = begin + width * f64::from(u32::try_from(index).unwrap_or(0));
            let lines = head(&canvas.letters, column, size, width);
            let mut y = base - 0.6 * size - (count(&lines) - 1.0) * size * LEADING;
            for (line, weight) in lines {
                let how = Text { h_align: HPos::Center, weight, ..canvas.plain() };
                canvas.text(&line, (from + width / 2.0, y), &how);
                y += size * LEADING;
            }
            let reach = reach(column);
            for (cell, y) in column.cells.iter().zip(0_u32..) {
                let y = base + f64::from(y) * layout.row;
                let area = Bounds { low: (from, y), high: (from + width, y + layout.row) };
                draw(canvas, layout, &area, cell, shade(column, cell, reach));
            }
        }
        let thin = Stroke::solid(canvas.theme.grid, 0.5);
        for (there, index) in self.rows.iter().zip(0_u32..) {
            let y = base + f64::from(index) * layout.row;
            for (is, at) in there.iter().zip(0_u32..) {
                let at = (left + mark * (0.5 + f64::from(at)), y + layout.row / 2.0);
                if *is {
                    canvas.dot(at, 0.34 * size, canvas.theme.ink);
                } else {
                    canvas.ring(at, 0.3 * size, &Stroke::solid(canvas.theme.faint_ink, 0.7));
                }
            }
            if index > 0 {
                canvas.line(&[(left, y), (right, y)], &thin);
            }
        }
        let bottom = base + count(&self.rows) * layout.row;
        for x in (1..columns.len()).filter_map(|index| u32::try_from(index).ok()) {
            let x = begin + width * f64::from(x);
            canvas.line(&[(x, base), (x, bottom)], &Stroke::solid(canvas.theme.ground, 1.2));
        }
        // The first row is framed: the others are held against it.
        let first = Bounds { low: (left, base), high: (right, base + layout.row) };
        canvas.outline(&first, &Stroke::solid(canvas.theme.ink, 1.0));
        canvas.line(&[(left, bottom), (right, bottom)], &Stroke::solid(canvas.theme.ink, 0.7));
    }
}

/// The lines of a column's name and unit.
fn head(letters: &Letters, column: &MatrixColumn, size: f64, width: f64) -> Vec<(String, Weight)> {
    let room = width - 0.5 * size;
    let lines = |text: &str, weight: Weight| {
        letters.wrap(text, size, weight, room, LINES).into_iter().map(move |line| (line, weight)).collect::<Vec<_>>()
    };
    [lines(&column.label, Weight::Bold), lines(&column.unit, Weight::Regular)].concat()
}

/// The greatest distance of a finite value from the first.
fn reach(column: &MatrixColumn) -> f64 {
    let Some(first) = column.cells.first() else { return 0.0 };
    column.cells.iter().map(|cell| (cell.value - first.value).abs()).filter(|far| far.is_finite()).fold(0.0, f64::max)
}

/// How far a value is from the first: from -1 to 1, and 0 where it cannot be said.
fn shade(column: &MatrixColumn, cell: &MatrixCell, reach: f64) -> f64 {
    let Some(first) = column.cells.first() else { return 0.0 };
    let far = cell.value - first.value;
    if far.is_nan() || far == 0.0 || far.abs() <= 1e-9 * first.value.abs() {
        0.0
    } else if far.is_infinite() {
        far.signum()
    } else if reach > 0.0 {
        let infinite = column.cells.iter().any(|cell| cell.value.is_infinite());
        far / reach * if infinite { BESIDE_INFINITE } else { 1.0 }
    } else {
        0.0
    }
}

fn draw(canvas: &Canvas, layout: &Layout, area: &Bounds, cell: &MatrixCell, shade: f64) {
    let (size, small) = layout.sizes;
    let theme = &canvas.theme;
    let (r, g, b) = theme.opposite.0;
    // Where there are greys only, one depth of grey is one distance, and the triangles tell the side.
    let full = if shade < 0.0 || (r == g && g == b) { theme.bar(true) } else { theme.opposite.0 };
    let fill = match shade {
        _ if cell.value.is_nan() => theme.missing,
        0.0 => theme.ground,
        // A small difference is still seen.
        far => mix(theme.ground, full, 0.2 + 0.8 * far.abs()),
    };
    canvas.cell(area, fill);
    let ink = readable(theme.ink, fill);
    let (middle, across) = (f64::midpoint(area.low.1, area.high.1), f64::midpoint(area.low.0, area.high.0));
    let number = if cell.range.is_empty() { middle } else { middle - 0.58 * small };
    let how =
        Text { colour: ink, h_align: HPos::Center, v_align: VPos::Center, weight: Weight::Bold, ..canvas.plain() };
    canvas.text(&cell.text, (across, number), &how);
    if shade != 0.0 {
        let half = 0.26 * size;
        let x = across - canvas.letters.width(&cell.text, size, Weight::Bold) / 2.0 - 0.75 * size;
        let (tip, foot) = (number - half * shade.signum(), number + half * shade.signum());
        canvas.polygon(&[(x, tip), (x - half, foot), (x + half, foot)], ink, 1.0);
    }
    let how = Text { size: small, weight: Weight::Regular, ..how };
    canvas.text(&cell.range, (across, middle + 0.68 * size), &how);
}

/// The theme's letters, or black or white where these are hard to read on a fill.
fn readable(ink: Rgb, fill: Rgb) -> Rgb {
    if contrast(ink, fill) >= TEXT_CONTRAST { ink } else { palette::black_or_white(fill) }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    fn cell(value: f64) -> MatrixCell {
        MatrixCell { value, text: format!("{value}"), range: "1 to 2".into(), ..MatrixCell::default() }
    }

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, 1e-300, 1e300] {
            for (marks, columns) in [(0, 1), (1, 3), (6, 9)] {
                let column = MatrixColumn {
                    label: "a & b in words of some length".into(),
                    unit: "personnel per km".into(),
                    cells: vec![cell(1.0), cell(value), cell(-value)],
                };
                let chart = Matrix {
                    marks: (0..marks).map(|mark| format!("Pillar {mark}")).collect(),
                    rows: vec![vec![true; marks], vec![false; marks], vec![true; marks]],
                    columns: vec![column; columns],
                    ..Matrix::default()
                };
                for size in [super::super::style::Size::full(), super::super::style::Size::column()] {
                    let svg = chart.svg(&Style { size, ..Style::default() });
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value}");
                    assert!(!svg.contains("\"NaN") && !svg.contains("\"inf"), "{value}");
                    assert_eq!(svg.matches("a &amp; b").count(), columns, "{value}");
                }
            }
        }
        assert!(Matrix::default().svg(&Style::default()).contains("Nothing to show."));
    }

    #[test]
    fn shades_are_distances_from_the_first() {
        let column = |values: &[f64]| MatrixColumn {
            cells: values.iter().map(|value| cell(*value)).collect(),
            ..MatrixColumn::default()
        };
        let shades = |values: &[f64]| {
            let column = column(values);
            column.cells.iter().map(|cell| shade(&column, cell, reach(&column))).collect::<Vec<f64>>()
        };
        assert_eq!(shades(&[100.0, 100.0, 25.0, 0.0, 150.0]), [0.0, 0.0, -0.75, -1.0, 0.5]);
        assert_eq!(shades(&[10.0, 40.0, f64::INFINITY, f64::NAN]), [0.0, BESIDE_INFINITE, 1.0, 0.0]);
        assert_eq!(shades(&[3.0, 3.0]), [0.0, 0.0]);
    }

    #[test]
    fn numbers_read_on_their_cells() {
        let house = [(0x1d, 0x4e, 0x5f), (0xc8, 0x96, 0x3e)];
        let plain = [super::super::theme::Theme::default(), super::super::theme::Theme::dark()];
        for theme in plain.into_iter().flat_map(|one| [one.clone(), one.clone().in_grey(), one.with_series(&house)]) {
            for full in [theme.bar(true), theme.opposite.0] {
                for step in 0..=20 {
                    let fill = mix(theme.ground, full, f64::from(step) / 20.0);
                    let reached = contrast(readable(theme.ink, fill), fill);
                    assert!(reached >= TEXT_CONTRAST, "{fill:?}: {reached:.2}");
                }
            }
        }
    }
}
