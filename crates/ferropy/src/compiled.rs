//! `ferropy compile` and `ferropy dis`: source to compiled files, and listings of either.

use ferropy_bytecode::{CodeObject, disassembly, file_format};
use ferropy_host::Host;
use ferropy_platform::{Platform, Stream};
use ferropy_runtime::{Isolate, Limits};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What `--help` says of the two, and of the one that is Python.
pub(crate) const HELP: &str = "\
ferropy compile file.py... [-o file.fpy]   compile to files that import and run without a compiler
ferropy dis file                           list the instructions of a source or compiled file
ferropy mip install package...             install packages; -h tells more
";

/// Runs a subcommand, if the first argument names one; whether it went well.
pub(crate) fn run(arguments: &[OsString]) -> Option<Result<(), String>> {
    let (first, rest) = arguments.split_first()?;
    // A script of that name is meant, not the command.
    if Path::new(first).exists() {
        return None;
    }
    match first.to_str()? {
        "compile" => Some(compile(rest)),
        "dis" => Some(list(rest)),
        _ => None,
    }
}

fn compile(arguments: &[OsString]) -> Result<(), String> {
    let (mut sources, mut output, mut optimize) = (Vec::new(), None, 0);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("-o") => output = Some(PathBuf::from(arguments.next().ok_or("-o needs a file")?)),
            Some("-O") => optimize = 1,
            Some("-OO") => optimize = 2,
            _ => sources.push(PathBuf::from(argument)),
        }
    }
    if sources.is_empty() || (output.is_some() && sources.len() > 1) {
        return Err(format!("usage:\n{HELP}"));
    }
    for source in sources {
        let target = output.clone().unwrap_or_else(|| source.with_extension("fpy"));
        let code = load(&source, optimize)?;
        std::fs::write(&target, file_format::encode(&code)).map_err(|error| at(&target, &error))?;
    }
    Ok(())
}

fn list(arguments: &[OsString]) -> Result<(), String> {
    let [file] = arguments else { return Err(format!("usage:\n{HELP}")) };
    let code = load(Path::new(file), 0)?;
    let mut host = Host::new();
    let console = host.console();
    // Whoever closes the pipe has seen enough.
    let _ = console.write(Stream::Out, disassembly::disassemble(&code).as_bytes());
    let _ = console.flush(Stream::Out);
    Ok(())
}

fn at(path: &Path, error: &impl std::fmt::Display) -> String {
    format!("ferropy: {}: {error}", path.display())
}

/// The code of a source or compiled file.
fn load(path: &Path, optimize: u8) -> Result<CodeObject, String> {
    let bytes = std::fs::read(path).map_err(|error| at(path, &error))?;
    if file_format::is_compiled(&bytes) {
        return file_format::decode(&bytes).map_err(|error| at(path, &error));
    }
    let mut isolate = Isolate::new(Box::new(Host::new()), Limits::default(), ferropy_stdlib::MODULES, None)
        .map_err(|_| "ferropy: no memory to start".to_owned())?;
    isolate.optimize = optimize;
    isolate.compile_to_object(&bytes, &path.to_string_lossy()).map_err(|_| {
        let exception = isolate.take_exception();
        isolate.format_exception(exception).trim_end().to_owned()
    })
}
