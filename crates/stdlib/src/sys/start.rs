//! What `sys` holds from the start, and what an embedder tells it.

use crate::streams::new_text_stream;
use alloc::vec::Vec;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `sys.hexversion`.
pub(super) const HEX_VERSION: i64 = 0x030e_00f0;

/// How numbers lie in memory.
const BYTE_ORDER: &str = if u16::from_ne_bytes([1, 0]) == 1 { "little" } else { "big" };

/// About how many names are set here.
const NAMES: usize = 36;

pub(super) fn set(iso: &mut Isolate, dict: Value, name: &str, value: Value) -> Completion<()> {
    iso.keep(value);
    let name = iso.intern(name)?;
    iso.heap.dict_set_plain(dict, name, value)?;
    Ok(())
}

pub(super) fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    iso.heap.reserve_entries(dict, NAMES)?;
    for (number, name, own) in [(0, "stdin", "__stdin__"), (1, "stdout", "__stdout__"), (2, "stderr", "__stderr__")] {
        let stream = new_text_stream(iso, number)?;
        set(iso, dict, name, stream)?;
        set(iso, dict, own, stream)?;
    }
    let modules = iso.modules_dict();
    set(iso, dict, "modules", modules)?;
    for name in ["path", "argv", "meta_path", "path_hooks", "warnoptions", "orig_argv"] {
        let list = iso.new_list(&[])?;
        set(iso, dict, name, list)?;
    }
    let platform = iso.platform.name();
    for (name, text) in [
        ("platform", platform),
        ("version", "3.14.0 (Ferropy 0.1.0)"),
        ("copyright", "Copyright (c) the Ferropy developers."),
        ("byteorder", BYTE_ORDER),
        ("prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("base_prefix", "/usr"),
    ] {
        let text = match iso.heap.static_text(text.as_bytes()) {
            Some(text) => text,
            None => iso.new_str(text)?,
        };
        set(iso, dict, name, text)?;
    }
    let executable = iso.platform.process().executable();
    let executable = iso.new_text(&executable)?;
    set(iso, dict, "executable", executable)?;
    let largest = iso.new_int(i64::MAX)?;
    set(iso, dict, "maxsize", largest)?;
    set(iso, dict, "maxunicode", Value::small_int(0x10_FFFF))?;
    set(iso, dict, "hexversion", Value::small_int(HEX_VERSION))?;
    set(iso, dict, "api_version", Value::small_int(1013))?;
    set(iso, dict, "pycache_prefix", Value::NONE)?;
    set(iso, dict, "dont_write_bytecode", Value::TRUE)?;
    set_builtin_names(iso, dict)?;
    for (name, own) in [
        ("excepthook", "__excepthook__"),
        ("displayhook", "__displayhook__"),
        ("unraisablehook", "__unraisablehook__"),
        ("breakpointhook", "__breakpointhook__"),
    ] {
        let name = iso.intern(name)?;
        if let Some(hook) = iso.heap.dict_get_name(dict, name) {
            set(iso, dict, own, hook)?;
        }
    }
    Ok(Value::NONE)
}

fn set_builtin_names(iso: &mut Isolate, dict: Value) -> Completion<()> {
    let modules = crate::MODULES.iter().map(|module| module.name).filter(|name| !name.starts_with('_'));
    let mut list = Vec::new();
    for name in core::iter::once("builtins").chain(modules) {
        list.push(iso.new_static_str(name)?);
    }
    let list = iso.new_tuple(&list)?;
    set(iso, dict, "builtin_module_names", list)
}

/// Sets `sys.argv`.
///
/// # Errors
/// When memory is short.
pub fn set_arguments(iso: &mut Isolate, arguments: &[&str]) -> Completion<()> {
    set_list(iso, "argv", arguments)
}

/// Sets `sys.orig_argv`: the command line as it was given.
///
/// # Errors
/// When memory is short.
pub fn set_original_arguments(iso: &mut Isolate, arguments: &[&str]) -> Completion<()> {
    set_list(iso, "orig_argv", arguments)
}

/// Sets `sys.ps1` and `sys.ps2`, which are there where there is a prompt: programs tell by them.
///
/// # Errors
/// When memory is short.
pub fn set_prompts(iso: &mut Isolate) -> Completion<()> {
    let dict = iso.sys_namespace();
    for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
        let text = iso.new_str(text)?;
        set(iso, dict, name, text)?;
    }
    Ok(())
}

/// Sets `sys.warnoptions`: what to do with warnings, the last one that fits decides.
///
/// # Errors
/// When memory is short.
pub fn set_warning_options(iso: &mut Isolate, options: &[&str]) -> Completion<()> {
    set_list(iso, "warnoptions", options)
}

/// Sets `sys.path`.
///
/// # Errors
/// When memory is short.
pub fn set_path(iso: &mut Isolate, path: &[&str]) -> Completion<()> {
    set_list(iso, "path", path)
}

/// Puts a folder or an archive in front of `sys.path`.
///
/// # Errors
/// When memory is short.
pub fn put_on_path(iso: &mut Isolate, place: &str) -> Completion<()> {
    let (dict, path, insert) = (iso.sys_namespace(), iso.intern("path")?, iso.intern("insert")?);
    let place = iso.new_str(place)?;
    let Some(list) = iso.heap.dict_get_name(dict, path) else { return Ok(()) };
    iso.call_method(list, insert, &[Value::small_int(0), place])?;
    Ok(())
}

/// Sets `sys.prefix` and `sys.base_prefix`, and their twins for files that depend on the machine.
///
/// # Errors
/// When memory is short.
pub fn set_prefixes(iso: &mut Isolate, prefix: &str, base: &str) -> Completion<()> {
    let dict = iso.sys_namespace();
    for (names, text) in [(["prefix", "exec_prefix"], prefix), (["base_prefix", "base_exec_prefix"], base)] {
        let text = iso.new_str(text)?;
        for name in names {
            set(iso, dict, name, text)?;
        }
    }
    Ok(())
}

/// Sets `sys.executable`.
///
/// # Errors
/// When memory is short.
pub fn set_executable(iso: &mut Isolate, path: &str) -> Completion<()> {
    let dict = iso.sys_namespace();
    let path = iso.new_str(path)?;
    set(iso, dict, "executable", path)
}

/// What the command line, or whoever embeds an isolate, switched on: the fields of `sys.flags`, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields of sys.flags")]
pub struct Flags {
    pub debug: u8,
    pub inspect: u8,
    pub interactive: u8,
    pub optimize: u8,
    pub dont_write_bytecode: u8,
    pub no_user_site: u8,
    pub no_site: u8,
    pub ignore_environment: u8,
    pub verbose: u8,
    pub bytes_warning: u8,
    pub quiet: u8,
    pub hash_randomization: u8,
    pub isolated: u8,
    pub dev_mode: u8,
    pub safe_path: u8,
}

/// Sets what `sys.flags` says.
///
/// # Errors
/// When memory is short.
pub fn set_flags(iso: &mut Isolate, flags: Flags) -> Completion<()> {
    let flags = iso.new_bytes(&[
        flags.debug,
        flags.inspect,
        flags.interactive,
        flags.optimize,
        flags.dont_write_bytecode,
        flags.no_user_site,
        flags.no_site,
        flags.ignore_environment,
        flags.verbose,
        flags.bytes_warning,
        flags.quiet,
        flags.hash_randomization,
        flags.isolated,
        flags.dev_mode,
        flags.safe_path,
    ])?;
    let dict = iso.sys_namespace();
    set(iso, dict, "_flags", flags)
}

/// Sets `sys._xoptions`: names and, where there are some, values.
///
/// # Errors
/// When memory is short.
pub fn set_extended_options(iso: &mut Isolate, options: &[(&str, Option<&str>)]) -> Completion<()> {
    let table = iso.new_dict()?;
    for &(name, value) in options {
        let value = match value {
            Some(value) => iso.new_str(value)?,
            None => Value::TRUE,
        };
        set(iso, table, name, value)?;
    }
    let dict = iso.sys_namespace();
    set(iso, dict, "_xoptions", table)
}

fn set_list(iso: &mut Isolate, name: &str, texts: &[&str]) -> Completion<()> {
    let list = iso.new_list(&[])?;
    for text in texts {
        let text = iso.new_str(text)?;
        iso.heap.list_append(list, text)?;
    }
    let dict = iso.sys_namespace();
    set(iso, dict, name, list)
}
