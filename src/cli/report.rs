//! `forcesize report`: a scenario's results as one page for a browser, which computes anew as one moves its sliders.

use super::artifact::Artifact;
use super::deliver;
use super::failure::Failure;
use super::flags::{LookArgs, ScenariosArgs};
use super::load::{self, Loaded};
use super::output;
use super::printer::Printer;
use super::served::Site;
use super::studied::{self, Studied};
use super::watch::watch_loop;
use clap::Args;
use forcesize::report::html::{Page, ScenarioReference};
use forcesize::report::manifest::Manifest;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The page's name in a scenario's folder.
pub const NAME: &str = "report.html";

/// Arguments of `report`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize report --open                         the built-in scenario, in the browser\n  \
    forcesize report mine.toml --out pages          pages/mine/report.html\n  \
    forcesize report --set peacekeepers=\"25_000 troops\"")]
pub struct ReportArgs {
    /// The scenarios
    #[command(flatten)]
    pub of: ScenariosArgs,
    /// Folder for results; each scenario gets a folder of its own inside [default: output, where what is set has one too]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How charts look
    #[command(flatten)]
    pub look: LookArgs,
    /// Do it again whenever the scenario, or a file it extends or includes, is saved, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
    /// Open the pages in the browser
    #[arg(long)]
    pub open: bool,
}

pub fn run(args: &ReportArgs, printer: &Printer) -> Result<(), Failure> {
    let site = if args.watch && args.open { Some(Site::start()?) } else { None };
    let mut opens = args.open;
    watch_loop(args.watch, &args.of.scenarios, printer, |looked_for| {
        printer.taken_complaints();
        let outcome = run_once(args, (opens, site.as_ref()), looked_for, printer);
        opens &= outcome.is_err();
        match (outcome, &site) {
            (Err(Failure::ClosedPipe), _) => Err(Failure::ClosedPipe),
            (Err(failure), Some(site)) => {
                let _ = printer.report(failure);
                site.complain(printer.taken_complaints());
                Err(Failure::Reported)
            }
            (outcome, _) => outcome,
        }
    })
}

/// Writes all pages, and opens them where they are to be opened, from the server where there is one; `looked_for` takes
/// the files that they are made of.
fn run_once(
    args: &ReportArgs,
    (opens, site): (bool, Option<&Site>),
    looked_for: &mut Vec<PathBuf>,
    printer: &Printer,
) -> Result<(), Failure> {
    let loaded = studied::read_all(&args.of, &args.look, looked_for, printer)?;
    studied::ensure_distinct_names(&loaded)?;
    let studies: Vec<Studied> =
        loaded.iter().map(|one| studied::study(one, printer)).collect::<Result<_, Failure>>()?;
    for (one, studied) in loaded.iter().zip(&studies) {
        let page = artifact(one, studied, &studied::warnings(one))?;
        let folder = one.folder(args.out.as_deref());
        output::add(&folder, vec![page])?;
        printer.diagnostics(&one.diagnostics, &one.texts);
        let target = folder.join(NAME);
        printer.result(&deliver::wrote(one.assessment.words, &[target.display().to_string()]))?;
        if opens && site.is_none() {
            open(&target)?;
        }
    }
    let Some(site) = site else { return Ok(()) };
    site.publish(&|version| {
        let pages = loaded.iter().zip(&studies);
        pages.map(|(one, studied)| html(one, studied, &studied::warnings(one), Some(version))).collect()
    })?;
    for position in (0..loaded.len()).filter(|_| opens) {
        let url = site.url(position);
        printer.result(&url)?;
        if let Err(error) = opener::open_browser(&url) {
            printer.warn(&format!("no browser could be started: {error}"), Some("open this address by hand"));
        }
    }
    Ok(())
}

/// The page of a scenario.
pub fn artifact(one: &Loaded, studied: &Studied, warnings: &[String]) -> Result<Artifact, Failure> {
    Ok(Artifact::new(NAME, html(one, studied, warnings, None)?))
}

/// The text of a page; with its version where it asks the server for a later one.
fn html(one: &Loaded, studied: &Studied, warnings: &[String], version: Option<u64>) -> Result<String, Failure> {
    let (parts, charts) = (&studied.sections, &studied.charts);
    let drawn = charts.iter().chain(parts.iter().flat_map(|part| &part.figures));
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        scenario: one.assessment.name.clone(),
        lang: one.assessment.words.named(),
        set: one.record.set.clone(),
        // A page cannot have its own hash.
        written: BTreeMap::new(),
        charts: drawn.map(|drawn| drawn.id.clone()).collect(),
        files: one.files(),
    };
    let reached = reached(one.path.as_deref());
    let page = Page {
        assessment: &one.assessment,
        entries: &one.entries,
        results: &studied.results,
        evidence: one.evidence.as_ref(),
        answer: &studied.answer,
        sections: parts,
        charts,
        warnings,
        manifest: &manifest,
        reached: &reached,
        version,
    };
    page.html().map_err(|error| Failure::File(format!("cannot write the page: {error}"), None))
}

/// How a reader reaches the scenario again. A page is passed on: it does not tell where on a disk the file lay.
fn reached(path: Option<&Path>) -> ScenarioReference {
    let Some(path) = path else {
        return ScenarioReference { argument: None, extends: format!("builtin:{}", load::DEFAULT_NAME) };
    };
    // What was read from a pipe has no name; a copy of it gets one.
    let name = if path == Path::new(load::STANDARD_INPUT) {
        "scenario.toml".to_owned()
    } else {
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    };
    ScenarioReference { argument: Some(name.clone()), extends: name }
}

fn open(target: &Path) -> Result<(), Failure> {
    opener::open_browser(target).map_err(|error| {
        let help = format!("open `{}` by hand", target.display());
        Failure::File(format!("no browser could be started: {error}"), Some(help))
    })
}
