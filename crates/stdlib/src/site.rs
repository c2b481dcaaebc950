//! What belongs to no module: the names that a prompt adds to the builtins, and the error for those that a module lacks.

use alloc::format;
use ferropy_runtime::{Isolate, Raised, Value, raise};

/// What the `__getattr__` of a module raises for a name that it has nothing for.
pub(crate) fn no_attribute(iso: &mut Isolate, module: &str, name: Value) -> Raised {
    let text = iso.to_text(name).unwrap_or_default();
    let message = format!("module '{module}' has no attribute '{text}'");
    match iso.import_dotted(module) {
        Ok(module) => raise::attribute_error(iso, module, name, &message),
        Err(raised) => raised,
    }
}

/// Puts the folders where packages are installed on `sys.path`, and runs what their `.pth` files say.
///
/// # Errors
/// What `sitecustomize` or a broken installation raises.
pub fn run_site(iso: &mut Isolate) -> Result<(), Raised> {
    iso.import_dotted("site").map(drop)
}

/// Adds `exit`, `quit`, `help`, `copyright`, `credits` and `license` to the builtins: functions that load what they
/// are when they are called first.
pub fn add_site_builtins(iso: &mut Isolate) {
    let modules = iso.import_dotted("_site");
    let done = modules.and_then(|module| {
        let install = iso.intern("install")?;
        iso.call_method(module, install, &[])
    });
    if done.is_err() {
        // Without memory for help there is none.
        iso.take_exception();
    }
}
