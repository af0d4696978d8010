//! Points in metres (x east, y south, as in the image) and rigid local axes.

use std::ops::{Add, Mul, Sub};

/// A point or vector, metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
}

pub(crate) const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        point(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        point(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Point {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        point(self.x * factor, self.y * factor)
    }
}

impl Point {
    pub(crate) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    pub(crate) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// Same direction, length 1; the zero vector stays.
    pub(crate) fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { self }
    }

    /// Turned by a quarter.
    pub(crate) fn perpendicular(self) -> Self {
        point(-self.y, self.x)
    }
}

/// A right-angled frame: `a` metres along, `b` metres across.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axes {
    pub(crate) origin: Point,
    pub(crate) along: Point,
    pub(crate) across: Point,
}

impl Axes {
    /// Origin and direction; `across` is a quarter turn from `along`.
    pub(crate) fn new(origin: Point, along: Point) -> Self {
        let along = along.unit();
        Self { origin, along, across: along.perpendicular() }
    }

    pub(crate) fn at(&self, a: f32, b: f32) -> Point {
        self.origin + self.along * a + self.across * b
    }

    /// The inverse of [`Axes::at`].
    pub(crate) fn local(&self, p: Point) -> (f32, f32) {
        let offset = p - self.origin;
        (offset.dot(self.along), offset.dot(self.across))
    }

    /// Corners of a rectangle.
    pub(crate) fn rectangle(&self, a: (f32, f32), b: (f32, f32)) -> [Point; 4] {
        [self.at(a.0, b.0), self.at(a.1, b.0), self.at(a.1, b.1), self.at(a.0, b.1)]
    }

    /// The same directions about another origin, given in local metres.
    pub(crate) fn moved(&self, a: f32, b: f32) -> Self {
        Self { origin: self.at(a, b), ..*self }
    }
}

/// Smallest upright box around `points`: (minimum, maximum).
pub(crate) fn bounds(points: &[Point]) -> (Point, Point) {
    points.iter().fold(
        (point(f32::INFINITY, f32::INFINITY), point(f32::NEG_INFINITY, f32::NEG_INFINITY)),
        |(low, high), p| (point(low.x.min(p.x), low.y.min(p.y)), point(high.x.max(p.x), high.y.max(p.y))),
    )
}

/// Foot of the perpendicular from `p` on a segment: (distance along the segment, signed distance across it).
/// Beyond an end, the distance across is that to the end.
pub(crate) fn to_segment(p: Point, from: Point, to: Point) -> (f32, f32) {
    let segment = to - from;
    let length = segment.length();
    let direction = segment.unit();
    let offset = p - from;
    let along = offset.dot(direction).clamp(0.0, length);
    let side = offset.dot(direction.perpendicular());
    let distance = (offset - direction * along).length();
    (along, if side < 0.0 { -distance } else { distance })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_invert() {
        let axes = Axes::new(point(3.0, -2.0), point(1.0, 2.0)).moved(4.0, 5.0);
        let (a, b) = axes.local(axes.at(7.0, -1.5));
        assert!((a - 7.0).abs() < 1e-4 && (b + 1.5).abs() < 1e-4);
    }

    #[test]
    fn distance_to_a_segment() {
        let (along, across) = to_segment(point(2.0, 3.0), point(0.0, 0.0), point(10.0, 0.0));
        assert_eq!((along, across), (2.0, 3.0));
        let (along, across) = to_segment(point(13.0, -4.0), point(0.0, 0.0), point(10.0, 0.0));
        assert_eq!((along, across), (10.0, -5.0));
    }
}
