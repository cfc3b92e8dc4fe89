"""Forms of verbs and nouns from their citation forms."""

from __future__ import annotations

import pytest

from rawi.arabic.inflection import Inflection, conjugate, decline, decline_person


@pytest.mark.parametrize(
    ("verb", "form", "features"),
    [
        ("قصف يقصف", "قصفت", ("past", "f", "s")),
        ("قصف يقصف", "قصفوا", ("past", "m", "p")),
        ("قصف يقصف", "قصفا", ("past", "m", "d")),
        ("قصف يقصف", "قصفتا", ("past", "f", "d")),
        ("قصف يقصف", "يقصف", ("present", "m", "s")),
        ("قصف يقصف", "تقصف", ("present", "f", "s")),
        ("قصف يقصف", "يقصفون", ("present", "m", "p")),
        ("قصف يقصف", "يقصفان", ("present", "m", "d")),
        ("نفى ينفي", "نفت", ("past", "f", "s")),
        ("نفى ينفي", "نفوا", ("past", "m", "p")),
        ("نفى ينفي", "نفيا", ("past", "m", "d")),
        ("نفى ينفي", "ينفون", ("present", "m", "p")),
        ("نفى ينفي", "ينف", ("present", "m", "s")),
        ("دعا يدعو", "دعت", ("past", "f", "s")),
        pytest.param(
            "دعا يدعو",
            "دعوا",
            ("past", "m", "p"),
            marks=pytest.mark.xfail(reason="the dual, spelled the same and far rarer, comes first"),
        ),
        ("دعا يدعو", "يدعون", ("present", "m", "p")),
        ("قال يقول", "قالوا", ("past", "m", "p")),
        ("قال يقول", "يقل", ("present", "m", "s")),
        ("بدأ يبدأ", "بدات", ("past", "f", "s")),
        ("بدأ يبدأ", "بدؤوا", ("past", "m", "p")),
    ],
)
def test_verbs(verb: str, form: str, features: tuple[str, str, str]) -> None:
    past, _, present = verb.partition(" ")
    assert conjugate(past, present)[form] == Inflection(*features)


def test_a_verb_without_present_has_only_past_forms() -> None:
    assert {features.tense for features in conjugate("وعد", "").values()} == {"past"}
    assert {features.tense for features in conjugate("", "يأتي").values()} == {"present"}


@pytest.mark.parametrize(
    ("stems", "form", "gender", "number"),
    [
        (("اجتماع", "اجتماعات"), "اجتماع", "m", "s"),
        (("اجتماع", "اجتماعات"), "اجتماعا", "m", "s"),
        (("اجتماع", "اجتماعات"), "اجتماعين", "m", "d"),
        (("اجتماع", "اجتماعات"), "اجتماعات", "f", "p"),
        (("غارة", "غارات"), "غاره", "f", "s"),
        (("غارة", "غارات"), "غارتين", "f", "d"),
        (("غارة", "غارات"), "غارات", "f", "p"),
        (("هجوم", "هجمات"), "هجوما", "m", "s"),
    ],
)
def test_nouns(stems: tuple[str, ...], form: str, gender: str, number: str) -> None:
    assert decline(*stems)[form] == Inflection("", gender, number)


@pytest.mark.parametrize(
    ("form", "gender", "number"),
    [
        ("تابع", "m", "s"),
        ("تابعه", "f", "s"),
        ("تابعون", "m", "p"),
        ("تابعين", "m", "p"),
        ("تابعتان", "f", "d"),
        ("تابعات", "f", "p"),
    ],
)
def test_participles(form: str, gender: str, number: str) -> None:
    assert decline_person("تابع")[form] == Inflection("", gender, number)


def test_feminine_nouns_take_no_accusative_alif() -> None:
    assert "غارها" not in decline("غارة")
