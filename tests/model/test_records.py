"""The records of a reading: written and read back without loss, in the form of the published schema."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

import rawi
from rawi import Claim, Finding, Mention, Participant, Reading, SourceLink, Span
from rawi.model import CLAIM_TYPES, Document, Outlet

SCHEMA = json.loads((Path(__file__).parent / "result-schema.json").read_text(encoding="utf-8"))
REPORT = (
    "اجتماع روسي تركي في سوتشي\n"
    "قالت وكالة رويترز أمس الاثنين، نقلا عن مصادر، إن قوات سوريا الديمقراطية (قسد) انسحبت من مدينة منبج.\n"
    "وطالبت تركيا روسيا بسحب قواتها من تل رفعت، ونفى القائد العام لقوات سوريا الديمقراطية مظلوم عبدي اعتقال "
    "15 مدنيا في الحسكة يوم الأحد 3 أيار 2021. وقُتل خمسة مدنيين في قصف على سرمين."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return rawi.read(
        REPORT, published="2021-05-04", outlet="عنب بلدي", title="خبر", url="https://example.org/1"
    )


def test_report_fills_every_kind_of_record(reading: Reading) -> None:
    assert reading.claims
    assert reading.findings
    assert any(claim.attribution for claim in reading.claims)
    assert any(claim.holder for claim in reading.claims)
    assert any(claim.place for claim in reading.claims)
    assert any(claim.time for claim in reading.claims)
    assert any(claim.dead for claim in reading.claims)
    assert {mention.kind for mention in reading.mentions} >= {"actor", "person", "place", "time"}


def test_reading_comes_back_from_its_dict(reading: Reading) -> None:
    assert Reading.from_dict(reading.to_dict()) == reading


def test_reading_comes_back_from_its_json(reading: Reading) -> None:
    assert Reading.from_dict(json.loads(reading.to_json(indent=2))) == reading
    assert "قوات سوريا الديمقراطية" in reading.to_json()


def test_reading_keeps_to_the_schema(reading: Reading) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(reading.to_dict())


def test_schema_refuses_what_is_no_reading(reading: Reading) -> None:
    data = reading.to_dict()
    data["claims"][0]["type"] = "GUESS"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_types_of_the_schema_are_those_of_the_program() -> None:
    claim = SCHEMA["$defs"]["claim"]["properties"]["type"]
    if "enum" in claim:
        assert sorted(claim["enum"]) == sorted(CLAIM_TYPES)


def test_mentions_are_found_by_their_ids(reading: Reading) -> None:
    assert set(reading.mention_by_id) == {mention.id for mention in reading.mentions}
    assert len(reading.mention_by_id) == len(reading.mentions)


SPAN = Span(0, 3, "قال")
RECORDS = [
    SPAN,
    Participant("m1"),
    Participant("m1", "sdf", "قسد", "SDF"),
    SourceLink(SPAN, "unnamed"),
    SourceLink(SPAN, "outlet", "reuters", Span(4, 6, "إن")),
    Claim("c1", "ASSAULT", SPAN, SPAN),
    Claim(
        "c1",
        "ASSAULT",
        SPAN,
        SPAN,
        "aerial",
        (Participant("m1"),),
        (Participant("m2", "sdf"),),
        (Participant("m3"),),
        ("m4",),
        "m5",
        SPAN,
        "planned",
        "negated",
        (SourceLink(SPAN, "general"),),
        ">=7",
        "3",
        "10..15",
        "attack",
    ),
    Mention(
        "m1", "place", 0, 3, "قال", "idlib", "إدلب", "Idlib", "gazetteer", None, "Idlib", "SY", 35.9, 36.6
    ),
    Finding("no-source", "note", SPAN, "ملاحظة", "remark"),
    Finding("no-source", "note", SPAN, "ملاحظة", "remark", "c1", "5", "6", "https://example.org"),
    Document("d1", "قال", "00"),
    Document("d1", "قال", "00", "ar", "2021-05", Outlet("عنب بلدي", "enab-baladi"), "t", "u", "a", ("n",)),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_record_comes_back_from_its_dict(record: Span) -> None:
    assert type(record).from_dict(json.loads(json.dumps(record.to_dict()))) == record


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_record_is_frozen(record: Span) -> None:
    field = dataclasses.fields(record)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, field, "x")


@pytest.mark.parametrize(
    ("first", "second", "overlap"), [((0, 3), (2, 4), True), ((0, 3), (3, 4), False), ((1, 2), (0, 9), True)]
)
def test_overlap(first: tuple[int, int], second: tuple[int, int], overlap: bool) -> None:
    a, b = Span.of("0123456789", *first), Span.of("0123456789", *second)
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap
