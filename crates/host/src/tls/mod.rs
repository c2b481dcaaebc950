//! TLS over `rustls`, with the cryptography of `ring`.
//!
//! [`context`] makes rustls' configurations out of settings, [`session`] is one end of a connection, [`verifier`] looks at
//! certificates as OpenSSL does, [`problems`] has OpenSSL's words for what goes wrong.

mod certificate;
mod context;
mod problems;
mod session;
mod verifier;

use context::{HostContext, identity};
use ferropy_platform::tls::{Context, Identity, Problem, Session, Settings, Tls};
use rustls::crypto::{CryptoProvider, ring};
use session::HostSession;
use std::any::Any;
use std::sync::Arc;

/// The implementation.
#[derive(Debug)]
pub(crate) struct Rustls {
    provider: Arc<CryptoProvider>,
}

impl Default for Rustls {
    fn default() -> Rustls {
        Rustls { provider: Arc::new(ring::default_provider()) }
    }
}

impl Tls for Rustls {
    fn description(&self) -> &'static str {
        "rustls 0.23"
    }

    fn suites(&self) -> Vec<u16> {
        self.provider.cipher_suites.iter().map(|suite| suite.suite().into()).collect()
    }

    fn system_roots(&mut self) -> Vec<Vec<u8>> {
        rustls_native_certs::load_native_certs().certs.iter().map(|root| root.to_vec()).collect()
    }

    fn check(&mut self, shown: &Identity) -> Result<(), Problem> {
        identity(&self.provider, shown).map(|_| ())
    }

    fn context(&mut self, settings: &Settings) -> Result<Box<dyn Context>, Problem> {
        Ok(Box::new(HostContext::new(&self.provider, settings)?))
    }

    fn client(
        &mut self,
        context: &dyn Context,
        name: Option<&str>,
        earlier: Option<&dyn Session>,
    ) -> Result<Box<dyn Session>, Problem> {
        let earlier = earlier.and_then(|session| (session as &dyn Any).downcast_ref::<HostSession>());
        Ok(Box::new(HostSession::client(own(context)?, name, earlier)?))
    }

    fn server(&mut self) -> Box<dyn Session> {
        Box::new(HostSession::server())
    }
}

/// A context of this implementation.
fn own(context: &dyn Context) -> Result<&HostContext, Problem> {
    let own = (context as &dyn Any).downcast_ref::<HostContext>();
    own.ok_or_else(|| Problem::Other("INTERNAL_ERROR", "internal error".to_owned()))
}
