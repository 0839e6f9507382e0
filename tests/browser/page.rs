//! A page in headless Chromium, and everything the browser complained of.

use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::{Browser, LaunchOptions, Tab};
use std::ffi::OsStr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The browser.
pub struct Chromium(Browser);

/// A page in it.
pub struct Open {
    tab: Arc<Tab>,
    faults: Arc<Mutex<Vec<String>>>,
}

impl Chromium {
    /// Nothing, said aloud, where no browser is installed.
    pub fn start() -> Option<Self> {
        let path = match headless_chrome::browser::default_executable() {
            Ok(path) => path,
            Err(reason) => {
                eprintln!("skipped: no Chromium or Chrome is installed ({reason})");
                return None;
            }
        };
        let quiet =
            ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        let options = LaunchOptions {
            path: Some(path),
            // In a container the browser runs as root, where its sandbox cannot.
            sandbox: false,
            window_size: Some((1280, 900)),
            args: quiet.iter().map(OsStr::new).collect(),
            idle_browser_timeout: Duration::from_mins(5),
            ..LaunchOptions::default()
        };
        match Browser::new(options) {
            Ok(browser) => Some(Self(browser)),
            Err(reason) => panic!("the browser does not start: {reason}"),
        }
    }

    /// Opens a file.
    pub fn open(&self, file: &Path) -> Open {
        let tab = self.0.new_tab().unwrap();
        tab.set_default_timeout(Duration::from_mins(1));
        tab.enable_runtime().unwrap();
        tab.enable_log().unwrap();
        let faults = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&faults);
        let listener = move |event: &Event| {
            let fault = match event {
                Event::RuntimeExceptionThrown(thrown) => Some(format!("{:?}", thrown.params.exception_details)),
                Event::RuntimeConsoleAPICalled(called) => Some(format!("{:?}", called.params.args)),
                Event::LogEntryAdded(added) => Some(format!("{:?}", added.params.entry)),
                _ => None,
            };
            heard.lock().unwrap().extend(fault);
        };
        tab.add_event_listener(Arc::new(listener)).unwrap();
        let url = format!("file://{}", file.display());
        tab.navigate_to(&url).unwrap().wait_until_navigated().unwrap();
        let page = Open { tab, faults };
        assert_eq!(page.text("String(document.documentElement.classList.contains('js'))"), "true", "{url}");
        page
    }
}

impl Open {
    /// Runs a script for what it does.
    pub fn run(&self, script: &str) {
        let _ = self.text(&format!("{{ {script} }}; ''"));
    }

    /// The text that a script gives.
    pub fn text(&self, script: &str) -> String {
        let found = self.tab.evaluate(script, false).unwrap_or_else(|error| panic!("{error}: {script}"));
        match found.value {
            Some(serde_json::Value::String(text)) => text,
            other => panic!("no text but {other:?} ({:?}): {script}", found.description),
        }
    }

    /// The number that a script gives.
    pub fn number(&self, script: &str) -> f64 {
        self.text(&format!("String({script})")).parse().unwrap()
    }

    /// Presses a key.
    pub fn key(&self, name: &str) {
        self.tab.press_key(name).unwrap();
    }

    /// That the console stayed empty, and closes the page.
    pub fn without_faults(self, name: &str) {
        let faults = self.faults.lock().unwrap();
        assert!(faults.is_empty(), "{name}: the browser complains: {faults:#?}");
        let _ = self.tab.close(false);
    }
}
