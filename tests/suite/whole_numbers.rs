//! Rounding up and down: a quotient that rounding made a little more or less than a whole number is that number, in
//! every way in which a formula is computed.
#![expect(clippy::float_cmp, reason = "whole numbers are exact")]

use crate::engine::{Random, Shelf, assess, assessment, same, shown};
use forcesize::analysis::{break_even, sizing, supply};
use forcesize::formula::operator::Unary;
use forcesize::model::{Assessment, Axis};
use forcesize::program::{Column, Graph, Page, Tape};
use forcesize::quantity::interval::Interval;
use forcesize::quantity::whole;
use proptest::prelude::*;

/// The definition, by another way: through the nearest whole number.
fn defined(operator: Unary, x: f64) -> f64 {
    let nearest = x.round();
    if (x - nearest).abs() <= (1e-9 * x.abs()).min(1e-6) {
        return nearest;
    }
    if operator == Unary::Ceil { x.ceil() } else { x.floor() }
}

/// Arguments around whole numbers, at the reach of what counts as whole and one double beyond it.
fn around() -> Vec<f64> {
    let mut all = vec![0.0, 5e-324, 1e-300, 1e-12, 0.3, 0.5, 0.999_999_999_9, 1e15 + 0.5, 9e15, 1e300, f64::MAX];
    for whole in [1.0_f64, 2.0, 3.0, 7.0, 50.0, 999.0, 1000.0, 1001.0, 123_456.0, 1e9, 1e12] {
        let reach = (1e-9 * whole).min(1e-6);
        for aside in [0.0, reach / 2.0, reach, 1.000_001 * reach, 2.0 * reach, 0.25] {
            for x in [whole - aside, whole + aside] {
                all.extend([x, x.next_up(), x.next_down()]);
            }
        }
    }
    let negative: Vec<f64> = all.iter().map(|x| -x).collect();
    all.extend(negative);
    all
}

fn tape(operator: Unary) -> Tape {
    let mut graph = Graph::default();
    let x = graph.input(0);
    let root = graph.unary(operator, x);
    graph.tape(&[root])
}

#[test]
fn both_ways_of_saying_it_agree_in_single_values_blocks_pages_and_constants() {
    let all = around();
    for operator in [Unary::Ceil, Unary::Floor] {
        let tape = tape(operator);
        let wanted: Vec<f64> = all.iter().map(|x| defined(operator, *x)).collect();
        let columns = [Column::Each(all.as_slice())];
        let page = Page::new(&tape, &columns, all.len());
        for width in [1, 3, 256] {
            let blocks = tape.evaluate_in_blocks(&columns, all.len(), width).remove(0);
            for (at, x) in all.iter().enumerate() {
                for found in [operator.value(*x), tape.results(&[*x])[0], blocks[at], page.output(0)[at]] {
                    assert!(same(found, wanted[at]), "{}({x:e}) is {found}, not {}", operator.spelling(), wanted[at]);
                }
                let mut graph = Graph::default();
                let constant = graph.constant(*x);
                let root = graph.unary(operator, constant);
                assert!(same(graph.tape(&[root]).results(&[])[0], wanted[at]));
            }
        }
    }
}

/// So that the two ends of an interval bound everything inside.
#[test]
fn neither_ever_falls_and_intervals_hold_every_value() {
    let mut all = around();
    all.sort_by(f64::total_cmp);
    for operator in [Unary::Ceil, Unary::Floor] {
        for pair in all.windows(2) {
            assert!(operator.value(pair[0]) <= operator.value(pair[1]), "{} of {pair:?}", operator.spelling());
        }
        for (at, low) in all.iter().enumerate().step_by(7) {
            for high in all[at..].iter().step_by(11) {
                let bounds = tape(operator).output_bounds(&[Interval::new(*low, *high)])[0];
                let inside = all[at..].iter().take_while(|x| *x <= high);
                for x in inside {
                    assert!(
                        bounds.contains(operator.value(*x)),
                        "{} of {x:e} in {low:e} to {high:e}",
                        operator.spelling()
                    );
                }
            }
        }
    }
    // Every neighbour around the two edges of what counts as three.
    for edge in [3.0 / (1.0 + 1e-9), 3.0 / (1.0 - 1e-9)] {
        let mut x: f64 = edge;
        for _ in 0..200 {
            x = x.next_down();
        }
        for _ in 0..400 {
            let next = x.next_up();
            assert!(whole::ceil(x) <= whole::ceil(next) && whole::floor(x) <= whole::floor(next), "{x:e}");
            x = next;
        }
    }
}

#[test]
fn the_derivative_is_none_and_the_step_is_known_where_a_number_counts_as_whole() {
    for x in [2.1 / 0.7, 115.0 / 2.3, 2.5, 3.0 - 1e-12] {
        for operator in [Unary::Ceil, Unary::Floor] {
            let gradient = tape(operator).gradient(0, &[x]).unwrap();
            assert_eq!((gradient.value, gradient.by_input[0]), (defined(operator, x), 0.0));
            assert!(gradient.stepwise[0]);
            assert_eq!(operator.at_step(x), x != 2.5, "{x}");
        }
    }
}

fn posts(length: &str, spacing: &str) -> Assessment {
    assessment(&format!(
        "title = \"Posts\"\npurpose = \"observation\"\n[input]\n\
         front_length = {{ value = \"{length}\", assumed = \"x\" }}\n\
         post_spacing = {{ value = \"{spacing}\", assumed = \"x\" }}\n\
         post_strength = {{ value = 10, unit = \"troops\", assumed = \"x\" }}\n\
         relief_factor = {{ value = 3, assumed = \"x\" }}\n\
         reserve_share = {{ value = 0, unit = \"%\", assumed = \"x\" }}\n\
         peacekeepers = {{ value = 90, unit = \"troops\", assumed = \"x\" }}\n\
         [metric.down]\nformula = \"floor(front_length / post_spacing)\"\nunit = \"1\"\nassumed = \"x\"\n"
    ))
}

/// How many kilometres a unit of length is, as people say it.
const LENGTHS: [(&str, f64); 6] =
    [("m", 0.001), ("km", 1.0), ("miles", 1.609_344), ("nmi", 1.852), ("yd", 0.000_914_4), ("ft", 0.000_304_8)];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// A line of n spacings, both written in decimals in any unit, has n posts: no more and no fewer.
    #[test]
    fn whole_multiples_are_whole_in_every_unit(
        count in 1_u32..3_000,
        tenths in 1_u64..50_000,
        places in 0_u32..4,
        unit in 0_usize..LENGTHS.len(),
        other in 0_usize..LENGTHS.len(),
    ) {
        let decimal = |digits: u64| {
            let scale = 10_u64.pow(places);
            if places == 0 { format!("{digits}") } else { format!("{}.{:0width$}", digits / scale, digits % scale, width = places as usize) }
        };
        let (name, size) = LENGTHS[unit];
        let one = posts(&format!("{} {name}", decimal(u64::from(count) * tenths)), &format!("{} {name}", decimal(tenths)));
        prop_assert_eq!(shown(&one, "observation_post_count"), f64::from(count));
        prop_assert_eq!(shown(&one, "down"), f64::from(count));
        // The same line in another unit, with all its digits.
        let (others, step) = LENGTHS[other];
        let spacing: f64 = decimal(tenths).parse().unwrap();
        let length = f64::from(count) * spacing * size / step;
        let two = posts(&format!("{length} {others}"), &format!("{} {name}", decimal(tenths)));
        prop_assert_eq!(shown(&two, "observation_post_count"), f64::from(count));
        // A thousandth more is one more.
        let three = posts(&format!("{} {others}", length * (1.0 + 1e-3 / f64::from(count))), &format!("{} {name}", decimal(tenths)));
        prop_assert_eq!(shown(&three, "observation_post_count"), f64::from(count) + 1.0);
    }
}

#[test]
fn the_handed_quotients_are_whole() {
    let found = posts("2.1 km", "700 m");
    assert_eq!(shown(&found, "observation_post_count"), 3.0);
    // Ninety soldiers are just enough for three posts of ten with a relief of three.
    assert_eq!(sizing::run(&found, None).requirements.iter().find_map(|one| one.margin), Some(0.0));
    assert_eq!(shown(&posts("115 km", "2.3 km"), "observation_post_count"), 50.0);
}

fn coalition(share: &str, strength: &str, proposed: &str) -> Assessment {
    let scenario = format!(
        "title = \"Tours\"\npurpose = \"observation\"\n[input]\n\
         peacekeepers = {{ value = \"{proposed} troops\", assumed = \"x\" }}\n\
         front_length = {{ value = 100, unit = \"km\", assumed = \"x\" }}\n\
         tour_length = {{ value = 6, unit = \"months\", assumed = \"x\" }}\n\
         home_length = {{ value = 18, unit = \"months\", assumed = \"x\" }}\n\
         [contributor.aaa]\nlabel = \"A\"\nstance = \"ready\"\n\
         army_strength = {{ value = \"{strength} troops\", assumed = \"x\" }}\n\
         flank_commitment = {{ value = 0, unit = \"troops\", assumed = \"x\" }}\n\
         other_commitment = {{ value = 0, unit = \"troops\", assumed = \"x\" }}\n\
         deployable_share = {{ value = {share}, unit = \"%\", assumed = \"x\" }}\n"
    );
    assess("tours.toml", &scenario, &Shelf(&[])).unwrap()
}

/// 29 % of 100,000 are as many as are asked for: one tour, and it is rotation that binds.
#[test]
fn an_army_that_is_just_large_enough_fills_its_tours() {
    for (share, strength, proposed, tours) in
        [("29", "100000", "29000", 1.0), ("58", "100000", "29000", 2.0), ("28.999", "100000", "29000", 0.0)]
    {
        let found = coalition(share, strength, proposed);
        assert_eq!(shown(&found, "full_strength_tours"), tours, "{share} %");
        let supplied = found.roles.supply.as_ref().unwrap();
        let verdict = supply::run(&found, supplied, &sizing::run(&found, None), None);
        let binding = if tours < 1.0 { supply::Binding::DeployableShare } else { supply::Binding::Rotation };
        assert_eq!(verdict.binding, Some(binding), "{share} %");
        assert_eq!(verdict.exhaustion.unwrap().tours, tours);
    }
    // A quarter of 29 % of 400,000, with three years at home: 29,000 can go on for good, and nothing is short.
    let found = coalition("29", "400000", "29000");
    let verdict = supply::run(&found, found.roles.supply.as_ref().unwrap(), &sizing::run(&found, None), None);
    assert_eq!((verdict.margin, verdict.binding), (Some(0.0), None));
}

/// The break-even of a count lies where the next one is needed, which is where rounding can no longer explain it.
#[test]
fn a_count_changes_just_beyond_a_whole_number() {
    let found = posts("2.1 km", "700 m");
    let (metric, input) =
        (found.calculation.metric("observation_post_count").unwrap(), found.calculation.input("front_length").unwrap());
    let axis = Axis { input, from: 1.0, to: 3.0, steps: 50, log: false };
    let break_even::BreakEven::Crossings(crossings) =
        break_even::scan(&found.calculation, metric, &axis, 3.5).crossings()
    else {
        panic!("no step is found")
    };
    let step = crossings[0].input;
    assert!((step / (2.1 / (1.0 - 1e-9)) - 1.0).abs() < 1e-14, "{step}");
}

/// Against random numbers near whole ones of any size up to where doubles no longer have a fraction.
#[test]
fn random_multiples_are_whole() {
    let mut random = Random(12);
    for _ in 0..20_000 {
        let count = random.log_uniform(1.0, 1e6).round();
        let width = random.log_uniform(1e-6, 1e6);
        for quotient in [count * width / width, (count * width) / (width * 3.0) * 3.0] {
            assert_eq!((whole::ceil(quotient), whole::floor(quotient)), (count, count), "{count} times {width:e}");
        }
    }
}
