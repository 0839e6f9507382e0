//! How charts look: what `[style]` and style files say, judged and resolved.
//!
//! Reads font files through [`Files`]. Knows nothing of what charts show or how they are drawn.

use super::files::Files;
use super::font;
use super::tree::{Located, Table, Text, Value};
use crate::chart::colour::{Rgb, TEXT_CONTRAST, contrast, parse};
use crate::chart::{ColourMap, Font, Size, Theme};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Texts};
use crate::quantity::reading;
use std::sync::Arc;

/// What a file says, key by key; a later file's keys replace those of an earlier one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StyleEntry(Table);

/// How charts look. What is absent is as built in.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own with two words")]
pub struct Look {
    /// One column wide instead of across the page.
    pub column: bool,
    /// Dots per inch of PNG files.
    pub dpi: Option<u32>,
    /// Greys instead of colours.
    pub grey: bool,
    /// Light on dark.
    pub dark: bool,
    /// Text in SVG files as outlines.
    pub outlines: bool,
    /// Colours of series in their order.
    pub colours: Vec<Rgb>,
    /// Text and axes.
    pub ink: Option<Rgb>,
    /// Subtitles and footers.
    pub faint_ink: Option<Rgb>,
    /// Grid lines.
    pub grid: Option<Rgb>,
    /// The page.
    pub ground: Option<Rgb>,
    /// What stands out.
    pub accent: Option<Rgb>,
    /// The hatch of yardsticks.
    pub yardstick: Option<Rgb>,
    /// Colours of fields.
    pub map: Option<ColourMap>,
    /// Letters.
    pub font: Option<Arc<Font>>,
    /// Size of text in points, in charts across the page.
    pub font_size: Option<f64>,
    /// Width of lines of series in points.
    pub line_width: Option<f64>,
    /// Width of charts across the page in mm.
    pub width: Option<f64>,
    /// Wished height of charts in mm.
    pub height: Option<f64>,
    /// Width of charts one column wide in mm.
    pub column_width: Option<f64>,
    /// No line at the foot.
    pub without_footer: bool,
    /// The line at the foot.
    pub footer_text: Option<String>,
}

/// Dots per inch of PNG files where nobody says otherwise.
pub const USUAL_DPI: u32 = 300;

/// Colours that a house can give to its series.
const MOST_COLOURS: usize = 24;

impl StyleEntry {
    /// What a table says.
    #[must_use]
    pub fn read(table: &Table) -> Self {
        Self(table.clone())
    }

    /// Sets a key.
    pub fn set(&mut self, key: Located<Text>, value: Located<Value>) {
        match self.0.entries.iter_mut().find(|(name, _)| name.value == key.value) {
            Some(entry) => *entry = (key, value),
            None => self.0.entries.push((key, value)),
        }
    }

    /// Takes over what a later file says.
    pub fn merge(&mut self, later: Self) {
        for (key, value) in later.0.entries {
            self.set(key, value);
        }
    }

    fn word(&self, key: &str, word: &str) -> bool {
        self.0.text(key).is_some_and(|text| text.value == word)
    }

    /// The look, with a complaint for every value that cannot be used; wrong types are the checker's business.
    pub fn resolve(&self, files: &impl Files, texts: &Texts, diagnostics: &mut Diagnostics) -> Look {
        let table = &self.0;
        let mut one = |key: &str| table.text(key).and_then(|text| colour(&text, diagnostics));
        let [ink, faint_ink, grid, ground, accent, yardstick] =
            ["ink", "faint_ink", "grid", "ground", "accent", "yardstick"].map(&mut one);
        let colours: Vec<Rgb> =
            table.texts("colours").iter().filter_map(|text| colour(text, diagnostics)).take(MOST_COLOURS).collect();
        let mut length = |key: &str, low: f64, high: f64| {
            let value = table.get(key)?;
            let found = millimetres(&value.value);
            if let Ok(mm) = found
                && (low..=high).contains(&mm)
            {
                return Some(mm);
            }
            let usual = || format!("write millimetres as a bare number, or a text such as \"{} cm\"", low / 5.0);
            diagnostics.push(
                Diagnostic::error(format!("`{key}` is a length from {low} mm to {high} mm"))
                    .at(value.span, "")
                    .help(found.err().flatten().unwrap_or_else(usual)),
            );
            None
        };
        let (width, height, column_width) =
            (length("width", 100.0, 400.0), length("height", 40.0, 400.0), length("column_width", 60.0, 120.0));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in a range")]
        let dpi = table.number("dpi").map(|dpi| dpi.value as u32);
        Look {
            column: self.word("size", "column"),
            dpi,
            grey: self.word("palette", "grey"),
            dark: self.word("theme", "dark"),
            outlines: self.word("svg_text", "outlines"),
            colours,
            ink,
            faint_ink,
            grid,
            ground,
            accent,
            yardstick,
            map: table.text("map").and_then(|map| ColourMap::by_name(&map.value)),
            font: font::read(table, files, texts, diagnostics),
            font_size: table.number("font_size").map(|size| size.value),
            line_width: table.number("line_width").map(|width| width.value),
            width,
            height,
            column_width,
            without_footer: matches!(table.get("footer").map(|footer| &footer.value), Some(Value::Flag(false))),
            footer_text: table.words("footer_text").map(Text::into_owned),
        }
    }

    /// Complains of pictures that would have too many pixels, and warns of letters that are hard to read on their ground.
    pub fn judge(&self, look: &Look, diagnostics: &mut Diagnostics) {
        self.judge_size(look, diagnostics);
        let theme = if look.dark { Theme::dark() } else { Theme::default() };
        let ground = look.ground.unwrap_or(theme.ground);
        for (key, colour) in
            [("ink", look.ink.unwrap_or(theme.ink)), ("faint_ink", look.faint_ink.unwrap_or(theme.faint_ink))]
        {
            let reached = contrast(colour, ground);
            let place = [key, "ground", "theme"].into_iter().find_map(|key| self.0.get(key)).map(|value| value.span);
            if reached < TEXT_CONTRAST {
                diagnostics.push(
                    Diagnostic::warning(format!(
                        "`{key}` is hard to read on the ground: contrast {reached:.1}, and text needs {TEXT_CONTRAST}"
                    ))
                    .message_id("warning-hard-to-read")
                    .with("key", key)
                    .with("reached", Argument::Digits(format!("{reached:.1}")))
                    .with("needed", Argument::Digits(TEXT_CONTRAST.to_string()))
                    .opt_span(place, "")
                    .help("make one of them lighter or darker; set `ink`, `faint_ink` and `ground` together"),
                );
            }
        }
    }
}

/// Pixels of the largest picture that can be asked for; charts of many rows are higher than asked.
const MOST_PIXELS: f64 = 6e7;

impl StyleEntry {
    /// Sizes and dots that are each in their range may be too many pixels together.
    fn judge_size(&self, look: &Look, diagnostics: &mut Diagnostics) {
        let usual = Size::full();
        let (width, height) = (look.width.unwrap_or(usual.width_mm), look.height.unwrap_or(usual.height_mm));
        let dpi = f64::from(look.dpi.unwrap_or(USUAL_DPI));
        let pixels = |mm: f64| mm / 25.4 * dpi;
        let (wide, high) = (pixels(width), pixels(height));
        if wide * high <= MOST_PIXELS {
            return;
        }
        let mut places = ["dpi", "width", "height"].into_iter().filter_map(|key| self.0.get(key));
        // A resolution of the command line stands in no file.
        let place = places.clone().find(|value| value.span.end > value.span.start).or_else(|| places.next());
        let fits = libm::floor(dpi * libm::sqrt(MOST_PIXELS / (wide * high)));
        let message =
            format!("charts of {wide:.0} by {high:.0} pixels are too large: {width:.0} by {height:.0} mm at {dpi} dpi");
        let help = format!("lower `dpi` to {fits}, or make charts smaller; SVG and PDF need no pixels");
        diagnostics.push(Diagnostic::error(message).opt_span(place.map(|value| value.span), "").help(help));
    }
}

fn colour(text: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Rgb> {
    let found = parse(&text.value);
    if found.is_none() && !text.value.trim().is_empty() {
        diagnostics.push(
            Diagnostic::error(format!("`{}` is not a colour", text.value))
                .at(text.span, "")
                .help("write # and six digits from 0 to f, two each for red, green and blue: \"#0072b2\""),
        );
    }
    found
}

/// A length: a number of millimetres, or a text with mm, cm or in. What else may be meant, where that is known.
fn millimetres(value: &Value) -> Result<f64, Option<String>> {
    let (digits, unit, factor) = match value {
        Value::Number(number) => return Ok(*number),
        Value::Pointed(digits) => (digits.as_ref(), "", 1.0),
        Value::Text(text) => {
            let text = text.trim();
            let units = [("mm", 1.0), ("cm", 10.0), ("in", 25.4)].into_iter();
            let mut found = units.filter_map(|(unit, factor)| Some((text.strip_suffix(unit)?, unit, factor)));
            found.next().ok_or(None)?
        }
        _ => return Err(None),
    };
    let digits = digits.trim();
    let meant = |readings: &[String]| {
        let readings: Vec<String> =
            readings.iter().map(|reading| format!("{reading} {unit}").trim().to_owned()).collect();
        (!readings.is_empty()).then(|| format!("write {}", reading::either(&readings)))
    };
    match reading::leading(digits) {
        Ok(number) if number.used < digits.len() => Err(None),
        Ok(number) if number.pointed => Err(meant(&reading::both(digits))),
        Ok(number) => Ok(number.value * factor),
        Err(reason) => Err(meant(reason.readings())),
    }
}
