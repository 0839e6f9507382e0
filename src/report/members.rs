//! Scopes with many members: which they are, and their numbers by member, in place of a section for each number.

use crate::model::Assessment;
use crate::quantity::unit::Unit;
use serde_json::{Map, Value, json};

/// Members of a scope that are still spoken of one by one.
const FEW: usize = 4;

/// A number of a member: scope and member, its own name, its unit and its value there.
type Cell<'a> = (&'a (String, String), &'a str, &'a Unit, f64);

/// The scopes with more members than can be spoken of one by one.
#[must_use]
pub(crate) fn crowded(assessment: &Assessment) -> Vec<String> {
    let mut scopes: Vec<(String, Vec<&str>)> = Vec::new();
    for (scope, member) in assessment.calculation.inputs.iter().filter_map(|input| input.member.as_ref()) {
        match scopes.iter_mut().find(|(name, _)| name == scope) {
            Some((_, members)) if members.contains(&member.as_str()) => {}
            Some((_, members)) => members.push(member),
            None => scopes.push((scope.clone(), vec![member])),
        }
    }
    scopes.into_iter().filter(|(_, members)| members.len() > FEW).map(|(scope, _)| scope).collect()
}

/// Whether something belongs to one of these scopes.
#[must_use]
pub(crate) fn is_in(member: Option<&(String, String)>, crowded: &[String]) -> bool {
    member.is_some_and(|(scope, _)| crowded.contains(scope))
}

fn inputs(assessment: &Assessment) -> Vec<Cell<'_>> {
    let inputs = assessment.calculation.inputs.iter();
    inputs.filter_map(|input| Some((input.member.as_ref()?, input.name.as_str(), &input.unit, input.value))).collect()
}

fn metrics(assessment: &Assessment) -> Vec<Cell<'_>> {
    let metrics = assessment.calculation.metrics.iter();
    metrics
        .filter_map(|metric| Some((metric.member.as_ref()?, metric.name.as_str(), &metric.unit, metric.value)))
        .collect()
}

/// `{scope: {member: {name: value}}}` in the units that `units` gives for each name.
#[must_use]
pub(crate) fn json(assessment: &Assessment, crowded: &[String]) -> Value {
    let mut scopes = Map::new();
    for (member, name, unit, value) in inputs(assessment).into_iter().chain(metrics(assessment)) {
        if !is_in(Some(member), crowded) {
            continue;
        }
        let scope = scopes.entry(member.0.clone()).or_insert_with(|| json!({ "units": {}, "members": {} }));
        let value = unit.from_base(value);
        scope["units"][name] = json!(unit.text());
        scope["members"][member.1.as_str()][name] = json!(value.is_finite().then_some(value));
    }
    Value::Object(scopes)
}
