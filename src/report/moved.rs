//! Two results, number by number: what moved, what appeared and what disappeared.
//!
//! Knows the shape of JSON, and of results no more than where their units stand.

use super::format::KEY;
use crate::quantity::unit::Units;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How far numbers with a fraction may be apart where nobody says otherwise, as a share of the larger one.
pub const USUAL: f64 = 1e-12;

/// Something that is not the same in two results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Moved {
    /// Where it stands: keys, and names or positions of items of lists, with points between them.
    pub path: String,
    /// The same in parts.
    pub keys: Vec<String>,
    /// The unit that stands beside it.
    pub unit: Option<String>,
    /// What it was; nothing where it appeared.
    pub before: Option<Value>,
    /// What it is; nothing where it disappeared.
    pub after: Option<Value>,
    /// By how much a number moved, in the first result's unit.
    pub difference: Option<f64>,
    /// That as a share of the larger of the two.
    pub relative: Option<f64>,
}

/// What a comparison of two results gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// How many numbers were compared.
    pub numbers: usize,
    /// How many texts and flags.
    pub texts: usize,
    /// What moved, in the order of the results.
    pub moved: Vec<Moved>,
}

/// Compares two results; numbers with a fraction may differ by `tolerance` of the larger one, `wanted` says which paths
/// count.
#[must_use]
pub fn compare(before: &Value, after: &Value, tolerance: f64, wanted: &dyn Fn(&[&str]) -> bool) -> Outcome {
    let mut walk = Walk { tolerance, wanted, outcome: Outcome::default() };
    walk.go(&mut Vec::new(), (None, None), (Some(before), Some(after)));
    walk.outcome
}

struct Walk<'a> {
    tolerance: f64,
    wanted: &'a dyn Fn(&[&str]) -> bool,
    outcome: Outcome,
}

type Pair<'v> = (Option<&'v Value>, Option<&'v Value>);

impl Walk<'_> {
    fn go<'v>(&mut self, path: &mut Vec<String>, units: (Option<&'v str>, Option<&'v str>), (a, b): Pair<'v>) {
        if path.first().is_some_and(|key| key == KEY) {
            return;
        }
        match (a, b) {
            (Some(Value::Object(_)) | None, Some(Value::Object(_)) | None) => {
                let of = |side: Option<&'v Value>| side.and_then(Value::as_object);
                let unit = |side: Option<&'v Value>, outer| side.and_then(|v| v.get("unit")?.as_str()).or(outer);
                let units = (unit(a, units.0), unit(b, units.1));
                let mut keys: Vec<&String> = of(a).into_iter().flat_map(|map| map.keys()).collect();
                let new = of(b).into_iter().flat_map(|map| map.keys());
                keys.extend(new.filter(|key| of(a).is_none_or(|map| !map.contains_key(*key))));
                for key in keys {
                    let value = |side: Option<&'v Value>| side.and_then(|side| side.get(key));
                    path.push(key.clone());
                    self.go(path, units, (value(a), value(b)));
                    path.pop();
                }
            }
            (Some(Value::Array(_)) | None, Some(Value::Array(_)) | None) => {
                for (name, pair) in paired(items(a), items(b)) {
                    path.push(name);
                    self.go(path, units, pair);
                    path.pop();
                }
            }
            _ => self.leaf(path, units, (a, b)),
        }
    }

    fn leaf(&mut self, path: &[String], units: (Option<&str>, Option<&str>), (a, b): Pair<'_>) {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        if !(self.wanted)(&keys) {
            return;
        }
        let number = |side: Option<&Value>| side.and_then(Value::as_f64);
        let (old, new) = (number(a), number(b));
        let is_number = old.is_some() || new.is_some();
        self.outcome.numbers += usize::from(is_number);
        self.outcome.texts += usize::from(!is_number);
        let new = new.and_then(|new| converted(new, units));
        let (difference, relative) = match (old, new) {
            (Some(old), Some(new)) => {
                let size = old.abs().max(new.abs());
                (Some(new - old), Some(if size > 0.0 { (new - old).abs() / size } else { 0.0 }))
            }
            _ => (None, None),
        };
        let whole = |side: Option<&Value>| side.is_some_and(|value| value.is_i64() || value.is_u64());
        // A count that is off by one is wrong, however large it is; a wider tolerance is asked for on purpose.
        let exact = whole(a) && whole(b) && self.tolerance <= USUAL;
        let holds = relative.map_or(a == b, |relative| relative <= if exact { 0.0 } else { self.tolerance });
        if !holds {
            self.outcome.moved.push(Moved {
                path: path.join("."),
                keys: path.to_vec(),
                unit: units.0.or(units.1).filter(|_| is_number).map(str::to_owned),
                before: a.cloned(),
                after: b.cloned(),
                difference,
                relative,
            });
        }
    }
}

fn items(side: Option<&Value>) -> &[Value] {
    side.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// What items of a list are known by: the first of these that all of them have, each its own.
const NAMES: [&str; 9] = ["id", "that", "condition", "key", "lever", "input", "name", "label", "text"];

/// Items of two lists by their names, or by their positions where they have none: what was put in front of others moves
/// none of them.
fn paired<'v>(a: &'v [Value], b: &'v [Value]) -> Vec<(String, Pair<'v>)> {
    if !(a.is_empty() && b.is_empty()) && a.iter().chain(b).all(Value::is_string) {
        return texts(a, b);
    }
    let distinct = |items: &'v [Value], key: &str| {
        let names: BTreeSet<&str> = items.iter().filter_map(|item| item.get(key)?.as_str()).collect();
        names.len() == items.len()
    };
    let Some(key) = NAMES.into_iter().find(|key| distinct(a, key) && distinct(b, key)) else {
        let positions = 0..a.len().max(b.len());
        return positions.map(|position| (position.to_string(), (a.get(position), b.get(position)))).collect();
    };
    let name = |item: &'v Value| item.get(key).and_then(Value::as_str).unwrap_or_default();
    let by_name: BTreeMap<&str, &Value> = b.iter().map(|item| (name(item), item)).collect();
    let known: BTreeSet<&str> = a.iter().map(name).collect();
    let both = a.iter().map(|item| (name(item).to_owned(), (Some(item), by_name.get(name(item)).copied())));
    let new = b.iter().filter(|item| !known.contains(name(item)));
    both.chain(new.map(|item| (name(item).to_owned(), (None, Some(item))))).collect()
}

/// Texts of two lists: those that both have are the same, wherever they stand, and the others are set against each other in
/// their order.
fn texts<'v>(a: &'v [Value], b: &'v [Value]) -> Vec<(String, Pair<'v>)> {
    let mut free: Vec<bool> = vec![true; b.len()];
    let mut pairs: Vec<(usize, Pair<'v>)> = Vec::new();
    let mut alone = Vec::new();
    for (at, text) in a.iter().enumerate() {
        match (0..b.len()).find(|other| free[*other] && b[*other] == *text) {
            Some(other) => {
                free[other] = false;
                pairs.push((at, (Some(text), Some(&b[other]))));
            }
            None => alone.push((at, text)),
        }
    }
    let mut new = b.iter().enumerate().filter(|(at, _)| free[*at]);
    for (at, text) in alone {
        pairs.push((at, (Some(text), new.next().map(|(_, other)| other))));
    }
    pairs.sort_by_key(|(at, _)| *at);
    let named = pairs.into_iter().map(|(at, pair)| (at.to_string(), pair));
    let rest = new.map(|(at, text)| (at.to_string(), (None, Some(text))));
    named.chain(rest).collect()
}

/// A number of the second result in the unit of the first; nothing where the two measure different things.
fn converted(value: f64, units: (Option<&str>, Option<&str>)) -> Option<f64> {
    let (Some(old), Some(new)) = units else { return Some(value) };
    if old == new {
        return Some(value);
    }
    let known = Units::default();
    let (old, new) = (known.unit(old).ok()?, known.unit(new).ok()?);
    (old.dimension() == new.dimension()).then(|| old.from_base(new.to_base(value)))
}
