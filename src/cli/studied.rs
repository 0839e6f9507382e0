//! Scenarios read and studied, for the commands that write all of it.

use super::failure::Failure;
use super::flags::{LookArgs, ScenariosArgs};
use super::load::{self, Loaded};
use super::printer::{Bar, Printer};
use forcesize::analysis::monte_carlo::MonteCarlo;
use forcesize::diagnostic::Severity;
use forcesize::model::{Assessment, Choices};
use forcesize::report::answer::{Answer, answer};
use forcesize::report::complaints;
use forcesize::report::figure::RenderedChart;
use forcesize::report::section::Section;
use forcesize::report::study::Presentation;
use forcesize::study::{self, Finding, Options, Results};
use std::path::PathBuf;

/// Reads all scenarios before anything is written: one at fault stops them all. `looked_for` takes the files that they
/// are made of.
pub fn read_all(
    of: &ScenariosArgs,
    look: &LookArgs,
    looked_for: &mut Vec<PathBuf>,
    printer: &Printer,
) -> Result<Vec<Loaded>, Failure> {
    looked_for.extend(look.style.clone());
    let mut loaded = Vec::new();
    let mut worst = None;
    // Told once for all scenarios, which are then read without it.
    let silent = LookArgs::default();
    let look = if super::look::validate_style_file(look, printer) {
        look
    } else {
        worst = Some(Failure::Reported);
        &silent
    };
    for path in of.paths() {
        match load::attempt(path, &of.set, &Choices::default()) {
            Ok(attempt) => {
                looked_for.extend(attempt.paths);
                match attempt.outcome {
                    Ok(mut one) => match super::look::apply_style(&mut one, look, printer) {
                        Ok(()) => loaded.push(one),
                        Err(failure) => worst = Some(failure),
                    },
                    Err(refused) => worst = Some(refused.said(printer)),
                }
            }
            Err(failure) => {
                looked_for.extend(path.cloned());
                worst = Some(match failure {
                    Failure::File(message, help) => {
                        printer.complain(&message, help.as_deref());
                        Failure::Reported
                    }
                    failure => failure,
                });
            }
        }
    }
    worst.map_or(Ok(loaded), Err)
}

/// Complains of two scenarios that would write into one folder.
pub fn ensure_distinct_names(loaded: &[Loaded]) -> Result<(), Failure> {
    for (index, one) in loaded.iter().enumerate() {
        if loaded[..index].iter().any(|other| other.assessment.name == one.assessment.name) {
            return Err(Failure::CommandLine(
                format!("two scenarios are called `{}` and would write into one folder", one.assessment.name),
                Some("rename one of the files, or run them one by one with --out".to_owned()),
            ));
        }
    }
    Ok(())
}

/// What a scenario asked for, and what there is to show of it.
pub struct Studied {
    pub results: Results,
    /// The answer, line by line.
    pub answer: Answer,
    /// A section for each analysis.
    pub sections: Vec<Section>,
    /// The charts that belong to no analysis.
    pub charts: Vec<RenderedChart>,
}

/// Does everything that a scenario asks for, with a bar while samples take long.
pub fn study(one: &Loaded, printer: &Printer) -> Result<Studied, Failure> {
    let assessment = &one.assessment;
    let bar = bar(assessment, printer);
    let progress = |samples| bar.advance(samples);
    let presentation = Presentation::new(assessment, one.evidence.as_ref());
    let found = |finding: Finding<'_>| presentation.take(finding);
    let options = Options::default().with_progress(&progress).with_found(&found);
    let (results, ()) = rayon::join(|| study::run(assessment, &options), || presentation.begin());
    let results = results.map_err(|fault| Failure::of_study(assessment, fault))?;
    let (sections, charts) = presentation.finish();
    let answer = answer(assessment, &results, one.evidence.as_ref());
    Ok(Studied { results, answer, sections, charts })
}

/// The samples that the scenario asks for, if it does and an input has a range.
pub fn samples(assessment: &Assessment, printer: &Printer) -> Result<Option<MonteCarlo>, Failure> {
    let bar = bar(assessment, printer);
    let progress = |samples| bar.advance(samples);
    let samples = study::samples(assessment, &Options::default().with_progress(&progress));
    samples.map_err(|fault| Failure::of_study(assessment, fault))
}

/// A bar as long as the samples that the scenario asks for.
fn bar(assessment: &Assessment, printer: &Printer) -> Bar {
    let settings = study::sampling(assessment);
    printer.bar(settings.rounded().unwrap_or(settings.samples), "samples")
}

/// What a reader is to be told with care: the warnings that authors wrote, then what was odd in the scenario, in the
/// language of its reports.
pub fn warnings(one: &Loaded) -> Vec<String> {
    let words = one.assessment.words;
    let of_authors = one.assessment.warnings.iter().map(|warning| match &warning.of {
        Some(of) => words.pair(&format!("`{of}`"), &warning.text),
        None => warning.text.clone(),
    });
    let sorted = one.diagnostics.sorted();
    let warnings = sorted.iter().filter(|item| item.severity == Severity::Warning);
    of_authors.chain(warnings.map(|item| complaints::said(item, words))).collect()
}
