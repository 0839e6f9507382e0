//! A sentence is printed only where it is true: each message that asserts a result has a scenario in which it appears and
//! one in which it does not. Such messages are marked in the English texts; one that is marked and has no row fails.

use crate::claims_options;
use crate::claims_rows::{self, BESIDE, CASES};
use crate::claims_titles;
use forcesize::analysis::pillars;
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::evidence::Evidence;
use forcesize::language::{Language, Localizer, sources};
use forcesize::model::{Assessment, assess};
use forcesize::report::compare::{self, Choice, Compared};
use forcesize::report::section::Section;
use forcesize::report::study::present;
use forcesize::scenario::{Located, Look};
use forcesize::study::{self, Options};
use rayon::prelude::*;
use std::collections::BTreeSet;

const MARK: &str = "# Asserts a result.";

/// A line with posts on it, of which nothing is uncertain: 1,000 posts of 3 at a relief factor of 5 are 15,000.
const POSTS: &str = r#"
    purpose = "interposition"
    [input]
    front_length  = { value = 1_000, unit = "km", assumed = "test" }
    post_spacing  = { value = 1, unit = "km", assumed = "test" }
    post_strength = { value = 3, unit = "personnel", assumed = "test" }
"#;

/// Supply from one army of 100,000, of which 0.3 can be sent, at a rotation factor of 4.
const SUPPLY: &str = r#"
    purpose = "interposition"
    [input]
    general_deployable_share = { value = 0.3, unit = "1", assumed = "test" }
    tour_length = { value = 6, unit = "months", assumed = "test" }
"#;

const ARMY: &str = r#"
    [contributor.utopia]
    label = "Utopia"
    stance = "ready"
    army_strength = { value = 100_000, unit = "troops", assumed = "test" }
"#;

fn posts(force: &str, more: &str) -> String {
    format!("{POSTS}\npeacekeepers = {{ value = {force}, unit = \"troops\", assumed = \"test\" }}\n{more}")
}

fn relief(range: bool) -> &'static str {
    if range {
        "relief_factor = { low = 4, mode = 5, high = 6, unit = \"1\", assumed = \"test\" }"
    } else {
        "relief_factor = { value = 5, unit = \"1\", assumed = \"test\" }"
    }
}

fn supply(force: &str, home: &str, more: &str) -> String {
    format!(
        "{SUPPLY}\npeacekeepers = {{ value = {force}, unit = \"troops\", assumed = \"test\" }}\n\
         home_length = {{ {home}, unit = \"months\", assumed = \"test\" }}\n{ARMY}{more}"
    )
}

const FIXED: &str = "value = 18";
const RANGED: &str = "low = 12, mode = 18, high = 30";
const NEIGHBOUR: &str = r#"
    [contributor.atlantis]
    label = "Atlantis"
    stance = "open"
    army_strength = { value = 50_000, unit = "troops", assumed = "test" }
"#;

/// The message, a scenario with it, a scenario without.
fn rows() -> Vec<(&'static str, String, String)> {
    let (fixed, ranged) = (relief(false), relief(true));
    let deterrence = "opposing_troops = { value = 300_000, unit = \"troops\", assumed = \"test\" }\n\
        tolerated_force_ratio = { value = 3, unit = \"1\", assumed = \"test\" }\n\
        host_troops = { value = 1_000, unit = \"troops\", assumed = \"test\" }\n";
    let frontage = "unit_frontage = { value = 5, unit = \"km\", assumed = \"test\" }\n\
        unit_strength = { value = 800, unit = \"personnel\", assumed = \"test\" }\n";
    let chosen = "planning_front_density = { value = 12, unit = \"personnel per km\", assumed = \"test\" }\n";
    let people = |police: &str| {
        format!(
            "purpose = \"stabilisation\"\n[input]\npopulation = {{ value = 1e6, unit = \"people\", assumed = \"test\" }}\n\
             peacekeepers = {{ value = 3_000, unit = \"troops\", assumed = \"test\" }}\n{police}"
        )
    };
    let police = "host_police = { value = 5_000, unit = \"personnel\", assumed = \"test\" }\n";
    let standing = |flank: &str, other: &str| {
        format!(
            "flank_commitment = {{ value = {flank}, unit = \"troops\", assumed = \"test\" }}\n\
             other_commitment = {{ value = {other}, unit = \"troops\", assumed = \"test\" }}\n"
        )
    };
    let short = supply("50_000", FIXED, "");
    let enough = supply("5_000", FIXED, "");
    let garrisons = |value: &str| supply(value, FIXED, &standing("0", "60_000"));
    let rows = vec![
        ("supply-meets", enough.clone(), short.clone()),
        ("supply-never-meets", supply("60_000", FIXED, ""), supply("8_000", FIXED, "")),
        ("supply-by-coalition", supply("50_000", FIXED, NEIGHBOUR), garrisons("50_000")),
        ("sizing-met", posts("20_000", fixed), posts("2_000", fixed)),
        ("sizing-met-in", posts("15_500", ranged), posts("20_000", fixed)),
        ("sizing-short", posts("2_000", fixed), posts("20_000", fixed)),
        ("sizing-short-but", posts("14_500", ranged), posts("2_000", fixed)),
        (
            "sizing-as-chosen",
            posts("15_000", &format!("{fixed}\n{chosen}")),
            posts("2_000", &format!("{fixed}\n{chosen}")),
        ),
        ("sizing-line-counted", people(police), posts("20_000", fixed)),
        (
            "sizing-neighbours",
            posts("20_000", &format!("{fixed}\n{deterrence}{frontage}")),
            posts("20_000", &format!("{fixed}\n{deterrence}")),
        ),
        ("sizing-neighbour", posts("20_000", &format!("{fixed}\n{deterrence}")), posts("20_000", fixed)),
        ("supply-enough", enough.clone(), short.clone()),
        ("supply-enough-in", supply("7_000", RANGED, ""), enough.clone()),
        ("supply-short", short.clone(), enough.clone()),
        ("supply-short-but", supply("8_500", RANGED, ""), short.clone()),
        ("supply-binds-armies", supply("120_000", FIXED, ""), short.clone()),
        ("supply-binds-garrisons", supply("50_000", FIXED, &standing("0", "60_000")), short.clone()),
        ("supply-binds-share", short.clone(), enough.clone()),
        ("supply-binds-standing", supply("20_000", FIXED, &standing("5_000", "0")), short.clone()),
        ("supply-binds-rotation", supply("20_000", FIXED, ""), short.clone()),
        ("supply-no-tour", short.clone(), supply("20_000", FIXED, "")),
        // Of 30,000 there are three tours of 10,000, and two of 12,000 with 6,000 over.
        ("supply-lasts-left", supply("12_000", FIXED, ""), supply("10_000", FIXED, "")),
        ("supply-lasts-none", supply("10_000", FIXED, ""), supply("12_000", FIXED, "")),
        ("supply-all-short", supply("50_000", FIXED, NEIGHBOUR), supply("8_000", FIXED, NEIGHBOUR)),
        ("supply-all-short-but", supply("12_500", RANGED, NEIGHBOUR), supply("50_000", FIXED, NEIGHBOUR)),
        ("supply-joining-one", supply("8_000", FIXED, NEIGHBOUR), supply("50_000", FIXED, NEIGHBOUR)),
        (
            "supply-joining",
            supply("13_000", FIXED, &format!("{NEIGHBOUR}{}", NEIGHBOUR.replace("tlantis", "rcadia"))),
            supply("8_000", FIXED, NEIGHBOUR),
        ),
    ];
    [rows, claims_rows::rows(), claims_titles::rows(), claims_options::rows()].concat()
}

fn read(scenario: &str) -> Assessment {
    assess("claims", scenario).unwrap_or_else(|complaints| panic!("{complaints}\n{scenario}"))
}

/// The past missions that a scenario is compared with.
fn evidence(assessment: &Assessment) -> Evidence {
    let all = Evidence::standard();
    let Some(mission) = assessment.mission.clone() else { return all };
    let text = Texts::default().add("mission", mission.clone());
    let named = Located::new(mission.into(), Span { text, start: 0, end: 1 });
    all.apart_from(Some(&named), &mut Diagnostics::default())
}

/// What a scenario, or two beside each other, have to say, and the titles of charts that stand alone.
fn sections(scenario: &str) -> (Vec<Section>, Vec<String>) {
    if let Some((one, other)) = scenario.split_once(BESIDE) {
        let both = [read(one), read(other)];
        let compared = Compared::new(both.iter().collect(), vec![None, None], &Choice::Summary);
        return (vec![compare::section(&compared)], Vec::new());
    }
    if let Some(cases) = scenario.strip_prefix(CASES) {
        let tested = crate::backtest::of_rows(cases);
        let section = forcesize::report::backtest::section(Localizer::default(), &tested, None, &Look::default());
        let titles = section.figures.iter().map(|chart| chart.title.clone()).collect();
        return (vec![section], titles);
    }
    let assessment = read(scenario);
    let results = study::run(&assessment, &Options::default()).unwrap();
    let (mut sections, charts) = present(&assessment, &results, Some(&evidence(&assessment)));
    if !assessment.requests.pillars.is_empty() {
        let rows = pillars::run(&assessment, results.samples.as_ref(), &|_| true);
        sections.push(forcesize::report::pillars::section(&assessment, &rows));
    }
    (sections, charts.into_iter().map(|chart| chart.title).collect())
}

/// Every cell of every table and every sentence.
fn said(scenario: &str) -> (Vec<String>, Vec<String>) {
    let (sections, titles) = sections(scenario);
    let tables = || sections.iter().flat_map(|section| &section.tables);
    let cells = tables().flat_map(|table| table.rows.iter().flatten()).cloned().collect();
    let captions = tables().map(|table| table.caption.clone());
    let figures = sections.iter().flat_map(|section| section.figures.iter().map(|figure| figure.title.clone()));
    let sentences = sections.iter().flat_map(|section| section.sentences.clone()).chain(captions);
    let sentences = sentences.chain(figures).chain(titles).collect();
    (cells, sentences)
}

/// The marked messages with their texts: one, or one for each number.
fn marked() -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for (_, text) in sources(Language::English) {
        let (mut is_marked, mut is_open) = (false, false);
        for line in text.lines() {
            if line == MARK {
                is_marked = true;
            } else if let Some((key, value)) = line.split_once(" = ").filter(|_| is_marked) {
                is_open = value.starts_with("{ $") && value.ends_with("->");
                found.push((key.to_owned(), if is_open { Vec::new() } else { vec![plain(value)] }));
                is_marked = false;
            } else if is_open
                && let Some((_, variant)) =
                    line.split_once("] ").filter(|_| line.starts_with("    [") || line.starts_with("   *["))
            {
                found.last_mut().unwrap().1.push(plain(variant));
            } else if line == "}" {
                is_open = false;
            }
        }
    }
    found
}

/// A text up to the place where it chooses a word by a number.
fn plain(text: &str) -> String {
    let chooses = text.rfind("{ $").filter(|_| text.ends_with("->"));
    chooses.map_or_else(|| text.to_owned(), |at| format!("{}{{ $more }}", &text[..at]))
}

/// The words of a text between what is put into it.
fn fragments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{ ") {
        found.push(before.to_owned());
        rest = after.split_once(" }").map_or("", |(_, after)| after);
    }
    found.push(rest.to_owned());
    found
}

/// Whether a text has these words in their order, and no others at its ends where it is `whole`.
fn has(text: &str, words: &[String], whole: bool) -> bool {
    let mut rest = text;
    for (position, word) in words.iter().enumerate() {
        let Some(at) = rest.find(word.as_str()) else { return false };
        if whole && position == 0 && at > 0 {
            return false;
        }
        rest = &rest[at + word.len()..];
    }
    !whole || words.last().is_none_or(|last| last.is_empty() || rest.is_empty())
}

#[test]
fn a_message_that_asserts_a_result_appears_where_it_is_true_and_nowhere_else() {
    let marked = marked();
    let rows = rows();
    let keys: BTreeSet<&str> = rows.iter().map(|(key, ..)| *key).collect();
    let without: Vec<&String> = marked.iter().map(|(key, _)| key).filter(|key| !keys.contains(key.as_str())).collect();
    assert!(without.is_empty(), "marked, and in no row: {without:?}");
    let judge = |(key, there, elsewhere): &(&'static str, String, String)| {
        let Some((_, texts)) = marked.iter().find(|(marked, _)| marked == key) else {
            return vec![format!("{key} is not marked")];
        };
        let appears = |(cells, sentences): &(Vec<String>, Vec<String>)| {
            texts.iter().any(|text| {
                let words = fragments(text);
                // A word or two can only be told from others where it is all that a cell says.
                let is_short = words.iter().map(String::len).sum::<usize>() < 12;
                cells.iter().any(|cell| has(cell, &words, true))
                    || (!is_short && sentences.iter().any(|sentence| has(sentence, &words, false)))
            })
        };
        let (there, elsewhere) = (said(there), said(elsewhere));
        let mut complaints = Vec::new();
        if !appears(&there) {
            complaints.push(format!("{key} does not appear where it should: {:#?}", there.1));
        }
        if appears(&elsewhere) {
            complaints.push(format!("{key} appears where it should not: {:#?}", elsewhere.1));
        }
        complaints
    };
    let complaints: Vec<String> = rows.par_iter().flat_map_iter(judge).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
