//! GDAL, once per process: which drivers may answer and what they may reach.

use std::sync::Once;

/// Readies GDAL; later calls change nothing. Call it before any other use of GDAL.
pub fn ready() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for (key, value) in [
            // No file beside the raster is read or written: a result is one file.
            ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"),
            ("GDAL_PAM_ENABLED", "NO"),
            // Nothing of a raster makes us go to the network or run code.
            ("GDAL_VRT_ENABLE_PYTHON", "NO"),
            ("PROJ_NETWORK", "OFF"),
            ("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
            ("GDAL_NUM_THREADS", "1"),
            ("GDAL_CACHEMAX", "128"),
        ] {
            // It fails only for a name with a zero byte.
            let _ = gdal::config::set_config_option(key, value);
        }
        gdal::config::set_error_handler(|class, number, message| {
            tracing::debug!(?class, number, message, "gdal");
        });
    });
}
