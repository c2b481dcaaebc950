//! Makes a failing input smaller: parts are cut away as long as it still fails.

use crate::worker::{Verdict, Worker};

/// Most attempts; an input that hangs costs seconds for each.
const ATTEMPTS: usize = 2000;

pub(crate) fn shrink(input: Vec<u8>, worker: &mut Worker) -> Vec<u8> {
    let mut small = input;
    let mut attempts = 0;
    let mut part = small.len() / 2;
    while part > 0 {
        let mut at = 0;
        while at < small.len() && attempts < ATTEMPTS {
            attempts += 1;
            let mut candidate = small.clone();
            candidate.drain(at..(at + part).min(small.len()));
            match worker.examine(&candidate) {
                Verdict::Failed(_) => small = candidate,
                // Without an end in sight the input stays as it is.
                Verdict::Slow => return small,
                Verdict::Fine => at += part,
            }
        }
        part /= 2;
    }
    small
}
