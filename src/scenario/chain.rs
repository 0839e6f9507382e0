//! `extends`: the files a scenario inherits from, read and merged so that what a file says replaces what it inherits.
//!
//! An input, metric, unit, scope, source, sweep or chart is replaced whole by the child's of the same name: no source
//! of the parent's figure can end up beside the child's. Knows no file system: the caller gives it [`Files`].

use super::asked::CorrelationEntry;
use super::cases::{CaseFile, RuleEntry};
use super::document::parse;
use super::entries::Entries;
use super::entry::InputEntry;
use super::files::{Files, FoundFile};
use super::keys::{INCLUDED, SCENARIO};
use super::meant;
use super::missions::{Missions, read};
use super::style::{Look, StyleEntry};
use super::supply::MemberEntry;
use super::tree::{Document, Located, Table, Text};
use super::validate::{Scopes, check};
use crate::diagnostic::{Diagnostic, Diagnostics, TextId, Texts};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Files that any scenario can include as `builtin:NAME`.
const BUILT_IN: &[(&str, &str)] = &[
    ("ukraine-estimates.toml", include_str!("../../scenarios/data/ukraine-estimates.toml")),
    ("contributors.toml", include_str!("../../scenarios/data/contributors.toml")),
    ("correlations.toml", include_str!("../../scenarios/data/correlations.toml")),
];

/// A file of the chain with those it includes.
struct Link {
    document: Document,
    included: Vec<Document>,
}

/// Longest chain of files.
const LONGEST_CHAIN: usize = 16;

/// Most files that a scenario and those it extends include.
const MOST_INCLUDED: usize = 32;

/// What a scenario and the files it extends say together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The entries; of equal names the last file's.
    pub entries: Entries,
    /// The texts they came from, the scenario's own first, included files last.
    pub texts: Vec<TextId>,
    /// Missions of the scenario's own, from the file it names.
    pub missions: Option<Missions>,
    /// Files of cases with the rules that are held against them.
    pub backtests: Vec<(CaseFile, Vec<RuleEntry>)>,
    /// How charts look.
    pub look: Look,
    /// Names of what cannot be read, which was complained of: what is said of them next is no fault of its own.
    pub lost: Vec<String>,
}

/// Reads a scenario and what it extends. `scopes` are the model's, with their inputs.
pub fn load(
    file: FoundFile,
    files: &impl Files,
    scopes: &Scopes<'_>,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Merged> {
    let mut chain = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(file);
    let (mut missions, mut count) = (None, 0);
    while let Some(file) = next.take() {
        seen.push(file.identity);
        let name = file.name;
        let id = texts.add(&name, file.content);
        let document = parse(id, texts, diagnostics)?;
        if missions.is_none()
            && let Some(named) = document.root.text("missions").filter(|named| !named.value.trim().is_empty())
        {
            missions = Some((named, name.clone()));
        }
        if let Some(parent) = document.root.text("extends") {
            next = Some(extended(&parent, &name, files, &seen, diagnostics)?);
        }
        let mut included: Vec<Document> = Vec::new();
        let mut identities: Vec<String> = Vec::new();
        for include in document.root.texts("include") {
            count += 1;
            if count > MOST_INCLUDED {
                let complaint = Diagnostic::error(format!("more than {MOST_INCLUDED} files are included"));
                diagnostics.push(complaint.at(include.span, "").help("put what belongs together into one file"));
                return None;
            }
            let (identity, read) = read_included(&include, &name, files, scopes, texts, diagnostics)?;
            if identities.contains(&identity) {
                let complaint = Diagnostic::error(format!("`{}` is included twice", include.value));
                diagnostics.push(complaint.at(include.span, "").help("include it once"));
                return None;
            }
            identities.push(identity);
            included.push(read);
        }
        chain.push(Link { document, included });
    }
    for Link { document, .. } in &chain {
        if let Some(style) = document.root.table("style") {
            // Judged file by file: every complaint stands in the file that it is about, also when another is at fault.
            StyleEntry::read(style.value).resolve(files, texts, diagnostics);
        }
    }
    let mut merged = merge(&chain, scopes, diagnostics)?;
    merged.backtests = backtests(&chain, files, texts, diagnostics)?;
    merged.look = merged.entries.style.resolve(files, texts, &mut Diagnostics::default());
    merged.entries.style.judge(&merged.look, diagnostics);
    if let Some((named, from)) = missions {
        match files.read(&named.value, &from) {
            Ok(file) => {
                merged.missions = Some(read(&file, texts, diagnostics)?);
                merged.texts.extend(merged.missions.as_ref().map(|missions| missions.text));
            }
            Err((reason, help)) => {
                diagnostics.push(Diagnostic::error(reason).at(named.span, "").opt_help(help));
                return None;
            }
        }
    }
    Some(merged)
}

/// The cases that the scenario names, or the next one it extends that names some.
fn backtests(
    chain: &[Link],
    files: &impl Files,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<(CaseFile, Vec<RuleEntry>)>> {
    let mut found = Vec::new();
    let of = |link: &&Link| link.document.root.get("backtest").is_some();
    let Some(Link { document, .. }) = chain.iter().find(of) else { return Some(found) };
    let from = texts.name(document.text).to_owned();
    for entry in document.root.list_of_tables("backtest") {
        let Some(cases) = entry.value.text("cases") else { continue };
        let file = match CaseFile::built_in(&cases.value).map_or_else(|| files.read(&cases.value, &from), Ok) {
            Ok(file) => file,
            Err((reason, help)) => {
                diagnostics.push(Diagnostic::error(reason).at(cases.span, "").opt_help(help));
                return None;
            }
        };
        let read = CaseFile::read(&file, files, texts, diagnostics)?;
        let rules = read.rules_named(&entry.value.texts("rule"), &entry.value.texts("beside"), false);
        found.push((read, rules));
    }
    Some(found)
}

/// A built-in file.
fn built_in(wanted: &str) -> Result<FoundFile, (String, Option<String>)> {
    let found = BUILT_IN.iter().find(|(name, _)| *name == wanted).map(|(name, content)| FoundFile {
        name: (*name).to_owned(),
        identity: format!("builtin:{name}"),
        content: (*content).to_owned(),
    });
    found.ok_or_else(|| {
        let names: Vec<String> = BUILT_IN.iter().map(|(name, _)| format!("`builtin:{name}`")).collect();
        let help = format!("built in is {}", names.join(", "));
        (format!("no file to include called `{wanted}` is built in"), Some(help))
    })
}

fn read_included(
    include: &Located<Text>,
    from: &str,
    files: &impl Files,
    scopes: &Scopes<'_>,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<(String, Document)> {
    let found = match include.value.strip_prefix("builtin:") {
        None => files.read(&include.value, from),
        Some(wanted) => built_in(wanted),
    };
    match found {
        Ok(file) => {
            let id = texts.add(&file.name, file.content);
            let document = parse(id, texts, diagnostics)?;
            check(&document.root, &INCLUDED, scopes, diagnostics);
            Some((file.identity, document))
        }
        Err((reason, help)) => {
            diagnostics.push(Diagnostic::error(reason).at(include.span, "").opt_help(help));
            None
        }
    }
}

fn extended(
    parent: &Located<Text>,
    from: &str,
    files: &impl Files,
    seen: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<FoundFile> {
    let complaint = match files.read(&parent.value, from) {
        Ok(file) if seen.contains(&file.identity) => {
            Diagnostic::error(format!("`{}` extends itself, directly or through others", parent.value))
                .help("a scenario inherits along a line that ends: take one `extends` out")
        }
        Ok(_) if seen.len() >= LONGEST_CHAIN => {
            Diagnostic::error(format!("more than {LONGEST_CHAIN} scenarios extend one another"))
        }
        Ok(file) => return Some(file),
        Err((reason, help)) => Diagnostic::error(reason).opt_help(help),
    };
    diagnostics.push(complaint.at(parent.span, ""));
    None
}

fn merge(chain: &[Link], scopes: &Scopes<'_>, diagnostics: &mut Diagnostics) -> Option<Merged> {
    let mut scopes = scopes.clone();
    for Link { document, .. } in chain {
        for (name, table) in document.root.tables("scope") {
            let inputs = table.tables("input").map(|(input, _)| input.as_str()).collect();
            scopes.known.push((name.as_str(), inputs));
        }
    }
    let before = diagnostics.counts().0;
    for Link { document, .. } in chain {
        check(&document.root, &SCENARIO, &scopes, diagnostics);
    }
    // What else is wrong is said in the same run, where it can be told.
    let is_faulty = diagnostics.counts().0 > before;
    let mut lost = Vec::new();
    let mut roots: Vec<Cow<'_, Table>> = Vec::new();
    for Link { document, .. } in chain {
        roots.push(if is_faulty {
            let meant = meant::tree(&document.root, &scopes);
            let (root, names) = meant::readable(&meant, &scopes)?;
            lost.extend(names);
            Cow::Owned(root)
        } else {
            Cow::Borrowed(&document.root)
        });
    }
    let names: Vec<&str> = scopes.known.iter().map(|(name, _)| *name).collect();
    let mut merged = Merged {
        entries: Entries::default(),
        texts: chain.iter().map(|link| link.document.text).collect(),
        missions: None,
        backtests: Vec::new(),
        look: Look::default(),
        lost,
    };
    for (root, Link { included, .. }) in roots.iter().zip(chain).rev() {
        let own = Entries::read(root, &names);
        let base = &mut merged.entries;
        for document in included {
            let other = Entries::read(&document.root, &names);
            replace(&mut base.inputs, other.inputs, |input| (input.member.clone(), input.name.value.clone()));
            replace(&mut base.members, other.members, |member| (member.scope.clone(), member.name.value.clone()));
            replace(&mut base.sources, other.sources, |source| source.key.value.clone());
            replace(&mut base.estimates, other.estimates, |estimate| estimate.name.value.clone());
            correlate(&mut base.correlations, other.correlations);
            base.included_warnings.extend(other.warning.filter(|text| !base.included_warnings.contains(text)));
            merged.texts.push(document.text);
        }
        keep_units(base, &own.inputs);
        omit(base, own.omit, &scopes.valued, diagnostics);
        base.blanks.extend(own.blanks);
        // What another title is called in short is another thing too.
        base.short = own.short.or_else(|| base.short.take().filter(|_| own.title.is_none()));
        base.title = own.title.or(base.title.take());
        base.purpose = own.purpose.or(base.purpose.take());
        base.mission = own.mission.or(base.mission.take());
        base.yardstick = own.yardstick.or(base.yardstick.take());
        base.yardstick_name = own.yardstick_name.or(base.yardstick_name.take());
        base.language = own.language.or(base.language.take());
        base.cost_basis = own.cost_basis.or(base.cost_basis.take());
        base.summary = own.summary.or(base.summary.take());
        base.warning = own.warning.or(base.warning.take());
        base.monte_carlo = own.monte_carlo.or(base.monte_carlo.take());
        base.sensitivity = own.sensitivity.or(base.sensitivity.take());
        if !own.pillars.is_empty() {
            base.pillars = own.pillars;
        }
        replace(&mut base.options, own.options, |option| option.name.value.clone());
        base.regret = own.regret.or(base.regret.take());
        base.discovery = own.discovery.or(base.discovery.take());
        twice(&own.conditions, |one| (one.that.value.to_string(), one.that.span), "conditions", diagnostics);
        replace(&mut base.conditions, own.conditions, |condition| condition.that.value.clone());
        correlate(&mut base.correlations, own.correlations);
        base.coalition = own.coalition.or(base.coalition.take());
        // A member that a later file only adds an input to keeps its name and stance.
        for member in own.members {
            let is = |have: &&mut MemberEntry| have.scope == member.scope && have.name.value == member.name.value;
            match base.members.iter_mut().find(is) {
                Some(have) => {
                    have.label = member.label.or(have.label.take());
                    if member.stance.is_some() || !member.stance_source.is_empty() {
                        have.stance_source = member.stance_source;
                    }
                    have.stance = member.stance.or(have.stance.take());
                    have.note = member.note.or(have.note.take());
                }
                None => base.members.push(member),
            }
        }
        base.style.merge(own.style);
        replace(&mut base.inputs, own.inputs, |input| (input.member.clone(), input.name.value.clone()));
        replace(&mut base.metrics, own.metrics, |metric| metric.name.value.clone());
        replace(&mut base.units, own.units, |unit| unit.name.value.clone());
        replace(&mut base.scopes, own.scopes, |scope| scope.name.value.clone());
        replace(&mut base.sources, own.sources, |source| source.key.value.clone());
        replace(&mut base.estimates, own.estimates, |estimate| estimate.name.value.clone());
        twice(&own.sweeps, |sweep| (sweep.id(), sweep.span), "sweeps", diagnostics);
        replace(&mut base.sweeps, own.sweeps, super::picture::SweepEntry::id);
        twice(&own.break_evens, |search| (search.id(), search.span), "break-even searches", diagnostics);
        replace(&mut base.break_evens, own.break_evens, super::asked::BreakEvenEntry::id);
        twice(&own.charts, |chart| (chart.id.value.to_string(), chart.id.span), "charts", diagnostics);
        replace(&mut base.charts, own.charts, |chart| chart.id.value.clone());
    }
    Some(merged)
}

/// Whether nothing is wrong with a scenario's keys and the shapes of their values.
/// What was written bare for inputs that get another unit.
fn keep_units(base: &mut Entries, inputs: &[InputEntry]) {
    let unit = InputEntry::written_unit;
    for input in inputs {
        let replaced = base.inputs.iter().find(|known| known.path() == input.path());
        if let Some(before) = replaced.and_then(unit).filter(|before| unit(input).as_ref() != Some(before)) {
            base.keep_unit(&input.path(), &before);
        }
    }
}

fn omit(base: &mut Entries, omitted: Vec<Located<Text>>, valued: &[&str], diagnostics: &mut Diagnostics) {
    for name in omitted {
        let before = base.inputs.len();
        base.inputs.retain(|input| input.path() != name.value);
        if base.inputs.len() < before || valued.contains(&name.as_str()) {
            base.omit.push(name);
        } else {
            let inherited: Vec<String> = base.inputs.iter().map(InputEntry::path).collect();
            let list = inherited.join(", ");
            let near = crate::diagnostic::did_you_mean(&name.value, inherited.iter().map(String::as_str));
            let help = match near {
                Some(near) => near,
                None if list.is_empty() => "the scenario inherits nothing: `omit` goes with `extends`".to_owned(),
                None => format!("inherited are {list}"),
            };
            diagnostics.push(
                Diagnostic::error(format!("there is no inherited input `{}` to omit", name.value))
                    .at(name.span, "")
                    .help(help),
            );
        }
    }
}

/// A file's correlations take the place of those of the same pairs. Stated twice in one file, a pair stays twice, to be
/// complained of.
fn correlate(base: &mut Vec<CorrelationEntry>, own: Vec<CorrelationEntry>) {
    base.retain(|pair| own.iter().all(|other| other.pair() != pair.pair()));
    base.extend(own);
}

fn replace<T, N: Ord>(base: &mut Vec<T>, own: Vec<T>, name: impl Fn(&T) -> N) {
    // Of equal names the first stays the one that is replaced.
    let mut places: BTreeMap<N, usize> = base.iter().enumerate().rev().map(|(at, have)| (name(have), at)).collect();
    for entry in own {
        match places.entry(name(&entry)) {
            Entry::Occupied(place) => base[*place.get()] = entry,
            Entry::Vacant(place) => {
                place.insert(base.len());
                base.push(entry);
            }
        }
    }
}

/// Complains of two entries of one file that would write the same files.
fn twice<T>(
    entries: &[T],
    id: impl Fn(&T) -> (String, crate::diagnostic::Span),
    what: &str,
    diagnostics: &mut Diagnostics,
) {
    for (index, entry) in entries.iter().enumerate() {
        let (name, span) = id(entry);
        if let Some(first) = entries[..index].iter().map(&id).find(|(earlier, _)| *earlier == name) {
            diagnostics.push(
                Diagnostic::error(format!("two {what} are called `{name}`"))
                    .at(span, "")
                    .at(first.1, "the first one")
                    .help(if what == "conditions" { "keep one of them" } else { "give one of them another `id`" }),
            );
        }
    }
}
