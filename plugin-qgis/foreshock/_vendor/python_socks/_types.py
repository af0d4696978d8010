# python-socks 3.2.1 as published; only its imports are rewritten.
# flake8: noqa
import socket
from enum import Enum


class ProxyType(Enum):
    SOCKS4 = 1
    SOCKS5 = 2
    HTTP = 3


ResolvedAddress = tuple[socket.AddressFamily, str]
