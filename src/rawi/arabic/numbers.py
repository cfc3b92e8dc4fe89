"""Tokens in, numbers out: digits, words in every gender and case, approximations and ranges.

Reads cardinals (`ثلاثة آلاف ومئتان`, `1.5 مليون`), ordinals (`الحادي والعشرين`), limits (`أكثر من 20`) and
ranges (`بين 10 و15`). Dozens, hundreds and thousands without a number (`عشرات القتلى`) have no value
and give None. Works on folded norms; clitics before the number (`بخمسة`, `والـ20`) are skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.arabic.tokens import MARK, NUMBER, Token


@dataclass(frozen=True, slots=True)
class Number:
    """A number as stated in tokens `start_index` to `end_index` (exclusive).

    `value` is the number named (of a range, the lower end); `low` and `high` are the bounds it allows,
    None where open. `relation` is "", ">", ">=", "<", "<=" or ".." for a range.
    """

    value: int | float
    low: int | float | None
    high: int | float | None
    start_index: int
    end_index: int
    approx: bool = False
    relation: str = ""
    ordinal: bool = False

    @property
    def count_value(self) -> str:
        """The codebook's form: `3`, `10..15`, `>20`, `>=7`."""
        if self.relation == "..":
            return f"{_plain(self.low)}..{_plain(self.high)}"
        return f"{self.relation}{_plain(self.value)}"


def _plain(value: int | float | None) -> str:
    return str(int(value)) if value is not None and value == int(value) else str(value)


_UNIT, _ELEVEN, _TEN, _TENS, _HUNDRED, _SCALE, _DUAL, _PLURAL, _VAGUE = range(9)
_Atom = tuple[int, int]


def _table(kind: int, entries: dict[int, str]) -> dict[str, _Atom]:
    return {fold(form): (kind, value) for value, forms in entries.items() for form in forms.split()}


_ATOMS: dict[str, _Atom] = {
    **_table(
        _UNIT,
        {
            1: "واحد واحدة واحدا",
            2: "اثنان اثنين اثنتان اثنتين إثنان إثنين ثنتين ثنتان اثنا اثني اثنتا اثنتي",
            3: "ثلاث ثلاثة ثلاثا", 4: "أربع أربعة أربعا", 5: "خمس خمسة خمسا", 6: "ست ستة ستا",
            7: "سبع سبعة سبعا", 8: "ثمان ثماني ثمانية ثمانيا", 9: "تسع تسعة تسعا",
        },
    ),
    **_table(_ELEVEN, {1: "أحد إحدى"}),
    **_table(_TEN, {10: "عشر عشرة عشرا"}),
    **_table(
        _TENS,
        {
            20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين",
            60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
        },
    ),
    **_table(_HUNDRED, {100: "مئة مائة ماية مية", 200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي"}),
    **{
        fold(unit + hundred): (_HUNDRED, value * 100)
        for value, units in {
            3: "ثلاث ثلاثة", 4: "أربع أربعة", 5: "خمس خمسة", 6: "ست ستة", 7: "سبع سبعة",
            8: "ثمان ثماني ثمانية", 9: "تسع تسعة",
        }.items()
        for unit in units.split()
        for hundred in ("مئة", "مائة", "ماية", "مية")
    },
    **_table(
        _SCALE,
        {1_000: "ألف", 1_000_000: "مليون", 1_000_000_000: "مليار بليون", 1_000_000_000_000: "تريليون"},
    ),
    **_table(
        _DUAL,
        {
            2_000: "ألفان ألفين ألفا ألفي", 2_000_000: "مليونان مليونين مليونا مليوني",
            2_000_000_000: "ملياران مليارين مليارا ملياري",
        },
    ),
    **_table(
        _PLURAL,
        {1_000: "آلاف آلافا", 1_000_000: "ملايين", 1_000_000_000: "مليارات بلايين بليونات"},
    ),
    **_table(_VAGUE, {10: "عشرات", 100: "مئات مئآت مائات", 1_000: "ألوف"}),
}  # fmt: skip

#: The accusative of a scale word after a number (`20 ألفا`) looks like its dual in the construct state.
_ACCUSATIVE = {"الفا": 1_000, "مليونا": 1_000_000, "مليارا": 1_000_000_000}
_FRACTIONS = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3}
_DETACHED = {"و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "وب", "ول"}

_ORDINAL_UNITS = {
    fold(form): value
    for value, forms in {
        1: "أول أولى حادي حادية", 2: "ثاني ثانية ثان", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة",
        6: "سادس سادسة", 7: "سابع سابعة", 8: "ثامن ثامنة", 9: "تاسع تاسعة",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ORDINAL_TENS = {fold(form): 10 for form in ("عاشر", "عاشرة")}

_ABOUT = (
    "نحو", "حوالي", "قرابة", "زهاء", "ما يقارب", "يقارب", "تقارب", "ما يقرب من", "يقرب من", "ما يناهز",
    "يناهز", "تناهز", "قارب", "ناهز", "في حدود", "بحدود", "تقريبا",
)  # fmt: skip
_LIMITS = {
    ">": (
        "أكثر من", "أزيد من", "ما يزيد على", "ما يزيد عن", "يزيد على", "يزيد عن", "تزيد على", "تزيد عن",
        "ما يزيد عنه", "ما يفوق", "يفوق", "تفوق", "فاق", "ما يتجاوز", "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت",
        "تخطى", "تخطت", "ما يربو على", "يربو على", "فوق",
    ),
    ">=": (
        "ما لا يقل عن", "لا يقل عن", "لا تقل عن", "على الأقل", "على أقل تقدير", "ليس أقل من", "ما لايقل عن",
        "بما لا يقل عن", "لا يقل عددهم عن", "أقله",
    ),
    "<": ("أقل من", "ما دون", "دون", "أدنى من"),
    "<=": (
        "لا يتجاوز", "لا تتجاوز", "لا يزيد على", "لا يزيد عن", "لا تزيد على", "لا تزيد عن", "ما لا يتجاوز",
        "لا يتعدى", "لا تتعدى", "ما لا يزيد على", "ما لا يزيد عن", "على الأكثر", "كحد أقصى",
    ),
}  # fmt: skip
_AFTER = {
    ">=": ("على الأقل", "على أقل تقدير", "أو أكثر", "فأكثر", "فما فوق", "كحد أدنى"),
    "<=": ("على الأكثر", "كحد أقصى", "أو أقل", "فأقل"),
    "~": ("تقريبا", "على وجه التقريب"),
}
_THRESHOLDS = {"عتبه", "حاجز", "عددهم", "عدد", "سقف"}


def _phrases(forms: dict[str, tuple[str, ...]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for relation, phrases in forms.items():
        for phrase in phrases:
            first, *rest = fold(phrase).split()
            table.setdefault(first, []).append((tuple(rest), relation))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE_TABLE = _phrases({**_LIMITS, "~": _ABOUT})
_AFTER_TABLE = _phrases(_AFTER)


@lru_cache(maxsize=50_000)
def _bare(norm: str) -> tuple[_Atom | None, str, str]:
    """The number word in `norm`, the clitics before it, and the word without them."""
    if norm in _ATOMS:
        return _ATOMS[norm], "", norm
    for conjunction in ("", "و", "ف"):
        if not norm.startswith(conjunction):
            continue
        rest = norm[len(conjunction) :]
        for preposition in ("", "ب", "ل", "ك"):
            if not rest.startswith(preposition):
                continue
            tail = rest[len(preposition) :]
            before = conjunction + preposition
            if tail in _ATOMS and before:
                return _ATOMS[tail], before, tail
            article = "لل" if preposition == "" and tail.startswith("لل") else "ال"
            word = tail[2:]
            # "الاثنين" is Monday, or "the two": never a count of its own.
            if tail.startswith(article) and word in _ATOMS and word not in ("اثنين", "احد", "احدي", "واحد"):
                return _ATOMS[word], before + "ال", word
    return None, "", norm


def _skip_detached(tokens: Sequence[Token], index: int) -> int:
    """Past a clitic that stands before digits as a token of its own (`الـ20`, `و 15`)."""
    if (
        index + 1 < len(tokens)
        and tokens[index].norm in _DETACHED
        and tokens[index + 1].kind == NUMBER
    ):  # fmt: skip
        return index + 1
    return index


def _digits(token: Token) -> int | float | None:
    if token.kind != NUMBER or len(token.norm) > 15:
        return None
    try:
        return int(token.norm)
    except ValueError:
        try:
            return float(token.norm)
        except ValueError:
            return None


def _atom(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[_Atom, int, str] | None:
    """The number word at `index`; `joined` asks for a و before it, attached or not."""
    if index >= len(tokens):
        return None
    loose = joined and tokens[index].norm == "و" and index + 1 < len(tokens)
    if loose:
        index += 1
    found, before, word = _bare(tokens[index].norm)
    if found is None or (joined and not loose and before not in ("و", "وال")):
        return None
    return found, index + 1, word


def _joined_digits(tokens: Sequence[Token], index: int) -> tuple[int | float, int] | None:
    if index + 1 < len(tokens) and tokens[index].norm == "و":
        value = _digits(tokens[index + 1])
        if value is not None:
            return value, index + 2
    return None


def _next_is(tokens: Sequence[Token], index: int, kind: int) -> bool:
    """Whether a number word of `kind` follows without a conjunction."""
    if index >= len(tokens):
        return False
    found, before, _ = _bare(tokens[index].norm)
    return found is not None and found[0] == kind and before in ("", "ال")


def _below_hundred(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int, int] | None:
    read = _atom(tokens, index, joined=joined)
    if read is None:
        return None
    (kind, value), end, word = read
    if kind in (_UNIT, _ELEVEN):
        if _next_is(tokens, end, _TEN):
            return value + 10, end + 1
        tens = _atom(tokens, end, joined=True)
        if tens is not None and tens[0][0] == _TENS:
            return value + tens[0][1], tens[1]
        if kind == _ELEVEN or word in ("اثنا", "اثني", "اثنتا", "اثنتي"):
            return None
        return value, end
    if kind in (_TEN, _TENS):
        return value, end
    return None


def _below_thousand(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int, int] | None:
    read = _atom(tokens, index, joined=joined)
    if read is None:
        return None
    (kind, value), end, _ = read
    hundreds = None
    if kind == _HUNDRED:
        hundreds = value, end
    elif (
        kind == _UNIT
        and value > 2
        and _next_is(tokens, end, _HUNDRED)
        and _bare(tokens[end].norm)[0]
        == (
            _HUNDRED,
            100,
        )
    ):
        hundreds = value * 100, end + 1
    if hundreds is None:
        return _below_hundred(tokens, index, joined=joined)
    rest = _below_hundred(tokens, hundreds[1], joined=True)
    return (hundreds[0] + rest[0], rest[1]) if rest is not None else hundreds


def _scales(tokens: Sequence[Token], index: int) -> int:
    """The scale that multiplies the number before `index`: 1000 for `ألف`, `آلاف`, `ألفا`; 0 for none."""
    if index >= len(tokens):
        return 0
    norm = tokens[index].norm
    found = _ATOMS.get(norm)
    if norm in _ACCUSATIVE:
        return _ACCUSATIVE[norm]
    if found is None and norm.startswith("ال"):
        found = _ATOMS.get(norm[2:])
    return found[1] if found is not None and found[0] in (_SCALE, _PLURAL) else 0


def _group(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int | float, int] | None:
    if joined:
        return _joined_digits(tokens, index) or _below_thousand(tokens, index, joined=True)
    index = _skip_detached(tokens, index)
    if index >= len(tokens):
        return None
    value = _digits(tokens[index])
    return (value, index + 1) if value is not None else _below_thousand(tokens, index, joined=False)


def parse_cardinal(tokens: Sequence[Token], start: int) -> tuple[int | float, int] | None:
    """The plain number at token `start` and the index after it; no limits, ranges or ordinals."""
    if start >= len(tokens):
        return None
    norm = tokens[start].norm
    if norm in _FRACTIONS and _scales(tokens, start + 1):
        return _whole(_FRACTIONS[norm] * _scales(tokens, start + 1)), start + 2
    total: int | float = 0
    limit = 0
    index = start
    while True:
        joined = index > start
        part = _group(tokens, index, joined=joined)
        scale = 0
        if part is not None:
            value, after = part
            scale = _scales(tokens, after)
            if scale:
                value, after = value * scale, after + 1
        else:
            read = _atom(tokens, index, joined=joined)
            if read is None or read[0][0] not in (_SCALE, _DUAL):
                break
            (kind, value), after, _ = read
            scale = value if kind == _SCALE else value // 2
        if limit and value >= limit:
            break
        total, index = total + value, after
        limit = scale
        if not scale:
            break
        half = _half(tokens, index)
        if half is not None:
            return _whole(total + half[0] * scale), half[1]
    return (_whole(total), index) if index > start else None


def _half(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """`ونصف` after a scale word, with the scale named again or not (`مليون ونصف المليون`)."""
    if index < len(tokens) and tokens[index].norm in ("ونصف", "وربع"):
        end = index + 1
        return _FRACTIONS[tokens[index].norm[1:]], end + 1 if _scales(tokens, end) else end
    return None


def _whole(value: int | float) -> int | float:
    return int(value) if value == int(value) else value


@lru_cache(maxsize=20_000)
def _ordinal_word(norm: str) -> tuple[str, int]:
    """The kind (`unit`, `ten`, `tens`, or empty) and value of a word with the article, clitics dropped."""
    for conjunction in ("", "و", "ف"):
        for before in ("ال", "بال", "كال", "لل"):
            prefix = conjunction + before
            word = norm[len(prefix) :]
            if norm.startswith(prefix):
                if word in _ORDINAL_UNITS:
                    return "unit", _ORDINAL_UNITS[word]
                if word in _ORDINAL_TENS:
                    return "ten", 10
                atom = _ATOMS.get(word)
                if atom is not None and atom[0] == _TENS:
                    return "tens", atom[1]
    return "", 0


def parse_ordinal(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The definite ordinal at token `start` (`الثاني`, `الحادي والعشرين`) and the index after it."""
    if start >= len(tokens):
        return None
    kind, value = _ordinal_word(tokens[start].norm)
    if not kind:
        return None
    after = start + 1
    if kind != "unit" or after >= len(tokens):
        return value, after
    follower = tokens[after].norm
    if follower in ("عشر", "عشره"):
        return value + 10, after + 1
    if follower.startswith("و"):
        joined, tens = _ordinal_word(follower)
        if joined == "tens":
            return value + tens, after + 1
    if follower == "و" and after + 1 < len(tokens):
        joined, tens = _ordinal_word(tokens[after + 1].norm)
        if joined == "tens":
            return value + tens, after + 2
    return value, after


def number_words(limit: int) -> list[str]:
    """The folded words that a cardinal up to `limit` may start with."""
    return [word for word, (kind, value) in _ATOMS.items() if value <= limit and kind <= _TENS]


def ordinal_words() -> list[str]:
    """The folded words, with the article, that an ordinal may start with."""
    tens = [word for word, (kind, _) in _ATOMS.items() if kind == _TENS]
    return ["ال" + word for word in (*_ORDINAL_UNITS, *_ORDINAL_TENS, *tens)]


def parse_number(tokens: Sequence[Token], start: int, *, ordinals: bool = False) -> Number | None:
    """The number stated from token `start` on, with its limits, approximation or range.

    The words `على الأقل` count even when the thing counted stands between (`25 شخصا على الأقل`), but
    are then not part of the number's tokens. With `ordinals`, `الحادي والعشرين` is 21 too.
    """
    if start >= len(tokens):
        return None
    interval = _between(tokens, start)
    if interval is not None:
        return interval
    index, relations = start, set()
    while (found := _phrase_before(tokens, index)) is not None:
        relations.add(found[0])
        index = found[1]
    if relations & {">", "<=", "~"} and index + 1 < len(tokens) and tokens[index].norm in _THRESHOLDS:
        index += 1
    read = parse_cardinal(tokens, index)
    if read is None:
        return _ordinal(tokens, start) if ordinals else None
    value, end = read
    approx = "~" in relations
    upper = _range_end(tokens, value, end)
    if upper is not None:
        return _range(value, upper[0], start, upper[1], approx=approx)
    relation = next((mark for mark in (">=", "<=", ">", "<") if mark in relations), "")
    after = _phrase_after(tokens, end)
    if after is not None:
        approx = approx or after[0] == "~"
        relation = relation or (after[0] if after[0] != "~" else "")
        end = after[1]
    low = value if relation in ("", ">", ">=") else None
    high = value if relation in ("", "<", "<=") else None
    return Number(value, low, high, start, end, approx, relation)


def _ordinal(tokens: Sequence[Token], start: int) -> Number | None:
    read = parse_ordinal(tokens, start)
    return Number(read[0], read[0], read[0], start, read[1], ordinal=True) if read else None


def _phrase_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    if index >= len(tokens):
        return None
    norm = tokens[index].norm
    entries = _BEFORE_TABLE.get(norm)
    if entries is None and norm[:1] in ("و", "ف", "ب", "ل"):
        entries = _BEFORE_TABLE.get(norm[1:])
    for rest, relation in entries or ():
        if _matches(tokens, index + 1, rest):
            return relation, index + 1 + len(rest)
    return None


def _phrase_after(tokens: Sequence[Token], end: int) -> tuple[str, int] | None:
    """A limit after the number: directly (then part of it) or after up to three words counted."""
    for index in range(end, min(end + 4, len(tokens))):
        if tokens[index].kind == MARK:
            return None
        if index > end and _digits(tokens[index]) is not None:
            return None
        for rest, relation in _AFTER_TABLE.get(tokens[index].norm, ()):
            if _matches(tokens, index + 1, rest):
                return relation, index + 1 + len(rest) if index == end else end
    return None


def _matches(tokens: Sequence[Token], index: int, norms: tuple[str, ...]) -> bool:
    return index + len(norms) <= len(tokens) and all(
        tokens[index + offset].norm == norm for offset, norm in enumerate(norms)
    )


def _between(tokens: Sequence[Token], start: int) -> Number | None:
    """`بين 10 و15`, `ما بين 10 و 15`, `من 10 إلى 15`."""
    norm = tokens[start].norm
    if norm in ("ما", "يتراوح", "تتراوح") and start + 1 < len(tokens):
        inner = _between(tokens, start + 1) if tokens[start + 1].norm in ("بين", "ما") else None
        return _range(inner.low or 0, inner.high or 0, start, inner.end_index) if inner else None
    if norm not in ("بين", "من", "وبين"):
        return None
    lower = parse_cardinal(tokens, start + 1)
    if lower is None or lower[1] >= len(tokens):
        return None
    if norm == "من":
        upper = _range_end(tokens, lower[0], lower[1])
    else:
        upper = _joined_cardinal(tokens, lower[1]) or _range_end(tokens, lower[0], lower[1])
    if upper is None:
        return None
    return _range(lower[0], upper[0], start, upper[1])


def _joined_cardinal(tokens: Sequence[Token], index: int) -> tuple[int | float, int] | None:
    if tokens[index].norm == "و":
        return parse_cardinal(tokens, index + 1)
    if tokens[index].norm.startswith("و"):
        _, before, _ = _bare(tokens[index].norm)
        return parse_cardinal(tokens, index) if before.startswith("و") else None
    return None


def _range_end(tokens: Sequence[Token], low: int | float, index: int) -> tuple[int | float, int] | None:
    """The upper end after `-`, `إلى`, `حتى` or `أو`; None unless it is above `low`."""
    if index >= len(tokens) or tokens[index].norm not in ("-", "–", "—", "الي", "او", "حتي"):
        return None
    upper = parse_cardinal(tokens, index + 1)
    return upper if upper is not None and upper[0] > low else None


def _range(
    low: int | float, high: int | float, start: int, end: int, *, approx: bool = False
) -> Number | None:
    """The range; `بين 3 و5 آلاف` names the scale once."""
    for scale in (1_000_000_000, 1_000_000, 1_000):
        if high >= scale and high % scale == 0 and low < high / scale < 1_000 and low < 100:
            low *= scale
            break
    return Number(low, low, high, start, end, approx, "..") if low < high else None


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """All numbers of `tokens` from left to right; they do not overlap."""
    numbers, index = [], 0
    while index < len(tokens):
        token = tokens[index]
        number = None
        if (
            token.kind == NUMBER
            or token.norm in _STARTS
            or _bare(token.norm)[0] is not None
            or (token.norm[1:] in _BEFORE_TABLE or token.norm in _DETACHED)
        ):
            number = parse_number(tokens, index)
        if number is not None:
            numbers.append(number)
            index = number.end_index
        else:
            index += 1
    return numbers


_STARTS = {"بين", "من", "ما", "يتراوح", "تتراوح", *_FRACTIONS, *_BEFORE_TABLE}

#: Nouns with a broken plural: both dual endings (ان and ين) mean two.
_BROKEN_PLURALS = frozenset(
    fold(
        "قتيل شخص ضابط جندي عنصر طفل رجل جريح أسير شاب شرطي رهينة صاروخ مدفع قائد قيادي لغم رضيع "
        "مجند نقيب عقيد ملازم عميد لواء رقيب طبيب مريض حارس سائق طالب شيخ زعيم حاجز معبر منزل "
        "شهيد مدرس جسر مقاتلا انتحاري تفجير هجوم بيت لاجئ نازح خبير مستشار وزير نائب مبعوث سجين"
    ).split()
) - frozenset(fold("مدرس لاجئ نازح انتحاري قيادي مقاتلا").split())
#: Nouns with a sound plural in ين: only ان is surely two.
_SOUND_PLURALS = frozenset(
    fold(
        "مقاتل مدني مسلح مدرس لاجئ نازح انتحاري قيادي صحفي صحافي مصور عسكري معتقل محتجز مصاب مواطن "
        "مسعف موظف عامل مهندس متظاهر محتج مراسل إعلامي ناشط مسؤول مهاجم مطلوب متهم مدان مفقود مخطوف سوري"
    ).split()
)
_NOT_DUAL = frozenset(
    fold("أفغانستان باكستان كردستان كوردستان طاجيكستان أوزبكستان كازاخستان بستان فستان لورستان خوزستان "
         "بوتين الأرجنتين أرجنتين متين ثلاثتين داغستان تركستان كتان شيطان").split()
)  # fmt: skip


def dual_count(norm: str) -> int | None:
    """2 if the folded word is surely a dual (`قتيلان`, `ضابطين`, `امرأتين`), otherwise None.

    `مقاتلين` may be a plural and gives None; clitics and the article before the word are skipped.
    """
    for prefix in ("", "و", "ال", "وال", "ب", "بال", "لل", "ل"):
        if not norm.startswith(prefix):
            continue
        word = norm[len(prefix) :]
        stem, ending = word[:-2], word[-2:]
        if ending == "ان" and (stem in _BROKEN_PLURALS or stem in _SOUND_PLURALS):
            return 2
        if ending == "ين" and stem in _BROKEN_PLURALS:
            return 2
    feminine = len(norm) >= 6 and norm.endswith(("تان", "تين")) and not norm.endswith("ستان")
    if feminine and norm not in _NOT_DUAL and not norm.endswith("ينتين"):
        return 2
    return 2 if norm.endswith(("مدينتين", "سفينتين", "رهينتين")) else None
