//! Past missions: bands, precedents and regressions against numpy 2.4.6 and statsmodels 0.15.0, run once on
//! `reference_missions.csv`, and files of a user's own.

use crate::engine::{Shelf, assess};
use approx::assert_relative_eq;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::scenario::Purpose;
use forcesize::scenario::{FoundFile, Missions};
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
    assert_eq!(evidence.missions.iter().filter(|mission| mission.status.is_some()).count(), 4);
    assert_eq!(evidence.densities.len(), 3);
    assert_eq!(evidence, Evidence::standard());
}

#[test]
fn bands_are_numpys() {
    let evidence = Evidence::standard();
    // numpy.quantile, whose default is type 7.
    let cases: [(&str, &str, usize, [f64; 5]); 6] = [
        (
            "front_density",
            "all",
            18,
            [0.135_333_333_333_333_33, 4.253_395_061_728_395, 6.756_324_786_324_786, 16.306_250_000_000_002, 100.0],
        ),
        ("front_density", "interposition", 7, [4.2, 5.150_555_555_555_556, 12.8625, 19.945_833_333_333_333, 100.0]),
        (
            "force_density",
            "all",
            37,
            [
                0.282_324_129_219_595,
                1.265_963_895_383_931,
                4.477_167_731_753_779,
                12.280_428_620_511_94,
                41.138_136_435_417_24,
            ],
        ),
        (
            "force_density",
            "enforcement",
            6,
            [
                1.265_963_895_383_931,
                6.587_417_964_741_885,
                14.630_171_313_705_347,
                20.301_181_895_411_673,
                25.316_128_632_184_917,
            ],
        ),
        (
            "force_to_space",
            "all",
            34,
            [
                0.008_255_084_103_173_839,
                0.040_310_188_631_976_12,
                0.239_162_585_424_480_7,
                0.747_420_369_804_88,
                3.765_959_401_120_602_6,
            ],
        ),
        (
            "force_to_space",
            "stabilisation",
            16,
            [
                0.008_255_084_103_173_839,
                0.075_648_740_367_884_66,
                0.239_162_585_424_480_7,
                0.617_634_710_469_047_5,
                3.582_254_064_480_573,
            ],
        ),
    ];
    for (density, kind, n, wanted) in cases {
        let density = evidence.density(density).unwrap();
        let band = match kind {
            "all" => evidence.band_of_all(density),
            kind => evidence.band_of_kind(density, kind),
        };
        let band = band.unwrap();
        assert_eq!(band.n(), n, "{} {kind}", density.id);
        for (found, wanted) in band.shown().into_iter().zip(wanted) {
            assert_relative_eq!(found, wanted, max_relative = 1e-9);
        }
    }
    // Four missions are points, not a band.
    let reassurance = evidence.band("front_density", Some(Purpose::Reassurance)).unwrap();
    assert!(reassurance.n() == 4 && !reassurance.is_band());
    assert!(evidence.band("no_such_density", Some(Purpose::Reassurance)).is_none());
    assert!(evidence.band("front_density", None).is_none());
    assert!(evidence.band("force_density", Some(Purpose::Observation)).is_none(), "no observers have a population");
}

#[test]
fn regressions_are_those_of_statsmodels() {
    struct Case {
        id: &'static str,
        n: usize,
        coefficients: &'static [f64],
        errors: &'static [f64],
        r2_sd_loo: [f64; 3],
        cook: (&'static str, f64),
        /// At 10 million people, 100,000 km² and 1,000 km: logarithms of low, middle and high at 90 %.
        at: &'static [f64],
        predicted: [f64; 3],
    }
    let cases = [
        Case {
            id: "population",
            n: 37,
            coefficients: &[0.798_757_744_547_039_6, 0.584_726_659_384_829_3],
            errors: &[2.393_781_536_621_175_7, 0.155_159_911_321_824_3],
            r2_sd_loo: [0.288_645_496_339_539_06, 1.272_554_754_632_159_6, 1.306_432_575_214_017_6],
            cook: ("monuc-2010", 0.119_816_530_904_682_33),
            at: &[1e7],
            predicted: [8.035_667_045_288_864, 10.223_437_970_177_043, 12.411_208_895_065_222],
        },
        Case {
            id: "area",
            n: 34,
            coefficients: &[5.577_126_459_025_830_5, 0.365_323_885_832_605_33],
            errors: &[1.422_970_910_839_424_2, 0.124_225_701_533_927_82],
            r2_sd_loo: [0.212_760_159_517_833_63, 1.336_622_946_176_266_4, 1.376_050_656_035_516_6],
            cook: ("algeria-1959", 0.211_555_630_969_517_68),
            at: &[1e5],
            predicted: [7.485_512_231_406_53, 9.783_073_127_189_908, 12.080_634_022_973_285],
        },
        Case {
            id: "front_length",
            n: 18,
            coefficients: &[5.499_659_469_359_565, 0.402_979_181_478_842_1],
            errors: &[2.044_847_880_106_241, 0.345_955_985_679_366_9],
            r2_sd_loo: [0.078_172_367_035_421_41, 1.391_196_661_649_981, 1.536_440_429_204_189_3],
            cook: ("minurso-2007", 0.739_279_935_547_892_5),
            at: &[1e3],
            predicted: [5.705_051_223_774_871, 8.283_341_037_539_937, 10.861_630_851_305_005],
        },
        Case {
            id: "population_area",
            n: 34,
            coefficients: &[0.458_266_710_719_228_4, 0.610_809_004_367_565_4, -0.007_148_974_999_885_621],
            errors: &[2.815_317_140_435_575, 0.294_483_621_278_252, 0.215_026_398_823_878_7],
            r2_sd_loo: [0.308_698_921_887_644_7, 1.272_574_274_261_062_2, 1.363_350_775_089_441],
            cook: ("algeria-1959", 0.463_799_380_046_261_3),
            at: &[1e7, 1e5],
            predicted: [8.002_392_341_792_389, 10.221_039_051_257_648, 12.439_685_760_722_908],
        },
    ];
    let regressions = Evidence::standard().regressions();
    assert_eq!(regressions.len(), cases.len());
    for (regression, case) in regressions.iter().zip(cases) {
        assert_eq!((regression.id().as_str(), regression.missions.len()), (case.id, case.n));
        let close = |found: f64, wanted: f64| assert_relative_eq!(found, wanted, max_relative = 1e-9);
        for (found, wanted) in regression.coefficients.iter().zip(case.coefficients) {
            // The slope on area is next to nothing: its last digits are cancelled away in any program.
            assert_relative_eq!(*found, *wanted, max_relative = 1e-9, epsilon = 1e-11);
        }
        regression.standard_errors.iter().zip(case.errors).for_each(|(found, wanted)| close(*found, *wanted));
        close(regression.r2, case.r2_sd_loo[0]);
        close(regression.residual_sd, case.r2_sd_loo[1]);
        close(regression.leave_one_out, case.r2_sd_loo[2]);
        let strongest = regression.influential()[0];
        assert_eq!(strongest.id, case.cook.0);
        close(strongest.cook, case.cook.1);
        let predicted = regression.predict(case.at).unwrap();
        for (found, wanted) in [predicted.low, predicted.middle, predicted.high].into_iter().zip(case.predicted) {
            close(found.ln(), wanted);
        }
        assert!(regression.predict(&[-1.0]).is_none());
    }
}

/// METHODS.md 14.10: 35 points with population and area; slope 0.59, R² 0.30, a factor of 3.5; area alone R² 0.21;
/// quartiles of soldiers and police per 1,000 are 1.2, 4.7 and 14.1. They counted Northern Ireland twice.
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
    assert_relative_eq!(band(&after, "front_density").shown()[4], 300.0, max_relative = 1e-12);
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
    // UNMEE 4.2, Transnistria 5.6 and UNDOF are among the seven; three are thinner than 12 per km.
    assert_relative_eq!(
        class.percentile(value),
        f64::from(u8::try_from(class.missions.iter().filter(|(_, other)| *other < value).count()).unwrap()) / 7.0
    );
    assert!((front.nearest[0].factor.ln()).abs() <= (front.nearest[1].factor.ln()).abs());
    assert!(front.lacking.0.contains(&"karabakh-2020".to_owned()));
    assert!(places[1].value.is_none() && places[1].nearest.is_empty());
    assert_eq!(places[1].lacking.1, ["unficyp-2014"]);
    let cyprus = class.missions.iter().find(|(id, _)| id == "unficyp-1974").unwrap().1;
    assert_relative_eq!(class.percentile(cyprus), 5.5 / 7.0);
}

#[test]
fn what_is_wrong_in_a_file_is_said_with_its_place() {
    let cases: [(&str, &str, &str); 10] = [
        ("kind   = \"interposition\"", "kind = \"interpositon\"", "`interpositon` is no kind"),
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
