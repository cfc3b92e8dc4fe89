"""Where invented reports of one event exclude each other, and where they do not."""

from __future__ import annotations

import pytest

from corroborate.telling import main_story, told_of
from rawi.corroborate.contradictions import find_contradictions

DAY = "يوم الأحد 26 أكتوبر 2025"

#: Two sentences that tell one event, and the fields in which they contradict each other.
CASES = [
    (
        f"أفرجت جماعة الحوثي عن 20 أسيراً في صنعاء {DAY}.",
        f"أفرجت جماعة الحوثي عن 25 أسيراً في صنعاء {DAY}.",
        ["number"],
    ),
    (
        f"أفرجت جماعة الحوثي عن 20 أسيراً في صنعاء {DAY}.",
        f"أفرجت جماعة الحوثي عن نحو 20 أسيراً في صنعاء {DAY}.",
        [],
    ),
    (
        f"قُتل 12 مدنياً بقصف إسرائيلي على مدينة رفح {DAY}.",
        f"قُتل 15 مدنياً بقصف إسرائيلي على مدينة رفح {DAY}.",
        ["number"],
    ),
    (
        f"قُتل 9 مدنيين بقصف إسرائيلي على مدينة رفح {DAY}.",
        f"قُتل ما لا يقل عن 7 مدنيين بقصف إسرائيلي على مدينة رفح {DAY}.",
        [],
    ),
    (
        f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.",
        "نفى الجيش السوداني أن تكون قوات الدعم السريع سيطرت على مدينة الفاشر.",
        ["polarity"],
    ),
    (
        f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.",
        "سيطرت قوات الدعم السريع على مدينة الفاشر يوم السبت 25 أكتوبر 2025.",
        ["time"],
    ),
    (
        f"انسحبت القوات الروسية من مطار القامشلي إلى اللاذقية {DAY}.",
        f"انسحبت القوات الروسية من مطار القامشلي إلى طرطوس {DAY}.",
        ["place"],
    ),
    (
        f"وقعت حركة فتح وحركة حماس والجهاد الإسلامي اتفاق المصالحة الوطنية في القاهرة {DAY}.",
        f"لم توقع حركة الجهاد الإسلامي اتفاق المصالحة الوطنية في القاهرة {DAY}.",
        ["participants"],
    ),
]


@pytest.mark.parametrize(("one", "other", "fields"), CASES, ids=range(len(CASES)))
def test_contradictions(one: str, other: str, fields: list[str]) -> None:
    story = main_story(told_of(one, "a"), told_of(other, "b"))
    found = find_contradictions(story.claims)
    assert [contradiction.field for contradiction in found] == fields
    for contradiction in found:
        assert {value.report for value in contradiction.values} == {"a", "b"}
        assert all(value.claim.startswith(value.report + ":") for value in contradiction.values)
        assert not contradiction.update


def test_an_outlet_that_corrects_itself_contradicts_nobody() -> None:
    one, other, _ = CASES[0]
    story = main_story(
        told_of(one, "a", "2025-10-27", "قناة الغد"), told_of(other, "b", "2025-10-27", "قناة الغد")
    )
    assert [(found.field, found.update) for found in find_contradictions(story.claims)] == [("number", True)]


def test_contradictions_do_not_depend_on_the_order() -> None:
    for one, other, _ in CASES:
        story = main_story(told_of(one, "a"), told_of(other, "b"))
        assert find_contradictions(story.claims) == find_contradictions(story.claims[::-1])
