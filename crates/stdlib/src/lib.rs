//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "array")]
mod array;
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
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_MICRO,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_BASE_EVENTS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_COROUTINES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_EVENTS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_EXCEPTIONS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_FUTURES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_LOCKS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_MIXINS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_PROTOCOLS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_QUEUES,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_RUNNERS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_SELECTOR_EVENTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_SOCKET_TRANSPORTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_STREAMS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TASKGROUPS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TASKS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_THREADS,
    #[cfg(feature = "asyncio")]
    &frozen::ASYNCIO_TIMEOUTS,
    #[cfg(feature = "asyncio-streams")]
    &frozen::ASYNCIO_TRANSPORTS,
    &frozen::ATEXIT,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_ACTIONS,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_HELP,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_NAMES,
    #[cfg(feature = "argparse")]
    &frozen::ARGPARSE_PARSING,
    #[cfg(feature = "base64")]
    &frozen::BASE64,
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
    #[cfg(feature = "typing")]
    &frozen::TYPING,
    #[cfg(feature = "typing")]
    &frozen::TYPING_FORMS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_HINTS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_PROTOCOLS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_RECORDS,
    #[cfg(feature = "typing")]
    &frozen::TYPING_STREAMS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST___MAIN,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_ASYNC_CASE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CASE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_LOADER,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MAIN,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_RESULT,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_RUNNER,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_SIGNALS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_SUITE,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_UTIL,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_ASSERTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CONTAINERS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_CONTEXTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_ASSERTS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_ASYNC,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_CALLS,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_MAGIC,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_PATCH,
    #[cfg(feature = "unittest")]
    &frozen::UNITTEST_MOCK_SPEC,
    #[cfg(feature = "unicodedata")]
    &unicodedata::MODULE,
    &weak::MODULE,
    #[cfg(feature = "volumes")]
    &volumes::MODULE,
    #[cfg(feature = "warnings")]
    &frozen::WARNINGS,
    #[cfg(feature = "weakref")]
    &frozen::WEAKREF,
    #[cfg(feature = "zipfile")]
    &frozen::ZIP_PATHS,
    #[cfg(feature = "zipfile")]
    &frozen::ZIP_STREAMS,
    #[cfg(feature = "zipfile")]
    &frozen::ZIPFILE,
    #[cfg(feature = "weakref")]
    &frozen::WEAK_CONTAINERS,
    #[cfg(feature = "weakref")]
    &frozen::WEAK_PROXIES,
    #[cfg(feature = "zlib")]
    &frozen::DEFLATE,
    #[cfg(feature = "zlib")]
    &frozen::DEFLATE_WRITING,
    #[cfg(feature = "zlib")]
    &frozen::GZIP,
    #[cfg(feature = "zlib")]
    &frozen::ZLIB,
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
