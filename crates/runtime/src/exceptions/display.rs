//! Showing an exception as CPython does: the chain, the traceback, the message, and groups as boxes within boxes.
//!
//! First the exceptions to show are collected as a tree ([`Node`]), as CPython's `traceback` module does it: what was
//! seen before is not shown again as a cause or context, so that circles end. Then the tree is written.

use super::attributes::group_field;
use super::field;
use super::traceback_text::{Limited, SourceFiles};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::value::Word;
use crate::{Completion, Isolate, Value, names};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_platform::Stream;

/// How deep groups within groups are shown, as in CPython.
const MOST_DEPTH: usize = 10;
/// How many parts of a group are shown, as in CPython.
const MOST_PARTS: usize = 15;
/// How many exceptions are shown in all: a group that holds another twice, and that one a third twice, has more parts
/// than memory. CPython sets no limit.
const MOST_EXCEPTIONS: usize = 2000;

const CAUSE_WORDS: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT_WORDS: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// An exception to show, and where in the list of nodes those are that belong to it.
struct Node {
    exception: Value,
    /// What it is chained to, and the words between the two.
    chained: Option<(usize, &'static str)>,
    /// The parts of a group, at most [`MOST_PARTS`].
    parts: Option<Vec<usize>>,
    /// How many groups it lies in.
    depth: usize,
}

impl Isolate {
    /// The text of an exception with its traceback and what it is chained to, as `sys.excepthook` shows it.
    pub fn format_exception(&mut self, exception: Value) -> String {
        self.format_exception_limited(exception, Limited::default())
    }

    /// As [`Isolate::format_exception`]; `limited` says what `sys.tracebacklimit` leaves of tracebacks.
    pub fn format_exception_limited(&mut self, exception: Value, limited: Limited) -> String {
        let nodes = self.exceptions_to_show(exception);
        let mut page = Page { limited, ..Page::default() };
        self.scope(|iso| {
            // A `__str__` may run, and change what holds the exceptions.
            for node in &nodes {
                iso.keep(node.exception);
            }
            iso.write_chain(&nodes, 0, &mut page, &mut SourceFiles::default());
        });
        // What went wrong while formatting has been dealt with.
        self.take_exception();
        page.text
    }

    /// The lines of an exception itself, without traceback, and those of its notes.
    pub fn exception_text(&mut self, exception: Value) -> (String, String) {
        let text = self.exception_lines(exception);
        let notes = self.notes_text(exception);
        self.take_exception();
        (text, notes)
    }

    /// The text of an exception with its traceback, without what it is chained to.
    pub(crate) fn format_unchained(&mut self, exception: Value) -> String {
        let mut page = Page::default();
        self.scope(|iso| iso.write_one(exception, "Traceback", '|', &mut page, &mut SourceFiles::default()));
        self.take_exception();
        page.text
    }

    /// Writes to `sys.stderr`, behind what the program wrote; to the console itself if the program has not put another
    /// file there. If that fails there is nobody to tell.
    pub fn write_standard_error(&mut self, text: &str) {
        let file = self.heap.dict_get_name(self.sys_dict, names::stderr);
        let original = self.intern("__stderr__").ok();
        let original = original.and_then(|name| self.heap.dict_get_name(self.sys_dict, name));
        match file {
            Some(file) if file.is_none() => {}
            Some(file) if original != Some(file) => {
                let written = self.new_str(text).and_then(|text| self.call_method(file, names::write, &[text]));
                if written.and_then(|_| self.call_method(file, names::flush, &[])).is_err() {
                    self.take_exception();
                }
            }
            _ => {
                let _ = self.platform.console().flush(Stream::Out);
                let console = self.platform.console();
                let _ = console.write_text(Stream::Err, text.as_bytes());
                if console.is_behind(Stream::Err) {
                    let _ = console.flush(Stream::Err);
                }
            }
        }
    }

    /// The tree of exceptions, the first one at its root; no recursion, whatever its depth.
    fn exceptions_to_show(&self, exception: Value) -> Vec<Node> {
        let mut nodes = alloc::vec![Node::new(exception, 0)];
        let mut seen = BTreeSet::from([exception.to_word()]);
        let mut waiting = alloc::vec![0];
        while let Some(index) = waiting.pop() {
            let Some(&Node { exception, depth, .. }) = nodes.get(index) else { break };
            let chained = self.chained_to(exception, &seen).map(|(next, words)| {
                seen.insert(next.to_word());
                nodes.push(Node::new(next, depth));
                (nodes.len() - 1, words)
            });
            waiting.extend(chained.map(|(next, _)| next));
            let is_open = depth <= MOST_DEPTH && nodes.len() < MOST_EXCEPTIONS;
            let parts = self.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP).then(|| {
                let first = nodes.len();
                if is_open {
                    let group = self.heap.field(exception, group_field::EXCEPTIONS);
                    // Below the outermost group, which has a box of its own, each is one deeper.
                    let inner = depth.max(1) + 1;
                    nodes.extend(self.heap.items(group).take(MOST_PARTS).map(|part| Node::new(part, inner)));
                    seen.extend(nodes.iter().skip(first).map(|node| node.exception.to_word()));
                }
                (first..nodes.len()).collect::<Vec<_>>()
            });
            waiting.extend(parts.iter().flatten().copied());
            if let Some(node) = nodes.get_mut(index) {
                node.chained = chained;
                node.parts = parts;
            }
        }
        nodes
    }

    /// What an exception is chained to, unless that was seen before.
    fn chained_to(&self, exception: Value, seen: &BTreeSet<Word>) -> Option<(Value, &'static str)> {
        let is_shown = |next: &Value| !next.is_none() && !next.is_unbound() && !seen.contains(&next.to_word());
        let cause = Some(self.heap.field(exception, field::CAUSE)).filter(is_shown);
        if let Some(cause) = cause {
            return Some((cause, CAUSE_WORDS));
        }
        let suppressed = self.heap.field(exception, field::SUPPRESS_CONTEXT) == Value::TRUE;
        let context = Some(self.heap.field(exception, field::CONTEXT)).filter(|next| !suppressed && is_shown(next));
        context.map(|context| (context, CONTEXT_WORDS))
    }

    /// Writes an exception behind what it is chained to. Recursion ends with the groups within groups that are shown.
    fn write_chain(&mut self, nodes: &[Node], root: usize, page: &mut Page, files: &mut SourceFiles) {
        // The chain is walked to its start first: no recursion, whatever its length.
        let mut chain: Vec<(&Node, &str)> = nodes.get(root).map(|node| (node, "")).into_iter().collect();
        while let Some((index, words)) = chain.last().and_then(|(node, _)| node.chained)
            && let Some(node) = nodes.get(index)
        {
            // The words stand between the two, before the later one.
            if let Some(last) = chain.last_mut() {
                last.1 = words;
            }
            chain.push((node, ""));
        }
        for (node, words) in chain.into_iter().rev() {
            page.push(words, '|');
            match &node.parts {
                None => self.write_one(node.exception, "Traceback", '|', page, files),
                Some(_) if page.depth > MOST_DEPTH => {
                    page.push(&format!("... (max_group_depth is {MOST_DEPTH})\n"), '|');
                }
                Some(parts) => self.write_group(node, parts, nodes, page, files),
            }
        }
    }

    /// Traceback and message of one exception.
    fn write_one(&mut self, exception: Value, title: &str, corner: char, page: &mut Page, files: &mut SourceFiles) {
        let traceback = self.heap.field(exception, field::TRACEBACK);
        let (traceback, most) = self.shown_entries(traceback, page.limited);
        if !traceback.is_none() {
            page.push(&format!("{title} (most recent call last):\n"), corner);
            let entries = self.traceback_text(traceback, most, files);
            page.push(&entries, '|');
        }
        let lines = self.exception_lines(exception);
        page.push(&lines, '|');
        let notes = self.notes_text(exception);
        page.push(&notes, '|');
    }

    /// A group: itself, then its parts, each in a box.
    fn write_group(&mut self, node: &Node, parts: &[usize], nodes: &[Node], page: &mut Page, files: &mut SourceFiles) {
        let is_outermost = page.depth == 0;
        if is_outermost {
            page.depth = 1;
        }
        let corner = if is_outermost { '+' } else { '|' };
        self.write_one(node.exception, "Exception Group Traceback", corner, page, files);
        let count = self.heap.items(self.heap.field(node.exception, group_field::EXCEPTIONS)).count();
        let left_out = count - parts.len().min(count);
        let boxes = parts.len() + usize::from(left_out > 0);
        page.is_open = false;
        for index in 0..boxes {
            let is_last = index + 1 == boxes;
            // The box may be closed by a group in it.
            page.is_open |= is_last;
            let part = parts.get(index);
            page.push_ruler(index, part.is_some());
            page.depth += 1;
            match part {
                Some(&part) => self.write_chain(nodes, part, page, files),
                None => {
                    let plural = if left_out == 1 { "" } else { "s" };
                    page.push(&format!("and {left_out} more exception{plural}\n"), '|');
                }
            }
            if is_last && page.is_open {
                page.close();
            }
            page.depth -= 1;
        }
        if is_outermost {
            page.depth = 0;
        }
    }

    fn notes_text(&mut self, exception: Value) -> String {
        let notes = match self.get_attr_opt(exception, names::__notes__) {
            Ok(Some(notes)) if !notes.is_none() => notes,
            Ok(_) => return String::new(),
            Err(_) => {
                let error = self.take_exception();
                let error = self.text_or(error, Self::repr, "<__notes__ repr() failed>");
                return format!("Ignored error getting __notes__: {error}\n");
            }
        };
        if !matches!(self.heap.kind(self.unwrap(notes)), Some(Kind::List | Kind::Tuple)) {
            return self.text_or(notes, Self::repr, "<__notes__ repr() failed>") + "\n";
        }
        let mut text = String::new();
        for note in self.heap.items(self.unwrap(notes)).collect::<Vec<_>>() {
            text.push_str(&self.text_or(note, Self::str, "<note str() failed>"));
            text.push('\n');
        }
        text
    }

    /// What `str` or `repr` gives, or the words that stand for it where it fails.
    pub(crate) fn text_or(
        &mut self,
        value: Value,
        convert: fn(&mut Self, Value) -> Completion,
        failed: &str,
    ) -> String {
        match convert(self, value) {
            Ok(text) => self.name_text(text),
            Err(_) => {
                self.take_exception();
                String::from(failed)
            }
        }
    }

    /// `module.Class: message`, and before it the place of a syntax error.
    fn exception_lines(&mut self, exception: Value) -> String {
        let class = self.type_of(exception);
        let mut name = self.class_qualname(class);
        if let Some(module) = self.class_module(class)
            && module != "builtins"
            && module != "__main__"
        {
            name = format!("{module}.{name}");
        }
        if self.is_instance_of(exception, TypeId::SYNTAX_ERROR) {
            let shown = self.syntax_text(exception);
            return format!("{}{name}: {}\n", shown.place, shown.message);
        }
        let message = self.text_or(exception, Self::str, "<exception str() failed>");
        let suggestion = self.suggestion(exception);
        if message.is_empty() && suggestion.is_empty() {
            return format!("{name}\n");
        }
        format!("{name}: {message}{suggestion}\n")
    }
}

impl Node {
    fn new(exception: Value, depth: usize) -> Self {
        Node { exception, chained: None, parts: None, depth }
    }
}

/// What is written so far, and how deep in boxes the next line stands.
#[derive(Default)]
struct Page {
    text: String,
    depth: usize,
    /// Whether the last box still lacks its bottom line.
    is_open: bool,
    limited: Limited,
}

impl Page {
    /// Adds lines behind the margin of the box they are in; its first character is `corner`.
    fn push(&mut self, lines: &str, corner: char) {
        // Without memory there is less to read.
        let length = if self.depth == 0 { lines.len() } else { 2 * lines.len() + 128 };
        if self.text.try_reserve_exact(length).is_err() {
            return;
        }
        if self.depth == 0 {
            self.text.push_str(lines);
            return;
        }
        for line in lines.split_inclusive(is_line_end) {
            self.push_indentation();
            self.text.push(corner);
            self.text.push(' ');
            self.text.push_str(line);
        }
    }

    /// The top line of a part's box.
    fn push_ruler(&mut self, index: usize, has_number: bool) {
        self.push_indentation();
        self.text.push_str(if index == 0 { "+-" } else { "  " });
        let title = if has_number { format!("{}", index + 1) } else { String::from("...") };
        self.text.push_str(&format!("+---------------- {title} ----------------\n"));
    }

    /// The bottom line of the last box.
    fn close(&mut self) {
        self.push_indentation();
        self.text.push_str("+------------------------------------\n");
        self.is_open = false;
    }

    fn push_indentation(&mut self) {
        self.text.extend(core::iter::repeat_n("  ", self.depth));
    }
}

/// What ends a line for `str.splitlines`, apart from a carriage return, which a newline may follow.
fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
