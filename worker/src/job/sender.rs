//! Who sent a message and where the answer goes, by its AMQP properties.

use foreshock_protocol::topology::{MAX_REPLY_KEY_BYTES, owns_reply_key};
use lapin::BasicProperties;
use lapin::types::AMQPValue;

/// What a message's properties say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The broker's user, validated by the broker.
    pub user: String,
    /// Routing key of the answer on `replies`.
    pub reply_key: String,
    /// `<job>:<tile>`.
    pub message_id: Option<String>,
}

impl Sender {
    /// Reads the properties; a reason when the sender is not known or asks for somebody else's answer.
    ///
    /// # Errors
    /// Why nobody can be answered.
    pub fn of(properties: &BasicProperties) -> Result<Self, &'static str> {
        let text =
            |value: &Option<lapin::types::ShortString>| value.as_ref().map(|value| value.as_str().to_owned());
        let user = text(properties.user_id()).ok_or("the message has no user_id")?;
        let reply_key = text(properties.reply_to()).ok_or("the message has no reply_to")?;
        if !owns_reply_key(&user, &reply_key) {
            return Err("reply_to is not the sender's own");
        }
        if reply_key.len() > MAX_REPLY_KEY_BYTES {
            return Err("reply_to is longer than 200 bytes");
        }
        Ok(Self { user, reply_key, message_id: text(properties.message_id()) })
    }
}

/// How often the broker has delivered a message before: `x-acquired-count` (RabbitMQ 4.3) or `x-delivery-count`.
#[must_use]
pub fn earlier_deliveries(properties: &BasicProperties) -> u64 {
    let Some(headers) = properties.headers() else { return 0 };
    let number = |name: &str| match headers.inner().get(name) {
        Some(AMQPValue::LongLongInt(value)) => u64::try_from(*value).ok(),
        Some(AMQPValue::LongInt(value)) => u64::try_from(*value).ok(),
        Some(AMQPValue::ShortInt(value)) => u64::try_from(*value).ok(),
        Some(AMQPValue::LongUInt(value)) => Some(u64::from(*value)),
        Some(AMQPValue::ShortShortUInt(value)) => Some(u64::from(*value)),
        _ => None,
    };
    number("x-acquired-count").or_else(|| number("x-delivery-count")).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use lapin::types::FieldTable;

    use super::*;

    #[test]
    fn nobody_is_answered_under_anothers_name() {
        let properties = |user: &str, reply: &str| {
            BasicProperties::default().with_user_id(user.into()).with_reply_to(reply.into())
        };
        assert!(Sender::of(&properties("ana", "ana.1")).is_ok());
        assert!(Sender::of(&properties("ana", "bob.1")).is_err());
        assert!(Sender::of(&properties("ana", "jobs.bulk")).is_err());
        let long = "a".repeat(150);
        assert!(Sender::of(&properties(&long, &format!("{long}.1"))).is_ok());
        assert!(Sender::of(&properties(&long, &format!("{long}.{}", "1".repeat(60)))).is_err());
        assert!(Sender::of(&BasicProperties::default().with_reply_to("ana.1".into())).is_err());
        assert!(Sender::of(&BasicProperties::default().with_user_id("ana".into())).is_err());
    }

    #[test]
    fn deliveries_are_counted_by_either_header() {
        let with = |name: &str, value: i64| {
            let mut table = FieldTable::default();
            table.insert(name.into(), AMQPValue::LongLongInt(value));
            BasicProperties::default().with_headers(table)
        };
        assert_eq!(earlier_deliveries(&BasicProperties::default()), 0);
        assert_eq!(earlier_deliveries(&with("x-delivery-count", 3)), 3);
        assert_eq!(earlier_deliveries(&with("x-acquired-count", 9)), 9);
    }
}
