"""What the parts of a claim are called in Arabic and English, for people.

Comes in: the codes of the `rawi/1` schema. Goes out: a `Label` with both names. A code that is not
listed keeps its own letters, so that a new check or mode is shown rather than hidden.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Label(NamedTuple):
    """The name of one code in both languages."""

    ar: str
    en: str


TYPES: dict[str, Label] = {
    "AGREE": Label("اتفاق أو تعهّد", "agreement, promise"),
    "CONSULT": Label("لقاء أو محادثات", "meeting, talks"),
    "SUPPORT": Label("تأييد", "verbal support"),
    "CONCEDE": Label("إعلان تنازل", "verbal concession"),
    "COOPERATE": Label("تعاون", "material cooperation"),
    "AID": Label("مساعدة", "material aid"),
    "RETREAT": Label("انسحاب أو تسليم", "withdrawal, release"),
    "REQUEST": Label("طلب أو دعوة", "request, demand"),
    "ACCUSE": Label("اتهام أو إدانة", "accusation, condemnation"),
    "REJECT": Label("رفض", "refusal"),
    "THREATEN": Label("تهديد", "threat"),
    "PROTEST": Label("احتجاج", "protest"),
    "SANCTION": Label("عقوبات أو قطع علاقات", "sanction, relations cut"),
    "MOBILIZE": Label("حشد أو نشر قوات", "deployment"),
    "COERCE": Label("إجراء قسري", "coercion"),
    "ASSAULT": Label("هجوم أو قتال", "attack, fighting"),
    "FORMED": Label("تأسيس", "founding"),
    "SPLIT": Label("انشقاق أو حلّ", "split, dissolution"),
    "JOINED": Label("انضمام", "joining"),
    "NAMED": Label("تسمية", "other name"),
    "POST": Label("منصب", "post"),
    "PART_OF": Label("تبعية أو عضوية", "affiliation"),
    "CLASSIFIED": Label("توصيف", "classification"),
    "CONTROLS": Label("سيطرة على مكان", "control of a place"),
}

MODES: dict[str, Label] = {
    "visit": Label("زيارة", "visit"),
    "third-party": Label("بوساطة طرف ثالث", "third party"),
    "multilateral": Label("متعدد الأطراف", "multilateral"),
    "phone": Label("اتصال هاتفي", "by phone"),
    "withdraw": Label("انسحاب", "withdrawal"),
    "release": Label("إفراج أو تبادل", "release"),
    "disarm": Label("نزع سلاح", "disarmament"),
    "ceasefire": Label("وقف إطلاق نار", "ceasefire"),
    "access": Label("السماح بالدخول", "access"),
    "resign": Label("استقالة", "resignation"),
    "assist": Label("مساعدة", "assistance"),
    "change": Label("تغيير", "change"),
    "yield": Label("تنازل", "yielding"),
    "meet": Label("لقاء", "meeting"),
    "disapprove": Label("إدانة", "disapproval"),
    "investigate": Label("تحقيق", "investigation"),
    "allege": Label("اتهام", "allegation"),
    "restrict": Label("تقييد", "restriction"),
    "arrest": Label("اعتقال", "arrest"),
    "relations": Label("العلاقات", "relations"),
    "expel": Label("طرد", "expulsion"),
    "territory": Label("احتلال أرض", "territory"),
    "violence": Label("عنف", "violence"),
    "demo": Label("مظاهرة", "demonstration"),
    "riot": Label("شغب", "riot"),
    "strike": Label("إضراب", "strike"),
    "hunger": Label("إضراب عن الطعام", "hunger strike"),
    "boycott": Label("مقاطعة", "boycott"),
    "obstruct": Label("قطع طريق", "obstruction"),
    "vandalize": Label("تخريب", "vandalism"),
    "convict": Label("حكم قضائي", "conviction"),
    "discontinue": Label("وقف تعامل", "discontinuation"),
    "troops": Label("قوات نظامية", "troops"),
    "weapons": Label("أسلحة", "weapons"),
    "police": Label("شرطة", "police"),
    "militia": Label("مسلحون", "militia"),
    "seize": Label("استيلاء", "seizure"),
    "censor": Label("رقابة", "censorship"),
    "curfew": Label("حظر تجول", "curfew"),
    "martial-law": Label("أحكام عرفية", "martial law"),
    "deport": Label("تهجير أو ترحيل", "deportation"),
    "withhold": Label("منع", "withholding"),
    "misinformation": Label("تضليل", "misinformation"),
    "cyber": Label("هجوم إلكتروني", "cyber attack"),
    "beat": Label("ضرب", "beating"),
    "torture": Label("تعذيب", "torture"),
    "execute": Label("إعدام", "execution"),
    "sexual": Label("عنف جنسي", "sexual violence"),
    "assassinate": Label("اغتيال", "assassination"),
    "primitive": Label("سلاح أبيض", "primitive weapons"),
    "firearms": Label("أسلحة نارية", "firearms"),
    "explosives": Label("متفجرات", "explosives"),
    "suicide-attack": Label("هجوم انتحاري", "suicide attack"),
    "heavy-weapons": Label("أسلحة ثقيلة", "heavy weapons"),
    "aerial": Label("غارة جوية", "air strike"),
    "drone": Label("طائرة مسيّرة", "drone"),
    "crowd-control": Label("تفريق بالقوة", "crowd control"),
    "destroy": Label("تدمير", "destruction"),
    "abduct": Label("خطف", "abduction"),
    "cbrn": Label("سلاح كيميائي أو ما شابه", "chemical or similar"),
    "sideAB": Label("قتال بين طرفين", "two-sided"),
    "founding": Label("تأسيس", "founding"),
    "merger": Label("اندماج", "merger"),
    "alliance": Label("تحالف", "alliance"),
    "secession": Label("انفصال", "secession"),
    "expulsion": Label("فصل", "expulsion"),
    "dissolution": Label("حلّ", "dissolution"),
    "renamed": Label("تغيير اسم", "renamed"),
    "formerly": Label("اسم سابق", "formerly"),
    "also-known-as": Label("اسم آخر", "also known as"),
    "designation": Label("تسمية", "designation"),
    "holds": Label("حالي", "holds"),
    "appointed": Label("تعيين", "appointed"),
    "dismissed": Label("إقالة", "dismissed"),
    "founder": Label("مؤسس", "founder"),
    "spokesperson": Label("ناطق", "spokesperson"),
    "part": Label("جزء من", "part of"),
    "affiliated": Label("تابع لـ", "affiliated"),
    "backed-by": Label("مدعوم من", "backed by"),
    "takes": Label("سيطرة جديدة", "takes"),
    "loses": Label("فقدان", "loses"),
}

#: Modes whose name depends on the claim's type.
TYPED_MODES: dict[tuple[str, str], Label] = {
    ("CONTROLS", "holds"): Label("قائمة", "holds"),
    ("SANCTION", "withdraw"): Label("سحب", "withdrawal"),
    ("THREATEN", "expel"): Label("بالطرد", "expulsion"),
}

MODALITIES: dict[str, Label] = {
    "asserted": Label("مؤكَّد بحسب مصدره", "asserted"),
    "planned": Label("مُزمَع", "planned"),
    "proposed": Label("مُقترَح", "proposed"),
    "requested": Label("مطلوب", "requested"),
    "possible": Label("محتمل", "possible"),
    "conditional": Label("مشروط", "conditional"),
}

NEGATED = Label("نفي: يقول المصدر إنه لم يحدث أو ليس كذلك", "negated")

HOLDERS: dict[str, Label] = {
    "planned": Label("صاحب الخطة", "planned by"),
    "proposed": Label("صاحب الاقتراح", "proposed by"),
    "requested": Label("صاحب الطلب", "demanded by"),
}
HOLDER = Label("صاحب القول", "held by")

VALUES: dict[str, Label] = {
    "NAMED": Label("الاسم الآخر", "other name"),
    "POST": Label("المنصب", "post"),
    "CLASSIFIED": Label("الوصف", "called"),
}
VALUE = Label("الموضوع", "object")

SOURCE_KINDS: dict[str, Label] = {
    "outlet": Label("وسيلة إعلام", "outlet"),
    "named_person": Label("شخص مسمّى", "named person"),
    "organisation": Label("جهة", "organisation"),
    "unnamed": Label("مصدر غير مسمّى", "unnamed"),
    "own_correspondent": Label("مراسل الناشر", "own correspondent"),
    "document": Label("وثيقة", "document"),
    "social_media": Label("تواصل اجتماعي", "social media"),
    "general": Label("مصدر عام", "general"),
}

MENTION_KINDS: dict[str, Label] = {
    "actor": Label("جهات", "actors"),
    "person": Label("أشخاص", "people"),
    "place": Label("أماكن", "places"),
    "time": Label("أزمنة", "times"),
    "source": Label("مصادر", "sources"),
}

SEVERITIES: dict[str, Label] = {
    "error": Label("خطأ", "error"),
    "warning": Label("تنبيه", "warning"),
    "note": Label("ملاحظة", "note"),
}

CHECKS: dict[str, Label] = {
    "place-in-wrong-area": Label("مكان في غير منطقته", "place in the wrong area"),
    "twin-month-mismatch": Label("اسما الشهر لا يتطابقان", "twin month names differ"),
    "weekday-mismatch": Label("اليوم لا يوافق التاريخ", "weekday does not fit the date"),
    "hijri-mismatch": Label("التاريخان الهجري والميلادي لا يتوافقان", "Hijri and Gregorian dates differ"),
    "event-after-publication": Label("حدث بعد تاريخ النشر", "event after publication"),
    "actor-anachronism": Label("جهة خارج زمنها", "actor outside its dates"),
    "lineage-mismatch": Label("تأسيس أو انشقاق يخالف المرجع", "lineage differs from the reference"),
    "sum-mismatch": Label("مجموع لا يصح", "sum does not add up"),
    "age-or-count-implausible": Label("أعداد أو تواريخ متناقضة", "counts or dates exclude each other"),
    "unnamed-only": Label("مصادر غير مسمّاة وحدها", "unnamed sources only"),
    "no-source": Label("بلا مصدر", "no source named"),
    "interested-source": Label("مصدر صاحب مصلحة", "interested source"),
    "loaded-naming": Label("تسمية منحازة", "loaded name"),
    "stale-name": Label("اسم لم يعد قائماً", "name no longer in use"),
    "unknown-place": Label("مكان غير معروف", "place not known"),
    "unknown-actor": Label("جهة غير معروفة", "actor not known"),
}

#: What made one actor into another (`rawi.knowledge.lineage.KINDS`), as seen from the younger, …
CAME_FROM: dict[str, Label] = {
    "renamed": Label("اسم جديد أو بديل لـ", "renamed from, or in place of"),
    "replaced": Label("حلّت محل", "took over from"),
    "merged": Label("اندماج", "merged from"),
    "split": Label("انشقاق عن", "split from"),
    "joined": Label("انضم إليها", "joined by"),
    "followed": Label("جاءت بعد", "came after"),
}
#: … and from the older.
WENT_INTO: dict[str, Label] = {
    "renamed": Label("صار اسمها أو خلفتها", "became, or was replaced by"),
    "replaced": Label("حلّت محلها", "was followed in office by"),
    "merged": Label("اندمجت في", "merged into"),
    "split": Label("انشقت عنها", "split off from it"),
    "joined": Label("انضمت إلى", "went into"),
    "followed": Label("جاءت بعدها", "was followed by"),
}

_COUNTS = (
    (re.compile(r"^>=(\d+)$"), Label(r"\1 على الأقل", r"at least \1")),
    (re.compile(r"^>(\d+)$"), Label(r"أكثر من \1", r"more than \1")),
    (re.compile(r"^<=(\d+)$"), Label(r"\1 على الأكثر", r"at most \1")),
    (re.compile(r"^<(\d+)$"), Label(r"أقل من \1", r"fewer than \1")),
    (re.compile(r"^~(\d+)$|^(\d+)~$"), Label(r"نحو \1\2", r"about \1\2")),
    (re.compile(r"^(\d+)\.\.(\d+)$"), Label(r"بين \1 و\2", r"\1 to \2")),
)

_TIMES = (
    (re.compile(r"^(?:\.\.)?/(.+)$"), Label("حتى", "until")),
    (re.compile(r"^(.+)/(?:\.\.)?$"), Label("منذ", "since")),
    (re.compile(r"^([^/]+)/([^/]+)$"), Label("مدة", "period")),
    (re.compile(r"^[^/]+[~]$"), Label("تقريباً", "about")),
    (re.compile(r"^[^/]+[?]$"), Label("غير مؤكد", "uncertain")),
    (re.compile(r"^[^/]+[%]$"), Label("تقريبي وغير مؤكد", "about, uncertain")),
)


def label_of(table: dict[str, Label], code: str) -> Label:
    """The label of a code; a code that is not in the table is its own label."""
    return table.get(code) or Label(code, code)


def label_mode(claim_type: str, mode: str) -> Label:
    """The label of a claim's mode."""
    return TYPED_MODES.get((claim_type, mode)) or label_of(MODES, mode)


def label_count(count: str) -> Label:
    """A count or range (`3`, `10..15`, `>20`, `>=7`) in words."""
    for pattern, label in _COUNTS:
        if pattern.match(count):
            return Label(pattern.sub(label.ar, count), pattern.sub(label.en, count))
    return Label(count, count)


def label_time(edtf: str) -> Label | None:
    """What the signs in an EDTF value mean; None for a plain date."""
    for pattern, label in _TIMES:
        if pattern.match(edtf):
            return label
    return None
