//! The compiler's only user: source text to code objects, and its errors to exceptions.

use crate::embed::Mode;
use crate::exceptions::{field, raise};
use crate::heap::OutOfMemory;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::CodeObject;
use ferropy_compiler::{Compiled, Failure, compile_statements};
use ferropy_syntax::{ErrorKind, Machine, Options, Parsed, Source, SyntaxError, Warning};

/// The fields that `SyntaxError` adds to an exception.
pub(crate) mod syntax_field {
    use crate::exceptions::field::EXTRA;

    /// `msg`
    pub(crate) const MSG: usize = EXTRA;
    /// `filename`
    pub(crate) const FILENAME: usize = EXTRA + 1;
    /// `lineno`
    pub(crate) const LINENO: usize = EXTRA + 2;
    /// `offset`
    pub(crate) const OFFSET: usize = EXTRA + 3;
    /// `text`
    pub(crate) const TEXT: usize = EXTRA + 4;
    /// `end_lineno`
    pub(crate) const END_LINENO: usize = EXTRA + 5;
    /// `end_offset`
    pub(crate) const END_OFFSET: usize = EXTRA + 6;
    /// `print_file_and_line`
    pub(crate) const PRINT_FILE_AND_LINE: usize = EXTRA + 7;
    /// The code in which a keyword may be misspelt, for the traceback: a str or None.
    pub(crate) const SUSPECT_CODE: usize = EXTRA + 8;
}

/// Bit of `flags` for `compile`: annotations stay text.
pub(crate) const FUTURE_ANNOTATIONS: u32 = 0x0100_0000;

/// The memory that syntax tree, scopes, instructions and tables of so much text need, if it is one statement.
pub(crate) const fn wanted_bytes(text: usize) -> usize {
    const LEAST: usize = 8 << 10;
    const OF_A_BYTE: usize = 24;
    LEAST + text * OF_A_BYTE
}

impl Isolate {
    /// Compiles source text: a code object.
    pub(crate) fn compile_source(
        &mut self,
        bytes: &[u8],
        filename: &str,
        mode: Mode,
        optimize: u8,
        flags: u32,
    ) -> Completion {
        let source = match self.decode_source(bytes) {
            Ok(source) => source,
            Err(error) => return Err(self.raise_syntax_error(&error, None, filename)),
        };
        self.compile_text(&source, filename, mode, optimize, flags)
    }

    /// As [`Isolate::compile_source`], for text that is decoded already.
    pub(crate) fn compile_text(
        &mut self,
        source: &Source<'_>,
        filename: &str,
        mode: Mode,
        optimize: u8,
        flags: u32,
    ) -> Completion {
        let options = self.compiler_options(filename, optimize, flags);
        let wanted = wanted_bytes(source.text().len());
        let has_collected = self.lend_to_compiler(wanted);
        let mark = self.kept.len();
        let mut made = self.compile_and_load(source, mode, options);
        if made.is_err() && self.raised_is(TypeId::MEMORY_ERROR) {
            // The first half of a program is of no use, and what is garbage may be enough for all of it.
            self.kept.truncate(mark);
            self.take_exception();
            self.collect();
            if has_collected {
                made = Err(raise::memory_error(self));
            } else {
                self.heap.lend(wanted);
                made = self.compile_and_load(source, mode, options);
            }
        }
        if made.is_err() {
            self.kept.truncate(mark);
        }
        self.tidy_codes();
        self.heap.take_back();
        let (code, warnings) = made?;
        self.show_warnings(&warnings, source, filename)?;
        Ok(code)
    }

    /// Lends the compiler so many bytes of the region, after a collection if need be: whether there was one.
    pub(crate) fn lend_to_compiler(&mut self, wanted: usize) -> bool {
        let is_short = self.heap.lend(wanted) < wanted;
        if is_short {
            self.collect();
            self.heap.lend(wanted);
        }
        is_short
    }

    /// Compiles and loads, a file statement by statement.
    fn compile_and_load(
        &mut self,
        source: &Source<'_>,
        mode: Mode,
        options: ferropy_compiler::Options<'_>,
    ) -> Completion<(Value, Vec<Warning>)> {
        if mode == Mode::Exec {
            let filename = self.intern(options.filename)?;
            let parser_options = self.parser_options();
            let mut failed = None;
            let mut take_code = |code| match self.load_part(code, filename) {
                Ok(number) => Some(number),
                Err(raised) => {
                    failed = Some(raised);
                    None
                }
            };
            let compiled = ferropy_syntax::Statements::new(source, &parser_options)
                .map_err(Failure::from)
                .and_then(|mut statements| compile_statements(&mut statements, source, options, &mut take_code));
            if let Some(raised) = failed {
                return Err(raised);
            }
            match compiled {
                Ok(Some(compiled)) => return Ok((self.load_code(compiled.code)?, compiled.warnings)),
                Ok(None) => {}
                Err(Failure { error, is_of_compiler: true }) => {
                    return Err(self.raise_compile_error(&error, source, options.filename));
                }
                Err(Failure { error, .. }) => {
                    return Err(self.raise_syntax_error(&error, Some(source), options.filename));
                }
            }
        }
        let compiled = self.compile_object(source, mode, options)?;
        Ok((self.load_code(compiled.code)?, compiled.warnings))
    }

    fn machine(&self) -> Machine {
        Machine { has_stack: self.limits.has_stack, memory_left: self.limits.shared_memory.largest }
    }

    pub(crate) fn parser_options(&self) -> Options {
        Options { character_by_name: character_by_name(), machine: self.machine(), ..Options::default() }
    }

    pub(crate) fn compiler_options<'a>(
        &self,
        filename: &'a str,
        optimize: u8,
        flags: u32,
    ) -> ferropy_compiler::Options<'a> {
        let future_annotations = flags & FUTURE_ANNOTATIONS != 0;
        let knows_const = self.late_builtins.is_some();
        ferropy_compiler::Options { filename, optimize, machine: self.machine(), future_annotations, knows_const }
    }

    fn compile_object(
        &mut self,
        source: &Source<'_>,
        mode: Mode,
        options: ferropy_compiler::Options<'_>,
    ) -> Completion<Compiled> {
        let parsed = match ferropy_syntax::parse(source, parse_mode(mode), &self.parser_options()) {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.raise_syntax_error(&error, Some(source), options.filename)),
        };
        match ferropy_compiler::compile(parsed, source, options) {
            Ok(compiled) => Ok(compiled),
            Err(error) => Err(self.raise_compile_error(&error, source, options.filename)),
        }
    }

    /// Reads source text, which is decoded already or has to be: a tree, and the source that it refers to.
    ///
    /// # Errors
    /// `SyntaxError` and its subclasses.
    pub fn parse_source<'a>(
        &mut self,
        (bytes, is_text): (&'a [u8], bool),
        filename: &str,
        mode: Mode,
    ) -> Completion<(Source<'a>, Parsed)> {
        let decoded = match core::str::from_utf8(bytes) {
            Ok(text) if is_text => Ok(Source::new(text)),
            _ => self.decode_source(bytes),
        };
        let source = match decoded {
            Ok(source) => source,
            Err(error) => return Err(self.raise_syntax_error(&error, None, filename)),
        };
        match ferropy_syntax::parse(&source, parse_mode(mode), &self.parser_options()) {
            Ok(parsed) => {
                self.show_warnings(&parsed.warnings, &source, filename)?;
                Ok((source, parsed))
            }
            Err(error) => Err(self.raise_syntax_error(&error, Some(&source), filename)),
        }
    }

    /// Compiles a tree: a code object.
    ///
    /// # Errors
    /// `SyntaxError`, for what only shows when a tree is compiled.
    pub fn compile_tree(
        &mut self,
        parsed: Parsed,
        source: &Source<'_>,
        filename: &str,
        (optimize, flags): (u8, u32),
    ) -> Completion {
        let options = self.compiler_options(filename, optimize, flags);
        match ferropy_compiler::compile(parsed, source, options) {
            Ok(compiled) => {
                self.show_warnings(&compiled.warnings, source, filename)?;
                self.load_code(compiled.code)
            }
            Err(error) => Err(self.raise_compile_error(&error, source, filename)),
        }
    }

    /// Raises an error that shows when the tree is compiled.
    fn raise_compile_error(&mut self, error: &SyntaxError, source: &Source<'_>, filename: &str) -> Raised {
        let raised = self.raise_syntax_error(error, Some(source), filename);
        if !self.finds_source(filename) && self.raised_is(TypeId::SYNTAX_ERROR) {
            self.forget_line();
        }
        raised
    }

    /// Whether CPython would find the line of an error that shows when the tree is compiled: it reads it from the file,
    /// and knows what is typed at a prompt.
    fn finds_source(&mut self, filename: &str) -> bool {
        filename != "<string>" && (self.sources.iter().any(|(known, _)| known == filename) || self.is_file(filename))
    }

    /// Takes the line away from the `SyntaxError` on its way.
    fn forget_line(&mut self) {
        const LINE: usize = 3;
        let exception = self.in_flight;
        self.heap.set_field(exception, syntax_field::TEXT, Value::NONE);
        let arguments: Vec<Value> = self.heap.items(self.heap.field(exception, field::ARGS)).collect();
        let &[message, details] = arguments.as_slice() else { return };
        let mut details: Vec<Value> = self.heap.items(details).collect();
        if let Some(line) = details.get_mut(LINE) {
            *line = Value::NONE;
        }
        // Without memory the line stays.
        let made = self.new_tuple(&details).and_then(|details| self.new_tuple(&[message, details]));
        if let Ok(arguments) = made {
            self.heap.set_field(exception, field::ARGS, arguments);
        }
    }

    /// Compiles a module's source to a code object outside of the heap, for tools that show or store it.
    ///
    /// # Errors
    /// `SyntaxError` and its subclasses.
    pub fn compile_to_object(&mut self, bytes: &[u8], filename: &str) -> Completion<CodeObject> {
        let source = match self.decode_source(bytes) {
            Ok(source) => source,
            Err(error) => return Err(self.raise_syntax_error(&error, None, filename)),
        };
        let options = self.compiler_options(filename, self.optimize, 0);
        let compiled = self.compile_object(&source, Mode::Exec, options)?;
        self.show_warnings(&compiled.warnings, &source, filename)?;
        Ok(compiled.code)
    }

    /// Raises the exception for an error in source text.
    pub(crate) fn raise_syntax_error(
        &mut self,
        error: &SyntaxError,
        source: Option<&Source<'_>>,
        filename: &str,
    ) -> Raised {
        let id = match error.kind() {
            ErrorKind::Syntax => TypeId::SYNTAX_ERROR,
            ErrorKind::Indentation => TypeId::INDENTATION_ERROR,
            ErrorKind::Tab => TypeId::TAB_ERROR,
            ErrorKind::Recursion => return raise::recursion_error(self, error.message()),
            ErrorKind::Memory | ErrorKind::Stopped => return OutOfMemory.into(),
        };
        match self.make_syntax_error(id, error, source, filename) {
            Ok(exception) => self.raise_exception(exception),
            Err(raised) => raised,
        }
    }

    fn make_syntax_error(
        &mut self,
        id: TypeId,
        error: &SyntaxError,
        source: Option<&Source<'_>>,
        filename: &str,
    ) -> Completion {
        let message = self.new_str(error.message())?;
        let Some(position) = error.position() else {
            let exception = self.new_exception(id.value(), &[message])?;
            self.heap.set_field(exception, syntax_field::MSG, message);
            return Ok(exception);
        };
        let text = match source {
            Some(source) if position.line > 0 => {
                let line = source.line_text(position.line);
                let more = position.line < source.line_count();
                self.new_str(&shown_line(line, error.message(), more))?
            }
            _ => Value::NONE,
        };
        let filename = self.new_str(filename)?;
        let number = |value: i64| Value::small_int(value);
        let details = [
            filename,
            number(i64::from(position.line)),
            number(i64::from(position.offset)),
            text,
            number(i64::from(position.end_line)),
            number(i64::from(position.end_offset)),
        ];
        let tuple = self.new_tuple(&details)?;
        let exception = self.new_exception(id.value(), &[message, tuple])?;
        self.heap.set_field(exception, syntax_field::MSG, message);
        for (index, value) in details.into_iter().enumerate() {
            self.heap.set_field(exception, syntax_field::FILENAME + index, value);
        }
        debug_assert_eq!(field::EXTRA + 7, syntax_field::PRINT_FILE_AND_LINE);
        if let Some(code) = source.and_then(|source| ferropy_syntax::suspect_code(error, source)) {
            let code = self.new_str(code)?;
            self.heap.set_field(exception, syntax_field::SUSPECT_CODE, code);
        }
        Ok(exception)
    }
}

/// The parser's name for a mode.
const fn parse_mode(mode: Mode) -> ferropy_syntax::Mode {
    match mode {
        Mode::Exec => ferropy_syntax::Mode::File,
        Mode::Eval => ferropy_syntax::Mode::Eval,
        Mode::Single => ferropy_syntax::Mode::Single,
    }
}

/// The line as `SyntaxError.text` holds it. CPython's tokenizer leaves the end of the line away in its own errors, and in
/// errors for a line that goes on.
fn shown_line(line: &str, message: &str, more: bool) -> String {
    const OF_TOKENIZER: &[&str] = &[
        "closing parenthesis",
        "f-string: expecting '}'",
        "f-string: single '}'",
        "invalid binary literal",
        "invalid character",
        "invalid decimal literal",
        "invalid digit",
        "invalid hexadecimal literal",
        "invalid imaginary literal",
        "invalid non-printable character",
        "invalid octal literal",
        "leading zeros in decimal integer",
        "too many nested parentheses",
        "unmatched ",
        "unterminated ",
    ];
    let goes_on = line.trim_end().ends_with('\\') || more && message.ends_with("was never closed");
    if goes_on || OF_TOKENIZER.iter().any(|start| message.starts_with(start)) {
        return String::from(line.trim_end_matches(['\n', '\r']));
    }
    with_newline(line)
}

fn with_newline(line: &str) -> String {
    let mut text = String::from(line);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The look-up for `\N{…}`, where the tables are there.
fn character_by_name() -> Option<fn(&str) -> Option<char>> {
    Some(ferropy_unicode::names::lookup)
}
