//! Who may do what at the broker: the roles of workers, clients and operators as data.
//!
//! RabbitMQ checks each operation against three patterns of a user (configure, write, read), matched against the name of the queue or
//! exchange, and on topic exchanges a publish's routing key and a binding's key against the patterns of its topic permissions.

/// What a user of the broker is to Foreshock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Takes jobs and answers them.
    Worker,
    /// Sends jobs and reads its own answers.
    Client,
    /// Looks after parked jobs: `foreshock dead`.
    Operator,
}

/// Patterns of the names that a user may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permissions {
    /// Declared and deleted.
    pub configure: String,
    /// Published to, and bound as a destination.
    pub write: String,
    /// Consumed, purged, and bound as a source.
    pub read: String,
}

/// Patterns of the keys that a user may use on a topic exchange; `{username}` stands for its name and is put in by the broker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicPermission {
    /// The exchange.
    pub exchange: &'static str,
    /// Keys it may publish with.
    pub write: &'static str,
    /// Keys it may bind with.
    pub read: &'static str,
}

/// Nothing at all.
const NONE: &str = "^$";

/// Without these a client could bind its own queue with another's key. The broker allows every key where a user has no topic permission.
const CLIENT_TOPICS: [TopicPermission; 4] = [
    TopicPermission { exchange: "jobs", write: r"^((interactive|bulk)\..*|capabilities)$", read: NONE },
    TopicPermission { exchange: "replies", write: NONE, read: r"^{username}\..*" },
    TopicPermission { exchange: "events", write: NONE, read: r"^{username}\..*" },
    TopicPermission { exchange: "control", write: r"^cancel\.{username}\..*", read: NONE },
];

/// Most connections of a client: some windows of QGIS, some batches.
pub const CLIENT_MAX_CONNECTIONS: u32 = 16;
/// Most channels of all connections of a client.
pub const CLIENT_MAX_CHANNELS: u32 = 64;

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Worker, Self::Client, Self::Operator];

    /// Its name, as in sentences and options.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Client => "client",
            Self::Operator => "operator",
        }
    }

    /// The permissions of this user in Foreshock's virtual host. The name must have passed [`check_user`].
    #[must_use]
    pub fn permissions(self, user: &str) -> Permissions {
        let own = format!(r"(replies|events)\.{user}\..*");
        match self {
            // The default exchange carries the answers about what the fleet can do: RabbitMQ's direct reply-to knows no other way.
            Self::Worker => Permissions {
                configure: r"^control\..*$".to_owned(),
                write: r"^(replies|events|amq\.default|jobs\.dlx|control\..*)$".to_owned(),
                read: r"^(jobs\.(interactive|bulk|suspect|dead)|capabilities|control|control\..*)$"
                    .to_owned(),
            },
            Self::Client => Permissions {
                configure: format!("^{own}$"),
                write: format!("^(jobs|control|{own})$"),
                read: format!("^(replies|events|{own})$"),
            },
            Self::Operator => Permissions {
                configure: NONE.to_owned(),
                write: "^jobs$".to_owned(),
                read: r"^jobs\.parked$".to_owned(),
            },
        }
    }

    /// The topic permissions in Foreshock's virtual host.
    #[must_use]
    pub const fn topics(self) -> &'static [TopicPermission] {
        match self {
            Self::Worker | Self::Operator => &[],
            Self::Client => &CLIENT_TOPICS,
        }
    }

    /// Tags of the user. A replayed job keeps its sender's `user_id`, which the broker lets only impersonators set.
    #[must_use]
    pub const fn tags(self) -> &'static [&'static str] {
        match self {
            Self::Worker | Self::Client => &[],
            Self::Operator => &["impersonator", "monitoring"],
        }
    }

    /// Limits of the user, by the broker's names.
    #[must_use]
    pub const fn limits(self) -> &'static [(&'static str, u32)] {
        match self {
            Self::Worker | Self::Operator => &[],
            Self::Client => {
                &[("max-connections", CLIENT_MAX_CONNECTIONS), ("max-channels", CLIENT_MAX_CHANNELS)]
            }
        }
    }
}

/// A name that no user of Foreshock may have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” cannot be a user of Foreshock: 1 to 64 letters (a-z, A-Z), digits, - and _")]
pub struct UserNameError(pub String);

/// Checks the name of a user. Names stand in routing keys and patterns: with a dot, user `a` would own the queues of user `a.b`.
///
/// # Errors
/// When it has other characters than ASCII letters, digits, `-` and `_`, or is too long.
pub fn check_user(name: &str) -> Result<(), UserNameError> {
    let fits = !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if fits { Ok(()) } else { Err(UserNameError(name.chars().take(80).collect())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::EXCHANGES;

    #[test]
    fn names_hold_no_pattern_and_no_separator() {
        for good in ["ana", "Ana-2", "gis_desk", "0"] {
            assert!(check_user(good).is_ok(), "{good}");
        }
        for wrong in ["", "a.b", "a*", "a#", "a b", "ä", "a\n", "a|b", &"a".repeat(65)] {
            let error = check_user(wrong).unwrap_err().to_string();
            assert!(error.contains("cannot be a user"), "{error}");
        }
    }

    #[test]
    fn every_pattern_is_anchored() {
        for role in Role::ALL {
            let all = role.permissions("ana");
            for pattern in [all.configure, all.write, all.read] {
                assert!(pattern.starts_with('^') && pattern.ends_with('$'), "{pattern}");
            }
            for topic in role.topics() {
                assert!(EXCHANGES.iter().any(|exchange| exchange.name == topic.exchange));
                assert!(topic.read.starts_with('^') && topic.write.starts_with('^'), "{topic:?}");
            }
        }
    }
}
