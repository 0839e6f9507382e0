//! Random texts for every parser that reads what somebody wrote; see [`crate::targets`] for what must hold.

use crate::targets;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// As many texts as `PROPTEST_CASES` says, or some.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        rng_seed: RngSeed::Fixed(seed.unwrap_or(20_261_129)),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

const SCENARIOS: [&str; 4] = [
    include_str!("../../scenarios/custom_metrics.toml"),
    include_str!("../../scenarios/tutorial.toml"),
    include_str!("../../scenarios/kfor-1999.toml"),
    include_str!("../../scenarios/ukraine-2025.toml"),
];

/// What is put into texts: what other texts have in these places, and what nobody expects there.
const PIECES: [&str; 40] = [
    "=",
    "\"",
    "'",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    "\n",
    " ",
    "#",
    "\\u00e9",
    "\\",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "1e999",
    "-1",
    "0",
    "nan",
    "1_000",
    "20.000",
    "2,5",
    "%",
    "km",
    "troops",
    "per",
    "input",
    "metric",
    "formula",
    "low = 3",
    "unit = \"km\"",
    "extends = \"x\"",
    "\u{1b}[31m",
    "true",
    "2026-01-01",
    "sum(",
];

/// A text that is changed in some places: cut, doubled, or with something put in.
fn changed(text: &str, changes: &[(u16, u16, u8)]) -> String {
    let mut text = text.to_owned();
    for (at, length, what) in changes {
        let floor =
            |wanted: usize, text: &str| (0..=wanted.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let from = floor(usize::from(*at) * (text.len() + 1) / 65_536, &text).unwrap_or(0);
        let to = floor(from + usize::from(*length % 40), &text).unwrap_or(from).max(from);
        let piece = match what {
            0..=29 => String::new(),
            30..=49 => text[from..to].repeat(2),
            what => PIECES[usize::from(*what) % PIECES.len()].to_owned(),
        };
        text.replace_range(from..to, &piece);
    }
    text
}

/// Texts near to some.
fn near(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    let change = (any::<u16>(), any::<u16>(), any::<u8>());
    (proptest::sample::select(texts), prop::collection::vec(change, 0..6))
        .prop_map(|(text, changes)| changed(text, &changes))
}

/// Texts of pieces.
fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(proptest::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())
}

const STYLE: [&str; 1] =
    ["font_size = 9\nwidth = \"16 cm\"\ndpi = 300\nink = \"#222222\"\ncolours = [\"#0072b2\", \"#d55e00\"]\n\
     palette = \"grey\"\ntheme = \"dark\"\nfooter = false\nsize = \"column\"\nmap = \"viridis\"\nheight = 80\n"];

const RESULTS: [&str; 1] = [
    r#"{"scenario": {"name": "a", "title": "A", "purpose": null}, "inputs": {"front_length": {"label":
     "Front length", "value": 1000.0, "unit": "km", "source": null, "range": {"low": 800.0}}}, "metrics": {"m": {"label": "M",
     "value": null, "unit": "1"}}, "monte_carlo": {"conditions": [{"that": "m >= 1", "share": 0.5}, {"that": "m >= 2"}]},
     "record": {"version": "0.1.0", "format": 2, "set": [], "files": [{"name": "a.toml", "sha256": "", "content": ""}]}}"#,
];

const SET: [&str; 4] =
    ["front_length=1_250 km", "peacekeepers=25 thousand troops", "front_length = 12 ± 3 %", "a.b.c=1"];

const NUMBERS: [&str; 4] = ["1_250.5 km", "2.3 million people", "25 personnel per 1000 people", "1 234,5e-3 EUR/km²"];

const FORMULAS: [&str; 3] = ["sum(a) / max(b, 2) ^ -c", "ceil(x / (y - 1)) × 2 − 3", "sqrt(abs(ln(exp(x))))"];

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_scenario_is_read_or_complained_of(text in prop_oneof![4 => near(&SCENARIOS), 1 => pieces(), 1 => any::<String>()]) {
        targets::scenario(&text);
    }

    #[test]
    fn any_value_of_the_command_line_is_read_or_complained_of(text in prop_oneof![near(&SET), pieces(), any::<String>()]) {
        targets::set(&text);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_style_is_read_or_complained_of(text in prop_oneof![near(&STYLE), pieces(), any::<String>()]) {
        targets::style(&text);
    }

    #[test]
    fn any_result_is_read_or_complained_of(text in near(&RESULTS)) {
        targets::results(&text);
    }

    #[test]
    fn any_number_is_read_or_complained_of(text in prop_oneof![near(&NUMBERS), pieces(), any::<String>()]) {
        targets::number(&text);
    }

    #[test]
    fn any_formula_is_read_or_complained_of(text in prop_oneof![near(&FORMULAS), pieces(), any::<String>()]) {
        targets::formula(&text);
    }
}
