//! What there is to say of one number: the plain parts that painters set. Knows nothing of the order of numbers.

use super::substituted::{ShownNumber, Subject, TextRun, runs};
use crate::analysis::monte_carlo::PercentileRanges;
use crate::language::Localizer;
use crate::model::{Assessment, Input, InputId, Metric, MetricId, Provenance};
use crate::report::wording::{RESULT_DIGITS, Wording, between, formula_text, range_text};
use crate::scenario::SourceEntry;

/// A step, how deep it lies below what was asked for, and whether its own steps were listed before.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Row<'a> {
    /// How deep: 0 for what was asked for.
    pub depth: usize,
    /// The step.
    pub step: Step<'a>,
    /// Whether it was explained further up, so that nothing follows below it.
    pub seen: bool,
}

/// One step of an explanation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step<'a> {
    /// A metric: computed.
    Metric(MetricAccount<'a>),
    /// An input: read.
    Input(InputAccount<'a>),
    /// Members of a scope that are not explained one by one.
    More {
        /// What they are, as in the formula.
        name: String,
        /// How many.
        count: usize,
        /// Their sum with its unit.
        sum: String,
    },
}

/// How a metric is computed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MetricAccount<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// Its name for people.
    pub label: &'a str,
    /// What it means; may be empty.
    pub means: &'a str,
    /// The formula as text.
    pub formula: String,
    /// The formula with numbers and units in the place of names.
    pub substituted: Vec<TextRun<'a>>,
    /// The result, with enough digits to follow the arithmetic.
    pub result: ShownNumber<'a>,
    /// The result with all its digits, in its unit.
    pub value: f64,
    /// Where the formula comes from.
    pub provenance: &'a Provenance,
}

impl<'a> MetricAccount<'a> {
    /// Of a metric; of the members of a scope so many at `most`.
    pub(in crate::report) fn new(
        assessment: &'a Assessment,
        position: MetricId,
        metric: &'a Metric,
        most: usize,
    ) -> Self {
        Self {
            id: &metric.id,
            label: &metric.label,
            means: &metric.means,
            formula: formula_text(metric),
            substituted: runs(assessment, metric, most),
            result: ShownNumber::metric(assessment.words, position, metric),
            value: metric.shown_value(),
            provenance: &metric.provenance,
        }
    }

    /// The 5th and the 95th percentile, where samples move it: `p5 to p95: 84.1 to 97.3 personnel per km`.
    #[must_use]
    pub(crate) fn spread(&self, assessment: &Assessment, ranges: &PercentileRanges) -> Option<String> {
        let words = assessment.words;
        let Subject::Metric(metric) = self.result.of else { return None };
        let metric = assessment.calculation.metrics.get(metric)?;
        let between = words.attach(&metric.unit, &between(words, ranges.shown(metric)?));
        Some(words.pair(&words.text("head-percentiles"), &between))
    }
}

/// What is said of an input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct InputAccount<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// Its name for people.
    pub label: &'a str,
    /// What it is.
    pub means: &'a str,
    /// Who is counted, in words.
    pub counting: Option<String>,
    /// Its value with all its digits.
    pub result: ShownNumber<'a>,
    /// The value, in its unit.
    pub value: f64,
    /// Its range.
    pub range: Option<RangeAccount>,
    /// Who decides it, in words.
    pub role: String,
    /// Where it comes from.
    pub provenance: &'a Provenance,
    /// What else is to be known.
    pub note: Option<&'a str>,
}

impl<'a> InputAccount<'a> {
    /// Of an input.
    pub(in crate::report) fn new(assessment: &'a Assessment, position: InputId, input: &'a Input) -> Self {
        let words = assessment.words;
        Self {
            id: &input.id,
            label: &input.label,
            means: &input.means,
            counting: input.counting.map(|rule| words.choice("counting", rule.word())),
            result: ShownNumber::input(words, position, input),
            value: input.shown_value(),
            range: RangeAccount::new(assessment, input),
            role: words.choice("role", input.role.word()),
            provenance: &input.provenance,
            note: input.note.as_deref(),
        }
    }
}

/// What is said of a range.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RangeAccount {
    /// The ends with their unit.
    pub text: String,
    /// The distribution, in words.
    pub distribution: String,
    /// The value that it is built around, where the input has another.
    pub around: Option<String>,
    /// Ends whose sources are told apart, each with how people cite them.
    pub ends: Vec<(String, Vec<String>)>,
}

impl RangeAccount {
    fn new(assessment: &Assessment, input: &Input) -> Option<Self> {
        let words = assessment.words;
        let (range, text) = input.range.as_ref().zip(range_text(input, words))?;
        let apart = (range.central() - input.value).abs() > 1e-9 * input.value.abs();
        let cite = |key: &String| assessment.source(key).map_or_else(|| key.clone(), SourceEntry::short);
        let ends = input.sourced_ends().into_iter().map(|(end, keys)| {
            let end = words.attach(&input.unit, &words.significant(end, RESULT_DIGITS));
            (end, keys.iter().map(cite).collect())
        });
        Some(Self {
            text,
            distribution: words.choice("distribution", &range.to_string()),
            // Of choices, one is no middle.
            around: (apart && input.is_drawn() && range.choices().is_none())
                .then(|| input.text_of(words, range.central())),
            ends: ends.collect(),
        })
    }

    /// The ends with the distribution: `1,000 to 1,250 km (PERT)`.
    #[must_use]
    pub(crate) fn in_short(&self) -> String {
        format!("{} ({})", self.text, self.distribution)
    }

    /// The same, with the value that it is built around where the input has another.
    #[must_use]
    pub(crate) fn in_full(&self, words: Localizer) -> String {
        match &self.around {
            Some(around) => {
                let about = crate::args![range = &self.text, around = around, kind = &self.distribution];
                words.format("range-around", about)
            }
            None => self.in_short(),
        }
    }
}
