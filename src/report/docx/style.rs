//! The looks of a document, its lists, its settings and its footer: parts that are the same for every report but for the
//! language.

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn paragraph_style(id: &str, name: &str, next: &str, paragraph: &str, letters: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>\n"
    )
}

/// The styles; `language` as Word names it: `en-GB`.
pub(super) fn styles(language: &str) -> String {
    let mut text = format!(
        "{HEAD}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" \
         w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\n<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/></w:style>\n<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"70\" \
         w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
    );
    let keep = "<w:keepNext/><w:keepLines/>";
    let heading = |order: u8, before: u16| {
        format!("{keep}<w:spacing w:before=\"{before}\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/>", order - 1)
    };
    let letters = |size: u16, more: &str| format!("{more}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    let bold = |size: u16, colour: &str| {
        format!("<w:b/><w:color w:val=\"{colour}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    };
    for style in [
        paragraph_style("Title", "Title", "Subtitle", "<w:spacing w:after=\"60\"/>", &bold(40, "1F3A5F")),
        paragraph_style("Subtitle", "Subtitle", "Normal", "", &letters(23, "<w:color w:val=\"444444\"/>")),
        paragraph_style("Heading1", "heading 1", "Normal", &heading(1, 320), &bold(28, "1F3A5F")),
        paragraph_style("Heading2", "heading 2", "Normal", &heading(2, 200), &bold(23, "1F3A5F")),
        paragraph_style(
            "TOCHeading",
            "TOC Heading",
            "Normal",
            "<w:keepNext/><w:spacing w:before=\"240\"/>",
            &bold(24, "1F3A5F"),
        ),
        paragraph_style("TOC1", "toc 1", "Normal", "<w:spacing w:after=\"20\"/>", ""),
        paragraph_style(
            "Question",
            "Question",
            "Normal",
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"20\"/>",
            "<w:b/>",
        ),
        paragraph_style(
            "ListBullet",
            "List Bullet",
            "ListBullet",
            "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/><w:ind w:left=\"340\" w:hanging=\"227\"/>",
            "",
        ),
        paragraph_style(
            "Source",
            "Source",
            "Source",
            "<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:spacing w:after=\"40\"/><w:ind w:left=\"567\" w:hanging=\"567\"/>",
            &letters(18, ""),
        ),
        paragraph_style("Figure", "Figure", "Caption", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"40\"/>", ""),
        paragraph_style("Caption", "caption", "Normal", "<w:spacing w:after=\"160\"/>", &letters(19, "<w:i/>")),
        paragraph_style(
            "TableCaption",
            "Table Caption",
            "Normal",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>",
            &letters(19, "<w:i/>"),
        ),
        paragraph_style(
            "TableText",
            "Table Text",
            "TableText",
            "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
            &letters(16, ""),
        ),
        paragraph_style(
            "Footer",
            "footer",
            "Footer",
            "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
            &letters(17, "<w:color w:val=\"555555\"/>"),
        ),
    ] {
        text.push_str(&style);
    }
    text.push_str(
        "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0B5394\"/>\
         <w:u w:val=\"single\"/></w:rPr></w:style>\n<w:style w:type=\"table\" w:styleId=\"Report\"><w:name w:val=\"Report\"/>\
         <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"444444\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"444444\"/><w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" \
         w:color=\"CCCCCC\"/></w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" \
         w:sz=\"6\" w:space=\"0\" w:color=\"444444\"/></w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EEF4\"/></w:tcPr>\
         </w:tblStylePr></w:style>\n</w:styles>\n",
    );
    text
}

/// A list of items, and the numbered list of sources.
pub(super) fn numbering() -> String {
    let level = |format: &str, text: &str, indent: u16, hanging: u16| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
        )
    };
    format!(
        "{HEAD}<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
         </w:numbering>\n",
        level("bullet", "\u{2022}", 340, 227),
        level("decimal", "[%1]", 567, 567),
    )
}

/// The footer: the title and the page.
pub(super) fn footer(title: &str) -> String {
    use super::xml::{field, paragraph, run};
    let runs = format!("{}{}", run("", &format!("{title}  \u{b7}  ")), field("PAGE", "1"));
    format!("{HEAD}<w:ftr {NAMESPACE}>{}</w:ftr>\n", paragraph("Footer", "", &runs))
}

/// Settings: as a Word of today opens it.
pub(super) fn settings() -> String {
    format!(
        "{HEAD}<w:settings {NAMESPACE}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat></w:settings>\n"
    )
}
