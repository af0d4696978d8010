from __future__ import annotations

from typing import Iterator

import pytest
import services


@pytest.fixture(scope="session")
def private_services() -> Iterator[services.Services]:
    yield from services.session()
