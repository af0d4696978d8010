//! RabbitMQ: connections, queues, publishing, and the supervisor that keeps them up.

mod cancels;
mod lanes;
mod parked;
mod publisher;
mod serve;
pub mod topology;

use std::sync::Once;

use lapin::{Connection, ConnectionProperties};

pub use cancels::Cancels;
pub use parked::{Letter, Parked, ReplayError, Shelf};
pub use publisher::{Published, Publisher};
pub use serve::{Service, Stopped};

use crate::settings::redacted;

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

/// Connects under a name that operators see in the broker's list.
///
/// # Errors
/// When the broker does not answer or refuses us.
pub async fn connect(url: &str, name: &str) -> Result<Connection, BrokerError> {
    static CRYPTO: Once = Once::new();
    CRYPTO.call_once(|| {
        // Another part of the process may have chosen one; that one serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    let properties = ConnectionProperties::default().with_connection_name(name.into());
    let address = || redacted(url);
    let timeout = std::time::Duration::from_secs(10);
    match tokio::time::timeout(timeout, Connection::connect(url, properties)).await {
        Ok(result) => {
            result.map_err(|source| BrokerError::Connect { address: address(), source: Box::new(source) })
        }
        Err(_) => {
            let late = std::io::Error::new(std::io::ErrorKind::TimedOut, "no answer within 10 s");
            Err(BrokerError::Connect { address: address(), source: Box::new(lapin::Error::from(late)) })
        }
    }
}

/// The user name of an AMQP address, percent-decoded.
#[must_use]
pub fn user_of(url: &str) -> Option<String> {
    let uri: lapin::uri::AMQPUri = url.parse().ok()?;
    Some(uri.authority.userinfo.username)
}
