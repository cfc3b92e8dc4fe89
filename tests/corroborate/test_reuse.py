"""Reuse of text: what is found and refused, in the annotated stories and in copies made for the test."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from rawi.corroborate.reuse import (
    MIN_SHARED_KEYS,
    Published,
    Reuse,
    find_all,
    find_direction,
    find_reuse,
    reuse_keys,
)

TEXTS = Path(__file__).resolve().parents[1] / "benchmark" / "texts"
SHARED = Path("/work/shared")
NEWS = SHARED / "reference" / "news" / "saudinewsnet-4days.jsonl.gz"
#: The copies among the shipped reports, as annotated in the benchmark's stories.
COPIES = {("r1a", "r1b"), ("r4a", "r4b")}


@cache
def shipped() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))}


@cache
def originals() -> dict[str, str]:
    """The shipped reports without the copies among them."""
    return {name: text for name, text in shipped().items() if name not in {"r1b", "r4b"}}


@cache
def long_reports() -> list[str]:
    """Reports of four joined, each of other reports."""
    texts = [text for name, text in originals().items() if name.startswith("d")]
    return ["\n\n".join(texts[i : i + 4]) for i in range(0, 24, 4)]


def meets(one: str, two: str) -> Reuse | None:
    """The reuse that a case finds: only pairs that share enough keys are compared."""
    return find_reuse(one, two) if len(reuse_keys(one) & reuse_keys(two)) >= MIN_SHARED_KEYS else None


# --- the annotated stories -------------------------------------------------------------------------------


def test_only_the_copies_among_the_shipped_reports_are_found() -> None:
    names = list(shipped())
    found = {(names[a], names[b]): reuse.kind for a, b, reuse in find_all(list(shipped().values()))}
    assert found == dict.fromkeys(COPIES, "whole")


def test_no_other_pair_is_reuse_even_where_keys_are_not_asked() -> None:
    pairs = combinations(shipped(), 2)
    assert {(a, b) for a, b in pairs if find_reuse(shipped()[a], shipped()[b])} == COPIES


@pytest.mark.skipif(not SHARED.exists(), reason="the shared stories and seed texts are not on this machine")
def test_the_shared_stories_agree() -> None:
    folder = SHARED / "benchmark"
    stories = json.loads((folder / "stories.json").read_text(encoding="utf-8"))["stories"]
    copies = {
        tuple(sorted((d["report"], d["from"])))
        for story in stories
        for d in story["derivations"]
        if d["kind"] == "copy"
    }
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "texts").glob("*.txt"))}
    names = list(texts)
    assert {(names[a], names[b]) for a, b, _ in find_all(list(texts.values()))} == copies == COPIES


# --- copies made for the test ----------------------------------------------------------------------------


def body_of(text: str) -> str:
    return text.partition("\n\n")[2]


def new_headline(text: str, chance: random.Random) -> str:
    return "عنوان آخر لا صلة له بما كان فوق الخبر\n\n" + body_of(text)


def added_paragraph(text: str, chance: random.Random) -> str:
    return text + "\n\n" + chance.choice(list(originals().values())).split("\n\n")[-1]


def changed_words(share: float) -> Callable[[str, random.Random], str]:
    """A copy in which `share` of the words are replaced, left out or have another put before them."""
    vocabulary = [word for text in originals().values() for word in text.split()]

    def change(text: str, chance: random.Random) -> str:
        return "\n".join(" ".join(_changed(line.split(), chance)) for line in text.split("\n"))

    def _changed(words: list[str], chance: random.Random) -> list[str]:
        out = []
        for word in words:
            kind = chance.choice("rdi") if chance.random() < share else ""
            out += {"r": [chance.choice(vocabulary)], "d": [], "i": [chance.choice(vocabulary), word]}.get(
                kind, [word]
            )
        return out

    return change


def other_spelling(text: str, chance: random.Random) -> str:
    """Digits, hamza, vowel signs, tatweel and quotes as another outlet writes them."""
    table = {ord(str(d)): chr(0x660 + d) for d in range(10)} | str.maketrans("أإآى«»", 'اااي""')
    return " ".join(
        word.translate(table).replace("ل", "لـ", chance.randrange(2)).replace("م", "مَ", chance.randrange(2))
        if word.strip()
        else word
        for word in text.split(" ")
    )


PERTURBATIONS: list[tuple[str, Callable[[str, random.Random], str]]] = [
    ("new headline", new_headline),
    ("added paragraph", added_paragraph),
    ("10 % changed", changed_words(0.1)),
    ("20 % changed", changed_words(0.2)),
    ("other spelling", other_spelling),
]


@pytest.mark.parametrize(("name", "perturb"), PERTURBATIONS, ids=[name for name, _ in PERTURBATIONS])
def test_copies_are_found_as_wholes(name: str, perturb: Callable[[str, random.Random], str]) -> None:
    texts = [*originals().values(), *long_reports()]
    copies = [(text, perturb(text, random.Random(f"{name} {n}"))) for text in texts for n in range(5)]
    found = [meets(text, copy) for text, copy in copies]
    assert sum(reuse is not None and reuse.kind == "whole" for reuse in found) >= 0.95 * len(copies)


@pytest.mark.parametrize(("share", "floor"), [(0.0, 0.98), (0.1, 0.95)])
def test_a_paragraph_copied_into_a_long_report_is_found(share: float, floor: float) -> None:
    chance, change, found = random.Random(7), changed_words(share), []
    paragraphs = [
        (text, " ".join(body_of(text).split()[first : first + 52]))
        for text in originals().values()
        for first in (0, 15)
        if len(body_of(text).split()) >= first + 52
    ]
    assert len(paragraphs) >= 60
    for text, paragraph in paragraphs:
        for host in (host for host in long_reports() if text not in host):
            parts = host.split("\n\n")
            parts.insert(chance.randrange(1, len(parts)), change(paragraph, chance))
            found.append(meets("\n\n".join(parts), text))
    assert sum(reuse is not None for reuse in found) >= floor * len(found)


def test_changed_copies_share_nothing_with_other_reports() -> None:
    names, change = list(originals()), changed_words(0.2)
    copies = [change(originals()[name], random.Random(name)) for name in names]
    found = {(a, b - len(names)) for a, b, _ in find_all([*originals().values(), *copies])}
    assert all(a == b for a, b in found)
    assert len(found) >= 0.95 * len(names)


def test_passages_show_the_shared_text_in_both() -> None:
    one, two = shipped()["r4a"], shipped()["r4b"]
    reuse = find_reuse(one, two)
    assert reuse
    assert reuse.share > 0.9
    assert reuse.share >= reuse.other_share
    for passage in reuse.passages:
        assert one[passage.start : passage.end] == two[passage.other_start : passage.other_end]
        assert passage.similarity == 1.0


# --- what is no reuse ------------------------------------------------------------------------------------

TITLES = (
    "حضر الاستقبال صاحب السمو الملكي الأمير محمد بن نايف بن عبدالعزيز ولي العهد نائب رئيس مجلس الوزراء وزير "
    "الداخلية، وصاحب السمو الملكي الأمير محمد بن سلمان بن عبدالعزيز ولي ولي العهد النائب الثاني لرئيس مجلس "
    "الوزراء وزير الدفاع، ومعالي وزير الدولة عضو مجلس الوزراء الدكتور مساعد بن محمد العيبان."
)
LINKS = "مقالات ذات صلة\n" + "\n".join(
    f"عنوان خبر آخر من أخبار الموقع يتكرر أسفل كل صفحة رقم {n}" for n in "أبجدهوزح"
)
FOOTER = "حقوق النشر محفوظة للصحيفة ولا يجوز إعادة النشر أو النقل إلا بإذن خطي مسبق من رئيس التحرير."
FORMULA = (
    "وكان المتحدث باسم الوزارة قد أعلن في وقت سابق اليوم في بيان تلقت الوكالة نسخة منه أن التحقيقات مستمرة."
)
PRICES = (
    "أغلق مؤشر السوق عند مستوى {} نقطة بتداولات تجاوزت {} مليون ريال وشهدت تداولات اليوم ارتفاع "
    "أسهم {} شركة في قيمتها وتراجع أسهم {} شركة، وكان قطاع البنوك الأكثر تداولاً بين القطاعات من حيث "
    "القيمة والكمية في هذه الجلسة، "
    "وجاءت أسهم {} على قائمة الأسهم الأكثر ارتفاعاً."
)
RISEN = (
    "سابك والراجحي ومعادن والبحري واللجين وكيان والدريس",
    "ينساب وزين وحلواني وسافكو وملاذ والعثيم وبترو رابغ والخليجية",
)
ROWS = "\n".join(
    f"{city} 4:{n} 5:{n + 2} 12:{n} 3:{n + 1} 6:{n} 8:{n}" for n, city in enumerate(["مكة", "الرياض"] * 8, 10)
)


@pytest.mark.parametrize(
    "line", [TITLES, LINKS, FOOTER, FORMULA, ROWS], ids=["titles", "links", "footer", "formula", "rows"]
)
@pytest.mark.parametrize(("one", "two"), [("d01", "d02"), ("d05", "r1a"), ("r2a", "r2b"), ("d11", "d12")])
def test_what_all_reports_carry_is_no_reuse(line: str, one: str, two: str) -> None:
    assert find_reuse(f"{shipped()[one]}\n{line}", f"{shipped()[two]}\n{line}") is None


def test_one_form_with_other_numbers_is_no_reuse() -> None:
    one, other = PRICES.format(9275, 4100, 70, 81, RISEN[0]), PRICES.format(9372, 3800, 64, 88, RISEN[1])
    assert find_reuse(one, other) is None
    assert find_reuse(one, PRICES.format(9275, 4100, 70, 81, RISEN[1])) is not None


def test_a_later_version_with_other_numbers_is_reuse() -> None:
    one = shipped()["d01"]
    assert find_reuse(one, one.translate(str.maketrans("123456789", "234567891"))) is not None


@pytest.mark.parametrize("text", ["", "\n\n", "عاجل", "« »", "123 456", "كلمتان فقط"])
def test_texts_with_little_in_them_are_no_reuse(text: str) -> None:
    assert find_reuse(text, text) is None
    assert find_reuse(text, shipped()["d01"]) is None
    assert find_reuse(shipped()["d01"], text) is None


def test_a_text_of_short_lines_is_compared_in_full() -> None:
    words = body_of(shipped()["d03"]).split()
    wrapped = "\n".join(" ".join(words[i : i + 8]) for i in range(0, len(words), 8))
    reuse = meets(wrapped, shipped()["d03"])
    assert reuse
    assert reuse.kind == "whole"


# --- keys ------------------------------------------------------------------------------------------------


def test_keys_fit_a_big_integer_and_are_few() -> None:
    for text in shipped().values():
        keys = reuse_keys(text)
        assert all(-(1 << 63) <= key < 1 << 63 for key in keys)
        assert len(keys) <= 0.5 * len(text.split())


def test_keys_are_the_same_in_every_process() -> None:
    assert (
        sorted(reuse_keys("وقع الطرفان اتفاقا دائما لوقف إطلاق النار في مقر الأمم المتحدة بجنيف."))
        == PINNED_KEYS
    )


PINNED_KEYS = [
    -7983241829619348719,
    -7912792559243016735,
    -4655577933745409189,
    -4029596232215625339,
    -2652413606604624180,
    3416139186562563012,
]

# --- direction -------------------------------------------------------------------------------------------

DIRECTIONS = [
    # first, second, source, basis
    (Published("2015-07-21"), Published("2015-07-22"), "first", "published"),
    (Published("2015-07-22"), Published("2015-07-21"), "second", "published"),
    (Published("2015-07-21"), Published("2015-07-21"), None, "unknown"),
    (Published("2015-07"), Published("2015-07-21"), None, "unknown"),
    (Published("2015-07"), Published("2015-08-01"), "first", "published"),
    (Published("2015"), Published("2016-01"), "first", "published"),
    (Published("2015-07-21T10:00Z"), Published("2015-07-21T12:00:30+03:00"), "second", "published"),
    (Published("2015-07-21T10:00:00.5Z"), Published("2015-07-21"), None, "unknown"),
    (Published("2015-07-21T10:00"), Published("2015-07-21T11:00"), "first", "published"),
    (Published("2015-13-45"), Published("2015-07-22"), None, "unknown"),
    (Published("2015-07~"), Published("2015-08-22"), None, "unknown"),
    (Published("9999"), Published("2015"), None, "unknown"),
    (Published(), Published("2015-07-22"), None, "unknown"),
    (
        Published("2015-07-20", "أ", "a", frozenset({"b"})),
        Published("2015-07-21", "ب", "b"),
        "second",
        "credited",
    ),
    (
        Published(None, "وكالة أنباء"),
        Published(None, "ب", None, frozenset({"وكالة انباء"})),
        "first",
        "credited",
    ),
    (
        Published("2015-07-20", "أ", "a", frozenset({"b"})),
        Published("2015-07-21", "ب", "b", frozenset({"أ"})),
        "first",
        "published",
    ),
    (
        Published("2015-07-21", "أ", "a", frozenset({"a"})),
        Published("2015-07-20", "أ", "a"),
        "second",
        "published",
    ),
    (Published(None, "أ", None, frozenset({"رويترز"})), Published(None, "ب", None), None, "unknown"),
]


@pytest.mark.parametrize(("first", "second", "source", "basis"), DIRECTIONS)
def test_direction(first: Published, second: Published, source: str | None, basis: str) -> None:
    direction = find_direction(first, second)
    assert (direction.source, direction.basis) == (source, basis)


# --- a newspaper's days ----------------------------------------------------------------------------------


@pytest.mark.skipif(not NEWS.exists(), reason="the four days of Saudi papers are not on this machine")
def test_reuse_in_real_papers() -> None:
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(1000), strict=False)]
    found = list(find_all(texts))
    assert len(found) >= REAL_FOUND
    assert all(0.0 < reuse.other_share <= reuse.share <= 1.0 and reuse.passages for _, _, reuse in found)


REAL_FOUND = 130
