//! Ferropy's standard library: one file or folder for each module, written against the runtime's public interface.
//!
//! [`MODULES`] is the list of them: what an embedder hands to an isolate.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "large-tables")]
mod abstracts;
#[cfg(feature = "array")]
mod array;
#[cfg(feature = "ast")]
mod ast;
#[cfg(feature = "binascii")]
mod binascii;
#[cfg(feature = "bisect")]
mod bisect;
#[cfg(feature = "bz2")]
mod bz2;
#[cfg(feature = "cmath")]
mod cmath;
mod codecs;
mod collections;
#[cfg(feature = "cryptolib")]
mod cryptolib;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "sqlite3")]
mod databases;
#[cfg(feature = "datetime")]
mod dates;
#[cfg(feature = "decimal")]
mod decimals;
#[cfg(feature = "hashlib")]
mod digests;
mod errno;
mod flash;
#[cfg(feature = "framebuf")]
mod framebuf;
mod frozen;
mod functools;
mod gc;
#[cfg(feature = "heapq")]
mod heapq;
mod importlib;
#[cfg(feature = "deflate")]
mod inflate;
mod io;
mod itertools;
#[cfg(feature = "json")]
mod json;
mod life;
#[cfg(feature = "machine")]
mod machine;
#[cfg(feature = "marshal")]
mod marshal;
mod math;
mod micropython;
mod operator;
#[cfg(feature = "pickle")]
mod pickles;
mod posix;
#[cfg(feature = "random")]
mod random;
#[cfg(feature = "re")]
mod re;
#[cfg(feature = "signals")]
mod signals;
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
#[cfg(feature = "ssl")]
mod tls;
#[cfg(feature = "traceback")]
mod tracebacks;
mod types;
mod typing;
#[cfg(feature = "uctypes")]
mod uctypes;
#[cfg(feature = "unicodedata")]
mod unicodedata;
#[cfg(feature = "volumes")]
mod volumes;
mod weak;
#[cfg(feature = "zlib")]
mod zlib;

use ferropy_runtime::native::{ModuleSpec, Row, Shortcut};

/// Whether memory for code is not short: not on boards.
const WORDS_ARE_WIDE: bool = size_of::<usize>() >= 8;

/// A row with a short cut, where there is memory for that.
const fn quick(row: Row, shortcut: Shortcut) -> Row {
    if WORDS_ARE_WIDE { row.with_shortcut(shortcut) } else { row }
}

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
    #[cfg(feature = "large-tables")]
    &abstracts::MODULE,
    #[cfg(feature = "array")]
    &array::MODULE,
    #[cfg(feature = "ast")]
    &ast::MODULE,
    #[cfg(feature = "binascii")]
    &binascii::MODULE,
    #[cfg(feature = "bisect")]
    &bisect::MODULE,
    #[cfg(feature = "bz2")]
    &bz2::MODULE,
    #[cfg(feature = "cmath")]
    &cmath::MODULE,
    &codecs::MODULE,
    &collections::MODULE,
    #[cfg(feature = "cryptolib")]
    &cryptolib::MODULE,
    #[cfg(feature = "csv")]
    &csv::MODULE,
    #[cfg(feature = "sqlite3")]
    &databases::MODULE,
    #[cfg(feature = "datetime")]
    &dates::MODULE,
    #[cfg(feature = "decimal")]
    &decimals::MODULE,
    &errno::MODULE,
    &flash::MODULE,
    #[cfg(feature = "framebuf")]
    &framebuf::MODULE,
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
    #[cfg(feature = "deflate")]
    &inflate::MODULE,
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
    #[cfg(feature = "simulated-board")]
    &machine::simulated::MODULE,
    #[cfg(feature = "marshal")]
    &marshal::MODULE,
    &math::MODULE,
    &micropython::MODULE,
    &operator::MODULE,
    #[cfg(feature = "pickle")]
    &pickles::MODULE,
    &posix::MODULE,
    #[cfg(feature = "os-commands")]
    &posix::SHARED,
    #[cfg(feature = "random")]
    &random::MODULE,
    #[cfg(feature = "re")]
    &re::MODULE,
    #[cfg(feature = "signals")]
    &signals::MODULE,
    #[cfg(feature = "sockets")]
    &sockets::MODULE,
    &string::MODULE,
    &structs::MODULE,
    #[cfg(feature = "threads")]
    &threads::MODULE,
    &time::MODULE,
    #[cfg(feature = "ssl")]
    &tls::MODULE,
    &types::MODULE,
    #[cfg(feature = "traceback")]
    &tracebacks::MODULE,
    &typing::MODULE,
    #[cfg(feature = "uctypes")]
    &uctypes::MODULE,
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
use site::no_attribute;
pub use site::{add_site_builtins, run_site};
pub use sys::{
    Flags, put_on_path, run_exit_functions, set_arguments, set_executable, set_extended_options, set_flags,
    set_original_arguments, set_path, set_prefixes, set_prompts, set_warning_options,
};
