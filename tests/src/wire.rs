//! Looks at the wire: every message against the checked-in JSON Schema, and a tap on the exchanges.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::{Context as _, bail, ensure};
use foreshock_protocol::topology;
use futures::StreamExt as _;
use jsonschema::Validator;
use lapin::options::{BasicConsumeOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::{Channel, Connection, ConnectionProperties};
use serde_json::Value;

/// Validators of `protocol/schema/`, by schema name.
fn validators() -> anyhow::Result<&'static BTreeMap<String, Validator>> {
    static VALIDATORS: OnceLock<BTreeMap<String, Validator>> = OnceLock::new();
    if let Some(validators) = VALIDATORS.get() {
        return Ok(validators);
    }
    let folder = crate::root().join("protocol/schema");
    let mut validators = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("read {}", folder.display()))? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else {
            continue;
        };
        let schema: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        let validator = jsonschema::validator_for(&schema)
            .map_err(|error| anyhow::anyhow!("{} is not a JSON Schema: {error}", path.display()))?;
        validators.insert(name.to_owned(), validator);
    }
    ensure!(!validators.is_empty(), "no schemas in {}", folder.display());
    Ok(VALIDATORS.get_or_init(|| validators))
}

/// Parses a message body and holds it to the JSON Schema that its `schema` field names.
///
/// # Errors
/// When it is not JSON, names no known schema, or breaks it.
pub fn validate(body: &[u8]) -> anyhow::Result<Value> {
    let value: Value = serde_json::from_slice(body).context("the message is JSON")?;
    let name = value["schema"].as_str().context("the message names its schema")?;
    let validator = validators()?.get(name).with_context(|| format!("no JSON Schema for {name}"))?;
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    if !errors.is_empty() {
        bail!("a {name} breaks its JSON Schema: {}", errors.join("; "));
    }
    Ok(value)
}

/// Opens a connection and a channel in publisher-confirm mode.
///
/// # Errors
/// When the broker cannot be reached.
pub async fn connect(url: &str, name: &str) -> anyhow::Result<(Connection, Channel)> {
    let properties = ConnectionProperties::default().with_connection_name(name.into());
    let connection = Connection::connect(url, properties).await.context("connect to the test's broker")?;
    let channel = connection.create_channel().await?;
    channel.confirm_select(lapin::options::ConfirmSelectOptions::default()).await?;
    Ok((connection, channel))
}

/// A message seen by a [`Tap`].
#[derive(Debug, Clone)]
pub struct Seen {
    /// The exchange it was published to.
    pub exchange: String,
    /// Its routing key.
    pub key: String,
    /// Its properties.
    pub properties: lapin::BasicProperties,
    /// Its body.
    pub body: Value,
}

impl Seen {
    /// A text field of the body, empty when absent.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.body[field].as_str().unwrap_or_default()
    }
}

/// A copy of everything that passes a vhost's exchanges, each message held to its schema.
#[derive(Debug)]
pub struct Tap {
    seen: Arc<Mutex<Vec<anyhow::Result<Seen>>>>,
    _connection: Connection,
}

impl Tap {
    /// Listens to `jobs`, `replies`, `events` and `control` of the vhost that `url` names. The exchanges must exist.
    ///
    /// # Errors
    /// When the broker cannot be reached or an exchange is missing.
    pub async fn on(url: &str) -> anyhow::Result<Self> {
        let (connection, channel) = connect(url, "test tap").await?;
        let options = QueueDeclareOptions { exclusive: true, ..QueueDeclareOptions::default() };
        let queue = channel.queue_declare("".into(), options, FieldTable::default()).await?;
        for exchange in [topology::JOBS, topology::REPLIES, topology::EVENTS, topology::CONTROL] {
            channel
                .queue_bind(
                    queue.name().clone(),
                    exchange.name.into(),
                    "#".into(),
                    QueueBindOptions::default(),
                    FieldTable::default(),
                )
                .await?;
        }
        let options = BasicConsumeOptions { no_ack: true, ..BasicConsumeOptions::default() };
        let mut consumer =
            channel.basic_consume(queue.name().clone(), "".into(), options, FieldTable::default()).await?;
        let seen = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&seen);
        tokio::spawn(async move {
            // Ends with the connection.
            let _channel = channel;
            while let Some(Ok(delivery)) = consumer.next().await {
                let message = validate(&delivery.data).map(|body| Seen {
                    exchange: delivery.exchange.to_string(),
                    key: delivery.routing_key.to_string(),
                    properties: delivery.properties.clone(),
                    body,
                });
                let message =
                    message.with_context(|| format!("on {} {}", delivery.exchange, delivery.routing_key));
                sink.lock().unwrap_or_else(PoisonError::into_inner).push(message);
            }
        });
        Ok(Self { seen, _connection: connection })
    }

    /// Everything seen so far on one exchange, in order.
    ///
    /// # Errors
    /// When any message on any exchange broke its schema.
    pub fn seen(&self, exchange: &str) -> anyhow::Result<Vec<Seen>> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = Vec::new();
        for message in &*seen {
            match message {
                Ok(message) if message.exchange == exchange => found.push(message.clone()),
                Ok(_) => {}
                Err(error) => bail!("{error:#}"),
            }
        }
        Ok(found)
    }

    /// Every job seen so far, in order: questions what the fleet can do go through the same exchange.
    ///
    /// # Errors
    /// As [`Tap::seen`].
    pub fn jobs(&self) -> anyhow::Result<Vec<Seen>> {
        let mut seen = self.seen(topology::JOBS.name)?;
        seen.retain(|seen| seen.key != topology::CAPABILITIES_KEY);
        Ok(seen)
    }

    /// Waits for the first message on `exchange` that `wanted` takes.
    ///
    /// # Errors
    /// When none comes, or a message broke its schema.
    pub async fn first(
        &self,
        what: &str,
        exchange: &str,
        wanted: impl Fn(&Seen) -> bool,
    ) -> anyhow::Result<Seen> {
        crate::until(what, async || Ok(self.seen(exchange)?.into_iter().find(|message| wanted(message))))
            .await
    }
}
