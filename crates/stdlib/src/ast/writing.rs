//! From the parser's tree to objects: what all nodes have in common. A node's fields are given in the order of its class's
//! `_fields`.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use ferropy_runtime::{Completion, Isolate, Value, raise};
use ferropy_syntax::tree::{Root, SourceRange};
use ferropy_syntax::{Name, Names, Source};

/// What becomes of the value of an expression.
#[derive(Clone, Copy, Debug)]
pub(super) enum Context {
    Load,
    Store,
    Del,
}

/// A class of nodes, and the names of its fields.
#[derive(Clone, Debug)]
struct Class {
    class: Value,
    fields: Vec<Value>,
}

/// What makes the objects of one tree.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) iso: &'a mut Isolate,
    /// The classes by their names, a dict.
    classes: Value,
    pub(super) source: &'a Source<'a>,
    names: &'a Names,
    known: BTreeMap<&'static str, Class>,
    /// Operators and contexts: one object each is enough for a tree.
    singles: BTreeMap<&'static str, Value>,
    places: [Value; 4],
}

impl<'a> Writer<'a> {
    pub(super) fn new(iso: &'a mut Isolate, classes: Value, source: &'a Source<'a>, names: &'a Names) -> Writer<'a> {
        let (known, singles) = (BTreeMap::new(), BTreeMap::new());
        Writer { iso, classes, source, names, known, singles, places: [Value::NONE; 4] }
    }

    /// The object of a whole program.
    pub(super) fn root(mut self, root: &Root) -> Completion {
        for (place, name) in self.places.iter_mut().zip(["lineno", "col_offset", "end_lineno", "end_col_offset"]) {
            *place = self.iso.intern(name)?;
        }
        match root {
            Root::Module(body) => {
                let (body, ignores) = (self.statements(body)?, self.iso.new_list(&[])?);
                self.node("Module", None, &[body, ignores])
            }
            Root::Interactive(body) => {
                let body = self.statements(body)?;
                self.node("Interactive", None, &[body])
            }
            Root::Expression(body) => {
                let body = self.expression(body, Context::Load)?;
                self.node("Expression", None, &[body])
            }
        }
    }

    fn class(&mut self, name: &'static str) -> Completion<Class> {
        if let Some(class) = self.known.get(name) {
            return Ok(class.clone());
        }
        let key = self.iso.intern(name)?;
        let Some(class) = self.iso.heap.dict_get_name(self.classes, key) else { return Err(raise::internal(self.iso)) };
        let key = self.iso.intern("_fields")?;
        let names = self.iso.get_attr(class, key)?;
        let mut fields: Vec<Value> = self.iso.heap.items(names).collect();
        for name in &mut fields {
            *name = self.iso.intern_value(*name)?;
        }
        let class = Class { class, fields };
        self.known.insert(name, class.clone());
        Ok(class)
    }

    /// A node of a class, with its fields and, unless its class has none, its place.
    pub(super) fn node(&mut self, name: &'static str, range: Option<SourceRange>, fields: &[Value]) -> Completion {
        let class = self.class(name)?;
        debug_assert_eq!(class.fields.len(), fields.len(), "{name} has other fields");
        let node = self.iso.new_instance_of(class.class)?;
        for (&name, &value) in class.fields.iter().zip(fields) {
            self.iso.set_attr(node, name, value)?;
        }
        if let Some(range) = range {
            let (line, column) = self.source.line_and_column_utf8(range.start);
            let (end_line, end_column) = self.source.line_and_column_utf8(range.end);
            for (name, number) in self.places.into_iter().zip([line, column, end_line, end_column]) {
                self.iso.set_attr(node, name, Value::small_int(number.into()))?;
            }
        }
        Ok(node)
    }

    /// The one node of a class without fields.
    pub(super) fn single(&mut self, name: &'static str) -> Completion {
        if let Some(&node) = self.singles.get(name) {
            return Ok(node);
        }
        let node = self.node(name, None, &[])?;
        self.singles.insert(name, node);
        Ok(node)
    }

    pub(super) fn context(&mut self, context: Context) -> Completion {
        self.single(match context {
            Context::Load => "Load",
            Context::Store => "Store",
            Context::Del => "Del",
        })
    }

    pub(super) fn name(&mut self, name: Name) -> Completion {
        Ok(self.iso.intern(self.names.text(name))?)
    }

    pub(super) fn opt_name(&mut self, name: Option<Name>) -> Completion {
        name.map_or(Ok(Value::NONE), |name| self.name(name))
    }

    /// A list of what a function makes of each item.
    pub(super) fn list<T>(&mut self, items: &[T], mut make: impl FnMut(&mut Self, &T) -> Completion) -> Completion {
        let mut made = Vec::with_capacity(items.len());
        for item in items {
            made.push(make(self, item)?);
        }
        self.iso.new_list(&made)
    }

    /// What a function makes of something, or None.
    pub(super) fn opt<T>(&mut self, item: Option<&T>, make: impl FnOnce(&mut Self, &T) -> Completion) -> Completion {
        item.map_or(Ok(Value::NONE), |item| make(self, item))
    }
}
