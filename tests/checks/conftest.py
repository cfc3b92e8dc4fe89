"""One reader for all tests of checks."""

from __future__ import annotations

import pytest

from rawi.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
