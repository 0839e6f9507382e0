//! Charts as the page paints them anew when something has moved: their descriptions, with patterns for the labels that
//! have a number in them. A chart of another kind, or with a mark that nothing is known of, folds away instead.
//!
//! Knows nothing of how they are painted.

use super::page::Page;
use super::rule::Rule;
use super::texts;
use crate::chart::{self, Chart, Style, StyleSheet, place};
use crate::language::Localizer;
use crate::model::own_name::ESTIMATES;
use crate::model::{Assessment, Input, InputId, MetricId};
use crate::report::figure::RenderedChart;
use crate::report::monte_carlo::QUANTILES;
use crate::report::wording::{Wording, digits};
use crate::study::Sensitivity;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Significant digits with which labels say a number, the most usual first.
const DIGITS: [usize; 3] = [3, 6, 15];

/// Fields that hold slots.
const SLOTS: [&str; 5] = ["slot", "low", "value", "high", "samples"];

/// All charts that follow.
#[derive(Default, Serialize)]
pub(super) struct Painted {
    /// How they look; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    look: Option<StyleSheet>,
    charts: Vec<Described>,
    /// Between which values an input goes that varies alone, in base units.
    ends: Vec<(InputId, f64, f64)>,
    /// The shares of samples below the values that strips are made of.
    quantiles: Vec<f64>,
    /// Charts on a phone.
    narrow: Size,
    #[serde(skip)]
    style: Option<Style>,
    /// Identifiers of metrics of whose samples marks show something.
    #[serde(skip)]
    sampled: BTreeSet<String>,
    /// Those of metrics.
    #[serde(skip)]
    metrics: BTreeSet<String>,
    /// Inputs as texts say them.
    #[serde(skip)]
    inputs: BTreeMap<String, SaidInput>,
    /// The inputs that rules need samples of.
    #[serde(skip)]
    drawn: Vec<InputId>,
}

/// An input as texts say it.
struct SaidInput {
    /// The number with its unit, and how many digits it has.
    text: String,
    digits: usize,
    /// The number alone.
    value: f64,
}

/// A chart.
#[derive(Serialize)]
struct Described {
    /// The figure that it stands in.
    figure: String,
    /// The name of its files.
    id: String,
    kind: &'static str,
    /// What is drawn.
    about: String,
    /// Width and height in millimetres.
    page: Size,
    chart: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<Rule>,
}

#[derive(Serialize)]
struct Size {
    width: f64,
    height: f64,
}

impl Default for Size {
    fn default() -> Self {
        chart::Size::column().into()
    }
}

impl From<chart::Size> for Size {
    fn from(size: chart::Size) -> Self {
        Self { width: size.width_mm, height: size.height_mm }
    }
}

impl Painted {
    /// None so far, for a scenario's inputs and metrics.
    pub fn new(assessment: &Assessment) -> Self {
        let calculation = &assessment.calculation;
        let words = assessment.words;
        let said = |input: &Input| {
            let said = SaidInput { text: input.value_text(words), digits: digits(input), value: input.shown_value() };
            (input.id.clone(), said)
        };
        Self {
            metrics: calculation.metrics.iter().map(|metric| metric.id.clone()).collect(),
            inputs: calculation.inputs.iter().map(said).collect(),
            ..Self::default()
        }
    }

    /// Takes a chart in; false where it cannot follow.
    pub fn add(&mut self, figure: &str, drawn: &RenderedChart, assessment: &Assessment) -> bool {
        let Some((kind, mut chart)) = drawn.chart.description() else { return false };
        let rule = Rule::of(&drawn.id, assessment);
        let is_whole = rule.as_ref().is_some_and(Rule::is_whole);
        let mut shown = BTreeSet::new();
        slots(&chart, &mut shown);
        // What others published stays as it is; a result that has no metric follows by a rule or not at all.
        let is_known = || shown.iter().all(|slot| self.knows(id_of(slot)));
        if !(is_whole || is_bound(&drawn.chart) && is_known()) {
            return false;
        }
        if let Some(rule) = &rule {
            let (inputs, metric) = rule.sampled();
            self.drawn.extend(inputs);
            self.sampled.extend(metric.map(|metric| assessment.calculation.metrics[metric].id.clone()));
        }
        let sampled = shown.iter().filter(|slot| slot.ends_with("@p5") || slot.ends_with("@samples"));
        self.sampled.extend(sampled.map(|slot| id_of(slot).to_owned()));
        self.with_patterns(&mut chart, drawn.style.words);
        if let Value::Object(fields) = &mut chart
            && let Some(Value::Object(heading)) = fields.get_mut("heading")
        {
            // What was found holds for the central case alone.
            heading.retain(|key, _| key == "footer");
            // Each is computed anew.
            if kind == "HeatMap" {
                fields.insert("values".to_owned(), Value::Array(Vec::new()));
            }
        }
        match kind {
            "LineChart" => without_heights(&mut chart, &mut !is_whole),
            // What was stays where it is.
            "Dots" => without_slots(&mut chart),
            _ => {}
        }
        self.style.get_or_insert_with(|| drawn.style.clone());
        self.charts.push(Described {
            figure: figure.to_owned(),
            id: drawn.id.clone(),
            kind,
            about: drawn.about.clone(),
            page: drawn.style.size.into(),
            chart,
            rule,
        });
        true
    }

    /// The metrics of whose samples marks show something.
    pub fn shown(&self, assessment: &Assessment) -> Vec<MetricId> {
        let all = assessment.calculation.metrics.iter_enumerated();
        all.filter(|(_, metric)| self.sampled.contains(&metric.id)).map(|(position, _)| position).collect()
    }

    /// The inputs that rules need samples of.
    pub fn drawn(&self) -> &[InputId] {
        &self.drawn
    }

    fn knows(&self, id: &str) -> bool {
        id == ESTIMATES.stem || self.metrics.contains(id) || self.inputs.contains_key(id)
    }

    /// A pattern beside each label with a number in it that is known, and the digits that it is written with.
    fn with_patterns(&self, value: &mut Value, words: Localizer) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|one| self.with_patterns(one, words)),
            Value::Object(fields) => {
                let found =
                    self.input_mark(fields, words).or_else(|| mark(fields, words)).or_else(|| self.name(fields, words));
                if let Some((pattern, digits)) = found {
                    fields.insert("pattern".to_owned(), pattern.into());
                    fields.insert("digits".to_owned(), digits.into());
                }
                fields.values_mut().for_each(|one| self.with_patterns(one, words));
            }
            _ => {}
        }
    }

    /// The pattern of the label of a mark that says an input with its unit.
    fn input_mark(&self, fields: &Map<String, Value>, words: Localizer) -> Option<(String, usize)> {
        let label = fields.get("label")?.as_str()?;
        let input = self.inputs.get(fields.get("slot")?.as_str()?)?;
        let pattern = |label: &str| as_set(&label.replacen(&input.text, &place("amount"), 1), words);
        label.contains(&input.text).then(|| (pattern(label), input.digits))
    }

    /// The pattern of a name that says an input, with its unit or in per cent.
    fn name(&self, fields: &Map<String, Value>, words: Localizer) -> Option<(String, usize)> {
        let label = fields.get("label")?.as_str()?;
        let SaidInput { text, value, .. } = self.inputs.get(fields.get("named")?.as_str()?)?;
        if label.contains(text.as_str()) {
            return Some((label.replacen(text.as_str(), &place("amount"), 1), DIGITS[2]));
        }
        let percent = words.shown(100.0 * value);
        label.contains(&percent).then(|| (label.replacen(&percent, &place("percent"), 1), DIGITS[0]))
    }

    /// With what else the page must know of the scenario.
    pub fn finished(self, page: &Page<'_>) -> Self {
        let mut ends = BTreeMap::new();
        for found in &page.results.sensitivity {
            if let Sensitivity::OneAtATime(found) = found {
                for effect in found.iter().flat_map(|one| &one.effects) {
                    ends.insert(effect.input, (effect.low.input, effect.high.input));
                }
            }
        }
        let ends = ends.into_iter().map(|(input, (low, high))| (input, low, high)).collect();
        let texts = serde_json::to_string(&self.charts).unwrap_or_default();
        // What is said of the state has the labels of inputs in it.
        let inputs = page.assessment.calculation.inputs.iter();
        let labels: String = inputs.map(|input| input.label.as_str()).collect();
        let look = self.style.as_ref().map(|style| style.sheet(&texts::kinds(style.words), &(texts + &labels)));
        Self { look, ends, quantiles: QUANTILES.to_vec(), ..self }
    }
}

/// Whether everything in a chart that could move says what it shows.
fn is_bound(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(chart) => chart.panels.iter().flat_map(|panel| &panel.rows).all(|row| row.slots.value.is_some()),
        Chart::Ranges(chart) => chart.groups.iter().flat_map(|group| &group.rows).all(|row| row.slots.value.is_some()),
        Chart::Stack(chart) => chart
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .all(|row| row.parts.iter().all(|part| part.slot.is_some())),
        Chart::Tornado(chart) => {
            chart.slot.is_some() && chart.bars.iter().all(|bar| bar.slots.low.is_some() && bar.slots.high.is_some())
        }
        Chart::Strips(chart) => chart.rows.iter().all(|row| row.slots.samples.is_some()),
        Chart::HeatMap(chart) => chart.slot.as_ref().is_some_and(|slot| slot.as_str().contains("@along:")),
        Chart::LineChart(chart) => chart.panels.iter().flat_map(|panel| &panel.series).all(|series| {
            series.band.is_none() && series.slots.value.as_ref().is_some_and(|slot| slot.as_str().contains("@along:"))
        }),
        Chart::Dots(chart) => {
            chart.panels.iter().all(|panel| panel.mark.as_ref().is_none_or(|mark| mark.slot.is_some()))
        }
        _ => false,
    }
}

/// The dots of past missions by their names and values alone.
fn without_slots(chart: &mut Value) {
    let panels = chart.get_mut("panels").and_then(Value::as_array_mut);
    let rows = panels.into_iter().flatten().filter_map(|panel| panel.get_mut("rows")?.as_array_mut());
    for row in rows.flatten().filter_map(Value::as_object_mut) {
        row.remove("slots");
        let dots = row.get_mut("dots").and_then(Value::as_array_mut);
        for dot in dots.into_iter().flatten().filter_map(Value::as_object_mut) {
            dot.remove("slot");
        }
    }
}

/// The points of the first line by their places alone, which all lines share, where these are given: how high they stand
/// is computed anew, as bands are.
fn without_heights(value: &mut Value, is_first: &mut bool) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| without_heights(one, is_first)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, one)| match one {
            Value::Array(points) if key == "points" => {
                if std::mem::take(is_first) {
                    for point in points.iter_mut() {
                        *point = point.get(0).cloned().unwrap_or_default();
                    }
                } else {
                    points.clear();
                }
            }
            Value::Array(band) if key == "band" => band.clear(),
            _ => without_heights(one, is_first),
        }),
        _ => {}
    }
}

/// What a slot is of.
fn id_of(slot: &str) -> &str {
    slot.split('@').next().unwrap_or_default()
}

/// The slots of a description, those of a difference or a product one by one.
fn slots(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| slots(one, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, one)| match one {
            Value::String(slot) if SLOTS.contains(&key.as_str()) => {
                found.extend(slot.split(" - ").flat_map(|part| part.split(" * ")).map(str::to_owned));
            }
            _ => slots(one, found),
        }),
        _ => {}
    }
}

/// The pattern of a mark's label with its number in it.
fn mark(fields: &Map<String, Value>, words: Localizer) -> Option<(String, usize)> {
    let label = fields.get("label")?.as_str()?;
    let is_mark = fields.get("slot").is_some_and(Value::is_string) && fields.get("value").is_some_and(Value::is_number);
    if !is_mark {
        return None;
    }
    let number = fields.get("value")?.as_f64()?;
    let found = DIGITS.into_iter().find_map(|digits| {
        let text = words.significant(number, digits);
        label.contains(&text).then(|| (label.replacen(&text, &place("n"), 1), digits))
    })?;
    Some((as_set(&found.0, words), found.1))
}

/// A label for what was moved: nothing of that is a central case.
fn as_set(label: &str, words: Localizer) -> String {
    let around = words.format("central-case", crate::args![value = place("value")]);
    let inner = around
        .split_once(&place("value"))
        .and_then(|(before, behind)| label.strip_prefix(before)?.strip_suffix(behind));
    inner.map_or_else(|| label.to_owned(), |inner| words.format("moved-case", crate::args![value = inner]))
}
