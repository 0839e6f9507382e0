//! The documents of a run: the workbook, the report for Word, figures and tables for LaTeX. Written only when asked for.

use super::artifact::{Artifact, DOCUMENT, FIGURES, TABLES, WORKBOOK};
use super::failure::Failure;
use super::flags::{Format, OutArgs};
use super::load::Loaded;
use super::studied::Studied;
use forcesize::report::document::{Document, Parts, document};
use forcesize::report::latex;
use std::path::Path;

/// The documents that are asked for.
pub fn of_run(one: &Loaded, studied: &Studied, warnings: &[String], out: &OutArgs) -> Result<Vec<Artifact>, Failure> {
    let mut documents = Vec::new();
    if out.asks(Format::Xlsx) {
        let bytes = workbook(one, studied).map_err(|reason| not_written(WORKBOOK, &reason))?;
        documents.push(Artifact::new(WORKBOOK, bytes));
    }
    if out.asks(Format::Docx) || out.asks(Format::Tex) {
        let parts = Parts {
            answer: &studied.answer,
            ranges: &studied.results.ranges,
            sections: &studied.sections,
            charts: &studied.charts,
            warnings,
        };
        let document = document(&one.assessment, &parts);
        if out.asks(Format::Docx) {
            let bytes = report(one, studied, &document).map_err(|reason| not_written(DOCUMENT, &reason))?;
            documents.push(Artifact::new(DOCUMENT, bytes));
        }
        if out.asks(Format::Tex) {
            documents.push(Artifact::new(FIGURES, latex::figures(&document)));
            documents.push(Artifact::new(TABLES, latex::tables(&document)));
        }
    }
    Ok(documents)
}

fn not_written(name: &str, reason: &str) -> Failure {
    Failure::File(format!("cannot write `{name}`: {reason}"), Some("leave it out of --format".to_owned()))
}

#[cfg(feature = "xlsx")]
fn workbook(one: &Loaded, studied: &Studied) -> Result<Vec<u8>, String> {
    use forcesize::report::xlsx;
    xlsx::write(&xlsx::workbook(&one.assessment, &studied.results, &studied.answer))
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Loaded, _: &Studied) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `xlsx`".to_owned())
}

#[cfg(feature = "docx")]
fn report(one: &Loaded, studied: &Studied, document: &Document) -> Result<Vec<u8>, String> {
    use forcesize::chart::export::Exporter;
    use rayon::prelude::*;
    /// Dots per inch of pictures inside a document.
    const DPI: u32 = 200;
    let exporter = Exporter::new(one.assessment.requests.look.font.as_deref());
    let drawn: Vec<_> = studied.sections.iter().flat_map(|section| &section.figures).chain(&studied.charts).collect();
    let picture = |chart: &&forcesize::report::figure::RenderedChart| {
        let png = exporter.png(&chart.svg, DPI).map_err(|error| error.to_string())?;
        Ok((chart.id.clone(), png))
    };
    let pictures: Result<_, String> = drawn.par_iter().map(picture).collect();
    forcesize::report::docx::write(document, &pictures?)
}

#[cfg(not(feature = "docx"))]
fn report(_: &Loaded, _: &Studied, _: &Document) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `docx`".to_owned())
}

/// Complains of a document that another program has open: it would go on showing the old one, and write over the new.
pub fn ensure_closed(folder: &Path, out: &OutArgs) -> Result<(), Failure> {
    let documents = [(Format::Xlsx, WORKBOOK), (Format::Docx, DOCUMENT)];
    for (_, name) in documents.into_iter().filter(|(format, _)| out.asks(*format)) {
        // LibreOffice leaves the first beside a file that is open there, Excel the second, Word the third.
        let marks = [format!(".~lock.{name}#"), format!("~${name}"), format!("~${}", name.get(2..).unwrap_or(name))];
        if let Some(mark) = marks.iter().map(|mark| folder.join(mark)).find(|mark| mark.exists()) {
            let what = format!("`{}` is open in another program; the old one is kept", folder.join(name).display());
            let help = format!("close it there; where no program has it open, take `{}` away", mark.display());
            return Err(Failure::File(what, Some(help)));
        }
    }
    Ok(())
}
