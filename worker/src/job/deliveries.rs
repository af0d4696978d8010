//! What the broker says of a message's past: how often it was delivered, and why it left the queue before.

use foreshock_protocol::job::Lane;
use foreshock_protocol::topology::job_queue;
use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};

/// How often the message was given back by a worker that died with it, or rejected to be tried again (`x-delivery-count`).
#[must_use]
pub fn failed_deliveries(properties: &BasicProperties) -> u64 {
    number(properties, "x-delivery-count").unwrap_or(0)
}

/// How often the message was handed to a worker before, whatever came of it: `x-acquired-count` (RabbitMQ 4.3), or else
/// `x-delivery-count`, which counts hand-backs as well on older brokers.
#[must_use]
pub fn earlier_deliveries(properties: &BasicProperties) -> u64 {
    number(properties, "x-acquired-count").unwrap_or_else(|| failed_deliveries(properties))
}

fn number(properties: &BasicProperties, name: &str) -> Option<u64> {
    match properties.headers().as_ref()?.inner().get(name)? {
        AMQPValue::LongLongInt(value) => u64::try_from(*value).ok(),
        AMQPValue::LongInt(value) => u64::try_from(*value).ok(),
        AMQPValue::ShortInt(value) => u64::try_from(*value).ok(),
        AMQPValue::LongUInt(value) => Some(u64::from(*value)),
        AMQPValue::ShortShortUInt(value) => Some(u64::from(*value)),
        _ => None,
    }
}

/// The queue that a message left, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Death {
    /// The queue.
    pub queue: String,
    /// `rejected`, `expired`, `delivery_limit` or `maxlen`.
    pub reason: String,
}

/// Every death in `x-death`, the latest first. Only the latest is the broker's word for certain: a client may publish a message that
/// brings older ones along.
#[must_use]
pub fn deaths(properties: &BasicProperties) -> Vec<Death> {
    let headers = properties.headers().as_ref();
    let Some(AMQPValue::FieldArray(entries)) = headers.and_then(|headers| headers.inner().get("x-death"))
    else {
        return Vec::new();
    };
    let death = |entry: &AMQPValue| match entry {
        AMQPValue::FieldTable(table) => {
            Some(Death { queue: text(table, "queue")?, reason: text(table, "reason")? })
        }
        _ => None,
    };
    entries.as_slice().iter().filter_map(death).collect()
}

fn text(table: &FieldTable, name: &str) -> Option<String> {
    match table.inner().get(name)? {
        AMQPValue::LongString(text) => Some(text.to_string()),
        AMQPValue::ShortString(text) => Some(text.as_str().to_owned()),
        _ => None,
    }
}

/// The lane that a suspect came from; bulk, which waits for everybody, when nobody knows.
#[must_use]
pub fn lane_of_suspect(properties: &BasicProperties) -> Lane {
    let came_from = deaths(properties).into_iter().next().map(|death| death.queue);
    let is = |lane: &Lane| came_from.as_deref() == Some(job_queue(*lane).name);
    Lane::ALL.into_iter().find(is).unwrap_or(Lane::Bulk)
}

#[cfg(test)]
mod tests {
    use lapin::types::FieldArray;

    use super::*;

    fn with(name: &str, value: AMQPValue) -> BasicProperties {
        let mut table = FieldTable::default();
        table.insert(name.into(), value);
        BasicProperties::default().with_headers(table)
    }

    #[test]
    fn deliveries_are_counted_by_either_header() {
        assert_eq!(earlier_deliveries(&BasicProperties::default()), 0);
        let counted = with("x-delivery-count", AMQPValue::LongLongInt(3));
        assert_eq!((earlier_deliveries(&counted), failed_deliveries(&counted)), (3, 3));
        let acquired = with("x-acquired-count", AMQPValue::LongLongInt(9));
        assert_eq!((earlier_deliveries(&acquired), failed_deliveries(&acquired)), (9, 0));
        assert_eq!(earlier_deliveries(&with("x-delivery-count", AMQPValue::LongLongInt(-1))), 0);
    }

    #[test]
    fn the_latest_death_tells_the_lane() {
        let death = |queue: &str, reason: &str| {
            let mut table = FieldTable::default();
            table.insert("queue".into(), AMQPValue::LongString(queue.into()));
            table.insert("reason".into(), AMQPValue::LongString(reason.into()));
            AMQPValue::FieldTable(table)
        };
        let mut array = FieldArray::default();
        array.push(death("jobs.interactive", "rejected"));
        array.push(death("jobs.bulk", "expired"));
        let properties = with("x-death", AMQPValue::FieldArray(array));
        assert_eq!(deaths(&properties)[1].reason, "expired");
        assert_eq!(lane_of_suspect(&properties), Lane::Interactive);
        assert_eq!(lane_of_suspect(&BasicProperties::default()), Lane::Bulk);
        assert!(deaths(&with("x-death", AMQPValue::LongLongInt(1))).is_empty());
    }
}
