//! The consumers of a worker's lanes, which stop while a suspect runs.

use std::task::Poll;

use foreshock_protocol::job::Lane;
use foreshock_protocol::topology::job_queue;
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicCancelOptions, BasicConsumeOptions, BasicQosOptions};
use lapin::types::FieldTable;
use lapin::{Channel, Connection, Consumer};

use super::BrokerError;

/// One lane's channel, and its consumer while it is open.
struct One {
    lane: Lane,
    channel: Channel,
    consumer: Option<Consumer>,
}

/// The lanes that a worker serves.
pub(super) struct Lanes {
    lanes: Vec<One>,
    worker: String,
}

impl Lanes {
    /// Starts to consume; at most `ahead` deliveries of each lane are held at a time.
    pub(super) async fn open(
        connection: &Connection,
        lanes: &[Lane],
        ahead: u16,
        worker: &str,
    ) -> Result<Self, BrokerError> {
        let mut opened = Self { lanes: Vec::new(), worker: worker.to_owned() };
        for lane in lanes {
            let channel = consuming_channel(connection, ahead).await?;
            opened.lanes.push(One { lane: *lane, channel, consumer: None });
        }
        opened.resume().await?;
        Ok(opened)
    }

    /// The next delivery of any lane; waits for ever while the lanes are stopped.
    pub(super) async fn next(&mut self) -> Result<(Lane, Delivery), BrokerError> {
        std::future::poll_fn(|context| {
            for one in &mut self.lanes {
                let Some(consumer) = &mut one.consumer else { continue };
                match consumer.poll_next_unpin(context) {
                    Poll::Ready(Some(Ok(delivery))) => return Poll::Ready(Ok((one.lane, delivery))),
                    Poll::Ready(Some(Err(error))) => {
                        return Poll::Ready(Err(BrokerError::operation("deliveries")(error)));
                    }
                    // The queue was deleted, or we took longer than the broker allows.
                    Poll::Ready(None) => return Poll::Ready(Err(BrokerError::Ended("a consumer of jobs"))),
                    Poll::Pending => {}
                }
            }
            Poll::Pending
        })
        .await
    }

    /// Stops consuming; what had been delivered before is given out.
    pub(super) async fn stop(&mut self) -> Result<Vec<(Lane, Delivery)>, BrokerError> {
        let mut held = Vec::new();
        for one in &mut self.lanes {
            let Some(mut consumer) = one.consumer.take() else { continue };
            one.channel
                .basic_cancel(consumer.tag(), BasicCancelOptions::default())
                .await
                .map_err(BrokerError::operation("to stop consuming jobs"))?;
            // It ends with the broker's word that no more will come.
            while let Some(delivery) = consumer.next().await {
                held.push((one.lane, delivery.map_err(BrokerError::operation("deliveries"))?));
            }
        }
        Ok(held)
    }

    /// Consumes again.
    pub(super) async fn resume(&mut self) -> Result<(), BrokerError> {
        for one in &mut self.lanes {
            if one.consumer.is_none() {
                let tag = format!("{} {}", self.worker, one.lane.as_str());
                one.consumer = Some(consume(&one.channel, job_queue(one.lane).name, &tag).await?);
            }
        }
        Ok(())
    }
}

/// A channel that holds at most `ahead` unsettled deliveries.
pub(super) async fn consuming_channel(connection: &Connection, ahead: u16) -> Result<Channel, BrokerError> {
    let channel = connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
    channel.basic_qos(ahead, BasicQosOptions::default()).await.map_err(BrokerError::operation("prefetch"))?;
    Ok(channel)
}

/// Consumes a queue whose deliveries are to be acknowledged.
pub(super) async fn consume(channel: &Channel, queue: &str, tag: &str) -> Result<Consumer, BrokerError> {
    let options = BasicConsumeOptions::default();
    channel
        .basic_consume(queue.into(), tag.into(), options, FieldTable::default())
        .await
        .map_err(BrokerError::operation("to consume jobs"))
}
