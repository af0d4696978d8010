"""Which TCP connections this very process holds, as the kernel sees them."""

from __future__ import annotations

import contextlib
import os
import re
from typing import Set


def connected_ports() -> Set[int]:
    """The remote ports of all connections, whatever their state."""
    own = set()
    for descriptor in os.listdir("/proc/self/fd"):
        # The descriptor that lists the folder is closed by now.
        with contextlib.suppress(FileNotFoundError):
            found = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(f"/proc/self/fd/{descriptor}"))
            if found:
                own.add(found[1])
    ports = set()
    for table in ("tcp", "tcp6"):
        with open(f"/proc/self/net/{table}") as lines:
            next(lines)
            for line in lines:
                columns = line.split()
                if columns[9] in own:
                    ports.add(int(columns[2].rsplit(":", 1)[1], 16))
    ports.discard(0)  # of a socket that listens
    return ports
