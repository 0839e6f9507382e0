//! What a run of the default scenario writes: tables, charts as SVG, one chart as PNG at 300 dpi.

use crate::given::default_scenario;
use divan::{Bencher, black_box};
use forcesize::analysis::monte_carlo::PercentileRanges;
use forcesize::analysis::sweep;
use forcesize::chart::export;
use forcesize::model::Assessment;
use forcesize::report::answer::answer;
use forcesize::report::figure::RenderedChart;
use forcesize::report::markdown::Parts;
use forcesize::report::{csv, json, markdown};
use forcesize::study::{self, Options};

fn drawn(assessment: &Assessment) -> Vec<RenderedChart> {
    let bars = assessment
        .requests
        .charts
        .iter()
        .map(|chart| forcesize::report::bars::bars(assessment, chart, &PercentileRanges::default()));
    let sweeps =
        assessment.requests.sweeps.iter().flat_map(|plan| {
            forcesize::report::sweep::sweep(assessment, plan, &sweep::run(&assessment.calculation, plan))
        });
    bars.chain(sweeps).collect()
}

/// results.json, metrics.csv and report.md.
#[divan::bench]
fn tables(bencher: Bencher<'_, '_>) {
    let assessment = default_scenario();
    let results = study::run(&assessment, &Options::default()).expect("nothing stops it");
    let answer = answer(&assessment, &results, None);
    let parts =
        Parts { answer: &answer, ranges: &results.ranges, figures: &[], warnings: &[], sections: &[], ending: "svg" };
    let written = |assessment: &Assessment| {
        let json = json::text(&json::results(assessment, &study::extremes(assessment)));
        (json, csv::metrics(assessment, &study::extremes(assessment)), markdown::report(assessment, &parts))
    };
    let (json, csv, report) = written(&assessment);
    assert!(json.contains("\"value\": 2400000.0") && csv.contains(",2400000,") && report.contains("2,400,000"));
    bencher.bench_local(|| written(black_box(&assessment)));
}

/// All charts of the scenario as SVG, sweeps included.
#[divan::bench]
fn charts_as_svg(bencher: Bencher<'_, '_>) {
    let assessment = default_scenario();
    let charts = drawn(&assessment);
    assert!(charts.len() == 6 && charts.iter().all(|chart| chart.svg.ends_with("</svg>\n")));
    bencher.bench_local(|| drawn(black_box(&assessment)));
}

/// The heaviest chart, the grid, as PNG.
#[divan::bench]
fn grid_as_png(bencher: Bencher<'_, '_>) {
    let charts = drawn(&default_scenario());
    let heaviest = charts.iter().max_by_key(|chart| chart.svg.len()).expect("there are charts");
    let bytes = export::png(&heaviest.svg, 300).expect("the chart can be drawn");
    assert!(bytes.starts_with(b"\x89PNG"));
    bencher.bench_local(|| export::png(black_box(&heaviest.svg), 300));
}
