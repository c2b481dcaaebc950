//! Compiling a file statement by statement: only one has a tree at a time, and the code of its functions is taken as soon
//! as it is there. So programs of a few thousand lines are compiled in the memory of a small board. Their text may come in
//! pieces, each of which is whole statements.
//!
//! What a statement means depends on those around it in two cases, a `global` or an annotation in the module itself, and
//! code that needs many registers is compiled twice. Such files are compiled as a whole.

use crate::constants::Constants;
use crate::generator::{
    Compiled, Done, Generator, Options, TakeCode, asks_for_annotations, is_future, is_text, scopes,
};
use crate::scope::ScopeTable;
use crate::unit::Unit;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::CodeObject;
use ferropy_syntax::tree::{Root, Statement};
use ferropy_syntax::{ErrorKind, Names, Source, Statements, SyntaxError, Warning};

/// Why a file could not be compiled.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong.
    pub error: SyntaxError,
    /// Whether the compiler found it, which is content with what the parser is.
    pub is_of_compiler: bool,
}

impl From<SyntaxError> for Failure {
    fn from(error: SyntaxError) -> Failure {
        Failure { error, is_of_compiler: false }
    }
}

/// Compiles the statements of a file; nothing if they can't be compiled one by one.
///
/// # Errors
/// What the parser reports, or else the compiler.
pub fn compile_statements(
    statements: &mut Statements<'_>,
    source: &Source<'_>,
    options: Options<'_>,
    take_code: TakeCode<'_>,
) -> Result<Option<Compiled>, Failure> {
    let mut module = Parts::new(options);
    if !module.add(statements, source, take_code)? {
        return Ok(None);
    }
    let mut warnings = statements.warnings();
    warnings.extend(module.warnings());
    let code = module.take(source, core::mem::take(statements.names()))?;
    Ok(code.map(|code| Compiled { code, warnings }))
}

/// A module as far as it is compiled.
pub struct Parts<'a> {
    options: Options<'a>,
    /// Always there, but while a part is compiled.
    unit: Option<Box<Unit>>,
    /// The end of the statements that may ask for future features, as far as they are known.
    futures_end: u32,
    futures_may_follow: bool,
    is_first: bool,
    constants: Constants,
    /// Those that come first, and the others.
    warnings: [Vec<Warning>; 2],
}

impl core::fmt::Debug for Parts<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("Parts")
    }
}

impl<'a> Parts<'a> {
    /// Nothing yet.
    #[must_use]
    pub fn new(options: Options<'a>) -> Parts<'a> {
        Parts {
            options,
            unit: Some(Unit::of_program()),
            futures_end: 0,
            futures_may_follow: true,
            is_first: true,
            constants: Constants::new(options.knows_const),
            warnings: [Vec::new(), Vec::new()],
        }
    }

    /// Compiles the statements of a piece. False: the module has to be compiled as a whole.
    ///
    /// # Errors
    /// What the parser reports, or else the compiler.
    pub fn add(
        &mut self,
        statements: &mut Statements<'_>,
        source: &Source<'_>,
        take_code: TakeCode<'_>,
    ) -> Result<bool, Failure> {
        // Offsets are those of the piece.
        self.futures_end = 0;
        let mut body = Vec::new();
        while statements.read(&mut body)? {
            let root = Root::Module(core::mem::take(&mut body).into());
            match self.part(&root, statements.names(), source, take_code) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(error) => {
                    drop(root);
                    // An error that the parser finds comes before one that the compiler finds.
                    while matches!(error.kind(), ErrorKind::Syntax) && statements.read(&mut body)? {
                        body.clear();
                    }
                    return Err(Failure { error, is_of_compiler: true });
                }
            }
        }
        Ok(true)
    }

    /// The compiler's warnings about what was compiled since this was last called.
    pub fn warnings(&mut self) -> Vec<Warning> {
        core::mem::take(&mut self.warnings).into_iter().flatten().collect()
    }

    /// How many words of instructions the module has since its code was last taken.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.unit.as_ref().map_or(0, |unit| unit.here())
    }

    /// The code of the module since it was last taken; nothing if it has to be compiled as a whole. `source` and `names` are
    /// those of the last piece.
    ///
    /// # Errors
    /// What the compiler reports.
    pub fn take(&mut self, source: &Source<'_>, names: Names) -> Result<Option<CodeObject>, SyntaxError> {
        let Some(unit) = self.unit.replace(Unit::of_program()) else { return Ok(None) };
        let mut generator = Generator::new(source, names, ScopeTable::default(), self.options, unit);
        let code = generator.end_program()?;
        Ok(generator.overcrowded.is_empty().then_some(code))
    }

    /// Compiles a part. False: the module has to be compiled as a whole.
    fn part(&mut self, root: &Root, names: &mut Names, source: &Source<'_>, take_code: TakeCode<'_>) -> Done<bool> {
        let Root::Module(body) = root else { return Ok(false) };
        self.options.future_annotations |= asks_for_annotations(root, names);
        self.note_futures(body, names);
        let (table, warnings) = scopes(root, names, source, &self.options)?;
        for (all, more) in self.warnings.iter_mut().zip(warnings) {
            all.extend(more);
        }
        if table.depends_on_others() {
            return Ok(false);
        }
        let Some(unit) = self.unit.take() else { return Ok(false) };
        let mut generator = Generator::new(source, core::mem::take(names), table, self.options, unit);
        generator.futures_end = self.futures_end;
        generator.take_code = Some(take_code);
        generator.constants = core::mem::take(&mut self.constants);
        let done = generator.module_part(body, core::mem::take(&mut self.is_first));
        let is_whole = generator.overcrowded.is_empty();
        *names = generator.names;
        self.constants = generator.constants;
        generator.unit.settle();
        self.unit = Some(generator.unit);
        done?;
        Ok(is_whole)
    }

    /// `from __future__` may follow a docstring and others of its kind.
    fn note_futures(&mut self, body: &[Statement], names: &Names) {
        for (index, statement) in body.iter().enumerate() {
            let is_docstring = self.is_first && index == 0 && is_text(statement);
            self.futures_may_follow &= is_docstring || is_future(statement, names);
            if self.futures_may_follow {
                self.futures_end = statement.range.end;
            }
        }
    }
}
