"""Whatever comes in, a document or a record of why not comes out."""

import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.errors import InputError
from rawi.ingest import FORMATS, SetAside, document_from_text, documents_from_stream
from rawi.model import Document

from .samples import PARAGRAPHS, TITLE, write_blog_page, write_docx

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ARABIC = st.text(
    alphabet=st.sampled_from('ابتةىيأؤءچپکیە ﻻﻗ\u0640\u064b\u200f\u202b\n.;&qnbsp12«»"،؟\ufffd\x00'),
    max_size=200,
)


def _check(items):
    for item in items:
        assert isinstance(item, Document | SetAside)
        if isinstance(item, SetAside):
            assert item.where.startswith("stdin")
            assert item.message
            assert item.kind in {error.__name__ for error in InputError.__subclasses__()}
        else:
            assert item.text.encode()


@SLOW
@given(text=st.text() | ARABIC)
def test_any_string(text):
    try:
        document = document_from_text(text)
    except InputError:
        return
    assert document.text == text
    assert document == document_from_text(text)


@SLOW
@given(data=st.binary(max_size=400), format=st.sampled_from(FORMATS))
def test_random_bytes(data, format):
    _check(documents_from_stream(io.BytesIO(data), format=format))


@SLOW
@given(
    text=ARABIC,
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1256", "iso-8859-6"]),
    format=st.sampled_from(FORMATS),
)
def test_arabic_in_any_encoding(text, encoding, format):
    _check(documents_from_stream(io.BytesIO(text.encode(encoding, "replace")), format=format))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_damaged_files(format, seed):
    pdf = (Path(__file__).parent / "data" / "report.pdf").read_bytes()
    data = {"pdf": pdf, "docx": write_docx(PARAGRAPHS, heading=TITLE), "html": write_blog_page().encode()}[
        format
    ]
    chance = random.Random(seed)
    damaged = bytearray(data)
    for _ in range(chance.choice([1, 20, 400])):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    _check(documents_from_stream(io.BytesIO(bytes(damaged[: chance.randrange(len(data))])), format=format))
    _check(documents_from_stream(io.BytesIO(bytes(damaged)), format=format))
