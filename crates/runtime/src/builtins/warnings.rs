//! Warnings about source text: through the module `warnings` where a program has loaded it, else straight to
//! `sys.stderr`, as the module would show them.

use crate::exceptions::SourceFiles;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use ferropy_syntax::{ErrorKind, Source, SyntaxError, Warning};

impl Isolate {
    /// Shows what the compiler warns about.
    ///
    /// # Errors
    /// `SyntaxError` where the module's filters turn warnings into exceptions.
    pub(crate) fn show_warnings(
        &mut self,
        warnings: &[Warning],
        source: &Source<'_>,
        filename: &str,
    ) -> Completion<()> {
        for warning in warnings {
            let line = source.line_of(warning.range.start);
            if self.warn_explicit(&warning.message, filename, line).is_ok() {
                continue;
            }
            if !self.raised_is(TypeId::SYNTAX_WARNING) {
                return Err(crate::Raised::EXCEPTION);
            }
            // An error about the program says where in it.
            self.take_exception();
            let error = SyntaxError::new(ErrorKind::Syntax, warning.message.clone(), warning.range, source);
            return Err(self.raise_syntax_error(&error, Some(source), filename));
        }
        Ok(())
    }

    fn warn_explicit(&mut self, message: &str, filename: &str, line: u32) -> Completion<()> {
        let module = self.intern("warnings")?;
        self.keep(module);
        if let Some(module) = self.heap.dict_get_name(self.sys_modules, module) {
            let function = self.intern("warn_explicit")?;
            self.keep(function);
            if let Some(function) = self.get_attr_opt(module, function)? {
                let (message, filename) = (self.new_str(message)?, self.new_str(filename)?);
                let args = [message, TypeId::SYNTAX_WARNING.value(), filename, Value::small_int(i64::from(line))];
                self.call(function, &args)?;
                return Ok(());
            }
        }
        let mut text = format!("{filename}:{line}: SyntaxWarning: {message}\n");
        let mut files = SourceFiles::default();
        // What has no file shows no line.
        if !filename.starts_with('<')
            && let Some(lines) = self.source_lines(filename, &mut files)
            && let Some(shown) = (line as usize).checked_sub(1).and_then(|index| lines.get(index))
        {
            text.push_str(&format!("  {}\n", shown.trim()));
        }
        self.write_standard_error(&text);
        Ok(())
    }
}
