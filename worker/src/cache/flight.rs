//! Single flight within the process: of equal questions one computes, the others wait for its answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use foreshock_protocol::fingerprint::Fingerprint;
use tokio::sync::watch;

use super::Cached;

type Answer = Option<Arc<Cached>>;

/// Questions being computed.
#[derive(Clone, Default)]
pub struct Flights(Arc<Mutex<HashMap<Fingerprint, watch::Receiver<Answer>>>>);

/// A place in a flight.
pub enum Seat {
    /// Compute; tell the others by [`Pilot::land`], or drop it to let one of them try.
    Pilot(Pilot),
    /// Somebody computed it; none when they gave up, then ask again.
    Passenger(Answer),
}

/// The one who computes.
pub struct Pilot {
    flights: Flights,
    question: Fingerprint,
    answer: watch::Sender<Answer>,
}

impl Flights {
    /// Joins or starts the flight of a question; waits when somebody else computes it.
    pub async fn board(&self, question: Fingerprint) -> Seat {
        let mut running = {
            let mut flights = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match flights.get(&question) {
                Some(running) => running.clone(),
                None => {
                    let (answer, receiver) = watch::channel(None);
                    flights.insert(question, receiver);
                    return Seat::Pilot(Pilot { flights: self.clone(), question, answer });
                }
            }
        };
        // An error means that the pilot has gone, with or without an answer.
        let _ = running.wait_for(Option::is_some).await;
        Seat::Passenger(running.borrow().clone())
    }
}

impl Pilot {
    /// Gives the answer to all who wait.
    pub fn land(self, answer: &Arc<Cached>) {
        // Nobody may be waiting.
        let _ = self.answer.send(Some(Arc::clone(answer)));
    }
}

impl Drop for Pilot {
    fn drop(&mut self) {
        self.flights.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.question);
    }
}

#[cfg(test)]
mod tests {
    use foreshock_models::edit::{Gray8, Rgb8};

    use super::*;

    fn cached() -> Arc<Cached> {
        let pixels = Rgb8 { width: 0, height: 0, data: Vec::new() };
        Arc::new(Cached {
            pixels,
            weight: Gray8 { width: 0, height: 0, data: Vec::new() },
            changed_fraction: 0.0,
            created_ms: 0,
            filter: None,
        })
    }

    #[tokio::test]
    async fn one_computes_and_the_others_get_its_answer() {
        let flights = Flights::default();
        let question = Fingerprint([3; 32]);
        let Seat::Pilot(pilot) = flights.board(question).await else { panic!("the first computes") };
        let waiting = tokio::spawn({
            let flights = flights.clone();
            async move { flights.board(question).await }
        });
        tokio::task::yield_now().await;
        assert!(
            matches!(flights.board(Fingerprint([4; 32])).await, Seat::Pilot(_)),
            "other questions do not wait"
        );
        pilot.land(&cached());
        assert!(matches!(waiting.await.unwrap(), Seat::Passenger(Some(_))));
    }

    #[tokio::test]
    async fn when_the_pilot_gives_up_another_can_start() {
        let flights = Flights::default();
        let question = Fingerprint([3; 32]);
        let Seat::Pilot(pilot) = flights.board(question).await else { panic!("the first computes") };
        let waiting = tokio::spawn({
            let flights = flights.clone();
            async move { flights.board(question).await }
        });
        tokio::task::yield_now().await;
        drop(pilot);
        assert!(matches!(waiting.await.unwrap(), Seat::Passenger(None)));
        assert!(matches!(flights.board(question).await, Seat::Pilot(_)));
    }
}
