//! All that one file says, read from its tree.
//!
//! Reading never fails: what has the wrong shape was complained about by [`super::validate`] and is left out here.

use super::asked::{
    BreakEvenEntry, ConditionEntry, CorrelationEntry, DiscoveryEntry, MonteCarloEntry, SensitivityEntry,
};
use super::choice::Purpose;
use super::cost::{BuildUpEntry, CasualtyEntry, CostEntry};
use super::entry::{InputEntry, MetricEntry, ScopeEntry, SourceEntry, UnitEntry, inputs};
use super::option::{OptionEntry, RegretEntry};
use super::picture::{ChartEntry, SweepEntry};
use super::pillar::PillarEntry;
use super::sizing::{EstimateEntry, RecordEntry, SizingEntry};
use super::style::StyleEntry;
use super::supply::{CoalitionEntry, MemberEntry, SupplyEntry};
use super::tree::{Located, Table, Text};
use crate::language::Language;

/// All that one file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entries {
    /// The title.
    pub title: Option<Text>,
    /// The title in a few words.
    pub short: Option<Text>,
    /// The purpose.
    pub purpose: Option<Text>,
    /// The past mission that the scenario is.
    pub mission: Option<Located<Text>>,
    /// The language of reports.
    pub language: Option<Language>,
    /// The past mission that is the yardstick, by its identifier.
    pub yardstick: Option<Located<Text>>,
    /// The same by its name, once it is known.
    pub yardstick_name: Option<Text>,
    /// The summary.
    pub summary: Option<Text>,
    /// What a reader must be told before the figures are used.
    pub warning: Option<Text>,
    /// The same of the files it includes.
    pub included_warnings: Vec<Text>,
    /// Keys at the top that the author has still to fill in.
    pub blanks: Vec<Located<Text>>,
    /// Inputs that are left out: inherited ones, or those the model has a value for.
    pub omit: Vec<Located<Text>>,
    /// Inputs.
    pub inputs: Vec<InputEntry>,
    /// Metrics.
    pub metrics: Vec<MetricEntry>,
    /// Units.
    pub units: Vec<UnitEntry>,
    /// Scopes.
    pub scopes: Vec<ScopeEntry>,
    /// Sweeps.
    pub sweeps: Vec<SweepEntry>,
    /// Break-even searches.
    pub break_evens: Vec<BreakEvenEntry>,
    /// Charts.
    pub charts: Vec<ChartEntry>,
    /// The look of charts.
    pub style: StyleEntry,
    /// How samples are drawn.
    pub monte_carlo: Option<MonteCarloEntry>,
    /// What drives which metrics.
    pub sensitivity: Option<SensitivityEntry>,
    /// Conditions.
    pub conditions: Vec<ConditionEntry>,
    /// A search for the inputs with which conditions fail.
    pub discovery: Option<DiscoveryEntry>,
    /// Inputs that move together.
    pub correlations: Vec<CorrelationEntry>,
    /// Published estimates.
    pub estimates: Vec<EstimateEntry>,
    /// Files of estimates.
    pub include: Vec<Located<Text>>,
    /// What sizing methods are held against, of a model.
    pub sizing: Option<SizingEntry>,
    /// What a table of costs is made of, of a model.
    pub cost: Option<CostEntry>,
    /// The basis of costs that a scenario chooses.
    pub cost_basis: Option<Located<Text>>,
    /// Rates of casualties, of a model.
    pub casualties: Vec<CasualtyEntry>,
    /// What plays which part in a build-up, of a model.
    pub build_up: Option<BuildUpEntry>,
    /// What members of scopes say beside their inputs.
    pub members: Vec<MemberEntry>,
    /// Which contributors take part.
    pub coalition: Option<CoalitionEntry>,
    /// What supply is made of, of a model.
    pub supply: Option<SupplyEntry>,
    /// Records of outcomes, of a model.
    pub records: Vec<RecordEntry>,
    /// Pillars that the plan rests on.
    pub pillars: Vec<PillarEntry>,
    /// Plans that are on the table.
    pub options: Vec<OptionEntry>,
    /// What tells a better one.
    pub regret: Option<RegretEntry>,
    /// Sources.
    pub sources: Vec<SourceEntry>,
}

impl Entries {
    /// Gives numbers about an input, written bare for its unit, that unit: the input is about to get another, and a sweep
    /// from 500 to 2,000 troops is none over thousands of troops.
    pub fn keep_unit(&mut self, input: &str, unit: &str) {
        let sweeps = self.sweeps.iter_mut().flat_map(|sweep| [&mut sweep.first].into_iter().chain(&mut sweep.second));
        let searches = self.break_evens.iter_mut();
        let searches = searches.flat_map(|search| [&mut search.first].into_iter().chain(&mut search.second));
        sweeps.chain(searches).for_each(|vary| vary.keep_unit(input, unit));
        let options = self.options.iter_mut().flat_map(|option| &mut option.set);
        let pillars = self.pillars.iter_mut().flat_map(|pillar| &mut pillar.without);
        for (_, written) in options.chain(pillars).filter(|(name, _)| name.value == input) {
            written.keep_unit(unit);
        }
    }

    /// What the mission is for, where a scenario says it.
    #[must_use]
    pub fn purpose(&self) -> Option<Purpose> {
        self.purpose.as_deref().and_then(Purpose::of_word)
    }

    /// Reads a file's tree; `scopes` are the names of top-level tables that hold members.
    #[must_use]
    pub fn read(root: &Table, scopes: &[&str]) -> Self {
        let text = |key: &str| root.words(key);
        let units = root.tables("unit").map(|(name, table)| UnitEntry {
            name: name.clone(),
            plural: table.text("plural"),
            is: table.text("is"),
        });
        let scope_entries = root.tables("scope").map(|(name, table)| ScopeEntry {
            name: name.clone(),
            label: table.words("label"),
            inputs: inputs(table, "input", None),
        });
        let sources = root.tables("source").map(|(key, table)| SourceEntry::read(key, table));
        let mut members = Vec::new();
        let mut all_inputs = inputs(root, "input", None);
        for scope in scopes.iter().filter_map(|scope| root.key(scope)) {
            for (member, table) in root.tables(scope) {
                let says = MemberEntry::read(scope, member, table);
                let own = |name: &str| super::keys::MEMBER.keys.iter().any(|key| key.name == name);
                let path = (scope.clone(), member.value.clone());
                for (name, value) in table.entries.iter().filter(|(name, _)| !own(&name.value)) {
                    let mut input = InputEntry::read(name, value, Some(path.clone()));
                    if input.is_uncited() && input.assumed.is_none() {
                        input.source.clone_from(&says.source);
                    }
                    all_inputs.push(input);
                }
                members.push(says);
            }
        }
        Self {
            title: text("title"),
            short: text("short"),
            purpose: text("purpose"),
            mission: root.text("mission"),
            yardstick: root.text("yardstick"),
            yardstick_name: text("yardstick_name"),
            language: root.text("lang").and_then(|code| Language::read(&code.value)),
            summary: text("summary"),
            warning: text("warning"),
            included_warnings: Vec::new(),
            blanks: super::unfilled::keys(root),
            omit: root.texts("omit"),
            inputs: all_inputs,
            metrics: root.tables("metric").map(|(name, table)| MetricEntry::read(name, table)).collect(),
            units: units.collect(),
            scopes: scope_entries.collect(),
            sweeps: root.list_of_tables("sweep").map(|item| SweepEntry::read(item.value, item.span)).collect(),
            break_evens: root
                .list_of_tables("break_even")
                .map(|item| BreakEvenEntry::read(item.value, item.span))
                .collect(),
            charts: root.list_of_tables("chart").filter_map(|item| ChartEntry::read(item.value)).collect(),
            style: root.table("style").map_or_else(StyleEntry::default, |style| StyleEntry::read(style.value)),
            monte_carlo: root.table("monte_carlo").map(|table| MonteCarloEntry::read(table.value)),
            sensitivity: root.table("sensitivity").map(|table| SensitivityEntry::read(table.value, table.span)),
            conditions: root.list_of_tables("condition").filter_map(|item| ConditionEntry::read(item.value)).collect(),
            discovery: root.table("discovery").map(|table| DiscoveryEntry::read(table.value, table.span)),
            correlations: root
                .list_of_tables("correlation")
                .filter_map(|item| CorrelationEntry::read(item.value, item.span))
                .collect(),
            estimates: root.tables("estimate").map(|(name, table)| EstimateEntry::read(name, table)).collect(),
            include: root.texts("include"),
            sizing: root.table("sizing").map(|sizing| SizingEntry::read(sizing.value)),
            cost: root.table("cost").map(|cost| CostEntry::read(cost.value)),
            cost_basis: root.text("cost_basis"),
            casualties: root.tables("casualty").map(|(name, table)| CasualtyEntry::read(name, table)).collect(),
            build_up: root.table("build_up").map(|parts| BuildUpEntry::read(parts.value)),
            members,
            coalition: root.table("coalition").map(|table| CoalitionEntry::read(table.value)),
            supply: root.table("supply").map(|table| SupplyEntry::read(table.value)),
            records: root.tables("record").map(|(name, table)| RecordEntry::read(name, table)).collect(),
            pillars: root.list_of_tables("pillar").map(|item| PillarEntry::read(item.value, item.span)).collect(),
            options: root.tables("option").map(|(name, table)| OptionEntry::read(name, table)).collect(),
            regret: root.table("regret").map(|table| RegretEntry::read(table.value, table.span)),
            sources: sources.collect(),
        }
    }
}
