//! Exceptions that nobody caught: shown through `sys.excepthook`, or obeyed if they ask to leave.

use alloc::format;
use alloc::string::String;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Value, names};

/// Shows an exception on standard error through `sys.excepthook`. `paint` may colour the text where the hook is
/// Ferropy's own.
pub fn show(isolate: &mut Isolate, exception: Value, paint: fn(String) -> String) {
    isolate.scope(|isolate| {
        isolate.keep(exception);
        if !hooked(isolate, exception) {
            let mut text = isolate.format_exception(exception);
            if text.is_empty() {
                // There was no room for it; the program's frames are gone now.
                isolate.collect();
                text = isolate.format_exception(exception);
            }
            isolate.write_standard_error(&paint(text));
        }
    });
}

/// Calls the program's own `sys.excepthook`; whether there is one and it did its work.
fn hooked(isolate: &mut Isolate, exception: Value) -> bool {
    let sys = isolate.sys_namespace();
    let Some(hook) = isolate.heap.dict_get_name(sys, names::excepthook) else { return false };
    let own = isolate.intern("__excepthook__").ok().and_then(|name| isolate.heap.dict_get_name(sys, name));
    if own == Some(hook) {
        return false;
    }
    let class = isolate.type_of(exception);
    let traceback = isolate.get_attr(exception, names::__traceback__).unwrap_or(Value::NONE);
    if isolate.call(hook, &[class, exception, traceback]).is_ok() {
        return true;
    }
    let second = isolate.take_exception();
    let text = isolate.format_exception(second);
    isolate.write_standard_error(&format!("Error in sys.excepthook:\n{text}\nOriginal exception was:\n"));
    false
}

/// The exit code that a `SystemExit` asks for, a message of it is shown; nothing for other exceptions.
pub fn exit_code(isolate: &mut Isolate, exception: Value) -> Option<u8> {
    if !isolate.is_instance_of(exception, TypeId::SYSTEM_EXIT) {
        return None;
    }
    isolate.keep(exception);
    let code = isolate.get_attr(exception, names::code).unwrap_or(Value::NONE);
    if code.is_none() {
        return Some(0);
    }
    if isolate.is_int(code) {
        // The lowest byte is all that processes can say; what is no long in C becomes -1.
        return Some(isolate.as_i64(code).unwrap_or(-1) as u8);
    }
    let text = match isolate.str(code) {
        Ok(text) => isolate.to_text(text).unwrap_or_default(),
        Err(_) => {
            isolate.take_exception();
            String::new()
        }
    };
    isolate.write_standard_error(&format!("{text}\n"));
    Some(1)
}
