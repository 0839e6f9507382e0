//! Tables and lists of the manual, made of the tables that the program itself reads: keys, units, operators, the model.

use crate::formula::operator::{Binary, Gather, Unary};
use crate::quantity::vocabulary;
use crate::report::format::{CHANGES, FORMAT};
use crate::report::results;
use crate::report::table::Table;
use crate::scenario::keys::{
    BACKTEST, BREAK_EVEN, CASE_COLUMN, CASE_INPUT, CASES, CHART, COALITION, CONDITION, CONFIDENCES, CORRELATION,
    DISCOVERY, DISTRIBUTIONS, ESTIMATE, INPUT, JOIN, KINDS, Key, Keys, MEMBER, METHOD, METRIC, MISSION, MONTE_CARLO,
    OPTION, PANEL, PILLAR, REGRET, RULE, SAID, SCENARIO, SCOPE, SENSITIVITY, SOURCE, STYLE, SWEEP, Shape, UNIT,
};
use crate::scenario::{Entries, InputEntry, MetricEntry};

/// What stands under a mark of the manual.
#[non_exhaustive]
pub enum Generated {
    /// A table.
    Table(Table),
    /// A table too long for a terminal, for which a command of its own prints more.
    Listing(Table),
    /// A list of words.
    Localizer(String),
}

/// What stands under the mark of a name.
pub(crate) fn generated(name: &str, entries: &Entries) -> Option<Generated> {
    let list =
        |words: &[&str]| Generated::Localizer(words.iter().map(|word| ticked(word)).collect::<Vec<_>>().join(", "));
    let of = KEYS.iter().find(|(known, _)| *known == name);
    Some(match name {
        "input" => Generated::Table(keys(&INPUT, &|key| !is_of_range(key) || key.name == "value")),
        "range" => Generated::Table(keys(&INPUT, &is_of_range)),
        "operators" => Generated::Table(operators()),
        "functions" => Generated::Table(functions()),
        "units" => Generated::Table(units()),
        "multiples" => Generated::Table(multiples()),
        "methods" => Generated::Table(methods(entries)),
        "metrics" => Generated::Listing(metrics(entries)),
        "inputs" => Generated::Listing(inputs(entries)),
        "distributions" => list(DISTRIBUTIONS),
        "kinds" => list(KINDS),
        "confidences" => list(CONFIDENCES),
        "results" => list(&results::columns().iter().map(String::as_str).collect::<Vec<_>>()),
        "format" => Generated::Localizer(FORMAT.to_string()),
        "changes" => Generated::Table(changes()),
        _ => Generated::Table(keys(of?.1, &|_| true)),
    })
}

/// The tables of keys that stand in the manual as they are.
static KEYS: &[(&str, &Keys)] = &[
    ("scenario", &SCENARIO),
    ("source", &SOURCE),
    ("metric", &METRIC),
    ("method", &METHOD),
    ("estimate", &ESTIMATE),
    ("unit", &UNIT),
    ("scope", &SCOPE),
    ("member", &MEMBER),
    ("coalition", &COALITION),
    ("mission", &MISSION),
    ("backtest", &BACKTEST),
    ("cases", &CASES),
    ("rule", &RULE),
    ("said", &SAID),
    ("case_input", &CASE_INPUT),
    ("case_column", &CASE_COLUMN),
    ("join", &JOIN),
    ("monte_carlo", &MONTE_CARLO),
    ("condition", &CONDITION),
    ("correlation", &CORRELATION),
    ("sensitivity", &SENSITIVITY),
    ("break_even", &BREAK_EVEN),
    ("discovery", &DISCOVERY),
    ("pillar", &PILLAR),
    ("option", &OPTION),
    ("regret", &REGRET),
    ("sweep", &SWEEP),
    ("chart", &CHART),
    ("panel", &PANEL),
    ("style", &STYLE),
];

/// As code.
fn ticked(text: &str) -> String {
    format!("`{text}`")
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
        table.push([ticked(&name), format!("{words}{needed}")]);
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
        table.push([ticked(&format!("a {} b", one.spelling())), wants.to_owned()]);
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
        table.push([ticked(&format!("{}(x)", one.spelling())), takes.to_owned()]);
    }
    for one in [Binary::Min, Binary::Max] {
        table.push([ticked(&format!("{}(a, b, ...)", one.spelling())), "two or more of one dimension".to_owned()]);
    }
    for one in Gather::ALL {
        table.push([ticked(&format!("{}(x)", one.spelling())), "a name that each member of a scope has".to_owned()]);
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
            table.push([ticked(&metric.name.value), format!("{}: {}", method.label, method.applies.join(", "))]);
        }
    }
    table
}

/// The metrics of the model; those of the members of a scope once.
fn metrics(entries: &Entries) -> Table {
    let mut table = Table::new(&["Name", "Identifier", "Unit", "Formula"], &[]);
    let label = |metric: &MetricEntry| metric.label.as_deref().unwrap_or(&metric.name.value).to_owned();
    for metric in &entries.metrics {
        let unit = metric.unit.as_ref().map_or("", |unit| &unit.value);
        let formula = metric.formula.as_ref().map_or("", |formula| &formula.value);
        table.push([label(metric), ticked(&metric.name.value), unit.to_owned(), ticked(formula)]);
    }
    table
}

/// The inputs of the model, with those that each member of a scope has at the end.
fn inputs(entries: &Entries) -> Table {
    let mut table = Table::new(&["Name", "Identifier", "Unit", "Role"], &[]);
    let label = |input: &InputEntry| input.label.as_deref().unwrap_or(&input.name.value).to_owned();
    let role = |input: &InputEntry| input.role.as_deref().unwrap_or_default().to_owned();
    let unit = |input: &InputEntry| input.unit.as_ref().map_or_else(String::new, |unit| unit.value.to_string());
    for input in entries.inputs.iter().filter(|input| input.member.is_none()) {
        table.push([label(input), ticked(&input.name.value), unit(input), role(input)]);
    }
    for scope in &entries.scopes {
        for input in &scope.inputs {
            let name = ticked(&format!("{}.NAME.{}", scope.name.value, input.name.value));
            table.push([label(input), name, unit(input), role(input)]);
        }
    }
    table
}
