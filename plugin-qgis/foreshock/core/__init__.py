"""What the plugin computes; nothing here imports QGIS or Qt."""
