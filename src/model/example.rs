//! Worked examples: the values a metric's table gives, run through its formula.

use super::instance::Checked;
use super::names::NameTable;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::formula::Part;
use crate::quantity::number;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::{Located, Written};

/// Checks the worked examples of all metrics of a model and gives how many were run.
pub fn check_examples(
    model: &super::standard::Model,
    texts: &crate::diagnostic::Texts,
    diagnostics: &mut Diagnostics,
) -> usize {
    let units = Units::default();
    let entries: Vec<_> = model.entries.metrics.iter().collect();
    let scopes: Vec<_> = model.entries.scopes.iter().collect();
    let declared = super::inputs::declarations(&model.entries.inputs, &scopes, (&[], &[]), &units, diagnostics);
    let rows: Vec<_> = declared.iter().map(|known| (known.scope, known.entry, known.unit.clone())).collect();
    let names = NameTable::new(&rows, &entries, &units, texts, diagnostics);
    let checked: Vec<Checked<'_>> = entries
        .iter()
        .filter_map(|entry| {
            let formula = crate::formula::parse(&entry.formula.as_ref()?.value).ok()?;
            Some(Checked { entry, formula: formula.into(), own: false })
        })
        .collect();
    check(&checked, 0, &units, &names, diagnostics);
    checked.iter().filter(|metric| !metric.entry.example.is_empty()).count()
}

/// Checks the examples of the metrics from a position on.
pub(super) fn check(
    metrics: &[Checked<'_>],
    from: usize,
    units: &Units,
    names: &NameTable,
    diagnostics: &mut Diagnostics,
) {
    for metric in metrics.iter().skip(from).filter(|metric| !metric.entry.example.is_empty()) {
        if let Err(complaint) = run(metric, units, names, diagnostics) {
            diagnostics.push(complaint);
        }
    }
}

fn run(
    metric: &Checked<'_>,
    units: &Units,
    names: &NameTable,
    diagnostics: &mut Diagnostics,
) -> Result<(), Diagnostic> {
    let entry = metric.entry;
    let used = metric.formula.names();
    for (name, _) in &entry.example {
        if name.value != "gives" && !used.contains(&name.as_str()) {
            let help = format!("an example has the formula's names, {}, and `gives`", used.join(", "));
            return Err(Diagnostic::error(format!("`{}` is not in the formula", name.value))
                .at(name.span, "")
                .help(help));
        }
    }
    let value_of = |name: &str| entry.example.iter().find(|(given, _)| given.value == name).map(|(_, value)| value);
    let unit_of = |name: &str| names.get(name).and_then(|named| named.unit.clone()).unwrap_or_else(Unit::one);
    let lacks = |name: &str| {
        Diagnostic::error(format!("the example of `{}` lacks `{name}`", entry.name.value)).at(entry.name.span, "")
    };
    let mut values: Vec<f64> = Vec::with_capacity(metric.formula.nodes().len());
    for node in metric.formula.nodes() {
        values.push(match &node.part {
            Part::Number(number) => *number,
            Part::Name(name) => {
                let written = value_of(name).ok_or_else(|| lacks(name))?;
                match written.in_base(&unit_of(name), units, diagnostics) {
                    Some(value) => value,
                    None => return Ok(()),
                }
            }
            Part::Unary(operator, operand) => operator.value(values[*operand]),
            Part::Binary(operator, left, right) => operator.value(values[*left], values[*right]),
            Part::Gather(..) => {
                return Err(Diagnostic::error("a formula that gathers over a scope cannot have an example")
                    .at(entry.name.span, "")
                    .help("leave `example` out"));
            }
        });
    }
    let gives = value_of("gives").ok_or_else(|| lacks("gives"))?;
    let unit = unit_of(&entry.name.value);
    let (unit, printed) = match gives {
        Written::Number(number) | Written::Kept(number, _) => {
            (unit, Located::new(number::plain(number.value).into(), number.span))
        }
        Written::Text(text) => match units.quantity(&text.value) {
            Ok(found) => (found.unit.unwrap_or(unit), text.clone()),
            Err(_) => (unit, text.clone()),
        },
    };
    let Some(expected) = gives.in_base(&unit, units, diagnostics) else { return Ok(()) };
    let result = values.last().copied().unwrap_or(f64::NAN);
    let (result, expected) = (unit.from_base(result), unit.from_base(expected));
    if (result - expected).abs() <= half_unit_in_last_place(&printed.value) * (1.0 + 1e-9) {
        return Ok(());
    }
    Err(Diagnostic::error(format!("the example of `{}` does not come out", entry.name.value))
        .at(printed.span, format!("the formula gives {}", unit.attach(&number::significant(result, 6))))
        .help("correct the example or the formula"))
}

/// Half a unit in the last printed digit of the number at the start of a text.
fn half_unit_in_last_place(text: &str) -> f64 {
    let digits: String =
        text.trim().chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '_' | '-')).collect();
    let decimals =
        digits.split_once('.').map_or(0, |(_, fraction)| fraction.chars().filter(char::is_ascii_digit).count());
    0.5 * libm::pow(10.0, -f64::from(u32::try_from(decimals).unwrap_or(0)))
}
