//! How charts are drawn, apart from their data: size on paper, theme, language.
//!
//! Knows nothing of the kinds of charts.

use super::theme::Theme;
use crate::language::Localizer;

/// How a chart is drawn, apart from its data.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Style {
    /// Size on paper.
    pub size: Size,
    /// Colours, letters and lines.
    pub theme: Theme,
    /// How numbers and the charts' own words are said.
    pub words: Localizer,
}

/// Size on paper in millimetres. The height is a preference: charts with many rows or panels grow beyond it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in mm, kept between 50 and 500.
    pub width_mm: f64,
    /// Preferred height in mm, kept between 30 and 500.
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
