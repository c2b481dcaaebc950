//! The names that the runtime itself uses: static texts, which cost flash and not RAM, and are equal by number.
//!
//! Static texts are numbered: 0 to 127 are the ASCII characters as strings of one character, 128 is the empty string, then
//! come the names below, then the texts of [frozen modules](crate::frozen). The first of the names are the special methods
//! that a builtin type finds through its slot table.

/// The number of the first listed name: before it come the ASCII characters and the empty string.
pub const FIRST: usize = 129;

/// Hands the list of names to a macro: words that are names, then names of constants for texts that are none.
#[macro_export]
macro_rules! for_each_name {
    ($callback:ident) => {
        $callback! {
            // Special methods: a builtin type finds these through its slot table.
            __new__ __init__ __call__ __repr__ __str__ __hash__ __bool__ __len__ __iter__ __next__ __contains__
            __getitem__ __setitem__ __delitem__ __getattribute__ __getattr__ __setattr__ __delattr__
            __get__ __set__ __delete__ __set_name__ __init_subclass__ __class_getitem__ __subclasshook__
            __eq__ __ne__ __lt__ __le__ __gt__ __ge__
            __add__ __radd__ __iadd__ __sub__ __rsub__ __isub__ __mul__ __rmul__ __imul__
            __truediv__ __rtruediv__ __itruediv__ __floordiv__ __rfloordiv__ __ifloordiv__
            __mod__ __rmod__ __imod__ __pow__ __rpow__ __ipow__ __matmul__ __rmatmul__ __imatmul__
            __lshift__ __rlshift__ __ilshift__ __rshift__ __rrshift__ __irshift__
            __and__ __rand__ __iand__ __or__ __ror__ __ior__ __xor__ __rxor__ __ixor__
            __divmod__ __rdivmod__ __neg__ __pos__ __invert__ __abs__ __round__ __trunc__ __floor__ __ceil__
            __int__ __float__ __complex__ __index__ __bytes__ __format__ __reversed__ __length_hint__
            __enter__ __exit__ __aenter__ __aexit__ __await__ __aiter__ __anext__ __missing__ __dir__ __del__
            __instancecheck__ __subclasscheck__ __prepare__ __mro_entries__ __fspath__ __sizeof__ __reduce__ __reduce_ex__
            __buffer__ __release_buffer__ __copy__ __deepcopy__ __getstate__ __setstate__ __getnewargs__
            __getnewargs_ex__ mro
            // Attributes and other names.
            __class__ __dict__ __doc__ __name__ __qualname__ __module__ __bases__ __base__ __mro__ __slots__ __weakref__
            __annotations__ __annotate__ __annotate_func__ __conditional_annotations__ __defaults__ __kwdefaults__
            __code__ __closure__ __globals__ __builtins__ __func__ __self__ __wrapped__ __type_params__ __classcell__
            __classdictcell__ __classdict__ __static_attributes__ __firstlineno__ __objclass__ __text_signature__
            __signature__ __isabstractmethod__ __abstractmethods__ __match_args__ __orig_bases__ __subclasses__
            __file__ __path__ __package__ __spec__ __loader__ __cached__ __all__ __main__ __build_class__ __import__ __debug__
            __context__ __cause__ __traceback__ __suppress_context__ __notes__ __origin__ __args__ __parameters__
            __unpacked__ __bound__ __constraints__ __default__ __value__ __flags__ __dictoffset__ __basicsize__ __itemsize__
            __getformat__ __setformat__
            args value code name obj msg filename filename2 lineno offset text end_lineno end_offset print_file_and_line
            errno strerror winerror characters_written encoding object start end reason exceptions message path
            add_note with_traceback split subgroup derive
            builtins sys os io gc time math posixpath
            keys values items get update append extend pop popitem add remove discard clear copy count index insert sort
            reverse join strip find replace format encode decode send throw close write read readline flush fileno
            gi_frame gi_running gi_code gi_yieldfrom gi_suspended cr_frame cr_running cr_code cr_await cr_origin
            ag_frame ag_running ag_code ag_await asend athrow aclose
            tb_frame tb_lineno tb_lasti tb_next f_code f_lineno f_locals f_globals f_builtins f_back f_lasti f_trace
            co_name co_qualname co_filename co_firstlineno co_flags co_argcount co_posonlyargcount co_kwonlyargcount
            co_varnames co_cellvars co_freevars co_nlocals co_consts co_names co_code co_stacksize
            real imag numerator denominator step key default file sep strict metaclass cls fget fset fdel
            stdin stdout stderr modules meta_path path_hooks argv excepthook displayhook ps1 ps2 last_exc unraisablehook
            object_ site function int float bool str bytes bytearray list tuple dict set frozenset len print range
            isinstance getattr next iter repr sorted sum min max abs any all enumerate zip map filter chr ord
            typing Generic __future__ annotations utf_8 strict_errors ignore surrogateescape
            ;
            type_ = "type"
            super_ = "super"
            module = "<module>"
            lambda = "<lambda>"
            genexpr = "<genexpr>"
            string = "<string>"
            stdin_file = "<stdin>"
            unknown = "<unknown module name>"
            utf8 = "utf-8"
            TRUE = "True"
            FALSE = "False"
            NONE = "None"
            question = "?? "
            main_text = "__mp_main__"
        }
    };
}

macro_rules! define_texts {
    ($($name:ident)*; $($other:ident = $text:literal)*) => {
        const LIST: &[&str] = &[$(stringify!($name),)* $($text,)*];
    };
}

for_each_name!(define_texts);

/// The texts of the listed names, in order.
pub static TEXTS: [&str; LIST.len()] = {
    let mut texts = [""; LIST.len()];
    texts.copy_from_slice(LIST);
    texts
};

/// The number of all names: numbers are below it.
pub const COUNT: usize = FIRST + LIST.len();

/// The hash by which static texts are found: FNV-1a, with the upper bits mixed.
#[inline]
#[must_use]
pub const fn hash(bytes: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5u32;
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = after;
    }
    hash.wrapping_mul(0x9E37_79B1)
}

/// Numbers of names by the upper bits of their hashes, with linear probing; 0 where there is none.
static TABLE: [u16; 1 << TABLE_BITS] = table();

const TABLE_BITS: u32 = 10;

const fn table() -> [u16; 1 << TABLE_BITS] {
    let mut table = [0; 1 << TABLE_BITS];
    let mut index = 0;
    while index < LIST.len() {
        let mut at = (hash(LIST[index].as_bytes()) >> (32 - TABLE_BITS)) as usize;
        while table[at] != 0 {
            at = (at + 1) % table.len();
        }
        table[at] = (FIRST + index) as u16;
        index += 1;
    }
    table
}

/// The number of a text among the listed names, single characters and the empty string; `hash` is its [`hash()`].
#[inline]
#[must_use]
pub fn number_of(hash: u32, text: &[u8]) -> Option<u32> {
    match *text {
        [] => return Some(128),
        [byte] if byte < 128 => return Some(u32::from(byte)),
        _ => {}
    }
    let mut at = (hash >> (32 - TABLE_BITS)) as usize;
    loop {
        let number = u32::from(*TABLE.get(at)?);
        let index = (number as usize).checked_sub(FIRST)?;
        if TEXTS.get(index).is_some_and(|known| known.as_bytes() == text) {
            return Some(number);
        }
        at = (at + 1) % TABLE.len();
    }
}
