//! Chromium's protocol for tools over its pipe: JSON messages on the descriptors 3 and 4, each with a zero byte behind it
//! (<https://chromedevtools.github.io/devtools-protocol/>).
//!
//! Two dozen calls are all that the tests make. A crate with types for the whole protocol took 170 crate-seconds, a tenth
//! of what `cargo test` compiles. Knows nothing of pages.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// What the browser is called, the most usual first.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// The browser's program, where there is one: `CHROME` names it, or it is looked for on the path.
pub fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME").filter(|named| !named.is_empty()) {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// A browser that runs, until it is dropped.
pub struct Connection {
    child: Child,
    requests: Mutex<(u64, ChildStdin)>,
    heard: Arc<Heard>,
    /// What it writes down for itself.
    _profile: tempfile::TempDir,
}

/// What the browser has said.
#[derive(Default)]
struct Heard {
    said: Mutex<Said>,
    changed: Condvar,
}

#[derive(Default)]
struct Said {
    answers: HashMap<u64, Value>,
    /// By session.
    events: HashMap<String, Vec<Value>>,
    is_over: bool,
}

impl Connection {
    /// Starts a browser.
    pub fn start(program: &Path, arguments: &[&str]) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new("sh")
            // A child has no other descriptors than the usual three: a shell gives them the numbers.
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1"])
            .arg(program)
            .args(["--headless", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let requests = Mutex::new((0, child.stdin.take().unwrap()));
        let heard = Arc::new(Heard::default());
        let answers = child.stdout.take().unwrap();
        let hearing = Arc::clone(&heard);
        std::thread::spawn(move || hearing.hear(answers));
        Self { child, requests, heard, _profile: profile }
    }

    /// Calls a method, of the browser or of a session, and waits for what it returns.
    pub fn call(&self, session: Option<&str>, method: &str, parameters: &Value) -> Value {
        let number = {
            let (last, pipe) = &mut *self.requests.lock().unwrap();
            *last += 1;
            let mut request = json!({ "id": *last, "method": method, "params": parameters });
            if let Some(session) = session {
                request["sessionId"] = session.into();
            }
            let written = pipe.write_all(format!("{request}\0").as_bytes()).and_then(|()| pipe.flush());
            written.unwrap_or_else(|error| panic!("the browser is gone: {error}: {method}"));
            *last
        };
        let mut answer = self.heard.wait(method, |said| said.answers.remove(&number));
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].take()
    }

    /// Waits until a session has had an event.
    pub fn wait_for(&self, session: &str, event: &str) {
        self.heard.wait(event, |said| {
            let events = said.events.get(session)?;
            events.iter().any(|one| one["method"] == event).then_some(())
        });
    }

    /// The events of a session so far.
    pub fn events(&self, session: &str) -> Vec<Value> {
        self.heard.said.lock().unwrap().events.get(session).cloned().unwrap_or_default()
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Heard {
    fn hear(&self, answers: impl Read) {
        for message in BufReader::new(answers).split(0) {
            let Some(mut message) = message.ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok()) else {
                break;
            };
            let said = &mut *self.said.lock().unwrap();
            match (message["id"].as_u64(), message["sessionId"].take()) {
                (Some(number), _) => drop(said.answers.insert(number, message)),
                (None, Value::String(session)) => said.events.entry(session).or_default().push(message),
                _ => {}
            }
            self.changed.notify_all();
        }
        self.said.lock().unwrap().is_over = true;
        self.changed.notify_all();
    }

    fn wait<T>(&self, what: &str, found: impl Fn(&mut Said) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        let mut said = self.said.lock().unwrap();
        loop {
            if let Some(found) = found(&mut said) {
                return found;
            }
            assert!(!said.is_over, "the browser has ended: {what}");
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the browser does not answer: {what}");
            said = self.changed.wait_timeout(said, left).unwrap().0;
        }
    }
}
