//! What could stand at the cursor: names, keywords, attributes, modules.

use crate::layout::Layout;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use ferropy_platform::FileKind;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Value, names};
use ferropy_unicode::identifier;

/// The keywords and what the soft ones start; those of the first half stand alone, the others want a blank behind.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "break", "continue", "pass", "else", "finally", "try", "and", "as", "assert", "async",
    "await", "case", "class", "def", "del", "elif", "except", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "raise", "return", "type", "while", "with", "yield",
];

/// The keywords behind which something follows on the same line.
fn wants_blank(keyword: &str) -> bool {
    KEYWORDS.iter().skip(9).any(|known| *known == keyword)
}

/// What may replace the text from a place to the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// The byte of the line where what is replaced starts.
    pub start: usize,
    /// The texts, sorted; none if nothing fits.
    pub texts: Vec<String>,
}

/// The candidates for the end of `before`, the part of the line before the cursor; `typed` are the lines of the
/// statement above it.
///
/// Names are looked up in the namespace and attributes on what they name, but properties and `__getattr__` are not
/// called: completing has no effect. The one thing it may run is a `__dir__`.
pub fn complete(isolate: &mut Isolate, namespace: Value, typed: &str, before: &str) -> Candidates {
    if before.trim().is_empty() {
        // At the start of a line the key indents.
        return Candidates { start: before.len(), texts: alloc::vec!["    ".to_string()] };
    }
    if Layout::of(&format!("{typed}{before}")).in_text() {
        return Candidates { start: before.len(), texts: Vec::new() };
    }
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(_, letter)| is_part_of_path(letter))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let word = before.get(start..).unwrap_or("");
    let head = before.get(..start).unwrap_or("").trim();
    // What follows brackets or a string is the attribute of a value that nobody knows yet.
    if word.starts_with('.') || word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Candidates { start, texts: Vec::new() };
    }
    let statement = head.rsplit([';', ':']).next().unwrap_or(head).trim();
    isolate.scope(|isolate| Candidates { start, texts: texts(isolate, namespace, statement, word) })
}

/// Whether a letter may stand in a dotted name.
fn is_part_of_path(letter: char) -> bool {
    letter == '.' || identifier::is_continue(letter.into())
}

/// Puts a name where it belongs in a sorted list, once. A tree would take more of a board's flash than all of this file.
fn insert(names: &mut Vec<String>, name: &str) {
    if let Err(place) = names.binary_search_by(|other| other.as_str().cmp(name)) {
        names.insert(place, name.to_string());
    }
}

fn texts(isolate: &mut Isolate, namespace: Value, statement: &str, word: &str) -> Vec<String> {
    let imports = matches!(statement, "import" | "from")
        || (statement.starts_with("import ") && (statement.ends_with(',') || statement == "import"));
    if imports {
        return modules(isolate, word);
    }
    if let Some((module, _)) = statement.strip_prefix("from ").and_then(|rest| rest.split_once(" import")) {
        return members(isolate, module.trim(), word);
    }
    if statement.starts_with("from ") {
        return if "import".starts_with(word) { alloc::vec!["import ".to_string()] } else { Vec::new() };
    }
    match word.rsplit_once('.') {
        Some((path, prefix)) => attributes(isolate, namespace, path, prefix),
        None => globals(isolate, namespace, word),
    }
}

/// The strings among the keys of a dict that start with the prefix.
fn keys(isolate: &Isolate, dict: Value, prefix: &str, found: &mut Vec<String>) {
    for (key, _) in isolate.heap.entries(dict) {
        if let Some(name) = isolate.heap.str(key)
            && name.starts_with(prefix)
        {
            insert(found, name);
        }
    }
}

fn globals(isolate: &mut Isolate, namespace: Value, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for keyword in KEYWORDS.iter().filter(|keyword| keyword.starts_with(prefix)) {
        insert(&mut found, keyword);
    }
    keys(isolate, namespace, prefix, &mut found);
    let builtins = isolate.builtins_dict();
    keys(isolate, builtins, prefix, &mut found);
    if prefix.is_empty() {
        found.retain(|name| !name.starts_with('_'));
    }
    if let [only] = found.as_mut_slice() {
        if wants_blank(only) {
            only.push(' ');
        } else if let Some(value) = resolve(isolate, namespace, only)
            && is_callable(isolate, value)
        {
            only.push('(');
        }
    }
    found
}

/// What a dotted path names; nothing if a part of it is missing or would have to be computed.
fn resolve(isolate: &mut Isolate, namespace: Value, path: &str) -> Option<Value> {
    let mut parts = path.split('.');
    let first = isolate.intern(parts.next()?).ok()?;
    let builtins = isolate.builtins_dict();
    let mut value =
        isolate.heap.dict_get_name(namespace, first).or_else(|| isolate.heap.dict_get_name(builtins, first))?;
    for part in parts {
        isolate.keep(value);
        value = attribute(isolate, value, part)?;
    }
    Some(value)
}

/// An attribute, if finding it calls nothing written in Python.
fn attribute(isolate: &mut Isolate, value: Value, name: &str) -> Option<Value> {
    let name = isolate.intern(name).ok()?;
    isolate.keep(name);
    let class = isolate.type_of(value);
    let is_native = |isolate: &Isolate, found: Option<Value>| found.is_none_or(|row| isolate.native_row(row).is_some());
    let getter = isolate.lookup(class, names::__getattribute__);
    if !is_native(isolate, getter) || isolate.lookup(class, names::__getattr__).is_some() {
        return None;
    }
    if let Some(found) = isolate.lookup(class, name) {
        let kind = isolate.type_of(found);
        let own = isolate.lookup(kind, names::__get__);
        if isolate.is_instance_of(found, TypeId::PROPERTY) || !is_native(isolate, own) {
            return None;
        }
    }
    match isolate.get_attr_opt(value, name) {
        Ok(found) => found,
        Err(_) => {
            isolate.take_exception();
            None
        }
    }
}

fn is_callable(isolate: &mut Isolate, value: Value) -> bool {
    isolate.is_class(value) || isolate.lookup_special(value, names::__call__).is_some()
}

fn attributes(isolate: &mut Isolate, namespace: Value, path: &str, prefix: &str) -> Vec<String> {
    let Some(value) = resolve(isolate, namespace, path) else { return Vec::new() };
    let mut found = names_of(isolate, value, prefix);
    if let [only] = found.as_mut_slice()
        && let Some(value) = attribute(isolate, value, only)
        && is_callable(isolate, value)
    {
        only.push('(');
    }
    found.into_iter().map(|name| format!("{path}.{name}")).collect()
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

/// The modules that can be imported by a name that starts with what was typed: those of the package in front of its
/// last point.
fn modules(isolate: &mut Isolate, typed: &str) -> Vec<String> {
    let package = typed.rsplit_once('.').map_or("", |(package, _)| package);
    let mut found = Vec::new();
    let loaded = isolate.modules_dict();
    keys(isolate, loaded, typed, &mut found);
    for name in builtin_modules(isolate) {
        insert(&mut found, &name);
    }
    let lead = if package.is_empty() { String::new() } else { format!("{package}.") };
    for name in files_of(isolate, package) {
        insert(&mut found, &format!("{lead}{name}"));
    }
    let depth = lead.matches('.').count();
    let is_name = |name: &String| name.chars().all(is_part_of_path);
    let is_private = |name: &String| name.get(lead.len()..).is_some_and(|name| name.starts_with('_'));
    found.retain(|name| name.starts_with(typed) && is_name(name) && name.matches('.').count() == depth);
    if typed.len() == lead.len() {
        found.retain(|name| !is_private(name));
    }
    found
}

fn builtin_modules(isolate: &mut Isolate) -> Vec<String> {
    let sys = isolate.sys_namespace();
    let name = isolate.intern("builtin_module_names").ok();
    let Some(list) = name.and_then(|name| isolate.heap.dict_get_name(sys, name)) else { return Vec::new() };
    isolate.heap.items(list).filter_map(|name| isolate.heap.str(name).map(ToString::to_string)).collect()
}

/// The modules that lie as files in the folders of a package, or along `sys.path`.
fn files_of(isolate: &mut Isolate, package: &str) -> Vec<String> {
    let sys = isolate.sys_namespace();
    let path = isolate.heap.dict_get_name(sys, names::path).unwrap_or(Value::NONE);
    let folders: Vec<String> =
        isolate.heap.items(path).filter_map(|folder| isolate.heap.str(folder).map(ToString::to_string)).collect();
    let mut found = Vec::new();
    for folder in folders {
        let folder = if folder.is_empty() { "." } else { &folder };
        let folder =
            if package.is_empty() { folder.to_string() } else { format!("{folder}/{}", package.replace('.', "/")) };
        for entry in isolate.platform.files().list(folder.as_bytes()).unwrap_or_default() {
            let Ok(name) = core::str::from_utf8(&entry.name) else { continue };
            let module = name.strip_suffix(".py").or_else(|| name.strip_suffix(".fpy"));
            let is_package = entry.kind == FileKind::Directory;
            found.extend(module.or(is_package.then_some(name)).filter(|name| *name != "__init__").map(String::from));
        }
    }
    found
}

/// The names that can be imported from a module: its attributes if it is loaded, or can be loaded without effects as
/// builtin modules can, and the modules in a package.
fn members(isolate: &mut Isolate, module: &str, prefix: &str) -> Vec<String> {
    let modules = isolate.modules_dict();
    let mut loaded = isolate.intern(module).ok().and_then(|name| isolate.heap.dict_get_name(modules, name));
    if loaded.is_none() && builtin_modules(isolate).iter().any(|known| known == module) {
        loaded = isolate.import_dotted(module).ok();
        if loaded.is_none() {
            isolate.take_exception();
        }
    }
    let mut found = Vec::new();
    if let Some(module) = loaded {
        for name in names_of(isolate, module, prefix) {
            insert(&mut found, &name);
        }
    }
    for name in files_of(isolate, module).iter().filter(|name| name.starts_with(prefix)) {
        insert(&mut found, name);
    }
    found
}
