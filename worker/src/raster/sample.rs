//! The sample types of rasters that can be edited, and doing one thing for each of them.

use foreshock_protocol::compose::SampleType;
use gdal::raster::{GdalDataType, GdalType};

/// Type of a raster's samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleKind {
    /// 8 bit, 0 to 255.
    U8,
    /// 16 bit, from 0.
    U16,
    /// 16 bit, signed.
    I16,
    /// 32 bit, from 0.
    U32,
    /// 32 bit, signed.
    I32,
    /// 32-bit floating point.
    F32,
    /// 64-bit floating point.
    F64,
}

impl SampleKind {
    /// The kind of a GDAL data type; none where samples would not come back bit for bit, or are complex.
    #[must_use]
    pub fn of(kind: GdalDataType) -> Option<Self> {
        match kind {
            GdalDataType::UInt8 => Some(Self::U8),
            GdalDataType::UInt16 => Some(Self::U16),
            GdalDataType::Int16 => Some(Self::I16),
            GdalDataType::UInt32 => Some(Self::U32),
            GdalDataType::Int32 => Some(Self::I32),
            GdalDataType::Float32 => Some(Self::F32),
            GdalDataType::Float64 => Some(Self::F64),
            _ => None,
        }
    }

    /// Whether samples may be NaN or infinite.
    #[must_use]
    pub const fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }

    /// How composed samples are rounded and clamped. `bits` are those that the file stores of a sample.
    #[must_use]
    pub fn compose_type(self, bits: u32) -> SampleType {
        let unsigned =
            |width: u32| SampleType::Integer { min: 0.0, max: 2_f64.powi(bits.min(width) as i32) - 1.0 };
        match self {
            Self::U8 => unsigned(8),
            Self::U16 => unsigned(16),
            Self::U32 => unsigned(32),
            Self::I16 => SampleType::Integer { min: f64::from(i16::MIN), max: f64::from(i16::MAX) },
            Self::I32 => SampleType::Integer { min: f64::from(i32::MIN), max: f64::from(i32::MAX) },
            Self::F32 => SampleType::Float32,
            Self::F64 => SampleType::Float64,
        }
    }
}

/// A sample in memory. Every sample is exact as `f64`.
pub trait Sample: GdalType + Copy + Default {
    /// As a number.
    fn number(self) -> f64;
    /// From a number that has been rounded and clamped to the type.
    fn from_number(number: f64) -> Self;
}

macro_rules! samples {
    ($($kind:ty),*) => {$(
        impl Sample for $kind {
            fn number(self) -> f64 {
                self as f64
            }
            fn from_number(number: f64) -> Self {
                number as Self
            }
        }
    )*};
}
samples!(u8, u16, i16, u32, i32, f32, f64);

/// Evaluates an expression with a type name bound to the sample type of a kind.
macro_rules! for_kind {
    ($kind:expr, $sample:ident => $body:expr) => {
        match $kind {
            $crate::raster::sample::SampleKind::U8 => {
                type $sample = u8;
                $body
            }
            $crate::raster::sample::SampleKind::U16 => {
                type $sample = u16;
                $body
            }
            $crate::raster::sample::SampleKind::I16 => {
                type $sample = i16;
                $body
            }
            $crate::raster::sample::SampleKind::U32 => {
                type $sample = u32;
                $body
            }
            $crate::raster::sample::SampleKind::I32 => {
                type $sample = i32;
                $body
            }
            $crate::raster::sample::SampleKind::F32 => {
                type $sample = f32;
                $body
            }
            $crate::raster::sample::SampleKind::F64 => {
                type $sample = f64;
                $body
            }
        }
    };
}
pub(crate) use for_kind;
