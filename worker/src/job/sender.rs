//! Who sent a message and where the answer goes, by its AMQP properties.

use foreshock_protocol::topology::owns_reply_key;
use lapin::BasicProperties;

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
        Ok(Self { user, reply_key, message_id: text(properties.message_id()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_answered_under_anothers_name() {
        let properties = |user: &str, reply: &str| {
            BasicProperties::default().with_user_id(user.into()).with_reply_to(reply.into())
        };
        assert!(Sender::of(&properties("ana", "ana.1")).is_ok());
        assert!(Sender::of(&properties("ana", "bob.1")).is_err());
        assert!(Sender::of(&properties("ana", "jobs.bulk")).is_err());
        assert!(Sender::of(&BasicProperties::default().with_reply_to("ana.1".into())).is_err());
        assert!(Sender::of(&BasicProperties::default().with_user_id("ana".into())).is_err());
    }
}
