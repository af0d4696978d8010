from __future__ import annotations

from typing import Any, Iterator

import pytest
import services
from fleet import Fleet


@pytest.fixture(scope="session")
def private_services() -> Iterator[services.Services]:
    yield from services.session()


@pytest.fixture(scope="module")
def fleet(private_services: services.Services, tmp_path_factory: Any) -> Iterator[Fleet]:
    running = Fleet(private_services, tmp_path_factory.mktemp("fleet"))
    yield running
    running.stop()
