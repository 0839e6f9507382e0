//! Names of vertical lines in rows above a plot, placed so that hardly any line runs through the name of another.
//!
//! Knows nothing of how lines look.

use super::canvas::{Canvas, EDGE, HPos, Text, count};
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::palette::Rgb;

/// A line to be named.
pub struct LabelRequest<'a> {
    pub text: &'a str,
    /// Where it stands, in points.
    pub x: f64,
    /// Whether there is a line from the name down to the plot.
    pub line: bool,
}

/// Where a name stands: its last line is in a row that counts upwards from the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLabel {
    pub lines: Vec<String>,
    pub left: f64,
    pub right: f64,
    pub row: u32,
}

/// Lines that a name may take where it is longer than the page is wide.
pub const MOST_LINES: usize = 3;

impl PlacedLabel {
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// How many rows there are up to its first line.
    pub fn top(&self) -> u32 {
        self.row + u32::try_from(self.lines.len()).unwrap_or(1)
    }
}

/// Writes a name above its line, whose last row has its baseline at `base`.
pub fn draw(canvas: &Canvas, name: &PlacedLabel, base: f64, size: f64) {
    let above = (count(&name.lines) - 1.0) * size * LEADING;
    let how = set(canvas.plain(), size, (canvas.theme.ink, canvas.theme.ground));
    canvas.lines(&name.lines, (name.middle(), base - above), &how);
}

/// How a name is set at its middle.
fn set(plain: Text, size: f64, (colour, ground): (Rgb, Rgb)) -> Text {
    Text { size, colour, h_align: HPos::Center, halo: Some(ground), ..plain }
}

/// Places for all names between `left` and `right`, in the order of the requests; the last ones choose first.
pub fn place(
    letters: &Letters,
    requests: &[LabelRequest<'_>],
    (left, right): (f64, f64),
    size: f64,
) -> Vec<PlacedLabel> {
    let mut placed: Vec<(usize, PlacedLabel)> = Vec::new();
    for (i, request) in requests.iter().enumerate().rev() {
        let lines = letters.wrap(request.text, size, Weight::Regular, right - EDGE, MOST_LINES);
        let w = lines.iter().map(|line| letters.width(line, size, Weight::Regular)).fold(0.0, f64::max);
        let high = u32::try_from(lines.len()).unwrap_or(1);
        let first = EDGE.max(left - 40.0);
        let mut best: Option<(f64, PlacedLabel)> = None;
        for row in 0..7 {
            for (start, effort) in [(request.x - w / 2.0, 0.0), (request.x - 1.0, 1.0), (request.x - w + 1.0, 1.0)] {
                let from = start.min(right - w).max(first);
                let to = from + w;
                let beside = |p: &PlacedLabel| from < p.right + 0.9 * size && to > p.left - 0.9 * size;
                let clash = placed.iter().any(|(_, p)| p.row < row + high && row < p.top() && beside(p));
                let over = |x: f64, a: f64, b: f64| x > a - 1.0 && x < b + 1.0;
                let covered =
                    requests.iter().enumerate().filter(|(j, other)| *j != i && other.line && over(other.x, from, to));
                let crossed =
                    placed.iter().filter(|(_, p)| request.line && p.row < row && over(request.x, p.left, p.right));
                let many = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
                let cost = effort
                    + 10.0 * f64::from(row)
                    + 6.0 * many(covered.count())
                    + 14.0 * many(crossed.count())
                    + if clash { 1000.0 } else { 0.0 };
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, PlacedLabel { lines: lines.clone(), left: from, right: to, row }));
                }
            }
        }
        placed.extend(best.map(|(_, place)| (i, place)));
    }
    placed.sort_by_key(|(i, _)| *i);
    placed.into_iter().map(|(_, place)| place).collect()
}

/// How many rows the names take.
pub fn rows(names: &[PlacedLabel]) -> u32 {
    names.iter().map(PlacedLabel::top).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stand_on_either_side() {
        let letters = Letters::default();
        let request = |text, x| LabelRequest { text, x, line: true };
        let names = place(
            &letters,
            &[request("Median: 99,000", 200.0), request("Central case: 110,000", 215.0)],
            (20.0, 400.0),
            7.5,
        );
        assert_eq!(rows(&names), 1, "{names:?}");
        assert!(names[0].right < names[1].left);
        let many: Vec<LabelRequest<'_>> = (0..12).map(|_| request("the same place", 100.0)).collect();
        assert_eq!(place(&letters, &many, (20.0, 120.0), 7.5).len(), 12);
        assert!(place(&letters, &[], (0.0, 1.0), 7.0).is_empty());
    }
}
