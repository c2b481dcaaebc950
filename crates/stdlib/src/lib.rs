//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "array")]
mod array;
#[cfg(feature = "ast")]
mod ast;
#[cfg(feature = "binascii")]
mod binascii;
#[cfg(feature = "bisect")]
mod bisect;
#[cfg(feature = "cmath")]
mod cmath;
mod codecs;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "hashlib")]
mod digests;
mod errno;
mod flash;
mod frozen;
mod functools;
mod gc;
#[cfg(feature = "heapq")]
mod heapq;
mod importlib;
mod io;
mod itertools;
#[cfg(feature = "json")]
mod json;
mod life;
#[cfg(feature = "machine")]
mod machine;
mod math;
mod micropython;
mod operator;
mod posix;
#[cfg(feature = "random")]
mod random;
#[cfg(feature = "re")]
mod re;
mod site;
#[cfg(feature = "sockets")]
mod sockets;
mod streams;
mod string;
mod structs;
mod sys;
#[cfg(feature = "threads")]
mod threads;
mod time;
#[cfg(feature = "traceback")]
mod tracebacks;
mod types;
mod typing;
#[cfg(feature = "unicodedata")]
mod unicodedata;
#[cfg(feature = "volumes")]
mod volumes;
mod weak;
#[cfg(feature = "zlib")]
mod zlib;

use ferropy_runtime::native::ModuleSpec;

/// All modules.
pub static MODULES: &[&ModuleSpec] = &ALL;

static ALL: [&ModuleSpec; NATIVE.len() + frozen::LIST.len()] = joined(NATIVE, frozen::LIST);

/// The lists behind each other.
#[expect(clippy::indexing_slicing, reason = "what is wrong here does not compile")]
const fn joined<const SIZE: usize>(
    first: &[&'static ModuleSpec],
    second: &[&'static ModuleSpec],
) -> [&'static ModuleSpec; SIZE] {
    let mut all = [&sys::MODULE; SIZE];
    let mut index = 0;
    while index < SIZE {
        all[index] = if index < first.len() { first[index] } else { second[index - first.len()] };
        index += 1;
    }
    all
}

/// The modules that are written in Rust, at least in part. `frozen.rs` lists the others.
const NATIVE: &[&ModuleSpec] = &[
    &sys::MODULE,
    &streams::MODULE,
    #[cfg(feature = "array")]
    &array::MODULE,
    #[cfg(feature = "ast")]
    &ast::MODULE,
    #[cfg(feature = "binascii")]
    &binascii::MODULE,
    #[cfg(feature = "bisect")]
    &bisect::MODULE,
    #[cfg(feature = "cmath")]
    &cmath::MODULE,
    &codecs::MODULE,
    #[cfg(feature = "csv")]
    &csv::MODULE,
    &errno::MODULE,
    &flash::MODULE,
    &functools::MODULE,
    #[cfg(feature = "codecs")]
    &frozen::CODECS,
    #[cfg(feature = "codecs")]
    &frozen::ENCODINGS,
    #[cfg(feature = "codecs")]
    &frozen::MORE_CODECS,
    &frozen::COLLECTIONS,
    &frozen::COUNTER,
    #[cfg(feature = "csv")]
    &frozen::CSV,
    #[cfg(feature = "csv")]
    &frozen::CSV_SNIFFER,
    #[cfg(feature = "user-containers")]
    &frozen::MAPPINGS,
    &frozen::COLLECTIONS_ABC,
    #[cfg(feature = "container-abcs")]
    &frozen::CONTAINER_ABCS,
    #[cfg(feature = "colorsys")]
    &frozen::COLORSYS,
    #[cfg(feature = "contextlib")]
    &frozen::CONTEXTLIB,
    #[cfg(feature = "contextvars")]
    &frozen::CONTEXTVARS,
    #[cfg(feature = "copy")]
    &frozen::COPY,
    &frozen::COPYREG,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASSES,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASS_SLOTS,
    #[cfg(feature = "dataclasses")]
    &frozen::DATACLASS_USES,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_SPANS,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_TEXT,
    #[cfg(feature = "datetime")]
    &frozen::DATETIME_TIMES,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_ARITHMETIC,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CONTEXTS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CORE,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_CURRENT,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_FORMAT,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_FUNCTIONS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_MORE,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_OPERATIONS,
    #[cfg(feature = "decimal")]
    &frozen::DECIMAL_TUPLE,
    #[cfg(feature = "enum")]
    &frozen::ENUM,
    #[cfg(feature = "enum")]
    &frozen::ENUM_BODY,
    #[cfg(feature = "enum")]
    &frozen::ENUM_CHECKS,
    #[cfg(feature = "enum")]
    &frozen::ENUM_FLAGS,
    #[cfg(feature = "fnmatch")]
    &frozen::FNMATCH,
    &frozen::LATER,
    #[cfg(feature = "difflib")]
    &frozen::LINE_DIFFS,
    &frozen::FUTURE,
    #[cfg(feature = "getopt")]
    &frozen::GETOPT,
    #[cfg(feature = "getpass")]
    &frozen::GETPASS,
    #[cfg(feature = "glob")]
    &frozen::GLOB,
    #[cfg(feature = "gettext")]
    &frozen::GETTEXT,
    #[cfg(feature = "gettext")]
    &frozen::PLURAL_FORMS,
    #[cfg(feature = "graphlib")]
    &frozen::GRAPHLIB,
    #[cfg(feature = "grp")]
    &frozen::GRP,
    &errno::MODULE,
    &flash::MODULE,
    &functools::MODULE,
    #[cfg(feature = "locale")]
    &frozen::LOCALE,
    &frozen::LRU_CACHE,
    &frozen::FUNCTOOLS,
    #[cfg(feature = "dispatch")]
    &frozen::DISPATCH,
    #[cfg(feature = "orderings")]
    &frozen::ORDERINGS,
    &gc::MODULE,
    #[cfg(feature = "hashlib")]
    &digests::hashes::MODULE,
    #[cfg(feature = "digests-more")]
    &digests::blake2_types::MODULE,
    #[cfg(feature = "digests-more")]
    &digests::derive::MODULE,
    #[cfg(feature = "heapq")]
    &heapq::MODULE,
    &importlib::MODULE,
    #[cfg(feature = "heapq")]
    &frozen::HEAPQ,
    #[cfg(feature = "hashlib")]
    &frozen::HMAC,
    #[cfg(feature = "difflib")]
    &frozen::HTML_DIFFS,
    #[cfg(feature = "html")]
    &frozen::HTML,
    #[cfg(feature = "html")]
    &frozen::HTML_ENTITIES,
    &importlib::MODULE,
    #[cfg(feature = "importlib-util")]
    &frozen::IMPORTLIB_MACHINERY,
    #[cfg(feature = "importlib-metadata")]
    &frozen::IMPORTLIB_METADATA,
    #[cfg(feature = "importlib-metadata")]
    &frozen::METADATA_POINTS,
    #[cfg(feature = "importlib-metadata")]
    &frozen::METADATA_TEXT,
    #[cfg(feature = "importlib-util")]
    &frozen::IMPORTLIB_UTIL,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_ARGUMENTS,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_CALLABLES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_CLASSES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_FRAMES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_SIGNATURES,
    #[cfg(feature = "inspect")]
    &frozen::INSPECT_SOURCES,
    &io::MODULE,
    &itertools::MODULE,
    #[cfg(feature = "json")]
    &json::MODULE,
    #[cfg(feature = "machine")]
    &machine::MODULE,
    #[cfg(feature = "machine")]
    &machine::onewire::MODULE,
    #[cfg(feature = "machine")]
    &machine::rp2::MODULE,
    &math::MODULE,
    &micropython::MODULE,
    &operator::MODULE,
    &posix::MODULE,
    #[cfg(feature = "random")]
    &random::MODULE,
    #[cfg(feature = "re")]
    &re::MODULE,
    #[cfg(feature = "re")]
    &frozen::RE,
    #[cfg(feature = "re")]
    &frozen::RE_FLAGS,
    #[cfg(feature = "re")]
    &frozen::RE_SCANNER,
    #[cfg(feature = "re")]
    &frozen::RE_TEMPLATE,
    #[cfg(feature = "help")]
    &frozen::HELP,
    #[cfg(feature = "help")]
    &frozen::SITE,
    #[cfg(feature = "sysconfig")]
    &frozen::SYSCONFIG,
    #[cfg(feature = "tempfile")]
    &frozen::SPOOLED_FILE,
    #[cfg(feature = "stat")]
    &frozen::STAT,
    &frozen::POSIXPATH,
    #[cfg(feature = "pprint")]
    &frozen::PPRINT,
    #[cfg(feature = "pprint")]
    &frozen::PPRINT_TYPES,
    #[cfg(feature = "pwd")]
    &frozen::PWD,
    #[cfg(feature = "secrets")]
    &frozen::SECRETS,
    #[cfg(feature = "subprocess")]
    &frozen::SUBPROCESS,
    #[cfg(feature = "asyncio-subprocess")]
    &frozen::ASYNCIO_SUBPROCESS,
    #[cfg(feature = "sockets")]
    &sockets::MODULE,
    &string::MODULE,
    &structs::MODULE,
    #[cfg(feature = "threads")]
    &threads::MODULE,
    &time::MODULE,
    &types::MODULE,
    #[cfg(feature = "traceback")]
    &tracebacks::MODULE,
    &typing::MODULE,
    #[cfg(feature = "unicodedata")]
    &unicodedata::MODULE,
    &weak::MODULE,
    #[cfg(feature = "volumes")]
    &volumes::MODULE,
    #[cfg(feature = "zlib")]
    &zlib::MODULE,
];

pub use io::flush_files;
pub use life::{end, new_main, prepare_board};
pub use site::add_site_builtins;
use site::no_attribute;
pub use sys::{
    Flags, run_exit_functions, set_arguments, set_extended_options, set_flags, set_original_arguments, set_path,
    set_prompts, set_warning_options,
};
