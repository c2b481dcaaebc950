//! Warnings about source text: through the module `warnings` where a program has loaded it, else straight to
//! `sys.stderr`, as the module would show them.

use crate::exceptions::SourceFiles;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
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
            if self.warn_explicit(TypeId::SYNTAX_WARNING, &warning.message, filename, line)? {
                continue;
            }
            // An error about the program says where in it.
            let error = SyntaxError::new(ErrorKind::Syntax, warning.message.clone(), warning.range, source);
            return Err(self.raise_syntax_error(&error, Some(source), filename));
        }
        Ok(())
    }

    /// Gives a warning about a line of a file; false if it is to be an exception.
    ///
    /// # Errors
    /// What the module `warnings` raises besides that.
    pub(crate) fn warn_explicit(
        &mut self,
        category: TypeId,
        message: &str,
        filename: &str,
        line: u32,
    ) -> Completion<bool> {
        let module = self.intern("warnings")?;
        if let Some(module) = self.heap.dict_get_name(self.sys_modules, module) {
            let function = self.intern("warn_explicit")?;
            if let Some(function) = self.get_attr_opt(module, function)? {
                let (message, filename) = (self.new_str(message)?, self.new_str(filename)?);
                let args = [message, category.value(), filename, Value::small_int(i64::from(line))];
                return match self.call(function, &args) {
                    Err(_) if self.raised_is(category) => {
                        self.take_exception();
                        Ok(false)
                    }
                    called => called.map(|_| true),
                };
            }
        }
        let kind = self.class_name(category.value());
        match self.action_for(message, &kind, filename, line)? {
            Action::Show => {}
            Action::Ignore => return Ok(true),
            Action::Raise => return Ok(false),
        }
        let mut text = format!("{filename}:{line}: {kind}: {message}\n");
        let mut files = SourceFiles::default();
        // What has no file shows no line.
        if !filename.starts_with('<')
            && let Some(lines) = self.source_lines(filename, &mut files)
            && let Some(shown) = (line as usize).checked_sub(1).and_then(|index| lines.get(index))
        {
            text.push_str(&format!("  {}\n", shown.trim()));
        }
        self.write_standard_error(&text);
        Ok(true)
    }

    /// What `sys.warnoptions` says about a warning: the last option that fits.
    fn action_for(&mut self, message: &str, kind: &str, filename: &str, line: u32) -> Completion<Action> {
        let name = self.intern("warnoptions")?;
        let options = self.heap.dict_get_name(self.sys_dict, name).unwrap_or(Value::NONE);
        let options: Vec<String> = self.heap.items(options).map(|option| self.name_text(option)).collect();
        let fitting = options.iter().rev().find_map(|option| fitting_action(option, message, kind, filename, line));
        Ok(fitting.unwrap_or(Action::Show))
    }
}

/// What becomes of a warning.
#[derive(Clone, Copy)]
enum Action {
    Show,
    Ignore,
    Raise,
}

/// The action of `action:message:category:module:line`, if the option fits a warning of class `kind`.
/// What is empty fits all.
fn fitting_action(option: &str, message: &str, kind: &str, filename: &str, line: u32) -> Option<Action> {
    let mut parts = option.split(':').map(str::trim);
    let mut next = || parts.next().unwrap_or("");
    let (action, start, category, module, number) = (next(), next(), next(), next(), next());
    let starts = message.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start));
    let fits = starts
        && (matches!(category, "" | "Warning") || category == kind)
        && (module.is_empty() || filename.strip_suffix(".py").unwrap_or(filename) == module)
        && (number.is_empty() || number.parse() == Ok(0) || number.parse() == Ok(line));
    // An action may be cut short, as in `-Wi`.
    let actions = [
        ("default", Action::Show),
        ("always", Action::Show),
        ("all", Action::Show),
        ("ignore", Action::Ignore),
        ("module", Action::Show),
        ("once", Action::Show),
        ("error", Action::Raise),
    ];
    if !fits {
        return None;
    }
    actions.iter().find(|(name, _)| name.starts_with(action)).map(|&(_, action)| action)
}
