//! RabbitMQ: connections, queues, publishing, and the supervisor that keeps them up.

mod answers;
mod cancels;
mod lanes;
mod management;
mod parked;
mod publisher;
mod serve;
pub mod standing;
pub mod topology;
pub mod users;

use std::sync::Once;

use lapin::tcp::{AMQPUriTcpExt as _, RustlsConnector, TLSConfig};
use lapin::uri::{AMQPScheme, AMQPUri, SASLMechanism};
use lapin::{Connection, ConnectionProperties};

pub use cancels::Cancels;
pub use management::{Change, Management, ManagementError};
pub use parked::{Letter, Parked, ReplayError, Shelf};
pub use publisher::{Published, Publisher};
pub use serve::{Service, Stopped};

use crate::settings::redacted;
use crate::tls::{self, Tls, TlsError, Trouble};

/// Why the broker cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BrokerError {
    /// No connection.
    #[error("cannot connect to the broker at {address}: {source}")]
    Connect {
        /// Address without password.
        address: String,
        /// What lapin said.
        source: Box<lapin::Error>,
    },
    /// TLS does not come about.
    #[error("cannot connect to the broker at {address}: {}; {}", trouble.fact, trouble.remedy)]
    Tls {
        /// Address without password.
        address: String,
        /// Why, and what to do.
        trouble: Trouble,
    },
    /// Our certificates cannot be used.
    #[error(transparent)]
    Certificates(#[from] TlsError),
    /// An operation failed.
    #[error("the broker refused {operation}: {source}")]
    Operation {
        /// What was tried.
        operation: &'static str,
        /// What lapin said.
        source: Box<lapin::Error>,
    },
    /// The broker ended something that we need.
    #[error("the broker ended {0}")]
    Ended(&'static str),
}

impl BrokerError {
    /// An operation that failed.
    pub fn operation(operation: &'static str) -> impl FnOnce(lapin::Error) -> Self {
        move |source| Self::Operation { operation, source: Box::new(source) }
    }
}

/// Connects under a name that operators see in the broker's list. With a client certificate and no password in the address, the
/// certificate says who we are (SASL EXTERNAL).
///
/// # Errors
/// When the broker does not answer or refuses us.
pub async fn connect(url: &str, tls: &Tls, name: &str) -> Result<Connection, BrokerError> {
    static CRYPTO: Once = Once::new();
    CRYPTO.call_once(|| {
        // Another part of the process may have chosen one; that one serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    let failed = |source: lapin::Error| match tls::trouble(&source) {
        Some(trouble) => BrokerError::Tls { address: redacted(url), trouble },
        None => BrokerError::Connect { address: redacted(url), source: Box::new(source) },
    };
    let io = |kind, text: String| lapin::Error::from(std::io::Error::new(kind, text));
    let mut uri: AMQPUri =
        url.parse().map_err(|reason| failed(io(std::io::ErrorKind::InvalidInput, reason)))?;
    let connector = match uri.scheme {
        AMQPScheme::AMQP => None,
        AMQPScheme::AMQPS => Some(RustlsConnector::from(tls.client_config()?)),
    };
    if connector.is_some() && tls.has_identity() && !names_password(url) && uri.query.auth_mechanism.is_none()
    {
        uri.query.auth_mechanism = Some(SASLMechanism::External);
    }
    let properties = ConnectionProperties::default().with_connection_name(name.into());
    let runtime = lapin::runtime::default_runtime().map_err(failed)?;
    // lapin's own way trusts the system's authorities besides ours, and fails where the system has none.
    let connecting = Connection::connector(
        uri,
        runtime,
        async move |uri: AMQPUri, runtime| {
            let plain = AMQPUri { scheme: AMQPScheme::AMQP, ..uri.clone() };
            let stream = plain.connect_with_config_async(TLSConfig::default(), &runtime).await?;
            Ok(match &connector {
                Some(connector) => stream.into_rustls(connector, &uri.authority.host).await?,
                None => stream,
            })
        },
        properties,
    );
    match tokio::time::timeout(std::time::Duration::from_secs(10), connecting).await {
        Ok(result) => result.map_err(failed),
        Err(_) => Err(failed(io(std::io::ErrorKind::TimedOut, "no answer within 10 s".to_owned()))),
    }
}

/// Whether an address names a password, be it empty.
fn names_password(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let authority = rest.split('/').next().unwrap_or_default();
    authority.rsplit_once('@').is_some_and(|(login, _)| login.contains(':'))
}

/// The user name of an AMQP address, percent-decoded.
#[must_use]
pub fn user_of(url: &str) -> Option<String> {
    let uri: AMQPUri = url.parse().ok()?;
    Some(uri.authority.userinfo.username)
}

/// The virtual host of an AMQP address.
#[must_use]
pub fn vhost_of(url: &str) -> Option<String> {
    let uri: AMQPUri = url.parse().ok()?;
    Some(uri.vhost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_logs_in_where_no_password_is_named() {
        for (url, named) in [
            ("amqps://ana@host/%2Fforeshock", false),
            ("amqps://host/v", false),
            ("amqps://ana:x@host/v", true),
            ("amqps://ana:@host:5671/v", true),
            ("amqps://host:5671/v", false),
        ] {
            assert_eq!(names_password(url), named, "{url}");
        }
        assert_eq!(vhost_of("amqp://a:b@host/%2Fforeshock").as_deref(), Some("/foreshock"));
    }
}
