//! Gives the test worker an rpath to libtorch, so that nothing needs `LD_LIBRARY_PATH`.

fn main() {
    // Set by torch-sys (`links = "tch"`) for its direct dependents.
    if let Ok(lib) = std::env::var("DEP_TCH_LIBTORCH_LIB") {
        println!("cargo:rustc-link-arg=-Wl,-rpath,{lib}");
    }
    // The library that tests/fuzz has built; it calls the binary's `LLVMFuzzerTestOneInput` again and again.
    if std::env::var_os("CARGO_FEATURE_FUZZ").is_some()
        && let Ok(library) = std::env::var("FORESHOCK_LIBFUZZER")
    {
        for argument in [library.as_str(), "-lstdc++"] {
            println!("cargo:rustc-link-arg-bin=foreshock-fuzz={argument}");
        }
    }
    println!("cargo:rerun-if-env-changed=FORESHOCK_LIBFUZZER");
    println!("cargo:rerun-if-changed=build.rs");
}
