//! The page for a browser, as a parser of HTML reads it: everything is in it, nothing is loaded, nothing breaks out.

use forcesize::analysis::monte_carlo::PercentileRanges;
use forcesize::language::{Language, sources};
use forcesize::model::{Assessment, NoFiles, read_scenario};
use forcesize::report::figure::RenderedChart;
use forcesize::report::html::{Page, ScenarioReference};
use forcesize::report::manifest::Manifest;
use forcesize::report::section::Section;
use forcesize::report::table::Table;
use forcesize::scenario::{Entries, FoundFile};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

fn words(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>()
}

/// The pages of all shipped scenarios, by name.
fn pages(out: &Path) -> Vec<(String, String)> {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> = std::fs::read_dir(scenarios).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|extension| extension == "toml") && !crate::engine::is_missions(path)
    });
    files.sort();
    let mut command = Command::new(crate::engine::program());
    let output = command.arg("report").args(&files).arg("--out").arg(out).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(out.join(&name).join("report.html")).unwrap();
        (name, text)
    };
    files.iter().map(page).collect()
}

#[test]
fn pages_of_shipped_scenarios_are_whole() {
    let folder = TempDir::new().unwrap();
    for (name, text) in &pages(folder.path()) {
        assert!(text.len() < 2_000_000, "{name}: {} bytes", text.len());
        let page = Html::parse_document(text);
        assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
        loads_nothing(&page, name);
        names_are_unique(&page, name);
        headings_are_in_order(&page, name);
        let run = crate::golden::results().join(name);
        assert!(*text == std::fs::read_to_string(run.join("report.html")).unwrap(), "{name}: a run gave other bytes");
        let results = std::fs::read(run.join("results.json")).unwrap();
        let results: serde_json::Value = serde_json::from_slice(&results).unwrap();
        let ids: BTreeSet<&str> = select(&page, "[id]").iter().filter_map(|element| element.value().id()).collect();
        for metric in results["metrics"].as_object().unwrap().keys() {
            assert!(ids.contains(format!("metric-{metric}").as_str()), "{name}: {metric} is missing");
        }
        for source in results["sources"].as_object().unwrap().keys() {
            assert!(ids.contains(format!("source-{source}").as_str()), "{name}: {source} is missing");
        }
        let drawn = std::fs::read_dir(run.join("charts")).unwrap().count();
        let svg = select(&page, "figure svg[role=img]");
        assert_eq!(svg.len(), drawn, "{name}: charts");
        for link in select(&page, "a[href^='#']") {
            let target = &link.value().attr("href").unwrap()[1..];
            assert!(ids.contains(target), "{name}: nothing is called {target}");
        }
    }
}

fn loads_nothing(page: &Html, name: &str) {
    let loading = select(page, "[src], link, iframe, object, embed, img, base, form, use, image, svg a");
    assert!(loading.is_empty(), "{name}: {:?}", loading.iter().map(ElementRef::html).collect::<Vec<_>>());
    let style = words(&select(page, "style")[0]);
    // Its fonts travel in it.
    let style = style.replace("url(data:font/woff2;base64,", "");
    assert!(!style.contains("url(") && !style.contains("@import"), "{name}: the style loads something");
    assert!(select(page, "[style]").is_empty(), "{name}: the policy forbids styles in attributes");
    for element in select(page, "*") {
        let handler = element.value().attrs().find(|(key, _)| key.starts_with("on"));
        assert!(handler.is_none(), "{name}: {handler:?}");
    }
    let policy = select(page, "meta[http-equiv='Content-Security-Policy']")[0].value().attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    assert!(policy.contains("font-src data:;"), "{policy}");
}

fn names_are_unique(page: &Html, name: &str) {
    let mut seen = BTreeSet::new();
    for element in select(page, "[id]") {
        let id = element.value().id().unwrap();
        assert!(seen.insert(id), "{name}: two elements are called {id}");
    }
    for element in select(page, "[aria-labelledby], [aria-describedby], label[for]") {
        for key in ["aria-labelledby", "aria-describedby", "for"] {
            for id in element.value().attr(key).unwrap_or_default().split_whitespace() {
                assert!(seen.contains(id), "{name}: {key} names {id}");
            }
        }
    }
}

fn headings_are_in_order(page: &Html, name: &str) {
    let levels: Vec<u32> =
        select(page, "h1, h2, h3, h4, h5, h6").iter().map(|one| one.value().name()[1..].parse().unwrap()).collect();
    assert_eq!((levels[0], levels[1..].contains(&1)), (1, false), "{name}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
}

const NASTY: &str = "</script><script>alert(1)</script> \\\" ' & <b>";

/// A page of a scenario whose every text is hostile.
fn hostile() -> (Assessment, String) {
    let text = format!(
        "title = \"{NASTY}\"\nsummary = \"{NASTY}\"\n[input]\n\
         peacekeepers = {{ value = 4_440, unit = \"troops\", source = \"one\", note = \"{NASTY}\" }}\n\
         front_length = {{ value = 180, unit = \"km\", assumed = \"{NASTY}\" }}\n\
         morale = {{ label = \"{NASTY}\", means = \"{NASTY}\", value = 1, low = 0, high = 2, unit = \"1\", role = \"lever\", assumed = \"x\" }}\n\
         [metric.mine]\nlabel = \"{NASTY}\"\nmeans = \"{NASTY}\"\nformula = \"peacekeepers * morale\"\nunit = \"troops\"\nassumed = \"{NASTY}\"\n\
         [source.one]\ntitle = \"{NASTY}\"\nurl = \"javascript:alert(1)\"\n"
    );
    let file = FoundFile { name: "x.toml".into(), identity: "x.toml".into(), content: text };
    let reading = read_scenario(file, &NoFiles, &[]);
    let assessment = reading.assessment.unwrap_or_else(|| panic!("{}", reading.diagnostics.plain(&reading.texts)));
    let entries = reading.merged.unwrap().entries;
    let html = html(&assessment, &entries);
    (assessment, html)
}

fn html(assessment: &Assessment, entries: &Entries) -> String {
    let nasty = NASTY.replace('\\', "");
    let mut section = Section::new("nasty", &nasty, serde_json::Value::Null);
    let mut table = Table::new(&[&nasty, "n"], &[1]).titled(nasty.clone());
    table.push([nasty.clone(), "1".to_owned()]);
    section.tables.push(table);
    section.sentences.push(nasty.clone());
    let drawn = forcesize::chart::Bars::default();
    section.figures.push(RenderedChart {
        svg: "<svg viewBox=\"0 0 1 1\" role=\"img\">\n</svg>".into(),
        ..RenderedChart::new("a".into(), nasty.clone(), drawn, &forcesize::chart::Style::default())
    });
    let charts: Vec<RenderedChart> = assessment
        .requests
        .charts
        .iter()
        .map(|chart| forcesize::report::bars::bars(assessment, chart, &PercentileRanges::default()))
        .collect();
    let manifest = Manifest {
        lang: None,
        version: "0".into(),
        scenario: nasty.clone(),
        set: vec![nasty.clone()],
        written: BTreeMap::new(),
        charts: Vec::new(),
        files: Vec::new(),
    };
    let reached = ScenarioReference { argument: Some(nasty.clone()), extends: nasty.clone() };
    let warnings = [nasty];
    let results = forcesize::study::run(assessment, &forcesize::study::Options::default()).unwrap();
    let answer = forcesize::report::answer::answer(assessment, &results, None);
    let page = Page {
        assessment,
        entries,
        results: &results,
        evidence: None,
        answer: &answer,
        sections: &[section],
        charts: &charts,
        warnings: &warnings,
        manifest: &manifest,
        reached: &reached,
        version: None,
    };
    page.html().unwrap()
}

#[test]
fn hostile_words_stay_words() {
    let (assessment, text) = hostile();
    let page = Html::parse_document(&text);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert_eq!(select(&page, "script").len(), 2);
    assert!(select(&page, "b").is_empty());
    loads_nothing(&page, "hostile");
    let nasty = NASTY.replace('\\', "");
    assert_eq!(words(&select(&page, "h1")[0]), nasty);
    assert_eq!(words(&select(&page, "title")[0]), nasty);
    assert!(select(&page, "a[href]").iter().all(|link| !link.value().attr("href").unwrap().starts_with("javascript")));
    // The data for the script comes back as it was put in.
    let data: serde_json::Value = serde_json::from_str(&words(&select(&page, "#data")[0])).unwrap();
    assert_eq!(data["extends"], nasty);
    let morale = assessment.calculation.input("morale").unwrap().index();
    assert_eq!(data["inputs"][morale]["label"], nasty);
    // What an input of the scenario's own must say again, when a file sets it, is TOML that reads back.
    let keep = data["inputs"][morale]["keep"].as_str().unwrap();
    let table: toml::Table = format!("x = {{ {keep}value = 1 }}").parse().unwrap();
    assert_eq!(table["x"]["label"].as_str(), Some(nasty.as_str()));
}

#[test]
fn the_page_has_the_central_case_to_the_last_bit() {
    let (assessment, text) = hostile();
    let page = Html::parse_document(&text);
    let data: serde_json::Value = serde_json::from_str(&words(&select(&page, "#data")[0])).unwrap();
    for (input, entry) in assessment.calculation.inputs.iter().zip(data["inputs"].as_array().unwrap()) {
        assert_eq!(entry["value"].as_f64().map(f64::to_bits), Some(input.value.to_bits()), "{}", input.id);
    }
}

/// A German page: none of the English texts that a page has of its own, and none called by its key.
#[test]
fn pages_say_their_fixed_texts_in_each_language() {
    let english = sources(Language::English).iter().find(|(area, _)| *area == "page").unwrap().1;
    // Whole texts only; short words may be somebody's own.
    let fixed = english.lines().filter_map(|line| line.split_once(" = "));
    let fixed: Vec<&str> = fixed
        .map(|(_, text)| text)
        .filter(|text| !text.contains('{') && text.len() > 12 && *text != "Conditions")
        .collect();
    assert!(fixed.len() > 30);
    for language in ["de", "fr", "uk"] {
        let out = TempDir::new().unwrap();
        let mut command = Command::new(crate::engine::program());
        let output = command.args(["report", "--lang", language, "--out"]).arg(out.path()).stdin(Stdio::null());
        assert!(output.output().unwrap().status.success());
        let text = std::fs::read_to_string(out.path().join("ukraine-2025/report.html")).unwrap();
        let page = Html::parse_document(&text);
        assert!(page.errors.is_empty(), "{language}: {:?}", page.errors);
        assert_eq!(select(&page, "html")[0].value().attr("lang"), Some(language));
        loads_nothing(&page, language);
        names_are_unique(&page, language);
        let mut said: Vec<String> =
            select(&page, "body *").iter().flat_map(ElementRef::text).map(str::to_owned).collect();
        for element in select(&page, "[aria-label], [title]") {
            said.extend(["aria-label", "title"].iter().filter_map(|key| element.value().attr(key)).map(str::to_owned));
        }
        for text in &said {
            assert!(!fixed.contains(&text.trim()), "{language}: {text}");
            assert!(!text.trim().starts_with("page-") && !text.trim().starts_with("title-"), "{language}: {text}");
        }
        let data: serde_json::Value = serde_json::from_str(&words(&select(&page, "#data")[0])).unwrap();
        for text in data["words"].as_object().unwrap().values().filter_map(serde_json::Value::as_str) {
            assert!(!fixed.contains(&text), "{language}: {text}");
        }
    }
}
