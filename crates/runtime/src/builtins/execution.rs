//! The functions of `builtins` that compile, execute, import, and look into namespaces; and `print`, `input`.

use super::compile::FUTURE_ANNOTATIONS;
use super::serial_line;
use crate::embed::Mode;
use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::interpreter::{FrameKind, ScopedSlot};
use crate::native::{Row, function};
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;
use ferropy_syntax::Source;

/// The rows of this file.
pub(crate) const ROWS: &[Row] = &[
    function("__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module.", import),
    function("breakpoint", "(*args, **kws)", "Call sys.breakpointhook(*args, **kws).", breakpoint),
    function(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        "Compile source into a code object that can be executed by exec() or eval().",
        compile,
    ),
    function(
        "dir",
        "(object=<unrepresentable>, /)",
        "dir([object]) -> list of strings\n\nWithout an argument, the names in the current scope; else the object's attributes.",
        dir,
    ),
    function(
        "eval",
        "(source, /, globals=None, locals=None)",
        "Evaluate the given source in the context of globals and locals.",
        eval,
    ),
    function(
        "exec",
        "(source, /, globals=None, locals=None, *, closure=None)",
        "Execute the given source in the context of globals and locals.",
        exec,
    ),
    function("globals", "()", "Return the dictionary containing the current scope's global variables.", globals),
    function("input", "(prompt='', /)", "Read a string from standard input.  The trailing newline is stripped.", input),
    function(
        "open",
        "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
        "Open file and return a stream.  Raise OSError upon failure.",
        open,
    ),
    function("locals", "()", "Return a dictionary containing the current scope's local variables.", locals),
    function(
        "print",
        "(*args, sep=' ', end='\\n', file=None, flush=False)",
        "Prints the values to a stream, or to sys.stdout by default.",
        print,
    ),
    function(
        "vars",
        "(object=<unrepresentable>, /)",
        "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals(); with an argument, equivalent to object.__dict__.",
        vars,
    ),
];

fn exactly<const N: usize>(iso: &mut Isolate, args: &[Value]) -> Completion<[Value; N]> {
    <[Value; N]>::try_from(args).map_err(|_| raise::internal(iso))
}

fn import(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [name, globals, _, from, level] = exactly(iso, args)?;
    let Some(name) = iso.as_str(name) else {
        return Err(raise::type_error(iso, "module name must be a string"));
    };
    let level = if level.is_unbound() { 0 } else { iso.to_isize(level)? };
    iso.import(name, globals, from.or(Value::NONE), level)
}

fn breakpoint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [positional, keywords] = exactly(iso, args)?;
    let hook = iso.intern("breakpointhook")?;
    let Some(hook) = iso.heap.dict_get_name(iso.sys_dict, hook) else {
        return Err(raise::runtime_error(iso, "lost sys.breakpointhook"));
    };
    iso.call_packed(hook, positional, keywords)
}

/// Source text from what `compile`, `exec` and `eval` take: the bytes, and whether they are decoded text.
fn source_bytes(iso: &mut Isolate, source: Value, function: &str) -> Completion<(Vec<u8>, bool)> {
    let inner = iso.unwrap(source);
    let text = iso.heap.str_bytes(inner).or_else(|| iso.heap.byte_string(inner)).unwrap_or(&[]);
    // For the places of the lines too, while their list grows.
    let lines = text.iter().filter(|&&byte| matches!(byte, b'\n' | b'\r')).count();
    iso.spare(text.len() + 3 * lines * size_of::<u32>())?;
    let found = match iso.heap.str_bytes(inner) {
        Some(text) => Some((text.to_vec(), true)),
        None => {
            let buffer = iso.opt_any_buffer(source)?.filter(|&buffer| iso.lies_side_by_side(buffer));
            buffer.map(|buffer| (iso.bytes_like(buffer).unwrap_or_default().into_owned(), false))
        }
    };
    if let Some(found) = found {
        if found.0.contains(&0) {
            let message = iso.new_str("source code string cannot contain null bytes")?;
            let error = iso.call(crate::native::TypeId::SYNTAX_ERROR.value(), &[message])?;
            return Err(iso.raise(error));
        }
        return Ok(found);
    }
    let what = if function == "compile" { "a string, bytes or AST object" } else { "a string, bytes or code object" };
    Err(raise::type_error(iso, &format!("{function}() arg 1 must be {what}")))
}

fn compile_bytes(
    iso: &mut Isolate,
    (bytes, is_text): (Vec<u8>, bool),
    filename: &str,
    mode: Mode,
    (optimize, flags): (u8, u32),
) -> Completion {
    if !is_text {
        return iso.compile_source(&bytes, filename, mode, optimize, flags);
    }
    let Ok(text) = core::str::from_utf8(&bytes) else {
        // Says where the lone surrogate is.
        let (source, encode) = (iso.new_text(&bytes)?, iso.intern("encode")?);
        return iso.call_method(source, encode, &[]);
    };
    iso.compile_text(&Source::new(text), filename, mode, optimize, flags)
}

/// The `flags` that compiling inherits from the calling code.
fn inherited_flags(iso: &Isolate) -> u32 {
    let code = iso.frame().and_then(|frame| iso.codes.get(frame.code));
    let inherits = code.is_some_and(|code| code.flags.has(CodeFlags::FUTURE_ANNOTATIONS));
    if inherits { FUTURE_ANNOTATIONS } else { 0 }
}

/// What compiles instead, where a tree is asked for or given: the function of the module `_ast`.
fn tree_hook(iso: &mut Isolate, source: Value, flags: u32) -> Completion<Option<Value>> {
    /// Bit of `flags`: the tree is wanted.
    const ONLY_AST: u32 = 0x400;
    let name = iso.intern("_ast")?;
    let module = match iso.heap.dict_get_name(iso.sys_modules, name) {
        Some(module) => module,
        None if flags & ONLY_AST != 0 => iso.import_dotted("_ast")?,
        None => return Ok(None),
    };
    if flags & ONLY_AST == 0 {
        let name = iso.intern("AST")?;
        let class = iso.get_attr(module, name)?;
        if !iso.is_instance(source, class)? {
            return Ok(None);
        }
    }
    let name = iso.intern("_compile")?;
    iso.get_attr(module, name).map(Some)
}

fn compile(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [source, filename, mode, flags, dont_inherit, optimize, _] = exactly(iso, args)?;
    let filename = iso.call_special(filename, names::__fspath__, &[])?.unwrap_or(filename);
    let filename = match iso.as_str(filename) {
        Some(name) => iso.name_text(name),
        None => match iso.heap.bytes(iso.unwrap(filename)) {
            Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            None => {
                let kind = iso.type_name(filename);
                let message = format!("expected str, bytes or os.PathLike object, not {kind}");
                return Err(raise::type_error(iso, &message));
            }
        },
    };
    if filename.contains('\0') {
        return Err(raise::value_error(iso, "embedded null character"));
    }
    let flags_given = if flags.is_unbound() { 0 } else { iso.to_isize(flags)? as u32 };
    if let Some(hook) = tree_hook(iso, source, flags_given)? {
        let optimize = args.get(5).and_then(|level| level.given()).unwrap_or(Value::small_int(-1));
        let (filename, default) = (iso.new_str(&filename)?, iso.optimize);
        return iso.call(
            hook,
            &[source, filename, mode, Value::small_int(flags_given.into()), optimize, Value::small_int(default.into())],
        );
    }
    let mode = match iso.as_str(mode).map(|mode| iso.name_text(mode)).as_deref() {
        Some("exec") => Mode::Exec,
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        Some("func_type") => {
            return Err(raise::value_error(iso, "compile() mode 'func_type' requires flag PyCF_ONLY_AST"));
        }
        Some(_) => return Err(raise::value_error(iso, "compile() mode must be 'exec', 'eval' or 'single'")),
        None => {
            let kind = argument_kind(iso, mode);
            return Err(raise::type_error(iso, &format!("compile() argument 'mode' must be str, not {kind}")));
        }
    };
    let mut flags = flags_given;
    if dont_inherit.is_unbound() || !iso.is_true(dont_inherit)? {
        flags |= inherited_flags(iso);
    }
    let optimize = match optimize.given() {
        Some(level) => iso.to_isize(level)?,
        None => -1,
    };
    let optimize = match optimize {
        -1 => iso.optimize,
        0..=2 => optimize as u8,
        _ => return Err(raise::value_error(iso, "compile(): invalid optimize value")),
    };
    let source = source_bytes(iso, source, "compile")?;
    compile_bytes(iso, source, &filename, mode, (optimize, flags))
}

/// The namespaces that `exec` and `eval` run in.
fn namespaces(iso: &mut Isolate, globals: Value, locals: Value, function: &str) -> Completion<(Value, Value)> {
    let globals = globals.or(Value::NONE);
    let locals = locals.or(Value::NONE);
    if globals.is_none() {
        if !locals.is_none() {
            check_locals(iso, locals, function)?;
        }
        let globals = iso.frame_globals();
        let locals = if locals.is_none() { iso.frame_locals()? } else { locals };
        return Ok((globals, locals));
    }
    let inner = iso.unwrap(globals);
    if iso.heap.kind(inner) != Some(Kind::Dict) {
        let kind = iso.type_name(globals);
        let message = if function == "exec" {
            format!("exec() globals must be a dict, not {kind}")
        } else {
            // Where one is given, the locals are looked at first.
            if !locals.is_none() && iso.lookup_special(locals, names::__getitem__).is_none() {
                return Err(raise::type_error(iso, "locals must be a mapping"));
            }
            let is_mapping = iso.lookup_special(globals, names::__getitem__).is_some();
            let hint = if is_mapping { "real dict; try eval(expr, {}, mapping)" } else { "dict" };
            format!("globals must be a {hint}")
        };
        return Err(raise::type_error(iso, &message));
    }
    if iso.heap.dict_get_name(inner, names::__builtins__).is_none()
        && let Some(builtins) = iso.heap.dict_get_name(iso.sys_modules, names::builtins)
    {
        iso.heap.dict_set_plain(inner, names::__builtins__, builtins)?;
    }
    let locals = if locals.is_none() {
        // An instance of a subclass of dict answers as it likes where names are local, and only there.
        globals
    } else {
        check_locals(iso, locals, function)?;
        locals
    };
    Ok((inner, locals))
}

fn check_locals(iso: &mut Isolate, locals: Value, function: &str) -> Completion<()> {
    if iso.lookup_special(locals, names::__getitem__).is_some() {
        return Ok(());
    }
    let kind = iso.type_name(locals);
    let message = match function {
        "eval" => "locals must be a mapping".into(),
        _ => format!("locals must be a mapping or None, not {kind}"),
    };
    Err(raise::type_error(iso, &message))
}

fn execute(iso: &mut Isolate, args: [Value; 3], mode: Mode, closure: Value) -> Completion {
    let [source, globals, locals] = args;
    let function = if mode == Mode::Eval { "eval" } else { "exec" };
    let (globals, locals) = namespaces(iso, globals, locals, function)?;
    iso.keep(globals);
    iso.keep(locals);
    let code = if iso.heap.kind(source) == Some(Kind::Code) {
        let wanted = iso.code_of(source).map_or(0, |code| code.details().free_names().len());
        let given = if closure.is_none() { 0 } else { iso.heap.sequence_len(closure) };
        if wanted > 0 && closure.is_none() {
            let message = if function == "eval" {
                String::from("code object passed to eval() may not contain free variables")
            } else {
                format!("code object requires a closure of exactly length {wanted}")
            };
            return Err(raise::type_error(iso, &message));
        }
        if wanted != given {
            let message = if wanted == 0 {
                String::from("cannot use a closure with this code object")
            } else {
                format!("code object requires a closure of exactly length {wanted}")
            };
            return Err(raise::type_error(iso, &message));
        }
        source
    } else {
        if !closure.is_none() {
            return Err(raise::type_error(iso, "closure can only be used when source is a code object"));
        }
        let (mut bytes, is_text) = source_bytes(iso, source, function)?;
        if mode == Mode::Eval {
            let blank = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            bytes.drain(..blank);
        }
        let flags = inherited_flags(iso);
        let optimize = iso.optimize;
        compile_bytes(iso, (bytes, is_text), "<string>", mode, (optimize, flags))?
    };
    let closure = if closure.is_none() { Value::UNBOUND } else { closure };
    iso.run_code(code, globals, locals, closure)
}

fn eval(iso: &mut Isolate, args: &[Value]) -> Completion {
    let args = exactly(iso, args)?;
    execute(iso, args, Mode::Eval, Value::NONE)
}

fn exec(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [source, globals, locals, closure] = exactly(iso, args)?;
    execute(iso, [source, globals, locals], Mode::Exec, closure.or(Value::NONE))?;
    Ok(Value::NONE)
}

fn dir(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object] = exactly(iso, args)?;
    if let Some(object) = object.given() {
        return iso.dir(object);
    }
    let locals = iso.frame_locals()?;
    let list = match iso.heap.kind(locals) {
        Some(Kind::Dict) => iso.collect_items(locals)?,
        _ => {
            let keys = iso.call_method(locals, names::keys, &[])?;
            iso.collect_items(keys)?
        }
    };
    iso.call_method(list, names::sort, &[])?;
    Ok(list)
}

fn globals(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(iso.frame_globals())
}

fn locals(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.frame_locals()
}

fn vars(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [object] = exactly(iso, args)?;
    let Some(object) = object.given() else { return iso.frame_locals() };
    match iso.get_attr_opt(object, names::__dict__)? {
        Some(dict) => Ok(dict),
        None => Err(raise::type_error(iso, "vars() argument must have __dict__ attribute")),
    }
}

/// A lock on memory does not concern what is shown: the texts on the way are ours.
fn print(iso: &mut Isolate, args: &[Value]) -> Completion {
    let locks = iso.heap.lift_lock();
    let printed = print_unlocked(iso, args);
    iso.heap.restore_lock(locks);
    printed
}

fn print_unlocked(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [sep, end, file, flush, values] = exactly(iso, args)?;
    let separator = print_option(iso, sep, " ", "sep")?;
    let end = print_option(iso, end, "\n", "end")?;
    let file = match file.given().filter(|file| !file.is_none()) {
        Some(file) => file,
        None => match iso.heap.dict_get_name(iso.sys_dict, names::stdout) {
            Some(stdout) if !stdout.is_none() => stdout,
            Some(_) => return Ok(Value::NONE),
            None => return Err(raise::runtime_error(iso, "lost sys.stdout")),
        },
    };
    let write = iso.get_attr(file, names::write)?;
    iso.keep(write);
    let in_pieces = !writes_alike(iso, write);
    iso.spare_items(values)?;
    let mut line = Line { file, write, in_pieces, text: Vec::new() };
    for (index, value) in iso.heap.items(values).collect::<Vec<_>>().into_iter().enumerate() {
        if index > 0 {
            line.text.extend_from_slice(&separator);
            line.added(iso)?;
        }
        if !iso.heap.is_plain_key(value) {
            // Its text may print on its own, or fail: what stands before it comes first.
            line.write(iso)?;
        }
        iso.scope(|iso| {
            let text = iso.str(value)?;
            let inner = iso.unwrap(text);
            let bytes = iso.heap.str_bytes(inner).unwrap_or(&[]);
            line.text.try_reserve(bytes.len() + end.len() + separator.len()).map_err(|_| OutOfMemory)?;
            line.text.extend_from_slice(bytes);
            line.added(iso)
        })?;
    }
    line.text.extend_from_slice(&end);
    line.added(iso)?;
    line.write(iso)?;
    if let Some(flush) = flush.given()
        && iso.is_true(flush)?
    {
        iso.call_method(file, names::flush, &[])?;
    }
    Ok(Value::NONE)
}

/// What `print` collects to write it at once: output of several isolates or threads does not mix within a line.
struct Line {
    file: Value,
    write: Value,
    /// The file's `write` is the program's own: it is looked up for each piece and sees it, as in CPython.
    in_pieces: bool,
    text: Vec<u8>,
}

impl Line {
    /// After a piece was added to the text.
    fn added(&mut self, iso: &mut Isolate) -> Completion<()> {
        if self.in_pieces { self.hand_over(iso) } else { Ok(()) }
    }

    fn write(&mut self, iso: &mut Isolate) -> Completion<()> {
        if self.text.is_empty() { Ok(()) } else { self.hand_over(iso) }
    }

    fn hand_over(&mut self, iso: &mut Isolate) -> Completion<()> {
        let text = iso.new_text(&self.text)?;
        self.text.clear();
        iso.scope(|iso| {
            let write = if self.in_pieces { iso.get_attr(self.file, names::write)? } else { self.write };
            iso.keep(write);
            iso.call(write, &[text]).map(|_| ())
        })
    }
}

/// Whether nobody can tell a text from its parts written one after the other: the method is the library's.
fn writes_alike(iso: &Isolate, write: Value) -> bool {
    let function = if iso.heap.kind(write) == Some(Kind::BoundMethod) { iso.heap.field(write, 0) } else { write };
    match iso.function_details(function) {
        Some(details) => {
            let filename = iso.heap.str_bytes(details.filename());
            filename.is_some_and(|name| name.starts_with(b"<builtin ") || name.starts_with(b"<frozen "))
        }
        None => function.as_native().is_some(),
    }
}

fn print_option(iso: &mut Isolate, value: Value, default: &str, name: &str) -> Completion<Vec<u8>> {
    let Some(value) = value.given().filter(|value| !value.is_none()) else { return Ok(default.as_bytes().to_vec()) };
    match iso.as_str(value) {
        Some(text) => Ok(iso.heap.str_bytes(text).unwrap_or(&[]).to_vec()),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &format!("{name} must be None or a string, not {kind}")))
        }
    }
}

fn input(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [prompt] = exactly(iso, args)?;
    if let Some(prompt) = prompt.given() {
        let Some(stdout) = iso.heap.dict_get_name(iso.sys_dict, names::stdout) else {
            return Err(raise::runtime_error(iso, "input(): lost sys.stdout"));
        };
        let text = iso.str(prompt)?;
        iso.call_method(stdout, names::write, &[text])?;
        iso.call_method(stdout, names::flush, &[])?;
    }
    let Some(stdin) = iso.heap.dict_get_name(iso.sys_dict, names::stdin) else {
        return Err(raise::runtime_error(iso, "input(): lost sys.stdin"));
    };
    if serial_line::is_meant(iso, stdin) {
        return serial_line::read(iso);
    }
    let line = iso.call_method(stdin, names::readline, &[])?;
    let Some(line) = iso.as_str(line) else {
        return Err(raise::type_error(iso, "object.readline() returned non-string"));
    };
    let bytes = iso.heap.str_bytes(line).unwrap_or(&[]).to_vec();
    if bytes.is_empty() {
        return Err(raise::eof_error(iso, "EOF when reading a line"));
    }
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    iso.new_text(bytes)
}

impl Isolate {
    /// `locals()` of the running frame: the namespace itself for modules and classes, a fresh dict for functions
    /// (PEP 667).
    pub(crate) fn frame_locals(&mut self) -> Completion {
        let Some(frame) = self.frame().copied() else { return self.new_dict() };
        let Some(code) = self.codes.get(frame.code) else { return Err(raise::internal(self)) };
        let is_open = |scoped: &&ScopedSlot| scoped.start < frame.pc && frame.pc <= scoped.end;
        // Inner ones hide outer ones.
        let scoped: Vec<ScopedSlot> = code.details().scoped_names().iter().rev().filter(is_open).copied().collect();
        let locals = if code.flags.has(CodeFlags::NAMESPACE) {
            if scoped.is_empty() {
                return Ok(self.slot_at(0));
            }
            // In a comprehension only its own variables are locals (PEP 709).
            self.new_dict()?
        } else if frame.kind == FrameKind::Observed
            && let Some(top) = self.depth().checked_sub(1)
            && let Some(object) = self.frame_object_at(top)?
        {
            self.snapshot_of_frame(object)?
        } else {
            self.snapshot_of_running()?
        };
        for ScopedSlot { name, slot, in_cell, .. } in scoped {
            let held = self.slot_at(usize::from(slot));
            let value = if in_cell { self.heap.cell(held) } else { held };
            if !value.is_unbound() {
                self.heap.dict_set_plain(locals, name, value)?;
            }
        }
        Ok(locals)
    }
}

/// `open`: `io` does it, which is imported when the first program asks for it.
fn open(iso: &mut Isolate, args: &[Value]) -> Completion {
    let module = iso.import_dotted("io")?;
    let name = iso.intern("_open_file")?;
    let function = iso.get_attr(module, name)?;
    let small = Value::small_int;
    let defaults = [
        Value::NONE,
        names::single_ascii(b"r").unwrap_or(Value::NONE),
        small(-1),
        Value::NONE,
        Value::NONE,
        Value::NONE,
        Value::TRUE,
        Value::NONE,
    ];
    let filled: Vec<Value> = args.iter().zip(defaults).map(|(&argument, default)| argument.or(default)).collect();
    iso.call(function, &filled)
}
