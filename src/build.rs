//! Reads the TOML files that are built in when the program is built, so that it need not read them whenever it starts.
//!
//! What is written for `language::ordinary` to include is a list of the standard model's labels. What is
//! written for `scenario::built_in` to include is each file's text with a list of its values, a table or list
//! followed by those in it.

use std::error::Error;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The files, from the project's root.
const FILES: [&str; 12] = [
    "src/model/standard.toml",
    "src/model/methods.toml",
    "src/model/supply.toml",
    "src/model/cost.toml",
    "src/model/sources.toml",
    "scenarios/reference_missions.toml",
    "scenarios/ukraine-2025.toml",
    "scenarios/data/contributors.toml",
    "scenarios/data/correlations.toml",
    "scenarios/data/observed.toml",
    "scenarios/data/records.toml",
    "scenarios/data/ukraine-estimates.toml",
];

fn main() -> Result<(), Box<dyn Error>> {
    let root = std::env::var("CARGO_MANIFEST_DIR")?;
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut code = String::from("pub(super) static FILES: &[File] = &[\n");
    let mut labels = Vec::new();
    for file in FILES {
        println!("cargo::rerun-if-changed={file}");
        let content = std::fs::read_to_string(Path::new(&root).join(file))?;
        let table = DeTable::parse(&content).map_err(|error| format!("{file}: {error}"))?.into_inner();
        let mut written = Written { content: &content, values: String::new(), unquoted: String::new(), count: 0 };
        written.members(&table).map_err(|error| format!("{file}: {error}"))?;
        let Written { values, unquoted, .. } = written;
        let entries = table.len();
        // Found where the project lies when this is compiled, also when its folder was moved in the meantime.
        let path = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{file}\")");
        write!(code, "File {{ content: include_str!({path}), entries: {entries}, ")?;
        writeln!(code, "values: &[\n{values}], unquoted: &[\n{unquoted}] }},")?;
        if file.starts_with("src/model/") {
            labels_in(&table, &mut labels);
        }
    }
    code.push_str("];\n");
    labels.sort();
    labels.dedup();
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("built_in.rs"), code)?;
    std::fs::write(Path::new(&folder).join("labels.rs"), format!("static LABELS: &[&str] = &{labels:?};\n"))?;
    Ok(())
}

/// The labels in a table and in those within.
fn labels_in(table: &DeTable<'_>, labels: &mut Vec<String>) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::String(text) if key.get_ref() == "label" => {
                labels.push(text.to_string());
            }
            DeValue::Table(inner) => labels_in(inner, labels),
            DeValue::Array(items) => {
                let tables = items.iter().filter_map(|item| item.get_ref().as_table());
                tables.for_each(|inner| labels_in(inner, labels));
            }
            _ => {}
        }
    }
}

/// What is written of a file.
struct Written<'a> {
    content: &'a str,
    values: String,
    /// Texts that are not as they stand in the file, for their escapes.
    unquoted: String,
    count: usize,
}

impl Written<'_> {
    fn members(&mut self, table: &DeTable<'_>) -> Result<(), Box<dyn Error>> {
        for (key, value) in table {
            if self.content.get(key.span()) != Some(key.get_ref()) {
                return Err(format!("write the key `{}` without quotes", key.get_ref()).into());
            }
            self.value(key.span(), value.span(), value.get_ref())?;
        }
        Ok(())
    }

    fn value(&mut self, key: Range<usize>, span: Range<usize>, value: &DeValue<'_>) -> Result<(), Box<dyn Error>> {
        let what = match value {
            DeValue::String(text) => self.text(&span, text)?,
            DeValue::Integer(integer) => {
                format!("Number({}_f64)", i128::from_str_radix(integer.as_str(), integer.radix())?)
            }
            DeValue::Float(float) => format!("Number({:?})", float.as_str().parse::<f64>()?),
            DeValue::Boolean(flag) => format!("Flag({flag})"),
            DeValue::Datetime(_) => return Err("write dates in quotes".into()),
            DeValue::Array(items) => format!("List({})", items.len()),
            DeValue::Table(table) => format!("Table({})", table.len()),
        };
        let (Range { start: from, end: to }, Range { start, end }) = (key, span);
        writeln!(self.values, "at({from}, {to}, {start}, {end}, What::{what}),")?;
        match value {
            DeValue::Array(items) => items.iter().try_for_each(|item| self.value(0..0, item.span(), item.get_ref())),
            DeValue::Table(table) => self.members(table),
            _ => Ok(()),
        }
    }

    /// A text as it stands between its quotes; apart from the file where it has escapes.
    fn text(&mut self, span: &Range<usize>, text: &str) -> Result<String, Box<dyn Error>> {
        let between = |quotes: &usize| self.content.get(span.start + quotes..span.end - quotes) == Some(text);
        if let Some(quotes) = [1, 3].iter().find(|quotes| between(quotes)) {
            return Ok(format!("Quoted({quotes})"));
        }
        writeln!(self.unquoted, "{text:?},")?;
        self.count += 1;
        Ok(format!("Unquoted({})", self.count - 1))
    }
}
