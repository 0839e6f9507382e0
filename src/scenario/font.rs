//! Font files that a style names: read, and checked to be fonts that have the characters of charts.
//!
//! Knows nothing of how letters are drawn.

use super::chain::Files;
use super::document::{Located, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Texts};
use std::sync::Arc;

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

impl std::fmt::Debug for FontFiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FontFiles").field("family", &self.family).finish_non_exhaustive()
    }
}

/// Signs beyond ASCII that charts of any scenario can show.
const SIGNS: &str = "–…²³×·−≥≤";

/// The fonts that `font` and `bold_font` name, with a complaint for each that cannot be used.
pub(super) fn read(
    table: &Table,
    files: &impl Files,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<FontFiles>> {
    let mut one = |key: &str| {
        let named = table.text(key).filter(|named| !named.value.trim().is_empty())?;
        match usable(&named, files, texts) {
            Ok(found) => found,
            Err((reason, help)) => {
                diagnostics.push(Diagnostic::error(reason).at(named.span, "").help_some(help));
                None
            }
        }
    };
    let (regular, bold) = (one("font"), one("bold_font"));
    if let (None, Some(named)) = (table.get("font"), table.get("bold_font")) {
        diagnostics.push(
            Diagnostic::error("`bold_font` goes with `font`")
                .at(named.span, "")
                .help("name the file for text as `font`, or leave `bold_font` out"),
        );
    }
    let (family, regular) = regular?;
    Some(Arc::new(FontFiles { family, regular, bold: bold.map(|(_, bytes)| bytes) }))
}

type Complaint = (String, Option<String>);

fn usable(named: &Located<Text>, files: &impl Files, texts: &Texts) -> Result<Option<(String, Vec<u8>)>, Complaint> {
    let Some(bytes) = files.read_font(&named.value, texts.name(named.span.text))? else { return Ok(None) };
    let broken = |reason: &dyn std::fmt::Display| {
        let help = "name a TTF or OTF file with one font; unpack WOFF and collections (TTC) first".to_owned();
        (format!("`{}` is not a font that can be used: {reason}", named.value), Some(help))
    };
    let face = ttf_parser::Face::parse(&bytes, 0).map_err(|error| broken(&error))?;
    if ttf_parser::fonts_in_collection(&bytes).is_some() {
        return Err(broken(&"it is a collection"));
    }
    let outlined = face.glyph_index('0').and_then(|glyph| face.outline_glyph(glyph, &mut Nowhere));
    if outlined.is_none() && face.glyph_index('0').is_some() {
        return Err(broken(&"its letters have no outlines"));
    }
    let needed = (' '..='~').chain(SIGNS.chars());
    let missing: Vec<char> = needed.filter(|c| face.glyph_index(*c).is_none()).collect();
    if !missing.is_empty() {
        let shown: String = missing.iter().take(20).flat_map(|c| [*c, ' ']).collect();
        let more = if missing.len() > 20 { format!("and {} more", missing.len() - 20) } else { String::new() };
        return Err((
            format!("`{}` lacks characters that charts need: {}", named.value, format!("{shown}{more}").trim_end()),
            Some("name the family's file with the full Latin set, not a subset for the web".to_owned()),
        ));
    }
    let family = family(&face).ok_or_else(|| broken(&"it has no name"))?;
    Ok(Some((family, bytes)))
}

/// The family's name without what would end a quoted name.
fn family(face: &ttf_parser::Face<'_>) -> Option<String> {
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
