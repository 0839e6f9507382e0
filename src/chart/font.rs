//! Font files of a house: checked to be fonts that have the characters of charts.
//!
//! Knows nothing of where the files lie or of how letters are drawn.

use std::fmt;

/// The files of a family.
#[derive(Clone, PartialEq)]
pub struct FontFiles {
    /// The family's name.
    pub family: String,
    /// The file for text.
    pub regular: Vec<u8>,
    /// The file for titles.
    pub bold: Option<Vec<u8>>,
}

impl fmt::Debug for FontFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FontFiles").field("family", &self.family).finish_non_exhaustive()
    }
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

/// The family's name of a file with one font that has the characters charts need.
///
/// # Errors
/// When the bytes are no single font with outlines and a name, or characters are missing.
pub fn family(bytes: &[u8]) -> Result<String, FontError> {
    let unusable = |reason: &dyn fmt::Display| FontError::Unusable(reason.to_string());
    let face = ttf_parser::Face::parse(bytes, 0).map_err(|error| unusable(&error))?;
    if ttf_parser::fonts_in_collection(bytes).is_some() {
        return Err(unusable(&"it is a collection"));
    }
    let outlined = face.glyph_index('0').and_then(|glyph| face.outline_glyph(glyph, &mut Nowhere));
    if outlined.is_none() && face.glyph_index('0').is_some() {
        return Err(unusable(&"its letters have no outlines"));
    }
    let needed = (' '..='~').chain(SIGNS.chars());
    let missing: Vec<char> = needed.filter(|c| face.glyph_index(*c).is_none()).collect();
    if !missing.is_empty() {
        return Err(FontError::Lacks(missing));
    }
    family_name(&face).ok_or_else(|| unusable(&"it has no name"))
}

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
struct Nowhere;

impl ttf_parser::OutlineBuilder for Nowhere {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}
