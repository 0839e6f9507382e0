//! Lines of one unit, and how they look: the same in all panels of a chart.
//!
//! Knows nothing of where on the page they are drawn.

use super::axis::Scale;
use super::canvas::{Canvas, Stroke};
use super::mark::Mark;
use super::palette;
use super::slot::RangeSlots;
use super::theme::LINE_WIDTH;
use serde::Serialize;

/// Lines of one unit.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LinePanel {
    /// What is measured.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// Scale of the y axis.
    pub scale: Scale,
    /// The lines. Those of the same label in other panels look the same.
    pub series: Vec<Series>,
    /// Horizontal lines. One far beyond the data is told in words at the edge instead.
    pub marks: Vec<Mark>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Series {
    /// Printed at its right end; may be empty when the panel has but one.
    pub label: String,
    /// x and y in the units of the axes, in order of x; not finite makes a gap.
    pub points: Vec<(f64, f64)>,
    /// x, low and high in the units of the axes, drawn as an area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Vec<(f64, f64, f64)>>,
    /// What y is for each x: on the line, and at the low and high edge of the band.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub slots: RangeSlots,
}

/// How series look: their place in the list of all labels of the chart.
pub(super) struct SeriesStyles<'a> {
    pub labels: Vec<&'a str>,
}

impl SeriesStyles<'_> {
    pub fn index(&self, series: &Series) -> usize {
        self.labels.iter().position(|l| *l == series.label).unwrap_or(0)
    }

    pub fn stroke(&self, canvas: &Canvas, series: &Series) -> Stroke {
        Self::numbered(canvas, self.index(series))
    }

    pub fn numbered(canvas: &Canvas, index: usize) -> Stroke {
        Stroke {
            colour: canvas.theme.category(index),
            width: LINE_WIDTH * canvas.theme.line_scale,
            dash: palette::dash(index),
        }
    }
}

/// Why a panel has no lines, as the key of a text.
pub(super) fn why_empty(x: Scale, panel: &LinePanel) -> &'static str {
    let any = panel.series.iter().any(|s| s.points.iter().any(|p| p.0.is_finite() && p.1.is_finite()));
    if any && (x == Scale::Log || panel.scale == Scale::Log) { "no-positive-values" } else { "no-values" }
}
