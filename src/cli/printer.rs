//! The only place that prints: results to standard output, everything else to standard error; colour only where a
//! terminal reads it, and never what a terminal would take for a command.

use super::failure::{Failure, reason};
use super::visible::{ESCAPE, visible};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Level, Renderer};
use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice, stderr, stdout};
use forcesize::diagnostic::{Diagnostics, Texts, short};
use forcesize::report::bar::ascii;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Width of tables where no terminal says how wide it is.
const PIPE_WIDTH: usize = 80;

/// The columns of snippets of files where there is no terminal.
const SNIPPETS: usize = 100;

/// How long work may take without a word.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints.
pub struct Printer {
    renderer: Renderer,
    width: usize,
    /// Whether standard output is a terminal that shows nothing but ASCII.
    ascii: bool,
    /// What was complained of lately, without colours.
    complaints: Mutex<String>,
}

/// Whether the locale is one of UTF-8; the first of these variables that is set decides. Windows has none of them.
fn shows_unicode() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let locale = set.into_iter().find(|value| !value.is_empty());
    locale.map_or(cfg!(windows), |locale| locale.to_lowercase().replace('-', "").contains("utf8"))
}

impl Printer {
    /// A printer for this process.
    pub fn new(colour: clap::ColorChoice) -> Self {
        match colour {
            clap::ColorChoice::Auto => ColorChoice::Auto,
            clap::ColorChoice::Always => ColorChoice::Always,
            clap::ColorChoice::Never => ColorChoice::Never,
        }
        .write_global();
        let stated = || std::env::var("COLUMNS").ok()?.trim().parse::<usize>().ok();
        let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = terminal.or_else(stated).unwrap_or(PIPE_WIDTH).clamp(60, 140);
        // `anstream` takes the colour out again where nothing shows it.
        let renderer = Renderer::styled()
            .decor_style(DecorStyle::Ascii)
            .term_width(terminal.or_else(stated).map_or(SNIPPETS, |_| width));
        let ascii = std::io::stdout().is_terminal() && !shows_unicode();
        Self { renderer, width, ascii, complaints: Mutex::default() }
    }

    /// Columns that a table may fill.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Prints a result.
    pub fn result(&self, text: &str) -> Result<(), Failure> {
        self.out(&visible(text, false))
    }

    /// Prints help, with the colours that it has.
    pub fn help(&self, text: &str) -> Result<(), Failure> {
        self.out(&visible(text, true))
    }

    /// Says what the parser of the command line has against it, or gives the help or the version that was asked for.
    pub fn parsed(&self, error: &clap::Error) -> ExitCode {
        let rendered = error.render();
        let plain = rendered.to_string();
        let styled = if plain.contains(ESCAPE) { plain } else { rendered.ansi().to_string() };
        let said = if error.use_stderr() {
            self.err(&with_short_words(&styled), true);
            Ok(())
        } else {
            self.help(&styled)
        };
        match said {
            Ok(()) => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
            Err(failure) => self.report(failure),
        }
    }

    fn out(&self, text: &str) -> Result<(), Failure> {
        let plain = self.ascii.then(|| ascii(text));
        let text = plain.as_deref().unwrap_or(text);
        let mut out = stdout().lock();
        let written = out
            .write_all(text.as_bytes())
            .and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
        written.and_then(|()| out.flush()).map_err(|error| match error.kind() {
            ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::File(format!("cannot write to standard output: {}", reason(&error)), None),
        })
    }

    /// Prints something a person may want to know, where it does not disturb results.
    pub fn say(&self, text: &str) {
        self.err(text, false);
    }

    #[expect(clippy::unused_self, reason = "who can print has been given the printer")]
    fn err(&self, text: &str, styled: bool) {
        let text = visible(text, styled);
        let end = if text.ends_with('\n') { "" } else { "\n" };
        // In one piece: taking colour out piece by piece would write each of them.
        let text = match AutoStream::choice(&std::io::stderr()) {
            ColorChoice::Never => format!("{}{end}", strip_str(&text)),
            _ => format!("{text}{end}"),
        };
        let _ = stderr().lock().write_all(text.as_bytes());
    }

    /// A bar for work that may take long: it shows itself after a second, on a terminal, and goes away at the end.
    #[expect(clippy::unused_self, reason = "who can print has been given the printer")]
    pub fn bar(&self, length: u64, what: &str) -> Bar {
        let style = ProgressStyle::with_template("{bar:30} {percent} % of {human_len} {msg}, {eta} left");
        let bar =
            ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::hidden()).with_message(what.to_owned());
        Bar { bar: style.map_or(bar.clone(), |style| bar.with_style(style)), since: Instant::now() }
    }

    /// Prints complaints.
    pub fn diagnostics(&self, diagnostics: &Diagnostics, texts: &Texts) {
        if !diagnostics.is_empty() {
            self.drawn(&|renderer| diagnostics.render(texts, renderer));
        }
    }

    /// What was complained of since this was asked last, without colours.
    pub fn taken_complaints(&self) -> String {
        std::mem::take(&mut self.complaints.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Prints a complaint without a place.
    pub fn complain(&self, message: &str, help: Option<&str>) {
        self.titled(&Level::ERROR, message, help);
    }

    /// Prints a warning without a place.
    pub fn warn(&self, message: &str, help: Option<&str>) {
        self.titled(&Level::WARNING, message, help);
    }

    /// Says what was not said yet of a failure, and gives the exit code that says whose fault it is.
    pub fn report(&self, failure: Failure) -> ExitCode {
        match failure {
            Failure::Reported => ExitCode::from(1),
            Failure::ReportedOfCommandLine => ExitCode::from(2),
            Failure::File(message, help) => {
                self.complain(&message, help.as_deref());
                ExitCode::from(1)
            }
            Failure::CommandLine(message, help) => {
                self.complain(&message, help.as_deref());
                ExitCode::from(2)
            }
            Failure::ClosedPipe => ExitCode::SUCCESS,
        }
    }

    /// All results, or all complaints: each but the last is made at once, the last is what stops the command.
    pub fn all<T>(&self, results: impl IntoIterator<Item = Result<T, Failure>>) -> Result<Vec<T>, Failure> {
        let (mut found, mut failures) = (Vec::new(), Vec::new());
        for result in results {
            match result {
                Ok(one) => found.push(one),
                Err(failure) => failures.push(failure),
            }
        }
        let Some(last) = failures.pop() else { return Ok(found) };
        for failure in failures {
            self.report(failure);
        }
        Err(last)
    }

    fn titled(&self, level: &Level<'_>, message: &str, help: Option<&str>) {
        let (message, help) = (short(message.to_owned()), help.map(|help| short(help.to_owned())));
        let draw = |renderer: &Renderer| {
            let mut group = annotate_snippets::Group::with_title(level.clone().primary_title(message.as_str()));
            if let Some(help) = &help {
                group = group.element(Level::HELP.message(help.as_str()));
            }
            renderer.render(&[group])
        };
        self.drawn(&draw);
    }

    /// Prints complaints in colour, unless what they quote has commands of its own: then none is this program's.
    fn drawn(&self, draw: &dyn Fn(&Renderer) -> String) {
        let plain = draw(&Renderer::plain());
        let is_foreign = plain.contains(ESCAPE);
        let mut complaints = self.complaints.lock().unwrap_or_else(PoisonError::into_inner);
        complaints.push_str(&plain);
        complaints.push('\n');
        self.err(&draw(&self.renderer), !is_foreign);
    }
}

/// How far some work is.
pub struct Bar {
    bar: ProgressBar,
    since: Instant,
}

impl Bar {
    /// Some more is done.
    pub fn advance(&self, by: u64) {
        self.bar.inc(by);
        if self.bar.is_hidden() && self.since.elapsed() > PATIENCE && std::io::stderr().is_terminal() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A complaint whose words are no longer than anybody reads: of what somebody typed the beginning and the end.
fn with_short_words(text: &str) -> String {
    const LONGEST: usize = 300;
    let short = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() <= LONGEST {
            return word.to_owned();
        }
        let (first, last) = (&letters[..80], &letters[letters.len() - 20..]);
        first.iter().chain(&['[', '…', ']']).chain(last).collect()
    };
    text.split_inclusive(char::is_whitespace).map(short).collect()
}
