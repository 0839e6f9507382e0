//! A plotters backend that writes SVG text.
//!
//! plotters counts in whole units, so there are [`UNITS`] of them to a point and they are written back as decimals.
//! What plotters cannot pass on (dashes, halos, crisp edges) comes through the [`Pen`] shared with the canvas.
//! Knows nothing of axes, data or fonts' shapes.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::letters::{Letters, Weight};

/// Backend units in a typographic point.
pub const UNITS: i32 = 20;

/// How much wider than the chart's own font a browser's may be: `DejaVu Sans` takes a fifth more.
const WIDEST: f64 = 1.25;

/// What begins a group of cells without seams.
const CRISP: &str = "<g shape-rendering=\"crispEdges\">\n";

/// Quoted, because usvg silently drops text whose family name has an unquoted digit.
pub const FAMILY: &str = "'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif";

/// Drawing attributes that plotters' own styles lack; they hold until set again.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pen {
    /// Lengths of dash and gap in points; zeros at the end are left out.
    pub dash: Option<[f64; 4]>,
    /// Colour drawn around letters, so that they can be read across lines.
    pub halo: Option<(u8, u8, u8)>,
    /// Fills without anti-aliasing, so that neighbouring cells show no seam.
    pub crisp: bool,
}

/// The drawing so far, and the pen.
pub struct Drawing {
    body: RefCell<String>,
    pen: Cell<Pen>,
    /// Whether a group of crisp cells is open.
    crisp: Cell<bool>,
    letters: Letters,
}

impl Drawing {
    pub fn set(&self, pen: Pen) {
        self.pen.set(pen);
    }

    /// The complete document; `width` and `height` in points. `language` is that of its texts, where it is not English.
    pub fn document(
        &self,
        (width, height): (f64, f64),
        ground: (u8, u8, u8),
        (id, language): (&str, Option<&str>),
        (title, description): (&str, &str),
    ) -> String {
        let (w, h) = (units(width), units(height));
        let mm = |v: i32| two_decimals(f64::from(v) / f64::from(UNITS) * 25.4 / 72.0);
        let id = clean_id(id);
        let mut out = String::new();
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" \
             {}role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" stroke-linejoin=\"round\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n\
             <g font-family=\"{}{FAMILY}\">\n{}{}</g>\n</svg>\n",
            mm(w),
            mm(h),
            decimal(w),
            decimal(h),
            language.map_or_else(String::new, |code| format!("xml:lang=\"{code}\" ")),
            escape(title),
            escape(description),
            hex(ground),
            self.letters.family().map_or_else(String::new, |family| format!("'{}', ", escape(family))),
            self.body.borrow(),
            if self.crisp.get() { "</g>\n" } else { "" },
        );
        out
    }
}

/// Points to backend units.
#[allow(clippy::cast_possible_truncation, reason = "pages are at most a few thousand points; `as` saturates")]
pub fn units(points: f64) -> i32 {
    libm::round(points * f64::from(UNITS)) as i32
}

/// The backend proper; clones of its `Drawing` outlive plotters' drawing areas.
pub struct SvgBackend {
    drawing: Rc<Drawing>,
    size: (u32, u32),
}

impl SvgBackend {
    /// A blank page of `width` x `height` points.
    pub fn new(width: f64, height: f64, letters: Letters) -> (Self, Rc<Drawing>) {
        let drawing = Rc::new(Drawing {
            body: RefCell::new(String::new()),
            pen: Cell::new(Pen::default()),
            crisp: Cell::new(false),
            letters,
        });
        let size = (units(width).unsigned_abs(), units(height).unsigned_abs());
        (Self { drawing: Rc::clone(&drawing), size }, drawing)
    }

    fn write(&self, text: std::fmt::Arguments<'_>) {
        let mut body = self.drawing.body.borrow_mut();
        let crisp = self.drawing.pen.get().crisp;
        if self.drawing.crisp.replace(crisp) != crisp {
            body.push_str(if crisp { CRISP } else { "</g>\n" });
        }
        let _ = body.write_fmt(text);
    }

    fn stroke<S: BackendStyle>(&self, style: &S) -> String {
        let colour = style.color();
        let mut out = format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
            hex(colour.rgb),
            decimal(i32::try_from(style.stroke_width()).unwrap_or(UNITS))
        );
        if colour.alpha < 1.0 {
            let _ = write!(out, " stroke-opacity=\"{}\"", two_decimals(colour.alpha));
        }
        if let Some(dash) = self.drawing.pen.get().dash {
            let lengths: Vec<String> = dash.iter().filter(|d| **d > 0.0).map(|d| two_decimals(*d)).collect();
            let _ = write!(out, " stroke-dasharray=\"{}\"", lengths.join(" "));
        }
        out
    }

    fn fill(colour: BackendColor) -> String {
        let mut out = format!("fill=\"{}\"", hex(colour.rgb));
        if colour.alpha < 1.0 {
            let _ = write!(out, " fill-opacity=\"{}\"", two_decimals(colour.alpha));
        }
        out
    }
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

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
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Outcome {
        let paint = if fill { Self::fill(style.color()) } else { self.stroke(style) };
        let (x, y) = (a.0.min(b.0), a.1.min(b.1));
        let (w, h) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if self.drawing.pen.get().crisp {
            // A field has thousands of them: as short as can be.
            let (x, y, w, h) = (decimal(x), decimal(y), decimal(w), decimal(h));
            self.write(format_args!("<path d=\"M{x} {y}h{w}v{h}h-{w}z\" {paint}/>\n"));
            return Ok(());
        }
        self.write(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {paint}/>\n",
            decimal(x),
            decimal(y),
            decimal(w),
            decimal(h)
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let points = joined(path);
        if !points.is_empty() {
            let paint = self.stroke(style);
            self.write(format_args!("<path d=\"M{points}\" {paint}/>\n"));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        let paint = if fill { Self::fill(style.color()) } else { self.stroke(style) };
        self.write(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {paint}/>\n",
            decimal(at.0),
            decimal(at.1),
            decimal(i32::try_from(radius).unwrap_or(UNITS))
        ));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        let points = joined(path);
        if !points.is_empty() {
            let paint = Self::fill(style.color());
            self.write(format_args!("<path d=\"M{points}Z\" {paint}/>\n"));
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Outcome {
        let size = style.size() / f64::from(UNITS);
        let anchor = style.anchor();
        let half = self.drawing.letters.half_capital();
        let down = match anchor.v_pos {
            VPos::Top => 2.0 * half,
            VPos::Center => half,
            VPos::Bottom => 0.0,
        } * size;
        let mut out = format!("<text font-size=\"{}\" fill=\"{}\"", two_decimals(size), hex(style.color().rgb));
        if matches!(style.transform(), FontTransform::Rotate270) {
            let (x, y) = (decimal(at.0 + units(down)), decimal(at.1));
            let _ = write!(out, " transform=\"translate({x} {y}) rotate(-90)\"");
        } else {
            let _ = write!(out, " x=\"{}\" y=\"{}\"", decimal(at.0), decimal(at.1 + units(down)));
        }
        if matches!(style.style(), FontStyle::Bold) {
            out.push_str(" font-weight=\"600\"");
        }
        match anchor.h_pos {
            HPos::Left => {}
            HPos::Center => out.push_str(" text-anchor=\"middle\""),
            HPos::Right => out.push_str(" text-anchor=\"end\""),
        }
        if let Some(halo) = self.drawing.pen.get().halo {
            let width = two_decimals(size * 0.28);
            let _ = write!(out, " stroke=\"{}\" stroke-width=\"{width}\" paint-order=\"stroke\"", hex(halo));
        }
        // A browser without the font takes another: what would then run over the edge says how long it is.
        let weight = if matches!(style.style(), FontStyle::Bold) { Weight::Bold } else { Weight::Regular };
        let length = self.drawing.letters.width(text, size, weight);
        let wider = units(length * WIDEST);
        let (before, behind) = match anchor.h_pos {
            HPos::Left => (0, wider),
            HPos::Center => (wider / 2, wider / 2),
            HPos::Right => (wider, 0),
        };
        // Upright text starts at the bottom.
        let (room, start, long) = if matches!(style.transform(), FontTransform::Rotate270) {
            (self.size.1, at.1, (behind, before))
        } else {
            (self.size.0, at.0, (before, behind))
        };
        if start - long.0 < 0 || start + long.1 > i32::try_from(room).unwrap_or(i32::MAX) {
            let _ = write!(out, " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", two_decimals(length));
        }
        self.write(format_args!("{out}>{}</text>\n", escape(text)));
        Ok(())
    }
}

/// `x y` pairs with blanks, doubled points left out; empty when fewer than two remain.
fn joined<I: IntoIterator<Item = BackendCoord>>(path: I) -> String {
    let mut points: Vec<BackendCoord> = path.into_iter().collect();
    points.dedup();
    if points.len() < 2 {
        return String::new();
    }
    let pairs: Vec<String> = points.iter().map(|p| format!("{} {}", decimal(p.0), decimal(p.1))).collect();
    pairs.join(" ")
}

/// Backend units as points with at most two decimals.
fn decimal(value: i32) -> String {
    let hundredths = i64::from(value) * i64::from(100 / UNITS);
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    match (rest % 10, rest) {
        (_, 0) => format!("{sign}{whole}"),
        (0, _) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

fn two_decimals(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

pub fn hex((r, g, b): (u8, u8, u8)) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn clean_id(id: &str) -> String {
    let ok = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let text: String = id.chars().map(|c| if ok(c) { c } else { '_' }).collect();
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) { text } else { format!("chart{text}") }
}

/// Escapes for XML text; control characters, which XML forbids even escaped, become blanks.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_come_back_as_decimals() {
        for (value, text) in [(0, "0"), (20, "1"), (25, "1.25"), (-30, "-1.5"), (1, "0.05"), (-1, "-0.05")] {
            assert_eq!(decimal(value), text);
        }
    }

    #[test]
    fn escapes_and_ids() {
        assert_eq!(escape("a<b>&\"\u{7}"), "a&lt;b&gt;&amp;&quot; ");
        assert_eq!(clean_id("1 km\""), "chart1_km_");
        assert_eq!(clean_id("ok-1"), "ok-1");
    }
}
