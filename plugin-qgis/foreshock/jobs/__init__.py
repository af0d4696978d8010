"""The life of a request inside QGIS: read, publish, collect, compose, add."""
