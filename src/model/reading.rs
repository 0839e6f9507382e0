//! From a scenario's text to an assessment in one step, with everything that was said on the way.

use super::assessment::Assessment;
use super::link::link;
use super::overrides::{Override, override_inputs};
use super::standard::Model;
use super::supply::{self, Choices};
use super::{total, translate};
use crate::diagnostic::{Diagnostics, Span, TextId, Texts};
use crate::language::Localizer;
use crate::scenario::{Files, FoundFile, Located, Merged, load};
use std::fmt;
use std::path::Path;

/// What reading a scenario gave.
pub struct Reading {
    /// The assessment, unless there are errors.
    pub assessment: Option<Assessment>,
    /// What the scenario and the files it extends say, where that far was got.
    pub merged: Option<Merged>,
    /// Complaints: errors and warnings.
    pub diagnostics: Diagnostics,
    /// The texts that complaints point into.
    pub texts: Texts,
    /// Among them the texts of overrides, so that a caller can tell whose fault an error is.
    pub override_texts: Vec<TextId>,
}

/// Reads a scenario against the standard model. `files` finds what it extends.
#[must_use]
pub fn read_scenario(file: FoundFile, files: &impl Files, overrides: &[Override]) -> Reading {
    read_scenario_with(file, files, overrides, &Choices::default(), |_, _, _, _| ())
}

/// As [`read_scenario`], with the command line's choices in place of the scenario's where they are given. `complete` may
/// give the model values that depend on the scenario before the two are linked.
#[must_use]
pub fn read_scenario_with(
    file: FoundFile,
    files: &impl Files,
    overrides: &[Override],
    choices: &Choices,
    complete: impl FnOnce(&mut Model, &mut Merged, &mut Texts, &mut Diagnostics),
) -> Reading {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let name = Path::new(&file.name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let mut model = Model::standard(&mut texts, &mut diagnostics);
    let mut merged = load(file, files, &model.scopes(), &mut texts, &mut diagnostics);
    let mut override_texts = Vec::new();
    let mut assessment = None;
    if let Some(merged) = &mut merged {
        complete(&mut model, merged, &mut texts, &mut diagnostics);
        merged.entries.language = choices.language.or(merged.entries.language);
        let words = Localizer::new(merged.entries.language.unwrap_or_default());
        model.translate(words);
        let chosen =
            supply::choose(&mut merged.entries, &model, &choices.coalition, words, &mut texts, &mut diagnostics);
        model.derived = total::derived(&model, &merged.entries, &mut diagnostics);
        override_texts = override_inputs(&mut merged.entries, overrides, &model, &mut texts, &mut diagnostics);
        override_texts.extend(chosen);
        if let Some(basis) = &choices.basis {
            let text = texts.add("--basis", basis.clone());
            override_texts.push(text);
            merged.entries.cost_basis =
                Some(Located::new(basis.clone().into(), Span { text, start: 0, end: basis.len() }));
        }
        translate::countries(&mut merged.entries.members, words);
        assessment = link(&name, &model, merged, overrides, &texts, &mut diagnostics);
    }
    Reading { assessment, merged, diagnostics, texts, override_texts }
}

/// No files: for scenarios that extend nothing.
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, name: &str, _: &str) -> Result<FoundFile, (String, Option<String>)> {
        Err((format!("cannot read `{name}`: this scenario is not in a file"), None))
    }
}

/// Everything that is wrong with a scenario, drawn for a person: where, what, and what to do.
#[derive(Clone, PartialEq, Eq)]
pub struct Complaints(String);

impl Complaints {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Complaints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Complaints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Complaints {}

/// Reads a scenario that stands alone from its text.
///
/// # Errors
/// Every complaint, drawn for a person.
pub fn assess(name: &str, text: &str) -> Result<Assessment, Complaints> {
    let file = FoundFile { name: name.to_owned(), identity: name.to_owned(), content: text.to_owned() };
    let reading = read_scenario(file, &NoFiles, &[]);
    reading.assessment.ok_or_else(|| Complaints(reading.diagnostics.plain(&reading.texts)))
}
