//! Making objects through the isolate: like the heap's functions, but what is made is kept until the native
//! function that made it returns.

use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use ferropy_numeric::Integer;

macro_rules! creators {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $kind:ty),*);)*) => {
        impl Isolate {
            $(
                $(#[$doc])*
                #[inline]
                pub fn $name(&mut self, $($argument: $kind),*) -> Completion {
                    let made = self.heap.$name($($argument),*)?;
                    Ok(self.keep(made))
                }
            )*
        }
    };
}

creators! {
    /// An int.
    new_int(value: i64);
    /// An int from sign and limbs, smallest limb first.
    new_big_int(negative: bool, limbs: &[u32]);
    /// A float.
    new_float(value: f64);
    /// A complex number.
    new_complex(real: f64, imaginary: f64);
    /// A bytes object.
    new_bytes(bytes: &[u8]);
    /// A bytearray.
    new_bytearray(bytes: &[u8]);
    /// A tuple.
    new_tuple(items: &[Value]);
    /// A list.
    new_list(items: &[Value]);
    /// An empty dict.
    new_dict();
    /// An empty set or frozenset.
    new_set(frozen: bool);
    /// A cell.
    new_cell(content: Value);
    /// A function or native method bound to its first argument.
    new_bound_method(function: Value, receiver: Value);
}

impl Isolate {
    /// A string.
    #[inline]
    pub fn new_str(&mut self, text: &str) -> Completion {
        self.new_text(text.as_bytes())
    }

    /// A string of a text of the library: a static text, if it is among those.
    ///
    /// # Errors
    /// When memory is short.
    pub fn new_static_str(&mut self, text: &'static str) -> Completion {
        match self.heap.static_text(text.as_bytes()) {
            Some(text) => Ok(text),
            None => self.new_str(text),
        }
    }

    /// A string from generalised UTF-8.
    #[inline]
    pub fn new_text(&mut self, bytes: &[u8]) -> Completion {
        let made = self.heap.new_str(bytes)?;
        Ok(self.keep(made))
    }

    /// An int of any size.
    pub fn new_integer(&mut self, value: &Integer) -> Completion {
        self.new_big_int(value.is_negative(), value.limbs())
    }

    /// A record: an object of a builtin type whose state is values and one number.
    #[inline]
    pub fn new_record(&mut self, id: TypeId, number: u32, fields: &[Value]) -> Completion {
        let made = self.heap.new_record(id.0, number, fields)?;
        Ok(self.keep(made))
    }

    /// A slice object.
    pub fn new_slice(&mut self, start: Value, stop: Value, step: Value) -> Completion {
        let made = self.heap.despite_lock(|heap| heap.new_record(TypeId::SLICE.0, 0, &[start, stop, step]))?;
        Ok(self.keep(made))
    }

    /// The int, if the value is an int of 64 bits, a bool, or an instance of a subclass.
    #[inline]
    #[must_use]
    pub fn as_i64(&self, value: Value) -> Option<i64> {
        if let Some(int) = value.as_small_int() {
            return Some(int);
        }
        if value.is_bool() {
            return Some(i64::from(value == Value::TRUE));
        }
        let inner = self.unwrap(value);
        if inner != value {
            return self.as_i64(inner);
        }
        let big = self.heap.big_int(value)?;
        big.to_i64()
    }

    /// Whether the value is an int, a bool, or an instance of a subclass.
    #[inline]
    #[must_use]
    pub fn is_int(&self, value: Value) -> bool {
        if value.is_small_int() || value.is_bool() {
            return true;
        }
        let inner = self.unwrap(value);
        inner.is_small_int() || inner.is_bool() || self.heap.kind(inner) == Some(crate::heap::Kind::Int)
    }

    /// The number, if the value is a float or an instance of a subclass.
    #[inline]
    #[must_use]
    pub fn as_float(&self, value: Value) -> Option<f64> {
        self.heap.float(value).or_else(|| self.heap.float(self.unwrap(value)))
    }

    /// The string inside, if the value is a string or an instance of a subclass.
    #[inline]
    #[must_use]
    pub fn as_str(&self, value: Value) -> Option<Value> {
        if self.heap.is_str(value) {
            return Some(value);
        }
        let inner = self.unwrap(value);
        self.heap.is_str(inner).then_some(inner)
    }
}
