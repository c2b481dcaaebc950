//! The lines of a traceback: for each entry the place, the source, and the markers under what was running.

use crate::interpreter::traceback_field;
use crate::value::IS_SMALL;
use crate::{Isolate, Value};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::positions::Position;
use ferropy_platform::files::OpenOptions;
use ferropy_syntax::tree::{Expression, ExpressionKind, Root, SourceRange, StatementKind};
use ferropy_syntax::{Mode, Options, Source, common_indentation, parse};

/// Repeated entries beyond this many are counted instead of shown.
const MOST_REPEATED: usize = 3;

/// Source files read so far, for their lines.
#[derive(Default)]
pub(crate) struct SourceFiles {
    files: Vec<(String, Option<Vec<String>>)>,
}

/// Which entries of a traceback are shown where `sys.tracebacklimit` allows less than all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limited {
    /// The last ones, as `sys.excepthook` does.
    #[default]
    ToInnermost,
    /// The first ones, as the functions of `traceback` do.
    ToOutermost,
}

impl Isolate {
    /// What of a traceback is shown: the first entry (None if there is none), and the most that follow from there.
    pub(super) fn shown_entries(&mut self, traceback: Value, limited: Limited) -> (Value, usize) {
        let is_entry = |value: Value| !value.is_none() && !value.is_unbound();
        let limit = self.intern("tracebacklimit").ok();
        let limit = limit.and_then(|name| self.heap.dict_get_name(self.sys_dict, name));
        let limit = limit.and_then(|limit| self.as_i64(limit)).map(|limit| usize::try_from(limit).unwrap_or(0));
        let next = |entry: Value| self.heap.field(entry, traceback_field::NEXT);
        let mut shown = traceback;
        if let (Some(limit), Limited::ToInnermost) = (limit, limited) {
            // Two marks go along, as far apart as there are entries to show.
            let mut ahead = traceback;
            let mut left = limit;
            while is_entry(ahead) {
                ahead = next(ahead);
                if left == 0 {
                    shown = next(shown);
                } else {
                    left -= 1;
                }
            }
        }
        let limit = limit.unwrap_or(usize::MAX);
        if is_entry(shown) && limit > 0 { (shown, limit) } else { (Value::NONE, 0) }
    }

    /// The entries of a traceback, the outermost first.
    pub(super) fn traceback_text(&mut self, traceback: Value, most: usize, files: &mut SourceFiles) -> String {
        let mut text = String::new();
        let mut current = traceback;
        // File, line and name of the last entry: those that have all three in common are repetitions.
        let mut last = None;
        let mut repeated = 0;
        let mut left = most;
        while !current.is_none() && !current.is_unbound() && left > 0 {
            left -= 1;
            // Without memory the rest stays untold.
            const LINE: usize = 512;
            if text.try_reserve(LINE).is_err() && text.try_reserve_exact(LINE).is_err() {
                break;
            }
            let entry = self.traceback_entry(current);
            let next = self.heap.field(current, traceback_field::NEXT);
            current = next;
            let Some((filename, name, position)) = entry else { continue };
            let key = (filename, position.line, name);
            if last.as_ref() != Some(&key) {
                close_repetition(&mut text, repeated);
                repeated = 0;
            }
            repeated += 1;
            if repeated <= MOST_REPEATED {
                let (filename, line, name) = &key;
                text.push_str(&format!("  File \"{filename}\", line {line}, in {name}\n"));
                self.push_source(&mut text, filename, position, files);
            }
            last = Some(key);
        }
        close_repetition(&mut text, repeated);
        text
    }

    /// File, name and place of an entry.
    fn traceback_entry(&self, traceback: Value) -> Option<(String, String, Position)> {
        let code = self.heap.field(traceback, traceback_field::CODE);
        let pc = self.heap.field(traceback, traceback_field::PC).as_small_int().unwrap_or(0) as u32;
        let mut position = self.position_of(code, pc);
        if let Some(line) = self.heap.field(traceback, traceback_field::LINE).as_small_int() {
            let line = u32::try_from(line).unwrap_or(0);
            if line != position.line {
                position = Position { line, end_line: line, ..Position::default() };
            }
        }
        let loaded = self.code_of(code)?;
        Some((self.name_text(loaded.details().filename()), self.name_text(loaded.details().name()), position))
    }

    fn push_source(&mut self, text: &mut String, filename: &str, position: Position, files: &mut SourceFiles) {
        let first = (position.line as usize).checked_sub(1).unwrap_or(usize::MAX);
        let count = (position.end_line.saturating_sub(position.line) as usize).saturating_add(1);
        let own;
        let lines = if IS_SMALL && !self.sources.iter().any(|(known, _)| known == filename) {
            own = self.read_lines(filename, first, count);
            own.lines().collect()
        } else {
            let Some(lines) = self.source_lines(filename, files) else { return };
            lines.iter().skip(first).take(count).map(String::as_str).collect::<Vec<&str>>()
        };
        let lines: Vec<&str> = lines.into_iter().map(str::trim_end).collect();
        if lines.iter().all(|line| line.is_empty()) {
            return;
        }
        for line in source_with_markers(&lines, position) {
            text.push_str(&format!("    {line}\n"));
        }
    }

    /// Lines of a file, of which no more is kept: there may be less memory than it would take. Nothing if it can't be read.
    fn read_lines(&mut self, filename: &str, first: usize, count: usize) -> String {
        let files = self.platform.files();
        let options = OpenOptions { read: true, ..OpenOptions::default() };
        let Ok(file) = files.open(filename.as_bytes(), options) else { return String::new() };
        let wanted = first..first.saturating_add(count);
        let (mut chunk, mut line, mut text) = ([0; 256], 0, Vec::new());
        while line < wanted.end
            && let Ok(read @ 1..) = files.read(file, &mut chunk)
        {
            for &byte in chunk.iter().take(read) {
                if wanted.contains(&line) {
                    text.push(byte);
                }
                line += usize::from(byte == b'\n');
            }
        }
        // It was only read.
        let _ = files.close(file);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// The lines of a source that the isolate remembers or that is a file.
    pub(crate) fn source_lines<'f>(&mut self, filename: &str, files: &'f mut SourceFiles) -> Option<&'f [String]> {
        let known = files.files.iter().position(|(known, _)| known == filename);
        let index = known.unwrap_or_else(|| {
            let split = |text: &str| text.lines().map(String::from).collect::<Vec<String>>();
            let lines =
                match self.sources.iter().find(|(known, _)| known == filename) {
                    Some((_, text)) => Some(split(text)),
                    None => ferropy_platform::files::read_all(self.platform.files(), filename.as_bytes()).ok().map(
                        |bytes| match self.decode_source(&bytes) {
                            Ok(source) => split(source.text()),
                            Err(_) => split(&String::from_utf8_lossy(&bytes)),
                        },
                    ),
                };
            files.files.push((filename.into(), lines));
            files.files.len() - 1
        });
        files.files.get(index)?.1.as_deref()
    }
}

fn close_repetition(text: &mut String, repeated: usize) {
    if repeated > MOST_REPEATED {
        let more = repeated - MOST_REPEATED;
        let plural = if more == 1 { "" } else { "s" };
        text.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}

/// The lines of a place as a traceback shows them, without indentation: with markers under what stands between two columns,
/// which are counted in bytes. 0 for the second stands for no columns.
#[must_use]
pub fn marked_lines(lines: &[&str], column: u32, end_column: u32) -> Vec<String> {
    source_with_markers(lines, Position { column, end_column, ..Position::default() })
}

/// The lines of a place as a traceback shows them. What matters in an operation or call (the operator, the brackets) is
/// marked by `^` and the rest by `~`; another expression by `^` alone, unless it fills its lines. Of many lines only the
/// first, the last and those around what matters are shown.
fn source_with_markers(lines: &[&str], position: Position) -> Vec<String> {
    let margin = common_indentation(lines);
    let lines: Vec<&str> = lines.iter().map(|line| line.get(margin..).unwrap_or("")).collect();
    let joined = lines.join("\n");
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Vec::new() };
    let start = (position.column as usize).saturating_sub(margin).min(first.len());
    let end_column = (position.end_column as usize).saturating_sub(margin).min(last.len());
    let end = joined.len() - last.len() + end_column;
    if position.end_column == 0 {
        // A place without columns: the line alone.
        return alloc::vec![first.trim().to_owned()];
    }
    let anchors = joined.get(start..end).and_then(anchors).map(|(left, right)| (start + left, start + right));
    let marked = !is_plain_call(&joined, start, end)
        && (anchors.is_some() || !is_blank(first.get(..start)) || !is_blank(last.get(end_column..)));
    let line_of = |offset: usize| joined.bytes().take(offset).filter(|&byte| byte == b'\n').count();
    let significant: Vec<usize> = match anchors {
        Some((left, right)) => {
            let (left, right) = (line_of(left), line_of(right));
            let near = |index: usize, line: usize| index.abs_diff(line) <= 1;
            let last = lines.len() - 1;
            (0..lines.len()).filter(|&at| at == 0 || at == last || near(at, left) || near(at, right)).collect()
        }
        None if lines.len() == 1 => alloc::vec![0],
        None => alloc::vec![0, lines.len() - 1],
    };
    let mut shown: Vec<String> = Vec::new();
    let mut next = 0;
    let push_line = |shown: &mut Vec<String>, index: usize| {
        let Some(line) = lines.get(index) else { return };
        shown.push((*line).to_owned());
        if marked {
            let base: usize = lines.iter().take(index).map(|line| line.len() + 1).sum();
            shown.push(markers(line, base, (start, end), anchors));
        }
    };
    for index in significant {
        match index.saturating_sub(next) {
            0 => {}
            1 => push_line(&mut shown, next),
            more => shown.push(format!("...<{more} lines>...")),
        }
        push_line(&mut shown, index);
        next = index + 1;
    }
    let margin = common_indentation(&shown.iter().map(String::as_str).collect::<Vec<_>>());
    shown.iter().map(|line| line.get(margin..).unwrap_or("").to_owned()).collect()
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// The markers under a line that starts at offset `base`, for the place `range` and what matters in it.
fn markers(line: &str, base: usize, range: (usize, usize), anchors: Option<(usize, usize)>) -> String {
    let text_start = base + line.len() - line.trim_start().len();
    let mut markers = String::new();
    for (index, character) in line.char_indices() {
        let at = base + index;
        if at >= range.1 {
            break;
        }
        let marker = match anchors {
            _ if at < text_start || at < range.0 => ' ',
            Some((left, right)) if at < left || at >= right => '~',
            _ => '^',
        };
        let columns = if ferropy_unicode::width::is_wide(character) { 2 } else { 1 };
        markers.extend(core::iter::repeat_n(marker, columns));
    }
    markers
}

/// Whether the place is a call that is all there is to its statement, `return name(…)` or `name = …(…)`: markers would
/// say nothing.
fn is_plain_call(joined: &str, start: usize, end: usize) -> bool {
    let source = Source::new(joined);
    let Ok(parsed) = parse(&source, Mode::File, &Options::default()) else { return false };
    let Root::Module(statements) = &parsed.root else { return false };
    let Some(statement) = statements.first() else { return true };
    let is_call = |value: &Expression| matches!(value.kind, ExpressionKind::Call(_));
    let value = match &statement.kind {
        StatementKind::Return(Some(value)) if is_named_call(value) => &**value,
        StatementKind::Assign(assign) if is_call(&assign.value) && is_one_name(&assign.targets) => &assign.value,
        _ => return false,
    };
    let first_line = joined.find('\n').unwrap_or(joined.len());
    let SourceRange { start: value_start, end: value_end } = value.range;
    value_start as usize == start && value_end as usize == end && start <= first_line
}

fn is_one_name(targets: &[Expression]) -> bool {
    matches!(targets, [target] if matches!(target.kind, ExpressionKind::Name(..)))
}

fn is_named_call(value: &Expression) -> bool {
    match &value.kind {
        ExpressionKind::Call(call) => matches!(call.func.kind, ExpressionKind::Name(..)),
        _ => false,
    }
}

/// The part of an expression that matters: the operator of an operation, the brackets of a call or subscript.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    // Within brackets an expression may go over several lines.
    let bracketed = format!("(\n{segment}\n)");
    let source = Source::new(&bracketed);
    let parsed = parse(&source, Mode::Eval, &Options::default()).ok()?;
    let Root::Expression(expression) = &parsed.root else { return None };
    let within = |offset: u32| (offset as usize).checked_sub(2);
    let bytes = segment.as_bytes();
    match &expression.kind {
        ExpressionKind::BinOp(inner) => {
            let is_operator = |byte: u8| !byte.is_ascii_whitespace() && byte != b')';
            let left = find(bytes, within(inner.left.range.end)?, is_operator)?;
            let second = bytes.get(left + 1).copied().unwrap_or(b' ');
            let long = left + 1 < within(inner.right.range.start)?
                && !second.is_ascii_whitespace()
                && !matches!(second, b'\\' | b'#');
            Some((left, left + 1 + usize::from(long)))
        }
        ExpressionKind::Subscript(inner) => {
            let left = find(bytes, within(inner.value.range.end)?, |byte| byte == b'[')?;
            Some((left, within(expression.range.end)?))
        }
        ExpressionKind::Call(inner) => {
            let left = find(bytes, within(inner.func.range.end)?, |byte| byte == b'(')?;
            Some((left, within(expression.range.end)?))
        }
        _ => None,
    }
}

/// The first byte wanted at or behind an offset, comments and continued lines' ends left out.
fn find(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = from;
    loop {
        let &byte = bytes.get(at)?;
        if matches!(byte, b'\\' | b'#') {
            at += bytes.get(at..)?.iter().position(|&byte| byte == b'\n')?;
        } else if wanted(byte) {
            return Some(at);
        }
        at += 1;
    }
}
