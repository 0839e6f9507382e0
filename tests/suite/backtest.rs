//! What rules have been worth: scores against a second implementation (numpy, `logit` by Newton's method, run once on the
//! same tables), against nothing (shuffled outcomes), against planted rules, and files of cases as users write them.
//!
//! Tables of others are not ours to ship: tests on them read the folder that `FORCESIZE_OUTCOMES` names.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small numbers of cases"
)]

use crate::engine::Random;
use approx::assert_abs_diff_eq;
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::evidence::backtest::{self, Backtest, REDRAWS, Redraws, Sample, Track};
use forcesize::evidence::{Evidence, Observed, TrackRecord};
use forcesize::language::Localizer;
use forcesize::report::observed;
use forcesize::scenario::{CaseFile, Files, FoundFile, Located};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Tables in a folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, name: &str, _: &str) -> Result<FoundFile, (String, Option<String>)> {
        let content = std::fs::read_to_string(self.0.join(name)).map_err(|error| (error.to_string(), None))?;
        Ok(FoundFile { name: name.to_owned(), identity: name.to_owned(), content })
    }
}

/// The folder with the tables; none where they are not at hand, which is said.
fn tables(test: &str) -> Option<Folder> {
    let folder = std::env::var_os("FORCESIZE_OUTCOMES").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("{test}: skipped, FORCESIZE_OUTCOMES names no folder with the tables");
    }
    folder.map(Folder)
}

fn try_run(content: &str, files: &impl Files, draws: usize) -> Result<Backtest, String> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let file = FoundFile { name: "cases.toml".into(), identity: "cases.toml".into(), content: content.into() };
    let read = CaseFile::read(&file, files, &mut texts, &mut diagnostics);
    let evidence = Evidence::standard();
    let found = read
        .as_ref()
        .and_then(|read| backtest::run(read, &read.rules, &evidence.missions, draws, &mut texts, &mut diagnostics));
    found.filter(|_| diagnostics.is_empty()).ok_or_else(|| diagnostics.plain(&texts))
}

fn run(content: &str, files: &impl Files, draws: usize) -> Backtest {
    try_run(content, files, draws).unwrap_or_else(|complaints| panic!("{complaints}"))
}

/// A file of cases with its rows in it.
pub fn of_rows(content: &str) -> Backtest {
    run(content, &crate::engine::Shelf(&[]), 400)
}

/// Rows of a table of scores by their columns.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn head(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/backtest");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// Compares a rule with a row of the other implementation's table. `exact` is the tolerance of all but intervals.
fn compare(track: &Track, row: &BTreeMap<String, String>, exact: f64) {
    let number = |column: &str| row[column].parse::<f64>().ok();
    let what = format!("{} on {}", track.id, track.data);
    let count = |found: usize, column: &str| assert_eq!(Some(found as f64), number(column), "{what}: {column}");
    count(track.sample.cases(), "n");
    if !row["groups"].is_empty() {
        count(track.sample.groups.len(), "groups");
    }
    count(track.sample.events(), "events");
    let near = |found: f64, column: &str| {
        let wanted = number(column).unwrap_or_else(|| panic!("{what}: {column} is absent"));
        assert!((found - wanted).abs() <= exact * wanted.abs().max(1.0), "{what}: {column} {found} {wanted}");
    };
    if let Some((_, _, said)) = &track.said {
        near(said.hits, "hit");
        near(said.hits_base, "hit_base");
        count(said.expected, "tp");
        count(said.false_alarms, "fp");
        count(said.missed, "fn");
        count(said.quiet, "tn");
        return;
    }
    let Ok(score) = &track.score else {
        assert_eq!(number("skill"), None, "{what}");
        return;
    };
    near(score.brier, "brier");
    near(score.brier_base, "brier_base");
    near(score.skill.value, "skill");
    near(score.auc.value, "auc");
    near(score.auc_raw.value, "auc_raw");
    near(score.log_score, "logscore");
    near(score.log_score_base, "logscore_base");
    if let Some(fit) = &score.fit {
        near(fit.skill_in_sample, "skill_insample");
        near(fit.auc_in_sample, "auc_insample");
        near(fit.coefficient, "coef");
        let (group, moved) = fit.influence.clone().unwrap();
        near(moved, "coef_without");
        // The other one joins numbers of cases with their names.
        assert!(row["infl_group"].starts_with(&group), "{what}: {group}");
    }
    // Where forecasts part the cases cleanly the slope has no end, and is where the search for it stopped.
    if score.auc.value > 1e-9 && score.auc.value < 1.0 - 1e-9 {
        assert_eq!(score.calibration_slope.is_some(), number("cal_slope").is_some(), "{what}");
        if let Some(slope) = score.calibration_slope {
            near(slope, "cal_slope");
        }
    }
    let wide = |found: f64, column: &str, low: &str, high: &str| {
        let (wanted, width) = (number(column).unwrap(), number(high).unwrap() - number(low).unwrap());
        // Two thousand draws each: the ends of intervals of few groups jump.
        assert!((found - wanted).abs() <= 0.01 + 0.1 * width, "{what}: {column} {found} {wanted}");
    };
    wide(score.skill.low, "skill_lo", "skill_lo", "skill_hi");
    wide(score.skill.high, "skill_hi", "skill_lo", "skill_hi");
    if number("auc_raw_lo").is_some() {
        wide(score.auc_raw.low, "auc_raw_lo", "auc_raw_lo", "auc_raw_hi");
        wide(score.auc_raw.high, "auc_raw_hi", "auc_raw_lo", "auc_raw_hi");
    }
}

/// Every row of the other implementation, to 1e-6 of its unrounded output.
#[test]
fn scores_are_those_of_a_second_implementation() {
    let Some(folder) = tables("scores") else { return };
    let expected = rows(&head("scores.csv"));
    let mut found: Vec<Track> = Vec::new();
    for name in ["cdb90_battles", "occupations", "un_troops_civilians", "mission_outcomes"] {
        found.extend(run(&head(&format!("{name}.toml")), &folder, REDRAWS).tracks);
    }
    let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).unwrap();
    found.extend(steps(&read("cdb90_battles.csv")));
    found.extend(in_bands(&read("tdi_bands.csv")));
    for track in &found {
        let row = expected
            .iter()
            .find(|row| row["rule"] == track.id && row["data"] == track.data && row["event"] == track.event);
        compare(track, row.unwrap_or_else(|| panic!("no row for {} on {}", track.id, track.data)), 1e-6);
    }
    // Shares by bands on the cases that they were counted from are no track: another test has them.
    let of_bands = |row: &&BTreeMap<String, String>| row["data"] == "tdi_bands" && row["rule"].starts_with("TDI bands");
    let others = expected.iter().filter(of_bands).count();
    assert_eq!((others, found.len() + others), (2, expected.len()));
}

/// 3:1 as a step. The other implementation takes the one battle without strengths for one below 3:1, where a blank is
/// unknown here: it has the ratio 0 in this copy of the table.
fn steps(table: &str) -> Vec<Track> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == "ratio").unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let cell = |(column, text): (usize, &str)| {
            if column == at && text.is_empty() { "0".to_owned() } else { text.to_owned() }
        };
        writer.write_record(record.iter().enumerate().map(cell)).unwrap();
    }
    let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let rule = |from: u32| {
        format!(
            "[[rule]]\nid = \"3:1 as a step\"\ndata = \"cdb90 {from}-1982\"\ncolumn = \"step\"\nexpects = \"likelier\"\n\
             where = [\"year >= {from}\"]\n"
        )
    };
    let head = "title = \"Battles\"\ntable = \"battles.csv\"\nevent = \"attacker wins\"\noutcome = \"wina == 1\"\n\
        group = \"war\"\nname = \"name\"\nwhere = [\"wina != -9\"]\n[column.step]\nwhen = \"ratio >= 3\"\n";
    let content = head.to_owned() + &[1600, 1914, 1939].map(rule).concat();
    run(&content, &crate::engine::Shelf(&[("battles.csv".to_owned(), table)]), REDRAWS).tracks
}

/// 3:1 as it is said, on the cases that the shares by bands were counted from: each at the lower end of its band.
fn in_bands(table: &str) -> Vec<Track> {
    let mut cases = "ratio,won\n".to_owned();
    for band in rows(table) {
        let [all, won] = ["cases", "wins"].map(|column| band[column].parse::<usize>().unwrap());
        cases.extend((0..all).map(|case| format!("{},{}\n", band["low"], u8::from(case < won))));
    }
    let content = "title = \"Bands\"\ntable = \"cases.csv\"\nevent = \"attacker wins\"\noutcome = \"won == 1\"\n\
        group = \"ratio\"\n[[rule]]\nid = \"3:1 as said\"\ndata = \"tdi_bands\"\ncolumn = \"ratio\"\n\
        expects = \"likelier\"\nsaid = { at = 3, event = \"above\" }\n";
    run(content, &crate::engine::Shelf(&[("cases.csv".to_owned(), cases)]), 200).tracks
}

/// What the shares by bands are worth on their own cases, with each left out of its band and without.
#[test]
fn shares_by_bands_score_on_their_own_cases_as_a_second_implementation_says() {
    let expected = rows(&head("scores.csv"));
    let row = |rule: &str| expected.iter().find(|row| row["rule"] == rule).unwrap();
    let number = |rule: &str, column: &str| row(rule)[column].parse::<f64>().unwrap();
    let records = &crate::engine::standard().entries.records;
    let bands = &records.iter().find(|record| record.name.value == "attack_outcomes").unwrap().bands;
    let found = backtest::in_sample(bands);
    let name = "TDI bands, in sample";
    assert_eq!(
        (found.cases.to_string(), found.events.to_string()),
        (row(name)["n"].clone(), row(name)["events"].clone())
    );
    for (found, column) in [(found.skill.value, "skill"), (found.auc.value, "auc")] {
        assert_abs_diff_eq!(found, number(name, column), epsilon = 1e-6);
    }
    for (found, column) in [(found.skill.low, "skill_lo"), (found.skill.high, "skill_hi")] {
        // Two thousand draws each.
        assert_abs_diff_eq!(found, number(name, column), epsilon = 5e-3);
    }
    assert_abs_diff_eq!(found.skill_without_own, number("TDI bands, one case left out", "skill"), epsilon = 1e-6);
    // The table that was prepared for the other implementation has the bands that ship.
    let Some(folder) = tables("bands") else { return };
    let table = rows(&std::fs::read_to_string(folder.0.join("tdi_bands.csv")).unwrap());
    assert_eq!(table.len(), bands.len());
    for (row, band) in table.iter().zip(bands) {
        let [low, high, cases, wins] = ["low", "high", "cases", "wins"].map(|key| row[key].parse::<f64>().unwrap());
        assert_eq!(
            (band.low, band.high, band.cases, (band.share * band.cases).round_ties_even()),
            (low, high, cases, wins)
        );
    }
}

/// The printed table, to its four decimals.
#[test]
fn scores_are_those_of_the_printed_table() {
    let Some(folder) = tables("printed scores") else { return };
    let printed = rows(&std::fs::read_to_string(folder.0.join("scores.csv")).unwrap());
    let expected = rows(&head("scores.csv"));
    let mut compared = 0;
    for row in &printed {
        let Some(own) = expected.iter().find(|own| ["rule", "data", "event"].iter().all(|key| own[*key] == row[*key]))
        else {
            continue;
        };
        for column in ["brier", "skill", "auc_raw", "logscore", "coef", "hit"] {
            let number = |row: &BTreeMap<String, String>| row[column].parse::<f64>().ok();
            if let (Some(a), Some(b)) = (number(own), number(row)) {
                assert_abs_diff_eq!(a, b, epsilon = 5.1e-5);
            }
        }
        compared += 1;
    }
    assert_eq!(compared, printed.len());
}

const OUTCOMES: &str = "title = \"T\"\nevent = \"it happens\"\noutcome = \"y == 1\"\ngroup = \"g\"\nname = \"g\"\n";

/// Cases with an outcome `y`, a value `x` and a group `g` each.
fn made(rows: &[(usize, bool, f64)], more: &str) -> String {
    let row = |(g, y, x): &(usize, bool, f64)| format!("[[row]]\ng = \"group {g}\"\ny = {}\nx = {x}\n", u8::from(*y));
    let rule = "[[rule]]\ncolumn = \"x\"\nexpects = \"likelier\"\n";
    format!("{OUTCOMES}{}{rule}{more}", rows.iter().map(row).collect::<String>())
}

/// Outcomes drawn by a slope of 1.5 on a normal value; groups of ten.
fn planted(cases: usize, slope: f64, seed: u64) -> Vec<(usize, bool, f64)> {
    let mut random = Random(seed);
    let draw = |case: usize| {
        // The sum of twelve uniform numbers less six is nearly normal.
        let x = (0..12).map(|_| random.share()).sum::<f64>() - 6.0;
        let chance = 1.0 / (1.0 + (-slope * x).exp());
        (case / 10, random.share() < chance, x)
    };
    (0..cases).map(draw).collect()
}

#[test]
fn a_planted_rule_is_recovered_with_its_slope() {
    let found = run(&made(&planted(600, 1.5, 7), ""), &crate::engine::Shelf(&[]), 500);
    let score = found.tracks[0].score.as_ref().unwrap();
    let fit = score.fit.as_ref().unwrap();
    // The standard error of the slope is about 0.13.
    assert!((fit.coefficient - 1.5).abs() < 0.4, "{}", fit.coefficient);
    assert!(score.skill.low > 0.1 && score.auc_raw.low > 0.7, "{:?} {:?}", score.skill, score.auc_raw);
    assert!((score.calibration_slope.unwrap() - 1.0).abs() < 0.3, "{:?}", score.calibration_slope);
    // Turned round it is no better in the direction that is claimed.
    let turned = made(&planted(600, 1.5, 7), "").replace("likelier", "rarer");
    let turned = run(&turned, &crate::engine::Shelf(&[]), 500);
    assert!(turned.tracks[0].score.as_ref().unwrap().auc_raw.high < 0.3);
}

/// Of 200 shuffles of outcomes over the cases at most 7 % have an interval of skill above 0.
#[test]
fn shuffled_outcomes_give_no_skill() {
    let mut cases = planted(120, 1.5, 11);
    let mut random = Random(3);
    let mut above = 0;
    for _ in 0..200 {
        for last in (1..cases.len()).rev() {
            let other = ((random.share() * (last + 1) as f64) as usize).min(last);
            let (a, b) = (cases[last].1, cases[other].1);
            (cases[last].1, cases[other].1) = (b, a);
        }
        let outcomes: Vec<bool> = cases.iter().map(|case| case.1).collect();
        let names: Vec<String> = cases.iter().map(|case| format!("group {:02}", case.0)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let x: Vec<f64> = cases.iter().map(|case| case.2).collect();
        let sample = Sample::new(&outcomes, &names);
        let redraws = Redraws::new(&sample, 500);
        above += usize::from(backtest::score(&sample, &[&x], &x, &redraws).unwrap().skill.low > 0.0);
    }
    assert!(above <= 14, "{above} of 200");
}

/// A column that knows each group's outcome has skill on the cases it is fitted to, and none once the group is left out.
#[test]
fn a_leak_within_groups_is_caught_by_leaving_them_out() {
    let mut random = Random(5);
    // Each group has one outcome, and a value of its own that stands for nothing else.
    let groups: Vec<(bool, f64)> = (0..24).map(|_| (random.share() < 0.5, random.share())).collect();
    let rows: Vec<(usize, bool, f64)> =
        (0..240).map(|case| (case / 10, groups[case / 10].0, groups[case / 10].1)).collect();
    let flags: Vec<String> = (0..24).map(|g| format!("[column.is_{g}]\nwhen = \"g in group {g}\"\n")).collect();
    let flags = flags.concat();
    let beside: Vec<String> = (0..24).map(|g| format!("\"is_{g}\"")).collect();
    let content =
        made(&rows, &format!("beside = [{}]\n", beside.join(", "))).replace("[[rule]]", &format!("{flags}[[rule]]"));
    let found = run(&content, &crate::engine::Shelf(&[]), 500);
    let score = found.tracks[0].score.as_ref().unwrap();
    assert!(score.fit.as_ref().unwrap().skill_in_sample > 0.8, "{:?}", score.fit);
    assert!(score.skill.value < 0.1, "{:?}", score.skill);
}

#[test]
fn too_few_events_or_groups_give_no_score() {
    let few = |events: usize, groups: usize| {
        let rows: Vec<(usize, bool, f64)> = (0..40).map(|k| (k % groups, k < events, k as f64)).collect();
        run(&made(&rows, ""), &crate::engine::Shelf(&[]), 200).tracks[0].score.is_err()
    };
    assert_eq!([few(2, 8), few(38, 8), few(20, 4), few(3, 5)], [true, true, true, false]);
}

/// Ten rows as somebody writes them at first, with what is wrong in them said at its place.
#[test]
fn mistakes_of_a_first_file_are_said_at_their_places() {
    let head = r#"
title   = "My peace operations"
table   = "mine.csv"
event   = "fighting came back"
outcome = "fighting = 1"
group   = "teatre"
name    = "name"
where   = ["year >= 1990", "kind equals border"]

[column.ratio]
formula = "troops / populaton"

[input.peacekepers]
formula = "troops"
unit    = "soldiers"

[[rule]]
metric  = "force_densty"
expects = "rarer"

[[rule]]
column  = "troops"
expects = "rarer"
beside  = ["ratio", "income"]
"#;
    let table = "name,theatre,year,kind,troops,population,fighting\n\
        A,north,1992,border,1200,2.5,0\nB,north,1995,border,\"12,000\",2.5,1\nC,south,2001,line,800,about 3,0\n";
    let shelf = [("mine.csv".to_owned(), table.to_owned())];
    let complaints = try_run(head, &crate::engine::Shelf(&shelf), 200).unwrap_err();
    for wanted in [
        "`==` compares, as in `won == 1`",
        "did you mean `theatre`?",
        "this is not a condition on columns",
        "did you mean `population`?",
        "`12,000` in the column `troops` is not a number",
        "mine.csv:3:21",
    ] {
        assert!(complaints.contains(wanted), "{wanted}\n{complaints}");
    }
    let mended = head
        .replace("fighting = 1", "fighting == 1")
        .replace("teatre", "theatre")
        .replace(", \"kind equals border\"", "")
        .replace("populaton", "population")
        .replace("peacekepers", "peacekeepers");
    let table = table.replace("\"12,000\"", "12000").replace("about 3", "3");
    let complaints = try_run(&mended, &crate::engine::Shelf(&[("mine.csv".to_owned(), table)]), 200).unwrap_err();
    for wanted in
        ["no metric is called `force_densty`", "did you mean `force_density`?", "no column is called `income`"]
    {
        assert!(complaints.contains(wanted), "{wanted}\n{complaints}");
    }
}

/// A table as a spreadsheet writes it where a comma stands before decimals: a mark at its beginning, semicolons.
#[test]
fn a_table_of_a_spreadsheet_is_read_and_its_faults_are_said_at_their_places() {
    let head = "title = \"My operations\"\ntable = \"mine.csv\"\nevent = \"fighting came back\"\noutcome = 'fighting == \"yes\"'\n\
        group = \"theatre\"\n[input.peacekeepers]\nformula = \"troops\"\nunit = \"soldiers\"\n[input.population]\n\
        formula = \"people\"\nunit = \"million people\"\n[[rule]]\nmetric = \"force_density\"\nexpects = \"rarer\"\n";
    let table = "\u{feff}name;theatre;troops;people;fighting\nA;n;1200;2,5;yes\nB;n;12.000;3;no\nC;s;800;3;yes\nD;s;900;;no\n\
        E;e;500;1;no\nF;e;700;2;no\nG;w;100;2;yes\nH;w;900;2;no\nI;x;90;2;yes\nJ;x;50;2;yes\n";
    let with = |head: &str, table: &str| {
        try_run(head, &crate::engine::Shelf(&[("mine.csv".to_owned(), table.to_owned())]), 200)
    };
    let says = |found: Result<Backtest, String>, wanted: &[&str]| {
        let complaints = found.unwrap_err();
        for wanted in wanted {
            assert!(complaints.contains(wanted), "{wanted}\n{complaints}");
        }
    };
    says(
        with(head, table),
        &[
            "`2,5` in the column `people` is not a number",
            "mine.csv:2:10",
            "write digits with a point for decimals",
            "`12.000` in the column `troops` may be thousands or decimals",
            "mine.csv:3:5",
        ],
    );
    let mended = table.replace("2,5", "2.5").replace("12.000", "12000");
    let found = with(head, &mended).unwrap();
    let track = &found.tracks[0];
    assert_eq!((track.sample.cases(), track.sample.events(), track.sample.groups.len()), (9, 5, 5));
    says(
        with(&head.replace("'fighting == \"yes\"'", "\"fighting == yes\""), &mended),
        &["`yes` is a text in the column `fighting`", "cases.toml:4:24", "`fighting == \"yes\"`"],
    );
    says(
        with(&head.replace("'fighting == \"yes\"'", "\"fighting == 1\""), &mended),
        &["`yes` in the column `fighting` is not a number", "mine.csv:2:14", "`fighting == \"yes\"`"],
    );
    says(with(&head.replace("unit = \"soldiers\"\n", ""), &mended), &["needs `unit`", "cases.toml:6"]);
    says(
        with(&head.replace("\"theatre\"", "\"event\""), &mended),
        &["no column is called `event`", "the columns are name, theatre, troops, people, fighting"],
    );
    let all: String = mended
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line
                .split(';')
                .enumerate()
                .map(|(at, cell)| if at == 1 && cell != "theatre" { "all" } else { cell })
                .collect();
            cells.join(";") + "\n"
        })
        .collect();
    says(with(head, &all), &["all rows are of one group, `all`", "cases.toml:5:9", "each is forecast from the others"]);
}

#[test]
fn a_missing_table_says_where_it_can_be_had_and_a_wrong_one_that_it_is() {
    let head = |more: &str| {
        format!(
            "{OUTCOMES}table = \"mine.csv\"\naddress = \"https://example.org/mine.csv\"\n{more}\n[[rule]]\ncolumn = \"x\"\nexpects = \"rarer\"\n"
        )
    };
    let complaints = try_run(&head(""), &crate::engine::Shelf(&[]), 200).unwrap_err();
    assert!(complaints.contains("download https://example.org/mine.csv and save it as mine.csv"), "{complaints}");
    let shelf = [("mine.csv".to_owned(), "g,y,x\na,1,2\n".to_owned())];
    let complaints = try_run(&head("sha256 = \"00\""), &crate::engine::Shelf(&shelf), 200).unwrap_err();
    assert!(complaints.contains("is not the table that this file was made for"), "{complaints}");
    let shelf = [("mine.csv".to_owned(), "g,y,x\na,1\nb,1,2,3\n".to_owned())];
    let complaints = try_run(&head(""), &crate::engine::Shelf(&shelf), 200).unwrap_err();
    assert!(
        complaints.contains("this row has 2 cells, the header 3") && complaints.contains("mine.csv:2:1"),
        "{complaints}"
    );
}

#[test]
fn tables_are_joined_by_their_key() {
    let head = format!(
        "{OUTCOMES}table = \"a.csv\"\n[[join]]\ntable = \"b.csv\"\non = \"id\"\n[[rule]]\ncolumn = \"x\"\nexpects = \"rarer\"\n"
    );
    let a = "id,g,y\n1,a,1\n2,b,0\n3,c,1\n".to_owned();
    let run_with = |b: &str| {
        try_run(&head, &crate::engine::Shelf(&[("a.csv".into(), a.clone()), ("b.csv".into(), b.into())]), 200)
    };
    let found = run_with("id,x\n2,20\n1,10\n").unwrap();
    assert_eq!((found.tracks[0].values.as_slice(), found.tracks[0].lacking), (&[10.0, 20.0][..], 1));
    assert!(run_with("id,x\n2,20\n2,10\n").unwrap_err().contains("two rows of the joined table have one key"));
    assert!(run_with("key,x\n2,20\n").unwrap_err().contains("no column `id` is in both tables"));
}

/// The records that ship, made again: from the past missions, and from tables where they are at hand.
#[test]
fn records_are_what_the_command_makes_again() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let records = TrackRecord::read(TrackRecord::built_in(), &mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    let read = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/cases").join(name)).unwrap()
    };
    let made = forcesize::report::backtest::records(
        &run(&read("missions.toml"), &crate::engine::Shelf(&[]), REDRAWS),
        "missions",
    );
    for block in made.split("\n\n").filter(|block| !block.trim().is_empty()) {
        assert!(TrackRecord::built_in().contains(block.trim()), "not as it ships:\n{block}");
    }
    assert!(records.iter().any(|record| record.skill.is_none()) && records.len() >= 6, "{}", records.len());
    let Some(folder) = tables("records") else { return };
    let found = run(&head("cdb90_battles.toml"), &folder, REDRAWS);
    let mut compared = 0;
    for (rule, id) in [
        ("log force ratio", "cdb90_attackers_per_defender"),
        ("log defenders per km alone", "cdb90_defenders_per_km"),
        ("TDI bands, applied to CDB90", "cdb90_tdi_bands"),
    ] {
        let track = found.tracks.iter().find(|track| track.id == rule && track.data == "cdb90 1600-1982").unwrap();
        let record = records.iter().find(|record| record.id == id).unwrap();
        let (score, skill) = (track.score.as_ref().unwrap(), record.skill.unwrap());
        assert_eq!((track.sample.cases(), track.sample.events()), (record.cases, record.events), "{id}");
        // The table of the test has ratios to five digits.
        assert_abs_diff_eq!(score.skill.value, skill.value, epsilon = 2e-4);
        assert_abs_diff_eq!(score.skill.low, skill.low, epsilon = 2e-3);
        assert_abs_diff_eq!(score.skill.high, skill.high, epsilon = 2e-3);
        compared += 1;
    }
    assert_eq!(compared, 3);
}

/// A scenario is told which cases are nearest to it, and whether the event came there; cases alone have none.
#[test]
fn a_scenario_has_its_nearest_cases() {
    let content = CaseFile::built_in("missions").unwrap().content;
    let found = run(&content, &crate::engine::Shelf(&[]), 200);
    let scenario = crate::engine::assessment(
        "[input]\npeacekeepers = { value = 100_000, unit = \"troops\", assumed = \"test\" }\n\
         front_length = { value = 1_000, unit = \"km\", assumed = \"test\" }\n",
    );
    let said = |like| {
        let look = forcesize::scenario::Look::default();
        let section = forcesize::report::backtest::section(Localizer::default(), &found, like, &look);
        section.sentences.into_iter().filter(|text| text.starts_with("Nearest by")).collect::<Vec<_>>()
    };
    assert!(said(None).is_empty());
    let nearest = said(Some(&scenario));
    // It has no population and no area.
    assert_eq!(nearest.len(), 2, "{nearest:?}");
    assert!(
        nearest[0].starts_with("Nearest by Front density: interposition missions to 100 personnel per km here: unifil-2007 100, without it;"),
        "{nearest:?}"
    );
    assert!(nearest[1].contains("with the event"), "{nearest:?}");
}

/// A rule asked for by a name that is nearly one of the file's, or a column's, is told which.
#[test]
fn a_mistyped_rule_is_told_the_nearest_name() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let file = CaseFile::built_in("missions").unwrap();
    let file = CaseFile::read(&file, &crate::engine::Shelf(&[]), &mut texts, &mut diagnostics).unwrap();
    for (typed, meant) in [
        ("front_densty", "front_density"),
        ("forc_density_apart", "force_density_apart"),
        ("active_at_count", "active_at_the_count"),
    ] {
        let span = Span { text: texts.add("--rule", typed.to_owned()), start: 0, end: typed.len() };
        let named = Located::new(typed.into(), span);
        let rules = file.rules_named(&[named], &[], false);
        let mut complaints = Diagnostics::default();
        let found = backtest::run(&file, &rules, &Evidence::standard().missions, 200, &mut texts, &mut complaints);
        let said = complaints.plain(&texts);
        assert!(found.is_none() && said.contains(&format!("did you mean `{meant}`?")), "{said}");
    }
}

/// A scenario's metric is compared with a record's values in the metric's own unit.
#[test]
fn records_are_in_the_units_of_their_metrics() {
    let file: toml::Table = toml::from_str(TrackRecord::built_in()).unwrap();
    let model = crate::engine::standard();
    let with_metric = file["record"].as_table().unwrap().values().filter(|record| record.get("metric").is_some());
    let mut seen = 0;
    for record in with_metric {
        let metric =
            model.entries.metrics.iter().find(|metric| Some(metric.name.as_str()) == record["metric"].as_str());
        assert_eq!(metric.unwrap().unit.as_ref().map(Located::as_str), record["unit"].as_str(), "{record}");
        seen += 1;
    }
    assert!(seen >= 4, "{seen}");
}

/// The tables as they are downloaded, in the folder that `FORCESIZE_TABLES` names: the heads that ship read them, hash and
/// all, the scores are those of the prepared copies, and the records are made again to the letter.
#[test]
fn heads_read_the_tables_as_they_are_downloaded() {
    let expected = rows(&head("scores.csv"));
    let folder = std::env::var_os("FORCESIZE_TABLES").map(PathBuf::from);
    for (name, rule, row) in [
        ("cdb90", "attackers_per_defender", "log force ratio"),
        ("occupations", "force_to_space", "soldiers per km2 (Weisiger)"),
        ("un-troops", "force_density", "UN troops per 1,000 alone"),
    ] {
        let content = CaseFile::built_in(name).unwrap().content;
        let table = content.lines().find_map(|line| line.strip_prefix("table ")).unwrap();
        let table = table.trim_start_matches([' ', '=']).trim_matches('"');
        let Some(folder) = folder.clone().filter(|folder| folder.join(table).is_file()) else {
            eprintln!("{name}: skipped, FORCESIZE_TABLES names no folder with {table}");
            continue;
        };
        // A table of another hash would be a warning, and fail.
        let found = run(&content, &Folder(folder), REDRAWS);
        let track = found.tracks.iter().find(|track| track.id == rule).unwrap();
        let row = expected.iter().find(|expected| expected["rule"] == row).unwrap();
        let count = |column: &str| row[column].parse::<usize>().unwrap();
        assert_eq!((track.sample.cases(), track.sample.events()), (count("n"), count("events")), "{name}");
        let skill = track.score.as_ref().unwrap().skill.value;
        // The prepared tables have ratios to five digits.
        assert_abs_diff_eq!(skill, row["skill"].parse::<f64>().unwrap(), epsilon = 2e-4);
        let made = forcesize::report::backtest::records(&found, name);
        for block in made.split("\n\n").filter(|block| !block.trim().is_empty()) {
            assert!(TrackRecord::built_in().contains(block.trim()), "not as it ships:\n{block}");
        }
        // Only battles are of a method's own ratio, outcome and counting.
        assert_eq!(made.is_empty(), name != "cdb90", "{made}");
    }
}

/// The outcomes that ship are those of the table they were coded in, and give its scores but for its rounded densities.
#[test]
fn outcomes_of_missions_are_those_coded() {
    let evidence = Evidence::standard();
    let coded: Vec<_> =
        evidence.missions.iter().filter_map(|mission| mission.outcome.as_ref()?.came.as_ref()).collect();
    assert_eq!((evidence.missions.len(), coded.len()), (66, 56));
    let read =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/cases/missions.toml")).unwrap();
    let found = run(&read, &crate::engine::Shelf(&[]), REDRAWS);
    // Of the cases that are scored 20 are active after their count, and 17 of them were active already.
    let counted = |mission: &&forcesize::evidence::Mission| {
        mission.variant_of.is_none() && mission.status.as_deref() != Some("upper_bound")
    };
    let scored = evidence.missions.iter().filter(counted).filter_map(|mission| mission.outcome.as_ref()?.came.as_ref());
    let active: Vec<_> = scored.filter(|came| came.years == 5 && came.is_active()).collect();
    assert_eq!((active.len(), active.iter().filter(|came| came.was_active()).count()), (20, 17));
    let expected = rows(&head("scores.csv"));
    for (id, rule, data) in [
        ("force_density", "peacekeepers per 1,000 (Quinlivan)", "missions"),
        ("force_to_space", "peacekeepers per km2", "missions"),
        ("force_density_apart", "peacekeepers per 1,000 (Quinlivan)", "missions, no COIN or occupation"),
        ("force_to_space_apart", "peacekeepers per km2", "missions, no COIN or occupation"),
    ] {
        let track = found.tracks.iter().find(|track| track.id == id).unwrap();
        let row = expected.iter().find(|row| {
            row["rule"] == rule
                && row["data"] == data
                && row["event"].starts_with("conflict active")
                && !row["skill"].is_empty()
        });
        let row = row.unwrap();
        let skill = track.score.as_ref().unwrap().skill.value;
        assert_abs_diff_eq!(skill, row["skill"].parse::<f64>().unwrap(), epsilon = 2e-3);
        assert_eq!(track.sample.cases().to_string(), row["n"], "{id}");
    }
}

/// The observed spacing of sites and the historical build-up are those of the tables that they were found in.
#[test]
fn observed_spacing_and_build_up_are_those_of_their_tables() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let observed = Observed::read(&mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    let model = crate::engine::standard();
    for one in &observed {
        let is_input = model.entries.inputs.iter().any(|input| input.name.value == one.of);
        assert!((is_input || one.of == "build_up") && !one.cases.is_empty(), "{}", one.of);
    }
    let of = |id: &str| observed.iter().find(|one| one.id == id).unwrap();
    let Some(folder) = tables("observed") else { return };
    let read = |name: &str| rows(&std::fs::read_to_string(folder.0.join(name)).unwrap());
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().ok();
    // All missions with four or more sites of soldiers in the last year mapped, as the derivation says.
    let is_meant = |row: &&BTreeMap<String, String>| row["last"] == "1" && !row["nn_median_troops"].is_empty();
    let sites = read("site_spacing.csv");
    let sites: Vec<_> = sites.iter().filter(is_meant).collect();
    let spacing = &of("site_spacing").cases;
    assert_eq!(spacing.len(), sites.len());
    for row in sites {
        let case = spacing.iter().find(|case| case.name == row["mission"]).unwrap();
        let quartiles = number(row, "nn_p25").zip(number(row, "nn_p75"));
        assert_eq!((Some(case.value), case.quartiles), (number(row, "nn_median"), quartiles), "{}", case.name);
        assert_eq!((case.count, Some(case.year)), (number(row, "sites"), number(row, "year")), "{}", case.name);
    }
    let missions: Vec<_> = read("build_up.csv").into_iter().filter(|row| row["kind"] == "mission").collect();
    for (id, column) in [("months_to_half", "months_to_50pct"), ("months_to_nine_tenths", "months_to_90pct")] {
        let cases = &of(id).cases;
        assert_eq!(cases.len(), missions.len());
        for (case, row) in cases.iter().zip(&missions) {
            assert_eq!((&case.name, Some(case.value)), (&row["mission"], number(row, column)));
            assert!(row["first_month"].starts_with(&case.year.to_string()), "{}", case.name);
        }
    }
}

/// An input with observations is explained with them, beside its own value; so is one that the scenario does without.
#[test]
fn observations_stand_beside_an_input() {
    let lines = |own: Option<f64>| observed::sentences(Localizer::default(), "post_spacing", own).join("\n");
    let here = lines(Some(7.4));
    // On a line UNDOF and UNIFIL had less; elsewhere UNISFA and UNTAES.
    for wanted in [
        "6 missions on a line: 2.29 to 25.2 km, median 12.3 km (UNDOF 2024: 2.29; UNIFIL 2024: 2.96;",
        "Here 7.4 km: 2 of the 6 had less.",
        "Here 7.4 km: 2 of the 22 had less.",
        "Geo-PKO 2.3",
        "Sites are not posts",
    ] {
        assert!(here.contains(wanted), "{wanted}\n{here}");
    }
    assert!(!lines(None).contains("Here"));
    assert!(observed::sentences(Localizer::default(), "peacekeepers", Some(1.0)).is_empty());
}
