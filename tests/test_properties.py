"""Whatever the text: an error of Rawi's own, or a reading whose every part stands where it says."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rawi import RawiError, Reader, Reading
from rawi.claims.verify import problems_of
from rawi.ingest import document_from_text
from rawi.knowledge.loader import PACKS

READER = Reader()

WORDS = """
قال قالت قصفت اتهم نفت أعلن دعا طالبت سيطر انسحب اعتقل قُتل عُقد اجتماع انسحاب قصف هجوم اعتقال تشكيل إطلاق
روسيا تركيا إيران الجيش السوري قوات سوريا الديمقراطية قسد (قسد) تنظيم داعش هيئة تحرير الشام الهيئة الحركة
الطرفان الرئيس وزير الخارجية بشار الأسد مظلوم عبدي وكالة رويترز مصادر مصدر بحسب نقلا عن إن أن إنها الذي التي
في من إلى على بين مع ضد وقف النار إدلب حلب منبج مدينة ريف صنعاء الخرطوم أمس الاثنين 2017 15 أيار عشرة ثلاثة
مدنيين قتلى لم لن سوف قد و ف بـ لل وبالجيش وقواتها ، . : ؟ … " « » ( ) [ ] - / • &nbsp; &quot; SDF ١٢ 3,800
""".split()  # noqa: SIM905
NOISE = (
    "\u0621\u0623\u0627\u0649\u0629\u0640\u064b\u064f\u0651\u0670\u06a9\u06cc\ufefb\ufed7\ufdf2"
    "\u200c\u200f\u202a\u202b\u202c\u2067\u2069\ufeff\u00a0\u2028\x85\x0b\r\n\t"
    " .،؛؟!:\"'«»“”()[]{}-–—/\\…•*٠٩۴0179٪%&;#@<>abZéß中😀𐤀\u0301"
)

EXAMPLES = yaml.load((PACKS / "arabic/examples.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
EXAMPLES.pop("_gaps", None)
SENTENCES = sorted({text for row in EXAMPLES.values() for text in row.values() if text})


def spoilt(sentence: str, other: str, start: int, end: int, noise: str) -> str:
    """`sentence` with what stands from `start` to `end` replaced by noise and the end of `other`."""
    start, end = sorted((start % len(sentence), end % len(sentence)))
    return f"{sentence[:start]}{noise}{other[len(other) // 2 :]} {sentence[end:]}"


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
letters = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة ", min_size=1, max_size=60)
noise = st.text(alphabet=NOISE, max_size=40)
anything = st.text(max_size=60)
whole = st.sampled_from(SENTENCES)
broken = st.builds(spoilt, whole, whole, st.integers(0, 200), st.integers(0, 200), noise)
pieces = st.lists(st.one_of(whole, broken, sentences, letters, noise), min_size=1, max_size=6)
texts = st.one_of(pieces.map(" ".join), pieces.map("\n".join), pieces.map("".join), broken, anything)
dates = st.sampled_from([None, "2021-05-05", "2021-05", "2021"])
outlets = st.sampled_from([None, "عنب بلدي", "رويترز", "؟"])


def reading_of(text: str, published: str | None = None, outlet: str | None = None) -> Reading | None:
    """The reading, or None where the text is refused with an error of Rawi's own."""
    try:
        document = document_from_text(text, published=published, outlet=outlet)
    except RawiError:
        return None
    return READER.read(document)


def spans_of(data: object) -> Iterator[dict[str, object]]:
    """Every mapping of the result that has a start, an end and a text."""
    if isinstance(data, dict):
        if {"start", "end", "text"} <= set(data):
            yield data
        for value in data.values():
            yield from spans_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from spans_of(value)


SLOW = settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(texts, dates, outlets)
@example('قال الجيش "إن\nقوات', None, None)
@example("\u202bقصفت روسيا إدلب\u202c", "2021-05-05", "رويترز")
@example("ﻗﺼﻔﺖ ﺭﻭﺳﻴﺎ ﺇﺩﻟﺐ", None, None)
@example("قصفت روسيا إدلب.\r\n\r\nقال", "2021", None)
@example("و", None, None)
@example("والـ", None, None)
@example("قُـ", None, None)
@example("ﷺ ﷲ ﻻ", None, None)
def test_everything_stands_where_it_says(text: str, published: str | None, outlet: str | None) -> None:
    reading = reading_of(text, published, outlet)
    if reading is None:
        return
    text = reading.document.text
    for span in spans_of({key: value for key, value in reading.to_dict().items() if key != "document"}):
        start, end = span["start"], span["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert 0 <= start < end <= len(text)
        assert text[start:end] == span["text"]
    mentions = reading.mention_by_id
    assert len(mentions) == len(reading.mentions)
    for claim in reading.claims:
        assert problems_of(claim, text, mentions) == []
        assert {mentions[id_].kind for id_ in claim.place} <= {"place"}
        assert claim.time is None or mentions[claim.time].kind == "time"
        assert claim.evidence.start <= claim.trigger.start < claim.trigger.end <= claim.evidence.end
        assert claim.holder == () or claim.modality in ("planned", "proposed", "requested")
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    assert {finding.claim for finding in reading.findings} <= {None, *ids}


@settings(SLOW, max_examples=150)
@given(texts, dates)
def test_reading_twice_gives_the_same(text: str, published: str | None) -> None:
    first, second = reading_of(text, published), reading_of(text, published)
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert first.to_json() == second.to_json()


@settings(SLOW, max_examples=150)
@given(texts)
def test_reading_comes_back_from_its_json(text: str) -> None:
    reading = reading_of(text)
    if reading is not None:
        assert Reading.from_dict(json.loads(reading.to_json())) == reading


REPORT = "قالت وكالة رويترز أمس إن روسيا قصفت مدينة منبج، وطالبت تركيا قوات سوريا الديمقراطية بالانسحاب."


@settings(SLOW, max_examples=80)
@given(st.data())
def test_invisible_characters_change_no_claim(data: st.DataObject) -> None:
    """Bidi controls, joiners and tatweel within words are nothing to the reader."""
    plain = reading_of(REPORT, "2021-05-05")
    gaps = [i for i in range(1, len(REPORT)) if REPORT[i].isalpha() and REPORT[i - 1].isalpha()]
    text = REPORT
    for place in sorted(data.draw(st.sets(st.sampled_from(gaps), max_size=6)), reverse=True):
        mark = data.draw(st.sampled_from("\u0640\u200c\u200d\u200f\u202b\u064e\u0651\ufeff"))
        text = text[:place] + mark + text[place:]
    marked = reading_of(text, "2021-05-05")
    assert plain is not None
    assert marked is not None
    claims = [outline(claim) for claim in plain.to_dict()["claims"]]
    assert [outline(claim) for claim in marked.to_dict()["claims"]] == claims


def outline(claim: dict[str, object]) -> list[object]:
    """What a claim says, without offsets and ids."""
    people = [[person["entity"] for person in claim[role]] for role in ("actor", "recipient", "holder")]  # type: ignore[attr-defined, index]
    links = [link["kind"] for link in claim["attribution"]]  # type: ignore[attr-defined, index]
    return [claim["rule"], claim["modality"], claim["polarity"], *people, links, len(claim["place"])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت " * 3000,
        "قصفت روسيا إدلب. " * 400,
        "(" * 2000 + "قصف روسيا",
        "و" * 5000,
        "«" * 500 + "قالت روسيا",
    ],
)
def test_long_and_odd_texts_are_read(text: str) -> None:
    assert reading_of(text) is not None
