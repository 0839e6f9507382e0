//! Scenario files from disk, or the one that is built in.

use super::failure::Failure;
use super::printer::Printer;
use clap::CommandFactory;
use forcesize::diagnostic::{Diagnostics, Texts, did_you_mean};
use forcesize::evidence::Evidence;
use forcesize::model::{Assessment, Coalition, Override, read_scenario_with};
use forcesize::report::manifest::{HashedFile, sha256};
use forcesize::scenario::{Entries, Files, FoundFile, LARGEST, Missions};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The built-in scenario's file name.
pub const DEFAULT_NAME: &str = "ukraine-2025.toml";
const DEFAULT: &str = include_str!("../../scenarios/ukraine-2025.toml");

/// A scenario that was read, with what a run has to know of it.
pub struct Loaded {
    /// The file as the command line names it; absent for the scenario that is built in.
    pub path: Option<PathBuf>,
    /// The assessment.
    pub assessment: Assessment,
    /// The entries it was made of.
    pub entries: Entries,
    /// The files it was made of.
    pub files: Vec<HashedFile>,
    /// All texts complaints can point to.
    pub texts: Texts,
    /// Missions of the scenario's own.
    pub missions: Option<Missions>,
    /// What past missions say, where the scenario states its purpose.
    pub evidence: Option<Evidence>,
    /// Warnings.
    pub diagnostics: Diagnostics,
}

/// Files on disk; `extends = "builtin:ukraine-2025.toml"` is the built-in scenario.
struct Disk;

impl Files for Disk {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        if let Some(wanted) = name.strip_prefix("builtin:") {
            let help = format!("the one that is built in is `builtin:{DEFAULT_NAME}`");
            return if wanted == DEFAULT_NAME {
                Ok(built_in())
            } else {
                Err((format!("no scenario called `{wanted}` is built in"), Some(help)))
            };
        }
        let folder = Path::new(from).parent().unwrap_or(Path::new(""));
        read(&folder.join(name))
    }
}

fn built_in() -> FoundFile {
    FoundFile {
        name: DEFAULT_NAME.to_owned(),
        identity: format!("builtin:{DEFAULT_NAME}"),
        content: DEFAULT.to_owned(),
    }
}

/// Reads a scenario's text; the error says what is wrong and what to do.
pub fn read(path: &Path) -> Result<FoundFile, (String, Option<String>)> {
    let shown = path.display();
    let failed = |reason: &str, help: Option<String>| Err((format!("cannot read `{shown}`: {reason}"), help));
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return failed("there is no such file", neighbour(path));
        }
        Err(error) => return failed(&error.to_string(), None),
    };
    if metadata.is_dir() {
        let help = format!("name a scenario file in it, such as `{}`", path.join("scenario.toml").display());
        return failed("it is a folder", Some(help));
    }
    if metadata.len() > LARGEST as u64 {
        let help = "a scenario is a page or two of TOML, at most 1 MB".to_owned();
        return failed(&format!("{} MB is too large for a scenario", metadata.len() / 1_000_000), Some(help));
    }
    // A device has no length: never more than a scenario can have is read.
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes));
    if let Err(error) = opened {
        return failed(&error.to_string(), None);
    }
    if bytes.len() > LARGEST {
        return failed(
            "it is too large for a scenario",
            Some("a scenario is a page or two of TOML, at most 1 MB".to_owned()),
        );
    }
    match String::from_utf8(bytes) {
        Ok(content) if content.contains('\0') => failed("it is not a text file", Some(TEXT_HELP.to_owned())),
        Ok(content) => Ok(FoundFile {
            name: path.to_string_lossy().into_owned(),
            identity: path.canonicalize().unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned(),
            content: content.strip_prefix('\u{feff}').map_or(content.clone(), str::to_owned),
        }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
            failed(&format!("it is not UTF-8 text (line {line}, byte {at})"), Some(TEXT_HELP.to_owned()))
        }
    }
}

const TEXT_HELP: &str = "a scenario is a text file in UTF-8: save it as such in your editor";

/// A file of a similar name in the same folder.
fn neighbour(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let wanted = path.file_name()?.to_string_lossy().into_owned();
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
        .collect();
    names.sort();
    did_you_mean(&wanted, names.iter().map(String::as_str)).or_else(|| {
        let cli = super::args::Cli::command();
        let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        did_you_mean(&wanted, commands).map(|hint| format!("{hint} `forcesize --help` lists the commands"))
    })
}

/// Reads and links a scenario, the built-in one where no path is given. Complaints are printed when there is an
/// error; warnings are kept for the caller.
pub fn scenario(path: Option<&PathBuf>, set: &[String], printer: &Printer) -> Result<Loaded, Failure> {
    scenario_with(path, set, &Coalition::default(), printer)
}

/// As [`scenario`], with a coalition in place of the scenario's.
pub fn scenario_with(
    path: Option<&PathBuf>,
    set: &[String],
    coalition: &Coalition,
    printer: &Printer,
) -> Result<Loaded, Failure> {
    let file = match path {
        Some(path) => read(path).map_err(|(message, help)| Failure::File(message, help))?,
        None => built_in(),
    };
    // The stem names the folder of the results.
    let stem = Path::new(&file.name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    if stem.trim_matches('.').is_empty() {
        let help = "results go into a folder of the file's name: call it my-scenario.toml".to_owned();
        return Err(Failure::File(format!("`{}` has no name to call the results by", file.name), Some(help)));
    }
    let overrides: Vec<Override> = set.iter().map(|text| Override { text: text.clone() }).collect();
    let mut evidence = None;
    let reading = read_scenario_with(file, &Disk, &overrides, coalition, |model, merged, texts, diagnostics| {
        if merged.entries.purpose.is_some() || merged.missions.is_some() {
            evidence = Evidence::read(merged.missions.as_slice(), texts, diagnostics);
        }
        if let (Some(evidence), Some(purpose)) = (&evidence, &merged.entries.purpose) {
            evidence.complete(model, purpose);
        }
    });
    let (Some(assessment), Some(merged)) = (reading.assessment, reading.merged) else {
        printer.diagnostics(&reading.diagnostics, &reading.texts);
        let of_command_line = reading.diagnostics.errors_only_in(&reading.override_texts);
        return Err(if of_command_line { Failure::SaidOfCommandLine } else { Failure::Said });
    };
    let (texts, diagnostics) = (reading.texts, reading.diagnostics);
    let files = merged.texts.iter().map(|id| HashedFile {
        name: Path::new(texts.name(*id))
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        sha256: sha256(texts.content(*id).as_bytes()),
    });
    let files = files.collect();
    let path = path.cloned();
    Ok(Loaded {
        path,
        assessment,
        entries: merged.entries,
        missions: merged.missions,
        evidence,
        files,
        texts,
        diagnostics,
    })
}
