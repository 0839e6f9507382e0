//! The workbook computes what the library computes: `LibreOffice`, where it is installed, recalculates every shipped
//! scenario with other inputs, and each metric is compared. Elsewhere that test says that it is skipped.
#![cfg(feature = "xlsx")]

use calamine::{Data, Reader, Xlsx};
use forcesize::model::{Assessment, InputId, read_scenario};
use forcesize::report::answer;
use forcesize::report::xlsx::{Cell, Workbook, workbook, write};
use forcesize::scenario::{Files, FoundFile};
use forcesize::study::{self, Options};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// All that a formula can have, with names that a spreadsheet takes for cells and words.
const EVERYTHING: &str = r#"
purpose = "interposition"
[input]
un1 = { value = 7, label = "A", assumed = "a name like a cell" }
r = { value = -2.5, label = "B", assumed = "a name like a row" }
c = { value = 0.3, label = "C", assumed = "a name like a column" }
pi = { value = 3.5, label = "D", assumed = "a name like a function" }
log10 = { value = 2.1, label = "E", assumed = "a name like a cell" }
true = { value = 0.7, label = "F", assumed = "a name like a word" }
rate = { value = 11, label = "G", assumed = "a name like a function" }
[sector.north]
length = { value = 400, unit = "km", assumed = "x" }
[sector.south]
length = { value = 300.5, unit = "km", assumed = "x" }
[scope.sector]
label = "Sector"
[scope.sector.input.length]
unit = "km"
label = "Length"
means = "How long it is."
[metric.powers]
label = "Powers"
formula = "-un1 ^ 2 + (-r) ^ 2 - 2 ^ c ^ pi + log10 ^ -c"
unit = "1"
means = "Signs and powers."
assumed = "a test"
[metric.steps]
label = "Steps"
formula = "ceil(log10 / true) + 10 * floor(log10 / true) + 100 * ceil(r) + 1000 * floor(r) + ceil(-un1 / c)"
unit = "1"
means = "Whole numbers."
assumed = "a test"
[metric.choices]
label = "Choices"
formula = "max(un1, r, c, pi) - min(un1, max(r, c), pi) + abs(r) * sqrt(un1) + ln(rate) - exp(c)"
unit = "1"
means = "Choices."
assumed = "a test"
[metric.gathered]
label = "Gathered"
formula = "sum(length) + max(length) - min(length)"
unit = "km"
means = "Over members."
assumed = "a test"
[metric.members]
label = "Members"
formula = "count(length)"
unit = "1"
means = "How many."
assumed = "a test"
[metric.differences]
label = "Differences"
formula = "un1 - -r - (pi - (c - log10)) / (true / rate / pi)"
unit = "1"
means = "Order."
assumed = "a test"
"#;

fn scenarios() -> Vec<(String, String)> {
    let mut found = vec![("everything".to_owned(), String::new())];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") && !crate::engine::is_missions(&path) {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((name, path.to_string_lossy().into_owned()));
        }
    }
    found.sort();
    found
}

/// Files beside a scenario.
struct Beside;

impl Files for Beside {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        let path = match name.strip_prefix("builtin:") {
            Some(name) => Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name),
            None => Path::new(from).parent().unwrap().join(name),
        };
        Ok(found(&path))
    }
}

fn found(path: &Path) -> FoundFile {
    let name = path.to_string_lossy().into_owned();
    FoundFile { identity: name.clone(), name, content: std::fs::read_to_string(path).unwrap() }
}

fn assessment(path: &str) -> Assessment {
    if path.is_empty() {
        return crate::engine::assessment(EVERYTHING);
    }
    let reading = read_scenario(found(Path::new(path)), &Beside, &[]);
    reading.assessment.unwrap_or_else(|| panic!("{}", reading.diagnostics.plain(&reading.texts)))
}

fn book_of(assessment: &Assessment) -> Workbook {
    let results = study::run(assessment, &Options::default()).unwrap();
    workbook(assessment, &results, &answer::answer(assessment, &results, None))
}

/// A setting: what each input is, in its unit.
fn settings(assessment: &Assessment) -> Vec<Vec<f64>> {
    let inputs = &assessment.calculation.inputs;
    let central: Vec<f64> = inputs.iter().map(forcesize::model::Input::shown_value).collect();
    let end = |high: bool| -> Vec<f64> {
        let ends = inputs.iter().map(|input| input.shown_range().map(|(low, top)| if high { top } else { low }));
        ends.zip(&central).map(|(end, value)| end.unwrap_or(*value)).collect()
    };
    let scaled = central.iter().enumerate().map(|(at, value)| value * [0.937, 0.81, 0.9][at % 3]).collect();
    vec![central.clone(), end(false), end(true), scaled]
}

/// The workbook with other inputs, and with nonsense for results: what is right afterwards was computed.
fn changed(book: &Workbook, values: &[f64]) -> Workbook {
    let mut book = book.clone();
    let mut values = values.iter();
    for cell in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flatten() {
        match cell {
            Cell::Open(value) => *value = *values.next().unwrap(),
            Cell::Formula(_, result) => *result = -98_765.0,
            _ => {}
        }
    }
    assert_eq!(values.next(), None);
    book
}

/// All metrics, in base units.
fn expected(assessment: &Assessment, values: &[f64]) -> BTreeMap<String, f64> {
    let calculation = &assessment.calculation;
    let base: Vec<[f64; 1]> =
        calculation.inputs.iter().zip(values).map(|(input, value)| [input.unit.to_base(*value)]).collect();
    let columns: Vec<(InputId, &[f64])> =
        calculation.inputs.iter_enumerated().zip(&base).map(|((at, _), value)| (at, value.as_slice())).collect();
    let found = calculation.evaluate(&columns, 1);
    calculation.metrics.iter_enumerated().map(|(at, metric)| (metric.id.replace('.', "_"), found[at][0])).collect()
}

fn office() -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = ["soffice", "libreoffice"];
    std::env::split_paths(&paths).flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file())
}

/// Has `LibreOffice` write files anew in another folder, computing every formula.
fn converted(office: &Path, folder: &Path, format: &str, files: &[PathBuf]) -> PathBuf {
    let (profile, out) = (folder.join("profile"), folder.join("out"));
    std::fs::create_dir_all(profile.join("user")).unwrap();
    let always = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
    std::fs::write(profile.join("user/registrymodifications.xcu"), always).unwrap();
    let mut command = Command::new(office);
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--norestore", "--convert-to", format, "--outdir"]).arg(&out).args(files);
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    out
}

/// The cells of a file that `LibreOffice` wrote, by sheet.
fn cells(path: &Path) -> Vec<calamine::Range<Data>> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.sheet_names().iter().map(|name| book.worksheet_range(name).unwrap()).collect()
}

#[test]
fn a_spreadsheet_computes_what_the_library_does() {
    let Some(office) = office() else {
        eprintln!("skipped: LibreOffice is not installed, so that no spreadsheet computes the workbooks");
        return;
    };
    let folder = TempDir::new().unwrap();
    let mut cases = Vec::new();
    for (name, path) in scenarios() {
        let assessment = assessment(&path);
        let book = book_of(&assessment);
        for (number, values) in settings(&assessment).iter().enumerate() {
            let file = folder.path().join(format!("{name}-{number}.xlsx"));
            std::fs::write(&file, write(&changed(&book, values)).unwrap()).unwrap();
            cases.push((file, book.clone(), expected(&assessment, values)));
        }
    }
    let files: Vec<PathBuf> = cases.iter().map(|(file, _, _)| file.clone()).collect();
    let out = converted(&office, folder.path(), "xlsx:Calc MS Excel 2007 XML", &files);
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for (file, book, expected) in &cases {
        let name = file.file_name().unwrap();
        let sheets = cells(&out.join(name));
        for (metric, value) in expected {
            let defined = book.names.iter().find(|one| one.name.trim_start_matches('_') == metric).unwrap();
            let (row, column) = defined.first;
            let at = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
            let found = match sheets[defined.sheet].get_value(at) {
                Some(Data::Float(found)) => *found,
                #[expect(clippy::cast_precision_loss)]
                Some(Data::Int(found)) => *found as f64,
                Some(Data::Error(_)) => f64::NAN,
                other => panic!("{}: {metric}: {other:?}", name.display()),
            };
            compared += 1;
            let near = (found - value).abs() <= 1e-12 * found.abs().max(value.abs());
            if !(near || (!found.is_finite() && !value.is_finite())) {
                wrong.push(format!("{}: {metric}: {found:e}, not {value:e}", name.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 2_000, "only {compared} metrics were compared");
}

#[test]
fn the_same_run_gives_the_same_bytes_and_texts_are_no_formulas() {
    let text =
        EVERYTHING.replace("label = \"A\"", "label = \"=1+1\"").replace("label = \"Powers\"", "label = \"@SUM(1)\"");
    let assessment = crate::engine::assessment(&text);
    let book = book_of(&assessment);
    let bytes = write(&book).unwrap();
    assert_eq!(bytes, write(&book_of(&assessment)).unwrap());
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = read.sheet_names();
    let mut formulas = Vec::new();
    for name in &names {
        let found = read.worksheet_formula(name).unwrap();
        formulas.extend(found.used_cells().map(|(_, _, formula)| formula.clone()));
    }
    assert!(formulas.iter().all(|formula| !formula.contains("1+1") && !formula.contains("SUM(1)")));
    // The results stand in the file, for whoever does not compute them.
    let inputs = read.worksheet_range(&names[1]).unwrap();
    let first = inputs.rows().find(|row| row[0] == Data::String("un1".to_owned())).unwrap();
    assert_eq!(
        (&first[1], &first[2], &first[5]),
        (&Data::String("=1+1".to_owned()), &Data::Float(7.0), &Data::Float(7.0))
    );
}
