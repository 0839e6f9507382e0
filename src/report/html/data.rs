//! What the page's script needs to know, as JSON.

use super::control;
use super::control::{Track, field, is_moved, track};
use super::first::Answers;
use super::live::Method;
use super::page::Page;
use super::painted::Painted;
use super::panel;
use super::samples::{self, Samples};
use super::texts::{self, Script, Spoken};
use crate::language::Localizer;
use crate::model::plausible::{Excess, most};
use crate::model::{Input, InputId, Metric, MetricId};
use crate::quantity::unit::Unit;
use crate::scenario::Bounds;
use serde::Serialize;

/// All of it.
#[derive(Serialize)]
pub(super) struct Data<'a> {
    name: &'a str,
    words: Script,
    nodes: usize,
    steps: u32,
    inputs: Vec<InputData<'a>>,
    metrics: Vec<MetricData<'a>>,
    units: Vec<UnitData>,
    /// The headline metrics, which are spoken when a number has changed.
    spoken: Vec<MetricId>,
    methods: Vec<MethodData<'a>>,
    answers: Answers,
    #[serde(flatten)]
    painted: Painted,
    samples: Option<Samples>,
    panels: Vec<Vec<panel::Length>>,
    conditions: Vec<(MetricId, bool, f64)>,
    /// The scenario as a shell takes it.
    argument: Option<String>,
    extends: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u64>,
}

#[derive(Serialize)]
struct InputData<'a> {
    id: &'a str,
    /// In base units.
    value: f64,
    #[serde(flatten)]
    moved: Option<Moved<'a>>,
    /// The position of its unit.
    of: usize,
}

#[derive(PartialEq, Serialize)]
struct UnitData {
    /// Size of the unit in base units, as a fraction.
    above: f64,
    below: f64,
    /// As people read it.
    spoken_unit: Spoken,
    /// The most that can be, in base units, and the word for what is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<(f64, &'static str)>,
}

/// Each unit once.
struct Units {
    words: Localizer,
    all: Vec<UnitData>,
}

impl Units {
    fn position(&mut self, unit: &Unit) -> usize {
        let (above, below) = unit.fraction();
        let most = most(unit.dimension()).map(|(limit, excess)| {
            let word = match excess {
                Excess::People => "odd_people",
                Excess::Share => "odd_share",
                Excess::Density => "odd_density",
            };
            (limit, word)
        });
        let data = UnitData { above, below, spoken_unit: texts::spoken(self.words, unit), most };
        self.all.iter().position(|known| *known == data).unwrap_or_else(|| {
            self.all.push(data);
            self.all.len() - 1
        })
    }
}

#[derive(Serialize)]
struct Moved<'a> {
    label: &'a str,
    /// The unit as a scenario writes it.
    unit: &'a str,
    field: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    track: Option<Track>,
    bounds: Bounds,
    /// Whether the command line has set it.
    set: bool,
    /// The table and the key in a scenario's file.
    table: String,
    key: String,
    /// What an entry must say besides, in TOML.
    keep: String,
}

#[derive(Serialize)]
struct MetricData<'a> {
    id: &'a str,
    /// Of those that are spoken of.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    of: usize,
}

#[derive(Serialize)]
struct MethodData<'a> {
    label: &'a str,
    metric: MetricId,
    /// The inputs whose sum the requirement is compared with.
    counts: &'a [InputId],
}

pub(super) fn data<'a>(page: &'a Page<'_>, methods: &[Method<'a>], answers: Answers, painted: Painted) -> Data<'a> {
    let assessment = page.assessment;
    let any = assessment.calculation.metrics.iter().any(|metric| metric.headline);
    let (mut needed, mut counted) = answers.drawn();
    counted.extend(painted.drawn());
    needed.extend(painted.shown(assessment));
    needed.extend(assessment.requests.conditions.iter().map(|condition| condition.metric));
    let mut units = Units { words: assessment.words, all: Vec::new() };
    let inputs = assessment.calculation.inputs.iter().map(|found| input(page, found, &mut units)).collect();
    let metric = |metric: &'a Metric| MetricData {
        id: &metric.id,
        label: (metric.headline || !any).then_some(metric.label.as_str()),
        of: units.position(&metric.unit),
    };
    let metrics = assessment.calculation.metrics.iter().map(metric).collect();
    Data {
        name: &assessment.name,
        words: texts::script(assessment.words),
        nodes: assessment.calculation.tape().nodes().len(),
        steps: control::STEPS,
        inputs,
        metrics,
        units: units.all,
        spoken: assessment
            .calculation
            .metrics
            .iter_enumerated()
            .filter(|(_, metric)| metric.headline || !any)
            .map(|(id, _)| id)
            .take(4)
            .collect(),
        methods: methods
            .iter()
            .map(|method| MethodData { label: method.label, metric: method.metric, counts: method.counts })
            .collect(),
        answers,
        painted,
        samples: samples::samples(page, &needed, counted),
        panels: panel::lengths(assessment),
        conditions: assessment
            .requests
            .conditions
            .iter()
            .map(|condition| (condition.metric, condition.comparison.is_at_least(), condition.threshold))
            .collect(),
        argument: page.reached.argument.as_deref().map(quoted),
        extends: &page.reached.extends,
        version: page.version,
    }
}

fn input<'a>(page: &'a Page<'_>, found: &'a Input, units: &mut Units) -> InputData<'a> {
    let set = found.provenance.set.is_some();
    // What the command line set is taken away too, even where there is nothing to move it with.
    let moved = (is_moved(found) || set).then(|| Moved {
        label: &found.label,
        unit: if found.unit.label().is_empty() { "" } else { found.unit.text() },
        field: field(found),
        track: track(found),
        bounds: found.bounds,
        set,
        table: found
            .member
            .as_ref()
            .map_or_else(|| "input".to_owned(), |(scope, name)| format!("{}.{}", key(scope), key(name))),
        key: key(&found.name),
        keep: keep(page, found),
    });
    InputData { id: &found.id, value: found.value, moved, of: units.position(&found.unit) }
}

/// The name of a file as shells take it, as the page's script quotes values.
fn quoted(name: &str) -> String {
    let name = if name.starts_with('-') { format!("./{name}") } else { name.to_owned() };
    if name.chars().all(|c| c.is_ascii_alphanumeric() || "_.,=:/+-".contains(c)) {
        name
    } else if name.contains(['"', '$', '`', '\\', '!', '%']) {
        format!("'{}'", name.replace('\'', "'\\''"))
    } else {
        format!("\"{name}\"")
    }
}

/// A key of TOML, in quotes where it must be.
fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { text(name) }
}

fn text(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

/// An entry replaces the inherited one whole: what an input of the scenario's own says of itself is said again.
fn keep(page: &Page<'_>, found: &Input) -> String {
    let entry = page.entries.inputs.iter().find(|entry| entry.path() == found.id);
    let Some(entry) = entry.filter(|entry| entry.label.is_some()) else { return String::new() };
    let said = [("label", &entry.label), ("means", &entry.means), ("role", &entry.role), ("bounds", &entry.bounds)];
    let said = said.iter().filter_map(|(key, words)| Some(format!("{key} = {}, ", text(words.as_ref()?))));
    said.collect()
}
