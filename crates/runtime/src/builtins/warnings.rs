//! Warnings about source text and about what programs do: through the module `warnings` where a program has loaded it, else straight to
//! `sys.stderr`, as the module would show them.

use crate::exceptions::{SourceFiles, raise};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
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

    /// Warns about what the running code does, or the code that runs when something dies.
    ///
    /// # Errors
    /// The warning itself where the filters of the module `warnings` make it an exception.
    pub fn warn(&mut self, category: TypeId, message: &str) -> Completion<()> {
        let place = self.frame().copied().and_then(|frame| {
            let code = self.codes.get(frame.code)?;
            let line = code.details().positions().find(frame.pc.saturating_sub(1)).line;
            Some((self.name_text(code.details().filename()), line, Value::handle(frame.globals)))
        });
        let (filename, line, globals) = place.unwrap_or_else(|| ("<sys>".into(), 0, self.sys_dict));
        let registry = self.warning_registry(globals)?;
        let module = self.heap.dict_get_name(globals, names::__name__).unwrap_or(Value::NONE);
        let module = if self.as_str(module).is_some() { module } else { self.new_str("<string>")? };
        if let Some(function) = self.loaded_warn_explicit()? {
            let (message, filename) = (self.new_str(message)?, self.new_str(&filename)?);
            let line = Value::small_int(i64::from(line));
            return self.call(function, &[message, category.value(), filename, line, module, registry]).map(|_| ());
        }
        let text = self.new_str(message)?;
        let key = self.new_tuple(&[text, category.value(), Value::small_int(i64::from(line))])?;
        if self.dict_get(registry, key)?.is_some() {
            return Ok(());
        }
        let kind = self.class_name(category.value());
        let action = self.option_for(message, &kind, &filename, line)?;
        match action.unwrap_or_else(|| usual_action(category, module == names::__main__)) {
            Action::Ignore => Ok(()),
            Action::Raise => Err(raise::exception(self, category, message)),
            Action::Show => {
                self.dict_set(registry, key, Value::TRUE)?;
                self.show_warning(message, &kind, &filename, line);
                Ok(())
            }
        }
    }

    /// The dict of a module that knows which warnings were shown.
    fn warning_registry(&mut self, globals: Value) -> Completion {
        let name = self.intern("__warningregistry__")?;
        if let Some(registry) = self.heap.dict_get_name(globals, name)
            && self.heap.kind(registry) == Some(Kind::Dict)
        {
            return Ok(registry);
        }
        let registry = self.new_dict()?;
        // The version of the filters before a program changes them.
        let version = self.intern("version")?;
        self.heap.dict_set_plain(registry, version, Value::small_int(1))?;
        self.heap.dict_set_plain(globals, name, registry)?;
        Ok(registry)
    }

    /// `warnings.warn_explicit`, if a program has loaded the module.
    fn loaded_warn_explicit(&mut self) -> Completion<Option<Value>> {
        let module = self.intern("warnings")?;
        let Some(module) = self.heap.dict_get_name(self.sys_modules, module) else { return Ok(None) };
        let function = self.intern("warn_explicit")?;
        self.get_attr_opt(module, function)
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
        if let Some(function) = self.loaded_warn_explicit()? {
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
        let kind = self.class_name(category.value());
        match self.option_for(message, &kind, filename, line)?.unwrap_or(Action::Show) {
            Action::Show => self.show_warning(message, &kind, filename, line),
            Action::Ignore => {}
            Action::Raise => return Ok(false),
        }
        Ok(true)
    }

    /// Writes a warning to standard error.
    fn show_warning(&mut self, message: &str, kind: &str, filename: &str, line: u32) {
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
    }

    /// What `sys.warnoptions` says about a warning: the last option that fits.
    fn option_for(&mut self, message: &str, kind: &str, filename: &str, line: u32) -> Completion<Option<Action>> {
        let name = self.intern("warnoptions")?;
        let options = self.heap.dict_get_name(self.sys_dict, name).unwrap_or(Value::NONE);
        let options: Vec<String> = self.heap.items(options).map(|option| self.name_text(option)).collect();
        let action = options.iter().rev().find_map(|option| fitting_action(option, message, kind, filename, line));
        Ok(action.or(self.is_quiet.then_some(Action::Ignore)))
    }
}

/// What becomes of a warning.
#[derive(Clone, Copy)]
enum Action {
    Show,
    Ignore,
    Raise,
}

/// What is done with a warning where nobody has said anything: what is deprecated is told to the program's author only.
fn usual_action(category: TypeId, in_program: bool) -> Action {
    match category {
        TypeId::DEPRECATION_WARNING if in_program => Action::Show,
        TypeId::DEPRECATION_WARNING | TypeId::PENDING_DEPRECATION_WARNING => Action::Ignore,
        TypeId::IMPORT_WARNING | TypeId::RESOURCE_WARNING => Action::Ignore,
        _ => Action::Show,
    }
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
