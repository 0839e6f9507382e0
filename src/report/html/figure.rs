//! Charts inside a page: names in one drawing are made different from those in all others.

use crate::report::figure::RenderedChart;
use minijinja::Value;
use serde::Serialize;

/// A chart ready for a page.
#[derive(Serialize)]
pub(super) struct Figure {
    id: String,
    title: String,
    svg: Value,
}

/// Counts the drawings of a page.
#[derive(Default)]
pub(super) struct Drawings {
    count: usize,
}

impl Drawings {
    pub fn figures(&mut self, drawn: &[RenderedChart]) -> Vec<Figure> {
        drawn.iter().map(|drawn| self.figure(drawn)).collect()
    }

    fn figure(&mut self, drawn: &RenderedChart) -> Figure {
        self.count += 1;
        let prefix = format!("c{}-", self.count);
        let svg = Value::from_safe_string(inlined(&drawn.svg, &prefix));
        Figure { id: format!("chart-{}", self.count), title: drawn.title.clone(), svg }
    }
}

/// A drawing with a prefix before all its names, and as wide as its place. Quotes in texts are escaped in a drawing, so
/// the marks below are attributes wherever they stand.
fn inlined(svg: &str, prefix: &str) -> String {
    let Some((head, body)) = svg.split_once('>') else { return String::new() };
    let head: Vec<String> = attributes(head)
        .into_iter()
        .filter(|(name, _)| !matches!(*name, "width" | "height"))
        .map(|(name, value)| match name {
            "aria-labelledby" => {
                let names: Vec<String> = value.split(' ').map(|one| format!("{prefix}{one}")).collect();
                format!("{name}=\"{}\"", names.join(" "))
            }
            _ => format!("{name}=\"{value}\""),
        })
        .collect();
    let body = [" id=\"", " class=\"", "url(#", " href=\"#"]
        .iter()
        .fold(body.to_owned(), |text, mark| text.replace(mark, &format!("{mark}{prefix}")));
    format!("<svg {}>{body}", head.join(" "))
}

/// The attributes of a tag that this program wrote: names and values in double quotes.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start_matches("<svg").trim_start();
    while let Some((name, value)) = rest.split_once("=\"") {
        let Some((value, after)) = value.split_once('"') else { break };
        found.push((name.trim(), value));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::inlined;

    #[test]
    fn names_get_a_prefix() {
        let svg = "<svg width=\"1mm\" viewBox=\"0 0 1 1\" aria-labelledby=\"a-title a-desc\">\n<title id=\"a-title\">A</title>\
                   <path clip-path=\"url(#clip)\"/></svg>";
        assert_eq!(
            inlined(svg, "c1-"),
            "<svg viewBox=\"0 0 1 1\" aria-labelledby=\"c1-a-title c1-a-desc\">\n<title id=\"c1-a-title\">A</title>\
             <path clip-path=\"url(#c1-clip)\"/></svg>"
        );
    }
}
