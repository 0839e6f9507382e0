//! Saved results as sections: computed again and compared with what was saved, or held against another one.

use super::csv::write;
use super::format::{self, FORMAT};
use super::moved::{Moved, Outcome};
use super::place::Names;
use super::section::Section;
use super::table::Table;
use crate::args;
use crate::language::Localizer;
use crate::quantity::number::plain;
use serde_json::{Value, json};

/// Rows that a terminal shows; JSON and CSV have all.
const ROWS: usize = 40;

/// A side of a comparison, as it is named.
#[non_exhaustive]
pub struct Side {
    /// The scenario's name.
    pub scenario: String,
    /// The version of the program.
    pub version: Option<String>,
    /// The format of its keys.
    pub format: u64,
    /// What the command line set, as it was typed.
    pub set: Vec<String>,
}

impl Side {
    /// What a result says of itself.
    #[must_use]
    pub fn of(saved: &Value) -> Self {
        let text = |a: &str, b: &str| saved.get(a).and_then(|section| section.get(b)?.as_str()).map(str::to_owned);
        let set = saved.get("record").and_then(|record| record.get("set")?.as_array());
        Self {
            scenario: text("scenario", "name").unwrap_or_default(),
            version: text("record", "version"),
            format: format::of(saved),
            set: set.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }

    fn json(&self) -> Value {
        json!({ "scenario": self.scenario, "version": self.version, "format": self.format })
    }
}

fn cell(words: Localizer, value: Option<&Value>, is_text: bool) -> String {
    match value {
        Some(Value::Null) if is_text => words.text("saved-absent"),
        None => words.text("saved-absent"),
        Some(Value::Null) => words.text("undefined"),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.as_f64().map_or_else(|| value.to_string(), |number| words.significant(number, 6)),
    }
}

fn changes(names: &Names<'_>, moved: &[Moved], heads: [&str; 2]) -> Table {
    let keys = ["saved-what", heads[0], heads[1], "saved-difference", "saved-ratio"];
    let words = names.words();
    let mut table = Table::headed(words, &keys, &[1, 2, 3, 4]);
    for row in moved.iter().take(ROWS) {
        let is_text = [&row.before, &row.after].into_iter().any(|side| side.as_ref().is_some_and(Value::is_string));
        // With the name, so that a narrow terminal has room for whole identifiers.
        let unit = row.unit.as_deref().map(|unit| names.unit(unit)).filter(|unit| !unit.is_empty());
        let place = names.place(&row.keys);
        table.push([
            unit.map_or_else(|| place.clone(), |unit| format!("{place}, {unit}")),
            cell(words, row.before.as_ref(), is_text),
            cell(words, row.after.as_ref(), is_text),
            row.difference.map_or_else(String::new, |difference| signed(words, difference)),
            ratio(row).map_or_else(String::new, |ratio| format!("×{}", words.shown(ratio))),
        ]);
    }
    table
}

fn signed(words: Localizer, value: f64) -> String {
    let text = words.shown(value);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// How many times the first number the second is; nothing where that says nothing.
fn ratio(row: &Moved) -> Option<f64> {
    let before = row.before.as_ref()?.as_f64()?;
    let ratio = (before + row.difference?) / before;
    (ratio.is_finite() && ratio > 0.0).then_some(ratio)
}

fn rows(moved: &[Moved]) -> Vec<Value> {
    let row = |row: &Moved| {
        json!({
            "path": row.path,
            "unit": row.unit,
            "before": row.before,
            "after": row.after,
            "difference": row.difference,
            "relative": row.relative,
        })
    };
    moved.iter().map(row).collect()
}

/// What moved as CSV: `path,before,after,difference,relative,unit`.
#[must_use]
pub fn csv(moved: &[Moved]) -> String {
    let text = |value: Option<&Value>| match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    let number = |value: Option<f64>| value.map_or_else(String::new, plain);
    let rows = moved.iter().map(|row| {
        vec![
            row.path.clone(),
            text(row.before.as_ref()),
            text(row.after.as_ref()),
            number(row.difference),
            number(row.relative),
            row.unit.clone().unwrap_or_default(),
        ]
    });
    write(&["path", "before", "after", "difference", "relative", "unit"], rows)
}

fn more(words: Localizer, count: usize) -> Option<String> {
    (count > ROWS).then(|| words.format("saved-more", args![count = count - ROWS]))
}

fn compared(words: Localizer, numbers: usize, texts: usize) -> String {
    words.format("saved-compared", args![numbers = numbers, texts = texts])
}

/// That a result is of an older format, and what is compared with it then; nothing where it is not.
#[must_use]
pub fn older(words: Localizer, side: &Side) -> Option<String> {
    let about = args![scenario = &side.scenario, old = side.format, new = FORMAT];
    (side.format < FORMAT).then(|| words.format("saved-format", about))
}

/// A result that was computed again: whether every number still holds. What only the new result has is no fault.
#[must_use]
pub fn rerun(names: &Names<'_>, saved: &Side, version: &str, outcome: &Outcome) -> Section {
    let words = names.words();
    let (new, moved): (Vec<Moved>, Vec<Moved>) = outcome.moved.iter().cloned().partition(|row| row.before.is_none());
    let numbers = outcome.numbers - count_new(&new);
    let texts = outcome.texts - (new.len() - count_new(&new));
    let mut sentences = Vec::new();
    if let Some(old) = saved.version.as_ref().filter(|old| *old != version) {
        sentences.push(words.format("rerun-version", args![old = old, version = version]));
    }
    let (scenario, compared) = (&saved.scenario, compared(words, numbers, texts));
    sentences.push(if moved.is_empty() {
        words.format("rerun-holds", args![scenario = scenario, compared = compared])
    } else {
        words.format("rerun-fails", args![scenario = scenario, count = moved.len(), compared = compared])
    });
    sentences.extend(more(words, moved.len()));
    if !new.is_empty() {
        sentences.push(words.format("rerun-new", args![count = new.len()]));
    }
    let json = json!({
        "scenario": saved.scenario,
        "saved_version": saved.version,
        "version": version,
        "saved_format": saved.format,
        "format": FORMAT,
        "central_only": saved.format < FORMAT,
        "holds": moved.is_empty(),
        "numbers": numbers,
        "texts": texts,
        "new": new.len(),
        "moved": rows(&moved),
    });
    let tables = if moved.is_empty() { Vec::new() } else { vec![changes(names, &moved, ["rerun-saved", "rerun-now"])] };
    Section { tables, sentences, ..Section::new("rerun", &words.text("title-rerun"), json) }
}

fn count_new(new: &[Moved]) -> usize {
    new.iter().filter(|row| row.after.as_ref().is_some_and(Value::is_number)).count()
}

/// Of an input or metric that one result lacks, its value alone; the rest goes with it.
fn whole(rows: Vec<Moved>) -> Vec<Moved> {
    let stems: Vec<String> = rows
        .iter()
        .filter_map(|row| Some(row.path.strip_suffix("value").filter(|stem| stem.ends_with('.'))?.to_owned()))
        .collect();
    let is_detail =
        |path: &str| stems.iter().any(|stem| path.strip_prefix(stem.as_str()).is_some_and(|rest| rest != "value"));
    rows.into_iter().filter(|row| !is_detail(&row.path)).collect()
}

/// Two results held against one another; what moved most stands first, what one of them lacks last.
#[must_use]
pub fn difference(names: &Names<'_>, a: &Side, b: &Side, mut outcome: Outcome) -> Section {
    // What has no relative size, a text or something one result lacks, goes behind what has one.
    outcome.moved.sort_by(|x, y| y.relative.unwrap_or(-1.0).total_cmp(&x.relative.unwrap_or(-1.0)));
    let of =
        |is: &dyn Fn(&Moved) -> bool| -> Vec<Moved> { outcome.moved.iter().filter(|row| is(row)).cloned().collect() };
    let changed = of(&|row| row.before.is_some() && row.after.is_some());
    let (appeared, gone) = (whole(of(&|row| row.before.is_none())), whole(of(&|row| row.after.is_none())));
    let words = names.words();
    let version = |side: &Side| side.version.clone().unwrap_or_else(|| words.text("diff-earlier"));
    let mut sentences = Vec::new();
    if a.version != b.version {
        sentences.push(words.format("diff-versions", args![a = version(a), b = version(b)]));
    }
    let compared = compared(words, outcome.numbers, outcome.texts);
    sentences.push(if outcome.moved.is_empty() {
        words.format("diff-nothing", args![compared = compared])
    } else {
        let counts = args![changed = changed.len(), appeared = appeared.len(), gone = gone.len(), compared = compared,];
        words.format("diff-counts", counts)
    });
    sentences.extend([&changed, &appeared, &gone].into_iter().find_map(|list| more(words, list.len())));
    let json = json!({
        "a": a.json(),
        "b": b.json(),
        "central_only": a.format.min(b.format) < FORMAT,
        "numbers": outcome.numbers,
        "texts": outcome.texts,
        "changed": rows(&changed),
        "appeared": rows(&appeared),
        "disappeared": rows(&gone),
    });
    let lists = [(changed, "diff-changed"), (appeared, "diff-appeared"), (gone, "diff-gone")];
    let tables = lists.iter().filter(|(list, _)| !list.is_empty());
    let heads = ["diff-a", "diff-b"];
    let tables = tables.map(|(list, caption)| changes(names, list, heads).titled(words.text(caption))).collect();
    Section { tables, sentences, ..Section::new("diff", &words.text("title-diff"), json) }
}
