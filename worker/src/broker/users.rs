//! The users of a broker and what they should be allowed.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use foreshock_protocol::access::{Role, check_user};
use hyper::Method;
use serde_json::{Value, json};

use super::standing::{Difference, change};
use super::{Management, ManagementError};

/// A user that everybody knows the password of.
const GUEST: &str = "guest";

/// Users by name, and what each is.
pub type Users = BTreeMap<String, Role>;

/// Passwords of users that may have to be created, by name; an empty one makes a user that only a certificate lets in.
pub type Passwords = BTreeMap<String, String>;

/// What differs about users: those named, and everybody else who may do something in the virtual host.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn differences(
    api: &Management,
    vhost: &str,
    named: &Users,
    passwords: &Passwords,
) -> Result<Vec<Difference>, ManagementError> {
    let mut found = Vec::new();
    for (user, role) in named {
        let before = found.len();
        match api.get(&["users", user]).await? {
            Some(seen) => found.extend(tags(user, *role, &seen)),
            None => found.push(missing(user, *role, passwords.get(user))),
        }
        found.extend(rights(api, vhost, user, *role).await?);
        for difference in &mut found[before..] {
            difference.remedy = apply(user, *role);
        }
    }
    for permission in api.list(&["vhosts", vhost, "permissions"]).await? {
        let Some(user) = permission["user"].as_str() else { continue };
        // The login of this very command has rights so that it may set everything up.
        if named.contains_key(user) || user == api.user() || user == GUEST {
            continue;
        }
        found.extend(stranger(api, vhost, user, &permission).await?);
    }
    if api.get(&["users", GUEST]).await?.is_some() {
        let remedy = "delete it: `rabbitmqctl delete_user guest`";
        found.push(Difference::of(
            "user guest",
            "is still there, with a password that everybody knows",
            remedy,
        ));
    }
    Ok(found)
}

/// Who has a role's rights in the virtual host.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn count(api: &Management, vhost: &str) -> Result<usize, ManagementError> {
    let permissions = api.list(&["vhosts", vhost, "permissions"]).await?;
    Ok(permissions.iter().filter(|permission| role_of(permission).is_some()).count())
}

/// What makes a user right.
fn apply(user: &str, role: Role) -> String {
    format!("run `foreshock topology apply --{} {user}`", role.as_str())
}

fn missing(user: &str, role: Role, password: Option<&String>) -> Difference {
    let (secret, told) = match password.map(String::as_str) {
        Some("") => (json!({"password_hash": ""}), "without a password: a certificate lets it in".to_owned()),
        Some(given) => (json!({"password": given}), "with the password of the file".to_owned()),
        None => {
            let made = new_password();
            let told = format!("with the password {made} (it is not shown again)");
            (json!({"password": made}), told)
        }
    };
    let mut body = secret;
    body["tags"] = json!(role.tags().join(","));
    let create = change(Method::PUT, &["users", user], body);
    let name = format!("{} {user}", role.as_str());
    Difference::curable(name, "does not exist", format!("created {told}"), vec![create])
}

/// 24 random bytes of the system, in letters that no address needs to encode.
fn new_password() -> String {
    let mut bytes = [0_u8; 24];
    let filled = rustls::crypto::ring::default_provider().secure_random.fill(&mut bytes);
    #[expect(clippy::expect_used, reason = "a password that can be guessed is worse than none")]
    filled.expect("the system gives random bytes wherever TLS works");
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Tags as the broker gives them: a list since 3.9, words with commas before.
fn tags_of(user: &Value) -> BTreeSet<String> {
    let words: Vec<&str> = match &user["tags"] {
        Value::String(tags) => tags.split(',').collect(),
        Value::Array(tags) => tags.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    words.into_iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect()
}

fn tags(user: &str, role: Role, seen: &Value) -> Option<Difference> {
    let (has, should): (_, BTreeSet<String>) =
        (tags_of(seen), role.tags().iter().map(|tag| (*tag).to_owned()).collect());
    if has == should {
        return None;
    }
    let words = |tags: &BTreeSet<String>| match tags.len() {
        0 => "no tag".to_owned(),
        _ => tags.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
    };
    let body = json!({
        "password_hash": seen["password_hash"],
        "hashing_algorithm": seen["hashing_algorithm"],
        "tags": role.tags().join(","),
    });
    let wrong = format!("is tagged {}, a {} has {}", words(&has), role.as_str(), words(&should));
    let set = change(Method::PUT, &["users", user], body);
    Some(Difference::curable(format!("{} {user}", role.as_str()), wrong, "tags set", vec![set]))
}

/// What a user of this role lacks or has too much of: permissions, topic permissions, limits.
async fn rights(
    api: &Management,
    vhost: &str,
    user: &str,
    role: Role,
) -> Result<Vec<Difference>, ManagementError> {
    let name = format!("{} {user}", role.as_str());
    let mut found = Vec::new();
    let permissions = role.permissions(user);
    let expected = json!({
        "configure": permissions.configure, "write": permissions.write, "read": permissions.read,
    });
    let seen = api.get(&["permissions", vhost, user]).await?;
    if let Some(wrong) = other_patterns(&["configure", "write", "read"], &expected, seen.as_ref()) {
        let set = change(Method::PUT, &["permissions", vhost, user], expected);
        found.push(Difference::curable(&name, wrong, "permissions set", vec![set]));
    }
    let seen = api.list(&["topic-permissions", vhost, user]).await?;
    for topic in role.topics() {
        let expected = json!({"exchange": topic.exchange, "write": topic.write, "read": topic.read});
        let seen = seen.iter().find(|permission| permission["exchange"] == topic.exchange);
        if let Some(wrong) = other_patterns(&["write", "read"], &expected, seen) {
            let set = change(Method::PUT, &["topic-permissions", vhost, user], expected);
            let wrong = format!("for keys on {}: {wrong}", topic.exchange);
            let done = format!("permissions for keys on {} set", topic.exchange);
            found.push(Difference::curable(&name, wrong, done, vec![set]));
        }
    }
    if role.topics().is_empty() && !seen.is_empty() {
        let clear = change(Method::DELETE, &["topic-permissions", vhost, user], Value::Null);
        let wrong = "has topic permissions, which keep it from its work";
        found.push(Difference::curable(&name, wrong, "topic permissions taken away", vec![clear]));
    }
    let limits = api.list(&["user-limits", user]).await?;
    let limits = limits.first().map(|limits| &limits["value"]);
    for (limit, most) in role.limits() {
        let has = limits.and_then(|limits| limits[limit].as_i64());
        // Narrower is the operator's choice; negative means none.
        if has.is_some_and(|has| (0..=i64::from(*most)).contains(&has)) {
            continue;
        }
        let set = change(Method::PUT, &["user-limits", user, limit], json!({"value": most}));
        let wrong = has.map_or(format!("has no limit {limit}"), |has| format!("its {limit} is {has}"));
        found.push(Difference::curable(&name, wrong, format!("{limit} set to {most}"), vec![set]));
    }
    Ok(found)
}

/// The patterns that are not as they should be, in words.
fn other_patterns(kinds: &[&str], expected: &Value, seen: Option<&Value>) -> Option<String> {
    let Some(seen) = seen else { return Some("has no permissions".to_owned()) };
    let wrong: Vec<String> = kinds
        .iter()
        .filter(|kind| seen[**kind] != expected[**kind])
        .map(|kind| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            format!("may {kind} “{}” instead of “{}”", text(&seen[*kind]), text(&expected[*kind]))
        })
        .collect();
    (!wrong.is_empty()).then(|| wrong.join(", "))
}

/// The role whose permissions these are; none when they are nobody's.
fn role_of(permission: &Value) -> Option<Role> {
    let user = permission["user"].as_str().filter(|user| check_user(user).is_ok())?;
    Role::ALL.into_iter().find(|role| {
        let role = role.permissions(user);
        permission["configure"] == role.configure
            && permission["write"] == role.write
            && permission["read"] == role.read
    })
}

/// A user nobody named, who may do something here.
async fn stranger(
    api: &Management,
    vhost: &str,
    user: &str,
    permission: &Value,
) -> Result<Vec<Difference>, ManagementError> {
    let name = format!("user {user}");
    if let Err(error) = check_user(user) {
        let remedy =
            format!("make one with another name, then `rabbitmqctl clear_permissions -p {vhost} {user}`");
        return Ok(vec![Difference::of(name, error.to_string(), remedy)]);
    }
    let Some(role) = role_of(permission) else {
        let text = |kind: &str| permission[kind].as_str().unwrap_or_default().to_owned();
        let wrong = format!(
            "has the rights of no role: configure “{}”, write “{}”, read “{}”",
            text("configure"),
            text("write"),
            text("read")
        );
        let remedy = format!(
            "run `foreshock topology apply --client {user}` (or --worker, --operator), or `rabbitmqctl clear_permissions -p {vhost} {user}`"
        );
        return Ok(vec![Difference::of(name, wrong, remedy)]);
    };
    let mut found = rights(api, vhost, user, role).await?;
    if let Some(seen) = api.get(&["users", user]).await? {
        found.extend(tags(user, role, &seen));
    }
    // Only users that were named are changed.
    for difference in &mut found {
        difference.cure = None;
        difference.remedy = apply(user, role);
    }
    Ok(found)
}

/// Reads `name = password` lines; empty lines and those with `#` first are left out.
///
/// # Errors
/// Which line is none.
pub fn parse_passwords(text: &str) -> Result<Passwords, String> {
    let mut passwords = Passwords::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        // The line itself is not shown: it may be a password.
        let (name, password) =
            line.split_once('=').ok_or_else(|| format!("line {number} is not “name = password”"))?;
        check_user(name.trim()).map_err(|error| format!("line {number}: {error}"))?;
        if passwords.insert(name.trim().to_owned(), password.trim().to_owned()).is_some() {
            return Err(format!("line {number} names {} again", name.trim()));
        }
    }
    Ok(passwords)
}

/// Makes right what can be; gives a line for each thing done.
///
/// # Errors
/// When the broker does not answer or refuses.
pub async fn cure(api: &Management, differences: &[Difference]) -> Result<Vec<String>, ManagementError> {
    let mut done = Vec::new();
    for difference in differences {
        let Some(cure) = &difference.cure else { continue };
        for change in &cure.changes {
            api.make(change).await?;
        }
        done.push(format!("{}: {}", difference.name, cure.done));
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_known_by_their_permissions() {
        for role in Role::ALL {
            let permissions = role.permissions("ana");
            let mut seen = json!({
                "user": "ana", "configure": permissions.configure, "write": permissions.write,
                "read": permissions.read,
            });
            assert_eq!(role_of(&seen), Some(role));
            seen["write"] = json!(".*");
            assert_eq!(role_of(&seen), None);
        }
    }

    #[test]
    fn passwords_are_read_and_never_repeated_in_errors() {
        let read = parse_passwords("# people\n\nana = a=b \nbob=\n").unwrap();
        assert_eq!(read["ana"], "a=b");
        assert_eq!(read["bob"], "");
        for wrong in ["hush", "a.b = hush", "ana = hush\nana = hush"] {
            let error = parse_passwords(wrong).unwrap_err();
            assert!(error.contains("line") && !error.contains("hush"), "{error}");
        }
        assert_eq!(new_password().len(), 32);
        assert_ne!(new_password(), new_password());
    }

    #[test]
    fn tags_come_in_two_forms() {
        let both = |value: Value| tags_of(&json!({"tags": value})).into_iter().collect::<Vec<_>>();
        assert_eq!(both(json!("monitoring,impersonator")), ["impersonator", "monitoring"]);
        assert_eq!(both(json!(["monitoring"])), ["monitoring"]);
        assert!(both(json!("")).is_empty() && both(json!([])).is_empty());
    }
}
