"""Windows, the context menu, the message bar."""
