//! A whole that adds up from the members of a scope: the line from its sectors.

use forcesize::model::{NoFiles, Override, assess, read_scenario};
use forcesize::scenario::FoundFile;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn sector(name: &str, length: &str) -> String {
    format!("[sector.{name}]\nsector_length = {{ {length}, unit = \"km\", assumed = \"test\" }}\n")
}

fn scenario(inputs: &str, sectors: &[(&str, &str)]) -> String {
    let force = "peacekeepers = { value = 20_000, unit = \"troops\", assumed = \"test\" }\n";
    let sectors: String = sectors.iter().map(|(name, length)| sector(name, length)).collect();
    format!("title = \"Sectors\"\npurpose = \"interposition\"\n[input]\n{force}{inputs}\n{sectors}")
}

const BOTH: [(&str, &str); 2] = [("north", "low = 250, mode = 300, high = 350"), ("south", "value = 200")];

fn forcesize(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output =
        Command::new(crate::engine::program()).args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn folder(text: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("x.toml"), text).unwrap();
    folder
}

/// What is said of a scenario, with its place.
fn complaints(text: &str, set: &[&str]) -> String {
    let file = FoundFile { name: "x.toml".to_owned(), identity: "x".to_owned(), content: text.to_owned() };
    let set: Vec<Override> = set.iter().map(|text| Override::new(*text)).collect();
    let reading = read_scenario(file, &NoFiles, &set);
    reading.diagnostics.plain(&reading.texts)
}

#[test]
fn a_line_that_is_not_given_is_the_sum_of_its_sectors() {
    let found = assess("x", &scenario("", &BOTH)).unwrap();
    let calculation = &found.calculation;
    assert!((calculation.value_of("front_length").unwrap() - 500.0).abs() < 1e-9);
    assert!(calculation.input("front_length").is_none());
    let density = &calculation.metrics[calculation.metric("front_density").unwrap()];
    assert!((density.value - 40.0).abs() < 1e-9);
    // It has the ranges of its parts, and says what it is.
    let inputs: Vec<&str> = calculation
        .inputs_of(calculation.metric("front_density").unwrap())
        .into_iter()
        .map(|input| calculation.inputs[input].id.as_str())
        .collect();
    assert_eq!(inputs, ["peacekeepers", "sector.north.sector_length", "sector.south.sector_length"]);
    let folder = folder(&scenario("", &BOTH));
    let (_, said, _) = forcesize(folder.path(), &["explain", "x.toml", "front_length"]);
    assert!(said.contains("sum(sector_length)") && said.contains("sum over North, South"), "{said}");
    let (_, said, _) = forcesize(folder.path(), &["explain", "x.toml", "front_length", "--lang", "de"]);
    assert!(said.contains("Summe über North, South"), "{said}");
    // A sector without its length is what is missing.
    let half = scenario("", &BOTH[..1])
        + "[sector.south]\nlabel = \"South\"\nsector_planning_density = { value = 5, unit = \"personnel per km\", assumed = \"test\" }\n";
    let found = assess("x", &half).unwrap();
    let missing = found.calculation.unavailable.iter().find(|metric| metric.id == "front_density").unwrap();
    assert_eq!(missing.needs, ["sector.south.sector_length"]);
}

#[test]
fn a_line_that_is_given_and_disagrees_is_said_with_its_place_and_both_numbers() {
    let line = |length: &str| {
        scenario(&format!("front_length = {{ value = {length}, unit = \"km\", assumed = \"test\" }}"), &BOTH)
    };
    let said = complaints(&line("600"), &[]);
    assert!(said.contains("`front_length` is 600 km, but sum(sector_length) gives 500 km"), "{said}");
    assert!(said.contains("x.toml:5:1"), "{said}");
    assert!(!complaints(&line("500"), &[]).contains("sum(sector_length)"));
    assert!(!complaints(&scenario("", &BOTH), &[]).contains("sum(sector_length)"));
    // What is given counts.
    let found = assess("x", &line("600")).unwrap();
    assert!((found.calculation.value_of("front_length").unwrap() - 600.0).abs() < 1e-9);
}

#[test]
fn a_sum_is_neither_set_nor_varied() {
    let said = complaints(&scenario("", &BOTH), &["front_length=400"]);
    assert!(said.contains("`front_length` follows from others and cannot be set"), "{said}");
    let parts = "`sector.north.sector_length` or `sector.south.sector_length`";
    assert!(said.contains(&format!("set {parts}")), "{said}");
    assert!(!complaints(&scenario("", &BOTH), &["sector.north.sector_length=400"]).contains("error"));
    let sweep = "[[sweep]]\nvary = \"front_length\"\nfrom = 100\nto = 900\nshow = [\"front_density\"]\n";
    let said = complaints(&(scenario("", &BOTH) + sweep), &[]);
    assert!(
        said.contains("there is no input `front_length` to vary") && said.contains(&format!("vary {parts}")),
        "{said}"
    );
    let folder = folder(&scenario("", &BOTH));
    for args in [
        ["sweep", "x.toml", "--vary", "front_length=100..900", "--show", "front_density"].as_slice(),
        &["break-even", "x.toml", "--vary", "front_length=100..900", "--metric", "front_density", "--target", "50"],
        &["run", "x.toml", "--set", "front_length=400"],
    ] {
        let (code, _, said) = forcesize(folder.path(), args);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("sector.north.sector_length"), "{said}");
    }
    let (code, ..) =
        forcesize(folder.path(), &["size", "x.toml", "--set", "sector.north.sector_length=400 km", "--csv"]);
    assert_eq!(code, Some(0));
}

#[test]
fn an_estimate_of_a_whole_line_splits_it_as_the_scenario_does() {
    let estimate = "[estimate.somebody]\nwho = \"Somebody\"\ndate = \"2025\"\nvalue = \"10_000 troops\"\n\
                    with = { front_length = \"1_000 km\" }\nsource = \"page\"\n[source.page]\ntitle = \"A page\"\n";
    let folder = folder(&(scenario("", &BOTH) + estimate));
    let (code, text, said) = forcesize(folder.path(), &["size", "x.toml", "--json"]);
    assert_eq!(code, Some(0), "{said}");
    // 10,000 on 1,000 km, whatever the sectors of the scenario add up to.
    assert!(text.contains("\"value\": 10.0"), "{text}");
}

#[test]
fn a_scope_of_ones_own_can_add_up_too() {
    let own = "title = \"Districts\"\npurpose = \"stabilisation\"\n[input]\npeacekeepers = { value = 20_000, unit = \"troops\", assumed = \"test\" }\n\
        [scope.district]\nlabel = \"District\"\n[scope.district.input.district_population]\nlabel = \"Population of the district\"\nunit = \"people\"\nsums_to = \"WHOLE\"\n\
        [district.east]\ndistrict_population = { value = 2, unit = \"million people\", assumed = \"test\" }\n\
        [district.west]\ndistrict_population = { value = 3, unit = \"million people\", assumed = \"test\" }\n";
    let found = assess("x", &own.replace("WHOLE", "population")).unwrap();
    let density = found.calculation.metric("force_density").unwrap();
    assert!((found.calculation.metrics[density].shown_value() - 4.0).abs() < 1e-9);
    let said = complaints(&own.replace("WHOLE", "area"), &[]);
    assert!(said.contains("`district_population` cannot add up to `area`: it measures something else"), "{said}");
    let said = complaints(&own.replace("WHOLE", "populaton"), &[]);
    assert!(said.contains("no input is called `populaton`") && said.contains("`population`"), "{said}");
}

#[test]
fn an_input_of_ones_own_needs_no_label_where_a_formula_has_it() {
    let own = |formula: &str, input: &str| {
        format!(
            "title = \"Own\"\n[input]\n{input}\n[metric.pairs]\nlabel = \"Pairs\"\nformula = \"{formula}\"\nunit = \"personnel\"\nmeans = \"A test.\"\nassumed = \"test\"\n"
        )
    };
    let text = own("good_friends / 2", "good_friends = { value = 12, unit = \"personnel\", assumed = \"test\" }");
    let found = assess("x", &text).unwrap();
    let input = found.calculation.input("good_friends").unwrap();
    assert_eq!(found.calculation.inputs[input].label, "Good friends");
    assert!((found.calculation.metrics[found.calculation.metric("pairs").unwrap()].value - 6.0).abs() < 1e-9);
    // A slip that the formula repeats is one all the same, and so is one that no formula has.
    let slip = own("front_lenght / 2", "front_lenght = { value = 12, unit = \"km\", assumed = \"test\" }");
    assert!(complaints(&slip, &[]).contains("did you mean `front_length`?"), "{}", complaints(&slip, &[]));
    let said = complaints(
        &own("peacekeepers", "good_friends = { value = 12, unit = \"personnel\", assumed = \"test\" }"),
        &[],
    );
    assert!(said.contains("no input is called `good_friends`") && said.contains("use it in a formula"), "{said}");
}
