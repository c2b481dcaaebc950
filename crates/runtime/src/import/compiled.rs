//! Compiled code: files that `ferropy compile` wrote, and modules that were frozen when the library was built.

use crate::embed::Mode;
use crate::exceptions::raise;
use crate::import::Program;
use crate::interpreter::frozen_number;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use ferropy_bytecode::{file_format, verifier};

impl Isolate {
    /// A code object from the bytes of a file: source text, or what `ferropy compile` wrote.
    ///
    /// # Errors
    /// `SyntaxError` for source, `ImportError` for compiled bytes of another version or that the verifier refuses.
    pub fn load_file(&mut self, bytes: &[u8], file: &str) -> Completion {
        if file_format::is_compiled(bytes) || file.ends_with(".fpy") {
            return self.load_compiled(bytes, file);
        }
        self.compile(bytes, file, Mode::Exec)
    }

    /// The code object of a program.
    ///
    /// # Errors
    /// As [`Isolate::load_file`].
    pub fn load_program(&mut self, program: &Program, file: &str) -> Completion {
        match program {
            Program::Bytes(bytes) => self.load_file(bytes, file),
            Program::Frozen(module) => self.load_frozen_module(*module),
            Program::Code(code) => Ok(*code),
        }
    }

    fn load_frozen_module(&mut self, module: usize) -> Completion {
        let number = self.load_frozen(frozen_number(module, 0))?;
        self.code_object(number)
    }

    fn load_compiled(&mut self, bytes: &[u8], file: &str) -> Completion {
        let problem = match file_format::decode(bytes) {
            Ok(code) => match verifier::verify(&code) {
                Ok(()) => return self.load_code(code),
                Err(error) => format!("{error}"),
            },
            Err(error) => format!("{error}"),
        };
        let path = self.new_str(file)?;
        let message = format!("bad compiled file '{file}': {problem}");
        Err(raise::import_error(self, TypeId::IMPORT_ERROR, Value::NONE, path, &message))
    }

    /// Runs the frozen part of a builtin module, which was compiled when the library was built, in its namespace.
    pub(crate) fn run_frozen(&mut self, module: usize, dict: Value) -> Completion<()> {
        let code = self.load_frozen_module(module)?;
        self.run_code(code, dict, dict, Value::UNBOUND)?;
        Ok(())
    }
}
