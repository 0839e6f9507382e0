//! What rules have been worth: scores against a second implementation (numpy, `logit` by Newton's method, run once on the
//! same tables), against nothing (shuffled outcomes), against planted rules, and files of cases as users write them.
//!
//! Tables of others are not ours to ship: tests on them read the folder that `FORCESIZE_OUTCOMES` names.

use approx::assert_abs_diff_eq;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::evidence::backtest::{self, Backtest, REDRAWS, Track};
use forcesize::scenario::{CaseFile, Files, FoundFile};
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
    let found =
        read.as_ref().and_then(|read| backtest::run(read, &read.rules, &evidence, draws, &mut texts, &mut diagnostics));
    found.filter(|_| diagnostics.is_empty()).ok_or_else(|| diagnostics.plain(&texts))
}

fn run(content: &str, files: &impl Files, draws: usize) -> Backtest {
    try_run(content, files, draws).unwrap_or_else(|complaints| panic!("{complaints}"))
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
    count(track.sample.groups.len(), "groups");
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

/// Every row of the other implementation that a rule can state, to 1e-6 of its unrounded output.
#[test]
fn scores_are_those_of_a_second_implementation() {
    let Some(folder) = tables("scores") else { return };
    let expected = rows(&head("scores.csv"));
    let mut compared = 0;
    for name in ["cdb90_battles", "occupations", "un_troops_civilians", "mission_outcomes"] {
        let found = run(&head(&format!("{name}.toml")), &folder, REDRAWS);
        for track in &found.tracks {
            let row = expected
                .iter()
                .find(|row| row["rule"] == track.id && row["data"] == track.data && row["event"] == track.event);
            compare(track, row.unwrap_or_else(|| panic!("no row for {} on {}", track.id, track.data)), 1e-6);
            compared += 1;
        }
    }
    assert!(compared >= 65, "{compared}");
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
