//! The words around a chart: title, subtitle, footer, and what a screen reader says.
//!
//! Knows nothing of what is inside.

use serde::Serialize;

/// The words around a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
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
