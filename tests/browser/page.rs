//! A page in headless Chromium, and everything the browser complained of.

use headless_chrome::protocol::cdp::Emulation;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::types::PrintToPdfOptions;
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
        self.open_at(file, "")
    }

    /// Opens a file with something behind its name.
    pub fn open_at(&self, file: &Path, hash: &str) -> Open {
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
        let url = format!("file://{}{hash}", file.display());
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

    /// Waits until a script gives true.
    pub fn wait(&self, script: &str) {
        for _ in 0..100 {
            if self.text(&format!("String({script})")) == "true" {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("never: {script}");
    }

    /// What a check of accessibility finds, as JSON; nothing where the checker is not at hand: `FORCESIZE_AXE` names the
    /// file `axe.min.js` of <https://www.npmjs.com/package/axe-core>.
    pub fn inaccessible(&self) -> Option<String> {
        let Some(file) = std::env::var_os("FORCESIZE_AXE").filter(|file| !file.is_empty()) else {
            eprintln!("skipped: FORCESIZE_AXE does not name axe.min.js");
            return None;
        };
        let script = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.run(&script);
        self.run(
            "globalThis.violations = null; axe.run(document, { resultTypes: ['violations'] }).then((found) => {
               globalThis.violations = JSON.stringify(found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]));
             })",
        );
        for _ in 0..600 {
            let found = self.text("String(violations)");
            if found != "null" {
                return Some(found);
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        panic!("the check of accessibility does not end");
    }

    /// How many sheets of paper it takes.
    pub fn sheets(&self) -> usize {
        let options = PrintToPdfOptions { prefer_css_page_size: Some(true), ..PrintToPdfOptions::default() };
        let pdf = self.tab.print_to_pdf(Some(options)).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page\n").count()
    }

    /// Puts it before all others: what nobody sees a browser does not draw.
    pub fn front(&self) {
        let _ = self.tab.bring_to_front();
    }

    /// Makes the window as wide and high as a phone's.
    pub fn narrow(&self, width: u32, height: u32) {
        let size = Emulation::SetDeviceMetricsOverride {
            width,
            height,
            device_scale_factor: 2.0,
            mobile: true,
            scale: None,
            screen_width: None,
            screen_height: None,
            position_x: None,
            position_y: None,
            dont_set_visible_size: None,
            screen_orientation: None,
            viewport: None,
            display_feature: None,
            device_posture: None,
        };
        self.tab.call_method(size).unwrap();
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
