//! What a command found, to the terminal and to files.

use super::artifact::Artifact;
use super::failure::Failure;
use super::flags::{DataArgs, Format, OutArgs, ScenarioArgs, TableArgs};
use super::load::Loaded;
use super::output;
use super::printer::Printer;
use forcesize::args;
use forcesize::chart::export::Exporter;
use forcesize::chart::lacking;
use forcesize::language::Localizer;
use forcesize::report::figure::RenderedChart;
use forcesize::report::json;
use forcesize::report::section::Section;
use forcesize::scenario::{Look, USUAL_DPI};
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
    out.pictures_only()?;
    if form.json {
        return printer.result(&json::text(&section.json));
    }
    if form.csv {
        // Beside its main table a section may have others, which a run writes.
        return section.files.first().map_or(Ok(()), |(_, content)| printer.result(&out.tables.written(content)));
    }
    printer.result(&section.terminal(printer.width()))?;
    let mut artifacts = data(std::slice::from_ref(section), out.tables);
    let figures: Vec<&RenderedChart> = section.figures.iter().collect();
    warn_of_boxes(&figures, look, printer);
    artifacts.extend(charts(&figures, &out.formats(), look)?);
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
pub fn data(sections: &[Section], tables: TableArgs) -> Vec<Artifact> {
    sections
        .iter()
        .flat_map(|section| &section.files)
        .map(|(name, content)| {
            let is_table = Path::new(name).extension().is_some_and(|extension| extension == "csv");
            Artifact::new(name, if is_table { tables.written(content) } else { content.clone() })
        })
        .collect()
}

/// Characters that a warning names.
const NAMED: usize = 20;

/// Warns of characters that charts cannot show, for no font has them.
pub fn warn_of_boxes(drawn: &[&RenderedChart], look: &Look, printer: &Printer) {
    let lacking = lacking(look.font.as_deref(), drawn.iter().map(|drawn| drawn.svg.as_str()));
    if lacking.is_empty() {
        return;
    }
    let mut named: Vec<String> = lacking.iter().take(NAMED).map(char::to_string).collect();
    if lacking.len() > NAMED {
        named.push(format!("and {} more", lacking.len() - NAMED));
    }
    let (font, file) = match &look.font {
        Some(font) => (format!("`{}` and the font that is built in lack", font.family()), "another font file"),
        None => ("the font that is built in lacks".to_owned(), "a font file"),
    };
    printer.warn(
        &format!("charts show boxes in the place of letters: {font} {}", named.join(" ")),
        Some(&format!("name {file} that has them: [style] font = \"NotoSansCJK-Regular.ttf\"")),
    );
}

/// The charts in the formats asked for, drawn side by side on all processors.
pub fn charts(drawn: &[&RenderedChart], formats: &[Format], look: &Look) -> Result<Vec<Artifact>, Failure> {
    let exporter = Exporter::new(look.font.as_deref());
    let dpi = look.dpi.unwrap_or(USUAL_DPI);
    let jobs: Vec<(&RenderedChart, Format)> =
        drawn.iter().flat_map(|drawn| formats.iter().map(move |format| (*drawn, *format))).collect();
    let draw = |(drawn, format): &(&RenderedChart, Format)| {
        let (extension, bytes) = match format {
            Format::Svg if look.outlines => {
                ("svg", exporter.outlines(&drawn.svg).map(String::into_bytes).map_err(|error| error.to_string()))
            }
            Format::Svg => ("svg", Ok(drawn.svg.clone().into_bytes())),
            Format::Png => ("png", exporter.png(&drawn.svg, dpi).map_err(|error| error.to_string())),
            Format::Pdf => ("pdf", pdf(&exporter, drawn)),
            Format::Xlsx | Format::Docx | Format::Tex => (format.ending(), Err("it is no picture".to_owned())),
        };
        let bytes = bytes.map_err(|error| {
            let help = match format {
                Format::Png => "lower its `dpi`, or ask for another form: --format svg",
                _ if look.font.is_some() => "name another file as `font`, or ask for another form: --format svg,png",
                _ => "ask for another form: --format svg,png",
            };
            Failure::File(format!("cannot draw `{}` as {extension}: {error}", drawn.id), Some(help.to_owned()))
        })?;
        Ok(Artifact::new(format!("charts/{}.{extension}", drawn.id), bytes))
    };
    // One picture of so many dots takes as much memory as a program should.
    if dpi > MOST_AT_ONCE { jobs.iter().map(draw).collect() } else { jobs.par_iter().map(draw).collect() }
}

/// Dots per inch up to which pictures are drawn side by side.
const MOST_AT_ONCE: u32 = 600;

#[cfg(feature = "pdf")]
fn pdf(exporter: &Exporter, drawn: &RenderedChart) -> Result<Vec<u8>, String> {
    exporter.pdf(&drawn.svg).map_err(|error| error.to_string())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Exporter, _: &RenderedChart) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `pdf`".to_owned())
}
