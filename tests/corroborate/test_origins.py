"""How many independent origins invented reports of one event have, and on what each rests."""

from __future__ import annotations

import pytest

from corroborate.telling import main_story, told_of
from rawi.corroborate.origins import count_origins

PLAIN = "سيطرت قوات الدعم السريع على مدينة الفاشر."
OWN = "قال مراسلنا إن قوات الدعم السريع سيطرت على مدينة الفاشر."
SPOKESMAN = "قال المتحدث باسم قوات الدعم السريع الفاتح قرشي إن قواته سيطرت على مدينة الفاشر."
BODY = "أعلنت قوات الدعم السريع أنها سيطرت على مدينة الفاشر."
CREDIT = "نقل موقع ميدل إيست آي عن مصادر أن قوات الدعم السريع سيطرت على مدينة الفاشر."
SOURCES = "قالت مصادر محلية إن قوات الدعم السريع سيطرت على مدينة الفاشر."

#: Reports as (text, outlet), the number of origins, the bases in order.
CASES = [
    ([(OWN, "صحيفة المدى"), (OWN, "قناة الغد")], 2, ["own-correspondent", "own-correspondent"]),
    ([(BODY, "صحيفة المدى"), (BODY, "قناة الغد")], 1, ["same-voice", "same-voice"]),
    ([(SPOKESMAN, "صحيفة المدى"), (BODY, "قناة الغد")], 1, ["same-voice", "same-voice"]),
    ([(SOURCES, "ميدل إيست آي"), (CREDIT, "قناة الغد")], 1, ["unnamed-sources", "credits-outlet"]),
    ([(CREDIT, "صحيفة المدى"), (CREDIT, "قناة الغد")], 1, ["credits-outlet", "credits-outlet"]),
    ([(PLAIN, "صحيفة المدى"), (PLAIN, "قناة الغد")], 2, ["unknown", "unknown"]),
    ([(PLAIN, "قناة الغد"), (SOURCES, "قناة الغد")], 1, ["same-outlet", "same-outlet"]),
    ([(OWN, "صحيفة المدى"), (BODY, "قناة الغد"), (SOURCES, "صحيفة النهار")], 3,
     ["own-correspondent", "same-voice", "unnamed-sources"]),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "number", "bases"), CASES, ids=range(len(CASES)))
def test_origins(reports: list[tuple[str, str]], number: int, bases: list[str]) -> None:
    told = [told_of(text, f"r{i}", "2025-10-27", outlet) for i, (text, outlet) in enumerate(reports)]
    found = count_origins(main_story(*told).claims, [])
    assert found.number == number
    assert [origin.basis for origin in found.reports] == bases
    assert all(origin.explain() for origin in found.reports)


def test_a_copy_folds_under_its_origin() -> None:
    told = [
        told_of(PLAIN, f"r{i}", "2025-10-27", outlet) for i, outlet in enumerate(("صحيفة المدى", "قناة الغد"))
    ]
    found = count_origins(main_story(*told).claims, [("r1", "r0")])
    assert found.number == 1
    assert found.reports[1].basis == "copy"
    assert found.reports[1].shared == ("r0",)
    assert found.reports[0].basis == "unknown"


def test_reports_that_share_text_of_unknown_direction_are_one_origin() -> None:
    told = [
        told_of(PLAIN, "r0", "2025-10-27", "صحيفة المدى"),
        told_of(PLAIN, "r1", "2025-10-27", "قناة الغد"),
    ]
    found = count_origins(main_story(*told).claims, [], shared=[("r0", "r1")])
    assert found.number == 1
    assert [origin.basis for origin in found.reports] == ["shared-text", "shared-text"]


def test_two_copies_of_a_report_outside_the_story_are_one_origin() -> None:
    told = [
        told_of(PLAIN, f"r{i}", "2025-10-27", outlet) for i, outlet in enumerate(("صحيفة المدى", "قناة الغد"))
    ]
    assert count_origins(main_story(*told).claims, [("r0", "other"), ("r1", "other")]).number == 1


def test_a_reference_text_is_no_origin() -> None:
    told = [told_of(PLAIN, "r0"), told_of(BODY, "r1", "2025-10-27", None, "reference")]
    found = count_origins(main_story(*told).claims, [])
    assert found.number == 1
    assert found.reports[1].basis == "reference"


def test_unknown_origins_say_so() -> None:
    told = [
        told_of(PLAIN, f"r{i}", "2025-10-27", outlet) for i, outlet in enumerate(("صحيفة المدى", "قناة الغد"))
    ]
    assert count_origins(main_story(*told).claims, []).unknown == 2
