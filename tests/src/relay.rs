//! A TCP relay in front of a service that can misbehave as networks do: cut, refuse, delay, and flip bits.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::dice::Dice;

/// Which way bytes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From whoever connected to the relay.
    ToServer,
    /// From the service.
    ToClient,
}

/// Sees what passes one connection.
pub trait Observer: Send {
    /// Bytes on their way: to the server once they were sent, to the client just before.
    fn passed(&mut self, direction: Direction, bytes: &[u8]);
    /// The connection is over; called before the server can know.
    fn closed(&mut self);
}

/// Makes an observer for each connection.
pub type Observe = Box<dyn Fn() -> Box<dyn Observer> + Send + Sync>;

/// Nobody watches.
struct Blind;

impl Observer for Blind {
    fn passed(&mut self, _: Direction, _: &[u8]) {}
    fn closed(&mut self) {}
}

/// A relay on a free port of 127.0.0.1; it ends, with its connections, when dropped.
pub struct Relay {
    url: String,
    mood: Arc<Mood>,
    accepting: JoinHandle<()>,
}

/// What a relay does to its connections now.
struct Mood {
    behaviour: Mutex<Behaviour>,
    /// Grows with each cut.
    cuts: watch::Sender<u64>,
    observe: Observe,
}

#[derive(Default)]
struct Behaviour {
    refuse_until: Option<Instant>,
    delay: Duration,
    flip: Option<Flip>,
}

/// Flips one bit now and then.
struct Flip {
    direction: Direction,
    every: u64,
    left: u64,
    dice: Dice,
}

impl Flip {
    fn apply(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            if self.left == 0 {
                *byte ^= 1 << self.dice.below(8);
                self.left = self.dice.between(1, 2 * self.every);
            } else {
                self.left -= 1;
            }
        }
    }
}

impl Mood {
    fn behaviour(&self) -> MutexGuard<'_, Behaviour> {
        self.behaviour.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn refuses(&self) -> bool {
        self.behaviour().refuse_until.is_some_and(|until| Instant::now() < until)
    }
}

impl Relay {
    /// Opens a relay in front of the service that `url` names (`scheme://[user:password@]host:port/…`).
    ///
    /// # Errors
    /// When the URL has no host and port, or no port is free.
    pub async fn before(url: &str) -> anyhow::Result<Self> {
        Self::observed(url, Box::new(|| Box::new(Blind))).await
    }

    /// The same, with an observer on each connection.
    ///
    /// # Errors
    /// When the URL has no host and port, or no port is free.
    pub async fn observed(url: &str, observe: Observe) -> anyhow::Result<Self> {
        let (head, target, tail) = split(url)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let own = format!("{head}{}{tail}", listener.local_addr()?);
        let (cuts, _) = watch::channel(0);
        let mood = Arc::new(Mood { behaviour: Mutex::default(), cuts, observe });
        let target = target.to_owned();
        let accepting = tokio::spawn({
            let mood = Arc::clone(&mood);
            async move {
                while let Ok((client, _)) = listener.accept().await {
                    let cut = mood.cuts.subscribe();
                    // Closed at once: to the other side that is a refusal.
                    if !mood.refuses() {
                        tokio::spawn(serve(client, target.clone(), Arc::clone(&mood), cut));
                    }
                }
            }
        });
        Ok(Self { url: own, mood, accepting })
    }

    /// The service's URL, with the relay's host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends every connection and refuses new ones for a while.
    pub fn cut(&self, refuse: Duration) {
        self.mood.behaviour().refuse_until = Some(Instant::now() + refuse);
        self.mood.cuts.send_modify(|cuts| *cuts += 1);
    }

    /// Holds every piece of up to 64 KiB back for so long, either way, from now on; zero ends it.
    pub fn delay(&self, delay: Duration) {
        self.mood.behaviour().delay = delay;
    }

    /// Flips a bit in about one of `every` bytes that go one way, from now on.
    pub fn flip(&self, direction: Direction, every: u64, seed: u64) {
        let mut dice = Dice::new(seed, "flipped bits");
        let left = dice.between(0, every);
        self.mood.behaviour().flip = Some(Flip { direction, every, left, dice });
    }

    /// Lets bytes pass as they are again.
    pub fn flip_no_more(&self) {
        self.mood.behaviour().flip = None;
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.accepting.abort();
        self.mood.cuts.send_modify(|cuts| *cuts += 1);
    }
}

/// A URL as what stands before its host and port, these, and the rest.
fn split(url: &str) -> anyhow::Result<(&str, &str, &str)> {
    let scheme = url.find("://").context("a URL with a scheme")? + 3;
    let path = url[scheme..].find('/').map_or(url.len(), |at| scheme + at);
    let host = url[scheme..path].rfind('@').map_or(scheme, |at| scheme + at + 1);
    anyhow::ensure!(url[host..path].contains(':'), "a URL with a port");
    Ok((&url[..host], &url[host..path], &url[path..]))
}

async fn serve(mut client: TcpStream, target: String, mood: Arc<Mood>, mut cut: watch::Receiver<u64>) {
    // The service may be down; the client sees a closed connection then.
    let Ok(mut server) = TcpStream::connect(&target).await else { return };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let observer = Mutex::new((mood.observe)());
    let (from_client, to_client) = client.split();
    let (from_server, to_server) = server.split();
    tokio::select! {
        () = pump(Direction::ToServer, from_client, to_server, &mood, &observer) => {}
        () = pump(Direction::ToClient, from_server, to_client, &mood, &observer) => {}
        // An error means that the relay is gone.
        _ = cut.changed() => {}
    }
    observer.into_inner().unwrap_or_else(PoisonError::into_inner).closed();
}

async fn pump(
    direction: Direction,
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    mood: &Mood,
    observer: &Mutex<Box<dyn Observer>>,
) {
    let watch = |bytes: &[u8]| {
        observer.lock().unwrap_or_else(PoisonError::into_inner).passed(direction, bytes);
    };
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = match from.read(&mut buffer).await {
            Ok(0) | Err(_) => return,
            Ok(read) => read,
        };
        let piece = &mut buffer[..read];
        let delay = {
            let mut behaviour = mood.behaviour();
            if let Some(flip) = behaviour.flip.as_mut().filter(|flip| flip.direction == direction) {
                flip.apply(piece);
            }
            behaviour.delay
        };
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        if direction == Direction::ToClient {
            watch(piece);
        }
        if to.write_all(piece).await.is_err() {
            return;
        }
        if direction == Direction::ToServer {
            watch(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A service that sends back what it gets.
    async fn echo() -> anyhow::Result<String> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("echo://name:word@{}/path", listener.local_addr()?);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let (mut from, mut to) = stream.split();
                    let _ = tokio::io::copy(&mut from, &mut to).await;
                });
            }
        });
        Ok(url)
    }

    async fn connect(relay: &Relay) -> anyhow::Result<TcpStream> {
        Ok(TcpStream::connect(split(relay.url())?.1).await?)
    }

    async fn ask(stream: &mut TcpStream, question: &[u8]) -> anyhow::Result<Vec<u8>> {
        stream.write_all(question).await?;
        let mut answer = vec![0; question.len()];
        stream.read_exact(&mut answer).await?;
        Ok(answer)
    }

    #[test]
    fn urls_are_split_at_host_and_port() {
        assert_eq!(split("redis://127.0.0.1:6379/0").unwrap(), ("redis://", "127.0.0.1:6379", "/0"));
        assert_eq!(split("amqp://a:b@h:1/%2f").unwrap(), ("amqp://a:b@", "h:1", "/%2f"));
        assert_eq!(split("amqp://h:1").unwrap(), ("amqp://", "h:1", ""));
        assert!(split("h:1").is_err() && split("amqp://h/x").is_err());
    }

    #[tokio::test]
    async fn it_relays_cuts_refuses_and_relays_again() -> anyhow::Result<()> {
        let relay = Relay::before(&echo().await?).await?;
        assert!(relay.url().starts_with("echo://name:word@127.0.0.1:") && relay.url().ends_with("/path"));
        let mut stream = connect(&relay).await?;
        assert_eq!(ask(&mut stream, b"hello").await?, b"hello");
        relay.cut(Duration::from_secs(600));
        assert!(ask(&mut stream, b"hello").await.is_err(), "the connection was not cut");
        let mut refused = connect(&relay).await?;
        assert!(ask(&mut refused, b"hello").await.is_err(), "a new connection was not refused");
        relay.cut(Duration::ZERO);
        let mut stream = connect(&relay).await?;
        assert_eq!(ask(&mut stream, b"again").await?, b"again");
        Ok(())
    }

    #[tokio::test]
    async fn bits_flip_one_way_only_and_delays_hold_back() -> anyhow::Result<()> {
        let relay = Relay::before(&echo().await?).await?;
        let mut stream = connect(&relay).await?;
        let question = vec![0x55; 10_000];
        relay.flip(Direction::ToClient, 100, 3);
        let answer = ask(&mut stream, &question).await?;
        let wrong: Vec<u8> = answer.iter().map(|byte| byte ^ 0x55).filter(|bits| *bits != 0).collect();
        assert!((20..500).contains(&wrong.len()), "{} of 10000 bytes are wrong", wrong.len());
        assert!(wrong.iter().all(|bits| bits.is_power_of_two()), "more than a bit of a byte flipped");
        relay.flip_no_more();
        assert_eq!(ask(&mut stream, &question).await?, question);

        // Long enough that it cannot have come by chance of a slow machine.
        relay.delay(Duration::from_secs(600));
        let answer = tokio::time::timeout(Duration::from_millis(200), ask(&mut stream, b"slow")).await;
        assert!(answer.is_err(), "bytes were not held back: {answer:?}");
        Ok(())
    }
}
