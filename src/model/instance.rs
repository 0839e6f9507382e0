//! Metrics made concrete: one instance for each member of a scope, put into a graph, or not available for lack of
//! inputs.

use super::calculation::{Input, Metric, Provenance, Referent, Unavailable};
use super::id::{InputId, MetricId};
use super::inputs::spoken;
use super::names::NameTable;
use crate::formula::operator::Gather;
use crate::formula::{Formula, Part};
use crate::language::Localizer;
use crate::program::{Graph, Index, Tape};
use crate::scenario::{MemberEntry, MetricEntry};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;
use typed_index_collections::{TiSlice, TiVec};

/// Members of a scope that are few enough to be spoken of one by one.
const FEW: usize = 4;

/// A metric whose formula was read and checked.
pub(super) struct Checked<'a> {
    pub entry: &'a MetricEntry,
    pub formula: Arc<Formula>,
    pub own: bool,
}

/// Position of a metric and, inside a scope, of the member.
type Key = (usize, Option<usize>);

/// A node, or the inputs that are lacking; what one lacks all lack that use it.
type Outcome = Result<Index, Arc<Vec<String>>>;

/// A name's value at a node of a formula.
enum Found {
    One(Outcome),
    /// For each member of a scope.
    Many(Vec<Outcome>),
}

pub(super) struct Builder<'a> {
    names: &'a NameTable,
    metrics: &'a [Checked<'a>],
    /// Inputs of all by their names.
    inputs: FxHashMap<&'a str, InputId>,
    /// For each member of a scope its input, by the scope's name and the input's.
    of_members: FxHashMap<(&'a str, &'a str), Vec<Option<InputId>>>,
    /// Scopes with their members in the order of the file.
    members: Vec<(&'a str, Vec<&'a str>)>,
    /// The members' names for people, in the same order.
    titles: Vec<Vec<&'a str>>,
    words: Localizer,
    graph: Graph,
    /// For each metric its instances, in the order of the members; none before it is built.
    nodes: Vec<Vec<Outcome>>,
}

impl<'a> Builder<'a> {
    pub fn new(
        names: &'a NameTable,
        metrics: &'a [Checked<'a>],
        inputs: &'a TiSlice<InputId, Input>,
        (titles, words): (&'a BTreeMap<(String, String), String>, Localizer),
    ) -> Self {
        let mut own = FxHashMap::default();
        let mut of_members: FxHashMap<(&str, &str), Vec<Option<InputId>>> = FxHashMap::default();
        let mut members: Vec<(&str, Vec<&str>)> = Vec::new();
        for (position, input) in inputs.iter_enumerated() {
            let Some((scope, member)) = &input.member else {
                own.entry(input.id.as_str()).or_insert(position);
                continue;
            };
            let known = members.iter().position(|(name, _)| name == scope).unwrap_or_else(|| {
                members.push((scope, Vec::new()));
                members.len() - 1
            });
            let list = &mut members[known].1;
            // A member's inputs mostly stand side by side.
            let number = list.iter().rposition(|name| name == member).unwrap_or_else(|| {
                list.push(member);
                list.len() - 1
            });
            let places = of_members.entry((scope, &input.name)).or_default();
            places.resize(places.len().max(number + 1), None);
            places[number].get_or_insert(position);
        }
        let of =
            |scope: &str, member: &str| titles.get(&(scope.to_owned(), member.to_owned())).map_or("", String::as_str);
        let of_scope = |(scope, list): &(&str, Vec<&str>)| list.iter().map(|member| of(scope, member)).collect();
        let titles = members.iter().map(of_scope).collect();
        let (graph, nodes) = (Graph::default(), vec![Vec::new(); metrics.len()]);
        Self { names, metrics, inputs: own, of_members, members, titles, words, graph, nodes }
    }

    /// Instances in the order of the metrics, what is not available, and the tape over the former.
    pub fn build(mut self, order: &[usize]) -> (TiVec<MetricId, Metric>, Vec<Unavailable>, Tape) {
        for &metric in order {
            for member in self.instances(metric) {
                let outcome = self.node(metric, member);
                self.nodes[metric].push(outcome);
            }
        }
        let mut available: Vec<(Key, Index)> = Vec::new();
        let mut unavailable = Vec::new();
        for metric in 0..self.metrics.len() {
            let instances = self.instances(metric);
            if instances.is_empty() {
                let scope = self.metrics[metric].entry.per.as_ref().map_or("", |per| per.as_str());
                unavailable.push(self.missing(metric, None, &[format!("[{scope}.NAME]")]));
            }
            if instances.len() > FEW && self.nodes[metric].iter().all(Result::is_err) {
                // What no member of many has is said once.
                let scope = self.metrics[metric].entry.per.as_ref().map_or("", |per| per.as_str());
                let Some(Err(needs)) = self.nodes[metric].first() else { continue };
                let any = |need: &String| match need.strip_prefix(&format!("{scope}.")).and_then(|n| n.split_once('.'))
                {
                    Some((_, name)) => format!("{scope}.NAME.{name}"),
                    None => need.clone(),
                };
                unavailable.push(self.missing(metric, None, &needs.iter().map(any).collect::<Vec<_>>()));
                continue;
            }
            for (member, outcome) in instances.into_iter().zip(&self.nodes[metric]) {
                match outcome {
                    Ok(index) => available.push(((metric, member), *index)),
                    Err(needs) => unavailable.push(self.missing(metric, member, needs)),
                }
            }
        }
        let keys: Vec<Key> = available.iter().map(|(key, _)| *key).collect();
        let tape = self.graph.tape(&available.iter().map(|(_, index)| *index).collect::<Vec<_>>());
        let places: FxHashMap<Key, MetricId> =
            keys.iter().enumerate().map(|(place, key)| (*key, place.into())).collect();
        let mut metrics = TiVec::with_capacity(keys.len());
        for instances in keys.chunk_by(|one, next| one.0 == next.0) {
            let names = self.metrics[instances[0].0].formula.names();
            metrics.extend(instances.iter().map(|key| self.metric(*key, &names, &places)));
        }
        (metrics, unavailable, tape)
    }

    fn instances(&self, metric: usize) -> Vec<Option<usize>> {
        match &self.metrics[metric].entry.per {
            None => vec![None],
            Some(scope) => (0..self.members_of(&scope.value).len()).map(Some).collect(),
        }
    }

    fn members_of(&self, scope: &str) -> &[&'a str] {
        self.members.iter().find(|(name, _)| *name == scope).map_or(&[], |(_, list)| list)
    }

    fn inside(&self, metric: usize, member: Option<usize>) -> Option<(&'a str, &'a str)> {
        let scope = self.metrics[metric].entry.per.as_ref()?.as_str();
        Some((scope, self.members_of(scope).get(member?)?))
    }

    fn node(&mut self, metric: usize, member: Option<usize>) -> Outcome {
        let metrics = self.metrics;
        let formula = &metrics[metric].formula;
        let mut found: Vec<Found> = Vec::with_capacity(formula.nodes().len());
        for node in formula.nodes() {
            let outcome = match &node.part {
                Part::Number(value) => Ok(self.graph.constant(*value)),
                Part::Name(name) => {
                    found.push(self.name(name, metric, member));
                    continue;
                }
                Part::Unary(operator, operand) => {
                    one(&found[*operand]).map(|operand| self.graph.unary(*operator, operand))
                }
                Part::Binary(operator, left, right) => both(one(&found[*left]), one(&found[*right]))
                    .map(|(left, right)| self.graph.binary(*operator, left, right)),
                Part::Gather(gather, operand) => self.gather(*gather, &found[*operand]),
            };
            found.push(Found::One(outcome));
        }
        found.last().map_or_else(|| Err(Arc::default()), one)
    }

    fn gather(&mut self, gather: Gather, operand: &Found) -> Outcome {
        let Found::Many(values) = operand else { return one(operand) };
        let Some(operator) = gather.joins_with() else {
            #[expect(clippy::cast_precision_loss, reason = "a scope has a handful of members")]
            return Ok(self.graph.constant(values.iter().filter(|value| value.is_ok()).count() as f64));
        };
        let lacking: Vec<String> =
            values.iter().filter_map(|value| value.as_ref().err()).flat_map(|needs| needs.iter().cloned()).collect();
        let mut joined = None;
        for value in values.iter().filter_map(|value| value.as_ref().ok()) {
            joined = Some(joined.map_or(*value, |before| self.graph.binary(operator, before, *value)));
        }
        joined.filter(|_| lacking.is_empty()).ok_or_else(|| Arc::new(lacking))
    }

    fn name(&mut self, name: &str, metric: usize, member: Option<usize>) -> Found {
        let table = self.names;
        let Some(named) = table.get(name) else { return Found::One(Err(lacking(name.to_owned()))) };
        let target = named.metric;
        let Some(scope) = named.scope.as_deref() else {
            return Found::One(self.value(target, name, None));
        };
        let inside = self.metrics[metric].entry.per.as_ref().is_some_and(|per| per.value == scope);
        if inside {
            return Found::One(self.value(target, name, member.map(|member| (scope, member))));
        }
        let count = self.members_of(scope).len();
        if count == 0 {
            return Found::One(Err(lacking(format!("[{scope}.NAME]"))));
        }
        if let Some(target) = target {
            return Found::Many(self.nodes[target].clone());
        }
        let given = self.of_members.get(&(scope, name)).map_or(&[][..], Vec::as_slice);
        let otherwise = named.otherwise.as_deref().and_then(|name| self.input(name, None));
        let at = |member: usize| given.get(member).copied().flatten().or(otherwise);
        let places: Vec<Option<InputId>> = (0..count).map(at).collect();
        let one = |(member, place): (usize, Option<InputId>)| match place {
            Some(place) => Ok(self.graph.input(place.index())),
            None => Err(lacking(self.path(name, Some((scope, member))))),
        };
        Found::Many(places.into_iter().enumerate().map(one).collect())
    }

    fn value(&mut self, target: Option<usize>, name: &str, member: Option<(&str, usize)>) -> Outcome {
        if let Some(metric) = target {
            let instance = self.nodes[metric].get(member.map_or(0, |(_, member)| member));
            return instance.cloned().unwrap_or_else(|| Err(lacking(name.to_owned())));
        }
        match self.input_or(name, member) {
            Some(input) => Ok(self.graph.input(input.index())),
            None => Err(lacking(self.path(name, member))),
        }
    }

    fn path(&self, name: &str, member: Option<(&str, usize)>) -> String {
        match member.and_then(|(scope, member)| Some((scope, self.members_of(scope).get(member)?))) {
            Some((scope, member)) => format!("{scope}.{member}.{name}"),
            None => name.to_owned(),
        }
    }

    fn input(&self, name: &str, member: Option<(&str, usize)>) -> Option<InputId> {
        match member {
            None => self.inputs.get(name).copied(),
            Some((scope, member)) => *self.of_members.get(&(scope, name))?.get(member)?,
        }
    }

    /// A member's input, or the one of all that stands in for it.
    fn input_or(&self, name: &str, member: Option<(&str, usize)>) -> Option<InputId> {
        let otherwise = || self.input(self.names.get(name)?.otherwise.as_deref()?, None);
        self.input(name, member).or_else(otherwise)
    }

    fn id(&self, metric: usize, member: Option<usize>) -> String {
        let name = &self.metrics[metric].entry.name.value;
        match self.inside(metric, member) {
            Some((scope, member)) => [scope, ".", member, ".", name].concat(),
            None => name.to_string(),
        }
    }

    fn label(&self, metric: usize, member: Option<usize>) -> String {
        let entry = self.metrics[metric].entry;
        let label = entry.label.clone().unwrap_or_else(|| spoken(&entry.name.value).into());
        let scope = entry.per.as_ref().and_then(|per| self.members.iter().position(|(name, _)| *name == per.value));
        match scope.zip(member).and_then(|(scope, member)| self.titles[scope].get(member)) {
            Some(title) => self.words.pair(&label, title),
            None => label.into_owned(),
        }
    }

    fn missing(&self, metric: usize, member: Option<usize>, needs: &[String]) -> Unavailable {
        let mut unique: Vec<String> = Vec::new();
        for need in needs {
            if !unique.contains(need) {
                unique.push(need.clone());
            }
        }
        Unavailable { id: self.id(metric, member), label: self.label(metric, member), needs: unique }
    }

    /// A metric in which a formula's names stand for what they do for the member.
    fn metric(&self, (metric, member): Key, names: &[&str], keys: &FxHashMap<Key, MetricId>) -> Metric {
        let checked = &self.metrics[metric];
        let entry = checked.entry;
        let unit = self.names.get(&entry.name.value).and_then(|named| named.unit.clone());
        let uses =
            names.iter().filter_map(|name| Some(((*name).to_owned(), self.referent(name, metric, member, keys)?)));
        Metric {
            id: self.id(metric, member),
            name: entry.name.value.to_string(),
            member: self.inside(metric, member).map(|(scope, member)| (scope.to_owned(), member.to_owned())),
            label: self.label(metric, member),
            means: entry.means.clone().unwrap_or_default().into_owned(),
            unit: unit.unwrap_or_else(crate::quantity::unit::Unit::one),
            formula: Arc::clone(&checked.formula),
            uses: uses.collect(),
            provenance: Provenance {
                sources: entry.source.iter().map(|source| source.value.to_string()).collect(),
                assumed: entry.assumed.as_deref().map(str::to_owned),
                ..Provenance::default()
            },
            headline: entry.headline,
            own: checked.own,
            value: f64::NAN,
        }
    }

    fn referent(
        &self,
        name: &str,
        metric: usize,
        member: Option<usize>,
        keys: &FxHashMap<Key, MetricId>,
    ) -> Option<Referent> {
        let named = self.names.get(name)?;
        let at = |member: Option<(&str, usize)>| match named.metric {
            Some(target) => {
                let key = (target, member.map(|(_, member)| member));
                keys.get(&key).copied().map(Referent::Metric)
            }
            None => self.input_or(name, member).map(Referent::Input),
        };
        match &named.scope {
            None => at(None),
            Some(scope) if self.metrics[metric].entry.per.as_ref().is_some_and(|per| per.value == *scope) => {
                at(member.map(|member| (&**scope, member)))
            }
            Some(scope) => {
                let members = 0..self.members_of(scope).len();
                Some(Referent::Members(members.filter_map(|member| at(Some((scope, member)))).collect()))
            }
        }
    }
}

/// A member's name for people.
pub(super) fn title(members: &[MemberEntry], scope: &str, member: &str) -> String {
    let entry = members.iter().find(|entry| entry.scope == scope && entry.name.value == member);
    entry.map_or_else(|| spoken(member), MemberEntry::title)
}

fn one(found: &Found) -> Outcome {
    match found {
        Found::One(outcome) => outcome.clone(),
        Found::Many(_) => Err(Arc::default()),
    }
}

fn lacking(name: String) -> Arc<Vec<String>> {
    Arc::new(vec![name])
}

fn both(left: Outcome, right: Outcome) -> Result<(Index, Index), Arc<Vec<String>>> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(mut left), Err(right)) => {
            Arc::make_mut(&mut left).extend(right.iter().cloned());
            Err(left)
        }
        (Err(needs), _) | (_, Err(needs)) => Err(needs),
    }
}
