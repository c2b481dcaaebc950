//! The corpus under `tests/`: small Python programs with the output they must print.
//!
//! `case` reads what a program's header says, `runner` runs many programs and compares, `interpreter` knows the
//! programs that can run a case: ferropy with its options, and the CPython at hand. `tests/README.md` explains the
//! format to people.

mod case;
mod expected_failures;
mod interpreter;
mod runner;

pub(crate) use case::{Case, discover, folder, orphans};
pub(crate) use expected_failures::ExpectedFailures;
pub(crate) use interpreter::{CPython, Interpreter};
pub(crate) use runner::{Run, Verdict, in_parallel, run_case};
