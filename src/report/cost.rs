//! Costs by basis and casualties as tables, sentences, JSON and CSV. What is here stays: later versions only add keys
//! and columns.

use super::part::Part;
use super::table::Table;
use crate::analysis::build_up::BuildUp;
use crate::analysis::cumulative::Cumulative;
use crate::args;
use crate::language::Words;
use crate::model::own_name::{COST, COST_OVER_TIME};
use crate::model::{Assessment, Basis, Input, Metric, Named};
use crate::quantity::number::plain;
use crate::quantity::unit::Unit;
use crate::report::wording::Wording;
use serde_json::{Map, Value, json};

/// Whether a basis has a number, or a rate of casualties is given.
pub(super) fn says_something(assessment: &Assessment) -> bool {
    let costs = &assessment.roles.costs;
    costs.bases.iter().any(|basis| basis.annual.at.is_some()) || !assessment.roles.casualties.is_empty()
}

/// Costs and casualties.
#[must_use]
pub fn part(assessment: &Assessment, over_time: Option<&Cumulative>) -> Part {
    let mut tables = vec![bases(assessment), counted(assessment), casualties(assessment)];
    tables.retain(|table| !table.rows.is_empty());
    let known = assessment.roles.costs.bases.iter().any(|basis| basis.annual.at.is_some());
    let figures = super::figure::cost(assessment).into_iter();
    let files = known.then(|| (COST.csv(), csv(assessment))).into_iter();
    Part {
        tables,
        sentences: sentences(assessment, over_time),
        files: files.chain(over_time.and_then(|found| over_time_csv(assessment, found))).collect(),
        figures: figures.chain(over_time.and_then(|found| super::figure::cost_over_time(assessment, found))).collect(),
        ..Part::new("cost", &assessment.words.text("cost-title"), json(assessment, over_time))
    }
}

/// Costs, casualties and the build-up in one part.
#[must_use]
pub fn with_build_up(assessment: &Assessment, over_time: Option<&Cumulative>, build_up: Option<&BuildUp>) -> Part {
    let mut whole = part(assessment, over_time);
    if let Some(found) = build_up {
        let other = super::build_up::part(assessment, found);
        whole.tables.extend(other.tables);
        whole.sentences.extend(other.sentences);
        whole.files.extend(other.files);
        whole.figures.extend(other.figures);
        whole.json[other.id.as_str()] = other.json;
    }
    whole
}

pub(super) fn metric<'a>(assessment: &'a Assessment, named: &Named) -> Option<&'a Metric> {
    Some(&assessment.calculation.metrics[named.at?])
}

pub(super) fn input<'a>(assessment: &'a Assessment, named: &Named) -> Option<&'a Input> {
    Some(&assessment.calculation.inputs[named.at?])
}

/// The ends of a metric over the ranges of its inputs in its own unit, where they differ.
pub(super) fn ends(metric: &Metric) -> Option<(f64, f64)> {
    let (low, high) = (metric.unit.from_base(metric.bounds.low), metric.unit.from_base(metric.bounds.high));
    let moves = low.is_finite() && high.is_finite() && !metric.bounds.undefined;
    (moves && high - low > 1e-9 * high.abs()).then_some((low, high))
}

fn range(words: Words, metric: &Metric) -> String {
    ends(metric).map_or_else(String::new, |(low, high)| words.between(&words.shown(low), &words.shown(high)))
}

/// A soldier-year by a basis: what the year costs over the proposed force.
fn soldier_year(assessment: &Assessment, basis: &Basis) -> Option<f64> {
    let annual = metric(assessment, &basis.annual)?;
    Some(annual.value / assessment.calculation.inputs[assessment.roles.proposal.force?].value)
}

fn unit_of(named: &Named, assessment: &Assessment) -> String {
    metric(assessment, named).map_or_else(String::new, |metric| assessment.words.unit(&metric.unit))
}

fn bases(assessment: &Assessment) -> Table {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let first = costs.bases.iter().find(|basis| basis.annual.at.is_some());
    let [annual, total] = first.map_or_else(Default::default, |basis| {
        let [annual, total] = [&basis.annual, &basis.total].map(|named| unit_of(named, assessment));
        [words.say("cost-head-annual", args![unit = annual]), words.say("cost-head-total", args![unit = total])]
    });
    let mut table = Table::headed(words, &["cost-head-basis", "cost-head-soldier-year"], &[1, 2, 3, 4, 5, 6]);
    let (spread, fund) = (words.text("cost-head-range"), words.text("cost-head-fund"));
    table.header.extend([annual, spread.clone(), total, spread, fund]);
    for basis in &costs.bases {
        let Some(annual) = metric(assessment, &basis.annual) else { continue };
        let total = metric(assessment, &basis.total);
        table.push([
            chosen(words, basis),
            soldier_year(assessment, basis).map_or_else(String::new, |cost| words.shown(cost)),
            words.shown(annual.shown_value()),
            range(words, annual),
            total.map_or_else(String::new, |total| words.shown(total.shown_value())),
            total.map_or_else(String::new, |total| range(words, total)),
            metric(assessment, &basis.funding).map_or_else(String::new, |metric| metric.value_text(words)),
        ]);
    }
    let mut caption = words.say("cost-bases-caption", args![unit = soldier_year_unit(assessment)]);
    if let Some(duration) = input(assessment, &costs.duration) {
        let whole = words.say("cost-bases-whole", args![duration = duration.value_text(words)]);
        caption = format!("{caption} {whole}");
    }
    table.titled(caption)
}

/// The name of a basis, marked where it is the chosen one.
pub(super) fn chosen(words: Words, basis: &Basis) -> String {
    if basis.chosen { words.say("cost-chosen", args![basis = &basis.label]) } else { basis.label.clone() }
}

/// The unit of a soldier-year, that of the chosen basis or, where that is not known, the coherent one.
fn soldier_year_unit(assessment: &Assessment) -> String {
    let first = assessment.roles.costs.bases.iter().find_map(|basis| metric(assessment, &basis.annual));
    let words = assessment.words;
    let chosen = metric(assessment, &assessment.roles.costs.soldier_year).map(|metric| words.unit(&metric.unit));
    let of_year = |metric: &Metric| words.unit(&Unit::coherent(metric.unit.dimension()));
    let coherent = || first.map(|metric| words.say("cost-and-soldier", args![unit = of_year(metric)]));
    chosen.or_else(coherent).unwrap_or_default()
}

fn counted(assessment: &Assessment) -> Table {
    let mut table = Table::headed(assessment.words, &["cost-head-basis", "cost-head-counts", "cost-head-after"], &[]);
    for basis in &assessment.roles.costs.bases {
        let Some(at) = basis.annual.at else { continue };
        let inputs =
            assessment.calculation.inputs_of(at).into_iter().map(|input| &assessment.calculation.inputs[input]);
        let inputs = inputs.filter(|input| Some(&input.id) != force(assessment));
        let mut keys: Vec<String> = Vec::new();
        for key in inputs.flat_map(|input| &input.provenance.sources) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        table.push([basis.label.clone(), basis.counts.clone(), keys.join(", ")]);
    }
    table
}

fn force(assessment: &Assessment) -> Option<&String> {
    assessment.roles.proposal.force.map(|force| &assessment.calculation.inputs[force].id)
}

fn casualties(assessment: &Assessment) -> Table {
    let words = assessment.words;
    let header = [
        "cost-head-deaths",
        "cost-head-rate",
        "cost-head-year",
        "cost-head-range",
        "cost-head-whole",
        "cost-head-range",
    ];
    let mut table = Table::headed(words, &header, &[1, 2, 3, 4, 5]);
    for casualty in &assessment.roles.casualties {
        let annual = &assessment.calculation.metrics[casualty.annual];
        let total = casualty.total.map(|total| &assessment.calculation.metrics[total]);
        table.push([
            casualty.label.clone(),
            words.shown(assessment.calculation.inputs[casualty.rate].shown_value()),
            words.shown(annual.shown_value()),
            range(words, annual),
            total.map_or_else(String::new, |total| words.shown(total.shown_value())),
            total.map_or_else(String::new, |total| range(words, total)),
        ]);
    }
    let unit = assessment
        .roles
        .casualties
        .first()
        .map(|casualty| words.unit(&assessment.calculation.inputs[casualty.rate].unit));
    table.titled(words.say("cost-deaths-caption", args![unit = unit.unwrap_or_default()]))
}

fn sentences(assessment: &Assessment, over_time: Option<&Cumulative>) -> Vec<String> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let mut lines = Vec::new();
    let known = costs.bases.iter().filter_map(|basis| Some((basis, soldier_year(assessment, basis)?)));
    let by = |a: &(&Basis, f64), b: &(&Basis, f64)| a.1.total_cmp(&b.1);
    if let (Some(annual), Some(basis)) =
        (metric(assessment, &costs.annual), costs.bases.iter().find(|basis| basis.chosen))
    {
        let ends = range(words, annual);
        let ends = if ends.is_empty() { ends } else { format!(" ({ends})") };
        let cost = format!("{}{ends}", annual.value_text(words));
        lines.push(words.say("cost-by-chosen", args![basis = &basis.label, cost = cost]));
    }
    if let (Some(least), Some(most)) = (known.clone().min_by(by), known.max_by(by))
        && most.1 > 1.5 * least.1
    {
        let about = args![
            factor = words.counted(most.1 / least.1),
            least = words.shown(least.1),
            cheap = &least.0.label,
            most = words.shown(most.1),
            dear = &most.0.label,
        ];
        lines.push(words.say("cost-bases-differ", about));
    }
    if let Some(fund) = input(assessment, &costs.fund) {
        let years = metric(assessment, &costs.years);
        lines.extend(years.map(|years| {
            words.say("cost-fund-equals", args![fund = fund.value_text(words), years = years.value_text(words)])
        }));
        lines.extend(over_time.and_then(|over_time| exhausted(assessment, over_time, fund)));
        lines.push(costs.warning.clone());
    }
    for casualty in &assessment.roles.casualties {
        let annual = &assessment.calculation.metrics[casualty.annual];
        let (name, count, range) = (&casualty.label, words.counted(annual.shown_value()), range(words, annual));
        lines.push(if range.is_empty() {
            words.say("cost-deaths", args![name = name, count = count])
        } else {
            words.say("cost-deaths-range", args![name = name, count = count, range = range])
        });
    }
    lines
}

/// When each basis has used up the fund.
fn exhausted(assessment: &Assessment, over_time: &Cumulative, fund: &Input) -> Option<String> {
    let words = assessment.words;
    let years =
        |years: f64| input(assessment, &assessment.roles.costs.duration).map(|input| input.text_of(words, years));
    let parts = over_time.lines.iter().filter_map(|line| {
        let label = &assessment.roles.costs.bases[line.basis].label;
        Some(words.say("cost-named", args![name = label, value = years(line.exhausted?)?]))
    });
    let parts: Vec<String> = parts.collect();
    let lasts = years(over_time.duration)?;
    (!parts.is_empty()).then(|| {
        let about = args![fund = fund.value_text(words), bases = words.list(&parts), duration = lasts];
        words.say("cost-fund-used-up", about)
    })
}

/// The cost as it adds up: `basis,year,cost,unit`, the cost in the unit of the totals.
fn over_time_csv(assessment: &Assessment, found: &Cumulative) -> Option<(String, String)> {
    let unit = &assessment.roles.costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?.unit;
    let rows = found.lines.iter().flat_map(|line| {
        let basis = &assessment.roles.costs.bases[line.basis].id;
        let cells = |(year, cost): &(f64, f64)| [plain(*year), cell(unit.from_base(*cost)), unit.text().to_owned()];
        line.points.iter().map(move |point| [basis.clone()].into_iter().chain(cells(point)).collect())
    });
    Some((COST_OVER_TIME.csv(), super::csv::write(&["basis", "year", "cost", "unit"], rows)))
}

/// A metric's central value in its unit, `null` where the scenario lacks its inputs.
fn value(assessment: &Assessment, named: &Named) -> Value {
    json!(metric(assessment, named).map(Metric::shown_value).filter(|value| value.is_finite()))
}

fn low_high(metric: &Metric) -> Value {
    let (low, high) = ends(metric).unwrap_or((metric.shown_value(), metric.shown_value()));
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    json!({ "low": finite(low), "central": finite(metric.shown_value()), "high": finite(high), "unit": metric.unit.text() })
}

/// Each metric of the chosen basis under its identifier: the cost per year, in all, and the share of it that the fund
/// equals, in the units under `unit`; `bases` has the same by each basis with ranges, `casualties` the deaths.
fn json(assessment: &Assessment, over_time: Option<&Cumulative>) -> Value {
    let costs = &assessment.roles.costs;
    let mut root = Map::new();
    let mut units = Map::new();
    for named in [&costs.annual, &costs.total, &costs.funding, &costs.years, &costs.setup] {
        root.insert(named.id.clone(), value(assessment, named));
        let unit = metric(assessment, named).map(|metric| metric.unit.text());
        units.insert(named.id.clone(), json!(unit));
    }
    let chosen = costs.bases.iter().find(|basis| basis.chosen);
    root.insert("basis".to_owned(), json!(chosen.map(|basis| basis.id.as_str())));
    root.insert("unit".to_owned(), Value::Object(units));
    let mut bases = Map::new();
    for basis in costs.bases.iter().filter(|basis| basis.annual.at.is_some()) {
        let mut row = json!({ "label": basis.label, "counts": basis.counts });
        let generic = [(&costs.annual, &basis.annual), (&costs.total, &basis.total), (&costs.funding, &basis.funding)];
        for (name, named) in generic {
            row[name.id.as_str()] = json!(metric(assessment, named).map(low_high));
        }
        bases.insert(basis.id.clone(), row);
    }
    for line in over_time.into_iter().flat_map(|found| &found.lines) {
        if let Some(row) = bases.get_mut(&costs.bases[line.basis].id) {
            row["fund_used_up_after_years"] = json!(line.exhausted);
        }
    }
    root.insert("bases".to_owned(), Value::Object(bases));
    let casualties: Map<String, Value> = assessment
        .roles
        .casualties
        .iter()
        .map(|casualty| {
            let rate = &assessment.calculation.inputs[casualty.rate];
            let row = json!({
                "label": casualty.label, "rate": rate.shown_value(), "unit": rate.unit.text(),
                "annual": low_high(&assessment.calculation.metrics[casualty.annual]),
                "total": casualty.total.map(|total| low_high(&assessment.calculation.metrics[total])),
            });
            (casualty.id.clone(), row)
        })
        .collect();
    root.insert("casualties".to_owned(), Value::Object(casualties));
    root.insert("warning".to_owned(), json!(input(assessment, &costs.fund).map(|_| costs.warning.as_str())));
    Value::Object(root)
}

/// `basis,label,chosen,measure,low,central,high,unit`: a row for each measure of each basis.
#[must_use]
pub fn csv(assessment: &Assessment) -> String {
    let mut rows = Vec::new();
    for basis in &assessment.roles.costs.bases {
        for named in [&basis.annual, &basis.total, &basis.funding] {
            let Some(metric) = metric(assessment, named) else { continue };
            let (low, high) = ends(metric).unwrap_or((metric.shown_value(), metric.shown_value()));
            rows.push(vec![
                basis.id.clone(),
                basis.label.clone(),
                basis.chosen.to_string(),
                metric.id.clone(),
                cell(low),
                cell(metric.shown_value()),
                cell(high),
                metric.unit.text().to_owned(),
            ]);
        }
    }
    super::csv::write(&["basis", "label", "chosen", "measure", "low", "central", "high", "unit"], rows.into_iter())
}

/// An undefined value, and one beyond the largest number, is an empty cell.
fn cell(value: f64) -> String {
    if value.is_finite() { plain(value) } else { String::new() }
}
