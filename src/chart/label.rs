//! Text as boxes: widths from the embedded font, wrapping, spreading labels that would overlap, finding free room.
//!
//! Knows nothing of axes or of how text is drawn.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use super::clip::{self, Bounds, Point};

/// The fonts of every chart, under the SIL Open Font Licence beside them.
pub const REGULAR: &[u8] = include_bytes!("fonts/SourceSans3-Regular.ttf");
/// Titles.
pub const SEMIBOLD: &[u8] = include_bytes!("fonts/SourceSans3-SemiBold.ttf");

/// Distance of baselines, in em.
pub const LEADING: f64 = 1.24;

/// Weight of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Text.
    #[default]
    Regular,
    /// Titles.
    Bold,
}

/// Letters of a house.
#[derive(Clone, PartialEq)]
pub struct Font {
    /// The family's name.
    pub family: String,
    /// Half the height of a capital letter, in em.
    pub half_capital: f64,
    /// Advances of the first characters of Unicode, in em.
    advances: [Vec<f64>; 2],
}

/// Characters whose advance is kept: Latin, Greek, Cyrillic, punctuation, arrows and mathematical signs.
const KEPT: u32 = 0x2300;

/// Of these Latin, Greek and Cyrillic.
const COMMON: u32 = 0x500;

impl Font {
    /// A font of files that hold one; `None` where one does not.
    #[must_use]
    pub fn new(regular: &[u8], bold: Option<&[u8]>, family: String) -> Option<Self> {
        let face = ttf_parser::Face::parse(regular, 0).ok()?;
        let em = f64::from(face.units_per_em());
        let half_capital = face.capital_height().map_or(0.33, |height| f64::from(height) / em / 2.0);
        let second = match bold {
            Some(bytes) => advances(&ttf_parser::Face::parse(bytes, 0).ok()?, KEPT),
            None => advances(&face, KEPT),
        };
        let advances = [advances(&face, KEPT), second];
        Some(Self { family, half_capital, advances })
    }
}

impl std::fmt::Debug for Font {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Font").field("family", &self.family).finish_non_exhaustive()
    }
}

fn advances(face: &ttf_parser::Face<'_>, count: u32) -> Vec<f64> {
    (0..count).map(|code| char::from_u32(code).map_or(UNKNOWN, |c| advance(face, c))).collect()
}

/// Advance of a character that no font at hand has, in em.
const UNKNOWN: f64 = 0.55;

fn advance(face: &ttf_parser::Face<'_>, c: char) -> f64 {
    let glyph = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
    glyph.map_or(UNKNOWN, |width| f64::from(width) / f64::from(face.units_per_em()))
}

thread_local! {
    /// The font of the chart that this thread draws: a chart is drawn from beginning to end by one thread, and begins
    /// with its frame, which sets it.
    static HOUSE: RefCell<Option<Arc<Font>>> = const { RefCell::new(None) };
}

/// Text is measured in this font from now on, or in the one built in.
pub fn set_font(font: Option<&Arc<Font>>) {
    HOUSE.set(font.cloned());
}

/// Width in points of one line of text set at `size` points. Kerning is left out: it is below one per cent here.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let house = HOUSE.with_borrow(|house| {
        let advances = &house.as_ref()?.advances[usize::from(weight == Weight::Bold)];
        let one = |c: char| usize::try_from(u32::from(c)).ok().and_then(|code| advances.get(code)).copied();
        Some(text.chars().map(|c| one(c).unwrap_or(UNKNOWN)).sum::<f64>() * size)
    });
    house.unwrap_or_else(|| built_in_width(text, size, weight))
}

/// A face that is built in, with the advances of the characters that most texts are made of.
struct BuiltIn {
    face: ttf_parser::Face<'static>,
    advances: Vec<f64>,
}

impl BuiltIn {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        let advances = advances(&face, COMMON);
        Some(Self { face, advances })
    }

    fn advance(&self, c: char) -> f64 {
        let common = usize::try_from(u32::from(c)).ok().and_then(|code| self.advances.get(code)).copied();
        common.unwrap_or_else(|| advance(&self.face, c))
    }
}

fn built_in_width(text: &str, size: f64, weight: Weight) -> f64 {
    static FACES: OnceLock<[Option<BuiltIn>; 2]> = OnceLock::new();
    let [regular, bold] = FACES.get_or_init(|| [REGULAR, SEMIBOLD].map(BuiltIn::new));
    let face = match weight {
        Weight::Regular => regular,
        Weight::Bold => bold,
    };
    text.chars().map(|c| face.as_ref().map_or(UNKNOWN, |face| face.advance(c))).sum::<f64>() * size
}

/// Breaks text into lines no wider than `room` points; a word that is wider alone is broken inside. The last of
/// `most` lines ends in an ellipsis when text is left over. Empty text gives no line.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= room;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&joined) {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(c);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

/// Moves intervals of the given `heights`, centred on `targets`, so that none overlap and all lie between `low` and
/// `high` if they fit at all; returns the centres. Order is kept, and the shift is least in the sense of squares.
pub fn spread(targets: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..targets.len().min(heights.len())).collect();
    let target = |i: usize| targets.get(i).copied().unwrap_or(low);
    let height = |i: usize| heights.get(i).copied().unwrap_or(0.0);
    order.sort_by(|a, b| target(*a).total_cmp(&target(*b)));
    // Pool adjacent violators: a cluster has its members, their total height, and its wished start.
    let mut clusters: Vec<(Vec<usize>, f64, f64)> = Vec::new();
    for i in order {
        let mut current = (vec![i], height(i), target(i) - height(i) / 2.0);
        while let Some(previous) = clusters.pop() {
            if previous.2 + previous.1 <= current.2 {
                clusters.push(previous);
                break;
            }
            let (n, m) = (count(&previous.0), count(&current.0));
            let start = (previous.2 * n + (current.2 - previous.1) * m) / (n + m);
            let mut members = previous.0;
            members.append(&mut current.0);
            current = (members, previous.1 + current.1, start);
        }
        clusters.push(current);
    }
    let mut starts: Vec<f64> = clusters.iter().map(|c| c.2).collect();
    let mut ceiling = high;
    for (start, cluster) in starts.iter_mut().zip(&clusters).rev() {
        *start = start.min(ceiling - cluster.1);
        ceiling = *start;
    }
    let mut floor = low;
    for (start, cluster) in starts.iter_mut().zip(&clusters) {
        *start = start.max(floor);
        floor = *start + cluster.1;
    }
    let mut centres = vec![0.0; targets.len()];
    for (start, cluster) in starts.iter().zip(&clusters) {
        let mut at = *start;
        for &i in &cluster.0 {
            if let Some(centre) = centres.get_mut(i) {
                *centre = at + height(i) / 2.0;
            }
            at += height(i);
        }
    }
    centres
}

fn count(list: &[usize]) -> f64 {
    f64::from(u32::try_from(list.len()).unwrap_or(u32::MAX))
}

/// What is already on a plot: later labels keep clear of it.
#[derive(Debug, Default)]
pub struct Crowd {
    boxes: Vec<Bounds>,
    strokes: Vec<(Point, Point)>,
}

impl Crowd {
    /// A box no label may cover.
    pub fn add_box(&mut self, bounds: Bounds) {
        self.boxes.push(bounds);
    }

    /// A line that labels should not cross.
    pub fn add_line(&mut self, points: &[Point]) {
        self.strokes.extend(points.windows(2).filter_map(|pair| match pair {
            &[a, b] => Some((a, b)),
            _ => None,
        }));
    }

    /// How much a label in this box would hide: lengths in points, boxes counted dearly, and the part outside `frame` most.
    pub fn cost(&self, label: &Bounds, frame: &Bounds) -> f64 {
        let over = |a: f64| a.max(0.0);
        let outside = over(frame.low.0 - label.low.0)
            + over(label.high.0 - frame.high.0)
            + over(frame.low.1 - label.low.1)
            + over(label.high.1 - frame.high.1);
        let boxes: f64 = self
            .boxes
            .iter()
            .map(|b| {
                let w = label.high.0.min(b.high.0) - label.low.0.max(b.low.0);
                let h = label.high.1.min(b.high.1) - label.low.1.max(b.low.1);
                if w > 0.0 && h > 0.0 { 50.0 + w * h } else { 0.0 }
            })
            .sum();
        let lines: f64 = self
            .strokes
            .iter()
            .filter_map(|(a, b)| clip::segment(*a, *b, label))
            .map(|(a, b)| libm::hypot(b.0 - a.0, b.1 - a.1) + 1.0)
            .sum();
        100.0 * outside + boxes + lines
    }

    /// Whether a label would stand on another, or on a dot.
    pub fn covers(&self, label: &Bounds) -> bool {
        self.boxes.iter().any(|there| {
            let wide = label.high.0.min(there.high.0) - label.low.0.max(there.low.0);
            let high = label.high.1.min(there.high.1) - label.low.1.max(there.low.1);
            wide.min(high) > 0.5
        })
    }

    /// The first of the cheapest candidates, with its cost.
    pub fn cheapest(&self, candidates: &[Bounds], frame: &Bounds) -> Option<(Bounds, f64)> {
        let mut best: Option<(Bounds, f64)> = None;
        for candidate in candidates {
            let cost = self.cost(candidate, frame);
            if best.is_none_or(|(_, least)| cost < least - 1e-9) {
                best = Some((*candidate, cost));
            }
        }
        best
    }
}

/// Eight boxes of the given size around a point, `gap` points away from it, the most usual first.
pub fn around((x, y): Point, (w, h): (f64, f64), gap: f64) -> Vec<Bounds> {
    let d = gap * 0.8;
    [
        (x + d, y - d - h),
        (x + d, y + d),
        (x - d - w, y - d - h),
        (x - d - w, y + d),
        (x + gap, y - h / 2.0),
        (x - gap - w, y - h / 2.0),
        (x - w / 2.0, y - gap - h),
        (x - w / 2.0, y + gap),
    ]
    .into_iter()
    .map(|low| Bounds { low, high: (low.0 + w, low.1 + h) })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // Digits are tabular: 497 thousandths of an em in Regular.
        assert!((width("0123456789", 10.0, Weight::Regular) - 49.7).abs() < 0.2);
        assert!(width("Title", 10.0, Weight::Bold) > width("Title", 10.0, Weight::Regular));
    }

    #[test]
    fn wrapped_lines_fit() {
        let text = "a reasonably long subtitle with one Donaudampfschifffahrtsgesellschaftskapitänswitwe inside";
        for room in [5.0, 20.0, 60.0, 200.0] {
            let lines = wrap(text, 9.0, Weight::Regular, room, 99);
            assert!(lines.iter().all(|l| l.chars().count() == 1 || width(l, 9.0, Weight::Regular) <= room));
            let strip = |s: &str| s.replace(' ', "");
            assert_eq!(strip(&lines.concat()), strip(text));
        }
        assert!(wrap("", 9.0, Weight::Regular, 50.0, 3).is_empty());
        let cut = wrap(text, 9.0, Weight::Regular, 60.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'));
    }

    #[test]
    fn spread_labels_never_overlap() {
        let mut seed = 1_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            f64::from(u32::try_from(seed >> 33).unwrap()) / f64::from(1_u32 << 31)
        };
        for n in 1..12 {
            for _ in 0..20 {
                let targets: Vec<f64> = (0..n).map(|_| next() * 120.0 - 10.0).collect();
                let heights: Vec<f64> = (0..n).map(|_| 4.0 + 4.0 * next()).collect();
                let got = spread(&targets, &heights, 0.0, 100.0);
                let mut boxes: Vec<(f64, f64)> =
                    got.iter().zip(&heights).map(|(c, h)| (c - h / 2.0, c + h / 2.0)).collect();
                boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
                assert!(boxes.windows(2).all(|p| p[0].1 <= p[1].0 + 1e-9), "{boxes:?}");
                assert!(boxes[0].0 >= -1e-9 && boxes[boxes.len() - 1].1 <= 100.0 + 1e-9);
            }
        }
        assert_eq!(spread(&[10.0, 50.0], &[8.0, 8.0], 0.0, 100.0), vec![10.0, 50.0]);
    }

    #[test]
    fn free_room_is_found() {
        let mut crowd = Crowd::default();
        crowd.add_line(&[(0.0, 0.0), (100.0, 100.0)]);
        let frame = Bounds { low: (0.0, 0.0), high: (100.0, 100.0) };
        let candidates = around((50.0, 50.0), (20.0, 8.0), 5.0);
        let (best, cost) = crowd.cheapest(&candidates, &frame).unwrap();
        assert!(cost < 1e-9 && best.low.0 >= 50.0);
    }
}
