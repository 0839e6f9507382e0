//! Pages for a browser on this machine that refresh themselves: a server on the loopback address, behind a name that
//! nobody can guess, which hands out these pages and whether they are still the last ones, and nothing else.
//!
//! Knows nothing of how pages are made.

use super::failure::{Failure, reason};
use super::threads::can_start;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use tiny_http::{Header, Method, Request, Response, Server};

/// A page's text for some version of it.
pub type Render<'a> = &'a dyn Fn(u64) -> Result<Vec<String>, Failure>;

/// A server with its pages.
pub struct Site {
    address: SocketAddr,
    token: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Counts what the pages say of themselves.
    version: u64,
    pages: Vec<String>,
    /// What is wrong with the files as they are now.
    complaints: String,
}

impl Site {
    /// A server without pages.
    ///
    /// # Errors
    /// When there is no free port, or the system has no random numbers.
    pub fn start() -> Result<Self, Failure> {
        let failed = |why: String| {
            Failure::File(why, Some("leave out `--open` or `--watch`: then there is no server".to_owned()))
        };
        // The server takes for granted that its threads start: one that accepts, some that read, one that answers.
        if !can_start(8) {
            return Err(failed("no server: the system lets the program have no more threads".to_owned()));
        }
        let server = Server::http((Ipv4Addr::LOCALHOST, 0)).map_err(|error| failed(format!("no server: {error}")))?;
        let address = server.server_addr().to_ip().ok_or_else(|| failed("no server: it has no address".to_owned()))?;
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| failed(format!("no random numbers: {error}")))?;
        let token = format!("{:032x}", u128::from_le_bytes(bytes));
        let state = Arc::new(Mutex::new(State::default()));
        let (answering, secret) = (Arc::clone(&state), token.clone());
        std::thread::Builder::new()
            .name("pages".to_owned())
            .spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, address, &secret, &answering);
                }
            })
            .map_err(|error| failed(format!("no server: {}", reason(&error))))?;
        Ok(Self { address, token, state })
    }

    /// Where a page is.
    pub fn url(&self, position: usize) -> String {
        format!("http://{}/{}/{position}/", self.address, self.token)
    }

    /// Takes new pages in.
    pub fn publish(&self, render: Render<'_>) -> Result<(), Failure> {
        let version = self.lock().version + 1;
        let pages = render(version)?;
        *self.lock() = State { version, pages, complaints: String::new() };
        Ok(())
    }

    /// Has the pages say what is wrong with the files that they would be made of.
    pub fn complain(&self, complaints: String) {
        self.lock().complaints = complaints;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a request; one that nobody here can have made learns nothing.
fn answer(request: Request, address: SocketAddr, token: &str, state: &Mutex<State>) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    let is_here = host.is_some_and(|header| header.value.as_str() == address.to_string());
    let found = (is_here && *request.method() == Method::Get).then(|| content(request.url(), token, state)).flatten();
    let (status, kind, text) = found.map_or((404, "text/plain", String::new()), |(kind, text)| (200, kind, text));
    let headers = [
        ("Content-Type", format!("{kind}; charset=utf-8")),
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok());
    let response = headers.fold(Response::from_string(text).with_status_code(status), Response::with_header);
    let response = response.with_chunked_threshold(usize::MAX);
    // A browser that went away needs no answer.
    let _ = request.respond(response);
}

fn content(url: &str, token: &str, state: &Mutex<State>) -> Option<(&'static str, String)> {
    let mut parts = url.strip_prefix('/')?.split('/');
    (parts.next()? == token).then_some(())?;
    let position: usize = parts.next()?.parse().ok()?;
    let what = parts.next()?;
    parts.next().is_none().then_some(())?;
    let state = state.lock().unwrap_or_else(PoisonError::into_inner);
    let page = state.pages.get(position)?;
    match what {
        "" => Some(("text/html", page.clone())),
        "state" => {
            let state = serde_json::json!({ "version": state.version, "complaints": state.complaints });
            Some(("application/json", state.to_string()))
        }
        _ => None,
    }
}
