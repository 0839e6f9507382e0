//! The keys of `[style]` and of style files: how charts look.

use super::shape::{Keys, Shape, key};

/// Widths of figures.
pub const SIZES: &[&str] = &["full", "column"];
/// Families of colours.
pub(crate) const PALETTES: &[&str] = &["colour", "grey"];
/// Light or dark.
pub(crate) const THEMES: &[&str] = &["light", "dark"];
/// How SVG files hold text.
pub(crate) const SVG_TEXTS: &[&str] = &["text", "outlines"];
/// Colours of fields.
pub(crate) const MAPS: &[&str] = &["cividis", "viridis", "blues", "greens", "greys"];

/// The look of charts.
pub static STYLE: Keys = Keys {
    what: "a style",
    about: "How all charts of the scenario look.",
    keys: &[
        key("size", Shape::Choice(SIZES), "Across the page (165 mm) or one column wide (80 mm)."),
        key("dpi", Shape::Whole(72, 1200), "Dots per inch of PNG files, 300 where absent."),
        key("palette", Shape::Choice(PALETTES), "Colours that the colour-blind can tell apart, or greys."),
        key("theme", Shape::Choice(THEMES), "Dark letters on a light page, or light ones on a dark page."),
        key("svg_text", Shape::Choice(SVG_TEXTS), "Text in SVG files: as text, or as outlines that need no font."),
        key("colours", Shape::Texts, "Colours of series in their order, as \"#rrggbb\"."),
        key("ink", Shape::Text, "Colour of text and axes, as \"#rrggbb\"."),
        key("faint_ink", Shape::Text, "Colour of subtitles and footers, as \"#rrggbb\"."),
        key("grid", Shape::Text, "Colour of grid lines, as \"#rrggbb\"."),
        key("ground", Shape::Text, "Colour of the page, as \"#rrggbb\"."),
        key("accent", Shape::Text, "Colour of what stands out: the proposed force, the central case; as \"#rrggbb\"."),
        key("yardstick", Shape::Text, "Colour of the hatch of yardsticks, as \"#rrggbb\"."),
        key("map", Shape::Choice(MAPS), "Colours of fields from low to high."),
        key("font", Shape::Text, "A TTF or OTF file for text, by its path from this file."),
        key("bold_font", Shape::Text, "A TTF or OTF file for titles; that for text where absent."),
        key(
            "font_size",
            Shape::Number(7.0, 14.0),
            "Size of text in points in charts across the page, 8.8 where absent.",
        ),
        key("line_width", Shape::Number(0.5, 4.0), "Width of the lines of series in points, 1.5 where absent."),
        key("width", Shape::Quantity, "Width of charts across the page: 165 (mm), \"16.5 cm\"."),
        key("height", Shape::Quantity, "Height that charts take where their rows need no more: 102 (mm), \"10 cm\"."),
        key("column_width", Shape::Quantity, "Width of charts one column wide: 80 (mm), \"8 cm\"."),
        key("footer", Shape::Flag, "Whether charts have a line at the foot."),
        key("footer_text", Shape::Text, "The line at the foot, in place of the scenario and its sources."),
    ],
};
