//! What a run prints: at most forty lines of eighty columns with the answer on top, for every scenario, in every language.

use forcesize::evidence::Evidence;
use forcesize::model::assess;
use forcesize::report::answer::answer;
use forcesize::study::{self, Options};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const LINES: usize = 40;
const COLUMNS: usize = 80;
const LANGUAGES: [&str; 4] = ["en", "de", "fr", "uk"];

fn forcesize(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(crate::engine::program());
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn width(line: &str) -> usize {
    textwrap::core::display_width(line)
}

/// Checks what a run of a scenario prints, in a folder whose results are taken away first; gives it.
fn checked(folder: &Path, scenario: &str, language: &str) -> String {
    let name = format!("{scenario} ({language})");
    let output = folder.join("output");
    if output.exists() {
        fs::remove_dir_all(&output).unwrap();
    }
    let printed = forcesize(folder, &["run", scenario, "--lang", language, "--format", "svg"]);
    let lines: Vec<&str> = printed.trim_end().lines().collect();
    assert!(lines.len() <= LINES, "{name}: {} lines\n{printed}", lines.len());
    for line in &lines {
        let parts = line.split_whitespace().count();
        let heading = !line.starts_with(' ') && line.contains("  ");
        let alone = parts == 1 || (heading && parts <= 3) || line.contains("forcesize ");
        assert!(width(line) <= COLUMNS || alone, "{name}: {} columns\n{line}", width(line));
        assert!(!line.ends_with(' '), "{name}: a blank at the end of\n{line}");
    }
    // No word is broken: each is one of those that results.json has, or of where to read on.
    let written = fs::read_dir(output).unwrap().next().unwrap().unwrap().path().join("results.json");
    let document: Value = serde_json::from_str(&fs::read_to_string(written).unwrap()).unwrap();
    let answer = document["answer"].as_array().unwrap();
    let texts = answer.iter().flat_map(|line| {
        let heading = std::iter::once(line["heading"].as_str().unwrap());
        heading.chain(line["text"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()))
    });
    let mut known: BTreeSet<&str> = texts.flat_map(str::split_whitespace).collect();
    known.insert("…");
    let end = lines.len() - 3;
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| *at < end) {
        for word in line.split_whitespace() {
            let more = line.contains("forcesize size");
            assert!(known.contains(word) || more, "{name}: the word `{word}` in line {at}\n{printed}");
        }
    }
    assert!(lines.last().unwrap().contains("report.html"), "{name}: {printed}");
    // A requirement with its verdict, or that there is none, stands within the first twelve lines.
    let many = answer.iter().find(|line| line["key"] == "how_many").unwrap();
    let first = many["text"][0].as_str().unwrap().split_whitespace().next().unwrap();
    assert!(
        lines[..lines.len().min(12)].iter().any(|line| line.split_whitespace().any(|word| word == first)),
        "{name}: {printed}"
    );
    for key in ["how_many", "sustainable", "how_sure"] {
        let heading = answer.iter().find(|line| line["key"] == key).unwrap()["heading"].as_str().unwrap();
        assert!(lines.iter().any(|line| line.starts_with(heading)), "{name}: {heading} is missing\n{printed}");
    }
    printed
}

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    found.retain(|path| !path.ends_with("reference_missions.toml"));
    found.sort();
    assert!(found.len() > 5);
    found
}

#[test]
fn every_shipped_scenario_answers_in_forty_lines_of_eighty_columns_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    shipped().par_iter().for_each(|path| {
        let own = folder.path().join(path.file_stem().unwrap());
        fs::create_dir(&own).unwrap();
        for language in LANGUAGES {
            checked(&own, path.to_str().unwrap(), language);
        }
    });
}

/// A scenario that asks for as much as it can, with long names.
fn crowded() -> String {
    let mut text = String::from(
        r#"
        title = "A title that somebody wrote who had a great deal to say about the mission, its mandate, its history, the parties to the conflict, the line between them and everything else that came to mind in the course of a long afternoon, and who then went on for another line or two"
        purpose = "stabilisation"
        warning = "A warning of many words that goes on and on about what must be kept in mind by everybody who uses any of these figures in a report, an article or a speech. And then another sentence."
        [input]
        peacekeepers = { value = 20_000, unit = "troops", assumed = "test", label = "Peacekeepers of the multinational stabilisation force under the second mandate" }
        police = { value = 2_000, unit = "personnel", assumed = "test" }
        host_troops = { value = 15_000, unit = "troops", assumed = "test" }
        host_police = { value = 9_000, unit = "personnel", assumed = "test" }
        population = { low = 8, mode = 10, high = 14, unit = "million people", assumed = "test" }
        area = { low = 20_000, high = 30_000, unit = "km²", assumed = "test" }
        front_length = { low = 200, high = 600, unit = "km", assumed = "test" }
        [monte_carlo]
        samples = 1024
        [sensitivity]
        metric = ["force_density", "front_density"]
        samples = 128
        "#,
    );
    for at in 0..12 {
        let _ = writeln!(
            text,
            "[metric.own_{at}]\nlabel = \"Requirement number {at} of the staff\"\nformula = \"population * one_{at}\"\nunit = \"personnel\"\nmeans = \"A test.\"\nassumed = \"test\"\n\
             [metric.own_{at}.method]\nlabel = \"Method number {at} of the staff, with a long name\"\napplies = [\"stabilisation\"]\nwhy = \"A test.\"\n\
             [input.one_{at}]\nlabel = \"One\"\nunit = \"personnel per 1000 people\"\nvalue = {}\nmeans = \"A test.\"\nassumed = \"test\"\n\
             [[condition]]\nthat = \"force_density >= {} personnel per 1000 people\"\nlabel = \"Condition number {at}, which somebody described in a sentence of more words than were needed for it\"\n",
            at + 1,
            at + 1
        );
    }
    text
}

#[test]
fn crowded_and_empty_scenarios_fit_too() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("crowded.toml", &crowded());
    write("line.toml", "[input]\nfront_length = { value = 300, unit = \"km\", assumed = \"test\" }\n");
    write(
        "area.toml",
        "purpose = \"deterrence\"\n[input]\narea = { value = 300, unit = \"km²\", assumed = \"test\" }\n",
    );
    write(
        "people.toml",
        "purpose = \"stabilisation\"\n[input]\npopulation = { low = 2, mode = 2.1, high = 2.4, unit = \"million people\", assumed = \"test\" }\n",
    );
    let deep = "a_folder_with_a_long_name/".repeat(4);
    fs::create_dir_all(folder.path().join(&deep)).unwrap();
    let far = format!("{deep}people.toml");
    fs::copy(folder.path().join("people.toml"), folder.path().join(&far)).unwrap();
    for language in LANGUAGES {
        for scenario in ["crowded.toml", "line.toml", "area.toml", "people.toml", &far] {
            checked(folder.path(), scenario, language);
        }
    }
    // Nothing of these is left out, however little room there is.
    let printed = checked(folder.path(), "crowded.toml", "en");
    assert!(printed.contains("more: forcesize size crowded.toml"), "{printed}");
    let people = checked(folder.path(), "people.toml", "en");
    assert!(people.contains("no force is proposed: how many is the question"), "{people}");
}

#[test]
fn all_of_it_is_printed_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = shipped().into_iter().find(|path| path.ends_with("ukraine-2025.toml")).unwrap();
    let printed = forcesize(folder.path(), &["run", scenario.to_str().unwrap(), "--full", "--format", "svg"]);
    let heads = ["Sizing methods side by side", "Can it be sustained?", "What it costs", "Metrics", "Inputs"];
    let places: Vec<usize> = heads
        .iter()
        .map(|head| printed.find(&format!("\n{head}\n===")).unwrap_or_else(|| panic!("{head}\n{printed}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(printed.trim_end().lines().last().unwrap().contains("report.html"));
}

/// The parts of a line of the answer to a scenario.
fn line(scenario: &str, key: &str) -> Vec<String> {
    let assessment = assess("answer", scenario).unwrap_or_else(|complaints| panic!("{complaints}\n{scenario}"));
    let results = study::run(&assessment, &Options::default()).unwrap();
    let answer = answer(&assessment, &results, Some(&Evidence::standard())).json();
    let found = answer.as_array().unwrap().iter().find(|line| line["key"] == key).cloned();
    let texts = found.map_or_else(Vec::new, |line| line["text"].as_array().unwrap().clone());
    texts.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// One army of 100,000, of which 0.3 can be sent, at a rotation factor of 4 and around it: 7,500.
fn supplied(force: u32, home: &str) -> String {
    format!(
        r#"
        purpose = "interposition"
        [input]
        peacekeepers = {{ value = {force}, unit = "troops", assumed = "test" }}
        general_deployable_share = {{ value = 0.3, unit = "1", assumed = "test" }}
        tour_length = {{ value = 6, unit = "months", assumed = "test" }}
        home_length = {{ {home}, unit = "months", assumed = "test" }}
        [contributor.utopia]
        label = "Utopia"
        stance = "ready"
        army_strength = {{ value = 100_000, unit = "troops", assumed = "test" }}
        "#
    )
}

#[test]
fn yes_and_no_are_said_where_nearly_all_samples_say_so() {
    let ranged = "low = 12, mode = 18, high = 30";
    for (scenario, verdict, more) in [
        (supplied(5_000, "value = 18"), "Yes", "2,500 to spare"),
        (supplied(10_000, "value = 18"), "No", "2,500 short"),
        (supplied(7_500, "value = 18"), "Yes", "0 to spare"),
        (supplied(7_000, ranged), "Not certain", "500 to spare, enough in"),
        (supplied(8_500, ranged), "Not certain", "1,000 short, enough in"),
        (supplied(20_000, ranged), "No", "12,500 short"),
    ] {
        let said = line(&scenario, "sustainable").remove(0);
        assert!(said.starts_with(&format!("{verdict}: ")) && said.contains(more), "{verdict}, {more}: {said}");
    }
    let none = "[input]\nfront_length = { value = 300, unit = \"km\", assumed = \"test\" }";
    assert_eq!(line(none, "sustainable"), ["not asked: the scenario names no contributors"]);
}

#[test]
fn methods_are_compared_with_each_other_and_with_all_forces_that_they_count() {
    let people = |purpose: &str, more: &str| {
        format!(
            "purpose = \"{purpose}\"\n[input]\npopulation = {{ value = 2, unit = \"million people\", assumed = \"test\" }}\n\
             peacekeepers = {{ value = 20_000, unit = \"troops\", assumed = \"test\" }}\n{more}"
        )
    };
    let police = "host_police = { value = 9_000, unit = \"personnel\", assumed = \"test\" }";
    let said = line(&people("stabilisation", police), "how_many").join("\n");
    assert!(said.contains("differ") && said.contains("-fold: choose the task first."), "{said}");
    assert!(said.contains("Compared with all forces that they count, 29,000"), "{said}");
    let alone = line(&people("stabilisation", ""), "how_many").join("\n");
    assert!(!alone.contains("Compared with all forces"), "{alone}");
    // One method alone differs from none, and without methods for the purpose none is named.
    let line_only =
        "purpose = \"interposition\"\n[input]\nfront_length = { value = 300, unit = \"km\", assumed = \"test\" }";
    assert!(!line(line_only, "how_many").join("\n").contains("-fold"));
    assert_eq!(line(&people("reassurance", ""), "how_many")[0], "No sizing method is meant for reassurance.");
}

#[test]
fn variation_is_said_to_come_from_what_makes_most_of_it() {
    let scenario = |methods: &str, other: &str| {
        format!(
            "[input]\nfront_length = {{ low = 500, high = 1_500, unit = \"km\", assumed = \"test\" }}\n\
             peacekeepers = {{ {other}, unit = \"troops\", role = \"uncertainty\", assumed = \"test\" }}\n{methods}"
        )
    };
    let sobol = "[sensitivity]\nmetric = [\"front_density\"]\nsamples = 512\nmethod = [\"sobol\"]\n";
    let said = line(&scenario(sobol, "value = 50_000"), "how_sure").join("\n");
    assert!(said.contains("Variation in front density comes mainly from front length (100 %)."), "{said}");
    let without = line(&scenario("", "value = 50_000"), "how_sure").join("\n");
    assert!(!without.contains("mainly"), "{without}");
    let nothing = "[input]\nfront_length = { value = 300, unit = \"km\", assumed = \"test\" }\n\
                   area = { value = 2, unit = \"km²\", assumed = \"test\" }";
    assert_eq!(line(nothing, "how_sure"), ["No ranges: no uncertain input has a range."]);
}

#[test]
fn what_the_scenario_defines_itself_has_a_line() {
    let own = r#"
        [input.friends]
        value = 12
        unit = "personnel"
        label = "Friends"
        means = "A test."
        assumed = "test"
        [metric.pairs]
        label = "Pairs of friends"
        formula = "friends / 2"
        unit = "personnel"
        means = "A test."
        assumed = "test"
    "#;
    assert_eq!(line(own, "own_figures"), ["Pairs of friends 6 personnel"]);
    assert!(line(&supplied(5_000, "value = 18"), "own_figures").is_empty());
}

#[test]
fn samples_are_not_called_independent_of_each_other() {
    // Scrambled points are not: what is drawn independently are the inputs, and where they are not, it is said.
    let scenario = |more: &str| {
        format!(
            "[input]\nfront_length = {{ low = 500, high = 1_500, unit = \"km\", assumed = \"test\" }}\n\
             area = {{ low = 500, high = 1_500, unit = \"km²\", assumed = \"test\" }}\n{more}"
        )
    };
    let alone = line(&scenario(""), "how_sure").join("\n");
    assert!(
        alone.contains("Sample ranges: 5th–95th percentile of ")
            && alone.contains(", inputs independent.")
            && !alone.contains("independent samples"),
        "{alone}"
    );
    let pair = "[[correlation]]\nbetween = [\"front_length\", \"area\"]\nrank = 0.5\nassumed = \"test\"\n";
    let both = line(&scenario(pair), "how_sure").join("\n");
    assert!(
        both.contains("rank correlations: front length and area of operations 0.5") && !both.contains("independent"),
        "{both}"
    );
}

#[test]
fn a_typed_number_is_shown_as_typed_and_one_of_past_missions_is_not_more_exact_than_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let text = "purpose = \"interposition\"\n[input]\nfront_length = { value = 300.0123456789, unit = \"km\", assumed = \"test\" }\n";
    fs::write(folder.path().join("typed.toml"), text).unwrap();
    let said = forcesize(folder.path(), &["explain", "typed.toml", "class_line_requirement"]);
    assert!(said.contains("front_length = 300.0123456789 km"), "{said}");
    assert!(said.contains("class_front_density = 10.82 personnel per km"), "{said}");
}

#[test]
fn a_number_says_where_its_range_lies() {
    let folder = tempfile::TempDir::new().unwrap();
    let said = forcesize(folder.path(), &["run", "--format", "svg"]);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    // Outside, at an end with the same digits, and inside.
    // What puts it there, and what a decision may make of it.
    assert!(
        said.contains("Front density 100 personnel per km; combined front density 300 personnel per km;"),
        "{said}"
    );
    // These are percentiles too, and the answer says so.
    assert!(said.contains("Sample ranges: 5th–95th percentile of 16,384"), "{said}");
    let outside = "In samples 84.1–96.6, 252–290, 3.19–3.56, 0.166–0.169: front length, 1,000 km (low)";
    assert!(said.contains(outside), "{said}");
    assert!(said.contains("25,000 as chosen 13,000–100,000 for 13–100 personnel per km"), "{said}");
    assert!(said.contains("17,300 (8,900–27,100)"), "{said}");
}

/// A force over an area that is 0 in half of the samples: no range counts these, and the answer says so.
#[test]
fn what_has_no_value_in_some_samples_is_named() {
    let scenario = |low: &str| {
        format!(
            "purpose = \"interposition\"\n[input]\npeacekeepers = \"10_000 troops\"\n\
             front_length = {{ value = 500, low = {low}, high = 1_000, distribution = \"uniform\", unit = \"km\", \
             assumed = \"test\" }}\nstart = {{ label = \"Start\", value = 500, unit = \"km\", assumed = \"test\" }}\n[metric.root]\nlabel = \"Root\"\nunit = \"1\"\nformula = \"(front_length / start - 1) ^ 0.5\"\n\
             [[condition]]\nlabel = \"Wide\"\nthat = \"root >= 0.1\"\n"
        )
    };
    let said = |low: &str| line(&scenario(low), "how_sure").join(" ");
    assert!(said("1").contains("Without a value (left out of ranges, counted as not met): Root in "), "{}", said("1"));
    assert!(!said("500").contains("Without a value"), "{}", said("500"));
}

#[test]
fn a_case_that_never_ends_is_no_day() {
    let scenario = |cap: &str| {
        format!(
            "purpose = \"observation\"\n[input]\npeacekeepers = \"12_000 troops\"\ndeployment_rate = \"50 troops per day\"\n\
             force_cap = {{ {cap}, unit = \"troops\", assumed = \"test\" }}\n\
             preparation_time = {{ low = 45, mode = 47, high = 55, unit = \"days\", assumed = \"test\" }}\n"
        )
    };
    let said = |cap: &str| line(&scenario(cap), "in_place").join(" ");
    let mixed = said("low = 9_000, value = 12_500, high = 15_000");
    assert!(
        mixed.contains("(fast case: day 28") && mixed.contains("slow case: 2,") && mixed.contains(" short)"),
        "{mixed}"
    );
    // Transport takes 240 days after 45 to 55: no day outside of 285 to 295 is named.
    let whole = said("value = 20_000");
    let days: Vec<f64> = whole.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    assert!(days.len() == 3 && days.iter().all(|day| (285.0..=295.0).contains(day)), "{whole}");
}

#[test]
fn without_a_proposed_force_the_others_are_compared() {
    let police =
        "purpose = \"stabilisation\"\n[input]\npopulation = \"2_000_000 people\"\nhost_police = \"9_000 personnel\"\n";
    let assessment = assess("answer", police).unwrap();
    let results = study::run(&assessment, &Options::default()).unwrap();
    let about = answer(&assessment, &results, None).about.join(" ");
    assert!(about.contains("no force is proposed; compared with the others that stand there: 9,000"), "{about}");
    // What is nearest is counted in figures to give, not in tables.
    let line_only =
        line("purpose = \"interposition\"\n[input]\npeacekeepers = \"1_000 troops\"\n", "how_many").join(" ");
    assert!(line_only.contains("the nearest needs `planning_front_density`, `front_length`"), "{line_only}");
}

#[test]
fn each_method_has_its_track_record_and_where_the_scenario_lies_outside_of_it() {
    let given = |name: &str, value: &str, unit: &str| {
        format!("{name} = {{ value = {value}, unit = \"{unit}\", assumed = \"test\" }}\n")
    };
    let track = |purpose: &str, inputs: &[String]| {
        let scenario = format!("purpose = \"{purpose}\"\n[input]\n{}", inputs.concat());
        let texts = line(&scenario, "how_many");
        texts.into_iter().find(|text| text.starts_with("Track record: ")).unwrap()
    };
    let (front, force) = (given("front_length", "1_000", "km"), given("peacekeepers", "10_000", "troops"));
    let chosen = given("planning_front_density", "12", "personnel per km");
    let class = given("class_front_density", "5", "personnel per km");
    let line_of = |more: &[String]| track("interposition", &[&[front.clone(), force.clone()], more].concat());
    assert_eq!(line_of(std::slice::from_ref(&chosen)), "Track record: never tested.");
    let posts = [("post_spacing", "1", "km"), ("post_strength", "3", "personnel"), ("relief_factor", "5", "1")];
    let posts: String = posts.map(|(name, value, unit)| given(name, value, unit)).concat();
    assert_eq!(line_of(&[chosen.clone(), posts.clone()]), "Track record: none of the 2 methods was ever tested.");
    // 10 personnel per km lie among the six missions.
    let tested = "Track record: Line, missions of this kind: 6 missions, no failure among them: nothing can be said";
    assert_eq!(line_of(std::slice::from_ref(&class)), format!("{tested}."));
    assert_eq!(line_of(&[class.clone(), chosen.clone()]), format!("{tested}; the other one never tested."));
    assert_eq!(line_of(&[class.clone(), chosen, posts]), format!("{tested}; the other 2 never tested."));
    // 200 lie above all of them, whose greatest is 100.
    let dense = track("interposition", &[given("front_length", "50", "km"), force.clone(), class]);
    assert_eq!(dense, format!("{tested}; 0 of 6 missions had so high a value."));
    // Attackers for each defender is what is scored; defenders per km are another ratio, and say so.
    let against = [
        ("opposing_troops", "300_000", "troops"),
        ("tolerated_force_ratio", "3", "1"),
        ("host_troops", "20_000", "troops"),
    ];
    let against: String = against.map(|(name, value, unit)| given(name, value, unit)).concat();
    let thin = track("deterrence", &[front, force, against]);
    assert!(
        thin.contains("657 battles: skill 1 % (-3 to 3); Defenders per km: 0 of 616 battles had so low a value"),
        "{thin}"
    );
}

/// What is decided is not drawn: the condition is judged in the central case, and it is said how to have it drawn.
#[test]
fn where_only_levers_have_ranges_conditions_are_judged_in_the_central_case() {
    let of = |least: u32| {
        let scenario = format!(
            "purpose = \"observation\"\n[input]\n\
            peacekeepers = {{ low = 1_000, mode = 2_000, high = 3_000, unit = \"troops\", assumed = \"a test\" }}\n\
            front_length = {{ value = 100, unit = \"km\", assumed = \"a test\" }}\n\
            [[condition]]\nlabel = \"Enough\"\nthat = \"front_density >= {least} personnel per km\"\n"
        );
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("x.toml"), scenario).unwrap();
        let output = Command::new(crate::engine::program())
            .args(["run", "x.toml", "--format", "svg"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let (met, short) = (of(10), of(30));
    assert!(
        met.contains("Enough: met in the central case.") && met.contains("no uncertain input has a range"),
        "{met}"
    );
    assert!(short.contains("Enough: not met in the central case."), "{short}");
}
