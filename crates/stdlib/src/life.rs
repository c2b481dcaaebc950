//! What front ends do at the beginning and at the end of a program.

use crate::{flush_files, run_exit_functions, set_arguments, set_path, set_prompts};
use ferropy_runtime::{Completion, Isolate, Raised, names};

/// Makes the module `__main__`, which can be imported: its namespace.
///
/// # Errors
/// When memory is short.
pub fn new_main(iso: &mut Isolate) -> Completion {
    let main = iso.new_module(names::__main__)?;
    let namespace = iso.module_dict(main);
    let modules = iso.modules_dict();
    iso.heap.dict_set_plain(modules, names::__main__, main)?;
    if let Some(builtins) = iso.heap.dict_get_name(modules, names::builtins) {
        iso.heap.dict_set_plain(namespace, names::__builtins__, builtins)?;
    }
    Ok(namespace)
}

/// Prepares the prompt of a board, whose modules lie at the root of its files and in the folder `library`: the namespace
/// of `__main__`, which stays alive.
///
/// # Errors
/// When memory is short.
pub fn prepare_board(iso: &mut Isolate, library: &str) -> Completion {
    set_arguments(iso, &[""])?;
    set_path(iso, &["", library])?;
    set_prompts(iso)?;
    iso.late_builtins = Some(crate::micropython::late_builtin);
    let namespace = new_main(iso)?;
    iso.root(namespace);
    Ok(namespace)
}

/// Waits for the threads that are no daemons, unless Ctrl-C says otherwise.
fn join_threads(iso: &mut Isolate) {
    let Ok(name) = iso.intern("threading") else { return };
    let modules = iso.modules_dict();
    let Some(module) = iso.heap.dict_get_name(modules, name) else { return };
    let done = iso.intern("_shutdown").map_err(Raised::from).and_then(|name| iso.call_method(module, name, &[]));
    if done.is_err() {
        iso.tell_unraisable("Exception ignored on threading shutdown");
    }
}

/// The end: what the program registered for it, what objects do at theirs, and what is still in buffers of files that
/// nobody closed.
pub fn end(iso: &mut Isolate) {
    join_threads(iso);
    run_exit_functions(iso);
    iso.drop_threads();
    flush_files(iso);
    iso.finalize_all();
    flush_files(iso);
}
