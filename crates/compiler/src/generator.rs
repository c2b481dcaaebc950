//! The generator: what all areas of the language share, and the way in.

use crate::constants::Constants;
use crate::scope::{Collector, SHORT, ScopeTable, resolve};
use crate::sorted::Set;
use crate::unit::Unit;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::positions::Position;
use ferropy_bytecode::{CodeObject, Constant, Opcode};
use ferropy_syntax::tree::{Expression, ExpressionKind, Root, SourceRange, Statement, StatementKind};
use ferropy_syntax::{ErrorKind, Machine, Name, Names, Parsed, Source, SyntaxError, TOO_DEEP, Warning};

/// What the caller of the compiler decides.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// `co_filename`.
    pub filename: &'a str,
    /// 0; 1 drops assertions; 2 drops docstrings as well.
    pub optimize: u8,
    /// What the machine has left.
    pub machine: Machine,
    /// Annotations stay text, as if the program asked for it with `from __future__ import annotations`.
    pub future_annotations: bool,
    /// Whether the name `const` declares constants without an import, as in MicroPython.
    pub knows_const: bool,
}

/// A compiled program.
#[derive(Debug)]
pub struct Compiled {
    /// Its code.
    pub code: CodeObject,
    /// Warnings about it.
    pub warnings: Vec<Warning>,
}

/// Compilation stops with an error.
pub(crate) type Done<T = ()> = Result<T, SyntaxError>;

/// The generator's state.
pub(crate) struct Generator<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) names: Names,
    pub(crate) table: ScopeTable,
    pub(crate) options: Options<'a>,
    pub(crate) unit: Box<Unit>,
    /// The units around the current one, outermost first.
    #[expect(clippy::vec_box, reason = "units are large, and a board's stack is small")]
    pub(crate) outer: Vec<Box<Unit>>,
    pub(crate) class: Option<Name>,
    pub(crate) interactive: bool,
    /// The bodies of `finally` blocks around the current statement.
    pub(crate) finally_bodies: Vec<&'a [Statement]>,
    /// From this offset on `from __future__` comes too late.
    pub(crate) futures_end: u32,
    /// The scopes whose code needs more registers than there are; see `crowded.rs`.
    pub(crate) crowded: Set<usize>,
    /// Those that turn out to, while the code is generated for the first time.
    pub(crate) overcrowded: Set<usize>,
    /// The statement that is being compiled.
    pub(crate) statement_range: SourceRange,
    pub(crate) take_code: Option<TakeCode<'a>>,
    /// Nobody takes more code.
    pub(crate) is_stopped: bool,
    /// The constants that the program declared.
    pub(crate) constants: Constants,
}

/// Takes the code of a function or class as soon as it is made, and gives a number for [`Constant::Loaded`]; nothing if
/// compilation shall stop.
pub type TakeCode<'a> = &'a mut dyn FnMut(CodeObject) -> Option<u32>;

/// Compiles a parsed program. The mode is that of the tree: a module, one interactive statement, or an expression.
///
/// # Errors
/// What CPython's compiler reports after its parser is content: names and statements where they may not stand.
pub fn compile(parsed: Parsed, source: &Source<'_>, options: Options<'_>) -> Result<Compiled, SyntaxError> {
    let Parsed { root, mut names, mut warnings } = parsed;
    let mut options = options;
    options.future_annotations |= asks_for_annotations(&root, &names);
    let (table, more_warnings) = scopes(&root, &mut names, source, &options)?;
    warnings.extend(more_warnings.into_iter().flatten());
    let mut generator = Generator::new(source, names, table, options, Unit::of_program());
    generator.interactive = matches!(root, Root::Interactive(_));
    generator.futures_end = futures_end(&root, &generator.names);
    let mut code = generator.program(&root)?;
    if !generator.overcrowded.is_empty() {
        generator.start_again();
        code = generator.program(&root)?;
    }
    Ok(Compiled { code, warnings })
}

/// What the names in a program mean, and the warnings about it: those that come first, and the others.
pub(crate) fn scopes(
    root: &Root,
    names: &mut Names,
    source: &Source<'_>,
    options: &Options<'_>,
) -> Done<(ScopeTable, [Vec<Warning>; 2])> {
    let error = |(message, range): (String, SourceRange)| {
        let kind = match &*message {
            TOO_DEEP => options.machine.lacks(0).unwrap_or(ErrorKind::Recursion),
            SHORT => ErrorKind::Memory,
            _ => ErrorKind::Syntax,
        };
        SyntaxError::new(kind, message, range, source)
    };
    let collector = Collector::new(names, options.future_annotations, options.machine);
    let (mut table, warnings) = collector.collect(root).map_err(error)?;
    resolve(&mut table, names).map_err(error)?;
    Ok((table, warnings))
}

/// Whether the program starts with `from __future__ import annotations`.
pub(crate) fn asks_for_annotations(root: &Root, names: &Names) -> bool {
    let (Root::Module(body) | Root::Interactive(body)) = root else { return false };
    body.iter().any(|statement| match &statement.kind {
        StatementKind::ImportFrom(import) if is_future(statement, names) => {
            import.names.iter().any(|alias| names.text(alias.name) == "annotations")
        }
        _ => false,
    })
}

pub(crate) fn is_future(statement: &Statement, names: &Names) -> bool {
    match &statement.kind {
        StatementKind::ImportFrom(import) => {
            import.level == 0 && import.module.is_some_and(|module| names.text(module) == "__future__")
        }
        _ => false,
    }
}

/// Where the statements end that may ask for future features: a docstring and such imports. Anywhere at the prompt.
fn futures_end(root: &Root, names: &Names) -> u32 {
    let Root::Module(body) = root else { return u32::MAX };
    let first = body.first().filter(|first| is_text(first));
    let futures = body.iter().skip(usize::from(first.is_some())).take_while(|statement| is_future(statement, names));
    first.into_iter().chain(futures).last().map_or(0, |last| last.range.end)
}

/// Whether the statement may be a docstring.
pub(crate) fn is_text(statement: &Statement) -> bool {
    match &statement.kind {
        StatementKind::Expr(value) => {
            matches!(value.kind, ExpressionKind::Constant(ferropy_syntax::tree::Constant::String(_)))
        }
        _ => false,
    }
}

impl<'a> Generator<'a> {
    /// A generator that goes on with a unit.
    pub(crate) fn new(
        source: &'a Source<'a>,
        names: Names,
        table: ScopeTable,
        options: Options<'a>,
        unit: Box<Unit>,
    ) -> Generator<'a> {
        Generator {
            source,
            names,
            table,
            options,
            unit,
            outer: Vec::new(),
            class: None,
            interactive: false,
            finally_bodies: Vec::new(),
            futures_end: 0,
            crowded: Set::new(),
            overcrowded: Set::new(),
            statement_range: SourceRange::default(),
            take_code: None,
            is_stopped: false,
            constants: Constants::new(options.knows_const),
        }
    }

    /// Goes back to the start, knowing which scopes need more registers than there are.
    fn start_again(&mut self) {
        self.crowded = core::mem::take(&mut self.overcrowded);
        self.constants = Constants::new(self.options.knows_const);
        self.unit = Unit::of_program();
        if self.crowded.contains(&0) {
            self.unit.crowd();
        }
    }

    /// Statements of a module.
    pub(crate) fn module_part(&mut self, body: &'a [Statement], is_first: bool) -> Done {
        if is_first && let Some(docstring) = self.docstring(body) {
            let register = self.unit.temp();
            self.unit.load(register, &Constant::Str(docstring));
            self.store_namespace("__doc__", register);
            self.unit.release(1);
        }
        self.module_annotations(body)?;
        self.body(body)
    }

    /// The end of a program.
    pub(crate) fn end_program(&mut self) -> Done<CodeObject> {
        self.return_none();
        let unit = core::mem::take(&mut self.unit);
        self.finish(unit)
    }

    /// Fails where the machine lacks stack or memory, or nobody takes more code.
    #[inline]
    pub(crate) fn check_machine(&self, range: SourceRange) -> Done {
        // The largest of the lists that grow, by instructions, of which an expression has a few.
        const FEW: usize = 32;
        let (spans, words) = (&self.unit.spans, &self.unit.words);
        let mut bytes = 0;
        if spans.len() + FEW > spans.capacity() {
            bytes += spans.capacity() * 2 * size_of::<(u32, Position)>();
        }
        if words.len() + 2 * FEW > words.capacity() {
            bytes += words.capacity() * 2 * size_of::<u32>();
        }
        let kind = if self.is_stopped { Some(ErrorKind::Stopped) } else { self.options.machine.lacks(bytes) };
        match kind {
            Some(kind) => Err(SyntaxError::new(kind, TOO_DEEP, range, self.source)),
            None => Ok(()),
        }
    }

    fn program(&mut self, root: &'a Root) -> Done<CodeObject> {
        match root {
            Root::Module(body) => self.module_part(body, true)?,
            Root::Interactive(body) => self.module_part(body, false)?,
            Root::Expression(expression) => {
                self.at(expression.range);
                let value = self.operand(expression)?;
                self.unit.abc(Opcode::Return, value, 0, 0);
                self.unit.reachable = false;
            }
        }
        self.end_program()
    }

    /// Finishes a unit; code that is too large for the format is an error, if it can't be made in another way.
    pub(crate) fn finish(&mut self, unit: Box<Unit>) -> Done<CodeObject> {
        let too_complex =
            unit.too_complex || unit.slot_count() > 0xFFFF || unit.slot_count() > crate::slots::FAR && !unit.is_wide();
        if too_complex && !unit.crowded {
            self.overcrowded.insert(unit.scope, ());
        } else if too_complex {
            return Err(SyntaxError::new(
                ErrorKind::Syntax,
                "code is too complex: too many names or values at once",
                SourceRange::default(),
                self.source,
            ));
        }
        Ok(unit.finish(self.options.filename))
    }

    /// What follows comes from this part of the source.
    pub(crate) fn at(&mut self, range: SourceRange) {
        let (line, column) = self.source.line_and_column_utf8(range.start);
        let (end_line, end_column) = self.source.line_and_column_utf8(range.end);
        self.unit.position = Position { line, end_line, column, end_column };
    }

    /// An attribute on a later line than what it is of stands for its own line only, from its name on: so errors in
    /// chains of calls over several lines say which link is meant. `range` is that of the whole expression.
    pub(crate) fn start_at_name(&mut self, range: SourceRange, name: Name) {
        let (line, column) = self.source.line_and_column_utf8(range.end);
        let length = self.names.text(name).chars().count() as u32;
        let position = &mut self.unit.position;
        if position.line != line
            && let Some(start) = column.checked_sub(length)
        {
            (position.line, position.column) = (line, start);
        }
    }

    /// Runs `body` with positions of a part of the source, and goes back afterwards.
    pub(crate) fn within<T>(&mut self, range: SourceRange, body: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.unit.position;
        self.at(range);
        let result = body(self);
        self.unit.position = before;
        result
    }

    /// A `SyntaxError` about a part of the source.
    pub(crate) fn error<T>(&self, message: impl Into<String>, range: SourceRange) -> Done<T> {
        Err(SyntaxError::new(ErrorKind::Syntax, message.into(), range, self.source))
    }

    /// The name as code here sees it.
    pub(crate) fn mangled(&mut self, name: Name) -> Name {
        crate::scope::mangle(&mut self.names, self.class, name)
    }

    /// The text of the name as code here sees it.
    pub(crate) fn mangled_text(&mut self, name: Name) -> String {
        let name = self.mangled(name);
        self.names.text(name).into()
    }

    /// `return None`.
    pub(crate) fn return_none(&mut self) {
        if !self.unit.reachable {
            return;
        }
        self.unit.abc(Opcode::ReturnSpecial, 0, 0, 0);
        self.unit.reachable = false;
    }

    /// The cleaned docstring of a body, unless optimisation drops it.
    pub(crate) fn docstring(&self, body: &[Statement]) -> Option<alloc::boxed::Box<[u8]>> {
        if self.options.optimize >= 2 {
            return None;
        }
        let StatementKind::Expr(expression) = &body.first()?.kind else { return None };
        let ExpressionKind::Constant(ferropy_syntax::tree::Constant::String(text)) = &expression.kind else {
            return None;
        };
        Some(clean_docstring(text).into())
    }

    /// Whether the expression is a docstring or another constant without effect.
    pub(crate) fn is_constant(expression: &Expression) -> bool {
        matches!(expression.kind, ExpressionKind::Constant(_))
    }
}

/// A docstring without the indentation that its lines share, as the compiler keeps it since Python 3.13.
fn clean_docstring(text: &[u8]) -> Vec<u8> {
    let mut expanded = Vec::with_capacity(text.len());
    let mut column = 0usize;
    for &byte in text {
        match byte {
            b'\t' => {
                let width = 8 - column % 8;
                expanded.extend(core::iter::repeat_n(b' ', width));
                column += width;
            }
            b'\n' => {
                expanded.push(byte);
                column = 0;
            }
            _ => {
                expanded.push(byte);
                column += 1;
            }
        }
    }
    let indent_of = |line: &[u8]| line.iter().take_while(|&&byte| byte == b' ').count();
    let margin = expanded
        .split(|&byte| byte == b'\n')
        .skip(1)
        .filter(|line| line.iter().any(|&byte| byte != b' '))
        .map(indent_of)
        .min()
        .unwrap_or(0);
    let mut cleaned = Vec::with_capacity(expanded.len());
    for (index, line) in expanded.split(|&byte| byte == b'\n').enumerate() {
        if index > 0 {
            cleaned.push(b'\n');
        }
        let cut = if index == 0 { indent_of(line) } else { margin.min(indent_of(line)) };
        cleaned.extend_from_slice(line.get(cut..).unwrap_or(&[]));
    }
    cleaned
}
