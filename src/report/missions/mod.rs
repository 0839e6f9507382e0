//! Past missions as a section of a report.

mod figure;
mod outcome;
mod rows;
mod text;

pub(crate) use figure::precedents;
pub(super) use outcome::of_missions;
pub(super) use rows::BandRow;
pub use rows::csv;
pub(crate) use rows::json;
pub(super) use text::{decimals, density_label, nothing, quartile_text, variable_label};

use crate::evidence::Evidence;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::{BANDS, MISSIONS};
use crate::report::section::Section;
use crate::scenario::Look;
use outcome::outcomes;
use rows::bands_csv;
use text::{bands, counted, missions, pooled, sentences};

/// The section that lists missions with their densities, bands and regressions.
#[must_use]
pub fn section(words: Localizer, evidence: &Evidence, like: Option<&Assessment>, look: &Look) -> Section {
    // Held against a scenario, the densities are drawn with it, in its own section.
    let mut figures = figure::strengths(words, evidence, like, look);
    if like.is_none() {
        figures.insert(0, precedents(words, evidence, None, look));
    }
    Section {
        tables: vec![
            missions(words, evidence),
            counted(words, evidence),
            outcomes(words, evidence),
            bands(words, evidence),
            pooled(words, evidence),
        ],
        sentences: sentences(words, evidence),
        files: vec![(MISSIONS.csv(), csv(evidence)), (BANDS.csv(), bands_csv(evidence))],
        figures,
        ..Section::new("missions", &words.text("missions-part"), json(evidence))
    }
}
