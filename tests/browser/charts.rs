//! The page's own drawing of charts beside the program's: the same marks at the same places, for the central case and for
//! what the program computes with values set; and what the page's charts show beside what the program's show then.

use super::page::{Chromium, Open};
use super::scenario;
use forcesize::chart::{Size, Style};
use forcesize::evidence::Evidence;
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
fn charts(assessment: &Assessment, evidence: Option<&Evidence>) -> Vec<RenderedChart> {
    let results = study::run(assessment, &study::Options::default()).unwrap();
    let (sections, charts) = report::study::present(assessment, &results, evidence);
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

/// A chart one column wide.
fn narrow(drawn: &RenderedChart) -> RenderedChart {
    let style = Style { size: Size::column(), ..drawn.style.clone() };
    RenderedChart::new(drawn.id.clone(), drawn.title.clone(), drawn.chart.clone(), &style)
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

/// What comes from samples, which on the page are fewer, and what is no value.
const SAMPLED: [&str; 8] = ["low", "high", "low_high", "band", "quantiles", "undefined", "digits", "decimals"];

/// Every number of a description with where it stands, without those of samples.
fn values(value: &Value, path: &str, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Array(list) => {
            for (position, one) in list.iter().enumerate() {
                values(one, &format!("{path}/{position}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, one) in fields.iter().filter(|(key, _)| !SAMPLED.contains(&key.as_str())) {
                values(one, &format!("{path}/{key}"), found);
            }
        }
        Value::Number(number) => found.extend(number.as_f64().map(|number| (path.to_owned(), number))),
        _ => {}
    }
}

/// Every label of a description with where it stands, but that of the central case, which has moved.
fn labels(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(list) => {
            for (position, one) in list.iter().enumerate() {
                labels(one, &format!("{path}/{position}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, one) in fields.iter().filter(|(key, _)| *key != "central") {
                match one {
                    Value::String(label) if key == "label" => found.push((format!("{path}/label"), label.clone())),
                    _ => labels(one, &format!("{path}/{key}"), found),
                }
            }
        }
        _ => {}
    }
}

/// The rows of a description by what they show: a tornado's bars, strips, and others with a range.
fn rows<'a>(value: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| rows(one, found)),
        Value::Object(fields) => {
            let slots = fields.get("slots");
            let of = |key: &str| slots.and_then(|slots| slots.get(key)).and_then(Value::as_str);
            if let Some(slot) = of("samples").or_else(|| of("low")) {
                found.push((slot.to_owned(), value));
            }
            fields.values().for_each(|one| rows(one, found));
        }
        _ => {}
    }
}

/// The ends of a range that comes from samples, and the median where it is told.
fn range(row: &Value) -> Option<Vec<f64>> {
    let ends = row.get("low_high").or_else(|| row.get("quantiles")).and_then(Value::as_array);
    let numbers = match ends {
        Some(ends) => [0, ends.len() / 2, ends.len() - 1].map(|at| ends[at].as_f64()).to_vec(),
        None => ["low", "high"].map(|key| row.get(key).and_then(Value::as_f64)).to_vec(),
    };
    let numbers: Vec<f64> = numbers.into_iter().collect::<Option<_>>()?;
    (numbers.first() < numbers.last()).then_some(numbers)
}

fn near(here: f64, there: f64) -> bool {
    (here - there).abs() <= 1e-9 * here.abs().max(there.abs()).max(1e-9)
}

/// The first difference between two lists that should be the same.
fn differs<T: PartialEq + std::fmt::Debug>(
    mut mine: Vec<(String, T)>,
    mut theirs: Vec<(String, T)>,
    same: impl Fn(&T, &T) -> bool,
) -> Option<String> {
    for list in [&mut mine, &mut theirs] {
        list.sort_by(|a, b| a.0.cmp(&b.0));
    }
    let first = mine.iter().zip(&theirs).find(|(here, there)| here.0 != there.0 || !same(&here.1, &there.1));
    let first = first.map(|(here, there)| format!("{here:?} and in the page {there:?}"));
    first.or((mine.len() != theirs.len()).then(|| format!("{} and in the page {}", mine.len(), theirs.len())))
}

/// Ranges lie within a twentieth of their width of the program's: how many, and the first that does not.
fn ranges(mine: &Value, theirs: &Value) -> (usize, Option<String>) {
    let (mut here, mut there) = (Vec::new(), Vec::new());
    rows(mine, &mut here);
    rows(theirs, &mut there);
    let (mut count, mut complaint) = (0, None);
    for (slot, row) in &here {
        let Some((_, other)) = there.iter().find(|(one, _)| one == slot) else { continue };
        let (Some(mine), Some(theirs)) = (range(row), range(other)) else { continue };
        let width = mine[mine.len() - 1] - mine[0];
        count += mine.len();
        if mine.len() != theirs.len() || mine.iter().zip(&theirs).any(|(a, b)| (a - b).abs() > 0.05 * width) {
            complaint.get_or_insert_with(|| format!("{slot}: {mine:?} and in the page {theirs:?}"));
        }
    }
    (count, complaint)
}

/// Bars that both have end at the same values: those of a set input have no range in the program, and only those of the
/// central case are in the page.
fn bars(mine: &Value, theirs: &Value) -> (usize, Option<String>) {
    let (mut here, mut there) = (Vec::new(), Vec::new());
    rows(mine, &mut here);
    rows(theirs, &mut there);
    let ends = |bar: &Value| ["low_value", "high_value"].map(|key| bar[key].as_f64().unwrap());
    let both = here.iter().filter_map(|(slot, bar)| {
        let (_, other) = there.iter().find(|(one, _)| one == slot)?;
        Some((slot, ends(bar), ends(other)))
    });
    let both: Vec<_> = both.collect();
    let complaint = both.iter().find(|(_, a, b)| !(near(a[0], b[0]) && near(a[1], b[1])));
    let complaint = complaint.map(|complaint| format!("{complaint:?}"));
    (2 * both.len(), complaint.or((2 * both.len() < there.len()).then(|| "hardly any bar is in both".to_owned())))
}

/// The points and the bands of a line by their days; bands lie within a twentieth of the line's height.
fn days(mine: &Value, theirs: &Value) -> (usize, Option<String>) {
    let series = |chart: &Value| chart["panels"][0]["series"].as_array().unwrap().clone();
    let (mine, theirs) = (series(mine), series(theirs));
    if mine.len() != theirs.len() {
        return (0, Some(format!("{} and in the page {} lines", mine.len(), theirs.len())));
    }
    let mut count = 0;
    for (here, there) in mine.iter().zip(&theirs) {
        for key in ["points", "band"] {
            let of = |series: &Value| -> Vec<Vec<f64>> {
                let list = series.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
                let numbers = |one: Value| one.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
                list.into_iter().map(numbers).collect()
            };
            let (here, there) = (of(here), of(there));
            if here.is_empty() != there.is_empty() {
                return (count, Some(format!("{key}: {} and in the page {}", here.len(), there.len())));
            }
            let top = here.iter().map(|point| point[1]).fold(0.0, f64::max);
            let same =
                here.iter().filter_map(|point| Some((point, there.iter().find(|other| near(other[0], point[0]))?)));
            let same: Vec<_> = same.collect();
            let alike = |(a, b): &(&Vec<f64>, &Vec<f64>)| {
                let far = |at: usize| (a[at] - b[at]).abs();
                if key == "points" { near(a[1], b[1]) } else { far(1).max(far(2)) <= 0.05 * top }
            };
            if let Some(found) = same.iter().find(|pair| !alike(pair)) {
                return (count, Some(format!("{key}: {found:?}")));
            }
            if 2 * same.len() < here.len() {
                return (count, Some(format!("{key}: only {} of {} days are in both", same.len(), here.len())));
            }
            count += same.len();
        }
    }
    (count, None)
}

/// What the page's charts show is what the program's show with the same values set: how many numbers, how many of samples,
/// and the kinds and names of the charts.
fn follow(page: &Open, charts: &[RenderedChart], name: &str) -> (usize, usize, Vec<String>) {
    let shown: Vec<Value> = serde_json::from_str(&page.text("JSON.stringify(forcesize.charts())")).unwrap();
    let (mut compared, mut sampled, mut seen, mut complaints) = (0, 0, Vec::new(), Vec::new());
    for one in &shown {
        let (id, chart) = (one["id"].as_str().unwrap(), &one["chart"]);
        // A question that has no answer any more has no chart.
        let Some(with) = charts.iter().find(|chart| chart.id == id) else { continue };
        let (kind, mut description) = with.chart.description().unwrap();
        let (mut mine, mut theirs) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
        let (mut theirs_of, mut complain) = (chart.clone(), |found: Option<String>| {
            complaints.extend(found.map(|found| format!("{name}, {id} ({kind}): {found}")));
        });
        let (ranges, off) = ranges(&description, chart);
        sampled += ranges;
        complain(off);
        // The program has strips and bars that are not in the page, and sorts them anew.
        if kind == "Strips" {
            seen.push(format!("{kind} {id}"));
            continue;
        }
        if kind == "Tornado" {
            let (count, off) = bars(&description, chart);
            compared += count;
            complain(off);
            for value in [&mut description, &mut theirs_of] {
                value["bars"] = Value::Null;
            }
        }
        if id == "build_up" {
            let (count, off) = days(&description, chart);
            compared += count;
            complain(off);
        }
        labels(&description, "", &mut mine.1);
        labels(&theirs_of, "", &mut theirs.1);
        complain(differs(mine.1, theirs.1, |a, b| a == b));
        if id == "build_up" {
            for value in [&mut description, &mut theirs_of] {
                value["panels"][0]["series"] = Value::Null;
            }
        }
        values(&description, "", &mut mine.0);
        values(&theirs_of, "", &mut theirs.0);
        compared += mine.0.len();
        complain(differs(mine.0, theirs.0, |a, b| near(*a, *b)));
        seen.push(format!("{kind} {id}"));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    (compared, sampled, seen)
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
            let (assessment, evidence) = scenario::read_with_evidence(file, &[]);
            let drawn = charts(&words_of(assessment, language), evidence.as_ref());
            let (count, marks) = painted(&page, &drawn, stem);
            // As they are painted on a phone.
            if stem == "ukraine-2025" || language != Language::English {
                painted(&page, &drawn.iter().map(narrow).collect::<Vec<_>>(), &format!("{stem}, narrow"));
            }
            eprintln!("{stem} ({}): {count} charts, {marks} marks alike", language.code());
            page.without_faults(stem);
        }
    }
}

/// What a slider can be set to, and the same for the program.
const SETTINGS: [&[(&str, &str)]; 3] = [
    &[("peacekeepers", "60000")],
    &[("front_length", "1250"), ("peacekeepers", "137000")],
    &[
        ("host_troops", "150000"),
        ("relief_factor", "4.5"),
        ("mission_duration", "2"),
        ("tour_length", "9"),
        ("enabling_time", "40"),
    ],
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
        let (name, set) = scenario::set(&central, setting);
        let page = chromium.open_at(&report, &format!("#{name}"));
        let (with, evidence) = scenario::read_with_evidence(file, &set);
        let with = charts(&with, evidence.as_ref());
        let (compared, sampled, seen) = follow(&page, &with, &name);
        let (count, marks) = painted(&page, &with, &name);
        assert!(compared > 500 && sampled > 30, "{name}: {compared} numbers, {sampled} of samples");
        for chart in ["LineChart cost_over_time", "LineChart build_up", "Dots missions", "HeatMap rotation"] {
            assert!(seen.iter().any(|one| one == chart), "{name}: {chart} does not follow: {seen:?}");
        }
        eprintln!("{name}: {compared} numbers and {sampled} of samples, {count} charts with {marks} marks alike");
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

#[test]
fn strips_say_how_many_samples_have_no_value() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("gaps.toml");
    let text = "[monte_carlo]\nsamples = 4096\n[input]\n\
        front_length = { low = 900, value = 1_200, high = 1_300, unit = \"km\", assumed = \"a test\" }\n\
        peacekeepers = { value = 50_000, unit = \"troops\", assumed = \"a test\" }\n\
        limit = { value = 1_000, unit = \"km\", label = \"Limit\", role = \"constant\", assumed = \"a test\" }\n\
        [metric.beyond]\nlabel = \"Beyond\"\nformula = \"peacekeepers / max(0 * limit, front_length - limit)\"\n\
        unit = \"personnel per km\"\nassumed = \"a test\"\nheadline = true\n";
    std::fs::write(&file, text).unwrap();
    pages(std::slice::from_ref(&file), folder.path(), Language::English);
    let page = chromium.open_at(&folder.path().join("en/gaps/report.html"), "#peacekeepers=60000");
    let shown: Value = serde_json::from_str(&page.text("JSON.stringify(forcesize.charts())")).unwrap();
    let strips = shown.as_array().unwrap().iter().find(|one| one["id"] == "spread").unwrap();
    let rows = strips["chart"]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["label"] == "Beyond").unwrap();
    let told = scenario::forcesize(
        &["monte-carlo", "gaps.toml", "--json", "--set", "peacekeepers=60_000 troops"].map(str::to_owned),
        folder.path(),
    );
    let told: Value = serde_json::from_str(&told).unwrap();
    let (mine, theirs) = (row["undefined"].as_f64().unwrap(), told["metrics"]["beyond"]["undefined"].as_f64().unwrap());
    assert!(theirs > 100.0 && (mine / 1024.0 - theirs / 4096.0).abs() < 0.01, "{mine} of 1,024, {theirs} of 4,096");
    let drawn = page.text(
        "(() => { const one = forcesize.charts().find((one) => one.id === 'spread'); return forcesize.paint(one.kind, one.chart, one.page); })()",
    );
    assert!(drawn.contains("samples without a value"), "{mine} samples without a value are not said: {drawn}");
    page.without_faults("gaps");
}
