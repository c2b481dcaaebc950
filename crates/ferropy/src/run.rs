//! Running programs.

use crate::archive;
use crate::arguments::{Action, Arguments};
use crate::installation;
use crate::prompt::{self, Input};
use crate::report;
use crate::terminal::Terminal;
use ferropy_host::Host;
use ferropy_platform::Stream;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Limits, MainModule, Outcome, Program, Raised, Value, names};
use std::io::{IsTerminal, Read};
use std::path::Path;

/// How deep native functions may call Python again: the thread's stack is made for it.
pub(crate) const NATIVE_DEPTH: usize = 20_000;

/// Runs what the command line asks for; the exit code.
pub(crate) fn run(arguments: &Arguments) -> u8 {
    let is_prompt = arguments.action == Action::Interactive && (arguments.stay || std::io::stdin().is_terminal());
    let mut input = (is_prompt || arguments.stay).then(open_input);
    ferropy_host::install_interrupt_handler();
    let usual = Limits::default();
    let limits = Limits {
        heap_bytes: arguments.heap_bytes,
        recursion: arguments.recursion,
        native_depth: NATIVE_DEPTH,
        int_digits: arguments.int_digits.unwrap_or(usual.int_digits),
        ..Limits::default()
    };
    let host = if arguments.unbuffered { Host::new().unbuffered() } else { Host::new() };
    let Ok(mut isolate) = Isolate::new(Box::new(host), limits, ferropy_stdlib::MODULES, arguments.hash_seed) else {
        crate::complain("ferropy: the heap is too small to start");
        return report::INTERNAL_ERROR;
    };
    isolate.optimize = arguments.optimize;
    let namespace = match prepare(&mut isolate, arguments) {
        Ok(namespace) => namespace,
        Err(_) => {
            let exception = isolate.take_exception();
            let code = report::uncaught(&mut isolate, exception);
            return flush(&mut isolate, code);
        }
    };
    if !arguments.no_site {
        ferropy_stdlib::add_site_builtins(&mut isolate);
        installation::run_site(&mut isolate, arguments);
    }
    if put_place(&mut isolate, arguments).is_err() {
        return report::INTERNAL_ERROR;
    }
    isolate.set_collect_always(arguments.collect_always);
    if arguments.collect_steps {
        isolate.set_collect_steps(true);
    }
    let mut code = 0;
    if let Some(world) = &arguments.world
        && let Err(code) = set_up_world(&mut isolate, world)
    {
        return flush(&mut isolate, code);
    }
    let mut was_interrupted = false;
    if !is_prompt {
        let end = act(&mut isolate, arguments, namespace);
        code = end.code;
        was_interrupted = !end.left && code == report::INTERRUPTED;
        if input.is_none() && !end.left && inspects(&mut isolate, arguments) {
            input = Some(open_input());
        }
    } else if !arguments.quiet {
        let banner = prompt::banner(&isolate);
        report::write_error(&mut isolate, &banner);
    }
    if let Some(input) = input {
        if is_prompt && let Some(file) = arguments.variable("PYTHONSTARTUP") {
            startup(&mut isolate, &file, namespace);
        }
        (isolate, code) = prompt::run(isolate, namespace, input);
        was_interrupted = false;
    }
    code = flush(&mut isolate, code);
    if was_interrupted {
        ferropy_host::end_by_interrupt();
    }
    code
}

fn open_input() -> Input {
    Terminal::open().map_or(Input::Pipe, |terminal| Input::Terminal(Box::new(terminal)))
}

/// How a program ended.
struct End {
    code: u8,
    /// Whether the program itself wanted to leave.
    left: bool,
}

impl From<u8> for End {
    fn from(code: u8) -> End {
        End { code, left: false }
    }
}

/// Whether the program has asked for the prompt at its end: it may set `PYTHONINSPECT` (`MICROPYINSPECT` in programs for
/// MicroPython) for that.
fn inspects(isolate: &mut Isolate, arguments: &Arguments) -> bool {
    if arguments.no_environment || !std::io::stdin().is_terminal() {
        return false;
    }
    let variables = isolate.platform.process().environment();
    let is_set = |wanted: &[u8]| variables.iter().any(|(name, value)| name == wanted && !value.is_empty());
    is_set(b"PYTHONINSPECT") || is_set(b"MICROPYINSPECT")
}

/// The end, and what is still in the console's buffers.
fn flush(isolate: &mut Isolate, code: u8) -> u8 {
    ferropy_stdlib::end(isolate);
    match isolate.flush_console(Stream::Out) {
        Ok(()) => code,
        Err(_) => report::INTERNAL_ERROR,
    }
}

/// `sys.argv`, `sys.path` and the namespace of `__main__`.
fn prepare(isolate: &mut Isolate, arguments: &Arguments) -> Result<Value, Raised> {
    let first = match &arguments.action {
        Action::Script(path) => path.as_str(),
        Action::Code(_) => "-c",
        // Until the module's file is known.
        Action::Module(_) => "-m",
        Action::StandardInput => "-",
        _ => "",
    };
    let argv: Vec<&str> = core::iter::once(first).chain(arguments.rest.iter().map(String::as_str)).collect();
    ferropy_stdlib::set_arguments(isolate, &argv)?;
    let given: Vec<String> = std::env::args_os().map(|part| part.to_string_lossy().into_owned()).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    ferropy_stdlib::set_original_arguments(isolate, &given)?;
    let options: Vec<&str> = arguments.warnings.iter().map(String::as_str).collect();
    ferropy_stdlib::set_warning_options(isolate, &options)?;
    ferropy_stdlib::set_flags(isolate, arguments.flags())?;
    if !arguments.extended.is_empty() {
        let options = arguments.extended.iter().map(|option| match option.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (option.as_str(), None),
        });
        let options: Vec<_> = options.collect();
        ferropy_stdlib::set_extended_options(isolate, &options)?;
    }
    let namespace = ferropy_stdlib::new_main(isolate)?;
    isolate.root(namespace);
    installation::find_packages(isolate, arguments)?;
    Ok(namespace)
}

/// Puts the place of the program in front of `sys.path`: the folder or archive that it is, or the folder that it is in.
fn put_place(isolate: &mut Isolate, arguments: &Arguments) -> Result<(), Raised> {
    let place = match &arguments.action {
        Action::Script(path) if holds_program(path) => absolute(path),
        _ if arguments.safe_path => return Ok(()),
        Action::Script(path) => directory_of(path),
        Action::Module(_) => {
            std::env::current_dir().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default()
        }
        _ => String::new(),
    };
    ferropy_stdlib::put_on_path(isolate, &place)
}

/// Whether a program's path is that of a folder or an archive.
fn holds_program(path: &str) -> bool {
    Path::new(path).is_dir() || archive::is_archive(path)
}

/// The directory of a script, as `sys.path[0]` has it.
fn directory_of(path: &str) -> String {
    let full = std::fs::canonicalize(path).unwrap_or_else(|_| path.into());
    full.parent().map(|parent| parent.to_string_lossy().into_owned()).unwrap_or_default()
}

fn act(isolate: &mut Isolate, arguments: &Arguments, namespace: Value) -> End {
    match &arguments.action {
        Action::Code(code) => {
            let code = dedented(code);
            isolate.remember_source("<string>", &code);
            execute(isolate, &Program::Bytes(code.into_bytes()), "<string>", namespace, arguments)
        }
        Action::Script(path) if Path::new(path).is_dir() => folder(isolate, &absolute(path), namespace, arguments),
        Action::Script(path) => match std::fs::read(path) {
            Ok(bytes) if archive::ends_as_one(&bytes) => {
                let place = absolute(path);
                match isolate.find_main_in(&place) {
                    Ok(Some(found)) => main_module(isolate, Ok(found), namespace, arguments),
                    // It only looks like an archive.
                    Ok(None) => script(isolate, &Program::Bytes(bytes), &place, namespace, arguments),
                    Err(raised) => main_module(isolate, Err(raised), namespace, arguments),
                }
            }
            Ok(mut bytes) => {
                if arguments.skip_first_line {
                    blank_first_line(&mut bytes);
                }
                script(isolate, &Program::Bytes(bytes), &absolute(path), namespace, arguments)
            }
            Err(error) => {
                let code = error.raw_os_error().unwrap_or(2);
                let text = ferropy_platform::error::text(code);
                let full = absolute(path);
                let message = format!("ferropy: can't open file '{full}': [Errno {code}] {text}\n");
                report::write_error(isolate, &message);
                2.into()
            }
        },
        Action::Module(name) => module(isolate, name, namespace, arguments),
        _ => {
            let mut bytes = Vec::new();
            if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
                report::write_error(isolate, &format!("ferropy: can't read standard input: {error}\n"));
                return 2.into();
            }
            execute(isolate, &Program::Bytes(bytes), "<stdin>", namespace, arguments)
        }
    }
}

/// The path from the root on, otherwise as it was written: links and points stay.
fn absolute(path: &str) -> String {
    match std::env::current_dir() {
        Ok(directory) if !path.starts_with('/') => format!("{}/{path}", directory.to_string_lossy()),
        _ => path.into(),
    }
}

/// `-x`: the first line becomes a comment, so that the others keep their numbers.
fn blank_first_line(bytes: &mut Vec<u8>) {
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    bytes.drain(..end);
}

/// A folder: its `__main__.py`.
fn folder(isolate: &mut Isolate, path: &str, namespace: Value, arguments: &Arguments) -> End {
    let file = format!("{}/__main__.py", path.trim_end_matches('/'));
    match std::fs::read(&file) {
        Ok(bytes) => {
            if isolate.heap.dict_set_plain(namespace, names::__package__, names::EMPTY).is_err() {
                return report::INTERNAL_ERROR.into();
            }
            script(isolate, &Program::Bytes(bytes), &file, namespace, arguments)
        }
        Err(_) => {
            report::write_error(isolate, &format!("ferropy: can't find '__main__' module in '{path}'\n"));
            1.into()
        }
    }
}

fn script(isolate: &mut Isolate, program: &Program, path: &str, namespace: Value, arguments: &Arguments) -> End {
    let file = isolate.new_str(path);
    if let Ok(file) = file
        && isolate.heap.dict_set_plain(namespace, names::__file__, file).is_err()
    {
        return report::INTERNAL_ERROR.into();
    }
    let module = match &arguments.action {
        Action::Module(name) if path.ends_with("/__main__.py") && !name.ends_with(".__main__") => {
            Some(format!("{name}.__main__"))
        }
        Action::Module(name) => Some(name.clone()),
        // A folder's program has a specification too.
        Action::Script(given) if Path::new(given).is_dir() => Some("__main__".to_owned()),
        _ => None,
    };
    if isolate.describe_main(namespace, path, module.as_deref()).is_err() {
        return report::INTERNAL_ERROR.into();
    }
    execute(isolate, program, path, namespace, arguments)
}

/// A program of the command line without what all its lines are indented by.
fn dedented(code: &str) -> String {
    let mut indent: Option<&str> = None;
    for line in code.lines().filter(|line| !line.trim().is_empty()) {
        let own = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let shared = indent.map_or(own, |indent| {
            let same = indent.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
            &own[..same]
        });
        indent = Some(shared);
    }
    match indent {
        None | Some("") => code.to_owned(),
        Some(indent) => {
            let lines = code
                .split_inclusive('\n')
                .map(|line| line.strip_prefix(indent).unwrap_or(line.trim_start_matches([' ', '\t'])));
            lines.collect()
        }
    }
}

/// Runs a program to its end.
fn execute(isolate: &mut Isolate, program: &Program, filename: &str, namespace: Value, arguments: &Arguments) -> End {
    let done = match isolate.load_program(program, filename) {
        Ok(_) if arguments.compile_only => Ok(()),
        Ok(code) => drive(isolate, code, namespace, arguments.slice),
        Err(raised) => Err(raised),
    };
    match done {
        Ok(()) => 0.into(),
        Err(_) => {
            let left = isolate.raised_is(TypeId::SYSTEM_EXIT);
            let exception = isolate.take_exception();
            if arguments.stay {
                // Who wants to look around after the program doesn't want to leave with it.
                report::show(isolate, exception);
                return 1.into();
            }
            End { code: report::uncaught(isolate, exception), left }
        }
    }
}

/// `PYTHONSTARTUP`: a file that runs before the first prompt; what is wrong with it is shown and forgotten.
fn startup(isolate: &mut Isolate, file: &str, namespace: Value) {
    let done = isolate.read_file(file).and_then(|bytes| isolate.load_file(&bytes, file));
    if done.and_then(|code| drive(isolate, code, namespace, None)).is_err() {
        let exception = isolate.take_exception();
        report::show(isolate, exception);
    }
}

/// `--world`: runs the program that says what the simulated board is wired to; the exit code if that fails.
fn set_up_world(isolate: &mut Isolate, file: &str) -> Result<(), u8> {
    let mut load = || {
        let module = isolate.import_dotted("simulated_board")?;
        let (name, file) = (isolate.intern("load")?, isolate.new_str(file)?);
        isolate.call_method(module, name, &[file])
    };
    load().map(drop).map_err(|_| {
        let exception = isolate.take_exception();
        report::uncaught(isolate, exception)
    })
}

/// Runs code in slices, as an embedder would.
fn drive(isolate: &mut Isolate, code: Value, namespace: Value, slice: Option<u64>) -> Result<(), Raised> {
    isolate.start(code, namespace)?;
    loop {
        match isolate.run(slice) {
            Outcome::Finished(_) => return Ok(()),
            Outcome::Raised(raised) => return Err(raised),
            Outcome::OutOfBudget => {}
            Outcome::Waiting { nanoseconds, for_input } => isolate.wait_with_threads(nanoseconds, for_input),
        }
    }
}

/// `-m name`: the module's file, or its package's `__main__`, as `__main__`.
fn module(isolate: &mut Isolate, name: &str, namespace: Value, arguments: &Arguments) -> End {
    let found = isolate.find_main_module(name);
    if let Ok(MainModule::File { file, .. }) = &found
        && tell_file(isolate, file).is_err()
    {
        return report::INTERNAL_ERROR.into();
    }
    main_module(isolate, found, namespace, arguments)
}

/// Runs what was found as `__main__`.
fn main_module(
    isolate: &mut Isolate,
    found: Result<MainModule, Raised>,
    namespace: Value,
    arguments: &Arguments,
) -> End {
    match found {
        Ok(MainModule::File { file, program, package, spec }) => {
            match tell_package(isolate, &package, &file, spec, namespace) {
                Ok(()) if spec.is_none() => script(isolate, &program, &file, namespace, arguments),
                Ok(()) => execute(isolate, &program, &file, namespace, arguments),
                Err(_) => report::INTERNAL_ERROR.into(),
            }
        }
        Ok(MainModule::Missing(why)) => {
            report::write_error(isolate, &format!("ferropy: {why}\n"));
            1.into()
        }
        Err(_) => {
            let exception = isolate.take_exception();
            report::uncaught(isolate, exception).into()
        }
    }
}

/// `sys.argv[0]` of a module that runs as a program.
fn tell_file(isolate: &mut Isolate, file: &str) -> Result<(), Raised> {
    let (sys, argv) = (isolate.sys_namespace(), isolate.intern("argv")?);
    if let Some(list) = isolate.heap.dict_get_name(sys, argv) {
        let file = isolate.new_str(file)?;
        isolate.set_item(list, Value::small_int(0), file)?;
    }
    Ok(())
}

/// The package of a module that runs as a program and, where a finder gave one, its specification.
fn tell_package(isolate: &mut Isolate, package: &str, file: &str, spec: Value, namespace: Value) -> Result<(), Raised> {
    let package = isolate.new_str(package)?;
    isolate.heap.dict_set_plain(namespace, names::__package__, package)?;
    if spec.is_none() {
        return Ok(());
    }
    let file = isolate.new_str(file)?;
    isolate.heap.dict_set_plain(namespace, names::__file__, file)?;
    isolate.specify_main(namespace, spec)
}
