//! Sources by reference through the real queue: what is read, and what is refused without harm. All refusals of one worker, so that
//! its memory tells whether any of them cost some.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use foreshock_protocol::by_reference::digest;
use foreshock_protocol::fingerprint::Pixels;
use foreshock_protocol::grid::{Geotransform, Window};
use foreshock_protocol::job::{Base64, Job, NoiseOrigin, Source, SourceRef};
use foreshock_protocol::outcome::{CacheState, Done, End};
use foreshock_protocol::{ErrorCode, Refusal};
use foreshock_tests::client::Client;
use foreshock_tests::rig::Rig;
use foreshock_tests::scene::{Scene, texture_u8};
use foreshock_tests::worker::Worker;

const SIDE: u32 = 64;
const WINDOW: Window = Window { col: 32, row: 80, width: SIDE, height: SIDE };

/// A folder that a worker may read from, and one beside it that it may not.
struct Folders {
    _folder: tempfile::TempDir,
    open: PathBuf,
    closed: PathBuf,
}

impl Folders {
    fn new() -> anyhow::Result<Self> {
        let folder = foreshock_tests::folder()?;
        let (open, closed) = (folder.path().join("open"), folder.path().join("closed"));
        for path in [&open, &closed] {
            std::fs::create_dir(path)?;
        }
        Ok(Self { _folder: folder, open, closed })
    }
}

fn scene() -> Scene {
    Scene::utm(200, 160)
}

/// Whether a pixel of the masked scene counts.
fn valid(col: usize, row: usize) -> bool {
    !(col + row).is_multiple_of(5)
}

/// The window's pixels as a client sends them.
fn pixels(masked: bool) -> Vec<u8> {
    let cols = WINDOW.col as usize..(WINDOW.col as usize + SIDE as usize);
    let places =
        (WINDOW.row as usize..).take(SIDE as usize).flat_map(|row| cols.clone().map(move |col| (col, row)));
    places
        .flat_map(|(col, row)| {
            let rgb = [0, 1, 2].map(|band| texture_u8(band, col, row));
            match (masked, valid(col, row)) {
                (false, _) => rgb.to_vec(),
                (true, true) => [rgb.as_slice(), &[255]].concat(),
                (true, false) => vec![0; 4],
            }
        })
        .collect()
}

fn reference(uri: String, masked: bool) -> Source {
    let data = pixels(masked);
    let channels = if masked { 4 } else { 3 };
    let blake3 = digest(&Pixels { width: SIDE, height: SIDE, channels, data: &data }).to_hex().to_string();
    Source::Ref(SourceRef { uri, window: WINDOW, blake3 })
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// A job for the window of a scene, by reference.
fn job(rig: &Rig, path: &Path, masked: bool) -> anyhow::Result<Job> {
    let mut job = rig.job()?;
    let geotransform = scene().geotransform.context("the scene has a place")?;
    job.grid.geotransform = Geotransform(geotransform).at(WINDOW.col, WINDOW.row);
    job.noise_origin = NoiseOrigin { col: WINDOW.col, row: WINDOW.row };
    job.source = reference(uri(path), masked);
    Ok(job)
}

async fn worker(rig: &Rig, folders: &Folders) -> anyhow::Result<Worker> {
    let roots = folders.open.to_string_lossy();
    rig.worker_with(&[("FORESHOCK_BY_REFERENCE_ROOTS", &roots)]).await
}

async fn done(client: &Client, job: &Job) -> anyhow::Result<Done> {
    match client.done(job).await?.outcome.end {
        End::Done(done) => Ok(*done),
        other => anyhow::bail!("not done: {other:?}"),
    }
}

/// By reference and by value are one question: the second is answered by the first one's result, and two workers without a
/// common cache give the same bytes.
#[tokio::test(flavor = "multi_thread")]
async fn it_is_the_same_as_by_value() -> anyhow::Result<()> {
    let (rig, folders) = (Rig::new()?, Folders::new()?);
    let plain = folders.open.join("plain.tif");
    scene().write::<u8>(&plain, texture_u8)?;
    let masked = folders.open.join("with mask.tif");
    scene().write_masked::<u8>(&masked, texture_u8, valid)?;
    let mut worker = worker(&rig, &folders).await?;
    let client = rig.client().await?;
    for (path, is_masked) in [(&plain, false), (&masked, true)] {
        let path = PathBuf::from(path.to_string_lossy().replace(' ', "%20"));
        let by_reference = job(&rig, &path, is_masked)?;
        let first = done(&client, &by_reference).await?;
        ensure!(first.cache == CacheState::Miss, "nobody has asked before");
        let color = if is_masked { ::png::ColorType::Rgba } else { ::png::ColorType::Rgb };
        let png = foreshock_tests::png::encode(SIDE, SIDE, color, &pixels(is_masked))?;
        let mut by_value = by_reference.clone();
        by_value.job_id = foreshock_protocol::job::JobId::new();
        by_value.source = Source::Png(Base64(png));
        let second = done(&client, &by_value).await?;
        ensure!(second.cache == CacheState::Hit, "the cache does not know them for one question");
        ensure!(second.geotiff == first.geotiff, "the results differ");
        let status = worker.terminate().await?;
        ensure!(status.success(), "the worker ended with {status}\n{}", worker.log_tail());
        // Without that cache.
        worker = rig
            .worker_with(&[
                ("FORESHOCK_CACHE_URL", ""),
                ("FORESHOCK_BY_REFERENCE_ROOTS", &folders.open.to_string_lossy()),
            ])
            .await?;
        by_value.job_id = foreshock_protocol::job::JobId::new();
        let third = done(&client, &by_value).await?;
        ensure!(third.cache == CacheState::Miss, "this worker has no cache");
        let raster = |bytes: &Base64| -> anyhow::Result<foreshock_tests::raster::Raster> {
            let file = folders.closed.join("result.tif");
            std::fs::write(&file, &bytes.0)?;
            foreshock_tests::raster::Raster::read(&file)
        };
        let (first, third) = (raster(&first.geotiff)?, raster(&third.geotiff)?);
        first.expect_grid_of(&third)?;
        ensure!(first.changed(&third) == 0, "by value and by reference differ");
    }
    rig.settled(worker, &client).await
}

/// What a refusal must say.
struct Wrong {
    what: &'static str,
    code: ErrorCode,
    field: &'static str,
    job: Job,
}

async fn refusal(client: &Client, job: &Job) -> anyhow::Result<Refusal> {
    let id = client.publish_job(job).await?;
    match client.outcome(&id).await?.outcome.end {
        End::Failed(refusal) => Ok(refusal),
        other => anyhow::bail!("not refused: {other:?}"),
    }
}

/// A classic little-endian TIFF of one directory and little else.
fn tiff(tags: &[(u16, u16, u32, u32)]) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend((tags.len() as u16).to_le_bytes());
    for (tag, kind, count, value) in tags {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes.resize(3000, 0);
    bytes
}

/// Writes what must be refused into the folders; (what, path, code, field).
fn plant(folders: &Folders) -> anyhow::Result<Vec<(&'static str, PathBuf, ErrorCode, &'static str)>> {
    use ErrorCode::{Forbidden, InvalidField, Unsupported};
    const FILE: &str = "source.ref.uri";
    let (open, closed) = (&folders.open, &folders.closed);
    let at = |name: &str| open.join(name);
    scene().write::<u8>(&closed.join("secret.tif"), texture_u8)?;
    std::os::unix::fs::symlink(closed.join("secret.tif"), at("link.tif"))?;
    std::os::unix::fs::symlink(closed, at("up"))?;
    std::fs::write(
        at("recipe.tif"),
        "<VRTDataset rasterXSize=\"200\" rasterYSize=\"160\"><VRTRasterBand dataType=\"Byte\" band=\"1\" subClass=\"VRTRawRasterBand\"><SourceFilename>/etc/passwd</SourceFilename></VRTRasterBand></VRTDataset>",
    )?;
    std::fs::create_dir(at("folder.tif"))?;
    ensure!(std::process::Command::new("mkfifo").arg(at("pipe.tif")).status()?.success());
    // A few bytes that ask for gigabytes.
    let common = [(256, 4, 1, 200), (257, 4, 1, 160), (258, 3, 1, 8), (262, 3, 1, 2)];
    let with = |more: &[(u16, u16, u32, u32)]| {
        let mut tags = [&common[..], more].concat();
        tags.sort_unstable();
        tiff(&tags)
    };
    let strip = [(273, 4, 1, 8), (279, 4, 1, 8)];
    let tile =
        |side: u32| [(277, 3, 1, 3), (322, 4, 1, side), (323, 4, 1, side), (324, 4, 1, 8), (325, 4, 1, 8)];
    std::fs::write(at("bands.tif"), with(&[&strip[..], &[(277, 3, 1, 65529)]].concat()))?;
    std::fs::write(at("tile.tif"), with(&tile(1 << 30)))?;
    std::fs::write(at("tile16.tif"), with(&tile(1 << 16)))?;
    std::fs::write(at("strips.tif"), with(&[(273, 4, u32::MAX, 8), (277, 3, 1, 3), (279, 4, u32::MAX, 8)]))?;
    std::fs::write(at("tag.tif"), with(&[&strip[..], &[(277, 3, 1, 3), (42112, 2, u32::MAX, 8)]].concat()))?;
    scene().write::<u8>(&at("whole.tif"), texture_u8)?;
    let whole = std::fs::read(at("whole.tif"))?;
    std::fs::write(at("cut.tif"), &whole[..whole.len() / 3])?;
    scene().write::<u16>(&at("deep.tif"), |band, col, row| texture_u8(band, col, row).into())?;
    scene().bands(1).write::<u8>(&at("grey.tif"), texture_u8)?;
    scene().colours(&["Red", "Green", "Blue", "Undefined"]).write::<u8>(&at("infrared.tif"), texture_u8)?;
    let moved = |geotransform| Scene { geotransform: Some(geotransform), ..scene() };
    let [x, dx, _, y, _, dy] = scene().geotransform.context("the scene has a place")?;
    moved([x, dx, 0.1, y, 0.1, dy]).write::<u8>(&at("rotated.tif"), texture_u8)?;
    moved([x + 0.5, dx, 0.0, y, 0.0, dy]).write::<u8>(&at("moved.tif"), texture_u8)?;
    Scene { epsg: Some(32632), ..scene() }.write::<u8>(&at("elsewhere.tif"), texture_u8)?;
    // The same raster, after somebody has worked on it.
    let changed =
        |band, col, row| if (band, col, row) == (1, 50, 100) { 0 } else { texture_u8(band, col, row) };
    scene().write::<u8>(&at("changed.tif"), changed)?;
    Ok(vec![
        ("outside", closed.join("secret.tif"), Forbidden, FILE),
        ("a link out", at("link.tif"), Forbidden, FILE),
        ("a linked folder", at("up/secret.tif"), Forbidden, FILE),
        ("missing", at("missing.tif"), Forbidden, FILE),
        ("a folder", at("folder.tif"), Forbidden, FILE),
        ("a pipe", at("pipe.tif"), Forbidden, FILE),
        ("a device", PathBuf::from("/dev/zero"), Forbidden, FILE),
        ("a VRT", at("recipe.tif"), Unsupported, FILE),
        ("65529 bands", at("bands.tif"), Unsupported, FILE),
        ("a tile of 2^60 px", at("tile.tif"), Unsupported, FILE),
        ("a tile of 12 GB", at("tile16.tif"), Unsupported, FILE),
        ("strips without end", at("strips.tif"), Unsupported, FILE),
        ("a tag of 4 GB", at("tag.tif"), Unsupported, FILE),
        ("cut", at("cut.tif"), Unsupported, FILE),
        ("16 bit", at("deep.tif"), Unsupported, FILE),
        ("one band", at("grey.tif"), Unsupported, FILE),
        ("near infrared", at("infrared.tif"), Unsupported, FILE),
        ("rotated", at("rotated.tif"), Unsupported, FILE),
        ("moved", at("moved.tif"), InvalidField, "grid.geotransform"),
        ("another CRS", at("elsewhere.tif"), InvalidField, "grid.crs_wkt"),
        ("changed", at("changed.tif"), InvalidField, "source.ref.blake3"),
    ])
}

/// The most memory that a process has held, KiB.
fn peak_kib(pid: u32) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_must_not_be_read_is_refused_by_field() -> anyhow::Result<()> {
    let (rig, folders) = (Rig::new()?, Folders::new()?);
    let planted = plant(&folders)?;
    let good = folders.open.join("whole.tif");
    let worker = worker(&rig, &folders).await?;
    let client = rig.client().await?;
    client.done(&job(&rig, &good, false)?).await.context("a good one first")?;
    let before = peak_kib(worker.pid())?;

    let mut wrong = Vec::new();
    for (what, path, code, field) in planted {
        wrong.push(Wrong { what, code, field, job: job(&rig, &path, false)? });
    }
    let path = good.display();
    for (what, uri) in [
        ("no scheme", path.to_string()),
        ("a relative path", "file:whole.tif".to_owned()),
        ("another host", format!("file://example.com{path}")),
        ("this host", format!("file://localhost{path}")),
        ("two dots", format!("file://{}/../closed/secret.tif", folders.open.display())),
        ("two dots in disguise", format!("file://{}/%2e%2E/closed/secret.tif", folders.open.display())),
        ("a zero byte", format!("file://{path}%00.png")),
        ("/vsicurl/", "/vsicurl/http://127.0.0.1:9/a.tif".to_owned()),
        ("/vsicurl/ as a file", "file:///vsicurl/http%3A%2F%2F127.0.0.1:9/a.tif".to_owned()),
        ("/vsizip/", format!("file:///vsizip/{{{path}}}/a.tif")),
        ("GTIFF_DIR", format!("GTIFF_DIR:1:{path}")),
        ("http", "http://127.0.0.1:9/a.tif".to_owned()),
    ] {
        let mut job = job(&rig, &good, false)?;
        job.source = reference(uri, false);
        wrong.push(Wrong { what, code: ErrorCode::InvalidField, field: "source.ref.uri", job });
    }
    let mut altered = |what, field, alter: &dyn Fn(&mut Job, &mut SourceRef)| -> anyhow::Result<()> {
        let mut job = job(&rig, &good, false)?;
        let Source::Ref(mut reference) = job.source.clone() else { anyhow::bail!("by reference") };
        alter(&mut job, &mut reference);
        job.source = Source::Ref(reference);
        wrong.push(Wrong { what, code: ErrorCode::InvalidField, field, job });
        Ok(())
    };
    altered("another digest", "source.ref.blake3", &|_, one| one.blake3 = "0".repeat(64))?;
    altered("no digest", "source.ref.blake3", &|_, one| one.blake3 = "0".repeat(63))?;
    altered("over the edge", "source.ref.window", &|_, one| one.window.col = 144)?;
    altered("before the edge", "source.ref.window", &|_, one| one.window.row = -16)?;
    altered("of another size", "source.ref.window", &|_, one| one.window.width = 80)?;
    altered("stretched", "stretch.bands", &|job, _| job.stretch.bands[2].hi = 200.0)?;

    for Wrong { what, code, field, job } in wrong {
        let refusal = refusal(&client, &job).await.context(what)?;
        ensure!(refusal.code == code, "{what}: {refusal:?}");
        ensure!(refusal.field.as_deref() == Some(field), "{what}: {refusal:?}");
        ensure!(refusal.limit.is_some() && !refusal.retryable, "{what}: {refusal:?}");
        let told = refusal.message.contains("/proc/") || refusal.message.contains("closed/");
        ensure!(!told || job_names(&job, "closed/"), "{what} tells of other files: {refusal:?}");
    }
    let grown = peak_kib(worker.pid())?.saturating_sub(before);
    ensure!(grown < 64 << 10, "refusing cost {grown} KiB of memory");
    client.done(&job(&rig, &good, false)?).await.context("a good one last")?;
    rig.settled(worker, &client).await
}

fn job_names(job: &Job, part: &str) -> bool {
    matches!(&job.source, Source::Ref(one) if one.uri.contains(part))
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_off_by_default() -> anyhow::Result<()> {
    let (rig, folders) = (Rig::new()?, Folders::new()?);
    let good = folders.open.join("whole.tif");
    scene().write::<u8>(&good, texture_u8)?;
    let worker = rig.worker().await?;
    let client = rig.client().await?;
    let refusal = refusal(&client, &job(&rig, &good, false)?).await?;
    ensure!(refusal.code == ErrorCode::Unsupported, "{refusal:?}");
    ensure!(refusal.field.as_deref() == Some("source.ref"), "{refusal:?}");
    rig.settled(worker, &client).await
}
