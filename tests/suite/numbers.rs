//! Numbers as people write them: what is read, what is refused with what may be meant, and never another number; flags
//! and file names as they are typed.

use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::language::{Language, Localizer};
use forcesize::model::{NoFiles, Override, Reading, read_scenario};
use forcesize::quantity::number;
use forcesize::quantity::reading::leading;
use forcesize::quantity::unit::Units;
use forcesize::scenario::{FoundFile, Located, Written};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What other programs and people group thousands with.
const THOUSANDS: [char; 6] = ['\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}', '\'', '’'];

const SMALL: &str = r#"title = "Small"
purpose = "observation"
[input]
front_length = { value = 100, unit = "km", assumed = "for the test" }
peacekeepers = { value = 12_000, unit = "troops", assumed = "for the test" }
population = { value = 2.3, unit = "million people", assumed = "for the test" }
"#;

fn read(content: &str, set: &[&str]) -> Reading {
    let file = FoundFile { name: "x.toml".into(), identity: "x.toml".into(), content: content.to_owned() };
    let set: Vec<Override> = set.iter().map(|text| Override::new(*text)).collect();
    read_scenario(file, &NoFiles, &set)
}

/// The value of an input in its own unit, and all that was said.
fn input(content: &str, set: &[&str], name: &str) -> (Option<f64>, String) {
    let reading = read(content, set);
    let said = reading.diagnostics.plain(&reading.texts);
    let value = reading.assessment.map(|assessment| {
        let input = &assessment.calculation.inputs[assessment.calculation.input(name).unwrap()];
        input.unit.from_base(input.value)
    });
    (value, said)
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * b.abs()
}

/// A value that is refused, with all that the complaint has to say.
fn refused(set: &str, says: &[&str]) {
    let name = set.split('=').next().unwrap();
    let (value, said) = input(SMALL, &[set], name);
    assert!(value.is_none(), "{set} is read as {value:?}");
    for part in says {
        assert!(said.contains(part), "{set}: no `{part}` in\n{said}");
    }
    // Its place is told.
    assert!(said.contains("--> --set:1:"), "{said}");
}

// --------------------------------------------------------------------------------------------------- what is read

#[test]
fn grouped_thousands_are_read_wherever_a_number_is() {
    for mark in THOUSANDS {
        let content = format!(
            r#"{SMALL}
planning_front_density = {{ low = "1{mark}100", mode = "1{mark}200", high = "1{mark}300.5", unit = "personnel per km", assumed = "t" }}
host_troops = {{ value = "2.5 brigades", assumed = "t" }}
[unit.brigade]
plural = "brigades"
is = "4{mark}000 personnel"
[metric.own]
formula = "peacekeepers * 1{mark}500 / front_length"
unit = "personnel per 1{mark}000 m"
label = "own"
assumed = "t"
[[condition]]
that = "front_density >= 1{mark}250 personnel per km"
[estimate.a]
who = "a"
value = "15{mark}000 troops"
source = ["s"]
[source.s]
title = "s"
"#
        );
        let reading = read(&content, &[&format!("peacekeepers=12{mark}500 troops")]);
        let said = reading.diagnostics.plain(&reading.texts);
        let Some(assessment) = reading.assessment else { panic!("{said}") };
        let value = |name: &str| assessment.calculation.inputs[assessment.calculation.input(name).unwrap()].value;
        assert!(same(value("peacekeepers"), 12_500.0) && same(value("host_troops"), 10_000.0), "{said}");
        let planned = &assessment.calculation.inputs[assessment.calculation.input("planning_front_density").unwrap()];
        assert!(same(planned.value, 1_200.0) && same(planned.range.as_ref().unwrap().range().1, 1_300.5), "{said}");
        let own = &assessment.calculation.metrics[assessment.calculation.metric("own").unwrap()];
        assert!(same(own.value, 187_500.0), "{}", own.value);
        assert_eq!(own.unit.text(), "personnel per 1000 m");
        assert!(same(assessment.requests.conditions[0].threshold, 1_250.0));
        assert!(same(assessment.roles.estimates[0].value, 15_000.0));
    }
    let (value, said) = input(SMALL, &["front_length=\u{2212}5 km"], "front_length");
    assert!(value.is_none() && said.contains("-5 km"), "{said}");
}

/// 12,000 over 400 km and 12,500 over 100 km, as the handed cases have them.
#[test]
fn a_no_break_space_never_multiplies() {
    let (value, said) = input(
        &SMALL.replace("{ value = 12_000, unit = \"troops\", assumed = \"for the test\" }", "\"12\u{a0}500 troops\""),
        &[],
        "peacekeepers",
    );
    assert_eq!(value, Some(12_500.0), "{said}");
    // Each of these was a product, or is one in some grammar.
    for text in [
        "12\u{a0}50 troops",
        "12 500 troops",
        "12  500 troops",
        "12 \u{a0}500 troops",
        "12\t500 troops",
        "12\u{2002}500 troops",
        "12\u{200b}500 troops",
        "12\u{3000}500 troops",
        "12·500 troops",
        "12*500 troops",
        "12 (500 troops)",
        "2 million 300 thousand troops",
        "2 thousand 5 troops",
        "12\u{a0}500\u{a0}00 troops",
    ] {
        refused(&format!("peacekeepers={text}"), &["= help: "]);
    }
    refused("peacekeepers=12 500 troops", &["write `12_500 troops`"]);
    refused("peacekeepers=12\t500 troops", &["U+0009 CHARACTER TABULATION", "`12_500 troops`"]);
}

#[test]
fn units_hold_no_number_of_two_readings() {
    for (unit, offered) in [("1.000", "`1_000` or `1`"), ("1,000", "`1_000` or `1`"), ("1 000", "`1_000`")] {
        let content = format!(
            "{SMALL}planning_front_density = {{ value = 5, unit = \"troops per {unit} m\", assumed = \"t\" }}\n"
        );
        let (value, said) = input(&content, &[], "planning_front_density");
        assert!(value.is_none() && said.contains(offered), "{said}");
    }
}

// ------------------------------------------------------------------------------------------ what is refused or told

#[test]
fn two_readings_are_both_offered() {
    refused("peacekeepers=20.000 troops", &["can be read in two ways", "`20_000 troops`", "`20 troops`"]);
    refused("peacekeepers=20.000", &["`20_000`", "`20`"]);
    refused("peacekeepers=20.125 troops", &["`20_125 troops`", "`20.1250 troops`"]);
    refused(
        "population=2,1 million people",
        &["can be read in two ways", "`2.1 million people`", "`21 million people`"],
    );
    refused("population=25.000 people", &["`25_000 people`", "`25 people`"]);
    refused("front_length=1,250 km", &["`1_250 km`", "`1.25 km`"]);
    refused("front_length=1.234,5 km", &["write `1_234.5 km`"]);
    refused("front_length=1,234.5 km", &["write `1_234.5 km`"]);
    refused("front_length=1.234.567 km", &["write `1_234_567 km`"]);
    refused("peacekeepers=25.000 Soldaten", &["`personnel`", "`25_000` or `25`"]);
    refused("population=2,1 Mio. Einwohner", &["`2.1` or `21`"]);
    // Bare numbers of a file are known by their digits.
    for entry in [
        "peacekeepers = { value = 20.000, unit = \"troops\", assumed = \"t\" }",
        "peacekeepers = { low = 10.000, high = 30.000, unit = \"personnel\", assumed = \"t\" }",
        "peacekeepers = { choices = [20.000, 5], unit = \"personnel\", assumed = \"t\" }",
    ] {
        let (value, said) = input(&format!("[input]\n{entry}\n"), &[], "peacekeepers");
        assert!(value.is_none() && said.contains("two ways") && said.contains("_000` if the point groups"), "{said}");
    }
    let (value, said) =
        input("[input]\npeacekeepers = { value = 20.0, unit = \"troops\", assumed = \"t\" }\n", &[], "peacekeepers");
    assert_eq!(value, Some(20.0), "{said}");
}

#[test]
fn where_three_decimals_make_sense_both_readings_are_told() {
    let warned = |content: &str, set: &[&str], name: &str, expected: f64, says: &[&str]| {
        let (value, said) = input(content, set, name);
        assert!(value.is_some_and(|value| same(value, expected)), "{said}");
        assert!(says.iter().all(|part| said.contains(part)), "{said}");
    };
    let says = &["`1.250` is read as 1.25, not as 1,250", "`1_250 km`", "`1.25 km`"];
    warned(SMALL, &["front_length=1.250 km"], "front_length", 1.25, says);
    warned(SMALL, &["front_length=1.255"], "front_length", 1.255, &["`1_255`", "`1.2550`"]);
    warned(SMALL, &["population=2.125"], "population", 2.125, &["not as 2,125"]);
    let bare = SMALL.replace("value = 100,", "value = 1.250,");
    warned(&bare, &[], "front_length", 1.25, &["x.toml:4:26", "not as 1,250"]);
    // What is offered has one reading.
    for set in ["front_length=1.2550", "front_length=1_250 km", "front_length=1.25 km", "front_length=0.250"] {
        let (value, said) = input(SMALL, &[set], "front_length");
        assert!(value.is_some() && !said.contains("read as"), "{said}");
    }
    // In a formula too, and among settings.
    let own = format!(
        "{SMALL}[metric.own]\nformula = \"front_length * 1.250\"\nunit = \"km\"\nlabel = \"o\"\nassumed = \"t\"\n"
    );
    let reading = read(&own, &[]);
    assert!(
        reading.diagnostics.plain(&reading.texts).contains("x.toml:8:27"),
        "{}",
        reading.diagnostics.plain(&reading.texts)
    );
    let whole = format!("{SMALL}[monte_carlo]\nsamples = 16.384\n");
    let reading = read(&whole, &[]);
    assert!(reading.assessment.is_none() && reading.diagnostics.plain(&reading.texts).contains("write `16_384`"));
}

#[test]
fn the_language_of_reports_has_no_say() {
    for language in Language::ALL {
        let content = format!("lang = \"{}\"\n{SMALL}", language.code());
        let (value, said) = input(&content, &["front_length=1.250 km"], "front_length");
        assert_eq!(value, Some(1.25), "{said}");
        assert!(input(&content, &["peacekeepers=20.000"], "peacekeepers").0.is_none());
        assert_eq!(input(&content, &["peacekeepers=12\u{202f}500"], "peacekeepers").0, Some(12_500.0));
        assert!(input(&content, &["front_length=2,5"], "front_length").0.is_none());
    }
}

#[test]
fn strange_characters_are_named_with_their_place() {
    refused("peacekeepers=１２０００ troops", &["U+FF11 FULLWIDTH DIGIT ONE", "write `12000 troops`", "--set:1:14"]);
    refused("peacekeepers=١٢٠٠٠ troops", &["U+0661 ARABIC-INDIC DIGIT ONE", "write `12000 troops`"]);
    refused("peacekeepers=1２000", &["U+FF12 FULLWIDTH DIGIT TWO", "--set:1:15"]);
    let formula = |formula: &str| {
        let own = format!(
            "{SMALL}[metric.own]\nformula = \"{formula}\"\nunit = \"personnel per km\"\nlabel = \"o\"\nassumed = \"t\"\n"
        );
        let reading = read(&own, &[]);
        assert!(reading.assessment.is_none(), "{formula} passed");
        reading.diagnostics.plain(&reading.texts)
    };
    let said = formula("peacekeepers\u{a0}/\u{a0}front_length");
    assert!(said.contains("U+00A0 NO-BREAK SPACE") && said.contains("x.toml:8:24"), "{said}");
    let said = formula("peacekeepers \u{200b}/ front_length");
    assert!(said.contains("U+200B ZERO WIDTH SPACE"), "{said}");
    let said = formula("２ * peacekeepers / front_length");
    assert!(said.contains("U+FF12 FULLWIDTH DIGIT TWO") && said.contains("`2`"), "{said}");
    for (text, offered) in
        [("1,200", "`1_200`"), ("0,5", "`0.5`"), ("1.234.567", "`1_234_567`"), ("1\u{a0}234,5", "`1_234.5`")]
    {
        let said = formula(&format!("{text} * peacekeepers / front_length"));
        assert!(said.contains(offered), "{said}");
        let said = formula(&format!("max({text}, 3) * peacekeepers / front_length"));
        assert!(said.contains(offered), "{said}");
    }
}

// ------------------------------------------------------------------------------- what the tool prints, pasted back

/// What is printed, with the English digits of the same number.
fn printed(words: Localizer, value: f64) -> Vec<(String, String)> {
    vec![
        (words.exact(value), number::exact(value)),
        (words.shown(value), number::shown(value)),
        (words.significant(value, 6), number::significant(value, 6)),
        (words.grouped(value, 0), number::grouped(value, 0)),
        (words.grouped(value, 1), number::grouped(value, 1)),
        (words.grouped(value, 3), number::grouped(value, 3)),
    ]
}

/// Numbers in the help of complaints, in backticks.
fn offers(diagnostics: &Diagnostics, value: f64) -> bool {
    let helps = diagnostics.sorted().into_iter().flat_map(|item| item.help.clone());
    let parts: Vec<String> = helps.flat_map(|help| help.split('`').map(str::to_owned).collect::<Vec<_>>()).collect();
    parts.iter().any(|part| leading(part).is_ok_and(|number| same(number.value, value) && !number.pointed))
}

#[test]
fn what_is_printed_is_read_as_the_same_or_refused_with_it() {
    let units = Units::default();
    let values = [
        0.0,
        0.5,
        0.125,
        1.0,
        1.5,
        2.1,
        12.0,
        21.5,
        84.0,
        999.5,
        1_000.0,
        1_234.5,
        1_250.0,
        1_255.0,
        12_500.0,
        20_000.0,
        100_000.5,
        603_550.0,
        1_234_567.0,
        1_234_567.25,
        2_400_000.0,
        31_500_000.0,
        -1.5,
        -1_250.0,
        1.5e-9,
        2.5e17,
        1e-4,
    ];
    let spelt =
        ["troops", "people", "km", "million people", "%", "personnel per 1000 people", "bn EUR", "months", "1", "km²"];
    let (mut read_as_such, mut refusals, mut warned) = (0, 0, 0);
    for language in Language::ALL {
        let words = Localizer::new(language);
        for spelling in spelt {
            let unit = units.unit(spelling).unwrap();
            for (text, english) in values.into_iter().flat_map(|value| printed(words, value)) {
                let value: f64 = english.replace(',', "").parse().unwrap();
                let pasted = [
                    text.clone(),
                    unit.attach(&text),
                    words.attach(&unit, &text),
                    words.end(&unit, &text),
                    format!(" {text}\u{a0}{}", unit.label()),
                ];
                for pasted in pasted {
                    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
                    let span = Span { text: texts.add("x", pasted.clone()), start: 0, end: pasted.len() };
                    let written = Written::Text(Located::new(pasted.clone().into(), span));
                    let found = written.in_base(&unit, &units, &mut diagnostics);
                    let said = diagnostics.plain(&texts);
                    match found {
                        Some(found) if same(found, unit.to_base(value)) => read_as_such += 1,
                        // Another number only with a warning that has this one.
                        Some(_) => {
                            assert!(!unit.counts_heads() && offers(&diagnostics, value), "{pasted}: {found:?}\n{said}");
                            warned += 1;
                        }
                        // A word of another language, behind a number that is read rightly or refused.
                        None => {
                            let number = leading(pasted.trim()).is_ok_and(|number| same(number.value, value));
                            assert!(number || offers(&diagnostics, value), "{pasted} for {value}\n{said}");
                            refusals += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(read_as_such > 1_000 && refusals > 1_000 && warned > 100, "{read_as_such} {refusals} {warned}");
}

#[test]
fn printed_numbers_in_formulas_keep_their_value_or_are_refused() {
    for language in Language::ALL {
        let words = Localizer::new(language);
        for value in [0.5, 1.5, 84.0, 999.5, 1_234.5, 1_250.0, 12_500.0, 1_234_567.0, 1.5e-9] {
            for (text, english) in printed(words, value) {
                let value: f64 = english.replace(',', "").parse().unwrap();
                for formula in [format!("{text} * x"), format!("max({text}, x)"), format!("max(x, {text})")] {
                    let Ok(parsed) = forcesize::formula::parse(&formula) else { continue };
                    let mut numbers = parsed.nodes().iter().filter_map(|node| match node.part {
                        forcesize::formula::Part::Number(number) => Some((number, node.span.clone())),
                        _ => None,
                    });
                    let (found, span) = numbers.next().unwrap();
                    let is_doubted = leading(&formula[span]).is_ok_and(|number| number.pointed);
                    assert!(numbers.next().is_none() && (same(found, value) || is_doubted), "{formula}: {found}");
                }
            }
        }
    }
}

/// Whole ranges are none where one number is expected; their ends are told.
#[test]
fn a_range_in_the_place_of_a_number_is_called_one() {
    for (text, low, high) in [
        ("1.9-2.3 km", "1.9", "2.3"),
        ("84–97", "84", "97"),
        ("1,000 to 1,250 km", "1_000", "1_250"),
        ("25..33", "25", "33"),
    ] {
        refused(&format!("front_length={text}"), &["is a range", &format!("low = {low}, high = {high}")]);
    }
    for text in ["100 km to 200 km", "100 km - 200 km", "100 km – 200 km"] {
        refused(&format!("front_length={text}"), &["is a range", "`low` and `high`"]);
    }
    let content = "[input]\nfront_length = { value = \"1.9-2.3\", unit = \"km\", assumed = \"t\" }\n";
    assert!(input(content, &[], "front_length").1.contains("low = 1.9, high = 2.3"));
}

// --------------------------------------------------------------------------------------------- beyond the possible

#[test]
fn what_cannot_be_is_told_with_the_input() {
    let said = |set: &[&str]| {
        let (value, said) = input(SMALL, set, "population");
        assert!(value.is_some(), "{said}");
        said
    };
    assert!(!said(&[]).contains("look at"));
    let wrong = said(&["population=2_300_000"]);
    for part in [
        "`population` is 2,300,000 million people: more people than there are",
        "\"2_300_000 people\"",
        "2.3 for it in million people",
        "--set:1:12",
    ] {
        assert!(wrong.contains(part), "{part}\n{wrong}");
    }
    // One wrong number is told once, not in each metric.
    assert_eq!(wrong.matches("warning:").count(), 1, "{wrong}");
    let outnumbered = said(&["peacekeepers=5_000_000"]);
    assert!(
        outnumbered.contains("more soldiers than inhabitants: look at `population`, `peacekeepers`"),
        "{outnumbered}"
    );
    assert!(outnumbered.contains("--> --set:1:14") && outnumbered.contains("x.toml:6:24"), "{outnumbered}");
    let crowded = said(&["peacekeepers=2_000_000", "front_length=0.001"]);
    assert!(crowded.contains("denser than people can stand") && crowded.contains("`peacekeepers`"), "{crowded}");
    let far = SMALL.replace(
        "value = 2.3, unit = \"million people\"",
        "p5 = 25, p95 = 33_000, distribution = \"lognormal\", unit = \"million people\"",
    );
    let (_, far) = input(&far, &[], "population");
    assert!(far.contains("`population` is ") && far.contains("more people than there are"), "{far}");
    let dense = format!(
        "{SMALL}planning_front_density = {{ value = 2_000_000, unit = \"personnel per km\", assumed = \"t\" }}\n"
    );
    assert!(input(&dense, &[], "population").1.contains("`planning_front_density` is 2,000,000 personnel per km"));
    // At the borders nothing is said: as many soldiers as inhabitants, ten billion people.
    assert!(!said(&["peacekeepers=2_300_000"]).contains("look at"));
    assert!(!said(&["population=10_000"]).contains("more people"));
}

// ------------------------------------------------------------------------------------------------------------ zeros

#[test]
fn only_a_written_zero_fits_any_dimension() {
    let own = |formula: &str| {
        let content =
            format!("{SMALL}[metric.own]\nformula = \"{formula}\"\nunit = \"km\"\nlabel = \"o\"\nassumed = \"t\"\n");
        let reading = read(&content, &[]);
        let said = reading.diagnostics.plain(&reading.texts);
        (
            reading
                .assessment
                .map(|assessment| assessment.calculation.metrics[assessment.calculation.metric("own").unwrap()].value),
            said,
        )
    };
    for fault in ["exp(0)", "0 ^ 0", "0 * 0", "abs(0)", "(0 + 0)", "sqrt(0)", "ceil(0)", "0 / 2", "ln(1)"] {
        let (value, said) = own(&format!("front_length + {fault}"));
        assert!(value.is_none() && said.contains("km") && said.contains("a pure number"), "{fault}\n{said}");
    }
    for (formula, expected) in
        [("front_length + 0", 100.0), ("max(front_length, 0)", 100.0), ("min(0.0, front_length)", 0.0)]
    {
        assert_eq!(own(formula).0, Some(expected), "{formula}\n{}", own(formula).1);
    }
}

// ------------------------------------------------------------------------------------------------------ by the shell

struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn forcesize_with(folder: &Path, args: &[&str], input: &[u8]) -> Outcome {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Who does not read it closes it early.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn forcesize(folder: &Path, args: &[&str]) -> Outcome {
    forcesize_with(folder, args, b"")
}

impl Outcome {
    #[track_caller]
    fn works(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.stdout, self.stderr);
        self.stdout
    }

    #[track_caller]
    fn fails(self, code: i32, says: &[&str]) {
        assert_eq!(self.code, Some(code), "{}\n{}", self.stdout, self.stderr);
        for part in says {
            assert!(self.stderr.contains(part), "no `{part}` in\n{}", self.stderr);
        }
    }
}

const RANGED: &str = r#"title = "Ranged"
purpose = "observation"
[input]
front_length = { low = 80, high = 120, unit = "km", assumed = "for the test" }
peacekeepers = { value = 12_000, unit = "troops", assumed = "for the test" }
[style]
width = "16 cm"
"#;

fn ranged() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("x.toml"), RANGED).unwrap();
    fs::write(folder.path().join("my plan.toml"), RANGED).unwrap();
    folder
}

#[test]
fn flags_read_numbers_as_files_do() {
    let folder = ranged();
    let run = |args: &[&str]| forcesize(folder.path(), args);
    let samples = |text: &str| run(&["monte-carlo", "x.toml", "--json", "--samples", text]);
    let plain = samples("1024").works();
    for text in ["1_024", "1\u{a0}024", "1'024", "1.024e3"] {
        assert_eq!(samples(text).works(), plain, "{text}");
    }
    samples("1.024").fails(2, &["write `1_024`"]);
    samples("1,024").fails(2, &["write `1_024`"]);
    samples("1 024").fails(2, &["write `1_024`"]);
    samples("１０２４").fails(2, &["write `1024`"]);
    samples("10.5").fails(2, &["whole number"]);
    samples("1").fails(2, &["at least 2"]);
    run(&["sensitivity", "x.toml", "--method", "sobol", "--json", "--samples", "1_024"]).works();
    run(&[
        "sweep",
        "x.toml",
        "--vary",
        "front_length=50..1\u{202f}000",
        "--show",
        "front_density",
        "--steps",
        "1_0",
        "--json",
    ])
    .works();
    run(&["run", "x.toml", "--json", "--dpi", "3_00"]).works();
    run(&["monte-carlo", "x.toml", "--json", "--precision", "0,1%"]).fails(2, &["`0.1%`"]);
    // Seeds are of one width in a file and on the command line.
    let widest = u32::MAX.to_string();
    let seeded = |seed: &str| format!("{RANGED}[monte_carlo]\nseed = {seed}\nsamples = 64\n");
    fs::write(folder.path().join("widest.toml"), seeded(&widest)).unwrap();
    fs::write(folder.path().join("wider.toml"), seeded("4294967296")).unwrap();
    let by_file = run(&["monte-carlo", "widest.toml", "--json"]).works();
    let by_flag = run(&["monte-carlo", "x.toml", "--json", "--samples", "64", "--seed", "4_294_967_295"]).works();
    let metrics = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["metrics"].clone();
    assert_eq!(metrics(&by_file), metrics(&by_flag));
    run(&["monte-carlo", "wider.toml", "--json"]).fails(1, &["4294967295"]);
    for command in ["monte-carlo", "discover", "sensitivity"] {
        run(&[command, "x.toml", "--seed", "4294967296"]).fails(2, &["4294967295"]);
    }
}

#[test]
fn values_of_options_are_read_by_the_same_rule() {
    let folder = ranged();
    let run = |args: &[&str]| forcesize(folder.path(), args);
    let swept =
        |range: &str| run(&["sweep", "x.toml", "--vary", range, "--show", "front_density", "--steps", "3", "--json"]);
    let plain = swept("peacekeepers=10_000..30_000").works();
    assert_eq!(swept("peacekeepers=10\u{a0}000..30\u{a0}000").works(), plain);
    assert_eq!(swept("peacekeepers=10’000..30’000 troops").works(), plain);
    swept("peacekeepers=10.000..30.000").fails(2, &["`10_000`", "two ways"]);
    swept("peacekeepers=10,000..30,000 troops").fails(2, &["`10_000 troops`"]);
    let search = |target: &str| {
        let vary = "peacekeepers=1_000..1_000_000";
        run(&["break-even", "x.toml", "--vary", vary, "--metric", "front_density", "--target", target, "--json"])
    };
    let plain = search("1_250").works();
    assert_eq!(search("1\u{202f}250 personnel per km").works(), plain);
    search("1,250").fails(2, &["`1_250`", "`1.25`"]);
    search("25 per km").fails(2, &["`25 personnel per km`"]);
    let holds = |condition: &str| run(&["discover", "x.toml", "--condition", condition, "--json"]);
    holds("front_density >= 1,2 personnel per km").fails(2, &["`1.2 personnel per km`"]);
    fs::write(folder.path().join("wide.toml"), RANGED.replace("16 cm", "16,5 cm")).unwrap();
    run(&["check", "wide.toml"]).fails(1, &["write `16.5 cm` or `165 cm`"]);
}

#[test]
fn words_may_stand_as_people_put_them() {
    let folder = ranged();
    let run = |args: &[&str]| forcesize(folder.path(), args);
    assert_eq!(run(&["--color", "never", "check", "x.toml"]).works(), run(&["check", "x.toml"]).works());
    assert_eq!(
        run(&["--set", "peacekeepers=5", "size", "x.toml"]).works(),
        run(&["size", "x.toml", "--set", "peacekeepers=5"]).works()
    );
    run(&["x.toml", "size"]).fails(2, &["forcesize size x.toml"]);
    run(&["my plan.toml", "size", "--json"]).fails(2, &["forcesize size 'my plan.toml' --json"]);
    run(&["check", "my", "plan.toml"]).fails(2, &["forcesize check 'my plan.toml'"]);
    run(&["size", "x.toml", "--set", "peacekeepers=25000", "troops"])
        .fails(2, &["--set peacekeepers=\"25000 troops\""]);
    run(&["run", "my plan"]).fails(1, &["did you mean `'my plan.toml'`?"]);
    let made = run(&["new", "a new plan.toml"]).works();
    assert!(made.contains("forcesize run 'a new plan.toml'"), "{made}");
    let made = run(&["new", "--folder", "a folder"]).works();
    assert!(made.contains("forcesize check 'a folder/scenario.toml'"), "{made}");
    run(&["check", "a folder"]).fails(1, &["'a folder/scenario.toml'"]);
}

#[test]
fn a_scenario_comes_from_standard_input() {
    let folder = ranged();
    let run = |args: &[&str], input: &str| forcesize_with(folder.path(), args, input.as_bytes());
    let checked = run(&["check", "-"], RANGED).works();
    assert!(checked.contains("no complaints"), "{checked}");
    let faulty = RANGED.replace("front_length", "front_lenght");
    run(&["check", "-"], &faulty).fails(1, &["stdin:4:1", "did you mean `front_length`?"]);
    let explained = run(&["explain", "-", "front_density"], RANGED).works();
    assert!(explained.contains("120"), "{explained}");
    let written = run(&["run", "-", "--format", "svg", "--quiet"], RANGED);
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    assert!(folder.path().join("output/stdin/results.json").is_file());
    // Named twice it says the same twice; with a file beside it both are read.
    assert_eq!(run(&["check", "-", "-"], RANGED).works().lines().count(), 2);
    run(&["compare", "-", "x.toml", "--json"], &RANGED.replace("12_000", "13_000")).works();
    run(&["check", "-"], "").fails(1, &["`stdin` is empty"]);
    run(&["run", "-", "--watch"], RANGED).fails(2, &["standard input cannot be watched"]);
}

#[test]
fn saved_results_are_read_as_windows_saves_them() {
    let folder = ranged();
    let run = |args: &[&str]| forcesize(folder.path(), args);
    let json = run(&["run", "x.toml", "--json"]).works();
    let little: Vec<u8> = std::iter::once(0xfeff).chain(json.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = std::iter::once(0xfeff).chain(json.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xef, 0xbb, 0xbf], json.as_bytes()].concat();
    fs::write(folder.path().join("plain.json"), &json).unwrap();
    for bytes in [marked, little, big] {
        fs::write(folder.path().join("saved.json"), bytes).unwrap();
        run(&["rerun", "saved.json"]).works();
        let moved = run(&["diff", "plain.json", "saved.json", "--json"]).works();
        assert!(serde_json::from_str::<serde_json::Value>(&moved).unwrap()["changed"].as_array().unwrap().is_empty());
    }
    fs::write(folder.path().join("saved.json"), [b'{', 0xe9, b'}']).unwrap();
    run(&["rerun", "saved.json"]).fails(1, &["it is not UTF-8 text", "save it as UTF-8"]);
}

/// A condition that is valid tells the doubts about its number too.
#[test]
fn a_condition_in_a_file_warns_of_a_number_of_two_readings() {
    let scenario = "purpose = \"interposition\"\n[input]\n\
        front_length = { low = 9_000, high = 11_000, unit = \"km\", assumed = \"x\" }\n\
        peacekeepers = { value = 12_500, unit = \"troops\", assumed = \"x\" }\n\
        [[condition]]\nthat = \"front_density >= 1.250 personnel per km\"\n";
    let file = FoundFile { name: "x.toml".into(), identity: "x".into(), content: scenario.into() };
    let reading = read_scenario(file, &NoFiles, &[]);
    assert!(reading.assessment.is_some());
    let said = reading.diagnostics.plain(&reading.texts);
    assert!(said.contains("`1.250` is read as 1.25"), "{said}");
}
