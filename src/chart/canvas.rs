//! The page of a chart: heading and footer around it, and drawing in points through plotters.
//!
//! Knows nothing of axes or of the kinds of charts.

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::prelude::{Circle, DrawingArea, IntoDrawingArea, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::Pos;
pub use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{Color, FontStyle, FontTransform, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::clip::{self, Bounds, Point};
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::palette::Rgb;
use super::style::Style;
use super::svg::{Drawing, Pen, SvgBackend, units};
use super::theme::{Footer, TEXT_SIZE, Theme};
use crate::language::Localizer;

const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// Sizes of letters in points; none below 7.
#[derive(Debug, Clone, Copy)]
pub struct FontSizes {
    pub title: f64,
    pub subtitle: f64,
    pub text: f64,
    pub small: f64,
}

/// The heading and footer broken into lines, before the height of the page is known.
#[derive(Clone)]
pub struct Frame<'a> {
    heading: &'a Heading,
    /// Width of the page in points.
    pub width: f64,
    narrow: bool,
    preferred_height: f64,
    /// Sizes of letters.
    pub sizes: FontSizes,
    theme: Theme,
    /// How numbers and the chart's own words are said.
    pub words: Localizer,
    /// What text is measured in.
    pub letters: Letters,
    title: Vec<String>,
    subtitle: Vec<String>,
    footer: Vec<String>,
}

impl<'a> Frame<'a> {
    /// Lays out the words around a chart.
    pub fn new(heading: &'a Heading, style: &Style) -> Self {
        let millimetres = |v: f64, low: f64| if v.is_finite() { v.clamp(low, 500.0) } else { 100.0 };
        let width = millimetres(style.size.width_mm, 50.0) * POINTS_PER_MM;
        let narrow = width < 330.0;
        let [title, subtitle, text, small] = if narrow { [9.5, 7.8, 7.5, 7.0] } else { [12.0, 9.5, TEXT_SIZE, 7.5] };
        let scaled = |size: f64| (size * style.theme.text_scale).max(7.0);
        let sizes =
            FontSizes { title: scaled(title), subtitle: scaled(subtitle), text: scaled(text), small: scaled(small) };
        let letters = Letters::new(style.theme.font.clone());
        let footer = match &style.theme.footer {
            Footer::Standard => &heading.footer,
            Footer::Off => "",
            Footer::Custom(text) => text,
        };
        let lines = |text: &str, size: f64, weight: Weight| letters.wrap(text, size, weight, width - 2.0 * EDGE, 8);
        Self {
            heading,
            width,
            narrow,
            preferred_height: millimetres(style.size.height_mm, 30.0) * POINTS_PER_MM,
            sizes,
            theme: style.theme.clone(),
            words: style.words,
            title: lines(&heading.title, sizes.title, Weight::Bold),
            subtitle: lines(&heading.subtitle, sizes.subtitle, Weight::Regular),
            footer: lines(footer, sizes.small, Weight::Regular),
            letters,
        }
    }

    /// Whether the page is one column wide.
    pub fn narrow(&self) -> bool {
        self.narrow
    }

    fn above(&self) -> f64 {
        let block = |lines: &[String], size: f64| count(lines) * size * LEADING;
        EDGE + block(&self.title, self.sizes.title) + block(&self.subtitle, self.sizes.subtitle) + 0.6 * self.sizes.text
    }

    fn below(&self) -> f64 {
        let lines = count(&self.footer) * self.sizes.small * LEADING;
        EDGE + if lines > 0.0 { lines + 0.7 * self.sizes.small } else { 0.0 }
    }

    /// The height left for the chart itself if the page keeps the height that it prefers, in points.
    pub fn available_height(&self) -> f64 {
        self.preferred_height - self.above() - self.below()
    }

    /// The page with a chart `inner` points high, and the rectangle for it.
    pub fn open(self, inner: f64) -> (Canvas, Bounds) {
        let height = self.above() + inner + self.below();
        let (backend, drawing) = SvgBackend::new(self.width, height, self.letters.clone());
        let canvas = Canvas {
            root: backend.into_drawing_area(),
            drawing,
            sizes: self.sizes,
            theme: self.theme.clone(),
            words: self.words,
            letters: self.letters.clone(),
            width: self.width,
            height,
            id: self.heading.id.clone(),
            title: self.heading.title.clone(),
            description: self.heading.description.clone(),
        };
        let mut y = EDGE;
        for (lines, size, weight, colour) in [
            (&self.title, self.sizes.title, Weight::Bold, self.theme.ink),
            (&self.subtitle, self.sizes.subtitle, Weight::Regular, self.theme.faint_ink),
        ] {
            for line in lines {
                canvas.text(line, (EDGE, y + 0.85 * size), &Text { size, weight, colour, ..canvas.plain() });
                y += size * LEADING;
            }
        }
        y = height - EDGE - (count(&self.footer) - 1.0) * self.sizes.small * LEADING - 0.2 * self.sizes.small;
        for line in &self.footer {
            canvas.text(
                line,
                (EDGE, y),
                &Text { size: self.sizes.small, colour: canvas.theme.faint_ink, ..canvas.plain() },
            );
            y += self.sizes.small * LEADING;
        }
        let inner = Bounds { low: (EDGE, self.above()), high: (self.width - EDGE, height - self.below()) };
        (canvas, inner)
    }
}

impl Frame<'_> {
    /// A page of its preferred height, but with `least` points inside, that says in words, which the key names, that
    /// there is nothing to draw.
    pub fn message(self, key: &str, least: f64) -> Canvas {
        let height = self.available_height().max(least);
        let (canvas, area) = self.open(height);
        canvas.message(key, &area);
        canvas
    }
}

/// Blank edge of the page in points.
pub const EDGE: f64 = 4.0;

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Text {
    pub size: f64,
    pub weight: Weight,
    pub colour: Rgb,
    pub h_align: HPos,
    /// `Bottom` is the baseline, `Center` the middle of capitals.
    pub v_align: VPos,
    pub halo: Option<Rgb>,
}

/// How a line is drawn: width in points.
#[derive(Debug, Clone, Copy)]
pub struct Stroke {
    pub colour: Rgb,
    pub width: f64,
    pub dash: Option<[f64; 4]>,
}

impl Stroke {
    pub const fn solid(colour: Rgb, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    fn style(&self) -> ShapeStyle {
        let (r, g, b) = self.colour;
        ShapeStyle { color: RGBColor(r, g, b).to_rgba(), filled: false, stroke_width: units(self.width).unsigned_abs() }
    }
}

/// A page in points, y downwards. plotters' results are dropped: the backend writes to memory and cannot fail.
pub struct Canvas {
    root: DrawingArea<SvgBackend, Shift>,
    drawing: Rc<Drawing>,
    pub sizes: FontSizes,
    pub theme: Theme,
    pub words: Localizer,
    pub letters: Letters,
    width: f64,
    height: f64,
    id: String,
    title: String,
    description: String,
}

impl Canvas {
    /// Ordinary text, left, on the baseline.
    pub fn plain(&self) -> Text {
        Text {
            size: self.sizes.text,
            weight: Weight::Regular,
            colour: self.theme.ink,
            h_align: HPos::Left,
            v_align: VPos::Bottom,
            halo: None,
        }
    }

    pub fn text(&self, text: &str, at: Point, how: &Text) {
        self.set_text(text, at, how, FontTransform::None);
    }

    /// Text from bottom to top.
    pub fn upright_text(&self, text: &str, at: Point, how: &Text) {
        self.set_text(text, at, how, FontTransform::Rotate270);
    }

    fn set_text(&self, text: &str, at: Point, how: &Text, turn: FontTransform) {
        if text.is_empty() {
            return;
        }
        self.drawing.set(Pen { halo: how.halo, ..Pen::default() });
        let face = if how.weight == Weight::Bold { FontStyle::Bold } else { FontStyle::Normal };
        let (r, g, b) = how.colour;
        let font = ("sans-serif", how.size * f64::from(super::svg::UNITS), face).into_font().transform(turn);
        let colour = RGBColor(r, g, b);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(how.h_align, how.v_align));
        let _ = self.root.draw_text(text, &style, page(at));
    }

    /// Lines of text one below the other, the first centred on `at`.
    pub fn lines<S: AsRef<str>>(&self, lines: &[S], at: Point, how: &Text) {
        let mut y = at.1;
        for line in lines {
            self.text(line.as_ref(), (at.0, y), how);
            y += how.size * LEADING;
        }
    }

    pub fn line(&self, points: &[Point], stroke: &Stroke) {
        self.drawing.set(Pen { dash: stroke.dash, ..Pen::default() });
        let points: Vec<(i32, i32)> = points.iter().map(|p| page(*p)).collect();
        let _ = self.root.draw(&PathElement::new(points, stroke.style()));
    }

    pub fn polygon(&self, points: &[Point], colour: Rgb, opacity: f64) {
        self.drawing.set(Pen::default());
        let points: Vec<(i32, i32)> = points.iter().map(|p| page(*p)).collect();
        let _ = self.root.draw(&Polygon::new(points, filled(colour, opacity)));
    }

    pub fn rect(&self, area: &Bounds, colour: Rgb, opacity: f64) {
        self.drawing.set(Pen::default());
        let _ = self.root.draw(&Rectangle::new([page(area.low), page(area.high)], filled(colour, opacity)));
    }

    /// A rectangle whose edges fall on whole pixels, so that neighbours leave no seam.
    pub fn cell(&self, area: &Bounds, colour: Rgb) {
        self.drawing.set(Pen { crisp: true, ..Pen::default() });
        let _ = self.root.draw(&Rectangle::new([page(area.low), page(area.high)], filled(colour, 1.0)));
    }

    pub fn outline(&self, area: &Bounds, stroke: &Stroke) {
        self.drawing.set(Pen::default());
        let _ = self.root.draw(&Rectangle::new([page(area.low), page(area.high)], stroke.style()));
    }

    /// Slanted lines inside a rectangle, `apart` points from each other.
    pub fn hatch(&self, area: &Bounds, apart: f64, stroke: &Stroke) {
        let (w, h) = (area.high.0 - area.low.0, area.high.1 - area.low.1);
        let step = apart * std::f64::consts::SQRT_2;
        let mut x = step / 2.0;
        while x < w + h {
            let (a, b) = ((area.low.0 + x, area.low.1), (area.low.0 + x - h, area.high.1));
            if let Some((from, to)) = clip::segment(a, b, area) {
                self.line(&[from, to], stroke);
            }
            x += step;
        }
    }

    pub fn dot(&self, at: Point, radius: f64, colour: Rgb) {
        self.drawing.set(Pen::default());
        let _ = self.root.draw(&Circle::new(page(at), units(radius), filled(colour, 1.0)));
    }

    pub fn ring(&self, at: Point, radius: f64, stroke: &Stroke) {
        self.drawing.set(Pen::default());
        let _ = self.root.draw(&Circle::new(page(at), units(radius), stroke.style()));
    }

    /// Says in words, which the key names, that there is nothing to draw.
    pub fn message(&self, key: &str, area: &Bounds) {
        let how = Text { colour: self.theme.faint_ink, h_align: HPos::Center, v_align: VPos::Center, ..self.plain() };
        let lines = self.letters.wrap(&self.words.text(key), how.size, how.weight, area.high.0 - area.low.0 - 12.0, 3);
        let middle = f64::midpoint(area.low.1, area.high.1) - (count(&lines) - 1.0) * how.size * LEADING / 2.0;
        self.lines(&lines, (f64::midpoint(area.low.0, area.high.0), middle), &how);
    }

    /// The name of an x axis, centred under it but kept on the page; shortened if it is longer than that.
    pub fn title_x(&self, title: &str, (left, right): (f64, f64), base: f64) {
        let lines = self.letters.wrap(title, self.sizes.text, Weight::Regular, self.width - 2.0 * EDGE, 1);
        let half = lines.first().map_or(0.0, |line| self.measure(line)) / 2.0;
        let middle = f64::midpoint(left, right).min(self.width - EDGE - half).max(EDGE + half);
        self.lines(&lines, (middle, base), &Text { h_align: HPos::Center, ..self.plain() });
    }

    /// Width in points of ordinary text.
    pub fn measure(&self, text: &str) -> f64 {
        self.letters.width(text, self.sizes.text, Weight::Regular)
    }

    /// The finished SVG.
    pub fn finish(self) -> String {
        let _ = self.root.present();
        let (size, about) = ((self.width, self.height), (self.title.as_str(), self.description.as_str()));
        self.drawing.document(size, self.theme.ground, (&self.id, self.words.named()), about)
    }
}

fn filled((r, g, b): Rgb, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: RGBColor(r, g, b).mix(opacity), filled: true, stroke_width: 0 }
}

/// From points to backend units.
pub(super) fn page((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

/// From backend units to points.
pub(super) fn from_page((x, y): (i32, i32)) -> Point {
    (f64::from(x) / f64::from(super::svg::UNITS), f64::from(y) / f64::from(super::svg::UNITS))
}

/// A length of a list as a number to calculate with.
pub fn count<T>(list: &[T]) -> f64 {
    f64::from(u32::try_from(list.len()).unwrap_or(u32::MAX))
}
