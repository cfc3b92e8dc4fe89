"""Parts that do not add up to the total that the text states: 14 trucks and 6 trucks, 22 in all. Only
totals announced as such, or lists behind a colon, are added up; parts said to be among others are left out.

أجزاء لا يساوي مجموعها المجموع المذكور، مثل 14 شاحنة و6 شاحنات «ليبلغ المجموع 22». ولا يُجمع إلا ما يعلن النص
أنه مجموع أو قائمة بعد نقطتين، ولا يدخل فيه ما يسبقه «بينهم».
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic.tokens import WORD
from rawi.checks.base import Check, Context
from rawi.checks.counts import Count, count_at, counts, skeleton
from rawi.checks.words import is_listed, is_listed_joined, ordinals, words
from rawi.model import Finding
from rawi.recognise.nodes import PERSON, TIME

ID, SEVERITY = "sum-mismatch", "error"
_SENTENCES_BACK = 3
_TOTAL_WITHIN = 9


def check(context: Context) -> list[Finding]:
    """Totals of the three kinds: `مجموع … N`, `أي N في المجموع`, `N: a وb`."""
    scene = context.scene
    found: list[Finding | None] = []
    for index in context.where(":"):
        first, end = context.sentence_of(index)
        found.append(_list(context, first, index, end))
    for index in context.where("that_are"):
        first, end = context.sentence_of(index)
        found.append(_list(context, first, index, end, open_end=True))
    for index in context.where("that_is"):
        first, end = context.sentence_of(index)
        found.append(_that_is(context, first, index, end))
    for index in context.where("totals"):
        if scene.norm(index - 1) != "من":
            found.append(_announced(context, index))
    kept: list[Finding] = []
    for finding in found:
        if finding is not None and not any(one.span.overlaps(finding.span) for one in kept):
            kept.append(finding)
    return kept


# ---------------------------------------------------------------- 2500 عنصر: 1500 من النازحين و1000 من السكان


def _list(context: Context, first: int, colon: int, end: int, *, open_end: bool = False) -> Finding | None:
    """The list behind a colon or `هم` and the count before it; `open_end` where a new clause may follow."""
    before = list(counts(context, max(first, colon - 6), colon))
    if not before or colon - before[-1].j > 3 or not before[-1].unit:
        return None
    total = before[-1]
    parts: list[Count] = []
    index = colon + 1
    while index < end:
        starts_item = (
            index == colon + 1 or context.scene.norm(index - 1) in ("،", "؛", "و") or _joined(context, index)
        )
        count = count_at(context, index) or (_one_person(context, index) if starts_item else None)
        if count is not None and starts_item:
            if not _agrees(context, count, total):
                return None
            parts.append(count)
            index = max(count.j, index + 1)
            continue
        if count is not None or is_listed(context.scene.norm(index), "others") or _is_among(context, index):
            return None
        if starts_item and index > colon + 1 and context.scene.norm(index) not in (".", '"'):
            if open_end and context.scene.words[index].tags & {"finite", "prepositions", "subordinators"}:
                break
            return None
        if index == colon + 1:
            return None
        index += 1
    return _judge(context, total, parts) if len(parts) >= 2 else None


def _one_person(context: Context, index: int) -> Count | None:
    """A single person told without a number: 4 أطفال ورجل."""
    norm = context.scene.norm(index)
    if not is_listed_joined(norm, "one_person"):
        return None
    return Count(1, index, index, skeleton(norm.removeprefix("و")))


def _joined(context: Context, index: int) -> bool:
    """Whether a conjunction is written onto the word at `index`."""
    node = context.scene.owner[index]
    if node is not None:
        return node.i == index and node.pro.startswith("و")
    return context.scene.words[index].pro.startswith("و") or (
        context.scene.norm(index).startswith("و") and count_at(context, index) is not None
    )


def _agrees(context: Context, part: Count, total: Count) -> bool:
    """Whether a part counts the total's things: its unit is the same, left out, or both are people."""
    if not part.unit or part.same_unit(total):
        return True
    return _are_people(context, part) and _are_people(context, total)


def _are_people(context: Context, count: Count) -> bool:
    """Whether the unit is a word for people: a common noun, or a people's name (4 مصريين)."""
    if context.scene.words[count.j].tags & {"people", "forces"}:
        return True
    norm = context.scene.norm(count.j)
    return norm.endswith(("ين", "ون")) and bool(context.knowledge.names.get(norm))


# ---------------------------------------------------------------- أي عشرة في المجموع


def _that_is(context: Context, first: int, index: int, end: int) -> Finding | None:
    scene = context.scene
    total = count_at(context, index + 1) if index + 1 < end else None
    if total is None:
        return None
    after = [scene.norm(place) for place in range(total.j, min(total.j + 5, end))]
    if not any(one in ("في", "ب") and two in words("in_total") for one, two in pairwise(after)):
        return None
    before = index - 1 if scene.norm(index - 1) in ("،", ",", "-", "—") else index
    same = _parts_before(context, total, first, before)
    if len(same) >= 2:
        return (
            None
            if _has_among(context, first, before)
            else _judge(context, total, same, context.words(total.i, end))
        )
    parts = _enumerated(context, first, before)
    return _judge(context, total, parts) if len(parts) >= 2 else None


def _enumerated(context: Context, first: int, end: int) -> list[Count]:
    """The items of the list that ends at token `end`; empty where one of them cannot be counted."""
    scene = context.scene
    begin = next(
        (index + 1 for index in range(end - 1, first, -1) if scene.norm(index) in ("،", ",", ":")), None
    )
    if begin is None or begin >= end:
        return []
    starts = [begin, *(index for index in range(begin + 1, end) if _joined(context, index))]
    parts = [_item(context, start) for start in starts]
    return [part for part in parts if part is not None] if None not in parts else []


def _item(context: Context, index: int) -> Count | None:
    scene = context.scene
    node = scene.owner[index]
    if node is not None and node.kind == PERSON:
        return Count(1, index, node.j, "")
    count = count_at(context, index)
    if count is not None:
        return count
    if scene.tokens[index].kind == WORD and scene.norm(index + 1) in words("one_more"):
        return Count(1, index, index, "")
    return None


# ---------------------------------------------------------------- ليبلغ مجموع الشاحنات 22 شاحنة


def _announced(context: Context, index: int) -> Finding | None:
    scene = context.scene
    first, end = context.sentence_of(index)
    number = scene.sentences.index((first, end)) if (first, end) in scene.sentences else 0
    limit = min(index + _TOTAL_WITHIN, end)
    total = next((count for count in counts(context, index + 1, limit) if count.unit), None)
    if total is None or any(scene.norm(place) in (":", "؛") for place in range(index, total.i)):
        return None
    parts = _parts_before(context, total, first, index)
    if len(parts) >= 2 and not _is_cumulative(context, first, end) and not _has_among(context, first, index):
        complete = (
            _are_coordinated(context, parts)
            or _are_numbered(context, [(first, index)], len(parts))
            or _sums_up(context, index, total)
        )
        return _judge(context, total, parts) if complete else None
    back = scene.sentences[max(0, number - _SENTENCES_BACK) : number]
    parts = [part for begin, stop in back for part in _parts_before(context, total, begin, stop)] + parts
    spans = [*back, (first, index)]
    if len(parts) < 2 or not _are_numbered(context, spans, len(parts)):
        return None
    return _judge(context, total, parts)


def _sums_up(context: Context, index: int, total: Count) -> bool:
    """Whether the words say that all of it has been told: `أي ما مجموعه 80`, `ليكون المجموع 30`."""
    scene = context.scene
    if total.i != index + 1:
        return False
    before = scene.norm(index - 1)
    if before in words("numbers"):
        before = scene.norm(index - 2)
    if before == "ما":
        return is_listed_joined(scene.norm(index - 2), "that_is")
    return before in words("makes") and scene.norm(index) in words("in_total")


def _parts_before(context: Context, total: Count, first: int, end: int) -> list[Count]:
    """The counts of the total's unit, and those joined to one that leave it out: 9 مدنيين هنا و5 هناك."""
    parts: list[Count] = []
    last = first
    for index in range(first, end):
        count = count_at(context, index) if index >= last else None
        if count is None or _is_time(context, index):
            continue
        last = max(count.j, index + 1)
        if count.same_unit(total) or _are_persons(context, count, total):
            if count.j > count.i and not _is_among(context, count.i - 1):
                parts.append(count)
        elif parts and not count.unit and _joined(context, index):
            parts.append(count)
    return parts


def _are_persons(context: Context, part: Count, total: Count) -> bool:
    """Whether people of some kind are counted, and persons of any kind in the total: 9 مدنيين … 17 شخصا."""
    if not part.unit or not total.unit or not is_listed(context.scene.norm(total.j), "persons"):
        return False
    return _are_people(context, part)


def _is_time(context: Context, index: int) -> bool:
    node = context.scene.owner[index]
    return node is not None and node.kind == TIME


def _are_coordinated(context: Context, parts: Sequence[Count]) -> bool:
    """Whether each part is joined to the one before by و or a comma close by."""
    scene = context.scene
    for part in parts[1:]:
        joined = _joined(context, part.i) or scene.norm(part.i - 1) in ("و", "،", "مقابل")
        if not joined:
            return False
    return True


def _are_numbered(context: Context, spans: Sequence[tuple[int, int]], count: int) -> bool:
    """Whether the text numbers the parts (الأولى, الثانية), so that none is left out."""
    known = ordinals()
    told: set[int] = set()
    for first, end in spans:
        for index in range(first, end):
            norm = context.scene.norm(index)
            value = known.get(norm.removeprefix("ال")) or known.get(norm.removeprefix("وال"))
            if value:
                told.add(value)
    return told >= set(range(1, count + 1)) and max(told, default=0) == count


def _is_cumulative(context: Context, first: int, end: int) -> bool:
    return any(is_listed_joined(context.scene.norm(index), "cumulative") for index in range(first, end))


# ---------------------------------------------------------------- shared


def _is_among(context: Context, index: int) -> bool:
    return is_listed(context.scene.norm(index), "among")


def _has_among(context: Context, first: int, end: int) -> bool:
    return any(_is_among(context, index) for index in range(first, end))


def _judge(
    context: Context, total: Count, parts: Sequence[Count], words_: str | None = None
) -> Finding | None:
    added = sum(part.value for part in parts)
    if added == total.value:
        return None
    terms = " + ".join(str(part.value) for part in parts)
    tokens = context.scene.tokens
    last = total.j if total.unit and total.j < len(tokens) else total.j - 1
    return context.finding(
        ID, SEVERITY, tokens[total.i].start, tokens[max(last, total.i)].end,
        f"مجموع الأجزاء المذكورة {terms} = {added}، والنص يذكر {total.value}.",
        f"The parts told make {terms} = {added}; the text says {total.value}.",
        stated=str(total.value), reference=f"{terms} = {added}", source="the text itself",
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)
