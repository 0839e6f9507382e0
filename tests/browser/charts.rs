//! The page's own drawing of charts beside the program's: the same marks at the same places, for the central case and for
//! what the program computes with values set; and what the page's charts show beside what the program's show then.

use super::page::{Chromium, Open};
use super::scenario;
use forcesize::language::{Language, Localizer};
use forcesize::model::Assessment;
use forcesize::report;
use forcesize::report::figure::RenderedChart;
use forcesize::study;
use resvg::usvg::roxmltree::{Document, Node};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How far a mark of the page may stand from the program's, in points.
const NEAR: f64 = 0.5;

/// All charts of a run.
fn charts(assessment: &Assessment) -> Vec<RenderedChart> {
    let results = study::run(assessment, &study::Options::default()).unwrap();
    let (sections, charts) = report::study::present(assessment, &results, None);
    sections.into_iter().flat_map(|section| section.figures).chain(charts).collect()
}

/// A mark: its kind and colours, its numbers, its text.
#[derive(Debug, PartialEq)]
struct Drawn {
    look: String,
    places: Vec<f64>,
    text: String,
}

/// The numbers in an attribute.
fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
    parts.filter_map(|part| part.parse().ok()).collect()
}

fn drawn(node: Node<'_, '_>) -> Drawn {
    let attribute = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
    let of = |names: &[&str]| names.iter().flat_map(|name| numbers(&attribute(name))).collect::<Vec<f64>>();
    let places = if node.has_tag_name("path") {
        // Points that fall together may be one: the box around them all, and both ends.
        let all = numbers(&attribute("d"));
        let axis = |at: usize| all.iter().copied().skip(at).step_by(2);
        let ends = |at: usize| [axis(at).fold(f64::MAX, f64::min), axis(at).fold(f64::MIN, f64::max)];
        let (first, last) = (&all[..2], &all[all.len() - 2..]);
        [&ends(0), &ends(1), first, last].concat()
    } else {
        of(&["x", "y", "width", "height", "cx", "cy", "r", "transform", "font-size", "stroke-width", "textLength"])
    };
    let look = ["fill", "stroke", "stroke-dasharray", "font-weight", "text-anchor"].map(attribute).join(" ");
    let look = format!("{} {look}", node.tag_name().name());
    Drawn { look, places, text: node.text().unwrap_or_default().to_owned() }
}

/// All marks of a drawing but cells, which two painters may join otherwise, and what is said of it.
fn marks(svg: &str) -> Vec<Drawn> {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let crisp = |node: &Node<'_, '_>| node.ancestors().any(|above| above.has_attribute("shape-rendering"));
    let marks = document.descendants().filter(|node| {
        node.is_element() && !crisp(node) && ["rect", "path", "circle", "text"].contains(&node.tag_name().name())
    });
    marks.map(drawn).collect()
}

/// How many marks two drawings have, and where they first differ.
fn alike(mine: &str, theirs: &str) -> (usize, Option<String>) {
    let (mine, theirs) = (marks(mine), marks(theirs));
    let differs = |(here, there): &(&Drawn, &Drawn)| {
        let near = here.places.len() == there.places.len()
            && here.places.iter().zip(&there.places).all(|(a, b)| (a - b).abs() <= NEAR);
        !(here.look == there.look && here.text == there.text && near)
    };
    let first = mine.iter().zip(&theirs).find(differs);
    let first = first.map(|(here, there)| format!("{here:?} in the program's drawing, {there:?} in the page's"));
    let other = (mine.len() != theirs.len()).then(|| format!("{} and {} marks", mine.len(), theirs.len()));
    (mine.len(), first.or(other))
}

/// The page's painter draws the program's descriptions as the program does: how many charts with how many marks.
fn painted(page: &Open, charts: &[RenderedChart], name: &str) -> (usize, usize) {
    let (mut count, mut complaints) = ((0, 0), Vec::new());
    for chart in charts {
        let Some((kind, description)) = chart.chart.description() else { continue };
        let size = chart.style.size;
        let theirs = page.text(&format!(
            "forcesize.paint('{kind}', {description}, {{ width: {}, height: {} }})",
            size.width_mm, size.height_mm
        ));
        let (marks, difference) = alike(&chart.svg, &theirs);
        complaints.extend(difference.map(|difference| format!("{name}, {} ({kind}): {difference}", chart.id)));
        count = (count.0 + 1, count.1 + marks);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    count
}

/// Every number of a description with where it stands, without those of samples.
fn values(value: &Value, path: &str, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Array(list) => {
            for (position, one) in list.iter().enumerate() {
                values(one, &format!("{path}/{position}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, one) in fields {
                let sampled = ["low", "high", "low_high", "quantiles", "undefined", "digits", "decimals"];
                if !sampled.contains(&key.as_str()) {
                    values(one, &format!("{path}/{key}"), found);
                }
            }
        }
        Value::Number(number) => found.extend(number.as_f64().map(|number| (path.to_owned(), number))),
        _ => {}
    }
}

/// What the page's charts show is what the program's show with the same values set.
fn follow(page: &Open, charts: &[RenderedChart], name: &str) -> usize {
    let shown: Vec<Value> = serde_json::from_str(&page.text("JSON.stringify(forcesize.charts())")).unwrap();
    let (mut compared, mut complaints) = (0, Vec::new());
    for one in &shown {
        let id = one["id"].as_str().unwrap();
        // A question that has no answer any more has no chart.
        let Some(chart) = charts.iter().find(|chart| chart.id == id) else { continue };
        let (kind, description) = chart.chart.description().unwrap();
        // A set input has no range, so the program has no bar for it; the others it sorts.
        if kind == "Tornado" || kind == "Strips" {
            continue;
        }
        let (mut mine, mut theirs) = (Vec::new(), Vec::new());
        values(&description, "", &mut mine);
        values(&one["chart"], "", &mut theirs);
        for list in [&mut mine, &mut theirs] {
            list.sort_by(|a, b| a.0.cmp(&b.0));
        }
        let differs = |((place, here), (there_place, there)): &(&(String, f64), &(String, f64))| {
            place != there_place || (here - there).abs() > 1e-9 * here.abs().max(there.abs()).max(1e-9)
        };
        let first = mine.iter().zip(&theirs).find(differs);
        complaints.extend(first.map(|(here, there)| format!("{name}, {id}: {here:?} and in the page {there:?}")));
        if mine.len() != theirs.len() {
            complaints.push(format!("{name}, {id}: {} numbers and in the page {}", mine.len(), theirs.len()));
        }
        compared += mine.len();
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    compared
}

fn pages(files: &[PathBuf], folder: &Path, language: Language) {
    let files = files.iter().map(|file| file.to_str().unwrap().to_owned());
    let code = language.code();
    let words = ["report", "--lang", code, "--out", code].map(str::to_owned);
    scenario::forcesize(&words.into_iter().chain(files).collect::<Vec<_>>(), folder);
}

fn words_of(assessment: Assessment, language: Language) -> Assessment {
    if language == Language::English {
        assessment
    } else {
        Assessment { words: Localizer::new(language), ..assessment }
    }
}

#[test]
fn charts_are_painted_as_the_program_paints_them() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    for language in [Language::English, Language::German, Language::French, Language::Ukrainian] {
        // One for each language, all in English.
        let files: Vec<PathBuf> = if language == Language::English { copies.clone() } else { copies[..1].to_vec() };
        pages(&files, folder.path(), language);
        for file in &files {
            let stem = file.file_stem().unwrap().to_str().unwrap();
            let page = chromium.open(&folder.path().join(language.code()).join(stem).join("report.html"));
            if page.text("String(forcesize.charts().length)") == "0" {
                continue;
            }
            let assessment = words_of(scenario::read(file, &[]), language);
            let (count, marks) = painted(&page, &charts(&assessment), stem);
            eprintln!("{stem} ({}): {count} charts, {marks} marks alike", language.code());
            page.without_faults(stem);
        }
    }
}

/// What a slider can be set to, and the same for the program.
const SETTINGS: [&[(&str, &str)]; 3] = [
    &[("peacekeepers", "60000")],
    &[("front_length", "1250"), ("peacekeepers", "137000")],
    &[("host_troops", "150000"), ("relief_factor", "4.5"), ("mission_duration", "2")],
];

#[test]
fn charts_follow_as_the_program_would_draw_them() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    let file = copies.iter().find(|file| file.ends_with("ukraine-2025.toml")).unwrap();
    pages(std::slice::from_ref(file), folder.path(), Language::English);
    let report = folder.path().join("en/ukraine-2025/report.html");
    let central = scenario::read(file, &[]);
    for setting in SETTINGS {
        let hash: Vec<String> = setting.iter().map(|(id, value)| format!("{id}={value}")).collect();
        let set: Vec<String> = setting
            .iter()
            .map(|(id, value)| {
                let input = central.calculation.inputs.iter().find(|input| input.id == *id).unwrap();
                let unit = if input.unit.label().is_empty() { "" } else { input.unit.text() };
                format!("{id}={value} {unit}").trim().to_owned()
            })
            .collect();
        let name = hash.join("&");
        let page = chromium.open_at(&report, &format!("#{name}"));
        let with = charts(&scenario::read(file, &set));
        let compared = follow(&page, &with, &name);
        let (count, marks) = painted(&page, &with, &name);
        assert!(compared > 500 && count > 8, "{name}: {compared} numbers, {count} charts");
        eprintln!("{name}: {compared} numbers, {count} charts, {marks} marks alike");
        // On the screen stands what was compared.
        page.run("for (const one of document.querySelectorAll('details.part')) one.open = true");
        page.run("globalThis.figures = [...document.querySelectorAll('figure.follows')]");
        page.front();
        let count: usize = page.text("String(figures.length)").parse().unwrap();
        for figure in 0..count {
            page.run(&format!("figures[{figure}].scrollIntoView()"));
            // The browser says what is on the screen with a picture, of which a busy machine makes few.
            page.wait(&format!("figures[{figure}].querySelector('.moving svg') !== null"));
        }
        let hidden =
            "[...document.querySelectorAll('figure.follows .still')].every((one) => one.getClientRects().length === 0)";
        assert_eq!(page.text(&format!("String({hidden})")), "true", "{name}: a chart of the central case is left");
        let slowest = page.number("Math.max(...forcesize.paintings())");
        let median = page.number("forcesize.paintings().sort((a, b) => a - b)[forcesize.paintings().length >> 1]");
        eprintln!("{name}: painting a chart takes {median:.1} ms, at most {slowest:.1} ms");
        page.without_faults(&name);
    }
}
