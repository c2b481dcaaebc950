//! Showing an exception as CPython does: the chain, the traceback with source lines and markers, the message.

use super::field;
use crate::builtins::compile::syntax_field;
use crate::heap::Kind;
use crate::interpreter::traceback_field;
use crate::native::TypeId;
use crate::{Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::positions::Position;

/// Repeated entries beyond this many are counted instead of shown.
const MOST_REPEATED: usize = 3;

/// Source files read so far, for their lines.
type Sources = Vec<(String, Option<Vec<String>>)>;

/// How deep groups within groups are shown, as in CPython.
const MOST_GROUPS: usize = 10;

/// What the text has so far: chains and groups may go in circles.
#[derive(Default)]
struct Shown {
    exceptions: Vec<Value>,
    /// How many groups the current place is in.
    depth: usize,
}

impl Isolate {
    /// The text of an exception with its traceback and what it is chained to, as `sys.excepthook` shows it.
    pub fn format_exception(&mut self, exception: Value) -> String {
        let mut sources = Sources::new();
        let mut text = String::new();
        self.format_chain(exception, &mut text, &mut sources, &mut Shown::default());
        // What went wrong while formatting has been dealt with.
        self.take_exception();
        text
    }

    fn format_chain(&mut self, exception: Value, text: &mut String, sources: &mut Sources, shown: &mut Shown) {
        // The chain is walked to its start first: no recursion, whatever its length.
        let mut chain = alloc::vec![(exception, "")];
        shown.exceptions.push(exception);
        while let Some(&(current, _)) = chain.last() {
            let cause = self.heap.field(current, field::CAUSE);
            let context = self.heap.field(current, field::CONTEXT);
            let suppressed = self.heap.field(current, field::SUPPRESS_CONTEXT) == Value::TRUE;
            let is_new = |next: Value| !next.is_none() && !next.is_unbound() && !shown.exceptions.contains(&next);
            let (next, words) = if is_new(cause) {
                (cause, "\nThe above exception was the direct cause of the following exception:\n\n")
            } else if !suppressed && is_new(context) {
                (context, "\nDuring handling of the above exception, another exception occurred:\n\n")
            } else {
                break;
            };
            shown.exceptions.push(next);
            chain.push((next, words));
        }
        for (index, (current, _)) in chain.iter().enumerate().rev() {
            self.format_one(*current, text, sources, shown);
            if let Some((_, words)) = chain.get(index)
                && index > 0
            {
                text.push_str(words);
            }
        }
    }

    fn format_one(&mut self, exception: Value, text: &mut String, sources: &mut Sources, shown: &mut Shown) {
        let is_group = self.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP);
        if is_group && shown.depth >= MOST_GROUPS {
            text.push_str(&format!("... (max_group_depth is {MOST_GROUPS})\n"));
            return;
        }
        let traceback = self.heap.field(exception, field::TRACEBACK);
        if !traceback.is_none() && !traceback.is_unbound() {
            text.push_str("Traceback (most recent call last):\n");
            self.format_entries(traceback, text, sources);
        }
        if self.is_instance_of(exception, TypeId::SYNTAX_ERROR) {
            self.format_syntax_error(exception, text);
        }
        text.push_str(&self.exception_line(exception));
        self.format_notes(exception, text);
        if is_group {
            shown.depth += 1;
            self.format_group(exception, text, sources, shown);
            shown.depth -= 1;
        }
    }

    /// The parts of a group, indented.
    fn format_group(&mut self, group: Value, text: &mut String, sources: &mut Sources, shown: &mut Shown) {
        let parts: Vec<Value> = self.heap.items(self.heap.field(group, field::EXTRA + 1)).collect();
        let count = parts.len();
        for (index, part) in parts.into_iter().enumerate() {
            let ruler = if index == 0 { "  +-+" } else { "    +" };
            text.push_str(&format!("{ruler}---------------- {} ----------------\n", index + 1));
            let mut inner = String::new();
            self.format_chain(part, &mut inner, sources, shown);
            for line in inner.lines() {
                text.push_str(&format!("    | {line}\n"));
            }
            if index + 1 == count {
                text.push_str("    +------------------------------------\n");
            }
        }
    }

    fn format_notes(&mut self, exception: Value, text: &mut String) {
        let Ok(Some(notes)) = self.get_attr_opt(exception, names::__notes__) else { return };
        if !matches!(self.heap.kind(notes), Some(Kind::List | Kind::Tuple)) {
            return;
        }
        for note in self.heap.items(notes).collect::<Vec<_>>() {
            let note = self.str(note).ok().map(|note| self.name_text(note)).unwrap_or_default();
            for line in note.split('\n') {
                text.push_str(line);
                text.push('\n');
            }
        }
    }

    /// `module.Class: message`.
    fn exception_line(&mut self, exception: Value) -> String {
        let class = self.type_of(exception);
        let mut name = self.class_qualname(class);
        if let Some(module) = self.class_module(class)
            && module != "builtins"
            && module != "__main__"
        {
            name = format!("{module}.{name}");
        }
        let message = if self.is_instance_of(exception, TypeId::SYNTAX_ERROR) {
            let message = self.heap.field(exception, syntax_field::MSG);
            if message.is_none() { Some(String::from("<no detail available>")) } else { Some(self.name_text(message)) }
        } else {
            match self.str(exception) {
                Ok(text) => Some(self.name_text(text)),
                Err(_) => {
                    self.take_exception();
                    Some(String::from("<exception str() failed>"))
                }
            }
        };
        match message.filter(|message| !message.is_empty()) {
            Some(message) => format!("{name}: {message}{}\n", self.suggestion(exception)),
            None => format!("{name}\n"),
        }
    }

    /// ". Did you mean: 'x'?" where a name is close to a known one.
    fn suggestion(&mut self, exception: Value) -> String {
        let name = self.heap.field(exception, field::EXTRA);
        let known = if self.is_instance_of(exception, TypeId::ATTRIBUTE_ERROR) {
            let object = self.heap.field(exception, field::EXTRA + 1);
            if object.is_none() || !self.heap.is_str(name) {
                return String::new();
            }
            self.dir(object)
        } else if self.is_instance_of(exception, TypeId::NAME_ERROR) && self.heap.is_str(name) {
            self.names_in_reach(exception)
        } else {
            return String::new();
        };
        let Ok(known) = known else {
            self.take_exception();
            return String::new();
        };
        let wrong = self.name_text(name);
        let candidates: Vec<String> = self
            .heap
            .items(known)
            .map(|name| self.name_text(name))
            .filter(|candidate| wrong.starts_with('_') || !candidate.starts_with('_'))
            .collect();
        match super::suggestions::closest(&wrong, candidates.iter().map(String::as_str)) {
            Some(candidate) => format!(". Did you mean: '{candidate}'?"),
            None => String::new(),
        }
    }

    /// The global and builtin names that the code which raised could see.
    fn names_in_reach(&mut self, exception: Value) -> crate::Completion {
        let mut traceback = self.heap.field(exception, field::TRACEBACK);
        let mut globals = Value::NONE;
        let mut code = Value::NONE;
        while !traceback.is_none() && !traceback.is_unbound() {
            globals = self.heap.field(traceback, traceback_field::GLOBALS);
            code = self.heap.field(traceback, traceback_field::CODE);
            traceback = self.heap.field(traceback, traceback_field::NEXT);
        }
        let mut list: Vec<Value> = Vec::new();
        if let Some(code) = self.code_of(code) {
            list.extend(code.details.local_names.iter().chain(&code.details.free_names).copied());
        }
        list.extend(self.heap.entries(globals).map(|(key, _)| key));
        list.extend(self.heap.entries(self.builtins).map(|(key, _)| key));
        list.retain(|&name| self.heap.is_str(name));
        self.new_list(&list)
    }

    fn format_entries(&mut self, traceback: Value, text: &mut String, sources: &mut Sources) {
        let mut current = traceback;
        let mut last = String::new();
        let mut repeated = 0;
        while !current.is_none() && !current.is_unbound() {
            let entry = self.format_entry(current, sources);
            if entry == last {
                repeated += 1;
            } else {
                close_repetition(text, repeated);
                repeated = 1;
                last.clone_from(&entry);
            }
            if repeated <= MOST_REPEATED {
                text.push_str(&entry);
            }
            current = self.heap.field(current, traceback_field::NEXT);
        }
        close_repetition(text, repeated);
    }

    fn format_entry(&mut self, traceback: Value, sources: &mut Sources) -> String {
        let code = self.heap.field(traceback, traceback_field::CODE);
        let pc = self.heap.field(traceback, traceback_field::PC).as_small_int().unwrap_or(0) as u32;
        let position = self.position_of(code, pc);
        let Some(loaded) = self.code_of(code) else { return String::new() };
        let (filename, name) = (self.name_text(loaded.details.filename), self.name_text(loaded.details.name));
        let line = position.line;
        let mut entry = format!("  File \"{filename}\", line {line}, in {name}\n");
        if let Some(source) = self.source_line(&filename, line, sources) {
            let trimmed = source.trim_start();
            if !trimmed.trim().is_empty() {
                entry.push_str(&format!("    {}\n", trimmed.trim_end()));
                if let Some(markers) = markers(&source, position) {
                    entry.push_str(&format!("    {markers}\n"));
                }
            }
        }
        entry
    }

    fn source_line(&mut self, filename: &str, line: u32, sources: &mut Sources) -> Option<String> {
        if !sources.iter().any(|(known, _)| known == filename) {
            let split = |text: &str| text.lines().map(String::from).collect::<Vec<String>>();
            let lines = match self.sources.iter().find(|(known, _)| known == filename) {
                Some((_, text)) => Some(split(text)),
                None => ferropy_platform::files::read_all(self.platform.files(), filename.as_bytes())
                    .ok()
                    .map(|bytes| split(&String::from_utf8_lossy(&bytes))),
            };
            sources.push((filename.into(), lines));
        }
        let (_, lines) = sources.iter().find(|(known, _)| known == filename)?;
        lines.as_ref()?.get((line as usize).checked_sub(1)?).cloned()
    }

    fn format_syntax_error(&mut self, exception: Value, text: &mut String) {
        let part = |iso: &Isolate, index: usize| iso.heap.field(exception, index);
        let Some(line) = part(self, syntax_field::LINENO).as_small_int() else { return };
        let filename = part(self, syntax_field::FILENAME);
        let filename = if self.heap.is_str(filename) { self.name_text(filename) } else { "<string>".into() };
        text.push_str(&format!("  File \"{filename}\", line {line}\n"));
        let source = part(self, syntax_field::TEXT);
        if !self.heap.is_str(source) {
            return;
        }
        let source = self.name_text(source);
        let source = source.trim_end_matches(['\n', '\r']);
        let trimmed = source.trim_start_matches([' ', '\t', '\u{c}']);
        text.push_str(&format!("    {trimmed}\n"));
        let cut = (source.chars().count() - trimmed.chars().count()) as i64;
        let offset = part(self, syntax_field::OFFSET).as_small_int().unwrap_or(0);
        if offset < 1 {
            return;
        }
        let end_line = part(self, syntax_field::END_LINENO).as_small_int().unwrap_or(line);
        let mut end = part(self, syntax_field::END_OFFSET).as_small_int().unwrap_or(0);
        if end_line != line {
            end = source.chars().count() as i64 + 1;
        }
        if end <= offset {
            end = offset + 1;
        }
        let start = offset - 1 - cut;
        if start < 0 {
            return;
        }
        let blank: String =
            trimmed.chars().take(start as usize).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        let padding = " ".repeat((start as usize).saturating_sub(blank.chars().count()));
        let carets = "^".repeat((end - offset).max(1) as usize);
        text.push_str(&format!("    {blank}{padding}{carets}\n"));
    }
}

fn close_repetition(text: &mut String, repeated: usize) {
    if repeated > MOST_REPEATED {
        let more = repeated - MOST_REPEATED;
        let plural = if more == 1 { "" } else { "s" };
        text.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

/// The line of `^` under the part of the source that was running. What matters in it (an operator, a call's brackets)
/// has `^`, the rest `~`; nothing where `^` would stand under the whole line.
fn markers(source: &str, position: Position) -> Option<String> {
    if position.line == 0 {
        return None;
    }
    let indent = source.len() - source.trim_start().len();
    let end_of_line = source.trim_end().len();
    let start = position.column as usize;
    let end = if position.end_line == position.line { position.end_column as usize } else { end_of_line };
    if start < indent || end <= start || end > source.len() {
        return None;
    }
    let segment = source.get(start..end)?;
    let anchors = if position.end_line == position.line { anchors(segment) } else { None };
    if anchors.is_none() && start <= indent && end >= end_of_line {
        return None;
    }
    let before = source.get(indent..start)?.chars().count();
    let (left, right) = anchors.unwrap_or((0, segment.len()));
    let width = |part: Option<&str>| part.map_or(0, |part| part.chars().count());
    Some(format!(
        "{}{}{}{}",
        " ".repeat(before),
        "~".repeat(width(segment.get(..left))),
        "^".repeat(width(segment.get(left..right))),
        "~".repeat(width(segment.get(right..)))
    ))
}

/// The part of an expression that matters: the operator of an operation, the brackets of a call or subscript.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    use ferropy_syntax::tree::{ExpressionKind, Root};
    let source = ferropy_syntax::Source::new(segment);
    let parsed =
        ferropy_syntax::parse(&source, ferropy_syntax::Mode::Eval, &ferropy_syntax::Options::default()).ok()?;
    let Root::Expression(expression) = &parsed.root else { return None };
    let bytes = segment.as_bytes();
    let find = |from: u32, wanted: &dyn Fn(u8) -> bool| {
        let from = from as usize;
        bytes.get(from..)?.iter().position(|&byte| wanted(byte)).map(|at| from + at)
    };
    match &expression.kind {
        ExpressionKind::BinOp(inner) => {
            let left = find(inner.left.range.end, &|byte| !byte.is_ascii_whitespace() && byte != b')')?;
            let second = bytes.get(left + 1).copied().unwrap_or(b' ');
            let long = left + 1 < inner.right.range.start as usize
                && !second.is_ascii_whitespace()
                && !matches!(second, b'\\' | b'#');
            Some((left, left + 1 + usize::from(long)))
        }
        ExpressionKind::Subscript(inner) => {
            let left = find(inner.value.range.end, &|byte| byte == b'[')?;
            let right = find(inner.slice.range.end, &|byte| byte == b']')?;
            Some((left, right + 1))
        }
        ExpressionKind::Call(inner) => Some((find(inner.func.range.end, &|byte| byte == b'(')?, segment.len())),
        _ => None,
    }
}
