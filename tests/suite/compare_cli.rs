//! The commands that hold scenarios and results side by side, through the real binary.

use crate::cli::files;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn forcesize(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(crate::engine::program());
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert!(!stderr.contains("panicked"), "{args:?}\n{stderr}");
    (output.status.code().unwrap(), stdout, stderr)
}

fn works(folder: &Path, args: &[&str]) -> String {
    let (code, stdout, stderr) = forcesize(folder, args);
    assert_eq!(code, 0, "{args:?}\n{stdout}\n{stderr}");
    stdout
}

fn fails(folder: &Path, args: &[&str], code: i32, words: &[&str]) {
    let (got, stdout, stderr) = forcesize(folder, args);
    assert_eq!(got, code, "{args:?}\n{stdout}\n{stderr}");
    for word in words {
        assert!(stderr.contains(word), "`{word}` is not in\n{stderr}");
    }
}

fn scenario(force: f64, line: f64, rest: &str) -> String {
    format!(
        "title = \"T\"\npurpose = \"interposition\"\n{rest}\n[input]\n\
         peacekeepers = {{ value = {force:?}, unit = \"troops\", assumed = \"test\" }}\n\
         front_length = {{ low = {line:?}, high = {:?}, value = {line:?}, unit = \"km\", assumed = \"test\" }}\n",
        line * 1.5
    )
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.toml", &scenario(100_000.0, 1_000.0, ""));
    write("b.toml", &scenario(60_000.0, 1_500.0, "[monte_carlo]\nsamples = 512\n"));
    write("c.toml", "title = \"C\"\n[input]\npeacekeepers = { value = 5_000, unit = \"troops\", assumed = \"t\" }\n");
    folder
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= 1e-12 * expected.abs(), "{value} and {expected}");
}

#[test]
fn two_scenarios_differ_by_what_their_inputs_explain() {
    let folder = folder();
    let found = json(&works(folder.path(), &["compare", "a.toml", "b.toml", "--json"]));
    let density = &found["metrics"]["front_density"];
    // 100 and 40 per km. By hand: the force first -40, the line then -20; the line first -100/3, the force then -80/3.
    close(&density["values"][0], 100.0);
    close(&density["values"][1], 40.0);
    close(&density["differences"][0], -60.0);
    close(&density["ratios"][0], 0.4);
    let shares = density["why"][0]["shares"].as_array().unwrap();
    let of = |id: &str| shares.iter().find(|share| share["inputs"][0] == id).unwrap();
    close(&of("peacekeepers")["amount"], -(40.0 + 80.0 / 3.0) / 2.0);
    close(&of("front_length")["amount"], -(20.0 + 100.0 / 3.0) / 2.0);
    close(&of("front_length")["alone"], -100.0 / 3.0);
    close(&of("front_length")["last"], -20.0);
    assert!(density["p5_p95"][0].is_array() && density["p5_p95"][1].is_array(), "samples are drawn of both");
    close(&density["low_high"][0][0], 100.0 / 1.5);
    close(&found["inputs"]["front_length"][1]["value"], 1_500.0);
    let drawn = json(&works(folder.path(), &["compare", "a.toml", "b.toml", "--json", "--samples", "256"]));
    assert!(drawn["metrics"]["front_density"]["p5_p95"][0].is_array());
}

#[test]
fn a_comparison_says_what_one_scenario_lacks_and_writes_its_files() {
    let folder = folder();
    let text = works(folder.path(), &["compare", "a.toml", "b.toml", "c.toml", "--format", "svg", "--out", "o"]);
    for word in ["not available", "C lacks front_length", "Why B differs from A", "×0.4"] {
        assert!(text.contains(word), "`{word}` is not in\n{text}");
    }
    let out = folder.path().join("o/a-vs-b-vs-c");
    for name in ["compare_metrics.csv", "compare_inputs.csv", "compare_why.csv", "charts/compare.svg"] {
        assert!(out.join(name).is_file(), "{name}");
    }
    let why = fs::read_to_string(out.join("compare_why.csv")).unwrap();
    assert!(why.starts_with("metric,scenario,cause,adds,unit,alone,last\n"));
    assert!(out.join("charts/compare_slope.svg").is_file());
    assert!(out.join("charts/compare_front_density_b.svg").is_file());
    let same = works(folder.path(), &["compare", "a.toml", "a.toml", "--format", "svg", "--out", "p"]);
    assert!(same.contains("do not differ"), "{same}");
    let set = works(folder.path(), &["compare", "a.toml", "b.toml", "--set", "peacekeepers=10_000", "--csv"]);
    assert!(set.starts_with("metric,scenario,name,value,unit,low,high,p5,p95,difference,ratio\n"));
}

#[test]
fn a_comparison_says_why_first_and_has_rows_for_requirements_supply_and_cost() {
    let folder = TempDir::new().unwrap();
    let text = works(folder.path(), &["compare", "ukraine-2025", "ukraine-2025", "--format", "svg"]);
    assert!(text.starts_with("The scenarios do not differ"), "{text}");
    let other = "extends = \"builtin:ukraine-2025.toml\"\ntitle = \"Fewer\"\n[input]\npeacekeepers = { value = 25_000, unit = \"troops\", assumed = \"test\" }\n\
                 front_length = { value = 800, unit = \"km\", assumed = \"test\" }\nhome_length = { value = 12, unit = \"months\", assumed = \"test\" }\n";
    fs::write(folder.path().join("fewer.toml"), other).unwrap();
    let text = works(folder.path(), &["compare", "ukraine-2025", "fewer.toml", "--format", "svg"]);
    assert!(text.starts_with("B differs from A "), "{text}");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("peacekeepers (100,000 troops to 25,000 troops)"), "{words}");
    let found = json(&works(folder.path(), &["compare", "ukraine-2025", "fewer.toml", "--json"]));
    for id in ["planned_line_requirement", "coalition_sustainable", "annual_cost"] {
        assert!(found["metrics"][id].is_object(), "{id}: {:?}", found["metrics"].as_object().unwrap().keys());
    }
}

#[test]
fn a_share_beyond_all_of_a_difference_is_an_amount() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, force: u32, line: u32| {
        let text = format!(
            "purpose = \"interposition\"\n[input]\npeacekeepers = {{ value = {force}, unit = \"troops\", assumed = \"test\" }}\n\
             front_length = {{ value = {line}, unit = \"km\", assumed = \"test\" }}\n"
        );
        fs::write(folder.path().join(name), text).unwrap();
    };
    // Both twice as long and nearly twice as many: two large causes, and hardly a difference.
    write("a.toml", 10_000, 500);
    write("b.toml", 19_000, 1_000);
    write("c.toml", 19_000, 600);
    let text = works(folder.path(), &["compare", "a.toml", "b.toml", "--metrics", "front_density", "--format", "svg"]);
    let table = text.split("Why B differs").nth(1).unwrap();
    assert!(!table.contains('%'), "{table}");
    assert!(table.contains("+1"), "the amounts stand there: {table}");
    write("d.toml", 19_000, 400);
    let text = works(folder.path(), &["compare", "a.toml", "d.toml", "--metrics", "front_density", "--format", "svg"]);
    assert!(text.split("Why B differs").nth(1).unwrap().contains('%'), "{text}");
}

#[test]
fn a_comparison_speaks_one_language() {
    let folder = TempDir::new().unwrap();
    for (name, language, force) in [("a.toml", "de", 10_000), ("b.toml", "fr", 20_000)] {
        let text = format!(
            "lang = \"{language}\"\npurpose = \"interposition\"\n[input]\npeacekeepers = {{ value = {force}, unit = \"troops\", assumed = \"test\" }}\n\
             front_length = {{ value = 500, unit = \"km\", assumed = \"test\" }}\n"
        );
        fs::write(folder.path().join(name), text).unwrap();
    }
    let german = works(folder.path(), &["compare", "a.toml", "b.toml", "--format", "svg"]);
    assert!(german.contains("unterscheidet sich") && !german.contains("soldats de la paix"), "{german}");
    let french = works(folder.path(), &["compare", "b.toml", "a.toml", "--format", "svg"]);
    assert!(french.contains("diffère") && !french.contains("unterscheidet"), "{french}");
    let english = works(folder.path(), &["compare", "a.toml", "b.toml", "--lang", "en", "--format", "svg"]);
    assert!(english.contains("B differs from A mainly because of peacekeepers"), "{english}");
}

#[test]
fn the_built_in_scenario_is_compared_by_its_name() {
    let folder = folder();
    let found = json(&works(folder.path(), &["compare", "ukraine-2025", "a.toml", "--metrics", "all", "--json"]));
    assert_eq!(found["scenarios"][0]["name"], "ukraine-2025");
    assert!(found["metrics"].as_object().unwrap().len() > 20);
    for (id, metric) in found["metrics"].as_object().unwrap() {
        let Some(shares) = metric["why"][0]["shares"].as_array() else {
            assert!(metric["why"][0]["not_explained"].is_string(), "{id}");
            continue;
        };
        let sum: f64 = shares.iter().map(|share| share["amount"].as_f64().unwrap()).sum();
        let size = shares.iter().map(|share| share["amount"].as_f64().unwrap().abs()).fold(0.0, f64::max);
        let difference = metric["why"][0]["difference"].as_f64().unwrap();
        assert!((sum - difference).abs() <= 1e-12 * size.max(difference.abs()), "{id}: {sum} {difference}");
    }
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let folder = folder();
    fails(folder.path(), &["compare", "a.toml"], 2, &["2 to 12 scenarios"]);
    fails(folder.path(), &["compare", "a.toml", "nope.toml"], 1, &["no such file"]);
    fails(folder.path(), &["compare", "a.toml", "b.toml", "--metrics", "front_densty"], 2, &["front_density"]);
    fails(folder.path(), &["compare", "c.toml", "c.toml", "--metrics", "front_density"], 1, &["needs front_length"]);
    fails(folder.path(), &["compare", "a.toml", "b.toml", "--set", "x=1"], 2, &["no input is called `x`"]);
}

/// Runs a scenario and gives the path of its results.
fn run(folder: &Path, args: &[&str], out: &str, name: &str) -> String {
    let mut all = vec!["run", "--quiet", "--format", "svg", "--out", out];
    all.extend(args);
    works(folder, &all);
    format!("{out}/{name}/results.json")
}

#[test]
fn a_result_is_computed_again_without_its_scenario() {
    let folder = folder();
    fs::create_dir(folder.path().join("sub")).unwrap();
    let child = "extends = \"../b.toml\"\ninclude = \"more.toml\"\ntitle = \"Child\"\n";
    fs::write(folder.path().join("sub/child.toml"), child).unwrap();
    let included = "[source.x]\ntitle = \"X\"\n";
    fs::write(folder.path().join("sub/more.toml"), included).unwrap();
    let results = run(folder.path(), &["sub/child.toml", "--set", "peacekeepers=30_000"], "o", "child");
    for name in ["a.toml", "b.toml", "sub/child.toml", "sub/more.toml"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert!(works(folder.path(), &["rerun", &results]).contains("hold."));
    let found = json(&works(folder.path(), &["rerun", &results, "--json"]));
    assert_eq!(found["holds"], true);
    assert_eq!(found["moved"].as_array().unwrap().len(), 0);
    let saved = json(&fs::read_to_string(folder.path().join(&results)).unwrap());
    let files = saved["record"]["files"].as_array().unwrap();
    let names: Vec<&str> = files.iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names[0], "child.toml");
    assert!(names.contains(&"b.toml") && names.contains(&"more.toml"), "{names:?}");
    assert_eq!(files[0]["content"], child);
}

#[test]
fn a_number_that_was_changed_is_found() {
    let folder = folder();
    let results = run(folder.path(), &["b.toml"], "o", "b");
    let path = folder.path().join(&results);
    let saved = json(&fs::read_to_string(&path).unwrap());
    let write = |document: &Value| fs::write(&path, document.to_string()).unwrap();
    let mut changed = saved.clone();
    changed["metrics"]["front_density"]["value"] = (40.0 * (1.0 + 1e-10)).into();
    write(&changed);
    let (code, text, _) = forcesize(folder.path(), &["rerun", &results]);
    assert!(code == 1 && text.contains("front_density") && text.contains("1 of"), "{code} {text}");
    assert!(works(folder.path(), &["rerun", &results, "--tolerance", "1e-9"]).contains("hold."));
    // Below the tolerance it holds, a missing key is no fault, and a version is said.
    let mut changed = saved.clone();
    changed["metrics"]["front_density"]["value"] = (40.0 * (1.0 + 1e-14)).into();
    changed["metrics"].as_object_mut().unwrap().remove("soldier_spacing");
    changed["record"]["version"] = "0.0.1".into();
    write(&changed);
    let text = works(folder.path(), &["rerun", &results]);
    assert!(text.contains("version 0.0.1") && text.contains("are new"), "{text}");
    // Counts and texts are exact.
    for (key, value) in [("seed", Value::from(2)), ("sampler", Value::from("lhs"))] {
        let mut changed = saved.clone();
        assert!(!changed["monte_carlo"][key].is_null(), "{key}");
        changed["monte_carlo"][key] = value;
        write(&changed);
        let (code, text, _) = forcesize(folder.path(), &["rerun", &results]);
        assert!(code == 1 && text.contains(key), "{text}");
    }
}

#[test]
fn results_that_cannot_be_computed_again_are_refused() {
    let folder = folder();
    let results = run(folder.path(), &["b.toml"], "o", "b");
    let path = folder.path().join(&results);
    let text = fs::read_to_string(&path).unwrap();
    let saved = json(&text);
    let refused = |content: &str, words: &[&str]| {
        fs::write(&path, content).unwrap();
        fails(folder.path(), &["rerun", &results], 1, words);
    };
    refused(&text[..text.len() / 2], &["not JSON, or damaged"]);
    refused("{}", &["no result of a run"]);
    refused("[1, 2]", &["no result of a run"]);
    refused("\u{1F600}", &["not JSON"]);
    let mut older = saved.clone();
    older.as_object_mut().unwrap().remove("record");
    refused(&older.to_string(), &["no record", "earlier version"]);
    let mut edited = saved.clone();
    edited["record"]["files"][0]["content"] = "title = \"other\"".into();
    refused(&edited.to_string(), &["not the one of the run"]);
    let mut odd = saved.clone();
    odd["record"]["files"] = Value::from(7);
    refused(&odd.to_string(), &["is damaged"]);
    odd["record"]["files"] = Value::Array(Vec::new());
    refused(&odd.to_string(), &["it has no file"]);
    fails(folder.path(), &["rerun", "nope.json"], 1, &["no such file"]);
    fails(folder.path(), &["rerun", "o"], 1, &["it is a folder"]);
    fails(folder.path(), &["rerun", &results, "--tolerance", "2"], 2, &["a share from 0 to 1"]);
}

#[test]
fn two_results_are_held_against_one_another() {
    let folder = folder();
    let a = run(folder.path(), &["a.toml"], "o", "a");
    let b = run(folder.path(), &["b.toml"], "o", "b");
    let c = run(folder.path(), &["c.toml"], "o", "c");
    let found = json(&works(folder.path(), &["diff", &a, &b, "--json"]));
    let changed = found["changed"].as_array().unwrap();
    let row = |path: &str| changed.iter().find(|row| row["path"] == path).unwrap();
    close(&row("metrics.front_density.value")["difference"], -60.0);
    close(&row("metrics.front_density.value")["relative"], 0.6);
    close(&row("inputs.peacekeepers.value")["after"], 60_000.0);
    assert!(row("inputs.front_length.range.high")["difference"].is_number());
    let sizes: Vec<f64> = changed.iter().map(|row| row["relative"].as_f64().unwrap_or(-1.0)).collect();
    assert!(sizes.is_sorted_by(|x, y| x >= y), "{sizes:?}");
    let wide = json(&works(folder.path(), &["diff", &a, &b, "--json", "--tolerance", "0.5"]));
    let wide: Vec<&str> = wide["changed"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect();
    assert!(wide.contains(&"metrics.front_density.value") && !wide.contains(&"inputs.peacekeepers.value"));
    let gone = json(&works(folder.path(), &["diff", &a, &c, "--json"]));
    let gone: Vec<&str> =
        gone["disappeared"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect();
    assert!(gone.contains(&"metrics.front_density.value") && !gone.contains(&"metrics.front_density.unit"), "{gone:?}");
    assert!(works(folder.path(), &["diff", &a, &a]).contains("Nothing moved"));
    assert!(works(folder.path(), &["diff", &a, &b, "--all", "--csv"]).starts_with("path,before,after,difference,"));
    fails(folder.path(), &["diff", &a, "a.toml"], 1, &["not JSON"]);
    // The same metric in another unit has not moved, but its unit has.
    let mut other = json(&fs::read_to_string(folder.path().join(&a)).unwrap());
    other["inputs"]["front_length"]["value"] = 1_000_000.0.into();
    other["inputs"]["front_length"]["unit"] = "m".into();
    other["inputs"]["front_length"].as_object_mut().unwrap().remove("range");
    fs::write(folder.path().join("m.json"), other.to_string()).unwrap();
    let found = json(&works(folder.path(), &["diff", &a, "m.json", "--json"]));
    let paths: Vec<&str> =
        found["changed"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["inputs.front_length.unit"]);
}

/// On terminals labels stand with identifiers; thousands are grouped, and there is a difference and a ratio.
#[test]
fn what_moved_is_said_in_words() {
    let folder = folder();
    let a = run(folder.path(), &["a.toml"], "o", "a");
    let b = run(folder.path(), &["b.toml", "--lang", "uk"], "o", "b");
    let said = |args: &[&str]| works(folder.path(), args).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = said(&["diff", &a, &b]);
    // 100 and 40 per km; the force from 100,000 to 60,000.
    for words in [
        "Peacekeepers (peacekeepers), troops 100,000 60,000 -40,000 ×0.6",
        "Front density (front_density), personnel 100 40 -60 ×0.4",
        "Front length (front_length): range, high",
        " values changed, ",
    ] {
        assert!(text.contains(words), "no `{words}` in {text}");
    }
    assert!(!text.contains("metrics."), "{text}");
    // The first results' language, unless another is asked for; both results' labels are said in it.
    for (args, words) in [
        (["diff", &b, &a, "--lang", "de"], "Friedenstruppen (peacekeepers), 60.000 100.000 +40.000 ×1,67"),
        (["diff", &b, &a, "--lang", "en"], "Peacekeepers (peacekeepers), troops 60,000 100,000 +40,000 ×1.67"),
        (["diff", &a, &b, "--lang", "fr"], "valeurs modifiées"),
        (["diff", &b, &a, "--tolerance", "0"], "60 000 100 000 +40 000 ×1,67"),
    ] {
        let text = said(&args);
        assert!(text.contains(words), "no `{words}` in {text}");
    }
    // For programs all stays as it was.
    assert_eq!(
        works(folder.path(), &["diff", &b, &a, "--json"]),
        works(folder.path(), &["diff", &b, &a, "--json", "--lang", "de"])
    );
}

#[test]
fn results_are_computed_again_in_their_language() {
    let folder = folder();
    let results = run(folder.path(), &["b.toml", "--lang", "uk"], "o", "b");
    for (lang, words) in
        [("uk", "b: усе збігається"), ("de", "b: Alles stimmt"), ("fr", "tout concorde"), ("en", "hold.")]
    {
        assert!(works(folder.path(), &["rerun", &results, "--lang", lang]).contains(words), "{lang}");
    }
    assert!(works(folder.path(), &["rerun", &results]).contains("b: усе збігається"));
    let path = folder.path().join(&results);
    let mut changed = json(&fs::read_to_string(&path).unwrap());
    changed["metrics"]["front_density"]["value"] = 41.0.into();
    fs::write(&path, changed.to_string()).unwrap();
    let (code, text, _) = forcesize(folder.path(), &["rerun", &results]);
    assert!(code == 1 && text.contains("b: 1 значення не збігається") && text.contains("Щільність"), "{code} {text}");
}

#[test]
fn pillars_make_a_matrix() {
    let folder = folder();
    let found = json(&works(folder.path(), &["compare", "--pillars", "--json"]));
    assert_eq!(found["pillars"], serde_json::json!(["Presence", "US backing", "Ukrainian army"]));
    let values = found["metrics"]["combined_front_density"]["values"].as_array().unwrap();
    assert_eq!(values.len(), 8);
    // On 1,000 km: 100,000 or no peacekeepers beside 200,000 or no Ukrainian troops; backing has no head count.
    let expected = [0.0, 100.0, 0.0, 100.0, 200.0, 300.0, 200.0, 300.0];
    values.iter().zip(expected).for_each(|(value, expected)| close(value, expected));
    // Percentiles on a front of 1,000 to 1,250 km; without anyone there is no range.
    let ends = |key: &str| found["metrics"]["combined_front_density"][key].as_array().unwrap().clone();
    let (low, high) = (ends("low"), ends("high"));
    for (at, least, most) in [(7, 240.0, 300.0), (3, 80.0, 100.0), (4, 160.0, 200.0)] {
        let (low, high) = (low[at].as_f64().unwrap(), high[at].as_f64().unwrap());
        assert!(least < low && low < high && high < most, "{low} to {high}");
    }
    assert!(low[0].is_null() && high[0].is_null());
    let shares = found["metrics"]["combined_front_density"]["shares"].as_array().unwrap();
    shares.iter().zip([100.0, 0.0, 200.0]).for_each(|(share, expected)| close(share, expected));
    let text = works(folder.path(), &["compare", "--pillars", "--format", "svg", "--out", "o"]);
    for word in ["All of them", "None of them", "Without US backing", "to 290"] {
        assert!(text.contains(word), "`{word}` is not in\n{text}");
    }
    // Metres of front per peacekeeper where there is none: a word, and why.
    assert!(text.contains(" none ") && text.contains("nothing is left to divide by") && !text.contains('∞'), "{text}");
    let charts = fs::read_dir(folder.path().join("o/ukraine-2025/charts")).unwrap();
    let charts =
        charts.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "svg"));
    let svgs: Vec<String> = charts.map(|path| fs::read_to_string(path).unwrap()).collect();
    let with = |text: &str| svgs.iter().find(|svg| svg.contains(text)).unwrap_or_else(|| panic!("no chart has {text}"));
    let svg = with(">none<");
    assert!(svg.contains("nothing is") && svg.contains("divide by") && svgs.iter().all(|svg| !svg.contains('∞')));
    assert_eq!(with(" to 290<").matches("<circle").count(), 24, "three marks in each of eight rows");
    assert!(works(folder.path(), &["compare", "--pillars", "--csv"]).starts_with("there,metric,value,unit,low,high\n"));
    assert!(works(folder.path(), &["compare", "--pillars", "a.toml"]).contains("[[pillar]]"));
    fails(folder.path(), &["compare", "--pillars", "a.toml", "--json"], 1, &["has no pillar"]);
    fails(folder.path(), &["compare", "--pillars", "a.toml", "b.toml"], 2, &["one scenario"]);
    let pillar = "\n[[pillar]]\nlabel = \"P\"\nwithout = { peacekepers = \"0 troops\" }\n";
    let wrong = scenario(1_000.0, 10.0, "") + pillar;
    fs::write(folder.path().join("wrong.toml"), &wrong).unwrap();
    fails(folder.path(), &["compare", "--pillars", "wrong.toml"], 1, &["`peacekepers`", "did you mean `peacekeepers`"]);
    let wrong = wrong.replace("peacekepers = \"0 troops\"", "peacekeepers = \"3 km\"");
    fs::write(folder.path().join("wrong.toml"), &wrong).unwrap();
    fails(folder.path(), &["compare", "--pillars", "wrong.toml"], 1, &["measures"]);
}

#[test]
fn no_sweep_is_called_like_a_file_of_a_comparison() {
    let folder = folder();
    works(folder.path(), &["compare", "a.toml", "b.toml", "--format", "svg", "--out", "o"]);
    works(folder.path(), &["compare", "ukraine-2025", "b.toml", "--metrics", "all", "--format", "svg", "--out", "o"]);
    works(folder.path(), &["compare", "--pillars", "--format", "svg", "--out", "o"]);
    let stem = |path: &String| Path::new(path).file_stem().unwrap().to_str().unwrap().to_owned();
    let mut names: Vec<String> = files(&folder.path().join("o")).keys().map(stem).collect();
    names.sort();
    names.dedup();
    names.retain(|name| !["manifest", "results", "report"].contains(&name.as_str()));
    for wanted in ["compare", "compare_slope", "compare_metrics", "pillars"] {
        assert!(names.iter().any(|name| name == wanted), "`{wanted}` is not among {names:?}");
    }
    for name in &names {
        let sweep = format!(
            "\n[[sweep]]\nid = \"{name}\"\nvary = \"front_length\"\nfrom = 900\nto = 1_100\nshow = [\"front_density\"]\n"
        );
        fs::write(folder.path().join("alike.toml"), scenario(1_000.0, 10.0, "") + &sweep).unwrap();
        fails(folder.path(), &["check", "alike.toml"], 1, &[&format!("`{name}`"), "the program itself may write"]);
    }
}
