//! Font files of a house: checked to be fonts that have the characters of charts, and measured.
//!
//! Knows nothing of where the files lie or of how letters are drawn.

use rustc_hash::FxHashMap;
use std::fmt;

/// A font file that charts can use: checked and measured.
#[derive(Clone, PartialEq)]
pub struct FontFile {
    family: String,
    bytes: Vec<u8>,
    /// Half the height of a capital letter, in em.
    half_capital: f64,
    /// Advances of the first characters of Unicode, in em; not-a-number where the font lacks one.
    advances: Vec<f64>,
    /// Advances of the others that it has.
    further: FxHashMap<char, f64>,
    /// Advance of the box in the place of a character that no font has.
    blank: f64,
    /// Whether a part of it may be put into documents.
    embeddable: bool,
}

/// Half the height of a capital letter in em where a font does not tell: that of Source Sans 3.
pub(super) const HALF_CAPITAL: f64 = 0.33;

/// Characters whose advance is kept: Latin, Greek, Cyrillic, punctuation, arrows and mathematical signs.
const MEASURED: u32 = 0x2300;

impl FontFile {
    /// A file with one font that has the characters charts need.
    ///
    /// # Errors
    /// When the bytes are no single font with outlines and a name, or characters are missing.
    pub fn new(bytes: Vec<u8>) -> Result<Self, FontError> {
        let unusable = |reason: &dyn fmt::Display| FontError::Unusable(reason.to_string());
        let face = ttf_parser::Face::parse(&bytes, 0).map_err(|error| unusable(&error))?;
        if ttf_parser::fonts_in_collection(&bytes).is_some() {
            return Err(unusable(&"it is a collection"));
        }
        if !is_bounded(&face) {
            return Err(unusable(&"its table of characters has more than there are"));
        }
        let outlined = face.glyph_index('0').and_then(|glyph| face.outline_glyph(glyph, &mut DiscardedOutline));
        if outlined.is_none() && face.glyph_index('0').is_some() {
            return Err(unusable(&"its letters have no outlines"));
        }
        let needed = (' '..='~').chain(SIGNS.chars());
        let missing: Vec<char> = needed.filter(|c| face.glyph_index(*c).is_none()).collect();
        if !missing.is_empty() {
            return Err(FontError::Lacks(missing));
        }
        let family = family_name(&face).ok_or_else(|| unusable(&"it has no name"))?;
        let em = f64::from(face.units_per_em());
        let half_capital = face.capital_height().map_or(HALF_CAPITAL, |height| f64::from(height) / em / 2.0);
        let (advances, further, blank) = (advances(&face, MEASURED), further(&face), blank(&face));
        let embeddable = is_embeddable(&face);
        Ok(Self { family, bytes, half_capital, advances, further, blank, embeddable })
    }

    /// Advance of a character that it has, in em.
    fn advance(&self, c: char) -> Option<f64> {
        let common = usize::try_from(u32::from(c)).ok().and_then(|code| self.advances.get(code));
        common.or_else(|| self.further.get(&c)).copied().filter(|advance| advance.is_finite())
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FontFile").field("family", &self.family).finish_non_exhaustive()
    }
}

/// A house's own font: a file for text, and perhaps one for titles. The family is called as the first calls itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Font {
    regular: FontFile,
    bold: Option<FontFile>,
}

impl Font {
    /// A font of its files.
    #[must_use]
    pub fn new(regular: FontFile, bold: Option<FontFile>) -> Self {
        Self { regular, bold }
    }

    /// The family's name.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.regular.family
    }

    pub(super) fn regular(&self) -> &FontFile {
        &self.regular
    }

    pub(super) fn bold(&self) -> Option<&FontFile> {
        self.bold.as_ref()
    }

    /// Whether parts of its files may be put into documents, by what they say of themselves.
    #[cfg(feature = "pdf")]
    pub(super) fn is_embeddable(&self) -> bool {
        self.regular.embeddable && self.bold.as_ref().is_none_or(|bold| bold.embeddable)
    }

    /// Half the height of a capital letter, in em.
    pub(super) fn half_capital(&self) -> f64 {
        self.regular.half_capital
    }

    fn file(&self, bold: bool) -> &FontFile {
        self.bold.as_ref().filter(|_| bold).unwrap_or(&self.regular)
    }

    /// Advance of a character that it has, in em.
    pub(super) fn advance(&self, c: char, bold: bool) -> Option<f64> {
        self.file(bold).advance(c)
    }

    /// Advance of the box in the place of a character that no font has, in em.
    pub(super) fn blank(&self, bold: bool) -> f64 {
        self.file(bold).blank
    }
}

/// Whether a subset of a face may be put into documents: OpenType's `OS/2.fsType`. A face that does not say forbids nothing.
fn is_embeddable(face: &ttf_parser::Face<'_>) -> bool {
    face.tables().os2.is_none_or(|os2| {
        os2.permissions() != Some(ttf_parser::Permissions::Restricted)
            && os2.is_subsetting_allowed()
            && os2.is_outline_embedding_allowed()
    })
}

/// Advance of a character that no font at hand has where a font has no box for it, in em.
pub(super) const UNKNOWN: f64 = 0.55;

/// Width of a glyph, in em.
fn width(face: &ttf_parser::Face<'_>, glyph: ttf_parser::GlyphId) -> Option<f64> {
    face.glyph_hor_advance(glyph).map(|width| f64::from(width) / f64::from(face.units_per_em()))
}

/// Advance of a character that a face has, in em.
pub(super) fn advance(face: &ttf_parser::Face<'_>, c: char) -> Option<f64> {
    face.glyph_index(c).and_then(|glyph| width(face, glyph))
}

/// Advance of the box in the place of a character that no font has, in em.
pub(super) fn blank(face: &ttf_parser::Face<'_>) -> f64 {
    width(face, ttf_parser::GlyphId(0)).unwrap_or(UNKNOWN)
}

/// Advances of the first characters of Unicode, in em; not-a-number where a face lacks one.
pub(super) fn advances(face: &ttf_parser::Face<'_>, count: u32) -> Vec<f64> {
    (0..count).map(|code| char::from_u32(code).and_then(|c| advance(face, c)).unwrap_or(f64::NAN)).collect()
}

/// Whether the tables of a face name no more characters than Unicode can have: a damaged one may name billions, and all of
/// them would be gone through.
fn is_bounded(face: &ttf_parser::Face<'_>) -> bool {
    const MOST: u64 = 0x0011_0000;
    let Some(cmap) = face.raw_face().table(ttf_parser::Tag::from_bytes(b"cmap")) else { return true };
    let word = |at: usize| cmap.get(at..at + 2).map(|bytes| usize::from(bytes[0]) << 8 | usize::from(bytes[1]));
    let long = |at: usize| word(at).zip(word(at + 2)).map(|(high, low)| high << 16 | low);
    // Formats 12 and 13 are ranges of characters; all others have at most 65,536.
    let characters = |table: usize| -> Option<u64> {
        let start = long(4 + 8 * table + 4)?;
        if !matches!(word(start)?, 12 | 13) {
            return Some(0);
        }
        let ranges = cmap.get(start + 16..)?.len() / 12;
        let size = |range: usize| {
            let at = start + 16 + 12 * range;
            Some(u64::try_from(long(at + 4)?.saturating_sub(long(at)?)).ok()?.saturating_add(1))
        };
        (0..long(start + 12)?.min(ranges)).map(size).sum()
    };
    (0..word(2).unwrap_or_default()).all(|table| characters(table).is_none_or(|count| count <= MOST))
}

/// Advances of all characters behind the first that a face has.
fn further(face: &ttf_parser::Face<'_>) -> FxHashMap<char, f64> {
    let mut found = FxHashMap::default();
    let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
    for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            if let Some(c) = char::from_u32(code).filter(|_| code >= MEASURED)
                && let Some(advance) = advance(face, c)
            {
                found.insert(c, advance);
            }
        });
    }
    found
}

/// Whether a character is drawn as nothing: it only joins others, or says how they are drawn.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Why a file cannot be used as a font.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FontError {
    /// The file is no single font with outlines and a name; the reason.
    Unusable(String),
    /// The font lacks characters that charts of any scenario can show.
    Lacks(Vec<char>),
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(reason) => write!(f, "it is not a font that can be used: {reason}"),
            Self::Lacks(missing) => write!(f, "the font lacks {} characters that charts need", missing.len()),
        }
    }
}

impl std::error::Error for FontError {}

/// Signs beyond ASCII that charts of any scenario can show.
const SIGNS: &str = "–…²³×·−≥≤";

/// The family's name without what would end a quoted name.
fn family_name(face: &ttf_parser::Face<'_>) -> Option<String> {
    let by =
        |id: u16| face.names().into_iter().filter(move |name| name.name_id == id).find_map(|name| name.to_string());
    let name = by(ttf_parser::name_id::TYPOGRAPHIC_FAMILY).or_else(|| by(ttf_parser::name_id::FAMILY))?;
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    let name: String = name.chars().filter(plain).collect();
    (!name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// Takes an outline and forgets it.
struct DiscardedOutline;

impl ttf_parser::OutlineBuilder for DiscardedOutline {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shipped font with a range of characters that goes on for billions.
    #[test]
    fn a_damaged_table_of_characters_is_not_gone_through() {
        let bytes = include_bytes!("fonts/SourceSans3-Regular.ttf");
        assert!(FontFile::new(bytes.to_vec()).is_ok());
        let mut damaged = bytes.to_vec();
        let long = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        let tables = (0..usize::from(bytes[5])).map(|table| 12 + 16 * table);
        let cmap = tables.filter(|at| &bytes[*at..at + 4] == b"cmap").map(|at| long(at + 8)).next().unwrap();
        let subtables = (0..usize::from(bytes[cmap + 3])).map(|table| cmap + long(cmap + 8 + 8 * table));
        for at in subtables.filter(|at| bytes[*at..at + 2] == [0, 12]) {
            let last = at + 16 + 12 * (long(at + 12) - 1);
            damaged[last + 4..last + 8].fill(0xff);
        }
        let error = FontFile::new(damaged).unwrap_err();
        assert!(matches!(&error, FontError::Unusable(reason) if reason.contains("more than there are")), "{error:?}");
    }
}
