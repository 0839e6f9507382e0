//! Buttons of options: one click moves all levers that the option sets, and the page computes what the library computes.

use crate::page::Chromium;
use crate::{compare, inputs, numbers, scenario};
use forcesize::model::PlanOption;
use serde_json::Value;

#[test]
fn a_button_moves_all_levers_of_its_option() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut files = scenario::shipped(folder.path());
    files.retain(|file| file.ends_with("ukraine-2025.toml") || file.ends_with("options.toml"));
    assert_eq!(files.len(), 2);
    scenario::reports(&files, folder.path());
    for file in &files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let assessment = scenario::read(file, &[]);
        let page = chromium.open(&folder.path().join("pages").join(name).join("report.html"));
        let ask =
            |what: &str| -> Value { serde_json::from_str(&page.text(&format!("JSON.stringify({what})"))).unwrap() };
        let start = numbers(&ask("forcesize.inputs()"));
        page.run("globalThis.buttons = [...document.querySelectorAll('[data-option]')]");
        let options = &assessment.requests.options;
        assert_eq!(page.text("String(buttons.length)"), options.len().to_string(), "{name}");
        // Each twice, so that every other one has been pressed before it.
        for round in 0..2 {
            for (place, option) in options.iter().enumerate() {
                let context = format!("{name}: {}, {round}", option.label);
                page.run(&format!("buttons[{place}].click()"));
                let typed = numbers(&ask("forcesize.inputs()"));
                let base = inputs(&assessment, &typed, &start);
                for (id, input) in assessment.calculation.inputs.iter_enumerated() {
                    let set = option.set.iter().find(|(set, _)| *set == id);
                    let (moved, value) = (base[id.index()], set.map_or(input.value, |(_, value)| *value));
                    assert!((moved - value).abs() <= 1e-12 * value.abs(), "{context}: {} is {moved}", input.id);
                }
                compare(&assessment, &numbers(&ask("forcesize.metrics()")), &base, &context);
                let pressed = "buttons.map((one) => one.getAttribute('aria-pressed') === 'true').indexOf(true)";
                assert_eq!(page.text(&format!("String({pressed})")), place.to_string(), "{context}");
            }
        }
        // A shared link has what a button set, where that is not the central case.
        let is_central = |option: &PlanOption| {
            option
                .set
                .iter()
                .all(|(input, value)| assessment.calculation.inputs[*input].value.to_bits() == value.to_bits())
        };
        let other = options.iter().position(|option| !is_central(option)).unwrap();
        page.run(&format!("buttons[{other}].click()"));
        for (input, _) in &options[other].set {
            page.wait(&format!("location.hash.includes('{}=')", assessment.calculation.inputs[*input].id));
        }
        page.run("document.getElementById('reset-all').click()");
        assert_eq!(numbers(&ask("forcesize.inputs()")), start, "{name}");
        page.without_faults(name);
    }
}
