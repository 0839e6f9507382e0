//! Static charts for printed reports: plain data in, SVG text out, and from the same SVG a PNG or a PDF.
//!
//! A chart is data: each kind is a struct with public fields, [`Chart`] is one of any kind, and [`Chart::svg`] paints it
//! in a [`Style`]. Fields left at their default are left out of the picture. Axes, ticks, wrapped labels and the height
//! of the page follow from the data. Painting cannot fail: data that cannot be shown (nothing finite, nothing positive
//! on a log axis) gives a chart that says so in words. The same data give the same bytes on every machine: letters come
//! from a font that is built in, or from a house's own files ([`Font`]).
//!
//! ```
//! use forcesize::chart::{Axis, Chart, Heading, LineChart, LinePanel, Mark, Series, Size, Style};
//!
//! let points = (1..=40).map(|length| (f64::from(length) * 50.0, 2_000.0 / f64::from(length))).collect();
//! let density = LinePanel {
//!     label: "Density".into(),
//!     unit: "troops per km".into(),
//!     series: vec![Series { label: "100,000 troops".into(), points, ..Series::default() }],
//!     ..LinePanel::default()
//! };
//! let chart = LineChart {
//!     heading: Heading { title: "A longer line is a thinner line".into(), ..Heading::default() },
//!     x: Axis { label: "Length of the line".into(), unit: "km".into(), ..Axis::default() },
//!     panels: vec![density],
//!     central: Some(Mark { label: "1,000 km".into(), value: 1_000.0, ..Mark::default() }),
//!     ..LineChart::default()
//! };
//! let svg = Chart::from(chart).svg(&Style { size: Size::column(), ..Style::default() });
//! assert!(svg.starts_with("<svg") && svg.contains("A longer line is a thinner line"));
//!
//! let png = forcesize::chart::export::png(&svg, 150)?;
//! assert!(png.starts_with(b"\x89PNG"));
//! # Ok::<(), forcesize::chart::export::ExportError>(())
//! ```
//!
//! A tour: [`Bars`], [`Stack`], [`Waterfall`], [`Tornado`], [`IndexBars`] and [`Ranges`] have a row for each name;
//! [`LineChart`], [`Exceedance`], [`Frontier`], [`Scatter`], [`Timeline`] and [`Slope`] two axes; [`Strips`],
//! [`Spans`] and [`Dots`] spread values along one; [`HeatMap`], [`Matrix`] and [`Shares`] are fields and tables of colour; [`RegionChart`] is a
//! box of ranges. [`Style`] holds what they share: the size on paper, the [`Theme`] with its colours and letters, and the
//! language of numbers and words. [`export`] makes PNG and PDF of the SVG.
//!
//! Marks that show a number have room for a [`Slot`], a key that says what the number is. The SVG does without; whoever
//! paints the same description live, in a page say, finds by it which value belongs to which mark.
//!
//! plotters turns data into coordinates, picks ticks and drives the backend that writes the SVG. It neither clips, nor
//! measures and places labels, nor breaks lines at what is not a number: that is done here, before it draws.
//!
//! Knows nothing of files, of what the numbers mean, or of the system's fonts.

#![allow(clippy::many_single_char_names, clippy::similar_names, reason = "x, y, w, h, a, b are geometry's own names")]

mod axis;
mod bars;
mod canvas;
mod clip;
pub mod colour;
mod colour_bar;
mod contour;
mod curve;
mod description;
mod dots;
mod exceedance;
pub mod export;
mod font;
mod frontier;
mod heading;
mod heatmap;
mod index_bars;
mod intervals;
mod kind;
mod label;
mod letters;
mod level;
mod line_panel;
mod lines;
mod mark;
mod marker;
mod matrix;
mod names;
mod notation;
mod painter;
mod palette;
mod panel;
mod pixels;
mod point_names;
mod ranges;
mod region;
mod ruler;
mod scatter;
mod series;
mod shares;
mod slope;
mod slot;
mod spans;
mod stack;
mod strips;
mod style;
mod svg;
mod theme;
mod timeline;
mod tornado;
mod tornado_key;
mod waterfall;

pub use axis::{Axis, Scale};
pub use bars::{BarKind, BarPanel, BarRow, Bars};
pub use curve::Curve;
pub use description::{StyleSheet, place};
pub use dots::{DotPanel, DotRow, Dots};
pub use exceedance::Exceedance;
pub use font::{Font, FontError, FontFile};
pub use frontier::Frontier;
pub use heading::Heading;
pub use heatmap::HeatMap;
pub use index_bars::{IndexBars, IndexPanel, IndexRow, IndexShare};
pub use intervals::{IntervalGroup, IntervalRow, Intervals};
pub use kind::Chart;
pub use letters::lacking;
pub use lines::LineChart;
pub use mark::{Mark, PointMark};
pub use matrix::{Matrix, MatrixCell, MatrixColumn};
pub use ranges::{DotStrip, RangeGroup, RangeRow, Ranges};
pub use region::{RegionChart, RegionRow};
pub use scatter::Scatter;
pub use series::{LinePanel, Series};
pub use shares::{ShareCell, ShareColumn, Shares};
pub use slope::{Slope, SlopeLine};
pub use slot::{PointSlots, RangeSlots, Slot};
pub use spans::{SpanPanel, SpanRow, Spans};
pub use stack::{Stack, StackGroup, StackPart, StackRow};
pub use strips::{StripRow, StripSlots, Strips};
pub use style::{Size, Style};
pub use theme::{ColourMap, Footer, Theme};
pub use timeline::{Dated, Timeline};
pub use tornado::{Tornado, TornadoBar};
pub use waterfall::{Waterfall, WaterfallStep};
