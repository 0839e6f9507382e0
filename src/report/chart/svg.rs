//! A plotters backend that writes SVG.
//!
//! plotters draws in whole units: here 20 of them are a point, and they are written back as decimals. Dashes, halos
//! and crisp edges, which plotters cannot say, are set on the shared [`Pen`] before drawing. Knows no chart.

use super::label::{Weight, text_width};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

/// Units of the drawing area in a point.
pub(super) const UNITS: f64 = 20.0;

/// What plotters' styles cannot say, for whatever is drawn next.
#[derive(Clone, Debug, Default)]
pub(super) struct Pen {
    /// Dashes and gaps in points.
    pub dashes: Vec<f64>,
    /// Whether text has a white edge, so that it can be read over lines.
    pub halo: bool,
    /// Whether filled rectangles are written as short as they can be: a field has thousands of them.
    pub compact: bool,
}

/// The SVG text while it grows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub body: String,
    pub pen: Pen,
}

/// Writes into a shared sheet.
pub(super) struct SvgBackend {
    pub sheet: Rc<RefCell<Sheet>>,
    pub size: (u32, u32),
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl SvgBackend {
    fn write(&self, element: &str) {
        self.sheet.borrow_mut().body.push_str(element);
    }

    fn stroke(&self, style: &impl BackendStyle) -> String {
        let width = f64::from(style.stroke_width()) / UNITS;
        let mut text = format!(" stroke=\"{}\" stroke-width=\"{}\"", hex(style.color()), decimal(width));
        opacity(&mut text, "stroke-opacity", style.color());
        let sheet = self.sheet.borrow();
        if !sheet.pen.dashes.is_empty() {
            let dashes: Vec<String> = sheet.pen.dashes.iter().map(|dash| decimal(*dash)).collect();
            let _ = write!(text, " stroke-dasharray=\"{}\"", dashes.join(" "));
        }
        text.push_str(" stroke-linejoin=\"round\"");
        text
    }

    fn fill(style: &impl BackendStyle) -> String {
        let mut text = format!(" fill=\"{}\"", hex(style.color()));
        opacity(&mut text, "fill-opacity", style.color());
        text
    }
}

fn hex(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn opacity(text: &mut String, name: &str, colour: BackendColor) {
    if colour.alpha < 1.0 {
        let _ = write!(text, " {name}=\"{}\"", decimal(colour.alpha));
    }
}

/// A number with at most two decimals and no trailing zeros.
pub(super) fn decimal(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn point((x, y): BackendCoord) -> String {
    format!("{},{}", decimal(f64::from(x) / UNITS), decimal(f64::from(y) / UNITS))
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    path.into_iter().map(point).collect::<Vec<_>>().join(" ")
}

/// Text with what XML reserves escaped, and characters XML cannot hold left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Outcome {
        let (x, y) = (f64::from(at.0) / UNITS, f64::from(at.1) / UNITS);
        self.write(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"0.3\" fill=\"{}\"/>\n",
            decimal(x),
            decimal(y),
            hex(colour)
        ));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        let (x, y) = (upper_left.0.min(bottom_right.0), upper_left.1.min(bottom_right.1));
        let (width, height) = ((upper_left.0 - bottom_right.0).abs(), (upper_left.1 - bottom_right.1).abs());
        let place = [x, y, width, height].map(|value| decimal(f64::from(value) / UNITS));
        if fill && self.sheet.borrow().pen.compact {
            let [x, y, width, height] = place;
            self.write(&format!("<path fill=\"{}\" d=\"M{x} {y}h{width}v{height}h-{width}z\"/>\n", hex(style.color())));
            return Ok(());
        }
        let paint = if fill { Self::fill(style) } else { format!(" fill=\"none\"{}", self.stroke(style)) };
        self.write(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{paint}/>\n",
            place[0], place[1], place[2], place[3]
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let stroke = self.stroke(style);
        self.write(&format!("<polyline points=\"{}\" fill=\"none\"{stroke}/>\n", points(path)));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        let (x, y) = (decimal(f64::from(centre.0) / UNITS), decimal(f64::from(centre.1) / UNITS));
        let paint = if fill { Self::fill(style) } else { format!(" fill=\"none\"{}", self.stroke(style)) };
        let radius = decimal(f64::from(radius) / UNITS);
        self.write(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{paint}/>\n"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let fill = Self::fill(style);
        self.write(&format!("<polygon points=\"{}\"{fill}/>\n", points(path)));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Outcome {
        let size = style.size() / UNITS;
        let (x, y) = (f64::from(at.0) / UNITS, f64::from(at.1) / UNITS);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // Renderers disagree about baselines other than the alphabetic one: moved by the font's own measures instead.
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.74 * size,
            VPos::Center => 0.33 * size,
            VPos::Bottom => -0.22 * size,
        };
        let place = format!("x=\"{}\" y=\"{}\"", decimal(x), decimal(y + drop));
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"600\"" } else { "" };
        let halo = if self.sheet.borrow().pen.halo {
            " stroke=\"#ffffff\" stroke-width=\"2.4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        } else {
            ""
        };
        self.write(&format!(
            "<text {place} font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{}\"{weight}{halo}>{}</text>\n",
            decimal(size),
            hex(style.color()),
            escape(text)
        ));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let weight = if matches!(style.style(), FontStyle::Bold) { Weight::SemiBold } else { Weight::Regular };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths of a line of text")]
        let size = (text_width(text, style.size(), weight) as u32, style.size() as u32);
        Ok(size)
    }
}
