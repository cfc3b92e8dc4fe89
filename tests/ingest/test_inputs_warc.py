"""Web archives: the pages in them, the broken records between them, and what is counted only."""

import gzip
import io
import zipfile

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rawi.ingest import SetAside
from rawi.ingest.inputs import GatherOptions, Incoming, gather, records

from .samples import REPORT, write_blog_page

PAGE = write_blog_page().encode()
PDF_TYPE = "application/pdf"


def _record(
    url,
    body=PAGE,
    *,
    kind="response",
    status="200 OK",
    type="text/html; charset=utf-8",
    version="1.0",
    **headers,
):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False, warc_version=version)
    lines = [("Content-Type", type), *((name.replace("_", "-"), value) for name, value in headers.items())]
    record = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        http_headers=StatusAndHeaders(status, lines, protocol="HTTP/1.1") if kind == "response" else None,
        warc_headers_dict={"WARC-Date": "2023-01-02T03:04:05Z"},
        **({"warc_content_type": "text/html"} if kind == "resource" else {}),
    )
    writer.write_record(record)
    return file.getvalue()


def _pages(count=3, **more):
    return [_record(f"https://a.example/{number}", **more) for number in range(count)]


@pytest.fixture
def take(tmp_path):
    def run(name, data):
        (tmp_path / name).write_bytes(data)
        items = list(gather(str(tmp_path / name), GatherOptions()))
        came = [item for item in items if isinstance(item, Incoming)]
        return came, [item for item in items if isinstance(item, SetAside)]

    return run


def _packed(parts):
    return b"".join(gzip.compress(part) for part in parts)


WAYS = [
    ("a.warc", b"".join),
    ("a.warc.gz", _packed),
    ("b.warc.gz", lambda parts: gzip.compress(b"".join(parts))),
]


@pytest.mark.parametrize(("name", "pack"), WAYS)
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_pages(take, tmp_path, name, pack, version):
    came, asides = take(name, pack(_pages(version=version)))
    assert asides == []
    assert [item.key for item in came] == [f"url:https://a.example/{number}" for number in range(3)]
    first = came[0]
    assert first.where == f"{tmp_path / name}!https://a.example/0"
    assert (first.original, first.media_type, first.fetched) == (PAGE, "text/html", "2023-01-02T03:04:05Z")
    assert first.document.url == "https://a.example/0"
    assert first.response.startswith(b"WARC/1.1\r\n")
    assert (
        first.response.partition(b"\r\n")[2] == _pages(1, version=version)[0].partition(b"\r\n")[2] or version
    )
    assert next(iter(ArchiveIterator(io.BytesIO(first.response)))).raw_stream.read() == PAGE


def test_how_bodies_are_packed(take):
    chunked = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (PAGE[:99], PAGE[99:])) + b"0\r\n\r\n"
    came, asides = take(
        "a.warc",
        _record("https://a.example/1", chunked, Transfer_Encoding="chunked")
        + _record("https://a.example/2", gzip.compress(PAGE), Content_Encoding="gzip")
        + _record("https://a.example/3", PAGE, Transfer_Encoding="chunked", Content_Encoding="gzip")
        + _record("https://a.example/4", REPORT.encode(), type="text/plain"),
    )
    assert ([item.original for item in came], asides) == ([PAGE, PAGE, PAGE, REPORT.encode()], [])


def test_what_is_counted(take):
    parts = [
        _record("https://a.example/1"),
        _record("https://a.example/2", status="404 Not Found"),
        _record("https://a.example/3", type="image/png"),
        _record("https://a.example/4", type="image/png"),
        _record("https://a.example/5", b"", kind="revisit"),
        _record("https://a.example/6", b"x", kind="resource"),
        _record("https://a.example/7", b"", kind="metadata"),
    ]
    came, (aside,) = take("a.warc", b"".join(parts))
    assert (len(came), aside.kind) == (1, "Skipped")
    for count in (
        "1 revisit records",
        "2 responses of image/png",
        "1 responses with status 404",
        "type resource",
    ):
        assert count in aside.message


def _cut(parts):
    return b"".join([parts[0], parts[1][: len(parts[1]) // 2], parts[2]])


def _without_length(parts):
    return b"".join([parts[0], parts[1].replace(b"Content-Length: ", b"Content-Size: "), parts[2]])


def _noise(parts):
    return b"".join([parts[0], b"\x00noise\nnoise\n\n", parts[2]])


def _cut_at_the_end(parts):
    return b"".join([parts[0], parts[2], parts[1][:-500]])


@pytest.mark.parametrize("spoil", [_cut, _without_length, _noise, _cut_at_the_end])
def test_a_broken_record(take, spoil):
    came, (aside,) = take("a.warc", spoil(_pages()))
    assert [item.key[-1] for item in came] == ["0", "2"]
    assert aside.kind == "BrokenInput"


def _damage(data):
    middle = len(data) // 2
    return data[:middle] + bytes(byte ^ 0x55 for byte in data[middle : middle + 40]) + data[middle + 40 :]


@pytest.mark.parametrize(
    "spoil", [_damage, lambda data: data[:-50], lambda data: data[: len(data) // 2], lambda data: b"x" * 300]
)
@pytest.mark.parametrize("chunk", [50, 1 << 16])
def test_a_broken_packed_record(take, spoil, chunk, monkeypatch):
    monkeypatch.setattr(records, "_CHUNK", chunk)
    first, second, third = map(gzip.compress, _pages())
    came, (aside,) = take("a.warc.gz", first + spoil(second) + third)
    assert [item.key[-1] for item in came] == ["0", "2"]
    assert aside.kind == "BrokenInput"


def test_a_page_that_was_changed(take):
    (record,) = _pages(1)
    ((sound,), _) = take("a.warc", record)
    ((changed,), _) = take("b.warc", record.replace("التركية".encode(), "الروسية".encode()))
    assert "digest does not match" not in " ".join(sound.document.notes)
    assert "digest does not match" in " ".join(changed.document.notes)


def test_limits(monkeypatch, take):
    monkeypatch.setattr("rawi.ingest.inputs.warcs.MAX_FILE_BYTES", 3 * len(PAGE))
    parts = [
        _record("https://a.example/1"),
        _record("https://a.example/2", PAGE * 9),
        _record("https://a.example/3"),
    ]
    for name, pack in WAYS[:1]:
        came, (aside,) = take(name, pack(parts))
        assert ([item.key[-1] for item in came], aside.kind) == (["1", "3"], "TooLarge")


def test_a_page_without_text_is_set_aside(take):
    came, (aside,) = take(
        "a.warc", _record("https://a.example/1", b"<html><body></body></html>") + _pages(1)[0]
    )
    assert (len(came), aside.where.partition("!")[2]) == (1, "https://a.example/1")


@pytest.mark.parametrize("data", [b"", b"not an archive"])
def test_no_archive(take, data):
    assert len(take("a.warc", data)[1]) == 1
    assert len(take("a.warc.gz", data)[1]) == 1


@pytest.mark.parametrize("name", ["a.wacz", "a.zip"])
def test_wacz(take, tmp_path, name):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr("archive/data.warc.gz", _packed(_pages()))
    came, asides = take(name, file.getvalue())
    assert ([item.key[-1] for item in came], asides) == (["0", "1", "2"], [])
    assert came[0].where == f"{tmp_path / name}!archive/data.warc.gz!https://a.example/0"
