//! `import` statements.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::WaitFor;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

impl Isolate {
    /// `ImportName`: through `builtins.__import__`, which programs may replace.
    pub(crate) fn import_name(&mut self, target: u8, first: u8, x: u32) -> Completion<()> {
        let (name, from, level) = (self.name_at(x), self.reg(first), self.reg(first.wrapping_add(1)));
        if self.has_other_threads() && self.waits_for_import(name) {
            return Ok(());
        }
        let globals = self.frame_globals();
        let builtins = self.builtins_of(globals);
        let Some(import) = self.heap.dict_get_name(builtins, names::__import__) else {
            return Err(raise::import_error(self, TypeId::IMPORT_ERROR, name, Value::NONE, "__import__ not found"));
        };
        let module = self.call(import, &[name, globals, Value::NONE, from, level])?;
        self.set_reg(target, module);
        Ok(())
    }

    /// Another thread is importing that module: the running one waits for it, and then executes its instruction once more.
    /// A pinned thread gets the module as it is: the other one may be below it on the machine's stack.
    fn waits_for_import(&mut self, name: Value) -> bool {
        let Some(module) = self.heap.dict_get_name(self.sys_modules, name) else { return false };
        let ident = self.thread_ident();
        let is_another = self.importing.iter().any(|&(importing, thread)| importing == module && thread != ident);
        if !is_another || !self.wish_to_wait(WaitFor::Import(module)) {
            return false;
        }
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = frame.pc.saturating_sub(2);
        }
        true
    }

    /// `ImportFrom`: an attribute of a module, or a submodule that is loaded.
    pub(crate) fn import_from(&mut self, target: u8, module: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        if let Some(found) = self.get_attr_opt(module, name)? {
            self.set_reg(target, found);
            return Ok(());
        }
        let package = self.get_attr_opt(module, names::__name__)?.unwrap_or(names::unknown);
        let (package_text, text) = (self.name_text(package), self.name_text(name));
        let full = self.intern(&format!("{package_text}.{text}"))?;
        if let Some(found) = self.heap.dict_get_name(self.sys_modules, full) {
            self.set_reg(target, found);
            return Ok(());
        }
        let file = self.get_attr_opt(module, names::__file__)?.filter(|file| self.heap.is_str(*file));
        let place = match file {
            Some(file) => self.name_text(file),
            None => "unknown location".into(),
        };
        let message = if self.is_being_imported(module)? {
            format!(
                "cannot import name '{text}' from partially initialized module '{package_text}' (most likely due to a circular import) ({place})"
            )
        } else {
            format!("cannot import name '{text}' from '{package_text}' ({place})")
        };
        let path = file.unwrap_or(Value::NONE);
        Err(raise::cannot_import_name(self, package, path, name, &message))
    }

    /// `ImportStar`: the public names of a module into the running namespace.
    pub(crate) fn import_star(&mut self, module: Value) -> Completion<()> {
        let namespace = self.reg(0);
        let (list, all) = match self.get_attr_opt(module, names::__all__)? {
            Some(list) if self.lookup_special(list, names::__getitem__).is_none() => {
                let kind = self.type_name(list);
                return Err(raise::type_error(self, &format!("'{kind}' object does not support indexing")));
            }
            Some(list) => (self.collect_items(list)?, true),
            None => {
                let Some(dict) = self.get_attr_opt(module, names::__dict__)? else {
                    let message = "from-import-* object has no __dict__ and no __all__";
                    return Err(raise::import_error(self, TypeId::IMPORT_ERROR, Value::NONE, Value::NONE, message));
                };
                (self.collect_items(dict)?, false)
            }
        };
        for name in self.heap.items(list).collect::<Vec<_>>() {
            let Some(text) = self.as_str(name) else {
                let kind = self.type_name(name);
                let place = if all { "Item in" } else { "Key in" };
                let module = self.get_attr_opt(module, names::__name__)?.unwrap_or(names::unknown);
                let module = self.name_text(module);
                let what = if all { "__all__" } else { "__dict__" };
                let message = format!("{place} {module}.{what} must be str, not {kind}");
                return Err(raise::type_error(self, &message));
            };
            if !all && self.heap.str_bytes(text).is_some_and(|bytes| bytes.starts_with(b"_")) {
                continue;
            }
            let name = self.intern_value(text)?;
            let value = self.get_attr(module, name)?;
            if self.heap.kind(namespace) == Some(Kind::Dict) {
                self.heap.dict_set_plain(namespace, name, value)?;
            } else {
                self.set_item(namespace, name, value)?;
            }
        }
        Ok(())
    }
}
