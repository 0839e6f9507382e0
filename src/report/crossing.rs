//! Where a metric meets a target: in words and as JSON.

use crate::analysis::break_even::{BreakEven, Direction, Kind};
use crate::model::{Assessment, Axis};
use crate::quantity::number::{shown, significant};
use serde_json::{Value, json};

/// A break-even search: the metric, the input it is sought over, the target, the outcome.
pub struct Search<'a> {
    /// The scenario.
    pub assessment: &'a Assessment,
    /// Position of the metric.
    pub metric: usize,
    /// The input's range.
    pub axis: &'a Axis,
    /// The target, in base units of the metric.
    pub target: f64,
    /// The outcome.
    pub outcome: &'a BreakEven,
}

impl Search<'_> {
    fn at(&self, input: f64) -> String {
        let found = &self.assessment.inputs[self.axis.input];
        found.unit.attach(&significant(found.unit.from_base(input), 6))
    }

    fn metric_at(&self, value: f64) -> String {
        let found = &self.assessment.metrics[self.metric];
        found.unit.attach(&shown(found.unit.from_base(value)))
    }

    /// The answer in sentences.
    #[must_use]
    pub fn words(&self) -> String {
        let metric = &self.assessment.metrics[self.metric].label;
        let input = &self.assessment.inputs[self.axis.input].label;
        let (target, from, to) = (self.metric_at(self.target), self.at(self.axis.from), self.at(self.axis.to));
        let head = format!("{metric} against {}, from {from} to {to}, target {target}:", input.to_lowercase());
        let body = match self.outcome {
            BreakEven::Crossings(crossings) => {
                let lines = crossings.iter().map(|crossing| {
                    let way = match crossing.direction {
                        Direction::Rising => "rises through the target",
                        Direction::Falling => "falls through the target",
                        Direction::Touching => "touches the target",
                    };
                    let how = match crossing.kind {
                        Kind::Exact => String::new(),
                        Kind::Step { before, after } => {
                            format!(" in a step from {} to {}", self.metric_at(before), self.metric_at(after))
                        }
                        Kind::Level { until } => format!(" and stays there until {}", self.at(until)),
                    };
                    format!("  at {} it {way}{how}", self.at(crossing.input))
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            BreakEven::NeverMet { best } => format!(
                "  the target is never met; the nearest is {} at {}",
                self.metric_at(best.metric),
                self.at(best.input)
            ),
            BreakEven::AlwaysMet => "  the target is met everywhere: the metric does not move".to_owned(),
            BreakEven::Undefined => "  the metric is undefined over the whole range".to_owned(),
        };
        format!("{head}\n{body}")
    }

    /// `{"outcome", "crossings": [{"input", "metric", "direction", "kind"}], "best"}`, values in their own units.
    #[must_use]
    pub fn json(&self) -> Value {
        let (input, metric) = (&self.assessment.inputs[self.axis.input], &self.assessment.metrics[self.metric]);
        let point =
            |at: f64, value: f64| json!({ "input": input.unit.from_base(at), "metric": metric.unit.from_base(value) });
        let (outcome, crossings, best) = match self.outcome {
            BreakEven::Crossings(crossings) => {
                let rows = crossings.iter().map(|crossing| {
                    let mut row = point(crossing.input, crossing.metric);
                    row["direction"] = json!(match crossing.direction {
                        Direction::Rising => "rising",
                        Direction::Falling => "falling",
                        Direction::Touching => "touching",
                    });
                    row["kind"] = json!(match crossing.kind {
                        Kind::Exact => "exact",
                        Kind::Step { .. } => "step",
                        Kind::Level { .. } => "level",
                    });
                    row
                });
                ("crossings", rows.collect(), Value::Null)
            }
            BreakEven::NeverMet { best } => ("never_met", Vec::new(), point(best.input, best.metric)),
            BreakEven::AlwaysMet => ("always_met", Vec::new(), Value::Null),
            BreakEven::Undefined => ("undefined", Vec::new(), Value::Null),
        };
        json!({ "scenario": self.assessment.name, "metric": metric.id, "metric_unit": metric.unit.text(),
            "vary": input.id, "input_unit": input.unit.text(), "from": input.unit.from_base(self.axis.from),
            "to": input.unit.from_base(self.axis.to), "target": metric.unit.from_base(self.target),
            "outcome": outcome, "crossings": crossings, "best": best })
    }
}
