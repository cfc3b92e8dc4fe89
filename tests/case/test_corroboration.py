"""Corroboration of a whole case: incremental, order independent, kept to what people decide."""

from __future__ import annotations

# ruff: noqa: E501
from pathlib import Path

import pytest
from sqlalchemy import select

from rawi.case import tables as t
from rawi.case.rereading import reread
from rawi.case.store import Case, open_case
from rawi.case.stories import list_copies, list_origins, list_stories, read_story, result_of, story_of
from rawi.corroborate import corroborate
from rawi.corroborate.judgements import join_stories, split_claims, take_back
from rawi.errors import CaseError

BODY = (
    "قالت مصادر خاصة إن القوات التركية انسحبت من نقطة مورك في ريف حماة الشمالي يوم الاثنين، وإن رتلاً من الآليات "
    "اتجه نحو معبر كفرلوسين على الحدود السورية التركية برفقة الشرطة العسكرية الروسية. وأضافت المصادر أن عشرات "
    "الجنود ما زالوا في النقاط الأخرى المحاصرة جنوبي إدلب، وأن عملية الانسحاب ستستمر أياماً بحسب ما تسمح به الطرق."
)
REPORTS = {
    "a": (BODY, "2020-10-20", "موقع الشرق"),
    "b": ("عاجل من الشمال\n\n" + BODY, "2020-10-21", "شبكة الغرب"),
    "c": ("انسحبت القوات التركية من نقطة مورك في ريف حماة الشمالي الاثنين، بحسب ما نقل مراسلنا في المنطقة.", "2020-10-20",
          "وكالة الجنوب"),
    "d": ("نفت تركيا انسحاب قواتها من نقطة مورك في ريف حماة.", "2020-10-21", "قناة الوسط"),
    "e": ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره الإيراني في موسكو أمس.", "2020-10-21", "قناة الوسط"),
}  # fmt: skip


@pytest.fixture
def filled(case: Case, put) -> Case:  # type: ignore[no-untyped-def]
    for id_, (text, published, outlet) in REPORTS.items():
        put(id_, text, published=published, outlet=outlet)
    return case


def _withdrawal(case: Case) -> str:
    return next(line.id for line in list_stories(case, type="RETREAT") if line.reports > 1)


def test_copies_and_origins_are_found(filled: Case) -> None:
    done = corroborate(filled)
    assert (done.reports, done.copies) == (5, 1)
    [copy] = list_copies(filled)
    assert (copy.report, copy.source, copy.kind, copy.basis, copy.own) == (
        "b",
        "a",
        "whole",
        "published",
        False,
    )
    matrix = read_story(filled, _withdrawal(filled))
    assert {row.report for row in matrix.rows} == {"a", "b", "c", "d"}
    assert matrix.line.denied
    assert "polarity" in matrix.line.contradictions
    origin = {row.report: row.origin for row in matrix.rows}
    assert origin["a"] == origin["b"] != origin["c"]
    assert matrix.line.origins == 3


def test_every_claim_is_in_one_story(filled: Case) -> None:
    corroborate(filled)
    with filled.connect() as connection:
        claims = set(connection.execute(select(t.claim.c.id)).scalars())
        told = list(connection.execute(select(t.story_claim.c.claim)).scalars())
    assert sorted(told) == sorted(claims)


def test_running_again_changes_nothing(filled: Case) -> None:
    corroborate(filled)
    before = result_of(filled), list_stories(filled)
    again = corroborate(filled)
    assert (again.reports, again.claims) == (0, 0)
    assert (result_of(filled), list_stories(filled)) == before


def test_the_order_of_adding_makes_no_difference(filled: Case, tmp_path: Path, reader) -> None:  # type: ignore[no-untyped-def]
    from rawi.case.store import Received
    from rawi.ingest import document_from_text

    corroborate(filled)
    with open_case(str(tmp_path / "other.rawi"), create=True) as other:
        run = other.begin_run("test", [], rawi="0", knowledge="")
        for id_, (text, published, outlet) in reversed(REPORTS.items()):
            document = document_from_text(text, id=id_, published=published, outlet=outlet)
            other.put(
                Received(f"id:{id_}", id_, b"x" + id_.encode(), "text/plain"), reader.read(document), run
            )
            corroborate(other)
        assert result_of(other) == result_of(filled)
        assert sorted(map(str, list_stories(other))) == sorted(map(str, list_stories(filled)))


def test_a_changed_report_leaves_its_story(filled: Case, put) -> None:  # type: ignore[no-untyped-def]
    corroborate(filled)
    put("b", "أعلن الجيش السوداني استعادة مدينة بارا.", published="2020-10-21", outlet="شبكة الغرب")
    corroborate(filled)
    assert list_copies(filled) == []
    assert "b" not in {row.report for row in read_story(filled, _withdrawal(filled)).rows}


def test_reference_texts_are_no_origins(case: Case, put) -> None:  # type: ignore[no-untyped-def]
    put("a", *REPORTS["a"][:1], published="2020-10-20", outlet="موقع الشرق")
    put("x", BODY, published="2020-10-20", outlet="موسوعة", role="reference")
    corroborate(case)
    assert len(list_copies(case)) == 1
    story = story_of(case, next(row.claim for row in read_story(case, _withdrawal(case)).rows))
    assert read_story(case, story).line.origins == 1


def test_outlets_originate_and_carry(filled: Case) -> None:
    corroborate(filled)
    rows = {row["outlet"]: row for row in list_origins(filled)}
    assert rows["موقع الشرق"]["originates"] > 0
    assert rows["شبكة الغرب"]["carries"] > 0
    assert rows["شبكة الغرب"]["originates"] == 0


def test_rereading_keeps_copies_and_stories(filled: Case) -> None:
    corroborate(filled)
    before = result_of(filled)
    assert [one.new + one.gone for one in reread(filled, everything=True, jobs=1)] == [0] * 5
    corroborate(filled)
    assert result_of(filled) == before


def test_people_split_join_and_take_back(filled: Case) -> None:
    corroborate(filled)
    story = _withdrawal(filled)
    before = result_of(filled)
    denial = next(row.claim for row in read_story(filled, story).rows if row.report == "d")
    rest = split_claims(filled, story, [denial], by="ليلى")
    corroborate(filled)
    assert story_of(filled, denial) != story_of(filled, rest)
    join_stories(filled, story_of(filled, rest), story_of(filled, denial))
    corroborate(filled)
    assert story_of(filled, denial) == story_of(filled, rest)
    for _ in range(2):
        take_back(filled, story_of(filled, rest))
        corroborate(filled)
    assert result_of(filled) == before
    with pytest.raises(CaseError, match="Nobody has decided"):
        take_back(filled, story_of(filled, rest))


@pytest.mark.parametrize(
    "decide", [lambda c, s: join_stories(c, s, s), lambda c, s: split_claims(c, s, ["x"])]
)
def test_impossible_decisions_are_refused(filled: Case, decide) -> None:  # type: ignore[no-untyped-def]
    corroborate(filled)
    with pytest.raises(CaseError):
        decide(filled, _withdrawal(filled))


def test_an_unknown_story_is_refused(filled: Case) -> None:
    with pytest.raises(CaseError, match="no story"):
        read_story(filled, "zzz")
