//! Laws that hold for every formula, every scenario and every text, tried on random ones.

use crate::engine::{Random, Shelf, assess, assessment, same};
use forcesize::formula::operator::{Binary, Gather, Unary};
use forcesize::formula::{self, Formula, Node, Part};
use forcesize::model::{Assessment, InputId};
use forcesize::program::{Column, Graph, Index, Tape};
use forcesize::quantity::dimension::{Dimension, Exponent};
use forcesize::quantity::interval::Interval;
use forcesize::quantity::number;
use forcesize::quantity::unit::{Unit, Units};
use forcesize::quantity::value::Quantity;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use std::thread;

/// A formula as a plain tree, and the slowest and plainest way to its value.
#[derive(Clone, Debug)]
enum Tree {
    Number(f64),
    /// The n-th input.
    Input(usize),
    Unary(Unary, Box<Tree>),
    Binary(Binary, Box<Tree>, Box<Tree>),
    Gather(Gather, Box<Tree>),
}

const INPUTS: [&str; 4] = ["a", "front_length", "min", "x_2"];

impl Tree {
    fn value(&self, inputs: &[f64]) -> f64 {
        match self {
            Self::Number(value) => *value,
            Self::Input(input) => inputs[*input],
            Self::Unary(operator, x) => operator.value(x.value(inputs)),
            Self::Binary(operator, a, b) => operator.value(a.value(inputs), b.value(inputs)),
            Self::Gather(_, x) => x.value(inputs),
        }
    }

    fn put_into(&self, graph: &mut Graph) -> Index {
        match self {
            Self::Number(value) => graph.constant(*value),
            Self::Input(input) => graph.input(*input),
            Self::Unary(operator, x) => {
                let x = x.put_into(graph);
                graph.unary(*operator, x)
            }
            Self::Binary(operator, a, b) => {
                let (a, b) = (a.put_into(graph), b.put_into(graph));
                graph.binary(*operator, a, b)
            }
            Self::Gather(_, x) => x.put_into(graph),
        }
    }

    fn formula(&self) -> Formula {
        let mut nodes = Vec::new();
        self.nodes(&mut nodes);
        Formula::from_nodes(nodes).expect("operands come first")
    }

    fn nodes(&self, nodes: &mut Vec<Node>) -> usize {
        let part = match self {
            Self::Number(value) => Part::Number(*value),
            Self::Input(input) => Part::Name(INPUTS[*input].to_owned()),
            Self::Unary(operator, x) => Part::Unary(*operator, x.nodes(nodes)),
            Self::Binary(operator, a, b) => {
                let a = a.nodes(nodes);
                Part::Binary(*operator, a, b.nodes(nodes))
            }
            Self::Gather(gather, x) => Part::Gather(*gather, x.nodes(nodes)),
        };
        nodes.push(Node { part, span: 0..0 });
        nodes.len() - 1
    }
}

/// Numbers that a formula can hold: none is negative, the sign is an operation.
fn literal() -> impl Strategy<Value = f64> {
    prop_oneof![
        select(vec![0.0, 0.5, 1.0, 2.0, 3.0, 1000.0, 8760.0]),
        0.0..10.0,
        any::<f64>().prop_map(f64::abs).prop_filter("finite", |value| value.is_finite()),
    ]
}

fn tree(numbers: impl Strategy<Value = f64> + 'static) -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![numbers.prop_map(Tree::Number), (0..INPUTS.len()).prop_map(Tree::Input)];
    leaf.prop_recursive(5, 24, 2, |inner| {
        let boxed = || inner.clone().prop_map(Box::new);
        prop_oneof![
            3 => (select(Binary::ALL.to_vec()), boxed(), boxed()).prop_map(|(operator, a, b)| Tree::Binary(operator, a, b)),
            1 => (select(Unary::ALL.to_vec()), boxed()).prop_map(|(operator, x)| Tree::Unary(operator, x)),
        ]
    })
}

fn tree_with_gathers() -> impl Strategy<Value = Tree> {
    (tree(literal()), select(Gather::ALL.to_vec()), tree(literal()), any::<bool>()).prop_map(
        |(left, gather, right, alone)| {
            let gathered = Tree::Gather(gather, Box::new(right));
            if alone { gathered } else { Tree::Binary(Binary::Div, Box::new(left), Box::new(gathered)) }
        },
    )
}

fn tape_of(trees: &[Tree]) -> Tape {
    let mut graph = Graph::default();
    // All inputs exist, so that every tape takes the same columns.
    for input in 0..INPUTS.len() {
        graph.input(input);
    }
    let outputs: Vec<Index> = trees.iter().map(|tree| tree.put_into(&mut graph)).collect();
    graph.tape(&outputs)
}

/// A column for each input, around zero and over a few decades.
fn random_columns(seed: u64, samples: usize) -> Vec<Vec<f64>> {
    let mut random = Random(seed);
    let mut value = || (random.share() - 0.4) * random.log_uniform(0.01, 1e4);
    INPUTS.map(|_| (0..samples).map(|_| value()).collect()).into()
}

fn each(columns: &[Vec<f64>]) -> Vec<Column<'_>> {
    columns.iter().map(|column| Column::Each(column)).collect()
}

fn assert_same(found: &[Vec<f64>], wanted: &[Vec<f64>], what: &str) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert_eq!(found.len(), wanted.len());
        assert!(found.iter().zip(wanted).all(|(a, b)| same(*a, *b)), "{what}: {found:?} instead of {wanted:?}");
    }
}

/// The same cases in every run, so that a commit is judged by what it changed; `PROPTEST_RNG_SEED` and
/// `PROPTEST_CASES` look further. Failing cases go into the message, not into files beside the tests.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    let set = |name| std::env::var_os(name).is_some();
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !set("PROPTEST_CASES") {
        config.cases = count;
    }
    if !set("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(u64::from(count));
    }
    config
}

// ------------------------------------------------------------------------------------------------------- formulas

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_printed_formula_reads_back_as_the_same_tree(tree in prop_oneof![tree(literal()), tree_with_gathers()]) {
        let formula = tree.formula();
        let text = formula::print(&formula);
        prop_assume!(text.len() <= formula::LONGEST);
        let again = formula::parse(&text).map(|formula| formula.without_spans());
        prop_assert_eq!(again.as_ref(), Ok(&formula), "printed as {}", text);
    }

    #[test]
    fn spans_cover_exactly_the_text_of_their_node(tree in tree(0.0..10.0)) {
        let text = formula::print(&tree.formula());
        prop_assume!(text.len() <= formula::LONGEST);
        for node in formula::parse(&text).unwrap().nodes() {
            let part = text.get(node.span.clone()).expect("the span lies in the text");
            if let Part::Name(name) = &node.part {
                prop_assert_eq!(part, name);
            }
            if let Part::Number(value) = node.part {
                prop_assert_eq!(part.parse(), Ok(value));
            }
        }
    }

    #[test]
    fn sharing_equal_operations_changes_no_bit(trees in prop::collection::vec(tree(literal()), 1..4), seed: u64) {
        let columns = random_columns(seed, 5);
        let mut twice = trees.clone();
        twice.extend(trees.clone());
        let (once, shared) = (tape_of(&trees), tape_of(&twice));
        prop_assert_eq!(once.nodes().len(), shared.nodes().len(), "equal operations are kept once");
        for sample in 0..5 {
            let inputs: Vec<f64> = columns.iter().map(|column| column[sample]).collect();
            let results = shared.results(&inputs);
            for (result, tree) in results.iter().zip(&twice) {
                let wanted = tree.value(&inputs);
                prop_assert!(same(*result, wanted), "{result:e} instead of {wanted:e} at {inputs:?}");
            }
        }
    }

    #[test]
    fn the_width_of_blocks_changes_no_bit(
        trees in prop::collection::vec(tree(literal()), 1..4), seed: u64, width in 1_usize..400, fixed in 0_usize..4,
    ) {
        let columns = random_columns(seed, 300);
        let mut columns = each(&columns);
        columns[fixed] = Column::Same(0.75);
        let tape = tape_of(&trees);
        let wanted = tape.evaluate(&columns, 300);
        for width in [1, width, 300, 1000] {
            assert_same(&tape.evaluate_in_blocks(&columns, 300, width), &wanted, "another width");
        }
    }

    #[test]
    fn threads_change_no_bit(trees in prop::collection::vec(tree(literal()), 1..4), seed: u64, cut in 1_usize..299) {
        let columns = random_columns(seed, 300);
        let tape = tape_of(&trees);
        let wanted = tape.evaluate(&each(&columns), 300);
        let part = |from: usize, to: usize| {
            let columns: Vec<Column<'_>> = columns.iter().map(|column| Column::Each(&column[from..to])).collect();
            tape.evaluate(&columns, to - from)
        };
        let (left, right, whole) = thread::scope(|scope| {
            let left = scope.spawn(|| part(0, cut));
            let right = scope.spawn(|| part(cut, 300));
            let whole = scope.spawn(|| part(0, 300));
            (left.join().unwrap(), right.join().unwrap(), whole.join().unwrap())
        });
        let joined: Vec<Vec<f64>> = left.into_iter().zip(right).map(|(left, right)| [left, right].concat()).collect();
        assert_same(&joined, &wanted, "two threads, half each");
        assert_same(&whole, &wanted, "another thread");
    }

    #[test]
    fn a_cone_gives_what_a_new_run_gives(trees in prop::collection::vec(tree(literal()), 1..4), seed: u64, swapped in 0_usize..4) {
        let (base, other) = (random_columns(seed, 40), random_columns(seed ^ 1, 40));
        let tape = tape_of(&trees);
        let mut columns = each(&base);
        let mut page = forcesize::program::Page::new(&tape, &columns, 40);
        columns[swapped] = Column::Each(&other[swapped]);
        let wanted = tape.evaluate(&columns, 40);
        let cone = tape.cone(&[swapped]);
        let again: Vec<Vec<f64>> = page.rerun(&cone, &columns).into_iter().map(<[f64]>::to_vec).collect();
        for output in 0..trees.len() {
            let found = match cone.outputs.iter().position(|affected| *affected == output) {
                Some(at) => again[at].clone(),
                None => page.output(output).to_vec(),
            };
            assert_same(&[found], &wanted[output..=output], "the cone");
        }
    }

    #[test]
    fn bounds_hold_every_sample(tree in tree(0.0..10.0), seed: u64) {
        let tape = tape_of(std::slice::from_ref(&tree));
        let mut random = Random(seed);
        let ranges = INPUTS.map(|_| {
            let middle = (random.share() - 0.4) * random.log_uniform(0.01, 1e4);
            let half = middle.abs() * random.share();
            Interval::new(middle - half, middle + half)
        });
        let bounds = tape.output_bounds(&ranges)[0];
        for sample in 0..40 {
            let inputs = ranges.map(|range| match sample {
                0 => range.low,
                1 => range.high,
                _ => (range.low + random.share() * (range.high - range.low)).clamp(range.low, range.high),
            });
            let value = tape.results(&inputs)[0];
            prop_assert!(
                bounds.contains(value),
                "{} is {value:e} at {inputs:?}, outside {bounds:?} over {ranges:?}", formula::print(&tree.formula())
            );
        }
    }

    #[test]
    fn no_text_makes_the_formula_parser_panic(
        text in prop_oneof![any::<String>(), "[-+*/^(),. 0-9a-c_e×÷−%²]{0,60}", "(min|max|sum|sqrt|ln|\\(|\\)|,|-|\\^|1e|a| ){0,40}"],
    ) {
        match formula::parse(&text) {
            Ok(formula) => {
                let printed = formula::print(&formula);
                let again = formula::parse(&printed).map(|formula| formula.without_spans());
                prop_assert_eq!(again, Ok(formula.without_spans()), "{} is printed as {}", text, printed);
            }
            Err(error) => for (range, _) in error.places {
                prop_assert!(text.get(range.clone()).is_some(), "the place {range:?} is not in {text:?}");
            },
        }
    }
}

// ---------------------------------------------------------------------------------------------------------- units

const WORDS: &[&str] = &[
    "people",
    "personnel",
    "troops",
    "soldier",
    "km",
    "m",
    "miles",
    "yards",
    "ha",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "EUR",
    "USD",
    "GBP",
    "km²",
    "km2",
    "km^3",
    "square miles",
    "1000 people",
    "million people",
    "bn EUR",
    "%",
];

/// A unit as somebody could spell it.
fn unit_text() -> impl Strategy<Value = String> {
    let product = (select(WORDS), prop::option::of((select(vec!["-", "·", "*"]), select(WORDS))));
    let product = product.prop_map(|(first, more)| match more {
        Some((sign, second)) => format!("{first}{sign}{second}"),
        None => first.to_owned(),
    });
    (product.clone(), prop::collection::vec((select(vec![" per ", "/", " / "]), product), 0..3))
        .prop_map(|(above, below)| below.into_iter().fold(above, |text, (per, unit)| text + per + &unit))
}

fn dimension() -> impl Strategy<Value = Dimension> {
    let power = (select(vec!["people", "personnel", "km", "year", "EUR"]), -3_i32..=4);
    prop::collection::vec(power, 0..4).prop_map(|powers| {
        powers.into_iter().fold(Dimension::none(), |product, (base, exponent)| {
            let power = Dimension::base(base).power(Exponent::from_integer(exponent)).unwrap();
            product.times(&power).unwrap()
        })
    })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_unit_reads_back_from_its_own_text(text in unit_text(), value in 1e-6..1e9) {
        let units = Units::default();
        let unit = units.unit(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error:?}")))?;
        prop_assert_eq!(&units.unit(unit.text()).unwrap(), &unit);
        let there_and_back = unit.from_base(unit.to_base(value));
        prop_assert!((there_and_back - value).abs() <= 4.0 * f64::EPSILON * value, "{there_and_back} from {value} {text}");
    }

    #[test]
    fn a_quantity_reads_back_from_its_own_text(text in unit_text(), value in 1e-6..1e9) {
        let units = Units::default();
        let unit = units.unit(&text).unwrap();
        // A number right behind a number would be one number with a blank in it.
        prop_assume!(!text.starts_with(|first: char| first.is_ascii_digit()));
        let written = format!("{} {}", number::plain(value), unit.text());
        let Quantity { value: read, unit: own, .. } = units.quantity(&written).map_err(|error| TestCaseError::fail(format!("{written}: {error:?}")))?;
        prop_assert_eq!((read, own.as_ref()), (value, Some(&unit)), "{}", written);
    }

    #[test]
    fn every_dimension_has_a_unit_that_reads_back(dimension in dimension()) {
        let unit = Unit::coherent(&dimension);
        let read = Units::default().unit(unit.text()).map_err(|error| TestCaseError::fail(format!("{}: {error:?}", unit.text())))?;
        prop_assert_eq!(read.dimension(), &dimension, "{}", unit.text());
        prop_assert!((read.to_base(1.0) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn no_text_makes_the_unit_parser_panic(
        text in prop_oneof![any::<String>(), "[-*/·^²³%()0-9 ._a-e]{0,40}", "(km|per |square |million|1e9|\\(|\\)|\\^-|9| |%){0,30}"],
    ) {
        let units = Units::default();
        for error in [units.unit(&text).err(), units.quantity(&text).err()].into_iter().flatten() {
            prop_assert!(text.get(error.range.clone()).is_some(), "the place {:?} is not in {text:?}", error.range);
        }
    }
}

/// A product of powers can have a larger one than people write; what is spelled must read back all the same.
#[test]
fn large_powers_read_back() {
    let units = Units::default();
    for power in [-99, -10, 10, 12, 99] {
        let dimension = Dimension::base("km").power(Exponent::from_integer(power)).unwrap();
        let unit = Unit::coherent(&dimension);
        assert_eq!(units.unit(unit.text()).unwrap().dimension(), &dimension, "{}", unit.text());
    }
    assert!(units.unit("km^100").is_err());
}

/// Localizer that each wait for the next must not exhaust the stack, however many there are.
#[test]
fn a_unit_nested_deeply_ends_in_a_complaint() {
    assert!(Units::default().unit(&format!("{}km", "square ".repeat(100_000))).is_err());
}

// ------------------------------------------------------------------------------------------------------- scenarios

const SCENARIOS: &[(&str, &str)] = &[
    ("custom_metrics.toml", include_str!("../../scenarios/custom_metrics.toml")),
    ("kfor-1999.toml", include_str!("../../scenarios/kfor-1999.toml")),
    ("tutorial.toml", include_str!("../../scenarios/tutorial.toml")),
    ("ukraine-2025.toml", include_str!("../../scenarios/ukraine-2025.toml")),
    ("ukraine-200000-on-the-line.toml", include_str!("../../scenarios/ukraine-200000-on-the-line.toml")),
    ("ukraine-line-and-border.toml", include_str!("../../scenarios/ukraine-line-and-border.toml")),
    ("ukraine-monitoring-mission.toml", include_str!("../../scenarios/ukraine-monitoring-mission.toml")),
    ("ukraine-no-us-backing.toml", include_str!("../../scenarios/ukraine-no-us-backing.toml")),
    ("ukraine-us-drawdown.toml", include_str!("../../scenarios/ukraine-us-drawdown.toml")),
    ("ukraine-reassurance-force.toml", include_str!("../../scenarios/ukraine-reassurance-force.toml")),
];

fn shelf() -> Vec<(String, String)> {
    SCENARIOS.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect()
}

/// A scenario of the repository as an assessment.
fn shipped(name: &str) -> Assessment {
    let content = SCENARIOS.iter().find(|(have, _)| *have == name).expect("it is shipped").1;
    assess(name, content, &Shelf(&shelf())).unwrap_or_else(|complaints| panic!("{complaints}"))
}

#[derive(Clone, Debug)]
enum Slip {
    Delete(usize, usize),
    Duplicate(usize, usize),
    Insert(usize, String),
}

fn slip() -> impl Strategy<Value = Slip> {
    let words = vec![
        "[",
        "]",
        "\"",
        "=",
        "\n",
        "-",
        "1e999",
        "0",
        "km",
        "[[sweep]]\n",
        "{",
        "é",
        "\u{0}",
        "nan",
        "(",
        "per",
        "\\",
        "'''",
    ];
    prop_oneof![
        (any::<usize>(), 1_usize..60).prop_map(|(at, length)| Slip::Delete(at, length)),
        (any::<usize>(), 1_usize..200).prop_map(|(at, length)| Slip::Duplicate(at, length)),
        (any::<usize>(), select(words)).prop_map(|(at, word)| Slip::Insert(at, word.to_owned())),
    ]
}

/// The text with a slip in it: bytes are moved, and what is no text any more is mended as a file's reader would.
fn slipped(text: &str, slip: &Slip) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let part = |at: usize, length: usize| {
        let start = at % bytes.len().max(1);
        start.min(bytes.len())..(start + length).min(bytes.len())
    };
    match slip {
        Slip::Delete(at, length) => {
            bytes.drain(part(*at, *length));
        }
        Slip::Duplicate(at, length) => {
            let range = part(*at, *length);
            let copy = bytes[range.clone()].to_vec();
            bytes.splice(range.end..range.end, copy);
        }
        Slip::Insert(at, word) => {
            let start = part(*at, 0).start;
            bytes.splice(start..start, word.bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #![proptest_config(cases(300))]

    /// Whatever slips into a file, there is an assessment or a complaint, and both can be shown.
    #[test]
    fn no_slip_makes_the_loading_panic(at in 0..SCENARIOS.len(), slips in prop::collection::vec(slip(), 1..4)) {
        let (name, content) = SCENARIOS[at];
        let text = slips.iter().fold(content.to_owned(), |text, slip| slipped(&text, slip));
        match assess(name, &text, &Shelf(&shelf())) {
            Ok(assessment) => prop_assert_eq!(assessment.calculation.tape().outputs().len(), assessment.calculation.metrics.len()),
            Err(complaints) => prop_assert!(complaints.contains("error"), "no error in {complaints:?}"),
        }
    }
}

/// Every shipped scenario in other units: when each base unit is taken half as large, so that every input's number
/// doubles once for each power of it, every metric's number does the same, to the last bit.
#[test]
fn metrics_scale_as_their_units_say() {
    for (name, _) in SCENARIOS {
        let assessment = shipped(name);
        let central = assessment.calculation.central();
        let before = assessment.calculation.tape().results(&central);
        for base in ["personnel", "people", "km", "year", "EUR"] {
            let factor = |unit: &Unit| {
                let power = unit
                    .dimension()
                    .powers()
                    .find(|(have, _)| *have == base)
                    .map_or(0, |(_, power)| power.to_integer());
                2.0_f64.powi(power)
            };
            let inputs: Vec<f64> =
                assessment.calculation.inputs.iter().map(|input| input.value * factor(&input.unit)).collect();
            let after = assessment.calculation.tape().results(&inputs);
            for (metric, (before, after)) in assessment.calculation.metrics.iter().zip(before.iter().zip(after)) {
                // Rounding up to whole persons is no law of nature.
                let rounds = metric
                    .formula
                    .nodes()
                    .iter()
                    .any(|node| matches!(node.part, Part::Unary(Unary::Ceil | Unary::Floor, _)));
                let wanted = before * factor(&metric.unit);
                assert!(
                    rounds || same(after, wanted),
                    "{name}, {} in other {base}: {after} instead of {wanted}",
                    metric.id
                );
            }
        }
    }
}

/// Twice the peacekeepers are twice as dense everywhere, and half the room for each.
#[test]
fn twice_the_peacekeepers_are_twice_as_dense() {
    let assessment = shipped("ukraine-2025.toml");
    let force = assessment.calculation.input("peacekeepers").unwrap();
    let results = assessment.calculation.evaluate(&[(force, &[50_000.0, 100_000.0])], 2);
    let ratio = |metric: &str| {
        let column = &results[assessment.calculation.metric(metric).unwrap()];
        column[1] / column[0]
    };
    let once = ["front_density", "combat_front_density", "on_duty_front_density", "force_density", "force_to_space"];
    let shares = ["reference_share", "reference_area_share", "reference_population_share", "holdable_front_length"];
    for metric in once.into_iter().chain(shares) {
        assert!(same(ratio(metric), 2.0), "{metric} grew by {}", ratio(metric));
    }
    for metric in ["soldier_spacing", "people_per_peacekeeper", "area_per_peacekeeper"] {
        assert!(same(ratio(metric), 0.5), "{metric} grew by {}", ratio(metric));
    }
    for metric in
        ["reference_requirement", "reference_area_requirement", "reference_force_to_space", "measured_area_ratio"]
    {
        assert!(same(ratio(metric), 1.0), "{metric} grew by {}", ratio(metric));
    }
}

/// The same mission written in other units has the same metrics.
#[test]
fn other_units_for_the_same_mission_change_nothing() {
    let of = |inputs: &str| assessment(&format!("title = \"t\"\npurpose = \"observation\"\n[input]\n{inputs}"));
    let metric = of(
        "peacekeepers = \"12_000 soldiers\"\nfront_length = \"120 km\"\narea = \"250_000 ha\"\npopulation = \"1.5 million people\"",
    );
    let mixed = of(
        "peacekeepers = \"12 thousand troops\"\nfront_length = \"120_000 m\"\narea = \"2_500 km2\"\npopulation = \"1_500_000 inhabitants\"",
    );
    assert!(metric.calculation.metrics.len() >= 6);
    for (one, other) in metric.calculation.metrics.iter().zip(&mixed.calculation.metrics) {
        assert!(
            (one.value - other.value).abs() <= 1e-15 * one.value.abs(),
            "{}: {} and {}",
            one.id,
            one.value,
            other.value
        );
    }
}

/// Metrics computed at once for many missions are those of each mission alone, in any thread.
#[test]
fn columns_of_an_assessment_are_its_single_results_in_any_thread() {
    let assessment = shipped("custom_metrics.toml");
    let mut random = Random(7);
    let columns: Vec<Vec<f64>> = assessment
        .calculation
        .inputs
        .iter()
        .map(|input| (0..600).map(|_| input.value * random.log_uniform(0.5, 2.0)).collect())
        .collect();
    let columns: Vec<(InputId, &[f64])> =
        assessment.calculation.inputs.keys().zip(columns.iter().map(Vec::as_slice)).collect();
    let results = thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(|| assessment.calculation.evaluate(&columns, 600)));
        threads.map(|thread| thread.join().unwrap())
    });
    for sample in 0..600 {
        let inputs: Vec<f64> = columns.iter().map(|(_, column)| column[sample]).collect();
        let single = assessment.calculation.tape().results(&inputs);
        for (metric, alone) in assessment.calculation.metrics.keys().zip(single) {
            assert!(
                results.iter().all(|results| same(results[metric][sample], alone)),
                "{}",
                assessment.calculation.metrics[metric].id
            );
        }
    }
}
