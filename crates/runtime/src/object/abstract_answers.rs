//! What abstract base classes have answered: whether a class is one of their subclasses. The answers are found by Python
//! (`abc.py`), whose methods need not be called again until somebody registers a class, a class changes or memory is
//! collected. Boards ask again.

use crate::interpreter::table_place;
use crate::native::TypeId;
use crate::object::class::flag;
use crate::value::IS_SMALL;
use crate::{Isolate, Value, names};
use alloc::vec::Vec;

const SIZE: usize = if IS_SMALL { 0 } else { 256 };

/// An answer, and the methods of the abstract class's metaclass that gave it.
#[derive(Clone, Copy, Debug)]
struct Answer {
    class: Value,
    of: Value,
    instance_hook: Value,
    subclass_hook: Value,
    answer: bool,
}

/// A direct-mapped table of answers.
#[derive(Debug)]
pub(crate) struct AbstractAnswers(Vec<Answer>);

const NONE: Answer = Answer {
    class: Value::UNBOUND,
    of: Value::UNBOUND,
    instance_hook: Value::UNBOUND,
    subclass_hook: Value::UNBOUND,
    answer: false,
};

impl AbstractAnswers {
    pub(super) const fn new() -> AbstractAnswers {
        AbstractAnswers(Vec::new())
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    fn get(&self, class: Value, of: Value) -> Option<&Answer> {
        let answer = self.0.get(table_place(class.spread(), of, SIZE.max(1)))?;
        (answer.class == class && answer.of == of).then_some(answer)
    }
}

impl Isolate {
    /// Remembers whether a class is a subclass of an abstract one, if nobody but these two methods has a say in that:
    /// `__instancecheck__` and `__subclasscheck__` as `abc` has them.
    pub fn remember_answer(&mut self, class: Value, of: Value, hooks: [Value; 2], answer: bool) {
        let [instance_hook, subclass_hook] = hooks;
        if IS_SMALL
            || self.lookup_special(of, names::__instancecheck__) != Some(instance_hook)
            || self.lookup_special(of, names::__subclasscheck__) != Some(subclass_hook)
        {
            return;
        }
        let answers = &mut self.methods.answers.0;
        if answers.is_empty() {
            answers.resize(SIZE, NONE);
        }
        if let Some(place) = answers.get_mut(table_place(class.spread(), of, SIZE.max(1))) {
            *place = Answer { class, of, instance_hook, subclass_hook, answer };
        }
    }

    /// Forgets all answers: a class was registered.
    pub fn forget_answers(&mut self) {
        self.methods.answers.clear();
    }

    /// Whether the value is an instance of an abstract class, if that is known. `hook` is the method that would be asked.
    pub(crate) fn known_instance(&mut self, value: Value, of: Value, hook: Value) -> Option<bool> {
        if IS_SMALL {
            return None;
        }
        let class = self.type_of(value);
        let answer = self.methods.answers.get(class, of).filter(|answer| answer.instance_hook == hook)?.answer;
        // What says that it is of another class is asked.
        let is_plain = class.payload_of(crate::value::Immediate::Type).is_some()
            || self.class_flags(class) & flag::HAS_GETATTRIBUTE == 0
                && self.lookup(class, names::__class__).is_none_or(|found| self.native_row(found).is_some());
        (is_plain && class != TypeId::SUPER.value()).then_some(answer)
    }

    /// Whether the class is a subclass of an abstract class, if that is known. `hook` is the method that would be asked.
    pub(crate) fn known_subclass(&self, class: Value, of: Value, hook: Value) -> Option<bool> {
        if IS_SMALL {
            return None;
        }
        self.methods.answers.get(class, of).filter(|answer| answer.subclass_hook == hook).map(|answer| answer.answer)
    }
}
