"""What stands around reports goes; sentences stay."""

import pytest

from rawi.ingest.boilerplate import drop_boilerplate

S1 = "قال الجيش إنه دخل المدينة من جهة الشرق صباح اليوم."
S2 = "ونفت مصادر محلية أي انسحاب من مدينة منبج."
CASES = [
    ([S1, "مقالات ذات صلة", "غارة على إدلب", "وفد يزور القامشلي"], [S1]),
    ([S1, "اقرأ أيضاً:", "غارة على إدلب", S2], [S1, S2]),
    ([S1, "اقرأ أيضاً: غارة على إدلب", S2], [S1, S2]),
    ([S1, S2, "التعليقات", "خبر جميل شكرا لكم على الموقع الرائع."], [S1, S2]),
    (["التعليقات", S1, S2], [S1, S2]),
    ([S1, "المصدر: وكالات"], [S1, "المصدر: وكالات"]),
    ([S1, "شارك", "فيسبوك", "***", S2], [S1, S2]),
    ([S1, "الوسوم:", "قسد", "حلب"], [S1]),
]


@pytest.mark.parametrize(("paragraphs", "kept"), CASES)
def test_boilerplate(paragraphs, kept):
    assert drop_boilerplate(paragraphs) == (kept, len(paragraphs) - len(kept))
