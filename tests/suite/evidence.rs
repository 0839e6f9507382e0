//! Past missions: bands, precedents and regressions against numpy 2.4.6 and statsmodels 0.15.0, run once on
//! `reference_missions.csv`, and files of a user's own.

use crate::engine::{Shelf, assess};
use approx::assert_relative_eq;
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::evidence::Evidence;
use forcesize::scenario::Purpose;
use forcesize::scenario::{FoundFile, Located, Missions};
use forcesize::uncertainty::summary::percentiles;

fn file(content: &str) -> FoundFile {
    FoundFile { name: "mine.toml".to_owned(), identity: "mine.toml".to_owned(), content: content.to_owned() }
}

/// The missions together with a file's, or all complaints.
fn with(content: &str) -> Result<Evidence, String> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let own = Missions::read(&file(content), &mut texts, &mut diagnostics);
    let evidence = own.and_then(|own| Evidence::read(&[own], &mut texts, &mut diagnostics));
    evidence.filter(|_| diagnostics.is_empty()).ok_or_else(|| diagnostics.plain(&texts))
}

#[test]
fn the_built_in_file_is_in_order() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let evidence = Evidence::read(&[], &mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    let evidence = evidence.unwrap();
    assert_eq!(evidence.missions.len(), 66);
    assert_eq!(evidence.missions.iter().filter(|mission| mission.status.is_some()).count(), 5);
    assert_eq!(evidence.densities.len(), 3);
    assert_eq!(evidence, Evidence::standard());
}

/// numpy on places: means of logarithms, then numpy.quantile, whose default is type 7.
#[test]
fn bands_are_numpys() {
    struct Case {
        density: &'static str,
        kind: &'static str,
        counts: (usize, usize),
        /// Least figure, median of places, greatest figure.
        shown: [f64; 3],
        quartiles: Option<[f64; 2]>,
    }
    let cases = [
        Case {
            density: "front_density",
            kind: "all",
            counts: (15, 10),
            shown: [0.135_333_333_333_333_33, 6.756_324_786_324_787, 100.0],
            quartiles: Some([4.318_307_086_614_173_5, 13.201_576_125_040_283]),
        },
        Case {
            density: "front_density",
            kind: "interposition",
            counts: (7, 5),
            shown: [4.2, 10.824_355_254_086_344, 100.0],
            quartiles: None,
        },
        Case {
            density: "force_density",
            kind: "all",
            counts: (36, 24),
            shown: [0.282_324_129_219_595, 4.397_271_506_231_142, 41.138_136_435_417_245],
            quartiles: Some([0.818_689_812_072_519_7, 9.822_655_414_611_242]),
        },
        Case {
            density: "force_density",
            kind: "enforcement",
            counts: (6, 6),
            shown: [1.265_963_895_383_931, 14.630_171_313_705_35, 25.316_128_632_184_92],
            quartiles: None,
        },
        Case {
            density: "force_to_space",
            kind: "all",
            counts: (33, 21),
            shown: [0.008_255_084_103_173_839, 0.199_155_205_985_618_6, 3.765_959_401_120_602_6],
            quartiles: Some([0.039_11, 0.534_523_299_265_651_2]),
        },
        Case {
            density: "force_to_space",
            kind: "stabilisation",
            counts: (15, 10),
            shown: [0.008_255_084_103_173_839, 0.189_311_913_850_295_5, 3.582_254_064_480_573],
            quartiles: Some([0.027_113_418_739_486_087, 0.267_027_713_255_859_7]),
        },
    ];
    let evidence = Evidence::standard();
    for case in cases {
        let density = evidence.density(case.density).unwrap();
        let band = match case.kind {
            "all" => evidence.band_of_all(density),
            kind => evidence.band_of_kind(density, kind),
        };
        let band = band.unwrap();
        assert_eq!((band.n(), band.places.len()), case.counts, "{} {}", case.density, case.kind);
        for (found, wanted) in band.shown().into_iter().zip(case.shown) {
            assert_relative_eq!(found, wanted, max_relative = 1e-9);
        }
        let quartiles = band.shown_quartiles().map(|both| both.map(|quartile| quartile.value));
        assert_eq!(quartiles.is_some(), case.quartiles.is_some(), "{} {}", case.density, case.kind);
        for (found, wanted) in quartiles.iter().flatten().zip(case.quartiles.iter().flatten()) {
            assert_relative_eq!(*found, *wanted, max_relative = 1e-9);
        }
    }
    assert!(evidence.band("no_such_density", Some(Purpose::Reassurance)).is_none());
    assert!(evidence.band("front_density", None).is_none());
    assert!(evidence.band("force_density", Some(Purpose::Observation)).is_none(), "no observers have a population");
}

/// Over missions the upper quartile of stabilisation is 8.15 for 1,000; with the arithmetic mean of each place's figures it
/// is 4.45, and with the mean of their logarithms, which is the rule here, 4.34. With the planned strength of UNTAC, which is
/// no past mission's, they were 8.06, 4.36 and 4.14.
#[test]
fn a_quartile_of_missions_falls_by_half_when_places_count_once() {
    let evidence = Evidence::standard();
    let density = evidence.density("force_density").unwrap();
    let band = evidence.band_of_kind(density, "stabilisation").unwrap();
    assert_eq!((band.n(), band.places.len()), (15, 10));
    let per_thousand = |value: f64| density.unit.from_base(value);
    let missions: Vec<f64> = band.cases.iter().map(|case| per_thousand(case.value)).collect();
    let means: Vec<f64> = band
        .places
        .iter()
        .map(|(place, _)| {
            let own: Vec<f64> =
                band.cases.iter().filter(|case| case.place == *place).map(|case| per_thousand(case.value)).collect();
            own.iter().sum::<f64>() / f64::from(u32::try_from(own.len()).unwrap())
        })
        .collect();
    assert!((percentiles(&missions, &[0.75])[0] - 8.15).abs() < 0.005);
    assert!((percentiles(&means, &[0.75])[0] - 4.45).abs() < 0.005);
    let [lower, upper] = band.shown_quartiles().unwrap();
    assert!((upper.value - 4.34).abs() < 0.005 && (lower.value - 1.25).abs() < 0.005);
    // Of ten places an interval of a quartile is wide: all three numbers lie in it.
    assert!(upper.ci.0 < 4.0 && upper.ci.1 > 8.15 && lower.ci.0 < lower.value && lower.value < lower.ci.1, "{upper:?}");
    // Several figures of one place change the figures that a sample may draw, not the weight of the place.
    let weights: f64 = band.weighted().iter().map(|(_, weight)| weight).sum();
    assert_relative_eq!(weights, 1.0, max_relative = 1e-12);
    let kosovo: Vec<f64> = band.cases.iter().filter(|case| case.place == "Kosovo").map(|case| case.value).collect();
    let weighted = band.weighted();
    let of_kosovo: f64 = weighted.iter().filter(|(value, _)| kosovo.contains(value)).map(|(_, weight)| weight).sum();
    assert_relative_eq!(of_kosovo, 1.0 / 10.0, max_relative = 1e-12);
}

/// A border that a battlegroup deters on and does not man is no line.
#[test]
fn lines_nobody_manned_are_no_cases() {
    let evidence = Evidence::standard();
    let density = evidence.density("front_density").unwrap();
    let names: Vec<&str> = evidence.comparable(density).map(|(mission, _)| mission.id.as_str()).collect();
    assert!(names.iter().all(|name| !name.starts_with("efp-")), "{names:?}");
    let deterrence = evidence.band("front_density", Some(Purpose::Deterrence)).unwrap();
    assert_eq!((deterrence.n(), deterrence.is_enough()), (1, false));
}

#[test]
fn a_scenario_is_not_compared_with_itself() {
    let read = |text: &str, diagnostics: &mut Diagnostics| {
        let mut texts = Texts::default();
        let named = Located::new(text.to_owned().into(), texts_span(&mut texts, text));
        Evidence::standard().apart_from(Some(&named), diagnostics)
    };
    let mut diagnostics = Diagnostics::default();
    let evidence = read("kfor-1999", &mut diagnostics);
    assert!(diagnostics.is_empty());
    let own: Vec<&str> = evidence.own().map(|mission| mission.id.as_str()).collect();
    assert_eq!(own, ["kfor-1999", "kfor-1999-in-kosovo", "kfor-2002", "kfor-2003", "kfor-2008"]);
    let band = evidence.band("force_density", Some(Purpose::Enforcement)).unwrap();
    assert_eq!((band.n(), band.places.len()), (5, 5));
    assert!(band.cases.iter().all(|case| case.place != "Kosovo"));
    assert!(evidence.regressions()[0].places.iter().all(|(place, _)| place != "Kosovo"));
    let _ = read("kfor-1998", &mut diagnostics);
    assert_eq!(diagnostics.counts().0, 1);
}

fn texts_span(texts: &mut Texts, content: &str) -> Span {
    let text = texts.add("mission.toml", content.to_owned());
    Span { text, start: 0, end: content.len() }
}

/// statsmodels 0.15.0: OLS with `cov_type="cluster"` over places, its correction (CR1) and `use_t`; the F test of the
/// slopes; each place left out; Cook's distance of each place.
#[test]
#[expect(clippy::too_many_lines, reason = "one table of expected numbers")]
fn regressions_are_those_of_statsmodels() {
    struct Case {
        id: &'static str,
        counts: (usize, usize),
        coefficients: &'static [f64],
        errors: &'static [f64],
        r2_sd_loo_p: [f64; 4],
        cook: (&'static str, f64),
        /// At 10 million people, 100,000 km² and 1,000 km: logarithms of low, middle and high at 90 %.
        at: &'static [f64],
        predicted: [f64; 3],
        says_nothing: bool,
    }
    let cases = [
        Case {
            id: "population",
            counts: (36, 24),
            coefficients: &[0.756_255_460_275_463_4, 0.588_267_540_990_483_2],
            errors: &[2.720_754_542_402_294, 0.175_799_478_847_437_5],
            r2_sd_loo_p: [
                0.290_895_794_651_283_7,
                1.288_986_504_915_206_5,
                1.402_107_374_988_218_5,
                0.002_799_967_252_837_088,
            ],
            cook: ("Baltic states", 0.473_083_720_406_216_16),
            at: &[1e7],
            predicted: [7.969_362_627_190_085, 10.238_007_954_314_115, 12.506_653_281_438_146],
            says_nothing: false,
        },
        Case {
            id: "area",
            counts: (33, 21),
            coefficients: &[5.560_636_871_469_722, 0.367_660_867_046_967_54],
            errors: &[1.793_339_556_357_026_7, 0.154_564_368_058_098_9],
            r2_sd_loo_p: [
                0.214_262_791_125_726_88,
                1.356_703_079_478_182,
                1.441_358_593_547_353_6,
                0.027_451_222_390_415_69,
            ],
            cook: ("Kosovo", 0.816_433_381_492_951),
            at: &[1e5],
            predicted: [7.385_186_458_189_574, 9.793_489_030_167_787, 12.201_791_602_146],
            says_nothing: false,
        },
        Case {
            id: "front_length",
            counts: (15, 10),
            coefficients: &[5.196_564_007_126_234, 0.477_308_824_315_338_94],
            errors: &[3.210_851_619_283_529_2, 0.625_433_949_233_335],
            r2_sd_loo_p: [
                0.103_989_674_321_368_41,
                1.504_233_149_761_389_7,
                1.959_434_764_704_400_6,
                0.464_898_585_890_841_2,
            ],
            cook: ("Bosnia", 4.089_028_017_313_621),
            at: &[1e3],
            predicted: [5.013_254_013_295_613, 8.493_696_557_995_275, 11.974_139_102_694_936],
            says_nothing: true,
        },
        Case {
            id: "population_area",
            counts: (33, 21),
            coefficients: &[0.409_032_481_991_335_8, 0.614_174_803_738_672, -0.006_221_362_970_622_757],
            errors: &[3.262_387_896_792_588_6, 0.380_702_969_916_502_8, 0.305_670_014_378_664_5],
            r2_sd_loo_p: [
                0.311_148_578_172_162_9,
                1.291_305_943_630_598_7,
                1.504_888_377_096_981_6,
                0.012_190_150_499_074_18,
            ],
            cook: ("Kosovo", 0.489_072_079_892_774_1),
            at: &[1e7, 1e5],
            predicted: [7.909_684_038_502_637, 10.236_734_626_888_499, 12.563_785_215_274_361],
            says_nothing: false,
        },
    ];
    let regressions = Evidence::standard().regressions();
    assert_eq!(regressions.len(), cases.len());
    for (regression, case) in regressions.iter().zip(cases) {
        assert_eq!(regression.id(), case.id);
        assert_eq!((regression.missions.len(), regression.places.len()), case.counts);
        let close = |found: f64, wanted: f64| assert_relative_eq!(found, wanted, max_relative = 1e-8);
        for (found, wanted) in regression.coefficients.iter().zip(case.coefficients) {
            // The slope on area is next to nothing: its last digits are cancelled away in any program.
            assert_relative_eq!(*found, *wanted, max_relative = 1e-9, epsilon = 1e-11);
        }
        regression.standard_errors.iter().zip(case.errors).for_each(|(found, wanted)| close(*found, *wanted));
        close(regression.r2, case.r2_sd_loo_p[0]);
        close(regression.residual_sd, case.r2_sd_loo_p[1]);
        close(regression.leave_one_out, case.r2_sd_loo_p[2]);
        assert_relative_eq!(regression.p, case.r2_sd_loo_p[3], epsilon = 1e-8);
        assert_eq!(regression.says_nothing(), case.says_nothing, "{}", case.id);
        let strongest = regression.influential()[0];
        assert_eq!(strongest.0, case.cook.0);
        close(strongest.1, case.cook.1);
        let predicted = regression.predict(case.at).unwrap();
        for (found, wanted) in [predicted.low, predicted.middle, predicted.high].into_iter().zip(case.predicted) {
            close(found.ln(), wanted);
        }
        assert!(regression.predict(&[-1.0]).is_none());
    }
}

/// METHODS.md 14.10: 35 points with population and area; slope 0.59, R² 0.30, a factor of 3.5; area alone R² 0.21;
/// quartiles of soldiers and police per 1,000 are 1.2, 4.7 and 14.1. They counted Northern Ireland twice, and
/// the planned strength of UNTAC.
#[test]
fn the_collectors_own_check_comes_out() {
    let again = r#"
        [mission.n-ireland-1972-average]
        name = "Northern Ireland 1972, average"
        kind = "counterinsurgency"
        year = 1972
        input = { peacekeepers = "16_867 personnel", area = "14_121 km²", population = "1_500_000 people" }
        police = 4_197
        source = "https://api.parliament.uk/historic-hansard"
        [mission.untac-1992]
        name = "UNTAC Cambodia, planned"
        kind = "stabilisation"
        year = 1992
        input = { peacekeepers = "15_900 personnel", population = "8_113_083 people", area = "181_035 km²" }
        police = 3_600
        source = "https://www.latimes.com/archives/la-xpm-1992-02-29-mn-2391-story.html"
    "#;
    let evidence = with(again).unwrap();
    let both = evidence
        .clone()
        .only(|mission| ["population", "area"].iter().all(|name| mission.inputs.iter().any(|input| input.id == *name)));
    let regressions = both.regressions();
    let (population, area) = (&regressions[0], &regressions[1]);
    assert_eq!(population.missions.len(), 35);
    assert!((population.coefficients[1] - 0.59).abs() < 0.005, "{}", population.coefficients[1]);
    assert!((population.r2 - 0.30).abs() < 0.005 && (area.r2 - 0.21).abs() < 0.005);
    assert!((population.scatter() - 3.5).abs() < 0.05);
    let density = evidence.density("force_density").unwrap();
    let uniformed = evidence.comparable(density).map(|(mission, value)| {
        let strength = mission.inputs.iter().find(|input| input.id == "peacekeepers").unwrap().value;
        density.unit.from_base(value) * (strength + mission.police.unwrap_or(0.0)) / strength
    });
    let uniformed: Vec<f64> = uniformed.collect();
    assert_eq!(uniformed.len(), 38);
    let quartiles = percentiles(&uniformed, &[0.25, 0.5, 0.75]);
    for (found, wanted) in quartiles.iter().zip([1.2, 4.7, 14.1]) {
        assert!((found / wanted).ln().abs() < 0.15, "{quartiles:?}");
    }
}

#[test]
fn another_count_of_a_mission_does_not_enter_twice() {
    let evidence = Evidence::standard();
    let density = evidence.density("force_density").unwrap();
    let names: Vec<&str> = evidence.comparable(density).map(|(mission, _)| mission.id.as_str()).collect();
    assert!(names.contains(&"kfor-1999-in-kosovo") && !names.contains(&"kfor-1999"));
    assert!(!names.contains(&"gaza-isf-2026-plan") && !names.contains(&"unficyp-2014"));
    let with_plans = evidence.clone().with_plans(true);
    let names: Vec<&str> = with_plans.comparable(density).map(|(mission, _)| mission.id.as_str()).collect();
    assert!(names.contains(&"gaza-isf-2026-plan") && !names.contains(&"kfor-1999"));
}

const OWN: &str = r#"
    [mission.mine]
    name   = "A mission of my own"
    kind   = "interposition"
    year   = 2020
    input  = { peacekeepers = "3 thousand troops", front_length = "10 km" }
    source = "https://example.org/mine"
"#;

#[test]
fn a_file_of_ones_own_changes_the_bands() {
    let (before, after) = (Evidence::standard(), with(OWN).unwrap());
    let band = |evidence: &Evidence, density: &str| evidence.band(density, Some(Purpose::Interposition)).unwrap();
    assert_eq!(band(&after, "front_density").n(), band(&before, "front_density").n() + 1);
    assert_relative_eq!(band(&after, "front_density").shown()[2], 300.0, max_relative = 1e-12);
    // Without area and population it is in no other band.
    for density in ["force_density", "force_to_space"] {
        assert_eq!(band(&after, density), band(&before, density));
    }
    // A mission of the same name replaces the one that is built in.
    let replaced = with(&OWN.replace("mission.mine", "mission.unmee-2001")).unwrap();
    assert_eq!(replaced.missions.len(), 66);
    assert_eq!(band(&replaced, "front_density").n(), 7);
}

#[test]
fn a_scenario_is_placed_among_the_missions() {
    let scenario = r#"
        title = "A line"
        purpose = "interposition"
        [input]
        front_length = { value = 1_000, unit = "km", assumed = "a test" }
        peacekeepers = { value = 12_000, unit = "troops", assumed = "a test" }
    "#;
    let assessment = assess("line.toml", scenario, &Shelf(&[])).unwrap();
    let places = Evidence::standard().places(&assessment);
    let front = &places[0];
    let value = front.value.unwrap();
    let class = front.class.as_ref().unwrap();
    // UNMEE 4.2, Transnistria 5.6 and Cyprus 4.75 are thinner than 12 per km.
    let rank = class.rank(value);
    assert_eq!((rank.thinner, rank.level, rank.denser), (3, 0, 4));
    assert_eq!((class.n(), class.places.len()), (7, 5));
    assert!((front.nearest[0].factor.ln()).abs() <= (front.nearest[1].factor.ln()).abs());
    assert!(front.lacking.0.contains(&"karabakh-2020".to_owned()));
    assert!(places[1].value.is_none() && places[1].nearest.is_empty());
    assert_eq!(places[1].lacking.1, ["unficyp-2014"]);
    let cyprus = class.cases.iter().find(|case| case.mission == "unficyp-1974").unwrap().value;
    let rank = class.rank(cyprus);
    assert_eq!((rank.thinner, rank.level, rank.denser), (5, 1, 1));
}

#[test]
fn what_is_wrong_in_a_file_is_said_with_its_place() {
    let cases: [(&str, &str, &str); 10] = [
        ("kind   = \"interposition\"", "kind = \"interpositon\"", "invalid kind `interpositon`"),
        ("front_length = \"10 km\"", "front_lenght = \"10 km\"", "no input is called `front_lenght`"),
        ("\"10 km\"", "\"10 km²\"", "`front_length` is measured in"),
        ("\"10 km\"", "\"-10 km\"", "front_length"),
        ("year   = 2020", "", "a mission needs `year`"),
        ("year   = 2020", "year = 2020\nvariant_of = \"unme-2001\"", "no mission is called `unme-2001`"),
        ("year   = 2020", "year = 2020\nvariant_of = \"kfor-1999\"", "stays out itself"),
        ("year   = 2020", "year = 2020\nnot_comparable = [\"front_densty\"]", "did you mean `front_density`?"),
        ("\"https://example.org/mine\"", "\"quinlivan-1996\"", "did you mean `quinlivan-1995`?"),
        ("source = \"https://example.org/mine\"", "", "the mission `mine` has no source"),
    ];
    for (old, new, wanted) in cases {
        let text = OWN.replace(old, new);
        assert_ne!(text, OWN, "{old}");
        let complaint = with(&text).unwrap_err();
        assert!(complaint.contains(wanted) && complaint.contains("mine.toml:"), "{new}: {complaint}");
    }
}

/// A density with what is compared.
type Case = (&'static str, [f64; 3], f64, [(&'static str, f64); 3]);

/// `MixedLM` of statsmodels 0.15.0: kinds as random effects, places within kinds as a variance component, restricted
/// likelihood; its search for the variances stops at about three digits.
#[test]
fn partial_pooling_is_that_of_statsmodels() {
    let evidence = Evidence::standard();
    let cases: [Case; 2] = [
        (
            "force_density",
            [0.884_511, 1.133_630, 0.319_138],
            1.247_574_28,
            [("counterinsurgency", 8.220_192), ("deterrence", 1.345_281), ("stabilisation", 2.660_080)],
        ),
        (
            "front_density",
            [0.153_827, 1.906_311, 0.699_348],
            2.109_571_33,
            [("deterrence", 7.680_113), ("interposition", 9.163_614), ("observation", 6.808_262)],
        ),
    ];
    for (density, variances, mean, kinds) in cases {
        let found = evidence.pooled(evidence.density(density).unwrap()).unwrap();
        for (found, expected) in found.variances.iter().zip(variances) {
            assert_relative_eq!(*found, expected, max_relative = 0.01);
        }
        assert_relative_eq!(found.overall, mean.exp(), max_relative = 2e-3);
        for (kind, value) in kinds {
            let pooled = found.kinds.iter().find(|pooled| pooled.kind == kind).unwrap();
            assert_relative_eq!(pooled.value, value, max_relative = 3e-3);
            assert!(pooled.ci.0 < pooled.value && pooled.value < pooled.ci.1);
        }
    }
    // A kind of one place lies between its own figure and the mean of all.
    let density = evidence.density("front_density").unwrap();
    let (pooling, own) = (evidence.pooled(density).unwrap(), evidence.band_of_kind(density, "enforcement").unwrap());
    let enforcement = pooling.kinds.iter().find(|pooled| pooled.kind == "enforcement").unwrap();
    let [_, median, _] = own.shown();
    assert!((enforcement.value - pooling.overall).abs() < (median - pooling.overall).abs());
}
