"""Simulations as Processing algorithms: for models, batches, scripts and ``qgis_process``. No windows here."""
