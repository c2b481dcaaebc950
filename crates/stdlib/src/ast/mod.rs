//! `_ast`: syntax trees between the parser, which has them in Rust, and programs, which see them as objects.
//!
//! The classes and their fields are one table in `python/_ast.py`. [`writing`] makes objects of a tree, with their fields
//! in the order of that table; [`reading`] makes a tree of objects, for the compiler.

mod expressions;
mod reading;
mod reading_expressions;
mod reading_patterns;
mod reading_statements;
mod statements;
mod writing;

use alloc::string::String;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use ferropy_syntax::Source;

/// `_ast`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_ast",
    doc: "The classes of syntax trees, and the way from and to the parser's trees.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: Some(&crate::frozen::image::_AST),
};

const ROWS: &[Row] = &[
    function(
        "_parse",
        "($module, classes, source, is_text, filename, mode, /)",
        "The tree of a program, which is given as bytes.",
        parse,
    ),
    function(
        "_compile_tree",
        "($module, classes, tree, filename, mode, flags, optimize, /)",
        "The code object of a tree.",
        compile_tree,
    ),
    function(
        "_is_whole",
        "($module, source, mode, /)",
        "Whether source text is a program: None if it is one's beginning. Blocks end where an empty line follows.",
        is_whole,
    ),
];

fn mode(iso: &Isolate, mode: Value) -> Mode {
    match &*iso.name_text(mode) {
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => Mode::Exec,
    }
}

fn parse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[classes, source, is_text, filename, kind] = args else { return Err(raise::internal(iso)) };
    let bytes = iso.heap.bytes(source).unwrap_or(&[]).to_vec();
    let filename: String = iso.name_text(filename);
    let mode = mode(iso, kind);
    let (source, parsed) = iso.parse_source((&bytes, is_text == Value::TRUE), &filename, mode)?;
    writing::Writer::new(iso, classes, &source, &parsed.names).root(&parsed.root)
}

fn compile_tree(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[classes, tree, filename, kind, flags, optimize] = args else { return Err(raise::internal(iso)) };
    let filename: String = iso.name_text(filename);
    let mode = mode(iso, kind);
    let (source, parsed) = reading::read(iso, classes, tree, mode)?;
    let flags = iso.to_isize(flags)? as u32;
    let optimize = iso.to_isize(optimize)? as u8;
    iso.compile_tree(parsed, &source, &filename, (optimize, flags))
}

fn is_whole(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[text, kind] = args else { return Err(raise::internal(iso)) };
    let mode = match mode(iso, kind) {
        Mode::Eval => ferropy_syntax::Mode::Eval,
        Mode::Single => ferropy_syntax::Mode::Single,
        Mode::Exec => ferropy_syntax::Mode::File,
    };
    let text: String = iso.name_text(text);
    let options = ferropy_syntax::Options { close_blocks: false, ..ferropy_syntax::Options::default() };
    match ferropy_syntax::parse(&Source::new(&text), mode, &options) {
        Ok(_) => Ok(Value::TRUE),
        Err(error) if error.is_incomplete() => Ok(Value::NONE),
        Err(_) => Ok(Value::FALSE),
    }
}
