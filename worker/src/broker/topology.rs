//! Exchanges and queues as the protocol names them.

use foreshock_protocol::topology::{CAPABILITIES, EXCHANGES, ExchangeKind as Kind, QUEUES, Queue};
use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Channel, Connection, ExchangeKind};

use super::BrokerError;

fn kind(kind: Kind) -> ExchangeKind {
    match kind {
        Kind::Direct => ExchangeKind::Direct,
        Kind::Topic => ExchangeKind::Topic,
    }
}

fn arguments(queue: &Queue) -> FieldTable {
    let mut arguments = FieldTable::default();
    arguments.insert("x-queue-type".into(), AMQPValue::LongString(queue.queue_type.into()));
    arguments
}

/// Creates what is missing; what stands already must be the same.
///
/// # Errors
/// When something stands with other properties, or the user may not.
pub async fn declare(channel: &Channel) -> Result<(), BrokerError> {
    for exchange in EXCHANGES {
        let options = ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() };
        channel
            .exchange_declare(exchange.name.into(), kind(exchange.kind), options, FieldTable::default())
            .await
            .map_err(BrokerError::operation("to declare an exchange"))?;
    }
    for queue in QUEUES {
        let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
        channel
            .queue_declare(queue.name.into(), options, arguments(&queue))
            .await
            .map_err(BrokerError::operation("to declare a queue"))?;
        if let Some((exchange, key)) = queue.binding {
            channel
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
            Ok(found)
                if queue != CAPABILITIES
                    && found.consumer_count() == 0
                    && !matches!(queue.name, "jobs.dead" | "jobs.parked") =>
            {
                Some("no worker consumes it".to_owned())
            }
            Ok(_) => None,
            Err(error) => Some(error.to_string()),
        };
        lines.push(Line { name: queue.name, wrong });
    }
    Ok(lines)
}
