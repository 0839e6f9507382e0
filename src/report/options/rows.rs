//! Options against futures as JSON, and the rows that tables share with it.

use super::text::metric;
use crate::analysis::discovery::DiscoveredBox;
use crate::analysis::options::{DrawnId, OptionStudy, RegretOf, SingleLimit, Turn, Turning, Worth};
use crate::model::{Assessment, PlanOption, Preference};
use crate::report::json::{keyed, value};
use crate::uncertainty::confidence::Share;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    futures: u64,
    seed: Option<u64>,
    /// How many inputs are drawn.
    drawn: usize,
    conditions: Vec<ConditionRow<'a>>,
    options: Map<String, Value>,
    /// The options that meet all conditions in the most futures.
    satisficing: Vec<&'a str>,
    regret: Map<String, Value>,
    dominated: Vec<DominanceRow<'a>>,
    turns: Vec<TurnRow<'a>>,
    worth: Map<String, Value>,
}

#[derive(Serialize)]
struct ConditionRow<'a> {
    condition: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct OptionRow<'a> {
    label: &'a str,
    /// What it sets, in the inputs' units.
    set: Map<String, Value>,
    own_futures: Vec<&'a str>,
    /// Inputs that are drawn in this option, or in this and others, and not in the scenario.
    #[serde(skip_serializing_if = "Map::is_empty")]
    draws: Map<String, Value>,
    sources: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// For each condition; `null` where the option lacks the inputs.
    conditions: Vec<Option<HeldRow>>,
    all_conditions: Option<ShareRow>,
}

#[derive(Serialize)]
struct SetRow<'a> {
    value: f64,
    unit: &'a str,
}

#[derive(Serialize)]
struct DrawnRow<'a> {
    label: &'a str,
    unit: &'a str,
}

#[derive(Serialize, Default)]
pub(super) struct ShareRow {
    share: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
}

#[derive(Serialize)]
struct HeldRow {
    #[serde(flatten)]
    share: ShareRow,
    /// The 5th percentile of the margin where the condition fails, in the metric's unit.
    margin: Option<f64>,
}

#[derive(Serialize)]
struct RegretRow<'a> {
    better: &'static str,
    unit: &'a str,
    undefined: u64,
    /// The options with the smallest largest regret.
    minimax: Vec<&'a str>,
    options: Map<String, Value>,
}

#[derive(Serialize, Default)]
pub(super) struct RegretOfRow {
    mean: f64,
    median: f64,
    p95: f64,
    largest: f64,
    /// The share of futures in which no option is better.
    best: f64,
}

#[derive(Serialize)]
struct DominanceRow<'a> {
    option: &'a str,
    by: &'a str,
}

#[derive(Serialize, Default)]
pub(super) struct TurnRow<'a> {
    metric: &'a str,
    one: &'a str,
    other: &'a str,
    /// Futures in which the one is better, the other is, and neither.
    one_better: u64,
    other_better: u64,
    neither: u64,
    /// The option that is better less often; `null` where the choice does not turn.
    turns_to: Option<&'a str>,
    pub single: Vec<LimitRow<'a>>,
    #[serde(rename = "box")]
    pub found: Option<BoxRow>,
}

#[derive(Serialize, Default)]
pub(super) struct LimitRow<'a> {
    input: &'a str,
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
    density: f64,
    coverage: f64,
    score: f64,
    /// The options whose own scenarios alone draw the input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    only_in: Vec<&'a str>,
}

#[derive(Serialize, Default)]
pub(super) struct BoxRow {
    inputs: Map<String, Value>,
    density: f64,
    coverage: f64,
}

#[derive(Serialize)]
struct SideRow<'a> {
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<f64>>,
    unit: &'a str,
    p_value: f64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    only_in: Vec<&'a str>,
}

#[derive(Serialize)]
struct WorthRow<'a> {
    unit: &'a str,
    best_on_average: Option<&'a str>,
    mean: Option<f64>,
    perfect: Option<f64>,
    perfect_error: Option<f64>,
    inputs: Map<String, Value>,
}

#[derive(Serialize, Default)]
pub(super) struct WorthOfRow<'a> {
    pub value: f64,
    pub error: f64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_in: Vec<&'a str>,
}

pub(super) fn name(found: &OptionStudy, option: usize) -> &str {
    found.options.get(option).map_or("", |option| option.name.as_str())
}

/// The options that alone draw an input; none where the scenario draws it.
pub(super) fn only_in(found: &OptionStudy, input: DrawnId) -> Vec<&str> {
    found.drawn[input].only_in.iter().map(|option| name(found, *option)).collect()
}

pub(super) fn share(found: &Share) -> ShareRow {
    ShareRow { share: Some(found.share), ci_low: Some(found.ci.0), ci_high: Some(found.ci.1) }
}

pub(super) fn better(preference: &Preference) -> &'static str {
    if preference.more { "more" } else { "less" }
}

/// All that was found.
#[must_use]
pub fn json(assessment: &Assessment, found: &OptionStudy) -> Value {
    let conditions = found.conditions.iter();
    let options =
        found.options.iter().enumerate().map(|(at, option)| (&option.name, of_option(assessment, found, at, option)));
    let regret = found.preferences.iter().zip(&found.regrets).map(|(preference, regret)| {
        let metric = metric(assessment, preference);
        let of =
            regret.of.iter().enumerate().filter_map(|(option, of)| {
                Some((name(found, option), regret_of(assessment, preference, of.as_ref()?)))
            });
        let row = RegretRow {
            better: better(preference),
            unit: metric.unit.text(),
            undefined: regret.undefined,
            minimax: regret.minimax.iter().map(|option| name(found, *option)).collect(),
            options: keyed(of),
        };
        (&metric.id, row)
    });
    let worth = found.preferences.iter().zip(&found.worth);
    let worth = worth.map(|(preference, worth)| {
        (&metric(assessment, preference).id, worth_row(assessment, found, preference, worth))
    });
    value(&Document {
        futures: found.futures,
        seed: found.settings.map(|settings| settings.seed),
        drawn: found.drawn.len(),
        conditions: conditions
            .map(|condition| ConditionRow { condition: &condition.text, label: &condition.label })
            .collect(),
        options: keyed(options),
        satisficing: found.satisficing.iter().map(|option| name(found, *option)).collect(),
        regret: keyed(regret),
        dominated: found
            .dominated
            .iter()
            .map(|one| DominanceRow { option: name(found, one.option), by: name(found, one.by) })
            .collect(),
        turns: found.turns.iter().map(|turn| turn_row(assessment, found, turn)).collect(),
        worth: keyed(worth),
    })
}

fn of_option<'a>(assessment: &Assessment, found: &'a OptionStudy, at: usize, option: &'a PlanOption) -> OptionRow<'a> {
    let calculation = option.scenario.as_deref().map_or(&assessment.calculation, |own| &own.calculation);
    let set = option.set.iter().map(|(input, value)| {
        let input = &calculation.inputs[*input];
        (&input.id, SetRow { value: input.unit.from_base(*value), unit: input.unit.text() })
    });
    let met = &found.met[at];
    let held = found.conditions.iter().zip(&met.held).map(|(condition, held)| {
        let unit = &assessment.calculation.metrics[condition.metric].unit;
        held.as_ref()
            .map(|held| HeldRow { share: share(&held.share), margin: held.margin.map(|margin| unit.from_base(margin)) })
    });
    let draws = found
        .drawn
        .iter()
        .filter(|drawn| drawn.only_in.contains(&at))
        .map(|drawn| (&drawn.input.id, DrawnRow { label: &drawn.input.label, unit: drawn.input.unit.text() }));
    OptionRow {
        label: &option.label,
        set: keyed(set),
        own_futures: found.own_futures(at),
        draws: keyed(draws),
        sources: &option.sources,
        note: option.note.as_deref(),
        conditions: held.collect(),
        all_conditions: met.all.as_ref().map(share),
    }
}

pub(super) fn regret_of(assessment: &Assessment, preference: &Preference, of: &RegretOf) -> RegretOfRow {
    let shown = |value: f64| metric(assessment, preference).unit.from_base(value);
    RegretOfRow {
        mean: shown(of.mean),
        median: shown(of.median()),
        p95: shown(of.p95()),
        largest: shown(of.largest),
        best: of.best,
    }
}

pub(super) fn limit_row<'a>(found: &'a OptionStudy, limit: &SingleLimit) -> LimitRow<'a> {
    let input = &found.drawn[limit.input].input;
    let at = input.unit.from_base(limit.limit);
    LimitRow {
        input: &input.id,
        low: limit.above.then_some(at),
        high: (!limit.above).then_some(at),
        unit: input.unit.text(),
        density: limit.density,
        coverage: limit.coverage,
        score: limit.score,
        only_in: only_in(found, limit.input),
    }
}

fn box_row(found: &OptionStudy, boxed: &DiscoveredBox<DrawnId>) -> BoxRow {
    let sides = boxed.restrictions.iter().map(|restriction| {
        let input = &found.drawn[restriction.input].input;
        let shown = |value: f64| input.unit.from_base(value);
        let side = SideRow {
            low: restriction.low.map(shown),
            high: restriction.high.map(shown),
            choices: restriction.choices.as_ref().map(|all| all.iter().copied().map(shown).collect()),
            unit: input.unit.text(),
            p_value: restriction.p_value,
            only_in: only_in(found, restriction.input),
        };
        (&input.id, side)
    });
    BoxRow { inputs: keyed(sides), density: boxed.point.density, coverage: boxed.point.coverage }
}

pub(super) fn turn_row<'a>(assessment: &'a Assessment, found: &'a OptionStudy, turn: &Turn) -> TurnRow<'a> {
    let [one_better, other_better, neither] = turn.better;
    let row = TurnRow {
        metric: &metric(assessment, &found.preferences[turn.preference]).id,
        one: name(found, turn.one),
        other: name(found, turn.other),
        one_better,
        other_better,
        neither,
        ..TurnRow::default()
    };
    match &turn.turning {
        Turning::Turns { one, single, found: boxed } => TurnRow {
            turns_to: Some(name(found, if *one { turn.one } else { turn.other })),
            single: single.iter().map(|limit| limit_row(found, limit)).collect(),
            found: boxed.as_ref().map(|boxed| box_row(found, boxed)),
            ..row
        },
        _ => row,
    }
}

fn worth_row<'a>(
    assessment: &'a Assessment,
    found: &'a OptionStudy,
    preference: &Preference,
    worth: &Worth,
) -> WorthRow<'a> {
    let unit = &metric(assessment, preference).unit;
    let known = worth.best.map(|_| |value: f64| unit.from_base(value));
    let inputs = worth.of.iter().map(|of| {
        let (value, error) = (unit.from_base(of.value), unit.from_base(of.error));
        (&found.drawn[of.input].input.id, WorthOfRow { value, error, only_in: only_in(found, of.input) })
    });
    WorthRow {
        unit: unit.text(),
        best_on_average: worth.best.map(|best| name(found, best)),
        mean: known.map(|shown| shown(worth.mean)),
        perfect: known.map(|shown| shown(worth.perfect.0)),
        perfect_error: known.map(|shown| shown(worth.perfect.1)),
        inputs: keyed(inputs),
    }
}
