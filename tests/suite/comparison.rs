//! Shapley values against closed forms, an average over all orders, and numbers worked out by hand; comparisons of
//! scenarios through them.

#![expect(clippy::cast_precision_loss, reason = "small counts")]

use forcesize::analysis::comparison::{Cause, NotShared, explain};
use forcesize::analysis::shapley::shares;
use forcesize::model::{Assessment, assess};

/// The mean over all orders, by going through all permutations: no formula of the code's.
fn by_permutations(n: usize, worth: &dyn Fn(usize) -> f64) -> Vec<f64> {
    fn go(left: &mut Vec<usize>, mask: usize, worth: &dyn Fn(usize) -> f64, sums: &mut [f64], orders: f64) {
        for position in 0..left.len() {
            let player = left.remove(position);
            let next = mask | 1 << player;
            // This step is part of as many orders as the others that are left can follow in.
            let follow: f64 = (1..=left.len()).map(|k| k as f64).product();
            sums[player] += (worth(next) - worth(mask)) * follow / orders;
            go(left, next, worth, sums, orders);
            left.insert(position, player);
        }
    }
    let mut sums = vec![0.0; n];
    let orders: f64 = (1..=n).map(|k| k as f64).product();
    go(&mut (0..n).collect(), 0, worth, &mut sums, orders);
    sums
}

fn worths(n: usize, worth: &dyn Fn(usize) -> f64) -> Vec<f64> {
    (0..1 << n).map(worth).collect()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0), "{a} and {b}");
}

/// A repeatable, irregular function of a mask.
fn noise(mask: usize) -> f64 {
    let mixed = (mask as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    f64::from(u32::try_from((mixed ^ (mixed >> 29)) >> 32).unwrap()) / 1e6 - 2_000.0
}

#[test]
fn shares_are_the_mean_over_all_orders() {
    for n in 1..=8 {
        let expected = by_permutations(n, &noise);
        for (share, expected) in shares(n, &worths(n, &noise)).iter().zip(&expected) {
            assert!((share - expected).abs() < 1e-9, "{n}: {share} and {expected}");
        }
    }
}

#[test]
fn the_glove_game_and_the_airport_game_have_their_published_shares() {
    // One left glove (0), two right ones: 2/3, 1/6, 1/6 (Shapley's example, in any textbook).
    let glove = |mask: usize| f64::from(u8::from(mask & 1 == 1 && mask & 6 != 0));
    let got = shares(3, &worths(3, &glove));
    [2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0].iter().zip(&got).for_each(|(a, b)| close(*a, *b));
    // Airport: costs 8, 11, 13, 18 give 2, 3, 4, 9 (Littlechild and Owen 1973).
    let costs = [8.0, 11.0, 13.0, 18.0];
    let airport = |mask: usize| (0..4).filter(|i| mask >> i & 1 == 1).map(|i| costs[i]).fold(0.0, f64::max);
    let got = shares(4, &worths(4, &airport));
    [2.0, 3.0, 4.0, 9.0].iter().zip(&got).for_each(|(a, b)| close(*a, *b));
}

#[test]
fn shares_of_a_dozen_add_up_and_do_not_depend_on_the_order() {
    let n = 12;
    let worth = worths(n, &noise);
    let got = shares(n, &worth);
    let total = worth[(1 << n) - 1] - worth[0];
    let largest = got.iter().fold(total.abs(), |most, share| most.max(share.abs()));
    assert!((got.iter().sum::<f64>() - total).abs() <= 1e-12 * largest);
    // The same game with its players named backwards: the same bits.
    let reversed = |mask: usize| (0..n).filter(|i| mask >> i & 1 == 1).map(|i| 1 << (n - 1 - i)).sum::<usize>();
    let mut backwards = shares(n, &worths(n, &|mask| worth[reversed(mask)]));
    backwards.reverse();
    assert_eq!(got, backwards);
    // One who never adds anything.
    let dummy = shares(n, &worths(n, &|mask| worth[mask & !4]));
    assert!(dummy[2] == 0.0);
    // Two who always add the same.
    let alike = |mask: usize| noise((mask & !3) | ((mask & 3).count_ones() as usize));
    let got = shares(4, &worths(4, &alike));
    assert_eq!(got[0].to_bits(), got[1].to_bits());
}

fn scenario(inputs: &str, rest: &str) -> Assessment {
    let text = format!("title = \"t\"\npurpose = \"interposition\"\n[input]\n{inputs}\n{rest}");
    assess("t", &text).unwrap_or_else(|complaint| panic!("{complaint}\n{text}"))
}

fn input(name: &str, value: f64) -> String {
    format!("{name} = {{ value = {value:?}, label = \"{name}\", assumed = \"test\" }}\n")
}

fn metric(formula: &str) -> String {
    format!("[metric.result]\nlabel = \"Result\"\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"test\"\n")
}

fn attributed(a: &Assessment, b: &Assessment) -> Result<Vec<(Cause, f64)>, NotShared> {
    let found = explain((a, a.calculation.metric("result")), (b, b.calculation.metric("result")))?;
    let sum: f64 = found.shares.iter().map(|share| share.amount).sum();
    let size = found.from.abs().max(found.to.abs());
    assert!((sum - (found.to - found.from)).abs() <= 1e-12 * size, "{sum} {found:?}");
    Ok(found.shares.into_iter().map(|share| (share.cause, share.amount)).collect())
}

fn of(shares: &[(Cause, f64)], id: &str) -> f64 {
    shares.iter().find(|(cause, _)| *cause == Cause::Input(id.to_owned())).map_or(f64::NAN, |(_, amount)| *amount)
}

#[test]
fn sums_and_products_have_their_closed_forms() {
    let inputs = |x: f64, y: f64| input("x", x) + &input("y", y);
    let side = |x, y, formula| scenario(&inputs(x, y), &metric(formula));
    let linear = attributed(&side(1.0, 5.0, "3 * x - 2 * y"), &side(4.0, 6.0, "3 * x - 2 * y")).unwrap();
    close(of(&linear, "x"), 9.0);
    close(of(&linear, "y"), -2.0);
    // x y: the change of one times the mean of the other.
    let product = attributed(&side(2.0, 3.0, "x * y"), &side(5.0, 7.0, "x * y")).unwrap();
    close(of(&product, "x"), 3.0 * 5.0);
    close(of(&product, "y"), 4.0 * 3.5);
    // By hand for x / y from 12/4 = 3 to 30/5 = 6: orders x first +4.5, -1.5; y first -0.6, +3.6.
    let quotient = attributed(&side(12.0, 4.0, "x / y"), &side(30.0, 5.0, "x / y")).unwrap();
    close(of(&quotient, "x"), 4.05);
    close(of(&quotient, "y"), (-1.5 - 0.6) / 2.0);
}

#[test]
fn an_input_that_does_not_count_is_no_cause_and_the_order_of_a_file_is_none() {
    let formula = metric("x * y + min(z, 1)");
    let a = scenario(&(input("x", 1.0) + &input("y", 2.0) + &input("z", 5.0) + &input("w", 1.0)), &formula);
    let b = scenario(&(input("w", 9.0) + &input("z", 8.0) + &input("y", 3.0) + &input("x", 4.0)), &formula);
    let there = attributed(&a, &b).unwrap();
    assert!(of(&there, "w").is_nan(), "w is in no formula");
    assert!(of(&there, "z") == 0.0, "the edge of min hides z");
    let back = attributed(&b, &a).unwrap();
    for id in ["x", "y", "z"] {
        assert!((of(&there, id) + of(&back, id)).abs() <= 0.0);
    }
}

#[test]
fn formulas_that_differ_are_a_cause_of_their_own() {
    let inputs = |x: f64, y: f64| input("x", x) + &input("y", y);
    let (a, b) = (scenario(&inputs(2.0, 3.0), &metric("x + y")), scenario(&inputs(5.0, 7.0), &metric("x * y")));
    let found = attributed(&a, &b).unwrap();
    let model = found.iter().find(|(cause, _)| *cause == Cause::Model).unwrap().1;
    let worth = |mask: usize| {
        let (x, y) = (if mask & 1 == 1 { 5.0 } else { 2.0 }, if mask & 2 == 2 { 7.0 } else { 3.0 });
        if mask & 4 == 4 { x * y } else { x + y }
    };
    let expected = by_permutations(3, &worth);
    close(of(&found, "x"), expected[0]);
    close(of(&found, "y"), expected[1]);
    close(model, expected[2]);
    // All three are 10 by a program in Python over the six orders.
    close(expected[2], 10.0);
    // The inputs alike, all of the difference is the formula's.
    let found = attributed(&a, &scenario(&inputs(2.0, 3.0), &metric("x * y"))).unwrap();
    assert_eq!(found, [(Cause::Model, 1.0)]);
    let same = attributed(&a, &a).unwrap();
    assert!(same.is_empty());
}

#[test]
fn undefined_values_are_said_and_not_shared_out() {
    let inputs = |x: f64, y: f64| input("x", x) + &input("y", y);
    let side = |x, y| scenario(&inputs(x, y), &metric("sqrt(x * y)"));
    assert_eq!(attributed(&side(1.0, 1.0), &side(-1.0, 1.0)), Err(NotShared::Undefined));
    // Defined at both ends, and not between.
    let on_the_way = attributed(&side(1.0, 1.0), &side(-4.0, -1.0));
    assert_eq!(on_the_way, Err(NotShared::OnTheWay(vec![Cause::Input("x".to_owned())])));
    let without = scenario(&inputs(1.0, 1.0), "");
    assert_eq!(attributed(&without, &side(1.0, 1.0)), Err(NotShared::Absent));
}

#[test]
fn more_than_a_dozen_inputs_are_grouped_by_their_effect() {
    let names: Vec<String> = (0..20).map(|i| format!("x{}", char::from(b'a' + i))).collect();
    let text = |by: f64| names.iter().zip(1..).map(|(name, i)| input(name, f64::from(i) * by)).collect::<String>();
    let formula = metric(&names.join(" + "));
    let found = attributed(&scenario(&text(1.0), &formula), &scenario(&text(2.0), &formula)).unwrap();
    assert_eq!(found.len(), 12);
    let (others, amount) = found
        .iter()
        .find_map(|(cause, amount)| match cause {
            Cause::Others(ids) => Some((ids.clone(), *amount)),
            _ => None,
        })
        .unwrap();
    // The nine smallest, whose changes are 1 to 9.
    assert_eq!(others.len(), 9);
    assert!(names[..9].iter().all(|name| others.contains(name)));
    close(amount, 45.0);
    close(of(&found, &names[19]), 20.0);
}
