//! Which file of the source names which other, as its `use` declarations and its paths say.
//!
//! A name that a module re-exports belongs to the file that defines it. What a folder's `mod.rs` declares and passes on
//! is no import of its own, unless its code uses the name too. Knows nothing of layers.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A path as written, without the colons.
type Names = Vec<String>;

/// A name that a file brings in.
struct Use {
    /// What it is called in the file.
    name: String,
    /// Where it comes from, from the crate's root.
    from: Names,
    is_public: bool,
}

struct Module {
    /// The path below `src`.
    file: String,
    /// Whether it stands for a folder.
    is_folder: bool,
    uses: Vec<Use>,
    /// Paths in the code, as written.
    paths: Vec<Names>,
}

/// The modules of a crate, by their paths.
pub struct Modules(BTreeMap<Names, Module>);

/// The files that each file imports.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

impl Modules {
    /// Reads files: their paths below `src`, and their code without tests.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut modules = BTreeMap::new();
        let mut written = Vec::new();
        for (file, code) in files {
            let mut path: Names = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            let is_folder = path.last().is_some_and(|name| name == "mod");
            if is_folder {
                path.pop();
            }
            written.push((path.clone(), tokens(&code)));
            modules.insert(path, Module { file, is_folder, uses: Vec::new(), paths: Vec::new() });
        }
        let mut all = Self(modules);
        for (module, tokens) in written {
            let (uses, paths) = parse(&tokens);
            let uses = uses.into_iter().filter_map(|(is_public, from, name)| {
                Some(Use { name, from: all.absolute(&module, &from)?, is_public })
            });
            let uses = uses.collect();
            if let Some(module) = all.0.get_mut(&module) {
                (module.uses, module.paths) = (uses, paths);
            }
        }
        all
    }

    /// A path as written in a module, from the crate's root; `None` for other crates' and the module's own names.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Names> {
        let first = path.first()?.as_str();
        let child = || [module, &path[..1]].concat();
        match first {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                Some([module.get(..module.len().checked_sub(ups)?)?, &path[ups..]].concat())
            }
            _ if self.0.contains_key(&child()) => Some([module, path].concat()),
            _ => None,
        }
    }

    /// The file that defines what a path from the root names.
    fn file(&self, path: &[String], depth: usize) -> Option<&str> {
        let known = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let module = &self.0[&path[..known]];
        let passed_on = path.get(known).and_then(|name| module.uses.iter().find(|found| found.name == *name));
        match passed_on {
            Some(found) if depth < 10 => self.file(&[&found.from, &path[known + 1..]].concat(), depth + 1),
            _ => Some(&module.file),
        }
    }

    /// Which files each file imports.
    pub fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (path, module) in &self.0 {
            let found = imports.entry(module.file.clone()).or_default();
            let mut add = |names: &[String]| found.extend(self.file(names, 0).map(str::to_owned));
            let is_used = |name: &str| module.paths.iter().any(|path| path.first().is_some_and(|first| first == name));
            for one in &module.uses {
                let is_passed_on = one.is_public && module.is_folder && one.from.starts_with(path);
                if !is_passed_on || is_used(&one.name) {
                    add(&one.from);
                }
            }
            for names in &module.paths {
                let brought_in = module.uses.iter().find(|one| names.first().is_some_and(|first| *first == one.name));
                match brought_in {
                    Some(one) => add(&[&one.from, &names[1..]].concat()),
                    // A word alone may be a variable with a module's name.
                    None if names.len() == 1 => {}
                    None => self.absolute(path, names).iter().for_each(|names| add(names)),
                }
            }
            found.remove(&module.file);
        }
        imports
    }
}

/// The circles among the files of a folder: of each set of files that all import one another, directly or through
/// others, the shortest.
pub fn circles(imports: &Imports, folder: &str) -> Vec<Vec<String>> {
    let inside = |file: &&String| file.starts_with(&format!("{folder}/"));
    let mut found: Vec<Vec<String>> = Vec::new();
    for start in imports.keys().filter(inside) {
        let mut ways: VecDeque<Vec<&String>> = VecDeque::from([vec![start]]);
        let mut seen = BTreeSet::new();
        while let Some(way) = ways.pop_front() {
            let Some(next) = way.last().and_then(|last| imports.get(*last)) else { continue };
            if next.contains(start) {
                found.push(way.into_iter().chain([start]).cloned().collect());
                break;
            }
            for file in next.iter().filter(inside).filter(|file| seen.insert((*file).clone())) {
                ways.push_back(way.iter().copied().chain([file]).collect());
            }
        }
    }
    found.sort_by_key(Vec::len);
    let mut named: BTreeSet<String> = BTreeSet::new();
    found.retain(|circle| {
        let is_new = circle.iter().all(|file| !named.contains(file));
        named.extend(circle.iter().cloned());
        is_new
    });
    found
}

/// Localizer and signs; `::` is one sign. Comments, texts and characters are left out.
fn tokens(code: &str) -> Vec<String> {
    let letters: Vec<char> = code.chars().collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut at = 0;
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    while let Some(letter) = letters.get(at) {
        let rest = &letters[at..];
        at += match rest {
            ['/', '/', ..] => rest.iter().take_while(|letter| **letter != '\n').count(),
            ['r', '"', ..] => 2 + rest[2..].iter().take_while(|letter| **letter != '"').count() + 1,
            ['r', '#', '"', ..] => 3 + rest[3..].windows(2).take_while(|pair| *pair != ['"', '#']).count() + 2,
            ['"', ..] => {
                let mut end = 1;
                while rest.get(end).is_some_and(|letter| *letter != '"') {
                    end += if rest[end] == '\\' { 2 } else { 1 };
                }
                end + 1
            }
            ['\'', '\\', ..] => 3 + rest[3..].iter().take_while(|letter| **letter != '\'').count() + 1,
            ['\'', _, '\'', ..] => 3,
            [':', ':', ..] => {
                tokens.push("::".to_owned());
                2
            }
            _ if is_word(letter) => {
                let word: String = rest.iter().take_while(|letter| is_word(letter)).collect();
                let length = word.chars().count();
                tokens.push(word);
                length
            }
            _ if letter.is_whitespace() => 1,
            _ => {
                tokens.push(letter.to_string());
                1
            }
        };
    }
    tokens
}

/// A name that is brought in: whether for others too, its path, what it is called.
type Written = (bool, Names, String);

/// The `use` declarations, and the paths of the rest: of a single word, too.
fn parse(tokens: &[String]) -> (Vec<Written>, Vec<Names>) {
    let (mut uses, mut paths) = (Vec::new(), Vec::new());
    let mut at = 0;
    let is_name = |token: &String| token.starts_with(|c: char| c.is_alphabetic() || c == '_');
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].as_str());
        if tokens[at] == "use" && matches!(before, "" | ";" | "{" | "}" | "]" | "pub" | ")") {
            let end = at + tokens[at..].iter().take_while(|token| *token != ";").count();
            let mut found = Vec::new();
            tree(&tokens[at + 1..end], &[], &mut found);
            uses.extend(found.into_iter().map(|(path, name)| (matches!(before, "pub" | ")"), path, name)));
            at = end;
        } else if is_name(&tokens[at]) && !matches!(before, "." | "::" | "mod" | "fn" | "struct" | "enum" | "trait") {
            let mut path = vec![tokens[at].clone()];
            while let [colons, name, ..] = &tokens[at + 1..]
                && colons == "::"
                && is_name(name)
            {
                path.push(name.clone());
                at += 2;
            }
            paths.push(path);
        }
        at += 1;
    }
    (uses, paths)
}

/// The names of a tree such as `a::{b, c::d as e}`, with their paths.
fn tree(tokens: &[String], before: &[String], found: &mut Vec<(Names, String)>) {
    let Some(brace) = tokens.iter().position(|token| token == "{") else {
        let renamed = tokens.iter().position(|token| token == "as");
        let (path, name) = tokens.split_at(renamed.unwrap_or(tokens.len()));
        let is_name = |token: &&String| *token != "::" && (*token != "self" || before.is_empty());
        let path = path.iter().filter(is_name);
        let path: Names = before.iter().chain(path).cloned().collect();
        if let Some(name) = name.last().or(path.last()).cloned() {
            found.push((path, name));
        }
        return;
    };
    let prefix: Names = before.iter().chain(tokens[..brace].iter().filter(|token| *token != "::")).cloned().collect();
    let (mut depth, mut start) = (0, brace + 1);
    for (at, token) in tokens.iter().enumerate().skip(brace) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if (token == "," && depth == 1) || depth == 0 {
            if start < at {
                tree(&tokens[start..at], &prefix, found);
            }
            start = at + 1;
        }
    }
}

fn of(files: &[(&str, &str)]) -> Imports {
    Modules::read(files.iter().map(|(file, code)| ((*file).to_owned(), (*code).to_owned()))).imports()
}

#[test]
fn imports_are_found_in_every_form() {
    let imports = of(&[
        ("a/mod.rs", "mod b;\npub mod c;\npub use b::Thing;\npub use c::{self, One as Other};\nstruct Own;"),
        ("a/b.rs", "use super::{Own, c::{One, two}};\npub struct Thing;"),
        ("a/c.rs", "fn f(x: &super::b::Thing) -> char { '\"' }\nfn g() { crate::a::Own::new() } // crate::a::d"),
        ("a/d.rs", "use crate::a;\nconst X: &str = \"super::c\"; fn f() { a::Thing }"),
        ("a/e.rs", "use crate::a::Other;\npub(super) use std::fmt;"),
        ("a/f.rs", "use std::cmp::{self, Ordering};\nfn f() { cmp::max(self::g(), c::h()) }"),
    ]);
    let found = |file: &str| imports[file].iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(found("a/mod.rs"), "");
    assert_eq!(found("a/b.rs"), "a/c.rs a/mod.rs");
    assert_eq!(found("a/c.rs"), "a/b.rs a/mod.rs");
    assert_eq!(found("a/d.rs"), "a/b.rs a/mod.rs");
    assert_eq!(found("a/e.rs"), "a/c.rs");
    assert_eq!(found("a/f.rs"), "");
}

#[test]
fn what_a_folder_passes_on_and_uses_is_an_import() {
    let imports = of(&[
        ("a/mod.rs", "mod b;\npub use b::Thing;\npub fn make() -> Thing { Thing }"),
        ("a/b.rs", "use super::make;\npub struct Thing;"),
    ]);
    assert_eq!(circles(&imports, "a"), [["a/b.rs", "a/mod.rs", "a/b.rs"]]);
}

#[test]
fn of_each_set_of_files_the_shortest_circle_is_told() {
    let imports = of(&[
        ("a/b.rs", "use super::c::C;"),
        ("a/c.rs", "use super::d::D;"),
        ("a/d.rs", "use super::{b::B, c::C};"),
        ("a/e.rs", "use super::b::B;"),
        ("f/g.rs", "use crate::f::h::H;"),
        ("f/h.rs", "use super::g::G;"),
    ]);
    assert_eq!(circles(&imports, "a"), [["a/c.rs", "a/d.rs", "a/c.rs"]]);
    assert_eq!(circles(&imports, "f"), [["f/g.rs", "f/h.rs", "f/g.rs"]]);
    assert_eq!(circles(&imports, "e").len(), 0);
}
