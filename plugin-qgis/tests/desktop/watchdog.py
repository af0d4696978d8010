"""How long the plugin holds the main thread, seen from a thread of its own."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

_PERIOD = 0.02
#: What a person feels, seconds.
LONG = 0.1


class Watchdog:
    """Looks every 20 ms which call of the plugin is under way on the main thread. A call that is there in two looks was there
    in between, too: frames are kept alive by the look, so that no two share an address."""

    def __init__(self, folder: Path) -> None:
        # QGIS reaches the plugin through a link.
        self._folders = (str(folder), str(folder.resolve()))
        self._main = threading.main_thread().ident
        self._end = threading.Event()
        self._held: List[Tuple[float, str]] = []
        self._looks = 0
        self._longest_pause = 0.0
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> Dict[str, Any]:
        """What was seen: the longest calls, seconds and where they were at the time."""
        self._end.set()
        self._thread.join()
        long = sorted((each for each in self._held if each[0] > LONG), reverse=True)
        return {
            "looks": self._looks,
            "longest_pause_between_looks": round(self._longest_pause, 3),
            "longest_calls": [(round(seconds, 3), where) for seconds, where in sorted(self._held, reverse=True)[:8]],
            "calls_over_100_ms": len(long),
        }

    def _run(self) -> None:
        before: Optional[Any] = None
        since = last = time.monotonic()
        places: Counter = Counter()
        while not self._end.wait(_PERIOD):
            now = time.monotonic()
            self._longest_pause = max(self._longest_pause, now - last)
            last = now
            self._looks += 1
            outer, inner = self._plugin_frames(sys._current_frames().get(self._main))
            if outer is None or outer is not before:
                if before is not None and now - since > _PERIOD:
                    self._held.append((now - since, _told(before, places)))
                before, since, places = outer, now, Counter()
            if inner is not None:
                places[_place(inner)] += 1

    def _plugin_frames(self, frame: Any) -> Tuple[Any, Any]:
        """The outermost and the innermost frame of the plugin on a stack."""
        outer = inner = None
        while frame is not None:
            if frame.f_code.co_filename.startswith(self._folders):
                inner = inner or frame
                outer = frame
            frame = frame.f_back
        return outer, inner


def _told(outer: Any, places: Counter) -> str:
    """The call, and where it was most of the time."""
    looks = sum(places.values())
    shares = ", ".join(f"{place} {round(100 * count / looks)} %" for place, count in places.most_common(4))
    return f"{outer.f_code.co_name}: {shares}"


def _place(frame: Any) -> str:
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
