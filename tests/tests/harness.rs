//! The harness itself: what the other tests rely on, shown without a worker.

use anyhow::ensure;
use foreshock_protocol::job::{JobId, Lane};
use foreshock_protocol::topology;
use foreshock_tests::client::Client;
use foreshock_tests::raster::Raster;
use foreshock_tests::scene::{Scene, texture, texture_u8};
use foreshock_tests::services::{Service, Services, USER};
use foreshock_tests::wire::Tap;

#[tokio::test(flavor = "multi_thread")]
async fn a_virtual_host_routes_jobs_and_shows_them() -> anyhow::Result<()> {
    let services = Services::shared()?;
    let vhost = services.vhost()?;
    let client = Client::connect(&vhost.url, USER).await?;
    let tap = Tap::on(&vhost.url).await?;
    let job = JobId::new();
    // Not a job, so the tap must say so.
    client.publish(Lane::Bulk, "any", client.properties(job, 0), b"{}").await?;
    foreshock_tests::until("the message in its queue", async || {
        Ok((client.ready(topology::JOBS_BULK.name).await? == 1).then_some(()))
    })
    .await?;
    ensure!(client.ready(topology::JOBS_INTERACTIVE.name).await? == 0);
    let complaint =
        foreshock_tests::until("the tap's complaint", async || Ok(tap.seen(topology::REPLIES.name).err()))
            .await?;
    ensure!(format!("{complaint:#}").contains("bulk.any"), "{complaint:#}");

    // Another test's virtual host knows nothing of it.
    let other = services.vhost()?;
    let stranger = Client::connect(&other.url, USER).await?;
    ensure!(stranger.ready(topology::JOBS_BULK.name).await? == 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_service_stops_and_comes_back_with_its_messages() -> anyhow::Result<()> {
    let services = Services::private()?;
    let vhost = services.vhost()?;
    let client = Client::connect(&vhost.url, USER).await?;
    client.publish(Lane::Interactive, "any", client.properties(JobId::new(), 0), b"{}").await?;
    services.stop(Service::RabbitMq)?;
    ensure!(Client::connect(&vhost.url, USER).await.is_err(), "the broker was not stopped");
    services.start(Service::RabbitMq)?;
    let client = Client::connect(&vhost.url, USER).await?;
    // A quorum queue chooses its leader first.
    foreshock_tests::until("the message after the restart", async || {
        Ok((client.ready(topology::JOBS_INTERACTIVE.name).await? == 1).then_some(()))
    })
    .await
}

/// The comparisons of [`Raster`] see what they must see.
#[test]
fn rasters_that_differ_are_told_apart() -> anyhow::Result<()> {
    let folder = foreshock_tests::folder()?;
    let write = |name: &str, scene: Scene, add: u8| {
        let path = folder.path().join(name);
        scene.write(&path, |band, col, row| {
            texture_u8(band, col, row).wrapping_add(add * u8::from(col == 3))
        })?;
        Raster::read(&path)
    };
    let scene = Scene::utm(40, 30);
    let source = write("a.tif", scene.clone(), 0)?;
    let same = write("b.tif", scene.clone(), 0)?;
    same.expect_grid_of(&source)?;
    same.expect_bands_of(&source)?;
    same.expect_samples_of(&source, |_, _| true)?;
    ensure!(same.changed(&source) == 0);

    let edited = write("c.tif", scene.clone(), 1)?;
    ensure!(edited.changed(&source) == 30 && edited.expect_samples_of(&source, |_, _| true).is_err());
    edited.expect_samples_of(&source, |col, _| col != 3)?;
    let transform = scene.geotransform.map(|mut transform| {
        transform[0] = transform[0].next_up();
        transform
    });
    ensure!(
        write("d.tif", Scene { geotransform: transform, ..scene.clone() }, 0)?
            .expect_grid_of(&source)
            .is_err()
    );
    ensure!(
        write("e.tif", Scene { epsg: Some(32632), ..scene.clone() }, 0)?.expect_grid_of(&source).is_err()
    );
    ensure!(write("f.tif", scene.clone().nodata(7.0), 0)?.expect_bands_of(&source).is_err());
    ensure!(write("g.tif", scene.bands(4), 0)?.expect_bands_of(&source).is_err());

    let masked = folder.path().join("h.tif");
    Scene::utm(40, 30).write_masked(&masked, texture_u8, |col, _| col > 9)?;
    let masked = Raster::read(&masked)?;
    ensure!(masked.own_mask && masked.expect_bands_of(&source).is_err());
    let float = folder.path().join("i.tif");
    Scene::utm(40, 30)
        .nodata(f64::NAN)
        .write(&float, |band, col, row| if col == 0 { f32::NAN } else { texture(band, col, row) as f32 })?;
    let float = Raster::read(&float)?;
    ensure!(float.bands[0].kind == "Float32" && float.bands[0].valid[..2] == [0, 255]);
    Ok(())
}
