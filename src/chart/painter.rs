//! What every kind of chart has in common: words around it, and a way onto the page inside them.
//!
//! Knows nothing of the kinds.

use super::canvas::{Canvas, Frame};
use super::heading::Heading;
use super::style::Style;

/// A description that can be painted.
pub trait Paint {
    /// The words around the chart.
    fn heading(&self) -> &Heading;

    /// Paints the chart inside the words around it.
    fn paint(&self, frame: Frame<'_>) -> Canvas;

    /// The chart as SVG text.
    fn svg(&self, style: &Style) -> String {
        self.paint(Frame::new(self.heading(), style)).finish()
    }
}
