//! What every name stands for, over the model and a scenario together.

use crate::diagnostic::{Diagnostic, Diagnostics, Span, Texts, did_you_mean};
use crate::formula::NameKind;
use crate::quantity::dimension::Dimension;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::{InputEntry, MetricEntry, Text, unit_of};
use std::collections::BTreeMap;

/// What a name is.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Position among the metrics; an input where absent.
    pub metric: Option<usize>,
    /// The scope that it has a value for each member of.
    pub scope: Option<Text>,
    /// Its unit; absent where that is at fault.
    pub unit: Option<Unit>,
    /// An input of all that stands in for a member's where it has none.
    pub otherwise: Option<Text>,
    /// Where it is declared.
    pub span: Span,
}

fn kind(named: &Named) -> &'static str {
    match (named.metric, &named.scope) {
        (Some(_), _) => "a metric",
        (None, Some(_)) => "an input of a scope",
        (None, None) => "an input",
    }
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    names: BTreeMap<Text, Named>,
}

impl NameTable {
    /// The names of declared inputs (with their scope) and of metrics.
    pub fn new(
        inputs: &[(Option<&str>, &InputEntry, Option<Unit>)],
        metrics: &[&MetricEntry],
        units: &Units,
        texts: &Texts,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut table = Self::default();
        for (scope, entry, unit) in inputs {
            let named = Named {
                metric: None,
                scope: scope.map(|scope| scope.to_owned().into()),
                unit: unit.clone(),
                otherwise: entry.otherwise.as_ref().map(|name| name.value.clone()),
                span: entry.name.span,
            };
            table.add(&entry.name.value, named, texts, diagnostics);
        }
        for (index, entry) in metrics.iter().enumerate() {
            let named = Named {
                metric: Some(index),
                scope: entry.per.as_ref().map(|per| per.value.clone()),
                unit: entry.unit.as_ref().and_then(|unit| unit_of(unit, units, diagnostics)),
                otherwise: None,
                span: entry.name.span,
            };
            table.add(&entry.name.value, named, texts, diagnostics);
        }
        table
    }

    fn add(&mut self, name: &Text, named: Named, texts: &Texts, diagnostics: &mut Diagnostics) {
        if let Some(first) = self.names.get_mut(name) {
            // The later text is the user's: the model's are read first.
            let (own, other) = if named.span.text >= first.span.text { (&named, &*first) } else { (&*first, &named) };
            let owner = if own.span.text == other.span.text {
                "in this scenario".to_owned()
            } else {
                format!("in {}", texts.name(other.span.text))
            };
            let complaint = Diagnostic::error(format!("`{name}` is {} already, {owner}", kind(other)))
                .at(own.span, format!("{} of the same name", kind(own)))
                .help("give it another name: one name stands for one thing, in all formulas");
            diagnostics.push(complaint);
            // Neither meaning is followed further.
            first.unit = None;
            return;
        }
        self.names.insert(name.clone(), named);
    }

    /// What a name is.
    pub fn get(&self, name: &str) -> Option<&Named> {
        self.names.get(name)
    }

    /// A name that a misspelt one was probably meant to be.
    pub fn suggestion(&self, name: &str) -> Option<String> {
        did_you_mean(name, self.names.keys().map(|name| &**name))
    }

    /// What a name stands for, seen from a formula inside a scope or outside all.
    pub fn kind(&self, name: &str, inside: Option<&str>) -> NameKind {
        let Some(named) = self.names.get(name) else { return NameKind::Unknown(self.suggestion(name)) };
        let Some(unit) = &named.unit else { return NameKind::Faulty };
        let dimension: Dimension = unit.dimension().clone();
        match &named.scope {
            Some(scope) if inside != Some(&**scope) => NameKind::PerMember(dimension, scope.to_string()),
            _ => NameKind::One(dimension),
        }
    }
}
