//! `forcesize new`: a scenario to start from, alone or in a folder with the schema and a reference of all inputs.

use super::artifact::Artifact;
use super::draft::{self, Draft};
use super::failure::Failure;
use super::flags::languages;
use super::output;
use super::printer::Printer;
use super::typed::quoted;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use forcesize::diagnostic::{Diagnostics, Texts, did_you_mean};
use forcesize::evidence::Evidence;
use forcesize::language::{Language, Localizer};
use forcesize::model::Model;
use forcesize::model::own_name::is_device;
use forcesize::report::{catalogue, reference};
use forcesize::scenario::{Missions, Purpose};
use std::path::{Component, Path, PathBuf};

/// The long commented scenario of a language.
fn example(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("template/en.toml"),
        Language::German => include_str!("template/de.toml"),
        Language::French => include_str!("template/fr.toml"),
        Language::Ukrainian => include_str!("template/uk.toml"),
    }
}

/// Arguments of `new`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize new mine.toml                            blanks to fill in; `check` names those that are left\n  \
    forcesize new mine.toml --purpose stabilisation    the blanks of that purpose\n  \
    forcesize new mine.toml --like unmil-2005          the figures of a past mission, with their sources\n  \
    forcesize new mine.toml --example                  every section, with invented figures\n  \
    forcesize new --folder my-mission                  a folder with a scenario and the schema for editors")]
pub struct NewArgs {
    /// The file to write; with --folder the folder, which is made where it is missing
    #[arg(value_name = "PATH", required_unless_present = "folder")]
    pub path: Option<PathBuf>,
    /// What the mission is for; it decides which figures are asked for
    #[arg(long, value_name = "PURPOSE", value_parser = purposes())]
    pub purpose: Option<Purpose>,
    /// Copy the figures of a past mission, with their sources; `forcesize missions` lists them
    #[arg(long, value_name = "MISSION")]
    pub like: Option<String>,
    /// Write a long commented example of every section; its figures are invented
    #[arg(long, conflicts_with_all = ["purpose", "like"])]
    pub example: bool,
    /// Write a folder with the scenario, the schema for editors and a reference of all inputs
    #[arg(long)]
    pub folder: bool,
    /// The language of comments and of what is reported
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

fn purposes() -> impl TypedValueParser<Value = Purpose> {
    PossibleValuesParser::new(Purpose::WORDS).map(|word| Purpose::of_word(&word).unwrap_or(Purpose::Observation))
}

pub fn run(args: &NewArgs, printer: &Printer) -> Result<(), Failure> {
    if args.folder { folder(args, printer) } else { file(args, printer) }
}

fn file(args: &NewArgs, printer: &Printer) -> Result<(), Failure> {
    let path = args.path.clone().unwrap_or_default();
    let (shown, typed) = (path.display(), quoted(&path.to_string_lossy()));
    if path.is_dir() {
        let inside = quoted(&path.join("scenario.toml").to_string_lossy());
        return Err(Failure::CommandLine(
            format!("`{shown}` is a folder"),
            Some(format!("name a file in it: {inside}; or fill the folder: forcesize new --folder {typed}")),
        ));
    }
    refuse_device(&path)?;
    let text = scenario(args, &path)?;
    if path.exists() && !args.force {
        return Err(Failure::CommandLine(
            format!("`{shown}` is there already"),
            Some("choose another name, or replace it with --force".to_owned()),
        ));
    }
    output::write(&path, text.as_bytes())?;
    printer.result(&format!("wrote {shown}; {}, then: forcesize run {typed}", edit(args, &typed)))
}

/// Refuses a path with a name that Windows keeps for a device: what is written under it could be read nowhere else.
fn refuse_device(path: &Path) -> Result<(), Failure> {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    match names.into_iter().find(|name| is_device(name)) {
        None => Ok(()),
        Some(name) => Err(Failure::CommandLine(
            format!("`{name}` cannot name a file on Windows, where it is a device"),
            Some("choose another name".to_owned()),
        )),
    }
}

/// What is to be done with the scenario before it is run.
fn edit(args: &NewArgs, typed: &str) -> String {
    if args.example || args.like.is_some() {
        "edit it".to_owned()
    } else {
        format!("fill in its blanks (forcesize check {typed} names them)")
    }
}

/// The scenario's text; `path` is where it goes.
fn scenario(args: &NewArgs, path: &Path) -> Result<String, Failure> {
    let language = args.lang.unwrap_or_default();
    if args.example {
        return Ok(example(language).to_owned());
    }
    let words = Localizer::new(language);
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let Some(id) = &args.like else {
        return Ok(Draft { title: draft::title(&stem), purpose: args.purpose, words, like: None }.text());
    };
    let missions = Evidence::built_in(&mut Texts::default(), &mut Diagnostics::default());
    let Some(Missions { missions, strength, .. }) = missions else { return Err(Failure::Reported) };
    let Some(mission) = missions.iter().find(|mission| mission.id.value == *id) else {
        let near = did_you_mean(id, missions.iter().map(|mission| mission.id.as_str()));
        let near = near.map_or_else(String::new, |near| format!("{near} "));
        return Err(Failure::CommandLine(
            format!("no past mission is called `{id}`"),
            Some(format!("{near}`forcesize missions` lists them by name")),
        ));
    };
    let strength = strength.as_ref().map(forcesize::scenario::Located::as_str);
    let purpose = args.purpose.or_else(|| Purpose::of_word(&mission.kind));
    Ok(Draft { title: draft::named(mission), purpose, words, like: Some((mission, strength)) }.text())
}

fn folder(args: &NewArgs, printer: &Printer) -> Result<(), Failure> {
    let folder = args.path.as_deref().unwrap_or(Path::new("."));
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::CommandLine(
            format!("`{}` is a file", folder.display()),
            Some("name a folder, or one that is to be made".to_owned()),
        ));
    }
    refuse_device(folder)?;
    let entries = Model::standard(&mut Texts::default(), &mut Diagnostics::default()).entries;
    let place = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let artifacts = [
        Artifact::new("scenario.toml", scenario(args, &place)?),
        Artifact::new("schema.json", catalogue::schema(&entries)),
        Artifact::new("inputs.toml", reference::inputs(&entries)),
    ];
    let there: Vec<String> = artifacts
        .iter()
        .filter(|artifact| folder.join(&artifact.path).symlink_metadata().is_ok())
        .map(|artifact| format!("`{}`", artifact.path))
        .collect();
    if !there.is_empty() && !args.force {
        let be = if there.len() == 1 { "is" } else { "are" };
        return Err(Failure::CommandLine(
            format!("{} {be} there already, and nothing was written", there.join(", ")),
            Some("name another folder, or replace them with --force".to_owned()),
        ));
    }
    output::write_all(folder, &artifacts)?;
    let inside = |name: &str| if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) };
    let written = inside("scenario.toml").display().to_string();
    let scenario = quoted(&written);
    printer.result(&format!(
        "wrote {written}, a scenario to edit\n      {}, for completion in editors\n      {}, all inputs of the model\n\n\
         Next: {}, then\n  forcesize check {scenario}\n  forcesize run {scenario}\n  forcesize run --watch {scenario}\n  \
         forcesize explain {scenario}\n  forcesize help scenario",
        inside("schema.json").display(),
        inside("inputs.toml").display(),
        if args.example || args.like.is_some() { "edit it" } else { "fill in its blanks" },
    ))
}
