//! Charts of what rules have been worth: rules side by side, how forecasts came true, and where the values lie.

use super::text::{cases, named, shares};
use crate::args;
use crate::chart::{
    Axis, DotPanel, DotRow, Dots, Heading, IntervalGroup, IntervalRow, Intervals, LineChart, LinePanel, Mark,
    RangeSlots, Scale, Series, Style,
};
use crate::evidence::backtest::{Backtest, Track, reliability};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::report::figure::{RenderedChart, of};
use crate::scenario::Look;

/// Where the axis of skill ends: who is that much worse than the share of events is not drawn to scale.
const LEAST_SKILL: f64 = -50.0;

/// Cases of a bin of the reliability diagram.
const OF_BIN: usize = 10;

/// Cases up to which each has a dot with its name.
const NAMED: usize = 60;

/// All charts.
#[must_use]
pub(super) fn figures(
    (words, id): (Localizer, &str),
    backtest: &Backtest,
    assessment: Option<&Assessment>,
    look: &Look,
) -> Vec<RenderedChart> {
    let style = Style { words, ..of(look, None) };
    let mut charts: Vec<RenderedChart> = side_by_side((words, id), backtest, &style).into_iter().collect();
    if let Some(track) = backtest.tracks.iter().find(|track| track.score.is_ok()) {
        charts.push(calibrated((words, id), backtest, track, &style));
    }
    let placed = backtest.tracks.iter().filter(|track| track.support.is_some() && track.beside.is_empty());
    charts.extend(support((words, id), backtest, &placed.collect::<Vec<_>>(), assessment, &style));
    charts
}

fn heading(words: Localizer, backtest: &Backtest, id: &str, title: &str, subtitle: String) -> Heading {
    let footer = backtest.cite.clone().unwrap_or_else(|| backtest.title.clone());
    let footer = words.format("backtest-footer", args![cite = footer]);
    Heading { id: id.to_owned(), title: title.to_owned(), description: subtitle.clone(), subtitle, footer }
}

/// Skill with its interval, rule by rule, each with its rivals below it.
fn side_by_side((words, id): (Localizer, &str), backtest: &Backtest, style: &Style) -> Option<RenderedChart> {
    let groups: Vec<IntervalGroup> = backtest
        .tracks
        .iter()
        .map(|track| {
            let skill = |score: &crate::evidence::backtest::Score| {
                let skill = &score.skill;
                Some([skill.low, skill.value, skill.high].map(|share| 100.0 * share))
            };
            let text = match &track.score {
                Ok(score) => shares(words, &score.skill),
                Err(_) => words.text("backtest-not-scored"),
            };
            let values = track.score.as_ref().ok().and_then(skill);
            let mut rows = vec![IntervalRow { label: track.label.clone(), values, text, pale: false }];
            rows.extend(track.rivals.iter().map(|rival| IntervalRow {
                label: words.format("backtest-alone", args![rival = words.inside(&rival.label)]),
                values: skill(&rival.alone),
                text: shares(words, &rival.alone.skill),
                pale: true,
            }));
            let about = args![
                rule = named(words, backtest, track),
                cases = cases(words, &backtest.counted, track.sample.cases()),
                events = track.sample.events(),
            ];
            IntervalGroup { label: words.format("backtest-group", about), rows }
        })
        .collect();
    // A single rule that is not scored has nothing to draw.
    backtest.tracks.iter().any(|track| track.score.is_ok()).then(|| {
        let title = finding(words, backtest);
        let subtitle = words.format("backtest-skill-case", args![title = &backtest.title]);
        let mut heading = heading(words, backtest, id, &title, subtitle);
        let spoken = backtest.tracks.iter().filter_map(|track| {
            let score = track.score.as_ref().ok()?;
            Some(words.pair(&named(words, backtest, track), &shares(words, &score.skill)))
        });
        heading.description = spoken.collect::<Vec<_>>().join("; ");
        let x = Axis { label: words.text("backtest-skill-axis"), unit: "%".to_owned(), scale: Scale::Linear };
        let mark = Some(Mark { label: words.text("backtest-base"), value: 0.0, slot: None });
        let chart = Intervals { heading, x, least: LEAST_SKILL, groups, mark };
        RenderedChart::new(id.to_owned(), title, chart, style)
    })
}

/// Which rules are better than the share of events, their intervals above nothing, and than their plain rivals.
fn finding(words: Localizer, backtest: &Backtest) -> String {
    let scored = || backtest.tracks.iter().filter(|track| track.score.is_ok());
    let is_better = |track: &&Track| track.score.as_ref().is_ok_and(|score| score.skill.low > 0.0);
    let ahead = || scored().filter(is_better).filter(|track| track.better_rival().is_none());
    let names: Vec<String> = ahead().map(|track| named(words, backtest, track)).collect();
    let rules = if names.len() > MOST_NAMED {
        words.format("backtest-some-rules", args![count = names.len(), all = scored().count()])
    } else {
        words.list(&names)
    };
    // A rule without a rival is ahead of none.
    let has_rivals = |track: &Track| !track.rivals.is_empty();
    let rivals = if names.is_empty() { scored().any(has_rivals) } else { ahead().all(has_rivals) };
    let key = match (names.is_empty(), rivals) {
        (false, true) => "finding-backtest-ahead",
        (true, true) => "finding-backtest-behind",
        (false, false) => "finding-backtest-better",
        (true, false) => "finding-backtest-no-better",
    };
    words.format(key, args![rules = rules])
}

/// Rules that a title has room for.
const MOST_NAMED: usize = 2;

/// How often the event came where it was forecast.
fn calibrated((words, id): (Localizer, &str), backtest: &Backtest, track: &Track, style: &Style) -> RenderedChart {
    let forecasts = track.score.as_ref().map(|score| score.forecasts.clone()).unwrap_or_default();
    let bins = reliability(&track.sample, &forecasts, OF_BIN);
    let per = |share: f64| 100.0 * share;
    let observed = Series {
        label: words.text("backtest-came"),
        points: bins.iter().map(|bin| (per(bin.forecast), per(bin.share.share))).collect(),
        band: Some(bins.iter().map(|bin| (per(bin.forecast), per(bin.share.ci.0), per(bin.share.ci.1))).collect()),
        slots: RangeSlots::default(),
    };
    let right =
        Series { label: words.text("backtest-right"), points: vec![(0.0, 0.0), (100.0, 100.0)], ..Series::default() };
    let id = format!("{id}_reliability");
    let title = words.format("backtest-reliability", args![rule = named(words, backtest, track)]);
    let subtitle = words.format("backtest-reliability-case", args![bins = bins.len(), event = &track.event]);
    let chart = LineChart {
        heading: heading(words, backtest, &id, &title, subtitle),
        x: Axis { label: words.text("backtest-forecast-axis"), unit: "%".to_owned(), scale: Scale::Linear },
        panels: vec![LinePanel {
            label: words.text("backtest-came-axis"),
            unit: "%".to_owned(),
            scale: Scale::Linear,
            series: vec![observed, right],
            marks: Vec::new(),
        }],
        shares: true,
        ..LineChart::default()
    };
    RenderedChart::new(id, title, chart, style)
}

/// The values of rules with and without the event, each rule a panel, and where a scenario lies among them.
fn support(
    (words, id): (Localizer, &str),
    backtest: &Backtest,
    tracks: &[&Track],
    assessment: Option<&Assessment>,
    style: &Style,
) -> Option<RenderedChart> {
    let mut panels: Vec<DotPanel> = Vec::new();
    for track in tracks {
        let of = |happened: bool| {
            let rows = (0..track.sample.cases()).filter(|row| (track.sample.outcomes[*row] > 0.5) == happened);
            let mut values: Vec<(f64, &str)> = rows.map(|row| (track.values[row], track.names[row].as_str())).collect();
            values.sort_by(|a, b| a.0.total_cmp(&b.0));
            let quartile = |share: f64| {
                let at = share * (count(values.len()) - 1.0);
                values.get(whole(at)).map(|value| value.0)
            };
            let band =
                quartile(0.25).zip(quartile(0.5)).zip(quartile(0.75)).map(|((low, middle), high)| [low, middle, high]);
            let is_named = track.sample.cases() <= NAMED;
            let every = values.len().div_ceil(200).max(1);
            let dots = values.iter().step_by(every).map(|(value, name)| Mark {
                label: if is_named { (*name).to_owned() } else { String::new() },
                value: *value,
                slot: None,
            });
            let key = if happened { "backtest-with-event" } else { "backtest-without-event" };
            DotRow {
                label: words.format(key, args![count = values.len(), event = &track.event]),
                strong: happened,
                dots: dots.collect(),
                band: band.filter(|band| band[0] > 0.0 && values.len() >= 10),
                slots: RangeSlots::default(),
            }
        };
        let mark = assessment.and_then(|assessment| {
            let metric = assessment.calculation.metric(track.shown_by.as_ref()?)?;
            let metric = &assessment.calculation.metrics[metric];
            let value = track.unit.from_base(metric.value);
            let label = words.format("missions-this-value", args![value = words.shown(value)]);
            value.is_finite().then_some(Mark { label, value, slot: None })
        });
        // The same values of the same cases are one panel.
        let panel = DotPanel {
            label: named(words, backtest, track),
            unit: words.unit(&track.unit),
            rows: vec![of(true), of(false)],
            mark,
        };
        if track.values.iter().any(|value| *value > 0.0) && panels.iter().all(|other| other.label != panel.label) {
            panels.push(panel);
        }
    }
    if panels.is_empty() {
        return None;
    }
    let id = format!("{id}_support");
    let title = words.text("backtest-support");
    let subtitle = words.format("backtest-support-case", args![title = &backtest.title]);
    let chart = Dots { heading: heading(words, backtest, &id, &title, subtitle), panels };
    Some(RenderedChart::new(id, title, chart, style))
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand cases")]
fn count(cases: usize) -> f64 {
    cases as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
fn whole(place: f64) -> usize {
    libm::round(place.max(0.0)) as usize
}
