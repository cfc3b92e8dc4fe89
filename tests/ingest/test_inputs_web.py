"""Fetching: pages, feeds, what is refused, and that nothing private is reached. A server on this machine."""

import gzip
import io

import pytest
from warcio.archiveiterator import ArchiveIterator

from rawi.errors import UsageError
from rawi.ingest import SetAside
from rawi.ingest.inputs import GatherOptions, Incoming, addresses, gather, normalise_url

from .samples import REPORT, TITLE, write_blog_page, write_division_page
from .web import Clock, Page, serve

PAGE = write_blog_page().encode()
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in REPORT.splitlines())
BARE = f"<html><body><article>{PARAGRAPHS}</article></body></html>"


@pytest.fixture
def site():
    with serve() as site:
        yield site


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def options(clock):
    def make(**more):
        return GatherOptions(**{"allow_private": True, "now": clock.now, "sleep": clock.sleep, **more})

    return make


def _one(source, options):
    (item,) = gather(source, options)
    return item


def _fetched(source, options):
    item = _one(source, options)
    assert isinstance(item, Incoming), item
    return item


def _refused(source, options):
    item = _one(source, options)
    assert isinstance(item, SetAside), item
    return item


def test_a_page(site, options):
    site.pages["/news/1"] = Page(PAGE, headers={"X-Test": "yes"})
    url = f"{site.url}/news/1?utm_source=x&id=7#top"
    item = _fetched(url, options())
    assert item.key == f"url:{site.url}/news/1?id=7"
    assert (item.where, item.document.url, item.media_type) == (url, url, "text/html")
    assert (item.original, item.fetched) == (PAGE, "2024-05-01T12:00:00Z")
    assert (item.document.title, item.document.published) == (TITLE, "2022-12-12")
    assert site.agents.pop().startswith("Rawi/")


def test_the_response_record(site, options):
    packed = gzip.compress(PAGE)
    site.pages["/a"] = Page(packed, headers={"Content-Encoding": "gzip", "X-Test": "yes"})
    item = _fetched(f"{site.url}/a", options())
    assert item.original == PAGE
    assert item.response.startswith(b"WARC/1.1\r\n")
    record = next(iter(ArchiveIterator(io.BytesIO(item.response))))
    assert record.rec_headers.get_header("WARC-Target-URI") == f"{site.url}/a"
    assert record.rec_headers.get_header("WARC-Date") == "2024-05-01T12:00:00Z"
    assert record.http_headers.get_header("X-Test") == "yes"
    assert record.raw_stream.read() == packed
    assert (
        _fetched(f"{site.url}/a", options()).response.partition(b"Date:")[0]
        == (item.response.partition(b"Date:")[0])
    )


def test_the_charset_of_the_header(site, options):
    body = BARE.replace("<html>", "<html lang=ar>").encode("iso-8859-6", "ignore")
    site.pages["/a"] = Page(body, "text/html; charset=iso-8859-6")
    assert not any("encoding" in note for note in _fetched(f"{site.url}/a", options()).document.notes)


OTHERS = [
    (REPORT.encode(), "text/plain; charset=utf-8", "text/plain"),
    (
        b'{"text": "%b"}' % REPORT.replace("\n", " ").replace('"', "").encode(),
        "application/json",
        "application/json",
    ),
    (PAGE, None, "text/html"),
]


@pytest.mark.parametrize(("body", "type", "media_type"), OTHERS)
def test_other_types(site, options, body, type, media_type):
    site.pages["/a"] = Page(body, type)
    item = _fetched(f"{site.url}/a", options(outlet="سانا", published="2020"))
    assert (item.media_type, item.key) == (media_type, f"url:{site.url}/a")
    assert item.original == body


def test_redirects(site, options):
    site.pages["/a"] = Page(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Page(status=301, headers={"Location": f"{site.url}/c"})
    site.pages["/c"] = Page(PAGE)
    item = _fetched(f"{site.url}/a", options())
    assert (item.key, item.document.url) == (f"url:{site.url}/a", f"{site.url}/a")
    assert f"Redirected to {site.url}/c" in item.document.notes


def test_a_circle_and_a_long_chain(site, options):
    site.pages["/a"] = Page(status=302, headers={"Location": "/a2"})
    site.pages["/a2"] = Page(status=302, headers={"Location": "/a"})
    assert "in a circle" in _refused(f"{site.url}/a", options()).message
    for number in range(9):
        site.pages[f"/n{number}"] = Page(status=302, headers={"Location": f"/n{number + 1}"})
    assert "More than 5 redirects" in _refused(f"{site.url}/n0", options()).message


REFUSED = [
    (Page(b"x", status=404), "FetchFailed", "404"),
    (Page(b"x", status=500), "FetchFailed", "500"),
    (Page(b"x", "image/png"), "UnknownFormat", "image/png"),
    (Page(b"x", "application/octet-stream"), "UnknownFormat", "no PDF"),
    (Page(b"<?xml version='1.0'?><a/>", "application/xml"), "UnknownFormat", "XML"),
    (Page(b"x" * 60_000), "TooLarge", "50,000 bytes"),
    (Page(gzip.compress(b"x" * 60_000), headers={"Content-Encoding": "gzip"}), "TooLarge", "50,000 bytes"),
    (Page(b"x", headers={"Content-Encoding": "br"}), "BrokenInput", "'br'"),
    (Page(b"xx", headers={"Content-Encoding": "gzip"}), "NotArabic", ""),
    (Page(b""), "EmptyInput", ""),
    (Page(PAGE, pause=0.5), "FetchFailed", "no answer within 0.2 seconds"),
    (Page(b"x", headers={"Content-Length": "90"}), "FetchFailed", ""),
    (Page(status=302, headers={"Location": "file:///etc/passwd"}), "FetchRefused", "'file'"),
    (Page(status=302, headers={"Location": "http://["}), "FetchFailed", "no link"),
]


@pytest.mark.parametrize(("page", "kind", "message"), REFUSED)
def test_what_is_set_aside(site, options, page, kind, message):
    site.pages["/a"] = page
    aside = _refused(f"{site.url}/a", options(max_bytes=50_000, timeout=0.2))
    assert (aside.where, aside.kind) == (f"{site.url}/a", kind), aside
    assert message in aside.message


def test_a_body_without_end(site, options, monkeypatch):
    site.pages["/a"] = Page(b"x" * 60_000, headers={"Content-Length": "999999999"})
    assert _refused(f"{site.url}/a", options()).kind == "TooLarge"


ROBOTS = [
    (Page(b"User-agent: *\nDisallow: /private", "text/plain"), "/private/1", False),
    (Page(b"User-agent: *\nDisallow: /private", "text/plain"), "/open", True),
    (Page(b"User-agent: rawi\nDisallow: /\nUser-agent: *\nAllow: /", "text/plain"), "/open", False),
    (Page(b"x", status=404), "/open", True),
    (Page(b"x", status=403), "/open", False),
    (Page(b"x", status=503), "/open", False),
]


@pytest.mark.parametrize(("robots", "path", "allowed"), ROBOTS)
def test_robots(site, options, robots, path, allowed):
    site.pages.update({"/robots.txt": robots, path: Page(PAGE)})
    item = _one(f"{site.url}{path}", options())
    assert isinstance(item, Incoming) == allowed
    assert (path in site.asked) == allowed
    assert allowed or (item.kind, "robots.txt" in item.message) == ("FetchRefused", True)


def test_politeness(site, options, clock, tmp_path):
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 3", "text/plain")
    site.pages.update({f"/{number}": Page(PAGE) for number in range(3)})
    links = tmp_path / "links.txt"
    lines = [*(f"{site.url}/{number}" for number in range(3)), f"{site.url}/1#again"]
    links.write_text("# pages\n\n" + "\n".join(lines) + "\n")
    *items, last = gather(str(links), options(skip=lambda key: key.endswith("/0")))
    assert [item.key for item in items] == [f"url:{site.url}/1", f"url:{site.url}/2"]
    assert (last.where, last.kind) == (f"{site.url}/1#again", "Repeated")
    assert clock.slept == [3.0]
    assert site.asked == ["/robots.txt", "/1", "/2"]


def _feed(site):
    items = [
        ("/1", "Mon, 12 Dec 2022 01:30:00 +0300", "عنوان من التغذية"),
        ("/2", "some day soon", "آخر"),
        (None, None, "بلا رابط"),
        ("/feed", "2022-12-12", "حلقة"),
    ]
    for path in ("/1", "/2"):
        site.pages[path] = Page(BARE.encode())
    link = "<link>{}</link>"
    body = "".join(
        f"<item>{link.format(site.url + path) if path else ''}<title>{title}</title>"
        f"{f'<pubDate>{date}</pubDate>' if date else ''}</item>"
        for path, date, title in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{body}</channel></rss>'


@pytest.mark.parametrize("local", [True, False])
def test_a_feed(site, options, tmp_path, local):
    feed = _feed(site).encode()
    site.pages["/feed"] = Page(feed, "application/rss+xml")
    (tmp_path / "feed.xml").write_bytes(feed)
    source = str(tmp_path / "feed.xml") if local else f"{site.url}/feed"
    first, second, third, fourth = gather(source, options(published="2020", outlet="سانا"))
    assert (first.document.published, first.document.outlet.name) == ("2022-12-12", "سانا")
    assert first.document.title == "عنوان من التغذية"
    assert second.document.published == "2020"
    assert any("'some day soon' is not a date" in note for note in second.document.notes)
    assert (third.where, third.kind) == (f"{source}#3", "EmptyInput")
    assert (fourth.where, fourth.kind) == (f"{site.url}/feed", "Repeated" if not local else "UnknownFormat")


def test_atom(site, options):
    site.pages["/1"] = Page(write_division_page().encode())
    site.pages["/feed"] = Page(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><link href="1"/>'
        b"<updated>2001-01-01T00:00:00Z</updated></entry></feed>",
        "application/atom+xml",
    )
    item = _fetched(f"{site.url}/feed", options())
    assert (item.where, item.document.published) == (f"{site.url}/1", "2022-12-12")


@pytest.mark.parametrize("body", [b"<rss><channel></channel></rss>", b"<rss><channel><title"])
def test_a_feed_without_items(site, options, body):
    site.pages["/feed"] = Page(body, "application/rss+xml")
    assert _refused(f"{site.url}/feed", options()).kind in ("EmptyInput", "BrokenInput")


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.9", "169.254.169.254", "0.0.0.0", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "100.64.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(monkeypatch, options, address):
    """One private address among public ones is enough."""
    monkeypatch.setattr(addresses, "resolve", lambda host, port: ["93.184.216.34", address])
    aside = _refused("https://example.org/a", options(allow_private=False))
    assert (aside.kind, "no public address" in aside.message) == ("FetchRefused", True)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address):
    assert addresses.is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost"])
def test_spellings_of_this_machine(options, host):
    assert _refused(f"http://{host}/", options(allow_private=False)).kind in ("FetchRefused", "FetchFailed")


def test_a_redirect_to_a_private_address(site, options, monkeypatch):
    """The first host is public, the one it redirects to is not; it is not asked."""
    site.pages["/a"] = Page(status=302, headers={"Location": "http://inside.example/secret"})
    port = site.url.rpartition(":")[2]
    calls = []

    def resolve(host, port):
        calls.append(host)
        return ["127.0.0.1" if host == "news.example" else "10.0.0.1"]

    monkeypatch.setattr(addresses, "resolve", resolve)
    monkeypatch.setattr(addresses, "is_public", lambda text: text == "127.0.0.1")
    aside = _refused(f"http://news.example:{port}/a", options(allow_private=False))
    assert (aside.kind, "'inside.example' is at 10.0.0.1" in aside.message) == ("FetchRefused", True)
    assert set(calls) == {"news.example", "inside.example"}
    assert site.asked == ["/robots.txt", "/a"]


BAD = [
    ("ftp://example.org/a", "'ftp'"),
    ("file:///etc/passwd", "'file'"),
    ("http://user:secret@example.org/a", "name or password"),
    ("http:///a", "no host"),
    ("http://example.org:99999/", "Not a link"),
]


@pytest.mark.parametrize(("url", "message"), BAD)
def test_links_that_are_none(options, url, message):
    aside = _refused(url, options())
    assert (aside.kind, message in aside.message) == ("FetchRefused", True), aside
    assert "secret" not in aside.message + aside.where


def test_out_of_reach(options, monkeypatch, site):
    port = site.url.rpartition(":")[2]
    monkeypatch.setattr(
        addresses.socket, "getaddrinfo", lambda *_, **__: (_ for _ in ()).throw(OSError("no"))
    )
    assert "cannot be found" in _refused(f"http://news.example:{port}/", options()).message
    monkeypatch.setattr(addresses, "resolve", lambda host, port: ["127.0.0.1"])
    assert _refused("http://news.example:1/", options()).kind == "FetchFailed"


URLS = [
    ("HTTP://Example.ORG:80/a#b", "http://example.org/a"),
    ("https://example.org:443", "https://example.org/"),
    ("https://example.org:8443/?b=2&fbclid=1&a=1&utm_campaign=x", "https://example.org:8443/?b=2&a=1"),
    ("https://example.org/خبر?س=1", "https://example.org/%D8%AE%D8%A8%D8%B1?%D8%B3=1"),
    ("https://example.org/%d8%ae%d8%a8%d8%b1?%D8%B3=1", "https://example.org/%D8%AE%D8%A8%D8%B1?%D8%B3=1"),
    ("https://مثال.example/%7Ea", "https://xn--mgbh0fb.example/~a"),
    ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_normalise_url(url, expected):
    assert normalise_url(url) == expected
    assert normalise_url(expected) == expected


@pytest.mark.parametrize("bad", [{"published": "soon"}, {"columns": {"tekst": "x"}}, {"rate": 0}])
def test_bad_options(bad):
    with pytest.raises(UsageError):
        GatherOptions(**bad)


def test_a_body_that_drips(site, options, monkeypatch):
    monkeypatch.setattr("rawi.ingest.inputs.request._PATIENCE", 0.05)
    site.pages["/a"] = Page(PAGE, pause=0.2)
    assert "did not end within 0.1 seconds" in _refused(f"{site.url}/a", options(timeout=2)).message


def test_a_list_with_other_lines(site, options, tmp_path):
    site.pages["/1"] = Page(PAGE)
    (tmp_path / "a.links").write_text(f"nonsense\n{site.url}/1\n")
    aside, item = gather(str(tmp_path / "a.links"), options())
    assert (aside.where, aside.kind, item.where) == ("nonsense", "FetchRefused", f"{site.url}/1")


def test_a_strange_answer_does_not_end_a_list(site, options, tmp_path, monkeypatch):
    monkeypatch.setattr("rawi.ingest.inputs.fetch.response_record", lambda *_: 1 / 0)
    site.pages["/1"] = Page(PAGE)
    (tmp_path / "a.links").write_text(f"{site.url}/1\n{site.url}/2\n")
    assert [item.kind for item in gather(str(tmp_path / "a.links"), options())] == [
        "BrokenInput",
        "FetchFailed",
    ]


def test_a_server_without_tls(site, options):
    assert _refused(site.url.replace("http://", "https://"), options()).kind == "FetchFailed"
