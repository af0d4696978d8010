"""Bounds of the wire, as in ``protocol/src/limits.rs``; a fleet may state tighter ones in its capabilities."""

MAX_BODY_BYTES = 8 * 1024 * 1024
SIDE_MULTIPLE = 16
MIN_SIDE = 16
MAX_SIDE = 2048
MAX_EXAMPLE_SIDE = 512
MAX_EXAMPLES = 3
MAX_INSTRUCTION_BYTES = 2000
MAX_WKT_BYTES = 64 * 1024
MAX_STEPS = 200
MAX_GUIDANCE = 100.0
MAX_CANDIDATES = 12
MAX_TILES = 1_000_000
INTERACTIVE_TILES = 64
MAX_SEED = (1 << 53) - 1
#: Smallest patch of the change footprint, px.
MIN_FOOTPRINT_PIXELS = 16
