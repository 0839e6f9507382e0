//! Fills a model's inputs from past missions: the range of a density in the class of a purpose, where the model asks for it.

use super::{Band, Evidence};
use crate::model::Model;
use crate::quantity::number::plain;
use crate::scenario::Purpose;
use crate::scenario::{Located, Written};

impl Evidence {
    /// Gives inputs of the model that are bands of a density the quartiles over the missions that a purpose is held
    /// against: low, mode and high. Classes of fewer than [`super::LEAST`] missions give nothing.
    pub fn complete(&self, model: &mut Model, purpose: Option<Purpose>) {
        let bands = model.entries.sizing.as_ref().map_or_else(Vec::new, |sizing| sizing.bands.clone());
        for (input, density) in bands {
            let Some(band) = self.band(&density, purpose).filter(Band::is_band) else { continue };
            let Some(entry) = model.entries.inputs.iter_mut().find(|entry| entry.name.value == input) else { continue };
            let place = entry.name.span;
            let written = |value: f64| {
                let text = format!("{} {}", plain(band.unit.from_base(value)), band.unit.text());
                Written::Text(Located::new(text.into(), place))
            };
            entry.numbers = vec![("low", written(band.q1)), ("mode", written(band.median)), ("high", written(band.q3))];
            entry.assumed = Some(
                format!(
                    "quartiles of {} past missions ({}): what was sent, not what was needed",
                    band.n(),
                    self.kinds(purpose).join(", ")
                )
                .into(),
            );
        }
    }
}
