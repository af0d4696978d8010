//! One target of `foreshock_tests::fuzz` under libFuzzer, which brings `main` and its options; `FORESHOCK_FUZZ_TARGET` names the target.
#![no_main]
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "libFuzzer learns of a failure by the end of the process"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::LazyLock;

use foreshock_tests::fuzz::{Target, target};

/// The largest piece of memory that any target may ask for at once, bytes: the pixels of a cached tile at its largest, and some more.
const MOST_AT_ONCE: usize = 48 << 20;

/// The system's allocator, which ends the process when somebody asks for too much: untouched memory does not show elsewhere.
struct Bounded;

fn bounded(size: usize) {
    if size > MOST_AT_ONCE {
        std::process::abort();
    }
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        bounded(layout.size());
        // SAFETY: the caller keeps the rules of `GlobalAlloc`, which are those of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        bounded(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        bounded(size);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Bounded = Bounded;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("FORESHOCK_FUZZ_TARGET").expect("FORESHOCK_FUZZ_TARGET names a target");
    target(&name).unwrap_or_else(|| panic!("no target {name}"))
});

/// What libFuzzer calls with each input.
///
/// # Safety
/// `data` points to `size` readable bytes.
// SAFETY: libFuzzer asks for exactly this name and signature.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn LLVMFuzzerTestOneInput(data: *const u8, size: usize) -> i32 {
    // SAFETY: libFuzzer hands over `size` bytes; it may be no address at all when there are none.
    let bytes = if size == 0 { &[] } else { unsafe { std::slice::from_raw_parts(data, size) } };
    // A panic cannot leave an `extern "C"` function: it aborts, and libFuzzer keeps the input.
    TARGET(bytes);
    0
}
