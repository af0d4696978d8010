//! TLS to the broker, its management API and Redis: whom we trust, who we are, and what went wrong in plain words.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use redis::{ClientTlsConfig, TlsCertificates};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{AlertDescription, CertificateError, ClientConfig, RootCertStore};

/// Files of certificates; they are read at each use, so that renewed ones serve without a restart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tls {
    ca: Option<PathBuf>,
    identity: Option<Identity>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Identity {
    certificate: PathBuf,
    key: PathBuf,
}

/// Why certificates cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("{key}: {} cannot be read: {source}", path.display())]
    Read {
        /// The settings' key.
        key: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file does not hold what it should.
    #[error("{key}: {} {reason}", path.display())]
    Unusable {
        /// The settings' key.
        key: &'static str,
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// One key goes with another.
    #[error(
        "client_key is set, but client_certificate is not: set both, or the certificate alone if its file holds the key"
    )]
    KeyAlone,
    /// The system trusts nobody.
    #[error(
        "the system's certificate authorities cannot be used ({0}): install ca-certificates, or set ca_file"
    )]
    System(String),
}

impl Tls {
    /// From the settings; an empty path is none, and without a key's file the certificate's file holds it.
    ///
    /// # Errors
    /// When a key is named without its certificate.
    pub fn new(ca: &Path, certificate: &Path, key: &Path) -> Result<Self, TlsError> {
        let some = |path: &Path| (!path.as_os_str().is_empty()).then(|| path.to_owned());
        let identity = match (some(certificate), some(key)) {
            (None, None) => None,
            (None, Some(_)) => return Err(TlsError::KeyAlone),
            (Some(certificate), key) => {
                Some(Identity { key: key.unwrap_or_else(|| certificate.clone()), certificate })
            }
        };
        Ok(Self { ca: some(ca), identity })
    }

    /// Whether we can show a certificate.
    #[must_use]
    pub const fn has_identity(&self) -> bool {
        self.identity.is_some()
    }

    /// Reads the files that are named, so that a wrong one is known at the start.
    ///
    /// # Errors
    /// Names the key of the settings and what is wrong with its file.
    pub fn check(&self) -> Result<(), TlsError> {
        if self.ca.is_some() || self.identity.is_some() { self.client_config().map(drop) } else { Ok(()) }
    }

    /// For connections that we make ourselves. An authority of our own is trusted instead of the system's.
    ///
    /// # Errors
    /// When a file cannot be used.
    pub fn client_config(&self) -> Result<Arc<ClientConfig>, TlsError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| TlsError::System(error.to_string()))?
            .with_root_certificates(self.roots()?);
        let config = match &self.identity {
            None => builder.with_no_client_auth(),
            Some(identity) => {
                let (chain, key) = identity.read()?;
                builder.with_client_auth_cert(chain, key).map_err(|error| TlsError::Unusable {
                    key: "client_certificate",
                    path: identity.certificate.clone(),
                    reason: format!("and its key cannot be used: {error}"),
                })?
            }
        };
        Ok(Arc::new(config))
    }

    /// For Redis, which makes its connections itself.
    ///
    /// # Errors
    /// When a file cannot be used.
    pub fn redis(&self) -> Result<TlsCertificates, TlsError> {
        self.check()?;
        let client_tls = match &self.identity {
            None => None,
            Some(identity) => Some(ClientTlsConfig {
                client_cert: read("client_certificate", &identity.certificate)?,
                client_key: read("client_key", &identity.key)?,
            }),
        };
        let root_cert = self.ca.as_deref().map(|path| read("ca_file", path)).transpose()?;
        Ok(TlsCertificates { client_tls, root_cert })
    }

    fn roots(&self) -> Result<RootCertStore, TlsError> {
        let mut roots = RootCertStore::empty();
        let Some(path) = &self.ca else {
            let system = rustls_native_certs::load_native_certs();
            roots.add_parsable_certificates(system.certs);
            if roots.is_empty() {
                let reason = system.errors.first().map_or("there are none".to_owned(), ToString::to_string);
                return Err(TlsError::System(reason));
            }
            return Ok(roots);
        };
        for certificate in certificates("ca_file", path)? {
            roots.add(certificate).map_err(|error| TlsError::Unusable {
                key: "ca_file",
                path: path.clone(),
                reason: format!("holds a certificate that is no authority's: {error}"),
            })?;
        }
        Ok(roots)
    }
}

impl Identity {
    fn read(&self) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>), TlsError> {
        let chain = certificates("client_certificate", &self.certificate)?;
        let pem = read("client_key", &self.key)?;
        let key = PrivateKeyDer::from_pem_slice(&pem).map_err(|_unparsable| TlsError::Unusable {
            key: "client_key",
            path: self.key.clone(),
            reason: "holds no private key in PEM form without a password".to_owned(),
        })?;
        Ok((chain, key))
    }
}

fn read(key: &'static str, path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|source| TlsError::Read { key, path: path.to_owned(), source })
}

fn certificates(key: &'static str, path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let unusable = || TlsError::Unusable {
        key,
        path: path.to_owned(),
        reason: "holds no certificate in PEM form".to_owned(),
    };
    let pem = read(key, path)?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        _ => Err(unusable()),
    }
}

/// For a client that must have a configuration, but whose connection is not encrypted.
pub(crate) fn trusting_nobody() -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| error.to_string())?;
    Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth())
}

/// What is wrong with a TLS connection, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The fact, as the end of “cannot connect to X: …”.
    pub fact: String,
    /// The remedy.
    pub remedy: &'static str,
}

/// Reads from an error and its causes what went wrong with TLS; none when it was something else.
#[must_use]
pub fn trouble(error: &(dyn Error + 'static)) -> Option<Trouble> {
    find(error).map(explain)
}

fn find<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    if let Some(found) = error.downcast_ref::<rustls::Error>() {
        return Some(found);
    }
    // An I/O error hides what it wraps from `source`.
    if let Some(inner) = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        return find(inner);
    }
    // So does redis' way to share what it wraps.
    if let Some(inner) = error.downcast_ref::<Arc<dyn Error + Send + Sync>>() {
        return find(&**inner);
    }
    error.source().and_then(find)
}

fn explain(error: &rustls::Error) -> Trouble {
    use CertificateError as Wrong;
    let (fact, remedy) = match error {
        rustls::Error::InvalidCertificate(Wrong::UnknownIssuer | Wrong::BadSignature) => (
            "its certificate comes from an authority that is not trusted here".to_owned(),
            "set ca_file to the PEM file of the authority that issued it",
        ),
        rustls::Error::InvalidCertificate(Wrong::NotValidForNameContext { presented, .. }) => (
            format!("its certificate is for another host name ({})", presented.join(", ")),
            "write the host in the address as the certificate names it, or have one issued for this name",
        ),
        rustls::Error::InvalidCertificate(Wrong::NotValidForName) => (
            "its certificate is for another host name".to_owned(),
            "write the host in the address as the certificate names it, or have one issued for this name",
        ),
        rustls::Error::InvalidCertificate(Wrong::Expired | Wrong::ExpiredContext { .. }) => (
            "its certificate has expired".to_owned(),
            "renew the certificate; if it is still good, set this machine's clock",
        ),
        rustls::Error::InvalidCertificate(Wrong::NotValidYet | Wrong::NotValidYetContext { .. }) => (
            "its certificate is not valid yet".to_owned(),
            "set this machine's clock; if it is right, wait or have another certificate issued",
        ),
        rustls::Error::InvalidCertificate(wrong) => (
            format!("its certificate is not accepted: {wrong}"),
            "have a proper server certificate issued (with subject alternative names)",
        ),
        rustls::Error::AlertReceived(
            AlertDescription::CertificateRequired
            | AlertDescription::HandshakeFailure
            | AlertDescription::BadCertificate
            | AlertDescription::UnknownCA
            | AlertDescription::AccessDenied
            | AlertDescription::CertificateExpired
            | AlertDescription::CertificateUnknown
            | AlertDescription::UnsupportedCertificate,
        ) => (
            format!("it refuses our client certificate, or wants one ({error})"),
            "set client_certificate and client_key to one from an authority that it trusts",
        ),
        rustls::Error::InvalidMessage(_) => (
            "what answers there does not speak TLS".to_owned(),
            "check the scheme and the port of the address (amqps:// mostly has 5671, rediss:// a port of its own)",
        ),
        other => (format!("TLS failed: {other}"), "check the address and the certificates on both sides"),
    };
    Trouble { fact, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_files_are_named_by_their_key() {
        let folder = tempfile::tempdir().unwrap();
        let (none, text) = (folder.path().join("none.pem"), folder.path().join("text.pem"));
        std::fs::write(&text, "hello").unwrap();
        let empty = Path::new("");
        let said = |ca: &Path, certificate: &Path, key: &Path| {
            Tls::new(ca, certificate, key).and_then(|tls| tls.check()).unwrap_err().to_string()
        };
        assert!(said(&none, empty, empty).starts_with("ca_file: "), "{}", said(&none, empty, empty));
        assert!(said(&text, empty, empty).contains("no certificate in PEM form"));
        assert!(said(empty, &none, empty).starts_with("client_certificate: "));
        assert!(said(empty, empty, &text).starts_with("client_key is set"));
        assert!(Tls::new(empty, empty, empty).unwrap().check().is_ok());
    }

    #[test]
    fn causes_are_found_however_they_are_wrapped() {
        let expired = || rustls::Error::InvalidCertificate(CertificateError::Expired);
        let wrapped = std::io::Error::new(std::io::ErrorKind::InvalidData, expired());
        assert!(trouble(&wrapped).unwrap().fact.contains("has expired"));
        let lapin = lapin::Error::from(std::io::Error::new(std::io::ErrorKind::InvalidData, expired()));
        assert!(trouble(&lapin).unwrap().fact.contains("has expired"));
        let redis = redis::RedisError::from(std::io::Error::new(std::io::ErrorKind::InvalidData, expired()));
        assert!(trouble(&redis).unwrap().fact.contains("has expired"));
        assert_eq!(trouble(&std::io::Error::other("no route")), None);
    }
}
