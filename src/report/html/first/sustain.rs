//! Whether the force can be kept up, when it is there, what it costs and how sure all of it is: what follows of it. Knows
//! nothing of methods or past missions.

use super::live::{InPlace, Live, PLACES, Slot, Verdict, metric};
use crate::analysis::build_up::LONGEST;
use crate::args;
use crate::chart::place;
use crate::model::own_name::BUILD_UP;
use crate::model::{Assessment, MetricId};
use crate::report::answer::with_delays;
use crate::report::build_up;
use crate::report::cost::metric as named_metric;
use crate::report::html::page::Page;
use crate::report::html::samples;
use crate::report::html::texts::spoken;

pub(super) fn sustainable(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let (Ok(supply), Some(verdict)) = (&assessment.roles.supply, &page.results.supply) else { return Vec::new() };
    let sustained = &assessment.calculation.metrics[supply.sustainable];
    let number = metric(words, supply.sustainable, sustained, false);
    let said = words.format("answer-sustained", args![members = verdict.members.len(), number = PLACES[0]]);
    let Some(force) = supply.force.filter(|_| verdict.margin.is_some()) else {
        let pattern = words.format("answer-ended", args![text = said]);
        return vec![Live::Text { pattern, slots: vec![number] }];
    };
    let texts = |key: Option<&str>| -> Vec<String> {
        let said = key.map_or_else(|| said.clone(), |key| words.pair(&words.text(key), &said));
        let of = |key: &str| words.format(key, args![amount = place("amount"), share = place("share")]);
        ["answer-to-spare", "answer-to-spare-in", "answer-short", "answer-short-in"]
            .map(|key| words.format("answer-ended", args![text = format!("{said}, {}", of(key))]))
            .to_vec()
    };
    let verdict = Verdict {
        metric: supply.sustainable,
        inputs: vec![force],
        supplies: true,
        met: String::new(),
        met_in: String::new(),
        short: String::new(),
        short_in: String::new(),
    };
    let (yes, no, unsure) = (texts(Some("answer-yes")), texts(Some("answer-no")), texts(Some("answer-unsure")));
    vec![Live::Enough { number, verdict, yes, no, unsure }]
}

/// When the proposed force is there: by the rule of the chart of its build-up.
pub(super) fn in_place(page: &Page<'_>) -> Vec<Live> {
    let words = page.assessment.words;
    let figures = page.sections.iter().flat_map(|section| &section.figures).chain(page.charts);
    if page.results.build_up.is_none() || !figures.into_iter().any(|figure| figure.id == BUILD_UP.stem) {
        return Vec::new();
    }
    let sustainable = words.format("answer-sustainable-by", args![force = place("good"), day = place("by")]);
    let texts = |text: String| {
        let text = with_delays(page.assessment, text);
        let both = format!("{}{sustainable}", text.trim_end_matches('.'));
        [text, both]
    };
    let day = args![day = place("day"), fast = place("fast"), slow = place("slow")];
    let days = build_up::number(words, LONGEST);
    let late = words.format("build-up-too-long", args![force = place("force"), days = &days]);
    let live = InPlace {
        there: texts(words.format("answer-by-day", day)),
        mixed: texts(words.format("answer-by-day-cases", day)),
        case_day: words.format("build-up-case-day", args![day = place("day")]),
        alone: texts(words.format("answer-by-day-alone", args![day = place("day")])),
        short: texts(words.format("build-up-not-reached", args![force = place("force"), short = place("short")])),
        late: texts(late),
        case_short: words.format("build-up-short", args![short = place("short")]),
        case_late: words.format("build-up-not-in", args![days = &days]),
    };
    vec![Live::InPlace(Box::new(live))]
}

pub(super) fn cost(assessment: &Assessment) -> Vec<Live> {
    let (words, costs) = (assessment.words, &assessment.roles.costs);
    let at = |basis: &crate::model::Basis| {
        basis.annual.at.filter(|_| named_metric(assessment, &basis.annual).is_some_and(|found| found.value.is_finite()))
    };
    let chosen = costs.bases.iter().filter(|basis| basis.chosen).find_map(|basis| Some((basis, at(basis)?)));
    let others: Vec<MetricId> = costs.bases.iter().filter(|basis| !basis.chosen).filter_map(at).collect();
    let mut live = Vec::new();
    if let Some((basis, id)) = chosen {
        let pattern = words.format("answer-cost-chosen", args![number = PLACES[0], basis = words.inside(&basis.label)]);
        let slot = metric(words, id, &assessment.calculation.metrics[id], true);
        live.push(Live::Text { pattern, slots: vec![slot] });
    }
    if let Some(first) = others.first() {
        let unit = spoken(words, &assessment.calculation.metrics[*first].unit);
        let pattern = words.between(&place("low"), &place("high"));
        let text = words.format("answer-cost-others", args![between = PLACES[0]]);
        live.push(Live::Text { pattern: text, slots: vec![Slot::Between { metrics: others, unit, pattern }] });
    }
    live
}

pub(super) fn sure(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let Some(drawn) = &page.results.samples else { return Vec::new() };
    let mut live: Vec<Live> = drawn
        .conditions
        .iter()
        .map(|found| {
            let condition = &assessment.requests.conditions[found.condition];
            let about = args![condition = &condition.label, share = PLACES[0]];
            let slots = vec![Slot::Condition { at: found.condition }];
            Live::Text { pattern: words.format("answer-condition", about), slots }
        })
        .collect();
    let count = samples::settings(page).map_or(0, |settings| settings.samples);
    let key = if drawn.settings.samples > count { "page-own-samples" } else { "page-same-samples" };
    live.push(Live::Text { pattern: words.format(key, args![count = count]), slots: Vec::new() });
    live
}
