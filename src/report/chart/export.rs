//! SVG to pixels and to PDF, with the embedded fonts only: a picture does not depend on the machine it was made on.

use super::label::{REGULAR, SEMI_BOLD};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Why a picture could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportError(String);

impl ExportError {
    /// An error with a reason.
    #[must_use]
    pub fn new(reason: &str) -> Self {
        Self(reason.to_owned())
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ExportError {}

/// Largest side of a picture in pixels.
const LARGEST: f32 = 20_000.0;

fn tree(svg: &str) -> Result<usvg::Tree, ExportError> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = usvg::fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(SEMI_BOLD.to_vec());
        Arc::new(fonts)
    });
    let options = usvg::Options {
        fontdb: Arc::clone(fonts),
        font_family: "Source Sans 3".to_owned(),
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(svg, &options).map_err(|error| ExportError(error.to_string()))
}

/// The chart as PNG: RGB on white paper, with its resolution written into the file.
///
/// # Errors
/// When the SVG cannot be read or the picture would be too large.
pub fn png(svg: &str, dpi: u32) -> Result<Vec<u8>, ExportError> {
    let tree = tree(svg)?;
    // usvg's unit is the CSS pixel, of which an inch has 96.
    #[expect(clippy::cast_precision_loss, reason = "at most 1200")]
    let scale = dpi as f32 / 96.0;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if width > LARGEST || height > LARGEST {
        return Err(ExportError(format!("{width:.0} x {height:.0} pixels are too many; choose a lower dpi")));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 20,000")]
    let size = (width.round().max(1.0) as u32, height.round().max(1.0) as u32);
    let mut pixels = Pixmap::new(size.0, size.1).ok_or_else(|| ExportError::new("the picture has no size"))?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    // The paper is opaque, so that dropping the fourth channel loses nothing.
    let rgb: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    encode(size, &rgb, dpi).map_err(|error| ExportError(error.to_string()))
}

fn encode((width, height): (u32, u32), rgb: &[u8], dpi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 47,244")]
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()?;
    Ok(bytes)
}

/// The chart as PDF, its text as text in embedded fonts.
///
/// # Errors
/// When the SVG cannot be read or drawn.
#[cfg(feature = "pdf")]
pub fn pdf(svg: &str, title: &str) -> Result<Vec<u8>, ExportError> {
    use krilla::geom::Size;
    use krilla::metadata::Metadata;
    use krilla::page::PageSettings;
    use krilla_svg::{SurfaceExt, SvgSettings};
    let tree = tree(svg)?;
    let failed = || ExportError::new("the chart could not be drawn as PDF");
    // A PDF's unit is the point, of which an inch has 72.
    let (width, height) = (tree.size().width() * 0.75, tree.size().height() * 0.75);
    let size = Size::from_wh(width, height).ok_or_else(failed)?;
    let mut document = krilla::Document::new();
    document.set_metadata(Metadata::new().title(title.to_owned()));
    let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(failed)?);
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(failed)?;
    document.finish().map_err(|error| ExportError(format!("{error:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"72pt\" height=\"36pt\" viewBox=\"0 0 72 36\" \
        font-family=\"'Source Sans 3'\"><text x=\"4\" y=\"24\" font-size=\"16\">ink</text></svg>";

    #[test]
    fn a_png_has_its_size_its_resolution_and_ink() {
        let bytes = png(SVG, 300).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), (300, 150));
        assert_eq!(reader.info().pixel_dims.unwrap().xppu, 11_811);
        assert!(pixels.iter().filter(|value| **value < 100).count() > 500, "no ink where the text is");
        assert_eq!(png(SVG, 300).unwrap(), bytes);
    }

    #[test]
    fn what_is_no_svg_or_too_large_is_an_error() {
        assert!(png("no svg", 300).is_err());
        assert!(png(&SVG.replace("72pt", "72000pt"), 1200).is_err());
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_pdf_is_written_twice_alike() {
        let bytes = pdf(SVG, "a title").unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        assert_eq!(pdf(SVG, "a title").unwrap(), bytes);
    }
}
