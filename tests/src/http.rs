//! The little HTTP that the tests need: plain requests to a local address, one per connection.

use anyhow::{Context as _, ensure};
use base64::Engine as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Body as text.
    pub body: String,
}

/// Name and password for basic authentication.
pub type Login<'a> = (&'a str, &'a str);

/// Sends one request to `address` (`host:port`) and reads the answer.
///
/// # Errors
/// When nobody listens or the answer is not HTTP.
pub async fn request(
    address: &str,
    method: &str,
    path: &str,
    login: Option<Login<'_>>,
    body: Option<&str>,
) -> anyhow::Result<Answer> {
    let mut stream =
        TcpStream::connect(address).await.with_context(|| format!("connect to http://{address}"))?;
    let mut head = format!("{method} {path} HTTP/1.0\r\nHost: {address}\r\n");
    if let Some((user, password)) = login {
        let token = base64::engine::general_purpose::STANDARD.encode(format!("{user}:{password}"));
        head += &format!("Authorization: Basic {token}\r\n");
    }
    let body = body.unwrap_or_default();
    if !body.is_empty() {
        head += "Content-Type: application/json\r\n";
    }
    head += &format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").context("an HTTP answer has a head and a body")?;
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).context("a status code")?;
    Ok(Answer { status, body: body.to_owned() })
}

/// The body of a successful GET.
///
/// # Errors
/// When nobody listens or the status is not 2xx.
pub async fn get(address: &str, path: &str) -> anyhow::Result<String> {
    let answer = request(address, "GET", path, None, None).await?;
    ensure!((200..300).contains(&answer.status), "GET {path}: {} {}", answer.status, answer.body);
    Ok(answer.body)
}
