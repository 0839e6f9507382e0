//! Cost by basis, casualties and the build-up: closed forms, published figures, `forcesize cost`.

use crate::engine::{Random, Shelf, assess, assessment, shown};
use forcesize::analysis::build_up::{self, BuildUp, LONGEST, Reached};
use forcesize::analysis::{cumulative, sizing};
use forcesize::model::Assessment;
use serde_json::Value;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn build_up_of(assessment: &Assessment) -> BuildUp {
    let samples = forcesize::study::samples(assessment, &forcesize::study::Options::default()).unwrap();
    let sizing = sizing::run(assessment, samples.as_ref());
    build_up::run(assessment, &sizing, samples.as_ref()).expect("the scenario gives a rate and a force")
}

fn mission(inputs: &str) -> Assessment {
    assessment(&format!("title = \"build-up\"\npurpose = \"observation\"\n[input]\n{inputs}"))
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}

// ------------------------------------------------------------------------------------------------------- build-up

/// An even stream of r a day from day t reaches F on day t + F / r; until then F t + F² / (2 r) personnel-days lack.
#[test]
fn an_even_stream_is_a_ramp() {
    for (wait, rate, force) in [(0, 100, 10_000), (30, 250, 100_000), (7, 1_000, 60_000), (3, 1, 10)] {
        let found = build_up_of(&mission(&format!(
            "peacekeepers = \"{force} troops\"\ndeployment_rate = \"{rate} troops per day\"\npreparation_time = \"{wait} days\""
        )));
        let [wait, rate, force] = [wait, rate, force].map(f64::from);
        let Reached::Day { day, gap } = found.targets[0].reached[1] else { panic!("{found:?}") };
        close(f64::from(u32::try_from(day).unwrap()), wait + force / rate);
        close(gap, force * wait + force * force / (2.0 * rate));
        assert_eq!(found.fast, found.slow, "no input has a range");
        for (day, strength) in found.central.strength.iter().enumerate() {
            let day = f64::from(u32::try_from(day).unwrap());
            close(*strength, (rate * (day - wait)).clamp(0.0, force));
        }
    }
}

/// On any build-up the day computed in steps is the closed form of the model's metric, rounded up to a whole day, and
/// the strength on each day is what came by then.
#[test]
fn steps_and_closed_form_agree_on_random_build_ups() {
    let mut random = Random(60_000);
    for _ in 0..100 {
        let mut draw = |low, high| random.log_uniform(low, high);
        let (talks, first, opening) = (draw(0.1, 300.0), draw(0.1, 60.0), draw(0.1, 90.0));
        let (vanguard, rate, force) = (draw(1.0, 5e3), draw(100.0, 5e3), draw(5e3, 2e5));
        let assessment = mission(&format!(
            "peacekeepers = \"{force} troops\"\ndeployment_rate = \"{rate} troops per day\"\ninitial_force = \"{vanguard} troops\"\n\
             preparation_time = \"{talks} days\"\nfirst_arrival_delay = \"{first} days\"\nenabling_time = \"{opening} days\""
        ));
        let found = build_up_of(&assessment);
        let reached = talks + first + opening + (force - vanguard).max(0.0) / rate;
        close(shown(&assessment, "build_up_time"), reached);
        let Some(day) = found.targets[0].reached[1].day() else { panic!("{found:?}") };
        let day = f64::from(u32::try_from(day).unwrap());
        assert!(day >= reached - 1e-6 && day < reached + 1.0 + 1e-6, "{day} {reached}");
        for (day, strength) in found.central.strength.iter().enumerate() {
            let day = f64::from(u32::try_from(day).unwrap());
            let came = if day >= talks + first { vanguard } else { 0.0 };
            let came = (came + rate * (day - talks - first - opening).max(0.0)).min(force);
            assert!((strength - came).abs() <= 1e-6 * force, "day {day}: {strength} {came}");
        }
    }
}

#[test]
fn ranges_enclose_and_a_cap_ends_it() {
    let inputs = "peacekeepers = \"10_000 troops\"\n\
        deployment_rate = { low = 100, mode = 200, high = 400, unit = \"troops per day\", assumed = \"any\" }\n\
        preparation_time = { low = 10, mode = 20, high = 40, unit = \"days\", assumed = \"any\" }\n";
    let found = build_up_of(&mission(inputs));
    // The 5th and the 95th percentile of the preparation and of 10,000 over the rate, from ten million samples in numpy:
    // 50.8 and 98.2 days.
    let [fast, central, slow] = found.targets[0].reached.map(|reached| reached.day().unwrap());
    assert_eq!(central, 70);
    assert!((50..=52).contains(&fast) && (97..=100).contains(&slow), "{fast} {slow}");
    for day in 0..150 {
        assert!(found.slow.at(day) <= found.central.at(day) && found.central.at(day) <= found.fast.at(day));
    }
    let capped = build_up_of(&mission(&format!("{inputs}force_cap = \"6_000 troops\"")));
    assert_eq!(capped.cap, Some(6_000.0));
    assert_eq!(capped.targets[0].reached[1], Reached::Below(4_000.0));
    close(capped.central.at(5_000), 6_000.0);
    let slow = build_up_of(&mission("peacekeepers = \"10_000 troops\"\ndeployment_rate = \"1 troop per day\""));
    assert_eq!(slow.targets[0].reached[1], Reached::TooLong);
    assert_eq!(slow.central.strength.len(), LONGEST + 1);
    assert!(build_up::run(&mission("peacekeepers = \"1 troop\""), &sizing::run(&mission(""), None), None).is_none());
}

// ------------------------------------------------------------------------------------------- published figures

/// What a published rate gives for a published strength, in the unit of the metric.
fn gives(inputs: &str, metric: &str) -> f64 {
    shown(&mission(inputs), metric)
}

#[test]
fn published_costs_and_losses_come_out() {
    let printed = |value: f64, number: f64, within: f64| assert!((value - number).abs() <= within, "{value} {number}");
    // Germany in Kosovo, 2015: 47 million for 770, a quotient printed as 61,000.
    let kfor = "peacekeepers = \"770 troops\"\nsurcharge_per_soldier = \"61_000 EUR per personnel-year\"";
    printed(gives(kfor, "annual_cost_surcharge"), 0.047, 0.0005);
    // The German brigade in Lithuania: 800 million for 4,800, on whatever basis.
    let brigade = "peacekeepers = \"4_800 troops\"\nsurcharge_per_soldier = \"167_000 EUR per personnel-year\"";
    printed(gives(brigade, "annual_cost"), 0.8, 0.005);
    // Bloomberg: 30 billion dollars in ten years for 40,000, at one for one.
    let bloomberg = "peacekeepers = \"40_000 troops\"\noperation_cost_per_soldier = \"75_000 USD per personnel-year\"\n\
        exchange_rate = \"1 EUR per USD\"\nsetup_cost_per_soldier = \"0 EUR per personnel\"\nmission_duration = \"10 years\"";
    printed(gives(bloomberg, "annual_cost_full"), 3.0, 1e-9);
    printed(gives(bloomberg, "total_cost_full"), 30.0, 1e-9);
    // One analyst: 55 billion dollars a year for 200,000 in the field.
    let kavulich = "peacekeepers = \"200_000 troops\"\noperation_cost_per_soldier = \"275_000 USD per personnel-year\"\n\
        exchange_rate = \"1 EUR per USD\"";
    printed(gives(kavulich, "annual_cost_full"), 55.0, 1e-9);
    // The UN's 1,428 a month are 17,136 a year.
    let un = "peacekeepers = \"1 soldier\"\nun_rate_per_soldier = \"1_428 USD per personnel-month\"\nexchange_rate = \"1 EUR per USD\"";
    printed(gives(un, "annual_cost_un_rate") * 1e9, 17_136.0, 1e-6);
    // ISAF: 565 dead in 2011 among 140,000, printed as 4.0 for a thousand.
    let isaf =
        "peacekeepers = \"140_000 troops\"\ninsurgency_fatality_rate = \"4.0 personnel per 1000 personnel-years\"";
    printed(gives(isaf, "annual_insurgency_fatalities"), 565.0, 7.0);
}

// -------------------------------------------------------------------------------------------------------- bases

const PRICES: &str = "[input]\npeacekeepers = \"10_000 troops\"\nexchange_rate = \"0.5 EUR per USD\"\n\
    surcharge_per_soldier = \"100_000 EUR per personnel-year\"\noperation_cost_per_soldier = \"1_000_000 USD per personnel-year\"\n\
    un_rate_per_soldier = \"1_000 USD per personnel-month\"\nun_mission_cost_per_soldier = \"60_000 USD per personnel-year\"\n\
    setup_cost_per_soldier = \"10_000 EUR per personnel\"\nmission_duration = \"2 years\"\nfund = \"4 billion EUR\"";

#[test]
fn the_chosen_basis_is_the_plain_cost() {
    // By hand, in billions a year; then with two years and a set-up of 0.1, against 4.
    for (basis, annual) in [("surcharge", 1.0), ("full", 5.0), ("un_rate", 0.06), ("un_mission", 0.3)] {
        let assessment =
            assessment(&format!("title = \"t\"\npurpose = \"observation\"\ncost_basis = \"{basis}\"\n{PRICES}"));
        close(shown(&assessment, "annual_cost"), annual);
        close(shown(&assessment, &format!("annual_cost_{basis}")), annual);
        close(shown(&assessment, "total_cost"), 0.1 + 2.0 * annual);
        close(shown(&assessment, "funding_share"), 100.0 * 4.0 / (0.1 + 2.0 * annual));
        close(shown(&assessment, "funding_years"), 3.9 / annual);
        let chosen: Vec<&str> =
            assessment.roles.costs.bases.iter().filter(|basis| basis.chosen).map(|basis| basis.id.as_str()).collect();
        assert_eq!(chosen, [basis]);
    }
    let plain = assessment(&format!("title = \"t\"\npurpose = \"observation\"\n{PRICES}"));
    close(shown(&plain, "annual_cost"), 1.0);
    let poor =
        assessment(&format!("title = \"t\"\npurpose = \"observation\"\n{PRICES}").replace("4 billion", "0.05 billion"));
    close(shown(&poor, "funding_years"), 0.0);
}

/// A name in `[cost]`, `[casualty]` or `[build_up]` that the model does not have would go unnoticed.
#[test]
fn every_name_that_plays_a_part_is_one_of_the_model() {
    let deaths = "fatality_rate = \"1 personnel per 1000 personnel-years\"\ninsurgency_fatality_rate = \"5 personnel per 1000 personnel-years\"";
    let times = "preparation_time = \"1 day\"\nfirst_arrival_delay = \"1 day\"\ninitial_force = \"1 troop\"\nenabling_time = \"1 day\"\n\
        deployment_rate = \"1 troop per day\"\nforce_cap = \"1 troop\"";
    let all = assessment(&format!("title = \"t\"\npurpose = \"observation\"\n{PRICES}\n{deaths}\n{times}"));
    let costs = &all.roles.costs;
    let of_bases = costs.bases.iter().flat_map(|basis| [&basis.annual, &basis.total, &basis.funding]);
    let plain = [&costs.soldier_year, &costs.setup, &costs.annual, &costs.total, &costs.funding, &costs.years];
    for named in of_bases.chain(plain) {
        assert!(named.at.is_some(), "{named:?}");
    }
    for named in [&costs.duration, &costs.fund] {
        assert!(named.at.is_some(), "{named:?}");
    }
    assert_eq!(all.roles.casualties.len(), 2);
    assert!(all.roles.casualties.iter().all(|casualty| casualty.total.is_some()));
    let parts = all.roles.build_up.unwrap();
    assert_eq!(parts.inputs().len(), 7, "{parts:?}");
}

#[test]
fn an_heir_may_choose_another_basis() {
    let read = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/ukraine-2025.toml")).unwrap();
    let shelf = [("ukraine-2025.toml".to_owned(), read)];
    let text = "title = \"t\"\nextends = \"ukraine-2025.toml\"\ncost_basis = \"un_rate\"";
    let heir = assess("heir.toml", text, &Shelf(&shelf)).unwrap_or_else(|complaints| panic!("{complaints}"));
    close(shown(&heir, "annual_cost"), shown(&heir, "annual_cost_un_rate"));
}

// ------------------------------------------------------------------------------------------------------- the command

fn cost(folder: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(crate::engine::program());
    command.arg("cost").args(args).current_dir(folder.path()).stdin(Stdio::null()).output().unwrap()
}

fn text(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_prints_and_writes() {
    let folder = TempDir::new().unwrap();
    let json: Value = serde_json::from_str(&text(cost(&folder, &["--json"]))).unwrap();
    let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("{value} is no number"));
    // By hand: 100,000 at 161,000, five years and a set-up of 167,000 for each, against 150 billion.
    close(number(&json["annual_cost"]), 16.1);
    close(number(&json["total_cost"]), 97.2);
    close(number(&json["funding_share"]), 15_000.0 / 97.2);
    assert_eq!(json["basis"], "surcharge");
    assert_eq!(json["unit"]["annual_cost"], "billion EUR per year");
    for basis in ["surcharge", "full", "un_rate", "un_mission"] {
        for key in ["annual_cost", "total_cost", "funding_share"] {
            let row = &json["bases"][basis][key];
            assert!(
                number(&row["low"]) < number(&row["central"]) && number(&row["central"]) < number(&row["high"]),
                "{row}"
            );
        }
    }
    let ratio = number(&json["bases"]["full"]["annual_cost"]["central"])
        / number(&json["bases"]["un_rate"]["annual_cost"]["central"]);
    assert!(ratio > 10.0, "the sources differ by more than ten times: {ratio}");
    close(number(&json["casualties"]["peacekeeping"]["annual"]["central"]), 97.0);
    assert!(json["warning"].as_str().unwrap().contains("equipment"));
    // By hand: 28 + 7 + 14 days, and 99,225 at 286 a day.
    assert_eq!(json["build_up"]["reached"]["central"], 396);
    assert_eq!(json["build_up"]["targets"][0]["required"], 100_000.0);
    assert!(!folder.path().join("output").exists(), "JSON is printed only");

    let csv = text(cost(&folder, &["--csv"]));
    assert!(csv.starts_with(
        "basis,label,chosen,measure,low,central,high,unit,p5,p95\nsurcharge,Surcharge,true,annual_cost_surcharge,"
    ));
    assert_eq!(csv.lines().count(), 1 + 4 * 3);

    let words = text(cost(&folder, &["--format", "svg", "--set", "peacekeepers=25_000 troops"]));
    assert!(words.contains("(chosen)") && words.contains("do not pay for soldiers"));
    for file in ["cost.csv", "build_up.csv", "charts/cost.svg", "charts/build_up.svg"] {
        assert!(folder.path().join("output/ukraine-2025+peacekeepers-25000-troops").join(file).is_file(), "{file}");
    }
    let days =
        std::fs::read_to_string(folder.path().join("output/ukraine-2025+peacekeepers-25000-troops/build_up.csv"))
            .unwrap();
    assert!(days.starts_with("day,slow,central,fast,coalition\n0,0,0,0,0\n"));
}

#[test]
fn scenarios_that_say_little_are_answered() {
    let folder = TempDir::new().unwrap();
    let odd = [
        ("nothing", ""),
        ("force", "peacekeepers = \"1_000 troops\""),
        ("rate", "peacekeepers = \"1_000 troops\"\ndeployment_rate = \"1_000_000 troops per day\""),
        ("slow", "peacekeepers = \"1_000_000 troops\"\ndeployment_rate = \"0.001 troops per day\""),
        (
            "first",
            "peacekeepers = \"10 troops\"\ndeployment_rate = \"1 troop per day\"\ninitial_force = \"100 troops\"",
        ),
        ("never", "peacekeepers = \"10 troops\"\ndeployment_rate = \"1 troop per day\"\nforce_cap = \"0 troops\""),
        ("price", "peacekeepers = \"10 troops\"\nsurcharge_per_soldier = \"1 EUR per personnel-year\""),
        ("deaths", "peacekeepers = \"10 troops\"\nfatality_rate = \"0 personnel per 1000 personnel-years\""),
    ];
    for (name, inputs) in odd {
        let path = folder.path().join(format!("{name}.toml"));
        std::fs::write(&path, format!("title = \"{name}\"\npurpose = \"observation\"\n[input]\n{inputs}\n")).unwrap();
        let file = format!("{name}.toml");
        let json: Value = serde_json::from_str(&text(cost(&folder, &[&file, "--json"]))).unwrap();
        assert!(json.get("annual_cost").is_some(), "{name}");
        assert!(!text(cost(&folder, &[&file, "--format", "svg"])).is_empty(), "{name}");
        let mut run = Command::new(crate::engine::program());
        let run = run.args(["run", &file, "--format", "svg"]).current_dir(folder.path()).output().unwrap();
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

// ------------------------------------------------------------------------------------------------------- over time

/// By hand: set-up of 0.1 and then 1, 5, 0.06 or 0.3 billion a year, for two years, against a fund of 4.
#[test]
fn cost_adds_up_to_the_fund() {
    let assessment = assessment(&format!("title = \"t\"\npurpose = \"observation\"\n{PRICES}"));
    let found = cumulative::run(&assessment).unwrap();
    close(found.duration, 2.0);
    for (line, annual) in found.lines.iter().zip([1.0, 5.0, 0.06, 0.3]) {
        close(line.exhausted.unwrap(), 3.9 / annual);
        for (year, cost) in &line.points {
            close(*cost, 1e9 * (0.1 + annual * year));
        }
        close(line.points.last().unwrap().0, 2.0);
        let basis = &assessment.roles.costs.bases[line.basis];
        close(line.points.last().unwrap().1, assessment.calculation.metrics[basis.total.at.unwrap()].value);
    }
    // The chosen basis has it as a metric of the model.
    close(shown(&assessment, "funding_years"), found.lines[0].exhausted.unwrap());
}

#[test]
fn one_basis_alone() {
    let folder = TempDir::new().unwrap();
    for (word, basis) in [("surcharge", "surcharge"), ("full", "full"), ("un", "un_rate"), ("un_mission", "un_mission")]
    {
        let json: Value = serde_json::from_str(&text(cost(&folder, &["--json", "--basis", word]))).unwrap();
        assert_eq!(json["basis"], basis);
        let bases = json["bases"].as_object().unwrap();
        assert_eq!(bases.keys().collect::<Vec<_>>(), [basis]);
        assert_eq!(bases[basis]["annual_cost"]["central"], json["annual_cost"]);
        assert_eq!(bases[basis]["total_cost"]["central"], json["total_cost"]);
        let years = bases[basis]["fund_used_up_after_years"].as_f64().unwrap();
        close(years, json["funding_years"].as_f64().unwrap());
        assert!(json["warning"].as_str().unwrap().contains("equipment"));
    }
    let csv = text(cost(&folder, &["--csv", "--basis", "full"]));
    assert_eq!(csv.lines().count(), 1 + 3);
    let words = text(cost(&folder, &["--format", "svg", "--basis", "full"]));
    assert!(!words.contains("The bases differ") && words.contains("do not pay for soldiers"), "{words}");
    let chart = folder.path().join("output/ukraine-2025+basis-full/charts/cost_over_time.svg");
    assert!(std::fs::read_to_string(chart).unwrap().contains("Fund used up after"));
    let wrong = cost(&folder, &["--basis", "ful"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("did you mean `full`?"));
}
