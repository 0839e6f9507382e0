//! Text in charts: how wide it is in the embedded fonts, where it breaks, and how labels keep apart.

use super::clip::{Point, Window};
use std::sync::OnceLock;
use ttf_parser::Face;

/// The embedded fonts.
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/SourceSans3-Regular.ttf");
pub(super) const SEMI_BOLD: &[u8] = include_bytes!("fonts/SourceSans3-SemiBold.ttf");

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

/// Width of a line of text, in the unit of its size.
pub(super) fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    static FACES: OnceLock<[Option<Face<'static>>; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| [Face::parse(REGULAR, 0).ok(), Face::parse(SEMI_BOLD, 0).ok()]);
    let Some(face) = &faces[usize::from(weight == Weight::SemiBold)] else { return 0.0 };
    let units = f64::from(face.units_per_em());
    let advance = |character: char| {
        let glyph = face.glyph_index(character).or_else(|| face.glyph_index('x'));
        glyph.and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(0.5, |advance| f64::from(advance) / units)
    };
    size * text.chars().map(advance).sum::<f64>()
}

/// Text in lines of at most `width`, at most `most` of them; what does not fit ends in `…`.
pub(super) fn wrap(text: &str, size: f64, weight: Weight, width: f64, most: usize) -> Vec<String> {
    let fits = |line: &str| text_width(line, size, weight) <= width;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}")).filter(|joined| fits(joined));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line)) => *line = joined,
            _ => lines.push(shortened(word, size, weight, width)),
        }
    }
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(line) = lines.last_mut() {
            let mut cut = format!("{line} …");
            while !fits(&cut) && line.pop().is_some() {
                cut = format!("{}…", line.trim_end());
            }
            *line = cut;
        }
    }
    lines
}

fn shortened(word: &str, size: f64, weight: Weight, width: f64) -> String {
    if text_width(word, size, weight) <= width {
        return word.to_owned();
    }
    let mut kept = word.to_owned();
    while kept.pop().is_some() && text_width(&format!("{kept}…"), size, weight) > width {}
    format!("{kept}…")
}

/// Moves blocks of the given heights apart, near their wanted middles and between two bounds; gives the middles. When
/// they cannot all fit they overlap evenly.
pub(super) fn spread(wanted: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let total: f64 = heights.iter().sum();
    let squeeze = if total > high - low && total > 0.0 { ((high - low) / total).max(0.0) } else { 1.0 };
    let half = |index: usize| squeeze * heights[index] / 2.0;
    let mut placed = vec![0.0; wanted.len()];
    let mut floor = low;
    for &index in &order {
        placed[index] = wanted[index].max(floor + half(index));
        floor = placed[index] + half(index);
    }
    let mut ceiling = high;
    for &index in order.iter().rev() {
        placed[index] = placed[index].min(ceiling - half(index));
        ceiling = placed[index] - half(index);
    }
    placed
}

/// A label's box: its middle and half its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelBox {
    pub middle: Point,
    pub half: Point,
}

impl LabelBox {
    /// Whether two boxes share some ground, with a little air between them.
    pub fn touches(&self, other: &Self) -> bool {
        (self.middle.0 - other.middle.0).abs() < self.half.0 + other.half.0 + 2.0
            && (self.middle.1 - other.middle.1).abs() < self.half.1 + other.half.1 + 1.0
    }

    /// Length of a line that runs through the box.
    fn crossed_by(&self, line: &[Point]) -> f64 {
        let window = Window {
            x: (self.middle.0 - self.half.0, self.middle.0 + self.half.0),
            y: (self.middle.1 - self.half.1, self.middle.1 + self.half.1),
        };
        window.polyline(line).iter().map(|part| super::contour::length(part)).sum()
    }
}

/// The first of some boxes that is clear of lines and other boxes, or the one that is least covered.
pub(super) fn clearest(candidates: &[LabelBox], lines: &[Vec<Point>], taken: &[LabelBox]) -> Option<LabelBox> {
    let cost = |candidate: &LabelBox| {
        let crossed: f64 = lines.iter().map(|line| candidate.crossed_by(line)).sum();
        let covered = taken.iter().filter(|other| candidate.touches(other)).count();
        crossed + 1000.0 * f64::from(u32::try_from(covered).unwrap_or(u32::MAX))
    };
    // `min_by` keeps the first of equals: candidates come in the order of preference.
    candidates.iter().copied().min_by(|a, b| cost(a).total_cmp(&cost(b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_tabular_and_widths_add_up() {
        let one = text_width("1", 10.0, Weight::Regular);
        assert!((text_width("8", 10.0, Weight::Regular) - one).abs() < 1e-9);
        assert!((text_width("1111", 10.0, Weight::Regular) - 4.0 * one).abs() < 1e-9);
        assert!(text_width("peace", 10.0, Weight::SemiBold) > text_width("peace", 10.0, Weight::Regular));
    }

    #[test]
    fn lines_fit_and_too_much_is_cut_with_a_mark() {
        let text = "Peacekeepers and host-nation troops together for every kilometre of the line";
        for width in [20.0, 60.0, 120.0, 400.0] {
            let lines = wrap(text, 8.0, Weight::Regular, width, 3);
            assert!(lines.len() <= 3);
            assert!(lines.iter().all(|line| text_width(line, 8.0, Weight::Regular) <= width + 1e-9), "{lines:?}");
        }
        assert!(wrap(text, 8.0, Weight::Regular, 60.0, 2)[1].ends_with('…'));
        assert!(wrap("", 8.0, Weight::Regular, 60.0, 2).is_empty());
    }

    #[test]
    fn a_label_goes_where_no_line_runs() {
        let at = |x: f64, y: f64| LabelBox { middle: (x, y), half: (5.0, 2.0) };
        let line = vec![vec![(0.0, 0.0), (100.0, 0.0)]];
        assert_eq!(clearest(&[at(50.0, 0.0), at(50.0, 5.0)], &line, &[]), Some(at(50.0, 5.0)));
        assert_eq!(clearest(&[at(50.0, 5.0), at(50.0, -5.0)], &line, &[at(52.0, 5.0)]), Some(at(50.0, -5.0)));
        assert_eq!(clearest(&[], &line, &[]), None);
    }

    #[test]
    fn spread_labels_do_not_overlap() {
        let wanted = [10.0, 11.0, 12.0, 90.0, 90.5];
        let heights = [8.0; 5];
        let placed = spread(&wanted, &heights, 0.0, 100.0);
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 8.0 - 1e-9), "{placed:?}");
        assert!(sorted[0] >= 4.0 && sorted[4] <= 96.0);
    }
}
