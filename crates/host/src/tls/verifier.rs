//! Who the other end is: looks at certificates as OpenSSL does, with its words for what is wrong.
//!
//! Unlike `webpki` alone it also takes a certificate that is itself trusted, whoever signed it.

use super::certificate;
use ferropy_platform::tls::{Demand, Problem, Revocation, Settings};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, ServerName, TrustAnchor, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{CertificateError, DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};
use std::sync::{Arc, Mutex, PoisonError};
use webpki::{
    CertRevocationList, EndEntityCert, ExpirationPolicy, ExtendedKeyUsageValidator, KeyUsage, OwnedCertRevocationList,
    RevocationCheckDepth, RevocationOptionsBuilder, UnknownStatusPolicy,
};

/// What is trusted, and what is asked for.
#[derive(Debug)]
pub(super) struct Trust {
    roots: Vec<CertificateDer<'static>>,
    anchors: Vec<TrustAnchor<'static>>,
    subjects: Vec<DistinguishedName>,
    revoked: Vec<CertRevocationList<'static>>,
    revocation: Revocation,
    demand: Demand,
    checks_name: bool,
    takes_common_name: bool,
    algorithms: WebPkiSupportedAlgorithms,
}

impl Trust {
    /// Roots that can't be read are trusted by nobody.
    pub(super) fn new(provider: &CryptoProvider, settings: &Settings) -> Trust {
        let mut trust = Trust {
            roots: Vec::new(),
            anchors: Vec::new(),
            subjects: Vec::new(),
            revoked: Vec::new(),
            revocation: settings.revocation,
            demand: settings.demand,
            checks_name: settings.checks_name,
            takes_common_name: settings.takes_common_name,
            algorithms: provider.signature_verification_algorithms,
        };
        for root in &settings.roots {
            let root = CertificateDer::from(root.clone());
            if let Ok(anchor) = webpki::anchor_from_trusted_cert(&root) {
                trust.subjects.push(DistinguishedName::in_sequence(&anchor.subject));
                trust.anchors.push(anchor.to_owned());
            }
            trust.roots.push(root);
        }
        for list in &settings.revoked {
            if let Ok(list) = OwnedCertRevocationList::from_der(&CertificateRevocationListDer::from(list.clone())) {
                trust.revoked.push(list.into());
            }
        }
        trust
    }

    /// Looks at a certificate and at those that came with it: the chain to one that is trusted.
    fn chain(
        &self,
        shown: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        now: UnixTime,
        usage: impl ExtendedKeyUsageValidator,
    ) -> Result<Vec<Vec<u8>>, Flaw> {
        if self.roots.iter().any(|root| root == shown) {
            let (from, to) = certificate::validity(shown).ok_or(Flaw::UNREADABLE)?;
            let now = now.as_secs() as i64;
            return if now < from {
                Err(Flaw::NOT_YET_VALID)
            } else if now > to {
                Err(Flaw::EXPIRED)
            } else {
                Ok(vec![shown.to_vec()])
            };
        }
        let leaf = EndEntityCert::try_from(shown).map_err(|error| flaw(&error))?;
        let lists: Vec<&CertRevocationList<'_>> = self.revoked.iter().collect();
        let depth = match self.revocation {
            Revocation::Chain => RevocationCheckDepth::Chain,
            _ => RevocationCheckDepth::EndEntity,
        };
        let revocation = match RevocationOptionsBuilder::new(&lists) {
            _ if self.revocation == Revocation::Ignored => None,
            Ok(options) => Some(
                options
                    .with_depth(depth)
                    .with_status_policy(UnknownStatusPolicy::Deny)
                    .with_expiration_policy(ExpirationPolicy::Enforce)
                    .build(),
            ),
            Err(_) => return Err(Flaw::NO_REVOCATION_LIST),
        };
        let path = leaf
            .verify_for_usage(self.algorithms.all, &self.anchors, others, now, usage, revocation, None)
            .map_err(|error| match error {
                webpki::Error::UnknownIssuer => unknown_issuer(&leaf, others),
                webpki::Error::CaUsedAsEndEntity if leaf.issuer() == leaf.subject() => unknown_issuer(&leaf, others),
                error => flaw(&error),
            })?;
        let mut chain = vec![shown.to_vec()];
        chain.extend(path.intermediate_certificates().map(|each| each.der().to_vec()));
        let mut roots = self.roots.iter();
        chain.extend(roots.find(|root| is_anchor(root, path.anchor())).map(|root| root.to_vec()));
        Ok(chain)
    }

    /// Looks whether a certificate is for a name.
    fn check_name(&self, shown: &CertificateDer<'_>, name: &ServerName<'_>) -> Result<(), Flaw> {
        let leaf = EndEntityCert::try_from(shown).map_err(|error| flaw(&error))?;
        if leaf.verify_is_valid_for_subject_name(name).is_ok() {
            return Ok(());
        }
        let (number, what) = match name {
            ServerName::DnsName(name) => {
                let common = certificate::common_name(shown).filter(|_| self.takes_common_name);
                if leaf.valid_dns_names().next().is_none()
                    && common.is_some_and(|common| certificate::matches_name(common, name.as_ref()))
                {
                    return Ok(());
                }
                (62, "Hostname")
            }
            _ => (64, "IP address"),
        };
        let text = format!("{what} mismatch, certificate is not valid for '{}'.", name.to_str());
        Err(Flaw { number, text: text.into(), alert: CertificateError::NotValidForName })
    }
}

fn is_anchor(root: &CertificateDer<'_>, anchor: &TrustAnchor<'_>) -> bool {
    webpki::anchor_from_trusted_cert(root).is_ok_and(|each| each == *anchor)
}

/// Who signed it is not known: but how far the chain goes says more.
fn unknown_issuer(leaf: &EndEntityCert<'_>, others: &[CertificateDer<'_>]) -> Flaw {
    let signs_itself =
        |der: &CertificateDer<'_>| EndEntityCert::try_from(der).is_ok_and(|each| each.issuer() == each.subject());
    let (number, text) = if leaf.issuer() == leaf.subject() {
        (18, "self-signed certificate")
    } else if others.iter().any(signs_itself) {
        (19, "self-signed certificate in certificate chain")
    } else {
        (20, "unable to get local issuer certificate")
    };
    Flaw { number, text: text.into(), alert: CertificateError::UnknownIssuer }
}

/// What is wrong with a certificate: OpenSSL's number and words, and what decides which alert is sent.
#[derive(Clone, Debug)]
struct Flaw {
    number: i32,
    text: std::borrow::Cow<'static, str>,
    alert: CertificateError,
}

impl Flaw {
    const fn new(number: i32, text: &'static str, alert: CertificateError) -> Flaw {
        Flaw { number, text: std::borrow::Cow::Borrowed(text), alert }
    }

    const NO_REVOCATION_LIST: Flaw =
        Flaw::new(3, "unable to get certificate CRL", CertificateError::UnknownRevocationStatus);
    const NOT_YET_VALID: Flaw = Flaw::new(9, "certificate is not yet valid", CertificateError::NotValidYet);
    const EXPIRED: Flaw = Flaw::new(10, "certificate has expired", CertificateError::Expired);
    const UNREADABLE: Flaw = Flaw::new(1, "unspecified certificate verification error", CertificateError::BadEncoding);

    /// Whether OpenSSL would look at the name first.
    fn comes_after_name(&self) -> bool {
        matches!(self.number, 7 | 9 | 10 | 23)
    }
}

fn flaw(error: &webpki::Error) -> Flaw {
    use webpki::Error as E;
    let other = CertificateError::ApplicationVerificationFailure;
    match error {
        E::CertExpired { .. } => Flaw::EXPIRED,
        E::CertNotValidYet { .. } => Flaw::NOT_YET_VALID,
        E::InvalidSignatureForPublicKey => {
            Flaw::new(7, "certificate signature failure", CertificateError::BadSignature)
        }
        E::CertRevoked => Flaw::new(23, "certificate revoked", CertificateError::Revoked),
        E::UnknownRevocationStatus => Flaw::NO_REVOCATION_LIST,
        E::CrlExpired { .. } => Flaw::new(12, "CRL has expired", CertificateError::ExpiredRevocationList),
        E::RequiredEkuNotFoundContext(_) => {
            Flaw::new(26, "unsuitable certificate purpose", CertificateError::InvalidPurpose)
        }
        E::PathLenConstraintViolated => Flaw::new(25, "path length constraint exceeded", other),
        E::NameConstraintViolation => Flaw::new(47, "permitted subtree violation", other),
        E::UnsupportedCriticalExtension => {
            Flaw::new(34, "unhandled critical extension", CertificateError::UnhandledCriticalExtension)
        }
        E::CaUsedAsEndEntity | E::EndEntityUsedAsCa => Flaw::new(79, "invalid CA certificate", other),
        E::MaximumPathDepthExceeded | E::MaximumPathBuildCallsExceeded | E::MaximumSignatureChecksExceeded => {
            Flaw::new(22, "certificate chain too long", other)
        }
        error => Flaw { text: format!("unsupported certificate ({error:?})").into(), ..Flaw::UNREADABLE },
    }
}

/// What was found.
#[derive(Debug, Default)]
struct Findings {
    chain: Vec<Vec<u8>>,
    flaw: Option<Flaw>,
}

/// The verifier of one connection, and of those that go on with its session.
#[derive(Debug)]
pub(super) struct Verifier {
    trust: Arc<Trust>,
    findings: Mutex<Findings>,
}

impl Verifier {
    pub(super) fn new(trust: Arc<Trust>) -> Arc<Verifier> {
        Arc::new(Verifier { trust, findings: Mutex::default() })
    }

    /// The certificates that were the proof.
    pub(super) fn chain(&self) -> Vec<Vec<u8>> {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner).chain.clone()
    }

    /// Why the certificate was refused, if it was.
    pub(super) fn problem(&self) -> Option<Problem> {
        let findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.flaw.as_ref().map(|flaw| Problem::Certificate(flaw.number, flaw.text.to_string()))
    }

    fn note(&self, result: Result<Vec<Vec<u8>>, Flaw>) -> Result<(), Error> {
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        *findings = Findings::default();
        match result {
            Ok(chain) => {
                findings.chain = chain;
                Ok(())
            }
            Err(flaw) => {
                let alert = flaw.alert.clone();
                findings.flaw = Some(flaw);
                Err(Error::InvalidCertificate(alert))
            }
        }
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let trust = &self.trust;
        if trust.demand != Demand::Nothing {
            let chain = trust.chain(end_entity, intermediates, now, KeyUsage::server_auth());
            let name = match &chain {
                Err(flaw) if !flaw.comes_after_name() => Ok(()),
                _ if !trust.checks_name => Ok(()),
                _ => trust.check_name(end_entity, server_name),
            };
            self.note(name.and(chain))?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &self.trust.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.trust.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.trust.algorithms.supported_schemes()
    }
}

impl ClientCertVerifier for Verifier {
    fn offer_client_auth(&self) -> bool {
        self.trust.demand != Demand::Nothing
    }

    fn client_auth_mandatory(&self) -> bool {
        self.trust.demand == Demand::Required
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &self.trust.subjects
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.note(self.trust.chain(end_entity, intermediates, now, KeyUsage::client_auth()))?;
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &self.trust.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.trust.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.trust.algorithms.supported_schemes()
    }
}
