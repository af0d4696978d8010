"""Pixels in and out, by GDAL on worker threads. Nothing here touches a map layer except :mod:`.inspect`."""
