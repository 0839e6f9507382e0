//! What a file says about pictures: sweeps, charts and how they look, before names are looked up.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text};
use super::written::Written;
use crate::diagnostic::Span;

/// One input's points in a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct VaryEntry {
    /// The input.
    pub vary: Option<Located<Text>>,
    /// First value.
    pub from: Option<Written>,
    /// Last value.
    pub to: Option<Written>,
    /// Number of points.
    pub steps: Option<Located<f64>>,
    /// Whether the points are spaced by a factor.
    pub log: bool,
}

impl VaryEntry {
    /// Gives bare ends over an input the unit that they were written for.
    pub(super) fn keep_unit(&mut self, input: &str, unit: &str) {
        if self.vary.as_ref().is_some_and(|vary| vary.value == input) {
            self.from.iter_mut().chain(&mut self.to).for_each(|end| end.keep_unit(unit));
        }
    }

    pub(super) fn read(table: &Table) -> Self {
        Self {
            vary: table.text("vary"),
            from: Written::key(table, "from"),
            to: Written::key(table, "to"),
            steps: table.number("steps"),
            log: table.text("scale").is_some_and(|scale| scale.value == "log"),
        }
    }
}

/// A sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepEntry {
    /// Where it stands.
    pub span: Span,
    /// The name of its files.
    pub id: Option<Located<Text>>,
    /// The chart's title.
    pub title: Option<Text>,
    /// The input along the horizontal axis.
    pub first: VaryEntry,
    /// A grid's second input.
    pub second: Option<VaryEntry>,
    /// Metrics to compute.
    pub show: Vec<Located<Text>>,
    /// Metrics drawn as reference lines.
    pub mark: Vec<Located<Text>>,
}

impl SweepEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        Self {
            span,
            id: table.text("id"),
            title: table.words("title"),
            first: VaryEntry::read(table),
            second: table.table("against").map(|against| VaryEntry::read(against.value)),
            show: table.texts("show"),
            mark: table.texts("mark"),
        }
    }

    /// The name of its files.
    #[must_use]
    pub fn id(&self) -> String {
        if let Some(id) = &self.id {
            return id.value.to_string();
        }
        let name = |vary: &VaryEntry| vary.vary.as_ref().map_or("", |name| name.as_str()).replace('.', "_");
        match &self.second {
            Some(second) => format!("{}_by_{}", name(&self.first), name(second)),
            None => name(&self.first),
        }
    }
}

/// A chart of bars, or a title and size for another chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartEntry {
    /// The name of its files.
    pub id: Located<Text>,
    /// The chart's title.
    pub title: Option<Text>,
    /// Its width.
    pub size: Option<Text>,
    /// Its panels.
    pub panels: Vec<PanelEntry>,
}

/// Metrics of one unit in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelEntry {
    /// What the bars show.
    pub label: Text,
    /// The metrics.
    pub show: Vec<Located<Text>>,
    /// Metrics to hold them against.
    pub yardstick: Vec<Located<Text>>,
}

impl ChartEntry {
    pub(super) fn read(table: &Table) -> Option<Self> {
        let panels = table.list_of_tables("panel").map(|panel| PanelEntry {
            label: panel.value.words("label").unwrap_or_default(),
            show: panel.value.texts("show"),
            yardstick: panel.value.texts("yardstick"),
        });
        Some(Self {
            id: table.text("id")?,
            title: table.words("title"),
            size: table.text("size").map(|size| size.value),
            panels: panels.collect(),
        })
    }
}
