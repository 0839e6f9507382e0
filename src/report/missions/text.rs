//! Past missions in words: tables and sentences.

use crate::args;
use crate::evidence::{Band, Density, Evidence, Mission, QUARTILES, Quartile, Regression, Variable};
use crate::language::Localizer;
use crate::report::table::Table;
use crate::scenario::Counting;

/// A density's name, which the evidence has in English.
pub(in crate::report) fn density_label(words: Localizer, density: &Density) -> String {
    words.translated(&format!("metric-{}", density.id), &[]).unwrap_or_else(|| density.label.clone())
}

/// An input's name, which the evidence has in English.
pub(in crate::report) fn variable_label(words: Localizer, variable: &Variable) -> String {
    words.translated(&format!("input-{}", variable.id), &[]).unwrap_or_else(|| variable.label.clone())
}

/// A ratio with two decimals.
pub(in crate::report) fn decimals(words: Localizer, value: f64) -> String {
    words.digits(format!("{value:.2}"))
}

/// Why a mission stays out of bands, in a few words.
pub(super) fn aside(words: Localizer, mission: &Mission) -> Option<String> {
    let another = |other: &String| words.format("missions-another-count", args![mission = other]);
    let status = |status: &String| {
        words.translated(&format!("status-{status}"), &[]).unwrap_or_else(|| status.replace('_', " "))
    };
    mission.variant_of.as_ref().map(another).or_else(|| mission.status.as_ref().map(status))
}

/// The missions, one a row. Values that do not compare with others' stand in brackets.
pub(super) fn missions(words: Localizer, evidence: &Evidence) -> Table {
    let heads = [
        "missions-head-mission",
        "missions-head-place",
        "missions-head-kind",
        "missions-head-year",
        "missions-head-strength",
    ];
    let mut table = Table::headed(words, &heads, &[]);
    table.header.extend(evidence.densities.iter().map(|density| words.unit(&density.unit)));
    table.right = (3..table.header.len()).collect();
    let heads = ["missions-head-counting", "missions-head-confidence", "missions-head-aside"];
    table.header.extend(heads.map(|head| words.format(head, &[])));
    let [counting, confidence, why] = [3, 2, 1].map(|from_end| table.header.len() - from_end);
    table.optional = vec![confidence, counting, 1, why, 2];
    for mission in &evidence.missions {
        let mut row = vec![mission.id.clone(), mission.place.clone()];
        row.extend([words.choice("kind", &mission.kind), mission.year.to_string()]);
        row.push(strength(evidence, mission).map_or_else(String::new, |value| words.shown(value)));
        for density in &evidence.densities {
            row.push(match (mission.density(density), mission.comparable(density)) {
                (None, _) => "-".to_owned(),
                (Some(value), None) => format!("({})", words.shown(density.unit.from_base(value))),
                (Some(value), Some(_)) => words.shown(density.unit.from_base(value)),
            });
        }
        let choice = |set: &str, word: &Option<String>| word.as_ref().map(|word| words.choice(set, word));
        row.push(mission.counting.map(|counting| words.choice("counting", counting.word())).unwrap_or_default());
        row.push(choice("confidence", &mission.confidence).unwrap_or_default());
        row.push(aside(words, mission).unwrap_or_default());
        table.push(row);
    }
    table.titled(words.text("missions-caption"))
}

/// Who is counted in the strength of each mission whose source says so.
pub(super) fn counted(words: Localizer, evidence: &Evidence) -> Table {
    let heads = ["missions-head-mission", "missions-head-strength", "missions-head-naval", "missions-head-counts"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    for mission in &evidence.missions {
        let Some(counts) = &mission.counts else { continue };
        let shown = |value: Option<f64>| value.map_or_else(String::new, |value| words.shown(value));
        table.push([mission.id.clone(), shown(strength(evidence, mission)), shown(mission.naval), counts.clone()]);
    }
    table.titled(words.text("missions-counts-caption"))
}

/// Each density's bands: over all missions, then by kind.
pub(super) fn each_band(evidence: &Evidence) -> Vec<(String, &str, Band)> {
    let mut found = Vec::new();
    for density in &evidence.densities {
        found.extend(evidence.band_of_all(density).map(|band| (density.id.clone(), "all", band)));
        for kind in evidence.all_kinds() {
            found.extend(evidence.band_of_kind(density, kind).map(|band| (density.id.clone(), kind, band)));
        }
    }
    found
}

pub(super) fn bands(words: Localizer, evidence: &Evidence) -> Table {
    let heads = [
        "missions-head-density",
        "missions-head-kind",
        "missions-head-count",
        "missions-head-places",
        "missions-head-min",
        "missions-head-lower",
        "missions-head-median",
        "missions-head-upper",
        "missions-head-max",
        "head-unit",
    ];
    let mut table = Table::headed(words, &heads, &[2, 3, 4, 5, 6, 7, 8]);
    table.optional = vec![7, 5, 3];
    for (density, kind, band) in each_band(evidence) {
        let [min, median, max] = band.shown().map(|value| words.shown(value));
        let quartiles =
            band.shown_quartiles().map(|quartiles| quartiles.map(|quartile| quartile_text(words, quartile)));
        let [q1, q3] = quartiles.unwrap_or_default();
        let label = evidence.density(&density).map_or(density.clone(), |density| density_label(words, density));
        let kind = if kind == "all" { words.text("missions-all") } else { words.choice("kind", kind) };
        let (missions, places) = (band.n().to_string(), band.places.len().to_string());
        table.push([label, kind, missions, places, min, q1, median, q3, max, words.unit(&band.unit)]);
    }
    table.titled(words.format("missions-bands", args![least = QUARTILES]))
}

/// What each kind had by each density, kinds with few missions borrowing from all, beside the median of its own places.
pub(super) fn pooled(words: Localizer, evidence: &Evidence) -> Table {
    let heads = [
        "missions-head-density",
        "missions-head-kind",
        "missions-head-count",
        "missions-head-places",
        "missions-head-median",
        "missions-head-pooled",
        "head-unit",
    ];
    let mut table = Table::headed(words, &heads, &[2, 3, 4, 5]);
    table.optional = vec![2];
    for density in &evidence.densities {
        let Some(pooling) = evidence.pooled(density) else { continue };
        for pooled in &pooling.kinds {
            let Some(band) = evidence.band_of_kind(density, &pooled.kind) else { continue };
            let [_, median, _] = band.shown();
            let [value, low, high] = [pooled.value, pooled.ci.0, pooled.ci.1].map(|value| words.significant(value, 2));
            table.push([
                density_label(words, density),
                words.choice("kind", &pooled.kind),
                band.n().to_string(),
                band.places.len().to_string(),
                words.significant(median, 2),
                format!("{value} ({})", words.between(&low, &high)),
                words.unit(&density.unit),
            ]);
        }
    }
    table.titled(words.text("missions-pooled"))
}

/// A quartile of few places: two digits, and its interval.
pub(in crate::report) fn quartile_text(words: Localizer, quartile: Quartile) -> String {
    let [value, low, high] = [quartile.value, quartile.ci.0, quartile.ci.1].map(|value| words.significant(value, 2));
    format!("{value} ({})", words.between(&low, &high))
}

pub(super) fn sentences(words: Localizer, evidence: &Evidence) -> Vec<String> {
    let named = |wanted: &dyn Fn(&Mission) -> bool| -> Vec<&str> {
        evidence.missions.iter().filter(|mission| wanted(mission)).map(|mission| mission.id.as_str()).collect()
    };
    let (missions, places) = evidence.counted();
    let about = args![entries = evidence.missions.len(), missions = missions, places = places];
    let mut lines = vec![words.format("missions-counted", about)];
    let own: Vec<&str> = evidence.own().map(|mission| mission.id.as_str()).collect();
    if !own.is_empty() {
        lines.push(words.format("missions-own", args![missions = own.join(", ")]));
    }
    let variants = named(&|mission| mission.variant_of.is_some());
    let plans = named(&|mission| mission.status.is_some() && !evidence.counts(mission));
    let authorised = named(&|mission| mission.counting == Some(Counting::Authorised) && evidence.counts(mission));
    let kinds = [("missions-variants", variants), ("missions-plans", plans), ("missions-authorised", authorised)];
    for (key, names) in kinds {
        if !names.is_empty() {
            lines.push(words.format(key, args![count = names.len(), missions = names.join(", ")]));
        }
    }
    for density in &evidence.densities {
        let counted = |mission: &Mission| evidence.counts(mission);
        let label = density_label(words, density);
        let lacking = named(&|mission| counted(mission) && mission.density(density).is_none()).len();
        if lacking > 0 {
            lines.push(words.format("missions-lacking", args![density = &label, count = lacking]));
        }
        let apart = named(&|mission| {
            counted(mission) && mission.density(density).is_some() && mission.comparable(density).is_none()
        });
        if !apart.is_empty() {
            lines.push(words.format("missions-apart", args![density = label, missions = apart.join(", ")]));
        }
    }
    lines.extend(evidence.regressions().iter().map(|regression| in_words(words, regression)));
    lines
}

/// A regression in words, with what it is worth.
#[must_use]
pub(crate) fn in_words(words: Localizer, regression: &Regression) -> String {
    if regression.says_nothing() {
        return nothing(words, regression);
    }
    let slopes: Vec<String> = regression
        .on
        .iter()
        .zip(regression.coefficients.iter().zip(&regression.standard_errors).skip(1))
        .map(|(variable, (slope, error))| {
            let input = words.inside(&variable_label(words, variable));
            let (slope, error) = (decimals(words, *slope), decimals(words, *error));
            words.format("missions-slope", args![input = input, slope = slope, error = error])
        })
        .collect();
    let pulls: Vec<&str> = regression.influential().iter().map(|(place, _)| place.as_str()).collect();
    let and = format!(" {} ", words.text("joined-by-and"));
    let about = args![
        inputs = slopes.join(&and),
        count = regression.missions.len(),
        places = regression.places.len(),
        fit = decimals(words, regression.r2),
        scatter = words.significant(regression.scatter(), 2),
        off = words.significant(libm::exp(regression.leave_one_out), 2),
    ];
    let mut sentences = vec![words.format("missions-regression", about)];
    if !pulls.is_empty() {
        sentences.push(words.format("missions-pull", args![places = pulls.join(", ")]));
    }
    sentences.join(" ")
}

/// That what explains says nothing about the strength.
pub(in crate::report) fn nothing(words: Localizer, regression: &Regression) -> String {
    let on = regression.on.iter().map(|variable| words.inside(&variable_label(words, variable)));
    let about = args![
        inputs = on.collect::<Vec<_>>().join(&format!(" {} ", words.text("joined-by-and"))),
        count = regression.missions.len(),
        places = regression.places.len(),
        fit = decimals(words, regression.r2),
        p = words.significant(regression.p, 2),
    ];
    words.format("missions-nothing", about)
}

pub(super) fn strength(evidence: &Evidence, mission: &Mission) -> Option<f64> {
    mission.value(evidence.strength.as_ref()?)
}
