//! A vision model behind the chat completions of OpenAI's API, as most servers of open models offer them.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::future::BoxFuture;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

use super::{Comparison, Judge, JudgeError, Verdict, parse, prompt};
use crate::causes::chain;

/// Largest answer, bytes.
const MAX_ANSWER: usize = 1 << 20;

/// Why a judge cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The address is none.
    #[error("judge_url must be http://… or https://… up to before /chat/completions: {0}")]
    Address(String),
    /// The key cannot stand in a header.
    #[error("judge_key holds characters that cannot be sent")]
    Key,
    /// There is nothing to check a server's certificate with.
    #[error("judge_url is https, and the system's certificates cannot be used: {0}")]
    Certificates(String),
}

/// A vision model that judges.
pub struct OpenAi {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    address: Uri,
    model: String,
    key: Option<HeaderValue>,
    patience: Duration,
}

impl std::fmt::Debug for OpenAi {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the key, nor what may be one in the address.
        f.debug_struct("OpenAi")
            .field("host", &self.address.host())
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

/// Where questions go: `base` as the OpenAI clients have it, with or without its last part.
fn completions(base: &str) -> Result<Uri, SetUpError> {
    const PATH: &str = "/chat/completions";
    let base = base.trim_end_matches('/');
    let whole = if base.ends_with(PATH) { base.to_owned() } else { format!("{base}{PATH}") };
    let address: Uri = whole.parse().map_err(|error| SetUpError::Address(format!("{error}")))?;
    match (address.scheme_str(), address.host()) {
        (Some("http" | "https"), Some(host)) if !host.is_empty() => Ok(address),
        _ => Err(SetUpError::Address("it names no such scheme or no host".to_owned())),
    }
}

impl OpenAi {
    /// A judge at this address; an empty key sends none.
    ///
    /// # Errors
    /// When address, key or the system's certificates cannot be used.
    pub fn new(base: &str, model: &str, key: &str, patience: Duration) -> Result<Self, SetUpError> {
        let address = completions(base)?;
        let key = match key {
            "" => None,
            key => {
                let mut value =
                    HeaderValue::from_str(&format!("Bearer {key}")).map_err(|_opaque| SetUpError::Key)?;
                value.set_sensitive(true);
                Some(value)
            }
        };
        let provider = rustls::crypto::ring::default_provider();
        let failed = |error: String| SetUpError::Certificates(error);
        let builder = HttpsConnectorBuilder::new();
        let builder = if address.scheme_str() == Some("https") {
            builder.with_provider_and_native_roots(provider).map_err(|error| failed(error.to_string()))?
        } else {
            let config = rustls::ClientConfig::builder_with_provider(Arc::new(provider))
                .with_safe_default_protocol_versions()
                .map_err(|error| failed(error.to_string()))?
                .with_root_certificates(rustls::RootCertStore::empty())
                .with_no_client_auth();
            builder.with_tls_config(config)
        };
        let connector = builder.https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client, address, model: model.to_owned(), key, patience })
    }

    async fn ask(&self, question: Comparison<'_>) -> Result<Verdict, JudgeError> {
        let request = self.request(question)?;
        let unreachable = |error: &dyn std::error::Error| JudgeError::Unreachable(chain(error));
        let response = self.client.request(request).await.map_err(|error| unreachable(&error))?;
        let status = response.status();
        let body = Limited::new(response.into_body(), MAX_ANSWER).collect().await;
        let body = body.map_err(|error| unreachable(&*error))?.to_bytes();
        if !status.is_success() {
            let text: String = String::from_utf8_lossy(&body).chars().take(200).collect();
            return Err(JudgeError::Refused { status: status.as_u16(), text });
        }
        parse(&content(&body)?)
    }

    fn request(&self, question: Comparison<'_>) -> Result<Request<Full<Bytes>>, JudgeError> {
        // No temperature and no limit of tokens: not every model behind this API takes them.
        let body = json!({
            "model": self.model,
            "messages": [{
                "role": "user",
                "content": [
                    {"type": "text", "text": prompt(question.instruction)},
                    image(question.source),
                    image(question.first),
                    image(question.second),
                ],
            }],
        });
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(self.address.clone())
            .header(CONTENT_TYPE, "application/json");
        if let Some(key) = &self.key {
            request = request.header(AUTHORIZATION, key.clone());
        }
        request
            .body(Full::new(Bytes::from(body.to_string())))
            .map_err(|error| JudgeError::Unreachable(error.to_string()))
    }
}

impl Judge for OpenAi {
    fn name(&self) -> &str {
        &self.model
    }

    fn compare<'a>(&'a self, question: Comparison<'a>) -> BoxFuture<'a, Result<Verdict, JudgeError>> {
        Box::pin(async move {
            tokio::time::timeout(self.patience, self.ask(question))
                .await
                .unwrap_or(Err(JudgeError::TimedOut(self.patience)))
        })
    }
}

fn image(png: &[u8]) -> Value {
    json!({"type": "image_url", "image_url": {"url": format!("data:image/png;base64,{}", STANDARD.encode(png))}})
}

/// The text of a chat completion: a string, or the texts of its parts.
fn content(body: &[u8]) -> Result<String, JudgeError> {
    let unparsable = || {
        let short: String = String::from_utf8_lossy(body).chars().take(200).collect();
        JudgeError::Unparsable(format!("no chat completion: “{short}”"))
    };
    let value: Value = serde_json::from_slice(body).map_err(|_syntax| unparsable())?;
    match value.pointer("/choices/0/message/content") {
        Some(Value::String(text)) => Ok(text.clone()),
        Some(Value::Array(parts)) => {
            Ok(parts.iter().filter_map(|part| part.get("text").and_then(Value::as_str)).collect())
        }
        _ => Err(unparsable()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_taken() {
        let address = |base| completions(base).map(|address| address.to_string()).ok();
        assert_eq!(address("http://host:8000/v1").as_deref(), Some("http://host:8000/v1/chat/completions"));
        assert_eq!(address("https://host/v1/").as_deref(), Some("https://host/v1/chat/completions"));
        let whole = "https://host/v1/chat/completions";
        assert_eq!(address(whole).as_deref(), Some(whole));
        for wrong in ["", "host", "/v1", "file:///etc/passwd", "ftp://host/v1", "http://", "https:///v1"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_key_does_not_show() {
        let judge = OpenAi::new("http://host/v1", "m", "sk-hush", Duration::from_secs(1)).unwrap();
        let question = Comparison { instruction: "flood", source: b"s", first: b"a", second: b"b" };
        let request = judge.request(question).unwrap();
        assert_eq!(request.headers()[AUTHORIZATION].to_str().unwrap(), "Bearer sk-hush");
        assert!(!format!("{judge:?} {request:?}").contains("hush"));
        assert!(OpenAi::new("http://host/v1", "m", "a\nb", Duration::from_secs(1)).is_err());
    }

    #[test]
    fn a_completion_is_text_or_parts() {
        let text = br#"{"choices": [{"message": {"content": "x"}}]}"#;
        assert_eq!(content(text).unwrap(), "x");
        let parts = br#"{"choices": [{"message": {"content": [{"type": "text", "text": "y"}]}}]}"#;
        assert_eq!(content(parts).unwrap(), "y");
        assert!(content(b"<html>").is_err() && content(br#"{"choices": []}"#).is_err());
    }
}
