//! What a command found, to the terminal and to files.

use super::artifact::Artifact;
use super::failure::Failure;
use super::flags::{DataArgs, Format, OutArgs, ScenarioArgs};
use super::load::Loaded;
use super::output;
use super::printer::Printer;
use forcesize::args;
use forcesize::chart::export::Exporter;
use forcesize::language::Localizer;
use forcesize::report::figure::RenderedChart;
use forcesize::report::json;
use forcesize::report::section::Section;
use forcesize::scenario::Look;
use rayon::prelude::*;
use std::path::Path;

/// Prints a section and writes its data and charts into the scenario's folder; as JSON or CSV it is printed only.
pub fn section(section: &Section, loaded: &Loaded, args: &ScenarioArgs, printer: &Printer) -> Result<(), Failure> {
    let (look, words) = (&loaded.assessment.requests.look, loaded.assessment.words);
    into((&loaded.folder(args.out.out.as_deref()), look, words), section, (&args.out, args.data), printer)
}

/// The same into any folder, with a chart's look.
pub fn into(
    (folder, look, words): (&Path, &Look, Localizer),
    section: &Section,
    (out, form): (&OutArgs, DataArgs),
    printer: &Printer,
) -> Result<(), Failure> {
    if form.json {
        return printer.result(&json::text(&section.json));
    }
    if form.csv {
        // Beside its main table a section may have others, which a run writes.
        return section.files.first().map_or(Ok(()), |(_, content)| printer.result(content));
    }
    printer.result(&section.terminal(printer.width()))?;
    let mut artifacts = data(std::slice::from_ref(section));
    artifacts.extend(charts(&section.figures.iter().collect::<Vec<_>>(), out.formats(), look)?);
    write((folder, words), artifacts, printer)
}

/// Writes files into a folder and says which.
pub fn write((folder, words): (&Path, Localizer), artifacts: Vec<Artifact>, printer: &Printer) -> Result<(), Failure> {
    if artifacts.is_empty() {
        return Ok(());
    }
    let names: Vec<String> =
        artifacts.iter().map(|artifact| folder.join(&artifact.path).display().to_string()).collect();
    output::add(folder, artifacts)?;
    printer.result(&format!("\n{}", wrote(words, &names)))
}

/// Which files were written, a line for each.
pub fn wrote(words: Localizer, files: &[String]) -> String {
    let text = words.format("wrote", args![files = "\n"]);
    let indent = " ".repeat(text.lines().next().map_or(0, |line| line.chars().count()));
    words.format("wrote", args![files = files.join(&format!("\n{indent}"))])
}

/// How many files were written, and where.
pub fn count(words: Localizer, count: usize, folder: &Path) -> String {
    words.format("files-written", args![count = count, folder = folder.display().to_string()])
}

/// The files of data of some sections.
pub fn data(sections: &[Section]) -> Vec<Artifact> {
    sections
        .iter()
        .flat_map(|section| &section.files)
        .map(|(name, content)| Artifact::new(name, content.as_str()))
        .collect()
}

/// Dots per inch of PNG files where nobody says otherwise.
const DPI: u32 = 300;

/// The charts in the formats asked for, drawn side by side on all processors.
pub fn charts(drawn: &[&RenderedChart], formats: &[Format], look: &Look) -> Result<Vec<Artifact>, Failure> {
    let exporter = Exporter::new(look.font.as_deref());
    let dpi = look.dpi.unwrap_or(DPI);
    let jobs: Vec<(&RenderedChart, Format)> =
        drawn.iter().flat_map(|drawn| formats.iter().map(move |format| (*drawn, *format))).collect();
    jobs.par_iter()
        .map(|(drawn, format)| {
            let (extension, bytes) = match format {
                Format::Svg if look.outlines => {
                    ("svg", exporter.outlines(&drawn.svg).map(String::into_bytes).map_err(|error| error.to_string()))
                }
                Format::Svg => ("svg", Ok(drawn.svg.clone().into_bytes())),
                Format::Png => ("png", exporter.png(&drawn.svg, dpi).map_err(|error| error.to_string())),
                Format::Pdf => ("pdf", pdf(&exporter, drawn)),
            };
            let bytes = bytes
                .map_err(|error| Failure::File(format!("cannot draw `{}` as {extension}: {error}", drawn.id), None))?;
            Ok(Artifact::new(format!("charts/{}.{extension}", drawn.id), bytes))
        })
        .collect()
}

#[cfg(feature = "pdf")]
fn pdf(exporter: &Exporter, drawn: &RenderedChart) -> Result<Vec<u8>, String> {
    exporter.pdf(&drawn.svg).map_err(|error| error.to_string())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Exporter, _: &RenderedChart) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `pdf`".to_owned())
}
