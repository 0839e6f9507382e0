//! How samples were drawn, or why none were, in words.

use crate::analysis::monte_carlo::NotDrawn;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, InputId};
use crate::study;
use crate::uncertainty::sampler::{MOST_SAMPLES, Sampler, SamplerError};
use crate::uncertainty::sequence::MOST_DIMENSIONS;

/// How samples were drawn.
pub(super) fn sampler(words: Localizer, sampler: Sampler) -> String {
    words.format(&format!("sampler-{}", sampler.name()), &[])
}

/// A number of samples, with grouped thousands.
#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
pub(super) fn samples_text(words: Localizer, samples: u64) -> String {
    words.grouped(samples as f64, 0)
}

/// How the ranges beside numbers were made; nothing where no input is drawn.
#[must_use]
pub(crate) fn how_drawn(assessment: &Assessment) -> Option<String> {
    drawn(assessment, "ranges")
}

/// The same in a line.
#[must_use]
pub(crate) fn how_drawn_briefly(assessment: &Assessment) -> Option<String> {
    drawn(assessment, "answer-ranges")
}

fn drawn(assessment: &Assessment, key: &str) -> Option<String> {
    let calculation = &assessment.calculation;
    if calculation.uncertain().is_empty() {
        return None;
    }
    let words = assessment.words;
    let asked = study::sampling(assessment);
    let samples = samples_text(words, asked.rounded().unwrap_or(asked.samples));
    let label = |input: InputId| words.inside(&calculation.inputs[input].label);
    let pairs = calculation.correlations.iter().map(|pair| {
        let rank = words.digits(crate::quantity::number::plain(pair.rank));
        words.format("ranges-pair", args![first = label(pair.first), second = label(pair.second), rank = rank])
    });
    let pairs: Vec<String> = pairs.collect();
    Some(if pairs.is_empty() {
        words.format(&format!("{key}-independent"), args![samples = samples])
    } else {
        words.format(&format!("{key}-correlated"), args![samples = samples, pairs = words.list(&pairs)])
    })
}

/// Why nothing was drawn, for a report.
pub(super) fn why_not_drawn(words: Localizer, reason: NotDrawn) -> String {
    match reason {
        NotDrawn::NothingUncertain => words.text("not-drawn-nothing-uncertain"),
        NotDrawn::TooMany => words.text("not-drawn-too-many"),
        NotDrawn::Interrupted => words.text("not-drawn-interrupted"),
        NotDrawn::Sampler(SamplerError::NoSamples) => words.text("not-drawn-none"),
        NotDrawn::Sampler(SamplerError::TooManySamples) => words.format("not-drawn-most", args![most = MOST_SAMPLES]),
        NotDrawn::Sampler(SamplerError::TooManyDimensions) => {
            words.format("not-drawn-dimensions", args![most = MOST_DIMENSIONS])
        }
    }
}

/// Why a study has no results, and what to do, for a complaint.
#[must_use]
pub fn no_results(assessment: &Assessment, fault: &study::Fault) -> (String, String) {
    match fault {
        study::Fault::NotDrawn(reason) => not_drawn(*reason),
        study::Fault::Split(split) => {
            let id = |input: InputId| &assessment.calculation.inputs[input].id;
            let (inside, outside) = (id(split.inside), id(split.outside));
            (
                format!("the group `{}` parts correlated inputs: `{inside}` is in it, `{outside}` is not", split.group),
                "put both into the group, or neither: only together have they a share of the variance".to_owned(),
            )
        }
        study::Fault::Stopped => not_drawn(NotDrawn::Interrupted),
    }
}

/// Why nothing was drawn, and what to do, for a complaint.
#[must_use]
pub fn not_drawn(reason: NotDrawn) -> (String, String) {
    match reason {
        NotDrawn::NothingUncertain => (
            "nothing is drawn: no input with the role `uncertainty` has a range".to_owned(),
            "give an uncertain input `low`, `mode` and `high`, or `p5` and `p95`; the range of a lever or a constant is \
             for sweeps, and role = \"uncertainty\" makes it one that is drawn; --set fixes the input it sets"
                .to_owned(),
        ),
        NotDrawn::TooMany => (
            "these are more samples than can be drawn".to_owned(),
            "lower --samples: 65,536 give three digits".to_owned(),
        ),
        NotDrawn::Interrupted => ("the study was told to stop".to_owned(), "run it again".to_owned()),
        NotDrawn::Sampler(error) => (error.to_string(), "choose another --sampler or number of --samples".to_owned()),
    }
}
