//! A slider, a number field or a list for every input that is decided by somebody or uncertain.

use super::live::{self, Name};
use super::texts;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Input, InputId, MetricId};
use crate::quantity::number::plain;
use crate::report::wording::{Wording, digits, range_text};
use crate::scenario::{Bounds, Role};
use serde::Serialize;

/// Positions that a slider can have, less one.
pub(super) const STEPS: u32 = 400;

/// A range over more than this factor is spread by its logarithm: two decades.
const WIDE: f64 = 100.0;

/// How far a slider goes where no range is stated: by this factor down and up.
const FREE: f64 = 5.0;

/// Controls that stand in the first screen at most.
const FIRST: usize = 6;

/// How far an input is moved to see what it moves.
const NUDGE: f64 = 1.1;

/// Controls under one heading.
#[derive(Serialize)]
pub(super) struct Group<'a> {
    title: String,
    id: String,
    controls: Vec<Control<'a>>,
}

/// A control.
#[derive(Serialize)]
pub(super) struct Control<'a> {
    position: InputId,
    label: &'a str,
    unit: Name,
    /// The number as the field has it.
    value: String,
    choices: Vec<(String, String, bool)>,
    /// The slider's position.
    at: u32,
    has_slider: bool,
    range: String,
}

/// Where a slider goes, in the input's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Track {
    pub low: f64,
    pub high: f64,
    pub log: bool,
}

/// The slider's way: the stated range, or a share's whole, or some way down and up from the value. None where the value
/// is zero and nothing says how far it could go.
pub(super) fn track(input: &Input) -> Option<Track> {
    let value = input.shown_value();
    let (low, high) = if input.range.is_some() {
        let interval = input.interval();
        (input.unit.from_base(interval.low), input.unit.from_base(interval.high))
    } else if input.bounds == Bounds::Share {
        (0.0, input.unit.from_base(1.0))
    } else {
        let ends = (tidy(value / FREE), tidy(value * FREE));
        (ends.0.min(ends.1), ends.0.max(ends.1))
    };
    let fits = low.is_finite() && high.is_finite() && low < high;
    fits.then_some(Track { low, high, log: low > 0.0 && high / low > WIDE })
}

/// A number with no more digits than a reader wants on a scale.
fn tidy(value: f64) -> f64 {
    rounded(value, 3)
}

/// The value as a field shows it: its own digits without those that the conversion of units adds.
pub(super) fn field(input: &Input) -> f64 {
    rounded(input.shown_value(), digits(input))
}

pub(super) fn rounded(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits.saturating_sub(1)).parse().unwrap_or(value)
}

impl Track {
    fn position(self, value: f64) -> u32 {
        let share = if self.log {
            libm::log(value / self.low) / libm::log(self.high / self.low)
        } else {
            (value - self.low) / (self.high - self.low)
        };
        let step = libm::round(share.clamp(0.0, 1.0) * f64::from(STEPS));
        (0..=STEPS).find(|position| f64::from(*position) >= step).unwrap_or(0)
    }
}

/// Whether the page has a control for an input.
pub(super) fn is_moved(input: &Input) -> bool {
    matches!(input.role, Role::Lever | Role::Uncertainty)
}

/// The inputs that move most of what the answer says: what a planner decides first, then what is uncertain.
fn foremost(assessment: &Assessment) -> Vec<InputId> {
    let calculation = &assessment.calculation;
    let (roles, base) = (&assessment.roles, calculation.central());
    let methods =
        roles.methods.iter().filter(|method| assessment.purpose.is_none_or(|it| method.applies.contains(&it)));
    let mut spoken: Vec<MetricId> = roles.proposal.stands.clone();
    spoken.extend(methods.filter_map(|method| method.metric.as_ref().ok().copied()));
    spoken.extend(roles.supply.as_ref().ok().map(|supply| supply.sustainable));
    spoken.extend(roles.costs.annual.at);
    spoken.extend(assessment.requests.conditions.iter().map(|condition| condition.metric));
    let before = calculation.tape().results(&base);
    let weight = |input: InputId| -> f64 {
        let mut moved = base.clone();
        moved[input.index()] *= NUDGE;
        let after = calculation.tape().results(&moved);
        let change = |metric: &MetricId| {
            let (was, is) = (before[metric.index()], after[metric.index()]);
            let change = ((is - was) / was).abs();
            if change.is_finite() { change.min(1.0) } else { 0.0 }
        };
        spoken.iter().map(change).sum()
    };
    let all = calculation.inputs.iter_enumerated();
    let own = all.filter(|(_, input)| is_moved(input) && input.member.is_none() && track(input).is_some());
    let is_force = |id: InputId| roles.proposal.force == Some(id);
    let mut ordered: Vec<(bool, bool, f64, InputId)> =
        own.map(|(id, input)| (!is_force(id), input.role != Role::Lever, weight(id), id)).collect();
    ordered.retain(|(.., weight, _)| *weight > 0.0);
    ordered.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
    // Half of them at least are what the world decides, where there are so many.
    let decided = ordered.iter().filter(|(_, uncertain, ..)| !uncertain).count();
    let decided = decided.min(FIRST - (ordered.len() - decided).min(FIRST / 2));
    let mut first: Vec<InputId> = ordered.iter().filter(|one| !one.1).take(decided).map(|one| one.3).collect();
    first.extend(ordered.iter().filter(|one| one.1).map(|one| one.3).take(FIRST - first.len()));
    first
}

/// The controls of the first screen; then all others: levers, uncertain inputs, and those of each scope.
pub(super) fn groups(assessment: &Assessment) -> (Vec<Control<'_>>, Vec<Group<'_>>) {
    let words = assessment.words;
    let first = foremost(assessment);
    let levers = first.iter().map(|id| control(words, *id, &assessment.calculation.inputs[*id])).collect();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (position, input) in
        assessment.calculation.inputs.iter_enumerated().filter(|(id, input)| is_moved(input) && !first.contains(id))
    {
        let (id, title) = match &input.member {
            Some((scope, _)) => {
                (format!("of-{scope}"), words.format("page-of-each", args![scope = texts::scope(words, scope)]))
            }
            None if input.role == Role::Lever => ("levers".to_owned(), words.text("page-levers")),
            None => ("uncertain".to_owned(), words.text("page-uncertain")),
        };
        let control = control(words, position, input);
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.controls.push(control),
            None => groups.push(Group { title, id, controls: vec![control] }),
        }
    }
    // Levers first: they are what a reader comes to move.
    groups.sort_by_key(|group| (group.id != "levers", group.id.starts_with("of-")));
    (levers, groups)
}

fn control(words: Localizer, position: InputId, input: &Input) -> Control<'_> {
    let choices = input.range.as_ref().and_then(crate::uncertainty::distribution::Distribution::choices);
    let track = track(input).filter(|_| choices.is_none());
    let value = input.value_text(words);
    let range = match (&input.range, track) {
        (Some(_), _) => {
            words.format("page-range", args![range = range_text(input, words).unwrap_or_default(), value = value])
        }
        (None, Some(track)) if input.bounds == Bounds::Share => {
            let high = words.attach(&input.unit, &words.shown(track.high));
            words.format("page-range-share", args![high = high, value = value])
        }
        (None, Some(track)) => {
            let ends = words.between(&words.shown(track.low), &words.shown(track.high));
            words.format("page-range-free", args![range = words.attach(&input.unit, &ends), value = value])
        }
        (None, None) => words.format("page-range-none", args![value = value]),
    };
    let mut listed: Vec<(f64, bool)> = Vec::new();
    if let Some(choices) = choices {
        let own = |choice: f64| (choice - input.value).abs() <= 1e-12 * input.value.abs();
        listed.extend(choices.iter().map(|(choice, _)| (input.unit.from_base(*choice), own(*choice))));
        if !listed.iter().any(|(_, own)| *own) {
            listed.push((input.shown_value(), true));
            listed.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
    }
    let text = |value: f64| words.attach(&input.unit, &words.significant(value, 6));
    Control {
        position,
        label: &input.label,
        unit: live::input(words, input, position, digits(input)).unit(words, &input.unit),
        value: plain(field(input)),
        choices: listed
            .iter()
            .map(|(value, own)| (plain(rounded(*value, digits(input))), text(*value), *own))
            .collect(),
        at: track.map_or(0, |track| track.position(input.shown_value())),
        has_slider: track.is_some(),
        range,
    }
}
