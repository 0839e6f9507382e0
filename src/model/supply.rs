//! Contributors: who takes part, and which inputs and metrics are their supply.
//!
//! Which names those are stands in the model's `[supply]`; a coalition sets one input of each contributor.

use super::calculation::Calculation;
use super::id::{InputId, MetricId};
use super::standard::Model;
use crate::args;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, TextId, Texts, did_you_mean};
use crate::language::Localizer;
use crate::scenario::Stance;
use crate::scenario::{Entries, InputEntry, Located, MemberEntry, SupplyEntry, Text, Written};
use rustc_hash::FxHashMap;

/// A coalition chosen over the scenario's: stances, names or labels of contributors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coalition {
    /// Who takes part; the scenario's choice where empty.
    pub with: Vec<String>,
    /// Who does not.
    pub without: Vec<String>,
}

/// What the command line chooses in place of the scenario's choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Who takes part.
    pub coalition: Coalition,
    /// What the cost of a soldier-year counts.
    pub basis: Option<String>,
    /// The language of what is reported.
    pub language: Option<crate::language::Language>,
}

/// A state or an army that could send troops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributor {
    /// The name in the scenario.
    pub id: String,
    /// The name for people.
    pub label: String,
    /// What it has said of sending troops.
    pub stance: Stance,
    /// The input that is 1 where it takes part.
    pub taking_part: InputId,
    /// The input that is its land forces.
    pub land_forces: InputId,
    /// Metrics: permanent garrisons, not deployable, rotation base of the standing commitment, available, sustainable,
    /// share of the sustainable force.
    pub parts: [MetricId; 6],
    /// The metric that it adds to the sustainable force.
    pub offered: MetricId,
    /// The fair shares of the proposed force, in the order of [`Supply::fair_shares`]; absent where inputs are lacking.
    pub fair_shares: Vec<Option<MetricId>>,
}

/// Supply, by inputs and metrics of the calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Every contributor, in the order of the files.
    pub contributors: Vec<Contributor>,
    /// The input that is the proposed force.
    pub force: Option<InputId>,
    /// The rotation factor.
    pub rotation_factor: MetricId,
    /// Soldiers needed to keep the proposed force.
    pub rotation_base: Option<MetricId>,
    /// The coalition's land forces.
    pub land_forces: MetricId,
    /// Permanent garrisons of the coalition.
    pub garrisons: MetricId,
    /// Deployable troops of the coalition, the rotation base of the standing commitment among them.
    pub deployable: MetricId,
    /// Available troops of the coalition.
    pub available: MetricId,
    /// The coalition's sustainable force.
    pub sustainable: MetricId,
    /// The sustainable force less the proposed one.
    pub margin: Option<MetricId>,
    /// Tours at full strength.
    pub tours: Option<MetricId>,
    /// Names of the fair shares and whose inputs allow it.
    pub fair_shares: Vec<String>,
    /// Further metrics to show.
    pub more: Vec<MetricId>,
    /// Inputs for which a break-even is sought.
    pub break_even: Vec<InputId>,
    /// Months deployed and months at home.
    pub months: Option<(InputId, InputId)>,
    /// The lowest and the highest supply that was published.
    pub published: Option<(InputId, InputId)>,
    /// Other readings of the same data.
    pub readings: Vec<MetricId>,
    /// Published shares of land forces on operations.
    pub shares: Vec<InputId>,
    /// What to say of enablers where the scenario gives no number for them.
    pub unbacked: Option<String>,
}

/// Gives every contributor that does not have it the input that says whether it takes part; one chosen on the command
/// line goes before what the scenario says. Gives the handles of the command line's texts.
pub(super) fn choose(
    entries: &mut Entries,
    model: &Model,
    chosen: &Coalition,
    words: Localizer,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Vec<TextId> {
    let mut ids = Vec::new();
    let Some(supply) = &model.entries.supply else { return ids };
    let mut read = |words: &[String], option: &str| -> Vec<Located<Text>> {
        let word = |word: &String| {
            let text = texts.add(option, word.clone());
            ids.push(text);
            Located::new(word.clone().into(), Span { text, start: 0, end: word.len() })
        };
        words.iter().map(word).collect()
    };
    let (with, without) = (read(&chosen.with, "--with"), read(&chosen.without, "--without"));
    let members: Vec<MemberEntry> =
        entries.members.iter().filter(|member| member.scope == supply.one("scope")).cloned().collect();
    let stated = entries.coalition.clone().unwrap_or_default();
    let by_hand = !(with.is_empty() && without.is_empty());
    let (with, without) =
        if with.is_empty() { (stated.with, [stated.without, without].concat()) } else { (with, without) };
    for word in with.iter().chain(&without) {
        if !Stance::WORDS.contains(&word.as_str()) && !members.iter().any(|member| member.is(&word.value)) {
            diagnostics.push(unknown(word, &members));
            return ids;
        }
    }
    if members.is_empty() {
        return ids;
    }
    let any_stance = members.iter().any(|member| member.stance.is_some());
    let takes_part = |member: &MemberEntry| {
        let within = match with.as_slice() {
            // Where nobody has said anything, everybody listed is meant.
            [] => !any_stance || stance(member) == Stance::Ready,
            words => words.iter().any(|word| is(member, word)),
        };
        within && !without.iter().any(|word| is(member, word))
    };
    if !members.iter().any(takes_part) {
        let at =
            with.first().or(without.first()).map(|word| word.span).or(members.first().map(|member| member.name.span));
        let help = "name its members: --with ready,open, or [coalition] with = [\"ready\", \"open\"] in the scenario";
        diagnostics.push(Diagnostic::error("the coalition has no members").opt_span(at, "").help(help));
    }
    let name = supply.one("taking_part");
    let given = |member: &MemberEntry, input: &InputEntry| {
        input.name.value == name
            && input.member.as_ref().is_some_and(|(scope, of)| *scope == member.scope && *of == member.name.value)
    };
    let scopes = model.entries.scopes.iter().filter(|scope| scope.name.value == supply.one("scope"));
    let Some(declared) = scopes.flat_map(|scope| &scope.inputs).find(|input| input.name.value == name) else {
        return ids;
    };
    for member in &members {
        if by_hand {
            entries.inputs.retain(|input| !given(member, input));
        } else if entries.inputs.iter().any(|input| given(member, input)) {
            continue;
        }
        let value = Located::new(f64::from(u8::from(takes_part(member))), member.name.span);
        let stance = words.choice("stance", member.stance.as_deref().unwrap_or("not stated"));
        entries.inputs.push(InputEntry {
            name: Located::new(name.to_owned().into(), member.name.span),
            member: Some((member.scope.clone(), member.name.value.clone())),
            numbers: vec![("value", Written::Number(value))],
            assumed: Some(words.format("assumed-by-coalition", args![stance = stance]).into()),
            source: member.stance_source.clone(),
            note: None,
            warning: None,
            bounds: None,
            ..declared.clone()
        });
    }
    ids
}

/// What a contributor has said; unknown where the scenario says nothing of it.
fn stance(member: &MemberEntry) -> Stance {
    member.stance.as_deref().and_then(Stance::of_word).unwrap_or(Stance::Unknown)
}

fn is(member: &MemberEntry, word: &Located<Text>) -> bool {
    member.is(&word.value) || (member.stance.is_none() && word.as_str() == Stance::Unknown.word())
}

fn unknown(word: &Located<Text>, members: &[MemberEntry]) -> Diagnostic {
    let complaint = Diagnostic::error(format!("no contributor is called `{}`", word.value)).at(word.span, "");
    if members.is_empty() {
        return complaint
            .help("the scenario has no contributors: list them as [contributor.NAME], each with `army_strength`");
    }
    let titles: Vec<String> = members.iter().map(MemberEntry::title).collect();
    let names = members.iter().map(|member| member.name.as_str());
    let known = Stance::WORDS.iter().copied().chain(names).chain(titles.iter().map(String::as_str)).chain(["all"]);
    complaint.opt_help(did_you_mean(&word.value, known)).help(format!(
        "a coalition is made of stances ({}), names such as {}, or all",
        Stance::WORDS.join(", "),
        members.iter().take(3).map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
    ))
}

/// The supply of an calculation, or what it lacks.
pub(super) fn resolve(
    calculation: &Calculation,
    entry: Option<&SupplyEntry>,
    entries: &Entries,
    words: Localizer,
) -> Result<Supply, Vec<String>> {
    let Some(entry) = entry else { return Err(Vec::new()) };
    let scope = entry.one("scope");
    let members: Vec<&MemberEntry> = entries.members.iter().filter(|member| member.scope == scope).collect();
    if members.is_empty() {
        return Err(vec![format!("[{scope}.NAME]")]);
    }
    let metric = |key: &str| calculation.metric(entry.one(key));
    let needed = |key: &str| metric(key).ok_or_else(|| needs(calculation, entry.one(key)));
    let inputs = |key: &str| -> Vec<InputId> {
        entry.all(key).iter().filter_map(|name| calculation.input(&name.value)).collect()
    };
    let inputs_of = of_members(
        scope,
        calculation.inputs.iter_enumerated().map(|(at, input)| (at, input.member.as_ref(), &*input.name)),
    );
    let metrics_of = of_members(
        scope,
        calculation.metrics.iter_enumerated().map(|(at, metric)| (at, metric.member.as_ref(), &*metric.name)),
    );
    let parts = entry.all("of_member");
    let contributor = |member: &&MemberEntry| -> Option<Contributor> {
        let id = member.name.as_str();
        let input = |name: &str| inputs_of.get(&(id, name)).copied();
        let of = |name: &str| metrics_of.get(&(id, name)).copied();
        let part = |position: usize| of(parts.get(position)?.as_str());
        Some(Contributor {
            id: id.to_owned(),
            label: member.title(),
            stance: stance(member),
            taking_part: input(entry.one("taking_part"))?,
            land_forces: input(parts.first()?.as_str())?,
            parts: [part(1)?, part(2)?, part(3)?, part(4)?, part(5)?, part(6)?],
            offered: of(entry.one("offered"))?,
            fair_shares: entry.all("fair_shares").iter().map(|name| of(&name.value)).collect(),
        })
    };
    let months = inputs("months");
    let published = inputs("published");
    let pair = |list: &[InputId]| (list.len() == 2).then(|| (list[0], list[1]));
    Ok(Supply {
        force: calculation.input(entry.one("force")),
        rotation_factor: needed("rotation_factor")?,
        rotation_base: metric("rotation_base"),
        land_forces: needed("land_forces")?,
        garrisons: needed("garrisons")?,
        deployable: needed("deployable")?,
        available: needed("available")?,
        sustainable: needed("sustainable")?,
        margin: metric("margin"),
        tours: metric("tours"),
        fair_shares: entry.all("fair_shares").iter().map(|name| name.value.to_string()).collect(),
        more: entry.all("more").iter().filter_map(|name| calculation.metric(&name.value)).collect(),
        break_even: inputs("break_even"),
        months: pair(&months),
        unbacked: (!entry.one("unbacked").is_empty() && calculation.input(entry.one("backing")).is_none())
            .then(|| unbacked(words, entry)),
        readings: entry.all("readings").iter().filter_map(|name| calculation.metric(&name.value)).collect(),
        shares: inputs("shares"),
        published: pair(&published),
        contributors: members.iter().filter_map(contributor).collect(),
    })
}

/// What is said where the scenario does not have the backing; in English as the model's file has it.
fn unbacked(words: Localizer, entry: &SupplyEntry) -> String {
    let translated = if words.is_english() { None } else { words.translated("supply-unbacked", &[]) };
    translated.unwrap_or_else(|| entry.one("unbacked").to_owned())
}

/// What members of a scope have, by the member's name and its own.
fn of_members<'a, Id>(
    scope: &str,
    all: impl Iterator<Item = (Id, Option<&'a (String, String)>, &'a str)>,
) -> FxHashMap<(&'a str, &'a str), Id> {
    let mut positions = FxHashMap::default();
    for (at, member, name) in all {
        if let Some((_, member)) = member.filter(|(of, _)| of == scope) {
            positions.insert((member.as_str(), name), at);
        }
    }
    positions
}

fn needs(calculation: &Calculation, name: &str) -> Vec<String> {
    let lacking = calculation.unavailable.iter().find(|metric| metric.id == name);
    lacking.map_or_else(|| vec![name.to_owned()], |metric| metric.needs.clone())
}
