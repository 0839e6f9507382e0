//! Letters as widths: the faces that are built in, a house's own font, and text broken into lines that fit.
//!
//! Knows nothing of where text stands on a page or of how it is drawn.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::font::{Font, HALF_CAPITAL, UNKNOWN, advance, advances, blank, is_silent};

/// Text of charts, under the SIL Open Font Licence beside it.
pub const REGULAR: &[u8] = include_bytes!("fonts/SourceSans3-Regular.ttf");
/// Titles.
pub const SEMIBOLD: &[u8] = include_bytes!("fonts/SourceSans3-SemiBold.ttf");

/// Weight of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Text.
    #[default]
    Regular,
    /// Titles.
    Bold,
}

/// Characters whose advance is kept: Latin, Greek and Cyrillic.
const COMMON: u32 = 0x500;

/// A face that is built in, with the advances of the characters that most texts are made of.
struct BuiltIn {
    face: ttf_parser::Face<'static>,
    advances: Vec<f64>,
    /// Advance of the box in the place of a character that it lacks.
    blank: f64,
}

impl BuiltIn {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        let advances = advances(&face, COMMON);
        let blank = blank(&face);
        Some(Self { face, advances, blank })
    }

    /// Advance of a character that it has.
    fn advance(&self, c: char) -> Option<f64> {
        let common = usize::try_from(u32::from(c)).ok().and_then(|code| self.advances.get(code)).copied();
        common.map_or_else(|| advance(&self.face, c), |advance| Some(advance).filter(|advance| advance.is_finite()))
    }

    /// The face for letters of some weight.
    fn of(weight: Weight) -> Option<&'static Self> {
        static FACES: OnceLock<[Option<BuiltIn>; 2]> = OnceLock::new();
        let [regular, bold] = FACES.get_or_init(|| [REGULAR, SEMIBOLD].map(Self::new));
        match weight {
            Weight::Regular => regular.as_ref(),
            Weight::Bold => bold.as_ref(),
        }
    }
}

/// The characters of charts that would be boxes: neither a house's own font, if there is one, nor the one built in has
/// them. `drawings` are SVG texts.
#[must_use]
pub fn lacking<'a>(font: Option<&Font>, drawings: impl IntoIterator<Item = &'a str>) -> BTreeSet<char> {
    let built_in = BuiltIn::of(Weight::Regular);
    let has = |c: char| {
        let own = font.is_some_and(|font| font.advance(c, false).is_some());
        own || built_in.is_some_and(|face| face.advance(c).is_some())
    };
    let mut found: BTreeSet<char> = drawings.into_iter().flat_map(str::chars).filter(|c| !c.is_ascii()).collect();
    found.retain(|c| !(c.is_control() || c.is_whitespace() || is_silent(*c) || has(*c)));
    found
}

/// What the text of one chart is measured in: a house's own font, or the one built in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letters(Option<Arc<Font>>);

impl Letters {
    pub fn new(font: Option<Arc<Font>>) -> Self {
        Self(font)
    }

    /// The family of a house's own font.
    pub fn family(&self) -> Option<&str> {
        self.0.as_ref().map(|font| font.family())
    }

    /// Whether there is a letter, in a house's own font or in the one built in.
    pub fn has(&self, c: char) -> bool {
        let own = self.0.as_deref().is_some_and(|font| font.advance(c, false).is_some());
        own || BuiltIn::of(Weight::Regular).is_some_and(|face| face.advance(c).is_some())
    }

    /// Half the height of a capital letter, in em: text centred on a line sits this much lower.
    pub fn half_capital(&self) -> f64 {
        self.0.as_ref().map_or(HALF_CAPITAL, |font| font.half_capital())
    }

    /// Width in points of one line of text set at `size` points. Kerning is left out: it is below one per cent here.
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let built_in = BuiltIn::of(weight);
        let bold = weight == Weight::Bold;
        let font = self.0.as_deref();
        // As it is drawn: what the one font lacks the other may have, and what both lack is a box.
        let box_width = font.map(|font| font.blank(bold)).or(built_in.map(|face| face.blank)).unwrap_or(UNKNOWN);
        let one = |c: char| {
            let own = font.and_then(|font| font.advance(c, bold));
            let found = own.or_else(|| built_in.and_then(|face| face.advance(c)));
            found.unwrap_or(if is_silent(c) { 0.0 } else { box_width })
        };
        size * text.chars().map(one).sum::<f64>()
    }

    /// Breaks text into lines no wider than `room` points; a word that is wider alone is broken inside. The last of
    /// `most` lines ends in an ellipsis when text is left over. Empty text gives no line.
    pub fn wrap(&self, text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
        let fits = |line: &str| self.width(line, size, weight) <= room;
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        let letters = Letters::default();
        // Digits are tabular: 497 thousandths of an em in Regular.
        assert!((letters.width("0123456789", 10.0, Weight::Regular) - 49.7).abs() < 0.2);
        assert!(letters.width("Title", 10.0, Weight::Bold) > letters.width("Title", 10.0, Weight::Regular));
    }

    #[test]
    fn wrapped_lines_fit() {
        let letters = Letters::default();
        let text = "a reasonably long subtitle with one Donaudampfschifffahrtsgesellschaftskapitänswitwe inside";
        for room in [5.0, 20.0, 60.0, 200.0] {
            let lines = letters.wrap(text, 9.0, Weight::Regular, room, 99);
            assert!(lines.iter().all(|l| l.chars().count() == 1 || letters.width(l, 9.0, Weight::Regular) <= room));
            let strip = |s: &str| s.replace(' ', "");
            assert_eq!(strip(&lines.concat()), strip(text));
        }
        assert!(letters.wrap("", 9.0, Weight::Regular, 50.0, 3).is_empty());
        let cut = letters.wrap(text, 9.0, Weight::Regular, 60.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'));
    }
}
