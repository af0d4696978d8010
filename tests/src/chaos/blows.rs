//! Carries blows out, each only when no innocent job can be disturbed too often by it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use foreshock_protocol::limits::MAX_BODY_BYTES;
use redis::aio::MultiplexedConnection;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::fleet::KeptWorker;
use super::plan::{Blow, FlipAt};
use super::verdict::MOST_DISTURBANCES;
use super::witness::Witness;
use crate::dice::Dice;
use crate::relay::{Direction, Relay};
use crate::services::{Service, Services};

/// How long a blow waits for something to hit.
const MIDDLE: Duration = Duration::from_secs(30);
/// How long a blow waits until jobs that were disturbed before have ended.
const SPARED: Duration = Duration::from_secs(90);
/// What Redis may hold in ordinary times, and when it is full.
const ROOM: (&str, &str) = ("256mb", "1mb");
/// A bit of so many bytes flips, about: some values stay whole, many do not.
const FLIP_EVERY: u64 = 3000;

/// Everything that can be hit.
pub struct Arena {
    /// Broker and Redis.
    pub services: Arc<Services>,
    /// Workers.
    pub workers: Vec<KeptWorker>,
    /// Between each worker and the broker.
    pub worker_relays: Vec<Relay>,
    /// Between each client and the broker.
    pub client_relays: Vec<Relay>,
    /// Between all workers and Redis.
    pub redis_relay: Arc<Relay>,
    /// Sees what workers hold.
    pub witness: Witness,
    /// What cannot be chosen by the plan: which keys are spoilt.
    pub dice: Dice,
}

/// What fell.
#[derive(Debug, Default)]
pub struct Fallen {
    /// By kind.
    pub count: BTreeMap<&'static str, u32>,
    /// What went wrong with it.
    pub off: Vec<String>,
}

impl Arena {
    /// Carries the blows of a plan out, in order, none before its time.
    ///
    /// `innocent` tells innocent jobs by their `message_id`, `poisoned` how many poison messages are about.
    ///
    /// # Errors
    /// When a service cannot be stopped or started.
    pub async fn strike(
        &mut self,
        begin: Instant,
        blows: &[(Duration, Blow)],
        innocent: impl Fn(&str) -> bool,
        poisoned: impl Fn() -> u32,
    ) -> anyhow::Result<Fallen> {
        let mut fallen = Fallen::default();
        // Redis suffers beside the others, one thing at a time.
        let mut redis: JoinSet<anyhow::Result<()>> = JoinSet::new();
        for (at, blow) in blows {
            tokio::time::sleep_until(begin + *at).await;
            if blow.disturbs() {
                let clear = self.middle(*blow, &innocent, &poisoned).await;
                if !clear {
                    fallen.off.push(format!(
                        "{}: a disturbed job has not ended within {} s, so the blow was left out: {:?}",
                        blow.name(),
                        SPARED.as_secs(),
                        self.witness.unsettled()
                    ));
                    continue;
                }
            }
            if blow.is_redis()
                && let Some(earlier) = redis.join_next().await
            {
                earlier??;
            }
            let now = begin.elapsed().as_secs_f64();
            eprintln!("chaos: {now:6.1} s  {blow:?}, {} messages held", self.witness.held(None));
            if self.carry_out(*blow, &mut redis).await.with_context(|| blow.name())? {
                *fallen.count.entry(blow.name()).or_default() += 1;
            }
        }
        while let Some(last) = redis.join_next().await {
            last??;
        }
        Ok(fallen)
    }

    /// Waits until the blow can disturb nobody too often, and then for something to hit, as long as that may take. False when jobs stay
    /// disturbed for too long.
    async fn middle(&self, blow: Blow, innocent: impl Fn(&str) -> bool, poisoned: impl Fn() -> u32) -> bool {
        let begin = Instant::now();
        let mut middle = None;
        loop {
            // A poison job may come and take neighbours with it, and so may each that is about, at any time.
            let spare = MOST_DISTURBANCES.saturating_sub(1 + poisoned()).max(1);
            if self.witness.worst_unsettled(&innocent) < spare {
                let waited = middle.get_or_insert_with(Instant::now);
                if self.witness.held(blow.worker()) > 0 || waited.elapsed() > MIDDLE {
                    return true;
                }
            } else if begin.elapsed() > SPARED {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// True when it hit.
    async fn carry_out(
        &mut self,
        blow: Blow,
        redis: &mut JoinSet<anyhow::Result<()>>,
    ) -> anyhow::Result<bool> {
        let services = Arc::clone(&self.services);
        let relay = Arc::clone(&self.redis_relay);
        match blow {
            Blow::KillWorker(worker) => return self.workers[worker].signal("KILL"),
            Blow::StopWorker(worker) => return self.workers[worker].signal("TERM"),
            Blow::CutWorker(worker, refuse) => self.worker_relays[worker].cut(refuse),
            Blow::CutClient(client, refuse) => self.client_relays[client].cut(refuse),
            Blow::RestartBroker => {
                restart(services, Service::RabbitMq, Services::stop, Duration::ZERO).await?
            }
            Blow::KillBroker => restart(services, Service::RabbitMq, Services::kill, Duration::ZERO).await?,
            Blow::KillRedis(down) => {
                redis.spawn(restart(services, Service::Redis, Services::kill, down));
            }
            Blow::FillRedis(time) => {
                let mut connection = connect(&services).await?;
                redis.spawn(async move {
                    set(&mut connection, "maxmemory-policy", "noeviction").await?;
                    set(&mut connection, "maxmemory", ROOM.1).await?;
                    tokio::time::sleep(time).await;
                    set(&mut connection, "maxmemory", ROOM.0).await?;
                    set(&mut connection, "maxmemory-policy", "allkeys-lfu").await
                });
            }
            Blow::SlowRedis(delay, time) => {
                redis.spawn(async move {
                    relay.delay(delay);
                    tokio::time::sleep(time).await;
                    relay.delay(Duration::ZERO);
                    Ok(())
                });
            }
            Blow::FlipRedis(at, time) => {
                let direction = match at {
                    FlipAt::Answers => Direction::ToClient,
                    FlipAt::Questions => Direction::ToServer,
                };
                let seed = self.dice.number();
                redis.spawn(async move {
                    relay.flip(direction, FLIP_EVERY, seed);
                    tokio::time::sleep(time).await;
                    relay.flip_no_more();
                    Ok(())
                });
            }
            Blow::SpoilRedis => spoil(&services, &mut self.dice).await?,
            Blow::SwapRedis => swap(&services, &mut self.dice).await?,
        }
        Ok(true)
    }
}

async fn restart(
    services: Arc<Services>,
    service: Service,
    end: fn(&Services, Service) -> anyhow::Result<()>,
    down: Duration,
) -> anyhow::Result<()> {
    // Each runs a program and waits for it.
    let ending = Arc::clone(&services);
    tokio::task::spawn_blocking(move || end(&ending, service)).await??;
    tokio::time::sleep(down).await;
    tokio::task::spawn_blocking(move || services.start(service)).await?
}

async fn connect(services: &Services) -> anyhow::Result<MultiplexedConnection> {
    let client = redis::Client::open(services.redis_url.as_str())?;
    client.get_multiplexed_async_connection().await.context("connect to the run's own Redis")
}

async fn set(connection: &mut MultiplexedConnection, key: &str, value: &str) -> anyhow::Result<()> {
    redis::cmd("CONFIG").arg("SET").arg(key).arg(value).query_async(connection).await.context("CONFIG SET")
}

/// Keys of results.
async fn results(connection: &mut MultiplexedConnection) -> anyhow::Result<Vec<String>> {
    let mut keys: Vec<String> = redis::cmd("KEYS").arg("r?:*").query_async(connection).await?;
    keys.sort();
    Ok(keys)
}

/// Overwrites half of the stored results: with noise, with nothing, with a part of themselves, with one bit changed.
async fn spoil(services: &Services, dice: &mut Dice) -> anyhow::Result<()> {
    let mut connection = connect(services).await?;
    let mut keys = results(&mut connection).await?;
    dice.shuffle(&mut keys);
    for (number, key) in keys.iter().take(keys.len().div_ceil(2)).enumerate() {
        let mut value: Vec<u8> = redis::cmd("GET").arg(key).query_async(&mut connection).await?;
        match number % 4 {
            0 => value = (0..dice.below(10_000)).map(|_| dice.below(256) as u8).collect(),
            1 => value.clear(),
            2 => value.truncate(dice.below(value.len())),
            _ if value.is_empty() => value = vec![0; MAX_BODY_BYTES + 1],
            _ => {
                let at = dice.below(value.len());
                value[at] ^= 1 << dice.below(8);
            }
        }
        let _: () = redis::cmd("SET").arg(key).arg(value).query_async(&mut connection).await?;
    }
    Ok(())
}

/// Gives every second stored result the value of the one before it, and the other way round: well-formed, and wrong.
async fn swap(services: &Services, dice: &mut Dice) -> anyhow::Result<()> {
    let mut connection = connect(services).await?;
    let mut keys = results(&mut connection).await?;
    dice.shuffle(&mut keys);
    for pair in keys.chunks_exact(2) {
        let values: Vec<Vec<u8>> = redis::cmd("MGET").arg(pair).query_async(&mut connection).await?;
        let _: () = redis::cmd("MSET")
            .arg(&pair[0])
            .arg(&values[1])
            .arg(&pair[1])
            .arg(&values[0])
            .query_async(&mut connection)
            .await?;
    }
    Ok(())
}
