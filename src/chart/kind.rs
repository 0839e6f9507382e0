//! A chart of any kind: the one description that is painted, kept or handed on.
//!
//! Knows nothing of how a kind is painted.

use super::bars::Bars;
use super::canvas::{Canvas, Frame};
use super::dots::Dots;
use super::exceedance::Exceedance;
use super::frontier::Frontier;
use super::heading::Heading;
use super::heatmap::HeatMap;
use super::index_bars::IndexBars;
use super::intervals::Intervals;
use super::lines::LineChart;
use super::matrix::Matrix;
use super::painter::Paint;
use super::ranges::Ranges;
use super::region::RegionChart;
use super::scatter::Scatter;
use super::shares::Shares;
use super::slope::Slope;
use super::spans::Spans;
use super::stack::Stack;
use super::strips::Strips;
use super::style::Style;
use super::timeline::Timeline;
use super::tornado::Tornado;
use super::waterfall::Waterfall;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $kind:ident),* $(,)?) => {
        /// A chart as data: what it shows, and nothing of how it looks.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Chart {
            $($(#[doc = $doc])* $kind($kind),)*
        }

        $(impl From<$kind> for Chart {
            fn from(chart: $kind) -> Self {
                Self::$kind(chart)
            }
        })*

        impl Paint for Chart {
            fn heading(&self) -> &Heading {
                match self {
                    $(Self::$kind(chart) => chart.heading(),)*
                }
            }

            fn paint(&self, frame: Frame<'_>) -> Canvas {
                match self {
                    $(Self::$kind(chart) => chart.paint(frame),)*
                }
            }
        }
    };
}

kinds! {
    /// Horizontal bars.
    Bars,
    /// Values of classes along an axis.
    Dots,
    /// Shares of samples that reach a value.
    Exceedance,
    /// Curves that part a plane.
    Frontier,
    /// A field in colours.
    HeatMap,
    /// Shares of a whole, each alone and with others.
    IndexBars,
    /// Estimates with their intervals.
    Intervals,
    /// Lines over one quantity.
    LineChart,
    /// A table of shaded cells.
    Matrix,
    /// Ranges side by side.
    Ranges,
    /// A box of inputs.
    RegionChart,
    /// Points of a plane with a line through them.
    Scatter,
    /// A table of shares.
    Shares,
    /// Lines from case to case.
    Slope,
    /// Spreads from zero upwards.
    Spans,
    /// Bars made of parts.
    Stack,
    /// How samples spread.
    Strips,
    /// Values by their dates.
    Timeline,
    /// What each input alone does.
    Tornado,
    /// Steps from one value to another.
    Waterfall,
}

impl Chart {
    /// The words around it.
    #[must_use]
    pub fn heading(&self) -> &Heading {
        Paint::heading(self)
    }

    /// The chart as SVG text.
    #[must_use]
    pub fn svg(&self, style: &Style) -> String {
        Paint::svg(self, style)
    }
}
