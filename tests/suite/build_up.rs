//! The build-up filled from a pool of soldiers: closed forms, and the round of tours that adds up.

use crate::engine::{Random, assessment};
use forcesize::analysis::build_up::{self, BuildUp, Reached, SustainedForce};
use forcesize::analysis::pool::Pool;
use forcesize::analysis::sizing;

/// An even stream of `rate` a day from the first day on, filled from `pool` soldiers.
fn filled(force: f64, rate: f64, pool: f64, (tour, home): (f64, f64)) -> (BuildUp, SustainedForce) {
    let found = assessment(&format!(
        "purpose = \"observation\"\n[input]\npeacekeepers = \"{force} troops\"\ndeployment_rate = \"{rate} troops per day\"\n\
         tour_length = \"{tour} months\"\nhome_length = \"{home} months\"\n\
         [contributor.a]\narmy_strength = \"{pool} troops\"\ndeployable_share = 1\n"
    ));
    let build_up = build_up::run(&found, &sizing::run(&found, None), None).expect("a rate and a force");
    let kept = build_up.kept.clone().expect("a contributor and months");
    (build_up, kept)
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-6 * b.abs().max(1.0), "{a} is not {b}");
}

/// By hand: 83,000 fill 25,000 posts three times, 18 months or 547.5 days, with 8,000 over for the fourth tour; posts end
/// as they were filled, 250 a day; after 24 months, 730 days, the first go again, up to 83,000 / 4.
#[test]
fn three_tours_then_what_is_left_then_what_can_be_kept() {
    let (build_up, kept) = filled(25_000.0, 250.0, 83_000.0, (6.0, 18.0));
    assert_eq!(kept.proposed.day(), Some(100));
    assert_eq!((kept.pool.tours(25_000.0), kept.pool.left(25_000.0)), (3.0, 8_000.0));
    // The 8,000th post was filled on day 32.
    assert_eq!(kept.full_until, Some(579));
    for (day, strength) in [
        (40, 10_000.0),
        (100, 25_000.0),
        (579, 25_000.0),
        (600, 25_000.0 - (250.0 * (600.0 - 547.5) - 8_000.0)),
        (648, 8_000.0),
        (762, 8_000.0),
        (790, 250.0 * (790.0 - 730.0)),
        (813, 20_750.0),
        (5_000, 20_750.0),
    ] {
        close(kept.case.at(day), strength);
    }
    let Reached::Day { day, gap } = kept.sustainable else { panic!("{kept:?}") };
    assert_eq!(day, 83);
    close(gap, 20_750.0 * 83.0 / 2.0);
    assert_eq!(build_up.targets[0].reached[1].day(), Some(100), "transport alone is as before");
    assert_eq!(build_up.targets[0].kept, Some(kept.proposed));
}

#[test]
fn less_than_a_tour_ends_at_what_can_be_kept_and_enough_changes_nothing() {
    let (build_up, kept) = filled(100_000.0, 500.0, 80_000.0, (6.0, 18.0));
    assert_eq!((kept.beyond, kept.full_until), (Some(100_000.0), None));
    assert_eq!(kept.proposed, Reached::Below(80_000.0));
    for day in 0..1_500 {
        close(kept.case.at(day), build_up.central.at(day).min(20_000.0));
    }
    assert_eq!(kept.sustainable.day(), Some(40));
    let (build_up, kept) = filled(20_000.0, 500.0, 80_000.0, (6.0, 18.0));
    assert_eq!((kept.beyond, kept.full_until), (None, None));
    assert_eq!(kept.case, build_up.central);
    // So slow that the first are home before the last arrive: one tour of 182.5 days, 100 a day.
    let (_, kept) = filled(25_000.0, 100.0, 30_000.0, (6.0, 18.0));
    assert!(matches!(kept.proposed, Reached::Below(short) if short > 4_000.0), "{kept:?}");
}

/// On random pools: within one round of tours the posts take as many soldiers as there are, none twice.
#[test]
fn a_round_of_tours_sends_everybody_once() {
    let mut random = Random(7);
    for _ in 0..200 {
        let mut draw = |low, high| random.log_uniform(low, high);
        let (size, tour, home) = (draw(1e3, 1e5), draw(0.1, 1.0), draw(0.1, 5.0));
        let pool = Pool { size, factor: (tour + home) / tour, tour };
        let force = pool.sustainable() * draw(1.001, 20.0);
        let (tours, left) = (pool.tours(force), pool.left(force));
        close(tours * force + (pool.factor - tours) * left, size);
        assert!(tours < pool.factor && left >= 0.0 && left <= pool.sustainable() * (1.0 + 1e-12), "{pool:?} {force}");
        let months = (12.0 * tour, 12.0 * home);
        let (build_up, kept) = filled(force, force / 37.0, size, months);
        let most = kept.case.strength.iter().copied().fold(0.0, f64::max);
        assert!(most <= force * (1.0 + 1e-9));
        close(*kept.case.strength.last().unwrap(), pool.sustainable());
        // Days that posts are held from the day they are filled until a round later, and what is filled again by then.
        let round = 365.0 * pool.factor * tour;
        let again = |day: f64| (force / 37.0 * (day - round)).clamp(0.0, pool.sustainable());
        let held: f64 = (1..kept.case.strength.len())
            .map(|day| {
                let noon = f64::from(u32::try_from(day).unwrap()) - 0.5;
                f64::midpoint(kept.case.at(day - 1), kept.case.at(day)) - again(noon)
            })
            .sum();
        let over = (force / 37.0 * 0.5).max(1.0);
        // Steps of a day cut corners.
        assert!((held - 365.0 * tour * size).abs() <= 40.0 * over, "{held} {} {pool:?} {force}", 365.0 * tour * size);
        assert_eq!(build_up.targets[0].kept, Some(kept.proposed));
    }
}

/// The default coalition has no tour at full strength: what it can keep for good, then nothing more.
#[test]
fn the_command_says_what_the_coalition_can_keep() {
    let folder = tempfile::TempDir::new().unwrap();
    let run = |args: &[&str]| -> serde_json::Value {
        let mut command = std::process::Command::new(crate::engine::program());
        let output = command.arg("cost").args(args).arg("--json").current_dir(folder.path()).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let found = &run(&[])["build_up"];
    assert_eq!(found["reached"]["central"], 396, "transport alone");
    let coalition = &found["coalition"];
    // 69,018 over 4: 0.3 of 281,060, less four times 3,950 but for the 500 that Denmark and Sweden lack; 49 days, and
    // 16,479.5 at 286 a day.
    close(coalition["sustainable"].as_f64().unwrap(), (0.3 * 281_060.0 - 4.0 * 3_950.0 + 500.0) / 4.0);
    assert_eq!((&coalition["tours"], &coalition["sustainable_reached"]), (&0.0.into(), &107.into()));
    assert!(coalition["reached"].is_null() && coalition["full_until"].is_null());
    assert!(found["targets"][0]["coalition"].is_null());
    let small = &run(&["--set", "peacekeepers=25_000"])["build_up"]["coalition"];
    assert_eq!((&small["tours"], &small["reached"], &small["back"]), (&2.0.into(), &134.into(), &730.0.into()));
    // Two tours are over after 365 days; the 9,509th post, the last that can be filled again, was filled on day 80.
    assert_eq!((&small["left"], &small["full_until"]), (&9_509.0.into(), &444.into()));
}

/// A method that counts police too asks the rest of the soldiers: 10,000 of 2 per 1,000 of 5 million people, less 4,000.
#[test]
fn a_method_asks_the_rest_beside_the_others_that_it_counts() {
    let found = assessment(
        "purpose = \"stabilisation\"\n[input]\npeacekeepers = \"8_000 troops\"\ndeployment_rate = \"100 troops per day\"\n\
         population = \"5 million people\"\npolice = \"3_000 personnel\"\nhost_police = \"1_000 personnel\"\n",
    );
    let sizing = sizing::run(&found, None);
    let build_up = build_up::run(&found, &sizing, None).unwrap();
    let mut compared = 0;
    for target in &build_up.targets[1..] {
        let requirement = sizing.requirements.iter().find(|one| Some(one.method) == target.method).unwrap();
        let counted = requirement.counted.unwrap();
        close(target.others, counted - 8_000.0);
        let short = target.required - counted;
        match target.reached[1] {
            Reached::Below(below) => close(below, short),
            Reached::Day { day, .. } => assert_eq!(
                day,
                (0..1000_u16).find(|day| f64::from(*day) * 100.0 >= target.own()).map(usize::from).unwrap(),
                "{target:?}"
            ),
            _ => panic!("{target:?}"),
        }
        compared += usize::from(target.others > 0.0);
    }
    assert!(compared > 1, "{:?}", build_up.targets);
}
