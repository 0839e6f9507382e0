//! Options as scenarios that can be compared with others, and the pillars of a plan as options. Knows nothing of how either
//! is compared.

use super::assessment::Assessment;
use super::calculation::Provenance;
use super::option::{OwnScenario, PlanOption};
use crate::args;

impl PlanOption {
    /// The scenario under this option, to be compared with others. What is asked beyond metrics stays that of the scenario
    /// that has the option, and means nothing in one of its own.
    #[must_use]
    pub fn assessment(&self, base: &Assessment) -> Assessment {
        let mut own = base.clone();
        if let Some(OwnScenario { purpose, mission, titles, sources, calculation, roles }) = self.scenario.as_deref() {
            (own.purpose, own.mission) = (*purpose, mission.clone());
            (own.titles, own.sources) = (titles.clone(), sources.clone());
            (own.calculation, own.roles) = (calculation.clone(), roles.clone());
        }
        for (input, value) in &self.set {
            let input = &mut own.calculation.inputs[*input];
            (input.value, input.range, input.is_derived) = (*value, None, false);
            input.provenance = Provenance { sources: self.sources.clone(), ..Provenance::default() };
            input.note.clone_from(&self.note);
        }
        let calculation = &mut own.calculation;
        let nodes = calculation.tape.values(&calculation.central());
        let outputs: Vec<usize> = calculation.tape.outputs().to_vec();
        for (output, (metric, node)) in calculation.metrics.iter_mut().zip(outputs).enumerate() {
            metric.value = calculation.tape.fault(output, &nodes).map_or(nodes[node], |fault| fault.value(nodes[node]));
        }
        own.name = format!("{}-{}", base.name, self.name);
        own.title.clone_from(&self.label);
        own.short.clone_from(&self.label);
        own.requests.options = Vec::new();
        own
    }
}

impl Assessment {
    /// The plan with all its pillars, and without each of them, as options.
    #[must_use]
    pub fn options_of_pillars(&self) -> Vec<PlanOption> {
        let whole = PlanOption {
            name: "all_pillars".to_owned(),
            label: self.words.text("options-all-pillars"),
            set: Vec::new(),
            scenario: None,
            own_futures: Vec::new(),
            sources: Vec::new(),
            note: None,
        };
        let without = self.requests.pillars.iter().enumerate().map(|(number, pillar)| PlanOption {
            name: format!("without_{}", number + 1),
            label: self.words.format("options-without-pillar", args![pillar = &pillar.label]),
            set: pillar.without.clone(),
            note: pillar.note.clone(),
            ..whole.clone()
        });
        let without: Vec<PlanOption> = without.collect();
        std::iter::once(whole).chain(without).collect()
    }
}
