//! A judge of candidates as a real HTTP server: it answers like OpenAI's chat completions, by what it sees in the pictures.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::AUTHORIZATION;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// How the judge behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It likes the brighter one.
    LikesBright,
    /// It prefers the second candidate of the first question, and answers the others with an error.
    RefusesLater,
    /// Every answer is an error.
    Refuses,
    /// Every answer is words, and not the ones asked for.
    Talks,
    /// It never answers.
    Hangs,
}

/// One question as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// `authorization` header.
    pub authorization: String,
    /// The model that is asked.
    pub model: String,
    /// The words.
    pub prompt: String,
    /// Mean sample of source, first and second candidate.
    pub brightness: [f64; 3],
}

/// A judge that listens until it is dropped.
#[derive(Debug)]
pub struct JudgeServer {
    /// For `judge_url`.
    pub url: String,
    asked: Arc<Mutex<Vec<anyhow::Result<Asked>>>>,
    task: tokio::task::JoinHandle<()>,
}

impl JudgeServer {
    /// Starts on a free port.
    ///
    /// # Errors
    /// When there is none.
    pub async fn start(manner: Manner) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/v1", listener.local_addr()?);
        let asked: Arc<Mutex<Vec<anyhow::Result<Asked>>>> = Arc::default();
        let seen = Arc::clone(&asked);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let seen = Arc::clone(&seen);
                let service = service_fn(move |request| answer(manner, Arc::clone(&seen), request));
                tokio::spawn(async move {
                    // A client that gives up hangs up half-way.
                    let _ = hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        });
        Ok(Self { url, asked, task })
    }

    /// The questions so far, in order.
    ///
    /// # Errors
    /// When one was not as the API has it.
    pub fn asked(&self) -> anyhow::Result<Vec<Asked>> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked
            .iter()
            .map(|one| match one {
                Ok(asked) => Ok(asked.clone()),
                Err(error) => anyhow::bail!("{error:#}"),
            })
            .collect()
    }
}

impl Drop for JudgeServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(
    manner: Manner,
    seen: Arc<Mutex<Vec<anyhow::Result<Asked>>>>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let asked = read(request).await;
    let brightness = asked.as_ref().map(|asked| asked.brightness).ok();
    let earlier = {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.push(asked);
        seen.len() - 1
    };
    let Some([_, first, second]) = brightness else { return Ok(status(StatusCode::BAD_REQUEST)) };
    let winner = if second > first { 2 } else { 1 };
    let verdict =
        format!("Here you are:\n{{\"winner\": {winner}, \"reason\": \"candidate {winner} is brighter\"}}");
    Ok(match manner {
        Manner::Hangs => std::future::pending().await,
        Manner::Refuses => status(StatusCode::SERVICE_UNAVAILABLE),
        Manner::RefusesLater if earlier > 0 => status(StatusCode::SERVICE_UNAVAILABLE),
        Manner::Talks => completion("Both have their charm. I could not say which is better."),
        Manner::RefusesLater => completion("{\"winner\": 2, \"reason\": \"\"}"),
        Manner::LikesBright => completion(&verdict),
    })
}

fn status(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from("the judge is at lunch")));
    *response.status_mut() = status;
    response
}

fn completion(text: &str) -> Response<Full<Bytes>> {
    let message = json!({"role": "assistant", "content": text});
    let body = json!({"object": "chat.completion", "choices": [{"index": 0, "message": message}]});
    Response::new(Full::new(Bytes::from(body.to_string())))
}

async fn read(request: Request<Incoming>) -> anyhow::Result<Asked> {
    ensure!(request.method() == Method::POST, "{} instead of POST", request.method());
    ensure!(request.uri().path() == "/v1/chat/completions", "{}", request.uri());
    let authorization = match request.headers().get(AUTHORIZATION) {
        Some(value) => value.to_str()?.to_owned(),
        None => String::new(),
    };
    let body = request.into_body().collect().await?.to_bytes();
    let body: Value = serde_json::from_slice(&body).context("a question is JSON")?;
    let parts = body["messages"][0]["content"].as_array().context("the question has parts")?;
    ensure!(body["messages"][0]["role"] == "user", "{}", body["messages"][0]["role"]);
    let pictures: Vec<f64> = parts
        .iter()
        .filter(|part| part["type"] == "image_url")
        .map(|part| brightness(part["image_url"]["url"].as_str().context("a picture has an address")?))
        .collect::<anyhow::Result<_>>()?;
    let brightness = pictures.try_into().map_err(|found| anyhow::anyhow!("not three pictures: {found:?}"))?;
    let text = |value: &Value| value.as_str().map(str::to_owned).context("a text");
    let prompt = parts.iter().find(|part| part["type"] == "text").context("the question has words")?;
    Ok(Asked { authorization, model: text(&body["model"])?, prompt: text(&prompt["text"])?, brightness })
}

/// Mean sample of a picture in a data address.
fn brightness(address: &str) -> anyhow::Result<f64> {
    let data = address.strip_prefix("data:image/png;base64,").context("a PNG in the address")?;
    let samples = crate::png::decode(&STANDARD.decode(data)?)?;
    Ok(samples.iter().map(|sample| f64::from(*sample)).sum::<f64>() / samples.len() as f64)
}
