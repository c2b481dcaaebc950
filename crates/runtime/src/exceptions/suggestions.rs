//! "Did you mean …?": the closest name by edit distance, with the costs and limits of CPython's suggestions.

use super::field;
use crate::heap::Kind;
use crate::interpreter::traceback_field;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const MOVE: usize = 2;
const CASE: usize = 1;
/// Longer names are not compared: the table would grow too large.
const LONGEST: usize = 40;
/// More candidates than this are not looked at.
const MOST_CANDIDATES: usize = 750;

impl Isolate {
    /// What a traceback adds to a message: ". Did you mean: 'x'?" where a name is close to a known one, or the module that
    /// was not imported.
    pub(super) fn suggestion(&mut self, exception: Value) -> String {
        let is = |iso: &Isolate, id: TypeId| iso.is_instance_of(exception, id);
        let part = |iso: &Isolate, index: usize| iso.heap.field(exception, field::EXTRA + index);
        let (name, known) = if is(self, TypeId::ATTRIBUTE_ERROR) {
            let object = part(self, 1);
            (part(self, 0), if object.is_none() { Ok(object) } else { self.dir(object) })
        } else if is(self, TypeId::NAME_ERROR) {
            (part(self, 0), self.names_in_reach(exception))
        } else if is(self, TypeId::IMPORT_ERROR) {
            (part(self, 3), self.names_of_module(part(self, 1)))
        } else {
            return String::new();
        };
        let Ok(known) = known else {
            self.take_exception();
            return String::new();
        };
        if !self.heap.is_str(name) {
            return String::new();
        }
        let wrong = self.name_text(name);
        let shows_all = wrong.starts_with('_') || is(self, TypeId::NAME_ERROR);
        let known = self.heap.items(known).map(|name| self.name_text(name));
        let candidates: Vec<String> = known.filter(|candidate| shows_all || !candidate.starts_with('_')).collect();
        if is(self, TypeId::NAME_ERROR) && self.is_attribute_of_self(exception, name) {
            return format!(". Did you mean: 'self.{wrong}'?");
        }
        let mut text = match closest(&wrong, candidates.iter().map(String::as_str)) {
            Some(candidate) => format!(". Did you mean: '{candidate}'?"),
            None => String::new(),
        };
        if is(self, TypeId::NAME_ERROR) && self.is_library_module(&wrong) {
            let words = if text.is_empty() { ". Did" } else { " Or did" };
            text.push_str(&format!("{words} you forget to import '{wrong}'?"));
        }
        text
    }

    /// Whether the code which raised has an object called `self` with an attribute of that name.
    fn is_attribute_of_self(&mut self, exception: Value, name: Value) -> bool {
        let mut innermost = self.heap.field(exception, field::TRACEBACK);
        loop {
            let next = self.heap.field(innermost, traceback_field::NEXT);
            if next.is_none() || next.is_unbound() {
                break;
            }
            innermost = next;
        }
        let code = self.heap.field(innermost, traceback_field::CODE);
        let place = self.code_of(code).and_then(|code| {
            let mut names = code.details().local_names().iter();
            names.position(|name| self.heap.str_bytes(name) == Some(b"self"))
        });
        let Some(slot) = place else { return false };
        let Ok(frame) = self.traceback_frame(innermost) else {
            self.take_exception();
            return false;
        };
        let mut object = self.frame_slot(frame, slot);
        if self.heap.kind(object) == Some(Kind::Cell) {
            object = self.heap.cell(object);
        }
        if object.is_unbound() {
            return false;
        }
        let found = self.get_attr_opt(object, name);
        if found.is_err() {
            self.take_exception();
        }
        matches!(found, Ok(Some(_)))
    }

    /// The names that the code which raised could see.
    fn names_in_reach(&mut self, exception: Value) -> Completion {
        let mut traceback = self.heap.field(exception, field::TRACEBACK);
        if traceback.is_none() {
            return Ok(Value::NONE);
        }
        let mut globals = Value::NONE;
        let mut code = Value::NONE;
        while !traceback.is_none() && !traceback.is_unbound() {
            globals = self.heap.field(traceback, traceback_field::GLOBALS);
            code = self.heap.field(traceback, traceback_field::CODE);
            traceback = self.heap.field(traceback, traceback_field::NEXT);
        }
        let mut list: Vec<Value> = Vec::new();
        if let Some(code) = self.code_of(code) {
            list.extend(code.details().local_names().iter().chain(code.details().free_names().iter()));
        }
        list.extend(self.heap.entries(globals).map(|(key, _)| key));
        list.extend(self.heap.entries(self.builtins).map(|(key, _)| key));
        list.retain(|&name| self.heap.is_str(name));
        self.new_list(&list)
    }

    /// The names in a module that was imported; nothing if it is not there any more.
    fn names_of_module(&mut self, name: Value) -> Completion {
        let module = self.as_str(name).and_then(|name| self.heap.dict_get_name(self.sys_modules, name));
        module.map_or(Ok(Value::NONE), |module| self.dir(module))
    }

    /// Whether a module of that name comes with the library.
    fn is_library_module(&self, name: &str) -> bool {
        self.modules.iter().any(|spec| spec.name == name)
    }
}

/// The candidate closest to `wrong`, if one is close enough.
pub(crate) fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(&str, usize)> = None;
    for (count, candidate) in candidates.enumerate() {
        if count >= MOST_CANDIDATES {
            return None;
        }
        if candidate == wrong {
            continue;
        }
        // No more than about a third of the characters may differ.
        let mut most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance.saturating_sub(1));
        }
        if let Some(distance) = distance(wrong.as_bytes(), candidate.as_bytes(), most)
            && best.is_none_or(|(_, least)| distance < least)
        {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The weighted edit distance (Levenshtein) of two names, if it is at most `most`.
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len() > LONGEST || b.len() > LONGEST || a.len().abs_diff(b.len()) * MOVE > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).map(|index| index * MOVE).collect();
    for (index, &x) in a.iter().enumerate() {
        let mut diagonal = index * MOVE;
        let mut left = (index + 1) * MOVE;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (place, &y) in row.iter_mut().skip(1).zip(b) {
            let substitution = diagonal + substitution_cost(x, y);
            diagonal = *place;
            left = substitution.min(left + MOVE).min(diagonal + MOVE);
            *place = left;
        }
    }
    row.last().copied().filter(|&distance| distance <= most)
}

fn substitution_cost(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE
    } else {
        MOVE
    }
}
