//! The line to a board: a serial port, or a TCP connection to one. A thread of its own listens, so that nothing that the
//! board says is lost while we do something else.

use super::failure::{Done, Failure};
use super::ports;
use serial2::SerialPort;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Boards on USB have no speed; for others it is the one that everybody uses.
const BAUD: u32 = 115_200;
/// How long a connection may take, and a board that reads nothing.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often the listening thread of a serial port looks up.
const LOOK: Duration = Duration::from_millis(200);

/// What is heard.
#[derive(Debug)]
pub(super) enum Heard {
    /// The board sent something.
    Board(Vec<u8>),
    /// The user typed something.
    Keys(Vec<u8>),
    /// The board has gone.
    Gone(String),
}

/// The line.
pub(super) struct Line {
    name: String,
    output: Output,
    heard: Receiver<Heard>,
    /// For further sources of what is heard.
    pub(super) teller: Sender<Heard>,
}

enum Output {
    Serial(Arc<SerialPort>),
    Socket(TcpStream),
}

impl Line {
    /// Opens a port by its name: a device, or `socket://host:port`.
    pub(super) fn open(name: &str) -> Done<Line> {
        let (teller, heard) = channel();
        let output = match name.strip_prefix("socket://") {
            Some(address) => {
                let socket = connect(address).map_err(|error| Failure::NoBoard(format!("{name}: {error}")))?;
                let ears = socket.try_clone().map_err(|error| Failure::NoBoard(format!("{name}: {error}")))?;
                let teller = teller.clone();
                std::thread::spawn(move || listen(ears, &teller));
                Output::Socket(socket)
            }
            None => {
                let port = Arc::new(open_serial(name)?);
                let (ears, teller) = (Arc::clone(&port), teller.clone());
                std::thread::spawn(move || listen(&*ears, &teller));
                Output::Serial(port)
            }
        };
        Ok(Line { name: name.to_string(), output, heard, teller })
    }

    /// What it was opened by.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Sends bytes.
    pub(super) fn send(&mut self, bytes: &[u8]) -> Done {
        let sent = match &mut self.output {
            Output::Serial(port) => port.write_all(bytes),
            Output::Socket(socket) => socket.write_all(bytes),
        };
        sent.map_err(|error| match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => {
                Failure::NoBoard(format!("the board at {} does not read what is sent to it", self.name))
            }
            _ => self.gone(&error.to_string()),
        })
    }

    /// Waits for something, but not longer than that.
    pub(super) fn hear(&mut self, patience: Duration) -> Done<Option<Heard>> {
        match self.heard.recv_timeout(patience) {
            Ok(Heard::Gone(why)) => Err(self.gone(&why)),
            Ok(heard) => Ok(Some(heard)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(self.gone("nobody listens")),
        }
    }

    /// Asks a board for its boot loader as Arduino's tools do: by opening its port at 1200 baud and letting go of it.
    pub(super) fn touch(name: &str) -> Done {
        let mut port = open_serial(name)?;
        let wrong = |error: std::io::Error| Failure::NoBoard(format!("{name}: {error}"));
        let mut settings = port.get_configuration().map_err(wrong)?;
        settings.set_baud_rate(1200).map_err(wrong)?;
        port.set_configuration(&settings).map_err(wrong)?;
        port.set_dtr(false).map_err(wrong)
    }

    fn gone(&self, why: &str) -> Failure {
        Failure::NoBoard(format!("the board at {} has gone: {why}", self.name))
    }
}

/// Tells what comes, to the end of the line.
fn listen(mut ears: impl Read, teller: &Sender<Heard>) {
    let mut buffer = [0; 4096];
    let why = loop {
        match ears.read(&mut buffer) {
            Ok(0) => break "the connection was closed".to_string(),
            Ok(count) => {
                if teller.send(Heard::Board(buffer.get(..count).unwrap_or_default().to_vec())).is_err() {
                    return;
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => break error.to_string(),
        }
    };
    // Nobody may be there to be told.
    let _ = teller.send(Heard::Gone(why));
}

fn connect(address: &str) -> std::io::Result<TcpStream> {
    let mut failure = std::io::Error::new(ErrorKind::NotFound, "no such host");
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(socket) => {
                socket.set_nodelay(true)?;
                socket.set_write_timeout(Some(PATIENCE))?;
                return Ok(socket);
            }
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

fn open_serial(name: &str) -> Done<SerialPort> {
    let holders = ports::holders(name);
    if !holders.is_empty() {
        return Err(Failure::NoBoard(format!("{name} is in use by {}", holders.join(", "))));
    }
    let settings = |mut settings: serial2::Settings| {
        settings.set_raw();
        settings.set_baud_rate(BAUD)?;
        Ok(settings)
    };
    let mut port = SerialPort::open(name, settings).map_err(|error| {
        Failure::NoBoard(match error.kind() {
            ErrorKind::NotFound => format!("there is no port {name}"),
            ErrorKind::PermissionDenied if cfg!(unix) => ports::permission_advice(name),
            ErrorKind::ResourceBusy | ErrorKind::PermissionDenied => format!("{name} is in use by another program"),
            _ => format!("{name}: {error}"),
        })
    })?;
    let prepared = port.set_read_timeout(LOOK).and_then(|()| port.set_write_timeout(PATIENCE));
    prepared.map_err(|error| Failure::NoBoard(format!("{name}: {error}")))?;
    // Boards talk to those who say that they listen; a pseudo-terminal has no such signal.
    let _ = port.set_dtr(true);
    let _ = port.set_rts(true);
    Ok(port)
}
