//! `foreshock doctor`: what is wrong, and what to do.

use clap::Args;
use foreshock_models::edit::EditorInfo;
use serde::Serialize;

use super::{Exit, output, worker};
use crate::broker::{BrokerError, connect, topology};
use crate::cache::ping;
use crate::raster::gdal_setup;
use crate::settings::{Settings, redacted};
use crate::tls;

/// Say what is wrong with this installation and what to do.
#[derive(Args)]
pub(super) struct Doctor {
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

/// One finding.
#[derive(Serialize)]
struct Finding {
    part: &'static str,
    ok: bool,
    found: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
}

impl Finding {
    fn good(part: &'static str, found: impl Into<String>) -> Self {
        Self { part, ok: true, found: found.into(), remedy: None }
    }

    fn bad(part: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { part, ok: false, found: found.into(), remedy: Some(remedy.into()) }
    }
}

impl Doctor {
    pub(super) async fn run(self, settings: Settings) -> Exit {
        let mut findings = vec![gdal(), device(&settings)];
        findings.extend(model(&settings));
        findings.push(judge(&settings));
        findings.extend(broker(&settings).await);
        findings.push(cache(&settings).await);
        for finding in &findings {
            if self.json {
                output::json(finding);
            } else {
                let mark = if finding.ok { "ok   " } else { "WRONG" };
                output::line(&format!("{mark}  {:9} {}", finding.part, finding.found));
                if let Some(remedy) = &finding.remedy {
                    output::line(&format!("       {:9} → {remedy}", ""));
                }
            }
        }
        if findings.iter().all(|finding| finding.ok) { Exit::Done } else { Exit::Unreachable }
    }
}

fn gdal() -> Finding {
    gdal_setup::ready();
    let version = gdal::version::version_info("RELEASE_NAME");
    match gdal::DriverManager::get_driver_by_name("GTiff") {
        Ok(_) => Finding::good("gdal", format!("GDAL {version}, with GeoTIFF")),
        Err(error) => {
            Finding::bad("gdal", format!("GDAL {version}: {error}"), "install a GDAL with the GTiff driver")
        }
    }
}

fn device(settings: &Settings) -> Finding {
    match foreshock_models::device::open(&settings.device) {
        Ok(_) => Finding::good("device", format!("libtorch 2.11.0 on {}", settings.device)),
        Err(error) => Finding::bad(
            "device",
            error.to_string(),
            "set device = \"cpu\", or install the CUDA build of libtorch",
        ),
    }
}

fn model(settings: &Settings) -> Vec<Finding> {
    let remedy = "set model = \"FOLDER\" (diffusers layout); `foreshock-lab init DIR` writes a small one";
    if settings.model.is_empty() {
        return vec![Finding::bad("model", "no model is set", remedy)];
    }
    match foreshock_models::load(settings.model.as_ref(), &settings.load_options()) {
        Ok(editor) => {
            let info = editor.info();
            let adapters = adapters(info);
            let licence = &info.licence;
            let found = format!("{}: {} parameters, {}", info.model, info.parameters, licence.name);
            if licence.non_commercial && !settings.accept_licence.contains(&licence.id) {
                let remedy =
                    format!("read the licence; if you accept it set accept_licence = [\"{}\"]", licence.id);
                let found = format!("{found}: licence not accepted, jobs are refused");
                return vec![Finding::bad("model", found, remedy), adapters];
            }
            vec![Finding::good("model", found), adapters]
        }
        Err(error) => vec![Finding::bad("model", error.to_string(), remedy)],
    }
}

fn adapters(info: &EditorInfo) -> Finding {
    if let Some(wrong) = worker::misnamed(&info.adapters) {
        return Finding::bad("adapters", wrong, "a name has a-z, 0-9, - and _");
    }
    let described = info.adapters.iter().map(|adapter| {
        let kind = match adapter.experts {
            0 => "LoRA".to_owned(),
            experts => format!("mixture of {experts} LoRA experts"),
        };
        let mark = match (adapter.merged, info.default_adapter.as_ref() == Some(&adapter.name)) {
            (true, _) => ", merged into the weights",
            (false, true) => ", the default",
            (false, false) => "",
        };
        let digest: String = adapter.digest.chars().take(12).collect();
        format!("{} ({kind}, {} parameters, {digest}{mark})", adapter.name, adapter.parameters)
    });
    let described = described.collect::<Vec<_>>().join(", ");
    Finding::good("adapters", if described.is_empty() { "none".to_owned() } else { described })
}

fn judge(settings: &Settings) -> Finding {
    match settings.judge() {
        Ok(None) => Finding::good("judge", "none set: jobs with candidates are refused"),
        Ok(Some(judge)) => Finding::good("judge", format!("{} is set", judge.name())),
        Err(error) => {
            Finding::bad("judge", error.to_string(), "correct judge_url, judge_model and judge_key")
        }
    }
}

async fn broker(settings: &Settings) -> Vec<Finding> {
    let address = redacted(&settings.amqp_url);
    let connected = match settings.tls() {
        Ok(tls) => connect(&settings.amqp_url, &tls, "foreshock doctor").await,
        Err(error) => Err(error.into()),
    };
    let connection = match connected {
        Ok(connection) => connection,
        Err(BrokerError::Tls { address, trouble }) => {
            return vec![Finding::bad("broker", format!("{address}: {}", trouble.fact), trouble.remedy)];
        }
        Err(error) => {
            return vec![Finding::bad(
                "broker",
                error.to_string(),
                "start RabbitMQ, or correct amqp_url (user, password, vhost)",
            )];
        }
    };
    let mut findings = vec![Finding::good("broker", format!("connected to {address}"))];
    match topology::check(&connection).await {
        Ok(lines) => {
            let wrong: Vec<String> = lines
                .iter()
                .filter_map(|line| line.wrong.as_ref().map(|wrong| format!("{}: {wrong}", line.name)))
                .collect();
            findings.push(if wrong.is_empty() {
                Finding::good("queues", "all stand and are consumed")
            } else {
                Finding::bad(
                    "queues",
                    wrong.join("; "),
                    "`foreshock topology apply` makes queues; `foreshock worker` consumes them",
                )
            });
        }
        Err(error) => findings.push(Finding::bad(
            "queues",
            error.to_string(),
            "grant the user the permissions in deploy/rabbitmq",
        )),
    }
    // It is closed when dropped, too.
    let _ = connection.close(200, "done".into()).await;
    findings
}

async fn cache(settings: &Settings) -> Finding {
    if settings.cache_url.is_empty() {
        return Finding::good("cache", "none set: every tile is computed");
    }
    let address = redacted(&settings.cache_url);
    let remedy = "start Redis, or correct cache_url (rediss:// wants Redis' TLS port); without it jobs run, only slower";
    let answered = match settings.tls() {
        Ok(tls) => ping(&settings.cache_url, &tls).await,
        Err(error) => Err(error.into()),
    };
    match answered {
        Ok(()) => Finding::good("cache", format!("Redis answers at {address}")),
        Err(error) => match tls::trouble(&error) {
            Some(trouble) => Finding::bad("cache", format!("{address}: {}", trouble.fact), trouble.remedy),
            None => Finding::bad("cache", format!("Redis does not answer at {address}: {error}"), remedy),
        },
    }
}
