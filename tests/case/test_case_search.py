"""Search finds words in any spelling, actors under any name, places by what they contain."""

from __future__ import annotations

import pytest

from rawi.case.query import forms_of, parse_query
from rawi.case.search import Filters, Searcher
from rawi.case.store import Case
from rawi.errors import UsageError

REPORTS = {
    "a": ("قصف الطيران الروسي مدينة معرة النعمان في محافظة إدلب أمس الثلاثاء.", "2021-05-05", "عنب بلدي"),
    "b": (
        "التقت هيئةُ تحرير الشام وقوات سوريا الديمقراطية في مدينة جرابلس، وفق مصادر خاصة.",
        "2021-05-06",
        "موقع ب",
    ),
    "c": ("نفى الجيش العراقي أن تنظيم داعش هاجم مدينة بغداد.", "2021-06-01", "موقع ب"),
    "d": (
        "وبالأسلحة الثقيلة هاجمت حركة طالبان قوّات الأمن في ولاية هلمند يوم 3 أيار 2021.",
        "2021-05-04",
        "موقع د",
    ),
}

FOUND = [
    ({"words": "هيئة تحرير الشام"}, "b"),
    ({"words": "هيئه"}, "b"),
    ({"words": "الأسلحة"}, "d"),
    ({"words": "أسلحة"}, "d"),
    ({"words": '"تحرير الشام"'}, "b"),
    ({"words": '"الشام تحرير"'}, ""),
    ({"words": "قوات"}, "bd"),
    ({"words": "قوات -طالبان"}, "b"),
    ({"words": "قوات هلمند"}, "d"),
    ({"words": "غواصات"}, ""),
    ({"actor": "الدولة الإسلامية"}, "c"),
    ({"actor": "isis"}, "c"),
    ({"actor": "SDF"}, "b"),
    ({"place": "إدلب"}, "a"),
    ({"place": "سوريا"}, "ab"),
    ({"place": "حلب"}, "b"),
    ({"type": "CONSULT"}, "b"),
    ({"type": "consult", "place": "إدلب"}, ""),
    ({"type": "ASSAULT/heavy-weapons"}, "a"),
    ({"modality": "denied"}, "c"),
    ({"first_day": "2021-05-04", "last_day": "2021-05-04"}, "a"),
    ({"last_day": "2021-05-03"}, "d"),
    ({"outlet": "موقع ب"}, "bc"),
    ({"outlet": "عنب بلدي"}, "a"),
    ({"origin": "مصادر خاصة"}, "b"),
    ({"finding": "unnamed-only"}, "b"),
]


@pytest.fixture
def searcher(case: Case, put) -> Searcher:  # type: ignore[no-untyped-def]
    for id_, (text, published, outlet) in REPORTS.items():
        put(id_, text, published=published, outlet=outlet)
    return Searcher(case)


def test_every_filter_finds_what_it_should(searcher: Searcher) -> None:
    wrong = []
    for filters, expected in FOUND:
        found = "".join(sorted(hit.report for hit in searcher.search(Filters(**filters))))
        if found != expected:
            wrong.append((filters, expected, found))
    assert not wrong, wrong


def test_a_snippet_marks_what_was_looked_for(searcher: Searcher) -> None:
    [hit] = searcher.search(Filters(words="هيئة الشام"))
    marked = [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    assert marked == ["هيئةُ", "الشام"]


def test_a_hit_shows_the_claims_that_fit(searcher: Searcher) -> None:
    [hit] = searcher.search(Filters(actor="هيئة تحرير الشام", type="CONSULT"))
    assert [(claim.type, claim.places) for claim in hit.claims] == [("CONSULT", "جرابلس")]


def test_pages_follow_one_another(searcher: Searcher) -> None:
    pages = [searcher.search(Filters(words="قوات", limit=1, offset=n))[0].report for n in (0, 1)]
    assert sorted(pages) == ["b", "d"]


def test_an_article_and_particles_are_seen_through() -> None:
    forms = forms_of("الجيش")
    assert {"جيش", "الجيش", "والجيش", "للجيش", "بالجيش", "وجيش"} <= set(forms)
    assert forms_of("2021") == ("2021",)


@pytest.mark.parametrize("query", ["-كلمة", '""', "؟!"])
def test_a_query_needs_something_to_look_for(query: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        parse_query(query)


@pytest.mark.parametrize(("filters", "message"), [({"type": "X"}, "type"), ({"modality": "X"}, "modality")])
def test_unknown_values_are_refused(searcher: Searcher, filters: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        searcher.search(Filters(**filters))
