//! From surface to photograph: one sun and the sky, cast shadows, then lens, air and sensor.

use super::canvas::{Canvas, OVERSAMPLING, Rgb};
use super::geometry::{Point, bounds, point};
use super::noise::{Rng, fractal2, lattice, smoothstep};
use super::{Label, Scene, Site, Sun};

/// Unit vector towards the sun: east, south, up.
#[derive(Debug, Clone, Copy)]
struct Light {
    flat: Point,
    up: f32,
}

impl Light {
    fn new(sun: Sun) -> Self {
        let (azimuth, elevation) = (sun.azimuth_deg.to_radians(), sun.elevation_deg.to_radians());
        let flat = point(azimuth.sin(), -azimuth.cos()) * elevation.cos();
        Self { flat, up: elevation.sin() }
    }
}

/// Share of the light on level ground that comes from the sky, by channel: shadows are blue and not black.
const SKY: Rgb = [0.075, 0.092, 0.128];
/// Near infrared is scattered least.
const SKY_NIR: f32 = 0.07;

/// Takes the picture.
pub(crate) fn photograph(mut site: Site, width: u32, height: u32, gsd_m: f64) -> Scene {
    let mut rng = Rng::stream(site.seed, "camera");
    let sun = Sun { azimuth_deg: rng.range(132.0, 222.0), elevation_deg: rng.range(43.0, 55.0) };
    illuminate(&mut site.canvas, Light::new(sun));
    let canvas = &site.canvas;
    let (labels, height_m, above_m) = survey(canvas);
    let film = exposed(canvas);
    let (rgb, nir) = develop(&film, width as usize, height as usize, &mut rng);
    let (w, h) = (width as f32, height as f32);
    let buildings = site
        .buildings
        .into_iter()
        .filter(|building| {
            let corners: Vec<Point> = building.outline.iter().map(|c| point(c[0], c[1])).collect();
            let (low, high) = bounds(&corners);
            low.x < w && low.y < h && high.x > 0.0 && high.y > 0.0
        })
        .collect();
    Scene { width, height, gsd_m, rgb, nir, height_m, above_m, labels, buildings, sun }
}

/// Replaces every cell's reflectance by the light it sends up.
fn illuminate(canvas: &mut Canvas, light: Light) {
    let (columns, rows) = (canvas.width, canvas.height);
    let surface: Vec<f32> =
        canvas.cells.iter().zip(&canvas.ground).map(|(cell, ground)| cell.above + ground).collect();
    let around = softened(&surface, columns, rows, (2.2 / canvas.cell).round().max(1.0) as usize);
    let ceiling = ceilings(&surface, columns, rows);
    let horizontal = light.flat.length();
    // One cell per step along the ray, in cells; the ray climbs this much on each.
    let step = point(light.flat.x / horizontal, light.flat.y / horizontal);
    let climb = canvas.cell * light.up / horizontal;
    let ground = &canvas.ground;
    for row in 0..rows {
        for column in 0..columns {
            let index = row * columns + column;
            let (left, right) = (column.saturating_sub(1), (column + 1).min(columns - 1));
            let (up, down) = (row.saturating_sub(1), (row + 1).min(rows - 1));
            let rise = |a: f32, b: f32| ((b - a) / (2.0 * canvas.cell)).clamp(-0.45, 0.45);
            let east = rise(ground[row * columns + left], ground[row * columns + right]);
            let south = rise(ground[up * columns + column], ground[down * columns + column]);
            let visible = lit(&surface, &ceiling, (columns, rows), (column, row), step, climb);
            let cell = &mut canvas.cells[index];
            let (x, y) = (cell.slope[0] + east, cell.slope[1] + south);
            let facing =
                (1.0 - (x * light.flat.x + y * light.flat.y) / light.up) / (1.0 + x * x + y * y).sqrt();
            let sunshine = visible * facing.clamp(0.0, 1.45);
            // What rises around a place hides part of its sky.
            let sunk = (around[index] - surface[index]).max(0.0);
            let open = 1.0 / (1.0 + 0.22 * sunk) * (0.7 + 0.3 / (1.0 + x * x + y * y).sqrt());
            for (value, sky) in cell.rgb.iter_mut().zip(SKY) {
                *value *= (1.0 - sky) * sunshine + sky * open;
            }
            cell.nir *= (1.0 - SKY_NIR) * sunshine + SKY_NIR * open;
        }
    }
}

/// Edge of the blocks for which the highest surface is kept, cells.
const BLOCK: usize = 16;

/// Greatest height per block, so that rays over everything end early.
fn ceilings(surface: &[f32], columns: usize, rows: usize) -> Vec<f32> {
    let across = columns.div_ceil(BLOCK);
    let mut highest = vec![f32::NEG_INFINITY; across * rows.div_ceil(BLOCK)];
    for (row, line) in surface.chunks_exact(columns).enumerate() {
        for (column, &value) in line.iter().enumerate() {
            let block = &mut highest[(row / BLOCK) * across + column / BLOCK];
            *block = block.max(value);
        }
    }
    highest
}

/// Does the sun reach a cell? 1 in the light, 0 in shadow, between at its rim.
fn lit(
    surface: &[f32],
    ceiling: &[f32],
    (columns, rows): (usize, usize),
    (column, row): (usize, usize),
    step: Point,
    climb: f32,
) -> f32 {
    let across = columns.div_ceil(BLOCK);
    let mut ray = surface[row * columns + column] + 0.05;
    let (mut x, mut y) = (column as f32 + 0.5, row as f32 + 0.5);
    let mut light = 1.0_f32;
    for _ in 0..400 {
        (x, y, ray) = (x + step.x, y + step.y, ray + climb);
        if x < 0.0 || y < 0.0 || x >= columns as f32 || y >= rows as f32 {
            break;
        }
        let (i, j) = (x as usize, y as usize);
        let roof = ceiling[(j / BLOCK) * across + i / BLOCK];
        if roof < ray {
            // Nothing in this block reaches the ray: leap, but not out of sight of the next block.
            let leap = 6.0;
            (x, y, ray) = (x + leap * step.x, y + leap * step.y, ray + leap * climb);
            if ray > surface[row * columns + column] + 32.0 {
                break;
            }
            continue;
        }
        let over = surface[j * columns + i] - ray;
        if over > 0.0 {
            light = light.min(1.0 - smoothstep(0.0, 0.35, over));
            if light <= 0.0 {
                return 0.0;
            }
        }
    }
    light
}

/// Mean over a square of 2·`radius` + 1 cells.
fn softened(values: &[f32], columns: usize, rows: usize, radius: usize) -> Vec<f32> {
    let mut wide = vec![0.0; values.len()];
    for (line, out) in values.chunks_exact(columns).zip(wide.chunks_exact_mut(columns)) {
        running_mean(columns, radius, |i| line[i], |i, mean| out[i] = mean);
    }
    let mut both = vec![0.0; values.len()];
    for column in 0..columns {
        running_mean(
            rows,
            radius,
            |j| wide[j * columns + column],
            |j, mean| both[j * columns + column] = mean,
        );
    }
    both
}

fn running_mean(count: usize, radius: usize, get: impl Fn(usize) -> f32, mut set: impl FnMut(usize, f32)) {
    let mut sum: f64 = (0..radius.min(count)).map(|i| f64::from(get(i))).sum();
    let mut within = radius.min(count);
    for i in 0..count {
        if i + radius < count {
            sum += f64::from(get(i + radius));
            within += 1;
        }
        if i > radius {
            sum -= f64::from(get(i - radius - 1));
            within -= 1;
        }
        set(i, (sum / within as f64) as f32);
    }
}

/// Labels, terrain and heights by pixel: those of the commonest label among the pixel's cells.
fn survey(canvas: &Canvas) -> (Vec<u8>, Vec<f32>, Vec<f32>) {
    let count = canvas.cells.len() / (OVERSAMPLING * OVERSAMPLING);
    let mut rasters = (Vec::with_capacity(count), Vec::with_capacity(count), Vec::with_capacity(count));
    for row in (0..canvas.height).step_by(OVERSAMPLING) {
        for column in (0..canvas.width).step_by(OVERSAMPLING) {
            let members = members(canvas, column, row);
            let votes = |label: Label| members.iter().filter(|&&i| canvas.cells[i].label == label).count();
            let mut winner = members[0];
            for &i in &members[1..] {
                if votes(canvas.cells[i].label) > votes(canvas.cells[winner].label) {
                    winner = i;
                }
            }
            rasters.0.push(canvas.cells[winner].label as u8);
            rasters.1.push(canvas.ground[winner]);
            rasters.2.push(canvas.cells[winner].above);
        }
    }
    rasters
}

/// Indices of the cells of the pixel whose first cell is (`column`, `row`).
fn members(canvas: &Canvas, column: usize, row: usize) -> [usize; OVERSAMPLING * OVERSAMPLING] {
    std::array::from_fn(|i| (row + i / OVERSAMPLING) * canvas.width + column + i % OVERSAMPLING)
}

/// Light per pixel: red, green, blue, near infrared.
fn exposed(canvas: &Canvas) -> Vec<[f32; 4]> {
    let share = 1.0 / (OVERSAMPLING * OVERSAMPLING) as f32;
    let mut film = Vec::with_capacity(canvas.cells.len());
    for row in (0..canvas.height).step_by(OVERSAMPLING) {
        for column in (0..canvas.width).step_by(OVERSAMPLING) {
            let mut sum = [0.0; 4];
            for i in members(canvas, column, row) {
                let cell = &canvas.cells[i];
                for (total, value) in sum.iter_mut().zip([cell.rgb[0], cell.rgb[1], cell.rgb[2], cell.nir]) {
                    *total += share * value;
                }
            }
            film.push(sum);
        }
    }
    film
}

/// The lens spreads a point over its neighbours: a Gaussian with a standard deviation of 0.62 px.
const SPREAD: [f32; 5] = [0.0036, 0.1745, 0.6438, 0.1745, 0.0036];

fn blurred(film: &[[f32; 4]], width: usize, height: usize) -> Vec<[f32; 4]> {
    let pass = |source: &[[f32; 4]], horizontal: bool| {
        let mut out = vec![[0.0; 4]; source.len()];
        for row in 0..height {
            for column in 0..width {
                let sum = &mut out[row * width + column];
                for (k, weight) in SPREAD.iter().enumerate() {
                    let shift = |at: usize, limit: usize| (at + k).saturating_sub(2).min(limit - 1);
                    let index = if horizontal {
                        row * width + shift(column, width)
                    } else {
                        shift(row, height) * width + column
                    };
                    for (total, value) in sum.iter_mut().zip(source[index]) {
                        *total += weight * value;
                    }
                }
            }
        }
        out
    };
    pass(&pass(film, true), false)
}

/// Lens, haze, colour balance, noise, eight bits.
fn develop(film: &[[f32; 4]], width: usize, height: usize, rng: &mut Rng) -> (Vec<u8>, Vec<u8>) {
    let film = blurred(film, width, height);
    let exposure = rng.range(1.04, 1.14);
    let balance = [rng.range(0.985, 1.02), 1.0, rng.range(0.975, 1.01)];
    // Light scattered by the air below the aircraft, in display tones.
    let haze = [7.0, 12.0, 19.0].map(|v| v * rng.range(0.85, 1.15));
    let (noise, cloud) = (rng.seed(), rng.seed());
    let mut rgb = Vec::with_capacity(film.len() * 3);
    let mut nir = Vec::with_capacity(film.len());
    for row in 0..height {
        for column in 0..width {
            let value = film[row * width + column];
            let (x, y) = (column as f32 / width as f32 - 0.5, row as f32 / height as f32 - 0.5);
            // Less light reaches the corners; the air is not the same everywhere.
            let fall_off = 1.0 - 0.05 * (x * x + y * y);
            let air = 1.0 + 0.15 * fractal2(x * 1.7, y * 1.7, 2, cloud);
            let (i, j) = (column as i32, row as i32);
            let common = lattice(i, j, noise);
            let sample = |light: f32, gain: f32, veil: f32, channel: u32| {
                let shown = (light * gain * exposure * fall_off).max(0.0).powf(1.0 / 2.2) * 255.0;
                // Highlights roll off instead of clipping.
                let shown = if shown > 205.0 {
                    205.0 + 47.0 * (1.0 - (-(shown - 205.0) / 47.0).exp())
                } else {
                    shown
                };
                let grain = 2.2 * common + 3.0 * lattice(i, j, noise ^ (channel * 0x1f35));
                (shown * 0.93 + veil * air + grain + 0.5).clamp(0.0, 255.0) as u8
            };
            for channel in 0..3 {
                rgb.push(sample(value[channel], balance[channel], haze[channel], channel as u32 + 1));
            }
            nir.push(sample(value[3], 0.9, 4.0, 4));
        }
    }
    (rgb, nir)
}
