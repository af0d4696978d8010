//! Exchanges and queues as the protocol names them.

use foreshock_protocol::topology::{
    DEAD, EXCHANGES, ExchangeKind as Kind, JOBS_BULK, JOBS_INTERACTIVE, POLICIES, QUEUES, Queue, SUSPECT,
};
use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Connection, ExchangeKind};

use super::BrokerError;

fn kind(kind: Kind) -> ExchangeKind {
    match kind {
        Kind::Direct => ExchangeKind::Direct,
        Kind::Topic => ExchangeKind::Topic,
    }
}

/// The queue's type and what its policy says: a broker of one's own may have no policies, and without dead-lettering a rejected job is lost.
fn arguments(queue: &Queue) -> FieldTable {
    let mut arguments = FieldTable::default();
    arguments.insert("x-queue-type".into(), AMQPValue::LongString(queue.queue_type.into()));
    let pattern = format!("^{}$", queue.name.replace('.', "\\."));
    let policy = POLICIES.into_iter().find(|(_, matched, _)| *matched == pattern);
    let definition = policy.and_then(|(_, _, definition)| serde_json::from_str(definition).ok());
    for (key, value) in definition.unwrap_or_else(serde_json::Map::new) {
        let value = match value {
            serde_json::Value::String(text) => AMQPValue::LongString(text.into()),
            other => AMQPValue::LongLongInt(other.as_i64().unwrap_or_default()),
        };
        arguments.insert(format!("x-{key}").into(), value);
    }
    arguments
}

/// Creates what is missing, for a broker of one's own; a queue that stands already is left as it is.
///
/// # Errors
/// When an exchange stands with other properties, or the user may not.
pub async fn declare(connection: &Connection) -> Result<(), BrokerError> {
    // A refused look closes its channel: one each.
    let channel = async || connection.create_channel().await.map_err(BrokerError::operation("a channel"));
    let declaring = channel().await?;
    for exchange in EXCHANGES {
        let options = ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() };
        declaring
            .exchange_declare(exchange.name.into(), kind(exchange.kind), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to declare an exchange"))?;
    }
    for queue in QUEUES {
        let look = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        if channel().await?.queue_declare(queue.name.into(), look, FieldTable::default()).await.is_err() {
            let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
            declaring
                .queue_declare(queue.name.into(), options, arguments(&queue))
                .await
                .map_err(BrokerError::operation("to declare a queue"))?;
        }
        if let Some((exchange, key)) = queue.binding {
            declaring
                .queue_bind(
                    queue.name.into(),
                    exchange.into(),
                    key.into(),
                    QueueBindOptions::default(),
                    FieldTable::default(),
                )
                .await
                .map_err(BrokerError::operation("to bind a queue"))?;
        }
    }
    Ok(())
}

/// Queues that a fleet at work consumes all the time.
pub const CONSUMED: [Queue; 4] = [JOBS_INTERACTIVE, JOBS_BULK, SUSPECT, DEAD];

/// One line of a check: what, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Name of the exchange or queue.
    pub name: &'static str,
    /// None when all is well.
    pub wrong: Option<String>,
}

/// Looks at every exchange and queue without changing anything.
///
/// # Errors
/// When no channel can be opened.
pub async fn check(connection: &Connection) -> Result<Vec<Line>, BrokerError> {
    let mut lines = Vec::new();
    for exchange in EXCHANGES {
        // A refused look closes its channel: one each.
        let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let options = ExchangeDeclareOptions { passive: true, ..ExchangeDeclareOptions::default() };
        let found = channel
            .exchange_declare(exchange.name.into(), kind(exchange.kind), options, FieldTable::default())
            .await;
        lines.push(Line { name: exchange.name, wrong: found.err().map(|error| error.to_string()) });
    }
    for queue in QUEUES {
        let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
        let options = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        let wrong = match channel.queue_declare(queue.name.into(), options, FieldTable::default()).await {
            Ok(found) if CONSUMED.contains(&queue) && found.consumer_count() == 0 => {
                Some("no worker consumes it".to_owned())
            }
            Ok(_) => None,
            Err(error) => Some(error.to_string()),
        };
        lines.push(Line { name: queue.name, wrong });
    }
    Ok(lines)
}
