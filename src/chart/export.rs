//! From the SVG text of a chart to a PNG for word processors and a PDF for printers.
//!
//! Only the embedded fonts are used, so the pictures are the same on every machine. Knows nothing of charts.

use std::fmt;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{IntSize, Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::font::Font;
use super::letters::{REGULAR, SEMIBOLD};
use super::pixels::encoded;

/// Why a picture could not be made. Charts of this crate do not cause it; a foreign SVG text can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError(String);

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chart could not be exported: {}", self.0)
    }
}

impl std::error::Error for ExportError {}

fn failed(reason: impl fmt::Display) -> ExportError {
    ExportError(reason.to_string())
}

/// The picture as PNG: in colour on white, with its resolution written into the file so that it keeps its size on paper.
///
/// # Errors
/// When the text is not SVG, or the picture would have more than 100 million pixels.
pub fn png(svg: &str, dpi: u32) -> Result<Vec<u8>, ExportError> {
    render(&parse(svg)?, dpi)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be small and positive")]
fn render(tree: &usvg::Tree, dpi: u32) -> Result<Vec<u8>, ExportError> {
    // usvg turns millimetres into pixels of 1/96 inch.
    let scale = f64::from(dpi) / 96.0;
    let size = tree.size();
    let pixels = |length: f32| libm::round(f64::from(length) * scale).max(1.0);
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    if width * height > 1e8 {
        return Err(failed(format_args!("{width} x {height} pixels are too many")));
    }
    let count = IntSize::from_wh(width as u32, height as u32).ok_or_else(|| failed("no pixels"))?;
    // Every byte set: white without transparency.
    let white = vec![u8::MAX; 4 * (width * height) as usize];
    let mut pixmap = Pixmap::from_vec(white, count).ok_or_else(|| failed("no pixels"))?;
    let transform = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(tree, transform, &mut pixmap.as_mut());
    let per_metre = libm::round(f64::from(dpi) / 0.0254) as u32;
    encoded(pixmap, per_metre).map_err(failed)
}

/// The picture as a PDF page of its own size. The title of the document is that of the SVG; there is no date in it.
///
/// # Errors
/// When the text is not SVG, or the PDF writer refuses it.
#[cfg(feature = "pdf")]
pub fn pdf(svg: &str) -> Result<Vec<u8>, ExportError> {
    typeset(svg, &parse(svg)?)
}

#[cfg(feature = "pdf")]
fn typeset(svg: &str, tree: &usvg::Tree) -> Result<Vec<u8>, ExportError> {
    use krilla::geom::Size;
    use krilla::metadata::Metadata;
    use krilla::page::PageSettings;
    use krilla_svg::{SurfaceExt as _, SvgSettings};

    let points = |length: f32| length * 72.0 / 96.0;
    let (width, height) = (points(tree.size().width()), points(tree.size().height()));
    let size = Size::from_wh(width, height).ok_or_else(|| failed("the page has no size"))?;
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| failed("the page has no size"))?;
    let mut document = krilla::Document::new();
    {
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.draw_svg(tree, size, SvgSettings::default()).ok_or_else(|| failed("the drawing was refused"))?;
        surface.finish();
        page.finish();
    }
    let [title, description, language] = words(svg);
    document.set_metadata(Metadata::new().title(title).description(description).language(language));
    document.finish().map_err(|error| match error {
        krilla::error::KrillaError::Font(_, reason) => no_font(&reason),
        other => failed(other),
    })
}

#[cfg(feature = "pdf")]
fn no_font(reason: &dyn fmt::Display) -> ExportError {
    failed(format_args!("a PDF cannot hold its font, which must be put into it: {reason}"))
}

/// Title, description and language of the SVG.
#[cfg(feature = "pdf")]
fn words(svg: &str) -> [String; 3] {
    let Ok(document) = usvg::roxmltree::Document::parse(svg) else { return Default::default() };
    let language = document.root_element().attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
    let text = |name: &str| {
        let node = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        node.and_then(|node| node.text()).unwrap_or_default().to_owned()
    };
    [text("title"), text("desc"), language.unwrap_or("en").to_owned()]
}

fn built_in() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR, SEMIBOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family("Source Sans 3");
    fonts
}

fn parse(svg: &str) -> Result<usvg::Tree, ExportError> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| Arc::new(built_in()));
    parse_with(svg, fonts)
}

fn parse_with(svg: &str, fonts: &Arc<fontdb::Database>) -> Result<usvg::Tree, ExportError> {
    let options = usvg::Options { fontdb: Arc::clone(fonts), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).map_err(failed)
}

/// Makes pictures of charts set in the letters of a house, and in those built in where that font lacks a character.
pub struct Exporter {
    fonts: Arc<fontdb::Database>,
    /// Whether the font may be put into documents.
    #[cfg(feature = "pdf")]
    embeddable: bool,
}

impl Exporter {
    /// With the letters of a house, if it has any.
    #[must_use]
    pub fn new(font: Option<&Font>) -> Self {
        let mut fonts = built_in();
        let files = font.into_iter().flat_map(|font| {
            let regular = Some((font, font.regular(), fontdb::Weight::NORMAL));
            regular.into_iter().chain(font.bold().map(|bold| (font, bold, fontdb::Weight::SEMIBOLD)))
        });
        for (font, file, weight) in files {
            for id in fonts.load_font_source(fontdb::Source::Binary(Arc::new(file.bytes().to_vec()))) {
                // Files of one family often call themselves by two names, and by any weight.
                let Some(mut face) = fonts.face(id).cloned() else { continue };
                fonts.remove_face(id);
                face.families = vec![(font.family().to_owned(), fontdb::Language::English_UnitedStates)];
                face.weight = weight;
                face.style = fontdb::Style::Normal;
                face.stretch = fontdb::Stretch::Normal;
                fonts.push_face_info(face);
            }
        }
        Self {
            fonts: Arc::new(fonts),
            #[cfg(feature = "pdf")]
            embeddable: font.is_none_or(Font::is_embeddable),
        }
    }

    /// As [`png()`].
    ///
    /// # Errors
    /// As [`png()`].
    pub fn png(&self, svg: &str, dpi: u32) -> Result<Vec<u8>, ExportError> {
        render(&parse_with(svg, &self.fonts)?, dpi)
    }

    /// As [`pdf`].
    ///
    /// # Errors
    /// As [`pdf`], and where the font forbids to be put into documents.
    #[cfg(feature = "pdf")]
    pub fn pdf(&self, svg: &str) -> Result<Vec<u8>, ExportError> {
        if !self.embeddable {
            return Err(no_font(&"the font's own licence flags (OS/2 fsType) forbid that"));
        }
        typeset(svg, &parse_with(svg, &self.fonts)?)
    }

    /// The SVG with its text as outlines, for programs that lack the font; title and description stay text.
    ///
    /// # Errors
    /// When the text is not SVG.
    pub fn outlines(&self, svg: &str) -> Result<String, ExportError> {
        let tree = parse_with(svg, &self.fonts)?;
        let options = usvg::WriteOptions { preserve_text: false, ..usvg::WriteOptions::default() };
        Ok(with_words(svg, &tree.to_string(&options)))
    }
}

/// The drawing under the head of `svg`: its size on paper, title and description, which usvg drops.
fn with_words(svg: &str, drawing: &str) -> String {
    let head = svg.split_inclusive("</desc>\n").next().unwrap_or_default();
    let body = drawing.split_once('>').map_or(drawing, |(_, body)| body);
    // usvg writes pixels of 1/96 inch, the head counts in points of 1/72 inch.
    let body = body.trim_end().trim_end_matches("</svg>");
    format!("{head}<g transform=\"scale(0.75)\">{body}</g>\n</svg>\n")
}

#[cfg(test)]
mod tests {
    use super::super::painter::Paint;
    use super::super::{BarPanel, BarRow, Bars, Heading, LineChart, LinePanel, Mark, Series, Size, Style, Theme};
    use super::*;

    fn chart(label: &str) -> String {
        let heading = Heading { id: "t".into(), title: "<Title> & more".into(), ..Heading::default() };
        let rows = vec![BarRow { label: label.into(), value: Some(5.0), ..BarRow::default() }];
        let panels = vec![BarPanel { rows, ..BarPanel::default() }];
        Bars { heading, panels }.svg(&Style {
            size: Size::column(),
            theme: Theme::default().in_grey(),
            ..Style::default()
        })
    }

    fn decode(bytes: &[u8]) -> (png::Info<'static>, Vec<u8>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (reader.info().clone(), pixels)
    }

    #[test]
    fn png_has_its_resolution_and_ink_where_the_label_is() {
        let (info, with) = decode(&png(&chart("label"), 300).unwrap());
        let (_, without) = decode(&png(&chart(""), 300).unwrap());
        let dims = info.pixel_dims.unwrap();
        assert_eq!((dims.xppu, dims.yppu), (11_811, 11_811));
        assert_eq!(info.width, 945);
        // Where the label begins, left of the bars and below the heading.
        let dark = |pixels: &[u8]| {
            let rows = pixels.chunks(3 * 945).skip(pixels.len() / 3 / 945 / 3);
            rows.flat_map(|row| row[3 * 18..3 * 32].chunks(3)).filter(|p| p[0] < 100).count()
        };
        assert!(dark(&with) > dark(&without) + 30, "{} {}", dark(&with), dark(&without));
    }

    #[test]
    fn same_bytes_twice_and_errors_instead_of_panics() {
        let svg = chart("a < b");
        assert_eq!(svg, chart("a < b"));
        assert_eq!(png(&svg, 96).unwrap(), png(&svg, 96).unwrap());
        assert!(png("no svg", 96).is_err());
        assert!(png(&svg, 1_000_000).is_err());
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn pdf_repeats_and_names_the_chart() {
        let svg = chart("label");
        let bytes = pdf(&svg).unwrap();
        assert_eq!(bytes, pdf(&svg).unwrap());
        assert!(bytes.starts_with(b"%PDF"));
        assert_eq!(words(&svg)[0], "<Title> & more");
        assert!(bytes.windows(14).any(|w| w == b"<Title> & more"));
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_font_that_forbids_to_be_embedded_is_in_no_pdf() {
        use super::super::font::FontFile;

        // Where the flags stand: in the table `OS/2`, behind four numbers of two bytes.
        let entry = REGULAR.windows(4).position(|tag| tag == b"OS/2").unwrap();
        let table = u32::from_be_bytes(REGULAR[entry + 8..entry + 12].try_into().unwrap()) as usize;
        let made = |flags: u16| {
            let mut bytes = REGULAR.to_vec();
            bytes[table + 8..table + 10].copy_from_slice(&flags.to_be_bytes());
            let exporter = Exporter::new(Some(&Font::new(FontFile::new(bytes).unwrap(), None)));
            assert!(exporter.png(&chart("label"), 96).is_ok());
            exporter.pdf(&chart("label"))
        };
        for allowed in [0, 0x0004, 0x0008] {
            assert!(made(allowed).is_ok(), "{allowed:x}");
        }
        for forbidden in [0x0002, 0x0100, 0x0200] {
            let error = made(forbidden).unwrap_err().to_string();
            assert!(error.contains("a PDF cannot hold its font") && error.contains("fsType"), "{error}");
        }
    }

    #[test]
    fn nasty_numbers_give_well_formed_charts() {
        let nasty = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300, -1e300, 1e12, 1e-9, 1e-320, 5.0];
        for size in [Size::full(), Size::column()] {
            for a in nasty {
                for b in nasty {
                    for scale in [super::super::axis::Scale::Linear, super::super::axis::Scale::Log] {
                        let series = Series {
                            label: "s".into(),
                            points: vec![(a, b), (b, a), (1.0, a)],
                            band: Some(vec![(a, b, a), (b, a, b), (2.0, 1.0, a)]),
                            ..Series::default()
                        };
                        let mark = |value| Mark { label: "m".into(), value, slot: None };
                        let panel =
                            LinePanel { scale, series: vec![series], marks: vec![mark(a)], ..LinePanel::default() };
                        let chart = LineChart {
                            x: super::super::axis::Axis { scale, ..super::super::axis::Axis::default() },
                            panels: vec![panel],
                            central: Some(mark(b)),
                            vertical_marks: vec![mark(a)],
                            ..LineChart::default()
                        };
                        assert!(parse(&chart.svg(&Style { size, ..Style::default() })).is_ok());
                    }
                }
            }
        }
    }
}
