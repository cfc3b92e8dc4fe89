"""A file packed with gzip in, the file in it out, unpacked as it is read."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import cast

from rawi.ingest.inputs.base import Blob, GatherOptions, SeekableStream, Things


def open_gzip(blob: Blob, options: GatherOptions) -> Things:
    """The one file in `blob`; it keeps the place and the key of the packed one."""
    with gzip.GzipFile(fileobj=blob.stream) as stream:
        inner = cast(SeekableStream, stream)
        yield replace(blob, stream=inner, name=blob.name[: -len(".gz")], depth=blob.depth + 1)
