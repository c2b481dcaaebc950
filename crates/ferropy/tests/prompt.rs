//! The prompt as a user sees it: the tool in a terminal of its own, keys typed, the screen read.
#![cfg(target_os = "linux")]

use nix::pty::openpty;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long the prompt may take to show what is waited for; a slow machine is no mistake.
const PATIENCE: Duration = Duration::from_secs(30);

/// A prompt in a pseudo-terminal.
struct Screen {
    keys: File,
    child: Child,
    shown: Receiver<Vec<u8>>,
    /// What was shown and not yet expected.
    text: String,
}

/// A prompt that a test leaves is stopped: the programs of other tests hold its terminal open as well.
impl Drop for Screen {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Screen {
    /// Starts the tool and waits for its first prompt.
    fn open(arguments: &[&str], history: &str) -> Screen {
        let pty = openpty(None, None).expect("a pseudo-terminal");
        let side = || File::from(pty.slave.try_clone().expect("the terminal's side"));
        let child = Command::new(env!("CARGO_BIN_EXE_ferropy"))
            .args(arguments)
            .env("FERROPY_HISTORY", history)
            .env("TERM", "xterm")
            .env("NO_COLOR", "1")
            .stdin(side())
            .stdout(side())
            .stderr(side())
            .spawn()
            .expect("the tool");
        let keys = File::from(pty.master);
        let mut screen = keys.try_clone().expect("the screen's side");
        let (sender, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut opened = Screen { keys, child, shown, text: String::new() };
        opened.expect(">>> ");
        opened
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys arrive");
    }

    /// Waits until a text is shown; what was shown before it.
    fn expect(&mut self, wanted: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.text.find(wanted) {
                let before = self.text[..at].to_string();
                self.text.drain(..at + wanted.len());
                return before;
            }
            let left = end.saturating_duration_since(Instant::now());
            match self.shown.recv_timeout(left) {
                Ok(bytes) => self.text.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("{wanted:?} is not shown, but {:?}", self.text),
            }
        }
    }

    /// Types a line; waits for what is shown, then for the next prompt.
    fn line(&mut self, line: &str, shown: &str) {
        self.press(line);
        self.press("\r");
        self.expect(shown);
        self.expect(">>> ");
    }

    /// The exit code.
    fn code(mut self) -> Option<i32> {
        self.child.wait().expect("an end").code()
    }
}

#[test]
fn values_are_shown_and_kept() {
    let mut screen = Screen::open(&[], "");
    screen.line("6 * 7", "\r\n42\r\n");
    screen.line("_ + 1", "\r\n43\r\n");
    screen.line("'text'", "\r\n'text'\r\n");
    screen.press("exit(3)\r");
    assert_eq!(screen.code(), Some(3));
}

#[test]
fn blocks_are_indented_and_end_with_an_empty_line() {
    let mut screen = Screen::open(&[], "");
    screen.press("def double(x):\r");
    screen.expect("...     ");
    screen.press("return x * 2\r");
    screen.expect("... ");
    screen.line("", "");
    screen.line("double(4)", "\r\n8\r\n");
    screen.press("\x04");
    assert_eq!(screen.code(), Some(0));
}

#[test]
fn names_attributes_and_modules_complete() {
    let mut screen = Screen::open(&[], "");
    screen.line("import sys", "");
    screen.line("sys.getrecursionl\t)", "\r\n1000\r\n");
    screen.press("impo\tmat\t\r");
    screen.expect("import math");
    screen.expect(">>> ");
    screen.line("math.floor(2.5)", "\r\n2\r\n");
}

#[test]
fn mistakes_are_shown_with_their_line() {
    let mut screen = Screen::open(&[], "");
    screen.line("1 / 0", "    1 / 0\r\n    ~~^~~\r\nZeroDivisionError: division by zero");
    screen.line("1 +", "SyntaxError: invalid syntax");
    screen.line("'still here'", "\r\n'still here'\r\n");
}

#[test]
fn pasted_lines_all_run() {
    let mut screen = Screen::open(&[], "");
    screen.press("a = 1\nb = 2\na + b\nfor i in range(2):\n  print('item', i)\n\n'last'\n");
    screen.expect("\r\n3\r\n");
    screen.expect("item 0\r\nitem 1\r\n");
    screen.expect("'last'\r\n");
    // As a terminal says that it is pasted: it is one program.
    screen.press("\x1b[200~def f():\n    x = 1\n\n    return x + 40\n\nf()\x1b[201~\r");
    screen.expect("\r\n41\r\n");
}

#[test]
fn paste_mode_takes_lines_as_they_are() {
    let mut screen = Screen::open(&[], "");
    screen.press("\x05");
    screen.expect("paste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n");
    screen.expect("=== ");
    screen.press("def f():\r    x = 1\r\r    return x + 40\rf()\r\x04");
    screen.expect("\r\n41\r\n");
    screen.expect(">>> ");
    screen.press("\x05print('never')\r\x03");
    screen.expect("KeyboardInterrupt\r\n");
    // In a line the key goes to its end.
    screen.line("1\x01\x05 + 5", "\r\n6\r\n");
}

#[test]
fn an_interrupt_stops_a_program_but_not_the_prompt() {
    for endless in [
        "while True: pass",
        "n = 1\nwhile n ** 70: n += 1",
        "sum(iter(int, 1))",
        "[*map(int, iter(int, 1))]",
        "import hashlib\nhashlib.pbkdf2_hmac('sha1', b'', b'', 10**10)",
        "import hashlib\nhashlib.scrypt(b'', salt=b'', n=2**14, r=8, p=2**14, maxmem=2**31 - 1)",
    ] {
        let mut screen = Screen::open(&[], "");
        screen.press(&format!("def f():\n exec({endless:?})\n\nprint('started'); f()\n"));
        screen.expect("\r\nstarted\r\n");
        kill(Pid::from_raw(screen.child.id() as i32), Signal::SIGINT).expect("a signal arrives");
        screen.expect("KeyboardInterrupt\r\n");
        screen.line("'still here'", "\r\n'still here'\r\n");
    }
}

#[test]
fn the_history_outlives_the_session() {
    let file = std::env::temp_dir().join(format!("ferropy-history-{}", std::process::id()));
    let name = file.to_str().expect("a name");
    let mut screen = Screen::open(&[], name);
    screen.line("'remembered'", "\r\n'remembered'\r\n");
    screen.press("\x04");
    assert_eq!(screen.code(), Some(0));
    let mut screen = Screen::open(&["-q"], name);
    screen.press("\x1b[A\r");
    screen.expect("\r\n'remembered'\r\n");
    std::fs::remove_file(file).expect("a history");
}

#[test]
fn who_stays_has_the_programs_names() {
    let mut screen = Screen::open(&["-i", "-c", "x = 5; 1 / 0"], "");
    assert!(!screen.text.contains("Traceback"));
    screen.line("x", "\r\n5\r\n");
}

#[test]
fn a_program_may_ask_for_the_prompt_at_its_end() {
    for variable in ["PYTHONINSPECT", "MICROPYINSPECT"] {
        let program = format!("import os; os.environ['{variable}'] = '1'; answer = 6 * 7");
        let mut screen = Screen::open(&["-c", &program], "");
        screen.line("answer", "\r\n42\r\n");
    }
}
