//! A page in headless Chromium, and everything the browser complained of.

use crate::devtools::{Connection, program};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// The browser.
pub struct Chromium(Arc<Connection>);

/// A page in it.
pub struct Open {
    browser: Arc<Connection>,
    target: Value,
    session: String,
}

/// Events that a page without a fault has not.
const FAULTS: [&str; 3] = ["Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"];

impl Chromium {
    /// Nothing, said aloud, where no browser is installed.
    pub fn start() -> Option<Self> {
        let Some(program) = program() else {
            eprintln!("skipped: no Chromium or Chrome is installed");
            return None;
        };
        let arguments = [
            // In a container the browser runs as root, where its sandbox cannot.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--window-size=1280,900",
            "--force-color-profile=srgb",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Pages that nobody sees are to go on as those in front.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
        ];
        Some(Self(Arc::new(Connection::start(&program, &arguments))))
    }

    /// Opens a file.
    pub fn open(&self, file: &Path) -> Open {
        self.open_at(file, "")
    }

    /// Opens a file with something behind its name.
    pub fn open_at(&self, file: &Path, hash: &str) -> Open {
        let url = format!("file://{}{hash}", file.display());
        let target = self.0.call(None, "Target.createTarget", &json!({ "url": "about:blank" }))["targetId"].take();
        let attached = json!({ "targetId": target, "flatten": true });
        let session = self.0.call(None, "Target.attachToTarget", &attached)["sessionId"].as_str().unwrap().to_owned();
        let page = Open { browser: Arc::clone(&self.0), target, session };
        for domain in ["Page.enable", "Runtime.enable", "Log.enable"] {
            page.call(domain, &json!({}));
        }
        let gone = page.call("Page.navigate", &json!({ "url": url }));
        assert!(gone["errorText"].is_null(), "{url}: {gone}");
        page.browser.wait_for(&page.session, "Page.loadEventFired");
        assert_eq!(page.text("String(document.documentElement.classList.contains('js'))"), "true", "{url}");
        page
    }
}

impl Open {
    fn call(&self, method: &str, parameters: &Value) -> Value {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// Runs a script for what it does.
    pub fn run(&self, script: &str) {
        let _ = self.text(&format!("{{ {script} }}; ''"));
    }

    /// The text that a script gives.
    pub fn text(&self, script: &str) -> String {
        let mut found = self.call("Runtime.evaluate", &json!({ "expression": script, "returnByValue": true }));
        let fault = &found["exceptionDetails"];
        assert!(fault.is_null(), "{fault}: {script}");
        match found["result"]["value"].take() {
            Value::String(text) => text,
            other => panic!("no text but {other}: {script}"),
        }
    }

    /// The number that a script gives.
    pub fn number(&self, script: &str) -> f64 {
        self.text(&format!("String({script})")).parse().unwrap()
    }

    /// Waits until a script gives true.
    pub fn wait(&self, script: &str) {
        for _ in 0..1_000 {
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
        let printed = self.call("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
        let pdf = BASE64_STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page\n").count()
    }

    /// Puts it before all others: what nobody sees a browser does not draw.
    pub fn front(&self) {
        self.call("Page.bringToFront", &json!({}));
    }

    /// Makes the window as wide and high as a phone's.
    pub fn narrow(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.call("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Presses a key, by its name and its number.
    pub fn key(&self, name: &str, number: u32) {
        let mut key = json!({ "type": "keyDown", "key": name, "code": name, "windowsVirtualKeyCode": number });
        // What presses a button is the character that comes of the key.
        if name == "Enter" {
            key["text"] = "\r".into();
        }
        self.call("Input.dispatchKeyEvent", &key);
        key["type"] = "keyUp".into();
        self.call("Input.dispatchKeyEvent", &key);
    }

    /// That the console stayed empty, and closes the page.
    pub fn without_faults(self, name: &str) {
        let mut events = self.browser.events(&self.session);
        events.retain(|event| FAULTS.iter().any(|fault| event["method"] == **fault));
        assert!(events.is_empty(), "{name}: the browser complains: {events:#?}");
        self.browser.call(None, "Target.closeTarget", &json!({ "targetId": self.target }));
    }
}
