//! Operations of formulas that can have no result, or pass a pole, for some values of the inputs: how often they do.
//!
//! Only what intervals leave in doubt is sampled, as the scenario samples: with its ranges and correlations, though not
//! with its seed. Where no sample is concerned, the value that comes closest is followed to see whether trouble is
//! within reach at all. Knows nothing of what undefined results do to statistics.

use super::calculation::{Calculation, Metric, Referent};
use super::id::InputId;
use super::instance::Checked;
use super::trouble::{About, Reach};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::formula::{NodeId, Part};
use crate::program::{Column, Doubt, Graph, Index, Tape, Trouble};
use crate::quantity::interval::Interval;
use crate::scenario::Entries;
use crate::uncertainty::correlation::Copula;
use crate::uncertainty::design::Design;
use crate::uncertainty::distribution::Distribution;
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::Sampler;
use crate::uncertainty::sequence::MOST_DIMENSIONS;
use std::ops::Range;

/// Samples that shares are counted in.
const WHOLE: u32 = 1 << 16;

/// The same, as designs count.
const SAMPLES: u64 = WHOLE as u64;

/// Samples that are taken at a time.
const CHUNK: usize = 1 << 12;

/// What lies beyond this share of a range without ends is its far tail.
const RARE: f64 = 1e-3;

/// A denominator this much smaller than it is in the central case is zero but for rounding.
const NOTHING: f64 = 1e-9;

/// An operation of a metric's formula that is in doubt.
struct Place<'a> {
    metric: &'a Metric,
    node: NodeId,
    doubt: usize,
}

/// What was found about an operation in doubt.
#[derive(Clone, Copy, PartialEq)]
struct Finding {
    share: f64,
    reach: Reach,
}

/// Warns of operations of the metrics that can have no result.
pub(super) fn check(
    calculation: &Calculation,
    entries: &Entries,
    checked: &[Checked<'_>],
    diagnostics: &mut Diagnostics,
) {
    let drawn = |input: &super::Input| {
        let (low, high) = input.range.as_ref().map_or((input.value, input.value), Distribution::drawn);
        Interval::new(low, high)
    };
    let drawn: Vec<Interval> = calculation.inputs.iter().map(drawn).collect();
    let doubts = calculation.tape().doubts(&drawn);
    if doubts.is_empty() {
        return;
    }
    let findings = look(calculation, &doubts, &drawn);
    let places = places(calculation, &doubts);
    let mut said: Vec<(&str, NodeId)> = Vec::new();
    for place in &places {
        let key = (place.metric.name.as_str(), place.node);
        if said.contains(&key) {
            continue;
        }
        said.push(key);
        // Members of a scope have the same formula: the one that is concerned most is named.
        let same = places.iter().filter(|other| (other.metric.name.as_str(), other.node) == key);
        let worst = same.clone().max_by(|a, b| {
            let (a, b) = (findings[a.doubt], findings[b.doubt]);
            a.share.total_cmp(&b.share).then(a.reach.partial_cmp(&b.reach).unwrap_or(std::cmp::Ordering::Equal))
        });
        let Some(worst) = worst else { continue };
        let others =
            same.filter(|other| findings[other.doubt].share > 0.0 && other.metric.id != worst.metric.id).count();
        let made_of = (entries, checked);
        let complaint = complaint(calculation, made_of, worst, &doubts[worst.doubt], findings[worst.doubt]);
        if let Some(complaint) = complaint {
            diagnostics.push(match others {
                0 => complaint,
                1 => complaint.help("the same is true of one other member"),
                _ => complaint.help(format!("the same is true of {others} other members")),
            });
        }
    }
}

/// The operations in doubt as they stand in formulas; those of metrics that are undefined anyhow are left out.
fn places<'a>(calculation: &'a Calculation, doubts: &[Doubt]) -> Vec<Place<'a>> {
    let tape = calculation.tape();
    let mut graph = tape.graph();
    let mut found = Vec::new();
    for metric in calculation.metrics.iter().filter(|metric| metric.value.is_finite()) {
        for (node, index) in indices(metric, tape, &mut graph).into_iter().enumerate() {
            let doubt = index.and_then(|index| doubts.iter().position(|doubt| doubt.node == index));
            let is_operation = matches!(metric.formula.nodes()[node].part, Part::Unary(..) | Part::Binary(..));
            found.extend(doubt.filter(|_| is_operation).map(|doubt| Place { metric, node, doubt }));
        }
    }
    found
}

/// For each node of a metric's formula its node in the graph.
fn indices(metric: &Metric, tape: &Tape, graph: &mut Graph) -> Vec<Option<Index>> {
    let mut found: Vec<Option<Index>> = Vec::with_capacity(metric.formula.nodes().len());
    let referent = |name: &str| metric.uses.iter().find(|(used, _)| used == name).map(|(_, referent)| referent);
    let one = |referent: &Referent, graph: &mut Graph| match referent {
        Referent::Input(input) => Some(graph.input(input.index())),
        Referent::Metric(metric) => tape.outputs().get(metric.index()).copied(),
        Referent::Members(_) => None,
    };
    for node in metric.formula.nodes() {
        let index = match &node.part {
            Part::Number(value) => Some(graph.constant(*value)),
            Part::Name(name) => referent(name).and_then(|referent| one(referent, graph)),
            Part::Unary(operator, operand) => found[*operand].map(|operand| graph.unary(*operator, operand)),
            Part::Binary(operator, left, right) => {
                found[*left].zip(found[*right]).map(|(left, right)| graph.binary(*operator, left, right))
            }
            Part::Gather(gather, operand) => {
                let Part::Name(name) = &metric.formula.nodes()[*operand].part else {
                    found.push(None);
                    continue;
                };
                match (referent(name), gather.joins_with()) {
                    (Some(Referent::Members(members)), Some(operator)) => {
                        let members: Vec<Index> = members.iter().filter_map(|member| one(member, graph)).collect();
                        members.into_iter().reduce(|before, member| graph.binary(operator, before, member))
                    }
                    #[expect(clippy::cast_precision_loss, reason = "a scope has a handful of members")]
                    (Some(Referent::Members(members)), None) => Some(graph.constant(members.len() as f64)),
                    (Some(referent), _) => one(referent, graph),
                    (None, _) => None,
                }
            }
        };
        found.push(index);
    }
    found
}

/// The share of samples that each operation in doubt has trouble in, and whether it can have any.
fn look(calculation: &Calculation, doubts: &[Doubt], drawn: &[Interval]) -> Vec<Finding> {
    let nodes: Vec<Index> = doubts.iter().flat_map(Doubt::nodes).collect();
    let tape = calculation.tape().part(&nodes);
    let central = tape.results(&calculation.central());
    // Where the outputs of each one begin.
    let starts = doubts.iter().scan(0, |next, doubt| {
        let start = *next;
        *next += doubt.nodes().len();
        Some(start)
    });
    let starts: Vec<usize> = starts.collect();
    let sign = |start: usize| if central[start] < 0.0 { -1.0 } else { 1.0 };
    let needed = calculation.tape().inputs_of(&nodes);
    let ranged: Vec<InputId> = calculation.ranged().into_iter().filter(|id| needed.contains(&id.index())).collect();
    let Some(samples) = Samples::new(calculation, &needed) else {
        // Where nothing is drawn, it is in trouble always or never; what is decided can still bring it there.
        let found = doubts.iter().zip(&starts).map(|(doubt, start)| {
            let exponent = doubt.exponent.map_or(1.0, |_| central[start + 1]);
            let is_in = doubt.distance(central[*start], exponent, sign(*start)) <= 0.0;
            (u32::from(is_in) * WHOLE, calculation.central())
        });
        return reached(calculation, (doubts, &starts), &central, (&ranged, drawn), found.collect());
    };
    let mut counts = vec![0_u32; doubts.len()];
    let mut nearest: Vec<(f64, Vec<f64>)> = vec![(f64::INFINITY, Vec::new()); doubts.len()];
    for first in (0..SAMPLES).step_by(CHUNK) {
        let (inputs, values) = samples.evaluate(calculation, &tape, first);
        for (position, (doubt, start)) in doubts.iter().zip(&starts).enumerate() {
            let exponents = doubt.exponent.map(|_| &values[start + 1]);
            for (sample, operand) in values[*start].iter().enumerate() {
                let exponent = exponents.map_or(1.0, |exponents| exponents[sample]);
                let distance = doubt.distance(*operand, exponent, sign(*start));
                counts[position] += u32::from(distance <= 0.0);
                if distance < nearest[position].0 {
                    nearest[position] = (distance, inputs.iter().map(|column| column[sample]).collect());
                }
            }
        }
    }
    let point = |nearest: Vec<f64>| {
        let mut point = calculation.central();
        for (input, value) in samples.inputs.iter().zip(nearest) {
            point[input.index()] = value;
        }
        point
    };
    let found = counts.into_iter().zip(nearest).map(|(count, (_, nearest))| (count, point(nearest)));
    reached(calculation, (doubts, &starts), &central, (&ranged, drawn), found.collect())
}

/// What follows for each operation from the number of samples in trouble and the point that came closest: where none is,
/// inputs with a range are moved from there on, those that are drawn and those that somebody decides.
fn reached(
    calculation: &Calculation,
    (doubts, starts): (&[Doubt], &[usize]),
    central: &[f64],
    (ranged, drawn): (&[InputId], &[Interval]),
    found: Vec<(u32, Vec<f64>)>,
) -> Vec<Finding> {
    let shown: Vec<Interval> = calculation.inputs.iter().map(super::Input::interval).collect();
    let plausible: Vec<Interval> = calculation.inputs.iter().map(plausible).collect();
    let findings = doubts.iter().zip(starts).zip(found).map(|((doubt, start), (count, point))| {
        if count > 0 {
            return Finding { share: f64::from(count) / f64::from(WHOLE), reach: Reach::InRanges };
        }
        let sign = if central[*start] < 0.0 { -1.0 } else { 1.0 };
        let part = calculation.tape().part(&doubt.nodes());
        let distance = |point: &[f64]| {
            let values = part.results(point);
            doubt.distance(values[0], values.get(1).copied().unwrap_or(1.0), sign)
        };
        let nothing = match doubt.trouble {
            Trouble::Denominator | Trouble::Power => NOTHING * distance(&calculation.central()).abs(),
            Trouble::Root | Trouble::Logarithm => 0.0,
        };
        let least = |within: &[Interval]| follow(&distance, &point, ranged, within);
        // Samples count changes of sign. A pole without one is in none of them, however near it is.
        let reach = if least(&shown) <= nothing || least(&plausible).abs() <= nothing {
            Reach::InRanges
        } else if least(drawn) <= nothing {
            Reach::InTails
        } else {
            Reach::Nowhere
        };
        Finding { share: 0.0, reach }
    });
    findings.collect()
}

/// What is drawn of a range with some likelihood: all of one with ends, and the middle of one without.
fn plausible(input: &super::Input) -> Interval {
    match &input.range {
        Some(range) if !range.has_ends() => Interval::new(range.quantile(RARE), range.quantile(1.0 - RARE)),
        _ => input.interval(),
    }
}

/// The least distance that is found from a point on: by steps in one input at a time, to the ends at first, then ever
/// shorter ones.
fn follow(distance: &dyn Fn(&[f64]) -> f64, from: &[f64], inputs: &[InputId], within: &[Interval]) -> f64 {
    /// Halvings of the step: what is left is a rounding error of the range.
    const HALVINGS: i32 = 48;
    let mut point = from.to_vec();
    for input in inputs.iter().map(|input| input.index()) {
        point[input] = point[input].clamp(within[input].low, within[input].high);
    }
    let mut least = distance(&point);
    for halving in 0..HALVINGS {
        for input in inputs.iter().map(|input| input.index()) {
            let Interval { low, high, .. } = within[input];
            let step = (high - low) * libm::exp2(-f64::from(halving));
            let here = point[input];
            for there in [(here - step).max(low), (here + step).min(high)] {
                point[input] = there;
                let found = distance(&point);
                if found < least {
                    least = found;
                    break;
                }
                point[input] = here;
            }
        }
    }
    least
}

/// Samples of some inputs and of those that these move with.
struct Samples {
    inputs: Vec<InputId>,
    sampler: Design,
    quantiles: Vec<Quantile>,
    copula: Option<Copula>,
}

impl Samples {
    /// `None` where none of the inputs is drawn.
    fn new(calculation: &Calculation, needed: &[usize]) -> Option<Self> {
        let drawn = |input: &InputId| calculation.inputs[*input].is_drawn();
        let mut inputs: Vec<InputId> = needed.iter().map(|input| InputId::from(*input)).filter(drawn).collect();
        let mut known = 0;
        while known < inputs.len() {
            known = inputs.len();
            for pair in &calculation.correlations {
                match (inputs.contains(&pair.first), inputs.contains(&pair.second)) {
                    (true, false) => inputs.push(pair.second),
                    (false, true) => inputs.push(pair.first),
                    _ => {}
                }
            }
        }
        inputs.sort_unstable();
        let kind = if inputs.len() > MOST_DIMENSIONS { Sampler::Random } else { Sampler::Sobol };
        let sampler = Design::new(kind, inputs.len(), SAMPLES, 1).ok().filter(|_| !inputs.is_empty())?;
        let quantiles = inputs.iter().filter_map(|input| calculation.inputs[*input].range.as_ref());
        let quantiles = quantiles.map(Quantile::new).collect();
        let copula = calculation.copula_of(&inputs).filter(|copula| !copula.is_independent());
        Some(Self { inputs, sampler, quantiles, copula })
    }

    /// The inputs' values and a tape's outputs in some samples.
    fn evaluate(&self, calculation: &Calculation, tape: &Tape, first: u64) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let mut drawn = vec![vec![0.0; CHUNK]; self.inputs.len()];
        for (dimension, column) in drawn.iter_mut().enumerate() {
            self.sampler.fill(dimension, first, column);
        }
        if let Some(copula) = &self.copula {
            copula.apply(&mut drawn);
        }
        for (quantile, column) in self.quantiles.iter().zip(&mut drawn) {
            quantile.fill(column);
        }
        let mut columns: Vec<Column<'_>> = calculation.inputs.iter().map(|input| Column::Same(input.value)).collect();
        for (input, column) in self.inputs.iter().zip(&drawn) {
            columns[input.index()] = Column::Each(column);
        }
        let values = tape.evaluate(&columns, CHUNK);
        (drawn, values)
    }
}

/// The complaint about an operation, unless nothing can happen.
fn complaint(
    calculation: &Calculation,
    (entries, checked): (&Entries, &[Checked<'_>]),
    place: &Place<'_>,
    doubt: &Doubt,
    finding: Finding,
) -> Option<Diagnostic> {
    let Metric { id, name, formula, own, .. } = place.metric;
    let text = checked.iter().find(|checked| checked.entry.name.value == *name)?.entry.formula.as_ref()?;
    let decides = match formula.nodes()[place.node].part {
        Part::Binary(_, _, right) if doubt.trouble == Trouble::Denominator => right,
        Part::Binary(_, left, _) => left,
        Part::Unary(_, operand) => operand,
        _ => return None,
    };
    let part = |node: NodeId| with_parentheses(&text.value, formula.nodes()[node].span.clone()).to_owned();
    // A formula of the model is no place that a reader can change: an input is.
    let ranged = || {
        let inputs = calculation.tape().inputs_of(&[doubt.operand]);
        let input = inputs
            .into_iter()
            .map(|input| &calculation.inputs[InputId::from(input)])
            .find(|input| input.range.is_some())?;
        entries.inputs.iter().find(|entry| entry.path() == input.id).map(|entry| entry.name.span)
    };
    let span = own.then(|| text.part(formula.nodes()[place.node].span.clone())).or_else(ranged);
    let about = About { id, operand: part(decides), operation: part(place.node), trouble: doubt.trouble, span };
    if finding.share > 0.0 { Some(about.sampled(finding.share)) } else { about.unsampled(finding.reach) }
}

/// A part of a formula with the parentheses that its own ones need.
fn with_parentheses(text: &str, Range { mut start, mut end }: Range<usize>) -> &str {
    let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let mut depth = 0_i32;
    let mut lacking = 0_i32;
    for letter in part(start, end).chars() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        lacking = lacking.max(-depth);
    }
    for _ in 0..lacking {
        start = part(0, start).rfind('(').unwrap_or(start);
    }
    for _ in 0..(depth + lacking) {
        end = part(end, text.len()).find(')').map_or(end, |at| end + at + 1);
    }
    part(start, end)
}

#[cfg(test)]
mod tests {
    use super::with_parentheses;

    #[test]
    fn parts_have_all_their_parentheses() {
        let text = "1 / sqrt(((k2-k)/k)^2)";
        for (part, whole) in [("k2-k)/k", "(k2-k)/k"), ("k2-k)/k)^2", "((k2-k)/k)^2"), ("k2-k", "k2-k")] {
            let start = text.find(part).unwrap();
            assert_eq!(with_parentheses(text, start..start + part.len()), whole);
        }
        assert_eq!(with_parentheses("(a + b) * (c", 1..12), "(a + b) * (c");
    }
}
