//! The page's fixed texts in the report's language: `t("key", name = value)` for the templates, and those of the script.

use crate::args;
use crate::language::{self, Language, Localizer};
use crate::quantity::unit::Unit;
use minijinja::value::Kwargs;
use minijinja::{Error, HtmlEscape, Value};
use serde::Serialize;
use std::collections::BTreeMap;

/// Private characters around the place of something with tags inside a text.
const PLACE: [char; 2] = ['\u{e003}', '\u{e004}'];

/// A text for a template. What it is given with tags keeps them; all else is escaped.
pub(super) fn say(words: Localizer, key: &str, given: &Kwargs) -> Result<Value, Error> {
    let given: Vec<(&str, Value)> =
        given.args().map(|name| Ok((name, given.get::<Value>(name)?))).collect::<Result<_, Error>>()?;
    let tagged = given.iter().any(|(_, value)| value.is_safe());
    let place = |at: usize| format!("{}{at}{}", PLACE[0], PLACE[1]);
    let args = given.iter().enumerate().map(|(at, (name, value))| {
        let number = f64::try_from(value.clone()).ok().filter(|_| value.is_number());
        let value = match number {
            Some(number) => language::Value::from(number),
            None if tagged => place(at).into(),
            None => value.to_string().into(),
        };
        (*name, value)
    });
    let text = words.format(key, &args.collect::<Vec<_>>());
    if !tagged {
        return Ok(text.into());
    }
    let escaped = |value: &Value| {
        let text = value.to_string();
        if value.is_safe() { text } else { HtmlEscape(&text).to_string() }
    };
    let text = given
        .iter()
        .enumerate()
        .fold(HtmlEscape(&text).to_string(), |text, (at, (_, value))| text.replace(&place(at), &escaped(value)));
    Ok(Value::from_safe_string(text))
}

/// What the script says and how it writes numbers.
#[derive(Serialize)]
pub(super) struct Script {
    language: &'static str,
    /// What parts thousands, and what stands before a fraction.
    group: char,
    point: char,
    /// How many inputs were moved, by the kind of number: `{count}` stands for it.
    moved: BTreeMap<&'static str, String>,
    #[serde(flatten)]
    texts: BTreeMap<&'static str, String>,
}

/// Numbers of each kind that CLDR has in these languages. In Ukrainian fractions alone are of the kind `other`; in French
/// one and a half is still one.
pub(super) fn kinds(words: Localizer) -> [(&'static str, f64); 4] {
    let other = if words.language() == Language::Ukrainian { 1.5 } else { 5.0 };
    [("one", 1.0), ("few", 2.0), ("many", 5.0), ("other", other)]
}

/// Texts without places, by the name that the script has for them.
const TEXTS: [(&str, &str); 23] = [
    ("undefined", "undefined"),
    ("none", "page-moved-none"),
    ("holds", "page-holds"),
    ("fails", "page-fails"),
    ("reset", "page-reset-done"),
    ("copied", "page-copied"),
    ("selected", "page-selected"),
    ("beside", "page-file-beside"),
    ("assumed", "page-file-assumed"),
    ("positive", "page-positive"),
    ("non_negative", "page-non-negative"),
    ("share", "page-share"),
    ("large", "page-too-large"),
    ("number", "page-no-number"),
    ("saving", "page-saving"),
    ("up", "page-sorted-up"),
    ("down", "page-sorted-down"),
    ("hold", "page-hold"),
    ("let_go", "page-let-go"),
    ("central", "page-central"),
    ("value", "head-value"),
    ("numbers", "page-numbers"),
    ("unwatched", "page-unwatched"),
];

pub(super) fn script(words: Localizer) -> Script {
    // The marks are read off a number that has them both.
    let marks: Vec<char> = words.grouped(1000.5, 1).chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let places = args![file = "{file}", head = "{head}", name = "{name}", count = "{count}", all = "{all}",];
    let mut texts: BTreeMap<&str, String> =
        TEXTS.iter().map(|(name, key)| (*name, words.format(key, places))).collect();
    texts.insert("found", words.format("page-found", places));
    texts.insert("remark", words.format("page-file-remark", places));
    let odd = args![name = "{name}", value = "{value}"];
    for (name, key) in
        [("odd_people", "page-odd-people"), ("odd_share", "page-odd-share"), ("odd_density", "page-odd-density")]
    {
        texts.insert(name, words.format(key, odd));
    }
    let moved = |(kind, count): (&'static str, f64)| {
        (kind, words.format("page-moved-count", args![count = count, shown = "{count}"]))
    };
    Script {
        language: words.language().code(),
        group: marks.first().copied().unwrap_or(','),
        point: marks.get(1).copied().unwrap_or('.'),
        moved: kinds(words).into_iter().map(moved).collect(),
        texts,
    }
}

/// A unit as the script says it: one name, or one for each kind of number.
#[derive(PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Spoken {
    Same(String),
    Forms(BTreeMap<&'static str, String>),
}

pub(super) fn spoken(words: Localizer, unit: &Unit) -> Spoken {
    let general = words.unit(unit);
    // English has a form of its own for one alone.
    if words.is_english() && beside(words, unit, "1") == general {
        return Spoken::Same(general);
    }
    let forms: BTreeMap<&str, String> =
        kinds(words).into_iter().map(|(kind, count)| (kind, beside(words, unit, &words.exact(count)))).collect();
    if forms.values().all(|form| *form == general) { Spoken::Same(general) } else { Spoken::Forms(forms) }
}

/// A unit's name as it stands beside a number.
pub(super) fn beside(words: Localizer, unit: &Unit, number: &str) -> String {
    let text = words.attach(unit, number);
    text.strip_prefix(number).unwrap_or_default().trim_start().to_owned()
}

/// A scope's name inside a sentence.
pub(super) fn scope(words: Localizer, name: &str) -> String {
    words.inside(&words.choice("scope", name))
}
