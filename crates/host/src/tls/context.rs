//! Settings as configurations of rustls.
//!
//! A configuration belongs to one connection, as its verifier does; what is expensive in it is shared by all.

use super::problems::{other, problem};
use super::verifier::{Trust, Verifier};
use ferropy_platform::tls::{Context, Identity, Problem, Settings};
use rustls::client::{ClientSessionMemoryCache, ResolvesClientCert, Resumption};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{
    ClientHello, NoServerSessionStorage, ResolvesServerCert, ServerSessionMemoryCache, StoresServerSessions,
};
use rustls::sign::CertifiedKey;
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, Error, KeyLog, ServerConfig, SignatureScheme, SupportedProtocolVersion};
use std::sync::{Arc, Mutex, PoisonError};

/// So many sessions a server remembers for clients that go on with them.
const SESSIONS: usize = 256;

/// The certificates and keys that are shown.
#[derive(Debug)]
struct Identities(Vec<Arc<CertifiedKey>>);

impl Identities {
    fn first(&self, schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.0.iter().find(|each| each.key.choose_scheme(schemes).is_some()).cloned()
    }
}

impl ResolvesServerCert for Identities {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.first(hello.signature_schemes())
    }
}

impl ResolvesClientCert for Identities {
    fn resolve(&self, _root_hint_subjects: &[&[u8]], schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.first(schemes)
    }

    fn has_certs(&self) -> bool {
        !self.0.is_empty()
    }
}

/// A certificate with its key, if they belong together.
pub(super) fn identity(provider: &CryptoProvider, shown: &Identity) -> Result<CertifiedKey, Problem> {
    let key = PrivateKeyDer::try_from(shown.key.clone()).map_err(|_| other("PEM_LIB"))?;
    let chain = shown.chain.iter().cloned().map(CertificateDer::from).collect();
    CertifiedKey::from_der(chain, key, provider).map_err(|error| match error {
        Error::InconsistentKeys(_) => problem(&error),
        _ => Problem::Other("PEM_LIB", format!("PEM lib ({error})")),
    })
}

/// The secrets of connections, for those who look into them with other tools.
#[derive(Debug, Default)]
struct Secrets(Mutex<Vec<String>>);

impl KeyLog for Secrets {
    fn log(&self, label: &str, client_random: &[u8], secret: &[u8]) {
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let line = format!("{label} {} {}\n", hex(client_random), hex(secret));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}

/// Settings that were looked at.
#[derive(Debug)]
pub(super) struct HostContext {
    provider: Arc<CryptoProvider>,
    trust: Arc<Trust>,
    identities: Arc<Identities>,
    sessions: Arc<dyn StoresServerSessions>,
    secrets: Option<Arc<Secrets>>,
    protocols: Vec<Vec<u8>>,
    versions: Vec<&'static SupportedProtocolVersion>,
    tickets: usize,
}

impl Context for HostContext {
    fn secrets(&self) -> Vec<String> {
        let lines = self.secrets.as_ref().map(|secrets| secrets.0.lock().unwrap_or_else(PoisonError::into_inner));
        lines.map(|mut lines| std::mem::take(&mut *lines)).unwrap_or_default()
    }
}

/// What later connections need to go on with a session.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    trust: Arc<Trust>,
    verifier: Arc<Verifier>,
    store: Arc<ClientSessionMemoryCache>,
}

impl Memory {
    pub(super) fn verifier(&self) -> &Arc<Verifier> {
        &self.verifier
    }
}

impl HostContext {
    pub(super) fn new(provider: &CryptoProvider, settings: &Settings) -> Result<HostContext, Problem> {
        let mut provider = provider.clone();
        let mut suites = Vec::new();
        for &number in &settings.suites {
            suites.extend(provider.cipher_suites.iter().find(|suite| u16::from(suite.suite()) == number).copied());
        }
        provider.cipher_suites = suites;
        let versions: Vec<_> = [&TLS13, &TLS12]
            .into_iter()
            .filter(|version| settings.versions.contains(&u16::from(version.version)))
            .filter(|version| provider.cipher_suites.iter().any(|suite| *suite.version() == **version))
            .collect();
        if versions.is_empty() {
            return Err(other("NO_PROTOCOLS_AVAILABLE"));
        }
        let mut identities = Vec::new();
        for shown in &settings.identities {
            identities.push(Arc::new(identity(&provider, shown)?));
        }
        let sessions: Arc<dyn StoresServerSessions> = match settings.tickets {
            0 => Arc::new(NoServerSessionStorage {}),
            _ => ServerSessionMemoryCache::new(SESSIONS),
        };
        Ok(HostContext {
            trust: Arc::new(Trust::new(&provider, settings)),
            provider: Arc::new(provider),
            identities: Arc::new(Identities(identities)),
            sessions,
            secrets: settings.keeps_secrets.then(Arc::default),
            protocols: settings.protocols.clone(),
            versions,
            tickets: settings.tickets,
        })
    }

    /// Whether a server can show something.
    pub(super) fn has_identity(&self) -> bool {
        !self.identities.0.is_empty()
    }

    /// A client's configuration, and what a later one needs to go on with its session; perhaps this one does with another.
    pub(super) fn for_client(
        &self,
        sends_name: bool,
        earlier: Option<&Memory>,
    ) -> Result<(ClientConfig, Memory), Problem> {
        let memory = match earlier {
            // What was found about the other end then counts only if the same is asked for.
            Some(earlier) if Arc::ptr_eq(&earlier.trust, &self.trust) => earlier.clone(),
            _ => Memory {
                trust: self.trust.clone(),
                verifier: Verifier::new(self.trust.clone()),
                store: Arc::new(ClientSessionMemoryCache::new(1)),
            },
        };
        let builder = ClientConfig::builder_with_provider(self.provider.clone());
        let builder = builder.with_protocol_versions(&self.versions).map_err(|error| problem(&error))?;
        let mut config = builder
            .dangerous()
            .with_custom_certificate_verifier(memory.verifier.clone())
            .with_client_cert_resolver(self.identities.clone());
        config.resumption = Resumption::store(memory.store.clone());
        config.alpn_protocols.clone_from(&self.protocols);
        config.enable_sni = sends_name;
        if let Some(secrets) = &self.secrets {
            config.key_log = secrets.clone();
        }
        Ok((config, memory))
    }

    /// A server's configuration for a client that offers these protocols. None that both know is no reason to refuse.
    pub(super) fn for_server(&self, offered: &[Vec<u8>]) -> Result<(ServerConfig, Arc<Verifier>), Problem> {
        let verifier = Verifier::new(self.trust.clone());
        let builder = ServerConfig::builder_with_provider(self.provider.clone());
        let builder = builder.with_protocol_versions(&self.versions).map_err(|error| problem(&error))?;
        let mut config =
            builder.with_client_cert_verifier(verifier.clone()).with_cert_resolver(self.identities.clone());
        if self.protocols.iter().any(|each| offered.contains(each)) {
            config.alpn_protocols.clone_from(&self.protocols);
        }
        config.session_storage = self.sessions.clone();
        config.send_tls13_tickets = self.tickets;
        config.ignore_client_order = true;
        if let Some(secrets) = &self.secrets {
            config.key_log = secrets.clone();
        }
        Ok((config, verifier))
    }
}
