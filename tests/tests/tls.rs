//! Broker and Redis that let nobody in without TLS and a certificate: what works, and what is said when something is wrong.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, ensure};
use foreshock_tests::authority::Authority;
use foreshock_tests::command::{self, Options};
use foreshock_tests::raster::Raster;
use foreshock_tests::rig::{Rig, fresh_seed};
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::services::{Services, USER};
use serde_json::Value;

const SERVER: &str = "subjectAltName=DNS:localhost";

fn authority() -> anyhow::Result<Authority> {
    let authority = Authority::new()?;
    authority.issue("server", "localhost", SERVER, 1)?;
    authority.issue("login", USER, "extendedKeyUsage=clientAuth", 1)?;
    Ok(authority)
}

/// The settings of TLS, as environment variables.
#[derive(Clone)]
struct Secure(Vec<(&'static str, OsString)>);

impl Secure {
    /// Everything right; the certificate logs in.
    fn new(rig: &Rig, authority: &Authority) -> anyhow::Result<Self> {
        let (amqps, redis) = rig.services.tls_ports.context("services with TLS")?;
        let path = |name: &str| authority.path(name).into_os_string();
        Ok(Self(vec![
            ("FORESHOCK_AMQP_URL", format!("amqps://{USER}@localhost:{amqps}/{}", rig.vhost()).into()),
            ("FORESHOCK_CACHE_URL", format!("rediss://localhost:{redis}/0").into()),
            ("FORESHOCK_CA_FILE", path("ca.pem")),
            ("FORESHOCK_CLIENT_CERTIFICATE", path("login.pem")),
            ("FORESHOCK_CLIENT_KEY", path("login.key")),
            ("FORESHOCK_MODEL", rig.model.folder.clone().into_os_string()),
        ]))
    }

    fn with(&self, key: &str, value: impl Into<OsString>) -> Self {
        let value = value.into();
        let replaced = |(name, old): &(&'static str, OsString)| {
            (*name, if *name == key { value.clone() } else { old.clone() })
        };
        Self(self.0.iter().map(replaced).collect())
    }

    fn replaced(&self, old: &str, new: &str) -> Self {
        let replace = |(name, value): &(&'static str, OsString)| {
            let text = value.to_string_lossy();
            let url = name.ends_with("_URL");
            (*name, if url { OsString::from(text.replace(old, new)) } else { value.clone() })
        };
        Self(self.0.iter().map(replace).collect())
    }

    fn without(&self, part: &str) -> Self {
        Self(self.0.iter().filter(|(name, _)| !name.contains(part)).cloned().collect())
    }

    fn environment(&self) -> Vec<(&str, &std::ffi::OsStr)> {
        self.0.iter().map(|(name, value)| (*name, value.as_os_str())).collect()
    }

    /// What `foreshock doctor` says about a part: whether all is well, what it found, and the remedy.
    async fn doctor(&self, part: &str) -> anyhow::Result<(bool, String)> {
        let ended = command::run(&["doctor", "--json"], &self.environment()).await?;
        let lines = ended.json()?;
        let line = lines.iter().find(|line| line["part"] == part).context("doctor names each part")?;
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        Ok((line["ok"] == Value::Bool(true), format!("{} → {}", text("found"), text("remedy"))))
    }

    async fn expect(&self, words: &[&str]) -> anyhow::Result<()> {
        for part in ["broker", "cache"] {
            let (good, said) = self.doctor(part).await?;
            ensure!(!good && words.iter().all(|word| said.contains(word)), "{part}: {said}");
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_and_results_cross_tls_and_what_is_wrong_is_said() -> anyhow::Result<()> {
    let authority = authority()?;
    let rig = Rig::on(Services::with_tls(&authority)?)?;
    let secure = Secure::new(&rig, &authority)?;

    let more: Vec<(&'static str, String)> =
        secure.0.iter().map(|(name, value)| (*name, value.to_string_lossy().into_owned())).collect();
    let more: Vec<(&'static str, &str)> = more.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let worker = rig.worker_with(&more).await?;
    let folder = foreshock_tests::folder()?;
    let (input, output) = (folder.path().join("in.tif"), folder.path().join("out.tif"));
    Scene::utm(130, 120).write(&input, texture_u8)?;
    let options = Options::new(&input, &output).with(["--seed".to_owned(), fresh_seed().to_string()]);
    let arguments = options.arguments("submit", &rig.model.name);
    command::run(&arguments, &secure.without("CACHE").without("MODEL").environment())
        .await?
        .expect_code(0)?;
    Raster::read(&output)?;
    // The results lie in Redis: another worker, which has none in memory, has nothing to compute.
    drop(worker);
    let second = rig.worker_with(&more).await?;
    std::fs::remove_file(&output)?;
    command::run(&arguments, &secure.without("CACHE").without("MODEL").environment())
        .await?
        .expect_code(0)?;
    let text = second.metrics().await?;
    let hits = second.counter("foreshock_worker_cache_requests_total", &[("result", "hit")]).await?;
    ensure!(hits >= 1.0, "no result came from Redis\n{text}");

    for part in ["broker", "cache"] {
        let (good, said) = secure.doctor(part).await?;
        ensure!(good, "{part}: {said}");
    }
    let other = Authority::new()?;
    let wrong = secure.with("FORESHOCK_CA_FILE", other.path("ca.pem"));
    wrong.expect(&["authority that is not trusted", "ca_file"]).await?;
    let wrong = secure.replaced("localhost", "127.0.0.1");
    wrong.expect(&["another host name", "as the certificate names it"]).await?;
    secure.without("CLIENT_").expect(&["client_certificate"]).await?;
    let (amqps, redis) = rig.services.tls_ports.context("services with TLS")?;
    let plain =
        |url: &str| url.rsplit(':').next().map(|rest| rest.split('/').next().unwrap_or("").to_owned());
    let ports =
        [plain(&rig.services.amqp_url), plain(&rig.services.redis_url)].map(Option::unwrap_or_default);
    let wrong = secure.replaced(&amqps.to_string(), &ports[0]).replaced(&redis.to_string(), &ports[1]);
    let (good, said) = wrong.doctor("broker").await?;
    ensure!(!good && said.contains("does not speak TLS") && said.contains("port"), "{said}");
    // Redis waits for the rest of what it takes for a command.
    let (good, said) = wrong.doctor("cache").await?;
    ensure!(!good && said.contains("TLS port"), "{said}");

    // The same words where no doctor is asked, and the exit codes of things that cannot be reached and of wrong settings.
    let wrong = secure.with("FORESHOCK_CA_FILE", other.path("ca.pem")).without("CACHE");
    let ended = command::run(&["topology", "check"], &wrong.environment()).await?.expect_code(3)?;
    ensure!(ended.stderr.contains("authority that is not trusted"), "{}", ended.stderr);
    let ended = command::run(&arguments, &wrong.without("MODEL").environment()).await?.expect_code(3)?;
    let said = format!("{}{}", ended.stdout, ended.stderr);
    ensure!(said.contains("authority that is not trusted"), "{said}");
    let wrong = secure.with("FORESHOCK_CLIENT_KEY", other.path("none.key"));
    let ended = command::run(&["worker"], &wrong.environment()).await?.expect_code(2)?;
    ensure!(ended.stderr.contains("client_key: ") && ended.stderr.contains("none.key"), "{}", ended.stderr);
    Ok(())
}

/// A server that has nothing but a certificate.
struct Stale(Child);

impl Stale {
    fn start(certificate: &Path, key: &Path) -> anyhow::Result<(Self, u16)> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = Command::new("openssl")
            .args(["s_server", "-quiet", "-accept", &port.to_string(), "-cert"])
            .arg(certificate)
            .arg("-key")
            .arg(key)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok((Self(child), port))
    }
}

impl Drop for Stale {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_certificate_is_said() -> anyhow::Result<()> {
    let authority = Authority::new()?;
    authority.issue("old", "localhost", SERVER, -1)?;
    let (_server, port) = Stale::start(&authority.path("old.pem"), &authority.path("old.key"))?;
    foreshock_tests::until("a server", async || Ok(std::net::TcpStream::connect(("127.0.0.1", port)).ok()))
        .await?;
    let secure = Secure(vec![
        ("FORESHOCK_AMQP_URL", format!("amqps://ana:x@localhost:{port}/v").into()),
        ("FORESHOCK_CACHE_URL", format!("rediss://localhost:{port}/0").into()),
        ("FORESHOCK_CA_FILE", authority.path("ca.pem").into_os_string()),
    ]);
    secure.expect(&["has expired", "clock"]).await
}
