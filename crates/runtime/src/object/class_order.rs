//! The order in which a class and its bases are searched for attributes.

use crate::exceptions::raise;
use crate::native::TypeId;
use crate::object::class::field;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Isolate {
    /// The method resolution order, by the metaclass's `mro` if it has its own.
    pub(crate) fn class_order(&mut self, class: Value, metaclass: Value, bases: &[Value]) -> Completion<Vec<Value>> {
        let linear = self.linearize(class, bases)?;
        if metaclass == TypeId::TYPE.value() {
            return Ok(linear);
        }
        match self.lookup(metaclass, names::mro) {
            Some(function) if function.as_native().is_none() => {
                let tuple = self.new_tuple(&linear)?;
                self.heap.set_field(class, field::MRO, tuple);
                let order = self.call_unbound(function, class, &[])?;
                let list = self.collect_items(order)?;
                let order: Vec<Value> = self.heap.items(list).collect();
                self.check_order(class, &order)?;
                Ok(order)
            }
            _ => Ok(linear),
        }
    }

    /// What a metaclass's `mro` gave must be classes whose methods can work on the instances.
    fn check_order(&mut self, class: Value, order: &[Value]) -> Completion<()> {
        if order.is_empty() {
            return Err(raise::type_error(self, "type MRO must not be empty"));
        }
        let layout = self.solid_layout(self.layout_of(class));
        for &entry in order {
            if !self.is_class(entry) {
                let kind = self.type_name(entry);
                return Err(raise::type_error(self, &format!("mro() returned a non-class ('{kind}')")));
            }
            let needed = self.solid_layout(self.layout_of(entry));
            if !self.is_subtype(layout.value(), needed.value()) {
                let name = self.class_name(entry);
                let message = format!("mro() returned base with unsuitable layout ('{name}')");
                return Err(raise::type_error(self, &message));
            }
        }
        Ok(())
    }

    /// The C3 linearisation (Barrett and others, 1996): the class, then a merge of its bases' orders.
    pub(crate) fn linearize(&mut self, class: Value, bases: &[Value]) -> Completion<Vec<Value>> {
        for (index, base) in bases.iter().enumerate() {
            if bases.iter().take(index).any(|earlier| earlier == base) {
                let name = self.class_name(*base);
                return Err(raise::type_error(self, &format!("duplicate base class {name}")));
            }
        }
        let mut sequences: Vec<Vec<Value>> = bases.iter().map(|&base| self.mro(base)).collect();
        sequences.push(bases.to_vec());
        let mut order = alloc::vec![class];
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(order);
            }
            let next = sequences.iter().filter_map(|sequence| sequence.first().copied()).find(|candidate| {
                sequences.iter().all(|sequence| !sequence.iter().skip(1).any(|entry| entry == candidate))
            });
            let Some(next) = next else {
                let names: Vec<String> = sequences
                    .iter()
                    .filter_map(|sequence| sequence.first())
                    .fold(Vec::new(), |mut seen: Vec<Value>, &head| {
                        if !seen.contains(&head) {
                            seen.push(head);
                        }
                        seen
                    })
                    .into_iter()
                    .map(|head| self.class_name(head))
                    .collect();
                let message =
                    format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
                return Err(raise::type_error(self, &message));
            };
            order.push(next);
            for sequence in &mut sequences {
                if sequence.first() == Some(&next) {
                    sequence.remove(0);
                }
            }
        }
    }
}
