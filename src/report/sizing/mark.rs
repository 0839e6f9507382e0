//! Marks on the methods of a chart that ask for several forces together, where its line stands for one.

use crate::analysis::sizing::Requirement;
use crate::args;
use crate::model::{Assessment, InputId};

/// The sets of forces that methods count, each with a mark of its own: `*`, `**` and so on in their order.
pub(in crate::report) struct Marks(Vec<Vec<InputId>>);

impl Marks {
    /// Of the methods that have a number.
    pub(in crate::report) fn of<'a>(
        assessment: &Assessment,
        requirements: impl IntoIterator<Item = &'a Requirement>,
    ) -> Self {
        let mut sets: Vec<Vec<InputId>> = Vec::new();
        for requirement in requirements.into_iter().filter(|requirement| requirement.personnel.is_ok()) {
            let set = together(assessment, requirement);
            sets.extend(set.filter(|set| !sets.contains(set)));
        }
        Self(sets)
    }

    /// Whether a method has one.
    pub(super) fn marks(assessment: &Assessment, requirement: &Requirement) -> bool {
        together(assessment, requirement).is_some()
    }

    /// A method's name with its mark.
    pub(in crate::report) fn label(&self, assessment: &Assessment, requirement: &Requirement) -> String {
        let set = together(assessment, requirement);
        let at = set.and_then(|set| self.0.iter().position(|one| *one == set));
        let mark = at.map_or_else(String::new, |at| format!("\u{a0}{}", "*".repeat(at + 1)));
        format!("{}{mark}", assessment.roles.methods[requirement.method].label)
    }

    /// A footer with what the marks mean in front: it stays whatever moves.
    pub(in crate::report) fn explained(&self, assessment: &Assessment, footer: &str) -> String {
        let words = assessment.words;
        let notes = self.0.iter().enumerate().map(|(at, set)| {
            let forces: Vec<String> =
                set.iter().map(|input| words.inside(&assessment.calculation.inputs[*input].label)).collect();
            words.format("sizing-together", args![mark = "*".repeat(at + 1), forces = words.list(&forces)])
        });
        notes.chain([footer.to_owned()]).collect::<Vec<_>>().join(" ").trim_end().to_owned()
    }
}

/// The forces that stand there and that a method counts, where they are others than the proposed one.
fn together(assessment: &Assessment, requirement: &Requirement) -> Option<Vec<InputId>> {
    let counts = &assessment.roles.methods[requirement.method].counts;
    let standing = counts.iter().copied().filter(|input| assessment.calculation.inputs[*input].value > 0.0);
    let standing: Vec<InputId> = standing.collect();
    standing.iter().any(|input| Some(*input) != assessment.roles.proposal.force).then_some(standing)
}
