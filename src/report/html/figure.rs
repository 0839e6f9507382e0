//! Charts inside a page: names in one drawing are made different from those in all others.

use super::painted::Painted;
use crate::model::Assessment;
use crate::report::figure::RenderedChart;
use minijinja::Value;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A chart ready for a page.
#[derive(Serialize)]
pub(super) struct Figure {
    id: String,
    title: String,
    svg: Value,
    /// Whether it is painted anew when something moves.
    pub follows: bool,
}

/// The drawings of a page, in their order.
pub(super) struct Drawings<'a> {
    assessment: &'a Assessment,
    count: usize,
    /// Those that follow.
    pub painted: Painted,
}

impl<'a> Drawings<'a> {
    pub fn new(assessment: &'a Assessment) -> Self {
        Self { assessment, count: 0, painted: Painted::new(assessment) }
    }

    pub fn figures(&mut self, drawn: &[RenderedChart]) -> Vec<Figure> {
        drawn.iter().map(|drawn| self.figure(drawn)).collect()
    }

    fn figure(&mut self, drawn: &RenderedChart) -> Figure {
        self.count += 1;
        let prefix = format!("c{}-", self.count);
        let svg = Value::from_safe_string(inlined(&drawn.svg, &prefix));
        let id = format!("chart-{}", self.count);
        let follows = self.painted.add(&id, drawn, self.assessment);
        Figure { id, title: drawn.title.clone(), svg, follows }
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
    let body = strokes(&lighter(&own_lengths(body)));
    let body = [" id=\"", " class=\"", "url(#", " href=\"#"]
        .iter()
        .fold(body, |text, mark| text.replace(mark, &format!("{mark}{prefix}")));
    format!("<svg {}>{body}", head.join(" "))
}

/// A drawing without the lengths of texts that a browser with other letters would need: the page brings its own.
fn own_lengths(body: &str) -> String {
    let mut parts = body.split(" textLength=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("\"spacingAndGlyphs\"").map_or(part, |(_, rest)| rest))
}

/// A drawing whose most frequent size and colour of letters stands once, at the group that they are in.
fn lighter(body: &str) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in body.split("<text ").skip(1) {
        if let Some((look, _)) = text.split_once(" x=") {
            *counts.entry(look).or_default() += 1;
        }
    }
    let usual = counts.into_iter().filter(|(look, _)| look.matches('=').count() == 2).max_by_key(|(_, count)| *count);
    let Some((look, _)) = usual else { return body.to_owned() };
    body.replacen("<g font-family=", &format!("<g {look} font-family="), 1)
        .replace(&format!("<text {look} x="), "<text x=")
}

/// Thousandths of a point: what strokes are counted in.
const THOUSANDTHS: f64 = 1000.0;

/// Places of strokes by their width and their colour.
type Strokes<'a> = BTreeMap<(u32, &'a str), String>;

/// A drawing whose cells, of which a field has thousands, are strokes: all of one height and colour are one path.
///
/// Cells are painted over one another: in a row each reaches to the row's end, in a bar to the bar's. As strokes in any
/// order they must not: each is as large as what is seen of it.
fn strokes(body: &str) -> String {
    let mut lighter = String::with_capacity(body.len());
    let mut before: Option<Cell<'_>> = None;
    let mut cells = Strokes::new();
    for line in body.split_inclusive('\n') {
        let cell = Cell::read(line);
        if let Some(last) = before.take() {
            last.seen_below(cell.as_ref()).gathered(&mut cells);
        }
        before = cell;
        if before.is_none() {
            flush(&mut cells, &mut lighter);
            lighter.push_str(line);
        }
    }
    if let Some(last) = before {
        last.gathered(&mut cells);
    }
    flush(&mut cells, &mut lighter);
    lighter
}

/// Writes the cells that were gathered, which cover nothing of one another.
fn flush(cells: &mut Strokes<'_>, text: &mut String) {
    let mut open = None;
    for ((height, colour), places) in std::mem::take(cells) {
        if open != Some(height) {
            text.push_str(if open.is_some() { "</g>\n" } else { "" });
            let _ = writeln!(text, "<g fill=\"none\" stroke-width=\"{}\">", f64::from(height) / THOUSANDTHS);
            open = Some(height);
        }
        let _ = writeln!(text, "<path d=\"{places}\" stroke=\"{colour}\"/>");
    }
    text.push_str(if open.is_some() { "</g>\n" } else { "" });
}

/// A cell as the program draws it.
struct Cell<'a> {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    colour: &'a str,
}

impl<'a> Cell<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (place, rest) = line.strip_prefix("<path d=\"M")?.split_once('h')?;
        let (x, y) = place.split_once(' ')?;
        let (width, rest) = rest.split_once('v')?;
        let (height, rest) = rest.split_once("h-")?;
        let colour = rest.strip_prefix(width)?.strip_prefix("z\" fill=\"")?.strip_suffix("\"/>\n")?;
        let number = |text: &str| text.parse::<f64>().ok();
        Some(Self { x: number(x)?, y: number(y)?, width: number(width)?, height: number(height)?, colour })
    }

    /// What is seen of it when the next one is painted over its right or its upper part.
    fn seen_below(self, next: Option<&Self>) -> Self {
        let same = |a: f64, b: f64| (a - b).abs() < 0.01;
        let Some(next) = next.filter(|next| same(self.y, next.y) && same(self.x + self.width, next.x + next.width))
        else {
            return self;
        };
        if same(self.height, next.height) && self.x < next.x {
            return Self { width: next.x - self.x, ..self };
        }
        if same(self.x, next.x) && next.height < self.height {
            return Self { y: self.y + next.height, height: self.height - next.height, ..self };
        }
        self
    }

    fn gathered(self, cells: &mut Strokes<'a>) {
        let rounded = |value: f64| libm::round(THOUSANDTHS * value) / THOUSANDTHS;
        let (x, middle, width) = (rounded(self.x), rounded(self.y + self.height / 2.0), rounded(self.width));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length on a page")]
        let height = libm::round(THOUSANDTHS * self.height).max(0.0) as u32;
        let _ = write!(cells.entry((height, self.colour)).or_default(), "M{x} {middle}h{width}");
    }
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
    fn the_usual_letters_are_said_once() {
        let text =
            |size: &str, x: &str| format!("<text font-size=\"{size}\" fill=\"#222222\" x=\"{x}\" y=\"1\">a</text>\n");
        let svg = format!(
            "<svg viewBox=\"0 0 1 1\">\n<g font-family=\"A\">\n{}{}{}</g></svg>",
            text("8", "1"),
            text("8", "2"),
            text("9", "3")
        );
        let expected = "<svg viewBox=\"0 0 1 1\">\n<g font-size=\"8\" fill=\"#222222\" font-family=\"A\">\n\
             <text x=\"1\" y=\"1\">a</text>\n<text x=\"2\" y=\"1\">a</text>\n\
             <text font-size=\"9\" fill=\"#222222\" x=\"3\" y=\"1\">a</text>\n</g></svg>";
        assert_eq!(inlined(&svg, "c1-"), expected);
    }

    #[test]
    fn a_bar_of_cells_over_one_another_is_in_pieces() {
        let svg = "<svg viewBox=\"0 0 1 1\">\n<g>\n<path d=\"M1 2h5v9h-5z\" fill=\"#111111\"/>\n\
             <path d=\"M1 2h5v6h-5z\" fill=\"#222222\"/>\n<path d=\"M1 2h5v3h-5z\" fill=\"#333333\"/>\n</g></svg>";
        let expected = "<svg viewBox=\"0 0 1 1\">\n<g>\n<g fill=\"none\" stroke-width=\"3\">\n\
             <path d=\"M1 9.5h5\" stroke=\"#111111\"/>\n<path d=\"M1 6.5h5\" stroke=\"#222222\"/>\n\
             <path d=\"M1 3.5h5\" stroke=\"#333333\"/>\n</g>\n</g></svg>";
        assert_eq!(inlined(svg, "c1-"), expected);
    }

    #[test]
    fn cells_are_strokes() {
        let svg = "<svg viewBox=\"0 0 1 1\">\n<g>\n<path d=\"M1 2h10v4h-10z\" fill=\"#abcdef\"/>\n\
             <path d=\"M2 2h9v4h-9z\" fill=\"#123456\"/>\n<path d=\"M1 6h10v4h-10z\" fill=\"#123456\"/>\n\
             <path d=\"M1 10h10v3h-10z\" fill=\"#123456\"/>\n</g></svg>";
        let expected = "<svg viewBox=\"0 0 1 1\">\n<g>\n<g fill=\"none\" stroke-width=\"3\">\n\
             <path d=\"M1 11.5h10\" stroke=\"#123456\"/>\n</g>\n<g fill=\"none\" stroke-width=\"4\">\n\
             <path d=\"M2 4h9M1 8h10\" stroke=\"#123456\"/>\n<path d=\"M1 4h1\" stroke=\"#abcdef\"/>\n</g>\n</g></svg>";
        assert_eq!(inlined(svg, "c1-"), expected);
    }

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
