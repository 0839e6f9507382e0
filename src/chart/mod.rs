//! Static charts for printed reports: plain data in, SVG text out, and from the same SVG a PNG or a PDF.
//!
//! Each kind of chart is a struct with public fields and a method `svg`; fields left at their default are left out of
//! the picture. Axes, ticks, wrapped labels and the height of the page follow from the data. Drawing cannot fail: data
//! that cannot be shown (nothing finite, nothing positive on a log axis) gives a chart that says so in words. The same
//! data give the same bytes on every machine: letters come from a font that is built in, or from a house's own files.
//!
//! ```
//! use forcesize::chart::{Axis, Heading, LineChart, LinePanel, Mark, Series, Size, Style};
//!
//! let points = (1..=40).map(|length| (f64::from(length) * 50.0, 2_000.0 / f64::from(length))).collect();
//! let density = LinePanel {
//!     label: "Density".into(),
//!     unit: "troops per km".into(),
//!     series: vec![Series { label: "100,000 troops".into(), points, band: None }],
//!     ..LinePanel::default()
//! };
//! let chart = LineChart {
//!     heading: Heading { title: "A longer line is a thinner line".into(), ..Heading::default() },
//!     x: Axis { label: "Length of the line".into(), unit: "km".into(), ..Axis::default() },
//!     panels: vec![density],
//!     central: Some(Mark { label: "1,000 km".into(), value: 1_000.0 }),
//!     ..LineChart::default()
//! };
//! let svg = chart.svg(&Style { size: Size::column(), ..Style::default() });
//! assert!(svg.starts_with("<svg") && svg.contains("A longer line is a thinner line"));
//!
//! let png = forcesize::chart::export::png(&svg, 150)?;
//! assert!(png.starts_with(b"\x89PNG"));
//! # Ok::<(), forcesize::chart::export::ExportError>(())
//! ```
//!
//! A tour: [`Bars`], [`Stack`], [`Waterfall`], [`Tornado`], [`IndexBars`] and [`Ranges`] have a row for each name;
//! [`LineChart`], [`Exceedance`], [`Frontier`], [`Scatter`], [`Timeline`] and [`Slope`] two axes; [`Histogram`] and
//! [`Dots`] spread values along one; [`HeatMap`] and [`Matrix`] are fields and tables of colour. [`Style`] holds what
//! they share: the size on paper, the [`Theme`] with its colours and letters, and the language of numbers and words.
//!
//! plotters turns data into coordinates, picks ticks and drives the backend that writes the SVG. It neither clips, nor
//! measures and places labels, nor breaks lines at what is not a number: that is done here, before it draws.
//!
//! Knows nothing of files, of what the numbers mean, or of the system's fonts.

#![allow(clippy::many_single_char_names, clippy::similar_names, reason = "x, y, w, h, a, b are geometry's own names")]

mod axis;
pub mod bars;
mod binning;
mod canvas;
mod clip;
pub mod colour;
mod colour_bar;
mod contour;
pub mod dots;
pub mod exceedance;
pub mod export;
mod font;
pub mod frontier;
pub mod heatmap;
pub mod histogram;
pub mod index_bars;
mod label;
mod line_panel;
pub mod lines;
mod marker;
pub mod matrix;
mod names;
mod palette;
mod panel;
mod pixels;
pub mod ranges;
pub mod region;
pub mod scatter;
pub mod slope;
pub mod stack;
mod svg;
pub mod theme;
pub mod timeline;
pub mod tornado;
pub mod waterfall;
mod wording;

use crate::language::Words;

pub use bars::{BarPanel, BarRow, Bars, RowKind};
pub use binning::HistogramData;
pub use dots::{DotPanel, DotRow, Dots};
pub use exceedance::{Curve, Exceedance};
pub use font::{FontError, FontFiles, family as font_family};
pub use frontier::Frontier;
pub use heatmap::{CentralPoint, HeatMap};
pub use histogram::{Histogram, HistogramPanel};
pub use index_bars::{IndexBars, IndexPanel, IndexRow};
pub use label::Font;
pub use lines::{LineChart, LinePanel, Series};
pub use matrix::{Matrix, MatrixCell, MatrixColumn};
pub use ranges::{RangeGroup, RangeRow, Ranges};
pub use region::{RegionChart, RegionRow};
pub use scatter::Scatter;
pub use slope::{Slope, SlopeLine};
pub use stack::{Stack, StackGroup, StackRow};
pub use theme::{Footer, Map, Theme};
pub use timeline::{Dated, Timeline};
pub use tornado::{Tornado, TornadoBar};
pub use waterfall::{Waterfall, WaterfallStep};

/// How a chart is drawn, apart from its data.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Style {
    /// Size on paper.
    pub size: Size,
    /// Colours, letters and lines.
    pub theme: Theme,
    /// How numbers and the charts' own words are said.
    pub words: Words,
}

/// Size on paper in millimetres. The height is a wish: charts with many rows or panels grow beyond it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in mm, kept between 50 and 500.
    pub width_mm: f64,
    /// Wished height in mm, kept between 30 and 500.
    pub height_mm: f64,
}

impl Size {
    /// The full text width of a page: 165 x 102 mm.
    #[must_use]
    pub const fn full() -> Self {
        Self { width_mm: 165.0, height_mm: 102.0 }
    }

    /// One column of a two-column journal: 80 x 72 mm.
    #[must_use]
    pub const fn column() -> Self {
        Self { width_mm: 80.0, height_mm: 72.0 }
    }
}

impl Default for Size {
    fn default() -> Self {
        Self::full()
    }
}

/// The words around a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Prefix of every element id inside the SVG, so that several charts can stand in one HTML page.
    pub id: String,
    /// What is shown.
    pub title: String,
    /// The case and the unit; may be empty.
    pub subtitle: String,
    /// Source line; may be empty.
    pub footer: String,
    /// What a screen reader says after the title: becomes the SVG `<desc>`.
    pub description: String,
}

/// How values are laid along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Equal steps are equal differences.
    #[default]
    Linear,
    /// Equal steps are equal ratios; values that are not positive are left out.
    Log,
}

/// An axis as the caller describes it; its range and ticks follow from the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// Name of the quantity.
    pub label: String,
    /// Its unit as printed in brackets; may be empty.
    pub unit: String,
    /// Linear or logarithmic.
    pub scale: Scale,
}

impl Axis {
    fn title(&self) -> String {
        with_unit(&self.label, &self.unit)
    }
}

/// A labelled value on an axis, drawn as a line across the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Printed beside the line; say the value in it.
    pub label: String,
    /// Where, in the unit of the axis.
    pub value: f64,
}

fn with_unit(label: &str, unit: &str) -> String {
    if unit.is_empty() {
        label.to_owned()
    } else if label.is_empty() {
        unit.to_owned()
    } else {
        format!("{label} ({unit})")
    }
}
