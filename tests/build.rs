//! Gives the test worker an rpath to libtorch, so that nothing needs `LD_LIBRARY_PATH`.

fn main() {
    // Set by torch-sys (`links = "tch"`) for its direct dependents.
    if let Ok(lib) = std::env::var("DEP_TCH_LIBTORCH_LIB") {
        println!("cargo:rustc-link-arg=-Wl,-rpath,{lib}");
    }
    println!("cargo:rerun-if-changed=build.rs");
}
