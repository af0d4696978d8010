//! `/metrics`, `/healthz`, `/readyz`.

use std::convert::Infallible;
use std::net::SocketAddr;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

use super::Readiness;

/// Why the pages cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The address cannot be bound.
    #[error("metrics_listen = \"{address}\" cannot be bound: {source}")]
    Bind {
        /// As set.
        address: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another recorder runs in this process.
    #[error("metrics are recorded already in this process")]
    Recorder,
}

/// The pages of one worker.
pub struct Pages {
    listener: TcpListener,
    metrics: PrometheusHandle,
    ready: Readiness,
}

impl Pages {
    /// Starts recording and binds the address.
    ///
    /// # Errors
    /// When the address cannot be bound.
    pub async fn bind(address: &str, ready: Readiness) -> Result<Self, HttpError> {
        let listener = TcpListener::bind(address)
            .await
            .map_err(|source| HttpError::Bind { address: address.to_owned(), source })?;
        let recorder = PrometheusBuilder::new().build_recorder();
        let metrics = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            return Err(HttpError::Recorder);
        }
        Ok(Self { listener, metrics, ready })
    }

    /// Where they are.
    #[must_use]
    pub fn address(&self) -> Option<SocketAddr> {
        self.listener.local_addr().ok()
    }

    /// Serves until the task is dropped.
    pub async fn serve(self) {
        loop {
            let Ok((stream, _)) = self.listener.accept().await else { continue };
            let (metrics, ready) = (self.metrics.clone(), self.ready.clone());
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let page = page(&request, &metrics, &ready);
                    async move { Ok::<_, Infallible>(page) }
                });
                // A client that hangs up half-way is no concern of ours.
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}

fn page(request: &Request<Incoming>, metrics: &PrometheusHandle, ready: &Readiness) -> Response<Full<Bytes>> {
    let (status, text) = match (request.method(), request.uri().path()) {
        (&Method::GET, "/metrics") => (StatusCode::OK, metrics.render()),
        (&Method::GET, "/healthz") => (StatusCode::OK, "ok\n".to_owned()),
        (&Method::GET, "/readyz") if ready.get() => (StatusCode::OK, "ready\n".to_owned()),
        (&Method::GET, "/readyz") => (StatusCode::SERVICE_UNAVAILABLE, "not ready\n".to_owned()),
        _ => (StatusCode::NOT_FOUND, "see /metrics, /healthz, /readyz\n".to_owned()),
    };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response
}
