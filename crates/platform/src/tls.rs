//! TLS: encrypted connections as engines that do no input or output. An engine takes the bytes that came and gives the bytes
//! that are to be sent; who carries them, and who waits, is not its business.
//!
//! Certificates and keys are in DER. Versions, cipher suites and alerts have their numbers in the protocol, errors of
//! certificates those of OpenSSL, as programs know them.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::Any;

/// A certificate with the key that belongs to it, to show to others.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The certificate, and those that vouch for it.
    pub chain: Vec<Vec<u8>>,
    /// The private key: PKCS #8, PKCS #1 or SEC 1.
    pub key: Vec<u8>,
}

/// Whether the other end has to show a certificate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Demand {
    /// None is asked for; what a server shows is not looked at.
    #[default]
    Nothing,
    /// A client may show one, which then has to be valid.
    Optional,
    /// There must be a valid one.
    Required,
}

/// Which certificates are looked up in the lists of revoked ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revocation {
    /// None.
    #[default]
    Ignored,
    /// That of the other end.
    Leaf,
    /// Those that vouch for it as well.
    Chain,
}

/// What connections have in common.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What is shown: the first that the other end can check.
    pub identities: Vec<Identity>,
    /// The certificates that are trusted.
    pub roots: Vec<Vec<u8>>,
    /// Lists of revoked certificates.
    pub revoked: Vec<Vec<u8>>,
    /// Who is looked up there.
    pub revocation: Revocation,
    /// What the other end has to show.
    pub demand: Demand,
    /// Whether a server's certificate has to be for the name under which it was called.
    pub checks_name: bool,
    /// Whether its common name counts where it has no other names.
    pub takes_common_name: bool,
    /// The protocols on top of TLS, the preferred ones first.
    pub protocols: Vec<Vec<u8>>,
    /// The cipher suites, the preferred ones first.
    pub suites: Vec<u16>,
    /// The versions of TLS.
    pub versions: Vec<u16>,
    /// How many tickets a server gives, with which clients go on later.
    pub tickets: usize,
    /// Whether secrets are kept for [`Context::secrets`].
    pub keeps_secrets: bool,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The other end sent an alert.
    Alert(u8),
    /// The certificate of the other end is not good: the number and the words of OpenSSL.
    Certificate(i32, String),
    /// Anything else: the name that OpenSSL has for it, and words.
    Other(&'static str, String),
}

/// Settings that were looked at, ready for connections.
pub trait Context: Any + Send {
    /// The secrets of connections since the last call, in lines of the format of NSS.
    fn secrets(&self) -> Vec<String>;
}

/// What a client says first.
#[derive(Clone, Debug, Default)]
pub struct Hello {
    /// The name that it calls.
    pub name: Option<String>,
    /// The cipher suites that it offers.
    pub suites: Vec<u16>,
}

/// What both ends agreed on.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The version of TLS.
    pub version: Option<u16>,
    /// The cipher suite.
    pub suite: Option<u16>,
    /// The protocol on top of TLS.
    pub protocol: Option<Vec<u8>>,
    /// Whether an earlier session goes on.
    pub is_resumed: bool,
    /// Tickets that a client got for later.
    pub tickets: u32,
}

/// How far a connection is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The handshake goes on.
    pub is_handshaking: bool,
    /// A server knows what its client said first, and wants a context: [`Session::answer`].
    pub wants_context: bool,
    /// The other end said that it sends nothing more.
    pub is_ended: bool,
}

/// One end of a connection.
pub trait Session: Any + Send {
    /// How many bytes it wants next, at least one: who gives no more leaves what comes after the end of TLS to others.
    fn wanted(&self) -> usize;

    /// Takes bytes that came.
    ///
    /// # Errors
    /// Whatever ends the connection. There may be an alert to send.
    fn feed(&mut self, bytes: &[u8]) -> Result<(), Problem>;

    /// Gives the bytes that are to be sent.
    fn take(&mut self) -> Vec<u8>;

    /// Gives received data, at most so many bytes.
    fn read(&mut self, size: usize) -> Vec<u8>;

    /// How many bytes of received data there are.
    fn available(&self) -> usize;

    /// Encrypts data.
    ///
    /// # Errors
    /// Where there is no connection yet, or no longer.
    fn write(&mut self, data: &[u8]) -> Result<(), Problem>;

    /// Says that nothing more will be sent.
    fn close(&mut self);

    /// How far it is.
    fn progress(&self) -> Progress;

    /// What the client of a server said, while the server wants a context.
    fn hello(&self) -> Option<Hello>;

    /// Lets a server go on with a context.
    ///
    /// # Errors
    /// Where both ends don't fit together.
    fn answer(&mut self, context: &dyn Context) -> Result<(), Problem>;

    /// Ends a server with an alert before it has answered.
    fn refuse(&mut self, alert: u8);

    /// What both ends agreed on.
    fn agreement(&self) -> Agreement;

    /// The certificates that the other end has shown, or those of them, and the trusted one, that were the proof.
    fn certificates(&self, verified: bool) -> Vec<Vec<u8>>;
}

/// An implementation of TLS.
pub trait Tls {
    /// Its name and version.
    fn description(&self) -> &'static str;

    /// The cipher suites it has, the preferred ones first.
    fn suites(&self) -> Vec<u16>;

    /// The certificates that this computer trusts.
    fn system_roots(&mut self) -> Vec<Vec<u8>>;

    /// Looks whether a key can be used, and is that of the certificate.
    ///
    /// # Errors
    /// What is wrong with it.
    fn check(&mut self, identity: &Identity) -> Result<(), Problem>;

    /// Makes settings ready for connections.
    ///
    /// # Errors
    /// What is wrong with them.
    fn context(&mut self, settings: &Settings) -> Result<Box<dyn Context>, Problem>;

    /// Begins a connection as a client: the context, the server's name, and an earlier session of the same context.
    ///
    /// # Errors
    /// A name that can't be one.
    fn client(
        &mut self,
        context: &dyn Context,
        name: Option<&str>,
        earlier: Option<&dyn Session>,
    ) -> Result<Box<dyn Session>, Problem>;

    /// Begins a connection as a server.
    fn server(&mut self) -> Box<dyn Session>;
}
