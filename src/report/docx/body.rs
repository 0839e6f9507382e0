//! The body of a document: its blocks as paragraphs, pictures and tables, with what they refer to.

use super::style::HEAD;
use super::table;
use super::xml::{escaped, field, paragraph, run};
use crate::args;
use crate::language::Localizer;
use crate::report::document::{Block, Document, Figure};
use std::fmt::Write as _;

/// The width of a line of text, in the format's units: 360,000 to a centimetre.
const LINE: u64 = 17 * 360_000;

/// The height that a picture may have.
const HIGHEST: u64 = 21 * 360_000;

/// What the body refers to: pictures by their charts, and addresses.
#[derive(Default)]
pub(super) struct Referred {
    /// The identifiers of charts, in the order of their pictures.
    pub pictures: Vec<String>,
    /// Addresses of the web.
    pub addresses: Vec<String>,
}

/// The document's main part. `size` gives a picture's width and height in dots, where there is one.
pub(super) fn xml(document: &Document, size: impl Fn(&str) -> Option<(u32, u32)>) -> (String, Referred) {
    let mut referred = Referred::default();
    let mut text = format!(
        "{HEAD}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n"
    );
    text.push_str(&paragraph("Title", "", &run("", &document.title)));
    for line in &document.subtitle {
        text.push_str(&paragraph("Subtitle", "", &run("", line)));
    }
    text.push_str(&contents(document));
    let mut headings = 0;
    for block in &document.blocks {
        match block {
            Block::Heading(order, words) => {
                headings += 1;
                let marked = format!(
                    "<w:bookmarkStart w:id=\"{headings}\" w:name=\"{}\"/>{}<w:bookmarkEnd w:id=\"{headings}\"/>",
                    bookmark(headings),
                    run("", words)
                );
                text.push_str(&paragraph(&format!("Heading{order}"), "", &marked));
            }
            Block::Text(words) => text.push_str(&paragraph("Normal", "", &run("", words))),
            Block::Question(words) => text.push_str(&paragraph("Question", "", &run("", words))),
            Block::Item(words) => text.push_str(&paragraph("ListBullet", "", &run("", words))),
            Block::Figure(figure) => {
                if let Some(size) = size(&figure.id) {
                    referred.pictures.push(figure.id.clone());
                    text.push_str(&picture(figure, size, referred.pictures.len()));
                }
                let label = caption(document.words, "document-figure", figure.number, "Figure", &figure.caption);
                text.push_str(&paragraph("Caption", "", &label));
            }
            Block::Table(numbered) => {
                let label = caption(document.words, "document-table", numbered.number, "Table", &numbered.caption);
                text.push_str(&paragraph("TableCaption", "", &label));
                text.push_str(&table::xml(&numbered.table, &numbered.caption));
                // Two tables without a paragraph between them would be one.
                text.push_str(&paragraph("Normal", "", ""));
            }
            Block::Source(words, address) => {
                let mut runs = run("", words);
                if let Some(address) = address {
                    runs.push_str(&run("", " "));
                    runs.push_str(&link(address, &mut referred.addresses));
                }
                text.push_str(&paragraph("Source", "", &runs));
            }
        }
    }
    text.push_str(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
    );
    (text, referred)
}

fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}

/// The list of headings: a field that Word makes anew on demand, with links that work before.
fn contents(document: &Document) -> String {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(order, words) => Some((*order, words)),
        _ => None,
    });
    let headings: Vec<(usize, &String)> = headings.enumerate().map(|(at, (_, words))| (at + 1, words)).collect();
    let mut text = paragraph("TOCHeading", "", &run("", &document.words.text("document-contents")));
    for (position, (number, words)) in headings.iter().enumerate() {
        let mut runs = String::new();
        if position == 0 {
            // Without numbers of pages, which nobody knows here.
            runs.push_str(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\n </w:instrText>\
                 </w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            );
        }
        let _ = write!(
            runs,
            "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}</w:hyperlink>",
            bookmark(*number),
            run("", words)
        );
        if position + 1 == headings.len() {
            runs.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        text.push_str(&paragraph("TOC1", "", &runs));
    }
    text
}

/// `Figure 3: …`, whose number Word counts.
fn caption(words: Localizer, key: &str, number: usize, sequence: &str, text: &str) -> String {
    const MARK: &str = "\u{1}";
    let label = words.format(key, args![number = MARK]);
    let (before, after) = label.split_once(MARK).unwrap_or((label.as_str(), ""));
    let counted = field(&format!("SEQ {sequence} \\* ARABIC"), &number.to_string());
    let pair = words.pair("", text);
    format!("{}{counted}{}", run("", before), run("", &format!("{after}{pair}")))
}

fn picture(figure: &Figure, (width, height): (u32, u32), number: usize) -> String {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let mut wide = LINE;
    let mut high = LINE * height / width;
    if high > HIGHEST {
        (wide, high) = (HIGHEST * width / height, HIGHEST);
    }
    let (name, described) = (escaped(&figure.id), escaped(&figure.description));
    let drawing = format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
         <wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{described}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>\
         </wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{described}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
         <a:blip r:embed=\"rIdPicture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
         </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    );
    paragraph("Figure", "", &drawing)
}

/// An address that can be followed, where it is one of the web.
fn link(address: &str, addresses: &mut Vec<String>) -> String {
    if !address.starts_with("http://") && !address.starts_with("https://") {
        return run("", address);
    }
    let at = addresses.iter().position(|known| known == address).unwrap_or_else(|| {
        addresses.push(address.to_owned());
        addresses.len() - 1
    });
    let words = run("<w:rStyle w:val=\"Hyperlink\"/>", address);
    format!("<w:hyperlink r:id=\"rIdAddress{}\" w:history=\"1\">{words}</w:hyperlink>", at + 1)
}
