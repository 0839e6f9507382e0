//! The first screen: what it says follows, the address keeps its state, and it fits a phone and ten sheets of paper.

use super::page::{Chromium, Open};
use super::scenario;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Puts a number into the field of an input, as somebody does who types it and leaves the field.
fn typed(page: &Open, label: &str, value: f64) {
    page.run(&format!(
        "globalThis.field = [...document.querySelectorAll('.control')].find((one) => one.querySelector('label').textContent === '{label}').querySelector('[data-control]');
         field.value = {value}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); field.dispatchEvent(new Event('change', {{ bubbles: true }}));
         forcesize.metrics();"
    ));
}

fn default(folder: &Path) -> PathBuf {
    scenario::reports(&[], folder);
    folder.join("pages/ukraine-2025/report.html")
}

fn inputs(page: &Open) -> Value {
    serde_json::from_str(&page.text("forcesize.metrics(); JSON.stringify(forcesize.inputs())")).unwrap()
}

#[test]
fn the_address_keeps_the_state() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = default(folder.path());
    let page = chromium.open(&file);
    let start = inputs(&page);
    typed(&page, "Peacekeepers", 60_000.0);
    typed(&page, "Front length", 1_250.0);
    let hash = page.text("location.hash");
    let mut parts: Vec<&str> = hash.trim_start_matches('#').split('&').collect();
    parts.sort_unstable();
    assert_eq!(parts, ["front_length=1250", "peacekeepers=60000"]);
    let moved = inputs(&page);

    let shared = chromium.open_at(&file, &hash);
    assert_eq!(inputs(&shared), moved);
    assert_eq!(shared.text("document.getElementById('moved-count').textContent"), "2 inputs moved");
    // A link inside the page leaves the state where it is, and back stays on the page.
    let entries = shared.text("String(history.length + 1)");
    shared.run("document.querySelector('.line a').click()");
    assert_eq!(shared.text("location.hash"), hash);
    assert_eq!(shared.text("String(history.length)"), entries);
    shared.without_faults("shared");

    page.run("history.back()");
    page.wait("!location.hash.includes('front_length')");
    assert_eq!(inputs(&page)["front_length"], start["front_length"]);
    assert_eq!(inputs(&page)["peacekeepers"], 60_000.0);
    page.run("history.forward()");
    page.wait("location.hash.includes('front_length')");
    assert_eq!(inputs(&page), moved);

    // One input taken back by its own button leaves the address, too.
    page.run("[...document.querySelectorAll('.control.is-moved')].find((one) => one.textContent.includes('Front length')).querySelector('.reset').click(); forcesize.metrics()");
    assert_eq!(page.text("location.hash"), "#peacekeepers=60000");
    typed(&page, "Front length", 1_250.0);

    page.run("document.getElementById('hold').click()");
    typed(&page, "Peacekeepers", 90_000.0);
    let beside = page.text("document.querySelector('[data-held]').textContent");
    assert!(beside.starts_with("48 (+24"), "{beside}");
    // A shared link has both.
    let hash = page.text("location.hash");
    assert_eq!(hash, "#front_length=1250&peacekeepers=90000&~=front_length:1250,peacekeepers:60000");
    let both = chromium.open_at(&file, &hash);
    assert_eq!(
        (both.text("document.querySelector('[data-held]').textContent"), inputs(&both)),
        (beside, inputs(&page))
    );
    assert_eq!(both.text("String(document.getElementById('hold').getAttribute('aria-pressed'))"), "true");
    both.without_faults("both");
    page.run("document.getElementById('undo').click(); forcesize.metrics()");
    assert_eq!(inputs(&page)["peacekeepers"], 60_000.0);
    page.run("document.getElementById('reset-all').click(); forcesize.metrics()");
    assert!(inputs(&page) == start);
    // What is held can be let go, also where nothing is moved any more.
    assert_eq!(page.text("location.hash"), "#~=front_length:1250,peacekeepers:60000");
    assert_eq!(page.text("String(document.getElementById('hold').checkVisibility())"), "true");
    page.run("document.getElementById('hold').click()");
    assert_eq!(page.text("String(document.getElementById('hold').checkVisibility())"), "false");
    assert_eq!(page.text("location.hash"), "");
    // What is no state, or no number, moves nothing.
    for odd in
        ["#%=5", "#~=%:1,nothing:2", "#peacekeepers=", "#peacekeepers=many", "#nothing=5", "#=&&=", "#peacekeepers=-5"]
    {
        let page = chromium.open_at(&file, odd);
        assert_eq!(page.text("String(document.body.classList.contains('moved'))"), "false", "{odd}");
        page.without_faults(odd);
    }
    page.without_faults("state");
}

#[test]
fn nothing_says_two_things() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    for language in ["en", "de", "fr", "uk"] {
        let words = ["report", "--lang", language, "--out", "pages"].map(str::to_owned);
        scenario::forcesize(&words, folder.path());
        let page = chromium
            .open_at(&folder.path().join("pages/ukraine-2025/report.html"), "#peacekeepers=20000&front_length=1250");
        page.run("forcesize.ranges()");
        let seen = "(one) => one.checkVisibility()";
        assert_eq!(page.text(&format!(
            "String([...document.querySelectorAll('.line:not(.stays) .central, .about .central')].filter({seen}).length)"
        )), "0");
        assert_eq!(page.text("String(document.querySelectorAll('details.static[open]').length)"), "0");
        let set = [
            "run",
            "--json",
            "--lang",
            language,
            "--set",
            "peacekeepers=20_000 troops",
            "--set",
            "front_length=1_250 km",
        ];
        let told: Value = serde_json::from_str(&scenario::forcesize(&set.map(str::to_owned), folder.path())).unwrap();
        let told_of = |key: &str| -> Vec<String> {
            let lines = told["answer"].as_array().unwrap();
            let line = lines.iter().find(|line| line["key"] == key).unwrap();
            line["text"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        let live: Vec<Vec<String>> = serde_json::from_str(&page.text(
            "JSON.stringify([...document.querySelectorAll('.line .live tr')].map((row) => [...row.children].map((cell) => cell.textContent)))",
        ))
        .unwrap();
        let many = told_of("how_many");
        assert!(live.len() >= 3, "{live:?}");
        for (row, told) in live.iter().zip(&many) {
            assert!(told.starts_with(&format!("{} {}", row[0], row[1])), "{language}: {row:?} {told}");
            // The same verdict, but for the share, which comes from fewer samples.
            let bare = |text: &str| {
                text.chars().filter(|letter| !letter.is_ascii_digit() && *letter != '≈').collect::<String>()
            };
            assert!(!bare(&row[3]).is_empty(), "{row:?}");
            assert!(
                bare(told).replace(['.', ','], "").ends_with(&bare(&row[3]).replace(['.', ','], "")),
                "{language}: {row:?} {told}"
            );
        }
        let live =
            page.text("[...document.querySelectorAll('.line .live p')].map((one) => one.textContent).join('\\n')");
        let differ = many.iter().find(|text| live.contains(text.as_str()));
        assert!(differ.is_some(), "{language}: {many:?} in {live}");
        for text in told_of("yardstick") {
            assert!(live.contains(&text), "{language}: {text} in {live}");
        }
        assert_eq!(live.contains("the program draws more"), language == "en", "{language}: {live}");
        let about = page.text("document.getElementById('live-about').textContent");
        assert_eq!(about, told_of("proposal")[0], "{language}");
        page.without_faults(language);
    }
}

/// What methods have been worth stays, and where the scenario lies among the cases follows: below, inside and above.
#[test]
fn track_records_say_where_a_moved_scenario_lies() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let mut seen = Vec::new();
    for (language, words) in [("en", ["Track record: ", "so low", "so high"]), ("uk", ["Підсумок", "низьке", "високе"])]
    {
        let report = ["report", "--lang", language, "--out", "pages"].map(str::to_owned);
        scenario::forcesize(&report, folder.path());
        let file = folder.path().join("pages/ukraine-2025/report.html");
        for (force, front) in [(2_000, 1_250), (20_000, 1_250), (100_000, 500)] {
            let page = chromium.open_at(&file, &format!("#peacekeepers={force}&front_length={front}"));
            page.run("forcesize.ranges()");
            let live = "[...document.querySelectorAll('.line .live p')].map((one) => one.textContent)";
            let live = page.text(&format!("{live}.find((text) => text.startsWith('{}'))", words[0]));
            let (force, front) = (format!("peacekeepers={force} troops"), format!("front_length={front} km"));
            let set = ["run", "--json", "--lang", language, "--set", &force, "--set", &front].map(str::to_owned);
            let told: Value = serde_json::from_str(&scenario::forcesize(&set, folder.path())).unwrap();
            let lines = told["answer"].as_array().unwrap();
            let many = lines.iter().find(|line| line["key"] == "how_many").unwrap()["text"].as_array().unwrap();
            assert!(many.iter().any(|text| text.as_str() == Some(&live)), "{language}: {live} in {many:?}");
            seen.push(words[1..].iter().map(|word| live.contains(word)).collect::<Vec<_>>());
            page.without_faults(language);
        }
    }
    assert_eq!(seen, [[true, false], [false, false], [false, true]].repeat(2));
}

#[test]
fn ranges_are_near_those_of_the_program() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let page = chromium.open_at(&default(folder.path()), "#peacekeepers=60000&front_length=1250");
    let ranges: Value = serde_json::from_str(&page.text("JSON.stringify(forcesize.ranges())")).unwrap();
    let set = ["monte-carlo", "--json", "--set", "peacekeepers=60_000 troops", "--set", "front_length=1_250 km"];
    let told: Value = serde_json::from_str(&scenario::forcesize(&set.map(str::to_owned), folder.path())).unwrap();
    let mut compared = 0;
    for (id, range) in ranges.as_object().unwrap() {
        let Some(range) = range.as_array() else { continue };
        let theirs = &told["metrics"][id];
        let (low, high) = (theirs["p5"].as_f64().unwrap(), theirs["p95"].as_f64().unwrap());
        for (mine, theirs) in [(&range[0], low), (&range[1], high)] {
            let off = (mine.as_f64().unwrap() - theirs).abs() / (high - low);
            assert!(off < 0.05, "{id}: {mine} for {theirs}, of {low} to {high}");
        }
        compared += 1;
    }
    assert!(compared >= 4, "{ranges}");
    let slowest = page.number("Math.max(...forcesize.surveys())");
    eprintln!("the page's samples take {slowest:.0} ms");
    page.without_faults("ranges");
}

#[test]
fn it_fits_a_phone_and_ten_sheets() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let copies = scenario::shipped(folder.path());
    scenario::reports(&copies, folder.path());
    for file in &copies {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let page = chromium.open(&folder.path().join("pages").join(name).join("report.html"));
        let sheets = page.sheets();
        assert!(sheets <= 10, "{name} takes {sheets} sheets");
        let tall = page.number("document.querySelector('#summary').getBoundingClientRect().bottom");
        eprintln!("{name}: {sheets} sheets, the answer ends at {tall:.0} px");
        page.narrow(390, 844);
        for state in ["", "#peacekeepers=12345"] {
            page.run(&format!("location.hash = '{state}'"));
            assert!(
                page.number("document.documentElement.scrollWidth") <= 390.0,
                "{name}{state} is wider than a phone"
            );
        }
        let size = std::fs::metadata(folder.path().join("pages").join(name).join("report.html")).unwrap().len();
        // The default scenario's, and those that extend it by more.
        let most = if name == "ukraine-2025" { 1_500_000 } else { 1_550_000 };
        assert!(size < most, "{name}: {size} bytes");
        page.without_faults(name);
    }
}

#[test]
fn an_authors_words_are_no_places_and_a_line_without_a_force_stays() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("odd.toml");
    let text = "purpose = \"interposition\"\n[monte_carlo]\nsamples = 512\n[input]\n\
        front_length = { low = 900, value = 1_000, high = 1_300, unit = \"km\", assumed = \"a test\" }\n\
        planning_front_density = { value = 25, unit = \"personnel per km\", role = \"lever\", assumed = \"a test\" }\n\
        [[condition]]\nthat = \"planned_line_requirement >= 30_000 personnel\"\nlabel = \"{0} {share} {constructor}\"\n";
    std::fs::write(&file, text).unwrap();
    scenario::reports(&[file], folder.path());
    let page = chromium.open_at(&folder.path().join("pages/odd/report.html"), "#planning_front_density=30");
    page.run("forcesize.ranges()");
    let live = page.text("[...document.querySelectorAll('.line .live p')].map((one) => one.textContent).join('\\n')");
    assert!(live.contains("{0} {share} {constructor}: in ") && !live.contains('\u{e003}'), "{live}");
    // The program draws no more than these.
    assert!(live.contains("from 512 samples on this page.") && !live.contains("draws more"), "{live}");
    assert_eq!(page.text("String(document.querySelector('.about .central').checkVisibility())"), "true");
    page.without_faults("odd");
}

/// As it opens, moved, unfolded; wide and on a phone.
#[test]
fn the_page_is_accessible() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    scenario::reports(&[], folder.path());
    let page = chromium.open(&folder.path().join("pages/ukraine-2025/report.html"));
    let unfolded = "for (const one of document.querySelectorAll('details.part')) one.open = true";
    let moved = "globalThis.slider = document.querySelector('input.slider'); slider.value = slider.max / 3; \
                 slider.dispatchEvent(new Event('input', { bubbles: true })); forcesize.charts()";
    for (what, script) in [("as it opens", ""), ("moved", moved), ("unfolded", unfolded)] {
        page.run(script);
        let Some(found) = page.inaccessible() else { return };
        assert_eq!(found, "[]", "{what}");
    }
    page.narrow(390, 844);
    assert_eq!(page.inaccessible().as_deref(), Some("[]"), "on a phone");
    page.without_faults("accessibility");
}
