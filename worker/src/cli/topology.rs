//! `foreshock topology`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use foreshock_protocol::access::{Role, check_user};
use foreshock_protocol::topology::{EXCHANGES, POLICIES, QUEUES};

use super::{Exit, output};
use crate::broker::standing::{self, Difference};
use crate::broker::users::{self, Passwords, Users};
use crate::broker::{BrokerError, Management, ManagementError, connect, topology, vhost_of};
use crate::settings::Settings;
use crate::tls::TlsError;

/// Set up or look at the broker: virtual host, exchanges, queues, policies, users.
#[derive(Args)]
pub(super) struct Topology {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Set everything up through the management API (management_url), users too. What is right already stays as it is.
    Apply {
        #[command(flatten)]
        named: Named,
        /// File of “name = password” lines for users that do not exist yet; others get a random one, which is printed
        /// once. An empty password makes a user that only a client certificate lets in.
        #[arg(long, value_name = "FILE")]
        passwords: Option<PathBuf>,
    },
    /// Look, and change nothing: everything with management_url, exchanges and queues without.
    Check {
        #[command(flatten)]
        named: Named,
    },
    /// Create exchanges and queues by AMQP, for a broker of one's own. Policies and users come with apply.
    Declare,
}

/// Users and their roles.
#[derive(Args)]
struct Named {
    /// A user that workers log in as; may be given again.
    #[arg(long, value_name = "NAME")]
    worker: Vec<String>,
    /// A person or service that sends requests; may be given again.
    #[arg(long, value_name = "NAME")]
    client: Vec<String>,
    /// A user of `foreshock dead`; may be given again.
    #[arg(long, value_name = "NAME")]
    operator: Vec<String>,
}

impl Named {
    fn users(&self) -> Result<Users, Failure> {
        let mut users = Users::new();
        for (role, names) in
            [(Role::Worker, &self.worker), (Role::Client, &self.client), (Role::Operator, &self.operator)]
        {
            for name in names {
                check_user(name).map_err(|error| Failure::Input(error.to_string()))?;
                if users.insert(name.clone(), role).is_some_and(|other| other != role) {
                    return Err(Failure::Input(format!(
                        "user {name} is named for two roles: a user has one"
                    )));
                }
            }
        }
        Ok(users)
    }
}

/// Why the command ends early.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Input(String),
    #[error(transparent)]
    Certificates(#[from] TlsError),
    #[error(transparent)]
    Broker(#[from] BrokerError),
    #[error(transparent)]
    Management(#[from] ManagementError),
}

impl Failure {
    const fn exit(&self) -> Exit {
        match self {
            Self::Input(_) | Self::Certificates(_) | Self::Management(ManagementError::Address(_)) => {
                Exit::BadInput
            }
            Self::Management(ManagementError::Refused { .. }) => Exit::Failed,
            Self::Broker(_) | Self::Management(_) => Exit::Unreachable,
        }
    }
}

impl Topology {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        match self.act(&settings).await {
            Ok(exit) => exit,
            Err(failure) => {
                output::error(&failure.to_string());
                failure.exit()
            }
        }
    }

    async fn act(self, settings: &Settings) -> Result<Exit, Failure> {
        match self.action {
            Action::Declare => declare(settings).await,
            Action::Apply { named, passwords } => {
                let (users, passwords) = (named.users()?, read_passwords(passwords)?);
                apply(&Fleet::open(settings)?, &users, &passwords).await
            }
            Action::Check { named } => {
                let users = named.users()?;
                if !settings.management_url.is_empty() {
                    return check(&Fleet::open(settings)?, &users).await;
                }
                if !users.is_empty() {
                    return Err(Failure::Input(
                        "users are checked through management_url: set it".to_owned(),
                    ));
                }
                check_by_amqp(settings).await
            }
        }
    }
}

/// The management API, and the virtual host of `amqp_url`.
struct Fleet {
    api: Management,
    vhost: String,
}

impl Fleet {
    fn open(settings: &Settings) -> Result<Self, Failure> {
        if settings.management_url.is_empty() {
            let text = "set management_url (https://admin:password@host:15671): policies and users are set up through it";
            return Err(Failure::Input(text.to_owned()));
        }
        let vhost = vhost_of(&settings.amqp_url).ok_or_else(|| {
            Failure::Input("amqp_url: not an AMQP address (amqp://user:password@host:port/vhost)".to_owned())
        })?;
        Ok(Self { api: Management::new(&settings.management_url, &settings.tls()?)?, vhost })
    }

    async fn differences(&self, users: &Users, passwords: &Passwords) -> Result<Vec<Difference>, Failure> {
        let mut found: Vec<Difference> =
            standing::missing_vhost(&self.api, &self.vhost).await?.into_iter().collect();
        found.extend(standing::differences(&self.api, &self.vhost).await?);
        found.extend(users::differences(&self.api, &self.vhost, users, passwords).await?);
        Ok(found)
    }
}

async fn apply(fleet: &Fleet, users: &Users, passwords: &Passwords) -> Result<Exit, Failure> {
    let found = fleet.differences(users, passwords).await?;
    let done = users::cure(&fleet.api, &found).await?;
    for line in &done {
        output::line(line);
    }
    let left = fleet.differences(users, passwords).await?;
    if done.is_empty() && left.is_empty() {
        output::line("nothing to change");
    }
    Ok(report(&left))
}

async fn check(fleet: &Fleet, users: &Users) -> Result<Exit, Failure> {
    let mut found = fleet.differences(users, &Passwords::new()).await?;
    found.extend(standing::unconsumed(&fleet.api, &fleet.vhost).await?);
    if found.is_empty() {
        let known = users::count(&fleet.api, &fleet.vhost).await?;
        output::line(&format!(
            "{}: {} exchanges, {} queues, {} policies and {known} users are as they should be",
            fleet.vhost,
            EXCHANGES.len(),
            QUEUES.len(),
            POLICIES.len()
        ));
    }
    Ok(report(&found))
}

fn report(differences: &[Difference]) -> Exit {
    for difference in differences {
        output::line(&format!("WRONG  {}: {}", difference.name, difference.wrong));
        output::line(&format!("       → {}", difference.remedy));
    }
    if differences.is_empty() { Exit::Done } else { Exit::Failed }
}

fn read_passwords(file: Option<PathBuf>) -> Result<Passwords, Failure> {
    let Some(file) = file else { return Ok(Passwords::new()) };
    let wrong = |reason: String| Failure::Input(format!("--passwords {}: {reason}", file.display()));
    let text = std::fs::read_to_string(&file).map_err(|error| wrong(error.to_string()))?;
    users::parse_passwords(&text).map_err(wrong)
}

async fn declare(settings: &Settings) -> Result<Exit, Failure> {
    let connection = connect(&settings.amqp_url, &settings.tls()?, "foreshock topology").await?;
    topology::declare(&connection).await?;
    output::line("exchanges and queues stand");
    Ok(Exit::Done)
}

async fn check_by_amqp(settings: &Settings) -> Result<Exit, Failure> {
    let connection = connect(&settings.amqp_url, &settings.tls()?, "foreshock topology").await?;
    let lines = topology::check(&connection).await?;
    for line in &lines {
        output::line(&format!("{:18} {}", line.name, line.wrong.as_deref().unwrap_or("ok")));
    }
    output::note("policies and users were not looked at: set management_url for that");
    Ok(if lines.iter().all(|line| line.wrong.is_none()) { Exit::Done } else { Exit::Failed })
}
