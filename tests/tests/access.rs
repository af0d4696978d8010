//! Two users on one broker, with the shipped access rules: neither can read, forge or stop what is the other's.

use foreshock_protocol::event::CANCEL_SCHEMA;
use foreshock_protocol::job::{Job, JobId};
use foreshock_protocol::outcome::End;
use foreshock_protocol::topology;
use foreshock_tests::client::Client;
use foreshock_tests::rig::Rig;
use foreshock_tests::services::as_user;
use foreshock_tests::worker::Worker;
use futures::future::join_all;
use lapin::options::{
    BasicConsumeOptions, BasicGetOptions, BasicPublishOptions, ConfirmSelectOptions, ExchangeBindOptions,
    ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions, QueuePurgeOptions,
};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{BasicProperties, Channel, Connection, ExchangeKind};

const REFUSED: &str = "ACCESS_REFUSED";

/// A broker that `foreshock topology apply` has set up for a worker, two clients and an operator.
struct Site {
    rig: Rig,
    mark: String,
}

impl Site {
    async fn new() -> anyhow::Result<Self> {
        let rig = Rig::new()?;
        // Users belong to the whole broker, which other tests use, too.
        let site = Self { rig, mark: uuid::Uuid::now_v7().simple().to_string() };
        let folder = foreshock_tests::folder()?;
        let file = folder.path().join("passwords");
        let names = ["gpu", "ada", "bob", "ops"].map(|name| site.name(name));
        std::fs::write(&file, names.iter().map(|name| format!("{name} = pw-{name}\n")).collect::<String>())?;
        let [gpu, ada, bob, ops] = &names;
        let arguments = [
            "apply",
            "--worker",
            gpu,
            "--client",
            ada,
            "--client",
            bob,
            "--operator",
            ops,
            "--passwords",
            &file.to_string_lossy(),
        ];
        site.rig.topology(&arguments).await?.expect_code(0)?;
        Ok(site)
    }

    fn name(&self, user: &str) -> String {
        format!("{user}-{}", self.mark)
    }

    fn url(&self, user: &str) -> String {
        let name = self.name(user);
        as_user(self.rig.url(), &name, &format!("pw-{name}"))
    }

    async fn worker(&self) -> anyhow::Result<Worker> {
        self.rig.worker_with(&[("FORESHOCK_AMQP_URL", &self.url("gpu"))]).await
    }

    async fn client(&self, user: &str) -> anyhow::Result<Client> {
        Client::connect(&self.url(user), &self.name(user)).await
    }

    async fn attacker(&self, user: &str) -> anyhow::Result<Attacker> {
        let connection = foreshock_tests::wire::connect(&self.url(user), "attacker").await?.0;
        Ok(Attacker { connection, user: self.name(user) })
    }
}

/// A user who tries things; each try has a channel of its own, because a refusal closes it.
struct Attacker {
    connection: Connection,
    user: String,
}

impl Attacker {
    async fn channel(&self) -> anyhow::Result<Channel> {
        let channel = self.connection.create_channel().await?;
        channel.confirm_select(ConfirmSelectOptions::default()).await?;
        Ok(channel)
    }

    /// Does something that the broker must refuse, in these words.
    async fn refused<T>(
        &self,
        what: &str,
        words: &str,
        attempt: impl AsyncFnOnce(Channel) -> lapin::Result<T>,
    ) -> anyhow::Result<()> {
        match attempt(self.channel().await?).await {
            Ok(_) => anyhow::bail!("{} may {what}", self.user),
            Err(error) => anyhow::ensure!(error.to_string().contains(words), "{what}: {error}"),
        }
        anyhow::ensure!(self.connection.status().connected(), "{what}: the connection is lost");
        Ok(())
    }

    /// Publishing must be refused.
    async fn cannot_publish(
        &self,
        exchange: &str,
        key: &str,
        properties: BasicProperties,
        words: &str,
    ) -> anyhow::Result<()> {
        let what = format!("publish to “{exchange}” with key {key}");
        self.refused(&what, words, async |channel| {
            let options = BasicPublishOptions::default();
            channel.basic_publish(exchange.into(), key.into(), options, b"{}", properties).await?.await
        })
        .await
    }

    /// Consuming, reading, emptying, deleting and binding a queue must be refused.
    async fn cannot_touch(&self, queue: &str) -> anyhow::Result<()> {
        self.cannot_read(queue).await?;
        let name = || queue.into();
        let own = format!("{}.x", self.user);
        self.refused(&format!("delete {queue}"), REFUSED, async |channel| {
            channel.queue_delete(name(), QueueDeleteOptions::default()).await
        })
        .await?;
        self.refused(&format!("bind {queue}"), REFUSED, async |channel| {
            let (source, options) = (topology::REPLIES.name.into(), QueueBindOptions::default());
            channel.queue_bind(name(), source, own.as_str().into(), options, FieldTable::default()).await
        })
        .await?;
        self.refused(&format!("unbind {queue}"), REFUSED, async |channel| {
            let source = topology::REPLIES.name.into();
            channel.queue_unbind(name(), source, own.as_str().into(), FieldTable::default()).await
        })
        .await?;
        self.refused(&format!("declare {queue}"), REFUSED, async |channel| {
            channel.queue_declare(name(), QueueDeclareOptions::durable(), FieldTable::default()).await
        })
        .await
    }

    /// Consuming, reading and emptying a queue must be refused.
    async fn cannot_read(&self, queue: &str) -> anyhow::Result<()> {
        let name = || queue.into();
        self.refused(&format!("get from {queue}"), REFUSED, async |channel| {
            channel.basic_get(name(), BasicGetOptions { no_ack: true }).await
        })
        .await?;
        self.refused(&format!("consume {queue}"), REFUSED, async |channel| {
            channel
                .basic_consume(name(), "".into(), BasicConsumeOptions::default(), FieldTable::default())
                .await
        })
        .await?;
        self.refused(&format!("purge {queue}"), REFUSED, async |channel| {
            channel.queue_purge(name(), QueuePurgeOptions::default()).await
        })
        .await
    }

    /// Binding a queue of one's own to an exchange with a key must be refused.
    async fn cannot_bind(&self, queue: &str, exchange: &str, key: &str) -> anyhow::Result<()> {
        self.refused(&format!("bind {queue} to {exchange} with {key}"), REFUSED, async |channel| {
            let options = QueueBindOptions::default();
            channel
                .queue_bind(queue.into(), exchange.into(), key.into(), options, FieldTable::default())
                .await
        })
        .await
    }

    async fn own_queue(&self, name: &str) -> anyhow::Result<()> {
        let channel = self.channel().await?;
        channel.queue_declare(name.into(), QueueDeclareOptions::durable(), FieldTable::default()).await?;
        Ok(())
    }
}

fn client_of(reply_to: &str) -> &str {
    reply_to.rsplit_once('.').map_or("", |(_, client)| client)
}

fn with(key: &str, value: &str) -> FieldTable {
    let mut arguments = FieldTable::default();
    arguments.insert(key.into(), AMQPValue::LongString(value.into()));
    arguments
}

fn cancel_body(job: JobId) -> anyhow::Result<Vec<u8>> {
    Ok(serde_json::to_vec(&serde_json::json!({"schema": CANCEL_SCHEMA, "job_id": job}))?)
}

/// The worker has heard so many cancels that it did not believe.
async fn disbelieved(worker: &Worker, count: f64) -> anyhow::Result<()> {
    foreshock_tests::until("a cancel that is not believed", async || {
        let seen = worker.counter("foreshock_worker_cancels_total", &[("accepted", "no")]).await?;
        Ok((seen >= count).then_some(()))
    })
    .await
}

async fn declare_exchange(channel: &Channel, name: &str, arguments: FieldTable) -> anyhow::Result<()> {
    let options = ExchangeDeclareOptions::default();
    Ok(channel.exchange_declare(name.into(), ExchangeKind::Topic, options, arguments).await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_serves_two_clients_and_each_gets_its_own() -> anyhow::Result<()> {
    let site = Site::new().await?;
    let _worker = site.worker().await?;
    let (ada, bob) = (site.client("ada").await?, site.client("bob").await?);
    ada.capabilities().await?;
    let (first, second) = (site.rig.job()?, site.rig.job()?);
    ada.done(&first).await?;
    bob.done(&second).await?;
    let ids = |client: &Client| -> anyhow::Result<Vec<JobId>> {
        Ok(client.received()?.into_iter().map(|one| one.outcome.job_id).collect())
    };
    assert_eq!(ids(&ada)?, [first.job_id]);
    assert_eq!(ids(&bob)?, [second.job_id]);
    // Applied again, nothing changes; and a check finds nothing wrong.
    let named = ["gpu", "ada", "bob", "ops"].map(|name| site.name(name));
    let [gpu, me, other, ops] = &named;
    let flags = ["--worker", gpu, "--client", me, "--client", other, "--operator", ops];
    let again = site.rig.topology(&[&["apply"], &flags[..]].concat()).await?.expect_code(0)?;
    assert_eq!(again.stdout, "nothing to change\n");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_cannot_read_what_is_anothers() -> anyhow::Result<()> {
    let site = Site::new().await?;
    let bob = site.client("bob").await?;
    let id = client_of(bob.reply_to()).to_owned();
    let victim = site.attacker("bob").await?;
    let (replies, events) =
        (topology::reply_queue(&victim.user, &id), topology::event_queue(&victim.user, &id));
    // Not exclusive: what keeps others out must be the permissions.
    victim.own_queue(&events).await?;
    let ada = site.attacker("ada").await?;
    for queue in [&replies, &events] {
        ada.cannot_touch(queue).await?;
    }
    let own = topology::reply_queue(&ada.user, "x");
    ada.own_queue(&own).await?;
    let theirs = bob.reply_to().to_owned();
    for exchange in [topology::REPLIES.name, topology::EVENTS.name] {
        for key in
            [theirs.as_str(), "#", "*.*", "*.#", &format!("{}.#", victim.user), &format!("{}-2.x", ada.user)]
        {
            ada.cannot_bind(&own, exchange, key).await?;
        }
        let channel = ada.channel().await?;
        let key = topology::reply_key(&ada.user, "x").into();
        channel
            .queue_bind(
                own.as_str().into(),
                exchange.into(),
                key,
                QueueBindOptions::default(),
                FieldTable::default(),
            )
            .await?;
    }
    for (exchange, key) in
        [(topology::JOBS, "#"), (topology::CONTROL, "cancel.#"), (topology::JOBS_DEAD, "dead")]
    {
        ada.cannot_bind(&own, exchange.name, key).await?;
    }
    // An exchange of one's own is no way round.
    let exchange = topology::reply_queue(&ada.user, "exchange");
    let channel = ada.channel().await?;
    declare_exchange(&channel, &exchange, FieldTable::default()).await?;
    ada.refused("bind an exchange to all replies", REFUSED, async |channel| {
        let (source, options) = (topology::REPLIES.name.into(), ExchangeBindOptions::default());
        channel
            .exchange_bind(exchange.as_str().into(), source, "#".into(), options, FieldTable::default())
            .await
    })
    .await?;
    for queue in topology::QUEUES {
        ada.cannot_touch(queue.name).await?;
    }
    ada.cannot_read("control.0").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_cannot_forge_what_comes_to_another() -> anyhow::Result<()> {
    let site = Site::new().await?;
    let worker = site.worker().await?;
    let bob = site.client("bob").await?;
    let ada = site.attacker("ada").await?;
    let bobs_queue = topology::reply_queue(&site.name("bob"), client_of(bob.reply_to()));
    let own = topology::reply_queue(&ada.user, "x");
    ada.own_queue(&own).await?;
    let plain = BasicProperties::default;
    for (exchange, key) in [
        (topology::REPLIES.name, bob.reply_to()),
        (topology::REPLIES.name, &format!("{}.x", ada.user)),
        (topology::EVENTS.name, &format!("{}.x.progress", bob.reply_to())),
        (topology::JOBS_DEAD.name, topology::DEAD_KEY),
        (topology::JOBS.name, "other.model"),
        ("", &bobs_queue),
        ("", &own),
        ("", topology::JOBS_BULK.name),
        ("amq.topic", "x"),
        ("amq.direct", "x"),
    ] {
        ada.cannot_publish(exchange, key, plain(), REFUSED).await?;
    }
    // What the broker would forward on a client's behalf.
    for target in [topology::REPLIES.name, topology::EVENTS.name, topology::JOBS_DEAD.name, "", "amq.topic"] {
        ada.refused(&format!("dead-letter into “{target}”"), REFUSED, async |channel| {
            let (name, options) = (format!("{own}.dead"), QueueDeclareOptions::durable());
            channel.queue_declare(name.into(), options, with("x-dead-letter-exchange", target)).await
        })
        .await?;
        ada.refused(&format!("have “{target}” as alternate exchange"), REFUSED, async |channel| {
            let (name, options) = (format!("{own}.alternate"), ExchangeDeclareOptions::default());
            channel
                .exchange_declare(
                    name.into(),
                    ExchangeKind::Topic,
                    options,
                    with("alternate-exchange", target),
                )
                .await
        })
        .await?;
    }
    // Jobs that name another's reply queue, another's name, or no name.
    let job = site.rig.job()?;
    let client = site.client("ada").await?;
    let forged = client.properties(job.job_id, 0).with_user_id(site.name("bob").into());
    ada.cannot_publish(topology::JOBS.name, "interactive.x", forged, "user_id").await?;
    let misaddressed = client.properties(job.job_id, 0).with_reply_to(bob.reply_to().into());
    let anonymous = client.anonymous_properties().with_reply_to(bob.reply_to().into());
    let body = serde_json::to_vec(&job)?;
    for properties in [misaddressed, anonymous] {
        client.publish(job.lane, &job.params.model, properties, &body).await?;
    }
    let admin = site.rig.client().await?;
    foreshock_tests::until("two refused jobs", async || {
        let queues = [topology::SUSPECT, topology::DEAD, topology::PARKED];
        let ready = join_all(queues.map(|queue| admin.ready(queue.name))).await;
        let ready = ready.into_iter().sum::<anyhow::Result<u32>>()?;
        Ok((ready == 2).then_some(()))
    })
    .await?;
    // What comes to bob after all that is his own, and nothing else.
    let good: Job = site.rig.job()?;
    bob.done(&good).await?;
    let received = bob.received()?;
    assert_eq!(received.len(), 1, "{received:?}");
    assert!(client.received()?.is_empty());
    drop(worker);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_cannot_cancel_what_is_anothers() -> anyhow::Result<()> {
    let site = Site::new().await?;
    let worker = site.worker().await?;
    let (bob, ada) = (site.client("bob").await?, site.attacker("ada").await?);
    let job = site.rig.job()?;
    let theirs = topology::cancel_key(&site.name("bob"), job.job_id);
    let own = topology::cancel_key(&ada.user, job.job_id);
    let mine = || BasicProperties::default().with_user_id(ada.user.as_str().into());
    let forged = BasicProperties::default().with_user_id(site.name("bob").into());
    ada.cannot_publish(topology::CONTROL.name, &theirs, mine(), REFUSED).await?;
    ada.cannot_publish(topology::CONTROL.name, &own, forged, "user_id").await?;
    // The broker looks at keys where a message is published only: an alternate exchange forwards any. The worker looks again.
    let exchange = topology::event_queue(&ada.user, "exchange");
    let channel = ada.channel().await?;
    declare_exchange(&channel, &exchange, with("alternate-exchange", topology::CONTROL.name)).await?;
    let body = cancel_body(job.job_id)?;
    let options = BasicPublishOptions::default();
    channel
        .basic_publish(exchange.as_str().into(), theirs.as_str().into(), options, &body, mine())
        .await?
        .await?;
    channel
        .basic_publish(
            exchange.as_str().into(),
            theirs.as_str().into(),
            options,
            &body,
            BasicProperties::default(),
        )
        .await?
        .await?;
    disbelieved(&worker, 2.0).await?;
    // Under her own name, ada cancels a request of hers that has bob's id: it is another request.
    channel.basic_publish(topology::CONTROL.name.into(), own.into(), options, &body, mine()).await?.await?;
    foreshock_tests::until("ada's own cancel", async || {
        let seen = worker.counter("foreshock_worker_cancels_total", &[("accepted", "yes")]).await?;
        Ok((seen >= 1.0).then_some(()))
    })
    .await?;
    bob.done(&job).await?;
    // The test could fail: bob's own cancel works.
    let other = site.rig.job()?;
    bob.cancel(other.job_id).await?;
    foreshock_tests::until("bob's own cancel", async || {
        let seen = worker.counter("foreshock_worker_cancels_total", &[("accepted", "yes")]).await?;
        Ok((seen >= 2.0).then_some(()))
    })
    .await?;
    let id = bob.publish_job(&other).await?;
    let outcome = bob.outcome(&id).await?.outcome;
    assert!(matches!(outcome.end, End::Cancelled), "{outcome:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn workers_and_operators_cannot_read_replies() -> anyhow::Result<()> {
    let site = Site::new().await?;
    let bob = site.client("bob").await?;
    let replies = topology::reply_queue(&site.name("bob"), client_of(bob.reply_to()));
    let (gpu, ops) = (site.attacker("gpu").await?, site.attacker("ops").await?);
    for someone in [&gpu, &ops] {
        someone.cannot_touch(&replies).await?;
    }
    gpu.own_queue("control.test").await?;
    for exchange in [topology::REPLIES, topology::EVENTS, topology::JOBS] {
        gpu.cannot_bind("control.test", exchange.name, "#").await?;
    }
    for queue in topology::QUEUES.into_iter().filter(|queue| *queue != topology::PARKED) {
        ops.cannot_read(queue.name).await?;
    }
    for exchange in [topology::REPLIES, topology::EVENTS, topology::CONTROL, topology::JOBS_DEAD] {
        ops.cannot_publish(exchange.name, bob.reply_to(), BasicProperties::default(), REFUSED).await?;
    }
    ops.cannot_publish("", &replies, BasicProperties::default(), REFUSED).await?;
    // What it is there for: take what is parked, and send it again under its sender's name.
    let channel = ops.channel().await?;
    assert!(channel.basic_get(topology::PARKED.name.into(), BasicGetOptions::default()).await?.is_none());
    let job = site.rig.job()?;
    let (body, key) = (serde_json::to_vec(&job)?, topology::job_key(job.lane, &job.params.model));
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let properties = bob.properties(job.job_id, 0);
    let confirmed = channel
        .basic_publish(topology::JOBS.name.into(), key.into(), options, &body, properties)
        .await?
        .await?;
    assert!(confirmed.is_ack() && confirmed.take_message().is_none());
    let _worker = site.worker().await?;
    bob.outcome(&job.message_id()).await?;
    Ok(())
}
