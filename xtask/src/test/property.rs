//! The corpus again, under conditions that must change nothing that a program can see.
//!
//! `-X slice=N` makes ferropy run every program in slices of N jumps and calls: it stops and goes on in the middle of
//! everything. `-X collect=always` collects at every safepoint: a value that the collector does not know to be alive
//! is gone at once.

use super::Context;
use super::python::run_with;
use crate::corpus::{self, Case};
use crate::tally::Tally;

/// Lengths of slices: the shortest, and one that is prime to the lengths of loops.
const SLICES: &[&str] = &["slice=1", "slice=13"];

/// How much longer than usual a program may take.
const PATIENCE: u64 = 12;

pub(super) fn slices(context: &Context) -> Result<Tally, String> {
    let mut tally = Tally::default();
    for slice in SLICES {
        tally += with_option(context, slice)?;
    }
    Ok(tally)
}

pub(super) fn collect(context: &Context) -> Result<Tally, String> {
    Ok(with_option(context, "collect=always")? + with_option(context, "collect=steps")?)
}

fn with_option(context: &Context, option: &str) -> Result<Tally, String> {
    println!("  -X {option}");
    let (cases, slow): (Vec<Case>, Vec<Case>) =
        corpus::discover(&context.filters)?.into_iter().partition(|case| case.header.slow.is_none());
    let interpreter = context.ferropy.as_ref().map_err(Clone::clone)?.with_options(&["-X", option]);
    let mut tally = run_with(&cases, &interpreter, context.limit * PATIENCE, context)?;
    tally.skipped += slow.len();
    Ok(tally)
}
