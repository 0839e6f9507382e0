//! Arguments that several commands share. Knows no command.

use super::failure::Failure;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use forcesize::language::{CODES, Language};
use forcesize::quantity::reading;
use forcesize::quantity::unit::Units;
use forcesize::report::csv;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// Values and the language set over a scenario's.
#[derive(Args, Clone, Default)]
pub struct SetArgs {
    /// Values set over the scenario's.
    #[arg(
        long = "set",
        value_name = "NAME=VALUE",
        help = "Set an input for this run: front_length=\"1_250 km\", or a bare number in the input's unit. Repeatable"
    )]
    pub set: Vec<String>,
    /// Set inputs from a sheet: a workbook of `--format xlsx`, or CSV with name, value, unit, low, mode, high, source
    #[arg(long, value_name = "FILE")]
    pub set_from: Option<PathBuf>,
    /// Where what is set from a sheet stands there: the text, and its cell.
    #[arg(skip)]
    pub places: Vec<(String, String)>,
    /// The language of what is reported; the scenario's `lang`, or English, where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// A past mission as the yardstick in place of the scenario's, by its identifier: see forcesize missions
    #[arg(long, value_name = "MISSION")]
    pub yardstick: Option<String>,
}

/// How a yardstick of the command line stands among the values that are set.
pub const YARDSTICK: &str = "yardstick=";

impl SetArgs {
    /// All that is set, as records have it.
    pub fn all(&self) -> Vec<String> {
        let yardstick = self.yardstick.iter().map(|mission| format!("{YARDSTICK}{mission}"));
        self.set.iter().cloned().chain(yardstick).collect()
    }
}

/// A language by its code.
pub fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(CODES).map(|code| Language::read(&code).unwrap_or_default())
}

/// Seeds, in files and on the command line.
pub const SEED: RangeInclusive<u64> = 0..=u32::MAX as u64;

/// A whole number as files have it: `16384`, `16_384`, `1e6`.
pub fn whole<T: TryFrom<u64>>(among: RangeInclusive<u64>) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| {
        let (low, high) = (*among.start(), *among.end());
        let expected = || match high {
            u64::MAX => format!("expected a whole number of at least {low}"),
            _ => format!("expected a whole number from {low} to {high}"),
        };
        let text = text.trim();
        let digits: String = text.chars().filter(|c| *c != '_').collect();
        let exact = reading::leading(text).is_ok_and(|number| number.used == text.len()).then(|| digits.parse().ok());
        let number = exact.flatten().map_or_else(|| whole_of(text), Ok)?;
        Some(number)
            .filter(|number| among.contains(number))
            .and_then(|number| T::try_from(number).ok())
            .ok_or_else(expected)
    }
}

/// A whole number that is not written in digits alone.
fn whole_of(text: &str) -> Result<u64, String> {
    let usual = || "write a whole number: 16384 or 16_384".to_owned();
    match reading::leading(text) {
        Err(reason) if !reason.readings().is_empty() => {
            let readings = reason.readings().iter().filter(|reading| whole_of(reading).is_ok());
            let readings: Vec<String> = readings.cloned().collect();
            Err(if readings.is_empty() { usual() } else { format!("write {}", reading::either(&readings)) })
        }
        Ok(number) if number.used == text.len() && number.pointed => {
            let [thousands, decimals] = reading::both(text);
            let readings = if number.value.fract() == 0.0 { vec![thousands, decimals] } else { vec![thousands] };
            Err(format!("write {}", reading::either(&readings)))
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number that fits")]
        Ok(number)
            if number.used == text.len() && number.value.fract() == 0.0 && (0.0..=9.0e15).contains(&number.value) =>
        {
            Ok(number.value as u64)
        }
        _ => Err(usual()),
    }
}

/// A share among some: `0.001` or `0.1 %`.
pub fn share(text: &str, among: RangeInclusive<f64>, usual: &str) -> Result<f64, String> {
    let found = Units::default().quantity(text).map_err(|error| {
        let help = error.help.map_or_else(String::new, |help| format!(": {help}"));
        format!("{}{help}; {usual}", error.message)
    })?;
    if let Some(readings) = &found.readings {
        return Err(format!("write {}", reading::either(readings)));
    }
    let share = match &found.unit {
        None => Some(found.value),
        Some(unit) => unit.dimension().is_none().then(|| unit.to_base(found.value)),
    };
    share.filter(|share| among.contains(share)).ok_or_else(|| usual.to_owned())
}

/// Data for programs in place of what people read.
#[derive(Args, Clone, Copy, Default)]
pub struct DataArgs {
    /// Print the results as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print the results as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

/// One scenario, what is set over it, where results go and in which form: the arguments of all analyses.
#[derive(Args, Clone)]
pub struct ScenarioArgs {
    /// A scenario file, or `-` for standard input; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
}

impl ScenarioArgs {
    /// The scenario's file; the built-in one where absent.
    pub fn path(&self) -> Option<&PathBuf> {
        self.scenario.as_ref()
    }

    /// What is set over the scenario's values, and the language.
    pub fn set(&self) -> &SetArgs {
        &self.set
    }
}

/// Going on while files are edited.
#[derive(Args, Clone, Copy, Default)]
pub struct WatchArgs {
    /// Do it again whenever the scenario, or a file it extends or includes, is saved, until Ctrl-C
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub watch: bool,
}

/// Several scenarios, and what is set over them.
#[derive(Args, Clone, Default)]
pub struct ScenariosArgs {
    /// Scenario files, or `-` for standard input; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

impl ScenariosArgs {
    /// The scenarios' files; once none for the built-in one.
    pub fn paths(&self) -> Vec<Option<&PathBuf>> {
        if self.scenarios.is_empty() { vec![None] } else { self.scenarios.iter().map(Some).collect() }
    }
}

/// A format of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Scalable, for the web and for editing
    Svg,
    /// Pixels, 300 dpi unless the scenario says otherwise
    Png,
    /// For printing; the text can be searched
    Pdf,
    /// A workbook with the model alive in it, of a run
    Xlsx,
    /// The report as a document of Word, of a run
    Docx,
    /// Figures and tables for LaTeX, of a run; the charts as PDF too
    Tex,
}

impl Format {
    /// Whether it is one of documents, not of charts.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx | Self::Tex)
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Tex => "tex",
        }
    }
}

/// Where results go.
#[derive(Args, Clone)]
pub struct OutArgs {
    /// Folder for results; each scenario gets a folder of its own inside [default: output, where what is set has one too]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Formats of charts and documents, separated by commas [default: svg,png]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', hide_default_value = true)]
    pub format: Vec<Format>,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
    /// How charts look
    #[command(flatten)]
    pub look: LookArgs,
}

/// How CSV is written.
#[derive(Args, Clone, Copy, Default)]
pub struct TableArgs {
    /// Begin CSV files with a mark that tells Excel they are UTF-8
    #[arg(long)]
    pub bom: bool,
    /// What begins the decimals in CSV files; with a comma, semicolons stand between the columns [default: point]
    #[arg(long, value_name = "MARK", hide_default_value = true)]
    pub decimal: Option<Decimal>,
}

/// What begins decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Decimal {
    /// 1.5
    Point,
    /// 1,5
    Comma,
}

impl TableArgs {
    /// Tables one below the other, with a blank line between them.
    pub fn all(self, tables: &[impl AsRef<str>]) -> String {
        let written = tables.iter().enumerate();
        let written = written.map(|(at, table)| {
            let table = table.as_ref();
            if at == 0 { self.written(table) } else { self.more(table) }
        });
        written.collect::<Vec<_>>().join("\n")
    }

    /// A table as it is written.
    pub fn written(self, table: &str) -> String {
        csv::written(table, self.bom, self.decimal == Some(Decimal::Comma))
    }

    /// Rows that follow others.
    pub fn more(self, rows: &str) -> String {
        csv::written(rows, false, self.decimal == Some(Decimal::Comma))
    }
}

/// How charts look, where the command line has a say.
#[derive(Args, Clone, Default)]
pub struct LookArgs {
    /// Dots per inch of PNG files, over the scenario's
    #[arg(long, value_name = "N", value_parser = whole::<u32>(72..=1200))]
    pub dpi: Option<u32>,
    /// How SVG files hold text: outlines look the same everywhere and need no font
    #[arg(long, value_name = "KIND")]
    pub svg_text: Option<SvgText>,
    /// Dark letters on a light page, or light ones on a dark page
    #[arg(long, value_name = "THEME")]
    pub theme: Option<ThemeName>,
    /// A file with the keys of [style]: the look of a house
    #[arg(long, value_name = "FILE")]
    pub style: Option<PathBuf>,
}

impl LookArgs {
    /// Whether the command line says nothing.
    pub fn is_silent(&self) -> bool {
        self.dpi.is_none() && self.svg_text.is_none() && self.theme.is_none() && self.style.is_none()
    }
}

/// How SVG files hold text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SvgText {
    /// Can be searched and edited
    Text,
    /// Needs no font
    Outlines,
}

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

impl OutArgs {
    /// The formats of charts: those asked for, or the usual ones.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = self.pictures();
        if formats.is_empty() {
            formats = vec![Format::Svg, Format::Png];
        }
        if self.asks(Format::Tex) && cfg!(feature = "pdf") && !formats.contains(&Format::Pdf) {
            formats.push(Format::Pdf);
        }
        formats
    }

    /// The formats of charts that are asked for.
    pub fn pictures(&self) -> Vec<Format> {
        self.format.iter().copied().filter(|format| !format.is_document()).collect()
    }

    /// Whether a format is asked for.
    pub fn asks(&self, format: Format) -> bool {
        self.format.contains(&format)
    }

    /// Documents are of a whole run: where one is asked for elsewhere, that is said.
    pub fn pictures_only(&self) -> Result<(), Failure> {
        let document = self.format.iter().find(|format| format.is_document());
        document.map_or(Ok(()), |document| {
            let (what, help) = (
                format!("`--format {}` is written by `forcesize run` alone", document.ending()),
                format!("forcesize run SCENARIO --format {}", document.ending()),
            );
            Err(Failure::CommandLine(what, Some(help)))
        })
    }
}

/// The names of the commands, for hints.
pub const COMMANDS: &[&str] = &[
    "run",
    "report",
    "check",
    "explain",
    "metrics",
    "missions",
    "backtest",
    "sweep",
    "monte-carlo",
    "sensitivity",
    "break-even",
    "discover",
    "selftest",
    "size",
    "cost",
    "supply",
    "compare",
    "options",
    "rerun",
    "diff",
    "new",
    "help",
    "schema",
    "completions",
    "man",
];
