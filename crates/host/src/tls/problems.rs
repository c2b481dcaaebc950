//! OpenSSL's names and words for what rustls reports.

use ferropy_platform::tls::Problem;
use rustls::{Error, InvalidMessage, PeerIncompatible};

/// A problem with OpenSSL's name; its words are the name's own.
pub(super) fn other(reason: &'static str) -> Problem {
    Problem::Other(reason, reason.to_ascii_lowercase().replace('_', " "))
}

/// What rustls reports.
pub(super) fn problem(error: &Error) -> Problem {
    let reason = match error {
        Error::AlertReceived(alert) => return Problem::Alert((*alert).into()),
        Error::InvalidMessage(InvalidMessage::InvalidContentType | InvalidMessage::UnknownProtocolVersion) => {
            "WRONG_VERSION_NUMBER"
        }
        Error::InvalidMessage(InvalidMessage::MessageTooLarge) | Error::PeerSentOversizedRecord => {
            "PACKET_LENGTH_TOO_LONG"
        }
        Error::InvalidMessage(
            InvalidMessage::HandshakePayloadTooLarge | InvalidMessage::CertificatePayloadTooLarge,
        ) => "EXCESSIVE_MESSAGE_SIZE",
        Error::InvalidMessage(_) => "DECODE_ERROR",
        Error::InappropriateMessage { .. } | Error::InappropriateHandshakeMessage { .. } => "UNEXPECTED_MESSAGE",
        Error::DecryptError => "DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
        Error::NoCertificatesPresented => "PEER_DID_NOT_RETURN_A_CERTIFICATE",
        Error::NoApplicationProtocol => "NO_APPLICATION_PROTOCOL",
        Error::InvalidCertificate(_) => "BAD_SIGNATURE",
        Error::InconsistentKeys(_) => "KEY_VALUES_MISMATCH",
        Error::PeerIncompatible(what) => incompatible(what),
        Error::PeerMisbehaved(what) => {
            return Problem::Other("ILLEGAL_PARAMETER", format!("illegal parameter: {what:?}"));
        }
        error => return Problem::Other("INTERNAL_ERROR", format!("internal error: {error}")),
    };
    other(reason)
}

fn incompatible(what: &PeerIncompatible) -> &'static str {
    match what {
        PeerIncompatible::ServerDoesNotSupportTls12Or13
        | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
        | PeerIncompatible::SupportedVersionsExtensionRequired
        | PeerIncompatible::Tls12NotOffered
        | PeerIncompatible::Tls12NotOfferedOrEnabled => "UNSUPPORTED_PROTOCOL",
        PeerIncompatible::NoKxGroupsInCommon
        | PeerIncompatible::KeyShareExtensionRequired
        | PeerIncompatible::NamedGroupsExtensionRequired => "NO_SUITABLE_GROUPS",
        PeerIncompatible::NoSignatureSchemesInCommon
        | PeerIncompatible::NoCertificateRequestSignatureSchemesInCommon
        | PeerIncompatible::SignatureAlgorithmsExtensionRequired => "NO_SUITABLE_SIGNATURE_ALGORITHM",
        _ => "NO_SHARED_CIPHER",
    }
}

/// What a client says that doesn't speak TLS: HTTP is told apart.
pub(super) fn plain_text(bytes: &[u8]) -> Option<Problem> {
    let begins = |words: &[&str]| words.iter().any(|word| bytes.starts_with(word.as_bytes()));
    if begins(&["GET ", "POST ", "HEAD ", "PUT "]) {
        Some(other("HTTP_REQUEST"))
    } else if begins(&["CONNE"]) {
        Some(other("HTTPS_PROXY_REQUEST"))
    } else {
        None
    }
}
