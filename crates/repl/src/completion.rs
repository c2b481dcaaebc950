//! What could stand at the cursor: names, keywords, attributes, modules.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use ferropy_runtime::{Isolate, Value, names};

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while", "with", "yield",
];

/// What may replace the text from a place to the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// The byte of the line where what is replaced starts.
    pub start: usize,
    /// The texts, sorted; none if nothing fits.
    pub texts: Vec<String>,
}

/// The candidates for the end of `before`, the part of the line before the cursor. Looks names up in the namespace and
/// attributes on what they name, which may run `__getattr__`, properties and `__dir__`.
pub fn complete(isolate: &mut Isolate, namespace: Value, before: &str) -> Candidates {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(_, letter)| is_part(letter))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let word = before.get(start..).unwrap_or("");
    let head = before.get(..start).unwrap_or("").trim();
    if word.is_empty() && head.is_empty() {
        // At the start of a line the key indents.
        return Candidates { start: before.len(), texts: alloc::vec!["    ".to_string()] };
    }
    if matches!(head, "import" | "from") || (head.starts_with("import ") && head.ends_with(',')) {
        return Candidates { start, texts: modules(isolate, word) };
    }
    if let Some((module, _)) = head.strip_prefix("from ").and_then(|rest| rest.split_once(" import")) {
        return Candidates { start, texts: members(isolate, module.trim(), word) };
    }
    match word.rsplit_once('.') {
        Some((path, prefix)) => Candidates { start, texts: attributes(isolate, namespace, path, prefix) },
        None => Candidates { start, texts: globals(isolate, namespace, word) },
    }
}

/// The strings among the keys of a dict that start with the prefix.
fn keys(isolate: &Isolate, dict: Value, prefix: &str, found: &mut BTreeSet<String>) {
    for (key, _) in isolate.heap.entries(dict) {
        if let Some(name) = isolate.heap.str(key)
            && name.starts_with(prefix)
        {
            found.insert(name.to_string());
        }
    }
}

fn globals(isolate: &mut Isolate, namespace: Value, prefix: &str) -> Vec<String> {
    let mut found: BTreeSet<String> =
        KEYWORDS.iter().filter(|keyword| keyword.starts_with(prefix)).map(|keyword| (*keyword).to_string()).collect();
    keys(isolate, namespace, prefix, &mut found);
    let builtins = isolate.builtins_dict();
    keys(isolate, builtins, prefix, &mut found);
    if prefix.is_empty() {
        found.retain(|name| !name.starts_with('_'));
    }
    found.into_iter().collect()
}

/// What a dotted path names; nothing if a part of it is missing or an exception is raised on the way.
fn resolve(isolate: &mut Isolate, namespace: Value, path: &str) -> Option<Value> {
    let mut parts = path.split('.');
    let first = isolate.intern(parts.next()?).ok()?;
    let builtins = isolate.builtins_dict();
    let mut value =
        isolate.heap.dict_get_name(namespace, first).or_else(|| isolate.heap.dict_get_name(builtins, first))?;
    for part in parts {
        isolate.keep(value);
        let name = isolate.intern(part).ok()?;
        value = match isolate.get_attr_opt(value, name) {
            Ok(found) => found?,
            Err(_) => {
                isolate.take_exception();
                return None;
            }
        };
    }
    Some(value)
}

fn attributes(isolate: &mut Isolate, namespace: Value, path: &str, prefix: &str) -> Vec<String> {
    let Some(value) = resolve(isolate, namespace, path) else { return Vec::new() };
    names_of(isolate, value, prefix).into_iter().map(|name| format!("{path}.{name}")).collect()
}

/// The attributes of an object that start with the prefix; private ones only if the prefix asks for them.
fn names_of(isolate: &mut Isolate, value: Value, prefix: &str) -> Vec<String> {
    isolate.keep(value);
    let Ok(list) = isolate.dir(value) else {
        isolate.take_exception();
        return Vec::new();
    };
    let names = isolate.heap.items(list).filter_map(|name| isolate.heap.str(name).map(ToString::to_string));
    names.filter(|name| name.starts_with(prefix) && (!prefix.is_empty() || !name.starts_with('_'))).collect()
}

/// The modules that can be imported by a name that starts with the prefix.
fn modules(isolate: &mut Isolate, prefix: &str) -> Vec<String> {
    let mut found = BTreeSet::new();
    let loaded = isolate.modules_dict();
    keys(isolate, loaded, prefix, &mut found);
    let sys = isolate.sys_namespace();
    if let Some(list) =
        isolate.intern("builtin_module_names").ok().and_then(|name| isolate.heap.dict_get_name(sys, name))
    {
        found.extend(isolate.heap.items(list).filter_map(|name| isolate.heap.str(name).map(ToString::to_string)));
    }
    let path = isolate.heap.dict_get_name(sys, names::path).unwrap_or(Value::NONE);
    let folders: Vec<String> =
        isolate.heap.items(path).filter_map(|folder| isolate.heap.str(folder).map(ToString::to_string)).collect();
    for folder in folders {
        let folder = if folder.is_empty() { "." } else { &folder };
        for entry in isolate.platform.files().list(folder.as_bytes()).unwrap_or_default() {
            let Ok(name) = core::str::from_utf8(&entry.name) else { continue };
            let module = name.strip_suffix(".py").or_else(|| name.strip_suffix(".fpy"));
            let is_package = entry.kind == ferropy_platform::FileKind::Directory;
            found.extend(module.or(is_package.then_some(name)).map(ToString::to_string));
        }
    }
    let is_name = |name: &String| name.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '.');
    found.into_iter().filter(|name| name.starts_with(prefix) && !name.starts_with('_') && is_name(name)).collect()
}

/// The names that can be imported from a module, if it is loaded.
fn members(isolate: &mut Isolate, module: &str, prefix: &str) -> Vec<String> {
    let modules = isolate.modules_dict();
    let found = isolate.intern(module).ok().and_then(|name| isolate.heap.dict_get_name(modules, name));
    match found {
        Some(module) => names_of(isolate, module, prefix),
        None => Vec::new(),
    }
}
