//! Font files that a style names: read, and complained of where charts cannot use them.
//!
//! Knows nothing of what a font must have: that is the charts' business.

use super::files::Files;
use super::tree::{Located, Table, Text};
use crate::chart::{Font, FontError, FontFile};
use crate::diagnostic::{Diagnostic, Diagnostics, Texts};
use std::sync::Arc;

/// The fonts that `font` and `bold_font` name, with a complaint for each that cannot be used.
pub(super) fn read(
    table: &Table,
    files: &impl Files,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Arc<Font>> {
    let mut one = |key: &str| {
        let named = table.text(key).filter(|named| !named.value.trim().is_empty())?;
        match usable(&named, files, texts) {
            Ok(found) => found,
            Err((reason, help)) => {
                diagnostics.push(Diagnostic::error(reason).at(named.span, "").opt_help(help));
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
    Some(Arc::new(Font::new(regular?, bold)))
}

type Complaint = (String, Option<String>);

fn usable(named: &Located<Text>, files: &impl Files, texts: &Texts) -> Result<Option<FontFile>, Complaint> {
    let Some(bytes) = files.read_font(&named.value, texts.name(named.span.text))? else { return Ok(None) };
    match FontFile::new(bytes) {
        Ok(file) => Ok(Some(file)),
        Err(FontError::Lacks(missing)) => {
            let shown: String = missing.iter().take(20).flat_map(|c| [*c, ' ']).collect();
            let more = if missing.len() > 20 { format!("and {} more", missing.len() - 20) } else { String::new() };
            let text = format!("{shown}{more}");
            Err((
                format!("`{}` lacks characters that charts need: {}", named.value, text.trim_end()),
                Some("name the family's file with the full Latin set, not a subset for the web".to_owned()),
            ))
        }
        Err(FontError::Unusable(reason)) => Err((
            format!("`{}` is not a font that can be used: {reason}", named.value),
            Some("name a TTF or OTF file with one font; unpack WOFF and collections (TTC) first".to_owned()),
        )),
    }
}
