//! RabbitMQ's management API, as far as setting up needs it.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, StatusCode};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::Url;

use crate::causes::chain;
use crate::tls::{self, Tls, TlsError, Trouble};

/// Largest answer, bytes.
const MAX_ANSWER: usize = 16 << 20;
/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why the management API cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ManagementError {
    /// The address is none.
    #[error("management_url must be https://user:password@host:15671 (or http://…:15672): {0}")]
    Address(String),
    /// Our certificates cannot be used.
    #[error(transparent)]
    Certificates(#[from] TlsError),
    /// Nobody answers.
    #[error(
        "the broker's management API at {address} cannot be reached: {reason}; is the plugin rabbitmq_management on?"
    )]
    Unreachable {
        /// Host and port.
        address: String,
        /// Why.
        reason: String,
    },
    /// TLS does not come about.
    #[error("the broker's management API at {address} cannot be reached: {}; {}", trouble.fact, trouble.remedy)]
    Tls {
        /// Host and port.
        address: String,
        /// Why, and what to do.
        trouble: Trouble,
    },
    /// It does not let us.
    #[error(
        "the broker's management API refuses {user}: management_url needs a user tagged administrator, and its password"
    )]
    Denied {
        /// The user of `management_url`.
        user: String,
    },
    /// It says no.
    #[error("the broker refused {what}: {status} {reason}")]
    Refused {
        /// Method and path.
        what: String,
        /// HTTP status.
        status: u16,
        /// Its words.
        reason: String,
    },
}

/// A request that changes something.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// `PUT`, `POST` or `DELETE`.
    pub method: Method,
    /// Path below `/api`, not encoded.
    pub path: Vec<String>,
    /// Body.
    pub body: Value,
}

/// The management API of one broker.
pub struct Management {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    base: Url,
    user: String,
    authorization: HeaderValue,
}

impl std::fmt::Debug for Management {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the password.
        f.debug_struct("Management").field("host", &self.base.host_str()).finish_non_exhaustive()
    }
}

impl Management {
    /// At this address; nothing connects yet.
    ///
    /// # Errors
    /// When the address or our certificates cannot be used.
    pub fn new(address: &str, tls: &Tls) -> Result<Self, ManagementError> {
        let wrong = |reason: &str| ManagementError::Address(reason.to_owned());
        let mut base: Url = address.parse().map_err(|error: url::ParseError| wrong(&error.to_string()))?;
        if !matches!(base.scheme(), "http" | "https") || base.host_str().is_none_or(str::is_empty) {
            return Err(wrong("it names no such scheme or no host"));
        }
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (user, password) = (decoded(base.username()), decoded(base.password().unwrap_or_default()));
        if user.is_empty() || password.is_empty() {
            return Err(wrong("it names no user or no password"));
        }
        // Neither can fail: the address has a host.
        let _ = base.set_username("");
        let _ = base.set_password(None);
        let token = STANDARD.encode(format!("{user}:{password}"));
        let mut authorization =
            HeaderValue::from_str(&format!("Basic {token}")).map_err(|error| wrong(&error.to_string()))?;
        authorization.set_sensitive(true);
        let config = if base.scheme() == "https" {
            (*tls.client_config()?).clone()
        } else {
            tls::trusting_nobody().map_err(|error| wrong(&error))?
        };
        let connector =
            HttpsConnectorBuilder::new().with_tls_config(config).https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client, base, user, authorization })
    }

    /// The user that we log in as.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    /// What stands at this path below `/api`; none when there is nothing.
    ///
    /// # Errors
    /// When the broker does not answer or refuses.
    pub async fn get(&self, path: &[&str]) -> Result<Option<Value>, ManagementError> {
        match self.send(Method::GET, path, None).await {
            Ok(value) => Ok(Some(value)),
            Err(ManagementError::Refused { status: 404, .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What stands at this path, as a list; empty when there is nothing.
    ///
    /// # Errors
    /// When the broker does not answer or refuses.
    pub async fn list(&self, path: &[&str]) -> Result<Vec<Value>, ManagementError> {
        Ok(match self.get(path).await? {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        })
    }

    /// Makes a change.
    ///
    /// # Errors
    /// When the broker does not answer or refuses.
    pub async fn make(&self, change: &Change) -> Result<(), ManagementError> {
        let path: Vec<&str> = change.path.iter().map(String::as_str).collect();
        self.send(change.method.clone(), &path, Some(&change.body)).await.map(drop)
    }

    async fn send(
        &self,
        method: Method,
        path: &[&str],
        body: Option<&Value>,
    ) -> Result<Value, ManagementError> {
        let mut address = self.base.clone();
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().push("api").extend(path);
        }
        // Bodies may hold passwords: no error names more than the path.
        let what = format!("{method} {}", address.path());
        let body = body.map(Value::to_string).unwrap_or_default();
        let request = Request::builder()
            .method(method)
            .uri(address.as_str())
            .header(CONTENT_TYPE, "application/json")
            .header(AUTHORIZATION, self.authorization.clone())
            .body(Full::new(Bytes::from(body)))
            .map_err(|error| ManagementError::Address(error.to_string()))?;
        let answer = tokio::time::timeout(PATIENCE, self.exchange(request)).await;
        let (status, body) =
            answer.unwrap_or_else(|_| Err(self.unreachable("no answer within 30 s".to_owned())))?;
        if status == StatusCode::UNAUTHORIZED || status == StatusCode::FORBIDDEN {
            return Err(ManagementError::Denied { user: self.user.clone() });
        }
        let value = serde_json::from_slice(&body).unwrap_or(Value::Null);
        if status.is_success() {
            return Ok(value);
        }
        let reason = match value.get("reason") {
            Some(Value::String(reason)) => reason.clone(),
            Some(reason) => reason.to_string(),
            None => String::from_utf8_lossy(&body).chars().take(200).collect(),
        };
        Err(ManagementError::Refused { what, status: status.as_u16(), reason })
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<(StatusCode, Bytes), ManagementError> {
        let response = self.client.request(request).await.map_err(|error| match tls::trouble(&error) {
            Some(trouble) => ManagementError::Tls { address: self.address(), trouble },
            None => self.unreachable(chain(&error)),
        })?;
        let status = response.status();
        let body = Limited::new(response.into_body(), MAX_ANSWER).collect().await;
        let body = body.map_err(|error| self.unreachable(error.to_string()))?.to_bytes();
        Ok((status, body))
    }

    fn unreachable(&self, reason: String) -> ManagementError {
        ManagementError::Unreachable { address: self.address(), reason }
    }

    fn address(&self) -> String {
        let port = self.base.port_or_known_default().unwrap_or_default();
        format!("{}:{port}", self.base.host_str().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_with_a_login_are_taken() {
        let tls = Tls::default();
        assert_eq!(Management::new("http://admin:p%40ss@host:15672", &tls).unwrap().user(), "admin");
        for wrong in ["", "host", "ftp://a:b@host", "http://host:15672", "http://a@host"] {
            let error = Management::new(wrong, &tls).unwrap_err().to_string();
            assert!(error.contains("management_url"), "{error}");
        }
        let shown = format!("{:?}", Management::new("http://admin:hush@host:1", &tls).unwrap());
        assert!(!shown.contains("hush"), "{shown}");
    }
}
