"""Copies of libraries, imported under this package so that they never meet another plugin's copy."""
