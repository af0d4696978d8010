//! Which device computes. One binary serves both: it links the CPU library and loads CUDA's at start when asked.

use std::ffi::{CStr, CString};
use std::sync::OnceLock;

use tch::{Cuda, Device};

/// Why a device cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum DeviceError {
    /// The setting names no device.
    #[error("device “{0}” is unknown; use cpu, cuda or cuda:N")]
    Unknown(String),
    /// CUDA's part of libtorch could not be loaded.
    #[error(
        "device cuda was asked for, but libtorch_cuda.so cannot be loaded: {0}; install the CUDA build of libtorch 2.11.0 or set device = \"cpu\""
    )]
    NoCudaLibrary(String),
    /// CUDA is there, the card is not.
    #[error(
        "device {asked} was asked for, but this machine has {found} CUDA devices; check the driver or set device = \"cpu\""
    )]
    NoCard {
        /// As asked.
        asked: String,
        /// Cards found.
        found: i64,
    },
}

/// Reads `cpu`, `cuda` or `cuda:N` and makes the device ready. It never falls back to the CPU.
///
/// # Errors
/// When the device is not there, with the reason.
pub fn open(name: &str) -> Result<Device, DeviceError> {
    let index = match name {
        "cpu" => return Ok(Device::Cpu),
        "cuda" => 0,
        other => other
            .strip_prefix("cuda:")
            .and_then(|index| index.parse::<usize>().ok())
            .ok_or_else(|| DeviceError::Unknown(other.to_owned()))?,
    };
    load_cuda()?;
    let found = Cuda::device_count();
    if (index as i64) < found {
        Ok(Device::Cuda(index))
    } else {
        Err(DeviceError::NoCard { asked: name.to_owned(), found })
    }
}

fn load_cuda() -> Result<(), DeviceError> {
    static LOADED: OnceLock<Result<(), String>> = OnceLock::new();
    let load = || {
        let name = CString::new("libtorch_cuda.so").map_err(|error| error.to_string())?;
        // SAFETY: a valid C string; the library registers its kernels when loaded and is never unloaded.
        let handle = unsafe { libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_GLOBAL) };
        if !handle.is_null() {
            return Ok(());
        }
        // SAFETY: takes no argument; the answer is read before another call to the loader.
        let message = unsafe { libc::dlerror() };
        if message.is_null() {
            return Err("no reason given".to_owned());
        }
        // SAFETY: not null, and a C string by the loader's contract.
        Err(unsafe { CStr::from_ptr(message) }.to_string_lossy().into_owned())
    };
    LOADED.get_or_init(load).clone().map_err(DeviceError::NoCudaLibrary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(open("cpu").unwrap(), Device::Cpu);
        assert!(matches!(open("tpu"), Err(DeviceError::Unknown(_))));
        assert!(matches!(open("cuda:x"), Err(DeviceError::Unknown(_))));
    }

    #[test]
    fn cuda_is_there_or_refused_with_a_reason() {
        match open("cuda:63") {
            Ok(device) => panic!("{device:?}"),
            Err(error) => assert!(error.to_string().contains("cpu"), "{error}"),
        }
    }
}
