//! Charts and their style as data for another painter, in a page say: what it must know to draw what is drawn here.
//!
//! Knows nothing of pages, and of texts only which ones charts say by themselves.

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use super::colour_bar::{STEPS, slice};
use super::kind::Chart;
use super::letters::{Letters, Weight};
use super::palette::Rgb;
use super::style::Style;
use super::svg::{FAMILY, hex};
use super::theme::{Footer, LINE_WIDTH, TEXT_SIZE};
use crate::args;
use crate::language::{Localizer, Value};

/// Private characters around the name of a place in a text.
const PLACE: [char; 2] = ['\u{e003}', '\u{e004}'];

/// Characters of charts that are measured beside those of Western Europe and those that are asked for.
const FURTHER: &str = "œŒ–—‘’‚“”„…‰€⁰⁴⁵⁶⁷⁸⁹⁻−≈≥≤→↑↓\u{202f}";

/// Letters of Russian and Ukrainian, measured where there is one of them.
const CYRILLIC: std::ops::Range<u32> = 0x400..0x492;

/// Advances are whole numbers of this part of the em.
const EM: f64 = 10_000.0;

/// What charts say by themselves, with the names of the places in it.
const WORDS: [(&str, &[&str]); 25] = [
    ("not-available", &[]),
    ("none", &[]),
    ("nothing-to-show", &[]),
    ("no-values", &[]),
    ("no-positive-values", &[]),
    ("map-too-small", &[]),
    ("no-central", &[]),
    ("text-not-available", &["text"]),
    ("no-effect", &["inputs"]),
    ("no-effect-more", &["inputs", "more"]),
    ("key-low", &[]),
    ("key-high", &[]),
    ("central-case", &["value"]),
    ("moved-case", &["value"]),
    ("off-scale-above", &["label"]),
    ("off-scale-below", &["label"]),
    ("strip-low", &[]),
    ("strip-median", &[]),
    ("strip-high", &[]),
    ("strip-axis", &[]),
    ("strip-own", &[]),
    ("strip-key", &[]),
    ("strip-key-moved", &[]),
    ("strip-numbers", &["low", "median", "high"]),
    ("chart-moved", &["list"]),
];

/// A style as data: colours as `#rrggbb`, sizes in points, widths of letters, and texts with their places.
#[derive(Debug, Clone, Serialize)]
pub struct StyleSheet {
    ink: String,
    faint_ink: String,
    grid: String,
    ground: String,
    missing: String,
    pale: String,
    accent: String,
    bars: [String; 2],
    opposite: [String; 2],
    opposite_text: String,
    yardstick: [String; 2],
    series: Vec<String>,
    series_text: Vec<String>,
    field: Vec<String>,
    line_width: f64,
    text_size: f64,
    text_scale: f64,
    /// The line at the foot of every chart, where it is not the chart's own.
    footer: Option<String>,
    family: Option<String>,
    families: &'static str,
    letters: Widths,
    words: BTreeMap<&'static str, String>,
    /// Thousands and millions, as patterns.
    scales: BTreeMap<&'static str, String>,
    /// How many samples have no value, by the kind of number.
    undefined: BTreeMap<&'static str, String>,
}

/// Advances of letters, in parts of the em.
#[derive(Debug, Clone, Serialize)]
struct Widths {
    em: f64,
    characters: String,
    regular: Vec<f64>,
    bold: Vec<f64>,
    /// Of the box in the place of a letter that is not there, in em.
    blank: [f64; 2],
    half_capital: f64,
}

impl Style {
    /// The style for another painter. `kinds` are the kinds of numbers of its language with an example of each; `texts`
    /// have the letters that it may meet.
    #[must_use]
    pub fn sheet(&self, kinds: &[(&'static str, f64)], texts: &str) -> StyleSheet {
        let theme = &self.theme;
        let letters = Letters::new(theme.font.clone());
        let pair = |(a, b): (Rgb, Rgb)| [hex(a), hex(b)];
        let categories = || (0..theme.series.len()).map(|index| theme.category(index));
        StyleSheet {
            ink: hex(theme.ink),
            faint_ink: hex(theme.faint_ink),
            grid: hex(theme.grid),
            ground: hex(theme.ground),
            missing: hex(theme.missing),
            pale: hex(theme.pale),
            accent: hex(theme.accent),
            bars: theme.bars.map(hex),
            opposite: pair(theme.opposite),
            opposite_text: hex(theme.for_text(theme.opposite.1)),
            yardstick: pair(theme.yardstick),
            series: categories().map(hex).collect(),
            series_text: categories().map(|colour| hex(theme.for_text(colour))).collect(),
            field: (0..STEPS).map(|step| hex(slice(theme, step))).collect(),
            line_width: LINE_WIDTH * theme.line_scale,
            text_size: TEXT_SIZE,
            text_scale: theme.text_scale,
            footer: match &theme.footer {
                Footer::Standard => None,
                Footer::Off => Some(String::new()),
                Footer::Custom(text) => Some(text.clone()),
            },
            family: letters.family().map(str::to_owned),
            families: FAMILY,
            letters: widths(&letters, texts),
            words: WORDS.iter().map(|(key, places)| (*key, pattern(self.words, key, places))).collect(),
            scales: scales(self.words),
            undefined: kinds.iter().map(|(kind, count)| (*kind, undefined(self.words, *count))).collect(),
        }
    }
}

/// A place in a pattern.
#[must_use]
pub fn place(name: &str) -> String {
    format!("{}{name}{}", PLACE[0], PLACE[1])
}

fn pattern(words: Localizer, key: &str, places: &[&str]) -> String {
    let given: Vec<(&str, Value<'_>)> = places.iter().map(|name| (*name, Value::from(place(name)))).collect();
    words.format(key, &given)
}

fn scales(words: Localizer) -> BTreeMap<&'static str, String> {
    let all = ["trillion", "tn", "billion", "bn", "million", "mn", "thousand", "k"];
    let one = |name: &'static str| {
        let text = if words.is_english() {
            format!("{} {name}", place("number"))
        } else {
            pattern(words, &format!("scale-{name}"), &["number"])
        };
        (name, text)
    };
    all.into_iter().map(one).collect()
}

fn undefined(words: Localizer, count: f64) -> String {
    let text = words.format("samples-undefined", args![count = count]);
    text.replacen(&words.exact(count), &place("count"), 1)
}

fn widths(letters: &Letters, texts: &str) -> Widths {
    let cyrillic = if texts.chars().any(|c| CYRILLIC.contains(&u32::from(c))) { CYRILLIC } else { 0..0 };
    let common = (0x20..0x100).chain(cyrillic).filter_map(char::from_u32).chain(FURTHER.chars()).chain(texts.chars());
    let all: BTreeSet<char> = common.filter(|c| !c.is_control() && letters.has(*c)).collect();
    let characters: String = all.into_iter().collect();
    let of = |weight: Weight| -> Vec<f64> {
        characters.chars().map(|c| libm::round(EM * letters.width(c.encode_utf8(&mut [0; 4]), 1.0, weight))).collect()
    };
    Widths {
        em: EM,
        regular: of(Weight::Regular),
        bold: of(Weight::Bold),
        blank: [Weight::Regular, Weight::Bold].map(|weight| letters.width("\u{f8ff}", 1.0, weight)),
        half_capital: letters.half_capital(),
        characters,
    }
}

impl Chart {
    /// The name of its kind and its fields as data; nothing for kinds that no other painter knows yet.
    #[must_use]
    pub fn description(&self) -> Option<(&'static str, serde_json::Value)> {
        let (kind, value) = match self {
            Self::Bars(chart) => ("Bars", serde_json::to_value(chart)),
            Self::Dots(chart) => ("Dots", serde_json::to_value(chart)),
            Self::HeatMap(chart) => ("HeatMap", serde_json::to_value(chart)),
            Self::LineChart(chart) => ("LineChart", serde_json::to_value(chart)),
            Self::Ranges(chart) => ("Ranges", serde_json::to_value(chart)),
            Self::Stack(chart) => ("Stack", serde_json::to_value(chart)),
            Self::Strips(chart) => ("Strips", serde_json::to_value(chart)),
            Self::Tornado(chart) => ("Tornado", serde_json::to_value(chart)),
            _ => return None,
        };
        Some((kind, value.ok()?))
    }
}
