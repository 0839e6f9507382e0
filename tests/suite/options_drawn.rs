//! A choice that turns on an input which only an option's own scenario draws: it is named, and told as that scenario has it.

use crate::options::read;
use approx::assert_abs_diff_eq;
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::options::{OptionStudy, Turning, run};
use forcesize::language::{Language, Localizer};
use forcesize::model::Assessment;
use forcesize::report::options::section;
use forcesize::uncertainty::sampler::Sampler;
use serde_json::json;

fn input(name: &str, label: &str, value: &str) -> String {
    format!("{name} = {{ {value}, label = \"{label}\", means = \"{label}\", assumed = \"test\" }}\n")
}

fn gain(formula: &str) -> String {
    format!(
        "[metric.gain]\nlabel = \"Gain\"\nmeans = \"gain\"\nassumed = \"test\"\nunit = \"1\"\nformula = \"{formula}\"\n"
    )
}

fn recruited(range: &str) -> String {
    let recruits = input("recruits", "Local recruitment", &format!("{range}, unit = \"%\""));
    format!("[input]\n{recruits}{}{}", noise(), gain("recruits + noise"))
}

fn noise() -> String {
    input("noise", "Noise", "low = -0.001, high = 0.001, unit = \"1\"")
}

const OTHER: &str = "[option.other]\nof = \"other.toml\"\n";

/// An option that gains 0.4 for sure, beside one that gains a share that only its own scenario draws, from 0 to 1.
fn choice(here: &str, options: &str) -> Assessment {
    let certain = input("certain", "For sure", "value = 0.4, unit = \"1\", role = \"lever\"");
    let base = format!(
        "[input]\n{certain}{here}{}{}[regret]\nmore = \"gain\"\n[option.safe]\nset = {{ certain = 0.4 }}\n{options}",
        noise(),
        gain("certain + noise")
    );
    let files = [
        ("base.toml", base),
        ("other.toml", recruited("low = 0, high = 100")),
        ("third.toml", recruited("low = 0, high = 50")),
    ];
    read(&files, &[]).unwrap()
}

fn found(assessment: &Assessment) -> OptionStudy {
    let settings = Settings { sampler: Sampler::Sobol, samples: 1 << 14, seed: 1 };
    run(assessment, &assessment.requests.options, settings, Interrupt::NEVER).unwrap()
}

/// The limit is 0.4, and who knew the share would gain E max(x, 0.4) - 0.5 = 0.08.
fn is_as_the_form_says(found: &OptionStudy) {
    let Turning::Turns { one: true, single, found: Some(boxed) } = &found.turns[0].turning else { panic!() };
    let [limit] = single.as_slice() else { panic!("{single:?}") };
    assert_abs_diff_eq!(limit.limit, 0.4, epsilon = 1e-3);
    assert!(!limit.above && limit.score > 0.999, "{limit:?}");
    let [restriction] = boxed.restrictions.as_slice() else { panic!("{boxed:?}") };
    assert_abs_diff_eq!(restriction.high.unwrap(), 0.4, epsilon = 2e-3);
    let worth = &found.worth[0];
    assert_eq!(worth.best, Some(1));
    assert_abs_diff_eq!(worth.perfect.0, 0.08, epsilon = 1e-3);
    assert_eq!(worth.of.len(), 2);
    assert_abs_diff_eq!(worth.of[0].value, 0.08, epsilon = 2e-4);
    assert!(worth.of[0].is_known() && !worth.of[1].is_known());
    for input in [limit.input, restriction.input, worth.of[0].input] {
        let drawn = &found.drawn[input];
        assert_eq!((drawn.input.id.as_str(), drawn.input.label.as_str()), ("recruits", "Local recruitment"));
        assert_eq!((drawn.input.unit.text(), drawn.only_in.as_slice()), ("%", [1].as_slice()));
    }
    let noise = &found.drawn[worth.of[1].input];
    assert_eq!((noise.input.id.as_str(), noise.only_in.len()), ("noise", 0));
}

#[test]
fn a_choice_may_turn_on_what_only_an_option_draws() {
    is_as_the_form_says(&found(&choice("", OTHER)));
}

#[test]
fn what_the_scenario_has_and_does_not_draw_is_drawn_only_by_the_option() {
    let here = input("recruits", "Recruits here", "value = 0.3, unit = \"1\"");
    let own = format!("{OTHER}own_futures = true\n");
    let (with, without) = (found(&choice(&here, &own)), found(&choice("", &own)));
    is_as_the_form_says(&with);
    // Behind the scenario's own inputs in either case, whose samples stay what they are.
    assert_eq!((&with.turns, &with.worth), (&without.turns, &without.worth));
    assert_eq!(with.own_futures(1), ["recruits"]);
}

#[test]
fn what_only_an_option_draws_is_said_as_such() {
    let mut assessment = choice("", OTHER);
    let found = found(&assessment);
    let part = section(&assessment, &found);
    assert_eq!(
        part.json["options"]["other"]["draws"],
        json!({ "recruits": { "label": "Local recruitment", "unit": "%" } })
    );
    assert!(part.json["options"]["safe"].get("draws").is_none());
    let turn = &part.json["turns"][0];
    assert_eq!((&turn["single"][0]["only_in"], &turn["single"][0]["unit"]), (&json!(["other"]), &json!("%")));
    assert_abs_diff_eq!(turn["single"][0]["high"].as_f64().unwrap(), 40.0, epsilon = 0.1);
    assert_eq!(turn["box"]["inputs"]["recruits"]["only_in"], json!(["other"]));
    let worth = &part.json["worth"]["gain"]["inputs"];
    assert_eq!(worth["recruits"]["only_in"], json!(["other"]));
    assert!(worth["noise"].get("only_in").is_none());
    let csv = |name: &str| &part.files.iter().find(|(file, _)| file == name).unwrap().1;
    let row = |name: &str, start: &str| csv(name).lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    let turns = row("options_turns.csv", "gain,safe,other,");
    assert!(turns.contains(",safe,recruits,,4") && turns.ends_with(",other"), "{turns}");
    assert!(row("options_worth.csv", "metric,").ends_with(",unit,only_in"));
    assert!(row("options_worth.csv", "gain,recruits,").ends_with(",1,other"));
    assert!(row("options_worth.csv", "gain,noise,").ends_with(",1,"));

    for (language, said) in [
        (Language::English, "Local recruitment (drawn only in Other) "),
        (Language::German, "Local recruitment (nur in Other gezogen) "),
        (Language::French, "Local recruitment (tirée seulement dans Other) "),
        (Language::Ukrainian, "Local recruitment (розігрують лише для Other) "),
    ] {
        assessment.words = Localizer::new(language);
        let tables = section(&assessment, &found).tables;
        let cells: Vec<&String> = tables.iter().flat_map(|table| table.rows.iter().flatten()).collect();
        let told: Vec<&&String> = cells.iter().filter(|cell| cell.starts_with(said)).collect();
        // Where the choice turns, and what knowing is worth.
        assert_eq!(told.len(), 2, "{cells:?}");
    }
}

#[test]
fn options_that_alone_draw_an_input_are_all_named() {
    let assessment = choice("", &format!("{OTHER}[option.third]\nof = \"third.toml\"\n"));
    let found = found(&assessment);
    let part = section(&assessment, &found);
    assert!(
        part.tables
            .iter()
            .flat_map(|table| table.rows.iter().flatten())
            .any(|cell| { cell.starts_with("Local recruitment (drawn only in Other and Third) ") })
    );
    // The limit is the first one's; the other draws the same quantile of another distribution.
    assert_eq!((found.own_futures(1).len(), found.own_futures(2)), (0, vec!["recruits"]));
    let said = part.sentences.join("\n");
    assert!(
        said.contains("Third has futures of its own: the same quantiles of other distributions of Local recruitment.")
    );
    assert!(!said.contains("Other has futures of its own"), "{said}");
}
