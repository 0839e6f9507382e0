//! A search over one input and what it found, in words.

use crate::analysis::break_even::{BreakEven, Crossing, CrossingKind, Direction};
use crate::analysis::goal_seek::SeekResult;
use crate::args;
use crate::model::{Assessment, BreakEvenPlan, Measure};
use crate::report::sampling::{sampler, samples_text};
use crate::report::share;
use crate::report::wording::listed;
use crate::uncertainty::confidence::Share;

pub(in crate::report) fn is_share(plan: &BreakEvenPlan) -> bool {
    matches!(plan.goal.measure, Measure::Share { .. })
}

/// A value of what is searched, in the unit that charts and files have: per cent for a share.
pub(super) fn in_unit(assessment: &Assessment, plan: &BreakEvenPlan, value: f64) -> f64 {
    if is_share(plan) { 100.0 * value } else { assessment.calculation.metrics[plan.goal.metric].unit.from_base(value) }
}

/// The target in words, with the digits it was given with.
pub(super) fn target(assessment: &Assessment, plan: &BreakEvenPlan) -> String {
    let text = assessment.words.significant(in_unit(assessment, plan, plan.goal.target), 6);
    let unit = &assessment.calculation.metrics[plan.goal.metric].unit;
    if is_share(plan) { format!("{text} %") } else { assessment.words.attach(unit, &text) }
}

/// What is searched, in words: readers need not know how a statistic is written.
pub(super) fn named(assessment: &Assessment, plan: &BreakEvenPlan) -> String {
    let (words, goal) = (assessment.words, &plan.goal);
    let metric = &assessment.calculation.metrics[goal.metric];
    let label = words.inside(&metric.label);
    match goal.measure {
        Measure::Value => metric.label.clone(),
        Measure::Mean => words.format("break-even-mean-of", args![metric = label]),
        Measure::Percentile(percent) => {
            words.format("break-even-percentile-of", args![metric = label, percent = percent])
        }
        Measure::Share { comparison, threshold } => {
            let threshold = words.significant(metric.unit.from_base(threshold), 6);
            let about =
                args![metric = label, sign = comparison.sign(), value = words.attach(&metric.unit, &threshold),];
            words.format("break-even-share-of", about)
        }
    }
}

/// A search over one input and what it found.
pub struct Search<'a> {
    /// The scenario.
    pub assessment: &'a Assessment,
    /// What was looked for.
    pub plan: &'a BreakEvenPlan,
    /// What was found.
    pub found: &'a SeekResult,
}

impl Search<'_> {
    /// A value of the input in words.
    #[must_use]
    pub fn at(&self, input: f64) -> String {
        let found = &self.assessment.calculation.inputs[self.plan.first.input];
        self.assessment.words.attach(&found.unit, &self.assessment.words.significant(found.unit.from_base(input), 6))
    }

    /// The same as an end of the axis.
    fn end(&self, input: f64) -> String {
        let found = &self.assessment.calculation.inputs[self.plan.first.input];
        self.assessment.words.end(&found.unit, &self.assessment.words.significant(found.unit.from_base(input), 6))
    }

    pub(super) fn is_share(&self) -> bool {
        is_share(self.plan)
    }

    /// A value of what is searched, in the unit that charts and files have: per cent for a share.
    #[must_use]
    pub(crate) fn in_unit(&self, value: f64) -> f64 {
        in_unit(self.assessment, self.plan, value)
    }

    /// The unit of what is searched.
    #[must_use]
    pub(crate) fn unit_label(&self) -> String {
        if self.is_share() {
            "%".to_owned()
        } else {
            self.assessment.words.unit(&self.assessment.calculation.metrics[self.plan.goal.metric].unit)
        }
    }

    pub(super) fn value(&self, value: f64) -> String {
        if self.is_share() {
            // Of a single sample it is no estimate.
            let samples = self.found.sampled.as_ref().map_or(1, |sampled| sampled.settings.samples);
            let found = if samples > 1 { Share::of_independent(value, samples) } else { Share::known(value) };
            return share::inside(self.assessment.words, &found);
        }
        self.assessment.words.amount(&self.assessment.calculation.metrics[self.plan.goal.metric].unit, value)
    }

    /// The target in words, with the digits it was given with.
    #[must_use]
    pub fn target(&self) -> String {
        target(self.assessment, self.plan)
    }

    /// What is searched, in words.
    #[must_use]
    pub fn named(&self) -> String {
        named(self.assessment, self.plan)
    }

    /// The number of samples.
    #[must_use]
    pub fn samples(&self) -> String {
        let sampled = self.found.sampled.as_ref();
        sampled.map_or_else(String::new, |sampled| samples_text(self.assessment.words, sampled.settings.samples))
    }

    fn crossed(&self, crossing: &Crossing) -> String {
        let (words, at) = (self.assessment.words, self.at(crossing.input));
        match (crossing.kind, crossing.direction) {
            (CrossingKind::Step { before, after }, _) => {
                let unit = &self.assessment.calculation.metrics[self.plan.goal.metric].unit;
                let end = |value: f64| if self.is_share() { self.value(value) } else { words.end_amount(unit, value) };
                let about = args![at = at, before = end(before), after = end(after)];
                words.format("break-even-step", about)
            }
            (CrossingKind::Level { until }, _) => {
                words.format("break-even-level", args![at = self.end(crossing.input), until = self.end(until)])
            }
            (CrossingKind::Exact, Direction::Rising) => words.format("break-even-rising", args![at = at]),
            (CrossingKind::Exact, Direction::Falling) => words.format("break-even-falling", args![at = at]),
            (CrossingKind::Exact, Direction::Touching) => words.format("break-even-touching", args![at = at]),
        }
    }

    /// The answer in sentences.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let (assessment, goal, axis) = (self.assessment, &self.plan.goal, &self.plan.first);
        let input = &assessment.calculation.inputs[axis.input];
        let words = assessment.words;
        // A statistic is of samples of the others; a value is of their central case.
        let is_central = matches!(goal.measure, Measure::Value);
        let head_key = if is_central { "break-even-head-central" } else { "break-even-head" };
        let head = words.format(
            head_key,
            args![
                subject = self.named(),
                input = words.inside(&input.label),
                from = self.end(axis.from),
                to = self.end(axis.to),
                target = self.target(),
            ],
        );
        let mut lines = match &self.found.outcome {
            BreakEven::Crossings(crossings) => match crossings.as_slice() {
                [only] => vec![words.format("break-even-crossed", args![head = head, found = self.crossed(only)])],
                several => {
                    let places = several.iter().map(|crossing| self.crossed(crossing)).collect::<Vec<_>>().join("; ");
                    vec![
                        words.format(
                            "break-even-crossed-often",
                            args![head = head, count = several.len(), places = places],
                        ),
                    ]
                }
            },
            BreakEven::NeverMet { best } => {
                let (value, at) = (self.value(best.metric), self.at(best.input));
                let sides = |above: bool| {
                    let defined = self.found.curve.iter().filter(|point| point.metric.is_finite());
                    defined.clone().count() > 0 && defined.clone().all(|point| (point.metric > goal.target) == above)
                };
                let flat = self.found.curve.windows(2).all(|pair| pair[0].metric.to_bits() == pair[1].metric.to_bits());
                let key = if flat {
                    "break-even-flat"
                } else if sides(false) {
                    "break-even-short"
                } else if sides(true) {
                    "break-even-exceeded"
                } else {
                    "break-even-never"
                };
                vec![words.format(key, args![head = head, value = value, at = at])]
            }
            BreakEven::AlwaysMet => vec![words.format("break-even-always", args![head = head])],
            BreakEven::Undefined => vec![words.format("break-even-undefined", args![head = head])],
        };
        if !assessment.calculation.inputs_of(goal.metric).contains(&axis.input) {
            let about =
                args![metric = &assessment.calculation.metrics[goal.metric].label, input = words.inside(&input.label)];
            lines.push(words.format("break-even-independent", about));
        }
        lines.extend(self.about_samples());
        lines
    }

    fn about_samples(&self) -> Option<String> {
        let (assessment, sampled) = (self.assessment, self.found.sampled.as_ref()?);
        let words = assessment.words;
        let input = words.inside(&assessment.calculation.inputs[self.plan.first.input].label);
        let reach = assessment.calculation.inputs_of(self.plan.goal.metric);
        let names = sampled.inputs.iter().filter(|input| reach.contains(input));
        let names: Vec<&String> = names.map(|input| &assessment.calculation.inputs[*input].label).collect();
        if names.is_empty() {
            return Some(words.format("break-even-no-range", args![input = input]));
        }
        let about = args![
            samples = self.samples(),
            sampler = sampler(words, sampled.settings.sampler),
            seed = sampled.settings.seed.to_string(),
            inputs = listed(words, names),
            input = input,
        ];
        Some(words.format(if self.is_share() { "break-even-samples-share" } else { "break-even-samples" }, about))
    }
}
