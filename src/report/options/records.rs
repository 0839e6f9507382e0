//! Options against futures as CSV.

use super::rows::{
    LimitRow, RegretOfRow, ShareRow, TurnRow, WorthOfRow, better, limit_row, name, only_in, regret_of, share, turn_row,
};
use super::text::metric;
use crate::analysis::options::{OptionStudy, Turning};
use crate::model::Assessment;
use crate::report::csv::{columns, table};
use serde::Serialize;

#[derive(Serialize, Default)]
struct MetRecord<'a> {
    option: &'a str,
    label: &'a str,
    condition: &'a str,
    #[serde(flatten)]
    share: ShareRow,
    margin: Option<f64>,
    unit: &'a str,
}

/// A row for each option and condition, and one for all conditions together:
/// `option,label,condition,share,ci_low,ci_high,margin,unit`.
#[must_use]
pub fn csv(assessment: &Assessment, found: &OptionStudy) -> String {
    table(found.options.iter().zip(&found.met).flat_map(|(option, met)| {
        let of =
            |condition| MetRecord { option: &option.name, label: &option.label, condition, ..MetRecord::default() };
        let each = found.conditions.iter().zip(&met.held).map(move |(condition, held)| {
            let unit = &assessment.calculation.metrics[condition.metric].unit;
            let row = MetRecord { unit: unit.text(), ..of(&condition.text) };
            match held {
                None => row,
                Some(held) => MetRecord {
                    share: share(&held.share),
                    margin: held.margin.map(|margin| unit.from_base(margin)),
                    ..row
                },
            }
        });
        let all = met.all.as_ref().map(|all| MetRecord { share: share(all), ..of("all") });
        // Without a condition an option still has a row.
        let bare = found.conditions.is_empty().then(|| of(""));
        each.chain(all).chain(bare)
    }))
}

#[derive(Serialize, Default)]
struct RegretRecord<'a> {
    metric: &'a str,
    better: &'a str,
    option: &'a str,
    #[serde(flatten)]
    regret: RegretOfRow,
    minimax: bool,
    unit: &'a str,
}

/// A row for each metric and option: `metric,better,option,mean,median,p95,largest,best,minimax,unit`.
pub(super) fn regret_csv(assessment: &Assessment, found: &OptionStudy) -> String {
    table(found.preferences.iter().zip(&found.regrets).flat_map(|(preference, regret)| {
        regret.of.iter().enumerate().filter_map(move |(option, of)| {
            Some(RegretRecord {
                metric: &metric(assessment, preference).id,
                better: better(preference),
                option: name(found, option),
                regret: regret_of(assessment, preference, of.as_ref()?),
                minimax: regret.minimax.contains(&option),
                unit: metric(assessment, preference).unit.text(),
            })
        })
    }))
}

#[derive(Serialize)]
struct TurnRecord<'a> {
    #[serde(flatten)]
    turn: TurnRow<'a>,
    #[serde(flatten)]
    limit: Option<LimitRow<'a>>,
}

/// A row for each pair, metric and telling input; the boxes are in JSON.
pub(super) fn turns_csv(assessment: &Assessment, found: &OptionStudy) -> String {
    let header = [
        "metric",
        "one",
        "other",
        "one_better",
        "other_better",
        "neither",
        "turns_to",
        "input",
        "low",
        "high",
        "unit",
        "density",
        "coverage",
        "score",
        "only_in",
    ];
    let rows = found.turns.iter().flat_map(|turn| {
        let bare = || {
            let mut row = turn_row(assessment, found, turn);
            (row.found, row.single) = (None, Vec::new());
            row
        };
        let limits = match &turn.turning {
            Turning::Turns { single, .. } => single.as_slice(),
            _ => &[],
        };
        let told: Vec<TurnRecord<'_>> =
            limits.iter().map(|limit| TurnRecord { turn: bare(), limit: Some(limit_row(found, limit)) }).collect();
        if told.is_empty() { vec![TurnRecord { turn: bare(), limit: None }] } else { told }
    });
    columns(&header, rows)
}

#[derive(Serialize)]
struct WorthRecord<'a> {
    metric: &'a str,
    input: &'a str,
    #[serde(flatten)]
    worth: WorthOfRow<'a>,
    unit: &'a str,
}

/// A row for each metric and input, the first for knowing everything: `metric,input,value,error,unit,only_in`.
pub(super) fn worth_csv(assessment: &Assessment, found: &OptionStudy) -> String {
    let rows = found.preferences.iter().zip(&found.worth).filter(|(_, worth)| worth.best.is_some()).flat_map(
        |(preference, worth)| {
            let metric = metric(assessment, preference);
            let row = move |input, (value, error): (f64, f64), only_in| WorthRecord {
                metric: &metric.id,
                input,
                worth: WorthOfRow { value: metric.unit.from_base(value), error: metric.unit.from_base(error), only_in },
                unit: metric.unit.text(),
            };
            let of = worth.of.iter().map(move |of| {
                row(found.drawn[of.input].input.id.as_str(), (of.value, of.error), only_in(found, of.input))
            });
            std::iter::once(row("all", worth.perfect, Vec::new())).chain(of)
        },
    );
    columns(&["metric", "input", "value", "error", "unit", "only_in"], rows)
}
