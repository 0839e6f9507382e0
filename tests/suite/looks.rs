//! How charts look: themes, house styles, letters, and that no label stands on another in any of them.

use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::language::{Language, Localizer};
use forcesize::model::{Choices, read_scenario_with};
use forcesize::report::study::present;
use forcesize::scenario::{Files, FoundFile, Look, StyleEntry, parse};
use forcesize::study::{self, Options};
use rayon::prelude::*;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{self, Node, Rect};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;

/// The fonts that charts are drawn with; read once.
pub fn fonts() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for file in fs::read_dir(root().join("src/chart/fonts")).unwrap() {
            // In memory: a file would be opened anew for every text.
            fonts.load_font_data(fs::read(file.unwrap().path()).unwrap());
        }
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn forcesize(args: &[&str]) -> Output {
    Command::new(crate::engine::program()).args(args).current_dir(root()).output().unwrap()
}

/// Draws a scenario with more arguments, and gives the folder of its charts.
fn drawn(scenario: &str, out: &TempDir, more: &[&str]) -> PathBuf {
    let out = out.path().to_str().unwrap();
    let path = format!("scenarios/{scenario}.toml");
    let output = forcesize(&[&["run", &path, "--quiet", "--out", out], more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Path::new(out).join(scenario).join("charts")
}

fn style(folder: &TempDir, text: &str) -> String {
    let path = folder.path().join("style.toml");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn tree(svg: &str) -> usvg::Tree {
    let options = usvg::Options { fontdb: fonts(), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).unwrap()
}

/// The ink of every text: what it says and where.
fn texts(group: &usvg::Group, found: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => texts(inner, found),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
                // The inner boxes are those before the text is moved, turned and scaled to the page.
                let ink = fill(text.flattened()).and_then(|ink| ink.transform(text.abs_transform()));
                found.push((words, ink.unwrap_or_else(|| text.abs_bounding_box())));
            }
            _ => {}
        }
    }
}

/// The box of letters without their halo.
fn fill(group: &usvg::Group) -> Option<Rect> {
    let mut all: Option<Rect> = None;
    for node in group.children() {
        let one = match node {
            Node::Group(inner) => fill(inner),
            other => Some(other.abs_bounding_box()),
        };
        all = match (all, one) {
            (Some(a), Some(b)) => Rect::from_ltrb(
                a.left().min(b.left()),
                a.top().min(b.top()),
                a.right().max(b.right()),
                a.bottom().max(b.bottom()),
            ),
            (a, b) => a.or(b),
        };
    }
    all
}

/// How far two boxes cover each other, to the right and downwards.
fn shared(a: &Rect, b: &Rect) -> (f32, f32) {
    (a.right().min(b.right()) - a.left().max(b.left()), a.bottom().min(b.bottom()) - a.top().max(b.top()))
}

/// Dots and axes of a chart: the boxes of circles, and of straight lines in the width of axes.
fn marks(svg: &str, scale: f32) -> Vec<(&'static str, Rect)> {
    let document = usvg::roxmltree::Document::parse(svg).unwrap();
    let number = |node: &usvg::roxmltree::Node<'_, '_>, key: &str| -> f32 {
        node.attribute(key).and_then(|text| text.parse().ok()).unwrap_or(f32::NAN)
    };
    let boxed = |left: f32, top: f32, right: f32, bottom: f32| {
        Rect::from_ltrb(scale * left, scale * top, scale * right, scale * bottom)
    };
    let found = document.descendants().filter_map(|node| match node.tag_name().name() {
        "circle" => {
            let (x, y, r) = (number(&node, "cx"), number(&node, "cy"), number(&node, "r"));
            Some(("a dot", boxed(x - r, y - r, x + r, y + r)?))
        }
        "path" if node.attribute("stroke-width") == Some("0.7") && node.attribute("stroke-dasharray").is_none() => {
            let points: Vec<f32> =
                node.attribute("d")?.trim_start_matches('M').split(' ').filter_map(|one| one.parse().ok()).collect();
            let [x0, y0, x1, y1] = points.try_into().ok()?;
            Some(("an axis", boxed(x0.min(x1) - 0.3, y0.min(y1) - 0.3, x0.max(x1) + 0.3, y0.max(y1) + 0.3)?))
        }
        _ => None,
    });
    found.collect()
}

/// Of each text in the order of the document, whether it says how long it is, and which shares of what a wider font adds
/// lie to its left and to its right.
fn lengths(svg: &str) -> Vec<(bool, f32, f32)> {
    let document = usvg::roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    let of = |node: usvg::roxmltree::Node<'_, '_>| {
        let (left, right) = match node.attribute("text-anchor") {
            Some("end") => (1.0, 0.0),
            Some("middle") => (0.5, 0.5),
            _ => (0.0, 1.0),
        };
        (node.has_attribute("textLength"), left, right)
    };
    texts.map(of).collect()
}

/// Labels cut by the edge of the page or shortened, labels that stand on others, on dots or on axes, and labels that would
/// be cut in a browser that has a wider font.
fn crowded(svg: &str) -> Vec<String> {
    let tree = tree(svg);
    let (width, height) = (tree.size().width(), tree.size().height());
    let mut labels = Vec::new();
    texts(tree.root(), &mut labels);
    let view = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split(' ').next());
    let scale = view.and_then(|wide| wide.parse::<f32>().ok()).map_or(1.0, |wide| width / wide);
    let (marks, lengths) = (marks(svg, scale), lengths(svg));
    assert_eq!(lengths.len(), labels.len());
    let mut faults = Vec::new();
    for (index, (words, place)) in labels.iter().enumerate() {
        if words.ends_with('…') {
            faults.push(format!("`{words}` is shortened"));
        }
        for (what, there) in &marks {
            let (w, h) = shared(place, there);
            // The halo of a label, and the foot of a comma, may reach a line.
            if w > 0.8 && h > if *what == "an axis" && there.height() < 1.0 { 0.3 } else { 0.8 } {
                faults.push(format!("`{words}` stands on {what} ({w:.1} x {h:.1})"));
            }
        }
        let level = place.width() > place.height();
        let (told, left, right) = lengths[index];
        let more = 0.2 * place.width();
        let over = place.left() - left * more < 0.0 || place.right() + right * more > width;
        if place.left() < -0.5 || place.top() < -0.5 || place.right() > width + 0.5 || place.bottom() > height + 0.5 {
            faults.push(format!("`{words}` is cut"));
        } else if level && over && !told {
            faults.push(format!("`{words}` would be cut in another font"));
        }
        for (other, there) in &labels[..index] {
            let (w, h) = shared(place, there);
            // A comma or a bracket may reach the letters of the line below.
            if w.min(h) > 1.0 {
                faults.push(format!("`{words}` stands on `{other}` ({w:.1} x {h:.1})"));
            }
        }
    }
    faults
}

/// Files beside a scenario.
struct Beside;

impl Files for Beside {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        Ok(found(&Path::new(from).parent().unwrap().join(name)))
    }
}

fn found(path: &Path) -> FoundFile {
    let name = path.to_str().unwrap().to_owned();
    FoundFile { identity: name.clone(), name, content: fs::read_to_string(path).unwrap() }
}

/// A style's text over a scenario's own style.
fn look(own: &StyleEntry, text: &str) -> Look {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let id = texts.add("style.toml", text.to_owned());
    let mut style = own.clone();
    style.merge(StyleEntry::read(&parse(id, &texts, &mut diagnostics).unwrap().root));
    let look = style.resolve(&Beside, &texts, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{}", diagnostics.plain(&texts));
    look
}

/// A scenario's charts in several looks, as a run draws them: for each their names and what they are. It is computed once.
fn in_looks(path: &Path, language: Language, looks: &[&str]) -> Vec<Vec<(String, String)>> {
    let choices = Choices { language: Some(language), ..Choices::default() };
    let (mut evidence, mut is_read) = (None, false);
    let reading = read_scenario_with(found(path), &Beside, &[], &choices, |model, merged, texts, diagnostics| {
        let past = Evidence::of_scenario(model, merged, Localizer::new(language), texts, diagnostics);
        if !std::mem::replace(&mut is_read, true) {
            evidence = past;
        }
    });
    let mut assessment = reading.assessment.unwrap();
    let own = reading.merged.unwrap().entries.style;
    let results = study::run(&assessment, &Options::default()).unwrap();
    let drawn = looks.iter().map(|text| {
        assessment.requests.look = look(&own, text);
        let (sections, charts) = present(&assessment, &results, evidence.as_ref());
        let all = sections.into_iter().flat_map(|section| section.figures).chain(charts);
        all.map(|chart| (chart.id, chart.svg)).collect()
    });
    drawn.collect()
}

#[test]
fn labels_are_whole_and_apart_in_every_look() {
    let house = fs::read_to_string(root().join("scenarios/styles/house_style.toml")).unwrap();
    // As text, so that there are labels to look at.
    let house = format!("{}\n", house.replace("svg_text = \"outlines\"", ""));
    // In languages the first two, and colours, which move no label, for one scenario.
    let looks = ["dpi = 300\n", "size = \"column\"\n", &house, "theme = \"dark\"\n", "palette = \"grey\"\n"];
    let mut asked: Vec<(PathBuf, Language, &[&str])> = Vec::new();
    for entry in fs::read_dir(root().join("scenarios")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "toml") || crate::engine::is_missions(&path) {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        // Variants of a scenario have its labels.
        let is_variant = name.starts_with("ukraine-") && name != "ukraine-2025";
        for language in Language::ALL.into_iter().filter(|language| *language == Language::English || !is_variant) {
            let most = match language {
                Language::English if name == "ukraine-2025" => looks.len(),
                Language::English => 3,
                _ => 2,
            };
            asked.push((path.clone(), language, &looks[..most]));
        }
    }
    let judged = asked.par_iter().map(|(path, language, looks)| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let drawn = in_looks(path, *language, looks);
        if name == "ukraine-2025" {
            // What a run writes, and nothing else.
            let gallery = fs::read_dir(root().join("output/ukraine-2025/charts")).unwrap();
            let gallery =
                gallery.map(|chart| chart.unwrap().path()).filter(|chart| chart.extension().unwrap() == "svg");
            let written: BTreeSet<String> =
                gallery.map(|chart| chart.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
            assert_eq!(drawn[0].iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>(), written);
        }
        let mut faults = Vec::new();
        for (look, charts) in looks.iter().zip(&drawn) {
            for (chart, svg) in charts {
                let look = look.lines().next().unwrap_or_default();
                let place = format!("[{look}] {} {name}/{chart}", language.code());
                faults.extend(crowded(svg).into_iter().map(|fault| format!("{place}: {fault}")));
            }
        }
        (drawn.iter().map(Vec::len).sum::<usize>(), faults)
    });
    let (charts, faults): (Vec<usize>, Vec<Vec<String>>) = judged.unzip();
    let (charts, mut faults) = (charts.iter().sum::<usize>(), faults.concat());
    faults.sort();
    assert!(charts > 300, "only {charts} charts");
    assert!(faults.is_empty(), "{} labels:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn labels_of_comparisons_are_whole_and_apart() {
    let folder = TempDir::new().unwrap();
    let house = fs::read_to_string(root().join("scenarios/styles/house_style.toml")).unwrap();
    let house = house.replace("svg_text = \"outlines\"", "");
    let mut faults = Vec::new();
    let mut charts = 0;
    for look in ["dpi = 300\n", "size = \"column\"\n", &house] {
        let languages = if look == "dpi = 300\n" { &["en", "de", "fr", "uk"][..] } else { &["en"] };
        for language in languages {
            let (style, out) = (style(&folder, look), TempDir::new().unwrap());
            let more =
                ["--format", "svg", "--lang", language, "--style", &style, "--out", out.path().to_str().unwrap()];
            let others = ["ukraine-no-us-backing", "ukraine-reassurance-force"].map(|n| format!("scenarios/{n}.toml"));
            for args in [["--pillars"].as_slice(), &["ukraine-2025", &others[0], &others[1]]] {
                let output = forcesize(&[&["compare"], args, more.as_slice()].concat());
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            }
            for scenario in fs::read_dir(out.path()).unwrap() {
                for chart in fs::read_dir(scenario.unwrap().path().join("charts")).unwrap() {
                    let chart = chart.unwrap().path();
                    charts += 1;
                    let found = crowded(&fs::read_to_string(&chart).unwrap());
                    let what = format!("[{}] {language} {}", look.lines().next().unwrap(), chart.display());
                    faults.extend(found.into_iter().map(|fault| format!("{what}: {fault}")));
                }
            }
        }
    }
    assert!(charts >= 6 * 6, "only {charts} charts");
    assert!(faults.is_empty(), "{} labels:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn crowded_labels_are_seen() {
    let wrap = |inside: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><g font-size=\"10\" \
             font-family=\"'Source Sans 3'\">{inside}</g></svg>"
        )
    };
    let at = |x: u32, y: u32| format!("<text x=\"{x}\" y=\"{y}\">label</text>");
    assert!(crowded(&wrap(&format!("{}{}", at(10, 20), at(10, 32)))).is_empty());
    assert_eq!(crowded(&wrap(&format!("{}{}", at(10, 20), at(25, 22)))).len(), 1);
    assert_eq!(crowded(&wrap(&at(90, 20))), ["`label` is cut"]);
    // Turned, a label of 10 in Source Sans is about 22 high and 8 wide, left of x and above y.
    let turned = |x: u32, y: u32| format!("<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-90 {x} {y})\">label</text>");
    assert!(crowded(&wrap(&format!("{}{}", turned(20, 40), at(24, 30)))).is_empty());
    assert!(crowded(&wrap(&format!("{}{}", turned(20, 30), at(5, 42)))).is_empty());
    assert_eq!(crowded(&wrap(&format!("{}{}", turned(20, 40), at(15, 30)))).len(), 1);
    assert_eq!(crowded(&wrap(&turned(20, 15))), ["`label` is cut"]);
}

#[test]
fn resolution_comes_from_the_command_line_and_has_limits() {
    let folder = TempDir::new().unwrap();
    let charts = drawn("tutorial", &folder, &["--format", "png", "--dpi", "120"]);
    let file = fs::File::open(charts.join("densities.png")).unwrap();
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let pixels = reader.info().pixel_dims.unwrap();
    // 120 dots per inch are 4,724 per metre; 165 mm are 6.496 inches, 779.5 dots.
    assert_eq!((pixels.xppu, pixels.yppu, reader.info().width), (4_724, 4_724, 779));
    for wrong in ["71", "1201", "many"] {
        let output = forcesize(&["run", "scenarios/tutorial.toml", "--dpi", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn outlines_need_no_font_and_keep_their_place() {
    let folder = TempDir::new().unwrap();
    let plain = fs::read_to_string(drawn("tutorial", &folder, &["--format", "svg"]).join("densities.svg")).unwrap();
    let args = ["--format", "svg", "--svg-text", "outlines"];
    let outlined = fs::read_to_string(drawn("tutorial", &folder, &args).join("densities.svg")).unwrap();
    assert!(plain.contains("<text") && !outlined.contains("<text") && outlined.contains("<title"));
    let (a, b) = (tree(&plain), tree(&outlined));
    assert_eq!((a.size().width(), a.size().height()), (b.size().width(), b.size().height()));
    let (a, b) = (a.root().abs_bounding_box(), b.root().abs_bounding_box());
    assert!((a.right() - b.right()).abs() < 0.5 && (a.bottom() - b.bottom()).abs() < 0.5, "{a:?} {b:?}");
}

#[test]
fn a_theme_reaches_the_page_and_the_command_line_wins() {
    let folder = TempDir::new().unwrap();
    let file = style(&folder, "theme = \"dark\"\naccent = \"#ff8800\"\nfooter_text = \"Own foot\"\n");
    let read = |more: &[&str]| {
        let args = [&["--format", "svg", "--style", &file], more].concat();
        fs::read_to_string(drawn("tutorial", &folder, &args).join("sizing.svg")).unwrap()
    };
    let dark = read(&[]);
    assert!(dark.contains("height=\"100%\" fill=\"#151920\"") && dark.contains("#ff8800") && dark.contains("Own foot"));
    assert!(read(&["--theme", "light"]).contains("height=\"100%\" fill=\"#ffffff\""));
}

#[test]
fn the_house_style_dresses_charts_of_missions_too() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().to_str().unwrap();
    let args = ["missions", "--format", "svg,png", "--style", "scenarios/styles/house_style.toml", "--out", out];
    let output = forcesize(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let svg = fs::read_to_string(folder.path().join("missions/charts/missions.svg")).unwrap();
    assert!(svg.contains("width=\"160mm\"") && svg.contains("#fbfaf6") && svg.contains("#1d4e5f"));
}

#[test]
fn letters_of_a_house_are_measured_and_drawn() {
    let folder = TempDir::new().unwrap();
    let font = root().join("src/chart/fonts/SourceSans3-SemiBold.ttf");
    fs::copy(&font, folder.path().join("House.ttf")).unwrap();
    let file = style(&folder, "font = \"House.ttf\"\n");
    let charts = drawn("tutorial", &folder, &["--format", "svg,png", "--dpi", "96", "--style", &file]);
    let with = fs::read(charts.join("densities.png")).unwrap();
    assert!(fs::read_to_string(charts.join("densities.svg")).unwrap().contains("font-family=\"'Source Sans 3"));
    let charts = drawn("tutorial", &folder, &["--format", "svg,png", "--dpi", "96"]);
    assert_ne!(with, fs::read(charts.join("densities.png")).unwrap());
}

#[test]
fn every_fault_of_a_style_is_told_in_one_run() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("broken.ttf"), "no font").unwrap();
    let text = "colours = [\"blue\", \"#12345\"]\ngrid = \"#12345g\"\nfont = \"missing.ttf\"\nbold_font = \
                \"broken.ttf\"\nfont_size = 40\nwidth = \"3 m\"\nheight = 5\nnonsense = 1\nmap = \"jet\"\n";
    let file = style(&folder, text);
    let output = forcesize(&["size", "--style", &file, "--out", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    for (line, wanted) in [
        (1, "`blue` is not a colour"),
        (1, "`#12345` is not a colour"),
        (2, "`#12345g` is not a colour"),
        (3, "missing.ttf`: there is no such file"),
        (4, "`broken.ttf` is not a font"),
        (5, "`font_size`: expected a number from 7 to 14"),
        (6, "`width` is a length"),
        (7, "`height` is a length"),
        (8, "unknown key `nonsense`"),
        (9, "invalid map `jet`"),
    ] {
        assert!(said.contains(wanted) && said.contains(&format!("style.toml:{line}:")), "{wanted}:\n{said}");
    }
}

#[test]
fn faults_of_a_style_and_of_scenarios_are_told_in_one_run() {
    let folder = TempDir::new().unwrap();
    let file = style(&folder, "theme = \"darkest\"\n");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (wrong, also, missing) = (path("wrong.toml"), path("also.toml"), path("missing.toml"));
    for name in [&wrong, &also] {
        fs::write(name, "title = \"T\"\n[input]\nfront_lenght = 5\n").unwrap();
    }
    let out = path("o");
    let told = |args: &[&str], wanted: &[&str]| {
        let output = forcesize(&[args, &["--style", &file, "--out", &out]].concat());
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.matches("style.toml:1:").count(), 1, "{args:?}:\n{said}");
        for word in wanted {
            assert!(said.contains(word), "{word}, {args:?}:\n{said}");
        }
        assert!(!Path::new(&out).exists());
    };
    for args in [["run", &wrong].as_slice(), &["size", &wrong], &["compare", "--pillars", &wrong]] {
        told(args, &["wrong.toml:3:", "front_lenght"]);
    }
    told(&["run", &wrong, &also, "scenarios/tutorial.toml"], &["wrong.toml:3:", "also.toml:3:"]);
    told(&["compare", &wrong, &also], &["wrong.toml:3:", "also.toml:3:"]);
    told(&["size", &missing], &["missing.toml", "no such file"]);
    // Missions of one's own, with a scenario beside them and without.
    let missions = path("missions.toml");
    fs::write(&missions, "[mission.mine]\nnonsense = 1\n").unwrap();
    told(&["missions", "--missions", &missions], &["missions.toml:2:", "nonsense"]);
    told(&["missions", "--missions", &missions, "--like", &wrong], &["missions.toml:2:", "wrong.toml:3:"]);
    told(&["missions"], &[]);
    // A scenario's own style, beside faults that are found later.
    let own = "title = \"T\"\n[style]\nink = \"blue\"\n[input]\nfront_lenght = 5\n";
    fs::write(&wrong, own).unwrap();
    told(&["run", &wrong], &["wrong.toml:3:", "wrong.toml:5:"]);
}

#[test]
fn styles_are_inherited_key_by_key() {
    let folder = TempDir::new().unwrap();
    let tutorial = fs::read_to_string(root().join("scenarios/tutorial.toml")).unwrap();
    fs::write(folder.path().join("parent.toml"), tutorial + "\n[style]\nground = \"#fffff0\"\nink = \"#000044\"\n")
        .unwrap();
    let child = "title = \"Child\"\nextends = \"parent.toml\"\n[style]\nink = \"#440000\"\n";
    fs::write(folder.path().join("child.toml"), child).unwrap();
    let out = folder.path().to_str().unwrap();
    let path = folder.path().join("child.toml");
    let output = forcesize(&["run", path.to_str().unwrap(), "--quiet", "--format", "svg", "--out", out]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let svg = fs::read_to_string(folder.path().join("child/charts/densities.svg")).unwrap();
    assert!(svg.contains("#fffff0") && svg.contains("#440000") && !svg.contains("#000044"));
}
