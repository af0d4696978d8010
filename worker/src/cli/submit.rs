//! `foreshock submit`.

use std::path::Path;

use clap::Args;
use foreshock_protocol::capabilities::{Capabilities, Model};

use super::Exit;
use super::request::RequestOptions;
use crate::client::ClientError;
use crate::client::remote::Remote;
use crate::settings::Settings;

/// Edit a raster on the fleet.
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  foreshock submit --input town.tif --instruction \"flood the low streets up to the door sills\" --output flooded.tif
  foreshock submit --input town.tif --instruction \"collapse the marked roofs\" --mask roofs.geojson --output quake.tif --before-after quake.png
  foreshock submit --input scene16.tif --bands 5,3,2 --aoi harbour.geojson --instruction \"oil spill\" --output spill.tif --json
  foreshock submit --input town.tif --instruction \"flood the streets\" --candidates 6 --adapter flood --example before.png after.png --output best.tif

A command that was stopped goes on where it was when it is given again. The broker is amqp_url in foreshock.toml or FORESHOCK_AMQP_URL.

Exit codes: 0 done · 1 failed · 2 bad input or usage · 3 broker or fleet cannot be reached · 4 some tiles failed · 130 cancelled.")]
pub(super) struct Submit {
    #[command(flatten)]
    request: RequestOptions,
    /// Name of a model that the fleet serves, or its folder [default: that of the settings, else the fleet's first].
    #[arg(long, value_name = "DIR|NAME")]
    model: Option<String>,
}

impl Submit {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        match self.act(&settings).await {
            Ok(exit) => exit,
            Err(error) => self.request.fail(&error),
        }
    }

    async fn act(&self, settings: &Settings) -> Result<Exit, ClientError> {
        // The cheap checks first: a wrong input needs no fleet.
        self.request.check_input().await?;
        let tls = settings.tls().map_err(|error| ClientError::Input(error.to_string()))?;
        let mut remote = Remote::connect(&settings.amqp_url, &tls).await?;
        let capabilities = remote.capabilities().await?;
        let model = choose(self.model.as_deref(), &settings.model, &capabilities)?;
        if !model.licence.accepted {
            return Err(ClientError::Input(format!(
                "the operator of the fleet has not accepted the {} of model {}, so its workers refuse jobs",
                model.licence.name, model.name
            )));
        }
        let (bench, journal) = self.request.open(model).await?;
        remote.attach(journal.client()).await?;
        self.request.run(bench, journal, &mut remote).await
    }
}

/// The model that the user means: by name or folder, else that of the settings where it is served, else the fleet's first.
fn choose(asked: Option<&str>, settings: &str, fleet: &Capabilities) -> Result<Model, ClientError> {
    let served = |name: &str| fleet.models.iter().find(|model| model.name == name).cloned();
    let names = || fleet.models.iter().map(|model| model.name.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(asked) = asked {
        let name = named(asked)?;
        return served(&name).ok_or_else(|| {
            ClientError::Input(format!("no model “{name}” on this fleet; it serves {}", names()))
        });
    }
    let preferred =
        if settings.is_empty() { None } else { named(settings).ok().and_then(|name| served(&name)) };
    preferred
        .or_else(|| fleet.models.first().cloned())
        .ok_or_else(|| ClientError::Unreachable("the fleet serves no model".to_owned()))
}

/// The name of a model: of its folder, where one is given.
fn named(model: &str) -> Result<String, ClientError> {
    let card = Path::new(model).join("foreshock.json");
    if !card.is_file() {
        return Ok(model.to_owned());
    }
    let wrong = |message: String| ClientError::Input(format!("{}: {message}", card.display()));
    let text = std::fs::read(&card).map_err(|error| wrong(error.to_string()))?;
    let card: serde_json::Value = serde_json::from_slice(&text).map_err(|error| wrong(error.to_string()))?;
    match card.get("name").and_then(serde_json::Value::as_str) {
        Some(name) => Ok(name.to_owned()),
        None => Err(wrong("it has no name".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use foreshock_protocol::capabilities::{CAPABILITIES_SCHEMA, GsdRange, Licence};
    use foreshock_protocol::limits::Limits;

    use super::*;

    fn fleet(names: &[&str]) -> Capabilities {
        let model = |name: &&str| Model {
            name: (*name).to_owned(),
            digest: String::new(),
            adapters: Vec::new(),
            default_adapter: None,
            max_examples: 3,
            max_candidates: 1,
            tile_sizes: vec![256],
            max_side: 512,
            gsd_m: GsdRange { min: 0.1, max: 2.0 },
            languages: vec!["en".to_owned()],
            default_steps: 4,
            default_guidance: 1.0,
            qualities: vec!["full".to_owned()],
            licence: Licence {
                id: "Apache-2.0".to_owned(),
                name: "Apache License 2.0".to_owned(),
                url: None,
                non_commercial: false,
                accepted: true,
            },
        };
        Capabilities {
            schema: CAPABILITIES_SCHEMA.to_owned(),
            worker: "w".to_owned(),
            version: "0".to_owned(),
            models: names.iter().map(model).collect(),
            limits: Limits::default(),
            presets: Vec::new(),
            judge: false,
        }
    }

    #[test]
    fn a_model_is_found_by_name_folder_or_order() {
        let fleet = fleet(&["first", "second"]);
        assert_eq!(choose(None, "", &fleet).unwrap().name, "first");
        assert_eq!(choose(Some("second"), "", &fleet).unwrap().name, "second");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("foreshock.json"), r#"{"name": "second"}"#).unwrap();
        let path = folder.path().to_str().unwrap();
        assert_eq!(choose(Some(path), "", &fleet).unwrap().name, "second");
        assert_eq!(choose(None, path, &fleet).unwrap().name, "second");
        assert_eq!(choose(None, "/no/such/folder", &fleet).unwrap().name, "first");
        let error = choose(Some("third"), "", &fleet).unwrap_err().to_string();
        assert!(error.contains("third") && error.contains("first, second"), "{error}");
    }
}
