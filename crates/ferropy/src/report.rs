//! From exceptions to exit codes.

use crate::colour;
use ferropy_platform::Stream;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Value};

/// The exit code when the tool itself fails, or what was written could not be.
pub(crate) const INTERNAL_ERROR: u8 = 120;

/// The exit code, as shells have it, of a program that Ctrl-C ended.
pub(crate) const INTERRUPTED: u8 = 130;

/// Deals with an exception that nobody caught: shows it, or obeys `SystemExit`. The exit code.
pub(crate) fn uncaught(isolate: &mut Isolate, exception: Value) -> u8 {
    if let Some(code) = ferropy_repl::exit_code(isolate, exception) {
        return code;
    }
    let interrupted = isolate.is_instance_of(exception, TypeId::KEYBOARD_INTERRUPT);
    show(isolate, exception);
    if interrupted { INTERRUPTED } else { 1 }
}

/// Shows an exception through `sys.excepthook`.
pub(crate) fn show(isolate: &mut Isolate, exception: Value) {
    ferropy_repl::show(isolate, exception, |text| if colour::wanted(2) { colour::traceback(&text) } else { text });
}

/// Writes to standard error; if that fails there is nobody to tell.
pub(crate) fn write_error(isolate: &mut Isolate, text: &str) {
    let console = isolate.platform.console();
    let _ = console.write(Stream::Err, text.as_bytes()).and_then(|()| console.flush(Stream::Err));
}
