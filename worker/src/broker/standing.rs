//! What stands at a broker and what should: virtual host, exchanges, queues, bindings and policies, by its management API.

use foreshock_protocol::topology::{
    CONSUMER_TIMEOUT_MS, CONSUMER_TIMEOUT_SINCE, DEAD, EXCHANGES, Exchange, ExchangeKind, JOBS_BULK,
    JOBS_INTERACTIVE, POLICIES, QUEUES, Queue, RETRY_MAX_MS, RETRY_MIN_MS, RETRY_SINCE, SUSPECT,
};
use hyper::Method;
use serde_json::{Value, json};

use super::topology::CONSUMED;
use super::{Change, Management, ManagementError};

/// Above policies that an operator may have for everything.
const POLICY_PRIORITY: u32 = 10;
/// What makes it right.
const APPLY: &str = "run `foreshock topology apply`";

/// Something at the broker that is not as it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What it is about: `queue jobs.bulk`.
    pub name: String,
    /// What is wrong with it.
    pub wrong: String,
    /// What to do.
    pub remedy: String,
    /// How it can be made right from here; none when a person has to decide.
    pub cure: Option<Cure>,
}

/// How a difference is made right.
#[derive(Debug, Clone, PartialEq)]
pub struct Cure {
    /// What was done, once it is: `created`.
    pub done: String,
    /// The requests, in order.
    pub changes: Vec<Change>,
}

impl Difference {
    /// One that `foreshock topology apply` makes right.
    pub(super) fn curable(
        name: impl Into<String>,
        wrong: impl Into<String>,
        done: impl Into<String>,
        changes: Vec<Change>,
    ) -> Self {
        let cure = Some(Cure { done: done.into(), changes });
        Self { name: name.into(), wrong: wrong.into(), remedy: APPLY.to_owned(), cure }
    }

    /// One that a person has to make right.
    pub(super) fn of(name: impl Into<String>, wrong: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { name: name.into(), wrong: wrong.into(), remedy: remedy.into(), cure: None }
    }
}

/// A request below `/api`.
pub(super) fn change(method: Method, path: &[&str], body: Value) -> Change {
    Change { method, path: path.iter().map(|part| (*part).to_owned()).collect(), body }
}

/// The virtual host, if it does not stand.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn missing_vhost(api: &Management, vhost: &str) -> Result<Option<Difference>, ManagementError> {
    if api.get(&["vhosts", vhost]).await?.is_some() {
        return Ok(None);
    }
    let create = change(Method::PUT, &["vhosts", vhost], json!({}));
    let name = format!("virtual host {vhost}");
    Ok(Some(Difference::curable(name, "does not exist", "created", vec![create])))
}

/// Everything in the virtual host that is not as the protocol's constants say.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn differences(api: &Management, vhost: &str) -> Result<Vec<Difference>, ManagementError> {
    let mut found = Vec::new();
    for exchange in EXCHANGES {
        found.extend(look_at_exchange(api, vhost, &exchange).await?);
    }
    let mut ruled = Vec::new();
    for queue in QUEUES {
        let seen = api.get(&["queues", vhost, queue.name]).await?;
        found.extend(look_at_queue(vhost, &queue, seen.as_ref()));
        if let Some((exchange, key)) = queue.binding {
            found.extend(look_at_binding(api, vhost, exchange, queue.name, key).await?);
        }
        ruled.extend(seen.map(|seen| (queue, seen)));
    }
    let version = version(api).await?;
    let known = known_policies(version);
    for policy in &known {
        found.extend(look_at_policy(api, vhost, policy).await?);
    }
    for (queue, seen) in &ruled {
        found.extend(look_at_ruler(api, vhost, &known, queue, seen).await?);
    }
    Ok(found)
}

/// Job queues that no worker consumes; the broker's count is some seconds old.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn unconsumed(api: &Management, vhost: &str) -> Result<Vec<Difference>, ManagementError> {
    let mut found = Vec::new();
    for queue in CONSUMED {
        let seen = api.get(&["queues", vhost, queue.name]).await?;
        if seen.is_some_and(|seen| seen["consumers"] == json!(0)) {
            let name = format!("queue {}", queue.name);
            found.push(Difference::of(name, "no worker consumes it", "start `foreshock worker`"));
        }
    }
    Ok(found)
}

async fn look_at_exchange(
    api: &Management,
    vhost: &str,
    exchange: &Exchange,
) -> Result<Option<Difference>, ManagementError> {
    let kind = match exchange.kind {
        ExchangeKind::Direct => "direct",
        ExchangeKind::Topic => "topic",
    };
    let name = format!("exchange {}", exchange.name);
    let expected =
        json!({"type": kind, "durable": true, "auto_delete": false, "internal": false, "arguments": {}});
    let Some(seen) = api.get(&["exchanges", vhost, exchange.name]).await? else {
        let mut item = expected;
        item["name"] = json!(exchange.name);
        return Ok(Some(Difference::curable(
            name,
            "does not exist",
            "created",
            define(vhost, "exchanges", item),
        )));
    };
    Ok(unlike(&expected, &seen).map(|wrong| {
        let remedy = format!("delete it, then {APPLY}: no message is kept in an exchange");
        Difference::of(name, wrong, remedy)
    }))
}

fn look_at_queue(vhost: &str, queue: &Queue, seen: Option<&Value>) -> Option<Difference> {
    let name = format!("queue {}", queue.name);
    let Some(seen) = seen else {
        let item = json!({
            "name": queue.name, "durable": true, "auto_delete": false,
            "arguments": {"x-queue-type": queue.queue_type},
        });
        return Some(Difference::curable(name, "does not exist", "created", define(vhost, "queues", item)));
    };
    let expected = json!({"type": queue.queue_type, "durable": true, "auto_delete": false});
    let extra = || {
        let arguments = seen["arguments"].as_object()?;
        let extra: Vec<&str> =
            arguments.keys().map(String::as_str).filter(|key| *key != "x-queue-type").collect();
        (!extra.is_empty()).then(|| format!("was declared with {}", extra.join(", ")))
    };
    let wrong = unlike(&expected, seen).or_else(extra)?;
    let remedy = format!("when it is empty, delete it, then {APPLY}: a queue cannot change");
    Some(Difference::of(name, wrong, remedy))
}

async fn look_at_binding(
    api: &Management,
    vhost: &str,
    exchange: &str,
    queue: &str,
    key: &str,
) -> Result<Option<Difference>, ManagementError> {
    let bindings = api.list(&["bindings", vhost, "e", exchange, "q", queue]).await?;
    if bindings.iter().any(|binding| binding["routing_key"] == key) {
        return Ok(None);
    }
    let item = json!({
        "source": exchange, "destination": queue, "destination_type": "queue", "routing_key": key,
        "arguments": {},
    });
    let name = format!("binding {exchange} → {queue}");
    let wrong = format!("is not there for key {key}");
    Ok(Some(Difference::curable(name, wrong, "created", define(vhost, "bindings", item))))
}

/// A policy as this broker should have it.
#[derive(Debug, Clone, PartialEq)]
struct Policy {
    name: &'static str,
    body: Value,
}

async fn look_at_policy(
    api: &Management,
    vhost: &str,
    policy: &Policy,
) -> Result<Option<Difference>, ManagementError> {
    let name = format!("policy {}", policy.name);
    let set = vec![change(Method::PUT, &["policies", vhost, policy.name], policy.body.clone())];
    let Some(seen) = api.get(&["policies", vhost, policy.name]).await? else {
        return Ok(Some(Difference::curable(name, "does not exist", "created", set)));
    };
    Ok(unlike(&policy.body, &seen).map(|wrong| Difference::curable(name, wrong, "set anew", set)))
}

/// Whether another policy, of our priority or a higher one, rules a queue. The broker's word on this is some seconds old.
async fn look_at_ruler(
    api: &Management,
    vhost: &str,
    policies: &[Policy],
    queue: &Queue,
    seen: &Value,
) -> Result<Option<Difference>, ManagementError> {
    let (Some(ours), Some(ruler)) = (policy_of(policies, queue), seen["policy"].as_str()) else {
        return Ok(None);
    };
    if ruler == ours.name || ruler.is_empty() {
        return Ok(None);
    }
    let Some(other) = api.get(&["policies", vhost, ruler]).await? else { return Ok(None) };
    if other["priority"].as_i64().is_some_and(|priority| priority < i64::from(POLICY_PRIORITY)) {
        return Ok(None);
    }
    let wrong = format!("policy {ruler} rules it instead of {}", ours.name);
    let remedy = format!("give {ruler} a priority below {POLICY_PRIORITY}");
    Ok(Some(Difference::of(format!("queue {}", queue.name), wrong, remedy)))
}

fn policy_of<'a>(policies: &'a [Policy], queue: &Queue) -> Option<&'a Policy> {
    let pattern = pattern_of(queue);
    policies.iter().find(|policy| policy.body["pattern"] == pattern)
}

/// The pattern of the one policy of a queue.
fn pattern_of(queue: &Queue) -> String {
    format!("^{}$", queue.name.replace('.', "\\."))
}

async fn version(api: &Management) -> Result<(u32, u32, u32), ManagementError> {
    let overview = api.get(&["overview"]).await?.unwrap_or_default();
    Ok(parse_version(overview["rabbitmq_version"].as_str().unwrap_or_default()))
}

/// `4.3.1-rc.2` as numbers; what is not there is 0.
fn parse_version(text: &str) -> (u32, u32, u32) {
    let mut numbers = text.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    (next(), next(), next())
}

/// The protocol's policies, with what this version knows besides.
fn known_policies(version: (u32, u32, u32)) -> Vec<Policy> {
    let (lanes, run) = ([JOBS_INTERACTIVE, JOBS_BULK, SUSPECT], [JOBS_INTERACTIVE, JOBS_BULK, SUSPECT, DEAD]);
    let rules = |queues: &[Queue], pattern: &str| queues.iter().any(|queue| pattern == pattern_of(queue));
    let new = version >= CONSUMER_TIMEOUT_SINCE;
    POLICIES
        .into_iter()
        .map(|(name, pattern, definition)| {
            // A test reads every definition.
            let mut definition: Value = serde_json::from_str(definition).unwrap_or_default();
            if new && rules(&run, pattern) {
                definition["consumer-timeout"] = json!(CONSUMER_TIMEOUT_MS);
            }
            if version >= RETRY_SINCE && rules(&lanes, pattern) {
                definition["delayed-retry-type"] = json!("failed");
                definition["delayed-retry-min"] = json!(RETRY_MIN_MS);
                definition["delayed-retry-max"] = json!(RETRY_MAX_MS);
            }
            let body = json!({
                "pattern": pattern,
                "apply-to": if new { "quorum_queues" } else { "queues" },
                "priority": POLICY_PRIORITY,
                "definition": definition,
            });
            Policy { name, body }
        })
        .collect()
}

/// By way of definitions: they need no permissions in the virtual host, only the administrator's tag.
fn define(vhost: &str, part: &str, item: Value) -> Vec<Change> {
    vec![change(Method::POST, &["definitions", vhost], json!({part: [item]}))]
}

/// The first property that is not as expected, in words.
fn unlike(expected: &Value, seen: &Value) -> Option<String> {
    let expected = expected.as_object()?;
    let (key, value) = expected.iter().find(|(key, value)| seen.get(key.as_str()) != Some(*value))?;
    let found = seen.get(key.as_str()).unwrap_or(&Value::Null);
    Some(format!("its {key} is {found}, not {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_gets_what_it_knows() {
        assert_eq!(parse_version("3.10.8"), (3, 10, 8));
        assert_eq!(parse_version("4.3.1-rc.2"), (4, 3, 1));
        let of = |version: &str, name: &str| {
            let found = known_policies(parse_version(version)).into_iter().find(|policy| policy.name == name);
            found.unwrap().body
        };
        for (name, ..) in POLICIES {
            let old = of("3.10.8", name);
            assert!(old["definition"].as_object().is_some_and(|keys| !keys.is_empty()), "{name}");
            assert!(old["definition"].get("consumer-timeout").is_none() && old["apply-to"] == "queues");
        }
        let (early, late) = (of("4.3.0", "jobs-bulk"), of("4.4.0", "jobs-bulk"));
        assert_eq!(early["definition"]["consumer-timeout"], 1_800_000);
        assert_eq!(early["definition"].get("delayed-retry-type"), None);
        assert_eq!(late["definition"]["delayed-retry-type"], "failed");
        assert_eq!(late["apply-to"], "quorum_queues");
        assert_eq!(of("4.4.0", "jobs-parked")["definition"].get("consumer-timeout"), None);
    }

    #[test]
    fn a_policy_is_found_for_every_quorum_queue() {
        let policies = known_policies((3, 10, 8));
        for queue in QUEUES.into_iter().filter(|queue| queue.queue_type == "quorum") {
            assert!(policy_of(&policies, &queue).is_some(), "{}", queue.name);
        }
    }
}
