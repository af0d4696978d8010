//! What the broker says of a message's past: how often it was delivered, and why it left the queue before.

use foreshock_protocol::job::Lane;
use foreshock_protocol::topology::job_queue;
use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};

/// How often the message was given back by a worker that died with it, or rejected to be tried again (`x-delivery-count`). On a first
/// delivery brokers before 4 let through what a client wrote there: then it is none.
#[must_use]
pub fn failed_deliveries(properties: &BasicProperties, redelivered: bool) -> u64 {
    number(properties, "x-delivery-count").filter(|_| redelivered).unwrap_or(0)
}

/// How often the message was handed to a worker before, whatever came of it: `x-acquired-count` (RabbitMQ 4.3), or else
/// `x-delivery-count`, which counts hand-backs as well on older brokers.
#[must_use]
pub fn earlier_deliveries(properties: &BasicProperties, redelivered: bool) -> u64 {
    let acquired = number(properties, "x-acquired-count").filter(|_| redelivered);
    acquired.unwrap_or_else(|| failed_deliveries(properties, redelivered))
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

/// Most bytes of headers that are let through. With each queue that a message leaves the broker adds some; what no longer fits a frame
/// (128 KiB) costs whoever is given it the connection.
const MAX_HEADER_BYTES: usize = 16 << 10;

/// Whether the headers are so long that the message must not travel on.
#[must_use]
pub fn has_oversized_headers(properties: &BasicProperties) -> bool {
    properties.headers().as_ref().is_some_and(|headers| bytes_of(headers) > MAX_HEADER_BYTES)
}

/// About as many bytes as a table has on the wire.
fn bytes_of(table: &FieldTable) -> usize {
    table.inner().iter().map(|(name, value)| name.as_str().len() + bytes_of_value(value)).sum()
}

fn bytes_of_value(value: &AMQPValue) -> usize {
    // Numbers and such: at most 9 bytes with their kind.
    9 + match value {
        AMQPValue::LongString(text) => text.as_bytes().len(),
        AMQPValue::ShortString(text) => text.as_str().len(),
        AMQPValue::ByteArray(bytes) => bytes.as_slice().len(),
        AMQPValue::FieldArray(array) => array.as_slice().iter().map(bytes_of_value).sum(),
        AMQPValue::FieldTable(table) => bytes_of(table),
        _ => 0,
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

/// Whether its time in the queue was over, which its sender had set.
#[must_use]
pub fn has_expired(properties: &BasicProperties) -> bool {
    deaths(properties).first().is_some_and(|death| death.reason == "expired")
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
        let both = |properties: &BasicProperties, again| {
            (earlier_deliveries(properties, again), failed_deliveries(properties, again))
        };
        assert_eq!(both(&BasicProperties::default(), true), (0, 0));
        let counted = with("x-delivery-count", AMQPValue::LongLongInt(3));
        assert_eq!(both(&counted, true), (3, 3));
        let acquired = with("x-acquired-count", AMQPValue::LongLongInt(9));
        assert_eq!(both(&acquired, true), (9, 0));
        assert_eq!(both(&with("x-delivery-count", AMQPValue::LongLongInt(-1)), true), (0, 0));
        // What a client wrote.
        assert_eq!((both(&counted, false), both(&acquired, false)), ((0, 0), (0, 0)));
    }

    #[test]
    fn headers_are_measured_however_deep() {
        let mut table = FieldTable::default();
        table.insert("a".into(), AMQPValue::LongString("b".repeat(9000).into()));
        let mut array = FieldArray::default();
        array.push(AMQPValue::FieldTable(table.clone()));
        assert!(!has_oversized_headers(&BasicProperties::default()));
        assert!(!has_oversized_headers(&with("x", AMQPValue::FieldTable(table))));
        array.push(array.as_slice()[0].clone());
        assert!(has_oversized_headers(&with("x", AMQPValue::FieldArray(array))));
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
        assert!(!has_expired(&properties), "only the latest death counts");
        assert_eq!(lane_of_suspect(&BasicProperties::default()), Lane::Bulk);
        assert!(deaths(&with("x-death", AMQPValue::LongLongInt(1))).is_empty());
    }
}
