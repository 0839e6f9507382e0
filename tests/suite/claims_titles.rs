//! The rows of [`crate::claims`] for the titles of charts, which say what was found.

use crate::claims_rows::{BESIDE, UNIT, condition, drawn, force, frontier, given, moved, own, scenario, searched};

type Row = (&'static str, String, String);

pub fn rows() -> Vec<Row> {
    [methods(), supply(), costs(), build_up(), spread(), searches(), compared()].concat()
}

fn line(troops: Option<&str>, more: &str) -> String {
    let inputs = [
        troops.map(force).unwrap_or_default(),
        given("front_length", "value = 1_000", "km"),
        given("planning_front_density", "value = 12", "personnel per km"),
        more.to_owned(),
    ];
    scenario("interposition", &inputs)
}

fn posts() -> String {
    [
        given("post_spacing", "value = 1", "km"),
        given("post_strength", "value = 3", "personnel"),
        given("relief_factor", "value = 5", "1"),
    ]
    .concat()
}

fn methods() -> Vec<Row> {
    let estimate = |id: &str, value: u32| {
        format!(
            "[estimate.{id}]\nwho = \"{id}\"\ndate = \"2025\"\nvalue = \"{value} personnel\"\nsource = \"{id}\"\n\
             [source.{id}]\ntitle = \"{id}\"\nurl = \"https://example.org/{id}\"\n"
        )
    };
    let two = format!("{}{}", estimate("one", 20_000), estimate("two", 60_000));
    let (with, without) = (line(Some("20_000"), &posts()), line(None, &posts()));
    let people = |purpose: &str| scenario(purpose, &[force("5_000"), given("population", "value = 1e6", "people")]);
    vec![
        ("finding-sizing-proposed", with.clone(), without.clone()),
        ("finding-sizing-range", without.clone(), with.clone()),
        ("finding-estimates-below", format!("{with}{two}"), format!("{without}{two}")),
        ("finding-estimates", format!("{without}{two}"), with),
        ("finding-missions", people("stabilisation"), people("observation")),
    ]
}

fn supply() -> Vec<Row> {
    let army = |id: &str| {
        format!("[contributor.{id}]\nstance = \"ready\"\narmy_strength = \"100_000 troops\"\ndeployable_share = 0.3\n")
    };
    let months = |tour: &str, home: &str| {
        format!("{}{}", given("tour_length", tour, "months"), given("home_length", home, "months"))
    };
    let fixed = months("value = 6", "value = 18");
    let of = |troops: Option<&str>, months: &str| format!("{}{}", line(troops, months), army("utopia"));
    let two = |troops: Option<&str>| format!("{}{}", of(troops, &fixed), army("atlantis"));
    let ranged = months("low = 4, mode = 6, high = 12", "low = 12, mode = 18, high = 30");
    let more = |troops: &str| format!("{}{}", line(Some(troops), &format!("{fixed}{}", posts())), army("utopia"));
    let swept = |troops: Option<&str>| of(troops, &ranged);
    vec![
        ("finding-contributors-short", two(Some("50_000")), two(Some("5_000"))),
        ("finding-contributors-enough", two(Some("5_000")), two(Some("50_000"))),
        ("finding-supply", more("5_000"), of(Some("5_000"), &fixed)),
        ("finding-supply-one", of(Some("5_000"), &fixed), more("5_000")),
        ("finding-rotation", swept(Some("9_000")), swept(Some("100"))),
        ("finding-rotation-always", swept(Some("100")), swept(Some("9_000"))),
        ("finding-rotation-never", swept(Some("90_000")), swept(Some("100"))),
        ("finding-rotation-range", swept(None), swept(Some("100"))),
    ]
}

fn costs() -> Vec<Row> {
    let surcharge = given("surcharge_per_soldier", "value = 100_000", "EUR per personnel-year");
    let un = given("un_rate_per_soldier", "value = 10_000", "USD per personnel-year");
    let rate = given("exchange_rate", "value = 1", "EUR per USD");
    let setup = given("setup_cost_per_soldier", "value = 100_000", "EUR per personnel");
    let lasts = given("mission_duration", "value = 5", "years");
    let fund = |value: &str| given("fund", &format!("value = {value}"), "billion EUR");
    let of = |more: &[&String]| {
        let more: Vec<String> = more.iter().map(|one| (*one).clone()).collect();
        scenario("interposition", &[vec![force("10_000")], more].concat())
    };
    let several = of(&[&surcharge, &un, &rate, &setup, &lasts]);
    let (gone, left) = (of(&[&surcharge, &setup, &lasts, &fund("2")]), of(&[&surcharge, &setup, &lasts, &fund("100")]));
    vec![
        ("finding-cost", several, of(&[&surcharge])),
        ("finding-cost-fund-gone", gone.clone(), left.clone()),
        ("finding-cost-fund-left", left, gone),
    ]
}

fn build_up() -> Vec<Row> {
    let stream = |rate: &str| given("deployment_rate", &format!("value = {rate}"), "troops per day");
    let months = [given("tour_length", "value = 6", "months"), given("home_length", "value = 18", "months")].concat();
    let of = |troops: &str, rate: &str, more: &str| {
        format!("{}{more}", scenario("observation", &[force(troops), stream(rate)]))
    };
    let army = format!("{months}[contributor.a]\narmy_strength = \"83_000 troops\"\ndeployable_share = 1\n");
    let cap = given("force_cap", "value = 5_000", "troops");
    let (there, capped) = (of("25_000", "250", ""), of("25_000", "250", &cap));
    vec![
        ("finding-build-up", there.clone(), capped.clone()),
        ("finding-build-up-transport", of("25_000", "250", &army), there.clone()),
        ("finding-build-up-below", capped, there.clone()),
        ("finding-build-up-long", of("25_000", "1", ""), there),
    ]
}

fn spread() -> Vec<Row> {
    vec![
        ("finding-spread", drawn(UNIT, "x + w"), drawn("value = 1", "x + k")),
        ("finding-condition", condition(UNIT, "x", ""), drawn(UNIT, "x")),
        ("finding-indices", moved(UNIT, "x + w / 2"), moved("value = 1", "x + k")),
        ("finding-tornado", moved(UNIT, "x + w"), moved(UNIT, "x")),
    ]
}

fn searches() -> Vec<Row> {
    let discovered = |formula: &str| condition("low = 0, high = 1", formula, "[discovery]\n");
    let swept =
        |formula: &str| own(UNIT, formula, "[[sweep]]\nvary = \"x\"\nfrom = 0\nto = 1\nsteps = 9\nshow = [\"y\"]\n");
    let field = "[[sweep]]\nvary = \"x\"\nfrom = 0\nto = 1\nsteps = 9\nshow = [\"y\"]\n\
        against = { vary = \"w\", from = 0, to = 1, steps = 9 }\n";
    vec![
        ("finding-break-even", searched("x", "0.5"), searched("x", "2")),
        ("finding-break-even-never", searched("x", "2"), searched("x", "0.5")),
        ("finding-frontier", frontier("x + w"), frontier("x + w - 5")),
        ("finding-discovery", discovered("x"), condition(UNIT, "x + 1", "[discovery]\n")),
        ("finding-lines", swept("x"), swept("sqrt(x - 5)")),
        ("finding-field", own(UNIT, "x + w", field), drawn(UNIT, "x")),
    ]
}

fn compared() -> Vec<Row> {
    let line = |troops: &str| scenario("interposition", &[force(troops), given("front_length", "value = 1_000", "km")]);
    let beside = |one: &str, other: &str| format!("{one}{BESIDE}{other}");
    let pillar = |label: &str, troops: &str| {
        format!("[[pillar]]\nlabel = \"{label}\"\nwithout = {{ peacekeepers = \"{troops} troops\" }}\n")
    };
    let alone = format!("{}{}", line("20_000"), pillar("Presence", "5_000"));
    let length = "[[pillar]]\nlabel = \"Line\"\nwithout = { front_length = \"1_100 km\" }\n";
    vec![
        ("finding-compare", beside(&line("10_000"), &line("20_000")), beside(&line("10_000"), &line("10_000"))),
        ("finding-pillar-alone", alone.clone(), line("20_000")),
        ("finding-pillar", format!("{alone}{length}"), alone),
    ]
}
