//! The broker's definitions files say what the protocol's constants say, and `foreshock topology` brings a real broker there.

use std::collections::BTreeSet;

use anyhow::{Context as _, ensure};
use foreshock_protocol::access::Role;
use foreshock_protocol::topology::{self, ExchangeKind};
use foreshock_tests::rig::Rig;
use foreshock_tests::services::Services;
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

/// Access as RabbitMQ's definitions, with users that have no password yet.
fn access_example() -> Value {
    const VHOST: &str = "/foreshock";
    let people = [
        ("worker", Role::Worker),
        ("ada", Role::Client),
        ("bob", Role::Client),
        ("operator", Role::Operator),
    ];
    let (mut users, mut permissions, mut topics) = (Vec::new(), Vec::new(), Vec::new());
    for (name, role) in people {
        let limits: serde_json::Map<String, Value> =
            role.limits().iter().map(|(limit, most)| ((*limit).to_owned(), json!(most))).collect();
        users.push(json!({
            "name": name, "password_hash": "", "hashing_algorithm": "rabbit_password_hashing_sha256",
            "tags": role.tags(), "limits": limits,
        }));
        let may = role.permissions(name);
        permissions.push(json!({
            "user": name, "vhost": VHOST, "configure": may.configure, "write": may.write, "read": may.read,
        }));
        topics.extend(role.topics().iter().map(|topic| {
            json!({
                "user": name, "vhost": VHOST, "exchange": topic.exchange,
                "write": topic.write, "read": topic.read,
            })
        }));
    }
    json!({
        "vhosts": [{"name": VHOST}], "users": users, "permissions": permissions, "topic_permissions": topics,
    })
}

/// Set `FORESHOCK_WRITE` to write the file anew after a change of the roles.
#[test]
fn the_access_example_agrees() -> anyhow::Result<()> {
    let path = foreshock_tests::root().join("deploy/rabbitmq/access.example.json");
    let expected = serde_json::to_string_pretty(&access_example())? + "\n";
    if std::env::var_os("FORESHOCK_WRITE").is_some() {
        std::fs::write(&path, &expected)?;
    }
    let found = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    assert_eq!(found, expected, "run this test with FORESHOCK_WRITE=1");
    Ok(())
}

/// `rabbitmqctl` takes both files, and they are all that a fleet needs.
#[tokio::test(flavor = "multi_thread")]
async fn the_definitions_import_and_nothing_differs() -> anyhow::Result<()> {
    let rig = Rig::on(Services::private()?)?;
    for name in ["definitions.json", "access.example.json"] {
        let path = foreshock_tests::root().join("deploy/rabbitmq").join(name);
        rig.services.ctl(&["import_definitions", &path.to_string_lossy()])?;
    }
    let flags = ["--worker", "worker", "--client", "ada", "--client", "bob", "--operator", "operator"];
    let again = rig.topology_of("/foreshock", &[&["apply"], &flags[..]].concat()).await?.expect_code(0)?;
    assert_eq!(again.stdout, "nothing to change\n");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_differs_is_said_line_by_line_and_made_right() -> anyhow::Result<()> {
    let rig = Rig::on(Services::private()?)?;
    let ctl = |arguments: &[&str]| rig.services.ctl(&[arguments, &["--quiet"]].concat()).map(drop);
    let vhost = rig.vhost();
    let bare = rig.topology_of("/bare", &["check"]).await?.expect_code(1)?;
    ensure!(bare.stdout.contains("virtual host /bare: does not exist"), "{}", bare.stdout);
    let first = rig.topology(&["apply", "--client", "ada", "--worker", "gpu"]).await?.expect_code(0)?;
    let made = first.stdout.lines().find(|line| line.starts_with("client ada: created with the password"));
    ensure!(made.is_some_and(|line| line.ends_with("(it is not shown again)")), "{}", first.stdout);

    ctl(&["set_permissions", "-p", vhost, "ada", ".*", ".*", ".*"])?;
    ctl(&["set_user_tags", "gpu", "administrator"])?;
    ctl(&["clear_topic_permissions", "-p", vhost, "ada", "replies"])?;
    ctl(&["clear_user_limits", "ada", "max-channels"])?;
    ctl(&["add_user", "guest", "guest"])?;
    ctl(&["add_user", "a.b", "x"])?;
    ctl(&["set_permissions", "-p", vhost, "a.b", "", "", ".*"])?;
    ctl(&["add_user", "eve", "x"])?;
    ctl(&["set_permissions", "-p", vhost, "eve", "", "", ".*"])?;
    ctl(&["delete_queue", "-p", vhost, "jobs.dead"])?;
    let policy = r#"{"max-length":1}"#;
    ctl(&[
        "set_policy",
        "-p",
        vhost,
        "jobs-bulk",
        "^jobs\\.bulk$",
        policy,
        "--priority",
        "10",
        "--apply-to",
        "queues",
    ])?;
    let named = ["--client", "ada", "--worker", "gpu"];
    // The broker counts the consumers of a new queue some seconds after it was made.
    let before = foreshock_tests::until("a check that knows of consumers", async || {
        let found = rig.topology(&[&["check"], &named[..]].concat()).await?.expect_code(1)?.stdout;
        Ok(found.contains("no worker consumes it").then_some(found))
    })
    .await?;
    for words in [
        "WRONG  queue jobs.dead: does not exist",
        "WRONG  policy jobs-bulk: its definition is",
        "WRONG  client ada: may configure “.*” instead of",
        "WRONG  client ada: for keys on replies: has no permissions",
        "WRONG  client ada: has no limit max-channels",
        "WRONG  worker gpu: is tagged administrator, a worker has no tag",
        "WRONG  user guest: is still there",
        "WRONG  user a.b: “a.b” cannot be a user of Foreshock",
        "WRONG  user eve: has the rights of no role",
        "WRONG  queue jobs.interactive: no worker consumes it",
        "→ run `foreshock topology apply --client ada`",
        "→ delete it: `rabbitmqctl delete_user guest`",
    ] {
        ensure!(before.contains(words), "“{words}” is not said:\n{before}");
    }
    // A look changes nothing.
    let again = rig.topology(&[&["check"], &named[..]].concat()).await?.expect_code(1)?.stdout;
    assert_eq!(again, before);
    let applied = rig.topology(&[&["apply"], &named[..]].concat()).await?.expect_code(1)?.stdout;
    ensure!(applied.contains("queue jobs.dead: created"), "{applied}");
    let left: Vec<&str> = applied.lines().filter(|line| line.starts_with("WRONG")).collect();
    let people = ["user a.b", "user eve", "user guest"];
    ensure!(left.len() == 3 && left.iter().zip(people).all(|(line, name)| line.contains(name)), "{applied}");
    for user in ["guest", "a.b", "eve"] {
        ctl(&["delete_user", user])?;
    }
    rig.topology(&[&["apply"], &named[..]].concat()).await?.expect_code(0)?;
    // A queue of another type is for a person to decide: it may hold jobs.
    ctl(&["delete_queue", "-p", vhost, "jobs.bulk"])?;
    let client = rig.client().await?;
    client.declare_plain("jobs.bulk").await?;
    let refused = rig.topology(&[&["apply"], &named[..]].concat()).await?.expect_code(1)?.stdout;
    ensure!(refused.contains("queue jobs.bulk: its type is \"classic\", not \"quorum\""), "{refused}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_is_refused_in_words() -> anyhow::Result<()> {
    let rig = Rig::new()?;
    for (arguments, code, words) in [
        (&["apply", "--client", "a.b"][..], 2, "cannot be a user of Foreshock"),
        (&["apply", "--client", "ada", "--worker", "ada"], 2, "named for two roles"),
        (&["apply", "--passwords", "/nowhere"], 2, "--passwords /nowhere"),
    ] {
        let ended = rig.topology(arguments).await?.expect_code(code)?;
        ensure!(ended.stderr.contains(words), "{}", ended.stderr);
    }
    let url = [("FORESHOCK_AMQP_URL", rig.url().as_ref())];
    let ended = foreshock_tests::command::run(&["topology", "apply"], &url).await?.expect_code(2)?;
    ensure!(ended.stderr.contains("set management_url"), "{}", ended.stderr);
    // Without it a check looks by AMQP; no worker runs here.
    let ended = foreshock_tests::command::run(&["topology", "check"], &url).await?.expect_code(1)?;
    ensure!(ended.stdout.contains("jobs.dlx           ok"), "{}", ended.stdout);
    ensure!(ended.stdout.contains("jobs.bulk          no worker consumes it"), "{}", ended.stdout);
    Ok(())
}
