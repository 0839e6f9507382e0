//! Charts fit to print: plain data in, SVG text out, and SVG to PNG and PDF.
//!
//! plotters does the geometry on a drawing backend of our own ([`svg`]), so that text is set by a real shaper, the bytes
//! repeat, and one drawing serves all formats. Knows nothing of scenarios: numbers, labels and units come ready to
//! draw, in the units they are shown in.

mod axis;
mod bars;
mod canvas;
mod clip;
mod contour;
pub mod export;
mod heatmap;
mod label;
mod lines;
mod palette;
mod plot;
mod svg;

pub use bars::{Bar, BarChart, BarKind, BarPanel};
pub use heatmap::HeatMap;
pub use lines::{Central, Line, LineChart, LinePanel, Mark};

/// Width of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Across the page: 165 mm.
    Full,
    /// One column: 80 mm.
    Column,
}

/// How a chart looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Width of the figure.
    pub width: Width,
    /// Greys instead of colours.
    pub grey: bool,
}

/// The words around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Name of the chart, and first part of every identifier inside its SVG.
    pub id: String,
    /// What is shown.
    pub title: String,
    /// The case and the unit.
    pub subtitle: String,
    /// Where the figures come from.
    pub footer: String,
    /// The chart in words, for those who do not see it.
    pub description: String,
}

/// What an axis shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisLabel {
    /// The quantity.
    pub label: String,
    /// Its unit; empty for a pure number.
    pub unit: String,
    /// Whether it has a log scale; values that are not positive are left out then.
    pub log: bool,
}

impl AxisLabel {
    /// Quantity and unit: `Front length (km)`.
    #[must_use]
    pub fn text(&self) -> String {
        if self.unit.is_empty() { self.label.clone() } else { format!("{} ({})", self.label, self.unit) }
    }
}
