//! Nothing of its own: the build of `libfuzzer-sys` leaves libFuzzer as a static library.
