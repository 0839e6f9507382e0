//! What attacks and accidents try: commands to the terminal, text that other programs would take for markup or formulas,
//! files without an end, scenarios that ask for too much, systems that give too little.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SMALL: &str = "title = \"Small\"\npurpose = \"interposition\"\n[input]\n\
    peacekeepers = { value = 20_000, low = 10_000, high = 30_000, unit = \"troops\", assumed = \"x\" }\n\
    front_length = { value = 1_000, low = 800, high = 1_250, unit = \"km\", assumed = \"x\" }\n";

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::null()).env("RUST_BACKTRACE", "0");
    command
}

fn outcome(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let said = Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!said.err.contains("panicked"), "{}", said.err);
    said
}

fn forcesize(folder: &TempDir, args: &[&str]) -> Said {
    outcome(&mut command(folder.path(), args))
}

fn with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

#[track_caller]
fn works(folder: &TempDir, args: &[&str]) -> String {
    let said = forcesize(folder, args);
    assert_eq!(said.code, Some(0), "{args:?}\n{}\n{}", said.out, said.err);
    said.out
}

/// What is said of a scenario at fault.
#[track_caller]
fn complaints(scenario: &str) -> String {
    let folder = with(&[("x.toml", scenario)]);
    let since = Instant::now();
    let said = forcesize(&folder, &["check", "x.toml"]);
    assert!(since.elapsed() < Duration::from_secs(40), "{:?}", since.elapsed());
    assert_eq!(said.code, Some(1), "{}", said.err);
    said.err
}

// ----------------------------------------------------------------------------------------------- terminal

fn has_commands(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}

#[test]
fn no_command_reaches_the_terminal() {
    let nasty = "\u{1b}[2J\u{1b}]52;c;aGVsbG8=\u{7}\u{9b}31m\u{202e}";
    let folder = with(&[("small.toml", SMALL)]);
    let json = works(&folder, &["run", "small.toml", "--json"]);
    let mut saved: Value = serde_json::from_str(&json).unwrap();
    saved["inputs"]["front_length"]["label"] = Value::from(nasty);
    saved["inputs"]["front_length"]["unit"] = Value::from(nasty);
    saved["inputs"]["front_length"]["value"] = Value::from(7.0);
    saved["metrics"][nasty] = saved["metrics"]["front_density"].clone();
    saved["record"]["version"] = Value::from(nasty);
    saved["scenario"]["name"] = Value::from(nasty);
    fs::write(folder.path().join("a.json"), &json).unwrap();
    fs::write(folder.path().join("b.json"), saved.to_string()).unwrap();
    for args in [
        &["diff", "a.json", "b.json", "--color", "always"][..],
        &["diff", "b.json", "a.json", "--all", "--lang", "uk"],
        &["diff", "a.json", "b.json", "--csv"],
        &["diff", "a.json", "b.json", "--json"],
        &["rerun", "b.json", "--color", "always"],
        &["rerun", "b.json", "--json"],
    ] {
        let said = forcesize(&folder, args);
        assert!(!has_commands(&said.out) && !has_commands(&said.err), "{args:?}\n{:?}\n{:?}", said.out, said.err);
        assert!(said.out.len() > 100, "{args:?}\n{}", said.out);
    }
    // JSON says it all the same.
    let said = forcesize(&folder, &["diff", "a.json", "b.json", "--json"]);
    let found: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(found["b"]["scenario"], nasty);
}

#[test]
fn complaints_show_what_cannot_be_seen() {
    let folder = with(&[
        ("key.toml", "title = \"x\"\n\"k\\u001b[2J\" = 1\n"),
        ("raw.toml", "title = \"a\u{1b}[31m\"\n"),
        ("nbsp.toml", "title = \"x\"\n\u{a0}summary = \"y\"\n"),
        ("zero.toml", "ti\u{200b}tle = \"x\"\n"),
        ("mark.toml", "\u{feff}\u{feff}\u{feff}title = \"x\"\n"),
        ("missions.toml", "[mission.\"m\\u009b\"]\nname = \"M\"\nkind = \"interposition\"\nyear = 2000\n"),
    ]);
    for (file, named) in [
        ("key.toml", "U+001B ESCAPE"),
        ("raw.toml", "U+001B ESCAPE"),
        ("nbsp.toml", "U+00A0 NO-BREAK SPACE"),
        ("zero.toml", "U+200B ZERO WIDTH SPACE"),
        ("mark.toml", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ] {
        let said = forcesize(&folder, &["check", file, "--color", "never"]);
        assert_eq!(said.code, Some(1), "{}", said.err);
        assert!(said.err.contains(named) && !has_commands(&said.err), "{:?}", said.err);
    }
    let said = forcesize(&folder, &["missions", "--missions", "missions.toml"]);
    assert!(said.err.contains("U+009B") && !has_commands(&said.out) && !has_commands(&said.err), "{:?}", said.err);
    // Colours of this program's own stay.
    let said = forcesize(&folder, &["check", "nowhere.toml", "--color", "always"]);
    assert!(said.err.starts_with("\u{1b}["), "{:?}", said.err);
    let said = forcesize(&folder, &["check", "no\u{1b}[31mwhere.toml", "--color", "always"]);
    assert!(!said.err.contains("\u{1b}[31mwhere"), "{:?}", said.err);
    let said = forcesize(&folder, &["check", "--no\u{1b}[31mwhere", "--color", "always"]);
    assert!(!said.err.contains("\u{1b}[31mwhere"), "{:?}", said.err);
}

#[cfg(unix)]
#[test]
fn names_of_files_have_no_commands() {
    let folder = with(&[("a\u{1b}[2J.toml", SMALL), ("nul.toml", SMALL), ("COM1.x.toml", SMALL)]);
    for (name, why) in
        [("a\u{1b}[2J.toml", "control character"), ("nul.toml", "on Windows"), ("COM1.x.toml", "on Windows")]
    {
        let said = forcesize(&folder, &["run", name]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains(why) && !has_commands(&said.err), "{:?}", said.err);
    }
}

// ---------------------------------------------------------------------------------------------- documents

const NASTY: &str = "title = \"# Line *one* | `two` [link](javascript:alert(1)) <img src=x onerror=alert(1)>\"\n\
    purpose = \"interposition\"\nsummary = \"~~~\"\nwarning = \"> quoted <b>bold</b>\"\n[input]\n\
    peacekeepers = { low = 9_000, mode = 12_000, high = 14_000, unit = \"troops\", source = \"s|`1\", note = \"a | b\" }\n\
    front_length = { low = 350, mode = 400, high = 520, unit = \"km\", assumed = \"=cmd|' /C calc'!A0 ![x](http://e.invalid)\" }\n\
    [metric.one]\nlabel = \"```code\"\nmeans = \"1. a list\"\nformula = \"-peacekeepers / front_length\"\n\
    unit = \"personnel per km\"\nassumed = \"-2+3\"\nheadline = true\n\
    [metric.two]\nlabel = \"=HYPERLINK(1)\"\nformula = \"peacekeepers / front_length\"\nunit = \"personnel per km\"\n\
    assumed = \"@x\"\nheadline = true\n\
    [source.\"s|`1\"]\ntitle = \"+1+1 | with ] bracket\"\nurl = \"https://example.org/a|b> [x](y)\"\n\
    [monte_carlo]\nsamples = 256\n[[condition]]\nthat = \"front_density >= 29 personnel per km\"\nlabel = \"- an item\"\n\
    [sensitivity]\nsamples = 64\n[[sweep]]\nvary = \"peacekeepers\"\nfrom = 1_000\nto = 20_000\n\
    show = [\"front_density\"]\ntitle = \"=sweep # 1\"\n";

/// Headings, lists, quotes, blocks of code, tags and links of a document.
fn structure(document: &str) -> (Vec<String>, Vec<String>) {
    let (mut marks, mut links) = (Vec::new(), Vec::new());
    for event in
        Parser::new_ext(document, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH)
    {
        match event {
            Event::Start(Tag::Heading { level, .. }) => marks.push(level.to_string()),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Strikethrough) => marks.push("block".to_owned()),
            Event::Html(tag) | Event::InlineHtml(tag) => {
                let plain = tag.trim().trim_start_matches("<details>").trim_start_matches("<summary>");
                if tag.contains('<') && !["</details>", ""].contains(&plain) && !plain.ends_with("</summary>") {
                    marks.push(tag.to_string());
                }
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => marks.push("math".to_owned()),
            _ => {}
        }
    }
    (marks, links)
}

#[test]
fn a_report_has_no_marks_but_its_own() {
    let folder = with(&[("nasty.toml", NASTY)]);
    works(&folder, &["run", "nasty.toml", "--quiet", "--format", "svg"]);
    let report = fs::read_to_string(folder.path().join("output/nasty/report.md")).unwrap();
    let (marks, links) = structure(&report);
    assert_eq!(marks.iter().filter(|mark| *mark == "h1").count(), 1, "{report}");
    assert!(marks.iter().all(|mark| ["h1", "h2"].contains(&mark.as_str())), "{marks:?}\n{report}");
    let is_own = |link: &String| {
        let known = |ending: &str| Path::new(link).extension().is_some_and(|end| end == ending);
        known("csv") || known("svg") || link.starts_with("http") || link == "report.html"
    };
    assert!(links.iter().all(is_own), "{links:?}");
    assert!(report.contains("\\~\\~\\~") && report.contains("\\- an item"), "{report}");
}

#[test]
fn no_cell_is_a_formula_and_json_is_as_written() {
    let folder = with(&[("nasty.toml", NASTY)]);
    works(&folder, &["run", "nasty.toml", "--quiet", "--format", "svg"]);
    let out = folder.path().join("output/nasty");
    let mut guarded = 0;
    for file in
        fs::read_dir(&out).unwrap().flatten().filter(|file| file.path().extension().is_some_and(|end| end == "csv"))
    {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(file.path()).unwrap();
        for row in reader.records().map(Result::unwrap) {
            for cell in &row {
                let risky = cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
                assert!(!risky, "{}: {cell}", file.path().display());
                guarded += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(guarded > 4, "{guarded}");
    let json: Value = serde_json::from_slice(&fs::read(out.join("results.json")).unwrap()).unwrap();
    assert_eq!(json["metrics"]["two"]["label"], "=HYPERLINK(1)");
    let manual = works(&folder, &["help", "outputs"]);
    assert!(manual.contains("apostrophe"), "{manual}");
}

#[test]
fn a_page_does_not_tell_where_the_file_lay() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("deep/er")).unwrap();
    fs::write(folder.path().join("deep/er/my 'plan.toml"), SMALL).unwrap();
    let absolute = folder.path().join("deep/er/my 'plan.toml").display().to_string();
    let page = |at: &str, file: &str, out: &str| {
        let said = outcome(&mut command(&folder.path().join(at), &["report", file, "--out", out]));
        assert_eq!(said.code, Some(0), "{}", said.err);
        fs::read_to_string(folder.path().join(at).join(out).join("my 'plan/report.html")).unwrap()
    };
    let one = page(".", "deep/er/my 'plan.toml", "a");
    assert!(one == page("deep/er", "my 'plan.toml", "b") && one == page("deep", &absolute, "c"));
    assert!(!one.contains("deep/er"));
    assert!(one.contains("forcesize run &quot;my &#x27;plan.toml&quot;"), "the command is quoted");
}

// ------------------------------------------------------------------------------------------------ readers

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_a_complaint() {
    let folder = with(&[
        ("small.toml", SMALL),
        ("font.toml", &format!("{SMALL}[style]\nfont = \"/dev/zero\"\n")),
        ("missions.toml", &format!("missions = \"pipe\"\n{SMALL}")),
        ("include.toml", &format!("include = \"/proc/self/environ\"\n{SMALL}")),
        ("extends.toml", "extends = \"pipe\"\n"),
    ]);
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    for args in [
        &["check", "pipe"][..],
        &["check", "/dev/zero"],
        &["check", "font.toml"],
        &["check", "missions.toml"],
        &["check", "include.toml"],
        &["check", "extends.toml"],
        &["run", "small.toml", "--style", "pipe"],
        &["diff", "pipe", "/dev/zero"],
        &["rerun", "/proc/self/environ"],
        &["missions", "--missions", "pipe"],
    ] {
        if args.contains(&"/proc/self/environ") && !cfg!(target_os = "linux") {
            continue;
        }
        let said = forcesize(&folder, args);
        assert!(
            said.code == Some(1) && said.err.contains("not a plain file"),
            "{args:?} {:?}\n{}",
            said.code,
            said.err
        );
    }
    let large = folder.path().join("large.toml");
    fs::File::create(&large).unwrap().set_len(3_000_000_000).unwrap();
    for args in [["check", "large.toml"], ["rerun", "large.toml"]] {
        assert!(forcesize(&folder, &args).err.contains("too large"), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = with(&[("small.toml", SMALL)]);
    for args in [
        &["check", "small.toml"][..],
        &["--help"],
        &["monte-carlo", "small.toml", "--csv"],
        &["run", "small.toml", "--json"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(folder.path(), args).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("no space left"), "{args:?}");
    }
}

#[test]
fn a_faulty_record_is_the_files_fault() {
    let folder = with(&[("small.toml", SMALL)]);
    let json = works(&folder, &["run", "small.toml", "--json", "--set", "front_length=900"]);
    fs::write(folder.path().join("r.json"), json.replace("front_length=900", "front_length=red")).unwrap();
    let said = forcesize(&folder, &["rerun", "r.json"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
}

// ------------------------------------------------------------------------------------------------- limits

/// The scenario with a table repeated.
fn repeated(count: usize, table: impl Fn(usize) -> String) -> String {
    (0..count).fold(SMALL.to_owned(), |text, number| text + &table(number))
}

#[test]
fn what_is_too_much_is_said_with_its_place() {
    let conditions = repeated(60, |n| format!("[[condition]]\nthat = \"front_density >= {n} personnel per km\"\n"));
    let sweep = |id: usize, steps: usize| {
        format!(
            "[[sweep]]\nid = \"s{id}\"\nvary = \"front_length\"\nfrom = 500\nto = 1_500\nsteps = {steps}\nshow = [\"front_density\"]\n"
        )
    };
    let grid = |id: usize| {
        sweep(id, 200) + "[sweep.against]\nvary = \"peacekeepers\"\nfrom = 1_000\nto = 2_000\nsteps = 200\n"
    };
    let searches = repeated(60, |n| {
        format!(
            "[[break_even]]\nid = \"b{n}\"\nvary = \"front_length\"\nfrom = 500\nto = 1_500\nmetric = \"front_density\"\ntarget = 20\n"
        )
    });
    let estimates = repeated(300, |n| {
        format!("[estimate.e{n}]\nwho = \"W\"\ndate = \"2025-01-01\"\nvalue = \"5_000 troops\"\nsource = \"s\"\n")
    }) + "[source.s]\ntitle = \"S\"\n";
    let members = |members: usize, metrics: usize| {
        let mut text = SMALL.to_owned()
            + "[scope.post]\nlabel = \"Post\"\n[scope.post.input]\nx = { unit = \"troops\", label = \"X\" }\n";
        for metric in 0..metrics {
            let _ = write!(
                text,
                "[metric.m{metric}]\nformula = \"x * {}\"\nunit = \"troops\"\nper = \"post\"\nassumed = \"x\"\n",
                metric + 1
            );
        }
        for member in 0..members {
            let _ = write!(text, "[post.p{member}]\nx = {{ value = 1, unit = \"troops\", assumed = \"x\" }}\n");
        }
        text
    };
    let inputs = |count: usize, more: &str| {
        let names: Vec<String> = (0..count).map(|n| format!("x{n}")).collect();
        let mut text = SMALL.to_owned();
        for name in &names {
            let _ = write!(text, "[input.{name}]\nlabel = \"X\"\nlow = 1\nhigh = 2\nunit = \"1\"\nassumed = \"x\"\n");
        }
        // A formula has a largest length.
        for (index, part) in names.chunks(50).enumerate() {
            let _ = write!(
                text,
                "[metric.part{index}]\nformula = \"{}\"\nunit = \"1\"\nassumed = \"x\"\n",
                part.join(" + ")
            );
        }
        let parts: Vec<String> = (0..names.chunks(50).len()).map(|index| format!("part{index}")).collect();
        text + &format!(
            "[metric.all]\nformula = \"{}\"\nunit = \"1\"\nassumed = \"x\"\n[sensitivity]\nmetric = [\"all\"]\n{more}",
            parts.join(" + ")
        )
    };
    for (scenario, message, line) in [
        (conditions, "60 conditions are too many", "x.toml:"),
        (repeated(60, |n| sweep(n, 5)), "60 sweeps are too many", "x.toml:"),
        (repeated(12, grid), "7 sweeps with 280000 values are too many", "x.toml:"),
        (searches, "60 break-even searches are too many", "x.toml:"),
        (estimates, "300 published estimates are too many", "x.toml:"),
        (members(600, 1), "600 members of scopes are too many", "x.toml:"),
        (members(400, 60), "400 members of `post` with 60 metrics each are too many", "x.toml:"),
        (inputs(600, "method = \"sobol\"\n"), "Sobol' indices of 602 uncertain inputs are too many", "x.toml:"),
        (
            inputs(400, "method = \"sobol\"\nsamples = 1_000_000\n"),
            "1,000,000 samples of Sobol' indices for 402 inputs are more than a file may ask for",
            "x.toml:",
        ),
        (
            inputs(400, "[[condition]]\nthat = \"all >= 600\"\n[discovery]\nsamples = 2_000_000\n"),
            "a search over 2,000,000 samples of 402 uncertain inputs takes too long",
            "x.toml:",
        ),
        (inputs(400, "method = \"sobol\"\nsecond_order = true\n"), "80601 pairs of inputs are too many", "x.toml:"),
        (
            format!("include = [\"builtin:correlations.toml\", \"builtin:correlations.toml\"]\n{SMALL}"),
            "is included twice",
            "x.toml:1:",
        ),
        (format!("{SMALL}[style]\nwidth = 400\nheight = 400\ndpi = 1_200\n"), "pixels are too large", "x.toml:9:"),
    ] {
        let said = complaints(&scenario);
        assert!(
            said.contains(message) && said.contains(line) && said.contains("help: "),
            "{message}\n{}",
            &said[..said.len().min(2_000)]
        );
    }
}

#[test]
fn a_very_long_name_is_cut() {
    let name = "a".repeat(900_000);
    for scenario in [
        format!("{SMALL}{name} = 3\n"),
        format!("{name} = 3\n{SMALL}"),
        format!("purpose = \"{name}\"\n"),
        format!("{SMALL}[metric.m]\nformula = \"{name}\"\nunit = \"1\"\nassumed = \"x\"\n"),
        format!("{SMALL}[input.y]\nvalue = 3\nunit = \"{name}\"\nassumed = \"x\"\n"),
        format!("{SMALL}[[sweep]]\nvary = \"{name}\"\nfrom = 1\nto = 2\nshow = [\"{name}\"]\n"),
        format!("extends = \"{}.toml\"\n", &name[..200_000]),
    ] {
        let said = complaints(&scenario);
        assert!(said.len() < 60_000, "{} bytes: {}", said.len(), &said[..400]);
    }
}

// ------------------------------------------------------------------------------------------------ systems

#[test]
fn any_number_of_threads_can_be_asked_for() {
    let folder = with(&[("small.toml", SMALL)]);
    let one = works(&folder, &["monte-carlo", "small.toml", "--json"]);
    for threads in ["1000000", "0", "1", "-3", "many"] {
        let mut command = command(folder.path(), &["monte-carlo", "small.toml", "--json"]);
        let said = outcome(command.env("RAYON_NUM_THREADS", threads));
        assert!(said.code == Some(0) && said.out == one, "{threads}: {}", said.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn one_thread_is_enough() {
    let folder = with(&[("small.toml", SMALL)]);
    let is_root = fs::metadata("/proc/self").is_ok_and(|found| {
        use std::os::unix::fs::MetadataExt;
        found.uid() == 0
    });
    if !is_root || Command::new("setpriv").arg("--version").output().is_err() {
        eprintln!("skipped: this needs root, setpriv and prlimit");
        return;
    }
    // Root has no such limit, and others cannot lower it for themselves alone: somebody who has no other process.
    fs::copy(crate::engine::program(), folder.path().join("forcesize")).unwrap();
    let open = |path: &Path| {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o777)).unwrap();
    };
    open(folder.path());
    let mut limited = Command::new("prlimit");
    limited.args([
        "--nproc=1",
        "setpriv",
        "--reuid=64123",
        "--clear-groups",
        "./forcesize",
        "run",
        "small.toml",
        "--format",
        "svg",
    ]);
    let said = outcome(limited.current_dir(folder.path()).stdin(Stdio::null()));
    assert!(said.code == Some(0) && said.out.contains("HOW THICK"), "{:?} {}", said.code, said.err);
}

#[test]
fn characters_that_no_font_has_are_named() {
    let folder = with(&[("small.toml", &SMALL.replace("\"Small\"", "\"Zentral 监督 \u{fe0f} Łódź\""))]);
    let said = forcesize(&folder, &["run", "small.toml", "--quiet", "--format", "svg"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.err.contains("lacks 监 督\n") && said.err.contains("[style] font"), "{}", said.err);
    let said = forcesize(&with(&[("small.toml", SMALL)]), &["run", "small.toml", "--quiet", "--format", "svg"]);
    assert_eq!(said.err, "");
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_says_its_language() {
    let folder = with(&[("small.toml", SMALL)]);
    for (language, wanted) in [("de", "/Lang(de)"), ("en", "/Lang(en)")] {
        works(&folder, &["run", "small.toml", "--quiet", "--format", "pdf", "--lang", language]);
        let charts = fs::read_dir(folder.path().join("output/small/charts")).unwrap();
        let mut count = 0;
        for file in charts.flatten() {
            let text = String::from_utf8_lossy(&fs::read(file.path()).unwrap()).replace("/Lang (", "/Lang(");
            assert!(text.contains(wanted), "{}", file.path().display());
            count += 1;
        }
        assert!(count > 0);
    }
}

#[test]
fn places_behind_escapes_are_in_the_text() {
    let folder = with(&[(
        "span.toml",
        "title = \"Span\"\n[input]\npeacekeepers = { value = 1, unit = \"\\u00e9€§\", assumed = \"x\" }\n",
    )]);
    let said = forcesize(&folder, &["check", "span.toml", "--json"]);
    let found: Value = serde_json::from_str(&said.out).unwrap();
    let place = &found["complaints"][0]["places"][0];
    // The escape and the sign behind it, without the quote.
    let ends = ["line", "column", "end_line", "end_column"].map(|key| place[key].as_u64().unwrap());
    assert_eq!(ends, [3, 37, 3, 44], "{}", said.out);
    // What stands behind an escape.
    let formula = "[metric.a]\nunit = \"km\"\nformula = \"1 \\u002B nonsuch\"\n";
    fs::write(folder.path().join("span.toml"), formula).unwrap();
    let found: Value = serde_json::from_str(&forcesize(&folder, &["check", "span.toml", "--json"]).out).unwrap();
    let place = &found["complaints"][0]["places"][0];
    let ends = ["line", "column", "end_line", "end_column"].map(|key| place[key].as_u64().unwrap());
    assert_eq!(ends, [3, 21, 3, 28], "{found}");
}

#[test]
fn results_are_compared_by_name() {
    let condition = |least: u32| format!("[[condition]]\nthat = \"front_density >= {least} personnel per km\"\n");
    let folder = with(&[
        ("a.toml", &format!("{SMALL}{}{}", condition(20), condition(30))),
        ("b.toml", &format!("{SMALL}{}{}{}", condition(10), condition(20), condition(30))),
    ]);
    for name in ["a", "b"] {
        let json = works(&folder, &["run", &format!("{name}.toml"), "--json"]);
        fs::write(folder.path().join(format!("{name}.json")), json).unwrap();
    }
    let found: Value = serde_json::from_str(&works(&folder, &["diff", "a.json", "b.json", "--all", "--json"])).unwrap();
    let of_conditions =
        |row: &&Value| row["path"].as_str().is_some_and(|path| path.starts_with("monte_carlo.conditions"));
    let changed: Vec<&Value> = found["changed"].as_array().unwrap().iter().filter(of_conditions).collect();
    assert!(changed.is_empty(), "{changed:?}");
    let appeared: Vec<&Value> = found["appeared"].as_array().unwrap().iter().filter(of_conditions).collect();
    assert!(!appeared.is_empty());
    // Inputs and metrics are the same, and that there is more is said.
    let said = works(&folder, &["diff", "a.json", "b.json"]);
    assert!(said.contains("Nothing moved") && said.contains("Further differences"), "{said}");
    assert!(appeared.iter().all(|row| row["path"].as_str().unwrap().contains(">= 10 personnel")), "{appeared:?}");
}

#[test]
fn zsh_completes_behind_every_command() {
    let script = works(&TempDir::new().unwrap(), &["completions", "zsh"]);
    assert!(script.starts_with("#compdef forcesize"));
    // The command is the first word, and no scenario stands before it.
    assert!(script.contains("case $line[1] in") && !script.contains("$line[2]"), "{script}");
    let top = script.split("case $state in").next().unwrap();
    assert!(!top.contains("::scenarios") && top.contains(":: :_forcesize_first"), "{top}");
    let part = |from: &str| script.split(from).nth(1).unwrap().split(";;").next().unwrap().to_owned();
    for (command, value) in
        [("(run)", ":_files'"), ("(diff)", ":_files'"), ("(monte-carlo)", "lhs"), ("(new)", "interposition")]
    {
        assert!(part(command).contains(value), "{command}: {}", part(command));
    }
    let said = Command::new("zsh").args(["-n", "-c", &script]).output();
    assert!(said.map_or(true, |output| output.status.success()), "zsh does not read it");
}

#[test]
fn an_axis_shows_what_was_asked() {
    let scenario = format!(
        "{SMALL}[metric.root]\nformula = \"sqrt(front_length - km * 1_000)\"\nunit = \"km\"\nassumed = \"x\"\n"
    );
    // A line that begins at 14,000 of 1,000 to 40,000.
    let scenario = scenario.replace(
        "[metric.root]\nformula = \"sqrt(front_length - km * 1_000)\"\nunit = \"km\"\n",
        "[metric.root]\nformula = \"sqrt((peacekeepers - 14 * host_troops) / host_troops)\"\nunit = \"1\"\n",
    ) + "[[sweep]]\nid = \"holes\"\nvary = \"peacekeepers\"\nfrom = 1_000\nto = 40_000\nshow = [\"root\"]\n";
    let scenario =
        scenario.replace("[input]\n", "[input]\nhost_troops = { value = 1_000, unit = \"troops\", assumed = \"x\" }\n");
    let folder = with(&[("x.toml", &scenario)]);
    works(&folder, &["sweep", "x.toml", "--format", "svg"]);
    let chart = fs::read_to_string(folder.path().join("output/x/charts/holes.svg")).unwrap();
    assert!(chart.contains(">5,000</text>") && chart.contains(">40,000</text>"), "{chart}");
}

#[test]
fn both_ends_of_a_narrow_bar_can_be_told_apart() {
    let scenario = "title = \"Narrow\"\n[input]\npeacekeepers = { low = 100_000, high = 100_001, unit = \"troops\", assumed = \"x\" }\n\
        front_length = { low = 1_231.0001, high = 1_231.0009, unit = \"km\", assumed = \"x\" }\n[sensitivity]\nmethod = \"oat\"\n\
        metric = [\"front_density\"]\n";
    let folder = with(&[("x.toml", scenario)]);
    works(&folder, &["sensitivity", "x.toml", "--method", "oat", "--format", "svg"]);
    let chart = fs::read_to_string(folder.path().join("output/x/charts/tornado_front_density.svg")).unwrap();
    assert!(chart.contains(">100,000 troops<") && chart.contains(">100,001 troops<"), "{chart}");
}

#[test]
fn a_file_is_not_begun_under_the_name_of_a_device() {
    let folder = with(&[]);
    for args in
        [["new", "con"], ["new", "NUL.toml"], ["new", "--folder=aux"], ["new", "con.d/x.toml"], ["new", "CONIN$"]]
    {
        let args: Vec<&str> = args.iter().flat_map(|arg| arg.split('=')).collect();
        let said = forcesize(&folder, &args);
        assert!(
            said.code == Some(2) && said.err.contains("where it is a device"),
            "{args:?} {:?} {}",
            said.code,
            said.err
        );
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// A sentence that one of two results has more moves none of those behind it.
#[test]
fn sentences_are_compared_by_what_they_say() {
    let folder = with(&[("a.toml", SMALL), ("b.toml", &format!("warning = \"Be careful.\"\n{SMALL}"))]);
    for name in ["a", "b"] {
        let json = works(&folder, &["run", &format!("{name}.toml"), "--json"]);
        fs::write(folder.path().join(format!("{name}.json")), json).unwrap();
    }
    let found: Value = serde_json::from_str(&works(&folder, &["diff", "a.json", "b.json", "--all", "--json"])).unwrap();
    let text = |kind: &str| found[kind].to_string();
    assert!(text("appeared").contains("Be careful.") && !text("changed").contains("careful"), "{found}");
}

/// Ends that three digits cannot tell apart have more, in tables as in sentences.
#[test]
fn both_ends_of_a_narrow_range_can_be_told_apart() {
    let folder = with(&[(
        "narrow.toml",
        "purpose = \"interposition\"\n[input]\npeacekeepers = \"10_000 troops\"\nfront_length = { value = 1_000.05, low = \
         1_000, high = 1_000.1, unit = \"km\", assumed = \"x\" }\n\
         planning_front_density = \"12 personnel per km\"\n",
    )]);
    let size = works(&folder, &["size", "narrow.toml"]);
    assert!(size.contains("12,000.1 to 12,001.1") || size.contains("12,000 to 12,001"), "{size}");
    let swings = works(&folder, &["sensitivity", "narrow.toml", "--metric", "front_density"]);
    assert!(!swings.contains("10      10") && swings.contains("1,000.1 km") && swings.contains("9.999"), "{swings}");
    let answer = works(&folder, &["run", "narrow.toml", "--format", "svg"]);
    assert!(!answer.contains("10–10") && !answer.contains("12,000–12,000"), "{answer}");
}

#[test]
fn errors_are_kept_before_warnings_and_not_all_of_very_many() {
    use std::fmt::Write as _;
    let mut many = "[input]\n".to_owned();
    for n in 0..450 {
        writeln!(many, "x{n} = {{ label = \"X\", value = 1, unit = \"km\" }}").unwrap();
    }
    let mut tables = String::new();
    for n in 0..60_000 {
        writeln!(tables, "[t{n}]").unwrap();
    }
    let folder = with(&[
        ("warned.toml", &format!("{many}[discovery]\ncondition = 7\n")),
        ("lines.toml", &"x\n".repeat(100_000)),
        ("tables.toml", &tables),
    ]);
    let said = forcesize(&folder, &["check", "warned.toml"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.err.starts_with("error: "), "{}", &said.err[..300]);
    for file in ["lines.toml", "tables.toml"] {
        let said = forcesize(&folder, &["check", file, "--json"]);
        let found: Value = serde_json::from_str(&said.out).unwrap();
        let count = found["complaints"].as_array().unwrap().len();
        assert!((100..=400).contains(&count), "{file}: {count}");
    }
}

#[test]
fn what_somebody_typed_at_length_is_cut_in_complaints() {
    let folder = with(&[]);
    let long = "a".repeat(100_000);
    for args in [vec!["run", "--format", &long], vec!["run", &format!("--{long}")]] {
        let said = forcesize(&folder, &args);
        assert!(said.code == Some(2) && said.err.len() < 3_000 && said.err.contains("aaaa"), "{}", said.err.len());
    }
}
