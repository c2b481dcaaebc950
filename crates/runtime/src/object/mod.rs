//! The object model: types and classes, attributes, operators and the protocols that builtins are made of.

mod abstract_answers;
mod addresses;
pub(crate) mod attributes;
pub(crate) mod bases;
pub(crate) mod class;
mod class_building;
mod class_layout;
mod class_order;
pub(crate) mod constructor;
pub(crate) mod creation;
mod machine;
pub(crate) mod namespace;
pub(crate) mod operators;
pub(crate) mod pickling;
pub(crate) mod protocols;
mod sequence_operators;
pub(crate) mod shape;
pub(crate) mod truth;
mod type_places;

pub(crate) use class::MethodCache;
pub(crate) use machine::machine_arithmetic;
pub use operators::{BinaryOp, CompareOp, UnaryOp};
pub(crate) use shape::ShapeTable;
pub(crate) use type_places::TypePlaces;
