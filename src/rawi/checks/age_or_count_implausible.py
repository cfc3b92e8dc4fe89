"""Counts or dates of one report that exclude each other: five killed, seven of them children; the 31st of
February; a period that ends before it begins; an age that does not fit the year of birth.

أعداد أو تواريخ في التقرير الواحد ينفي بعضها بعضاً: قتل خمسة بينهم سبعة أطفال، أو 31 شباط، أو مدة تنتهي قبل
أن تبدأ، أو عمر لا يوافق سنة الميلاد.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from rawi.arabic.tokens import NUMBER
from rawi.checks.base import Check, Context
from rawi.checks.counts import Count, count_at, counts
from rawi.checks.words import is_listed, words
from rawi.model import Finding
from rawi.recognise.nodes import PERSON

ID, SEVERITY = "age-or-count-implausible", "error"
_AMONG_WITHIN = 8
_OLDEST = 122


def check(context: Context) -> list[Finding]:
    """Parts greater than their whole, days that no calendar has, periods backwards, impossible ages."""
    return [*_parts(context), *_days(context), *_ages(context)]


# ---------------------------------------------------------------- 5 قتلى بينهم 7 أطفال


def _parts(context: Context) -> list[Finding]:
    found = []
    for index in context.where("among"):
        first, end = context.sentence_of(index)
        parts = _behind(context, index, end) or _before(context, index, first, end)
        if not parts:
            continue
        whole = _whole(context, max(first, index - _AMONG_WITHIN), min(index, parts[0].i))
        added = sum(part.value for part in parts)
        if whole is None or added <= whole.value:
            continue
        told, last, tokens = " + ".join(str(part.value) for part in parts), parts[-1], context.scene.tokens
        found.append(
            context.finding(
                ID, SEVERITY, tokens[whole.i].start, tokens[last.j if last.unit else last.j - 1].end,
                f"الجزء ({told}) أكبر من الكل ({whole.value}).",
                f"The part ({told}) is greater than the whole ({whole.value}).",
                stated=told, reference=str(whole.value), source="the text itself",
            )
        )  # fmt: skip
    return found


def _behind(context: Context, index: int, end: int) -> list[Count]:
    """The parts behind `بينهم`: 6 أطفال و4 نساء."""
    part = count_at(context, index + 1) if index + 1 < end else None
    if part is None or not is_listed(context.scene.norm(index), "part_of_people"):
        return []
    if not _are_people(context, part):
        return []
    return [part, *_more_sorts(context, part, end)]


def _before(context: Context, index: int, first: int, end: int) -> list[Count]:
    """The parts of which `منهم` follows the first: 12 منهم في حلب و8 في إدلب."""
    scene = context.scene
    if scene.norm(index) not in words("of_them"):
        return []
    starts = range(max(first, index - 3), index)
    part = next((one for i in starts if (one := count_at(context, i)) and one.j == index), None)
    if part is None or part.i == first or scene.norm(part.i - 1) != "،":
        return []
    parts = [part]
    for place in range(index + 1, end):
        if place < parts[-1].j:
            continue
        if scene.norm(place) in ("،", "؛", ".") or scene.words[place].tags & {"finite", "subordinators"}:
            break
        more = count_at(context, place)
        if more is not None:
            if more.unit or not scene.norm(place).startswith("و"):
                return []
            parts.append(more)
    return parts if len(parts) > 1 else []


def _more_sorts(context: Context, part: Count, end: int) -> list[Count]:
    """The parts joined to `part` where all are of sorts that leave one another out: 6 أطفال و4 نساء."""
    scene = context.scene
    found, last = [], part
    while _is_sort(context, last):
        index = max(last.j, last.i) + 1
        following = count_at(context, index) if index < end and scene.norm(index).startswith("و") else None
        if following is None or not _is_sort(context, following):
            break
        found.append(following)
        last = following
    return found


def _is_sort(context: Context, count: Count) -> bool:
    return bool(count.unit) and is_listed(context.scene.norm(count.j), "sorts_of_people")


def _whole(context: Context, first: int, index: int) -> Count | None:
    """The one count of people before `بينهم`, with nothing between but its own words."""
    before = list(counts(context, first, index))
    if not before:
        return None
    whole = before[-1]
    if not _are_people(context, whole):
        return None
    for place in range(whole.j + 1, index):
        word = context.scene.words[place]
        if context.scene.tokens[place].kind == NUMBER or _joins(context, place) or "finite" in word.tags:
            return None
    return whole


def _are_people(context: Context, count: Count) -> bool:
    """Whether a count has a unit, and this is a word for people."""
    return bool(count.unit) and bool(context.scene.words[count.j].tags & {"people", "forces"})


def _joins(context: Context, index: int) -> bool:
    node = context.scene.owner[index]
    return bool(node and node.pro.startswith("و")) or context.scene.words[index].pro.startswith("و")


# ---------------------------------------------------------------- 31 شباط 2015


def _days(context: Context) -> list[Finding]:
    found = []
    for _, time in context.times:
        year, month, day = time.stated.gregorian or (None, None, None)
        if month and day and not _exists(year, month, day):
            found.append(
                context.finding(
                    ID, SEVERITY, time.start, time.end,
                    f"لا يوجد في التقويم يوم {day} في هذا الشهر.",
                    f"The calendar has no day {day} in this month.",
                    stated=time.text, reference=_last_day(year, month), source="calendar",
                )
            )  # fmt: skip
        elif time.stated.backwards is not None:
            first, last = time.stated.backwards
            found.append(
                context.finding(
                    ID, SEVERITY, time.start, time.end,
                    f"تبدأ المدة في {first} وتنتهي قبل ذلك، في {last}.",
                    f"The period begins in {first} and ends before that, in {last}.",
                    stated=time.text, reference=f"{last} < {first}", source="the text itself",
                )
            )  # fmt: skip
    return found


def _last_day(year: int | None, month: int) -> str | None:
    """The last day of a month as the reference: 2015-02-28; of no year, the longest that it can be."""
    if not 1 <= month <= 12:
        return None
    day = monthrange(year or 2000, month)[1]
    return f"{year}-{month:02}-{day}" if year else f"{month:02}-{day}"


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


# ---------------------------------------------------------------- من مواليد 1950 وعمره 20 عاما


def _ages(context: Context) -> list[Finding]:
    scene = context.scene
    found: list[Finding] = []
    seen: set[int] = set()
    for index in context.where("age"):
        first, end = context.sentence_of(index)
        age = _age(context, index, end)
        if age is None or age.i in seen:
            continue
        seen.add(age.i)
        born = _birth_year(context, first, end)
        years = _years(context, first, end)
        told = years[-1] if years else None
        too_old = _OLDEST < age.value < 2 * _OLDEST and _is_of_person(context, first, index)
        apart = born is not None and bool(years) and all(abs(year - born - age.value) > 2 for year in years)
        if too_old or (apart and _only_people(context, first, end)):
            tokens = scene.tokens
            reference = f"{told} - {born} = {(told or 0) - (born or 0)}" if apart else f"<= {_OLDEST}"
            found.append(
                context.finding(
                    ID, "warning", tokens[age.i].start, tokens[age.j].end,
                    f"العمر المذكور ({age.value}) لا يوافق "
                    f"{'سنة الميلاد ' + str(born) if apart else 'المعروف من أعمار البشر'}.",
                    f"The age told ({age.value}) does not fit "
                    f"{f'the year of birth {born}' if apart else 'any known human age'}.",
                    stated=str(age.value), reference=reference, source="the text itself",
                )
            )  # fmt: skip
    return found


def _age(context: Context, index: int, end: int) -> Count | None:
    """The number of years within a few words of `العمر`."""
    for place in range(index + 1, min(index + 4, end)):
        count = count_at(context, place)
        if count is not None and context.scene.norm(count.j) in words("years"):
            return count
    return None


def _years(context: Context, first: int, end: int) -> list[int]:
    """The years in which the person may have had the age told: those of the sentence, then publication's."""
    dated = (
        time.stated.gregorian[0]
        for node, time in context.times
        if first <= node.i < end and time.stated.gregorian is not None
    )
    years = [year for year in dated if year is not None]
    return [*years, context.published.year] if context.published else years


def _birth_year(context: Context, first: int, end: int) -> int | None:
    for index in range(first, end):
        if is_listed(context.scene.norm(index), "born"):
            for place in range(index + 1, min(index + 5, end)):
                token = context.scene.tokens[place]
                if token.kind == NUMBER and token.norm.isdigit() and len(token.norm) == 4:
                    return int(token.norm) if 1850 < int(token.norm) < 2100 else None
    return None


def _is_of_person(context: Context, first: int, index: int) -> bool:
    """Whether a person stands before the age."""
    return any(node.kind == PERSON for node in context.scene.between(max(first, index - 8), index))


def _only_people(context: Context, first: int, end: int) -> bool:
    """Whether the sentence speaks of one birth and one age only."""
    born = [index for index in range(first, end) if is_listed(context.scene.norm(index), "born")]
    ages = [_age(context, index, end) for index in context.where("age") if first <= index < end]
    return len(born) == 1 and len({age.i for age in ages if age is not None}) == 1


CHECK = Check(ID, SEVERITY, __doc__, check)
