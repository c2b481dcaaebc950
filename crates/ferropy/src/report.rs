//! From exceptions to exit codes.

use crate::colour;
use ferropy_platform::Stream;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Value, names};

/// The exit code when the tool itself fails.
pub(crate) const INTERNAL_ERROR: u8 = 120;

/// Deals with an exception that nobody caught: shows it, or obeys `SystemExit`. The exit code.
pub(crate) fn uncaught(isolate: &mut Isolate, exception: Value) -> u8 {
    if isolate.is_instance_of(exception, TypeId::SYSTEM_EXIT) {
        return exit_code(isolate, exception);
    }
    let interrupted = isolate.is_instance_of(exception, TypeId::KEYBOARD_INTERRUPT);
    show(isolate, exception);
    if interrupted { 130 } else { 1 }
}

/// Shows an exception through `sys.excepthook`.
pub(crate) fn show(isolate: &mut Isolate, exception: Value) {
    isolate.root(exception);
    let sys = isolate.sys_namespace();
    if let Some(hook) = isolate.heap.dict_get_name(sys, names::excepthook) {
        let own = isolate.intern("__excepthook__").ok().and_then(|name| isolate.heap.dict_get_name(sys, name));
        if own == Some(hook) && colour::wanted(2) {
            let text = isolate.format_exception(exception);
            write_error(isolate, &colour::traceback(&text));
            return;
        }
        let class = isolate.type_of(exception);
        let traceback = isolate.get_attr(exception, names::__traceback__).unwrap_or(Value::NONE);
        if isolate.call(hook, &[class, exception, traceback]).is_ok() {
            return;
        }
        isolate.take_exception();
        write_error(isolate, "Error in sys.excepthook:\n\nOriginal exception was:\n");
    }
    let text = isolate.format_exception(exception);
    write_error(isolate, &text);
}

/// The exit code that a `SystemExit` asks for; a message goes to standard error.
fn exit_code(isolate: &mut Isolate, exception: Value) -> u8 {
    let code = isolate.get_attr(exception, names::code).unwrap_or(Value::NONE);
    if code.is_none() {
        return 0;
    }
    if let Some(number) = isolate.as_i64(code) {
        return number as u8;
    }
    let text = match isolate.str(code) {
        Ok(text) => isolate.to_text(text).unwrap_or_default(),
        Err(_) => String::new(),
    };
    write_error(isolate, &text);
    write_error(isolate, "\n");
    1
}

/// Writes to standard error; if that fails there is nobody to tell.
pub(crate) fn write_error(isolate: &mut Isolate, text: &str) {
    let _ = isolate.platform.console().write(Stream::Err, text.as_bytes());
}
