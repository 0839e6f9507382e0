//! The report as one HTML page that stands alone: it reads fully as it is, and with its sliders it computes anew.
//!
//! Templates, style and script are files beside this one; `minijinja` puts them together and escapes what people wrote.
//! The page loads nothing: its own policy forbids it. Knows no file and no browser.

mod control;
mod data;
mod figure;
mod first;
mod live;
mod metric;
mod options;
mod page;
mod painted;
mod panel;
mod reference;
mod rule;
mod samples;
mod section;
mod texts;

pub use page::{Page, ScenarioReference};

use super::members;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::{Kwargs, Serde};
use minijinja::{Environment, Value};
use serde::Serialize;
use sha2::{Digest, Sha256};

const TEMPLATES: [(&str, &str); 6] = [
    ("page.html", include_str!("page.html")),
    ("macros.html", include_str!("macros.html")),
    ("workbench.html", include_str!("workbench.html")),
    ("parts.html", include_str!("parts.html")),
    ("metrics.html", include_str!("metrics.html")),
    ("reference.html", include_str!("reference.html")),
];
const STYLE: &str = include_str!("page.css");
const SCRIPTS: [&str; 21] = [
    include_str!("number.js"),
    include_str!("workbench.js"),
    include_str!("samples.js"),
    include_str!("answer.js"),
    include_str!("bars.js"),
    include_str!("chart/letters.js"),
    include_str!("chart/ruler.js"),
    include_str!("chart/canvas.js"),
    include_str!("chart/labels.js"),
    include_str!("chart/rows.js"),
    include_str!("chart/strips.js"),
    include_str!("chart/dots.js"),
    include_str!("chart/lines.js"),
    include_str!("chart/heat.js"),
    include_str!("chart/table.js"),
    include_str!("chart/bind.js"),
    include_str!("chart/results.js"),
    include_str!("state.js"),
    include_str!("options.js"),
    include_str!("reading.js"),
    include_str!("save.js"),
];

/// What a page asks that may be an old one.
const WATCH: &str = include_str!("watch.js");

/// The charts' font, cut down to the characters of the page's languages, under another name as its licence asks.
const FONTS: [(u32, &[u8]); 2] = [
    (400, include_bytes!("fonts/ForcesizeSans-Regular.woff2")),
    (600, include_bytes!("fonts/ForcesizeSans-SemiBold.woff2")),
];

/// The style with its fonts.
fn style() -> String {
    let face = |(weight, bytes): (u32, &[u8])| {
        format!(
            "@font-face {{ font-family: \"Forcesize Sans\"; font-weight: {weight}; \
             src: url(data:font/woff2;base64,{}) format(\"woff2\"); }}\n",
            STANDARD.encode(bytes)
        )
    };
    FONTS.map(face).concat() + STYLE
}

/// A script without its comments, indentation and room around operators, which readers of the page have no use for. No
/// text in it has a line of its own, or one of these operators.
fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let lines: String = lines.flat_map(|line| [line, "\n"]).collect();
    let operators = ["=>", "===", "!==", "&&", "||", ">=", "<="];
    operators.iter().fold(lines, |text, operator| text.replace(&format!(" {operator} "), operator))
}

impl Page<'_> {
    /// The page's text; the same page gives the same bytes.
    ///
    /// # Errors
    /// A fault of a template; no scenario can cause one.
    pub fn html(&self) -> Result<String, TemplateError> {
        self.render().map_err(TemplateError)
    }

    fn render(&self) -> Result<String, minijinja::Error> {
        let assessment = self.assessment;
        let mut environment = Environment::new();
        let words = assessment.words;
        environment.add_function("t", move |key: &str, given: Kwargs| texts::say(words, key, &given));
        for (name, text) in TEMPLATES {
            environment.add_template(name, text)?;
        }
        let script = format!(
            "(() => {{\n'use strict';\n{}}})();\n",
            compact(
                &(assessment.calculation.tape().javascript()
                    + &SCRIPTS.concat()
                    + if self.version.is_some() { WATCH } else { "" })
            )
        );
        let crowded = members::crowded(assessment);
        let methods = live::methods(assessment, &self.results.sizing);
        let answers = first::answers(self);
        let lines = first::shown(self, &answers);
        let about_follows = answers.about_follows();
        let (levers, groups) = control::groups(assessment);
        let style = style();
        let mut drawings = figure::Drawings::new(assessment);
        let parts = section::sections(self.sections, &mut drawings);
        let charts = drawings.figures(self.charts);
        let painted = drawings.painted.finished(self);
        // What takes longest, side by side.
        let ((data, metrics), (scopes, input_scopes)) = rayon::join(
            || {
                (
                    data::data(self, &methods, answers, painted),
                    metric::single(assessment, &crowded, &self.results.ranges),
                )
            },
            || (metric::scopes(assessment, &crowded), metric::input_scopes(assessment, &crowded)),
        );
        let view = View {
            language: words.language().code(),
            assessment: Head {
                title: &assessment.title,
                purpose: assessment.purpose.map(|purpose| words.choice("purpose", purpose.word())),
                summary: assessment.summary.as_deref(),
            },
            style_hash: hash(&style),
            style: Value::from_safe_string(style),
            script_hash: hash(&script),
            watched: self.version.is_some(),
            script: Value::from_safe_string(script),
            data,
            about: &self.answer.about,
            about_follows,
            lines,
            levers,
            options: options::buttons(assessment),
            groups,
            headlines: live::headlines(assessment),
            methods: &methods,
            axis: live::axis(assessment, &self.results.sizing),
            others: panel::others(assessment, &methods),
            panels: panel::panels(assessment),
            sure: panel::sure(self),
            conditions: live::conditions(assessment),
            parts,
            charts,
            warnings: self.warnings,
            metrics,
            scopes,
            metric_count: assessment.calculation.metrics.len(),
            unavailable: reference::unavailable(assessment),
            inputs: reference::inputs(assessment, &crowded),
            input_scopes,
            assumptions: reference::assumptions(assessment),
            sources: reference::sources(assessment),
            manifest: self.manifest.to_toml(),
        };
        let html = environment.get_template("page.html")?.render(Serde(&view))?;
        // minijinja escapes what HTML has no need to; sources are full of it.
        Ok(html.replace("&#x2f;", "/"))
    }
}

/// A template that cannot be filled in: a fault of this program.
#[derive(Debug)]
pub struct TemplateError(minijinja::Error);

impl std::fmt::Display for TemplateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#}", self.0)
    }
}

impl std::error::Error for TemplateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

#[derive(Serialize)]
struct Head<'a> {
    title: &'a str,
    purpose: Option<String>,
    summary: Option<&'a str>,
}

/// All that the templates name.
#[derive(Serialize)]
struct View<'a> {
    language: &'static str,
    assessment: Head<'a>,
    style: Value,
    style_hash: String,
    script: Value,
    script_hash: String,
    /// Whether it asks its server.
    watched: bool,
    data: data::Data<'a>,
    about: &'a [String],
    about_follows: bool,
    lines: Vec<first::Shown<'a>>,
    levers: Vec<control::Control<'a>>,
    options: Vec<options::Button<'a>>,
    groups: Vec<control::Group<'a>>,
    headlines: Vec<live::Headline<'a>>,
    methods: &'a [live::Method<'a>],
    axis: Option<live::Axis>,
    /// The heading of the methods that are not meant for the purpose.
    others: Option<String>,
    panels: Vec<panel::Panel<'a>>,
    sure: Vec<panel::Sure<'a>>,
    conditions: Vec<live::ConditionState<'a>>,
    parts: Vec<section::FoldedSection<'a>>,
    charts: Vec<figure::Figure>,
    warnings: &'a [String],
    metrics: Vec<metric::Explained<'a>>,
    scopes: Vec<metric::Scope<'a>>,
    metric_count: usize,
    unavailable: Vec<reference::Lacking<'a>>,
    inputs: Vec<reference::Row<'a>>,
    input_scopes: Vec<metric::Scope<'a>>,
    assumptions: Vec<reference::Assumption<'a>>,
    sources: Vec<reference::Source<'a>>,
    manifest: String,
}

/// A hash by which the page's policy knows its own script and style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
