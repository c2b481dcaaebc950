//! Writing to the console: where the host has no room for it, other threads go on, and a signal or Ctrl-C is dealt with.

use crate::{Completion, Isolate, Value, WATCHED_BITS, WaitFor, raise};
use ferropy_platform::files::readiness::WRITE;
use ferropy_platform::{Console, Error, Stream};

impl Isolate {
    /// Does something with the console's stream, and waits until the host has taken enough of what was written.
    ///
    /// Calls handlers of signals, so it may only be called where native code may call Python.
    ///
    /// # Errors
    /// `OSError`, `KeyboardInterrupt`, and what handlers raise. What is not written yet is kept.
    pub fn write_console(
        &mut self,
        stream: Stream,
        work: impl FnOnce(&mut dyn Console) -> Result<(), Error>,
    ) -> Completion<()> {
        let mut result = work(self.platform.console());
        loop {
            match result {
                Ok(()) if !self.platform.console().is_behind(stream) => return Ok(()),
                Ok(()) => {}
                Err(Error::INTERRUPTED) => self.look_at_world()?,
                Err(error) => return Err(raise::os_error(self, error.code())),
            }
            if self.has_other_threads() {
                let number = if stream == Stream::Out { 1 } else { 2 };
                let file = Value::small_int(number << WATCHED_BITS | i64::from(WRITE));
                let files = self.new_tuple(&[file])?;
                self.block_here(WaitFor::Files(files), None)?;
                result = flush_now(self.platform.console(), stream);
            } else {
                result = self.platform.console().flush(stream);
            }
        }
    }

    /// Hands what was written to one of the console's streams to the host.
    ///
    /// # Errors
    /// Those of [`Isolate::write_console`].
    pub fn flush_console(&mut self, stream: Stream) -> Completion<()> {
        self.write_console(stream, |console| flush_now(console, stream))
    }
}

/// Hands on what goes without a wait; the platform waits only where it can't do otherwise.
fn flush_now(console: &mut dyn Console, stream: Stream) -> Result<(), Error> {
    console.hand_over();
    if console.is_behind(stream) { Ok(()) } else { console.flush(stream) }
}
