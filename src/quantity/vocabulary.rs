//! The words for units and multiples: what they stand for, and as a list for people to read.

use super::number::exact;

/// Spellings, size as a fraction of the base unit, base unit, exponent.
pub(super) type Row = (&'static [&'static str], f64, f64, &'static str, i32);

pub(super) const BUILT_IN: &[Row] = &[
    (&["people", "person", "persons", "inhabitant", "inhabitants", "resident", "residents"], 1.0, 1.0, "people", 1),
    (&["personnel", "troop", "troops", "soldier", "soldiers", "peacekeeper", "peacekeepers"], 1.0, 1.0, "personnel", 1),
    (&["km", "kilometre", "kilometres", "kilometer", "kilometers"], 1.0, 1.0, "km", 1),
    (&["m", "metre", "metres", "meter", "meters"], 1.0, 1000.0, "km", 1),
    (&["mi", "mile", "miles"], 1.609_344, 1.0, "km", 1),
    (&["nmi"], 1.852, 1.0, "km", 1),
    (&["yd", "yard", "yards"], 0.9144, 1000.0, "km", 1),
    (&["ft", "foot", "feet"], 0.3048, 1000.0, "km", 1),
    (&["ha", "hectare", "hectares"], 1.0, 100.0, "km", 2),
    (&["year", "years", "yr"], 1.0, 1.0, "year", 1),
    (&["month", "months"], 1.0, 12.0, "year", 1),
    (&["week", "weeks"], 7.0, 365.0, "year", 1),
    (&["day", "days"], 1.0, 365.0, "year", 1),
    (&["hour", "hours", "h"], 1.0, 8760.0, "year", 1),
    (&["EUR", "euro", "euros", "€"], 1.0, 1.0, "EUR", 1),
    (&["USD", "$"], 1.0, 1.0, "USD", 1),
    (&["GBP", "£"], 1.0, 1.0, "GBP", 1),
];

/// Words that people write for units that are called otherwise here.
pub(super) const HINTS: &[(&[&str], &str)] = &[
    (&["mn", "mio", "mill", "mln", "млн"], "million"),
    (&["k", "tsd", "thousands", "tausend", "milliers", "тис"], "thousand"),
    (&["mrd", "b", "milliard", "milliards", "млрд"], "billion"),
    (&["millions"], "million"),
    (&["billions"], "billion"),
    (
        &[
            "men",
            "man",
            "women",
            "staff",
            "pax",
            "headcount",
            "soldat",
            "soldats",
            "militaires",
            "soldaten",
            "kräfte",
            "військовий",
            "військові",
            "військових",
            "військового",
        ],
        "personnel",
    ),
    (
        &[
            "heads",
            "civilians",
            "citizens",
            "einwohner",
            "menschen",
            "habitant",
            "habitants",
            "житель",
            "жителі",
            "жителів",
            "жителя",
        ],
        "people",
    ),
    (&["je", "pro", "par", "pour", "на"], "per"),
    (&["км"], "km"),
    (&["ans", "jahre", "років", "роки"], "years"),
    (&["monate", "mois", "місяців", "місяці"], "months"),
    (&["tage", "jours", "днів", "дні"], "days"),
    (&["stunden", "heures", "годин", "години"], "hours"),
    (&["dollar", "dollars"], "USD"),
    (&["pound", "pounds", "sterling"], "GBP"),
    (&["kms", "klm"], "km"),
    (&["sqkm", "qkm"], "km²"),
    (&["yrs", "a"], "years"),
    (&["mo", "mth", "mths"], "months"),
    (&["hrs", "hr"], "hours"),
];

/// Words for police, who are counted as personnel.
pub(super) const POLICE: &[&str] = &[
    "police",
    "policeman",
    "policemen",
    "policewoman",
    "policewomen",
    "gendarme",
    "gendarmes",
    "gendarmerie",
    "officer",
    "officers",
    "constable",
    "constables",
    "carabinieri",
    "polizei",
    "polizist",
    "polizisten",
    "policier",
    "policiers",
    "поліція",
    "поліцейські",
    "поліцейських",
];

pub(super) const FACTORS: &[(&[&str], f64, f64)] = &[
    (&["%", "percent"], 1.0, 100.0),
    (&["hundred"], 100.0, 1.0),
    (&["thousand"], 1000.0, 1.0),
    (&["million"], 1e6, 1.0),
    (&["billion", "bn"], 1e9, 1.0),
    (&["trillion"], 1e12, 1.0),
];

/// A word with its other spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Spellings, the usual one first.
    pub spellings: &'static [&'static str],
    /// What it is in other words.
    pub is: String,
}

/// Words for units.
#[must_use]
pub fn units() -> Vec<Word> {
    let row = |(spellings, above, below, base, power): &Row| {
        let base =
            if *power == 1 { (*base).to_owned() } else { format!("{base}{}", if *power == 2 { "²" } else { "³" }) };
        let is = if spellings.contains(&base.as_str()) {
            "a base unit".to_owned()
        } else if *below > 1.0 && (*above - 1.0).abs() < f64::EPSILON {
            format!("1/{} {base}", exact(*below))
        } else if (*below - 1.0).abs() < f64::EPSILON {
            format!("{} {base}", exact(*above))
        } else {
            format!("{}/{} {base}", exact(*above), exact(*below))
        };
        Word { spellings, is }
    };
    BUILT_IN.iter().map(row).collect()
}

/// Words for multiples.
#[must_use]
pub fn multiples() -> Vec<Word> {
    let row = |(spellings, above, below): &(&'static [&'static str], f64, f64)| {
        let is = if *below > 1.0 { format!("{}/{}", exact(*above), exact(*below)) } else { exact(*above) };
        Word { spellings, is }
    };
    FACTORS.iter().map(row).collect()
}
