//! What becomes of a message, as data: a pure function turns what happened into actions, and one place carries them out.

use foreshock_protocol::outcome::Outcome;

/// How the work on a message ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Ending {
    /// There is an answer: edited, refused, failed or cancelled.
    Answered(Box<Outcome>),
    /// Nobody can be answered.
    Unanswerable,
    /// This worker gives the message back unworked: it stops.
    GivenBack,
    /// The device or the worker failed in a way that may pass.
    Transient(Box<Outcome>),
}

/// One thing to do with a message, in order. When one fails the rest is not done and the message is handed back.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Publish an outcome to the sender and await the broker's confirm.
    Publish(Box<Outcome>),
    /// Settle the message.
    Ack,
    /// Dead-letter the message.
    Reject,
    /// Back to the queue; counts as a failed delivery.
    Retry,
    /// Back to the queue, as unworked as it came.
    HandBack,
}

/// Deliveries of one message after which a transient failure is final.
const TRIES: u64 = 3;

/// The rule. Publish before ack: duplicates are possible, losses are not.
#[must_use]
pub fn settle(ending: Ending, earlier_deliveries: u64) -> Vec<Action> {
    match ending {
        Ending::Answered(outcome) => vec![Action::Publish(outcome), Action::Ack],
        Ending::Unanswerable => vec![Action::Reject],
        Ending::GivenBack => vec![Action::HandBack],
        Ending::Transient(_) if earlier_deliveries + 1 < TRIES => vec![Action::Retry],
        Ending::Transient(outcome) => vec![Action::Publish(outcome), Action::Ack],
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
        assert_eq!(settle(Ending::Answered(outcome.clone()), 0), [Action::Publish(outcome), Action::Ack]);
    }

    #[test]
    fn what_cannot_be_answered_is_dead_lettered_and_what_was_not_begun_goes_back() {
        assert_eq!(settle(Ending::Unanswerable, 0), [Action::Reject]);
        assert_eq!(settle(Ending::GivenBack, 7), [Action::HandBack]);
    }

    #[test]
    fn a_passing_failure_is_tried_again_then_answered() {
        let outcome = answer();
        assert_eq!(settle(Ending::Transient(outcome.clone()), 0), [Action::Retry]);
        assert_eq!(settle(Ending::Transient(outcome.clone()), 1), [Action::Retry]);
        assert_eq!(settle(Ending::Transient(outcome.clone()), 2), [Action::Publish(outcome), Action::Ack]);
    }

    proptest! {
        /// Whatever happened, the message is settled exactly once, last; nothing is acknowledged without an answer.
        #[test]
        fn settled_exactly_once(kind in 0_u8..4, earlier in 0_u64..20) {
            let ending = match kind {
                0 => Ending::Answered(answer()),
                1 => Ending::Unanswerable,
                2 => Ending::GivenBack,
                _ => Ending::Transient(answer()),
            };
            let actions = settle(ending, earlier);
            let settling = actions.iter().filter(|action| !matches!(action, Action::Publish(_))).count();
            prop_assert_eq!(settling, 1);
            prop_assert!(!matches!(actions.last(), Some(Action::Publish(_)) | None));
            if actions.contains(&Action::Ack) {
                prop_assert!(matches!(actions[0], Action::Publish(_)));
            }
        }
    }
}
