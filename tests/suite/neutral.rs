//! Nothing of one scenario speaks in another: a mission on an invented continent, with every section and in every
//! language, in whose results no name of a shipped scenario or contributor stands. Citations and past missions are exempt.

use crate::engine::standard;
use forcesize::language::{Language, Localizer};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const ELSEWHERE: &str = r#"title = "Avaria: a force between the Orn and the Tal"
purpose = "interposition"
summary = "Two parties, one river."

[input]
front_length = { low = 300, mode = 400, high = 520, unit = "km", assumed = "a map" }
area = { value = 60_000, low = 55_000, high = 66_000, unit = "km²", source = "almanac" }
population = { low = 2.6, mode = 3.2, high = 3.5, unit = "million people", source = "almanac" }
peacekeepers = { value = 12_000, unit = "troops", role = "lever", counting = "planned", assumed = "a proposal" }
host_troops = { value = 9_000, unit = "troops", assumed = "a proposal" }
opposing_troops = { low = 20_000, mode = 30_000, high = 40_000, unit = "troops", assumed = "a guess" }
combat_share = { low = 0.2, mode = 0.3, high = 0.5, assumed = "a guess" }
relief_factor = { low = 4.2, mode = 4.7, high = 5.1, assumed = "a guess" }
reserve_share = { value = 0.1, assumed = "a guess" }
planning_front_density = { value = 25, unit = "personnel per km", role = "lever", assumed = "a choice" }
post_spacing = { value = 5, unit = "km", assumed = "a guess" }
post_strength = { value = 3, unit = "personnel", assumed = "a guess" }
patrol_length = { value = 20, unit = "km", assumed = "a guess" }
unit_frontage = { value = 5, unit = "km", assumed = "a guess" }
unit_strength = { value = 750, unit = "personnel", assumed = "a guess" }
tolerated_force_ratio = { value = 2, assumed = "a guess" }
reference_force = { value = 30_000, unit = "troops", counting = "deployed", assumed = "a yardstick" }
reference_area = { value = 20_000, unit = "km²", assumed = "a yardstick" }
reference_population = { value = 1_500_000, unit = "people", assumed = "a yardstick" }
area_ratio = { value = 3.1, assumed = "a quotation" }
tour_length = { value = 6, unit = "months", role = "lever", assumed = "a habit" }
home_length = { low = 12, mode = 18, high = 24, unit = "months", assumed = "a habit" }
published_supply_low = { value = 4_000, unit = "troops", source = "almanac" }
published_supply_high = { value = 6_000, unit = "troops", source = "almanac" }
mission_duration = { value = 5, unit = "years", role = "lever", assumed = "a guess" }
surcharge_per_soldier = { value = 150_000, unit = "EUR per personnel-year", assumed = "a guess" }
operation_cost_per_soldier = { value = 900_000, unit = "USD per personnel-year", assumed = "a guess" }
un_rate_per_soldier = { value = 1_400, unit = "USD per personnel-month", assumed = "a guess" }
un_mission_cost_per_soldier = { value = 60_000, unit = "USD per personnel-year", assumed = "a guess" }
exchange_rate = { value = 0.9, unit = "EUR per USD", assumed = "a guess" }
setup_cost_per_soldier = { value = 50_000, unit = "EUR per personnel", assumed = "a guess" }
fund = { value = 10, unit = "billion EUR", assumed = "a promise" }
fatality_rate = { value = 1, unit = "personnel per 1000 personnel-years", assumed = "a guess" }
insurgency_fatality_rate = { value = 5, unit = "personnel per 1000 personnel-years", assumed = "a guess" }
preparation_time = { value = 28, unit = "days", assumed = "a guess" }
first_arrival_delay = { value = 7, unit = "days", assumed = "a guess" }
initial_force = { value = 800, unit = "troops", assumed = "a guess" }
enabling_time = { value = 14, unit = "days", assumed = "a guess" }
deployment_rate = { low = 150, mode = 250, high = 400, unit = "troops per day", assumed = "a guess" }

[contributor.orlan]
label = "Orlania"
stance = "ready"
source = "almanac"
army_strength = "60_000 troops"
flank_commitment = "1_500 troops"
other_commitment = "3_000 troops"
pledge = "3_000 troops"
brigades = 6
home_population = "9 million people"
national_product = "200_000_000_000 EUR"

[contributor.serra]
label = "Serra Verde"
stance = "open"
source = "almanac"
army_strength = "25_000 troops"

[contributor.mira]
label = "Miravia"
stance = "refuses"
source = "almanac"
army_strength = "15_000 troops"

[coalition]
with = ["ready", "open"]

[[sweep]]
vary = "front_length"
from = 200
to = 800
steps = 9
show = ["front_density"]

[[sweep]]
vary = "front_length"
from = 200
to = 800
steps = 5
show = ["front_density"]

[sweep.against]
vary = "peacekeepers"
from = 1_000
to = 30_000
steps = 5

[monte_carlo]
samples = 512

[sensitivity]
metric = ["on_duty_front_density"]
samples = 128

[[condition]]
that = "front_density >= 30 personnel per km"

[discovery]
samples = 512

[[pillar]]
label = "Presence"
without = { peacekeepers = "0 troops" }

[[pillar]]
label = "Host army"
without = { host_troops = "0 troops" }

[[break_even]]
vary = "peacekeepers"
from = 1_000
to = 100_000
metric = "force_density"
target = "10 personnel per 1000 people"

[[correlation]]
between = ["front_length", "opposing_troops"]
rank = 0.5

[estimate.almanac]
who = "The almanac"
value = "10_000 personnel"
source = "almanac"

[source.almanac]
title = "The Avarian almanac"
date = "2031"
"#;

/// Names of states, alliances and lines of the shipped scenarios, as stems in the four languages.
const WORDS: &[&str] = &[
    "Ukrain",
    "ukrain",
    "Україн",
    "україн",
    "Russia",
    "Russland",
    "russisch",
    "Russie",
    "Росі",
    "росій",
    "Kyiv",
    "Kiew",
    "Київ",
    "Europ",
    "europ",
    "Європ",
    "європ",
    "NATO",
    "OTAN",
    "НАТО",
    "eastern flank",
    "Ostflanke",
    "flanc est",
    "flanc oriental",
    "східного фланг",
    "східний фланг",
    "східному фланз",
    "United States",
    "Vereinigte Staaten",
    "Vereinigten Staaten",
    "États-Unis",
    "Сполучен",
    "150 billion",
    "150 Milliarden",
    "150 milliards",
    "150 мільярдів",
    "contributors.toml",
    "tutorial.toml",
    "custom_metrics.toml",
];

/// [`WORDS`], the labels of the contributors that are built in and the names of the shipped scenarios' files.
fn names(language: Language) -> Vec<String> {
    let words = Localizer::new(language);
    let contributors: toml::Table = include_str!("../../scenarios/data/contributors.toml").parse().unwrap();
    let labels = contributors["contributor"].as_table().unwrap().values().map(|one| one["label"].as_str().unwrap());
    let labels: Vec<&str> = labels.collect();
    assert_eq!(labels.len(), 34);
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).unwrap();
    let files = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let files: Vec<String> = files.filter(|name| name.starts_with("ukraine")).collect();
    assert!(files.len() >= 5);
    let own = labels.iter().map(|label| (*label).to_owned());
    let said = labels.iter().map(|label| words.choice("country", label));
    WORDS.iter().map(|word| (*word).to_owned()).chain(own).chain(said).chain(files).collect()
}

/// What may name a country: works that are cited, and past missions.
fn exempt() -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for source in &standard().entries.sources {
        texts.push(source.key.value.to_string());
        texts.extend(source.fields.iter().map(|(_, text)| text.to_string()));
    }
    let missions: toml::Table = include_str!("../../scenarios/reference_missions.toml").parse().unwrap();
    for (id, mission) in missions["mission"].as_table().unwrap() {
        texts.push(id.clone());
        for key in ["name", "note", "source"] {
            texts.extend(mission.get(key).and_then(toml::Value::as_str).map(str::to_owned));
        }
    }
    // A campaign that the note of a density cites.
    texts.extend(["Northern Ireland", "Nordirland", "Irlande du Nord"].map(str::to_owned));
    // The longest first: a key may be a part of a title.
    texts.retain(|text| text.len() > 3);
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts.dedup();
    texts
}

/// A text without past missions by the names that charts make of their identifiers.
fn without_missions(mut text: String) -> String {
    let missions: toml::Table = include_str!("../../scenarios/reference_missions.toml").parse().unwrap();
    let ids = missions["mission"].as_table().unwrap().keys().map(|id| id.replace('-', " "));
    // Charts shorten what is long.
    for name in ids.chain(["n ireland".to_owned()]) {
        while let Some(at) = text.to_ascii_lowercase().find(&name) {
            text.replace_range(at..at + name.len(), "·");
        }
    }
    text
}

/// A text on one line, without marks that a document puts before signs.
fn flat(text: &str) -> String {
    let entities = [("&#x2f;", "/"), ("&#x27;", "'"), ("&quot;", "\""), ("&#34;", "\""), ("&lt;", "<"), ("&gt;", ">")];
    let text = entities.iter().fold(text.replace('\\', ""), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn command(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(crate::engine::program());
    // Wide enough for every cell to stand on one line.
    let output = command.args(args).env("COLUMNS", "2000").current_dir(folder).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn no_name_of_a_shipped_scenario_stands_in_another() {
    let exempt: Vec<String> = exempt().iter().map(|text| flat(text)).collect();
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("avaria.toml"), ELSEWHERE).unwrap();
        let code = language.code();
        let run = |args: &[&str]| command(folder.path(), &[args, &["--lang", code]].concat());
        let mut texts = vec![("terminal", run(&["run", "avaria.toml", "--format", "svg"]))];
        let file = |name: &str| fs::read_to_string(folder.path().join("output/avaria").join(name)).unwrap();
        texts.push(("report.md", file("report.md")));
        texts.push(("report.html", file("report.html")));
        let mut json: Value = serde_json::from_str(&file("results.json")).unwrap();
        for key in [
            "sizing",
            "cost",
            "build_up",
            "supply",
            "monte_carlo",
            "one_at_a_time",
            "sobol_indices",
            "break_even",
            "discovery",
            "history",
        ] {
            let there = json.get(key).is_some() || json.as_object().unwrap().keys().any(|name| name.starts_with(key));
            assert!(there, "the scenario has no {key}: {:?}", json.as_object().unwrap().keys().collect::<Vec<_>>());
        }
        json.as_object_mut().unwrap().remove("sources");
        texts.push(("results.json", json.to_string()));
        for args in [&["supply"][..], &["cost"], &["size"], &["compare", "--pillars"]] {
            let words = [&args[..1], &["avaria.toml", "--format", "svg"], &args[1..]].concat();
            texts.push((args[0], run(&words)));
        }
        texts.push(("explain", run(&["explain", "avaria.toml", "coalition_sustainable", "total_cost"])));
        let names = names(language);
        for (what, text) in texts {
            let text = exempt.iter().fold(flat(&text), |text, one| text.replace(one.as_str(), "·"));
            let text = without_missions(text);
            for name in &names {
                for (at, _) in text.match_indices(name.as_str()).take(2) {
                    let from = text.floor_char_boundary(at.saturating_sub(80));
                    let to = text.floor_char_boundary((at + 80).min(text.len()));
                    complaints.push(format!("{code} {what}: `{name}` in …{}…", &text[from..to]));
                }
            }
        }
    }
    complaints.dedup();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Labels and meanings of the standard model, in every language.
#[test]
fn the_model_names_no_country() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let mut model = standard();
        model.translate(Localizer::new(language));
        let entries = &model.entries;
        let inputs = entries.inputs.iter().chain(entries.scopes.iter().flat_map(|scope| &scope.inputs));
        let of_inputs = inputs.flat_map(|input| {
            [&input.label, &input.means, &input.note, &input.assumed, &input.warning]
                .map(|text| (&input.name, text.clone()))
        });
        let of_metrics = entries.metrics.iter().flat_map(|metric| {
            let method = metric.method.as_ref();
            let caveat = method.and_then(|method| method.caveat.clone());
            let said = method.map(|method| method.why.clone());
            [metric.label.clone(), metric.means.clone(), metric.assumed.clone(), caveat, said]
                .map(|text| (&metric.name, text))
        });
        let names = names(language);
        for (of, text) in of_inputs.chain(of_metrics) {
            let Some(text) = text else { continue };
            for name in names.iter().filter(|name| text.contains(name.as_str())) {
                complaints.push(format!("{} `{}`: `{name}` in {text}", language.code(), of.value));
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

const WARNED: &str = r#"title = "Warned"
purpose = "interposition"
warning = "Of the scenario."
[input]
peacekeepers = { value = 900, unit = "troops", source = "den" }
front_length = { value = 90, unit = "km", warning = "Of the line.", assumed = "for the test" }
[source.den]
title = "A page"
warning = "Of the page."
[source.unread]
title = "A page that nothing cites"
warning = "Of a page that nothing cites."
"#;

/// A warning is said where what it belongs to is used, and nowhere else.
#[test]
fn warnings_travel_with_scenarios_inputs_and_sources() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("parent.toml", WARNED);
    write(
        "child.toml",
        "extends = \"parent.toml\"\n[input]\nfront_length = { value = 80, unit = \"km\", assumed = \"x\" }\n",
    );
    write("file.toml", "warning = \"Of the file.\"\n");
    write("own.toml", "extends = \"parent.toml\"\ninclude = [\"file.toml\"]\nwarning = \"Of the child.\"\n");
    let report = |name: &str, set: &[&str]| {
        command(
            folder.path(),
            &[&["run", &format!("{name}.toml"), "--format", "svg", "--quiet", "--out", "output"], set].concat(),
        );
        let read = |file: &str| fs::read_to_string(folder.path().join("output").join(name).join(file)).unwrap();
        (read("report.md"), read("report.html"), serde_json::from_str::<Value>(&read("results.json")).unwrap())
    };
    let (text, page, json) = report("parent", &[]);
    for wanted in ["- Of the scenario.\n", "- `front_length`: Of the line.\n", "- `den`: Of the page.\n"] {
        assert!(text.contains(wanted), "no `{wanted}`");
        assert!(page.contains(wanted.trim_start_matches("- ").trim()), "no `{wanted}` in the page");
    }
    assert!(!text.contains("nothing cites"));
    assert_eq!(json["scenario"]["warnings"][1]["of"], "front_length");
    assert_eq!(json["scenario"]["warnings"][0]["of"], Value::Null);
    let (text, ..) = report("child", &[]);
    assert!(text.contains("Of the scenario.") && !text.contains("Of the line.") && text.contains("Of the page."));
    let (text, ..) = report("own", &["--set", "peacekeepers=800"]);
    assert!(text.contains("- Of the child.\n- Of the file.\n") && !text.contains("Of the scenario."), "{text}");
    assert!(text.contains("Of the line.") && !text.contains("Of the page."), "a value that is set has no source");
    write(
        "twice.toml",
        "warning = 3\n[input]\narea = { value = 1, unit = \"km²\", warning = \"\", assumed = \"x\" }\n",
    );
    let mut checked = Command::new(crate::engine::program());
    let said = checked.args(["check", "twice.toml"]).current_dir(folder.path()).output().unwrap().stderr;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("`warning`: expected a text") && said.contains("`warning` is empty"), "{said}");
}
