//! A scenario's inputs against the model's declarations: names, dimensions, bounds, sources.

use super::calculation::{Input, Provenance};
use super::cut;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::formula;
use crate::language::Localizer;
use crate::quantity::number;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::keys::SCENARIO;
use crate::scenario::{Amount, Entries, InputEntry, Located, MetricEntry, ScopeEntry, Text, amount, unit_of};
use crate::scenario::{Bounds, Counting, Role};
use rustc_hash::FxHashSet;

/// What is said of a key: nothing of a source's; of another that it is none, with a suggestion where one is near.
pub(super) type IsSource<'a> = &'a dyn Fn(&str) -> Option<Option<String>>;

/// What an input may be called, with the declaration that fixes its dimension.
pub(super) struct Declaration<'a> {
    pub scope: Option<&'a str>,
    pub entry: &'a InputEntry,
    pub unit: Option<Unit>,
}

/// The declarations of a model's inputs, of scopes, and of inputs that a scenario brings itself.
pub(super) fn declarations<'a>(
    model: &'a [InputEntry],
    scopes: &[&'a ScopeEntry],
    (given, own): (&'a [InputEntry], &[MetricEntry]),
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<Declaration<'a>> {
    let mut declared: Vec<Declaration<'a>> = Vec::new();
    let mut declare = |scope: Option<&'a str>, entry: &'a InputEntry, diagnostics: &mut Diagnostics| {
        let unit = match &entry.unit {
            Some(text) => unit_of(text, units, diagnostics),
            None => Some(Unit::one()),
        };
        declared.push(Declaration { scope, entry, unit });
    };
    for entry in model {
        declare(None, entry, diagnostics);
    }
    for scope in scopes {
        for entry in &scope.inputs {
            declare(Some(scope.name.as_str()), entry, diagnostics);
        }
    }
    once(&mut declared, diagnostics);
    let used = names_in(own);
    let is_own = |entry: &&InputEntry| {
        let name = entry.name.as_str();
        // A slip of the pen in a name of the model's, which a formula repeats, is a slip all the same.
        let is_slip = || model.iter().any(|known| strsim::osa_distance(known.name.as_str(), name) <= SLIP);
        entry.member.is_none() && (entry.label.is_some() || used.contains(name) && !is_slip())
    };
    for entry in given.iter().filter(is_own) {
        if !declared.iter().any(|known| known.scope.is_none() && known.entry.name.value == entry.name.value) {
            // Faults of its numbers are reported when it is read as an input.
            let unit = amount(entry, None, units, &mut Diagnostics::default()).map(|amount| amount.unit);
            declared.push(Declaration { scope: None, entry, unit });
        }
    }
    declared
}

/// Letters by which a name may differ from another and still be meant for it.
const SLIP: usize = 2;

/// The names in the formulas of a scenario's own metrics: what it gives under one of them it means to have.
fn names_in(metrics: &[MetricEntry]) -> FxHashSet<String> {
    let parsed = metrics.iter().filter_map(|metric| formula::parse(&metric.formula.as_ref()?.value).ok());
    parsed.flat_map(|formula| formula.names().into_iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Several lists of inputs read against a model's declarations, as those of a scenario are.
#[must_use]
pub fn read_inputs<'a>(
    model: &super::standard::Model,
    lists: impl IntoIterator<Item = &'a [InputEntry]>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<Vec<Input>> {
    let declared = declarations(&model.entries.inputs, &[], (&[], &[]), units, diagnostics);
    let keys: FxHashSet<&str> = model.entries.sources.iter().map(|source| source.key.as_str()).collect();
    let sources = |key: &str| -> Option<Option<String>> { (!keys.contains(key)).then_some(None) };
    lists
        .into_iter()
        .map(|given| inputs(&declared, given, &sources, (units, Localizer::default()), diagnostics))
        .collect()
}

/// A scenario may declare an input of a scope of the model anew, in a unit that measures the same: one declaration stays.
fn once(declared: &mut Vec<Declaration<'_>>, diagnostics: &mut Diagnostics) {
    let mut position = 0;
    while position < declared.len() {
        let this = &declared[position];
        let again = |other: &Declaration<'_>| {
            other.scope == this.scope && other.scope.is_some() && other.entry.name.value == this.entry.name.value
        };
        if let Some(later) = (position + 1..declared.len()).find(|later| again(&declared[*later])) {
            let later = declared.remove(later);
            let first = &mut declared[position];
            if let (Some(model), Some(own)) = (&first.unit, &later.unit)
                && model.dimension() != own.dimension()
            {
                diagnostics.push(
                    Diagnostic::error(format!(
                        "`{}` is measured in {} by the model, not in {}",
                        later.entry.name.value,
                        model.dimension(),
                        own.dimension()
                    ))
                    .at(later.entry.name.span, "")
                    .help("give it a unit that measures the same, or another name"),
                );
                // Neither meaning is followed further.
                first.unit = None;
            }
            first.entry = later.entry;
        }
        position += 1;
    }
}

/// The inputs with their values, in the order of the declarations.
pub(super) fn inputs(
    declared: &[Declaration<'_>],
    given: &[InputEntry],
    is_source: IsSource<'_>,
    (units, words): (&Units, Localizer),
    diagnostics: &mut Diagnostics,
) -> Vec<Input> {
    let mut found: Vec<(usize, Input)> = Vec::new();
    for entry in given {
        let scope = entry.member.as_ref().map(|(scope, _)| &**scope);
        let matches = |known: &Declaration<'_>| known.entry.name.value == entry.name.value && known.scope == scope;
        let Some(order) = declared.iter().position(matches) else {
            unknown(entry, scope, declared, diagnostics);
            continue;
        };
        let declaration = &declared[order];
        sources(entry, is_source, diagnostics);
        let own = std::ptr::eq(declaration.entry, entry);
        let expected = if own { None } else { declaration.unit.as_ref() };
        if !own && declaration.unit.is_none() {
            continue;
        }
        let Some(mut amount) = amount(entry, expected, units, diagnostics) else { continue };
        if !own && let Some(rule) = &entry.bounds {
            diagnostics.push(
                Diagnostic::error(format!("the bounds of `{}` are the model's", entry.path()))
                    .at(entry.name.span, format!("bounds = \"{rule}\""))
                    .help("leave `bounds` out; it is for inputs of your own"),
            );
        }
        bounds(entry, declaration.entry, &mut amount, (units, words), diagnostics);
        if entry.counting.is_some() && amount.unit.dimension().single() != Some("personnel") {
            diagnostics.push(
                Diagnostic::warning(format!("`{}` is not a strength: `counting` says nothing of it", entry.path()))
                    .message_id("warning-not-a-strength")
                    .with("name", entry.path())
                    .at(entry.name.span, "")
                    .help("leave `counting` out"),
            );
        }
        found.push((order, input(entry, declaration.entry, amount)));
    }
    // Stable: members of a scope stay in the order of the file.
    found.sort_by_key(|(order, input)| (input.member.is_some(), if input.member.is_some() { 0 } else { *order }));
    found.into_iter().map(|(_, input)| input).collect()
}

fn input(entry: &InputEntry, declared: &InputEntry, amount: Amount) -> Input {
    let text = |own: &Option<Text>, other: &Option<Text>| own.as_ref().or(other.as_ref()).map(Text::to_string);
    let label = text(&entry.label, &declared.label).unwrap_or_else(|| spoken(&entry.name.value));
    let role = entry.role.as_deref().or(declared.role.as_deref());
    Input {
        id: entry.path(),
        name: entry.name.value.to_string(),
        member: entry.member.as_ref().map(|(scope, member)| (scope.to_string(), member.to_string())),
        label,
        means: text(&entry.means, &declared.means).unwrap_or_default(),
        unit: amount.unit,
        value: amount.value,
        is_derived: entry.is_of_cases
            || ["value", "mode"].iter().all(|key| entry.number(key).is_none()) && entry.choices.is_empty(),
        range: amount.range,
        role: role.and_then(Role::of_word).unwrap_or(Role::Uncertainty),
        counting: entry.counting.as_deref().and_then(Counting::of_word),
        bounds: stated_bounds(entry, declared),
        provenance: Provenance {
            sources: all_sources(entry),
            ends: entry.end_sources.each_ref().map(|sources| keys(sources)),
            assumed: entry.assumed.as_deref().map(str::to_owned),
            ..Provenance::default()
        },
        note: entry.note.as_deref().map(str::to_owned),
        warning: entry.warning.as_deref().map(str::to_owned),
    }
}

fn keys(sources: &[Located<Text>]) -> Vec<String> {
    sources.iter().map(|source| source.value.to_string()).collect()
}

/// The keys of an entry's sources, those of its value first, each once.
fn all_sources(entry: &InputEntry) -> Vec<String> {
    let mut all = keys(&entry.source);
    for key in entry.end_sources.iter().flat_map(|sources| keys(sources)) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}

/// The model's own values, for inputs that a scenario neither gives nor omits.
pub(super) fn of_model(model: &[InputEntry], entries: &Entries) -> Vec<InputEntry> {
    let given = |name: &str| entries.inputs.iter().any(|input| input.member.is_none() && input.name.value == name);
    let omitted = |name: &str| entries.omit.iter().any(|omitted| omitted.value == name);
    let valued = model.iter().filter(|entry| !entry.numbers.is_empty());
    let left = valued.filter(|entry| !given(&entry.name.value) && !omitted(&entry.name.value));
    left.map(|entry| InputEntry { bounds: None, ..entry.clone() }).collect()
}

/// A name as words: `front_length` becomes `Front length`.
pub(super) fn spoken(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn unknown(entry: &InputEntry, scope: Option<&str>, declared: &[Declaration<'_>], diagnostics: &mut Diagnostics) {
    let known = declared.iter().filter(|known| known.scope == scope).map(|known| known.entry.name.as_str());
    let what = scope.map_or_else(|| "input".to_owned(), |scope| format!("input of a {scope}"));
    let mut complaint = Diagnostic::unknown_name(&what, &entry.name.value).at(entry.name.span, "");
    if scope.is_none() && SCENARIO.keys.iter().any(|key| key.name == entry.name.value) {
        let help = format!("`{}` is a key of the scenario: move it above the first [table]", entry.name.value);
        diagnostics.push(complaint.help(help));
        return;
    }
    complaint = complaint.opt_help(did_you_mean(&entry.name.value, known.clone()));
    complaint = match scope {
        None => complaint
            .help("to make it an input of your own, use it in a formula, or write it as a table with a `label`"),
        Some(scope) => complaint.help(format!(
            "a {scope} has {}; more are declared in [scope.{scope}.input.NAME]",
            known.collect::<Vec<_>>().join(", ")
        )),
    };
    diagnostics.push(complaint);
}

fn sources(entry: &InputEntry, is_source: IsSource<'_>, diagnostics: &mut Diagnostics) {
    for source in entry.source.iter().chain(entry.end_sources.iter().flatten()) {
        if let Some(help) = is_source(&source.value) {
            diagnostics.push(unknown_source(&source.value, help).at(source.span, ""));
        }
    }
    for (end, sources) in InputEntry::ENDS.iter().zip(&entry.end_sources) {
        if let Some(source) = sources.first()
            && entry.number(end).is_none()
        {
            diagnostics.push(
                Diagnostic::error(format!("`{}` has a `{end}_source`, but no `{end}`", entry.path()))
                    .at(source.span, "")
                    .help(format!("write `{end}`, or cite it in `source`")),
            );
        }
    }
    if entry.is_uncited() && entry.assumed.is_none() {
        diagnostics.push(
            Diagnostic::warning(format!("`{}` has no source", entry.path()))
                .message_id("warning-no-source")
                .with("name", entry.path())
                .at(entry.name.span, "")
                .help("add `source = \"key\"` with a [source.key], or `assumed = \"why\"`"),
        );
    }
}

/// The complaint about a source that is not there.
pub(super) fn unknown_source(key: &str, near: Option<String>) -> Diagnostic {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let help = if plain {
        format!("describe it in [source.{key}] with at least a title")
    } else {
        "a source is cited by a short key, such as smith-2024, and described in [source.smith-2024]".to_owned()
    };
    Diagnostic::error(format!("no source has the key `{key}`")).opt_help(near).help(help)
}

/// What a rule of bounds says in words, and whether a value keeps it.
type Rule = (&'static str, fn(f64) -> bool);

/// The rule of bounds; of [`Bounds::Any`] there is none.
pub(super) fn rule(bounds: Bounds) -> Option<Rule> {
    match bounds {
        Bounds::Positive => Some(("greater than zero", |value| value > 0.0)),
        Bounds::NonNegative => Some(("zero or greater", |value| value >= 0.0)),
        Bounds::Share => Some(("between 0 and 1 (100 %)", |value| (0.0..=1.0).contains(&value))),
        Bounds::Any => None,
    }
}

/// The bounds that an entry states, or its declaration.
fn stated_bounds(entry: &InputEntry, declared: &InputEntry) -> Bounds {
    let word = entry.bounds.as_deref().or(declared.bounds.as_deref());
    word.and_then(Bounds::of_word).unwrap_or(Bounds::Any)
}

/// Complains of a value, choices and stated ends outside the bounds, and cuts there what has no ends.
fn bounds(
    entry: &InputEntry,
    declared: &InputEntry,
    amount: &mut Amount,
    (units, words): (&Units, Localizer),
    diagnostics: &mut Diagnostics,
) {
    let bounds = stated_bounds(entry, declared);
    let (Some((must_be, fits)), Some(limits)) = (rule(bounds), cut::limits(bounds)) else { return };
    let mut ends = vec![("value", amount.value)];
    let has_ends = entry.number("low").is_some() || !entry.choices.is_empty();
    if let Some(range) = amount.range.as_ref().filter(|_| has_ends) {
        let (low, high) = range.support();
        // An end that is the author's limit is passed by no value, and reached by none.
        let (min, max) = (entry.number("min").is_some(), entry.number("max").is_some());
        let kept = |is_limit: bool, end: f64, limit: f64| is_limit && end.to_bits() == limit.to_bits();
        ends.extend(Some(("low", low)).filter(|_| !kept(min, low, limits.low)));
        ends.extend(Some(("high", high)).filter(|_| !kept(max, high, limits.high)));
    }
    let before = diagnostics.counts().0;
    for (key, value) in ends.into_iter().filter(|(_, value)| !fits(*value)) {
        let place = entry.number(key).map_or(amount.span, crate::scenario::Written::span);
        let shown = amount.unit.attach(&number::significant(amount.unit.from_base(value), 6));
        let of = if key == "value" { String::new() } else { format!("the {key} of ") };
        let help = match bounds {
            Bounds::Share => SHARE_HELP,
            _ => "check the sign and the unit; leave the input out if it does not apply",
        };
        diagnostics.push(
            Diagnostic::error(format!("{of}`{}` is {shown}, but must be {must_be}", entry.path()))
                .at(place, "")
                .help(help),
        );
    }
    if diagnostics.counts().0 == before {
        cut::at(&limits, (entry, must_be), amount, (units, words), diagnostics);
    }
}

const SHARE_HELP: &str = "a share: 0.4 or \"40 %\"; unit = \"%\" reads 40 as 40 %";

/// The complaint about a value, in base units, that an input of its kind cannot have where something is missing. Of a
/// strength there may be none, though no plan is made for a force of none.
pub(super) fn impossible(input: &Input, value: f64) -> Option<Diagnostic> {
    let strength = input.unit.dimension().single() == Some("personnel");
    let bounds = if strength && input.bounds == Bounds::Positive { Bounds::NonNegative } else { input.bounds };
    let (words, _) = rule(bounds).filter(|(_, fits)| !fits(value))?;
    let shown = input.unit.attach(&number::significant(input.unit.from_base(value), 6));
    let help = if input.bounds == Bounds::Share { SHARE_HELP } else { "check the sign and the unit" };
    Some(Diagnostic::error(format!("`{}` would be {shown}, but must be {words}", input.id)).help(help))
}
