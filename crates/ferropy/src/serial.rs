//! `ferropy --serial`: this computer as a board. What a board says over its serial line goes over standard input and
//! output, or over a TCP port; its files are those of the current directory. Tools for boards are tested with it.

use ferropy_host::{SerialHost, SerialLine};
use ferropy_repl::{Outcome, Serial, run_until_input};
use ferropy_runtime::{Isolate, Limits};
use std::ffi::OsString;
use std::net::TcpListener;

/// The first two lines of the prompt. Tools look for a line that starts with `MicroPython`.
const BANNER: &str = concat!(
    "Ferropy ",
    env!("CARGO_PKG_VERSION"),
    " (Python 3.14); a computer with a serial line\n",
    "MicroPython tools and programs are welcome. Type \"help()\" for more information.\n"
);

/// The most bytes of a program.
const PROGRAM_BYTES: usize = 1 << 20;
/// Ctrl-C.
const INTERRUPT: u8 = 3;
/// Jumps and calls between two looks at the world.
const SLICE: u64 = 10_000;

/// Runs the command, if it is this one.
pub(crate) fn run(arguments: &[OsString]) -> Option<Result<(), String>> {
    let (first, rest) = arguments.split_first()?;
    if first != "--serial" {
        return None;
    }
    let line = SerialLine::default();
    match rest {
        [] => {
            let input = line.clone();
            line.connect(Box::new(std::io::stdout()));
            std::thread::spawn(move || {
                input.listen(std::io::stdin());
                input.close();
            });
        }
        [address] => {
            if let Err(error) = serve(&line, &address.to_string_lossy()) {
                return Some(Err(format!("ferropy: {}: {error}", address.to_string_lossy())));
            }
        }
        _ => return Some(Err("usage: ferropy --serial [address:port]".into())),
    }
    let talk = std::thread::Builder::new().stack_size(crate::STACK_BYTES).spawn(move || talk(&line));
    Some(match talk.map(std::thread::JoinHandle::join) {
        Ok(Ok(true)) => Ok(()),
        _ => Err("ferropy: the board has failed".into()),
    })
}

/// Waits for connections, one after the other. The port is told on standard error: 0 asks for any.
fn serve(line: &SerialLine, address: &str) -> std::io::Result<()> {
    let listener = TcpListener::bind(address)?;
    crate::complain(&format!("listening on {}", listener.local_addr()?));
    let line = line.clone();
    std::thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let _ = connection.set_nodelay(true);
            if let Ok(output) = connection.try_clone() {
                line.connect(Box::new(output));
                line.listen(connection);
            }
        }
        line.close();
    });
    Ok(())
}

/// The life of the board, to the end of the line; false if there is no memory to begin with.
fn talk(line: &SerialLine) -> bool {
    let mut serial = Serial::new(BANNER, PROGRAM_BYTES);
    let root = std::env::current_dir();
    let library = root.as_ref().map_or("lib".into(), |root| format!("{}/lib", root.to_string_lossy()));
    loop {
        // A board starts at the root of its files.
        if let Ok(root) = &root {
            let _ = std::env::set_current_dir(root);
        }
        let limits = Limits { native_depth: crate::run::NATIVE_DEPTH, ..Limits::default() };
        let platform = Box::new(SerialHost::new(line.clone()));
        let Ok(mut isolate) = Isolate::new(platform, limits, ferropy_stdlib::MODULES, None) else { return false };
        ferropy_stdlib::add_site_builtins(&mut isolate);
        let Ok(namespace) = ferropy_stdlib::prepare_board(&mut isolate, &library) else { return false };
        let mut outcome = serial.start(&mut isolate, namespace);
        loop {
            outcome = match outcome {
                Outcome::Input if !run_until_input(&mut isolate) => serial.feed(&mut isolate, INTERRUPT),
                Outcome::Input => match line.next_byte() {
                    Some(byte) => serial.feed(&mut isolate, byte),
                    None => return true,
                },
                Outcome::Running => serial.advance(&mut isolate, Some(SLICE)),
                Outcome::SoftReset => break,
            };
        }
        isolate.drop_threads();
        ferropy_stdlib::end(&mut isolate);
    }
}
