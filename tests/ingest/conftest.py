"""What the tests of ingest share."""

import io
from collections.abc import Callable

import pytest

from rawi.ingest import SetAside, documents_from_stream
from rawi.model import Document

Items = list[Document | SetAside]


@pytest.fixture
def read_all() -> Callable[..., Items]:
    """Reads bytes in a format to the end."""

    def read(data: bytes, format: str = "auto", **options: str) -> Items:
        return list(documents_from_stream(io.BytesIO(data), format=format, **options))

    return read


@pytest.fixture
def read_one(read_all: Callable[..., Items]) -> Callable[..., Document]:
    """Reads bytes that are one document."""

    def read(data: bytes, format: str = "auto", **options: str) -> Document:
        (document,) = read_all(data, format, **options)
        assert isinstance(document, Document), document
        return document

    return read


@pytest.fixture
def refuse(read_all: Callable[..., Items]) -> Callable[..., SetAside]:
    """Reads bytes that are set aside."""

    def read(data: bytes, format: str = "auto", **options: str) -> SetAside:
        (aside,) = read_all(data, format, **options)
        assert isinstance(aside, SetAside), aside
        return aside

    return read
