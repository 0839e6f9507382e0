//! What is written is there whole or not at all, and nothing is lost: writing that fails at any step, runs that are
//! killed, folders that hold files of others, links, names that two outputs would have, results of older formats.

use crate::engine::Random;
use exchange::{Disk, Fault, New, folders_to_make, prepare, take_folders_away};
use forcesize::model::own_name::{is_device, is_own};
use forcesize::report::format::{CHANGES, FORMAT};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

#[path = "../../src/cli/exchange.rs"]
mod exchange;

const SMALL: &str = "title = \"Small\"\n[input]\npeacekeepers = { value = 20_000, unit = \"troops\", assumed = \"x\" }\n\
                     front_length = { value = 1_000, low = 800, high = 1_250, unit = \"km\", assumed = \"x\" }\n";

const SWEEP: &str =
    "[[sweep]]\nvary = \"front_length\"\nfrom = 500\nto = 1_500\nsteps = 5\nshow = [\"front_density\"]\n";

fn forcesize(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output =
        Command::new(crate::engine::program()).args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn works(folder: &Path, args: &[&str]) -> (String, String) {
    let (code, stdout, stderr) = forcesize(folder, args);
    assert_eq!(code, Some(0), "{args:?}\n{stdout}\n{stderr}");
    (stdout, stderr)
}

/// A folder with a scenario, and what a run of it writes.
fn with_run(scenario: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), scenario).unwrap();
    let out = folder.path().join("output/small");
    (folder, out)
}

/// Runs the scenario, and gives what was said.
#[track_caller]
fn run(folder: &TempDir, more: &[&str]) -> String {
    works(folder.path(), &[&["run", "small.toml", "--quiet", "--format", "svg", "--out", "output"], more].concat()).1
}

// ------------------------------------------------------------------------------------ a folder for one set of settings

#[test]
fn what_is_set_has_a_folder_of_its_own_unless_one_is_named() {
    let (folder, _) = with_run(&format!("{SMALL}{SWEEP}"));
    let folders = || -> BTreeSet<String> {
        let entries = fs::read_dir(folder.path().join("output")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned()).collect()
    };
    let quick = ["run", "small.toml", "--format", "svg"];
    let plain = works(folder.path(), &quick).0;
    let set = works(folder.path(), &[&quick[..], &["--set", "peacekeepers=25_000"]].concat()).0;
    assert!(plain.contains("output/small/report.html") && !plain.contains('+'), "{plain}");
    assert!(set.contains("output/small+peacekeepers-25000/report.html"), "{set}");
    // What is to be read next is about the same settings.
    assert!(set.contains("forcesize --full small.toml --set peacekeepers=25_000"), "{set}");
    let before = folders();
    assert_eq!(before, ["small", "small+peacekeepers-25000"].map(str::to_owned).into());
    // What only changes looks or exactness is no setting.
    let looks = ["--lang", "de", "--theme", "dark", "--dpi", "100", "--format", "svg"];
    works(folder.path(), &[&["run", "small.toml"][..], &looks].concat());
    works(folder.path(), &["monte-carlo", "small.toml", "--seed", "3", "--samples", "128", "--format", "svg"]);
    assert_eq!(folders(), before);
    // Every command has it, and one who names a folder gets that.
    works(folder.path(), &["sweep", "small.toml", "--format", "svg", "--set", "front_length=500 km"]);
    works(folder.path(), &["report", "small.toml", "--set", "front_length=500 km"]);
    assert!(folder.path().join("output/small+front-length-500-km/report.html").is_file());
    assert!(folder.path().join("output/small+front-length-500-km/front_length.csv").is_file());
    works(folder.path(), &[&quick[..], &["--set", "peacekeepers=5_000", "--out", "later"]].concat());
    assert!(folder.path().join("later/small/results.json").is_file());
    assert_eq!(folders().len(), 3);
    // Two results are told apart by what was set.
    let results = ["output/small/results.json", "output/small+peacekeepers-25000/results.json"];
    let said = works(folder.path(), &["diff", results[0], results[1]]).0;
    assert!(said.contains("A: output/small/results.json (small)\n"), "{said}");
    assert!(said.contains("(small, peacekeepers=25_000)\n"), "{said}");
    works(folder.path(), &["rerun", results[1]]);
}

#[test]
fn a_coalition_of_the_command_line_is_a_setting_too() {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["supply", "--with", "gbr,fra", "--format", "svg"]);
    assert!(folder.path().join("output/ukraine-2025+with-fra-gbr/supply.csv").is_file());
    works(folder.path(), &["cost", "--basis", "full", "--format", "svg"]);
    assert!(folder.path().join("output/ukraine-2025+basis-full/cost.csv").is_file());
    assert!(!folder.path().join("output/ukraine-2025").exists());
}

// ------------------------------------------------------------------------------------- writing that fails midway

/// Lets one step fail, or all from one on; notes how many there were.
struct Failing {
    steps: AtomicUsize,
    from: usize,
    to: usize,
    /// Whether there are no second names, and no copies.
    links: bool,
    copies: bool,
}

impl Failing {
    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::Relaxed);
        if (self.from..self.to).contains(&step) { Err(io::Error::other("the disk failed")) } else { Ok(()) }
    }
}

impl Disk for Failing {
    fn look(&self, path: &Path) -> io::Result<Option<fs::Metadata>> {
        self.step()?;
        exchange::System.look(path)
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir_all(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8], _: bool, _: Option<&fs::Metadata>) -> io::Result<()> {
        // Half of it is there when the disk fails.
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        self.step()?;
        fs::write(path, bytes)
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.step()?;
        fs::set_permissions(path, permissions)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        if self.links { fs::hard_link(from, to) } else { Err(io::Error::from(io::ErrorKind::Unsupported)) }
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        if self.copies { fs::copy(from, to).map(|_| ()) } else { Err(io::Error::from(io::ErrorKind::PermissionDenied)) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::remove_file(path)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.step()
    }
}

/// Replaces two files, adds one in a new folder, takes one away.
fn put(disk: &impl Disk, folder: &Path) -> Result<(), Fault> {
    let count = AtomicUsize::new(0);
    let new = |path: &str, sync: bool| New { target: folder.join(path), bytes: b"after", sync };
    let files =
        [new("a.csv", false), new("charts/b.svg", false), new("results.json", true), new("manifest.toml", true)];
    let name =
        |folder: &Path| Ok(folder.join(format!(".forcesize-test-{}.tmp", count.fetch_add(1, Ordering::Relaxed))));
    let made = folders_to_make(&files);
    let exchanged =
        prepare(disk, &files, &[folder.join("gone.csv")], &name).and_then(|prepared| prepared.exchange(disk));
    exchanged.inspect_err(|_| take_folders_away(disk, &made))
}

fn before() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["a.csv", "gone.csv", "results.json", "manifest.toml", "mine.txt"] {
        fs::write(folder.path().join(name), "before").unwrap();
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder.path().join("a.csv"), Permissions::from_mode(0o640)).unwrap();
    }
    folder
}

/// All files with what they hold, and empty folders.
fn state(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries: Vec<PathBuf> = fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()).collect();
        if entries.is_empty() {
            found.insert(next.strip_prefix(folder).unwrap().display().to_string(), "(an empty folder)".to_owned());
        }
        for path in entries {
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(
                    path.strip_prefix(folder).unwrap().display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                );
            }
        }
    }
    found
}

#[test]
fn any_step_that_fails_leaves_all_old_or_all_new() {
    let old = state(before().path());
    let new = {
        let folder = before();
        put(&exchange::System, folder.path()).unwrap();
        state(folder.path())
    };
    assert_eq!(new.keys().collect::<Vec<_>>(), ["a.csv", "charts/b.svg", "manifest.toml", "mine.txt", "results.json"]);
    assert!(new.iter().all(|(name, content)| content == if name == "mine.txt" { "before" } else { "after" }));
    for (links, copies) in [(true, true), (false, true), (false, false)] {
        let mut failures = 0;
        for from in 0.. {
            let folder = before();
            let disk = Failing { steps: AtomicUsize::new(0), from, to: from + 1, links, copies };
            let outcome = put(&disk, folder.path());
            let mut now = state(folder.path());
            // One step that fails never keeps what was there from being put back.
            if let Err(fault) = outcome {
                assert!(fault.changed.is_empty(), "step {from}: {fault:?}");
                assert_eq!(fault.error.to_string(), "the disk failed");
                assert!(fault.at.starts_with(folder.path()));
                assert_eq!(now, old, "step {from}");
                failures += 1;
            } else {
                // What is left of the old is temporary, and goes with the next run.
                let temporary: Vec<&String> = now.keys().filter(|name| name.contains(".tmp")).collect();
                assert!(temporary.len() <= 1, "step {from}: {temporary:?}");
                now.retain(|name, _| !name.contains(".tmp"));
                assert_eq!(now, new, "step {from}");
            }
            if disk.steps.into_inner() <= from {
                break;
            }
        }
        assert!(failures >= 12, "only {failures} steps can fail");
    }
}

#[test]
fn a_disk_that_stays_broken_is_a_fault_that_names_what_is_not_as_it_was() {
    let (old, mut mixed) = (state(before().path()), 0);
    for (links, copies) in [(true, true), (false, true), (false, false)] {
        for from in 0.. {
            let folder = before();
            let disk = Failing { steps: AtomicUsize::new(0), from, to: usize::MAX, links, copies };
            let outcome = put(&disk, folder.path());
            let now = state(folder.path());
            if let Err(fault) = outcome {
                let named: BTreeSet<String> = fault
                    .changed
                    .iter()
                    .map(|(path, _)| path.strip_prefix(folder.path()).unwrap().display().to_string())
                    .collect();
                let is_output = |name: &&String| !name.contains(".tmp") && *name != "charts";
                let outputs: BTreeSet<&String> = old.keys().chain(now.keys()).filter(is_output).collect();
                let differ: BTreeSet<String> =
                    outputs.into_iter().filter(|name| old.get(*name) != now.get(*name)).cloned().collect();
                assert_eq!(named, differ, "step {from}");
                // And what they were is where the fault says.
                for (path, kept) in &fault.changed {
                    let name = path.strip_prefix(folder.path()).unwrap().display().to_string();
                    let kept = kept.as_ref().map(|kept| fs::read_to_string(kept).unwrap());
                    assert_eq!(kept.as_ref(), old.get(&name), "step {from}: {name}");
                }
                mixed += usize::from(!named.is_empty());
            }
            if disk.steps.into_inner() <= from {
                break;
            }
        }
    }
    assert!(mixed > 5, "only {mixed}");
}

/// Lets steps fail by chance, as many in a hundred as it says.
struct Unsteady {
    random: Mutex<Random>,
    share: f64,
}

impl Unsteady {
    fn step(&self) -> io::Result<()> {
        if self.random.lock().unwrap().share() < self.share { Err(io::Error::other("the disk failed")) } else { Ok(()) }
    }
}

impl Disk for Unsteady {
    fn look(&self, path: &Path) -> io::Result<Option<fs::Metadata>> {
        self.step().and_then(|()| exchange::System.look(path))
    }

    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.make_folders(folder))
    }

    fn write(&self, path: &Path, bytes: &[u8], sync: bool, old: Option<&fs::Metadata>) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.write(path, bytes, sync, old))
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.set_permissions(path, permissions))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.link(from, to))
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.copy(from, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.remove(path))
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.remove_folder(folder))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step().and_then(|()| exchange::System.sync_folder(folder))
    }
}

/// The files of a run, each with other content, over those that are there.
fn put_run(disk: &impl Disk, out: &Path, files: &BTreeMap<String, String>) -> Result<(), Fault> {
    let count = AtomicUsize::new(0);
    let is_last = |name: &str| ["results.json", "manifest.toml"].contains(&name);
    let new = |name: &String| New { target: out.join(name), bytes: b"after", sync: is_last(name) };
    let new: Vec<New<'_>> = files.keys().map(new).collect();
    let name =
        |folder: &Path| Ok(folder.join(format!(".forcesize-test-{}.tmp", count.fetch_add(1, Ordering::Relaxed))));
    prepare(disk, &new, &[], &name).and_then(|prepared| prepared.exchange(disk))
}

#[test]
fn each_step_of_a_run_that_fails_leaves_old_or_new_or_is_said() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    run(&folder, &[]);
    let old = state(&out);
    assert!(old.len() > 8 && old.contains_key("manifest.toml"), "{:?}", old.keys());
    let written = |now: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        now.iter().filter(|(name, _)| !name.contains(".tmp")).map(|(name, text)| (name.clone(), text.clone())).collect()
    };
    let restore = || {
        for name in state(&out).keys() {
            fs::remove_file(out.join(name)).unwrap();
        }
        for (name, content) in &old {
            fs::write(out.join(name), content).unwrap();
        }
    };
    let check = |outcome: Result<(), Fault>, what: &str| {
        let now = written(&state(&out));
        match outcome {
            Ok(()) => assert!(now.len() == old.len() && now.values().all(|text| text == "after"), "{what}"),
            Err(fault) => {
                let named: BTreeSet<&Path> = fault.changed.iter().map(|(path, _)| path.as_path()).collect();
                for name in old.keys().filter(|name| now.get(*name) != old.get(*name)) {
                    assert!(
                        named.contains(out.join(name).as_path()),
                        "{what}: nobody says that {name} is not as it was"
                    );
                }
            }
        }
    };
    let mut failures = 0;
    for from in 0.. {
        let disk = Failing { steps: AtomicUsize::new(0), from, to: from + 1, links: true, copies: true };
        let outcome = put_run(&disk, &out, &old);
        failures += usize::from(outcome.is_err());
        check(outcome, &format!("step {from}"));
        restore();
        if disk.steps.into_inner() <= from {
            break;
        }
    }
    assert!(failures > 40, "only {failures} steps can fail");
    for seed in 0..120_u32 {
        let share = [0.02, 0.1, 0.4][seed as usize % 3];
        let disk = Unsteady { random: Mutex::new(Random(u64::from(seed))), share };
        check(put_run(&disk, &out, &old), &format!("seed {seed}"));
        restore();
    }
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    let fresh = fs::metadata(out.join("metrics.csv")).unwrap().permissions().mode() & 0o777;
    for (name, mode) in [("results.json", 0o600), ("report.md", 0o664), ("manifest.toml", 0o444)] {
        fs::set_permissions(out.join(name), Permissions::from_mode(mode)).unwrap();
    }
    run(&folder, &["--set", "peacekeepers=10_000"]);
    let mode = |name: &str| fs::metadata(out.join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("results.json"), mode("report.md"), mode("manifest.toml")), (0o600, 0o664, 0o444));
    assert_eq!(mode("metrics.csv"), fresh);
    let results: Value = serde_json::from_str(&fs::read_to_string(out.join("results.json")).unwrap()).unwrap();
    assert_eq!(results["inputs"]["peacekeepers"]["value"], 10_000.0);
}

/// The file that cannot be replaced is the last but one in the order of writing: all others had their new names.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_replaced_leaves_all_as_it_was() {
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    let file = out.join("results.json");
    let chattr = |flag: &str| Command::new("chattr").arg(flag).arg(&file).stderr(Stdio::null()).status();
    if !chattr("+i").is_ok_and(|status| status.success()) {
        eprintln!("skipped: this user, or this disk, knows no files that cannot be changed");
        return;
    }
    let old = state(&out);
    let (code, _, stderr) =
        forcesize(folder.path(), &["run", "small.toml", "--quiet", "--out", "output", "--set", "peacekeepers=10_000"]);
    let now = state(&out);
    assert!(chattr("-i").unwrap().success());
    assert_eq!(code, Some(1));
    assert!(stderr.contains("cannot write") && stderr.contains("results.json"), "{stderr}");
    assert_eq!(now, old);
}

// --------------------------------------------------------------------------- killed runs, and what they leave

#[test]
fn the_manifest_has_the_hash_of_every_other_file() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    works(folder.path(), &["run", "small.toml", "--format", "svg,png", "--quiet"]);
    let manifest: toml::Table = fs::read_to_string(out.join("manifest.toml")).unwrap().parse().unwrap();
    let written = manifest["written"].as_table().unwrap();
    let mut names = BTreeSet::new();
    for (name, content) in crate::cli::files(&out) {
        if name != "manifest.toml" {
            assert_eq!(written[&name].as_str(), Some(forcesize::report::manifest::sha256(&content).as_str()), "{name}");
            names.insert(name);
        }
    }
    assert_eq!(names, written.keys().cloned().collect());
    assert!(names.contains("charts/front_length.png") && names.contains("report.html"), "{names:?}");
}

#[test]
fn files_of_another_run_are_said_by_the_next_command_that_reads_the_folder() {
    let (folder, out) = with_run(SMALL);
    assert_eq!(run(&folder, &[]), "");
    // As a run leaves it that is killed before it has given all files their names.
    let old = fs::read(out.join("manifest.toml")).unwrap();
    run(&folder, &["--set", "peacekeepers=10_000"]);
    fs::write(out.join("manifest.toml"), &old).unwrap();
    let results = "output/small/results.json";
    let said = |stderr: &str| {
        assert!(stderr.starts_with("warning: files of several runs in `output/small`: "), "{stderr}");
        assert!(stderr.contains("and") || stderr.contains("more"), "{stderr}");
        assert!(stderr.contains("differ from what manifest.toml says was written"), "{stderr}");
    };
    said(&works(folder.path(), &["rerun", results]).1);
    fs::copy(out.join("results.json"), folder.path().join("other.json")).unwrap();
    said(&works(folder.path(), &["diff", "other.json", results]).1);
    said(&works(folder.path(), &["diff", results, "other.json", "--json"]).1);
    said(&run(&folder, &[]));
    // All is of one run again, and what is not there was taken away by somebody on purpose.
    fs::remove_file(out.join("report.html")).unwrap();
    assert_eq!(run(&folder, &[]), "");
    assert_eq!(works(folder.path(), &["rerun", results]).1, "");
    // One file that somebody edited.
    fs::write(out.join("report.md"), "my words").unwrap();
    let said = run(&folder, &[]);
    assert!(said.contains("`report.md` differs from what manifest.toml says was written"), "{said}");
}

#[test]
fn other_commands_that_write_into_the_folder_leave_it_true() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    run(&folder, &[]);
    let hashes = || {
        let manifest: toml::Table = fs::read_to_string(out.join("manifest.toml")).unwrap().parse().unwrap();
        manifest["written"].as_table().unwrap().clone()
    };
    let before = hashes();
    works(folder.path(), &["sweep", "small.toml", "--format", "svg"]);
    assert_eq!(hashes(), before, "the same bytes are the run's still");
    let set = ["--out", "output", "--set", "peacekeepers=5_000"];
    works(folder.path(), &[&["sweep", "small.toml", "--format", "svg"][..], &set].concat());
    let after = hashes();
    let gone: Vec<&String> = before.keys().filter(|name| !after.contains_key(*name)).collect();
    assert_eq!(gone, ["charts/front_length.svg", "front_length.csv"]);
    assert_eq!(works(folder.path(), &["rerun", "output/small/results.json"]).1, "");
    assert_eq!(run(&folder, &[]), "");
    assert_eq!(hashes(), before);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_at_any_time_leaves_old_or_new_or_what_the_next_command_says() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    run(&folder, &[]);
    let files = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        crate::cli::files(folder).into_iter().filter(|(name, _)| !name.contains(".tmp")).collect()
    };
    let old = files(&out);
    run(&folder, &["--set", "peacekeepers=10_000"]);
    let new = files(&out);
    let (mut left, mut killed) = (0, 0);
    for round in 0..24 {
        run(&folder, &[]);
        assert_eq!(files(&out), old);
        let mut child = Command::new(crate::engine::program())
            .args(["run", "small.toml", "--quiet", "--format", "svg", "--out", "output"])
            .args(["--set", "peacekeepers=10_000"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Rather when temporary files are seen than at any time.
        if round % 2 == 0 {
            std::thread::sleep(Duration::from_millis(10 * round));
        } else {
            let is_temporary = |name: &String| name.contains(".forcesize-");
            while child.try_wait().unwrap().is_none() && !names(&out).iter().any(is_temporary) {}
            std::thread::sleep(Duration::from_micros(400 * round));
        }
        let _ = child.kill();
        killed += usize::from(!child.wait().unwrap().success());
        left += usize::from(names(&out).iter().any(|name| name.contains(".forcesize-")));
        let now = files(&out);
        let (_, _, stderr) = forcesize(folder.path(), &["rerun", "output/small/results.json"]);
        let is_said = stderr.contains("files of several runs") && stderr.contains("differ");
        assert!(now == old || now == new || is_said, "round {round}: mixed, and not said\n{stderr}");
        // None of them is half.
        for (name, content) in &now {
            assert!(old.get(name) == Some(content) || new.get(name) == Some(content), "{name} is neither");
        }
        run(&folder, &[]);
        assert!(!names(&out).iter().any(|name| name.contains(".forcesize-")), "{:?}", names(&out));
    }
    eprintln!("{killed} of 24 runs were killed, {left} left temporary files");
    assert!(killed > 0);
}

#[test]
fn two_runs_at_once_leave_the_files_of_one() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    for _ in 0..8 {
        let start = |force: &str| {
            let mut command = Command::new(crate::engine::program());
            command.args(["run", "small.toml", "--quiet", "--format", "svg", "--out", "output", "--set", force]);
            command.current_dir(folder.path()).stdin(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let runs = [start("peacekeepers=10_000"), start("peacekeepers=30_000")];
        for mut run in runs {
            assert!(run.wait().unwrap().success());
        }
        let (_, stderr) = works(folder.path(), &["rerun", "output/small/results.json"]);
        assert!(stderr.is_empty(), "{stderr}");
        assert!(!names(&out).iter().any(|name| name.contains(".forcesize-")), "{:?}", names(&out));
    }
}

/// The names in a folder and in that of its charts, which may change meanwhile.
fn names(folder: &Path) -> Vec<String> {
    let of = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    of(folder).chain(of(&folder.join("charts"))).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn temporary_files_go_with_the_next_run_unless_somebody_needs_them() {
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    let clean = names(&out);
    let left =
        [".forcesize-aB3xYz.tmp", ".forcesize-dead01.tmp", ".forcesize-dead01-7.tmp", ".forcesize-dead02-7-old.tmp"];
    let others =
        [".forcesize-notes.txt", "forcesize-dead01.tmp", ".forcesize-.tmp", ".forcesize-my notes.tmp", "draft.tmp"];
    let live = [".forcesize-live01.tmp", ".forcesize-live01-0.tmp"];
    for name in left.iter().chain(&others).chain(&live) {
        fs::write(out.join(name), "something").unwrap();
    }
    fs::write(out.join("charts/.forcesize-dead01-9.tmp"), "something").unwrap();
    fs::create_dir(out.join(".forcesize-folder.tmp")).unwrap();
    let held = fs::File::open(out.join(live[0])).unwrap();
    held.lock().unwrap();
    run(&folder, &[]);
    let mut wanted = clean;
    wanted.extend(others.iter().chain(&live).map(|name| (*name).to_owned()));
    wanted.push(".forcesize-folder.tmp".to_owned());
    let mut now = names(&out);
    now.sort();
    wanted.sort();
    assert_eq!(now, wanted);
    drop(held);
    run(&folder, &[]);
    assert!(!live.iter().any(|name| out.join(name).exists()));
}

// ------------------------------------------------------------------------------------ what is taken away

#[test]
fn a_manifest_takes_nothing_away_that_no_run_could_have_written() {
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    fs::create_dir(out.join("sub")).unwrap();
    let mine = [
        "notes.txt",
        "thesis.md",
        "data.json",
        "report.md.csv.bak",
        "sub/a.csv",
        "charts/photo.jpeg",
        "charts/notes.txt",
        "my data.csv",
        "charts/my photo.png",
        ".hidden.csv",
        "photo.png",
        "small.toml",
    ];
    for name in mine {
        fs::write(out.join(name), "mine").unwrap();
    }
    fs::write(folder.path().join("output/precious.csv"), "mine").unwrap();
    let list: Vec<String> = mine.iter().map(|name| format!("{name:?}")).collect();
    let more = "\"../precious.csv\", \"charts/../../precious.csv\", \"charts/../sub/a.csv\", \"./sub/a.csv\", 7";
    let (ids, hash) = (
        "\"photo\", \"../photo\", \"../../precious\", \"notes.txt\", \"\"",
        forcesize::report::manifest::sha256(b"mine"),
    );
    let table: Vec<String> = mine.iter().map(|name| format!("{name:?} = \"{hash}\"")).collect();
    for text in [
        format!("written = [{}, {more}]\ncharts = [{ids}]\n", list.join(", ")),
        format!("charts = [{ids}]\n[written]\n{}\n\"../precious.csv\" = \"{hash}\"\n", table.join("\n")),
    ] {
        fs::write(out.join("manifest.toml"), text).unwrap();
        run(&folder, &[]);
        for name in mine {
            assert_eq!(fs::read_to_string(out.join(name)).unwrap(), "mine", "{name}");
        }
        assert!(folder.path().join("output/precious.csv").exists());
    }
}

#[test]
fn what_a_run_no_longer_makes_goes_unless_it_was_changed_since() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    let charts = ["svg", "png"].map(|format| out.join(format!("charts/front_length.{format}")));
    let table = out.join("front_length.csv");
    works(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg,png"]);
    assert!(table.exists() && charts.iter().all(|chart| chart.exists()));
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    fs::write(&table, "my own numbers").unwrap();
    let said = run(&folder, &[]);
    assert!(said.contains("`front_length.csv` differs"), "{said}");
    assert_eq!(fs::read_to_string(&table).unwrap(), "my own numbers");
    assert!(!charts.iter().any(|chart| chart.exists()));
    // A manifest of a version that noted no hashes: whose the files are is not known, so they stay.
    fs::write(folder.path().join("small.toml"), format!("{SMALL}{SWEEP}")).unwrap();
    works(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg,png"]);
    fs::write(
        out.join("manifest.toml"),
        "written = [\"front_length.csv\", \"report.md\"]\ncharts = [\"front_length\"]\n",
    )
    .unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    assert_eq!(run(&folder, &[]), "");
    assert!(table.exists() && charts.iter().all(|chart| chart.exists()) && out.join("report.md").exists());
}

/// A picture of what the scenario said before would pass for one of what it says now.
#[test]
fn a_picture_in_a_format_that_is_no_longer_drawn_goes_too() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    works(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg,png"]);
    let [svg, png] = ["svg", "png"].map(|format| out.join(format!("charts/front_length.{format}")));
    assert!(svg.exists() && png.exists());
    run(&folder, &[]);
    assert!(svg.exists() && !png.exists());
}

/// A file that has a name as a run could give it, and is somebody's own.
#[test]
fn a_file_of_somebodys_own_stays_though_a_run_could_have_written_it() {
    let (folder, out) = with_run(&format!("{SMALL}{SWEEP}"));
    works(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg,png"]);
    let own = out.join("charts/front_length.pdf");
    fs::write(&own, "mine").unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    run(&folder, &[]);
    assert!(!out.join("charts/front_length.svg").exists());
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
}

/// What is written in place of a private file is private from the start.
#[cfg(unix)]
#[test]
fn what_replaces_a_private_file_is_never_there_for_all() {
    use exchange::{Disk, New, System, prepare};
    use std::os::unix::fs::PermissionsExt;
    struct Narrow;
    impl Disk for Narrow {
        fn set_permissions(&self, _: &Path, _: Permissions) -> io::Result<()> {
            Ok(())
        }
    }
    let folder = TempDir::new().unwrap();
    let (target, temporary) = (folder.path().join("private"), folder.path().join("new"));
    System.write(&target, b"old", false, None).unwrap();
    fs::set_permissions(&target, Permissions::from_mode(0o600)).unwrap();
    let new = [New { target, bytes: b"new", sync: false }];
    assert!(prepare(&Narrow, &new, &[], &|_| Ok(temporary.clone())).is_ok());
    assert_eq!(fs::metadata(&temporary).unwrap().permissions().mode() & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn nothing_is_taken_away_through_a_link() {
    use std::os::unix::fs::symlink;
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    let elsewhere = folder.path().join("pictures");
    fs::create_dir(&elsewhere).unwrap();
    for name in ["holiday.svg", "holiday.png"] {
        fs::write(elsewhere.join(name), "mine").unwrap();
    }
    let hash = forcesize::report::manifest::sha256(b"mine");
    let manifest = format!(
        "charts = [\"holiday\"]\n[written]\n\"charts/holiday.svg\" = \"{hash}\"\n\"linked.csv\" = \"{hash}\"\n\"plain.csv\" = \"{hash}\"\n"
    );
    let precious = folder.path().join("precious.csv");
    let prepare = |out: &Path| {
        fs::write(&precious, "mine").unwrap();
        let _ = fs::remove_file(out.join("linked.csv"));
        symlink(&precious, out.join("linked.csv")).unwrap();
        fs::write(out.join("plain.csv"), "mine").unwrap();
        fs::write(out.join("manifest.toml"), &manifest).unwrap();
    };
    // The folder of charts is a link, and so is a file.
    fs::remove_dir_all(out.join("charts")).unwrap();
    symlink(&elsewhere, out.join("charts")).unwrap();
    prepare(&out);
    run(&folder, &[]);
    assert!(elsewhere.join("holiday.svg").exists() && elsewhere.join("holiday.png").exists());
    assert!(precious.exists() && fs::symlink_metadata(out.join("linked.csv")).is_ok());
    assert!(!out.join("plain.csv").exists(), "what lies in the folder itself goes");
    // The scenario's folder is one.
    let real = folder.path().join("real");
    fs::rename(&out, &real).unwrap();
    symlink(&real, &out).unwrap();
    fs::remove_file(real.join("charts")).unwrap();
    fs::create_dir(real.join("charts")).unwrap();
    fs::write(real.join("charts/holiday.svg"), "mine").unwrap();
    prepare(&real);
    run(&folder, &[]);
    assert!(real.join("charts/holiday.svg").exists() && real.join("plain.csv").exists() && precious.exists());
    // A manifest that is a link is none.
    fs::remove_file(&out).unwrap();
    fs::rename(&real, &out).unwrap();
    prepare(&out);
    fs::rename(out.join("manifest.toml"), folder.path().join("elsewhere.toml")).unwrap();
    symlink(folder.path().join("elsewhere.toml"), out.join("manifest.toml")).unwrap();
    run(&folder, &[]);
    assert!(out.join("plain.csv").exists());
}

// ------------------------------------------------------------------------------------ names of outputs

fn complaints(scenario: &str) -> String {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("x.toml"), scenario).unwrap();
    let (code, _, stderr) = forcesize(folder.path(), &["check", "x.toml"]);
    assert_eq!(code, Some(1), "{scenario}\n{stderr}");
    stderr
}

#[test]
fn names_of_the_programs_own_files_are_refused() {
    let goal = "vary = \"front_length\"\nfrom = 500\nto = 1_500\n";
    for id in [
        "tornado_front_density",
        "condition",
        "condition_1",
        "Condition_12",
        "discovery_1",
        "discovery_2_trajectory",
        "results",
        "cost_over_time",
        "contributors",
        "rotation",
        "missions_by_area",
        "compare_x",
        "pillars",
        "break_even",
        "nul",
        "CON",
        "com1",
        "lpt9",
    ] {
        let chart = format!("[[chart]]\nid = \"{id}\"\n[[chart.panel]]\nlabel = \"One\"\nshow = [\"front_density\"]\n");
        let sweep = format!("[[sweep]]\nid = \"{id}\"\n{goal}show = [\"front_density\"]\n");
        let search = format!("[[break_even]]\nid = \"{id}\"\n{goal}metric = \"front_density\"\ntarget = 20\n");
        for table in [chart, sweep, search] {
            let said = complaints(&format!("{SMALL}{table}"));
            assert!(said.contains(&format!("error: `{id}` ")) && said.contains("x.toml:6:6"), "{table}\n{said}");
            assert!(said.contains("help: "), "{said}");
        }
    }
    for id in [
        "condition_of_roads",
        "discoveries",
        "tornadoes",
        "costs",
        "my_results",
        "console",
        "com",
        "com12",
        "missions_map",
    ] {
        assert!(!is_own(id) && !is_device(id), "{id}");
    }
}

#[test]
fn names_that_are_made_of_others_are_held_against_them_too() {
    let own = "[input.cost]\nlabel = \"C\"\nvalue = 2\nunit = \"1\"\nassumed = \"x\"\n[metric.m]\nformula = \"cost * 2\"\nunit = \"1\"\nassumed = \"x\"\n";
    let said = complaints(&format!("{SMALL}{own}[[sweep]]\nvary = \"cost\"\nfrom = 1\nto = 3\nshow = [\"m\"]\n"));
    assert!(
        said.contains("`cost` names a file") && said.contains("give it an `id`") && said.contains("x.toml:15:8"),
        "{said}"
    );
    // A grid has a chart for each metric.
    let grid = |id: &str, metrics: &str| {
        format!(
            "{SMALL}population = {{ value = 3, unit = \"million people\", assumed = \"x\" }}\n[[sweep]]\nid = \"{id}\"\n\
             vary = \"front_length\"\nfrom = 500\nto = 1_500\nsteps = 3\nagainst = {{ vary = \"peacekeepers\", from = 1, to = 9, steps = 3 }}\n\
             show = [{metrics}]\n"
        )
    };
    let said = complaints(&grid("tornado", "\"front_density\", \"force_density\""));
    assert!(said.contains("`tornado_front_density` names a file") && said.contains("x.toml:7:6"), "{said}");
    // A search is called as a grid's chart is, and as a sweep is that comes behind it.
    let search = |id: &str| {
        format!(
            "[[break_even]]\nid = \"{id}\"\nvary = \"front_length\"\nfrom = 500\nto = 1_500\nmetric = \"front_density\"\ntarget = 20\n"
        )
    };
    let said = complaints(&(grid("a", "\"front_density\", \"force_density\"") + &search("a_Front_density")));
    assert!(said.contains("two charts would write the files called `a_Front_density`"), "{said}");
    let said = complaints(&format!("{SMALL}{}{SWEEP}", search("front_length")));
    assert!(said.contains("two charts would write the files called `front_length`"), "{said}");
    // On the command line there is no `id` to give: the name gives way.
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("x.toml"), format!("{SMALL}{own}")).unwrap();
    works(folder.path(), &["sweep", "x.toml", "--vary", "cost=1..3", "--show", "m", "--format", "svg"]);
    assert!(
        folder.path().join("output/x/sweep_cost.csv").exists() && !folder.path().join("output/x/cost.csv").exists()
    );
}

/// Whatever any command writes into a scenario's folder is called as the scenario says, or by a name that is refused.
#[test]
fn every_file_that_the_program_writes_has_a_name_that_is_known() {
    let folder = TempDir::new().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = |name: &str| root.join(format!("scenarios/{name}.toml")).to_str().unwrap().to_owned();
    let (reassurance, kfor) = (shipped("ukraine-reassurance-force"), shipped("kfor-1999"));
    let own =
        "[[condition]]\nthat = \"front_density >= 19\"\n[[condition]]\nthat = \"front_density >= 24\"\n[discovery]\n";
    fs::write(folder.path().join("small.toml"), format!("{SMALL}{own}")).unwrap();
    for args in [
        vec!["run"],
        vec!["run", "small.toml"],
        vec!["missions", "--like", &kfor],
        vec!["size"],
        vec!["cost"],
        vec!["supply"],
        vec!["monte-carlo", "--samples", "256"],
        vec!["sensitivity", "--metric", "front_density"],
        vec!["sensitivity", "--method", "sobol", "--metric", "front_density", "--samples", "64"],
        vec!["sensitivity", "--method", "elasticity", "--metric", "front_density"],
        vec!["break-even", "--vary", "front_length=500..3_700", "--metric", "front_density", "--target", "50"],
        vec!["discover", "--samples", "1024"],
        vec!["compare", "--pillars"],
        vec!["compare", "ukraine-2025", &reassurance],
    ] {
        works(folder.path(), &[args.as_slice(), &["--format", "svg"]].concat());
    }
    let mut asked = BTreeSet::new();
    let (results, _) = works(folder.path(), &["run", "--json"]);
    let results: Value = serde_json::from_str(&results).unwrap();
    asked.extend(results["break_even"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()));
    for name in ["ukraine-2025", "kfor-1999", "ukraine-reassurance-force"] {
        let table: toml::Table = fs::read_to_string(shipped(name)).unwrap().parse().unwrap();
        for key in ["sweep", "chart", "break_even"] {
            for one in table.get(key).and_then(toml::Value::as_array).into_iter().flatten() {
                let text = |key: &str| one.get(key).and_then(toml::Value::as_str).map(str::to_owned);
                let against = one.get("against").and_then(|other| other["vary"].as_str());
                let inputs = |first: String| against.map_or(first.clone(), |second| format!("{first}_by_{second}"));
                asked.extend(text("id").or_else(|| text("vary").map(inputs)));
            }
        }
    }
    let mut own = BTreeSet::new();
    for name in crate::cli::files(&folder.path().join("output")).into_keys() {
        let stem = Path::new(&name).file_stem().unwrap().to_str().unwrap().to_owned();
        // The standard model's chart.
        if !asked.contains(&stem) && stem != "densities" {
            assert!(is_own(&stem), "a chart may be called `{stem}`, which the program writes: {name}");
            own.insert(stem);
        }
    }
    for wanted in
        ["condition_2", "discovery_1", "tornado_on_duty_front_density", "bands", "rotation", "pillars", "break_even"]
    {
        assert!(own.contains(wanted), "{wanted} is not among {own:?}");
    }
}

// ------------------------------------------------------------------------------------ saved results

#[test]
fn a_result_is_computed_again_without_its_fonts() {
    let folder = TempDir::new().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, to) in [("Regular", "House.ttf"), ("SemiBold", "Bold.ttf")] {
        fs::copy(root.join(format!("src/chart/fonts/SourceSans3-{name}.ttf")), folder.path().join(to)).unwrap();
    }
    let style = "[style]\nfont = \"House.ttf\"\nbold_font = \"Bold.ttf\"\n";
    fs::write(folder.path().join("base.toml"), format!("{SMALL}{style}")).unwrap();
    fs::write(folder.path().join("small.toml"), "extends = \"base.toml\"\ntitle = \"Child\"\n").unwrap();
    works(folder.path(), &["run", "small.toml", "--format", "svg"]);
    for name in ["House.ttf", "Bold.ttf", "base.toml", "small.toml"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert!(works(folder.path(), &["rerun", "output/small/results.json"]).0.contains("hold."));
    // A run needs them still.
    fs::write(folder.path().join("small.toml"), format!("{SMALL}{style}")).unwrap();
    let (code, _, stderr) = forcesize(folder.path(), &["run", "small.toml"]);
    assert!(code == Some(1) && stderr.contains("House.ttf"), "{stderr}");
}

/// Results as an older version would have written them: without a format, and with other values beyond the central ones.
fn older(folder: &TempDir, out: &Path) -> Value {
    run(folder, &[]);
    let text = fs::read_to_string(out.join("results.json")).unwrap();
    let mut saved: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(saved["record"]["format"], FORMAT);
    saved["record"].as_object_mut().unwrap().remove("format");
    saved["inputs"]["front_length"]["range"]["mean"] = 1.0.into();
    saved["monte_carlo"]["metrics"]["front_density"]["mean"] = 1.0.into();
    saved
}

#[test]
fn older_formats_are_said_first_and_compared_by_central_values_alone() {
    let (folder, out) = with_run(&format!("{SMALL}[monte_carlo]\nsamples = 256\n"));
    let saved = older(&folder, &out);
    let (_, said) = (0, "small was written in format 1; this version writes format 2");
    let write = |name: &str, saved: &Value| fs::write(folder.path().join(name), saved.to_string()).unwrap();
    write("old.json", &saved);
    let (stdout, _) = works(folder.path(), &["rerun", "old.json"]);
    assert!(
        stdout.starts_with(said) && stdout.contains("Central values alone") && stdout.contains("hold."),
        "{stdout}"
    );
    for (lang, words) in
        [("de", "nur die zentralen Werte"), ("fr", "Seules les valeurs centrales"), ("uk", "лише центральні значення")]
    {
        let (stdout, _) = works(folder.path(), &["rerun", "old.json", "--lang", lang]);
        assert!(stdout.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{stdout}");
    }
    // For programs it stands beside the data.
    let (stdout, stderr) = works(folder.path(), &["rerun", "old.json", "--json"]);
    let found: Value = serde_json::from_str(&stdout).unwrap();
    assert!(stderr.starts_with(said), "{stderr}");
    assert_eq!((&found["central_only"], &found["saved_format"]), (&Value::from(true), &Value::from(1)));
    // A central value that moved is found all the same.
    let mut wrong = saved.clone();
    wrong["metrics"]["front_density"]["value"] = 21.0.into();
    write("wrong.json", &wrong);
    let (code, stdout, _) = forcesize(folder.path(), &["rerun", "wrong.json"]);
    assert!(code == Some(1) && stdout.starts_with(said) && stdout.contains("front_density"), "{stdout}");
    // Differences on either side, also where all is asked for.
    let new = "output/small/results.json";
    for args in [["diff", "old.json", new], ["diff", new, "old.json"], ["diff", "old.json", "old.json"]] {
        let (stdout, _) = works(folder.path(), &[&args[..], &["--all"]].concat());
        assert!(stdout.starts_with(said) && stdout.contains("Nothing moved"), "{stdout}");
        assert_eq!(stdout.matches("written in format").count(), 1, "{stdout}");
    }
    let (stdout, stderr) = works(folder.path(), &["diff", "wrong.json", new, "--all", "--csv"]);
    assert!(stderr.starts_with(said), "{stderr}");
    assert_eq!(
        stdout.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect::<Vec<_>>(),
        ["metrics.front_density.value"]
    );
    // Of one format all is compared, and nothing said.
    let (stdout, stderr) = works(folder.path(), &["diff", new, new, "--all"]);
    assert!(!stdout.contains("format") && stderr.is_empty(), "{stdout}{stderr}");
}

#[test]
fn later_formats_are_refused_and_all_changes_are_in_the_manual() {
    let (folder, out) = with_run(SMALL);
    run(&folder, &[]);
    let mut saved: Value = serde_json::from_str(&fs::read_to_string(out.join("results.json")).unwrap()).unwrap();
    saved["record"]["format"] = (FORMAT + 1).into();
    fs::write(folder.path().join("later.json"), saved.to_string()).unwrap();
    for args in [["rerun", "later.json"].as_slice(), &["diff", "later.json", "output/small/results.json"]] {
        let (code, _, stderr) = forcesize(folder.path(), args);
        assert_eq!(code, Some(1));
        assert!(stderr.contains("format 3") && stderr.contains("formats 1 to 2"), "{stderr}");
    }
    let (manual, _) = works(folder.path(), &["help", "--markdown"]);
    for change in CHANGES {
        assert!(manual.contains(change.key) && manual.contains(change.now), "{change:?}");
        assert!((2..=FORMAT).contains(&change.format), "{change:?}");
    }
}
