//! The parts of a document in an archive; the only file that knows the crate.

use super::style::HEAD;
use super::xml::escaped;
use super::{body, style};
use crate::language::Language;
use crate::report::document::Document;
use crate::report::escape;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// The folder of pictures.
const MEDIA: &str = "word/media/";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The bytes of a file. `pictures` are PNG files by the identifiers of charts; a chart without one has its caption alone.
///
/// # Errors
/// Where the archive cannot be made.
pub fn write(document: &Document, pictures: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, String> {
    let language = match document.words.language() {
        Language::English => "en-GB",
        Language::German => "de-DE",
        Language::French => "fr-FR",
        Language::Ukrainian => "uk-UA",
    };
    let (main, referred) = body::xml(document, |chart| pictures.get(chart).and_then(|png| size(png)));
    let mut relations = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, kind, target) in [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFooter", "footer", "footer1.xml"),
    ] {
        let _ = write!(relations, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    let mut media = Vec::new();
    for (position, chart) in referred.pictures.iter().enumerate() {
        let number = position + 1;
        let _ = write!(
            relations,
            "<Relationship Id=\"rIdPicture{number}\" Type=\"{OFFICE}/image\" Target=\"media/image{number}.png\"/>"
        );
        media.push((format!("{MEDIA}image{number}.png"), pictures.get(chart).cloned().unwrap_or_default()));
    }
    for (position, address) in referred.addresses.iter().enumerate() {
        let _ = write!(
            relations,
            "<Relationship Id=\"rIdAddress{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            position + 1,
            escaped(&escape::address(address))
        );
    }
    relations.push_str("</Relationships>\n");
    let texts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", package()),
        ("docProps/core.xml", core(&document.title, language)),
        ("word/document.xml", main),
        ("word/_rels/document.xml.rels", relations),
        ("word/styles.xml", style::styles(language)),
        ("word/numbering.xml", style::numbering()),
        ("word/settings.xml", style::settings()),
        ("word/footer1.xml", style::footer(&document.title)),
    ];
    let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    archive(texts.chain(media)).map_err(|error| error.to_string())
}

fn archive(parts: impl Iterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Pictures are as small as they can be.
        let method = if name.starts_with(MEDIA) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Width and height of a PNG file, which its first part has.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

fn types() -> String {
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
    );
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footer1", "footer"),
    ] {
        let _ = write!(text, "<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>");
    }
    text.push_str(
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>\n",
    );
    text
}

fn package() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
         Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>\n"
    )
}

fn core(title: &str, language: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>\n",
        escaped(title)
    )
}
