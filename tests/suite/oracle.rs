//! Double entry: the standard model once more as plain Rust, written from the definitions in the literature and not
//! from the formulas of `standard.toml`. A slip in one of the two shows as a difference.

use crate::engine::{Random, assessment, standard};
use forcesize::model::{Assessment, InputId};

/// What the formulas speak of, in people, personnel, km and km².
#[derive(Clone, Copy, Default)]
struct Mission {
    line: f64,
    ground: f64,
    inhabitants: f64,
    force: f64,
    host: f64,
    constables: f64,
    host_constables: f64,
    opponent: f64,
    combat: f64,
    relief: f64,
    yardstick_force: f64,
    yardstick_ground: f64,
    yardstick_inhabitants: f64,
    yardstick_line: f64,
    quoted_factor: f64,
    planned_per_km: f64,
    policing: f64,
    resistance: f64,
    insurgency: f64,
    class_per_thousand: f64,
    class_per_km: f64,
    between_posts: f64,
    in_a_post: f64,
    for_one_patrol: f64,
    in_a_patrol: f64,
    patrol_relief: f64,
    kept_back: f64,
    frontage: f64,
    in_a_unit: f64,
    tolerated: f64,
    first_sector: f64,
    first_planned: f64,
    second_sector: f64,
    second_planned: f64,
    years: f64,
    surcharge: f64,
    operation: f64,
    monthly: f64,
    un_budget: f64,
    once: f64,
    euros_for_a_dollar: f64,
    billions: f64,
    dead_per_thousand: f64,
    fallen_per_thousand: f64,
    talks: f64,
    until_first: f64,
    vanguard: f64,
    opening: f64,
    a_day: f64,
    most: f64,
    lender: [Lender; 2],
    tour: f64,
    home: f64,
    flank_more: f64,
    in_a_brigade: f64,
    in_a_slice: f64,
    enabled: f64,
    usually_sent: f64,
    agreed: f64,
    practised: f64,
    idle: f64,
}

/// A contributor.
#[derive(Clone, Copy, Default)]
struct Lender {
    part: f64,
    land: f64,
    sent: f64,
    flank: f64,
    elsewhere: f64,
    named: f64,
    brigades: f64,
    people: f64,
    product: f64,
}

impl Mission {
    fn flank(&self, lender: usize) -> f64 {
        let all = self.lender[0].land + self.lender[1].land;
        self.lender[lender].flank + self.flank_more * (self.lender[lender].land / all)
    }

    /// The part of one's time that a soldier of a rotation is away.
    fn away(&self) -> f64 {
        self.tour / (self.tour + self.home)
    }

    /// Who is in no garrison: garrisons are there for good, and cannot hold more than there are.
    fn free(&self, lender: usize) -> f64 {
        (self.lender[lender].land - self.lender[lender].elsewhere).max(0.0)
    }

    fn garrisoned(&self, lender: usize) -> f64 {
        if self.free(lender) > 0.0 { self.lender[lender].elsewhere } else { self.lender[lender].land }
    }

    fn deployable(&self, lender: usize) -> f64 {
        self.lender[lender].sent * self.free(lender)
    }

    /// Those on the flank with those at home who relieve them, as far as there are so many.
    fn flank_and_relief(&self, lender: usize) -> f64 {
        let wanted = self.flank(lender) * (1.0 + self.home / self.tour);
        if wanted < self.deployable(lender) { wanted } else { self.deployable(lender) }
    }

    fn available(&self, lender: usize) -> f64 {
        (self.deployable(lender) - self.flank(lender) * (1.0 + self.home / self.tour)).max(0.0)
    }

    /// Everybody who can be sent rotates; of those who are away at one time the flank takes its posts first.
    fn sustained(&self, lender: usize) -> f64 {
        (self.deployable(lender) * self.away() - self.flank(lender)).max(0.0)
    }

    /// Who could go once, with nobody to relieve anybody.
    fn once_only(&self, lender: usize) -> f64 {
        (self.deployable(lender) - self.flank(lender)).max(0.0)
    }

    /// Flank and garrisons leave first and need no relief; of the others some can be sent, and rotate.
    fn commitments_first(&self, lender: usize) -> f64 {
        let left = (self.lender[lender].land - self.flank(lender) - self.lender[lender].elsewhere).max(0.0);
        left * self.lender[lender].sent * self.away()
    }

    /// Flank and garrisons of those who take part.
    fn bound(&self) -> f64 {
        self.both(Self::flank) + self.both(Self::garrisoned)
    }

    fn coalition_land(&self) -> f64 {
        self.both(|mission, lender| mission.lender[lender].land)
    }

    fn both(&self, of: fn(&Self, usize) -> f64) -> f64 {
        (0..2).map(|lender| self.lender[lender].part * of(self, lender)).sum()
    }
}

/// Each input: its name, where it belongs, and the decades it is drawn from.
type Field = (&'static str, fn(&mut Mission) -> &mut f64, f64, f64);

/// The contributors' names.
const LENDERS: [&str; 2] = ["one", "two"];

/// Each input of a contributor.
type LenderField = (&'static str, fn(&mut Lender) -> &mut f64, f64, f64);

const LENDER_FIELDS: &[LenderField] = &[
    ("takes_part", |lender| &mut lender.part, 0.1, 1.0),
    ("army_strength", |lender| &mut lender.land, 1e3, 1e6),
    ("deployable_share", |lender| &mut lender.sent, 1e-2, 1.0),
    ("flank_commitment", |lender| &mut lender.flank, 1.0, 1e3),
    ("other_commitment", |lender| &mut lender.elsewhere, 1.0, 1e4),
    ("pledge", |lender| &mut lender.named, 1.0, 1e5),
    ("brigades", |lender| &mut lender.brigades, 1.0, 1e2),
    ("home_population", |lender| &mut lender.people, 1e3, 1e9),
    ("national_product", |lender| &mut lender.product, 1e3, 1e13),
];

const FIELDS: &[Field] = &[
    ("front_length", |m| &mut m.line, 1e-2, 1e5),
    ("area", |m| &mut m.ground, 1e-1, 1e8),
    ("population", |m| &mut m.inhabitants, 1.0, 1e10),
    ("peacekeepers", |m| &mut m.force, 1.0, 1e7),
    ("host_troops", |m| &mut m.host, 1e-3, 1e7),
    ("police", |m| &mut m.constables, 1e-3, 1e7),
    ("host_police", |m| &mut m.host_constables, 1e-3, 1e7),
    ("opposing_troops", |m| &mut m.opponent, 1e-3, 1e7),
    ("combat_share", |m| &mut m.combat, 1e-6, 1.0),
    ("relief_factor", |m| &mut m.relief, 1.0, 1e2),
    ("reference_force", |m| &mut m.yardstick_force, 1.0, 1e7),
    ("reference_area", |m| &mut m.yardstick_ground, 1e-1, 1e8),
    ("reference_population", |m| &mut m.yardstick_inhabitants, 1.0, 1e10),
    ("reference_front_length", |m| &mut m.yardstick_line, 1e-2, 1e5),
    ("area_ratio", |m| &mut m.quoted_factor, 1e-3, 1e4),
    ("planning_front_density", |m| &mut m.planned_per_km, 1e-2, 1e5),
    ("policing_force_density", |m| &mut m.policing, 1e-2, 1e3),
    ("resistance_force_density", |m| &mut m.resistance, 1e-2, 1e3),
    ("insurgency_force_density", |m| &mut m.insurgency, 1e-2, 1e3),
    ("class_force_density", |m| &mut m.class_per_thousand, 1e-2, 1e3),
    ("class_front_density", |m| &mut m.class_per_km, 1e-2, 1e5),
    ("post_spacing", |m| &mut m.between_posts, 1e-2, 1e3),
    ("post_strength", |m| &mut m.in_a_post, 1.0, 1e3),
    ("patrol_length", |m| &mut m.for_one_patrol, 1e-2, 1e3),
    ("patrol_strength", |m| &mut m.in_a_patrol, 1.0, 1e3),
    ("patrol_relief_factor", |m| &mut m.patrol_relief, 1.0, 1e2),
    ("reserve_share", |m| &mut m.kept_back, 1e-6, 0.9),
    ("unit_frontage", |m| &mut m.frontage, 1e-2, 1e3),
    ("unit_strength", |m| &mut m.in_a_unit, 1.0, 1e5),
    ("tolerated_force_ratio", |m| &mut m.tolerated, 1e-2, 1e2),
    ("mission_duration", |m| &mut m.years, 0.01, 1e2),
    ("surcharge_per_soldier", |m| &mut m.surcharge, 1.0, 1e7),
    ("operation_cost_per_soldier", |m| &mut m.operation, 1.0, 1e7),
    ("un_rate_per_soldier", |m| &mut m.monthly, 1.0, 1e5),
    ("un_mission_cost_per_soldier", |m| &mut m.un_budget, 1.0, 1e6),
    ("setup_cost_per_soldier", |m| &mut m.once, 1.0, 1e7),
    ("exchange_rate", |m| &mut m.euros_for_a_dollar, 0.1, 1e1),
    ("fund", |m| &mut m.billions, 1.0, 1e4),
    ("fatality_rate", |m| &mut m.dead_per_thousand, 0.001, 1e2),
    ("insurgency_fatality_rate", |m| &mut m.fallen_per_thousand, 0.001, 1e2),
    ("preparation_time", |m| &mut m.talks, 1.0, 1e3),
    ("first_arrival_delay", |m| &mut m.until_first, 1.0, 1e3),
    ("initial_force", |m| &mut m.vanguard, 1.0, 1e5),
    ("enabling_time", |m| &mut m.opening, 1.0, 1e3),
    ("deployment_rate", |m| &mut m.a_day, 1.0, 1e5),
    ("force_cap", |m| &mut m.most, 1.0, 1e6),
    ("sector.one.sector_length", |m| &mut m.first_sector, 1e-2, 1e5),
    ("sector.one.sector_planning_density", |m| &mut m.first_planned, 1e-2, 1e5),
    ("sector.two.sector_length", |m| &mut m.second_sector, 1e-2, 1e5),
    ("sector.two.sector_planning_density", |m| &mut m.second_planned, 1e-2, 1e5),
    ("tour_length", |m| &mut m.tour, 1.0, 1e2),
    ("home_length", |m| &mut m.home, 1.0, 1e2),
    ("flank_increase", |m| &mut m.flank_more, 1.0, 1e3),
    ("brigade_personnel", |m| &mut m.in_a_brigade, 1e2, 5e3),
    ("brigade_slice", |m| &mut m.in_a_slice, 1e4, 1e5),
    ("enabler_limit", |m| &mut m.enabled, 1.0, 1e6),
    // Each contributor has a share of its own; this one is for readings of the whole coalition.
    ("general_deployable_share", |m| &mut m.usually_sent, 0.1, 1.0),
    ("target_sustainable_share", |m| &mut m.agreed, 1e-2, 1.0),
    ("practised_sustainable_share", |m| &mut m.practised, 1e-2, 1.0),
    // Each contributor states these itself, and nothing follows from what was published.
    ("unstated_commitment", |m| &mut m.idle, 1.0, 1e3),
    ("unstated_pledge", |m| &mut m.idle, 1.0, 1e3),
    ("unstated_brigades", |m| &mut m.idle, 1.0, 1e2),
    ("published_supply_low", |m| &mut m.idle, 1.0, 1e6),
    ("published_supply_high", |m| &mut m.idle, 1.0, 1e6),
];

/// What an error is measured by beside the result: a difference can be far smaller than what it is taken of.
fn scale(name: &str, mission: &Mission) -> f64 {
    match name {
        "opposing_force_requirement" => mission.host,
        "funding_years" => 1e9 * mission.billions / (mission.force * mission.surcharge),
        "supply_margin" => mission.force + mission.both(Mission::deployable),
        "coalition_available"
        | "coalition_sustainable"
        | "reading_momentary"
        | "sustainable_support"
        | "enabled_force" => mission.both(Mission::deployable),
        "sustainable_brigade_slices" => mission.both(Mission::deployable) / mission.in_a_slice,
        "coalition_garrisons"
        | "coalition_deployable"
        | "reading_commitments_first"
        | "reading_share_of_all"
        | "reading_all_rotate"
        | "reading_target"
        | "reading_practice" => mission.coalition_land(),
        _ => 0.0,
    }
}

/// The same for a metric of a contributor.
fn lender_scale(name: &str, mission: &Mission, lender: usize) -> f64 {
    match name {
        "available_troops"
        | "sustainable_troops"
        | "momentary_troops"
        | "offered_available"
        | "offered_sustainable"
        | "offered_momentary" => mission.deployable(lender),
        "sustainable_share" => 100.0 * mission.both(Mission::deployable) / mission.both(Mission::sustained),
        // Who is not sent is what is left of all that there are.
        "unavailable_troops" | "offered_commitments_first" => mission.lender[lender].land,
        _ => 0.0,
    }
}

/// The whole number that a quotient is meant to be, where it is one but for a thousand-millionth part, at most a
/// millionth.
fn meant(quotient: f64) -> Option<f64> {
    let whole = quotient.round();
    let off = (quotient - whole).abs();
    (off <= 1e-6 && off <= 1e-9 * quotient.abs()).then_some(whole)
}

/// How many whole pieces cover a length.
fn pieces(length: f64, each: f64) -> f64 {
    let quotient = length / each;
    meant(quotient).unwrap_or_else(|| {
        let whole = quotient.floor();
        if whole < quotient { whole + 1.0 } else { whole }
    })
}

/// How often something is whole in something else.
fn times(all: f64, each: f64) -> f64 {
    meant(all / each).unwrap_or_else(|| (all / each).floor())
}

/// Each metric: its name, the unit of the definition, the definition.
type Definition = (&'static str, &'static str, fn(&Mission) -> f64);

/// Each metric of a contributor.
type LenderDefinition = (&'static str, &'static str, fn(&Mission, usize) -> f64);

const LENDER_DEFINITIONS: &[LenderDefinition] = &[
    ("flank_troops", "personnel", |m, i| m.flank(i)),
    ("garrison_troops", "personnel", |m, i| m.garrisoned(i)),
    ("deployable_troops", "personnel", |m, i| m.deployable(i)),
    ("unavailable_troops", "personnel", |m, i| m.free(i) * (1.0 - m.lender[i].sent)),
    ("flank_base", "personnel", |m, i| m.flank_and_relief(i)),
    ("available_troops", "personnel", |m, i| m.available(i)),
    ("sustainable_troops", "personnel", |m, i| m.sustained(i)),
    ("momentary_troops", "personnel", |m, i| m.once_only(i)),
    ("offered_land", "personnel", |m, i| m.lender[i].part * m.lender[i].land),
    ("offered_garrisons", "personnel", |m, i| m.lender[i].part * m.garrisoned(i)),
    ("offered_flank", "personnel", |m, i| m.lender[i].part * m.flank(i)),
    ("offered_deployable", "personnel", |m, i| m.lender[i].part * m.deployable(i)),
    ("offered_momentary", "personnel", |m, i| m.lender[i].part * m.once_only(i)),
    ("offered_commitments_first", "personnel", |m, i| m.lender[i].part * m.commitments_first(i)),
    ("offered_available", "personnel", |m, i| m.lender[i].part * m.available(i)),
    ("offered_sustainable", "personnel", |m, i| m.lender[i].part * m.sustained(i)),
    ("offered_pledge", "personnel", |m, i| m.lender[i].part * m.lender[i].named),
    ("offered_brigades", "1", |m, i| m.lender[i].part * m.lender[i].brigades),
    ("offered_population", "people", |m, i| m.lender[i].part * m.lender[i].people),
    ("offered_wealth", "EUR", |m, i| m.lender[i].part * m.lender[i].product),
    ("sustainable_share", "%", |m, i| 100.0 * m.sustained(i) * m.lender[i].part / m.both(Mission::sustained)),
    ("fair_share_by_land", "personnel", |m, i| {
        m.force * (m.lender[i].part * m.lender[i].land / m.both(|m, i| m.lender[i].land))
    }),
    ("fair_share_by_pledge", "personnel", |m, i| {
        m.force * (m.lender[i].part * m.lender[i].named / m.both(|m, i| m.lender[i].named))
    }),
    ("fair_share_by_population", "personnel", |m, i| {
        m.force * (m.lender[i].part * m.lender[i].people / m.both(|m, i| m.lender[i].people))
    }),
    ("fair_share_by_wealth", "personnel", |m, i| {
        m.force * (m.lender[i].part * m.lender[i].product / m.both(|m, i| m.lender[i].product))
    }),
];

const DEFINITIONS: &[Definition] = &[
    // Force to space along a line: density = F / L, soldiers per kilometre.
    ("front_density", "personnel per km", |m| m.force / m.line),
    ("combined_front_density", "personnel per km", |m| m.force / m.line + m.host / m.line),
    // The same upside down, in metres.
    ("soldier_spacing", "m per personnel", |m| m.line * 1000.0 / m.force),
    // Support share: combat personnel are the combat share of the whole force.
    ("combat_front_density", "personnel per km", |m| m.force / m.line * m.combat),
    // Relief: one place kept filled takes `relief` people, so 1 / relief of them are on duty.
    ("on_duty_front_density", "personnel per km", |m| m.force * m.combat / (m.line * m.relief)),
    // A stated density D needs F = D L, so a given force holds L = F / D.
    ("holdable_front_length", "km", |m| m.force / m.planned_per_km),
    ("holdable_front_share", "%", |m| 100.0 * m.force / (m.planned_per_km * m.line)),
    // Force to population: 1000 F / N.
    ("force_density", "personnel per 1000 people", |m| 1000.0 * m.force / m.inhabitants),
    ("combined_force_density", "personnel per 1000 people", |m| 1000.0 * (m.force + m.host) / m.inhabitants),
    // Everybody in uniform, whoever sent them and whether soldier or police.
    ("security_force_density", "personnel per 1000 people", |m| {
        let (soldiers, police) = (m.force + m.host, m.constables + m.host_constables);
        1000.0 * (soldiers / m.inhabitants + police / m.inhabitants)
    }),
    ("people_per_peacekeeper", "people per personnel", |m| m.inhabitants / m.force),
    // Force to space over ground: F / A, and upside down.
    ("force_to_space", "personnel per km²", |m| m.force / m.ground),
    ("combined_force_to_space", "personnel per km²", |m| m.force / m.ground + m.host / m.ground),
    ("area_per_peacekeeper", "km² per personnel", |m| m.ground / m.force),
    // The yardstick mission, and what repeating it here takes: by the quoted factor, area, population, line.
    ("reference_force_to_space", "personnel per km²", |m| m.yardstick_force / m.yardstick_ground),
    ("reference_force_density", "personnel per 1000 people", |m| 1000.0 * m.yardstick_force / m.yardstick_inhabitants),
    ("reference_front_density", "personnel per km", |m| m.yardstick_force / m.yardstick_line),
    ("reference_line_requirement", "personnel", |m| m.yardstick_force * (m.line / m.yardstick_line)),
    ("measured_area_ratio", "1", |m| m.ground / m.yardstick_ground),
    ("reference_requirement", "personnel", |m| m.quoted_factor * m.yardstick_force),
    ("reference_share", "%", |m| 100.0 * m.force / m.yardstick_force / m.quoted_factor),
    ("reference_area_requirement", "personnel", |m| m.yardstick_force * (m.ground / m.yardstick_ground)),
    ("reference_area_share", "%", |m| 100.0 * (m.force / m.ground) / (m.yardstick_force / m.yardstick_ground)),
    ("reference_population_requirement", "personnel", |m| {
        m.yardstick_force * (m.inhabitants / m.yardstick_inhabitants)
    }),
    ("reference_population_share", "%", |m| {
        100.0 * (m.force / m.inhabitants) / (m.yardstick_force / m.yardstick_inhabitants)
    }),
    // Attack ratio: the attacker's strength over that of all who defend.
    ("opposing_to_defending_ratio", "1", |m| m.opponent / (m.force + m.host)),
    // Ratio to population turned round: F = r N / 1000, for three conditions and for a class of missions.
    ("policing_requirement", "personnel", |m| m.inhabitants / 1000.0 * m.policing),
    ("resistance_requirement", "personnel", |m| m.inhabitants / 1000.0 * m.resistance),
    ("insurgency_requirement", "personnel", |m| m.inhabitants / 1000.0 * m.insurgency),
    ("class_population_requirement", "personnel", |m| m.inhabitants / 1000.0 * m.class_per_thousand),
    // Force to space turned round: F = d L.
    ("class_line_requirement", "personnel", |m| m.line * m.class_per_km),
    ("planned_line_requirement", "personnel", |m| m.line * m.planned_per_km),
    // Posts: L / spacing of them, each with its people and their relief; patrols likewise. A reserve share q of the
    // force leaves 1 - q for the line, so F = F_line / (1 - q).
    ("observation_post_count", "1", |m| pieces(m.line, m.between_posts)),
    ("patrol_count", "1", |m| pieces(m.line, m.for_one_patrol)),
    ("post_requirement", "personnel", |m| {
        pieces(m.line, m.between_posts) * (m.in_a_post * m.relief) / (1.0 - m.kept_back)
    }),
    ("post_and_patrol_requirement", "personnel", |m| {
        let posts = pieces(m.line, m.between_posts) * (m.in_a_post * m.relief);
        let patrols = pieces(m.line, m.for_one_patrol) * (m.in_a_patrol * m.patrol_relief);
        posts / (1.0 - m.kept_back) + patrols / (1.0 - m.kept_back)
    }),
    // Whole units: n = ceil(L / w), F = n strength + reserve.
    ("unit_count", "1", |m| pieces(m.line, m.frontage)),
    ("frontage_requirement", "personnel", |m| m.in_a_unit * pieces(m.line, m.frontage) / (1.0 - m.kept_back)),
    // Sectors one by one.
    ("sector.one.sector_requirement", "personnel", |m| m.first_sector * m.first_planned),
    ("sector.two.sector_requirement", "personnel", |m| m.second_sector * m.second_planned),
    ("all_sectors_requirement", "personnel", |m| m.first_sector * m.first_planned + m.second_sector * m.second_planned),
    // Defenders so that attackers are no more than q to one, less those the host nation has.
    ("opposing_force_requirement", "personnel", |m| {
        let defenders = m.opponent / m.tolerated;
        if defenders > m.host { defenders - m.host } else { 0.0 }
    }),
    // Cost: soldiers times what one costs, in billions; dollars through the rate; UN rates are by the month.
    ("annual_cost_surcharge", "billion EUR per year", |m| m.force * m.surcharge / 1e9),
    ("annual_cost_full", "billion EUR per year", |m| m.force * (m.operation * m.euros_for_a_dollar) / 1e9),
    ("annual_cost_un_rate", "billion EUR per year", |m| m.force * (12.0 * m.monthly * m.euros_for_a_dollar) / 1e9),
    ("annual_cost_un_mission", "billion EUR per year", |m| m.force * (m.un_budget * m.euros_for_a_dollar) / 1e9),
    ("setup_cost", "billion EUR", |m| m.force * m.once / 1e9),
    ("total_cost_surcharge", "billion EUR", |m| total(m, m.surcharge)),
    ("total_cost_full", "billion EUR", |m| total(m, m.operation * m.euros_for_a_dollar)),
    ("total_cost_un_rate", "billion EUR", |m| total(m, 12.0 * m.monthly * m.euros_for_a_dollar)),
    ("total_cost_un_mission", "billion EUR", |m| total(m, m.un_budget * m.euros_for_a_dollar)),
    ("funding_share_surcharge", "%", |m| 100.0 * m.billions / total(m, m.surcharge)),
    ("funding_share_full", "%", |m| 100.0 * m.billions / total(m, m.operation * m.euros_for_a_dollar)),
    ("funding_share_un_rate", "%", |m| 100.0 * m.billions / total(m, 12.0 * m.monthly * m.euros_for_a_dollar)),
    ("funding_share_un_mission", "%", |m| 100.0 * m.billions / total(m, m.un_budget * m.euros_for_a_dollar)),
    // Where no basis is chosen, the plain cost is the surcharge.
    ("soldier_year_cost", "EUR per personnel-year", |m| m.surcharge),
    ("annual_cost", "billion EUR per year", |m| m.force * m.surcharge / 1e9),
    ("total_cost", "billion EUR", |m| total(m, m.surcharge)),
    ("funding_share", "%", |m| 100.0 * m.billions / total(m, m.surcharge)),
    ("funding_years", "years", |m| {
        let left = 1e9 * m.billions - m.force * m.once;
        if left > 0.0 { left / (m.force * m.surcharge) } else { 0.0 }
    }),
    // Deaths: so many for a thousand in a year.
    ("annual_fatalities", "personnel per year", |m| m.force / 1000.0 * m.dead_per_thousand),
    ("total_fatalities", "personnel", |m| m.force / 1000.0 * m.dead_per_thousand * m.years),
    ("annual_insurgency_fatalities", "personnel per year", |m| m.force / 1000.0 * m.fallen_per_thousand),
    ("total_insurgency_fatalities", "personnel", |m| m.force / 1000.0 * m.fallen_per_thousand * m.years),
    // Build-up: waiting, then an even stream of those who are not there yet.
    ("build_up_time", "days", |m| {
        let stream = if m.force > m.vanguard { (m.force - m.vanguard) / m.a_day } else { 0.0 };
        m.talks + m.until_first + m.opening + stream
    }),
    // Supply. Pool = F (T + D) / T, and turned round what a pool keeps in theatre for good.
    ("rotation_multiple", "1", |m| 1.0 + m.home / m.tour),
    ("rotation_pool", "personnel", |m| m.force * (1.0 + m.home / m.tour)),
    ("listed_land_forces", "personnel", |m| m.lender[0].land + m.lender[1].land),
    ("coalition_land_forces", "personnel", |m| m.coalition_land()),
    ("coalition_garrisons", "personnel", |m| m.both(Mission::garrisoned)),
    ("coalition_flank", "personnel", |m| m.both(Mission::flank)),
    ("coalition_deployable", "personnel", |m| m.both(Mission::deployable)),
    ("coalition_available", "personnel", |m| m.both(Mission::available)),
    ("coalition_sustainable", "personnel", |m| m.both(Mission::sustained)),
    // The same data read otherwise: nobody rotates; commitments leave first; commitments come out of the share of all,
    // without relief or with it; a share of all that was agreed, or seen, to be away at one time.
    ("reading_momentary", "personnel", |m| m.both(Mission::once_only)),
    ("reading_commitments_first", "personnel", |m| m.both(Mission::commitments_first)),
    ("reading_share_of_all", "personnel", |m| (m.usually_sent * m.coalition_land() - m.bound()) * m.away()),
    ("reading_all_rotate", "personnel", |m| m.usually_sent * m.coalition_land() * m.away() - m.bound()),
    ("reading_target", "personnel", |m| m.agreed * m.coalition_land() - m.bound()),
    ("reading_practice", "personnel", |m| m.practised * m.coalition_land() - m.bound()),
    ("coalition_pledges", "personnel", |m| m.both(|m, i| m.lender[i].named)),
    ("coalition_population", "people", |m| m.both(|m, i| m.lender[i].people)),
    ("coalition_wealth", "EUR", |m| m.both(|m, i| m.lender[i].product)),
    ("coalition_brigades", "1", |m| m.both(|m, i| m.lender[i].brigades)),
    ("supply_margin", "personnel", |m| m.both(Mission::sustained) - m.force),
    ("full_strength_tours", "1", |m| times(m.both(Mission::available), m.force)),
    ("rotating_brigades", "1", |m| m.both(|m, i| m.lender[i].brigades) * m.tour / (m.tour + m.home)),
    ("sustainable_brigade_slices", "1", |m| m.both(Mission::sustained) / m.in_a_slice),
    ("sustainable_support", "personnel", |m| m.both(Mission::sustained) * (1.0 - m.in_a_brigade / m.in_a_slice)),
    // A part of the sustainable force: none of nothing.
    ("slice_support_share", "%", |m| {
        if m.both(Mission::sustained) > 0.0 { 100.0 * (1.0 - m.in_a_brigade / m.in_a_slice) } else { f64::NAN }
    }),
    ("enabled_force", "personnel", |m| m.both(Mission::sustained).min(m.enabled)),
];

/// Set-up and some years, in billions.
fn total(mission: &Mission, soldier_year: f64) -> f64 {
    mission.force * (mission.once + mission.years * soldier_year) / 1e9
}

const SAMPLES: usize = 2000;

/// Where something stands.
type Place = fn(&mut Mission) -> &mut f64;

/// What lines are parted into.
const COUNTED: [(&str, Place); 3] = [
    ("post_spacing", |m| &mut m.between_posts),
    ("patrol_length", |m| &mut m.for_one_patrol),
    ("unit_frontage", |m| &mut m.frontage),
];

/// A scenario that gives every input of the model some value, so that every metric can be computed.
fn everything() -> Assessment {
    let inputs = standard().entries.inputs;
    let lines = inputs.iter().map(|input| {
        let unit = input.unit.as_ref().map_or("1", |unit| unit.as_str());
        // One half is a share like any other, and does not divide by zero where one is kept back.
        let value = if input.bounds.as_deref() == Some("share") { 0.5 } else { 1.0 };
        format!("{} = {{ value = {value}, unit = \"{unit}\", assumed = \"any\" }}\n", input.name.value)
    });
    let scopes: Vec<String> =
        standard().entries.scopes.into_iter().map(|scope| scope.name.value.into_owned()).collect();
    let pairs = scopes.iter().flat_map(|scope| ["one", "two"].map(|member| (scope, member)));
    let sectors = pairs.map(|(scope, member)| {
        let all = standard().entries.scopes.into_iter().filter(|known| known.name.value == *scope);
        let inputs = all.flat_map(|scope| scope.inputs);
        let lines = inputs.map(|input| {
            let unit = input.unit.expect("the inputs of a scope have units").value;
            format!("{} = {{ value = 1, unit = \"{unit}\", assumed = \"any\" }}\n", input.name.value)
        });
        format!("[{scope}.{member}]\n{}", lines.collect::<String>())
    });
    let inputs = lines.collect::<String>();
    let sectors = sectors.collect::<String>();
    assessment(&format!("title = \"all\"\npurpose = \"observation\"\n[input]\n{inputs}{sectors}"))
}

#[test]
fn every_metric_and_every_input_of_the_model_has_a_second_definition() {
    let model = standard();
    // Of a sector's the last part is the name.
    let last = |name: &'static str| name.rsplit('.').next().unwrap_or(name);
    let mut metrics: Vec<&str> = model.entries.metrics.iter().map(|metric| metric.name.as_str()).collect();
    let mut defined: Vec<&str> = DEFINITIONS.iter().map(|(name, ..)| last(name)).collect();
    defined.extend(LENDER_DEFINITIONS.iter().map(|(name, ..)| *name));
    metrics.sort_unstable();
    defined.sort_unstable();
    defined.dedup();
    assert_eq!(metrics, defined, "write the definition of each new metric into DEFINITIONS");
    let of_scopes = model.entries.scopes.iter().flat_map(|scope| &scope.inputs);
    let mut inputs: Vec<&str> = model.entries.inputs.iter().chain(of_scopes).map(|input| input.name.as_str()).collect();
    let mut fields: Vec<&str> = FIELDS.iter().map(|(name, ..)| last(name)).collect();
    fields.extend(LENDER_FIELDS.iter().map(|(name, ..)| *name));
    inputs.sort_unstable();
    fields.sort_unstable();
    fields.dedup();
    assert_eq!(inputs, fields, "write each new input into FIELDS");
}

#[test]
fn the_model_and_its_second_definition_agree_on_random_missions() {
    let assessment = everything();
    assert!(assessment.calculation.unavailable.is_empty(), "{:?}", assessment.calculation.unavailable);
    let mut random = Random(1999);
    let mut missions = vec![Mission::default(); SAMPLES];
    let mut columns: Vec<(InputId, Vec<f64>)> = Vec::new();
    let mut draw = |name: &str, field: &dyn Fn(&mut Mission) -> &mut f64, low: f64, high: f64| {
        let input = assessment.calculation.input(name).expect("every input is given");
        let mut column = Vec::with_capacity(SAMPLES);
        // Definitions speak of soldiers for a thousand people: an input in such a unit is drawn in it.
        let unit = &assessment.calculation.inputs[input].unit;
        for mission in &mut missions {
            *field(mission) = random.log_uniform(low, high);
            column.push(unit.to_base(*field(mission)));
        }
        columns.push((input, column));
    };
    for (name, field, low, high) in FIELDS {
        draw(name, field, *low, *high);
    }
    // Half of the lines are whole multiples of what they are parted into, as planners like to have them.
    for (name, field) in COUNTED {
        let line = assessment.calculation.input("front_length").expect("every input is given");
        let each = assessment.calculation.input(name).expect("every input is given");
        let column = |columns: &[(InputId, Vec<f64>)], input: InputId| columns.iter().position(|(of, _)| *of == input);
        let (line, each) = (column(&columns, line).expect("drawn"), column(&columns, each).expect("drawn"));
        for (at, mission) in missions.iter_mut().enumerate().filter(|(at, _)| at % 2 == 0) {
            let count = 1.0 + random.log_uniform(1.0, 1e4).floor();
            *field(mission) = mission.line / count;
            columns[each].1[at] = columns[line].1[at] / count;
        }
    }
    let mut draw = |name: &str, field: &dyn Fn(&mut Mission) -> &mut f64, low: f64, high: f64| {
        let input = assessment.calculation.input(name).expect("every input is given");
        let mut column = Vec::with_capacity(SAMPLES);
        for mission in &mut missions {
            *field(mission) = random.log_uniform(low, high);
            column.push(assessment.calculation.inputs[input].unit.to_base(*field(mission)));
        }
        columns.push((input, column));
    };
    for (lender, member) in LENDERS.iter().enumerate() {
        for (name, field, low, high) in LENDER_FIELDS {
            draw(&format!("contributor.{member}.{name}"), &|mission| field(&mut mission.lender[lender]), *low, *high);
        }
    }
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
    let results = assessment.calculation.evaluate(&columns, SAMPLES);
    let check = |name: &str, unit: &str, definition: &dyn Fn(&Mission) -> f64, scale: &dyn Fn(&Mission) -> f64| {
        let at = assessment.calculation.metric(name).expect("every metric is available");
        let metric = &assessment.calculation.metrics[at];
        assert_eq!(metric.unit.text(), unit, "unit of {name}");
        for (result, mission) in results[at].iter().zip(&missions) {
            let (ours, theirs) = (metric.unit.from_base(*result), definition(mission));
            // A part of nothing is no number in either.
            assert!(
                (ours.is_nan() && theirs.is_nan()) || (ours - theirs).abs() <= 1e-12 * theirs.abs().max(scale(mission)),
                "{name}: the model says {ours}, the definition {theirs}"
            );
        }
    };
    for (name, unit, definition) in DEFINITIONS {
        check(name, unit, definition, &|mission| scale(name, mission));
    }
    for (lender, member) in LENDERS.iter().enumerate() {
        for (name, unit, definition) in LENDER_DEFINITIONS {
            let full = format!("contributor.{member}.{name}");
            let scale = |mission: &Mission| lender_scale(name, mission, lender);
            check(&full, unit, &|mission| definition(mission, lender), &scale);
        }
    }
}
