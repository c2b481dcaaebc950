//! Loading, storing and deleting names, by what they mean in the current scope.

use crate::constants::CONST;
use crate::crowded::Held;
use crate::generator::{Done, Generator};
use crate::scope::{Meaning, ScopeKind};
use crate::unit::Reg;
use alloc::string::String;
use ferropy_bytecode::{CodeFlags, Opcode};
use ferropy_syntax::Name;

/// Where a name's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The local with this number.
    Local(usize),
    /// A register that holds the value: a comprehension's variable.
    Register(Reg),
    /// The cell in the local with this number.
    Cell(usize),
    /// A register that holds a cell: a comprehension's variable.
    CellRegister(Reg),
    /// A slot that holds the value: a comprehension's variable.
    Slot(u16),
    /// A slot that holds a cell: a comprehension's variable.
    CellSlot(u16),
    /// A captured variable.
    Free(u16),
    /// A global.
    Global,
    /// In the namespace of a class or module.
    Namespace,
}

impl<'a> Generator<'a> {
    /// Where the (mangled) name's value is.
    pub(crate) fn place_of(&self, name: Name) -> Place {
        for (scope, registers) in self.unit.comprehensions.iter().rev() {
            let meaning = self.table.scopes.get(*scope).and_then(|scope| scope.meanings.get(&name)).copied();
            match (meaning, registers.get(&name)) {
                (Some(Meaning::Local), Some(&Held::Register(register))) => return Place::Register(register),
                (Some(Meaning::Cell), Some(&Held::Register(register))) => return Place::CellRegister(register),
                (Some(Meaning::Local), Some(&Held::Slot(slot))) => return Place::Slot(slot),
                (Some(Meaning::Cell), Some(&Held::Slot(slot))) => return Place::CellSlot(slot),
                (Some(Meaning::GlobalExplicit), _) => return Place::Global,
                _ => {}
            }
        }
        let inside = !self.unit.comprehensions.is_empty();
        let Some(scope) = self.table.scopes.get(self.unit.scope) else { return Place::Global };
        let kind = scope.kind;
        let meaning = scope.meanings.get(&name).copied();
        match meaning {
            Some(Meaning::Local | Meaning::Cell) if matches!(kind, ScopeKind::Module) => Place::Namespace,
            // Comprehensions in a class see the functions around it instead of its own names.
            Some(Meaning::Local | Meaning::Cell | Meaning::GlobalExplicit) if kind == ScopeKind::Class && inside => {
                self.unit.free.get(&name).map_or(Place::Global, |&index| Place::Free(index))
            }
            Some(Meaning::Local | Meaning::Cell) if kind == ScopeKind::Class => Place::Namespace,
            Some(Meaning::Local) => self.unit.locals.get(&name).map_or(Place::Global, |&local| Place::Local(local)),
            Some(Meaning::Cell) => self.unit.locals.get(&name).map_or(Place::Global, |&local| Place::Cell(local)),
            Some(Meaning::Free) => self.unit.free.get(&name).map_or(Place::Global, |&index| Place::Free(index)),
            Some(Meaning::GlobalExplicit) => Place::Global,
            Some(Meaning::GlobalImplicit | Meaning::Outer) | None => {
                if !inside && matches!(kind, ScopeKind::Module | ScopeKind::Class) {
                    Place::Namespace
                } else {
                    Place::Global
                }
            }
        }
    }

    /// The local's register, if it is near.
    pub(crate) fn near(&self, local: usize) -> Option<Reg> {
        (local < self.unit.near).then_some(local as Reg)
    }

    /// The register of a local variable that is certainly bound, to be used in place.
    pub(crate) fn local_in_place(&mut self, name: Name) -> Option<Reg> {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => Some(register),
            Place::Local(local) => {
                let register = self.near(local)?;
                self.check_bound(name, local, register);
                Some(register)
            }
            _ => None,
        }
    }

    /// As [`Generator::local_in_place`], if nothing has to be checked for it.
    pub(crate) fn bound_register(&mut self, name: Name) -> Option<Reg> {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => Some(register),
            Place::Local(local) if self.unit.is_bound(local) && !self.is_deleted(name) => self.near(local),
            _ => None,
        }
    }

    fn get_far(&mut self, target: Reg, local: usize) {
        let slot = self.unit.slot_of(local) as u16;
        self.unit.ad(Opcode::GetSlot, target, slot);
    }

    fn set_far(&mut self, value: Reg, local: usize) {
        let slot = self.unit.slot_of(local) as u16;
        self.unit.ad(Opcode::SetSlot, value, slot);
    }

    /// Raises where a local may be unbound.
    fn check_bound(&mut self, name: Name, local: usize, register: Reg) {
        if self.unit.is_bound(local) && !self.is_deleted(name) {
            return;
        }
        self.unit.note_unbound_read(local);
        let text = String::from(self.names.text(name));
        let number = self.unit.name_number(&text);
        self.unit.ad(Opcode::CheckBound, register, number as u16);
        self.unit.set_bound(local);
    }

    fn is_deleted(&self, name: Name) -> bool {
        let scope = self.table.scopes.get(self.unit.scope);
        scope.and_then(|scope| scope.uses.get(&name)).is_some_and(|found| found.deleted)
    }

    /// Loads a name into a register.
    pub(crate) fn load_name(&mut self, name: Name, target: Reg) {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => self.unit.move_to(target, register),
            Place::Local(local) => match self.near(local) {
                Some(register) => {
                    self.check_bound(name, local, register);
                    self.unit.move_to(target, register);
                }
                None => {
                    let mark = self.unit.next;
                    let place = self.private(target);
                    self.get_far(place, local);
                    self.check_bound(name, local, place);
                    self.unit.move_to(target, place);
                    self.unit.release(mark);
                }
            },
            Place::Cell(local) => {
                let mark = self.unit.next;
                let place = if self.near(local).is_some() { target } else { self.private(target) };
                let cell = self.cell_register(local, place);
                self.unit.abc(Opcode::GetCell, target, cell, 0);
                self.unit.release(mark);
            }
            Place::CellRegister(register) => self.unit.abc(Opcode::GetCell, target, register, 0),
            Place::Slot(slot) => self.unit.ad(Opcode::GetSlot, target, slot),
            Place::CellSlot(slot) => {
                let mark = self.unit.next;
                let place = self.private(target);
                self.unit.ad(Opcode::GetSlot, place, slot);
                self.unit.abc(Opcode::GetCell, target, place, 0);
                self.unit.release(mark);
            }
            Place::Free(index) => {
                let in_class =
                    self.table.scopes.get(self.unit.scope).is_some_and(|scope| scope.kind == ScopeKind::Class);
                let opcode = if in_class && self.unit.comprehensions.is_empty() {
                    Opcode::GetClassFree
                } else {
                    Opcode::GetFree
                };
                if self.sees_class_dict() {
                    self.load_through_class(name, target, Some(index));
                } else {
                    self.unit.ad(opcode, target, index);
                }
            }
            Place::Global => {
                if self.sees_class_dict() && !self.is_explicit_global(name) {
                    self.load_through_class(name, target, None);
                    return;
                }
                let text = String::from(self.names.text(name));
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::GetGlobal, target, 0, 0, x);
            }
            Place::Namespace => {
                let text = String::from(self.names.text(name));
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::GetName, target, 0, 0, x);
            }
        }
    }

    fn is_explicit_global(&self, name: Name) -> bool {
        let scope = self.table.scopes.get(self.unit.scope);
        scope.and_then(|scope| scope.meanings.get(&name)) == Some(&Meaning::GlobalExplicit)
    }

    /// Whether this is an annotation scope right inside a class.
    fn sees_class_dict(&self) -> bool {
        let Some(scope) = self.table.scopes.get(self.unit.scope) else { return false };
        scope.kind == ScopeKind::Annotation && scope.in_class && self.class_dict_index().is_some()
    }

    fn class_dict_index(&self) -> Option<u16> {
        self.unit.free.get(&self.names.find("__classdict__")?).copied()
    }

    /// Loads a name that the class's namespace may have.
    fn load_through_class(&mut self, name: Name, target: Reg, free: Option<u16>) {
        let text = String::from(self.names.text(name));
        let index = self.class_dict_index().unwrap_or(0);
        if text == "__classdict__" {
            self.unit.ad(Opcode::GetFree, target, index);
            return;
        }
        let mark = self.unit.next;
        let dict = self.unit.temp();
        self.unit.ad(Opcode::GetFree, dict, index);
        match free {
            Some(free) => self.unit.abcx(Opcode::GetFromDictOrFree, target, dict, 0, u32::from(free)),
            None => {
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::GetFromDictOrGlobal, target, dict, 0, x);
            }
        }
        self.unit.release(mark);
    }

    /// The register with a local's cell; `scratch` may be used for a far one.
    fn cell_register(&mut self, local: usize, scratch: Reg) -> Reg {
        match self.near(local) {
            Some(register) => register,
            None => {
                self.get_far(scratch, local);
                scratch
            }
        }
    }

    /// Binds a name to the value in a register.
    pub(crate) fn store_name(&mut self, name: Name, value: Reg) {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => self.unit.move_to(register, value),
            Place::Local(local) => {
                match self.near(local) {
                    Some(register) => self.unit.move_to(register, value),
                    None => self.set_far(value, local),
                }
                self.unit.set_bound(local);
            }
            Place::Cell(local) => {
                let mark = self.unit.next;
                let scratch = if self.near(local).is_some() { 0 } else { self.unit.temp() };
                let cell = self.cell_register(local, scratch);
                self.unit.abc(Opcode::SetCell, cell, value, 0);
                self.unit.release(mark);
            }
            Place::CellRegister(register) => self.unit.abc(Opcode::SetCell, register, value, 0),
            Place::Slot(slot) => self.unit.ad(Opcode::SetSlot, value, slot),
            Place::CellSlot(slot) => {
                let mark = self.unit.next;
                let cell = self.unit.temp();
                self.unit.ad(Opcode::GetSlot, cell, slot);
                self.unit.abc(Opcode::SetCell, cell, value, 0);
                self.unit.release(mark);
            }
            Place::Free(index) => self.unit.ad(Opcode::SetFree, value, index),
            Place::Global => {
                let text = String::from(self.names.text(name));
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::SetGlobal, value, 0, 0, x);
            }
            Place::Namespace => {
                let text = String::from(self.names.text(name));
                self.store_namespace(&text, value);
            }
        }
    }

    /// Sets a name of the running namespace.
    pub(crate) fn store_namespace(&mut self, text: &str, value: Reg) {
        if text == CONST {
            self.constants.are_known = false;
        }
        let x = self.unit.name_cache(text);
        self.unit.abcx(Opcode::SetName, value, 0, 0, x);
    }

    /// Unbinds a name.
    pub(crate) fn delete_name(&mut self, name: Name) -> Done {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => self.unit.load_unbound(register),
            Place::Local(local) => {
                let mark = self.unit.next;
                let register = match self.near(local) {
                    Some(register) => register,
                    None => {
                        let scratch = self.unit.temp();
                        self.get_far(scratch, local);
                        scratch
                    }
                };
                self.check_bound(name, local, register);
                self.unit.load_unbound(register);
                if self.near(local).is_none() {
                    self.set_far(register, local);
                }
                self.unit.clear_bound(local);
                self.unit.release(mark);
            }
            Place::Cell(local) => {
                let mark = self.unit.next;
                let scratch = if self.near(local).is_some() { 0 } else { self.unit.temp() };
                let cell = self.cell_register(local, scratch);
                self.unit.abc(Opcode::DeleteCell, cell, 0, 0);
                self.unit.release(mark);
            }
            Place::CellRegister(register) => self.unit.abc(Opcode::DeleteCell, register, 0, 0),
            // Nothing in a comprehension deletes its variables.
            Place::Slot(_) | Place::CellSlot(_) => {}
            Place::Free(index) => self.unit.ad(Opcode::DeleteFree, 0, index),
            Place::Global => {
                let text = String::from(self.names.text(name));
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::DeleteGlobal, 0, 0, 0, x);
            }
            Place::Namespace => {
                let text = String::from(self.names.text(name));
                let x = self.unit.name_cache(&text);
                self.unit.abcx(Opcode::DeleteName, 0, 0, 0, x);
            }
        }
        Ok(())
    }

    /// The register where a value for the name may be computed directly: that of a local.
    pub(crate) fn target_register(&mut self, name: Name) -> Option<Reg> {
        let name = self.mangled(name);
        match self.place_of(name) {
            Place::Register(register) => Some(register),
            Place::Local(local) => self.near(local),
            _ => None,
        }
    }

    /// After a value was computed into a local's register.
    pub(crate) fn mark_bound(&mut self, name: Name) {
        let name = self.mangled(name);
        if let Place::Local(local) = self.place_of(name) {
            self.unit.set_bound(local);
        }
    }

    /// Puts the cell of a variable of this frame into a register, for a closure.
    pub(crate) fn load_cell(&mut self, name: Name, target: Reg) {
        match self.place_of_cell(name) {
            Place::Cell(local) => match self.near(local) {
                Some(register) => self.unit.move_to(target, register),
                None => self.get_far(target, local),
            },
            Place::CellRegister(register) => self.unit.move_to(target, register),
            Place::CellSlot(slot) => self.unit.ad(Opcode::GetSlot, target, slot),
            Place::Free(index) => self.unit.ad(Opcode::GetFreeCell, target, index),
            _ => self.unit.load_none(target),
        }
    }

    /// Where the cell of a name is; a class's `__class__` and `__classdict__` are locals of its body.
    fn place_of_cell(&mut self, name: Name) -> Place {
        if self.unit.flags.has(CodeFlags::CLASS_BODY)
            && let Some(&local) = self.unit.locals.get(&name)
        {
            return Place::Cell(local);
        }
        match self.place_of(name) {
            place @ (Place::Namespace | Place::Global) => {
                self.unit.free.get(&name).map_or(place, |&index| Place::Free(index))
            }
            place => place,
        }
    }
}
