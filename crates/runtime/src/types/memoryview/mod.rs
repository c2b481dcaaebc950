//! `memoryview`: a window into the bytes of another object.
//!
//! [`view`] is its layout and life, [`items`] how numbers lie in memory, [`methods`] and [`indexing`] what Python
//! sees, [`dimensions`] how a view of several of them is looked through. A view of a bytearray counts as its export: the
//! bytearray can't change its length before the view is released or collected.

mod casting;
mod dimensions;
mod indexing;
pub mod items;
mod methods;
mod view;

pub(crate) use indexing::step_memory;
pub use view::Exported;
pub(crate) use view::View;

use crate::native::{Row, TypeFlags, TypeSpec, class_method, getter, method, raw_method, static_method};

/// `memoryview`.
pub(crate) static MEMORYVIEW: TypeSpec =
    TypeSpec::new("memoryview", "memoryview(object)\n--\n\nThe bytes of another object, seen without a copy.", ROWS)
        .with_flags(TypeFlags(0));

/// The iterator over a memoryview.
pub(crate) static MEMORY_ITERATOR: TypeSpec =
    TypeSpec::new("memory_iterator", "", indexing::ITERATOR_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const SELF: &str = "($self, /)";
const VALUE: &str = "($self, value, /)";

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, object)",
        "Create and return a new object.  See help(type) for accurate signature.",
        methods::new,
    ),
    method("__repr__", SELF, "Return repr(self).", methods::repr),
    method("__hash__", SELF, "Return hash(self).", methods::hash),
    method("__len__", SELF, "Return len(self).", methods::len),
    method("__iter__", SELF, "Implement iter(self).", indexing::iter),
    method("__getitem__", "($self, key, /)", "Return self[key].", indexing::get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", indexing::set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", indexing::delete_item),
    method("__eq__", VALUE, "Return self==value.", indexing::eq),
    method("__ne__", VALUE, "Return self!=value.", indexing::ne),
    method("__enter__", SELF, "Return the view itself.", methods::enter),
    method("__exit__", "($self, /, *args)", "Release the view.", methods::exit),
    raw_method(
        "__buffer__",
        "($self, flags, /)",
        "Return a buffer object that exposes the underlying memory of the object.",
        super::byte_string::methods::operators::buffer,
    ),
    method(
        "__release_buffer__",
        "($self, buffer, /)",
        "Release the buffer object that exposes the underlying memory of the object.",
        super::byte_string::methods::operators::release_buffer,
    ),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", methods::class_get_item),
    class_method(
        "_from_flags",
        "($type, /, object, flags)",
        "Create a new memoryview object which references the given object.",
        methods::from_flags,
    ),
    method(
        "cast",
        "($self, /, format, shape=<unrepresentable>)",
        "Return a view of the same memory with items of another format.",
        casting::cast,
    ),
    method("count", VALUE, "Count how often a value occurs.", indexing::count),
    method(
        "hex",
        "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
        "Return the bytes as hexadecimal numbers of two digits.\n\n  sep\n    A character to put between them.\n  bytes_per_sep\n    How many bytes stand between two separators, counted from the right;\n    counted from the left if it is negative.",
        methods::hex,
    ),
    method(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        "Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.",
        indexing::index,
    ),
    method("release", SELF, "Let go of the object whose memory the view shows.", methods::release),
    method("tobytes", "($self, /, order='C')", "Return the memory's content as bytes.", methods::tobytes),
    method("tolist", SELF, "Return the items as a list.", methods::tolist),
    method("toreadonly", SELF, "Return a read-only view of the same memory.", methods::toreadonly),
    getter("obj", "The object whose memory the view shows.", methods::obj),
    getter("nbytes", "The number of bytes that all items take.", methods::nbytes),
    getter("readonly", "Whether the memory can only be read.", methods::readonly),
    getter("itemsize", "The number of bytes of an item.", methods::itemsize),
    getter("format", "The format of an item as the struct module writes it.", methods::format),
    getter("ndim", "The number of dimensions.", methods::ndim),
    getter("shape", "The length of each dimension, in a tuple.", methods::shape),
    getter("strides", "The bytes from one item to the next in each dimension, in a tuple.", methods::strides),
    getter("suboffsets", "Always empty: the items lie in one piece of memory.", methods::suboffsets),
    getter(
        "c_contiguous",
        "Whether the items lie side by side with the last dimension running fastest.",
        methods::c_contiguous,
    ),
    getter(
        "f_contiguous",
        "Whether the items lie side by side with the first dimension running fastest.",
        methods::f_contiguous,
    ),
    getter("contiguous", "Whether the items lie side by side.", methods::contiguous),
];
