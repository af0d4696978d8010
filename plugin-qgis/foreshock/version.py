"""The plugin's version, as in ``metadata.txt`` (a test holds them together)."""

VERSION = "0.1.0"
