//! Supply as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::text::key;
use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::{MonteCarlo, Spread};
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::{MethodCoverage, Verdict};
use crate::model::{Assessment, Axis, Contributor, MetricId, Supply};
use crate::report::csv::columns;
use crate::report::json::{finite, keyed, value};
use crate::scenario::Stance;
use serde::Serialize;
use serde_json::{Map, Value};

/// All of it, in personnel; shares between 0 and 1.
#[derive(Serialize)]
struct Document<'a> {
    coalition: Vec<&'a str>,
    land_forces: f64,
    garrisons: f64,
    deployable: f64,
    available: f64,
    sustainable: f64,
    sustainable_range: Option<RangeRow>,
    rotation_factor: f64,
    rotation_base: Option<f64>,
    proposed: Option<f64>,
    margin: Option<f64>,
    binding: Option<&'static str>,
    tours: Option<f64>,
    left_after_tours: Option<f64>,
    sufficiency: Option<f64>,
    sufficiency_ci: Option<(f64, f64)>,
    break_evens: Vec<BreakEvenRow<'a>>,
    joining: Option<usize>,
    /// Were every contributor a member; absent where all are.
    all: Option<AllRow>,
    readings: Vec<ReadingRow<'a>>,
    /// The members of the coalition.
    contributors: Vec<ContributorRow<'a>>,
    /// Those who are no members.
    others: Vec<ContributorRow<'a>>,
    coalitions: Vec<CoalitionRow<'a>>,
    methods: Vec<MethodRow<'a>>,
}

#[derive(Serialize)]
struct AllRow {
    sustainable: f64,
    sufficiency: Option<f64>,
}

/// Another reading of the same data.
#[derive(Serialize)]
struct ReadingRow<'a> {
    id: &'a str,
    label: &'a str,
    value: f64,
    means: &'a str,
}

#[derive(Serialize)]
struct RangeRow {
    p5: f64,
    p5_ci: (f64, f64),
    p50: f64,
    p50_ci: (f64, f64),
    p95: f64,
    p95_ci: (f64, f64),
}

/// Where supply meets the proposed force along one input.
#[derive(Serialize)]
struct BreakEvenRow<'a> {
    input: &'a str,
    unit: &'a str,
    now: f64,
    from: f64,
    to: f64,
    met_at: Vec<f64>,
    best: Option<BestRow>,
}

#[derive(Serialize)]
struct BestRow {
    input: f64,
    margin: f64,
}

#[derive(Serialize)]
struct ContributorRow<'a> {
    id: &'a str,
    label: &'a str,
    stance: Stance,
    taking_part: f64,
    land_forces: f64,
    garrisons: f64,
    unavailable: f64,
    flank_base: f64,
    available: f64,
    sustainable: f64,
    offered: f64,
    share: f64,
    /// Those that have a value.
    fair_shares: Map<String, Value>,
}

/// A contributor with each fair share in a column of its own.
#[derive(Serialize)]
struct ContributorRecord<'a> {
    #[serde(flatten)]
    columns: Map<String, Value>,
    #[serde(flatten)]
    contributor: ContributorRow<'a>,
}

#[derive(Serialize)]
struct CoalitionRow<'a> {
    stances: &'a [Stance],
    contributors: usize,
    sustainable: f64,
}

#[derive(Serialize)]
struct MethodRow<'a> {
    id: &'a str,
    required: f64,
    others: f64,
    covered: f64,
    applies: Option<bool>,
    probability: Option<f64>,
    probability_ci: Option<(f64, f64)>,
}

fn break_even<'a>(assessment: &'a Assessment, (axis, found): &(Axis, BreakEven)) -> BreakEvenRow<'a> {
    let input = &assessment.calculation.inputs[axis.input];
    let at = |value: f64| input.unit.from_base(value);
    let (met_at, best) = match found {
        BreakEven::Crossings(crossings) => (crossings.iter().map(|crossing| at(crossing.input)).collect(), None),
        BreakEven::NeverMet { best } => (Vec::new(), Some(BestRow { input: at(best.input), margin: best.metric })),
        BreakEven::AlwaysMet | BreakEven::Undefined => (Vec::new(), None),
    };
    let (now, from, to) = (at(input.value), at(axis.from), at(axis.to));
    BreakEvenRow { input: &input.id, unit: input.unit.text(), now, from, to, met_at, best }
}

fn contributor<'a>(assessment: &Assessment, supply: &'a Supply, position: usize) -> ContributorRow<'a> {
    let contributor: &Contributor = &supply.contributors[position];
    let (inputs, metrics) = (&assessment.calculation.inputs, &assessment.calculation.metrics);
    let [garrisons, unavailable, flank_base, available, sustainable, share] =
        contributor.parts.map(|metric| metrics[metric].value);
    let fair_shares = supply.fair_shares.iter().zip(&contributor.fair_shares);
    ContributorRow {
        id: &contributor.id,
        label: &contributor.label,
        stance: contributor.stance,
        taking_part: inputs[contributor.taking_part].value,
        land_forces: inputs[contributor.land_forces].value,
        garrisons,
        unavailable,
        flank_base,
        available,
        sustainable,
        offered: metrics[contributor.offered].value,
        share,
        fair_shares: keyed(fair_shares.filter_map(|(name, metric)| Some((name, finite(metrics[(*metric)?].value)?)))),
    }
}

fn reading(assessment: &Assessment, metric: MetricId) -> ReadingRow<'_> {
    let metric = &assessment.calculation.metrics[metric];
    ReadingRow { id: &metric.id, label: &metric.label, value: metric.value, means: &metric.means }
}

fn range(spread: &Spread) -> RangeRow {
    let (at, ci) = (spread.percentiles, spread.percentile_cis);
    RangeRow { p5: at[0], p5_ci: ci[0], p50: at[2], p50_ci: ci[2], p95: at[4], p95_ci: ci[4] }
}

/// Supply as JSON.
pub(super) fn json(
    assessment: &Assessment,
    supply: &Supply,
    (sizing, verdict): (&Sizing, &Verdict),
    samples: Option<&MonteCarlo>,
) -> Value {
    let number = |metric: MetricId| assessment.calculation.metrics[metric].value;
    let rows = |of: &[usize]| of.iter().map(|position| contributor(assessment, supply, *position)).collect::<Vec<_>>();
    let coalitions = verdict.coalitions.iter().map(|(others, sustainable)| CoalitionRow {
        stances: &others.stances,
        contributors: others.members,
        sustainable: *sustainable,
    });
    let method = |beside: &MethodCoverage| {
        let requirement = &sizing.requirements[beside.requirement];
        MethodRow {
            id: &assessment.roles.methods[requirement.method].id,
            required: beside.required,
            others: beside.others,
            covered: beside.covered,
            applies: requirement.applies,
            probability: beside.probability.map(|found| found.share),
            probability_ci: beside.probability.map(|found| found.ci),
        }
    };
    value(&Document {
        coalition: verdict.members.iter().map(|member| supply.contributors[*member].id.as_str()).collect(),
        land_forces: number(supply.land_forces),
        garrisons: number(supply.garrisons),
        deployable: number(supply.deployable),
        available: number(supply.available),
        sustainable: number(supply.sustainable),
        sustainable_range: samples.and_then(|samples| samples.spreads.get(supply.sustainable)).map(range),
        rotation_factor: number(supply.rotation_factor),
        rotation_base: supply.rotation_base.map(number),
        proposed: verdict.proposed,
        margin: verdict.margin,
        binding: verdict.binding.map(key),
        tours: verdict.exhaustion.map(|found| found.tours),
        left_after_tours: verdict.exhaustion.map(|found| found.left),
        sufficiency: verdict.sufficiency.map(|found| found.share),
        sufficiency_ci: verdict.sufficiency.map(|found| found.ci),
        break_evens: verdict.break_evens.iter().map(|found| break_even(assessment, found)).collect(),
        joining: verdict.joining,
        all: verdict
            .all
            .map(|(sustainable, share)| AllRow { sustainable, sufficiency: share.map(|found| found.share) }),
        readings: supply.readings.iter().map(|metric| reading(assessment, *metric)).collect(),
        contributors: rows(&verdict.members),
        others: rows(&verdict.others),
        coalitions: coalitions.collect(),
        methods: verdict.methods.iter().map(method).collect(),
    })
}

/// `id,label,stance,taking_part,land_forces,garrisons,unavailable,flank_base,available,sustainable,share` and fair shares.
#[must_use]
pub fn contributors_csv(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let mut header = vec!["id", "label", "stance", "taking_part", "land_forces", "garrisons"];
    header.extend(["unavailable", "flank_base", "available", "sustainable", "share"]);
    header.extend(supply.fair_shares.iter().map(String::as_str));
    let rows = verdict.members.iter().chain(&verdict.others).map(|position| {
        let contributor = contributor(assessment, supply, *position);
        ContributorRecord { columns: contributor.fair_shares.clone(), contributor }
    });
    columns(&header, rows)
}
