"""Which claims of two invented reports tell one event, and what stories they make."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import combinations

import pytest

from corroborate.telling import events_of, links_of, stories_of, told_of
from rawi.corroborate.aligning import align_claims
from rawi.corroborate.events import are_apart, event_keys, same_event
from rawi.corroborate.stories import Link, make_stories
from rawi.corroborate.told import Told

DAY = "يوم الأحد 26 أكتوبر 2025"

#: Type, two sentences, whether they tell one event.
PAIRS = [
    (
        "RETREAT",
        f"غادر 1740 من مقاتلي المعارضة مدينة داريا {DAY} متوجهين إلى مدينة إدلب.",
        f"غادر 1740 من مقاتلي المعارضة مدينة داريا {DAY} متوجهين إلى مدينة الباب.",
        True,
    ),
    (
        "RETREAT",
        f"غادرت حافلات تقل مقاتلين وعائلاتهم مدينة داريا {DAY} متوجهة إلى مدينة إدلب، وعلى متنها 1740 شخصاً.",
        f"غادر 30 من مقاتلي المعارضة مدينة الباب {DAY}.",
        False,
    ),
    (
        "CONTROLS",
        f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.",
        "أعلنت قوات الدعم السريع أنها استولت على مدينة الفاشر.",
        True,
    ),
    (
        "CONTROLS",
        f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.",
        f"سيطرت قوات الدعم السريع على مدينة نيالا {DAY}.",
        False,
    ),
    (
        "CONTROLS",
        f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.",
        "سيطرت قوات الدعم السريع على مدينة الفاشر في مارس 2024.",
        False,
    ),
    (
        "RETREAT",
        f"أفرجت جماعة الحوثي عن 20 أسيراً في صنعاء {DAY}.",
        f"أطلقت جماعة أنصار الله سراح 20 أسيراً في صنعاء {DAY}.",
        True,
    ),
    (
        "RETREAT",
        f"أفرجت جماعة الحوثي عن 200 أسير في صنعاء {DAY}.",
        f"أفرجت جماعة الحوثي عن 60 أسيراً في صنعاء {DAY}.",
        False,
    ),
    (
        "ASSAULT",
        f"قُتل 12 مدنياً بقصف إسرائيلي على مدينة رفح {DAY}.",
        f"أسفر قصف إسرائيلي على مدينة رفح {DAY} عن مقتل 12 مدنياً.",
        True,
    ),
    (
        "ASSAULT",
        f"قصف الجيش السوداني مدينة نيالا {DAY}.",
        "قصف الجيش السوداني مدينة نيالا يوم السبت 25 أكتوبر 2025.",
        False,
    ),
    ("ASSAULT", f"قصف الجيش السوداني مدينة نيالا {DAY}.", f"قصف الجيش السوداني مدينة الفاشر {DAY}.", False),
    (
        "COERCE",
        "اعتقلت هيئة تحرير الشام أبو مالك التلي في إدلب.",
        "اعتقلت هيئة تحرير الشام أبو مالك التلي أمس.",
        True,
    ),
    (
        "COERCE",
        "اعتقلت هيئة تحرير الشام أبو مالك التلي في إدلب.",
        "اعتقلت جبهة النصرة أبو مالك التلي أمس.",
        True,
    ),
    (
        "COERCE",
        "اعتقلت هيئة تحرير الشام أبو مالك التلي في إدلب.",
        "اعتقلت حركة أحرار الشام أبو مالك التلي أمس.",
        False,
    ),
    (
        "CONSULT",
        f"التقى عباس عراقجي هاكان فيدان في أنقرة {DAY}.",
        f"اجتمع هاكان فيدان مع عباس عراقجي {DAY}.",
        True,
    ),
    ("CONSULT", f"التقى عباس عراقجي هاكان فيدان {DAY}.", f"التقى عباس عراقجي سيرغي لافروف {DAY}.", False),
]


@pytest.mark.parametrize(("type", "one", "other", "same"), PAIRS, ids=range(len(PAIRS)))
def test_two_sentences_tell_one_event_or_two(type: str, one: str, other: str, same: bool) -> None:
    first, second = events_of(told_of(one, "a"), type), events_of(told_of(other, "b"), type)
    assert first
    assert second
    assert bool(links_of(first + second)) is same


def test_the_same_claim_told_days_later_without_a_date_is_another_event() -> None:
    sentence = "اعتقلت هيئة تحرير الشام أبو مالك التلي في إدلب."
    one, later = told_of(sentence, "a"), told_of(sentence, "b", "2025-11-20")
    assert not stories_of(one, later)


def test_claims_of_one_report_are_never_linked() -> None:
    told = told_of(f"سيطرت قوات الدعم السريع على مدينة الفاشر {DAY}.")
    assert same_event(told[0], told[0]) is None


def all_told() -> list[Told]:
    sentences = sorted({sentence for _, one, other, _ in PAIRS for sentence in (one, other)})
    return [one for number, sentence in enumerate(sentences) for one in told_of(sentence, f"r{number}")]


def test_a_link_does_not_depend_on_the_order() -> None:
    for one, other in combinations(all_told(), 2):
        basis = same_event(one, other)
        assert basis == same_event(other, one)
        assert basis is None or event_keys(one) & event_keys(other)
        assert are_apart(one, other) == are_apart(other, one)


def test_stories_do_not_depend_on_the_order_of_claims_and_links() -> None:
    told = all_told()
    links = links_of(told)
    expected = make_stories(told, links)
    for seed in range(5):
        shuffled, turned = list(told), [Link(link.other, link.claim, link.basis) for link in links]
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(turned)
        assert make_stories(shuffled, turned) == expected


def test_a_post_is_one_fact_for_reports_on_one_topic() -> None:
    topic = "قال المتحدث باسم الجيش السوداني نبيل عبد الله إن قواته سيطرت على مدينة الفاشر في السودان."
    other = "أعلن الناطق باسم الجيش السوداني نبيل عبد الله السيطرة على الفاشر في السودان."
    stories = stories_of(told_of(topic, "a"), told_of(other, "b"))
    assert "POST" in {told.type for story in stories for told in story.claims}


def test_a_chain_of_likenesses_does_not_join_what_is_kept_apart() -> None:
    few, many, open_ = (
        events_of(told_of(f"أفرجت جماعة الحوثي عن {count} أسيراً في صنعاء {DAY}.", report), "RETREAT")[0]
        for count, report in (("20", "a"), ("90", "b"), ("بعض", "c"))
    )
    open_ = replace(open_, counts=())
    links = [Link(few.claim, open_.claim, "x"), Link(open_.claim, many.claim, "x")]
    stories = make_stories([few, many, open_], links)
    assert all(not {"a", "b"} <= set(story.reports) for story in stories)


@dataclass(frozen=True)
class _Passage:
    start: int
    end: int
    other_start: int
    other_end: int


def test_claims_at_matching_places_of_a_copied_passage_are_one_event() -> None:
    sentence = "انسحبت القوات الروسية من القاعدة."
    one, other = told_of(sentence, "a"), told_of("خاص. " + sentence, "b")
    pairs = list(align_claims(one, other, [_Passage(0, len(sentence), 5, 5 + len(sentence))]))
    assert [(first.report, second.report) for first, second in pairs] == [("a", "b")]
    assert same_event(*pairs[0], aligned=True) == "aligned"
