//! Files whose text is compiled piece by piece, where memory is counted in kilobytes: it is never there as a whole.
//!
//! A piece ends where a statement of the module seems to start. To see that, brackets and strings are followed, no more: in
//! rare cases, as with quotes within those of an f-string, the place may be wrong. Then a bracket, a string or a block is cut
//! apart, which can only be an error. Whatever is wrong with a piece, the file is read again and compiled as a whole, which
//! gives the errors their words and places.
//!
//! The statements of a long module become several codes that run one after the other.

use crate::builtins::compile::wanted_bytes;
use crate::native::TypeId;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use ferropy_bytecode::file_format;
use ferropy_compiler::{Failure, Parts};
use ferropy_platform::files::{FileId, Files, OpenOptions};
use ferropy_syntax::{ErrorKind, Names, Source, Statements};

/// Bytes that are read at a time.
const PIECE: usize = 2 << 10;
/// So many words of instructions of the module itself are a code of their own, which is dropped when it has run.
const MANY_WORDS: u32 = 256;

/// The file, and what was read of it.
struct Reader {
    file: FileId,
    buffer: Vec<u8>,
    is_at_end: bool,
    /// Lines that were compiled.
    lines: u32,
}

impl Reader {
    /// Reads until there is a whole piece: its length. Nothing where that can't be.
    fn piece(&mut self, files: &mut dyn Files) -> Option<usize> {
        loop {
            if let Some(cut) = last_cut(&self.buffer) {
                return Some(cut);
            }
            if self.is_at_end {
                return Some(self.buffer.len());
            }
            let mut end = self.buffer.len();
            let wanted = end + PIECE;
            self.buffer.try_reserve_exact(PIECE).ok()?;
            self.buffer.resize(wanted, 0);
            while !self.is_at_end && end < wanted {
                let count = files.read(self.file, self.buffer.get_mut(end..)?).ok()?;
                end += count;
                self.is_at_end = count == 0;
            }
            self.buffer.truncate(end);
        }
    }
}

impl Isolate {
    /// Puts the code of a file (source text, or what `ferropy compile` wrote) on top of the parts that are to run. A long
    /// one may have several, of which the first one is on top.
    ///
    /// # Errors
    /// As [`Isolate::read_file`] and [`Isolate::load_file`].
    pub(crate) fn load_parts(&mut self, path: &str) -> Completion<()> {
        let mark = self.kept.len();
        if !(IS_SMALL && self.compile_pieces(path)?) {
            self.kept.truncate(mark);
            let bytes = self.read_file(path)?;
            let code = self.load_file(&bytes, path)?;
            self.parts.push(code);
        }
        // They shall not be there any longer than they are needed.
        self.kept.truncate(mark);
        Ok(())
    }

    /// As [`Isolate::load_parts`] for a file that is compiled piece by piece; false if that can't be done.
    fn compile_pieces(&mut self, path: &str) -> Completion<bool> {
        let options = OpenOptions { read: true, ..OpenOptions::default() };
        let mark = self.kept.len();
        let (mut codes, mut warnings) = (Vec::new(), Vec::new());
        let mut has_collected = self.lend_to_compiler(wanted_bytes(PIECE));
        let is_done = loop {
            let Ok(file) = self.platform.files().open(path.as_bytes(), options) else { break Ok(false) };
            let mut reader = Reader { file, buffer: Vec::new(), is_at_end: false, lines: 0 };
            let is_done = self.compile_all(&mut reader, path, &mut codes, &mut warnings);
            drop(reader);
            // It was only read.
            let _ = self.platform.files().close(file);
            if is_done.is_ok() || has_collected || !self.raised_is(TypeId::MEMORY_ERROR) {
                break is_done;
            }
            // As for texts: what is garbage may be enough for all of it.
            (codes, warnings) = (Vec::new(), Vec::new());
            self.kept.truncate(mark);
            self.take_exception();
            self.collect();
            has_collected = true;
        };
        self.tidy_codes();
        self.heap.take_back();
        if !is_done? {
            return Ok(false);
        }
        for (line, message) in warnings {
            if !self.warn_explicit(TypeId::SYNTAX_WARNING, &message, path, line)? {
                // It is an error, which shows the text.
                return Ok(false);
            }
        }
        self.parts.extend(codes.into_iter().rev());
        Ok(true)
    }

    fn compile_all(
        &mut self,
        reader: &mut Reader,
        path: &str,
        codes: &mut Vec<Value>,
        warnings: &mut Vec<(u32, Cow<'static, str>)>,
    ) -> Completion<bool> {
        let filename = self.intern(path)?;
        self.keep(filename);
        let (parser_options, optimize) = (self.parser_options(), self.optimize);
        let mut parts = Parts::new(self.compiler_options(path, optimize, 0));
        loop {
            // The code of the last piece has taken some of it.
            self.heap.lend(wanted_bytes(PIECE));
            let Some(length) = reader.piece(self.platform.files()) else { return Ok(false) };
            let Some(bytes) = reader.buffer.get(..length) else { return Ok(false) };
            if length == 0 {
                break;
            }
            let Ok(text) = core::str::from_utf8(bytes) else { return Ok(false) };
            if reader.lines == 0 && is_special(bytes) {
                return Ok(false);
            }
            let source = Source::piece(text, reader.lines);
            let mut failed = None;
            let mut take_code = |code| self.load_part(code, filename).map_err(|raised| failed = Some(raised)).ok();
            let added = Statements::new(&source, &parser_options).map_err(Failure::from).and_then(|mut statements| {
                Ok(parts.add(&mut statements, &source, &mut take_code)?.then(|| statements.warnings()))
            });
            if let Some(raised) = failed {
                return Err(raised);
            }
            match added {
                Ok(Some(more)) => {
                    let all = more.into_iter().chain(parts.warnings());
                    warnings.extend(all.map(|warning| (source.line_of(warning.range.start), warning.message)));
                }
                Err(Failure { error, .. }) if !matches!(error.kind(), ErrorKind::Memory | ErrorKind::Recursion) => {
                    return Ok(false);
                }
                Ok(None) => return Ok(false),
                Err(Failure { error, .. }) => return Err(self.raise_syntax_error(&error, Some(&source), path)),
            }
            if parts.words() >= MANY_WORDS {
                let Ok(Some(code)) = parts.take(&source, Names::new()) else { return Ok(false) };
                codes.push(self.load_code(code)?);
            }
            self.tidy_codes_if_short();
            reader.lines = source.line_count() - 1;
            reader.buffer.drain(..length);
        }
        let Ok(Some(code)) = parts.take(&Source::new(""), Names::new()) else { return Ok(false) };
        codes.push(self.load_code(code)?);
        Ok(true)
    }
}

/// Whether the beginning of a file asks for more than to be read as UTF-8.
fn is_special(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&byte| byte == b'\n').take(2);
    file_format::is_compiled(bytes)
        || bytes.starts_with(b"\xEF\xBB\xBF")
        || lines.any(|line| line.windows(6).any(|window| window == b"coding"))
}

/// The last place behind the beginning where a statement of the module starts, as far as brackets and strings tell.
fn last_cut(text: &[u8]) -> Option<usize> {
    let (mut cut, mut at, mut depth) = (None, 0, 0usize);
    let (mut is_line_start, mut is_decorated) = (true, false);
    while let Some((&byte, rest)) = text.get(at..).and_then(<[u8]>::split_first) {
        if is_line_start && depth == 0 && starts_statement(byte, rest) {
            if at > 0 && !is_decorated {
                cut = Some(at);
            }
            is_decorated = byte == b'@';
        }
        is_line_start = byte == b'\n';
        at += match byte {
            b'#' => rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len()) + 1,
            b'\\' => 2,
            b'"' | b'\'' => 1 + string_length(byte, rest),
            _ => 1,
        };
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    cut
}

/// Whether a line that starts like this starts a statement: if all of its first word is there.
fn starts_statement(first: u8, rest: &[u8]) -> bool {
    const GO_ON: [&[u8]; 4] = [b"lse", b"lif", b"xcept", b"inally"];
    let is_further = |word: &&[u8]| rest.starts_with(word);
    (first.is_ascii_alphanumeric() || matches!(first, b'_' | b'@' | b'(' | b'[' | b'"' | b'\''))
        && rest.len() >= 8
        && !(matches!(first, b'e' | b'f') && GO_ON.iter().any(is_further))
}

/// The bytes behind a quote that belong to the string.
fn string_length(quote: u8, rest: &[u8]) -> usize {
    let is_long = rest.starts_with(&[quote; 2]);
    let mut at = if is_long { 2 } else { 0 };
    while let Some(&byte) = rest.get(at) {
        at += match byte {
            b'\\' => 2,
            b'\n' if !is_long => return at,
            _ if byte != quote => 1,
            _ if !is_long => return at + 1,
            _ if rest.get(at..).is_some_and(|end| end.starts_with(&[quote; 3])) => return at + 3,
            _ => 1,
        };
    }
    rest.len()
}
