//! The functions of `builtins` that look at one object or do simple things with it.

use super::{reductions, shortcuts};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeId, function};
use crate::types::list::{self, methods::extend_by};
use crate::types::str::{argument_kind, push_escape};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// The rows of this file.
pub(crate) const ROWS: &[Row] = &[
    function(
        "__build_class__",
        "(*args, **kwds)",
        "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.",
        build_class,
    ),
    function("abs", "(x, /)", "Return the absolute value of the argument.", abs).with_shortcut(shortcuts::abs),
    function("aiter", "(async_iterable, /)", "Return an AsyncIterator for an AsyncIterable object.", aiter),
    function(
        "all",
        "(iterable, /)",
        "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.",
        reductions::all,
    ),
    function(
        "anext",
        "(async_iterator, default=<unrepresentable>, /)",
        "Return the next item from the async iterator.",
        anext,
    ),
    function(
        "any",
        "(iterable, /)",
        "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.",
        reductions::any,
    ),
    function("ascii", "(obj, /)", "Return an ASCII-only representation of an object.", ascii),
    function("bin", "(number, /)", "Return the binary representation of an integer.", bin),
    function("callable", "(obj, /)", "Return whether the object is callable (i.e., some kind of function).", callable),
    function("chr", "(i, /)", "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.", chr)
        .with_shortcut(shortcuts::chr),
    function("delattr", "(obj, name, /)", "Deletes the named attribute from the given object.", delattr),
    function("divmod", "(x, y, /)", "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.", divmod),
    function("format", "(value, format_spec='', /)", "Return type(value).__format__(value, format_spec)", format_value),
    function(
        "getattr",
        "(object, name, default=<unrepresentable>, /)",
        "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.",
        getattr,
    ),
    function("hasattr", "(obj, name, /)", "Return whether the object has an attribute with the given name.", hasattr),
    function("hash", "(obj, /)", "Return the hash value for the given object.", hash).with_shortcut(shortcuts::hash),
    function("hex", "(number, /)", "Return the hexadecimal representation of an integer.", hex),
    function("id", "(obj, /)", "Return the identity of an object.", id),
    function(
        "isinstance",
        "(obj, class_or_tuple, /)",
        "Return whether an object is an instance of a class or of a subclass thereof.",
        isinstance,
    )
    .with_shortcut(shortcuts::isinstance),
    function(
        "issubclass",
        "(cls, class_or_tuple, /)",
        "Return whether 'cls' is derived from another class or is the same class.",
        issubclass,
    ),
    function("iter", "(object, sentinel=<unrepresentable>, /)", "Get an iterator from an object.", iter)
        .with_shortcut(shortcuts::iter),
    function("len", "(obj, /)", "Return the number of items in a container.", len).with_shortcut(shortcuts::len),
    function(
        "max",
        "(*args, key=None, default=<unrepresentable>)",
        "With two or more positional arguments, return the largest argument.",
        reductions::max,
    )
    .with_shortcut(shortcuts::max),
    function(
        "min",
        "(*args, key=None, default=<unrepresentable>)",
        "With two or more positional arguments, return the smallest argument.",
        reductions::min,
    )
    .with_shortcut(shortcuts::min),
    function("next", "(iterator, default=<unrepresentable>, /)", "Return the next item from the iterator.", next)
        .with_shortcut(shortcuts::next),
    function("oct", "(number, /)", "Return the octal representation of an integer.", oct),
    function("ord", "(c, /)", "Return the ordinal value of a character.", ord).with_shortcut(shortcuts::ord),
    function(
        "pow",
        "(base, exp, mod=None)",
        "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.",
        pow,
    )
    .with_shortcut(shortcuts::pow),
    function("repr", "(obj, /)", "Return the canonical string representation of the object.", repr)
        .with_shortcut(shortcuts::repr),
    function("round", "(number, ndigits=None)", "Round a number to a given precision in decimal digits.", round)
        .with_shortcut(shortcuts::round),
    function(
        "setattr",
        "(obj, name, value, /)",
        "Sets the named attribute on the given object to the specified value.",
        setattr,
    ),
    function(
        "sorted",
        "(iterable, /, *, key=None, reverse=False)",
        "Return a new list containing all items from the iterable in ascending order.",
        sorted,
    ),
    function(
        "sum",
        "(iterable, /, start=0)",
        "Return the sum of a 'start' value (default: 0) plus an iterable of numbers",
        reductions::sum,
    ),
];

/// The arguments as an array, which the signature guarantees.
pub(super) fn exactly<const N: usize>(iso: &mut Isolate, args: &[Value]) -> Completion<[Value; N]> {
    <[Value; N]>::try_from(args).map_err(|_| raise::internal(iso))
}

fn build_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [positional, keywords] = exactly(iso, args)?;
    let args: Vec<Value> = iso.heap.items(positional).collect();
    iso.build_class(&args, keywords)
}

fn abs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    if let Some(int) = value.as_small_int() {
        return iso.new_int(int.abs());
    }
    match iso.call_special(value, names::__abs__, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &format!("bad operand type for abs(): '{kind}'")))
        }
    }
}

fn aiter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    let kind = iso.type_name(value);
    let Some(iterator) = iso.call_special(value, names::__aiter__, &[])? else {
        return Err(raise::type_error(iso, &format!("'{kind}' object is not an async iterable")));
    };
    if iso.lookup_special(iterator, names::__anext__).is_none() {
        let got = iso.type_name(iterator);
        return Err(raise::type_error(iso, &format!("aiter() returned not an async iterator of type '{got}'")));
    }
    Ok(iterator)
}

fn anext(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterator, default] = exactly(iso, args)?;
    let kind = iso.type_name(iterator);
    let Some(awaitable) = iso.call_special(iterator, names::__anext__, &[])? else {
        return Err(raise::type_error(iso, &format!("'{kind}' object is not an async iterator")));
    };
    if default.is_unbound() {
        return Ok(awaitable);
    }
    iso.new_anext_awaitable(awaitable, default)
}

fn ascii(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    iso.ascii(value)
}

fn in_base(iso: &mut Isolate, args: &[Value], base: u32) -> Completion {
    let [value] = exactly(iso, args)?;
    let (letter, spec) = match base {
        2 => (b'b', "#b"),
        8 => (b'o', "#o"),
        _ => (b'x', "#x"),
    };
    if let Some(int) = value.as_small_int() {
        let mut text = [0; 68];
        let length = write_in_base(&mut text, int, base, letter);
        return iso.new_text(text.get(text.len() - length..).unwrap_or(&[]));
    }
    let int = iso.index(value)?;
    let int = iso.plain_int(int);
    let spec = iso.new_str(spec)?;
    iso.format(int, spec)
}

/// Writes an int with its prefix to the end of `text`, in a base that is a power of two. Returns how many bytes it takes.
fn write_in_base(text: &mut [u8; 68], int: i64, base: u32, letter: u8) -> usize {
    let mut left = int.unsigned_abs();
    let mut length = 0;
    let mut places = text.iter_mut().rev();
    let mut put = |byte: u8| {
        if let Some(place) = places.next() {
            *place = byte;
            length += 1;
        }
    };
    loop {
        let digit = (left & u64::from(base - 1)) as u8;
        put(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit });
        left >>= base.trailing_zeros();
        if left == 0 {
            break;
        }
    }
    put(letter);
    put(b'0');
    if int < 0 {
        put(b'-');
    }
    length
}

fn bin(iso: &mut Isolate, args: &[Value]) -> Completion {
    in_base(iso, args, 2)
}

fn hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    in_base(iso, args, 16)
}

fn oct(iso: &mut Isolate, args: &[Value]) -> Completion {
    in_base(iso, args, 8)
}

fn callable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    Ok(Value::bool(iso.is_callable(value)))
}

fn chr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    if let Some(Ok(byte)) = value.as_small_int().map(u8::try_from)
        && let Some(single) = names::single_ascii(&[byte])
    {
        return Ok(single);
    }
    let int = iso.index(value)?;
    let code = iso.as_i64(int).and_then(|code| u32::try_from(code).ok()).filter(|&code| code <= 0x10_FFFF);
    let Some(code) = code else {
        return Err(raise::value_error(iso, "chr() arg not in range(0x110000)"));
    };
    let mut bytes = Vec::with_capacity(4);
    ferropy_unicode::wtf8::push(&mut bytes, code);
    iso.new_text(&bytes)
}

fn delattr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object, name] = exactly(iso, args)?;
    let name = iso.attribute_name(name)?;
    iso.delete_attr(object, name)?;
    Ok(Value::NONE)
}

fn divmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y] = exactly(iso, args)?;
    if let Some(result) = iso.call_special(x, names::__divmod__, &[y])?
        && result != Value::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    if let Some(result) = iso.call_special(y, names::__rdivmod__, &[x])?
        && result != Value::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    let (left, right) = (iso.type_name(x), iso.type_name(y));
    let message = format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'");
    Err(raise::type_error(iso, &message))
}

fn format_value(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value, spec] = exactly(iso, args)?;
    let spec = spec.or(names::EMPTY);
    if iso.as_str(spec).is_none() {
        let kind = argument_kind(iso, spec);
        return Err(raise::type_error(iso, &format!("format() argument 2 must be str, not {kind}")));
    }
    iso.format(value, spec)
}

fn getattr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object, name, default] = exactly(iso, args)?;
    let name = iso.attribute_name(name)?;
    if default.is_unbound() {
        return iso.get_attr(object, name);
    }
    match iso.get_attr_opt(object, name) {
        Ok(found) => Ok(found.unwrap_or(default)),
        Err(_) if iso.raised_is(TypeId::ATTRIBUTE_ERROR) => {
            iso.take_exception();
            Ok(default)
        }
        Err(raised) => Err(raised),
    }
}

fn hasattr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object, name] = exactly(iso, args)?;
    let name = iso.attribute_name(name)?;
    match iso.get_attr_opt(object, name) {
        Ok(found) => Ok(Value::bool(found.is_some())),
        Err(_) if iso.raised_is(TypeId::ATTRIBUTE_ERROR) => {
            iso.take_exception();
            Ok(Value::FALSE)
        }
        Err(raised) => Err(raised),
    }
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    let hash = iso.hash(value)?;
    iso.new_int(hash)
}

fn id(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    iso.heap.identify(value);
    let address = iso.address_of(value) as i64;
    iso.new_int(address)
}

fn isinstance(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value, class] = exactly(iso, args)?;
    Ok(Value::bool(iso.is_instance(value, class)?))
}

fn issubclass(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [class, of] = exactly(iso, args)?;
    Ok(Value::bool(iso.is_subclass(class, of)?))
}

fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object, sentinel] = exactly(iso, args)?;
    if sentinel.is_unbound() {
        return iso.iterate(object);
    }
    if !iso.is_callable(object) {
        return Err(raise::type_error(iso, "iter(v, w): v must be callable"));
    }
    iso.new_record(TypeId::CALLABLE_ITERATOR, 0, &[object, sentinel])
}

pub(crate) fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    let length = iso.length(value)?;
    iso.new_int(length)
}

pub(crate) fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterator, default] = exactly(iso, args)?;
    if iso.type_of(iterator) != TypeId::GENERATOR.value() {
        let class = iso.type_of(iterator);
        let Some(function) = iso.lookup(class, names::__next__) else {
            let kind = iso.class_name(class);
            return Err(raise::type_error(iso, &format!("'{kind}' object is not an iterator")));
        };
        if default.is_unbound() {
            return iso.call_unbound(function, iterator, &[]);
        }
    }
    match iso.next(iterator)? {
        Some(item) => Ok(item),
        None if default.is_unbound() => {
            let value = iso.take_generator_result(iterator);
            Err(raise::stop_iteration(iso, value))
        }
        None => Ok(default),
    }
}

fn ord(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    let inner = iso.unwrap(value);
    let (length, code) = if let Some(text) = iso.heap.text(inner) {
        (text.chars, ferropy_unicode::wtf8::code_points(text.bytes).next())
    } else if let Some(bytes) = iso.heap.byte_string(inner) {
        (bytes.len(), bytes.first().map(|&byte| u32::from(byte)))
    } else {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &format!("ord() expected string of length 1, but {kind} found")));
    };
    match (length, code) {
        (1, Some(code)) => Ok(Value::small_int(i64::from(code))),
        _ => {
            let message = format!("ord() expected a character, but string of length {length} found");
            Err(raise::type_error(iso, &message))
        }
    }
}

fn pow(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [base, exponent, modulus] = exactly(iso, args)?;
    if modulus.is_unbound() || modulus.is_none() {
        return iso.binary(crate::BinaryOp::Pow, base, exponent);
    }
    if let Some(result) = iso.call_special(base, names::__pow__, &[exponent, modulus])?
        && result != Value::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    if iso.type_of(base) != iso.type_of(exponent)
        && let Some(result) = iso.call_special(exponent, names::__rpow__, &[base, modulus])?
        && result != Value::NOT_IMPLEMENTED
    {
        return Ok(result);
    }
    // The modulus has a say as well, which for the builtin numbers is always the same.
    if iso.is_instance_of(modulus, TypeId::FLOAT) {
        let message = "pow() 3rd argument not allowed unless all arguments are integers";
        return Err(raise::type_error(iso, message));
    }
    let is_number = |&operand: &Value| iso.exact_number(operand).is_some();
    if iso.is_instance_of(modulus, TypeId::COMPLEX) && [base, exponent].iter().all(is_number) {
        return Err(raise::value_error(iso, "complex modulo"));
    }
    let (a, b, c) = (iso.type_name(base), iso.type_name(exponent), iso.type_name(modulus));
    let message = format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'");
    Err(raise::type_error(iso, &message))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [value] = exactly(iso, args)?;
    iso.repr(value)
}

fn round(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [number, digits] = exactly(iso, args)?;
    let given = [digits];
    let rest = if digits.is_unbound() || digits.is_none() { &[] } else { &given[..] };
    match iso.call_special(number, names::__round__, rest)? {
        Some(result) => Ok(result),
        None => {
            let kind = iso.type_name(number);
            Err(raise::type_error(iso, &format!("type {kind} doesn't define __round__ method")))
        }
    }
}

fn setattr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object, name, value] = exactly(iso, args)?;
    let name = iso.attribute_name(name)?;
    iso.set_attr(object, name, value)?;
    Ok(Value::NONE)
}

fn sorted(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable, key, reverse] = exactly(iso, args)?;
    let list = iso.new_list(&[])?;
    extend_by(iso, list, iterable)?;
    list::sort(iso, &[list, key, reverse])?;
    Ok(list)
}

impl Isolate {
    /// Whether the object can be called.
    pub fn is_callable(&mut self, value: Value) -> bool {
        if self.is_class(value) || matches!(self.heap.kind(value), Some(Kind::Function | Kind::BoundMethod)) {
            return true;
        }
        if let Some(row) = self.native_row(value) {
            use crate::native::RowKind;
            return !matches!(row.kind, RowKind::Getter(..) | RowKind::GetSet(..));
        }
        self.lookup_special(value, names::__call__).is_some()
    }

    /// What the generator that ended last returned; None for other iterators.
    pub(crate) fn take_generator_result(&mut self, iterator: Value) -> Value {
        let result = core::mem::replace(&mut self.generator_result, Value::NONE);
        if self.heap.kind(iterator) == Some(Kind::Generator) { result } else { Value::NONE }
    }

    /// What `anext` with a default gives: an awaitable whose end is the default.
    fn new_anext_awaitable(&mut self, awaitable: Value, default: Value) -> Completion {
        self.new_record(TypeId::ANEXT_AWAITABLE, 2, &[awaitable, default, Value::FALSE])
    }

    /// `ascii(value)`: its `repr` with everything but ASCII escaped.
    pub fn ascii(&mut self, value: Value) -> Completion {
        let shown = self.repr(value)?;
        let inner = self.unwrap(shown);
        let Some(text) = self.heap.text(inner) else { return Ok(inner) };
        if text.is_ascii() {
            return Ok(shown);
        }
        let mut escaped = Vec::with_capacity(text.bytes.len() * 2);
        for code in ferropy_unicode::wtf8::code_points(text.bytes) {
            match u8::try_from(code) {
                Ok(byte) if byte.is_ascii() => escaped.push(byte),
                _ => push_escape(&mut escaped, code),
            }
        }
        self.new_text(&escaped)
    }
}
