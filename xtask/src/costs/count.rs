//! What is counted: instructions by valgrind, cycles by the board's emulator.

use std::path::Path;
use std::time::Duration;

use super::table::Rows;
use crate::firmware::Image;
use crate::process::Run;
use crate::workspace;

/// The programs of `bench/` whose instructions are counted: those that live on the interpreter and on builtins, none on what
/// the C library or the processor's wide registers do.
const PROGRAMS: &[&str] = &[
    "attributes",
    "binary_trees",
    "call_kinds",
    "closures",
    "comprehensions",
    "dict_strings",
    "exceptions",
    "fib",
    "formatting",
    "generators",
    "mandelbrot",
    "method_calls",
    "richards",
    "string_methods",
    "unpacking",
];

/// The longest that one program may take under valgrind, which makes it fifty times slower.
const LIMIT: Duration = Duration::from_secs(300);

/// Machine instructions that each program takes from start to end.
pub(super) fn instructions(binary: &Path) -> Result<Rows, String> {
    if Run::program("valgrind").arguments(["--version"]).capture().is_err() {
        return Err("there is no valgrind here".to_owned());
    }
    let mut rows = Rows::new();
    for name in PROGRAMS {
        let program = workspace::root().join("bench").join(format!("{name}.py"));
        let run = Run::program("valgrind")
            .arguments(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arguments([binary, &program])
            .steady_python()
            .limit(LIMIT)
            .capture()?;
        let count = run.stderr.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
        let count = count.ok_or_else(|| format!("valgrind does not count {name}: {}", run.stderr))?;
        rows.push(((*name).to_owned(), count));
    }
    Ok(rows)
}

/// Cycles of each row of the programs in `bench/board/`.
pub(super) fn cycles(image: &Image) -> Result<Rows, String> {
    let folder = workspace::root().join("bench/board");
    let programs = workspace::files_below(&folder, &[".py"]);
    let run = Run::program("node")
        .folder(workspace::root())
        .arguments(["emulator/bin/bench.js"])
        .arguments(programs.iter().filter(|program| !program.ends_with("rows.py")))
        .environment("FERROPY_IMAGE", &image.elf)
        .environment("FERROPY_FLASH_MIB", image.flash_mib.to_string())
        .limit(LIMIT)
        .capture()?;
    if !run.success() {
        return Err(format!("the emulator says\n{}{}", run.stdout, run.stderr));
    }
    let lines = run.stdout.lines().filter(|line| !line.starts_with('#'));
    lines.map(row).collect::<Option<Rows>>().ok_or_else(|| format!("what are these rows?\n{}", run.stdout))
}

fn row(line: &str) -> Option<(String, u64)> {
    let (name, count) = line.split_once(' ')?;
    Some((name.to_owned(), count.trim().parse().ok()?))
}
