//! The broker's definitions file says what the protocol's constants say.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use foreshock_protocol::topology::{self, ExchangeKind};
use serde_json::{Value, json};

fn definitions() -> anyhow::Result<Value> {
    let path = foreshock_tests::root().join("deploy/rabbitmq/definitions.json");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_str(&text)?)
}

/// The named part of the definitions, each item reduced to `fields`, as JSON text.
fn part(definitions: &Value, name: &str, fields: &[&str]) -> anyhow::Result<BTreeSet<String>> {
    let items = definitions[name].as_array().with_context(|| format!("definitions have {name}"))?;
    let reduced: BTreeSet<String> = items
        .iter()
        .map(|item| {
            Value::from(fields.iter().map(|field| item[*field].clone()).collect::<Vec<_>>()).to_string()
        })
        .collect();
    ensure!(reduced.len() == items.len(), "{name} holds something twice");
    Ok(reduced)
}

fn set<const N: usize>(items: impl IntoIterator<Item = [Value; N]>) -> BTreeSet<String> {
    items.into_iter().map(|item| Value::from(item.to_vec()).to_string()).collect()
}

#[test]
fn exchanges_agree() -> anyhow::Result<()> {
    let found = part(&definitions()?, "exchanges", &["name", "type", "durable", "auto_delete", "internal"])?;
    let expected = set(topology::EXCHANGES.map(|exchange| {
        let kind = match exchange.kind {
            ExchangeKind::Direct => "direct",
            ExchangeKind::Topic => "topic",
        };
        [json!(exchange.name), json!(kind), json!(true), json!(false), json!(false)]
    }));
    assert_eq!(found, expected);
    Ok(())
}

#[test]
fn queues_agree_and_carry_only_their_type() -> anyhow::Result<()> {
    let found = part(&definitions()?, "queues", &["name", "durable", "auto_delete", "arguments"])?;
    let expected = set(topology::QUEUES.map(|queue| {
        [json!(queue.name), json!(true), json!(false), json!({"x-queue-type": queue.queue_type})]
    }));
    assert_eq!(found, expected);
    Ok(())
}

#[test]
fn bindings_agree() -> anyhow::Result<()> {
    let fields = ["source", "destination", "destination_type", "routing_key"];
    let found = part(&definitions()?, "bindings", &fields)?;
    let expected = set(topology::QUEUES.into_iter().filter_map(|queue| {
        let (exchange, key) = queue.binding?;
        Some([json!(exchange), json!(queue.name), json!("queue"), json!(key)])
    }));
    assert_eq!(found, expected);
    Ok(())
}

#[test]
fn policies_agree() -> anyhow::Result<()> {
    let found = part(&definitions()?, "policies", &["name", "pattern", "apply-to", "definition"])?;
    let expected = topology::POLICIES
        .into_iter()
        .map(|(name, pattern, definition)| {
            let definition: Value = serde_json::from_str(definition)?;
            Ok([json!(name), json!(pattern), json!("queues"), definition])
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    assert_eq!(found, set(expected));
    Ok(())
}

/// Everything is in one virtual host: a dead letter cannot leave it.
#[test]
fn one_virtual_host() -> anyhow::Result<()> {
    let definitions = definitions()?;
    let named: BTreeSet<&str> = ["exchanges", "queues", "bindings", "policies"]
        .iter()
        .filter_map(|part| definitions[*part].as_array())
        .flatten()
        .filter_map(|item| item["vhost"].as_str())
        .collect();
    let declared: BTreeSet<&str> = definitions["vhosts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|vhost| vhost["name"].as_str())
        .collect();
    assert_eq!(named, declared);
    assert_eq!(named.len(), 1);
    Ok(())
}
