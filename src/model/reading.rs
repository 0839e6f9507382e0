//! From a scenario's text to an assessment in one step, with everything that was said on the way.

use super::assessment::Assessment;
use super::link::link_with;
use super::option::{MOST_OPTIONS, OwnScenario, Scenarios};
use super::overrides::{Override, override_inputs};
use super::standard::Model;
use super::supply::{self, Choices};
use super::{total, translate};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Span, TextId, Texts};
use crate::language::Localizer;
use crate::scenario::{Files, FoundFile, Located, Merged, OptionEntry, Role, load};
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
/// give the model values that depend on the scenario before the two are linked: it is asked of the scenario first, then of
/// those that its options are.
#[must_use]
pub fn read_scenario_with(
    file: FoundFile,
    files: &impl Files,
    overrides: &[Override],
    choices: &Choices,
    mut complete: impl FnMut(&mut Model, &mut Merged, &mut Texts, &mut Diagnostics),
) -> Reading {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let name = Path::new(&file.name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let mut model = Model::standard(&mut texts, &mut diagnostics);
    let mut merged = load(file, files, &model.scopes(), &mut texts, &mut diagnostics);
    let mut override_texts = Vec::new();
    let mut assessment = None;
    let plain = model.clone();
    let before = diagnostics.len();
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
        let language = merged.entries.language;
        let mut own = Diagnostics::default();
        let reader =
            OptionReader { files, model: &plain, overrides, choices: &Choices { language, ..choices.clone() } };
        let scenarios = reader.read_all(&merged.entries.options, &mut texts, &mut own, &mut complete);
        assessment = link_with(&name, (&model, merged), overrides, &scenarios, &texts, &mut diagnostics);
        diagnostics.retract(before, &merged.lost);
        if own.has_errors() {
            assessment = None;
            add_new(&mut diagnostics, &own, &texts);
        }
    }
    Reading { assessment, merged, diagnostics, texts, override_texts }
}

/// Reads the scenarios that options are.
struct OptionReader<'a, F> {
    files: &'a F,
    model: &'a Model,
    overrides: &'a [Override],
    choices: &'a Choices,
}

impl<F: Files> OptionReader<'_, F> {
    fn read_all(
        &self,
        options: &[OptionEntry],
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
        complete: &mut impl FnMut(&mut Model, &mut Merged, &mut Texts, &mut Diagnostics),
    ) -> Scenarios {
        let mut found = Scenarios::new();
        for option in options.iter().take(MOST_OPTIONS) {
            let Some(of) = &option.of else { continue };
            let from = texts.name(of.span.text).to_owned();
            match self.files.read(&of.value, &from) {
                Ok(file) => {
                    let mut own = Diagnostics::default();
                    if let Some(scenario) = self.read(file, texts, &mut own, complete) {
                        found.insert(option.name.value.to_string(), own_scenario(scenario).into());
                    }
                    // What is merely odd in a scenario is said when it is read for itself.
                    if own.has_errors() {
                        diagnostics.extend(own);
                    }
                }
                Err((reason, help)) => diagnostics.push(Diagnostic::error(reason).at(of.span, "").opt_help(help)),
            }
        }
        found
    }

    fn read(
        &self,
        file: FoundFile,
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
        complete: &mut impl FnMut(&mut Model, &mut Merged, &mut Texts, &mut Diagnostics),
    ) -> Option<Assessment> {
        let mut model = self.model.clone();
        let mut merged = load(file, self.files, &model.scopes(), texts, diagnostics)?;
        complete(&mut model, &mut merged, texts, diagnostics);
        merged.entries.language = self.choices.language;
        let words = Localizer::new(merged.entries.language.unwrap_or_default());
        model.translate(words);
        supply::choose(&mut merged.entries, &model, &self.choices.coalition, words, texts, diagnostics);
        model.derived = total::derived(&model, &merged.entries, diagnostics);
        // What the command line sets of the world holds in all options; what it sets of the plan is the scenario's own. A
        // name that is wrong was complained of there.
        let is_of_world = |item: &&Override| {
            let name = item.text.split_once('=').map_or("", |(name, _)| name.trim());
            let own = merged.entries.inputs.iter().chain(&model.entries.inputs);
            own.filter(|input| input.path() == name).find_map(|input| input.role.as_deref()) != Some(Role::Lever.word())
        };
        let overrides: Vec<Override> = self.overrides.iter().filter(is_of_world).cloned().collect();
        let _ = override_inputs(&mut merged.entries, &overrides, &model, texts, &mut Diagnostics::default());
        translate::countries(&mut merged.entries.members, words);
        // Options of options are followed no further.
        (merged.entries.options, merged.entries.regret) = (Vec::new(), None);
        link_with("option", (&model, &merged), &overrides, &Scenarios::new(), texts, diagnostics)
    }
}

/// A scenario as an option has it.
fn own_scenario(scenario: Assessment) -> OwnScenario {
    let Assessment { purpose, mission, titles, sources, calculation, roles, .. } = scenario;
    OwnScenario { purpose, mission, titles, sources, calculation, roles }
}

/// Adds complaints that were not made yet: a file that two scenarios extend is read for each.
fn add_new(diagnostics: &mut Diagnostics, more: &Diagnostics, texts: &Texts) {
    let place = |one: &Diagnostic| {
        let first = one.places.first().map(|(span, _)| (texts.name(span.text).to_owned(), span.start));
        (one.message.clone(), first)
    };
    for one in more.sorted() {
        let known = diagnostics.sorted().into_iter().any(|other| place(other) == place(one));
        if !known && one.severity == Severity::Error {
            diagnostics.push(one.clone());
        }
    }
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
