//! What the broker gave to workers and what they did with it, read from the bytes between them.
//!
//! It trusts neither the workers' own reports nor the broker's: a message that a connection took with it when it ended was
//! disturbed, and so was one that was given back. Where the broker counts more (`x-delivery-count`), the broker is believed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amq_protocol::frame::{AMQPFrame, parse_frame};
use amq_protocol::protocol::{AMQPClass, basic, channel};
use foreshock_protocol::job::Lane;
use foreshock_protocol::topology;
use foreshock_worker::job::deliveries::failed_deliveries;
use lapin::BasicProperties;
use lapin::types::AMQPValue;

use crate::relay::{Direction, Observe, Observer};

/// Header by which a client tells copies of a message apart: a message that is published twice is two messages to the broker.
pub const COPY_HEADER: &str = "chaos-copy";

/// One message: what it is about, and which copy.
pub type Message = (String, String);

/// The queue that a message came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Lane,
    Suspect,
    Dead,
}

/// What is known of one message.
#[derive(Debug, Clone, Copy, Default)]
struct Track {
    /// Times that a worker lost it, in its lane and among the suspects.
    lost: [u32; 2],
    deliveries: u32,
    settled: bool,
}

impl Track {
    fn disturbances(self) -> u32 {
        self.lost[0] + self.lost[1]
    }

    fn lose(&mut self, stage: Stage) {
        if let Some(lost) = self.lost_at(stage) {
            *lost += 1;
        }
    }

    /// Dead letters are the janitor's: nobody's job is disturbed any more.
    fn lost_at(&mut self, stage: Stage) -> Option<&mut u32> {
        match stage {
            Stage::Lane => Some(&mut self.lost[0]),
            Stage::Suspect => Some(&mut self.lost[1]),
            Stage::Dead => None,
        }
    }
}

/// A delivery in somebody's hands: its connection, channel and tag.
type Hold = (u64, u16, u64);

#[derive(Debug, Default)]
struct Book {
    tracks: HashMap<Message, Track>,
    held: HashMap<Hold, (usize, Message, Stage)>,
    connections: u64,
    unread: u32,
}

/// Sees all connections of all workers.
#[derive(Debug, Clone, Default)]
pub struct Witness(Arc<Mutex<Book>>);

/// What was seen in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Deliveries of jobs to workers.
    pub deliveries: u32,
    /// Times that a worker lost a message of an innocent job.
    pub disturbances: u32,
    /// Most disturbances of one message of an innocent job.
    pub most: u32,
    /// Frames that could not be read: then the counts are too low.
    pub unread: u32,
}

impl Witness {
    /// An observer for the relay of one worker.
    #[must_use]
    pub fn observe(&self, worker: usize) -> Observe {
        let witness = self.clone();
        Box::new(move || {
            let mut book = witness.book();
            book.connections += 1;
            let connection = book.connections;
            drop(book);
            Box::new(Ear {
                witness: witness.clone(),
                worker,
                connection,
                to_server: Frames::greeted(),
                to_client: Frames::default(),
                announced: HashMap::new(),
            })
        })
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Messages of the lanes and of the suspects that a worker holds; of all workers with none.
    #[must_use]
    pub fn held(&self, worker: Option<usize>) -> usize {
        let book = self.book();
        let counts = |(holder, _, stage): &&(usize, Message, Stage)| {
            *stage != Stage::Dead && worker.is_none_or(|worker| worker == *holder)
        };
        book.held.values().filter(counts).count()
    }

    /// Most disturbances of a message that is not settled, of jobs that `counts` takes.
    #[must_use]
    pub fn worst_unsettled(&self, counts: impl Fn(&str) -> bool) -> u32 {
        let book = self.book();
        let open = book.tracks.iter().filter(|((job, _), track)| !track.settled && counts(job));
        open.map(|(_, track)| track.disturbances()).max().unwrap_or(0)
    }

    /// Messages that were delivered once and not settled yet.
    #[must_use]
    pub fn unsettled(&self) -> Vec<Message> {
        let book = self.book();
        book.tracks.iter().filter(|(_, track)| !track.settled).map(|(message, _)| message.clone()).collect()
    }

    /// The message that was disturbed most, of jobs that `counts` takes, and where: for a person.
    #[must_use]
    pub fn worst(&self, counts: impl Fn(&str) -> bool) -> String {
        let book = self.book();
        let mine = book.tracks.iter().filter(|((job, _), _)| counts(job));
        mine.max_by_key(|(_, track)| track.disturbances()).map_or_else(String::new, |((job, copy), track)| {
            let [lane, suspects] = track.lost;
            format!("copy {copy} of {job}: {lane} in its lane, {suspects} among the suspects")
        })
    }

    /// What was seen in all, of jobs that `counts` takes.
    #[must_use]
    pub fn sum(&self, counts: impl Fn(&str) -> bool) -> Sum {
        let book = self.book();
        let mut sum = Sum { unread: book.unread, ..Sum::default() };
        for ((job, _), track) in &book.tracks {
            sum.deliveries += track.deliveries;
            if counts(job) {
                sum.disturbances += track.disturbances();
                sum.most = sum.most.max(track.disturbances());
            }
        }
        sum
    }
}

/// Listens to one connection.
struct Ear {
    witness: Witness,
    worker: usize,
    connection: u64,
    to_server: Frames,
    to_client: Frames,
    /// Deliveries whose properties have not come yet, by channel.
    announced: HashMap<u16, (u64, Stage)>,
}

impl Observer for Ear {
    fn passed(&mut self, direction: Direction, bytes: &[u8]) {
        let frames = match direction {
            Direction::ToServer => &mut self.to_server,
            Direction::ToClient => &mut self.to_client,
        };
        for frame in frames.take(bytes) {
            match (direction, frame) {
                (Direction::ToClient, Some(frame)) => self.broker_says(frame),
                (Direction::ToServer, Some(frame)) => self.worker_says(frame),
                (_, None) => self.witness.book().unread += 1,
            }
        }
    }

    fn closed(&mut self) {
        self.lose(|_| true);
    }
}

impl Ear {
    fn broker_says(&mut self, frame: AMQPFrame) {
        match frame {
            AMQPFrame::Method(channel, AMQPClass::Basic(basic::AMQPMethod::Deliver(deliver))) => {
                let stage = stage(deliver.exchange.as_str(), deliver.routing_key.as_str());
                self.announce(channel, deliver.delivery_tag, stage);
            }
            AMQPFrame::Method(channel, AMQPClass::Basic(basic::AMQPMethod::GetOk(got))) => {
                let stage = stage(got.exchange.as_str(), got.routing_key.as_str());
                self.announce(channel, got.delivery_tag, stage);
            }
            AMQPFrame::Header(channel, header) => {
                if let Some((tag, stage)) = self.announced.remove(&channel) {
                    self.delivered((self.connection, channel, tag), stage, &header.properties);
                }
            }
            AMQPFrame::Method(channel, AMQPClass::Channel(channel::AMQPMethod::Close(_))) => {
                self.lose(|(_, other, _)| *other == channel);
            }
            _ => {}
        }
    }

    fn announce(&mut self, channel: u16, tag: u64, stage: Option<Stage>) {
        match stage {
            Some(stage) => drop(self.announced.insert(channel, (tag, stage))),
            None => drop(self.announced.remove(&channel)),
        }
    }

    fn delivered(&self, hold: Hold, stage: Stage, properties: &BasicProperties) {
        let Some(id) = properties.message_id() else { return };
        let headers = properties.headers().as_ref().map(|headers| headers.inner());
        let copy = match headers.and_then(|headers| headers.get(COPY_HEADER)) {
            Some(AMQPValue::LongString(copy)) => copy.to_string(),
            _ => String::new(),
        };
        let message = (id.to_string(), copy);
        let counted = u32::try_from(failed_deliveries(properties, true)).unwrap_or(u32::MAX);
        let mut book = self.witness.book();
        let track = book.tracks.entry(message.clone()).or_default();
        track.deliveries += 1;
        if let Some(lost) = track.lost_at(stage) {
            *lost = counted.max(*lost);
        }
        // The broker has it again: it was not settled after all.
        track.settled = false;
        book.held.insert(hold, (self.worker, message, stage));
    }

    fn worker_says(&mut self, frame: AMQPFrame) {
        let AMQPFrame::Method(channel, class) = frame else { return };
        match class {
            AMQPClass::Basic(basic::AMQPMethod::Ack(ack)) => {
                self.end(channel, ack.delivery_tag, ack.multiple, |track, _| track.settled = true);
            }
            AMQPClass::Basic(basic::AMQPMethod::Nack(nack)) if nack.requeue => {
                self.end(channel, nack.delivery_tag, nack.multiple, Track::lose);
            }
            // Dead-lettered on purpose: to the next queue, where it is delivered again.
            AMQPClass::Basic(basic::AMQPMethod::Nack(nack)) => {
                self.end(channel, nack.delivery_tag, nack.multiple, |_, _| {});
            }
            AMQPClass::Basic(basic::AMQPMethod::Reject(reject)) if reject.requeue => {
                self.end(channel, reject.delivery_tag, false, Track::lose);
            }
            AMQPClass::Basic(basic::AMQPMethod::Reject(reject)) => {
                self.end(channel, reject.delivery_tag, false, |_, _| {});
            }
            AMQPClass::Channel(channel::AMQPMethod::Close(_)) => self.lose(|(_, other, _)| *other == channel),
            _ => {}
        }
    }

    /// A worker's word about one delivery, or about all up to it.
    fn end(&self, channel: u16, tag: u64, multiple: bool, mut how: impl FnMut(&mut Track, Stage)) {
        let mut book = self.witness.book();
        let book = &mut *book;
        let mine = |hold: &Hold| hold.0 == self.connection && hold.1 == channel;
        let meant = |hold: &Hold| mine(hold) && (hold.2 == tag || multiple && (tag == 0 || hold.2 < tag));
        for (_, (_, message, stage)) in book.held.extract_if(|hold, _| meant(hold)) {
            how(book.tracks.entry(message).or_default(), stage);
        }
    }

    /// The broker takes back what was held.
    fn lose(&self, which: impl Fn(&Hold) -> bool) {
        let mut book = self.witness.book();
        let book = &mut *book;
        for (_, (_, message, stage)) in
            book.held.extract_if(|hold, _| hold.0 == self.connection && which(hold))
        {
            book.tracks.entry(message).or_default().lose(stage);
        }
    }
}

/// The queue of jobs that a message came from; none for cancels and questions.
fn stage(exchange: &str, key: &str) -> Option<Stage> {
    let of_lane = |lane: &Lane| key.split('.').next() == Some(lane.as_str());
    match (exchange, key) {
        (exchange, _) if exchange == topology::JOBS.name => {
            Lane::ALL.iter().any(of_lane).then_some(Stage::Lane)
        }
        (exchange, topology::SUSPECT_KEY) if exchange == topology::JOBS_DEAD.name => Some(Stage::Suspect),
        (exchange, topology::DEAD_KEY) if exchange == topology::JOBS_DEAD.name => Some(Stage::Dead),
        _ => None,
    }
}

/// Cuts a stream of bytes into frames; bodies are skipped.
#[derive(Debug, Default)]
struct Frames {
    skip: usize,
    begun: Vec<u8>,
}

impl Frames {
    const HEAD: usize = 7;
    const METHOD: u8 = 1;
    const HEADER: u8 = 2;

    /// For the direction that begins with the protocol's eight-byte greeting.
    fn greeted() -> Self {
        Self { skip: 8, begun: Vec::new() }
    }

    /// The frames that end in these bytes; none for one that cannot be read.
    fn take(&mut self, mut bytes: &[u8]) -> Vec<Option<AMQPFrame>> {
        let mut frames = Vec::new();
        loop {
            let skipped = self.skip.min(bytes.len());
            self.skip -= skipped;
            bytes = &bytes[skipped..];
            let wanted = match self.begun.first_chunk::<{ Self::HEAD }>() {
                // Kind, channel, size of the payload, and one byte after it.
                Some([_, _, _, size @ ..]) => Self::HEAD + u32::from_be_bytes(*size) as usize + 1,
                None => Self::HEAD,
            };
            let taken = (wanted - self.begun.len()).min(bytes.len());
            self.begun.extend_from_slice(&bytes[..taken]);
            bytes = &bytes[taken..];
            if self.begun.len() < wanted {
                return frames;
            }
            if wanted == Self::HEAD {
                if ![Self::METHOD, Self::HEADER].contains(&self.begun[0]) {
                    let size = [self.begun[3], self.begun[4], self.begun[5], self.begun[6]];
                    self.skip = u32::from_be_bytes(size) as usize + 1;
                    self.begun.clear();
                }
                continue;
            }
            frames.push(parse_frame(self.begun.as_slice()).ok().map(|(_, frame)| frame));
            self.begun.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use amq_protocol::frame::{AMQPContentHeader, WriteContext, gen_frame};
    use lapin::types::FieldTable;

    use super::*;

    fn bytes(frame: &AMQPFrame) -> Vec<u8> {
        gen_frame(frame)(WriteContext::from(Vec::new())).unwrap().into_inner().0
    }

    fn method(method: basic::AMQPMethod) -> Vec<u8> {
        bytes(&AMQPFrame::Method(1, AMQPClass::Basic(method)))
    }

    fn deliver(tag: u64, exchange: &str, key: &str, id: &str, copy: &str, count: i64) -> Vec<u8> {
        let mut headers = FieldTable::default();
        headers.insert("x-delivery-count".into(), AMQPValue::LongLongInt(count));
        headers.insert(COPY_HEADER.into(), AMQPValue::LongString(copy.into()));
        let properties = BasicProperties::default().with_message_id(id.into()).with_headers(headers);
        let deliver = basic::Deliver {
            consumer_tag: "w".into(),
            delivery_tag: tag,
            redelivered: count > 0,
            exchange: exchange.into(),
            routing_key: key.into(),
        };
        let header = AMQPContentHeader { class_id: 60, body_size: 3, properties };
        let mut all = method(basic::AMQPMethod::Deliver(deliver));
        all.extend(bytes(&AMQPFrame::Header(1, header)));
        all.extend(bytes(&AMQPFrame::Body(1, b"abc".to_vec())));
        all
    }

    fn ack(tag: u64, multiple: bool) -> Vec<u8> {
        method(basic::AMQPMethod::Ack(basic::Ack { delivery_tag: tag, multiple }))
    }

    /// An observer past the greeting.
    fn ear(witness: &Witness, worker: usize) -> Box<dyn Observer> {
        let mut ear = witness.observe(worker)();
        ear.passed(Direction::ToServer, b"AMQP\0\0\x09\x01");
        ear
    }

    #[test]
    fn what_a_connection_takes_with_it_was_disturbed_and_what_was_settled_was_not() {
        let witness = Witness::default();
        let mut one = ear(&witness, 0);
        for (tag, id) in [(1, "a:0"), (2, "b:0"), (3, "c:0")] {
            one.passed(Direction::ToClient, &deliver(tag, "jobs", "bulk.m", id, "1", 0));
        }
        // What is no job does not count.
        one.passed(Direction::ToClient, &deliver(4, "control", "cancel.u.j", "x", "1", 0));
        one.passed(Direction::ToClient, &deliver(5, "jobs", "capabilities", "y", "1", 0));
        assert_eq!((witness.held(Some(0)), witness.held(Some(1)), witness.held(None)), (3, 0, 3));
        one.passed(Direction::ToServer, &ack(2, true));
        assert_eq!(witness.held(None), 1);
        assert_eq!(witness.worst_unsettled(|_| true), 0);
        one.closed();
        assert_eq!(witness.held(None), 0);
        assert_eq!(witness.worst_unsettled(|_| true), 1);
        assert_eq!(witness.worst_unsettled(|job| job != "c:0"), 0);
        assert_eq!(witness.unsettled(), [("c:0".to_owned(), "1".to_owned())]);
        assert_eq!(witness.sum(|_| true), Sum { deliveries: 3, disturbances: 1, most: 1, unread: 0 });
    }

    #[test]
    fn disturbances_add_up_over_queues_and_the_broker_is_believed_where_it_counts_more() {
        let witness = Witness::default();
        ear(&witness, 0).passed(Direction::ToClient, &[]);
        let mut first = ear(&witness, 0);
        first.passed(Direction::ToClient, &deliver(1, "jobs", "interactive.m", "a:0", "1", 0));
        first.closed();
        let mut second = ear(&witness, 1);
        second.passed(Direction::ToClient, &deliver(1, "jobs", "interactive.m", "a:0", "1", 1));
        let reject = basic::Reject { delivery_tag: 1, requeue: false };
        second.passed(Direction::ToServer, &method(basic::AMQPMethod::Reject(reject)));
        second.passed(Direction::ToClient, &deliver(2, "jobs.dlx", "suspect", "a:0", "1", 0));
        let nack = basic::Nack { delivery_tag: 2, multiple: false, requeue: true };
        second.passed(Direction::ToServer, &method(basic::AMQPMethod::Nack(nack)));
        assert_eq!(witness.worst_unsettled(|_| true), 2);
        second.passed(Direction::ToClient, &deliver(3, "jobs.dlx", "suspect", "a:0", "1", 2));
        assert_eq!(witness.worst_unsettled(|_| true), 3, "once in its lane, twice among the suspects");
        second.passed(Direction::ToServer, &ack(3, false));
        assert_eq!(witness.worst_unsettled(|_| true), 0, "it is settled");
        assert_eq!(witness.sum(|_| true).most, 3);
        assert_eq!(witness.worst(|_| true), "copy 1 of a:0: 1 in its lane, 2 among the suspects");
        // Another copy is another message.
        second.passed(Direction::ToClient, &deliver(4, "jobs", "interactive.m", "a:0", "2", 0));
        assert_eq!(witness.worst_unsettled(|_| true), 0);
    }

    #[test]
    fn frames_are_found_however_the_bytes_are_cut() {
        let stream =
            [deliver(1, "jobs", "bulk.m", "a:0", "1", 0), deliver(2, "jobs", "bulk.m", "b:0", "1", 0)];
        let stream = stream.concat();
        for piece in 1..stream.len() {
            let witness = Witness::default();
            let mut ear = ear(&witness, 0);
            for part in stream.chunks(piece) {
                ear.passed(Direction::ToClient, part);
            }
            assert_eq!((witness.held(Some(0)), witness.sum(|_| true).unread), (2, 0), "pieces of {piece}");
        }
    }
}
