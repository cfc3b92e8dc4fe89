"""The answer of a server in, a response record of WARC/1.1 out, as web archives keep them.

Headers and body are as received. Only chunked transfer, which is undone on the way, is kept under
another name of its header, as Common Crawl does.
"""

from __future__ import annotations

import hashlib
import io
import uuid

from rawi.ingest.inputs.request import Answer

_RENAMED = {b"transfer-encoding": b"X-Crawler-Transfer-Encoding"}


def response_record(answer: Answer, fetched: str) -> bytes:
    """The record of `answer`, received at the time `fetched`. Its id is a hash of what it holds."""
    import httpx
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    head = StatusAndHeaders(
        f"{answer.status} {answer.reason}".strip(),
        [(_name(name).decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers],
        protocol=answer.version,
    )
    identity = f"{answer.url} {fetched} {hashlib.sha256(answer.body).hexdigest()}"
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        str(httpx.URL(answer.url)),
        "response",
        payload=io.BytesIO(answer.body),
        length=len(answer.body),
        http_headers=head,
        warc_headers_dict={
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}>",
            "WARC-Date": fetched,
            "WARC-IP-Address": answer.address,
        },
    )
    writer.write_record(record)
    return stream.getvalue()


def _name(name: bytes) -> bytes:
    return _RENAMED.get(name.lower(), name)
