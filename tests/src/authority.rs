//! A certificate authority of one test, made with openssl: keys that exist nowhere else, for one day.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

/// Issues certificates into a folder: `ca.pem`, and `NAME.pem` with `NAME.key` for each.
#[derive(Debug)]
pub struct Authority {
    folder: tempfile::TempDir,
}

impl Authority {
    /// Makes one.
    ///
    /// # Errors
    /// When openssl is not installed.
    pub fn new() -> anyhow::Result<Self> {
        let made = Self { folder: crate::folder()? };
        let (key, ca) = (made.path("ca.key"), made.path("ca.pem"));
        openssl(&[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=Authority of a test",
            "-addext",
            "keyUsage=critical,keyCertSign,cRLSign",
            "-keyout",
            &text(&key),
            "-out",
            &text(&ca),
        ])?;
        Ok(made)
    }

    /// Where its files lie.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// One of its files.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Issues a certificate with these extensions for some days; negative ones have it expired.
    ///
    /// # Errors
    /// When openssl fails.
    pub fn issue(&self, name: &str, common_name: &str, extensions: &str, days: i32) -> anyhow::Result<()> {
        let file = |end: &str| text(&self.path(&format!("{name}.{end}")));
        std::fs::write(file("ext"), format!("authorityKeyIdentifier=keyid\n{extensions}\n"))?;
        openssl(&[
            "req",
            "-new",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            &format!("/CN={common_name}"),
            "-keyout",
            &file("key"),
            "-out",
            &file("csr"),
        ])?;
        openssl(&[
            "x509",
            "-req",
            "-in",
            &file("csr"),
            "-CA",
            &text(&self.path("ca.pem")),
            "-CAkey",
            &text(&self.path("ca.key")),
            "-CAcreateserial",
            "-days",
            &days.to_string(),
            "-extfile",
            &file("ext"),
            "-out",
            &file("pem"),
        ])
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn openssl(arguments: &[&str]) -> anyhow::Result<()> {
    let done = Command::new("openssl").args(arguments).output().context("run openssl")?;
    ensure!(done.status.success(), "openssl: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}
