//! `report --open --watch`: a page from a server that nobody else finds, which says when there is a later one.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SCENARIO: &str = "title = \"Watched\"\n[input]\n\
    front_length = { value = 1_000, unit = \"km\", assumed = \"test\" }\n\
    peacekeepers = { value = 10_000, unit = \"troops\", assumed = \"test\" }\n";

/// A program that is ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The status and the whole text of an answer.
fn ask(address: &str, method: &str, path: &str, host: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    while !head.ends_with("\r\n\r\n") {
        let mut line = String::new();
        assert!(reader.read_line(&mut line).unwrap() > 0, "{method} {path}: {head}");
        if let Some(count) = line.to_lowercase().strip_prefix("content-length:") {
            length = count.trim().parse().unwrap();
        }
        head += &line;
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{head}"));
    (status, head + &String::from_utf8(body).unwrap())
}

#[test]
fn a_watched_page_is_served_to_its_browser_alone_and_hears_of_changes() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("watched.toml");
    fs::write(&file, SCENARIO).unwrap();
    let mut command = Command::new(crate::engine::program());
    // Without a path no browser is found, which is said and no fault.
    command.args(["report", "watched.toml", "--open", "--watch", "--out", "pages"]).env("PATH", "").env("BROWSER", "");
    command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = Running(command.spawn().unwrap());
    // Who does not listen to the end ends the program.
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    let url = lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("http://")).unwrap();
    let (address, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let path = format!("/{path}");
    let token = path.trim_matches('/').split('/').next().unwrap();
    assert!(address.starts_with("127.0.0.1:") && token.len() == 32, "{url}");

    let (status, page) = ask(address, "GET", &path, address);
    assert!(status == 200 && page.contains("connect-src 'self'") && page.contains("Watched"), "{status}");
    assert!(page.contains("Cache-Control: no-store") && page.contains("nosniff"));
    let written = fs::read_to_string(folder.path().join("pages/watched/report.html")).unwrap();
    assert!(!written.contains("connect-src") && !written.contains("fetch("), "the page on disk asks nobody");
    // Neither another name, nor another path, nor another method.
    let port = address.split(':').nth(1).unwrap();
    for (method, path, host) in [
        ("GET", path.as_str(), "example.org"),
        ("GET", path.as_str(), &format!("localhost:{port}")),
        ("GET", "/", address),
        ("GET", "/00000000000000000000000000000000/0/", address),
        ("GET", &format!("/{token}/0/../../etc/passwd"), address),
        ("GET", &format!("/{token}/1/"), address),
        ("POST", path.as_str(), address),
    ] {
        assert_eq!(ask(address, method, path, host).0, 404, "{method} {path} of {host}");
    }

    let state = || ask(address, "GET", &format!("{path}state"), address).1;
    let wait = |words: &str| {
        let since = Instant::now();
        loop {
            let text = state();
            if text.contains(words) {
                return text;
            }
            assert!(since.elapsed() < Duration::from_mins(1), "never {words}: {text}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    wait("\"version\":1");
    fs::write(&file, SCENARIO.replace("1_000, unit", "1_000, unti")).unwrap();
    let text = wait("unti");
    assert!(text.contains("\"version\":1") && text.contains("watched.toml:3"), "{text}");
    fs::write(&file, SCENARIO.replace("1_000", "1_250")).unwrap();
    let text = wait("\"version\":2");
    assert!(text.contains("\"complaints\":\"\""), "{text}");
    assert!(ask(address, "GET", &path, address).1.contains("1,250"));
    drop(lines);
}
