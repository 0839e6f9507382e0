//! Saved results as parts: computed again and compared with what was saved, or held against another one.

use super::csv::write;
use super::moved::{Moved, Outcome};
use super::part::Part;
use super::table::Table;
use crate::quantity::number::{plain, shown, significant};
use serde_json::{Value, json};

/// Rows that a terminal shows; JSON and CSV have all.
const ROWS: usize = 40;

/// A side of a comparison, as it is named.
pub struct Side {
    /// The scenario's name.
    pub scenario: String,
    /// The version of the program.
    pub version: Option<String>,
}

impl Side {
    /// What a result says of itself.
    #[must_use]
    pub fn of(saved: &Value) -> Self {
        let text = |a: &str, b: &str| saved.get(a).and_then(|part| part.get(b)?.as_str()).map(str::to_owned);
        Self { scenario: text("scenario", "name").unwrap_or_default(), version: text("record", "version") }
    }

    fn json(&self) -> Value {
        json!({ "scenario": self.scenario, "version": self.version })
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None => "not there".to_owned(),
        Some(Value::Null) => "undefined".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.as_f64().map_or_else(|| value.to_string(), |number| significant(number, 6)),
    }
}

fn changes(moved: &[Moved], heads: [&str; 2]) -> Table {
    let mut table = Table::new(&["What", heads[0], heads[1], "Difference", "Relative", "Unit"], &[1, 2, 3, 4]);
    for row in moved.iter().take(ROWS) {
        table.push([
            // Breaks at points, which a table has no other place for.
            row.path.replace('.', ". "),
            cell(row.before.as_ref()),
            cell(row.after.as_ref()),
            row.difference.map_or_else(String::new, shown),
            row.relative.map_or_else(String::new, |relative| format!("{} %", shown(100.0 * relative))),
            row.unit.clone().unwrap_or_default(),
        ]);
    }
    table
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

fn more(count: usize) -> Option<String> {
    (count > ROWS).then(|| format!("{} more are not shown; --json has all of them.", count - ROWS))
}

/// A result that was computed again: whether every number still holds. What only the new result has is no fault.
#[must_use]
pub fn rerun(saved: &Side, version: &str, outcome: &Outcome) -> Part {
    let (new, moved): (Vec<Moved>, Vec<Moved>) = outcome.moved.iter().cloned().partition(|row| row.before.is_none());
    let mut sentences = Vec::new();
    if let Some(old) = saved.version.as_ref().filter(|old| *old != version) {
        sentences.push(format!("The result was written by version {old}; this is version {version}."));
    }
    let compared = format!(
        "{} numbers and {} texts",
        outcome.numbers - count_new(&new),
        outcome.texts - (new.len() - count_new(&new))
    );
    sentences.push(if moved.is_empty() {
        format!("{}: all {compared} hold.", saved.scenario)
    } else {
        format!("{}: {} of {compared} do not hold.", saved.scenario, moved.len())
    });
    sentences.extend(more(moved.len()));
    if !new.is_empty() {
        sentences.push(format!("{} values are new and were not compared.", new.len()));
    }
    let json = json!({
        "scenario": saved.scenario,
        "saved_version": saved.version,
        "version": version,
        "holds": moved.is_empty(),
        "numbers": outcome.numbers - count_new(&new),
        "texts": outcome.texts - (new.len() - count_new(&new)),
        "new": new.len(),
        "moved": rows(&moved),
    });
    let tables = if moved.is_empty() { Vec::new() } else { vec![changes(&moved, ["Saved", "Now"])] };
    Part { tables, sentences, ..Part::new("rerun", "Computed again", json) }
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
pub fn difference(a: &Side, b: &Side, mut outcome: Outcome) -> Part {
    // What has no relative size, a text or something one result lacks, goes behind what has one.
    outcome.moved.sort_by(|x, y| y.relative.unwrap_or(-1.0).total_cmp(&x.relative.unwrap_or(-1.0)));
    let of =
        |is: &dyn Fn(&Moved) -> bool| -> Vec<Moved> { outcome.moved.iter().filter(|row| is(row)).cloned().collect() };
    let changed = of(&|row| row.before.is_some() && row.after.is_some());
    let (appeared, gone) = (whole(of(&|row| row.before.is_none())), whole(of(&|row| row.after.is_none())));
    let version = |side: &Side| side.version.clone().unwrap_or_else(|| "an earlier version".to_owned());
    let mut sentences = Vec::new();
    if a.version != b.version {
        sentences.push(format!("A was written by version {}, B by version {}.", version(a), version(b)));
    }
    sentences.push(if outcome.moved.is_empty() {
        format!("Nothing moved: {} numbers and {} texts are the same.", outcome.numbers, outcome.texts)
    } else {
        format!(
            "{} values changed, {} appeared and {} disappeared, of {} numbers and {} texts.",
            changed.len(),
            appeared.len(),
            gone.len(),
            outcome.numbers,
            outcome.texts
        )
    });
    sentences.extend([&changed, &appeared, &gone].into_iter().find_map(|list| more(list.len())));
    let json = json!({
        "a": a.json(),
        "b": b.json(),
        "numbers": outcome.numbers,
        "texts": outcome.texts,
        "changed": rows(&changed),
        "appeared": rows(&appeared),
        "disappeared": rows(&gone),
    });
    let lists = [(changed, "Changed"), (appeared, "In B only"), (gone, "In A only")];
    let tables = lists.iter().filter(|(list, _)| !list.is_empty());
    let tables = tables.map(|(list, caption)| changes(list, ["A", "B"]).titled(*caption)).collect();
    Part { tables, sentences, ..Part::new("diff", "What moved", json) }
}
