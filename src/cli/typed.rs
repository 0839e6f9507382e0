//! The command line as people type it: options before the command, the command behind the file, blanks without quotes.
//!
//! Looks at the words before they are parsed, and knows of options only whether they take a value.

use super::failure::Failure;
use clap::{Arg, Command};
use forcesize::quantity::unit::Units;
use std::ffi::OsString;
use std::path::Path;

/// Options whose value is a text with a unit, which falls apart where it has no quotes.
const QUANTITIES: [&str; 4] = ["set", "vary", "target", "condition"];

/// A command of earlier versions.
const RETIRED: &str = "init";

/// A word of the command line, or an option with its value, by the position of its first word.
enum Token {
    Word(usize),
    Option { at: usize, name: String, words: usize },
}

/// The words with the command first; the first is the program's name.
///
/// # Errors
/// Where words stand in an order, or fall apart, so that what was meant can be said.
pub fn arranged(cli: &Command, words: Vec<OsString>) -> Result<Vec<OsString>, Failure> {
    let is_command = |word: &str| cli.find_subcommand(word).is_some();
    let texts: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let tokens = tokens(cli, &texts);
    fallen_apart(&tokens, &texts)?;
    let places: Vec<usize> =
        tokens.iter().filter_map(|token| if let Token::Word(at) = token { Some(*at) } else { None }).collect();
    let Some(first) = places.first().copied() else { return Ok(words) };
    if is_command(&texts[first]) {
        names_with_blanks(&places[1..], &texts)?;
        let options = tokens.iter().any(|token| matches!(token, Token::Option { at, .. } if *at < first));
        let asks = |text: &String| matches!(text.as_str(), "--version" | "-V");
        if !options || texts[..first].iter().any(asks) {
            return Ok(words);
        }
        let mut arranged = words;
        let command = arranged.remove(first);
        arranged.insert(1, command);
        return Ok(arranged);
    }
    if texts[first] == RETIRED && !Path::new(RETIRED).exists() {
        let rest: Vec<String> = places[1..].iter().map(|at| texts[*at].clone()).collect();
        let rest = if rest.is_empty() { String::new() } else { format!(" {}", quoted_all(&rest)) };
        return Err(Failure::CommandLine(
            format!("there is no command `{RETIRED}`"),
            Some(format!("a folder to work in is written by: forcesize new --folder{rest}")),
        ));
    }
    let behind = places.iter().skip(1).find(|at| is_command(&texts[**at]) && !Path::new(&texts[**at]).exists());
    if let Some(at) = behind {
        let command = &texts[*at];
        let mut rest = texts.clone();
        rest.remove(*at);
        return Err(Failure::CommandLine(
            format!("the command `{command}` stands behind `{}`", texts[first]),
            Some(format!("the command comes first: forcesize {command} {}", quoted_all(&rest[1..]))),
        ));
    }
    names_with_blanks(&places, &texts)?;
    Ok(words)
}

fn tokens(cli: &Command, texts: &[String]) -> Vec<Token> {
    let takes_value = |is: &dyn Fn(&Arg) -> bool| {
        let commands = std::iter::once(cli).chain(cli.get_subcommands());
        commands.flat_map(Command::get_arguments).any(|arg| is(arg) && arg.get_action().takes_values())
    };
    let (mut tokens, mut at) = (Vec::new(), 1);
    while let Some(text) = texts.get(at) {
        if text == "--" {
            break;
        }
        let (name, takes) = if let Some(long) = text.strip_prefix("--") {
            let name = long.split('=').next().unwrap_or_default();
            (name, !long.contains('=') && takes_value(&|arg| arg.get_long() == Some(name)))
        } else if let Some(short) = text.strip_prefix('-').filter(|short| !short.is_empty()) {
            let last = short.chars().last();
            (short, takes_value(&|arg| arg.get_short().is_some() && arg.get_short() == last))
        } else {
            tokens.push(Token::Word(at));
            at += 1;
            continue;
        };
        let words = 1 + usize::from(takes && at + 1 < texts.len());
        tokens.push(Token::Option { at, name: name.to_owned(), words });
        at += words;
    }
    tokens
}

/// A value such as `peacekeepers=25000 troops` without quotes.
fn fallen_apart(tokens: &[Token], texts: &[String]) -> Result<(), Failure> {
    let mut units = None;
    for (position, token) in tokens.iter().enumerate() {
        let Token::Option { at, name, words } = token else { continue };
        let last = at + words - 1;
        if !QUANTITIES.contains(&name.as_str()) || !texts[last].ends_with(|c: char| c.is_ascii_digit() || c == '=') {
            continue;
        }
        let mut is_unit = |text: &str| {
            !Path::new(text).exists()
                && (text == "per"
                    || units.get_or_insert_with(Units::default).unit(text).is_ok()
                    || text.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let behind = tokens[position + 1..].iter().map_while(|token| match token {
            Token::Word(at) if is_unit(&texts[*at]) => Some(texts[*at].as_str()),
            _ => None,
        });
        let behind: Vec<&str> = behind.collect();
        if behind.is_empty() {
            continue;
        }
        let value = texts[last].strip_prefix(&format!("--{name}=")).unwrap_or(&texts[last]);
        let (input, number) =
            value.rsplit_once('=').map_or((String::new(), value), |(name, number)| (format!("{name}="), number));
        let whole = [&[number], behind.as_slice()].concat().join(" ");
        return Err(Failure::CommandLine(
            format!("`{value} {}` falls apart at its blanks", behind.join(" ")),
            Some(format!("a value with a unit needs quotes: --{name} {input}\"{}\"", whole.trim())),
        ));
    }
    Ok(())
}

/// A file whose name has blanks, without quotes.
fn names_with_blanks(places: &[usize], texts: &[String]) -> Result<(), Failure> {
    for (start, first) in places.iter().enumerate() {
        for end in start + 2..=places.len() {
            let words: Vec<&str> = places[start..end].iter().map(|at| texts[*at].as_str()).collect();
            let whole = words.join(" ");
            // A folder or a file may be called like one of the words; a list of files that are all there is a list.
            if Path::new(&whole).is_file() && !words.iter().all(|word| Path::new(word).is_file()) {
                let before = &texts[1..*first];
                let behind = &texts[places[end - 1] + 1..];
                let all = [before, std::slice::from_ref(&whole), behind].concat();
                return Err(Failure::CommandLine(
                    format!("`{whole}` is one file, and its name falls apart at its blanks"),
                    Some(format!("a name with blanks needs quotes: forcesize {}", quoted_all(&all))),
                ));
            }
        }
    }
    Ok(())
}

/// The command line with another word in the place of one.
pub fn instead(word: &str, other: &str) -> String {
    let words = std::env::args().skip(1).map(|text| if text == word { other.to_owned() } else { text });
    format!("forcesize {}", quoted_all(&words.collect::<Vec<_>>()))
}

fn quoted_all(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A word as it can be typed in a shell: quoted where a blank or a sign would be taken for something else.
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_./\\:+=,@%-".contains(c) && (c != '\\' || cfg!(windows));
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    if cfg!(windows) { format!("\"{word}\"") } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::super::command::Cli;
    use super::*;
    use clap::CommandFactory;

    fn arrange(line: &[&str]) -> Result<Vec<String>, String> {
        let words = std::iter::once("forcesize").chain(line.iter().copied()).map(OsString::from).collect();
        match arranged(&Cli::command(), words) {
            Ok(words) => Ok(words.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect()),
            Err(Failure::CommandLine(message, help)) => Err(format!("{message}\n{}", help.unwrap_or_default())),
            Err(_) => Err(String::new()),
        }
    }

    #[test]
    fn options_may_stand_before_the_command() {
        assert_eq!(arrange(&["--color", "never", "run", "x.toml"]).unwrap(), ["run", "--color", "never", "x.toml"]);
        assert_eq!(arrange(&["--color=never", "check"]).unwrap(), ["check", "--color=never"]);
        assert_eq!(arrange(&["--samples", "64", "monte-carlo"]).unwrap(), ["monte-carlo", "--samples", "64"]);
        assert_eq!(arrange(&["--set", "a=1", "-q", "run", "-"]).unwrap(), ["run", "--set", "a=1", "-q", "-"]);
        for line in [&["--out", "run", "x.toml"][..], &["run", "--json"], &["--version", "run"], &["-q"], &[]] {
            assert_eq!(arrange(line).unwrap(), line);
        }
    }

    #[test]
    fn what_falls_apart_is_put_together() {
        let said = |line: &[&str]| arrange(line).unwrap_err();
        assert!(said(&["my plan.toml", "size", "--json"]).contains("forcesize size 'my plan.toml' --json"));
        assert!(said(&["size", "--set", "force=25000", "troops"]).contains("--set force=\"25000 troops\""));
        assert!(said(&["--set=force=25", "000", "troops", "x.toml"]).contains("--set force=\"25 000 troops\""));
        let target = said(&["break-even", "--target", "25", "personnel", "per", "km"]);
        assert!(target.contains("--target \"25 personnel per km\""), "{target}");
        assert!(arrange(&["run", "--set", "force=25000", "x.toml"]).is_ok());
    }

    #[test]
    fn names_are_quoted_as_shells_want_it() {
        assert_eq!(quoted("a/b-1.toml"), "a/b-1.toml");
        assert_eq!(quoted("мій.toml"), "мій.toml");
        if cfg!(not(windows)) {
            assert_eq!(quoted("my plan.toml"), "'my plan.toml'");
            assert_eq!(quoted("it's $5.toml"), "'it'\\''s $5.toml'");
        }
    }
}
