//! Fills a model's inputs from past missions: the densities of the class of a purpose, where the model asks for them.

use super::{Band, Evidence, backtest};
use crate::args;
use crate::diagnostic::{Diagnostics, Texts};
use crate::language::Localizer;
use crate::model::Model;
use crate::scenario::{Located, Merged, Purpose, Written};

impl Evidence {
    /// What past missions say of a scenario that states a purpose, the mission that it is or missions of its own; the
    /// model's inputs are given what they say. Complaints are collected; `None` when one of them is an error, or nothing is
    /// asked.
    #[must_use]
    pub fn of_scenario(
        model: &mut Model,
        merged: &mut Merged,
        words: Localizer,
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let entries = &mut merged.entries;
        let asks = entries.purpose.is_some() || entries.mission.is_some() || entries.yardstick.is_some();
        if !asks && merged.missions.is_none() && merged.backtests.is_empty() {
            return None;
        }
        let mut found = Self::read_under(model, merged.missions.as_slice(), texts, diagnostics)?;
        for (cases, rules) in &merged.backtests {
            let tested = backtest::run(cases, rules, &found.missions, backtest::REDRAWS, texts, diagnostics)?;
            found.backtests.push(tested);
        }
        let found = found.apart_from(entries.mission.as_ref(), diagnostics);
        found.complete(model, entries.purpose(), words);
        found.set_yardstick(model, entries, diagnostics);
        Some(found)
    }

    /// Gives inputs of the model that are densities of past missions the missions that a purpose is held against: a
    /// sample draws a place, then one of its figures; the central case is the median of the places. Classes of fewer
    /// than [`super::LEAST`] places give nothing.
    fn complete(&self, model: &mut Model, purpose: Option<Purpose>, words: Localizer) {
        let bands = model.entries.sizing.as_ref().map_or_else(Vec::new, |sizing| sizing.bands.clone());
        for (input, density) in bands {
            let Some(band) = self.band(&density, purpose).filter(Band::is_enough) else { continue };
            let Some(entry) = model.entries.inputs.iter_mut().find(|entry| entry.name.value == input) else { continue };
            let place = entry.name.span;
            let written = |value: f64| Written::Number(Located::new(band.unit.from_base(value), place));
            entry.unit = Some(Located::new(band.unit.text().to_owned().into(), place));
            let weighted = band.weighted();
            entry.numbers = vec![("value", written(band.median))];
            if let [_, _, ..] = weighted.as_slice() {
                entry.choices = weighted.iter().map(|(value, _)| written(*value)).collect();
                entry.weights = weighted.iter().map(|(_, weight)| Located::new(*weight, place)).collect();
            }
            entry.is_of_cases = true;
            let kinds: Vec<String> = self.kinds(purpose).iter().map(|kind| words.choice("kind", kind)).collect();
            let about = args![missions = band.n(), places = band.places.len(), kinds = words.list(&kinds)];
            entry.assumed = Some(words.format("missions-drawn", about).into());
        }
    }
}
