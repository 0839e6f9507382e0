//! The names that the program gives to files of its own. Analyses take them from here, and what a scenario calls its
//! charts, sweeps and searches is held against all of them: no output is written over another.
//!
//! Knows the names, not what is in the files.

/// A file's name without its extension, alone or with something behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnName {
    /// The name, or how it begins.
    pub stem: &'static str,
    tail: Tail,
}

/// What can follow a name behind `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tail {
    /// Nothing.
    Nothing,
    /// A number, and words behind it.
    Number,
    /// The name of a metric or of an input, or anything else.
    Anything,
}

impl OwnName {
    /// The name alone.
    #[must_use]
    pub fn name(self) -> String {
        self.stem.to_owned()
    }

    /// The name with a metric or a number behind it.
    #[must_use]
    pub fn of(self, what: &str) -> String {
        format!("{}_{}", self.stem, what.replace('.', "_"))
    }

    /// The name alone where there is one file of its kind, and numbered from 1 where there are several.
    #[must_use]
    pub fn numbered(self, position: usize, count: usize) -> String {
        if count == 1 { self.name() } else { self.of(&(position + 1).to_string()) }
    }

    /// The name of a table.
    #[must_use]
    pub fn csv(self) -> String {
        format!("{}.csv", self.stem)
    }

    /// Whether some name is this one, or one that it begins.
    fn covers(self, name: &str) -> bool {
        let Some(rest) = name.strip_prefix(self.stem) else { return false };
        let behind = rest.strip_prefix('_');
        rest.is_empty()
            || match self.tail {
                Tail::Nothing => false,
                Tail::Number => behind.is_some_and(|behind| behind.starts_with(|letter: char| letter.is_ascii_digit())),
                Tail::Anything => behind.is_some(),
            }
    }
}

/// Makes a constant of each name, and a list of all.
macro_rules! names {
    ($($(#[$about:meta])+ $name:ident = $stem:literal $tail:ident;)+) => {
        $($(#[$about])+ pub const $name: OwnName = OwnName { stem: $stem, tail: Tail::$tail };)+

        const ALL: &[OwnName] = &[$($name),+];
    };
}

names! {
    /// All that a run found.
    RESULTS = "results" Nothing;
    /// The metrics' table.
    METRICS = "metrics" Nothing;
    /// A run's report, and its page.
    REPORT = "report" Nothing;
    /// What a run was made of and what it wrote.
    MANIFEST = "manifest" Nothing;
    /// The metrics' spread as a table.
    MONTE_CARLO = "monte_carlo" Nothing;
    /// And as a chart.
    SPREAD = "spread" Nothing;
    /// How often a condition holds.
    CONDITION = "condition" Number;
    /// Metrics with one input moved at a time, as a table.
    ONE_AT_A_TIME = "one_at_a_time" Nothing;
    /// The same for a metric, as a tornado chart.
    TORNADO = "tornado" Anything;
    /// Elasticities.
    ELASTICITIES = "elasticities" Nothing;
    /// Sobol' indices.
    SOBOL_INDICES = "sobol_indices" Nothing;
    /// The box of inputs in which a condition fails.
    DISCOVERY = "discovery" Number;
    /// The boxes on the way to it.
    DISCOVERY_TRAJECTORY = "discovery_trajectory" Nothing;
    /// The break-even of a command line.
    BREAK_EVEN = "break_even" Nothing;
    /// Sizing methods.
    SIZING = "sizing" Nothing;
    /// Published estimates.
    ESTIMATES = "estimates" Nothing;
    /// What the force costs.
    COST = "cost" Nothing;
    /// The same by year.
    COST_OVER_TIME = "cost_over_time" Nothing;
    /// How long it takes to be there.
    BUILD_UP = "build_up" Nothing;
    /// What a coalition sustains.
    SUPPLY = "supply" Nothing;
    /// What its members have.
    CONTRIBUTORS = "contributors" Nothing;
    /// What rotation takes of it.
    ROTATION = "rotation" Nothing;
    /// The scenario among past missions.
    HISTORY = "history" Nothing;
    /// Past missions.
    MISSIONS = "missions" Nothing;
    /// Their strengths by a density's denominator.
    MISSIONS_BY = "missions_by" Anything;
    /// What rules have been worth.
    BACKTEST = "backtest" Anything;
    /// Their quartiles.
    BANDS = "bands" Nothing;
    /// Scenarios side by side.
    COMPARE = "compare" Anything;
    /// Combinations of pillars.
    PILLARS = "pillars" Anything;
    /// Options against futures.
    OPTIONS = "options" Anything;
}

/// Whether the program may give some name to a file of its own; capitals do not count on every computer.
#[must_use]
pub fn is_own(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ALL.iter().any(|own| own.covers(&name))
}

/// Whether Windows keeps some name for a device.
#[must_use]
pub fn is_device(name: &str) -> bool {
    // Whatever stands behind a point is the same device.
    let name = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = ["com", "lpt"].iter().find_map(|port| name.strip_prefix(port));
    matches!(name.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || port.is_some_and(|number| {
            let mut digits = number.chars();
            digits.next().is_some_and(|digit| digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³'))
                && digits.next().is_none()
        })
}
