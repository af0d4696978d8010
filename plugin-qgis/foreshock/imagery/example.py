"""Before/after pairs that show a model what is meant, read from two layers."""

from __future__ import annotations

from ..core.messages import Example
from ..core.request import ExampleSource


def read_example(source: ExampleSource) -> Example:
    """Both rasters at the same place and size, 8-bit RGB, at most ``limits.MAX_EXAMPLE_SIDE`` px a side."""
    raise NotImplementedError
