//! Inputs that move together: the pairs a scenario names, resolved and held against one another.

use super::calculation::{Calculation, Correlation};
use super::id::InputId;
use super::inputs::{IsSource, unknown_source};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, did_you_mean};
use crate::quantity::number;
use crate::scenario::{CorrelationEntry, Located, Text};
use crate::uncertainty::correlation::{Copula, CorrelationError};
use crate::uncertainty::ties;

impl Calculation {
    /// The inputs that are drawn: those with a range that the world decides.
    #[must_use]
    pub fn uncertain(&self) -> Vec<InputId> {
        self.inputs.iter_enumerated().filter(|(_, input)| input.is_drawn()).map(|(id, _)| id).collect()
    }

    /// The inputs that have a range, whoever decides them.
    #[must_use]
    pub fn ranged(&self) -> Vec<InputId> {
        self.inputs.iter_enumerated().filter(|(_, input)| input.range.is_some()).map(|(id, _)| id).collect()
    }

    /// An input of a group and one outside that is correlated with it, where the group parts such a pair.
    #[must_use]
    pub fn split_by(&self, group: &[InputId]) -> Option<(InputId, InputId)> {
        let pairs = self.correlations.iter().map(|pair| (pair.first, pair.second));
        pairs.into_iter().find_map(|(a, b)| match (group.contains(&a), group.contains(&b)) {
            (true, false) => Some((a, b)),
            (false, true) => Some((b, a)),
            _ => None,
        })
    }

    /// How the inputs with ranges move together: a copula over them, in their order. Without stated correlations they
    /// are independent.
    #[must_use]
    pub fn copula(&self) -> Option<Copula> {
        self.copula_of(&self.uncertain())
    }

    /// How some inputs with ranges move together, in their order.
    pub(super) fn copula_of(&self, inputs: &[InputId]) -> Option<Copula> {
        Copula::new(inputs.len(), &columns(inputs, &self.correlations)).ok()
    }

    /// The rank correlation that is reached between two inputs for which one is stated: another one where an input has
    /// a few values to choose from. `None` where one of them has no range.
    #[must_use]
    pub fn reached(&self, pair: &Correlation) -> Option<f64> {
        let range = |input: InputId| self.inputs.get(input)?.range.as_ref();
        Some(ties::reached(pair.rank, range(pair.first)?, range(pair.second)?))
    }
}

/// By how much the rank correlation that is reached may miss the stated one without a word.
pub const MISSED: f64 = 0.02;

/// The pairs by their place among the inputs with ranges.
fn columns(uncertain: &[InputId], correlations: &[Correlation]) -> Vec<(usize, usize, f64)> {
    let place = |input: InputId| uncertain.iter().position(|known| *known == input);
    correlations.iter().filter_map(|pair| Some((place(pair.first)?, place(pair.second)?, pair.rank))).collect()
}

/// Resolves the scenario's correlations. `inherited` tells entries of a file that the scenario extends or includes:
/// those about inputs it has not, or has fixed, are left out without a word.
pub(super) fn resolve(
    calculation: &Calculation,
    entries: &[CorrelationEntry],
    inherited: &dyn Fn(&CorrelationEntry) -> bool,
    is_source: IsSource<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Correlation> {
    for source in entries.iter().flat_map(|entry| &entry.source) {
        if let Some(help) = is_source(&source.value) {
            diagnostics.push(unknown_source(&source.value, help).at(source.span, ""));
        }
    }
    let uncertain = calculation.uncertain();
    let mut found: Vec<(Correlation, &CorrelationEntry)> = Vec::new();
    for entry in entries {
        let [a, b] = entry.between.as_slice() else {
            diagnostics.push(
                Diagnostic::error("a correlation is between two inputs")
                    .at(entry.span, "")
                    .help("write between = [\"one\", \"other\"]"),
            );
            continue;
        };
        let ranged = |name: &Located<Text>| calculation.input(&name.value).filter(|input| uncertain.contains(input));
        match (ranged(a), ranged(b)) {
            (Some(first), Some(second)) => found.push((Correlation { first, second, rank: entry.rank }, entry)),
            _ if inherited(entry) => {}
            (first, _) => diagnostics.push(without_range(calculation, if first.is_some() { b } else { a })),
        }
    }
    let pairs: Vec<Correlation> = found.iter().map(|(pair, _)| *pair).collect();
    if let Err(error) = Copula::new(uncertain.len(), &columns(&uncertain, &pairs)) {
        diagnostics.push(contradiction(calculation, &uncertain, &found, &error));
        return Vec::new();
    }
    for (pair, entry) in &found {
        let reached = calculation.reached(pair).filter(|reached| (reached - pair.rank).abs() > MISSED);
        let Some(reached) = reached else { continue };
        let [a, b] = [pair.first, pair.second].map(|input| calculation.inputs[input].id.as_str());
        let (asked, reached) = (number::exact(pair.rank), number::significant(reached, 2));
        diagnostics.push(
            Diagnostic::warning(format!("a rank correlation of {asked} is stated for `{a}` and `{b}`, and {reached} is reached"))
                .message_id("warning-rank-missed")
                .with("first", a)
                .with("second", b)
                .with("asked", Argument::Digits(asked))
                .with("reached", Argument::Digits(reached))
                .at(entry.span, "")
                .help("choices have equal values, which cannot be ranked among each other: the fewer and the more unequal, the weaker; state a stronger one, or give the input a range"),
        );
    }
    pairs
}

fn without_range(calculation: &Calculation, name: &Located<Text>) -> Diagnostic {
    if let Some(input) = calculation.input(&name.value).map(|input| &calculation.inputs[input])
        && input.range.is_some()
    {
        return Diagnostic::error(format!(
            "`{}` is a {} and is not drawn, so that it cannot be correlated",
            name.value, input.role
        ))
        .at(name.span, "")
        .help("take the correlation out, or give the input role = \"uncertainty\" if the world decides it");
    }
    if calculation.input(&name.value).is_some() {
        return Diagnostic::error(format!("`{}` has no range and cannot be correlated", name.value))
            .at(name.span, "")
            .help("give it a range, or take the correlation out");
    }
    let known = calculation.inputs.iter().map(|input| input.id.as_str());
    Diagnostic::unknown_name("input", &name.value).at(name.span, "").help(
        did_you_mean(&name.value, known).unwrap_or_else(|| "`between` names uncertain inputs with ranges".to_owned()),
    )
}

fn contradiction(
    calculation: &Calculation,
    uncertain: &[InputId],
    found: &[(Correlation, &CorrelationEntry)],
    error: &CorrelationError,
) -> Diagnostic {
    let name = |column: usize| uncertain.get(column).map_or("", |input| calculation.inputs[*input].id.as_str());
    let (message, pairs): (&str, Vec<(usize, usize)>) = match error {
        CorrelationError::OutOfRange { pair, .. } => ("a rank correlation lies strictly between -1 and 1", vec![*pair]),
        CorrelationError::WithItself(input) => ("an input cannot be correlated with itself", vec![(*input, *input)]),
        CorrelationError::Twice(pair) => ("this correlation is stated twice", vec![*pair]),
        CorrelationError::Contradiction(entries) => (
            "no inputs can have all of these correlations at once, with none between the others",
            entries.iter().map(|(a, b, _)| (*a, *b)).collect(),
        ),
        CorrelationError::UnknownInput(_) => ("a correlation is between inputs with ranges", Vec::new()),
    };
    let mut complaint = Diagnostic::error(message);
    for (a, b) in &pairs {
        let same = |pair: &Correlation| {
            let [x, y] = [pair.first, pair.second].map(|input| calculation.inputs[input].id.as_str());
            (x, y) == (name(*a), name(*b)) || (x, y) == (name(*b), name(*a))
        };
        for (_, entry) in found.iter().filter(|(pair, _)| same(pair)) {
            complaint = complaint.at(entry.span, format!("{} and {}", name(*a), name(*b)));
        }
    }
    complaint.help("lower them, or leave one out")
}
