"""Plain text is kept exactly, in whatever encoding it comes."""

import hashlib

import pytest

from rawi.errors import EmptyInput, NotArabic, RawiError, TooLarge, UsageError
from rawi.ingest import base, document_from_text, documents_from

from .samples import REPORT, TITLE

ENCODINGS = [
    ("utf-8", None), ("utf-8-sig", None), ("utf-16", None), ("utf-32", None),
    ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"),
    ("cp1256", "windows-1256"), ("iso-8859-6", "ISO-8859-6"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "guess"), ENCODINGS)
@pytest.mark.parametrize("length", [len(REPORT), 60])
def test_encodings(read_one, encoding, guess, length):
    text = REPORT[:length]
    data = text.encode(encoding)
    document = read_one(data, "text")
    assert document.text == text
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == document.sha256[:12]
    assert document.notes == ((f"The encoding is not stated; read as {guess}",) if guess else ())


def test_a_few_bad_bytes_are_shown(read_one):
    document = read_one(REPORT.encode()[:-1] + b"\xff\xfe", "text")
    assert document.text.startswith(TITLE)
    assert "not valid UTF-8 are shown as U+FFFD" in document.notes[0]


WRONG = [
    (REPORT.encode().decode("cp1256"), "UTF-8 that was read as windows-1256"),
    (REPORT.encode().decode("latin-1"), "UTF-8 that was read as windows-1252"),
    (REPORT.encode("cp1256").decode("latin-1"), "windows-1256 that was read as windows-1252"),
    (REPORT.encode("ascii", "replace").decode(), "question marks"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_encodings(refuse, text, message):
    aside = refuse(text.encode(), "text")
    assert aside.kind == "BrokenInput"
    assert "Wrong encoding" in aside.message
    assert message in aside.message
    assert "accepted: " in aside.message


BAD = [
    (b"", "EmptyInput", "the text is empty"),
    (" \n\t\u200f\u00a0".encode(), "EmptyInput", "white space or invisible characters only"),
    (bytes(range(256)) * 20, "BrokenInput", "Binary data"),
    (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "UnknownFormat", "a PNG image"),
    (b"PK\x03\x04" + b"0" * 50, "UnknownFormat", "a ZIP archive"),
    (b"{\\rtf1 }", "UnknownFormat", "an RTF file"),
    (b"12345 !", "NotArabic", "no letters"),
]


@pytest.mark.parametrize(("data", "kind", "message"), BAD)
def test_bad_input(refuse, data, kind, message):
    aside = refuse(data)
    assert (aside.where, aside.kind) == ("stdin", kind)
    assert message in aside.message
    assert "accepted: " in aside.message


KEPT = [
    "\ufeffقال\u200f ال\u0640\u0640جيش\r\n\r\n",
    "  ﻗﻮﺍﺕ ﺳﻮﺭﻳﺎ\u0000 quot;قسد&nbsp;",
    "قسد",
    "قال\u202b الجيش\u202c \u2028 سطر",
]


@pytest.mark.parametrize("text", KEPT)
def test_the_text_is_kept_exactly(text):
    document = document_from_text(text)
    assert document.text == text
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_halves_of_surrogate_pairs_keep_their_place():
    document = document_from_text("قال \ud800 الجيش")
    assert document.text == "قال \ufffd الجيش"
    assert document.notes


def test_options():
    document = document_from_text(
        REPORT, id="a", published="2022-12-12T10:00", outlet=" بردى بوست ", title="ع", url="https://a.example"
    )
    assert (document.id, document.published, document.title) == ("a", "2022-12-12", "ع")
    assert document.outlet.name == "بردى بوست"
    assert document.outlet.entity is None
    with pytest.raises(UsageError, match=r"published: 'yesterday' is not a date.*accepted: YYYY"):
        document_from_text(REPORT, published="yesterday")


def test_a_title_given_twice_is_the_title():
    assert document_from_text(f'{TITLE} «قسد»\n\n{TITLE} "قسد"\n\n{REPORT}').title == f"{TITLE} «قسد»"
    assert document_from_text(REPORT).title is None


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\x00"])
def test_empty(text):
    with pytest.raises(EmptyInput, match=r"Nothing to read.*accepted: "):
        document_from_text(text)


def test_too_large(monkeypatch):
    monkeypatch.setattr(base, "MAX_CHARACTERS", 100)
    with pytest.raises(TooLarge, match="accepted: up to 100"):
        document_from_text("قسد " * 26)


def test_a_very_long_text_is_read_with_a_note(read_one):
    data = (f"{REPORT}\n\n" * 50_000).encode()[:8_000_000]
    document = read_one(data, "text")
    assert len(document.text) > 4_000_000
    assert any("Very long text" in note for note in document.notes)


def test_fifty_megabytes_are_set_aside(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes((f"{REPORT}\n\n" * 50_000).encode()[:50_000_000])
    (aside,) = documents_from(path)
    assert aside.kind == "TooLarge"
    assert "larger than 20 MB" in aside.message


@pytest.mark.parametrize("text", ["ا" * 1_000_000, " " * 1_000_000 + "قسد", REPORT.replace("\n", " ") * 1500])
def test_a_line_of_a_million_characters(read_one, text):
    assert read_one(text.encode(), "text").text == text


def test_not_arabic_is_an_error_of_rawi():
    with pytest.raises(RawiError):
        document_from_text("The army said that it had left the town.")
    assert issubclass(NotArabic, RawiError)
