//! Decides which inputs get Sobol' indices of their own, and which sets of inputs are swapped together.
//!
//! Inputs that are correlated, directly or through others, move as one: only such a whole set is independent of the
//! rest, and only then is a share of the variance its own (Jacques, Lavergne and Devictor 2006, Reliability
//! Engineering and System Safety 91:1126). So every set of inputs connected by correlations is a factor, and every other
//! input one by itself. Groups of the user's come on top; one that parts a set of correlated inputs has no indices.
//! Inputs are those with a range, by their place among them.

use crate::model::{Calculation, Correlation, InputId};

/// Inputs that are swapped together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its inputs, ascending.
    pub inputs: Vec<InputId>,
    /// Whether the scenario's correlations make it, and not the user.
    pub correlated: bool,
}

impl Group {
    /// A group of the user's.
    #[must_use]
    pub fn new(name: &str, inputs: &[InputId]) -> Self {
        Self { name: name.to_owned(), inputs: inputs.to_vec(), correlated: false }
    }
}

/// A group with one of two correlated inputs in it and the other one outside: the group's name and the two inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The group.
    pub group: String,
    /// The input in it.
    pub inside: InputId,
    /// The input that is correlated with it.
    pub outside: InputId,
}

/// Single inputs and groups, ready for swapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    /// The inputs with a range.
    pub uncertain: Vec<InputId>,
    /// Those that are correlated with no other.
    pub singles: Vec<InputId>,
    /// Sets of correlated inputs, then the user's groups.
    pub groups: Vec<Group>,
}

impl Factors {
    /// The factors of a scenario, with groups of the user's. What has no range does not move, and is left out of them;
    /// so is a group that nothing is left of. One that has just the inputs of a correlated set gives that set its name.
    ///
    /// # Errors
    /// When a group parts correlated inputs.
    pub fn new(calculation: &Calculation, groups: &[Group]) -> Result<Self, Split> {
        let uncertain = calculation.uncertain();
        let mut sets: Vec<Vec<InputId>> = uncertain.iter().map(|input| vec![*input]).collect();
        for Correlation { first: a, second: b, .. } in &calculation.correlations {
            let of = |input: &InputId| sets.iter().position(|set| set.contains(input));
            if let (Some(a), Some(b)) = (of(a), of(b))
                && a != b
            {
                let moved = sets.remove(a.max(b));
                sets[a.min(b)].extend(moved);
            }
        }
        let (singles, connected): (Vec<Vec<InputId>>, Vec<Vec<InputId>>) =
            sets.into_iter().partition(|set| set.len() == 1);
        let mut own: Vec<Group> = Vec::new();
        for group in groups {
            let moves = uncertain.iter().copied().filter(|input| group.inputs.contains(input));
            let found = Group::new(&group.name, &moves.collect::<Vec<_>>());
            if let Some((inside, outside)) = calculation.split_by(&found.inputs) {
                return Err(Split { group: found.name, inside, outside });
            }
            if !found.inputs.is_empty() {
                own.push(found);
            }
        }
        let id = |input: &InputId| calculation.inputs[*input].id.clone();
        let mut all: Vec<Group> = Vec::new();
        for mut inputs in connected {
            inputs.sort_unstable();
            // Under the user's name, where there is one.
            let named = own.iter().position(|group| group.inputs == inputs).map(|at| own.remove(at).name);
            let name = named.unwrap_or_else(|| inputs.iter().map(id).collect::<Vec<_>>().join("+"));
            all.push(Group { name, inputs, correlated: true });
        }
        all.extend(own);
        Ok(Self { uncertain, singles: singles.concat(), groups: all })
    }

    /// Which inputs each factor swaps, by their place among those with a range: singles before groups.
    pub(super) fn places(&self) -> Vec<Vec<usize>> {
        let place = |input: &InputId| self.uncertain.binary_search(input).ok();
        let singles = self.singles.iter().map(|input| place(input).into_iter().collect());
        singles.chain(self.groups.iter().map(|group| group.inputs.iter().filter_map(place).collect())).collect()
    }

    /// Of each factor, which of those [`Factors::disjoint_count`] it is made of.
    pub(super) fn parts(&self) -> Vec<Vec<usize>> {
        let places = self.places();
        let (apart, own) = places.split_at(self.disjoint_count());
        let inside = |group: &Vec<usize>| {
            let of = |part: &Vec<usize>| part.iter().any(|place| group.contains(place));
            (0..apart.len()).filter(|part| of(&apart[*part])).collect()
        };
        (0..apart.len()).map(|part| vec![part]).chain(own.iter().map(inside)).collect()
    }

    /// How many of the factors, from the first on, have no input in common and all inputs together.
    pub(super) fn disjoint_count(&self) -> usize {
        self.singles.len() + self.groups.iter().filter(|group| group.correlated).count()
    }
}
