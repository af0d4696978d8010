//! What becomes of a message, as data: a pure function turns what happened into actions, and one place carries them out.
//!
//! A message that is dead-lettered goes down a chain of queues: from its lane to the suspects, from the suspects to the dead, whose
//! senders a janitor answers. So a job that may be what stops workers is begun alone, and one that does stop them is begun no more.

use foreshock_protocol::outcome::Outcome;

/// How the work on a message ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Ending {
    /// There is an answer: edited, refused, failed or cancelled.
    Answered(Box<Outcome>),
    /// Nobody can be answered, or nothing more is to be tried here.
    PassedOn,
    /// Nobody can be answered, and passed on it would do harm.
    Discarded,
    /// This worker gives the message back unworked: it stops.
    GivenBack,
    /// The device or the worker failed in a way that may pass.
    Transient(Box<Outcome>),
}

/// Where a message came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A lane, for the first time.
    Lane,
    /// The suspects, where it has failed so often before.
    Suspects {
        /// `x-delivery-count`.
        failed: u64,
    },
}

/// One thing to do with a message, in order. When one fails the rest is not done and the message is handed back.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Publish an outcome to the sender and await the broker's confirm.
    Publish(Box<Outcome>),
    /// Settle the message.
    Ack,
    /// Dead-letter the message: it goes on to the next queue.
    Reject,
    /// Back to the queue; counts as a failed delivery.
    Retry,
    /// Back to the queue, as unworked as it came.
    HandBack,
}

/// The rule. Publish before ack: duplicates are possible, losses are not. What fails in a way that may pass is tried three times: in its
/// lane, and twice alone.
#[must_use]
pub fn settle(ending: Ending, origin: Origin) -> Vec<Action> {
    match ending {
        Ending::Answered(outcome) => vec![Action::Publish(outcome), Action::Ack],
        Ending::PassedOn => vec![Action::Reject],
        Ending::Discarded => vec![Action::Ack],
        Ending::GivenBack => vec![Action::HandBack],
        Ending::Transient(outcome) => match origin {
            Origin::Lane => vec![Action::Reject],
            Origin::Suspects { failed: 0 } => vec![Action::Retry],
            Origin::Suspects { .. } => vec![Action::Publish(outcome), Action::Ack],
        },
    }
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::job::JobId;
    use foreshock_protocol::outcome::End;
    use proptest::prelude::*;

    use super::*;
    use crate::job::respond::outcome;

    fn answer() -> Box<Outcome> {
        Box::new(outcome(JobId::default(), None, "w", End::Cancelled))
    }

    #[test]
    fn an_answer_is_published_before_the_message_is_settled() {
        let outcome = answer();
        let expected = [Action::Publish(outcome.clone()), Action::Ack];
        assert_eq!(settle(Ending::Answered(outcome), Origin::Lane), expected);
    }

    #[test]
    fn what_cannot_be_answered_is_passed_on_and_what_was_not_begun_goes_back() {
        for origin in [Origin::Lane, Origin::Suspects { failed: 2 }] {
            assert_eq!(settle(Ending::PassedOn, origin), [Action::Reject]);
            assert_eq!(settle(Ending::GivenBack, origin), [Action::HandBack]);
        }
    }

    #[test]
    fn a_passing_failure_is_tried_again_alone_then_answered() {
        let outcome = answer();
        let settled = |origin| settle(Ending::Transient(outcome.clone()), origin);
        assert_eq!(settled(Origin::Lane), [Action::Reject]);
        assert_eq!(settled(Origin::Suspects { failed: 0 }), [Action::Retry]);
        for failed in 1..4 {
            let settled = settled(Origin::Suspects { failed });
            assert_eq!(settled, [Action::Publish(outcome.clone()), Action::Ack]);
        }
    }

    proptest! {
        /// Whatever happened, the message is settled exactly once, last; nothing that could be answered is acknowledged without.
        #[test]
        fn settled_exactly_once(kind in 0_u8..5, failed in prop::option::of(0_u64..20)) {
            let ending = match kind {
                0 => Ending::Answered(answer()),
                1 => Ending::PassedOn,
                2 => Ending::GivenBack,
                3 => Ending::Discarded,
                _ => Ending::Transient(answer()),
            };
            let origin = failed.map_or(Origin::Lane, |failed| Origin::Suspects { failed });
            let actions = settle(ending, origin);
            let settling = actions.iter().filter(|action| !matches!(action, Action::Publish(_))).count();
            prop_assert_eq!(settling, 1);
            prop_assert!(!matches!(actions.last(), Some(Action::Publish(_)) | None));
            if kind != 3 && actions.contains(&Action::Ack) {
                prop_assert!(matches!(actions[0], Action::Publish(_)));
            }
        }
    }
}
