//! What a generator is asked for besides its registers. Little of it lies in the generator itself: the code is a number in
//! its slot, the globals are its function's, and so are its names, if they are not the code's. Such a function is a copy that
//! belongs to the generator alone, as names of the one that was called may change later.

use super::generator::{field, place, place_parts};
use crate::exceptions::raise;
use crate::types::function::field as function_field;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;

impl Isolate {
    /// The code object of a generator.
    pub(crate) fn generator_code(&mut self, generator: Value) -> Completion {
        match self.heap.generator_code(generator) {
            Some(number) => self.code_object(number),
            None => Err(raise::internal(self)),
        }
    }

    /// The globals that a generator sees.
    pub(crate) fn generator_globals(&self, generator: Value) -> Value {
        let function = self.heap.field(generator, field::FUNCTION);
        self.heap.function(function).map_or(Value::UNBOUND, |(.., globals)| Value::handle(globals))
    }

    /// Where a generator that does not run goes on.
    pub(crate) fn generator_pc(&self, generator: Value) -> u32 {
        let word = self.heap.field(generator, field::PLACE);
        if word.is_small_int() { place_parts(word.to_word()).0 } else { 0 }
    }

    /// Replaces the state of a generator that stays where it is.
    pub(crate) fn set_generator_state(&mut self, generator: Value, state: i64) {
        let word = place(self.generator_pc(generator), state);
        self.heap.set_field(generator, field::PLACE, Value::from_word(word));
    }

    /// `__name__` and `__qualname__` of a generator.
    pub(crate) fn generator_names(&mut self, generator: Value) -> Completion<[Value; 2]> {
        let Some(number) = self.heap.generator_code(generator) else { return Err(raise::internal(self)) };
        let name = self.codes.get(number).map_or(Value::NONE, |code| code.details().name());
        let qualname = self.qualified_name(number)?;
        if !self.heap.is_named_generator(generator) {
            return Ok([name, qualname]);
        }
        let function = self.heap.field(generator, field::FUNCTION);
        let own = |index: usize| self.heap.field(function, index);
        Ok([own(function_field::NAME).or(name), own(function_field::QUALNAME).or(qualname)])
    }

    /// The function that belongs to the generator alone and has its names. If it is not there it is made, with these names;
    /// those that are Unbound are the code's.
    pub(crate) fn name_generator(&mut self, generator: Value, names: [Value; 2]) -> Completion {
        let function = self.heap.field(generator, field::FUNCTION);
        if self.heap.is_named_generator(generator) {
            return Ok(function);
        }
        let Some((code, arity, globals)) = self.heap.function(function) else { return Err(raise::internal(self)) };
        let mut fields: Vec<Value> = self.heap.fields(function).collect();
        fields.resize(function_field::COUNT, Value::UNBOUND);
        [fields[function_field::NAME], fields[function_field::QUALNAME]] = names;
        let own = self.heap.new_function(code, arity, Value::handle(globals), &fields)?;
        self.heap.set_field(generator, field::FUNCTION, own);
        self.heap.mark_named_generator(generator);
        Ok(own)
    }
}
