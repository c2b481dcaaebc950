//! Machine code of the image once more, out of what the compiler optimised, without what only the target's name brings in.
//!
//! `rustc` gives each function of the target `thumbv6m-none-eabi` a frame pointer: a register less, and pushes, pops and
//! moves that nobody looks at, as the image has no debugger's tables. No option turns that off. So the linker that `rustc`
//! calls is this program: it takes the bitcode that was written beside, drops the attribute, lets LLVM's `llc` (the
//! component `llvm-tools` of the same toolchain) make the code again, takes [comparisons](super::comparisons) out that decide
//! nothing, [outlines](super::outline) what repeats, makes [branches](super::branches) shorter, and calls the real linker
//! with that. docs/boards.md says what is gained.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::branches::with_stones;
use super::comparisons::without_vain;
use super::outline::outline;
use crate::llvm;
use crate::process::Run;
use crate::workspace;

/// Set where `rustc` calls us as the linker.
const VARIABLE: &str = "FERROPY_REGENERATE";
/// What functions must not have.
const FRAME_POINTERS: &str = "\"frame-pointer\"=\"all\"";
/// How `llc` is called: as `rustc` does it for this target, and with what makes the code shorter and no slower.
const OPTIONS: &[&str] = &[
    "-O2",
    "-relocation-model=static",
    "-function-sections",
    "-data-sections",
    // Constants of one function lie beside it, without an address of their own.
    "-arm-promote-constant",
    "-arm-promote-constant-max-size=256",
    "-arm-promote-constant-max-total=4096",
    // Ends of blocks that are the same are one, however many blocks there are.
    "-tail-merge-threshold=2000",
    "-tail-merge-size=2",
    // What is cheap is computed again rather than kept in one of the eight registers: shorter, and faster too.
    "-disable-machine-cse",
    // Live ranges are split for size.
    "-split-spill-mode=size",
];

/// The feature of the firmware that does not fit beside the rest without all this.
const FEATURE: &str = "more-modules = [";

/// Makes a build of the firmware, a `cargo rustc`, go through here; false where the toolchain has no `llc` and can't get it,
/// which is said: the image is larger then, and slower.
///
/// # Errors
/// Where this program has no path.
pub(super) fn prepare(run: Run) -> Result<(Run, bool), String> {
    let llc = match llvm::tool("llc") {
        Ok(llc) => llc,
        Err(reason) => {
            let left_out = left_out()?;
            println!(
                "  {reason}; without it the image is slower and 4 % larger, so that it lacks the modules {left_out}"
            );
            return Ok((run.arguments(["--no-default-features"]), false));
        }
    };
    let program = std::env::current_exe().map_err(|error| format!("no path of this program: {error}"))?;
    let run = run.arguments(["--", "--emit=llvm-bc", &format!("-Clinker={}", program.display())]);
    Ok((run.environment(VARIABLE, llc.parent().unwrap_or(&llc)), true))
}

/// The modules that the feature consists of.
fn left_out() -> Result<String, String> {
    let text = workspace::read(&workspace::root().join("firmware/rp/Cargo.toml"))?;
    let list = text.split_once(FEATURE).and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    let names = list.split('"').filter_map(|name| name.strip_prefix("ferropy-stdlib/"));
    Ok(names.map(|name| name.trim_end_matches("-small")).collect::<Vec<_>>().join(", "))
}

/// Where `rustc` called us as the linker: does that.
pub(crate) fn link(arguments: &[String]) -> Option<ExitCode> {
    let tools = PathBuf::from(std::env::var_os(VARIABLE)?);
    Some(match link_with(&tools, arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    })
}

fn link_with(tools: &Path, arguments: &[String]) -> Result<(), String> {
    let mut arguments = arguments.to_vec();
    let output = arguments.iter().position(|argument| argument == "-o").and_then(|at| arguments.get(at + 1));
    let bitcode = Path::new(output.ok_or("the linker gets no -o")?).with_extension("bc");
    let mut objects = arguments.iter_mut().filter(|argument| argument.ends_with(".rcgu.o"));
    let (Some(object), None) = (objects.next(), objects.next()) else {
        return Err("the firmware is not one object file: it has to be built with fat LTO".into());
    };
    let file = |ending| bitcode.with_extension(ending);
    let [text, code, again, made] = ["ll", "s", "outlined.ll", "o"].map(file);
    call(tools, "llvm-dis", &[path(&bitcode), "-o", path(&text)])?;
    let program = read(&text)?.replace(FRAME_POINTERS, "");
    write(&text, &program)?;
    call(tools, "llc", &[OPTIONS, &["-filetype=asm", path(&text), "-o", path(&code)]].concat())?;
    let compiled = read(&code)?;
    write(&again, &module_of(&with_stones(&outline(&without_vain(&compiled), &program), &compiled), &program))?;
    if call(tools, "llc", &["-filetype=obj", path(&again), "-o", path(&made)]).is_err() {
        // Something may be farther away than it was, by what makes a constant's address a multiple of four.
        eprintln!("what repeats can't be outlined; the image is larger without");
        call(tools, "llc", &[OPTIONS, &["-filetype=obj", path(&text), "-o", path(&made)]].concat())?;
    }
    *object = path(&made).into();
    let rest: Vec<&str> = arguments.iter().map(String::as_str).collect();
    call(tools, "rust-lld", &rest)?;
    for file in [&bitcode, &text, &code, &again, &made] {
        // What is left there is only in the way.
        let _ = fs::remove_file(file);
    }
    Ok(())
}

/// Assembly as LLVM IR for the same machine as `program`: there is no other way into LLVM's assembler among its tools.
fn module_of(assembly: &str, program: &str) -> String {
    let mut module: String =
        program.lines().filter(|line| line.starts_with("target ")).flat_map(|line| [line, "\n"]).collect();
    // What the assembler adds by itself.
    let is_said = |line: &&str| !line.starts_with("\t.eabi_attribute\t");
    for line in assembly.lines().filter(is_said) {
        module.push_str("module asm \"");
        module.push_str(&line.replace('\\', "\\5C").replace('"', "\\22").replace('\t', "\\09"));
        module.push_str("\"\n");
    }
    module
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

fn call(tools: &Path, tool: &str, arguments: &[&str]) -> Result<(), String> {
    let program = tools.join(tool);
    let status = Command::new(&program).args(arguments).status();
    let status = status.map_err(|error| format!("{}: {error}", program.display()))?;
    if status.success() { Ok(()) } else { Err(format!("{tool} failed")) }
}
