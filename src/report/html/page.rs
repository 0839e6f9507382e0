//! What a page shows.

use crate::evidence::Evidence;
use crate::model::Assessment;
use crate::report::answer::Answer;
use crate::report::figure::RenderedChart;
use crate::report::manifest::Manifest;
use crate::report::section::Section;
use crate::scenario::Entries;
use crate::study::Results;

/// How the scenario is reached again, for the command line and the file that a reader takes away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioReference {
    /// The scenario's file without its folder; absent for the built-in one.
    pub argument: Option<String>,
    /// What a file beside the scenario writes behind `extends`.
    pub extends: String,
}

/// What a page shows.
pub struct Page<'a> {
    /// Inputs and metrics.
    pub assessment: &'a Assessment,
    /// The entries that the scenario was made of.
    pub entries: &'a Entries,
    /// What the analyses found.
    pub results: &'a Results,
    /// The past missions that the answer compares it with.
    pub evidence: Option<&'a Evidence>,
    /// The answer, line by line.
    pub answer: &'a Answer,
    /// The analyses.
    pub sections: &'a [Section],
    /// Charts that belong to no analysis.
    pub charts: &'a [RenderedChart],
    /// What was odd in the scenario.
    pub warnings: &'a [String],
    /// What the run was made of.
    pub manifest: &'a Manifest,
    /// How the scenario is reached again.
    pub reached: &'a ScenarioReference,
    /// The version of the page, where it asks the server that it came from whether there is a later one.
    pub version: Option<u64>,
}
