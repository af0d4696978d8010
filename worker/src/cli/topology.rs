//! `foreshock topology`.

use clap::{Args, Subcommand};

use super::{Exit, output};
use crate::broker::{BrokerError, connect, topology};
use crate::settings::Settings;

/// Create or look at the broker's exchanges and queues.
#[derive(Args)]
pub(super) struct Topology {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Create what is missing. Policies and users come with deploy/rabbitmq/definitions.json.
    Declare,
    /// Look, and change nothing.
    Check,
}

impl Topology {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        match self.act(&settings).await {
            Ok(exit) => exit,
            Err(error) => {
                output::error(&error.to_string());
                Exit::Unreachable
            }
        }
    }

    async fn act(self, settings: &Settings) -> Result<Exit, BrokerError> {
        let connection = connect(&settings.amqp_url, "foreshock topology").await?;
        match self.action {
            Action::Declare => {
                let channel =
                    connection.create_channel().await.map_err(BrokerError::operation("a channel"))?;
                topology::declare(&channel).await?;
                output::line("exchanges and queues stand");
                Ok(Exit::Done)
            }
            Action::Check => {
                let lines = topology::check(&connection).await?;
                for line in &lines {
                    output::line(&format!("{:18} {}", line.name, line.wrong.as_deref().unwrap_or("ok")));
                }
                Ok(if lines.iter().all(|line| line.wrong.is_none()) { Exit::Done } else { Exit::Failed })
            }
        }
    }
}
