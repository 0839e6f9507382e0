//! Documents of a run and inputs from sheets, by the command line: what is written, what is complained of.

#![cfg(all(feature = "docx", feature = "xlsx"))]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const SCENARIO: &str = r#"
title = "A line, with R&D_x at 50 %"
purpose = "interposition"
[input]
front_length = { low = 900, mode = 1_000, high = 1_250, unit = "km", value = 1_000, assumed = "a <round> figure" }
peacekeepers = { value = 100_000, unit = "troops", assumed = "=HYPERLINK(\"x\")" }
population = { p5 = 25, p95 = 33, distribution = "lognormal", unit = "million people", assumed = "x" }
[monte_carlo]
samples = 1_024
"#;

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "1").output().unwrap()
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("line.toml"), SCENARIO).unwrap();
    folder
}

fn done(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    text
}

/// What is complained of.
fn refused(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{text}");
    text
}

fn part(file: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn documents_are_written_only_when_asked_for_and_repeat() {
    let folder = folder();
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg"]));
    let out = folder.path().join("output/line");
    for name in ["results.xlsx", "report.docx", "figures.tex", "tables.tex"] {
        assert!(!out.join(name).exists(), "{name}");
    }
    let args = ["line.toml", "--quiet", "--format", "svg,xlsx,docx,tex"];
    done(&run(folder.path(), &args));
    let read =
        || ["results.xlsx", "report.docx", "figures.tex", "tables.tex"].map(|name| fs::read(out.join(name)).unwrap());
    let first = read();
    done(&run(folder.path(), &args));
    assert!(first == read(), "the same run gave other bytes");
    // A run without them takes them away, as it does charts in other formats.
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg"]));
    assert!(!out.join("results.xlsx").exists());
    assert!(out.join("charts").exists());
}

#[test]
fn the_report_for_word_is_sound() {
    let folder = folder();
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg,docx", "--lang", "de"]));
    let file = folder.path().join("output/line/report.docx");
    let body = part(&file, "word/document.xml");
    let read = resvg::usvg::roxmltree::Document::parse(&body).unwrap();
    let count = |name: &str| read.descendants().filter(|node| node.tag_name().name() == name).count();
    let pictures: Vec<_> = read.descendants().filter(|node| node.tag_name().name() == "docPr").collect();
    assert!(
        !pictures.is_empty() && pictures.iter().all(|one| one.attribute("descr").is_some_and(|text| text.len() > 20))
    );
    assert!(count("tbl") >= 3 && count("tblHeader") == count("tbl"));
    let styles: Vec<&str> = read
        .descendants()
        .filter(|node| node.tag_name().name() == "pStyle")
        .filter_map(|node| node.attributes().next().map(|value| value.value()))
        .collect();
    for style in ["Title", "Heading1", "TOC1", "Caption", "TableCaption"] {
        assert!(styles.contains(&style), "{style}");
    }
    assert!(body.contains("R&amp;D_x at 50 %") && body.contains("a &lt;round&gt; figure"));
    assert!(body.contains("Abbildung "));
    assert!(part(&file, "word/styles.xml").contains("w:val=\"de-DE\""));
    for name in
        ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footer1.xml", "[Content_Types].xml"]
    {
        resvg::usvg::roxmltree::Document::parse(&part(&file, name)).unwrap();
    }
    // Whatever is referred to is there.
    let relations = part(&file, "word/_rels/document.xml.rels");
    for node in read.descendants() {
        for value in node.attributes().filter(|one| {
            matches!(one.name(), "embed" | "id")
                && one.namespace().is_some_and(|space| space.ends_with("/relationships"))
        }) {
            assert!(relations.contains(&format!("Id=\"{}\"", value.value())), "{}", value.value());
        }
    }
}

#[test]
fn figures_and_tables_for_latex_name_the_charts() {
    let folder = folder();
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "tex"]));
    let out = folder.path().join("output/line");
    let figures = fs::read_to_string(out.join("figures.tex")).unwrap();
    for line in figures.lines().filter_map(|line| line.split_once("]{charts/")) {
        let name = line.1.trim_end_matches('}');
        assert!(out.join("charts").join(name).exists(), "{name}");
    }
    assert!(figures.contains("\\caption{") && figures.contains("\\label{fig:"));
    let tables = fs::read_to_string(out.join("tables.tex")).unwrap();
    assert_eq!(tables.matches("\\toprule").count(), 2 * tables.matches("\\begin{longtable}").count());
    assert!(tables.contains("\\label{tab:inputs}"));
}

#[test]
fn documents_are_of_runs() {
    let folder = folder();
    let output = run(folder.path(), &["size", "line.toml", "--format", "xlsx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is written by `forcesize run` alone"));
}

#[test]
fn a_document_that_is_open_elsewhere_is_kept() {
    let folder = folder();
    let out = folder.path().join("output/line");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("results.xlsx"), "the old one").unwrap();
    for mark in [".~lock.results.xlsx#", "~$results.xlsx"] {
        fs::write(out.join(mark), "").unwrap();
        let said = refused(&run(folder.path(), &["line.toml", "--quiet", "--format", "xlsx"]));
        assert!(said.contains("is open in another program; the old one is kept"), "{said}");
        assert_eq!(fs::read_to_string(out.join("results.xlsx")).unwrap(), "the old one");
        assert!(!out.join("results.json").exists());
        fs::remove_file(out.join(mark)).unwrap();
    }
}

#[test]
fn tables_have_commas_and_a_mark_where_they_are_asked_for() {
    let folder = folder();
    let plain = run(folder.path(), &["line.toml", "--csv"]);
    let abroad = run(folder.path(), &["line.toml", "--csv", "--bom", "--decimal", "comma"]);
    let (plain, abroad) = (String::from_utf8(plain.stdout).unwrap(), String::from_utf8(abroad.stdout).unwrap());
    assert!(
        !plain.starts_with('\u{feff}')
            && abroad.starts_with("\u{feff}scenario;kind;id;label;statistic;value;unit;source")
    );
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(abroad.trim_start_matches('\u{feff}').as_bytes());
    let other: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut reader = csv::Reader::from_reader(plain.as_bytes());
    for (one, other) in reader.records().map(Result::unwrap).zip(&other) {
        assert_eq!(one.len(), other.len());
        assert_eq!(one.get(5).unwrap().replace('.', ","), other.get(5).unwrap());
        assert_eq!(one.get(3), other.get(3));
    }
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg", "--bom"]));
    assert!(fs::read_to_string(folder.path().join("output/line/metrics.csv")).unwrap().starts_with('\u{feff}'));
}

/// Whatever command prints a table.
#[test]
fn every_table_can_be_had_for_abroad() {
    let folder = folder();
    let results = run(folder.path(), &["line.toml", "--json"]);
    fs::write(folder.path().join("a.json"), &results.stdout).unwrap();
    let other = run(folder.path(), &["line.toml", "--json", "--set", "front_length=777"]);
    fs::write(folder.path().join("b.json"), &other.stdout).unwrap();
    let commands: [&[&str]; 6] = [
        &["check", "line.toml"],
        &["diff", "a.json", "b.json"],
        &["explain", "line.toml", "front_density"],
        &["explain", "line.toml", "front_length"],
        &["metrics", "line.toml"],
        &["selftest"],
    ];
    for command in commands {
        let plain = run(folder.path(), &[command, &["--csv"][..]].concat());
        let abroad = run(folder.path(), &[command, &["--csv", "--bom", "--decimal", "comma"][..]].concat());
        let [plain, abroad] = [plain, abroad].map(|output| String::from_utf8(output.stdout).unwrap());
        let head = plain.lines().next().unwrap();
        assert!(head.contains(','), "{command:?}: {head}");
        let expected = format!("\u{feff}{}", head.replace(',', ";"));
        assert_eq!(abroad.lines().next().unwrap(), expected, "{command:?}");
    }
}

#[test]
fn an_input_is_explained_or_complained_of() {
    let folder = folder();
    let told = |words: &[&str]| {
        let output = run(folder.path(), words);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    // What the scenario lacks has no row, and no table is empty without a word.
    let said = told(&["explain", "line.toml", "post_spacing", "--csv"]);
    assert!(said.contains("the scenario has no input `post_spacing`"), "{said}");
    let said = told(&["explain", "line.toml", "front_lenght"]);
    assert!(said.contains("no metric or input is called") && said.contains("did you mean `front_length`"), "{said}");
    // Metrics and inputs are explained side by side, in the order asked.
    let both = |more: &[&str]| {
        let output = run(folder.path(), &[&["explain", "line.toml", "front_density", "front_length"], more].concat());
        done(&output);
        String::from_utf8(output.stdout).unwrap()
    };
    let text = both(&[]);
    assert!(text.find("front_density").unwrap() < text.rfind("front_length").unwrap(), "{text}");
    let json: serde_json::Value = serde_json::from_str(&both(&["--json"])).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 2);
    let csv = both(&["--csv"]);
    assert!(csv.lines().any(|line| line.starts_with("front_length,0,input,front_length,")), "{csv}");
}

#[test]
fn results_follow_their_schema() {
    let folder = TempDir::new().unwrap();
    let printed = run(folder.path(), &["schema", "--results"]);
    let mut schema: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    closed(&mut schema);
    let strict = jsonschema::validator_for(&schema).unwrap();
    let mut seen = 0;
    for entry in fs::read_dir(crate::golden::results()).unwrap() {
        let path = entry.unwrap().path().join("results.json");
        let results: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for validator in [&valid, &strict] {
            let faults = validator.iter_errors(&results).map(|error| format!("{}: {error}", error.instance_path));
            let faults: Vec<String> = faults.map(|fault| fault.chars().take(300).collect()).collect();
            assert!(faults.is_empty(), "{}: {faults:#?}", path.display());
        }
        seen += 1;
    }
    assert!(seen >= 9);
    let broken = serde_json::json!({ "scenario": {}, "inputs": [], "metrics": {} });
    assert!(!valid.is_valid(&broken));
}

/// The schema as it holds of what this program writes: every key of an object is among those that it names.
fn closed(schema: &mut serde_json::Value) {
    if let Some(object) = schema.as_object_mut() {
        if object.contains_key("properties") {
            object.entry("additionalProperties").or_insert(serde_json::json!(false));
        }
        object.values_mut().for_each(closed);
    }
}

fn set_from(folder: &Path, name: &str, content: &[u8]) -> Output {
    fs::write(folder.join(name), content).unwrap();
    run(folder, &["line.toml", "--json", "--set-from", name])
}

fn results(output: &Output) -> serde_json::Value {
    done(output);
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn inputs_are_set_from_a_table() {
    let folder = folder();
    let table = "name,value,unit,low,mode,high,source\n\
                 front_length,1100,km,1000,1100,1250,CNN (May 2026)\n\
                 peacekeepers,50,thousand troops,,,,\n";
    let found = results(&set_from(folder.path(), "inputs.csv", table.as_bytes()));
    let length = &found["inputs"]["front_length"];
    assert_eq!((&length["value"], &length["range"]["low"]), (&1100.0.into(), &1000.0.into()));
    assert_eq!(length["set"], "1,100 km (CNN (May 2026))");
    assert_eq!(found["inputs"]["peacekeepers"]["value"], 50_000.0);
    let density = found["metrics"]["front_density"]["value"].as_f64().unwrap();
    assert!((density - 50_000.0 / 1100.0).abs() < 1e-12, "{density}");
    // With semicolons and commas it says the same; the command line is set over it.
    let abroad = "\u{feff}Name;Wert;Einheit\nfront_length;1100,5;km\n";
    let found = results(&set_from(folder.path(), "abroad.csv", abroad.as_bytes()));
    assert_eq!(found["inputs"]["front_length"]["value"], 1100.5);
    let output =
        run(folder.path(), &["line.toml", "--json", "--set-from", "inputs.csv", "--set", "peacekeepers=7_000"]);
    assert_eq!(results(&output)["inputs"]["peacekeepers"]["value"], 7000.0);
    // The record has all that was set, so that it can be computed again without the file.
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg", "--out", "out", "--set-from", "inputs.csv"]));
    fs::remove_file(folder.path().join("inputs.csv")).unwrap();
    done(&run(folder.path(), &["rerun", "out/line/results.json"]));
}

#[test]
fn complaints_about_tables_name_the_cell() {
    let folder = folder();
    for (table, said) in [
        ("name,value,unit\nfront_length,long,km\n", "`long` is text where a number belongs"),
        ("name,value,unit\nfront_length,long,km\n", "bad.csv, cell B2"),
        ("name,value,unit\nfront_length,1200,\n", "`front_length` has no unit"),
        ("name,value,unit\nfront_length,1200,troops\n", "`troops` measures personnel, not km"),
        ("name,value,unit\n\nfront_length,1200,kilometrs\n", "bad.csv, cell C3"),
        ("name,value,unit\nfront_lenght,1200,km\n", "did you mean `front_length`?"),
        ("name,value,unit\nfront_length,-5,km\n", "must be greater than zero"),
        ("name,value,unit\n,1200,km\n", "a value without a name"),
        ("name,value,unit\nfront_length,1200,km\nfront_length,1300,km\n", "stands here a second time"),
        ("name,value,unit,low,mode,high\nfront_length,1200,km,1000,,\n", "has no high"),
        ("name,value,unit,low,mode,high\npopulation,30,million people,20,30,40\n", "is not made of low, mode and high"),
        ("name,value,unit\n", "no input stands below this head"),
        ("a,b\n1,2\n", "no sheet has inputs in it"),
        ("\u{0}\u{1}", "it is not a text file"),
    ] {
        let output = set_from(folder.path(), "bad.csv", table.as_bytes());
        let complaint = refused(&output);
        assert!(complaint.contains(said), "{table}\n{complaint}");
        assert!(output.stdout.is_empty());
    }
    let missing = refused(&run(folder.path(), &["line.toml", "--set-from", "nowhere.xlsx"]));
    assert!(missing.contains("cannot read `nowhere.xlsx`: there is no such file"), "{missing}");
    assert!(!folder.path().join("output").exists());
}

/// A workbook with its parts changed.
fn repacked(file: &Path, change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        packed.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(change(&name, text).as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

#[test]
#[cfg(feature = "xlsx")]
fn inputs_are_set_from_the_workbook_that_a_run_wrote() {
    let folder = folder();
    for lang in ["en", "uk"] {
        done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg,xlsx", "--lang", lang]));
        let file = folder.path().join("output/line/results.xlsx");
        let sheet = "xl/worksheets/sheet2.xml";
        // As it is it changes nothing.
        let same = results(&set_from(folder.path(), "same.xlsx", &fs::read(&file).unwrap()));
        assert_eq!(same["record"]["set"], serde_json::json!([]));
        let changed =
            repacked(
                &file,
                |name, text| {
                    if name == sheet { text.replacen("<v>100000</v>", "<v>25000</v>", 1) } else { text }
                },
            );
        let found = results(&set_from(folder.path(), "changed.xlsx", &changed));
        assert_eq!(found["inputs"]["peacekeepers"]["value"], 25_000.0);
        assert_eq!(found["record"]["set"].as_array().unwrap().len(), 1);
        // A distribution stays what it is where its value alone moves.
        let moved =
            repacked(&file, |name, text| if name == sheet { text.replacen("<v>28.", "<v>27.", 1) } else { text });
        let found = results(&set_from(folder.path(), "moved.xlsx", &moved));
        let population = &found["inputs"]["population"];
        let number = |number: &serde_json::Value| number.as_f64().unwrap();
        assert!(
            number(&population["value"]) < 28.0 && (number(&population["range"]["low"]) - 25.0).abs() < 1e-9,
            "{population}"
        );
    }
}

#[test]
#[cfg(feature = "xlsx")]
fn bad_workbooks_are_refused() {
    let folder = folder();
    done(&run(folder.path(), &["line.toml", "--quiet", "--format", "svg,xlsx"]));
    let file = folder.path().join("output/line/results.xlsx");
    let sheet = |from: &'static str, to: &'static str| {
        repacked(
            &file,
            move |name, text| if name == "xl/worksheets/sheet2.xml" { text.replacen(from, to, 1) } else { text },
        )
    };
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..70 {
        bomb.write_all(&vec![0; 1_000_000]).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 500_000);
    let compound = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 1000]].concat();
    let cases: [(Vec<u8>, &str); 7] = [
        (sheet("><v>100000</v>", " t=\"e\"><v>#DIV/0!</v>"), "the error #DIV/0! of a formula where a number belongs"),
        (sheet("><v>100000</v>", " t=\"e\"><v>#DIV/0!</v>"), "bad.xlsx, sheet Inputs, cell C"),
        (sheet("><v>100000</v>", " t=\"b\"><v>1</v>"), "the truth value TRUE where a number belongs"),
        (bomb, "it unpacks to more than 64 MB"),
        (compound, "it is encrypted, or of a version before Excel 2007"),
        (b"PK\x03\x04nonsense".to_vec(), "it is not a workbook that can be read"),
        (vec![b'x'; 20_000_001], "it is too large for a sheet of inputs: more than 20 MB"),
    ];
    for (bytes, said) in cases {
        let complaint = refused(&set_from(folder.path(), "bad.xlsx", &bytes));
        assert!(complaint.contains(said), "{said}\n{complaint}");
    }
    // Cells a billion rows apart are no table, and take no memory.
    let far = sheet("<row r=\"5\"", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row><row r=\"5\"");
    done(&set_from(folder.path(), "far.xlsx", &far));
}
