//! Polygons as pixels.

/// Calls `paint` with the index of every pixel whose middle lies inside the rings: even-odd, so that a ring within another is a
/// hole. Rings need not be closed; what lies outside of the raster is left out.
pub(super) fn fill(
    rings: &[impl AsRef<[[f32; 2]]>],
    (width, height): (usize, usize),
    mut paint: impl FnMut(usize),
) {
    let rows = rings.iter().flat_map(|ring| ring.as_ref()).map(|corner| corner[1]);
    let top = rows.clone().fold(f32::INFINITY, f32::min).max(0.0) as usize;
    let bottom = (rows.fold(0.0, f32::max).ceil() as usize).min(height);
    let mut crossings: Vec<f32> = Vec::new();
    for y in top..bottom {
        // Along the middle of the row.
        let at = y as f32 + 0.5;
        crossings.clear();
        for ring in rings.iter().map(AsRef::as_ref) {
            let edges = ring.iter().zip(ring.iter().cycle().skip(1));
            crossings.extend(
                edges
                    .filter(|(a, b)| (a[1] > at) != (b[1] > at))
                    .map(|(a, b)| a[0] + (at - a[1]) / (b[1] - a[1]) * (b[0] - a[0])),
            );
        }
        crossings.sort_by(f32::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let left = (pair[0] - 0.5).ceil().max(0.0) as usize;
            let right = ((pair[1] - 0.5).ceil().max(0.0) as usize).min(width);
            (left..right).for_each(|x| paint(y * width + x));
        }
    }
}
