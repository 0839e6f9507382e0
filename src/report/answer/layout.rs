//! The answer for a terminal: at most so many lines, none wider than the terminal but for a word that is. Knows nothing
//! of what the lines say.

use super::line::{Answer, Item, Line, Places, Question};
use crate::args;
use crate::language::Localizer;
use crate::report::wrapping::wrapped;
use textwrap::core::display_width;

/// The heading of where to read on.
const READ_ON: &str = "answer-read-on";

/// Lines of an answer.
pub const LINES: usize = 40;

/// Columns of an answer, wider terminals or not.
pub const COLUMNS: usize = 80;

/// Methods that stay where not all fit.
const METHODS: usize = 6;

/// Lines of a caveat; the report has the rest.
const CAVEAT: usize = 3;

/// Own figures that stay where not all fit.
const OWN: usize = 4;

/// Columns that headings may take.
const HEADING: usize = 16;

/// Columns that the names of a line's rows may take.
const NAME: usize = 34;

/// The least room that is written in, however narrow the terminal.
const LEAST: usize = 24;

/// What may be left out, one after another, until the answer fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cut {
    Nothing,
    Hints,
    Caveats,
    Yardstick,
    Methods,
    /// No blank line, and no more than one caveat.
    Tight,
    History,
    /// Texts of so many lines at most.
    Texts(std::cmp::Reverse<usize>),
}

const CUTS: [Cut; 12] = [
    Cut::Nothing,
    Cut::Hints,
    Cut::Caveats,
    Cut::Yardstick,
    Cut::Methods,
    Cut::Tight,
    Cut::History,
    Cut::Texts(std::cmp::Reverse(5)),
    Cut::Texts(std::cmp::Reverse(4)),
    Cut::Texts(std::cmp::Reverse(3)),
    Cut::Texts(std::cmp::Reverse(2)),
    Cut::Texts(std::cmp::Reverse(1)),
];

impl Answer {
    /// The answer in at most [`LINES`] lines and [`COLUMNS`] columns, fewer in a narrower terminal.
    #[must_use]
    pub fn terminal(&self, words: Localizer, places: &Places, width: usize) -> String {
        let width = width.min(COLUMNS);
        let mut last = Vec::new();
        for cut in CUTS {
            last = self.lines_of(words, places, width, cut);
            let indent = self.indent(words);
            let room = width.saturating_sub(indent).max(LEAST);
            last.extend(headed(&words.text(READ_ON), indent, self.hints(places, room, cut)));
            if last.len() <= LINES {
                break;
            }
        }
        last.join("\n")
    }

    /// The same without where to read on, and nothing left out.
    #[must_use]
    pub fn alone(&self, words: Localizer, width: usize) -> String {
        self.lines_of(words, &Places::default(), width.min(COLUMNS), Cut::Nothing).join("\n")
    }

    /// Where to read on when all is printed: the page, and the command that explains a number.
    #[must_use]
    pub fn read_on(&self, places: &Places, width: usize) -> String {
        let explain = self.explain.as_ref().map(|metric| places.command_of("explain", metric));
        let fits = |page: &String, command: &String| display_width(page) + 3 + display_width(command) <= width;
        match (&places.page, explain) {
            (Some(page), Some(command)) if fits(page, &command) => format!("{page}   {command}"),
            (page, command) => command.into_iter().chain(page.clone()).collect::<Vec<_>>().join("\n"),
        }
    }

    fn indent(&self, words: Localizer) -> usize {
        let read_on = words.text(READ_ON);
        let headings = self.lines.iter().map(|line| line.heading.as_str()).chain([read_on.as_str()]);
        headings.map(display_width).max().unwrap_or(0).min(HEADING) + 2
    }

    fn lines_of(&self, words: Localizer, places: &Places, width: usize, cut: Cut) -> Vec<String> {
        let most = cut.most_lines();
        let mut lines = limited(wrapped(&self.title, width), most.max(2), width);
        for text in &self.about {
            lines.extend(limited(wrapped(text, width), most.max(2), width));
        }
        if cut < Cut::Tight {
            lines.push(String::new());
        }
        let indent = self.indent(words);
        let room = width.saturating_sub(indent).max(LEAST);
        for line in self.lines.iter().filter(|line| cut < Cut::History || line.question != Question::History) {
            let mut body = body(words, places, line, room, cut);
            if line.question == Question::Yardstick && cut >= Cut::Yardstick {
                body = limited(body, 1, room);
            }
            lines.extend(headed(&line.heading, indent, body));
        }
        lines
    }

    /// The page and what to ask next; the last line has the page where there is one.
    fn hints(&self, places: &Places, room: usize, cut: Cut) -> Vec<String> {
        let full = places.command("--full");
        let mut lines = Vec::new();
        if cut < Cut::Hints {
            lines.extend(self.explain.as_ref().map(|metric| places.command_of("explain", metric)));
        }
        match &places.page {
            Some(page) if display_width(page) + 3 + display_width(&full) <= room => {
                lines.push(format!("{page}   {full}"));
            }
            Some(page) => lines.extend([full, page.clone()]),
            None => lines.push(full),
        }
        lines
    }
}

impl Cut {
    /// Lines that a text may have.
    fn most_lines(self) -> usize {
        match self {
            Self::Texts(std::cmp::Reverse(most)) => most,
            _ => usize::MAX,
        }
    }
}

fn body(words: Localizer, places: &Places, line: &Line, room: usize, cut: Cut) -> Vec<String> {
    let rows = line.items.iter().filter(|item| matches!(item, Item::Row { .. })).count();
    let shown = match (line.question, cut) {
        (Question::HowMany, cut) if cut >= Cut::Methods => METHODS,
        (Question::OwnFigures, Cut::Texts(_)) => OWN,
        _ => usize::MAX,
    };
    let texts = match (line.question, cut) {
        (Question::Careful, cut) if cut >= Cut::Tight => 1,
        (Question::Careful, cut) if cut >= Cut::Caveats => 2,
        _ => usize::MAX,
    };
    let most = cut.most_lines();
    let kept: Vec<&Item> = line.items.iter().filter(|item| matches!(item, Item::Row { .. })).take(shown).collect();
    let mut lines = set(&kept, room);
    if rows > shown {
        let command = places.command(if line.question == Question::HowMany { "size" } else { "--full" });
        lines.push(words.format("answer-more-methods", args![count = rows - shown, command = command]));
    }
    let said = line.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        Item::Row { .. } => None,
    });
    let most = if line.question == Question::Careful { most.min(CAVEAT) } else { most };
    lines.extend(said.take(texts).flat_map(|text| limited(wrapped(text, room), most, room)));
    lines
}

/// Rows one below the other: names, then numbers to the right, what stands beside them, verdicts. What does not fit goes
/// to a line of its own below.
fn set(rows: &[&Item], room: usize) -> Vec<String> {
    let cells: Vec<[&str; 4]> = rows
        .iter()
        .filter_map(|item| match item {
            Item::Row { name, number, beside, verdict } => Some([name, number, beside, verdict].map(String::as_str)),
            Item::Text(_) => None,
        })
        .collect();
    let widest = |column: usize, most: usize| {
        let widths = cells.iter().map(|row| display_width(row[column]));
        widths.filter(|width| *width <= most).max().unwrap_or(0)
    };
    let (name_width, number_width) = (widest(0, NAME.min(room / 2)), widest(1, room));
    let start = name_width + 2 + number_width + 2;
    let verdict_width = widest(3, room);
    let beside_width = widest(2, room.saturating_sub(start + verdict_width + 2));
    let mut lines = Vec::new();
    for [name, number, beside, verdict] in cells {
        let head = if display_width(name) > name_width {
            lines.extend(wrapped(name, room));
            String::new()
        } else {
            name.to_owned()
        };
        let mut text = format!("{}  {}{number}", padded(&head, name_width), blanks(number_width, number));
        let mut below = "";
        let all = [padded(beside, beside_width), verdict.to_owned()].join("  ");
        let fits = |part: &str| display_width(&text) + 2 + display_width(part.trim_end()) <= room;
        if fits(&all) {
            text = format!("{text}  {all}");
        } else if verdict.is_empty() || !fits(verdict) {
            below = "both";
        } else {
            text = format!("{text}  {verdict}");
            below = beside;
        }
        let both = [beside, verdict].join("  ");
        let below = if below == "both" { both.trim() } else { below };
        lines.push(text.trim_end().to_owned());
        let inner = name_width.min(room / 3) + 2;
        let rest = wrapped(below, room - inner);
        lines.extend(
            rest.into_iter().filter(|line| !line.is_empty()).map(|line| format!("{}{line}", " ".repeat(inner))),
        );
    }
    lines
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", blanks(width, text))
}

fn blanks(width: usize, text: &str) -> String {
    " ".repeat(width.saturating_sub(display_width(text)))
}

/// A heading with what it heads; one that is too wide stands alone.
fn headed(heading: &str, indent: usize, body: Vec<String>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut head = heading;
    if display_width(heading) + 2 > indent {
        lines.push(heading.to_owned());
        head = "";
    }
    for text in body {
        lines.push(format!("{}{text}", padded(head, indent)).trim_end().to_owned());
        head = "";
    }
    lines
}

/// The first lines of a text; that there is more is said by a mark, in the place of its last word where need be.
fn limited(mut lines: Vec<String>, most: usize, width: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let cut = last.rfind(' ').filter(|_| display_width(last) + 2 > width).unwrap_or(last.len());
            last.truncate(cut);
            last.push_str(" …");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Map;

    fn line(question: Question, heading: &str, items: Vec<Item>) -> Line {
        Line { question, heading: heading.to_owned(), items, values: Map::new() }
    }

    fn texts(words: &str, count: usize) -> Vec<Item> {
        (1..=count).map(|at| Item::Text(format!("{words} {at}."))).collect()
    }

    /// An answer with so many lines of its own that nothing else may be cut from.
    fn answer(more: usize) -> Answer {
        let methods = (1..=9).map(|at| Item::Row {
            name: format!("Method {at}"),
            number: "1,000".to_owned(),
            beside: String::new(),
            verdict: "met".to_owned(),
        });
        let long = "A yardstick that is said in more words than a line has room for, and in some more than that.";
        Answer {
            title: "Title".to_owned(),
            about: vec!["About".to_owned()],
            lines: vec![
                line(Question::HowThick, "THICK", texts("Thick", more)),
                line(Question::HowMany, "MANY", methods.collect()),
                line(Question::Yardstick, "YARDSTICK", vec![Item::Text(long.to_owned())]),
                line(Question::History, "HISTORY", texts("Past", 2)),
                line(Question::Sustainable, "SUSTAINABLE?", texts("Yes", 1)),
                line(Question::HowSure, "SURE", texts("Sure", 1)),
                line(Question::Careful, "CAREFUL", texts("Caveat", 4)),
            ],
            explain: Some("density".to_owned()),
        }
    }

    type IsCut = fn(&str) -> bool;

    #[test]
    fn hints_go_first_then_caveats_yardstick_methods_and_history() {
        let places = Places::new(Some("output/x/report.html".to_owned()), "x.toml".to_owned());
        let is_cut: [(&str, IsCut); 5] = [
            ("hints", |text| !text.contains("forcesize explain")),
            ("caveats", |text| !text.contains("Caveat 3")),
            ("yardstick", |text| !text.contains("more than that")),
            ("methods", |text| !text.contains("Method 7")),
            ("history", |text| !text.contains("HISTORY")),
        ];
        let mut order: Vec<&str> = Vec::new();
        for more in 10..30 {
            let text = answer(more).terminal(Localizer::default(), &places, COLUMNS);
            for (what, cut) in is_cut {
                match (cut(&text), order.contains(&what)) {
                    (true, false) => order.push(what),
                    (now, before) => assert_eq!(now, before, "{what} is back with {more} lines\n{text}"),
                }
            }
            // All that was cut earlier in the list is cut, and nothing that never is.
            let known = is_cut.map(|(what, _)| what);
            assert_eq!(order, known[..order.len()], "{more}\n{text}");
            for kept in ["MANY", "Method 6", "SUSTAINABLE?", "SURE", "Caveat 1", "report.html"] {
                assert!(text.contains(kept), "{kept} is cut with {more} lines\n{text}");
            }
            assert!(order.len() == is_cut.len() || text.lines().count() <= LINES, "{more}\n{text}");
        }
        assert_eq!(order.len(), is_cut.len());
        let text = answer(24).terminal(Localizer::default(), &places, COLUMNS);
        assert!(text.contains("3 more: forcesize size x.toml"), "{text}");
    }

    #[test]
    fn nothing_is_cut_from_what_fits() {
        let places = Places::new(Some("output/x/report.html".to_owned()), String::new());
        let text = answer(1).terminal(Localizer::default(), &places, COLUMNS);
        for kept in ["Method 9", "HISTORY", "Caveat 4", "more than that", "forcesize explain density"] {
            assert!(text.contains(kept), "{kept}\n{text}");
        }
    }
}
