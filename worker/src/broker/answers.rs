//! Answers to questions what the fleet can do, on a connection of their own: an address for direct replies that the broker cannot read
//! costs the connection that uses it, and no job may hang on that one.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use foreshock_protocol::capabilities::{CAPABILITIES_SCHEMA, Capabilities};
use foreshock_protocol::topology::CAPABILITIES;
use futures::StreamExt as _;
use lapin::BasicProperties;
use lapin::options::{BasicAckOptions, BasicPublishOptions};
use lapin::types::ShortString;

use super::lanes::{consume, consuming_channel};
use super::publisher::JSON;
use super::{BrokerError, connect};
use crate::settings::Settings;
use crate::telemetry::CapabilitiesAsked;

/// What direct reply-to addresses begin with.
const DIRECT_REPLY: &str = "amq.rabbitmq.reply-to.";
/// Before the next connection, when one is lost.
const PAUSE: Duration = Duration::from_secs(1);

/// Answers for ever.
pub(super) async fn keep_answering(
    settings: &Settings,
    worker: &str,
    capabilities: &Arc<Capabilities>,
) -> Infallible {
    loop {
        let Err(error) = answer(settings, worker, capabilities).await;
        tracing::debug!(%error, "questions are not answered for a moment");
        tokio::time::sleep(PAUSE).await;
    }
}

async fn answer(
    settings: &Settings,
    worker: &str,
    capabilities: &Arc<Capabilities>,
) -> Result<Infallible, BrokerError> {
    let connection = connect(&settings.amqp_url, &settings.tls()?, &format!("{worker} answers")).await?;
    let publishing = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
    let channel = consuming_channel(&connection, 1).await?;
    let mut questions = consume(&channel, CAPABILITIES.name, "capabilities").await?;
    while let Some(question) = questions.next().await {
        let question = question.map_err(BrokerError::operation("questions"))?;
        // One that costs the connection must not come again.
        question
            .acker
            .ack(BasicAckOptions::default())
            .await
            .map_err(BrokerError::operation("to settle a question"))?;
        let text = |value: &Option<ShortString>| value.as_ref().map(|value| value.as_str().to_owned());
        // Never a queue of the asker's choice: that would be a way to write anywhere.
        let reply_to = text(question.properties.reply_to()).filter(|reply| reply.starts_with(DIRECT_REPLY));
        let Some(reply_to) = reply_to else { continue };
        let Ok(body) = serde_json::to_vec(capabilities.as_ref()) else { continue };
        let properties =
            BasicProperties::default().with_content_type(JSON.into()).with_type(CAPABILITIES_SCHEMA.into());
        let properties = match text(question.properties.correlation_id()) {
            Some(correlation) => properties.with_correlation_id(correlation.into()),
            None => properties,
        };
        publishing
            .basic_publish("".into(), reply_to.into(), BasicPublishOptions::default(), &body, properties)
            .await
            .map_err(BrokerError::operation("an answer"))?;
        CapabilitiesAsked.emit();
    }
    Err(BrokerError::Ended("the consumer of questions"))
}
