//! Every mark that shows a number says what the number is, in charts of every kind.

use crate::analysis::{one_at_a_time, pillars, sweep};
use crate::chart::{Chart, PointMark, RangeSlots, Slot};
use crate::evidence::Evidence;
use crate::language::Localizer;
use crate::model::{Assessment, assess};
use crate::report::compare::{self, Choice, Compared};
use crate::report::figure::RenderedChart;
use crate::report::{missions, study};
use crate::study::{Options, run};
use std::collections::BTreeSet;

const LINE: &str = r#"
    purpose = "interposition"
    [input]
    front_length = { low = 900, value = 1_000, high = 1_300, unit = "km", assumed = "a round figure" }
    peacekeepers = { value = 100_000, unit = "troops", role = "lever", assumed = "the proposal" }
    [[sweep]]
    vary = "front_length"
    from = 500
    to = 2_000
    steps = 4
    show = ["front_density"]
"#;

#[test]
fn marks_say_what_they_show_and_pictures_do_not() {
    let assessment = assess("line", LINE).unwrap();
    let plan = &assessment.requests.sweeps[0];
    let drawn = crate::report::sweep::sweep(&assessment, plan, &sweep::run(&assessment.calculation, plan)).remove(0);
    let Chart::LineChart(lines) = &drawn.chart else { panic!("{:?}", drawn.chart) };
    let series = &lines.panels[0].series[0];
    assert_eq!(series.slots.value.as_ref().unwrap().as_str(), "front_density@along:front_length");
    assert_eq!(lines.central.as_ref().unwrap().slot.as_ref().unwrap().as_str(), "front_length");
    assert!(!drawn.svg.contains("@along"));

    // A tornado has two bars at least; the widest comes first.
    let force = "peacekeepers = { value = 100_000, unit = \"troops\", role = \"lever\", assumed = \"the proposal\" }";
    let ranged = "peacekeepers = { low = 99_000, high = 101_000, unit = \"troops\", role = \"uncertainty\", assumed = \"a test\" }";
    let assessment = assess("line", &LINE.replace(force, ranged)).unwrap();
    let density = assessment.calculation.metric("front_density").unwrap();
    let found = one_at_a_time::run(&assessment.calculation, &[density]);
    let drawn = crate::report::one_at_a_time::tornado(&assessment, &found[0]).unwrap();
    let Chart::Tornado(tornado) = &drawn.chart else { panic!("{:?}", drawn.chart) };
    assert_eq!(tornado.slot.as_ref().unwrap().as_str(), "front_density");
    assert_eq!(tornado.bars[0].slots.low.as_ref().unwrap().as_str(), "front_density@low:front_length");
}

/// The numbers that a chart shows, each in a few words, with its slot.
#[derive(Default)]
struct Shown(Vec<(String, Option<Slot>)>);

impl Shown {
    fn add(&mut self, what: &str, slot: Option<&Slot>) {
        self.0.push((what.to_owned(), slot.cloned()));
    }

    fn value(&mut self, what: &str, slots: &RangeSlots) {
        self.add(what, slots.value.as_ref());
    }

    fn ends(&mut self, what: &str, slots: &RangeSlots) {
        self.add(&format!("{what}, low"), slots.low.as_ref());
        self.add(&format!("{what}, high"), slots.high.as_ref());
    }

    fn point(&mut self, point: &PointMark, placed: bool) {
        if placed {
            self.add(&format!("{}, x", point.label), point.slots.x.as_ref());
            self.add(&format!("{}, y", point.label), point.slots.y.as_ref());
        }
        // A mission's year is a part of its name.
        if !placed || point.label.contains(':') {
            self.add(&point.label, point.slots.label.as_ref());
        }
    }
}

/// The kind of a chart, and the numbers that it shows.
#[expect(clippy::too_many_lines, reason = "an arm for each kind")]
fn shown(chart: &Chart) -> (&'static str, Vec<(String, Option<Slot>)>) {
    let mut all = Shown::default();
    let kind = match chart {
        Chart::Bars(bars) => {
            for row in bars.panels.iter().flat_map(|panel| &panel.rows).filter(|row| row.value.is_some()) {
                all.value(&row.label, &row.slots);
                if row.low_high.is_some() {
                    all.ends(&row.label, &row.slots);
                }
            }
            "bars"
        }
        Chart::Dots(dots) => {
            for panel in &dots.panels {
                panel.mark.iter().for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
                for row in &panel.rows {
                    row.dots.iter().for_each(|dot| all.add(&dot.label, dot.slot.as_ref()));
                    if row.band.is_some() {
                        all.value(&row.label, &row.slots);
                        all.ends(&row.label, &row.slots);
                    }
                }
            }
            "dots"
        }
        // What rules were worth on cases of others is nothing of the scenario.
        Chart::Intervals(_) => "intervals",
        Chart::Exceedance(curves) => {
            curves.curves.iter().for_each(|curve| all.add(&curve.label, curve.slot.as_ref()));
            let marks = curves.thresholds.iter().chain(&curves.central);
            marks.for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
            if curves.share.is_some() {
                all.add("share", curves.share_slot.as_ref());
            }
            "exceedance"
        }
        Chart::Frontier(frontier) => {
            all.add("curves", frontier.slot.as_ref());
            frontier.regions.iter().for_each(|region| all.point(region, false));
            frontier.central.iter().for_each(|central| all.point(central, true));
            "frontier"
        }
        Chart::HeatMap(map) => {
            all.add("field", map.slot.as_ref());
            map.mark.iter().for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
            map.central.iter().for_each(|central| all.point(central, true));
            "heat map"
        }
        Chart::IndexBars(bars) => {
            for row in bars.panels.iter().flat_map(|panel| &panel.rows) {
                for share in [&row.first, &row.total] {
                    all.value(&row.label, &share.slots);
                    all.ends(&row.label, &share.slots);
                }
            }
            "index bars"
        }
        Chart::LineChart(lines) => {
            let marks = lines.central.iter().chain(&lines.vertical_marks);
            let marks = marks.chain(lines.panels.iter().flat_map(|panel| &panel.marks));
            marks.for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
            for series in lines.panels.iter().flat_map(|panel| &panel.series) {
                all.value(&series.label, &series.slots);
                if series.band.is_some() {
                    all.ends(&series.label, &series.slots);
                }
            }
            "lines"
        }
        Chart::Matrix(matrix) => {
            for (column, cell) in
                matrix.columns.iter().flat_map(|column| column.cells.iter().map(move |cell| (column, cell)))
            {
                all.value(&column.label, &cell.slots);
                if !cell.range.is_empty() {
                    all.ends(&column.label, &cell.slots);
                }
            }
            "matrix"
        }
        Chart::Ranges(ranges) => {
            ranges.mark.iter().for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
            for row in ranges.groups.iter().flat_map(|group| &group.rows) {
                all.value(&row.label, &row.slots);
                if row.low < row.high {
                    all.ends(&row.label, &row.slots);
                }
            }
            if let Some(strip) = &ranges.strip {
                (0..strip.values.len()).for_each(|at| all.add(&strip.label, strip.slots.get(at)));
            }
            "ranges"
        }
        Chart::RegionChart(region) => {
            for row in &region.rows {
                all.ends(&row.label, &row.range_slots);
                if row.central.is_some() {
                    all.add(&row.label, row.slot.as_ref());
                }
                all.value(&row.label, &row.slots);
                all.ends(&row.label, &row.slots);
            }
            "region"
        }
        Chart::Scatter(scatter) => {
            scatter.points.iter().chain(&scatter.case).for_each(|point| all.point(point, true));
            if !scatter.line.is_empty() {
                all.value("line", &scatter.line_slots);
                all.ends("line", &scatter.line_slots);
            }
            "scatter"
        }
        Chart::Shares(shares) => {
            for column in &shares.columns {
                for (row, cell) in shares.rows.iter().zip(&column.cells).filter(|(_, cell)| cell.share.is_some()) {
                    all.add(&format!("{row}, {}", column.label), cell.slot.as_ref());
                }
            }
            "shares"
        }
        Chart::Spans(spans) => {
            for row in spans.panels.iter().flat_map(|panel| &panel.rows) {
                all.value(&row.label, &row.slots);
                all.ends(&row.label, &row.slots);
                all.add(&format!("{}, largest", row.label), row.largest_slot.as_ref());
            }
            "spans"
        }
        Chart::Slope(slope) => {
            for line in &slope.lines {
                (0..line.ratios.len()).for_each(|at| all.add(&line.label, line.slots.get(at)));
            }
            "slope"
        }
        Chart::Stack(stack) => {
            for row in stack.groups.iter().flat_map(|group| &group.rows) {
                all.add(&row.label, row.slot.as_ref());
                row.parts.iter().for_each(|part| all.add(&row.label, part.slot.as_ref()));
            }
            "stack"
        }
        Chart::Strips(strips) => {
            for row in &strips.rows {
                all.add(&row.label, row.slots.samples.as_ref());
                all.value(&row.label, &row.slots.percentiles);
                all.ends(&row.label, &row.slots.percentiles);
                if row.central.is_some() {
                    all.add(&row.label, row.slots.central.as_ref());
                }
            }
            "strips"
        }
        Chart::Timeline(timeline) => {
            timeline.mark.iter().for_each(|mark| all.add(&mark.label, mark.slot.as_ref()));
            for point in &timeline.points {
                all.value(&point.label, &point.slots);
                if point.range.is_some() {
                    all.ends(&point.label, &point.slots);
                }
            }
            "timeline"
        }
        Chart::Tornado(tornado) => {
            all.add("central", tornado.slot.as_ref());
            for bar in &tornado.bars {
                all.ends(&bar.label, &bar.slots);
                all.ends(&bar.label, &bar.input_slots);
            }
            "tornado"
        }
        Chart::Waterfall(waterfall) => {
            for mark in [&waterfall.from, &waterfall.to] {
                all.add(&mark.label, mark.slot.as_ref());
            }
            waterfall.steps.iter().for_each(|step| all.add(&step.label, step.slot.as_ref()));
            "waterfall"
        }
    };
    (kind, all.0)
}

/// What keys may speak of.
struct Known<'a> {
    scenarios: Vec<&'a Assessment>,
    evidence: &'a Evidence,
    /// The identifiers of charts, which results without a metric of their own go by.
    charts: BTreeSet<String>,
}

impl Known<'_> {
    fn is_input(&self, id: &str) -> bool {
        let group = |one: &Assessment| {
            one.requests.sensitivity.iter().flat_map(|plan| &plan.groups).any(|(name, _)| name == id)
        };
        self.scenarios.iter().any(|one| one.calculation.input(id).is_some() || group(one))
    }

    fn is_metric(&self, id: &str) -> bool {
        self.scenarios.iter().any(|one| one.calculation.metric(id).is_some())
    }

    /// A metric's statistic, in the words of the scenario.
    fn is_statistic(&self, id: &str) -> bool {
        let mut plans = self.scenarios.iter().flat_map(|one| &one.requests.break_evens);
        plans.any(|plan| plan.goal.text == id)
    }

    /// Whether a key stands for something, as the table of the module says.
    fn resolves(&self, key: &str) -> bool {
        if let Some((one, other)) = key.split_once(" - ").or_else(|| key.split_once(" * ")) {
            return self.resolves(one) && self.resolves(other);
        }
        let mut parts = key.split('@');
        let base = parts.next().unwrap_or_default();
        let variable = || {
            let of = |regression: &crate::evidence::Regression| {
                regression.strength.id == base || regression.on.iter().any(|one| one.id == base)
            };
            self.evidence.densities.iter().any(|one| one.id == base) || self.evidence.regressions().iter().any(of)
        };
        let listed =
            base.split_once('#').is_some_and(|(id, at)| self.charts.contains(id) && at.parse::<usize>().is_ok());
        let quantity = self.is_input(base) || self.is_metric(base) || self.is_statistic(base) || variable();
        let result = self.charts.contains(base) || listed;
        (quantity || result) && parts.all(|part| self.is_part(part, result))
    }

    fn is_part(&self, part: &str, of_result: bool) -> bool {
        let inputs = |of: &str| !of.is_empty() && of.split(',').all(|one| self.is_input(one));
        let Some((name, of)) = part.split_once(':') else {
            let known =
                ["low", "high", "p5", "p50", "p95", "mean", "samples", "q1", "q3", "ci_low", "ci_high", "from_model"];
            return known.contains(&part) || of_result && !part.is_empty();
        };
        match name {
            "along" | "low" | "high" | "first_order" | "total_order" | "from" => inputs(of),
            "scenario" => (0..self.scenarios.len()).any(|at| Compared::letter(at).to_string() == of),
            "pillars" => self.scenarios.iter().any(|one| one.requests.pillars.len() == of.len()),
            "mission" => self.evidence.missions.iter().any(|mission| mission.id == of),
            "kind" => self.evidence.all_kinds().contains(&of),
            "option" => {
                let mut options = self.scenarios.iter().flat_map(|one| &one.requests.options);
                options.any(|option| option.name == of)
            }
            "condition" => of.parse::<usize>().is_ok(),
            "regret" => self.is_metric(of),
            "box" => self.charts.contains(of),
            "estimate" => self.scenarios.iter().flat_map(|one| &one.roles.estimates).any(|estimate| estimate.id == of),
            _ => false,
        }
    }
}

/// A force on a line that asks for what the shipped scenario does not.
const MORE: &str = r#"
    purpose = "interposition"
    [input]
    front_length = { low = 900, value = 1_000, high = 1_300, unit = "km", assumed = "a test" }
    peacekeepers = { value = 50_000, unit = "troops", role = "lever", assumed = "a test" }
    [[break_even]]
    id = "plane"
    vary = "front_length"
    from = 500
    to = 2_000
    metric = "front_density"
    target = 25
    against = { vary = "peacekeepers", from = 1_000, to = 100_000 }
"#;

/// All charts of a study.
fn charts_of(assessment: &Assessment, evidence: &Evidence) -> Vec<RenderedChart> {
    let results = run(assessment, &Options::default()).unwrap();
    let (sections, mut charts) = study::present(assessment, &results, Some(evidence));
    charts.extend(sections.into_iter().flat_map(|section| section.figures));
    charts
}

#[test]
fn every_number_of_every_kind_of_chart_is_something_of_the_scenario() {
    let evidence = Evidence::standard();
    let scenario = |name: &str| assess(name, &std::fs::read_to_string(format!("scenarios/{name}.toml")).unwrap());
    let mut shipped = scenario("ukraine-2025").unwrap();
    shipped.requests.sampling.samples = 1 << 12;
    shipped.requests.sensitivity.iter_mut().for_each(|plan| plan.samples = 1 << 12);
    let more = assess("more", MORE).unwrap();
    let longer = MORE.replace("value = 1_000", "value = 1_200").replace("50_000", "80_000");
    let other = assess("other", &longer).unwrap();

    let mut charts = charts_of(&shipped, &evidence);
    charts.extend(charts_of(&more, &evidence));
    let look = &shipped.requests.look;
    charts.extend(missions::section(Localizer::default(), &evidence, None, look).figures);
    let rows = pillars::run(&shipped, None, &|_| true);
    charts.extend(crate::report::pillars::section(&shipped, &rows).figures);
    let compared = Compared::new(vec![&more, &other], vec![None, None], &Choice::All);
    charts.extend(compare::section(&compared).figures);

    let known = Known {
        scenarios: vec![&shipped, &more, &other],
        evidence: &evidence,
        charts: charts.iter().map(|chart| chart.id.clone()).collect(),
    };
    let mut kinds = BTreeSet::new();
    let mut without = Vec::new();
    for chart in &charts {
        let (kind, numbers) = shown(&chart.chart);
        kinds.insert(kind);
        assert!(!numbers.is_empty(), "{} shows nothing", chart.id);
        for (what, slot) in numbers {
            if !slot.as_ref().is_some_and(|slot| known.resolves(slot.as_str())) {
                without.push(format!("{kind} `{}`: {what}: {slot:?}", chart.id));
            }
        }
    }
    without.dedup();
    assert!(without.is_empty(), "{}", without.join("\n"));
    assert_eq!(kinds.len(), 19, "{kinds:?}");
}
