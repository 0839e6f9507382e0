//! Files of missions against the standard model: names, dimensions and bounds checked as in a scenario, and densities
//! computed by the model's own formulas, all missions at once as columns.

use super::Evidence;
use super::mission::{Came, Density, Mission, Outcome, Variable};
use crate::diagnostic::{Diagnostic, Diagnostics, Texts, did_you_mean};
use crate::model::{Assessment, Input, InputId, Model, link, read_inputs};
use crate::quantity::unit::Units;
use crate::scenario::keys::KINDS;
use crate::scenario::{Counting, Purpose};
use crate::scenario::{
    Entries, FoundFile, InputEntry, Located, Merged, MetricEntry, MissionEntry, Missions, OutcomeEntry, SourceEntry,
    Text, unit_of,
};

const NAME: &str = "reference_missions.toml";
const STANDARD: &str = include_str!("../../scenarios/reference_missions.toml");

impl Evidence {
    /// The missions that are built in.
    #[must_use]
    pub fn standard() -> Self {
        Self::read(&[], &mut Texts::default(), &mut Diagnostics::default()).unwrap_or_else(Self::empty)
    }

    /// The file of missions that is built in, as it is written.
    #[must_use]
    pub fn built_in(texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<Missions> {
        Missions::read(&built_in(), texts, diagnostics)
    }

    /// The missions that are built in and those of some files; of equal names the last file's. Complaints are
    /// collected; `None` when one of them is an error.
    #[must_use]
    pub fn read(own: &[Missions], texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<Self> {
        let model = Model::standard(texts, diagnostics);
        Self::read_under(&model, own, texts, diagnostics)
    }

    /// As [`Evidence::read`], under a standard model whose files are among the texts already.
    #[must_use]
    pub fn read_under(
        model: &Model,
        own: &[Missions],
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        read(model, own, texts, diagnostics)
    }
}

fn built_in() -> FoundFile {
    FoundFile { name: NAME.to_owned(), identity: format!("builtin:{NAME}"), content: STANDARD.to_owned() }
}

fn read(model: &Model, own: &[Missions], texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<Evidence> {
    let before = diagnostics.counts().0;
    let mut files = vec![Missions::read(&built_in(), texts, diagnostics)?];
    files.extend(own.iter().cloned());
    let mut merged: Vec<MissionEntry> = Vec::new();
    for entry in files.iter_mut().flat_map(|file| std::mem::take(&mut file.missions)) {
        match merged.iter_mut().find(|have| have.id.value == entry.id.value) {
            Some(have) => *have = entry,
            None => merged.push(entry),
        }
    }
    let sources: Vec<&SourceEntry> =
        files.iter().flat_map(|file| &file.sources).chain(&model.entries.sources).collect();
    let flagged: Vec<&MetricEntry> = model.entries.metrics.iter().filter(|metric| metric.density).collect();
    for entry in &merged {
        judge(entry, &merged, &flagged, &sources, diagnostics);
    }
    let units = Units::default();
    let lists = merged.iter().map(|entry| entry.inputs.as_slice());
    let inputs = read_inputs(model, lists, &units, diagnostics);
    let linked = linked(model, &merged, texts)?;
    let mut purposes: Vec<(Purpose, Vec<String>)> = Vec::new();
    for (purpose, kinds) in files.iter().flat_map(|file| &file.purposes) {
        for kind in kinds.iter().filter(|kind| !KINDS.contains(&kind.as_str())) {
            unknown("kind of mission", kind, KINDS.iter().copied(), diagnostics);
        }
        let Some(purpose) = Purpose::of_word(purpose) else { continue };
        let kinds = kinds.iter().map(|kind| kind.value.to_string()).collect();
        purposes.retain(|(name, _)| *name != purpose);
        purposes.push((purpose, kinds));
    }
    let mut variable = |name: &Located<Text>| variable(name, model, &flagged, &linked, &units, diagnostics);
    let strength = files.iter().rev().find_map(|file| file.strength.as_ref()).and_then(&mut variable);
    let regressions = files.iter().flat_map(|file| &file.regressions);
    let mut regressions: Vec<Vec<Variable>> =
        regressions.map(|on| on.iter().filter_map(&mut variable).collect()).collect();
    regressions.retain(|on| !on.is_empty());
    if diagnostics.counts().0 > before {
        return None;
    }
    let (densities, values) = densities(&flagged, &linked, &inputs);
    let places: Vec<String> = merged.iter().map(|entry| place(entry, &merged)).collect();
    let missions = merged.into_iter().zip(places).zip(inputs.into_iter().zip(values));
    let missions =
        missions.map(|((entry, place), (inputs, densities))| mission(entry, place, inputs, densities)).collect();
    Some(Evidence {
        backtests: Vec::new(),
        densities,
        missions,
        strength,
        purposes,
        regressions,
        with_plans: false,
        own_place: None,
    })
}

fn mission(entry: MissionEntry, place: String, inputs: Vec<Input>, densities: Vec<Option<f64>>) -> Mission {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and in range")]
    let year = |year: f64| year as i32;
    let plain = |list: Vec<Located<Text>>| list.into_iter().map(|text| text.value.into_owned()).collect();
    Mission {
        id: entry.id.value.into_owned(),
        name: entry.name.into_owned(),
        kind: entry.kind.into_owned(),
        place,
        start: entry.start.map(year),
        year: year(entry.year),
        inputs,
        police: entry.police,
        naval: entry.naval,
        counts: entry.counts.map(Text::into_owned),
        counting: entry.counting.as_deref().and_then(Counting::of_word),
        status: entry.status.map(Text::into_owned),
        variant_of: entry.variant_of.map(|other| other.value).map(Text::into_owned),
        not_comparable: plain(entry.not_comparable),
        confidence: entry.confidence.map(Text::into_owned),
        source: plain(entry.source),
        note: entry.note.map(Text::into_owned),
        outcome: entry.outcome.map(outcome),
        densities,
    }
}

fn outcome(entry: OutcomeEntry) -> Outcome {
    let conflicts = entry.conflicts.map(Text::into_owned);
    let came = entry.state.zip(entry.years).map(|(state, (_, [from, to]))| Came {
        state: state.into_owned(),
        war: entry.war,
        from,
        to,
        years: to - from + 1,
        conflicts,
    });
    Outcome {
        came,
        not_codable: entry.not_codable.map(Text::into_owned),
        theatre: entry.theatre.map(Text::into_owned),
        confidence: entry.confidence.map(Text::into_owned),
        source: entry.source.into_iter().map(|key| key.value.into_owned()).collect(),
        note: entry.note.map(Text::into_owned),
    }
}

/// Where a mission was: as it says, or as the one says of which it is another count; a place of its own otherwise.
fn place(entry: &MissionEntry, all: &[MissionEntry]) -> String {
    let other = entry.variant_of.as_ref().and_then(|other| all.iter().find(|one| one.id.value == other.value));
    let said = entry.place.as_ref().or_else(|| other?.place.as_ref());
    said.unwrap_or_else(|| other.map_or(&entry.id.value, |other| &other.id.value)).trim().to_owned()
}

/// Complains of names in a mission that lead nowhere.
fn judge(
    entry: &MissionEntry,
    all: &[MissionEntry],
    flagged: &[&MetricEntry],
    sources: &[&SourceEntry],
    diagnostics: &mut Diagnostics,
) {
    if let Some(other) = &entry.variant_of {
        match all.iter().find(|one| one.id.value == other.value) {
            Some(one) if one.id.value == entry.id.value || one.variant_of.is_some() => diagnostics.push(
                Diagnostic::error(format!("`{}` stays out itself, or is this very mission", other.value))
                    .at(other.span, "")
                    .help("`variant_of` names the count that enters the bands"),
            ),
            Some(_) => {}
            None => unknown("mission", other, all.iter().map(|one| one.id.as_str()), diagnostics),
        }
    }
    for name in entry.not_comparable.iter().filter(|name| flagged.iter().all(|metric| metric.name.value != name.value))
    {
        unknown("density of missions", name, flagged.iter().map(|metric| metric.name.as_str()), diagnostics);
    }
    if let Some(outcome) = &entry.outcome {
        judge_outcome(entry, outcome, diagnostics);
    }
    for source in entry.source.iter().chain(entry.outcome.iter().flat_map(|outcome| &outcome.source)) {
        let is_address = source.value.contains(['.', '/', ' ']);
        if !is_address && sources.iter().all(|known| known.key.value != source.value) {
            unknown("source", source, sources.iter().map(|known| known.key.as_str()), diagnostics);
        }
    }
    if entry.source.is_empty() {
        diagnostics.push(
            Diagnostic::warning(format!("the mission `{}` has no source", entry.id.value))
                .message_id("warning-mission-no-source")
                .with("name", entry.id.as_str())
                .at(entry.id.span, "")
                .help("add `source`: the address of a page, or the key of a [source.key]"),
        );
    }
}

/// Complains of an outcome that says neither what came nor why that cannot be said, or says both.
fn judge_outcome(entry: &MissionEntry, outcome: &OutcomeEntry, diagnostics: &mut Diagnostics) {
    let is_said = outcome.state.is_some() && outcome.years.is_some();
    let is_part = outcome.state.is_some() || outcome.years.is_some();
    if is_said == outcome.not_codable.is_some() || is_part != is_said {
        diagnostics.push(
            Diagnostic::error(format!("the outcome of `{}` is not clear", entry.id.value))
                .at(entry.id.span, "")
                .help("give `state` and `years = \"1996-2000\"`, or `not_codable` with the reason"),
        );
    }
}

fn unknown<'a>(
    what: &str,
    name: &Located<Text>,
    known: impl Iterator<Item = &'a str> + Clone,
    diagnostics: &mut Diagnostics,
) {
    let some: Vec<&str> = known.clone().take(12).collect();
    let help = did_you_mean(&name.value, known).unwrap_or_else(|| format!("known are {} ...", some.join(", ")));
    diagnostics.push(Diagnostic::error(format!("no {what} is called `{}`", name.value)).at(name.span, "").help(help));
}

/// The model linked with one value for every input that some mission has: its tape then runs for all missions.
fn linked(model: &Model, missions: &[MissionEntry], texts: &Texts) -> Option<Assessment> {
    let mut inputs: Vec<InputEntry> = Vec::new();
    for input in missions.iter().flat_map(|mission| &mission.inputs) {
        if inputs.iter().all(|have| have.name.value != input.name.value) {
            inputs.push(input.clone());
        }
    }
    let merged = Merged { entries: Entries { inputs, ..Entries::default() }, ..Merged::default() };
    // Faults of the inputs were complained of where each mission's were read.
    link("missions", &model.only(|metric| metric.density), &merged, &[], texts, &mut Diagnostics::default())
}

fn variable(
    name: &Located<Text>,
    model: &Model,
    flagged: &[&MetricEntry],
    linked: &Assessment,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Variable> {
    let declared = &model.entries.inputs;
    let Some(entry) = declared.iter().find(|entry| entry.name.value == name.value) else {
        unknown("input", name, declared.iter().map(|entry| entry.name.as_str()), diagnostics);
        return None;
    };
    let unit = unit_of(entry.unit.as_ref()?, units, diagnostics)?;
    let uses = |metric: &&&MetricEntry| {
        let at =
            linked.calculation.metric(&metric.name.value).map_or_else(Vec::new, |at| linked.calculation.inputs_of(at));
        at.into_iter().any(|input| linked.calculation.inputs[input].id == name.value)
    };
    let densities: Vec<String> = flagged.iter().filter(uses).map(|metric| metric.name.value.to_string()).collect();
    // The strength is in all of them: what does not compare is the denominator.
    let densities = if densities.len() == flagged.len() { Vec::new() } else { densities };
    let label = entry.label.clone().unwrap_or_else(|| name.value.clone());
    Some(Variable { id: name.value.to_string(), label: label.into_owned(), unit, densities })
}

/// The densities, and every mission's values of them.
fn densities(
    flagged: &[&MetricEntry],
    linked: &Assessment,
    missions: &[Vec<Input>],
) -> (Vec<Density>, Vec<Vec<Option<f64>>>) {
    let of = |inputs: &Vec<Input>, id: &str| inputs.iter().find(|input| input.id == id).map(|input| input.value);
    let columns: Vec<(InputId, Vec<f64>)> = linked
        .calculation
        .inputs
        .iter_enumerated()
        .map(|(at, input)| (at, missions.iter().map(|inputs| of(inputs, &input.id).unwrap_or(f64::NAN)).collect()))
        .collect();
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(at, values)| (*at, values.as_slice())).collect();
    let results = linked.calculation.evaluate(&columns, missions.len());
    let (mut densities, mut values) = (Vec::new(), vec![Vec::new(); missions.len()]);
    for metric in flagged.iter().filter_map(|metric| linked.calculation.metric(&metric.name.value)) {
        let found = &linked.calculation.metrics[metric];
        let position = densities.len();
        densities.push(Density {
            id: found.id.clone(),
            label: found.label.clone(),
            unit: found.unit.clone(),
            position,
        });
        let needs = linked.calculation.inputs_of(metric);
        for (row, (inputs, value)) in values.iter_mut().zip(missions.iter().zip(&results[metric])) {
            let complete = needs.iter().all(|need| of(inputs, &linked.calculation.inputs[*need].id).is_some());
            row.push(Some(*value).filter(|value| complete && value.is_finite()));
        }
    }
    (densities, values)
}
