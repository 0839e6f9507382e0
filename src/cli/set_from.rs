//! `--set-from`: inputs set from a sheet of a workbook or of a CSV file. What the scenario says already is left alone; what
//! differs is set, as `--set` would, and each complaint names the cell.

use super::failure::Failure;
use super::flags::SetArgs;
use super::reader::{self, Unread};
use forcesize::diagnostic::{Diagnostic, Diagnostics, Span, Texts};
use forcesize::model::{Assessment, Override};
use forcesize::report::xlsx::{Change, Fault, GivenSheet, changes, csv_sheet, rows};
use forcesize::scenario::Entries;
use std::path::Path;

/// Bytes of the largest file of inputs.
const LARGEST: usize = 20_000_000;

/// The command line with what a sheet sets, or the complaints about its cells; what stands behind `--set` is set over it.
pub fn applied(
    (assessment, entries): (&Assessment, &Entries),
    sheet: &Path,
    set: &SetArgs,
) -> Result<Result<SetArgs, (Texts, Diagnostics)>, Failure> {
    let found = read(sheet)?;
    let name = sheet.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let changed = rows(&found, &name).and_then(|rows| changes(assessment, entries, &rows, &name));
    let changed: Vec<Change> = match changed {
        Ok(changed) => changed,
        Err(faults) => return Ok(Err(refused(faults))),
    };
    let places = changed.iter().map(|change| (change.text.clone(), change.place.clone())).collect();
    let texts = changed.into_iter().map(|change| change.text);
    Ok(Ok(SetArgs { set: texts.chain(set.set.iter().cloned()).collect(), set_from: None, places, ..set.clone() }))
}

/// A value to set, with its cell where it has one.
pub fn placed(text: String, places: &[(String, String)]) -> Override {
    let place = places.iter().find(|(known, _)| *known == text).map(|(_, place)| place.clone());
    Override { text, place }
}

/// Complaints about cells, each with what stands there.
fn refused(faults: Vec<Fault>) -> (Texts, Diagnostics) {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    for fault in faults {
        let end = fault.cell.len();
        let text = texts.add(fault.place, fault.cell);
        diagnostics.push(Diagnostic::error(fault.what).at(Span { text, start: 0, end }, "").help(fault.help));
    }
    (texts, diagnostics)
}

fn read(path: &Path) -> Result<Vec<GivenSheet>, Failure> {
    let shown = path.display();
    let bytes = reader::bytes(path, LARGEST).map_err(|unread| {
        let help = match unread {
            Unread::Missing => "check its name; a run with --format xlsx writes a sheet to start from",
            Unread::TooLarge => "copy the inputs into a file of their own",
            Unread::Folder | Unread::Special(_) => "name a file: inputs.xlsx or inputs.csv",
            Unread::Refused(_) => "check who may read the file, and close it where it is open",
        };
        let reason = unread.reason(LARGEST, "a sheet of inputs");
        Failure::File(format!("cannot read `{shown}`: {reason}"), Some(help.to_owned()))
    })?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    sheets(&bytes, &name).map_err(|(what, help)| Failure::File(format!("cannot read `{shown}`: {what}"), Some(help)))
}

/// What a file begins with says what it is, not its name.
fn sheets(bytes: &[u8], name: &str) -> Result<Vec<GivenSheet>, (String, String)> {
    let is_workbook = bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    if is_workbook { workbook(bytes, name) } else { csv_sheet(bytes, name).map(|sheet| vec![sheet]) }
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8], name: &str) -> Result<Vec<GivenSheet>, (String, String)> {
    forcesize::report::xlsx::sheets(bytes, name)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[u8], _: &str) -> Result<Vec<GivenSheet>, (String, String)> {
    Err(("this program was built without the feature `xlsx`".to_owned(), "save it as .csv".to_owned()))
}
