//! The live report in a browser: headless Chromium opens the page of every shipped scenario, moves every slider, and
//! every metric must be what the library computes for the same inputs.
//!
//! `cargo test --test browser -- --nocapture`. Where no browser is installed the tests say so and pass.
#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test may stop at the first surprise")]

#[path = "browser/answer.rs"]
mod answer;
#[path = "browser/charts.rs"]
mod charts;
#[path = "browser/devtools.rs"]
mod devtools;
#[path = "browser/options.rs"]
mod options;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/scenario.rs"]
mod scenario;
#[path = "browser/screen.rs"]
mod screen;

use forcesize::language::{Language, Localizer};
use forcesize::model::{Assessment, InputId, MetricId};
use page::{Chromium, Open};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

type Numbers = BTreeMap<String, Option<f64>>;

fn numbers(value: &Value) -> Numbers {
    value.as_object().unwrap().iter().map(|(id, number)| (id.clone(), number.as_f64())).collect()
}

/// Inputs in base units: the central case, but for those whose field shows another number than at the start.
fn inputs(assessment: &Assessment, typed: &Numbers, start: &Numbers) -> Vec<f64> {
    let all = assessment.calculation.inputs.iter();
    all.map(|input| match typed[&input.id] {
        same if same == start[&input.id] => input.value,
        Some(number) => input.unit.to_base(number),
        None => panic!("{} has no number", input.id),
    })
    .collect()
}

/// Every metric of the page beside the library's; gives how many were compared.
fn compare(assessment: &Assessment, metrics: &Numbers, base: &[f64], context: &str) -> usize {
    let results = assessment.calculation.tape().results(base);
    assert_eq!(metrics.len(), assessment.calculation.metrics.len(), "{context}");
    for (metric, result) in assessment.calculation.metrics.iter().zip(results) {
        let (mine, theirs) = (metric.unit.from_base(result), metrics[&metric.id]);
        let alike = match theirs {
            Some(theirs) => (mine - theirs).abs() <= 1e-12 * mine.abs().max(theirs.abs()),
            None => !mine.is_finite(),
        };
        assert!(alike, "{context}: {} is {mine} here and {theirs:?} in the page", metric.id);
    }
    metrics.len()
}

/// Moves every slider and list to several places, and gives the inputs and metrics behind each move.
const MOVES: &str = "(() => {
  const records = [];
  const record = (what) => records.push({ what, inputs: forcesize.inputs(), metrics: forcesize.metrics() });
  record('start');
  for (const slider of document.querySelectorAll('input.slider')) {
    for (const position of [0, slider.max, Math.round(slider.max / 3)]) {
      slider.value = position;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      record(`${slider.getAttribute('aria-label')} at ${position}`);
    }
  }
  for (const list of document.querySelectorAll('select[data-control]')) {
    for (const option of list.options) {
      list.value = option.value;
      list.dispatchEvent(new Event('input', { bubbles: true }));
      record(`${list.id} at ${option.value}`);
    }
  }
  return JSON.stringify(records);
})()";

fn moves(page: &Open, assessment: &Assessment, name: &str) {
    let records: Value = serde_json::from_str(&page.text(MOVES)).unwrap();
    let records = records.as_array().unwrap();
    let start = numbers(&records[0]["inputs"]);
    let mut compared = 0;
    for record in records {
        let typed = numbers(&record["inputs"]);
        let context = format!("{name}, {}", record["what"]);
        compared += compare(assessment, &numbers(&record["metrics"]), &inputs(assessment, &typed, &start), &context);
    }
    let sliders = page.number("document.querySelectorAll('input.slider').length");
    assert!(sliders > 0.0, "{name} has nothing to move");
    let slowest = page.number("Math.max(...forcesize.milliseconds())");
    let median = page.number("forcesize.milliseconds().sort((a, b) => a - b)[forcesize.milliseconds().length >> 1]");
    eprintln!(
        "{name}: {sliders} sliders, {} moves, {compared} numbers; a change takes {median:.1} ms, at most {slowest:.1} ms",
        records.len()
    );
    assert!(median < 16.0, "{name}: a change takes {median} ms");
}

/// Every number in the text reads as the program would write it.
fn reads_as_the_program_writes(page: &Open, assessment: &Assessment, name: &str) {
    let ask =
        |script: &str| -> Value { serde_json::from_str(&page.text(&format!("JSON.stringify({script})"))).unwrap() };
    let (metrics, typed) = (numbers(&ask("forcesize.metrics()")), numbers(&ask("forcesize.inputs()")));
    let texts = ask("[...document.querySelectorAll('[data-n]')].map((one) => [one.dataset.n, one.textContent])");
    let texts: Vec<(String, String)> = serde_json::from_value(texts).unwrap();
    assert!(texts.len() >= assessment.calculation.metrics.len(), "{name}");
    for (code, text) in texts {
        let (what, digits) = code.split_once('.').unwrap();
        let at: usize = what[1..].parse().unwrap();
        let value = match &what[..1] {
            "m" => metrics[&assessment.calculation.metrics[MetricId::from(at)].id],
            _ => typed[&assessment.calculation.inputs[InputId::from(at)].id],
        };
        let Some(value) = value else { continue };
        assert_eq!(text, assessment.words.significant(value, digits.parse().unwrap()), "{name}: {code}");
    }
    let texts = ask("[...document.querySelectorAll('[data-u]')].map((one) => [one.dataset.u, one.textContent])");
    for (code, text) in serde_json::from_value::<Vec<(String, String)>>(texts).unwrap() {
        let (what, digits) = code.split_once('.').unwrap();
        let at: usize = what[1..].parse().unwrap();
        let (value, unit) = match &what[..1] {
            "m" => (
                metrics[&assessment.calculation.metrics[MetricId::from(at)].id],
                &assessment.calculation.metrics[MetricId::from(at)].unit,
            ),
            _ => (
                typed[&assessment.calculation.inputs[InputId::from(at)].id],
                &assessment.calculation.inputs[InputId::from(at)].unit,
            ),
        };
        let Some(value) = value else { continue };
        let number = assessment.words.significant(value, digits.parse().unwrap());
        assert_eq!(format!("{number} {text}"), assessment.words.attach(unit, &number), "{name}: {code}");
    }
}

/// What a reader takes away says the same as the page.
fn taken_away(page: &Open, file: &Path, name: &str) {
    let metrics = numbers(&serde_json::from_str(&page.text("JSON.stringify(forcesize.metrics())")).unwrap());
    let agrees = |other: &Assessment, what: &str| {
        for metric in &other.calculation.metrics {
            let (mine, theirs) = (metric.shown_value(), metrics[&metric.id]);
            let alike = theirs.is_none_or(|theirs| (mine - theirs).abs() <= 1e-12 * mine.abs().max(theirs.abs()));
            assert!(
                alike && theirs.is_some() == mine.is_finite(),
                "{name}, {what}: {} is {mine}, {theirs:?}",
                metric.id
            );
        }
    };
    let command = page.text("document.getElementById('command').value");
    let words = scenario::words(&command);
    assert_eq!(words[..2], ["forcesize", "run"], "{command}");
    let set: Vec<String> =
        words.iter().zip(words.iter().skip(1)).filter(|(a, _)| *a == "--set").map(|(_, b)| b.clone()).collect();
    assert!(!set.is_empty(), "{command}");
    agrees(&scenario::read(file, &set), "the command line");
    let text = page.text("document.getElementById('scenario').value");
    let child = file.with_file_name("taken.toml");
    std::fs::write(&child, &text).unwrap();
    agrees(&scenario::read(&child, &[]), "the scenario");
    std::fs::remove_file(child).unwrap();
}

fn resets(page: &Open, before: &str, name: &str) {
    assert_eq!(page.text("String(document.body.classList.contains('moved'))"), "true", "{name}");
    page.run("document.getElementById('reset-all').click(); forcesize.metrics()");
    assert_eq!(page.text("String(document.body.classList.contains('moved'))"), "false", "{name}");
    assert_eq!(page.text(SHOWN), before, "{name}: numbers after a reset");
    // One alone, by its own button.
    page.run(
        "globalThis.one = document.querySelector('input.slider');
         one.value = one.value > 0 ? 0 : one.max; one.dispatchEvent(new Event('input')); forcesize.metrics();",
    );
    assert_eq!(page.text("document.getElementById('moved-count').textContent"), "1 input moved", "{name}");
    page.run("document.querySelector('.reset:not([disabled])').click(); forcesize.metrics()");
    assert_eq!(page.text(SHOWN), before, "{name}: numbers after one reset");
}

const SHOWN: &str = "[...document.querySelectorAll('[data-n], td[id^=margin], td[id^=holds], .bars rect')].map((one) => one.textContent + (one.hasAttribute('width') ? parseFloat(one.getAttribute('width')).toFixed(1) : '')).join('|')";

fn sorts_and_obeys_keys(page: &Open, name: &str) {
    page.run("for (const one of document.querySelectorAll('details')) one.open = true");
    page.run("globalThis.table = document.querySelector('#inputs table.sortable'); globalThis.head = table.querySelectorAll('thead th')[1]");
    let values =
        "JSON.stringify([...table.tBodies[0].rows].map((row) => Number(row.cells[1].textContent.replaceAll(',', ''))))";
    page.run("head.querySelector('button').click()");
    let ascending: Vec<f64> = serde_json::from_str(&page.text(values)).unwrap();
    assert!(ascending.is_sorted(), "{name}: {ascending:?}");
    assert_eq!(page.text("head.getAttribute('aria-sort')"), "ascending");
    page.run("head.querySelector('button').focus()");
    page.key("Enter", 13);
    assert_eq!(page.text("head.getAttribute('aria-sort')"), "descending", "{name}");
    let descending: Vec<f64> = serde_json::from_str(&page.text(values)).unwrap();
    assert!(descending.iter().rev().is_sorted(), "{name}: {descending:?}");
    // An arrow moves the slider that has the focus, and the field beside it.
    page.run(
        "globalThis.group = document.querySelector('details.group');
         globalThis.slider = group.querySelector('input.slider'); globalThis.field = slider.parentElement.querySelector('input[inputmode]');
         slider.value = slider.max / 2; slider.dispatchEvent(new Event('input')); slider.focus(); globalThis.before = field.value",
    );
    page.key("ArrowRight", 39);
    assert!(
        page.number("Number(field.value.replaceAll(',', '')) - Number(before.replaceAll(',', ''))") > 0.0,
        "{name}: the arrow moved nothing"
    );
    assert!(!page.text("slider.getAttribute('aria-valuetext')").is_empty());
    // A number that cannot be is refused and said to be.
    page.run("globalThis.refused = document.querySelector('input[inputmode]'); refused.value = ''; refused.dispatchEvent(new Event('input'))");
    assert_eq!(page.text("refused.getAttribute('aria-invalid')"), "true", "{name}");
    page.run("document.getElementById('reset-all').click(); forcesize.metrics(); document.activeElement.blur(); scrollTo(0, 0)");
    assert_eq!(page.text("refused.getAttribute('aria-invalid')"), "false", "{name}");
    // Every control has a name.
    let nameless = "[...document.querySelectorAll('input, select, textarea, button')].filter((one) => !(one.labels?.length || one.getAttribute('aria-label') || (one.tagName === 'BUTTON' && one.textContent.trim()))).length";
    assert_eq!(page.text(&format!("String({nameless})")), "0", "{name}: controls without a label");
}

#[test]
fn the_page_computes_what_the_library_computes() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    scenario::reports(&copies, folder.path());
    for file in &copies {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let assessment = scenario::read(file, &[]);
        let page = chromium.open(&folder.path().join("pages").join(&name).join("report.html"));
        let before = page.text(SHOWN);
        moves(&page, &assessment, &name);
        reads_as_the_program_writes(&page, &assessment, &name);
        taken_away(&page, file, &name);
        resets(&page, &before, &name);
        sorts_and_obeys_keys(&page, &name);
        page.without_faults(&name);
    }
}

/// A page in German: it computes the same, writes German numerals after a move, and says what it says in German.
#[test]
fn a_german_page_follows_in_german() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    let file = copies.iter().find(|file| file.ends_with("ukraine-line-and-border.toml")).unwrap();
    let words = ["report", file.to_str().unwrap(), "--lang", "de", "--out", "pages"].map(str::to_owned);
    scenario::forcesize(&words, folder.path());
    let mut assessment = scenario::read(file, &[]);
    assessment.words = Localizer::new(Language::German);
    let page = chromium.open(&folder.path().join("pages/ukraine-line-and-border/report.html"));
    let name = "German";
    assert_eq!(page.text("document.documentElement.lang"), "de");
    reads_as_the_program_writes(&page, &assessment, name);
    let before = page.text(SHOWN);
    let start = numbers(&serde_json::from_str(&page.text("JSON.stringify(forcesize.inputs())")).unwrap());
    let moved = "const moved = [...document.querySelectorAll('input.slider')].slice(0, 12);";
    for part in ["0", "slider.max", "Math.round(slider.max / 3)"] {
        page.run(&format!(
            "{moved} for (const slider of moved) {{ slider.value = {part}; slider.dispatchEvent(new Event('input')); }}"
        ));
        let ask = |what: &str| numbers(&serde_json::from_str(&page.text(&format!("JSON.stringify({what})"))).unwrap());
        let (metrics, typed) = (ask("forcesize.metrics()"), ask("forcesize.inputs()"));
        compare(&assessment, &metrics, &inputs(&assessment, &typed, &start), name);
        reads_as_the_program_writes(&page, &assessment, name);
    }
    let moved = page.text("document.getElementById('moved-count').textContent");
    assert!(moved.ends_with(" Eingaben geändert"), "{moved}");
    let list = page.text("document.getElementById('moved-list').textContent");
    assert!(list.contains("Friedenstruppen ") && list.contains(" km"), "{list}");
    taken_away(&page, file, name);
    let text = page.text("document.getElementById('scenario').value");
    assert!(text.contains("\nlang = \"de\"\n") && text.contains("von Hand im Bericht gesetzt"), "{text}");
    assert!(page.text("document.getElementById('command').value").contains(" --lang de --set "));
    page.run("document.getElementById('reset-all').click(); forcesize.metrics()");
    assert_eq!(page.text(SHOWN), before, "numbers after a reset");
    page.run("document.querySelectorAll('#inputs table.sortable thead th button')[1].click()");
    let values = "JSON.stringify([...document.querySelector('#inputs table.sortable').tBodies[0].rows].map((row) => Number(row.cells[1].textContent.replaceAll('.', '').replace(',', '.'))))";
    let ascending: Vec<f64> = serde_json::from_str(&page.text(values)).unwrap();
    assert!(ascending.len() > 5 && ascending.is_sorted(), "{ascending:?}");
    page.without_faults(name);
}

/// Units beside numbers that move take the form that goes with the number (CLDR: in Ukrainian one, few, many, many, one,
/// other, many; in French one below two), in the page and in what is said of the state.
#[test]
fn units_follow_their_numbers() {
    const NUMBERS: [&str; 7] = ["1", "2", "5", "11", "21", "1.5", "100000"];
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    let file = copies.iter().find(|file| file.ends_with("tutorial.toml")).unwrap();
    let (many, soldiers) = ("військових", "soldats");
    let cases = [
        (Language::Ukrainian, ["військовий", "військові", many, many, "військовий", "військового", many]),
        (Language::French, ["soldat", soldiers, soldiers, soldiers, soldiers, "soldat", soldiers]),
        (Language::German, ["Soldat", "Soldaten", "Soldaten", "Soldaten", "Soldaten", "Soldaten", "Soldaten"]),
    ];
    for (language, forms) in cases {
        let code = language.code();
        let words = ["report", file.to_str().unwrap(), "--lang", code, "--out", code].map(str::to_owned);
        scenario::forcesize(&words, folder.path());
        let mut assessment = scenario::read(file, &[]);
        assessment.words = Localizer::new(language);
        let page = chromium.open(&folder.path().join(code).join("tutorial/report.html"));
        reads_as_the_program_writes(&page, &assessment, code);
        let at = assessment.calculation.inputs.iter().position(|input| input.unit.text() == "troops").unwrap();
        for (number, form) in NUMBERS.into_iter().zip(forms) {
            page.run(&format!(
                "{{ const field = document.getElementById('field-{at}'); field.value = '{number}'; field.dispatchEvent(new Event('input')); forcesize.metrics(); }}"
            ));
            let beside = format!("document.querySelector('#control-{at} .unit').textContent");
            assert_eq!(page.text(&beside), form, "{code}: {number}");
            let list = page.text("document.getElementById('moved-list').textContent");
            assert!(list.ends_with(&format!(" {form}")), "{code}, {number}: {list}");
            reads_as_the_program_writes(&page, &assessment, &format!("{code}, {number}"));
        }
        let all = "document.querySelectorAll('input.slider').forEach((one) => { one.value = one.max; one.dispatchEvent(new Event('input')); }); forcesize.metrics()";
        page.run(all);
        let moved = page.text("document.getElementById('moved-count').textContent");
        let count: usize = moved.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
        let expected = assessment
            .words
            .format("page-moved-count", &[("count", count.into()), ("shown", count.to_string().into())]);
        assert!(count > 2 && moved == expected, "{moved}, not {expected}");
        page.without_faults(code);
    }
}

/// The default scenario's page, moved: its command line and its file run as they stand.
#[test]
fn what_is_taken_away_runs() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    scenario::reports(&[], folder.path());
    let page = chromium.open(&folder.path().join("pages/ukraine-2025/report.html"));
    page.run("for (const slider of [...document.querySelectorAll('input.slider')].slice(0, 20)) { slider.value = slider.max / 4; slider.dispatchEvent(new Event('input')); }");
    let metrics = numbers(&serde_json::from_str(&page.text("JSON.stringify(forcesize.metrics())")).unwrap());
    std::fs::write(folder.path().join("changed.toml"), page.text("document.getElementById('scenario').value")).unwrap();
    let words = scenario::words(&page.text("document.getElementById('command').value"));
    let commands = [words[1..].to_vec(), vec!["run".to_owned(), "changed.toml".to_owned()]];
    for command in commands {
        let printed = scenario::forcesize(&[command, vec!["--json".to_owned()]].concat(), folder.path());
        let results: Value = serde_json::from_str(&printed).unwrap();
        for (id, metric) in results["metrics"].as_object().unwrap() {
            let (mine, theirs) = (metric["value"].as_f64(), metrics[id]);
            let alike = mine.zip(theirs).is_none_or(|(a, b)| (a - b).abs() <= 1e-12 * a.abs().max(b.abs()));
            assert!(alike && mine.is_some() == theirs.is_some(), "{id}: {mine:?}, {theirs:?}");
        }
    }
    page.without_faults("ukraine-2025");
    // What the command line had set is taken along.
    let words = ["report", "--set", "home_length=9 months", "--out", "set"].map(str::to_owned);
    scenario::forcesize(&words, folder.path());
    let page = chromium.open(&folder.path().join("set/ukraine-2025/report.html"));
    let command = page.text("document.getElementById('command').value");
    assert_eq!(command, "forcesize run --set \"home_length=9 months\"");
    page.without_faults("ukraine-2025 with a value set");
}

/// Each operator on ordinary and on spicy operands: the same bits, but for the last one of `ln`, `exp` and `^`.
#[test]
fn operators_agree_with_the_browser() {
    use forcesize::formula::operator::{Binary, Unary};
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    scenario::reports(&[], folder.path());
    let page = chromium.open(&folder.path().join("pages/ukraine-2025/report.html"));
    let operands = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -0.5,
        2.0,
        3.0,
        -3.0,
        1e-300,
        1e300,
        0.1,
        7.3,
        -7.3,
        2.1 / 0.7,
        -2.1 / 0.7,
        49.999_999_999_999_99,
        1.0 + 0.9e-9,
        1.0 - 1.1e-9,
        1e6 + 0.9e-6,
        1e6 - 1.1e-6,
        1.5,
        1e15,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    let list: Vec<String> = operands
        .iter()
        .map(|one| if one.is_nan() { "NaN".to_owned() } else { format!("{one:?}").replace("inf", "Infinity") })
        .collect();
    let list = list.join(",");
    let ask = |call: &str| -> Vec<f64> {
        let script = format!(
            "JSON.stringify([{list}].flatMap((a) => [{list}].map((b) => String({call}) + (Object.is({call}, -0) ? '-0' : ''))))"
        );
        let texts: Vec<String> = serde_json::from_str(&page.text(&script)).unwrap();
        texts
            .iter()
            .map(|text| match text.as_str() {
                "0-0" => -0.0,
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                text => text.parse().unwrap(),
            })
            .collect()
    };
    let pairs: Vec<(f64, f64)> = operands.iter().flat_map(|a| operands.iter().map(|b| (*a, *b))).collect();
    let check = |call: &str, exact: bool, value: &dyn Fn(f64, f64) -> f64| {
        for ((a, b), theirs) in pairs.iter().zip(ask(call)) {
            let mine = value(*a, *b);
            let near = !exact && (mine - theirs).abs() <= 2.0 * f64::EPSILON * mine.abs();
            assert!(
                mine.to_bits() == theirs.to_bits() || (mine.is_nan() && theirs.is_nan()) || near,
                "{call} of {a}, {b}: {mine} and {theirs}"
            );
        }
    };
    check("forcesize.operators.min(a, b)", true, &|a, b| Binary::Min.value(a, b));
    check("forcesize.operators.max(a, b)", true, &|a, b| Binary::Max.value(a, b));
    check("forcesize.operators.pow(a, b)", false, &|a, b| Binary::Pow.value(a, b));
    check("(a / b)", true, &|a, b| Binary::Div.value(a, b));
    check("(a * b)", true, &|a, b| Binary::Mul.value(a, b));
    check("(a + b)", true, &|a, b| Binary::Add.value(a, b));
    check("(a - b)", true, &|a, b| Binary::Sub.value(a, b));
    check("forcesize.operators.ceil(a)", true, &|a, _| Unary::Ceil.value(a));
    check("forcesize.operators.floor(a)", true, &|a, _| Unary::Floor.value(a));
    check("Math.sqrt(a)", true, &|a, _| Unary::Sqrt.value(a));
    check("Math.abs(a)", true, &|a, _| Unary::Abs.value(a));
    check("forcesize.operators.ln(a)", false, &|a, _| Unary::Ln.value(a));
    check("forcesize.operators.exp(a)", false, &|a, _| Unary::Exp.value(a));
}
