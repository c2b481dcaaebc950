//! The prompt in a terminal.

use crate::report;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Raised, Value, names};
use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};
use std::path::PathBuf;

/// Reads, runs and shows until the user leaves; the exit code.
pub(crate) fn run(isolate: &mut Isolate, namespace: Value) -> u8 {
    println!("Ferropy {} (Python 3.14) on {}", env!("CARGO_PKG_VERSION"), isolate.platform.name());
    println!("Type \"help\" or \"copyright\" for more information; leave with Ctrl-D.");
    let config = Config::builder().auto_add_history(true).max_history_size(1000).map(rustyline::config::Builder::build);
    let Ok(mut editor) = config.and_then(DefaultEditor::with_config) else {
        report::write_error(isolate, "ferropy: the terminal can't be used\n");
        return report::INTERNAL_ERROR;
    };
    let history = history_file();
    if let Some(file) = &history {
        // The first time there is none.
        let _ = editor.load_history(file);
    }
    let code = read_and_run(isolate, namespace, &mut editor);
    if let Some(file) = &history {
        // A history that can't be saved is no reason to complain at the end.
        let _ = editor.save_history(file);
    }
    code
}

fn history_file() -> Option<PathBuf> {
    std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".ferropy_history"))
}

fn read_and_run(isolate: &mut Isolate, namespace: Value, editor: &mut DefaultEditor) -> u8 {
    let mut source = String::new();
    loop {
        let prompt = prompt_text(isolate, source.is_empty());
        match editor.readline(&prompt) {
            Ok(line) => {
                source.push_str(&line);
                source.push('\n');
                if !is_complete(&source, line.is_empty()) {
                    continue;
                }
                let text = std::mem::take(&mut source);
                if text.trim().is_empty() {
                    continue;
                }
                if let Err(_raised) = execute(isolate, &text, namespace)
                    && let Some(code) = failed(isolate)
                {
                    return code;
                }
            }
            Err(ReadlineError::Interrupted) => {
                println!("KeyboardInterrupt");
                source.clear();
            }
            Err(ReadlineError::Eof) => return 0,
            Err(error) => {
                report::write_error(isolate, &format!("ferropy: {error}\n"));
                return report::INTERNAL_ERROR;
            }
        }
    }
}

/// `sys.ps1` or `sys.ps2`.
fn prompt_text(isolate: &mut Isolate, first: bool) -> String {
    let sys = isolate.sys_namespace();
    let name = if first { names::ps1 } else { names::ps2 };
    let default = if first { ">>> " } else { "... " };
    let found = isolate.heap.dict_get_name(sys, name);
    found.and_then(|text| isolate.to_text(text)).unwrap_or_else(|| default.into())
}

/// Whether what was typed is a whole statement. A block ends with an empty line.
fn is_complete(source: &str, empty_line: bool) -> bool {
    let options = ferropy_syntax::Options { close_blocks: empty_line, ..ferropy_syntax::Options::default() };
    match ferropy_syntax::parse(&ferropy_syntax::Source::new(source), ferropy_syntax::Mode::Single, &options) {
        Ok(_) => true,
        Err(error) => !error.is_incomplete(),
    }
}

fn execute(isolate: &mut Isolate, source: &str, namespace: Value) -> Result<(), Raised> {
    isolate.run_source(source.as_bytes(), "<stdin>", Mode::Single, namespace)?;
    Ok(())
}

/// Shows the exception; the exit code if it was `SystemExit`.
fn failed(isolate: &mut Isolate) -> Option<u8> {
    let exception = isolate.take_exception();
    if isolate.is_instance_of(exception, TypeId::SYSTEM_EXIT) {
        return Some(report::uncaught(isolate, exception));
    }
    report::show(isolate, exception);
    None
}
