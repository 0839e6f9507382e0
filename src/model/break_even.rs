//! Break-even searches that a scenario or the command line asks for, with every name resolved.

use super::axis::{Axis, plan_axis};
use super::calculation::Calculation;
use super::goal::{Goal, Measure, read_goal};
use super::limits;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::unit::Units;
use crate::scenario::{BreakEvenEntry, Merged, VaryEntry};

/// A break-even search.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEvenPlan {
    /// The name of its files.
    pub id: String,
    /// The chart's title, where the scenario gives one.
    pub title: Option<String>,
    /// The input to vary; of a frontier the one along the horizontal axis. Its steps are those of a frontier.
    pub first: Axis,
    /// A frontier's second input: its value is looked for at each value of the first.
    pub second: Option<Axis>,
    /// What to look for.
    pub goal: Goal,
}

/// Resolves the scenario's searches.
pub(super) fn resolve(
    calculation: &Calculation,
    merged: &Merged,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<BreakEvenPlan> {
    let mut plans = Vec::new();
    for entry in &merged.entries.break_evens {
        let inherited = merged.texts.first().is_some_and(|own| entry.span.text != *own);
        let has = |vary: &VaryEntry| vary.vary.as_ref().is_some_and(|name| calculation.input(&name.value).is_some());
        if inherited && !(has(&entry.first) && entry.second.as_ref().is_none_or(has)) {
            continue;
        }
        let mut own = Diagnostics::default();
        let plan = plan_break_even(calculation, entry, units, &mut own);
        // An inherited search for a metric that this scenario lacks the inputs for is left out.
        if plan.is_some() || own.has_errors() || !inherited {
            diagnostics.extend(own);
        }
        plans.extend(plan);
    }
    let points = |plan: &BreakEvenPlan| plan.second.as_ref().map_or(1, |second| plan.first.steps.max(second.steps));
    let all = plans.iter().map(|plan: &BreakEvenPlan| (points(plan), plan.goal.measure != Measure::Value));
    let all: Vec<(usize, bool)> = all.filter(|(points, is_statistic)| *points > 1 || *is_statistic).collect();
    let place = merged.entries.break_evens.last().map(|entry| entry.span);
    diagnostics.extend_some(limits::too_many_searched(all.into_iter(), calculation.uncertain().len(), place));
    plans
}

/// Resolves one search, of a scenario or of the command line.
#[must_use]
pub fn plan_break_even(
    calculation: &Calculation,
    entry: &BreakEvenEntry,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<BreakEvenPlan> {
    let before = diagnostics.counts().0;
    let first = plan_axis(calculation, &entry.first, units, diagnostics);
    let second = entry.second.as_ref().map(|second| plan_axis(calculation, second, units, diagnostics));
    let goal = read_goal(calculation, entry.metric.as_ref(), entry.target.as_ref()?, units, diagnostics);
    if let (Some(Some(second)), Some(first), Some(name)) =
        (&second, &first, entry.second.as_ref().and_then(|second| second.vary.as_ref()))
        && second.input == first.input
    {
        let error = Diagnostic::error("both inputs of the frontier are the same").at(name.span, "");
        diagnostics.push(error.help("a frontier varies two inputs; leave the second out to search over one"));
    }
    if diagnostics.counts().0 > before {
        return None;
    }
    let second = match second {
        None => None,
        Some(second) => Some(second?),
    };
    Some(BreakEvenPlan {
        id: entry.id(),
        title: entry.title.as_deref().map(str::to_owned),
        first: first?,
        second,
        goal: goal?,
    })
}
