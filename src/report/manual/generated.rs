//! Tables and lists of the manual, made of the tables that the program itself reads: keys, units, operators, methods.

use crate::formula::operator::{Binary, Gather, Unary};
use crate::quantity::vocabulary;
use crate::report::format::{CHANGES, FORMAT};
use crate::report::results;
use crate::report::table::Table;
use crate::scenario::Entries;
use crate::scenario::keys::{
    CHART, CONFIDENCES, CORRELATION, DISTRIBUTIONS, INPUT, KINDS, Key, Keys, METRIC, SCENARIO, STYLE, SWEEP, Shape,
};

/// What stands for a name in the manual.
pub enum Generated {
    /// A table.
    Table(Table),
    /// Words inside a sentence.
    Words(String),
}

/// What a name in the manual stands for.
pub fn generated(name: &str, entries: &Entries) -> Option<Generated> {
    let list = |words: &[&str]| Generated::Words(words.join(", "));
    Some(match name {
        "scenario" => Generated::Table(keys(&SCENARIO, &|_| true)),
        "input" => Generated::Table(keys(&INPUT, &|key| !is_of_range(key) || key.name == "value")),
        "range" => Generated::Table(keys(&INPUT, &is_of_range)),
        "metric" => Generated::Table(keys(&METRIC, &|_| true)),
        "sweep" => Generated::Table(keys(&SWEEP, &|_| true)),
        "chart" => Generated::Table(keys(&CHART, &|_| true)),
        "style" => Generated::Table(keys(&STYLE, &|_| true)),
        "correlation" => Generated::Table(keys(&CORRELATION, &|_| true)),
        "operators" => Generated::Table(operators()),
        "functions" => Generated::Table(functions()),
        "units" => Generated::Table(units()),
        "multiples" => Generated::Table(multiples()),
        "methods" => Generated::Table(methods(entries)),
        "distributions" => list(DISTRIBUTIONS),
        "kinds" => list(KINDS),
        "confidences" => list(CONFIDENCES),
        "results" => list(&results::COLUMNS),
        "format" => Generated::Words(FORMAT.to_string()),
        "changes" => Generated::Table(changes()),
        _ => return None,
    })
}

/// Whether a key says which values an input can have.
fn is_of_range(key: &Key) -> bool {
    matches!(key.shape, Shape::Quantity | Shape::ManyQuantities | Shape::Numbers | Shape::Number(..))
        || matches!(key.shape, Shape::Choice(words) if words == DISTRIBUTIONS)
}

/// Keys and what they are for.
fn keys(of: &Keys, which: &dyn Fn(&Key) -> bool) -> Table {
    let mut table = Table::new(&["Key", "What it is for"], &[]);
    for key in of.keys.iter().filter(|key| which(key)) {
        let name = match key.shape {
            Shape::Named(_) | Shape::NamedQuantities(_) if std::ptr::eq(of, &raw const SCENARIO) => {
                format!("[{}.NAME]", key.name)
            }
            Shape::List(_) => format!("[[{}]]", key.name),
            Shape::Table(_) => format!("[{}]", key.name),
            _ => key.name.to_owned(),
        };
        let words = match key.shape {
            Shape::Choice(words) | Shape::Choices(words) => format!("{} {}.", key.about, words.join(", ")),
            _ => key.about.to_owned(),
        };
        let needed = if key.required { " Required." } else { "" };
        table.push([name, format!("{words}{needed}")]);
    }
    table
}

fn operators() -> Table {
    let mut table = Table::new(&["Operator", "Wants"], &[]);
    let mut infix: Vec<Binary> =
        Binary::ALL.into_iter().filter(|one| !matches!(one, Binary::Min | Binary::Max)).collect();
    infix.sort_by_key(|one| one.precedence());
    for one in infix {
        let wants = if one.wants_same_dimension() {
            "the same unit, but for its size, on both sides"
        } else if one == Binary::Pow {
            "a pure number as exponent"
        } else {
            "anything: the units combine"
        };
        table.push([format!("a {} b", one.spelling()), wants.to_owned()]);
    }
    table
}

fn functions() -> Table {
    let mut table = Table::new(&["Function", "Takes"], &[]);
    for one in Unary::ALL.into_iter().filter(|one| *one != Unary::Neg) {
        let takes = match one {
            Unary::Ln | Unary::Exp => "a pure number",
            Unary::Ceil | Unary::Floor => "a pure number or a count such as personnel",
            _ => "anything",
        };
        table.push([format!("{}(x)", one.spelling()), takes.to_owned()]);
    }
    for one in [Binary::Min, Binary::Max] {
        table.push([format!("{}(a, b, ...)", one.spelling()), "two or more of one dimension".to_owned()]);
    }
    for one in Gather::ALL {
        table.push([format!("{}(x)", one.spelling()), "a name that each member of a scope has".to_owned()]);
    }
    table
}

fn units() -> Table {
    let mut table = Table::new(&["Spellings", "Is"], &[]);
    for word in vocabulary::units() {
        table.push([word.spellings.join(", "), word.is]);
    }
    table
}

fn multiples() -> Table {
    let mut table = Table::new(&["Spellings", "Is"], &[]);
    for word in vocabulary::multiples() {
        table.push([word.spellings.join(", "), word.is]);
    }
    table
}

fn changes() -> Table {
    let mut table = Table::new(&["Format", "Key", "Since then"], &[0]);
    for change in CHANGES {
        table.push([change.format.to_string(), change.key.to_owned(), change.now.to_owned()]);
    }
    table
}

fn methods(entries: &Entries) -> Table {
    let mut table = Table::new(&["Metric", "Method, and the purposes it is meant for"], &[]);
    for metric in &entries.metrics {
        if let Some(method) = &metric.method {
            table.push([metric.name.value.to_string(), format!("{}: {}", method.label, method.applies.join(", "))]);
        }
    }
    table
}
