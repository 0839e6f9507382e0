//! `forcesize init`: a folder to work in, with a scenario, the schema for editors and a reference of all inputs.

use super::artifact::Artifact;
use super::failure::Failure;
use super::new::TEMPLATE;
use super::output;
use super::printer::Printer;
use super::typed::quoted;
use clap::Args;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::Model;
use forcesize::report::{catalogue, reference};
use std::path::{Path, PathBuf};

/// Arguments of `init`.
#[derive(Args)]
pub struct InitArgs {
    /// The folder, which is made where it is missing
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub folder: PathBuf,
}

pub fn run(args: &InitArgs, printer: &Printer) -> Result<(), Failure> {
    let folder = args.folder.as_path();
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::CommandLine(
            format!("`{}` is a file", folder.display()),
            Some("name a folder, or one that is to be made".to_owned()),
        ));
    }
    let entries = Model::standard(&mut Texts::default(), &mut Diagnostics::default()).entries;
    let artifacts = [
        Artifact::new("scenario.toml", TEMPLATE),
        Artifact::new("schema.json", catalogue::schema(&entries)),
        Artifact::new("inputs.toml", reference::inputs(&entries)),
    ];
    let there: Vec<String> = artifacts
        .iter()
        .filter(|artifact| folder.join(&artifact.path).symlink_metadata().is_ok())
        .map(|artifact| format!("`{}`", artifact.path))
        .collect();
    if !there.is_empty() {
        let be = if there.len() == 1 { "is" } else { "are" };
        return Err(Failure::CommandLine(
            format!("{} {be} there already, and nothing was written", there.join(", ")),
            Some("name another folder: forcesize init my-mission".to_owned()),
        ));
    }
    output::write_all(folder, &artifacts)?;
    let inside = |name: &str| if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) };
    let written = inside("scenario.toml").display().to_string();
    let scenario = quoted(&written);
    printer.result(&format!(
        "wrote {written}, a scenario to edit\n      {}, for completion in editors\n      {}, all inputs of the model\n\n\
         Next:\n  forcesize check {scenario}\n  forcesize run {scenario}\n  forcesize run --watch {scenario}\n  \
         forcesize explain {scenario}\n  forcesize help scenario",
        inside("schema.json").display(),
        inside("inputs.toml").display(),
    ))
}
