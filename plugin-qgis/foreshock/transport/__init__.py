"""The way to the broker. Nothing here imports QGIS or Qt."""
