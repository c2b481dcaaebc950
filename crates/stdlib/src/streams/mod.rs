//! The console's streams as file objects: what `sys.stdin`, `sys.stdout` and `sys.stderr` are.

mod reading;

use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use ferropy_platform::Stream;
use ferropy_runtime::buffers::{copied, owned};
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, function, getter, method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, codecs, names, raise};

/// The hidden module that declares the stream types.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_streams",
    doc: "The console's streams.",
    rows: &[
        function(
            "wait_input",
            "(nanoseconds, /)",
            "Wait until there is something to read: whether there is.",
            reading::wait,
        ),
        function("doze", "(nanoseconds, /)", "Wait until anything happens, or the time is over.", reading::doze),
        function(
            "set_interrupt_byte",
            "(byte, /)",
            "Set which byte of the input interrupts; -1 for none.",
            set_interrupt_byte,
        ),
    ],
    types: &[&TEXT_STREAM, &BYTE_STREAM],
    initialize: None,
    frozen: None,
};

/// A text stream of the console. Field 0 is the descriptor, field 1 the byte stream below.
pub(crate) static TEXT_STREAM: TypeSpec =
    TypeSpec::new("TextIOWrapper", "A text stream of the console.", TEXT_ROWS).in_module("_io");

/// A byte stream of the console. Field 0 is the descriptor, field 1 a byte that was read too early, or None.
pub(crate) static BYTE_STREAM: TypeSpec =
    TypeSpec::new("FileIO", "A byte stream of the console.", BYTE_ROWS).in_module("_io");

// What streams of text and of bytes have in common.
const FLUSH: Row = method("flush", "($self, /)", "Flush write buffers, if applicable.", flush);
const IS_TERMINAL: Row = method("isatty", "($self, /)", "Return whether this is an 'interactive' stream.", is_terminal);
const DESCRIPTOR: Row = method("fileno", "($self, /)", "Return underlying file descriptor.", descriptor);
const READABLE: Row = method("readable", "($self, /)", "Return whether object was opened for reading.", readable);
const WRITABLE: Row = method("writable", "($self, /)", "Return whether object was opened for writing.", writable);
const SEEKABLE: Row = method("seekable", "($self, /)", "Return whether object supports random access.", never);
const TELL: Row = method("tell", "($self, /)", "Not possible here.", not_seekable);
const TRUNCATE: Row = method("truncate", "($self, pos=None, /)", "Not possible here.", not_seekable);
const WRITE_LINES: Row = method("writelines", "($self, lines, /)", "Write a list of lines to stream.", write_lines);
const CLOSE: Row = method("close", "($self, /)", "Flush and close the IO object.", flush);
const ITER: Row = method("__iter__", "($self, /)", "Implement iter(self).", itself);
const ENTER: Row = method("__enter__", "($self, /)", "Context manager entry.", itself);
const EXIT: Row = method("__exit__", "($self, /, *args)", "Context manager exit.", flush);
const NAME: Row = getter("name", "the name", name);
const CLOSED: Row = getter("closed", "whether it is closed", never);

const TEXT_ROWS: &[Row] = &[
    method(
        "write",
        "($self, text, /)",
        "Write string s to stream.\n\nReturn the number of characters written.",
        write_text,
    ),
    WRITE_LINES,
    method("read", "($self, size=-1, /)", "Read at most size characters from stream.", reading::text),
    method("readline", "($self, size=-1, /)", "Read until newline or EOF.", reading::text_line),
    method("readlines", "($self, hint=-1, /)", "Return a list of lines from the stream.", reading::text_lines),
    FLUSH,
    IS_TERMINAL,
    DESCRIPTOR,
    READABLE,
    WRITABLE,
    SEEKABLE,
    method("seek", "($self, cookie, whence=0, /)", "Not possible here.", not_seekable),
    TELL,
    TRUNCATE,
    method(
        "reconfigure",
        "($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        "Reconfigure the text stream with new parameters.",
        reconfigure,
    ),
    CLOSE,
    ITER,
    method("__next__", "($self, /)", "Implement next(self).", reading::next_text_line),
    ENTER,
    EXIT,
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("buffer", "the byte stream below", buffer),
    getter("encoding", "the encoding", encoding),
    getter("errors", "the error handler", errors),
    NAME,
    getter("mode", "the mode", mode),
    getter("newlines", "the line ends seen so far: not kept track of", |_, _| Ok(Value::NONE)),
    getter("line_buffering", "whether each line is handed on at its end", is_terminal),
    getter("write_through", "whether nothing is kept back", never),
    CLOSED,
];

const BYTE_ROWS: &[Row] = &[
    method("write", "($self, b, size=None, /)", "Write bytes to the stream, all or the first ones.", write_bytes),
    WRITE_LINES,
    method("read", "($self, size=-1, /)", "Read at most size bytes.", reading::bytes),
    method("read1", "($self, size=-1, /)", "Read at most size bytes with one operation.", reading::bytes_once),
    method("readinto", "($self, buffer, size=None, /)", "Read into a buffer: how many bytes.", reading::into),
    method(
        "readinto1",
        "($self, buffer, size=None, /)",
        "Read into a buffer with one operation: how many bytes.",
        reading::into_once,
    ),
    method("readline", "($self, size=-1, /)", "Read until newline or EOF.", reading::byte_line),
    method("readlines", "($self, hint=-1, /)", "Return a list of lines from the stream.", reading::byte_lines),
    FLUSH,
    IS_TERMINAL,
    DESCRIPTOR,
    READABLE,
    WRITABLE,
    SEEKABLE,
    method("seek", "($self, target, whence=0, /)", "Not possible here.", not_seekable),
    TELL,
    TRUNCATE,
    CLOSE,
    ITER,
    method("__next__", "($self, /)", "Implement next(self).", reading::next_byte_line),
    ENTER,
    EXIT,
    NAME,
    getter("mode", "the mode", byte_mode),
    CLOSED,
];

/// A text stream for standard input (0), output (1) or error (2).
pub(crate) fn new_text_stream(iso: &mut Isolate, number: i64) -> Completion {
    let (Some(text), Some(bytes)) = (iso.find_type(&TEXT_STREAM), iso.find_type(&BYTE_STREAM)) else {
        return Err(raise::internal(iso));
    };
    let number = Value::small_int(number);
    let below = iso.new_record(bytes, 0, &[number, Value::NONE])?;
    iso.new_record(text, 0, &[number, below])
}

fn number_of(iso: &Isolate, this: Value) -> i64 {
    iso.heap.field(this, 0).as_small_int().unwrap_or(1)
}

fn first(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn output(iso: &mut Isolate, this: Value) -> Completion<Stream> {
    match number_of(iso, this) {
        1 => Ok(Stream::Out),
        2 => Ok(Stream::Err),
        _ => Err(unsupported(iso, "not writable")),
    }
}

/// `io.UnsupportedOperation`, which is an `OSError` and a `ValueError`.
fn unsupported(iso: &mut Isolate, message: &str) -> Raised {
    match unsupported_operation(iso, message) {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}

fn unsupported_operation(iso: &mut Isolate, message: &str) -> Completion {
    let module = iso.import_dotted("io")?;
    let name = iso.intern("UnsupportedOperation")?;
    let class = iso.get_attr(module, name)?;
    let message = iso.new_str(message)?;
    iso.call(class, &[message])
}

fn write_text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let text = args.get(1).copied().unwrap_or(Value::NONE);
    let Some(inner) = iso.as_str(text) else {
        // MicroPython's streams take bytes as well, and its tools use that.
        if iso.platform.console().is_serial() && iso.bytes_like(text).is_some() {
            return write_bytes(iso, args);
        }
        let kind = iso.type_name(text);
        return Err(raise::type_error(iso, &format!("write() argument must be str, not {kind}")));
    };
    let stream = output(iso, this)?;
    let (chars, bytes) = match iso.heap.text(inner) {
        Some(text) => (text.chars, copied(text.bytes)?),
        None => (0, Vec::new()),
    };
    // Lone surrogates can't be written as UTF-8: they are escaped, so that nothing is lost and nothing fails.
    let shown = match ferropy_unicode::wtf8::as_str(&bytes) {
        Some(_) => bytes,
        None => escape_surrogates(&bytes),
    };
    iso.write_console(stream, |console| console.write_text(stream, &shown))?;
    iso.new_int(chars as i64)
}

fn escape_surrogates(bytes: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::new();
    for code in ferropy_unicode::wtf8::code_points(bytes) {
        if (0xD800..0xE000).contains(&code) {
            escaped.extend_from_slice(format!("\\u{code:04x}").as_bytes());
        } else {
            ferropy_unicode::wtf8::push(&mut escaped, code);
        }
    }
    escaped
}

fn write_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let data = args.get(1).copied().unwrap_or(Value::NONE);
    let data = iso.to_buffer(data)?;
    let mut bytes = owned(iso.bytes_like(data).unwrap_or_default())?;
    if let Some(size) = args.get(2).copied().and_then(Value::given).filter(|size| !size.is_none()) {
        bytes.truncate(iso.to_size(size)?);
    }
    let stream = output(iso, this)?;
    iso.write_console(stream, |console| console.write(stream, &bytes))?;
    iso.new_int(bytes.len() as i64)
}

fn set_interrupt_byte(iso: &mut Isolate, args: &[Value]) -> Completion {
    let byte = first(iso, args)?;
    let byte = u8::try_from(iso.to_isize(byte)?).ok();
    iso.platform.console().set_interrupt_byte(byte);
    Ok(Value::NONE)
}

fn write_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, lines] = args else { return Err(raise::internal(iso)) };
    iso.for_each(lines, |iso, line| {
        iso.call_method(this, names::write, &[line])?;
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Value::NONE)
}

/// The console is UTF-8, and what else may be asked for changes nothing that a program could see.
fn reconfigure(iso: &mut Isolate, args: &[Value]) -> Completion {
    let encoding = args.get(1).copied().and_then(Value::given).filter(|encoding| !encoding.is_none());
    if let Some(encoding) = encoding {
        let text = iso.to_text(encoding).unwrap_or_default();
        if codecs::codec_named(text.as_bytes()) != Some(codecs::Codec::Utf8) {
            return Err(unsupported(iso, "the console's encoding is UTF-8"));
        }
    }
    Ok(Value::NONE)
}

fn not_seekable(iso: &mut Isolate, _: &[Value]) -> Completion {
    Err(unsupported(iso, "underlying stream is not seekable"))
}

fn flush(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let stream = match number_of(iso, this) {
        1 => Stream::Out,
        2 => Stream::Err,
        _ => return Ok(Value::NONE),
    };
    iso.flush_console(stream).map(|()| Value::NONE)
}

fn is_terminal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let number = number_of(iso, this) as u32;
    Ok(Value::bool(iso.platform.console().is_terminal(number)))
}

fn descriptor(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::small_int(number_of(iso, this)))
}

fn readable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::bool(number_of(iso, this) == 0))
}

fn writable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::bool(number_of(iso, this) != 0))
}

fn never(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::FALSE)
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    first(iso, args)
}

fn buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 1))
}

fn encoding(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("utf-8")
}

fn errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let handler = if number_of(iso, this) == 2 { "backslashreplace" } else { "strict" };
    iso.new_str(handler)
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let name = match number_of(iso, this) {
        0 => "<stdin>",
        1 => "<stdout>",
        _ => "<stderr>",
    };
    iso.new_str(name)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (name, mode) = (name(iso, args)?, mode(iso, args)?);
    let (name, mode) = (iso.repr_text(name)?, iso.repr_text(mode)?);
    iso.new_str(&alloc::format!("<_io.TextIOWrapper name={name} mode={mode} encoding='utf-8'>"))
}

fn mode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.new_str(if number_of(iso, this) == 0 { "r" } else { "w" })
}

fn byte_mode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.new_str(if number_of(iso, this) == 0 { "rb" } else { "wb" })
}
