//! The languages of reports: which texts are translated, that translations fit their originals, and a report in each.

use crate::engine::standard;
use fluent_bundle::FluentResource;
use forcesize::language::{Language, Localizer, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Texts that each language lacks and says in English, by area. These counts may only fall.
const MISSING: &[(&str, &str, usize)] = &[];

/// The areas whose English is elsewhere: in the model's files, in the units themselves, and where the program warns.
const ELSEWHERE: [&str; 3] = ["model", "units", "warnings"];

/// The texts of a file: each key, attributes too, with the names of what stands in its place.
fn texts(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let rest = match line.split_once(" =") {
            Some((id, rest)) if !line.starts_with(' ') => {
                id.clone_into(&mut message);
                id.clone_into(&mut key);
                rest
            }
            Some((id, rest)) if line.trim_start().starts_with('.') => {
                key = message.clone() + id.trim();
                rest
            }
            _ => line,
        };
        let names = found.entry(key.clone()).or_default();
        for part in rest.split('$').skip(1) {
            names.insert(part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
        }
    }
    found
}

/// The texts of an area in a language.
pub fn in_language(language: Language, area: &str) -> BTreeMap<String, BTreeSet<String>> {
    sources(language).iter().find(|(name, _)| *name == area).map_or_else(BTreeMap::new, |(_, text)| texts(text))
}

#[test]
fn every_file_can_be_read_and_no_key_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for (area, text) in sources(language) {
            if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}/{area}.ftl: {faults:?}", language.code());
            }
            let keys = text.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_alphabetic()));
            for key in keys.filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
                assert!(seen.insert(key), "{}/{area}.ftl: `{key}` stands twice", language.code());
            }
        }
    }
}

#[test]
fn translations_are_of_texts_there_are_and_have_their_arguments() {
    let mut complaints = Vec::new();
    for language in Language::ALL.into_iter().skip(1) {
        for (area, _) in sources(language).iter().filter(|(area, _)| !ELSEWHERE.contains(area)) {
            let english = in_language(Language::English, area);
            for (key, names) in in_language(language, area) {
                let place = format!("{}/{area}.ftl: `{key}`", language.code());
                match english.get(&key) {
                    // `choice` says a fixed word of scenarios as it stands in English.
                    None if FIXED.iter().any(|set| key.starts_with(set)) => {}
                    None => complaints.push(format!("{place} is not in English")),
                    Some(wanted) if *wanted != names => {
                        complaints.push(format!("{place} has {names:?}, English {wanted:?}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Sets of fixed words, which are their own English.
const FIXED: &[&str] = &[
    "purpose-",
    "role-",
    "counting-",
    "stance-",
    "distribution-",
    "kind-",
    "seen-",
    "state-",
    "confidence-",
    "status-",
    "observed-group-",
    "fact-",
];

/// What the standard model says, under the keys that translations have.
fn of_model() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let entries = standard().entries;
    let mut add = |key: &str, there: bool| {
        if there {
            keys.insert(key.to_owned());
        }
    };
    for input in &entries.inputs {
        let key = format!("input-{}", input.name.value);
        add(&key, input.label.is_some());
        add(&format!("{key}.means"), input.means.is_some());
        add(&format!("{key}.assumed"), input.assumed.is_some());
        add(&format!("{key}.note"), input.note.is_some());
        add(&format!("{key}.warning"), input.warning.is_some());
    }
    for metric in &entries.metrics {
        let key = format!("metric-{}", metric.name.value);
        add(&key, metric.label.is_some());
        add(&format!("{key}.means"), metric.means.is_some());
        add(&format!("{key}.assumed"), metric.assumed.is_some());
        add(&format!("{key}.method"), metric.method.is_some());
        add(&format!("{key}.why"), metric.method.is_some());
        add(&format!("{key}.caveat"), metric.method.as_ref().is_some_and(|method| method.caveat.is_some()));
    }
    for scope in &entries.scopes {
        let key = format!("scope-{}", scope.name.value);
        add(&key, scope.label.is_some());
        for input in &scope.inputs {
            let key = format!("{key}-{}", input.name.value);
            add(&key, input.label.is_some());
            add(&format!("{key}.means"), input.means.is_some());
        }
    }
    for chart in &entries.charts {
        let key = format!("chart-{}", chart.id.value);
        add(&key, chart.title.is_some());
        (1..=chart.panels.len()).for_each(|panel| add(&format!("{key}.panel-{panel}"), true));
    }
    for record in &entries.records {
        add(&format!("record-{}", record.name.value), true);
        add(&format!("record-{}.says", record.name.value), true);
        add(&format!("record-{}.counting", record.name.value), true);
    }
    entries.casualties.iter().for_each(|casualty| add(&format!("casualty-{}", casualty.name.value), true));
    if entries.supply.as_ref().is_some_and(|supply| !supply.one("unbacked").is_empty()) {
        add("supply-unbacked", true);
    }
    if let Some(cost) = &entries.cost {
        for basis in &cost.kinds {
            add(&format!("basis-{}", basis.name.value), true);
            add(&format!("basis-{}.counts", basis.name.value), true);
        }
    }
    keys
}

#[test]
fn what_is_not_translated_is_listed_here() {
    let mut complaints = Vec::new();
    let model = of_model();
    for language in Language::ALL.into_iter().skip(1) {
        for (area, _) in sources(language).iter().filter(|(area, _)| *area != "units") {
            let own: BTreeSet<String> = in_language(language, area).into_keys().collect();
            let wanted: BTreeSet<String> = match *area {
                "model" => model.clone(),
                area => in_language(Language::English, area).into_keys().collect(),
            };
            // Countries are members of scopes, which no model declares.
            let unknown = own.iter().filter(|key| *area == "model" && !wanted.contains(*key));
            for key in unknown.filter(|key| !key.starts_with("country-")) {
                complaints.push(format!("{}/{area}.ftl: `{key}` is not in the model", language.code()));
            }
            let lacking: Vec<&String> = wanted.difference(&own).collect();
            let listed = MISSING.iter().find(|(code, name, _)| *code == language.code() && name == area);
            let listed = listed.map_or(0, |(_, _, count)| *count);
            if lacking.len() != listed {
                let count = lacking.len();
                complaints.push(format!("{}/{area}.ftl lacks {count}, listed {listed}: {lacking:?}", language.code()));
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The keys that the source names.
fn keys_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in [".format(\"", ".text(\"", ".format(\n"] {
        for part in text.split(call).skip(1) {
            let key = part.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
            found.push(key.to_owned());
        }
    }
    found
}

#[test]
fn every_text_the_source_asks_for_is_there() {
    let english: BTreeSet<String> =
        sources(Language::English).iter().flat_map(|(_, text)| texts(text).into_keys()).collect();
    let mut complaints = Vec::new();
    for (path, code) in code() {
        // Formulas, files of scenarios and units have a `text` of their own.
        if ["scenario", "formula", "quantity", "evidence", "fonts"].iter().any(|name| path.starts_with(name)) {
            continue;
        }
        let keys = keys_in(&code);
        for key in keys.iter().filter(|key| key.contains(|letter: char| letter.is_ascii_lowercase())) {
            let is_key = key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
            if is_key && !english.contains(key) && key != "unit-per" {
                complaints.push(format!("{}: no text is called `{key}`", path.display()));
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The source's files by their paths below `src`, without comments.
pub fn code() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut open, mut found) = (vec![root.clone()], Vec::new());
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.push((path.strip_prefix(&root).unwrap().to_owned(), lines.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    found
}

/// Runs the built-in scenario in a language and gives the report and a chart.
fn reported(language: &str) -> (String, String) {
    let folder = tempfile::TempDir::new().unwrap();
    let output = std::process::Command::new(crate::engine::program())
        .args(["--lang", language, "--quiet", "--format", "svg", "--out"])
        .arg(folder.path())
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| fs::read_to_string(folder.path().join("ukraine-2025").join(name)).unwrap();
    assert!(read("manifest.toml").contains(&format!("lang = \"{language}\"")));
    assert!(read("results.json").contains(&format!("\"lang\": \"{language}\"")));
    // Numbers for machines stay plain.
    assert!(read("metrics.csv").contains("peacekeepers / front_length"));
    // The warnings stand in both reports.
    let report = read("report.md");
    let warning = report.lines().find_map(|line| line.strip_prefix("- `area_ratio`")).unwrap();
    assert!(read("report.html").contains(&format!("<li>`area_ratio`{warning}</li>")), "{warning}");
    (report, read("charts/peacekeepers_on_front.svg"))
}

#[test]
fn a_german_report_has_german_labels_and_numbers() {
    let (report, chart) = reported("de");
    assert!(report.starts_with("---\nlang: de\n---\n"));
    let warning = "- `area_ratio` beträgt 50, aber area / reference_area ergibt 55,4\n";
    for wanted in
        ["## Zusammenfassung", "100.000 Soldaten / 1.000 km", "| Kräftedichte", "Kräfte je 1.000 Einwohner", warning]
    {
        assert!(report.contains(wanted), "no `{wanted}`");
    }
    for wanted in ["100.000", "Frontlänge (km)", "Zentraler Fall: 100"] {
        assert!(chart.contains(wanted), "no `{wanted}` in the chart");
    }
    for metric in standard().entries.metrics {
        let label = metric.label.unwrap();
        assert!(!report.contains(&format!("### {label}\n")), "`{label}` is English");
    }
}

/// Every contributor that is built in, and every shape that a range can have, has a name in each language.
#[test]
fn countries_and_distributions_have_names() {
    let text = include_str!("../../scenarios/data/contributors.toml");
    let table: toml::Table = text.parse().unwrap();
    let labels = table["contributor"].as_table().unwrap().values().map(|one| one["label"].as_str().unwrap());
    let labels: Vec<String> = labels.map(|label| format!("country-{}", label.replace(' ', "-"))).collect();
    let shapes = ["PERT", "triangular", "uniform", "log-uniform", "normal", "lognormal"];
    let shapes = shapes.map(|shape| [format!("distribution-{shape}"), format!("distribution-truncated-{shape}")]);
    for language in Language::ALL.into_iter().skip(1) {
        let words = Localizer::new(language);
        for key in labels.iter().chain(shapes.as_flattened()).chain([&"distribution-choices".to_owned()]) {
            assert!(words.translated(key, &[]).is_some(), "{}: `{key}`", language.code());
        }
    }
    assert_eq!(labels.len(), 34);
}

/// Runs a command on the built-in scenario and gives what it prints, spaces and line breaks as one space.
fn said(args: &[&str]) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let output =
        std::process::Command::new(crate::engine::program()).args(args).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn commands_say_what_they_wrote_in_the_language() {
    for (language, wrote) in [("en", " wrote "), ("de", " geschrieben: "), ("fr", " écrit : "), ("uk", " записано: ")]
    {
        assert!(said(&["size", "--lang", language, "--format", "svg"]).contains(wrote), "{language}");
    }
    for (language, files) in [("de", " Dateien in output"), ("fr", " fichiers dans output"), ("uk", " у output")] {
        let text = said(&["missions", "--lang", language, "--format", "svg"]);
        assert!(text.contains(files) && !text.contains("files in"), "{language}");
    }
}

#[test]
fn commands_name_units_and_sources_in_the_language() {
    let metrics = said(&["metrics", "--lang", "uk"]);
    assert!(metrics.contains("[військових на 1 000 жителів]") && !metrics.contains("personnel per"), "{metrics}");
    let explained = said(&["explain", "--lang", "uk"]);
    assert!(explained.contains("прочитано лише початок") && !explained.contains("start only"), "{explained}");
    // A quotation mark, a colon and their spaces stay on one line.
    let french = Localizer::new(Language::French);
    assert_eq!(french.format("place-of", &[("of", "A".into()), ("what", "b".into())]), "A\u{a0}: b");
}

#[test]
fn ukrainian_and_french_reports_have_their_numbers() {
    let (report, chart) = reported("uk");
    assert!(report.contains("100\u{a0}000 військових") && chart.contains("Довжина фронту (км)"));
    let (report, chart) = reported("fr");
    assert!(report.contains("100\u{202f}000 soldats") && chart.contains("Longueur du front (km)"));
    // A member's label has the space that French wants before a colon; a table has the two parts of it.
    let supply = said(&["explain", "contributor.fra.sustainable_share", "--lang", "fr"]);
    assert!(supply.contains(" : France. ") && !supply.contains(": France. ".replace(' ', "").as_str()), "{supply}");
    let members = said(&["supply", "--lang", "fr", "--format", "svg"]);
    assert!(members.contains(" France 120") && !members.contains(" fra 120"), "a member by its name: {members}");
}

/// Behind "від" and "до" amounts are in the genitive: "від 2 місяців", and not "від 2 місяці".
#[test]
fn ukrainian_sweeps_and_their_ends_agree() {
    let folder = tempfile::TempDir::new().unwrap();
    let args =
        ["sweep", "--vary", "tour_length=2..24", "--show", "coalition_sustainable", "--lang", "uk", "--format", "svg"];
    let output =
        std::process::Command::new(crate::engine::program()).args(args).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success());
    let chart = fs::read_to_string(folder.path().join("output/ukraine-2025/charts/tour_length.svg")).unwrap();
    assert!(chart.contains("від 2 місяців до 24 місяців"), "{chart}");
}

#[test]
fn every_text_is_listed_for_editors() {
    for language in Language::ALL {
        let output = std::process::Command::new(crate::engine::program())
            .args(["help", "--texts", "--lang", language.code()])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let listed = String::from_utf8(output.stdout).unwrap();
        let lines: BTreeSet<&str> = listed.lines().collect();
        for (area, text) in sources(language) {
            let keys = text.lines().filter_map(|line| line.split_once(" = "));
            for (key, _) in keys.filter(|(key, _)| key.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))) {
                assert!(lines.contains(key), "{}: {area} has `{key}`, which is not listed", language.code());
            }
        }
        // What a run puts in stands in braces, without the marks of the files that texts are in.
        assert!(lines.contains("input-front_length") && lines.contains("answer"), "{}", language.code());
        assert!(
            listed.contains("{letter}") && !listed.contains("{ $") && !listed.contains("->"),
            "{}",
            language.code()
        );
        assert!(listed.contains("[count one] "), "{}", language.code());
    }
}
