//! `forcesize missions`: past missions with their densities, bands, and a scenario held against them.

use super::deliver;
use super::failure::Failure;
use super::flags::{DataArgs, OutArgs, SetArgs, languages};
use super::load::{self, Loaded};
use super::look;
use super::output;
use super::printer::Printer;
use super::settings;
use clap::{Args, ValueEnum};
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::language::{Language, Localizer};
use forcesize::report::section::Section;
use forcesize::report::{history, json, missions};
use forcesize::scenario::Missions;
use forcesize::scenario::keys::{CONFIDENCES, KINDS};
use std::path::PathBuf;

/// Arguments of `missions`.
#[derive(Args)]
pub struct MissionsArgs {
    /// Only missions of this kind
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(KINDS))]
    pub kind: Option<String>,
    /// Only missions whose figures can be trusted this far, or further
    #[arg(long, value_enum)]
    pub confidence: Option<Confidence>,
    /// Hold a scenario against them: percentiles and nearest precedents
    #[arg(long, value_name = "SCENARIO")]
    pub like: Option<PathBuf>,
    /// Count plans and upper bounds too
    #[arg(long)]
    pub with_plans: bool,
    /// A file of missions of your own, which adds to the built-in ones or replaces them by name
    #[arg(long, value_name = "FILE")]
    pub missions: Option<PathBuf>,
    /// Print the tables as Markdown and write no files
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    pub markdown: bool,
    /// The language of what is reported; the scenario's `lang`, or English, where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
}

/// How far figures can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Confidence {
    /// All of them
    Low,
    /// Without the doubtful ones
    Medium,
    /// Only the best
    High,
}

pub fn run(args: &MissionsArgs, printer: &Printer) -> Result<(), Failure> {
    let set = SetArgs { lang: args.lang, ..SetArgs::default() };
    // What is wrong with the style, the scenario and the missions is said in one run, in this order.
    let like = args.like.as_ref().map(|path| look::dressed(Some(path), &set, &args.out.look, printer));
    let is_sound = like.is_some() || look::validate_style_file(&args.out.look, printer);
    let loaded = like.iter().filter_map(|like| like.as_ref().ok());
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let mut own: Vec<Missions> = loaded.filter_map(|loaded| loaded.missions.clone()).collect();
    if let Some(path) = &args.missions {
        let file = load::read(path).map_err(|(message, help)| Failure::File(message, help))?;
        own.extend(Missions::read(&file, &mut texts, &mut diagnostics));
    }
    let evidence = if diagnostics.has_errors() { None } else { Evidence::read(&own, &mut texts, &mut diagnostics) };
    // That there is such a mission was found out with the scenario.
    let mission = like.iter().filter_map(|like| like.as_ref().ok()).find_map(|loaded| loaded.entries.mission.as_ref());
    let evidence = evidence.map(|evidence| evidence.apart_from(mission, &mut Diagnostics::default()));
    printer.diagnostics(&diagnostics, &texts);
    let least = args.confidence.map_or(0, |least| least as usize);
    let evidence = evidence.ok_or(Failure::Reported)?.with_plans(args.with_plans).only(|mission| {
        let confidence = mission.confidence.as_deref().unwrap_or_default();
        args.kind.as_ref().is_none_or(|kind| *kind == mission.kind)
            && CONFIDENCES.iter().position(|one| *one == confidence).unwrap_or(0) >= least
    });
    let like = like.transpose()?;
    if is_sound { show(args, &evidence, like.as_ref(), printer) } else { Err(Failure::Reported) }
}

fn show(args: &MissionsArgs, evidence: &Evidence, like: Option<&Loaded>, printer: &Printer) -> Result<(), Failure> {
    args.out.pictures_only()?;
    if args.data.csv {
        return printer.result(&args.out.tables.written(&missions::csv(evidence)));
    }
    let look = match like {
        Some(loaded) => loaded.assessment.requests.look.clone(),
        None => look::default_style(&args.out.look, printer)?,
    };
    let own = Localizer::new(args.lang.unwrap_or_default());
    let words = like.map_or(own, |loaded| loaded.assessment.words);
    let mut sections: Vec<Section> =
        vec![missions::section(words, evidence, like.map(|loaded| &loaded.assessment), &look)];
    if let Some(loaded) = like {
        let held = history::section(evidence, &loaded.assessment);
        sections[0].json["like"] = held.json.clone();
        sections.push(held);
    }
    if args.data.json {
        return printer.result(&json::text(&sections[0].json));
    }
    if args.markdown {
        let texts: Vec<String> = sections
            .iter_mut()
            .map(|section| {
                // Nothing is written: there are no charts to show.
                section.figures.clear();
                section.markdown("charts")
            })
            .collect();
        return printer.result(&texts.concat());
    }
    for section in &sections {
        printer.result(&section.terminal(printer.width()))?;
        printer.result("")?;
    }
    let figures: Vec<_> = sections.iter().flat_map(|section| &section.figures).collect();
    let mut artifacts = deliver::data(&sections, args.out.tables);
    deliver::warn_of_boxes(&figures, &look, printer);
    artifacts.extend(deliver::charts(&figures, &args.out.formats(), &look)?);
    let name = like.map_or("missions", |loaded| loaded.assessment.name.as_str());
    let folder = settings::folder(args.out.out.as_deref(), name, "");
    let count = artifacts.len();
    output::add(&folder, artifacts)?;
    printer.result(&deliver::count(words, count, &folder))
}
