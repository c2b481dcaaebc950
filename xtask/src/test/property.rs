//! The corpus again, under conditions that must change nothing that a program can see.
//!
//! `-X slice=SEED` makes ferropy run every program with small budgets of random length: it stops and goes on at
//! arbitrary instructions. `-X collect=always` collects at every safepoint: a value that the collector does not
//! know to be alive is gone at once.

use super::Context;
use super::python::run_with;
use crate::corpus::{self, Case};
use crate::tally::Tally;

/// Seeds of the budgets. Fixed, so that a failure can be repeated.
const SEEDS: &[&str] = &["slice=1", "slice=20250731"];

/// How much longer than usual a program may take.
const PATIENCE: u64 = 6;

pub(super) fn slices(context: &Context) -> Result<Tally, String> {
    let mut tally = Tally::default();
    for seed in SEEDS {
        tally += with_option(context, seed)?;
    }
    Ok(tally)
}

pub(super) fn collect(context: &Context) -> Result<Tally, String> {
    with_option(context, "collect=always")
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
