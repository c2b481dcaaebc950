//! `repl`: this terminal is the board's. Ctrl-] and Ctrl-X leave; everything else goes to the board as it is.

use super::failure::{Done, Failure};
use super::line::Heard;
use super::remote::Board;
use ferropy_protocol::raw_repl::SOFT_RESET;
use std::io::{IsTerminal, Read, Write};
use std::time::Duration;

const LEAVE: [u8; 2] = [0x1d, 0x18];
const FOR_EVER: Duration = Duration::from_secs(3600);
/// A board that says nothing for so long waits for us.
const QUIET: Duration = Duration::from_millis(500);
const PROMPT: &[u8] = b">>> ";

/// Talks until the user leaves.
pub(super) fn talk(board: &mut Board) -> Done {
    board.leave()?;
    super::note(&format!("{}: Ctrl-] or Ctrl-X leaves\n", board.line.name()));
    let _raw = Raw::enter();
    let teller = board.line.teller.clone();
    std::thread::spawn(move || {
        let mut buffer = [0; 256];
        loop {
            let count = std::io::stdin().lock().read(&mut buffer).unwrap_or(0);
            let typed = buffer.get(..count).unwrap_or_default().to_vec();
            if teller.send(Heard::Keys(typed)).is_err() || count == 0 {
                return;
            }
        }
    });
    // The prompt, which came before we looked.
    if std::io::stdin().is_terminal() {
        board.type_in(b"\r")?;
    }
    let mut screen = Screen::default();
    let mut patience = FOR_EVER;
    loop {
        match board.line.hear(patience)? {
            Some(Heard::Board(bytes)) => {
                screen.show(board, &bytes)?;
            }
            // The end of a pipe: what the board answers to its last line is shown.
            Some(Heard::Keys(keys)) if keys.is_empty() => patience = QUIET,
            Some(Heard::Keys(keys)) => {
                let end = keys.iter().position(|key| LEAVE.contains(key));
                board.type_in(keys.get(..end.unwrap_or(keys.len())).unwrap_or_default())?;
                if end.is_some() {
                    return Ok(());
                }
            }
            _ if patience == QUIET => return Ok(()),
            _ => {}
        }
    }
}

/// What the board has shown.
#[derive(Default)]
struct Screen {
    /// The last bytes, in which a soft reset shows.
    last: Vec<u8>,
    was_reset: bool,
}

impl Screen {
    fn show(&mut self, board: &mut Board, bytes: &[u8]) -> Done {
        let mut printed = Vec::new();
        let mut answer = Vec::new();
        for &byte in bytes {
            match &mut board.served {
                Some(served) => {
                    let (output, reply) = served.feed(byte);
                    printed.extend(output);
                    answer.extend(reply);
                }
                None => printed.push(byte),
            }
        }
        if !answer.is_empty() {
            board.type_in(&answer)?;
        }
        let mut out = std::io::stdout().lock();
        let shown = out.write_all(&printed).and_then(|()| out.flush());
        shown.map_err(|error| Failure::Refused(format!("standard output: {error}")))?;
        if board.served.is_none() {
            return Ok(());
        }
        self.last.extend_from_slice(&printed);
        if let Some(at) = self.last.windows(SOFT_RESET.len()).position(|window| window == SOFT_RESET) {
            self.was_reset = true;
            self.last.drain(..at + SOFT_RESET.len());
        }
        if self.was_reset && self.last.ends_with(PROMPT) {
            self.was_reset = false;
            self.last.clear();
            // The board has forgotten the folder.
            if let Some(mut served) = board.served.take() {
                served.forget();
                board.mount(served)?;
                board.leave()?;
            }
        }
        let keep = self.last.len().saturating_sub(SOFT_RESET.len());
        if !self.was_reset {
            self.last.drain(..keep);
        }
        Ok(())
    }
}

#[cfg(unix)]
use unix::Raw;
#[cfg(not(unix))]
use windows::Raw;

#[cfg(unix)]
mod unix {
    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    /// The terminal hands each key on as it is pressed, until this is dropped.
    pub(super) struct Raw(Option<Termios>);

    impl Raw {
        pub(super) fn enter() -> Raw {
            let before = tcgetattr(std::io::stdin()).ok();
            if let Some(mut raw) = before.clone() {
                raw.make_raw();
                let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &raw);
            }
            Raw(before)
        }
    }

    impl Drop for Raw {
        fn drop(&mut self) {
            if let Some(before) = &self.0 {
                let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, before);
            }
        }
    }
}

#[cfg(not(unix))]
mod windows {
    /// Consoles hand on whole lines: no key is the board's before Enter.
    pub(super) struct Raw;

    impl Raw {
        pub(super) fn enter() -> Raw {
            Raw
        }
    }
}
