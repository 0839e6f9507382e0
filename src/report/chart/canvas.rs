//! A sheet of paper: strokes, shapes and texts in points, the heading, the footer, and the finished SVG.
//!
//! Knows no axes and no data.

use super::clip::Point;
use super::label::{Weight, text_width, wrap};
use super::palette::{INK, PAPER, SOFT};
use super::svg::{Sheet, SvgBackend, UNITS, decimal, escape};
use super::{Heading, Style, Width};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use std::cell::RefCell;
use std::rc::Rc;

/// Sizes of text in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub title: f64,
    pub body: f64,
    pub tick: f64,
    pub footer: f64,
}

/// A rectangle in points, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// A text to draw.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub size: f64,
    pub weight: Weight,
    pub colour: RGBColor,
    pub horizontal: HPos,
    pub vertical: VPos,
}

/// Paper to draw on.
pub(super) struct Canvas {
    sheet: Rc<RefCell<Sheet>>,
    area: DrawingArea<SvgBackend, Shift>,
    pub width: f64,
    pub height: f64,
    pub sizes: Sizes,
}

/// Points in a millimetre.
const POINTS_PER_MM: f64 = 72.0 / 25.4;
const MARGIN: f64 = 7.0;

/// Width of a figure in points.
pub(super) fn paper_width(style: Style) -> f64 {
    POINTS_PER_MM * if style.width == Width::Full { 165.0 } else { 80.0 }
}

/// Text sizes of a figure.
pub(super) fn sizes(style: Style) -> Sizes {
    match style.width {
        Width::Full => Sizes { title: 11.5, body: 8.5, tick: 8.0, footer: 7.0 },
        Width::Column => Sizes { title: 9.5, body: 7.5, tick: 7.0, footer: 7.0 },
    }
}

/// Height that heading and footer take, for figures whose height follows from their content.
pub(super) fn frame_height(heading: &Heading, style: Style) -> f64 {
    let (top, bottom, ..) = frame(heading, style);
    top + bottom
}

type Lines = Vec<String>;

/// Heights above and below the content, and the lines of title, subtitle and footer.
fn frame(heading: &Heading, style: Style) -> (f64, f64, Lines, Lines, Lines) {
    let (sizes, room) = (sizes(style), paper_width(style) - 2.0 * MARGIN);
    let title = wrap(&heading.title, sizes.title, Weight::SemiBold, room, 3);
    let subtitle = wrap(&heading.subtitle, sizes.body, Weight::Regular, room, 3);
    let footer = wrap(&heading.footer, sizes.footer, Weight::Regular, room, 4);
    let top = MARGIN + lines_height(&title, sizes.title) + 1.5 + lines_height(&subtitle, sizes.body) + 7.0;
    let bottom = MARGIN + lines_height(&footer, sizes.footer) + 5.0;
    (top, bottom, title, subtitle, footer)
}

fn lines_height(lines: &[String], size: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let count = lines.len() as f64;
    1.25 * size * count
}

impl Canvas {
    /// A sheet of a given height with heading and footer drawn; gives it with the area between them.
    pub fn new(heading: &Heading, style: Style, height: f64) -> (Self, Area) {
        let (width, sizes) = (paper_width(style), sizes(style));
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let size = (units(width).unsigned_abs(), units(height).unsigned_abs());
        let area = SvgBackend { sheet: Rc::clone(&sheet), size }.into_drawing_area();
        let canvas = Self { sheet, area, width, height, sizes };
        let (top, bottom, title, subtitle, footer) = frame(heading, style);
        let mut y = MARGIN;
        for line in &title {
            canvas.text((MARGIN, y), line, Canvas::words(sizes.title).bold().up_from_top());
            y += 1.25 * sizes.title;
        }
        y += 1.5;
        for line in &subtitle {
            canvas.text((MARGIN, y), line, Canvas::words(sizes.body).soft().up_from_top());
            y += 1.25 * sizes.body;
        }
        let mut y = height - bottom + 5.0;
        for line in &footer {
            canvas.text((MARGIN, y), line, Canvas::words(sizes.footer).soft().up_from_top());
            y += 1.25 * sizes.footer;
        }
        let content = Area { left: MARGIN, top, right: width - MARGIN, bottom: height - bottom };
        (canvas, content)
    }

    /// Plain text of a size, in ink, at the left of its place and centred on it.
    pub fn words(size: f64) -> Words {
        Words { size, weight: Weight::Regular, colour: INK, horizontal: HPos::Left, vertical: VPos::Center }
    }

    /// Draws a line of text.
    pub fn text(&self, at: Point, text: &str, words: Words) {
        let style = if words.weight == Weight::SemiBold { FontStyle::Bold } else { FontStyle::Normal };
        let font = ("sans-serif", words.size * UNITS, style).into_font();
        let style = TextStyle::from(font).color(&words.colour).pos(Pos::new(words.horizontal, words.vertical));
        self.draw(&Text::new(text.to_owned(), place(at), style));
    }

    /// Draws a text with a white edge, to be read over lines.
    pub fn text_over(&self, at: Point, text: &str, words: Words) {
        self.sheet.borrow_mut().pen.halo = true;
        self.text(at, text, words);
        self.sheet.borrow_mut().pen.halo = false;
    }

    /// Draws a line through points.
    pub fn line(&self, points: &[Point], colour: RGBColor, width: f64, dashes: &[f64]) {
        self.sheet.borrow_mut().pen.dashes = dashes.to_vec();
        let path: Vec<(i32, i32)> = points.iter().map(|point| place(*point)).collect();
        self.draw(&PathElement::new(path, stroke(colour, width)));
        self.sheet.borrow_mut().pen.dashes.clear();
    }

    /// Fills a polygon.
    pub fn polygon(&self, points: &[Point], colour: RGBAColor) {
        let path: Vec<(i32, i32)> = points.iter().map(|point| place(*point)).collect();
        self.draw(&Polygon::new(path, colour.filled()));
    }

    /// Fills a rectangle.
    pub fn fill(&self, area: Area, colour: RGBColor) {
        let corners = [place((area.left, area.top)), place((area.right, area.bottom))];
        self.draw(&Rectangle::new(corners, colour.filled()));
    }

    /// Begins or ends a group of rectangles that snap to whole pixels, so that neighbours show no seam.
    pub fn crisp(&self, begin: bool) {
        let mut sheet = self.sheet.borrow_mut();
        sheet.pen.compact = begin;
        sheet.body.push_str(if begin { "<g shape-rendering=\"crispEdges\">\n" } else { "</g>\n" });
    }

    /// Draws a rectangle's edge.
    pub fn outline(&self, area: Area, colour: RGBColor, width: f64) {
        let corners = [place((area.left, area.top)), place((area.right, area.bottom))];
        self.draw(&Rectangle::new(corners, stroke(colour, width)));
    }

    /// Draws a dot with a ring around it.
    pub fn dot(&self, at: Point, radius: f64, fill: RGBColor, ring: RGBColor) {
        let size = units(radius).unsigned_abs();
        self.draw(&Circle::new(place(at), size, fill.filled()));
        self.draw(&Circle::new(place(at), size, stroke(ring, 1.1)));
    }

    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: plotters::element::PointCollection<'a, (i32, i32)>,
        E: plotters::element::Drawable<SvgBackend>,
    {
        // The backend writes into memory and its error type has no value, so there is nothing to report.
        let _ = self.area.draw(element);
    }

    /// The finished SVG.
    pub fn finish(self, heading: &Heading) -> String {
        let Self { sheet, area, width, height, .. } = self;
        drop(area);
        let body = std::mem::take(&mut sheet.borrow_mut().body);
        let (id, w, h) = (escape(&heading.id), decimal(width), decimal(height));
        let paper = format!("#{:02x}{:02x}{:02x}", PAPER.0, PAPER.1, PAPER.2);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}pt\" height=\"{h}pt\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" font-family=\"'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, \
             sans-serif\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{paper}\"/>\n{body}</svg>\n",
            escape(&heading.title),
            escape(&heading.description)
        )
    }
}

impl Words {
    pub fn bold(self) -> Self {
        Self { weight: Weight::SemiBold, ..self }
    }

    pub fn soft(self) -> Self {
        Self { colour: SOFT, ..self }
    }

    pub fn coloured(self, colour: RGBColor) -> Self {
        Self { colour, ..self }
    }

    pub fn centred(self) -> Self {
        Self { horizontal: HPos::Center, ..self }
    }

    pub fn to_the_left(self) -> Self {
        Self { horizontal: HPos::Right, ..self }
    }

    /// Below its place instead of centred on it.
    pub fn up_from_top(self) -> Self {
        Self { vertical: VPos::Top, ..self }
    }

    /// Width of a line set like this.
    pub fn width(self, text: &str) -> f64 {
        text_width(text, self.size, self.weight)
    }
}

fn stroke(colour: RGBColor, width: f64) -> ShapeStyle {
    ShapeStyle { color: colour.to_rgba(), filled: false, stroke_width: units(width).unsigned_abs() }
}

fn place((x, y): Point) -> (i32, i32) {
    (units(x), units(y))
}

/// Points in the backend's units; what is out of all proportion stays at the edge of the numbers it has.
fn units(points: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what a page can hold")]
    let units = libm::round((points * UNITS).clamp(-1e6, 1e6)) as i32;
    units
}
