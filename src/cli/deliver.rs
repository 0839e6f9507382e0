//! What a command found, to the terminal and to files.

use super::args::{Format, OutArgs};
use super::failure::Failure;
use super::output::{self, Artifact};
use super::printer::Printer;
use forcesize::model::Assessment;
use forcesize::report::chart::export;
use forcesize::report::figure::Drawn;
use forcesize::report::json;
use forcesize::report::part::Part;
use rayon::prelude::*;

/// Prints a part and writes its data and charts into the scenario's folder; as JSON it is printed only.
pub fn part(
    part: &Part,
    assessment: &Assessment,
    out: &OutArgs,
    as_json: bool,
    printer: &Printer,
) -> Result<(), Failure> {
    into((&assessment.name, assessment.look.dpi), part, out, as_json, printer)
}

/// The same into a folder of any name, with a chart's dots per inch.
pub fn into(
    (name, dpi): (&str, u32),
    part: &Part,
    out: &OutArgs,
    as_json: bool,
    printer: &Printer,
) -> Result<(), Failure> {
    if as_json {
        return printer.result(&json::text(&part.json));
    }
    printer.result(&part.terminal(printer.width()))?;
    let mut artifacts = data(std::slice::from_ref(part));
    artifacts.extend(charts(&part.figures.iter().collect::<Vec<_>>(), &out.format, dpi)?);
    write_into(name, &artifacts, out, printer)
}

/// Writes files into the scenario's folder and says which.
pub fn write(assessment: &Assessment, artifacts: &[Artifact], out: &OutArgs, printer: &Printer) -> Result<(), Failure> {
    write_into(&assessment.name, artifacts, out, printer)
}

fn write_into(name: &str, artifacts: &[Artifact], out: &OutArgs, printer: &Printer) -> Result<(), Failure> {
    if artifacts.is_empty() {
        return Ok(());
    }
    let folder = out.out.join(name);
    output::write_all(&folder, artifacts)?;
    let names: Vec<String> =
        artifacts.iter().map(|artifact| folder.join(&artifact.path).display().to_string()).collect();
    printer.result(&format!("\nwrote {}", names.join("\n      ")))
}

/// The files of data of some parts.
pub fn data(parts: &[Part]) -> Vec<Artifact> {
    parts.iter().flat_map(|part| &part.files).map(|(name, content)| Artifact::new(name, content.as_str())).collect()
}

/// The charts in the formats asked for, drawn side by side on all processors.
pub fn charts(drawn: &[&Drawn], formats: &[Format], dpi: u32) -> Result<Vec<Artifact>, Failure> {
    let jobs: Vec<(&Drawn, Format)> =
        drawn.iter().flat_map(|drawn| formats.iter().map(move |format| (*drawn, *format))).collect();
    jobs.par_iter()
        .map(|(drawn, format)| {
            let (extension, bytes) = match format {
                Format::Svg => ("svg", Ok(drawn.svg.clone().into_bytes())),
                Format::Png => ("png", export::png(&drawn.svg, dpi).map_err(|error| error.to_string())),
                Format::Pdf => ("pdf", pdf(drawn)),
            };
            let bytes = bytes
                .map_err(|error| Failure::File(format!("cannot draw `{}` as {extension}: {error}", drawn.id), None))?;
            Ok(Artifact::new(format!("charts/{}.{extension}", drawn.id), bytes))
        })
        .collect()
}

#[cfg(feature = "pdf")]
fn pdf(drawn: &Drawn) -> Result<Vec<u8>, String> {
    export::pdf(&drawn.svg).map_err(|error| error.to_string())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Drawn) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `pdf`".to_owned())
}
