//! How far something is, for people who watch: a bar on standard error, if that is a terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Columns of the bar itself.
const WIDTH: usize = 30;
/// How often it is drawn.
const OFTEN: Duration = Duration::from_millis(100);

/// A bar.
pub(super) struct Progress {
    label: String,
    total: usize,
    start: Instant,
    drawn: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    /// A bar for so many bytes.
    pub(super) fn new(label: &str, total: usize) -> Progress {
        let is_shown = std::io::stderr().is_terminal();
        Progress { label: label.to_string(), total, start: Instant::now(), drawn: None, is_shown }
    }

    /// So many bytes are done.
    pub(super) fn show(&mut self, done: usize) {
        let is_end = done >= self.total;
        let is_due = self.drawn.is_none_or(|drawn| drawn.elapsed() > OFTEN);
        if !self.is_shown || !(is_due || is_end) {
            return;
        }
        self.drawn = Some(Instant::now());
        let full = (done * WIDTH).checked_div(self.total).unwrap_or(WIDTH).min(WIDTH);
        let percent = (done * 100).checked_div(self.total).unwrap_or(100);
        let speed = done as f64 / 1000.0 / self.start.elapsed().as_secs_f64().max(0.001);
        let bar: String = (0..WIDTH).map(|at| if at < full { '#' } else { '.' }).collect();
        let mut out = std::io::stderr().lock();
        let _ = write!(out, "\r{} [{bar}] {percent:3} %  {speed:.0} kB/s ", self.label).and_then(|()| out.flush());
    }
}

impl Drop for Progress {
    /// The bar goes away: what it led to is told by a line.
    fn drop(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(std::io::stderr(), "\r{:1$}\r", "", self.label.chars().count() + WIDTH + 25);
        }
    }
}
