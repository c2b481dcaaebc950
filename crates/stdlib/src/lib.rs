//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod array;
mod binascii;
mod bisect;
mod codecs;
mod digests;
mod errno;
mod frozen;
mod functools;
mod gc;
mod heapq;
mod importlib;
mod io;
mod itertools;
mod json;
mod math;
mod operator;
mod posix;
mod random;
mod streams;
mod string;
mod structs;
mod sys;
mod time;
mod tracebacks;
mod types;
mod typing;
mod weak;

use alloc::format;
use ferropy_runtime::native::ModuleSpec;
use ferropy_runtime::{Isolate, Raised, Value, raise};

/// All modules.
pub static MODULES: &[&ModuleSpec] = &[
    &sys::MODULE,
    &streams::MODULE,
    &frozen::ABC,
    &frozen::ANNOTATIONLIB,
    &array::MODULE,
    &frozen::ATEXIT,
    &frozen::BASE64,
    &binascii::MODULE,
    &bisect::MODULE,
    &frozen::BISECT,
    &codecs::MODULE,
    &frozen::CODECS,
    &frozen::ENCODINGS,
    &frozen::MORE_CODECS,
    &frozen::COLLECTIONS,
    &frozen::COUNTER,
    &frozen::MAPPINGS,
    &frozen::COLLECTIONS_ABC,
    &frozen::CONTAINER_ABCS,
    &frozen::CONTEXTLIB,
    &frozen::COPY,
    &frozen::COPYREG,
    &frozen::DATACLASSES,
    &frozen::DATACLASS_SLOTS,
    &frozen::DATACLASS_USES,
    &frozen::ENUM,
    &frozen::ENUM_BODY,
    &frozen::ENUM_CHECKS,
    &frozen::ENUM_FLAGS,
    &frozen::LATER,
    &frozen::FUTURE,
    &errno::MODULE,
    &functools::MODULE,
    &frozen::LRU_CACHE,
    &frozen::FUNCTOOLS,
    &gc::MODULE,
    &digests::hashes::MODULE,
    &digests::blake2_types::MODULE,
    &frozen::HASHLIB,
    &heapq::MODULE,
    &frozen::HEAPQ,
    &frozen::HMAC,
    &importlib::MODULE,
    &frozen::IMPORTLIB_MACHINERY,
    &frozen::IMPORTLIB_UTIL,
    &io::MODULE,
    &frozen::IO,
    &frozen::IO_BASE,
    &frozen::IO_BUFFERED,
    &frozen::IO_FILE,
    &frozen::IO_MEMORY,
    &frozen::IO_TEXT,
    &itertools::MODULE,
    &json::MODULE,
    &frozen::JSON,
    &frozen::JSON_DECODER,
    &frozen::JSON_ENCODER,
    &frozen::JSON_MAIN,
    &frozen::JSON_TOOL,
    &frozen::JSON_SCANNER,
    &frozen::KEYWORD,
    &frozen::LINECACHE,
    &math::MODULE,
    &operator::MODULE,
    &frozen::OPERATOR,
    &frozen::OS,
    &posix::MODULE,
    &random::MODULE,
    &frozen::RANDOM,
    &frozen::HELP,
    &frozen::SITE,
    &frozen::POSIXPATH,
    &frozen::SECRETS,
    &string::MODULE,
    &frozen::STRING,
    &frozen::TEMPLATELIB,
    &structs::MODULE,
    &frozen::TEXTWRAP,
    &time::MODULE,
    &types::MODULE,
    &frozen::STRPTIME,
    &frozen::STRUCTSEQ,
    &frozen::SYSINFO,
    &tracebacks::MODULE,
    &frozen::TRACEBACK,
    &frozen::TYPES,
    &typing::MODULE,
    &weak::MODULE,
    &frozen::GIVING_WARNINGS,
    &frozen::WARNINGS,
    &frozen::WEAKREF,
    &frozen::WEAK_CONTAINERS,
    &frozen::WEAK_PROXIES,
];

pub use io::flush_files;
pub use sys::{
    Flags, run_exit_functions, set_arguments, set_extended_options, set_flags, set_original_arguments, set_path,
    set_prompts, set_warning_options,
};

/// What the `__getattr__` of a module raises for a name that it has nothing for.
fn no_attribute(iso: &mut Isolate, module: &str, name: Value) -> Raised {
    let text = iso.to_text(name).unwrap_or_default();
    let message = format!("module '{module}' has no attribute '{text}'");
    match iso.import_dotted(module) {
        Ok(module) => raise::attribute_error(iso, module, name, &message),
        Err(raised) => raised,
    }
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
