//! Runs a target on a thread of its own, so that a panic is caught and a hang is noticed.

use crate::platform::Unstoppable;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// How long one input may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Room for parsers and native functions that nest.
const STACK_BYTES: usize = 256 << 20;

/// How an input ended.
#[derive(Debug)]
pub(crate) enum Verdict {
    Fine,
    /// It does not end in time.
    Slow,
    /// It panicked, or the target says what is wrong.
    Failed(#[expect(dead_code, reason = "printed with the verdict")] String),
}

/// What a target makes of an input.
pub(crate) type Run = fn(&[u8]) -> Result<(), String>;

pub(crate) struct Worker {
    run: Run,
    inputs: Sender<Vec<u8>>,
    verdicts: Receiver<Result<(), String>>,
}

impl Worker {
    pub(crate) fn new(run: Run) -> Worker {
        let (inputs, to_examine) = mpsc::channel::<Vec<u8>>();
        let (report, verdicts) = mpsc::channel();
        let examine_all = move || {
            for input in to_examine {
                let result = panic::catch_unwind(AssertUnwindSafe(|| run(&input)));
                let verdict = result.unwrap_or_else(|panic| {
                    if panic.is::<Unstoppable>() {
                        return Ok(());
                    }
                    let text = panic.downcast_ref::<String>().cloned();
                    Err(text
                        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                        .unwrap_or_default())
                });
                if report.send(verdict).is_err() {
                    break;
                }
            }
        };
        // Without a thread every input is slow, which the caller reports.
        thread::Builder::new().stack_size(STACK_BYTES).spawn(examine_all).ok();
        Worker { run, inputs, verdicts }
    }

    /// Runs one input. After one that hangs, the thread is left behind and a fresh one takes over.
    pub(crate) fn examine(&mut self, input: &[u8]) -> Verdict {
        self.inputs.send(input.to_vec()).ok();
        match self.verdicts.recv_timeout(PATIENCE) {
            Ok(Ok(())) => Verdict::Fine,
            Ok(Err(problem)) => Verdict::Failed(problem),
            Err(_) => {
                *self = Worker::new(self.run);
                Verdict::Slow
            }
        }
    }
}
