# python-socks 3.2.1 as published; only its imports are rewritten.
# flake8: noqa
from ._errors import (
    ProxyConnectionError,
    ProxyError,
    ProxyTimeoutError,
)
from ._helpers import parse_proxy_url
from ._types import ProxyType
from ._version import __title__, __version__

__all__ = (
    "ProxyConnectionError",
    "ProxyError",
    "ProxyTimeoutError",
    "ProxyType",
    "__title__",
    "__version__",
    "parse_proxy_url",
)
