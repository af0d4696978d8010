//! The janitor: a job that is dead still answers its sender, and is parked for an operator to look at.

use foreshock_protocol::job::{Job, parse_message_id, truncated};
use foreshock_protocol::outcome::Outcome;
use foreshock_protocol::topology::{PARKED_PATH_HEADER, PARKED_REASON_HEADER, PARKED_USER_HEADER};
use foreshock_protocol::{ErrorCode, Refusal};
use lapin::BasicProperties;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicNackOptions};
use lapin::types::{AMQPValue, FieldTable};
use tokio_util::sync::CancellationToken;

use super::deliveries::{Death, deaths};
use super::respond;
use super::sender::Sender;
use crate::broker::{Published, Publisher};
use crate::telemetry::{JobParked, LeaseLost, ReplyUnroutable};

/// Before the next try to park, when no queue takes it.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(5);
/// Deaths that are told.
const MOST_DEATHS: usize = 8;
/// Characters in which they are told.
const MOST_PATH: usize = 500;

/// What is to be done about a dead job.
#[derive(Debug)]
struct Obituary {
    /// To whom, and what.
    answer: Option<(Sender, Outcome)>,
    /// Why it died, for a person.
    reason: String,
}

/// Reads a dead job: whoever can be answered is.
fn obituary(properties: &BasicProperties, body: &[u8], worker: &str) -> Obituary {
    let latest = deaths(properties).into_iter().next();
    let sender = match Sender::of(properties) {
        Ok(sender) => sender,
        Err(reason) => return Obituary { answer: None, reason: reason.to_owned() },
    };
    let named = sender.message_id.as_deref().and_then(parse_message_id);
    let Some((job, tile)) = named else {
        let reason = "the message cannot be read and names no job".to_owned();
        return Obituary { answer: None, reason };
    };
    let why = match latest.as_ref().map(|Death { reason, .. }| reason.as_str()) {
        Some("delivery_limit") => "each worker that began it stopped before it was done",
        Some("rejected") => "it came back again and again and was never done",
        _ => "the queue could not keep it",
    };
    let message = format!(
        "tile {tile} was given up: {why}. It is kept aside; the fleet's operator can look at it with `foreshock dead`"
    );
    let refusal = Refusal::new(ErrorCode::TooManyAttempts, message);
    let id = Job::parse(body).ok().filter(|parsed| (parsed.job_id, parsed.tile.index) == (job, tile));
    let outcome = respond::failed(job, id.map(|parsed| parsed.tile), refusal, worker);
    Obituary { answer: Some((sender, outcome)), reason: why.to_owned() }
}

/// The properties under which a message is parked: its own, with the user whom the broker had validated as a header, since no worker may
/// sign for somebody else, and without an expiry. Of its other headers nothing: a client may have filled a frame with them, and with one
/// byte more the broker ends the connection.
fn parked(properties: &BasicProperties, reason: &str) -> BasicProperties {
    let mut headers = FieldTable::default();
    let mut note = |name: &str, value: &str| {
        headers.insert(name.into(), AMQPValue::LongString(value.into()));
    };
    note(PARKED_USER_HEADER, properties.user_id().as_ref().map_or("", |user| user.as_str()));
    note(PARKED_REASON_HEADER, reason);
    let path = deaths(properties).into_iter().take(MOST_DEATHS);
    let path: Vec<String> = path.map(|death| format!("{}: {}", death.queue, death.reason)).collect();
    note(PARKED_PATH_HEADER, &truncated(&path.join(" ← "), MOST_PATH));
    let kept = BasicProperties::default().with_delivery_mode(2).with_headers(headers);
    let kept = with(kept, properties.content_type(), BasicProperties::with_content_type);
    let kept = with(kept, properties.kind(), BasicProperties::with_type);
    let kept = with(kept, properties.message_id(), BasicProperties::with_message_id);
    let kept = with(kept, properties.correlation_id(), BasicProperties::with_correlation_id);
    let kept = with(kept, properties.reply_to(), BasicProperties::with_reply_to);
    match properties.timestamp() {
        Some(timestamp) => kept.with_timestamp(*timestamp),
        None => kept,
    }
}

fn with<T: Clone>(
    properties: BasicProperties,
    value: &Option<T>,
    set: impl FnOnce(BasicProperties, T) -> BasicProperties,
) -> BasicProperties {
    match value {
        Some(value) => set(properties, value.clone()),
        None => properties,
    }
}

/// Answers and parks one dead job. While the broker takes nothing the job stays in hand; when the connection is lost it stays where it was,
/// and is answered again, which its client does not mind.
pub async fn bury(delivery: Delivery, publisher: &Publisher, worker: &str, stop: &CancellationToken) {
    let Obituary { answer, reason } = obituary(&delivery.properties, &delivery.data, worker);
    if let Some((sender, outcome)) = &answer {
        match publisher.outcome(&sender.reply_key, sender.message_id.as_deref(), outcome).await {
            Published::Confirmed => {}
            Published::Unroutable => ReplyUnroutable.emit(),
            // Its sender's own queue is full: that must not hold up the others.
            Published::Refused => tracing::warn!("a dead job's sender takes no more outcomes"),
            Published::Failed(error) => {
                tracing::warn!(%error, "a dead job's sender could not be told yet");
                return give_back(&delivery).await;
            }
        }
    }
    loop {
        match publisher.park(&delivery.data, parked(&delivery.properties, &reason)).await {
            Published::Confirmed => break,
            Published::Failed(error) => {
                tracing::warn!(%error, "a dead job could not be parked yet");
                return give_back(&delivery).await;
            }
            Published::Unroutable | Published::Refused => {
                tracing::warn!("no queue takes a dead job: see `foreshock topology check`");
                tokio::select! {
                    () = tokio::time::sleep(PAUSE) => {}
                    () = stop.cancelled() => return give_back(&delivery).await,
                }
            }
        }
    }
    let message = delivery.properties.message_id().as_ref().map_or("without an id", |id| id.as_str());
    JobParked { message, answered: answer.is_some(), reason: &reason }.emit();
    if !delivery.acker.ack(BasicAckOptions::default()).await.unwrap_or(false) {
        LeaseLost.emit();
    }
}

async fn give_back(delivery: &Delivery) {
    let back = BasicNackOptions { requeue: true, ..BasicNackOptions::default() };
    if !delivery.acker.nack(back).await.unwrap_or(false) {
        LeaseLost.emit();
    }
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::job::{JobId, message_id};
    use foreshock_protocol::outcome::End;
    use lapin::types::FieldArray;

    use super::*;

    fn dead(reason: &str) -> BasicProperties {
        let mut death = FieldTable::default();
        death.insert("queue".into(), AMQPValue::LongString("jobs.suspect".into()));
        death.insert("reason".into(), AMQPValue::LongString(reason.into()));
        let mut array = FieldArray::default();
        array.push(AMQPValue::FieldTable(death));
        let mut headers = FieldTable::default();
        headers.insert("x-death".into(), AMQPValue::FieldArray(array));
        BasicProperties::default().with_headers(headers)
    }

    #[test]
    fn a_killer_answers_its_sender_and_an_unknown_one_nobody() {
        let job = JobId::new();
        let properties = dead("delivery_limit")
            .with_user_id("ana".into())
            .with_reply_to("ana.1".into())
            .with_message_id(message_id(job, 3).into());
        let Obituary { answer: Some((sender, outcome)), .. } = obituary(&properties, b"", "w") else {
            panic!("it can be answered")
        };
        assert_eq!((sender.reply_key.as_str(), outcome.job_id), ("ana.1", job));
        let End::Failed(refusal) = outcome.end else { panic!("{:?}", outcome.end) };
        assert_eq!((refusal.code, refusal.retryable), (ErrorCode::TooManyAttempts, false));

        let forged = properties.clone().with_user_id("bob".into());
        assert!(obituary(&forged, b"", "w").answer.is_none(), "bob does not get ana's answer, nor ana bob's");
        assert!(obituary(&properties.with_message_id("?".into()), b"", "w").answer.is_none());
    }

    #[test]
    fn what_is_parked_keeps_its_sender_but_not_in_his_name() {
        let properties = dead("rejected")
            .with_user_id("ana".into())
            .with_expiration("5".into())
            .with_reply_to("ana.1".into())
            .with_timestamp(7);
        let parked = parked(&properties, "why");
        assert_eq!((parked.user_id(), parked.expiration(), *parked.timestamp()), (&None, &None, Some(7)));
        assert_eq!(parked.reply_to(), properties.reply_to());
        let headers = parked.headers().clone().unwrap_or_default();
        let header = |name: &str| headers.inner().get(name).cloned();
        assert_eq!(header(PARKED_USER_HEADER), Some(AMQPValue::LongString("ana".into())));
        assert_eq!(header(PARKED_REASON_HEADER), Some(AMQPValue::LongString("why".into())));
        let path = AMQPValue::LongString("jobs.suspect: rejected".into());
        assert_eq!(header(PARKED_PATH_HEADER), Some(path));
        assert_eq!(headers.inner().len(), 3, "nothing that a client wrote");
    }
}
