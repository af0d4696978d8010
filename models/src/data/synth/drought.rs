//! Drought: vegetation withers, water falls.

use super::super::scene::noise::smoothstep;
use super::Params;
use super::field::noise;
use super::paint::{Paint, lit};

pub(super) fn paint(paint: &mut Paint<'_>, params: Params) {
    let ground = paint.ground;
    let patch = noise(ground.width, ground.height, ground.px(30.0), 3, paint.rng.seed());
    let tan = lit([172.0, 148.0, 104.0], ground.exposure());
    for (index, &patch) in patch.iter().enumerate() {
        let thirst = params.severity.of([0.45, 0.75, 0.98]) * smoothstep(-1.0, -0.2, patch);
        let (grass, tree) = (ground.grass[index], ground.tree[index]);
        let light = ground.light[index] / ground.mean_light.max(1.0);
        paint.lay(index, lit(tan, 0.45 + 0.55 * light), grass * thirst);
        paint.lay(index, lit(tan, 0.2 + 0.62 * light), 0.6 * tree * thirst);
        let mud = lit([140.0, 118.0, 88.0], ground.exposure() * (1.0 + 0.1 * patch));
        paint.lay(index, mud, ground.water[index] * smoothstep(0.3, -0.2, patch) * thirst);
    }
}
