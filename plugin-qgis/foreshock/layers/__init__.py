"""The result as a layer of the project."""
