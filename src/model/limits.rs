//! How much a scenario can ask for: it is a page that a person can read, and what it asks for is done in seconds and fits
//! into the memory of a small computer.
//!
//! Counts what is written. Knows nothing of how any of it is computed.

use super::calculation::Calculation;
use super::inputs::Declaration;
use crate::diagnostic::{Diagnostic, Span};
use crate::scenario::{Entries, InputEntry, Located, MetricEntry, Text};
use crate::uncertainty::sampler::Sampler;
use crate::uncertainty::sequence::MOST_DIMENSIONS;
use std::collections::BTreeSet;

/// Most inputs or metrics a scenario can have.
const MOST: usize = 2_000;

/// Most conditions: each has a chart, and a search for the inputs with which it fails.
const CONDITIONS: usize = 50;

/// Most sweeps, searches and charts.
const PICTURES: usize = 50;

/// Most published estimates: they are rows of one table and one chart.
const ESTIMATES: usize = 250;

/// Most members of all scopes.
const MEMBERS: usize = 500;

/// Most metrics of members, and most others, together.
const INSTANCES: usize = 5_000;

/// Most values that all sweeps compute: their points times the metrics that they show.
pub(super) const SWEPT: usize = 250_000;

/// Most correlated pairs.
const PAIRS: usize = 5_000;

/// What a scenario has more of than it can have.
pub(super) fn too_many(entries: &Entries) -> Option<Diagnostic> {
    let mut complaint = None;
    let mut most = |what: &str, most: usize, count: usize, beyond: Option<Span>| {
        if complaint.is_none() && count > most {
            let help = format!("a scenario has at most {most}: it is a page that a person can read");
            complaint = Some(Diagnostic::error(format!("{count} {what} are too many")).opt_span(beyond, "").help(help));
        }
    };
    let inputs = &entries.inputs;
    most("inputs", MOST, inputs.len(), inputs.get(MOST).map(|input| input.name.span));
    let metrics = &entries.metrics;
    most("metrics", MOST, metrics.len(), metrics.get(MOST).map(|metric| metric.name.span));
    let members = &entries.members;
    most("members of scopes", MEMBERS, members.len(), members.get(MEMBERS).map(|member| member.name.span));
    let conditions = &entries.conditions;
    most("conditions", CONDITIONS, conditions.len(), conditions.get(CONDITIONS).map(|one| one.that.span));
    let estimates = &entries.estimates;
    most("published estimates", ESTIMATES, estimates.len(), estimates.get(ESTIMATES).map(|one| one.name.span));
    most("sweeps", PICTURES, entries.sweeps.len(), entries.sweeps.get(PICTURES).map(|sweep| sweep.span));
    let searches = &entries.break_evens;
    most("break-even searches", PICTURES, searches.len(), searches.get(PICTURES).map(|search| search.span));
    most("charts", PICTURES, entries.charts.len(), entries.charts.get(PICTURES).map(|chart| chart.id.span));
    let pairs = &entries.correlations;
    most("correlations", PAIRS, pairs.len(), pairs.get(PAIRS).map(|pair| pair.span));
    let sources = &entries.sources;
    most("sources", MOST, sources.len(), sources.get(MOST).map(|source| source.key.span));
    complaint
}

/// What members and the metrics of each of them come to, where that is too much.
pub(super) fn too_many_instances(
    inputs: &[InputEntry],
    metrics: &[&MetricEntry],
    declared: &[Declaration<'_>],
) -> Option<Diagnostic> {
    let scopes: BTreeSet<&str> = declared.iter().filter_map(|known| known.scope).collect();
    let of_scope = |scope: &str| -> (BTreeSet<&str>, usize) {
        let members = inputs.iter().filter_map(|input| input.member.as_ref());
        let members = members.filter(|(of, _)| of == scope).map(|(_, member)| member.as_ref()).collect();
        let is_of = |per: &Option<Located<Text>>| per.as_ref().is_some_and(|per| per.value == scope);
        (members, metrics.iter().filter(|metric| is_of(&metric.per)).count())
    };
    let found: Vec<(&str, usize, usize)> = scopes
        .into_iter()
        .map(|scope| {
            let (members, metrics) = of_scope(scope);
            (scope, members.len(), metrics)
        })
        .collect();
    let instances: usize = found.iter().map(|(_, members, metrics)| members * metrics).sum();
    if instances <= INSTANCES {
        return too_many_terms(metrics, &found);
    }
    let (scope, members, of_each) = found.into_iter().max_by_key(|(_, members, metrics)| members * metrics)?;
    let place = inputs.iter().rev().find(|input| input.member.as_ref().is_some_and(|(of, _)| of == scope));
    Some(
        Diagnostic::error(format!("{members} members of `{scope}` with {of_each} metrics each are too many"))
            .opt_span(place.map(|input| input.name.span), "")
            .help(format!(
                "members have at most {INSTANCES} metrics together: take members together, or leave metrics out"
            )),
    )
}

/// Terms of all sums over members together.
const TERMS: usize = 200_000;

/// Sums over members that come to too many terms: each is computed for each sample, and stands on the page.
fn too_many_terms(metrics: &[&MetricEntry], scopes: &[(&str, usize, usize)]) -> Option<Diagnostic> {
    let members = scopes.iter().map(|(_, members, _)| *members).max()?;
    let terms = |metric: &MetricEntry| {
        let formula = metric.formula.as_ref().map_or("", |formula| &formula.value);
        let over = formula.matches("sum(").count();
        let own = |per: &Located<Text>| scopes.iter().find(|(scope, ..)| *scope == per.value).map(|scope| scope.1);
        over * members * metric.per.as_ref().and_then(own).unwrap_or(1)
    };
    let all: usize = metrics.iter().map(|metric| terms(metric)).sum();
    if all <= TERMS {
        return None;
    }
    let most = metrics.iter().max_by_key(|metric| terms(metric))?;
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    let all = crate::quantity::number::grouped(all as f64, 0);
    Some(
        Diagnostic::error(format!("sums over {members} members come to {all} terms, which are too many"))
            .opt_span(most.formula.as_ref().map(|formula| formula.span), "")
            .help(format!(
                "all metrics together have at most {TERMS}: make one sum a metric, and use that in the others"
            )),
    )
}

/// Metrics of a sensitivity analysis that are too many: each has charts.
pub(super) fn too_many_analysed(metrics: usize, place: Span) -> Option<Diagnostic> {
    let help = format!("name at most {PICTURES} in `metric`: each has charts of its own");
    let complaint = || Diagnostic::error(format!("a sensitivity analysis of {metrics} metrics is too much"));
    (metrics > PICTURES).then(|| complaint().at(place, "").help(help))
}

/// Points of all frontiers together.
const FRONTIERS: usize = 5_000;

/// Points of all searches for a statistic together, each of which goes over all samples many times, times inputs.
const STATISTICS: usize = 10_000;

/// Break-even searches that come to too much; `searches` has the points of each, and whether it is one for a statistic.
pub(super) fn too_many_searched(
    searches: impl Iterator<Item = (usize, bool)>,
    uncertain: usize,
    place: Option<Span>,
) -> Option<Diagnostic> {
    let (mut plain, mut statistics) = (0, 0);
    for (points, is_statistic) in searches {
        *(if is_statistic { &mut statistics } else { &mut plain }) += points;
    }
    let help = "lower `steps`, or leave searches out";
    if plain > FRONTIERS {
        let message = format!("break-even frontiers of {plain} points together are too many");
        let help = format!("{help}: all together have at most {FRONTIERS}");
        return Some(Diagnostic::error(message).opt_span(place, "").help(help));
    }
    let most = (STATISTICS / uncertain.max(1)).max(1);
    (statistics > most).then(|| {
        let message = format!(
            "break-even searches at {statistics} points for statistics of samples of {uncertain} inputs are too many"
        );
        let help = format!("{help}, or give fewer inputs a range: with these, {most} points are possible");
        Diagnostic::error(message).opt_span(place, "").help(help)
    })
}

/// Samples of Sobol' indices times the designs that they take: one for each uncertain input, and two.
const DESIGNS: u64 = 200_000_000;

/// Samples of Sobol' indices that would take too long.
pub(super) fn too_many_base_samples(samples: u64, inputs: usize, place: Span) -> Option<Diagnostic> {
    let designs = u64::try_from(inputs + 2).unwrap_or(u64::MAX);
    (samples.saturating_mul(designs) > DESIGNS).then(|| {
        #[expect(clippy::cast_precision_loss, reason = "for people")]
        let [samples, most] =
            [samples, DESIGNS / designs].map(|number| crate::quantity::number::grouped(number as f64, 0));
        Diagnostic::error(format!(
            "{samples} samples of Sobol' indices for {inputs} inputs are more than a file may ask for"
        ))
        .at(place, "")
        .help(format!("set `samples` to {most} or fewer, or draw them with `forcesize sensitivity --samples`"))
    })
}

/// Numbers that Sobol' indices keep for all metrics together: one for each input or group, and one for each pair.
const INDICES: usize = 50_000;

/// Inputs that Sobol' points have dimensions for, each twice.
pub(super) const SOBOL_INPUTS: usize = MOST_DIMENSIONS / 2;

/// Sobol' indices that are too many.
pub(super) fn too_many_indices(inputs: usize, metrics: usize, pairs: bool, place: Span) -> Option<Diagnostic> {
    if inputs > SOBOL_INPUTS {
        let message = format!("Sobol' indices of {inputs} uncertain inputs are too many");
        let help = format!(
            "they take at most {SOBOL_INPUTS}: leave `sobol` out of `method`, or give fewer inputs a range of their own"
        );
        return Some(Diagnostic::error(message).at(place, "").help(help));
    }
    let count = if pairs { inputs * inputs.saturating_sub(1) / 2 } else { 0 };
    if (inputs + count).saturating_mul(metrics) <= INDICES {
        return None;
    }
    let each = if metrics == 1 { String::new() } else { format!(" for each of {metrics} metrics") };
    let (message, help) = if pairs {
        let message = format!("{count} pairs of inputs{each} are too many");
        (message, "leave `second_order` out, name fewer metrics, or give fewer inputs a range of their own")
    } else {
        let message = format!("Sobol' indices of {inputs} inputs{each} are too many");
        (message, "name fewer metrics, or leave `sobol` out of `method`")
    };
    Some(Diagnostic::error(message).at(place, "").help(help))
}

/// Values that a search for the inputs with which conditions fail goes over: samples times uncertain inputs times conditions.
const SEARCHED: u64 = 400_000_000;

/// A search for the inputs with which conditions fail that would take too long.
pub(super) fn too_long_search(samples: u64, inputs: usize, conditions: usize, place: Span) -> Option<Diagnostic> {
    let of_each = u64::try_from(inputs * conditions).unwrap_or(u64::MAX);
    if samples.saturating_mul(of_each) <= SEARCHED {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    let [samples, most] =
        [samples, SEARCHED / of_each].map(|number| crate::quantity::number::grouped(number as f64, 0));
    let each = if conditions == 1 { String::new() } else { format!(" for each of {conditions} conditions") };
    let message = format!("a search over {samples} samples of {inputs} uncertain inputs{each} takes too long");
    let help = format!(
        "name the conditions that matter (`condition = [1, 2]`), set `samples` to {most} or fewer, or give fewer inputs a range"
    );
    Some(Diagnostic::error(message).at(place, "").help(help))
}

/// Uncertain inputs that are too many for the points that are drawn.
pub(super) fn too_many_drawn(calculation: &Calculation, sampler: Sampler, entries: &Entries) -> Option<Diagnostic> {
    let uncertain = calculation.uncertain();
    let beyond = uncertain.get(MOST_DIMENSIONS).filter(|_| sampler == Sampler::Sobol)?;
    let id = &calculation.inputs[*beyond].id;
    let place = entries.inputs.iter().find(|input| input.path() == *id).map(|input| input.name.span);
    Some(
        Diagnostic::error(format!("{} uncertain inputs are too many for Sobol' points", uncertain.len()))
            .opt_span(place, "")
            .help(format!(
                "they have at most {MOST_DIMENSIONS} dimensions: give fewer inputs a range, or write sampler = \"lhs\" in [monte_carlo]"
            )),
    )
}

/// Operations that the samples of a file may take: some ten seconds.
const MOST_OPERATIONS: f64 = 8e9;

/// Operations that what is told of a metric takes for each sample, beside those of its formula.
const OF_EACH_METRIC: usize = 10;

/// Samples that a file asks for and that would take too long. On the command line who asks also waits.
pub(super) fn too_many_samples(calculation: &Calculation, entries: &Entries) -> Option<Diagnostic> {
    let samples = entries.monte_carlo.as_ref()?.samples.as_ref()?;
    let operations = calculation.tape().graph().len() + OF_EACH_METRIC * calculation.metrics.len();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let most = (MOST_OPERATIONS / operations as f64).floor();
    (samples.value > most).then(|| {
        let [asked, most] = [samples.value, most].map(|number| crate::quantity::number::grouped(number, 0));
        let metrics = calculation.metrics.len();
        Diagnostic::error(format!("{asked} samples of {metrics} metrics are more than a file may ask for"))
            .at(samples.span, "")
            .help(format!("ask for at most {most}, or draw them with `forcesize monte-carlo --samples`"))
    })
}
