//! Scenario files from disk, or the one that is built in.

use super::failure::Failure;
use super::flags::{COMMANDS, SetArgs, YARDSTICK};
use super::printer::Printer;
use super::reader::{self, Unread};
use super::recorded::{Recorded, Recorder, Watched, file_name};
use super::set_from;
use super::settings::{self, Settings};
use super::typed::{instead, quoted};
use forcesize::diagnostic::{Diagnostics, Span, TextId, Texts, closest, did_you_mean};
use forcesize::evidence::Evidence;
use forcesize::language::{Language, Localizer};
use forcesize::model::own_name::is_device;
use forcesize::model::{Assessment, Choices, Override, read_scenario_with};
use forcesize::report::manifest::{HashedFile, sha256};
use forcesize::report::record::{Record, RecordedFile};
use forcesize::scenario::{Entries, Files, FoundFile, Located, Missions};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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
    /// What it can be computed from again.
    pub record: Record,
    /// What the command line sets, as it follows the scenario's name in that of a folder.
    pub settings: String,
    /// The texts of the files it was made of.
    made_of: Vec<TextId>,
    /// All texts complaints can point to.
    pub texts: Texts,
    /// Missions of the scenario's own.
    pub missions: Option<Missions>,
    /// What past missions say, where the scenario states its purpose.
    pub evidence: Option<Evidence>,
    /// Warnings.
    pub diagnostics: Diagnostics,
}

impl Loaded {
    /// The files it was made of.
    pub fn files(&self) -> Vec<HashedFile> {
        let hashed = |id: &TextId| HashedFile {
            name: file_name(self.texts.name(*id)),
            sha256: sha256(self.texts.content(*id).as_bytes()),
        };
        self.made_of.iter().map(hashed).collect()
    }

    /// The scenario, what is set over it and the language as arguments of a command, in quotes where need be; empty for
    /// the one that is built in as it is.
    pub fn argument(&self) -> String {
        let path = self.path.as_ref().map_or_else(String::new, |path| quoted(&path.to_string_lossy()));
        let lang = self.record.lang.as_ref().map_or_else(String::new, |lang| format!(" --lang {lang}"));
        format!("{path}{}{lang}", settings::typed(&self.record.set)).trim_start().to_owned()
    }

    /// The folder for its results, below the one that the command line names.
    pub fn folder(&self, out: Option<&Path>) -> PathBuf {
        settings::folder(out, &self.assessment.name, &self.settings)
    }

    /// Says the warnings about values set on the command line, which no other run would say.
    pub fn print_override_warnings(&self, printer: &Printer) {
        let mut doubts = Diagnostics::default();
        for warning in self.diagnostics.sorted() {
            if warning.places.first().is_some_and(|(span, _)| self.texts.name(span.text) == "--set") {
                doubts.push(warning.clone());
            }
        }
        printer.diagnostics(&doubts, &self.texts);
    }
}

/// A scenario that was not computed, with all complaints about it.
pub struct Refused {
    /// What complaints point into.
    pub texts: Texts,
    /// Complaints, some of them errors.
    pub diagnostics: Diagnostics,
    /// Whether all errors are in what the command line says.
    pub of_command_line: bool,
}

impl Refused {
    /// Says what is wrong; the failure that is left.
    pub fn said(self, printer: &Printer) -> Failure {
        printer.diagnostics(&self.diagnostics, &self.texts);
        if self.of_command_line { Failure::ReportedOfCommandLine } else { Failure::Reported }
    }
}

/// What reading a scenario came to.
pub struct Attempt {
    /// The scenario, or the complaints about it.
    pub outcome: Result<Loaded, Refused>,
    /// The files on disk that were looked for, found or not, the scenario first.
    pub paths: Vec<PathBuf>,
}

/// Files on disk; `extends = "builtin:ukraine-2025.toml"` is the built-in scenario.
#[derive(Default)]
pub struct Disk {
    looked_for: RefCell<Vec<PathBuf>>,
}

impl Watched for Disk {
    fn looked_for(&self) -> Vec<PathBuf> {
        self.looked_for.borrow().clone()
    }
}

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
        let path = Path::new(from).parent().unwrap_or(Path::new("")).join(name);
        self.looked_for.borrow_mut().push(path.clone());
        read(&path).map_err(|(message, hint)| {
            let help = if path.file_name().is_some_and(|name| name == DEFAULT_NAME) && !path.exists() {
                // A variant that was copied out of its folder.
                format!("the one that is built in is `builtin:{DEFAULT_NAME}`")
            } else {
                hint.unwrap_or_else(|| "the path counts from the folder of the file that names it".to_owned())
            };
            (message, Some(help))
        })
    }

    fn read_font(&self, name: &str, from: &str) -> Result<Option<Vec<u8>>, (String, Option<String>)> {
        let path = Path::new(from).parent().unwrap_or(Path::new("")).join(name);
        self.looked_for.borrow_mut().push(path.clone());
        reader::bytes(&path, reader::FONT).map(Some).map_err(|unread| {
            (format!("cannot read `{}`: {}", path.display(), unread.reason(reader::FONT, "a font")), None)
        })
    }
}

fn built_in() -> FoundFile {
    FoundFile {
        name: DEFAULT_NAME.to_owned(),
        identity: format!("builtin:{DEFAULT_NAME}"),
        content: DEFAULT.to_owned(),
    }
}

/// Standard input in the place of a file.
pub const STANDARD_INPUT: &str = "-";

/// What standard input is called in complaints, and its results by.
const PIPED: &str = "stdin";

/// What standard input said: it can be read once, and is named as often as one likes.
static PIPED_BYTES: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();

fn piped() -> Result<Vec<u8>, String> {
    let read = || {
        let all = reader::from(std::io::stdin().lock(), reader::TOML);
        all.map_err(|unread| unread.reason(reader::TOML, "a scenario"))
    };
    PIPED_BYTES.get_or_init(read).clone()
}

/// Reads a scenario's text, of `-` from standard input; the error says what is wrong and what to do.
pub fn read(path: &Path) -> Result<FoundFile, (String, Option<String>)> {
    if path == Path::new(STANDARD_INPUT) {
        let failed =
            |reason: String, help: &str| (format!("cannot read standard input: {reason}"), Some(help.to_owned()));
        let bytes = piped().map_err(|reason| failed(reason, "`-` stands for it; name a file, or pipe one in"))?;
        let content = text(bytes).map_err(|(reason, help)| failed(reason, help))?;
        return Ok(FoundFile { name: PIPED.to_owned(), identity: STANDARD_INPUT.to_owned(), content });
    }
    let shown = path.display();
    let failed = |reason: &str, help: Option<String>| Err((format!("cannot read `{shown}`: {reason}"), help));
    let bytes = match reader::bytes(path, reader::TOML) {
        Ok(bytes) => bytes,
        Err(unread) => {
            let help = match unread {
                Unread::Missing => neighbour(path),
                Unread::Folder => Some(inside(path)),
                Unread::Special(_) => Some(format!("name a file, or pipe it in as `{STANDARD_INPUT}`")),
                Unread::TooLarge => Some(SIZE_HELP.to_owned()),
                Unread::Refused(_) => Some(ACCESS_HELP.to_owned()),
            };
            return failed(&unread.reason(reader::TOML, "a scenario"), help);
        }
    };
    match text(bytes) {
        Ok(content) => Ok(FoundFile {
            name: path.to_string_lossy().into_owned(),
            identity: path.canonicalize().unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned(),
            content,
        }),
        Err((reason, help)) => failed(&reason, Some(help.to_owned())),
    }
}

/// Advice on a folder in the place of a file: the scenario in it.
fn inside(folder: &Path) -> String {
    let usual = folder.join("scenario.toml");
    let named = folder.to_string_lossy();
    if usual.is_file() && std::env::args().any(|word| word == named) {
        return format!("the scenario in it: {}", instead(&named, &usual.to_string_lossy()));
    }
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut scenarios: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "toml") && path.is_file()).collect();
    scenarios.sort();
    let first = if usual.is_file() { Some(&usual) } else { scenarios.first() };
    match first {
        Some(first) => format!("name a scenario file in it, such as `{}`", quoted(&first.to_string_lossy())),
        None => "there is no scenario in it: name a file that ends in .toml".to_owned(),
    }
}

/// The text of a scenario's bytes; what is wrong with them, and what to do.
fn text(bytes: Vec<u8>) -> Result<String, (String, &'static str)> {
    match String::from_utf8(bytes) {
        Ok(content) if content.contains('\0') => Err(("it is not a text file".to_owned(), TEXT_HELP)),
        Ok(content) => Ok(content.strip_prefix('\u{feff}').map_or(content.clone(), str::to_owned)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
            Err((format!("it is not UTF-8 text (line {line}, byte {at})"), TEXT_HELP))
        }
    }
}

const SIZE_HELP: &str = "a scenario is a page or two of TOML, at most 1 MB";

const ACCESS_HELP: &str = "check the path and who may read the file";

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
    names.push(DEFAULT_NAME.trim_end_matches(".toml").to_owned());
    names.sort();
    let whole = format!("{wanted}.toml");
    if names.contains(&whole) {
        return Some(format!("did you mean `{}`?", quoted(&path.with_file_name(whole).to_string_lossy())));
    }
    let near = closest(&wanted, names.iter().map(String::as_str));
    near.map(|name| format!("did you mean `{}`?", quoted(name))).or_else(|| {
        did_you_mean(&wanted, COMMANDS.iter().copied())
            .map(|hint| format!("{hint} `forcesize --help` lists the commands"))
    })
}

/// The path of a file, or nothing for the built-in scenario by its name, where no file is called that.
pub fn named(path: &PathBuf) -> Option<&PathBuf> {
    let stem = DEFAULT_NAME.trim_end_matches(".toml");
    let text = path.to_string_lossy();
    let is_built_in =
        text == format!("builtin:{DEFAULT_NAME}") || ((text == stem || text == DEFAULT_NAME) && !path.is_file());
    (!is_built_in).then_some(path)
}

/// Reads and links a scenario, the built-in one where no path is given. Complaints are printed when there is an
/// error; warnings are kept for the caller.
pub fn scenario(path: Option<&PathBuf>, set: &SetArgs, printer: &Printer) -> Result<Loaded, Failure> {
    let loaded = attempt(path, set, &Choices::default())?.outcome.map_err(|refused| refused.said(printer))?;
    loaded.print_override_warnings(printer);
    Ok(loaded)
}

/// As [`scenario`], with the complaints of a scenario at fault for the caller to say.
pub fn attempt(path: Option<&PathBuf>, set: &SetArgs, choices: &Choices) -> Result<Attempt, Failure> {
    let path = path.and_then(named);
    let file = match path {
        Some(path) => read(path).map_err(|(message, help)| {
            Failure::File(
                message,
                help.or_else(|| Some("check its name; `forcesize new FILE` writes one to start from".to_owned())),
            )
        })?,
        None => built_in(),
    };
    // The stem names the folder of the results.
    let stem = Path::new(&file.name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    if stem.contains(char::is_control) {
        let help = "results go into a folder of the file's name: rename it".to_owned();
        return Err(Failure::File(format!("the name of `{}` has a control character", file.name), Some(help)));
    }
    if is_device(&stem) {
        let help = "results go into a folder of the file's name: rename it".to_owned();
        return Err(Failure::File(
            format!("`{stem}` cannot name a folder on Windows, where it is a device"),
            Some(help),
        ));
    }
    if stem.trim_matches('.').is_empty() {
        let help = "results go into a folder of the file's name: call it my-scenario.toml".to_owned();
        return Err(Failure::File(format!("`{}` has no name to call the results by", file.name), Some(help)));
    }
    let Some(sheet) = &set.set_from else { return Ok(finish(file, path, &Disk::default(), set, choices)) };
    // What the sheet changes is seen beside the scenario as it is.
    let plain = SetArgs { lang: set.lang, ..SetArgs::default() };
    let attempt = finish(file.clone(), path, &Disk::default(), &plain, choices);
    let Ok(before) = &attempt.outcome else { return Ok(attempt) };
    let paths = attempt.paths.iter().chain([sheet]).cloned().collect();
    let set = match set_from::applied((&before.assessment, &before.entries), sheet, set)? {
        Ok(set) => set,
        Err((texts, diagnostics)) => {
            let outcome = Err(Refused { texts, diagnostics, of_command_line: false });
            return Ok(Attempt { outcome, paths });
        }
    };
    let mut attempt = finish(file, path, &Disk::default(), &set, choices);
    attempt.paths.push(sheet.clone());
    Ok(attempt)
}

/// A scenario from the record of a result.
pub fn recorded(record: &Record, printer: &Printer) -> Result<Loaded, Failure> {
    let Some(first) = record.files.first() else { return Err(Failure::Reported) };
    let file = FoundFile { name: first.name.clone(), identity: "record:0".to_owned(), content: first.content.clone() };
    let set = SetArgs {
        set: record.set.clone(),
        lang: record.lang.as_deref().and_then(Language::read),
        ..SetArgs::default()
    };
    let choices = Choices::default();
    let attempt = finish(file, None, &Recorded(record), &set, &choices);
    // What was set stands in the record, and not in this command line.
    attempt.outcome.map_err(|refused| Refused { of_command_line: false, ..refused }.said(printer))
}

fn finish(file: FoundFile, path: Option<&PathBuf>, files: &impl Watched, set: &SetArgs, choices: &Choices) -> Attempt {
    let first = RecordedFile { name: file_name(&file.name), named: None, content: file.content.clone() };
    let recorder = Recorder::new(files, &file.name, first);
    let (yardstick, set_over): (Vec<String>, Vec<String>) =
        set.all().into_iter().partition(|text| text.starts_with(YARDSTICK));
    let overrides: Vec<Override> = set_over.into_iter().map(|text| set_from::placed(text, &set.places)).collect();
    let mut paths: Vec<PathBuf> = path.cloned().into_iter().collect();
    let mut evidence = None;
    let choices = Choices { language: set.lang.or(choices.language), ..choices.clone() };
    let language = choices.language;
    let mut is_read = false;
    let reading = read_scenario_with(file, &recorder, &overrides, &choices, |model, merged, texts, diagnostics| {
        let words = Localizer::new(language.or(merged.entries.language).unwrap_or_default());
        if let Some(chosen) = yardstick.last() {
            let text = texts.add("--yardstick", chosen.clone());
            let span = Span { text, start: YARDSTICK.len(), end: chosen.len() };
            merged.entries.yardstick = Some(Located::new(chosen[YARDSTICK.len()..].to_owned().into(), span));
        }
        let found = Evidence::of_scenario(model, merged, words, texts, diagnostics);
        // Of the scenario itself, which is asked of before those that its options are.
        if !std::mem::replace(&mut is_read, true) {
            evidence = found;
        }
    });
    paths.extend(files.looked_for());
    let (Some(assessment), Some(merged)) = (reading.assessment, reading.merged) else {
        let of_command_line = reading.diagnostics.errors_only_in(&reading.override_texts);
        let (texts, diagnostics) = (reading.texts, reading.diagnostics);
        let outcome = Err(Refused { texts, diagnostics, of_command_line });
        return Attempt { outcome, paths };
    };
    let (texts, diagnostics) = (reading.texts, reading.diagnostics);
    let record = Record {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        set: set.all(),
        lang: set.lang.map(|language| language.code().to_owned()),
        files: recorder.files(),
    };
    let (entries, missions, made_of) = (merged.entries, merged.missions, merged.texts);
    let inputs = assessment.calculation.inputs.iter().map(|input| input.id.as_str());
    let inputs: Vec<&str> = inputs.collect();
    let settings = Settings::new(set, &choices).suffix(&inputs);
    let path = path.cloned();
    let loaded =
        Loaded { path, assessment, entries, record, settings, made_of, texts, missions, evidence, diagnostics };
    Attempt { outcome: Ok(loaded), paths }
}
