//! Shapes: which field of an instance holds which attribute.
//!
//! Instances of a class that got the same attributes in the same order share a shape, so a shape number and a
//! field number are all that an inline cache needs. A class's root shape has the fields of its `__slots__` and,
//! where the class derives from a builtin type, a first field without a name for the builtin object inside.
//! An instance whose `__dict__` was asked for has the class's dictionary shape: one field that holds the dict.

use crate::Value;
use crate::heap::Heap;
use crate::value::IS_SMALL;
use alloc::vec::Vec;

/// A shape; see above.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The class of the instances.
    pub(crate) class: Value,
    /// The names of the fields: Unbound for the builtin object inside and for the dict.
    pub(crate) names: Vec<Value>,
    /// Fields that are slots: those before this number are not part of `__dict__`.
    pub(crate) first_attribute: usize,
    /// Where adding an attribute leads.
    pub(crate) transitions: Vec<(Value, u32)>,
    /// The last field holds the dict.
    pub(crate) has_dict: bool,
    /// The shape before the last attribute was added; 0 for those that others lead not to.
    pub(crate) parent: u32,
}

/// So many shapes get room at a time where memory is short.
const FEW: usize = 16;

/// All shapes of an isolate, by number. Number 0 is no shape.
#[derive(Debug)]
pub(crate) struct ShapeTable {
    shapes: Vec<Option<Shape>>,
    free: Vec<u32>,
}

impl ShapeTable {
    pub(crate) fn new() -> ShapeTable {
        ShapeTable { shapes: alloc::vec![None], free: Vec::new() }
    }

    pub(crate) fn add(&mut self, shape: Shape) -> u32 {
        if let Some(number) = self.free.pop()
            && let Some(place) = self.shapes.get_mut(number as usize)
        {
            *place = Some(shape);
            return number;
        }
        if IS_SMALL && self.shapes.len() == self.shapes.capacity() {
            self.shapes.reserve_exact(FEW);
        }
        self.shapes.push(Some(shape));
        self.shapes.len() as u32 - 1
    }

    /// Bytes of the table that the next shape needs; 0 if there is room in this one.
    pub(crate) fn growth(&self) -> usize {
        if !self.free.is_empty() || self.shapes.len() < self.shapes.capacity() {
            return 0;
        }
        let more = if IS_SMALL { FEW } else { self.shapes.len() };
        (self.shapes.len() + more) * size_of::<Option<Shape>>()
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&Shape> {
        self.shapes.get(number as usize)?.as_ref()
    }

    pub(crate) fn class(&self, number: u32) -> Value {
        self.get(number).map_or(Value::UNBOUND, |shape| shape.class)
    }

    /// The field of an attribute; `name` is interned.
    #[inline]
    pub(crate) fn find(&self, number: u32, name: Value) -> Option<usize> {
        self.get(number)?.names.iter().position(|&field| field == name)
    }

    /// The shape after an attribute was added.
    pub(crate) fn with(&mut self, number: u32, name: Value) -> u32 {
        let Some(shape) = self.get(number) else { return 0 };
        if let Some(&(_, next)) = shape.transitions.iter().find(|(added, _)| *added == name) {
            return next;
        }
        let mut names = Vec::with_capacity(shape.names.len() + 1);
        names.extend_from_slice(&shape.names);
        names.push(name);
        let next = Shape {
            class: shape.class,
            names,
            first_attribute: shape.first_attribute,
            transitions: Vec::new(),
            has_dict: false,
            parent: number,
        };
        let next = self.add(next);
        if let Some(Some(shape)) = self.shapes.get_mut(number as usize) {
            // Most shapes lead to one other.
            if shape.transitions.is_empty() {
                shape.transitions.reserve_exact(1);
            }
            shape.transitions.push((name, next));
        }
        next
    }

    /// Drops the shapes of classes that the collector did not reach; whether there were any.
    pub(crate) fn retain(&mut self, heap: &Heap) -> bool {
        let mut released = false;
        for (number, place) in self.shapes.iter_mut().enumerate() {
            if place.as_ref().is_some_and(|shape| !heap.is_marked(shape.class)) {
                *place = None;
                self.free.push(number as u32);
                released = true;
            }
        }
        released
    }

    /// Marks the names of all fields: who asks for those of an object gets some that nothing else may hold.
    pub(crate) fn mark_all_names(&self, heap: &mut Heap) {
        for &name in self.shapes.iter().flatten().flat_map(|shape| &shape.names) {
            heap.mark(name);
        }
    }

    /// Marks the names of the fields of all classes that the collector reached.
    pub(crate) fn mark_names(&self, heap: &mut Heap) {
        for shape in self.shapes.iter().flatten() {
            if heap.is_marked(shape.class) {
                // The class is held here: so it is not moved either.
                heap.mark(shape.class);
                for &name in &shape.names {
                    heap.mark(name);
                }
            }
        }
    }
}
