//! One end of a connection.

use super::context::{HostContext, Memory};
use super::own;
use super::problems::{other, plain_text, problem};
use super::verifier::Verifier;
use ferropy_platform::tls::{Agreement, Context, Hello, Problem, Progress, Session};
use rustls::pki_types::{IpAddr, Ipv4Addr, ServerName};
use rustls::server::{Accepted, Acceptor};
use rustls::{ClientConnection, Connection, Error, HandshakeKind};
use std::collections::VecDeque;
use std::io::{Read, Write};
use std::sync::Arc;

/// How far it is.
enum Stage {
    /// A server waits for the client's first message.
    Listening(Box<Acceptor>),
    /// A server has that message and wants a context.
    Called(Box<Accepted>),
    /// There is a connection.
    Connected(Box<Connection>),
    /// It failed before there was one.
    Failed(Problem),
}

/// One end of a connection.
pub(super) struct HostSession {
    stage: Stage,
    /// The beginning of a record.
    partial: Vec<u8>,
    /// Records that came before the server had a context, and belong to the connection.
    early: Vec<u8>,
    /// Whether nothing has come yet.
    is_untouched: bool,
    /// Whether the other end said that it sends nothing more.
    is_ended: bool,
    received: VecDeque<u8>,
    to_send: Vec<u8>,
    verifier: Option<Arc<Verifier>>,
    memory: Option<Memory>,
}

/// What a record begins with: its kind, a version in two bytes, the length of the rest in two bytes.
const HEADER: usize = 5;
/// No record is longer.
const LONGEST: usize = HEADER + (1 << 14) + 2048;

/// The length of the record that begins so, as far as it is known. What can't be a record ends at once.
fn record_length(bytes: &[u8]) -> usize {
    let &[kind, major, _, high, low, ..] = bytes else { return HEADER };
    let length = HEADER + usize::from(u16::from_be_bytes([high, low]));
    if matches!(kind, 20..=24) && major == 3 && length <= LONGEST { length } else { HEADER }
}

impl HostSession {
    fn new(stage: Stage) -> HostSession {
        HostSession {
            stage,
            partial: Vec::new(),
            early: Vec::new(),
            is_untouched: true,
            is_ended: false,
            received: VecDeque::new(),
            to_send: Vec::new(),
            verifier: None,
            memory: None,
        }
    }

    pub(super) fn client(
        context: &HostContext,
        name: Option<&str>,
        earlier: Option<&HostSession>,
    ) -> Result<HostSession, Problem> {
        // Without a name there must be something in its place, which is not sent.
        let nobody = ServerName::IpAddress(IpAddr::V4(Ipv4Addr::from([0, 0, 0, 0])));
        let server = match name {
            Some(name) => ServerName::try_from(name.to_owned()).map_err(|_| other("INVALID_SERVER_NAME"))?,
            None => nobody,
        };
        let (config, memory) =
            context.for_client(name.is_some(), earlier.and_then(|earlier| earlier.memory.as_ref()))?;
        let connection = ClientConnection::new(Arc::new(config), server).map_err(|error| problem(&error))?;
        let mut session = HostSession::new(Stage::Connected(Box::new(connection.into())));
        session.verifier = Some(memory.verifier().clone());
        session.memory = Some(memory);
        session.unlimit();
        session.collect();
        Ok(session)
    }

    pub(super) fn server() -> HostSession {
        HostSession::new(Stage::Listening(Box::default()))
    }

    /// What is written is encrypted at once, so rustls need not limit what it holds.
    fn unlimit(&mut self) {
        if let Stage::Connected(connection) = &mut self.stage {
            connection.set_buffer_limit(None);
        }
    }

    /// Takes over what the connection has: data that came, and bytes to send.
    fn collect(&mut self) {
        let Stage::Connected(connection) = &mut self.stage else { return };
        let mut piece = [0; 4096];
        while let Ok(count @ 1..) = connection.reader().read(&mut piece) {
            self.received.extend(piece.get(..count).unwrap_or_default());
        }
        while connection.wants_write() {
            // A vector takes everything.
            if connection.write_tls(&mut self.to_send).is_err() {
                break;
            }
        }
    }

    /// Takes a record, or what can't be one.
    fn feed_record(&mut self, record: &[u8]) -> Result<(), Problem> {
        match &self.stage {
            Stage::Listening(_) => self.feed_listener(record),
            Stage::Called(_) => {
                self.early.extend_from_slice(record);
                Ok(())
            }
            Stage::Connected(_) => self.feed_connection(record),
            Stage::Failed(problem) => Err(problem.clone()),
        }
    }

    fn feed_connection(&mut self, mut record: &[u8]) -> Result<(), Problem> {
        loop {
            let Stage::Connected(connection) = &mut self.stage else { return Ok(()) };
            let taken = if record.is_empty() { Ok(0) } else { connection.read_tls(&mut record) };
            let result = connection.process_new_packets();
            self.collect();
            match result {
                Ok(state) => self.is_ended = state.peer_has_closed(),
                Err(error) => {
                    let flaw = self.verifier.as_ref().and_then(|verifier| verifier.problem());
                    return Err(match (&error, flaw) {
                        (Error::InvalidCertificate(_), Some(flaw)) => flaw,
                        _ => problem(&error),
                    });
                }
            }
            match taken {
                // Nothing counts any more behind the end.
                Ok(0) => return Ok(()),
                Ok(_) => (),
                Err(_) => return Err(other("EXCESSIVE_MESSAGE_SIZE")),
            }
        }
    }

    fn feed_listener(&mut self, mut record: &[u8]) -> Result<(), Problem> {
        if std::mem::replace(&mut self.is_untouched, false)
            && let Some(problem) = plain_text(record)
        {
            return self.fail(problem);
        }
        while !record.is_empty() {
            let Stage::Listening(acceptor) = &mut self.stage else { break };
            if acceptor.read_tls(&mut record).is_err() {
                return self.fail(other("EXCESSIVE_MESSAGE_SIZE"));
            }
            match acceptor.accept() {
                Ok(None) => (),
                Ok(Some(accepted)) => self.stage = Stage::Called(Box::new(accepted)),
                Err((error, mut alert)) => {
                    // A vector takes everything.
                    let _ = alert.write_all(&mut self.to_send);
                    return self.fail(problem(&error));
                }
            }
        }
        self.early.extend_from_slice(record);
        Ok(())
    }

    fn fail(&mut self, problem: Problem) -> Result<(), Problem> {
        self.stage = Stage::Failed(problem.clone());
        Err(problem)
    }

    fn connection(&self) -> Option<&Connection> {
        match &self.stage {
            Stage::Connected(connection) => Some(connection),
            _ => None,
        }
    }
}

impl Session for HostSession {
    fn wanted(&self) -> usize {
        record_length(&self.partial).saturating_sub(self.partial.len()).max(1)
    }

    fn feed(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let mut records = std::mem::take(&mut self.partial);
        records.extend_from_slice(bytes);
        let mut rest = records.as_slice();
        while let Some((record, others)) = rest.split_at_checked(record_length(rest)) {
            rest = others;
            self.feed_record(record)?;
        }
        self.partial = rest.to_vec();
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.to_send)
    }

    fn read(&mut self, size: usize) -> Vec<u8> {
        self.received.drain(..size.min(self.received.len())).collect()
    }

    fn available(&self) -> usize {
        self.received.len()
    }

    fn write(&mut self, data: &[u8]) -> Result<(), Problem> {
        let Stage::Connected(connection) = &mut self.stage else { return Err(other("UNINITIALIZED")) };
        let written = connection.writer().write_all(data);
        self.collect();
        written.map_err(|_| other("PROTOCOL_IS_SHUTDOWN"))
    }

    fn close(&mut self) {
        if let Stage::Connected(connection) = &mut self.stage {
            connection.send_close_notify();
            self.collect();
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            is_handshaking: self.connection().is_none_or(|connection| connection.is_handshaking()),
            wants_context: matches!(self.stage, Stage::Called(_)),
            is_ended: self.is_ended,
        }
    }

    fn hello(&self) -> Option<Hello> {
        let Stage::Called(accepted) = &self.stage else { return None };
        let hello = accepted.client_hello();
        Some(Hello {
            name: hello.server_name().map(str::to_owned),
            suites: hello.cipher_suites().iter().map(|&suite| suite.into()).collect(),
        })
    }

    fn answer(&mut self, context: &dyn Context) -> Result<(), Problem> {
        let context = own(context)?;
        let called = std::mem::replace(&mut self.stage, Stage::Failed(other("INTERNAL_ERROR")));
        let Stage::Called(accepted) = called else {
            self.stage = called;
            return Ok(());
        };
        if !context.has_identity() {
            self.refuse(40);
            return self.fail(other("NO_SHARED_CIPHER"));
        }
        let offered = accepted.client_hello().alpn().map(|all| all.map(<[u8]>::to_vec).collect::<Vec<_>>());
        let (config, verifier) = match context.for_server(&offered.unwrap_or_default()) {
            Ok(made) => made,
            Err(problem) => return self.fail(problem),
        };
        match accepted.into_connection(Arc::new(config)) {
            Ok(connection) => self.stage = Stage::Connected(Box::new(connection.into())),
            Err((error, mut alert)) => {
                // A vector takes everything.
                let _ = alert.write_all(&mut self.to_send);
                return self.fail(problem(&error));
            }
        }
        self.verifier = Some(verifier);
        self.unlimit();
        let early = std::mem::take(&mut self.early);
        self.feed_connection(&early)
    }

    fn refuse(&mut self, alert: u8) {
        // A record of kind 21, version 3.3, two bytes: fatal, and the alert.
        self.to_send.extend_from_slice(&[21, 3, 3, 0, 2, 2, alert]);
        self.stage = Stage::Failed(other("CALLBACK_FAILED"));
    }

    fn agreement(&self) -> Agreement {
        let Some(connection) = self.connection() else { return Agreement::default() };
        Agreement {
            version: connection.protocol_version().map(u16::from),
            suite: connection.negotiated_cipher_suite().map(|suite| suite.suite().into()),
            protocol: connection.alpn_protocol().map(<[u8]>::to_vec),
            is_resumed: connection.handshake_kind() == Some(HandshakeKind::Resumed),
            tickets: match connection {
                Connection::Client(client) => client.tls13_tickets_received(),
                Connection::Server(_) => 0,
            },
        }
    }

    fn certificates(&self, verified: bool) -> Vec<Vec<u8>> {
        if verified {
            return self.verifier.as_ref().map(|verifier| verifier.chain()).unwrap_or_default();
        }
        let shown = self.connection().and_then(|connection| connection.peer_certificates()).unwrap_or_default();
        shown.iter().map(|each| each.to_vec()).collect()
    }
}
