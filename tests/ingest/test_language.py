"""Arabic is told from other languages, however short it is."""

import pytest

from rawi.errors import NotArabic
from rawi.ingest.language import check_arabic

ARABIC = [
    "قسد",
    "مقتل شخص",
    "قال علی عبد الله ان الجيش دخل المدينة",
    "قال المتحدث باسم چتا گروپ إن الشركة ستغلق",
    "ﻗﻮﺍﺕ ﺳﻮﺭﻳﺎ ﺍﻟﺪﻳﻤﻘﺮﺍﻃﻴﺔ",
    "أعلن الأكراد وقفاً لإطلاق النار",
    "قَالَ الجَيْشُ إِنَّهُ دَخَلَ المَدِينَةَ",
    "القوات الكردية في كوباني وعفرين",
]
MIXED = [
    ("Reuters reported: قال وزير الخارجية السوري في دمشق إن بلاده ترفض التدخل. More in English.", "English"),
    (
        "پلیس تهران اعلام کرد که چهار نفر در این حادثه کشته شدند و گروهی می گویند که گزارش را دیده اند\n"
        "قال وزير الخارجية السوري إن بلاده ترفض التدخل في الشؤون",
        "Persian",
    ),
]
OTHER = [
    ("پلیس تهران اعلام کرد که چهار نفر در این حادثه کشته شدند", "Persian"),
    ("سرکاری ذرائع کے مطابق پاکستان میں انتخابات ہوں گے", "Urdu"),
    ("حکومەتی هەرێمی کوردستان ڕایگەیاند کە بۆ چارەسەرکردنی کێشەکان", "Sorani Kurdish"),
    ("د افغانستان ولسمشر په کابل کې له خبریالانو سره خبرې وکړې", "Pashto"),
    ("The Syrian army said on Monday that it had taken the town.", "English"),
    ("Le ministère a annoncé hier soir une nouvelle politique de défense.", "French"),
    ("Министерство обороны сообщило о взрывах в городе", "Russian"),
    ("הצבא הודיע היום כי", "Hebrew"),
    ("ok", "in Latin letters"),
    ("The (قسد) group said today that nothing at all had happened in the city", "English"),
]


@pytest.mark.parametrize("text", ARABIC)
def test_arabic(text):
    assert check_arabic(text) == ()


@pytest.mark.parametrize(("text", "other"), MIXED)
def test_mixed(text, other):
    (note,) = check_arabic(text)
    assert "Mixed text" in note
    assert other in note


@pytest.mark.parametrize(("text", "language"), OTHER)
def test_other(text, language):
    with pytest.raises(NotArabic, match=rf"Not Arabic: the text seems to be {language}\b.*accepted: Arabic"):
        check_arabic(text)


def test_arabic_far_into_a_long_text_is_found():
    with pytest.raises(NotArabic, match="English"):
        check_arabic("This is a long text in English. " * 40_000)
    notes = check_arabic("1 - 2 - 3 " * 40_000 + "قال الجيش إنه دخل المدينة")
    assert notes == ()
