//! A rectangle of the page with two axes: from data to the page, clipped, through plotters' coordinates.
//!
//! Knows nothing of headings or of the kinds of charts.

use plotters::coord::cartesian::{Cartesian2d, MeshLine};

use super::canvas::{Canvas, HPos, Stroke, Text, VPos, from_page, page};
use super::clip::{self, Bounds, Point};
use super::letters::{Letters, Weight};
use super::ruler::Ruler;

/// A rectangle of the page with data coordinates.
pub struct Panel<'c> {
    canvas: &'c Canvas,
    coordinates: Cartesian2d<Ruler, Ruler>,
    /// Where it lies, in points.
    pub area: Bounds,
}

impl<'c> Panel<'c> {
    /// A panel with its axes inside `area`, in which x grows to the right and y upwards.
    pub fn new(canvas: &'c Canvas, area: Bounds, x: Ruler, y: Ruler) -> Self {
        let (left, top) = page(area.low);
        let (right, bottom) = page(area.high);
        let coordinates: Cartesian2d<Ruler, Ruler> = Cartesian2d::new(x, y, (left..right, bottom..top));
        Self { canvas, coordinates, area }
    }

    pub fn x(&self) -> &Ruler {
        self.coordinates.x_spec()
    }

    pub fn y(&self) -> &Ruler {
        self.coordinates.y_spec()
    }

    /// The page point of a data point; None outside the panel.
    pub fn place(&self, (x, y): Point) -> Option<Point> {
        let point = (self.x().position(x), self.y().position(y));
        self.bounds().contains(point).then(|| self.to_page(point))
    }

    /// Polylines of the page for a polyline of the data: clipped, and split where values cannot be shown.
    pub fn trace(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let positions: Vec<Point> =
            points.iter().map(|(x, y)| (self.x().position(*x), self.y().position(*y))).collect();
        self.trace_positions(&positions)
    }

    /// The same for points that are positions already.
    pub fn trace_positions(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let pieces = clip::polyline(points, &self.bounds());
        pieces.into_iter().map(|piece| piece.into_iter().map(|p| self.to_page(p)).collect()).collect()
    }

    /// The page polygon of a data polygon, clipped.
    pub fn trace_polygon(&self, points: &[Point]) -> Vec<Point> {
        let positions: Vec<Point> =
            points.iter().map(|(x, y)| (self.x().position(*x), self.y().position(*y))).collect();
        clip::polygon(&positions, &self.bounds()).into_iter().map(|p| self.to_page(p)).collect()
    }

    fn axis(&self) -> Stroke {
        Stroke::solid(self.canvas.theme.ink, 0.7)
    }

    fn minor(&self) -> Stroke {
        Stroke::solid(self.canvas.theme.ink, 0.5)
    }

    /// Thin lines at the ticks of y.
    pub fn grid_y(&self) {
        self.mesh(|line| match line {
            MeshLine::YMesh(..) => Some(Stroke::solid(self.canvas.theme.grid, 0.5)),
            MeshLine::XMesh(..) => None,
        });
    }

    /// Thin lines at the ticks of x.
    pub fn grid_x(&self) {
        self.mesh(|line| match line {
            MeshLine::XMesh(..) => Some(Stroke::solid(self.canvas.theme.grid, 0.5)),
            MeshLine::YMesh(..) => None,
        });
    }

    fn mesh(&self, stroke: impl Fn(&MeshLine<'_, Ruler, Ruler>) -> Option<Stroke>) {
        let _ = self.coordinates.draw_mesh(0_usize, 0_usize, |line| {
            if let Some(stroke) = stroke(&line) {
                let (MeshLine::XMesh(a, b, _) | MeshLine::YMesh(a, b, _)) = line;
                self.canvas.line(&[from_page(a), from_page(b)], &stroke);
            }
            Ok::<(), std::convert::Infallible>(())
        });
    }

    /// The x axis below the panel: line, ticks, numbers.
    pub fn axis_x(&self, numbers: bool) {
        let (left, right, bottom) = (self.area.low.0, self.area.high.0, self.area.high.1);
        self.canvas.line(&[(left, bottom), (right, bottom)], &self.axis());
        let size = self.canvas.sizes.text;
        let how = Text { h_align: HPos::Center, v_align: VPos::Top, ..self.canvas.plain() };
        for tick in &self.x().ticks {
            let at = left + self.x().share(tick.value) * (right - left);
            self.canvas.line(&[(at, bottom), (at, bottom + TICK)], &self.axis());
            if numbers {
                self.canvas.text(&tick.text, (at, bottom + TICK + 0.35 * size), &how);
            }
        }
        for value in &self.x().minor {
            let at = left + self.x().share(*value) * (right - left);
            self.canvas.line(&[(at, bottom), (at, bottom + 0.55 * TICK)], &self.minor());
        }
    }

    /// The y axis left of the panel.
    pub fn axis_y(&self) {
        let (left, top, bottom) = (self.area.low.0, self.area.low.1, self.area.high.1);
        self.canvas.line(&[(left, top), (left, bottom)], &self.axis());
        let how = Text { h_align: HPos::Right, v_align: VPos::Center, ..self.canvas.plain() };
        for tick in &self.y().ticks {
            let at = bottom - self.y().share(tick.value) * (bottom - top);
            self.canvas.line(&[(left - TICK, at), (left, at)], &self.axis());
            self.canvas.text(&tick.text, (left - TICK - 2.0, at), &how);
        }
        for value in &self.y().minor {
            let at = bottom - self.y().share(*value) * (bottom - top);
            self.canvas.line(&[(left - 0.55 * TICK, at), (left, at)], &self.minor());
        }
    }

    fn bounds(&self) -> Bounds {
        let ((x0, x1), (y0, y1)) = (self.x().ends(), self.y().ends());
        Bounds { low: (x0, y0), high: (x1, y1) }
    }

    /// The page point of a position; may lie outside.
    pub fn to_page(&self, position: Point) -> Point {
        use plotters::coord::CoordTranslate;
        from_page(self.coordinates.translate(&position))
    }
}

/// Length of a tick in points.
pub const TICK: f64 = 3.0;

/// Moves the sides of a plot inwards until the first and last numbers of its x axis stay inside `page`.
pub fn fit_sides(
    letters: &Letters,
    (mut left, mut right): (f64, f64),
    page: (f64, f64),
    size: f64,
    ruler: impl Fn(f64) -> Option<Ruler>,
) -> (f64, f64, Option<Ruler>) {
    let mut x = ruler(right - left);
    for _ in 0..2 {
        let Some(ticks) = x.as_ref().map(|x| (x, &x.ticks)) else { break };
        let sides = ticks.1.iter().map(|t| {
            let middle = left + ticks.0.share(t.value) * (right - left);
            let half = letters.width(&t.text, size, Weight::Regular) / 2.0;
            (page.0 - middle + half, middle + half - page.1)
        });
        let (over_left, over_right) = sides.fold((0.0_f64, 0.0_f64), |a, b| (a.0.max(b.0), a.1.max(b.1)));
        if over_left <= 0.0 && over_right <= 0.0 {
            break;
        }
        (left, right) = (left + over_left, right - over_right);
        x = ruler(right - left);
    }
    (left, right, x)
}
