"""Bytes in, text out: byte order marks, UTF-8, UTF-16, windows-1256, ISO-8859-6.

What carries a mark or is valid UTF-8 is taken at its word; anything else is decoded in each
candidate encoding and the one that gives the most running Arabic wins, with a note that says so.
Refuses binary data and text whose letters were lost in an earlier wrong conversion (BrokenInput).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from rawi.errors import BrokenInput
from rawi.ingest.language import score_arabic

#: What a message says is accepted.
ACCEPTED = "UTF-8, UTF-16, windows-1256 and ISO-8859-6"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp1256", "iso-8859-6", "utf-16-le", "utf-16-be")
_NAMES = {"cp1256": "windows-1256", "cp1252": "windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
#: Wrong conversions that happen: the encoding a text was read in, and the one it was in.
_MISREADINGS = (("cp1256", "utf-8"), ("cp1252", "utf-8"), ("cp1252", "cp1256"))
#: The letters that such a text is full of: Arabic letters in UTF-8 begin with D8 or D9.
_TYPICAL = {"cp1256": re.compile("[طظ]"), "cp1252": re.compile("[\u00c0-\u00ff]")}
_SAMPLE = 40_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ODD = re.compile(
    r"[\x80-\x9f\ufffd\u0300-\u036f\ue000-\uf8ff]|[\u0620-\u064a][a-zA-Z\u00c0-\u00ff]|[a-zA-Z][\u0620-\u064a]"
)
_LOST = re.compile(r"[?\ufffd]")
_ARABIC = re.compile("[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, the encoding it was in, and remarks for the reader of the result."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """`data` as text. `declared` is the encoding a file claims for itself, believed only where it fits."""
    marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return _lenient(data[len(marked[0]) :], marked[1])
    wide = _wide_encoding(data)
    if wide:
        return _lenient(data, wide, f"The encoding is not stated; read as {_name(wide)}")
    refuse_binary(data[:_SAMPLE])
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error.start):
            return _lenient(data, "utf-8")
    return _guess(data, _known(declared))


def sniff_encoding(sample: bytes) -> tuple[str, int]:
    """The encoding of a stream that starts with `sample`, and the length of its byte order mark."""
    marked = next(((mark, name) for mark, name in _MARKS if sample.startswith(mark)), None)
    if marked:
        return marked[1], len(marked[0])
    trimmed = sample.rsplit(b"\n", 1)[0]
    return decode(trimmed).encoding, 0


def refuse_binary(sample: bytes) -> None:
    """BrokenInput where `sample` has the control characters that text has not."""
    controls = len(_CONTROL.findall(sample.decode("latin-1")))
    if controls > max(2, len(sample) // 200):
        raise BrokenInput(
            f"Binary data, not text ({controls} control bytes at its start); accepted: text in {ACCEPTED}"
        )


def refuse_misdecoded(text: str) -> None:
    """BrokenInput where `text` is Arabic that a wrong conversion spoilt: `ط§ظ„`, `Ø§Ù„`, `ÇáÚÑÈ`, `?????`."""
    sample = text[: _SAMPLE // 10]
    for wrong, right in _MISREADINGS:
        if _was_misread(sample, wrong, right):
            raise BrokenInput(
                f"Wrong encoding: the letters are Arabic in {_name(right)} that was read as {_name(wrong)}; "
                "accepted: the original, or a copy saved again from it in UTF-8"
            )
    lost = len(_LOST.findall(sample))
    if lost >= 10 and lost > len(re.findall(r"\w", sample)):
        raise BrokenInput(
            f"Wrong encoding: {lost} letters were replaced by question marks when the text was converted, "
            f"and cannot be won back; accepted: the original in {ACCEPTED}"
        )


def _was_misread(sample: str, wrong: str, right: str) -> bool:
    """Whether `sample`, put back into `wrong`, is running Arabic in `right`."""
    if len(_TYPICAL[wrong].findall(sample)) < 0.2 * len(sample):
        return False
    original = _bytes_back(sample, wrong)
    if len(original) < 0.9 * len(sample):
        return False
    before = score_arabic(sample)
    if right == "utf-8":
        text = original.decode(right, "replace")
        foreign = sum(ord(character) > 0x7F for character in text)
        return 2 * len(_ARABIC.findall(text)) > foreign and score_arabic(text) >= before
    return score_arabic(original.decode(right, "replace")) > max(0.15, before)


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding.upper())


def _bytes_back(text: str, encoding: str) -> bytes:
    """`text` put back into `encoding`, or nothing where it does not fit.

    In windows-1252, C1 control characters are the bytes of their number, as web browsers have it.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        if encoding != "cp1252":
            return b""
    pieces = (letter.encode(encoding, "ignore") or letter.encode("latin-1", "ignore") for letter in text)
    return b"".join(pieces)


def _lenient(data: bytes, encoding: str, *notes: str) -> Decoded:
    """`data` in `encoding`, with U+FFFD and a note for what does not fit."""
    try:
        return Decoded(data.decode(encoding), encoding, notes)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    count = text.count("\ufffd")
    note = f"{count} characters that are not valid {encoding.upper()} are shown as U+FFFD"
    return Decoded(text, encoding, (*notes, note))


def _is_damaged_utf8(data: bytes, start: int) -> bool:
    """Whether `data` is UTF-8 but for a little damage, the first at byte `start`."""
    sample = data[max(0, start - _SAMPLE) : start + _SAMPLE].decode("utf-8", "replace")
    good = sum(ord(character) >= 0x80 and character != "\ufffd" for character in sample)
    return good > 10 * sample.count("\ufffd")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is that of the Arabic or the Latin block."""
    sample = data[:2000]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        other = sample[1 - offset :: 2]
        if high.count(6) + high.count(0) > 0.7 * pairs and other.count(0) < 0.1 * pairs:
            text = sample[: pairs * 2].decode(encoding, "replace")
            if len(_CONTROL.findall(text)) <= len(text) // 100:
                return encoding
    return None


def _guess(data: bytes, declared: str | None) -> Decoded:
    """`data`, which is not UTF-8, in the encoding that makes the most Arabic of it."""
    sample = data[: _SAMPLE // 2 * 2]
    candidates = dict.fromkeys((declared, *_CANDIDATES) if declared else _CANDIDATES)
    scores = {encoding: _score(sample, encoding) for encoding in candidates}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] > 0 and (best == declared or _share_high(sample) > 0.1):
        if best == declared:
            return _lenient(data, best)
        return _lenient(data, best, f"The encoding is not stated; read as {_name(best)}")
    return _guess_other(data)


def _guess_other(data: bytes) -> Decoded:
    """`data` that makes no Arabic, in whatever encoding its letters fit, so that it can be named."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        raise BrokenInput(
            f"Neither text in a known encoding nor a known format; accepted: text in {ACCEPTED}"
        )
    return _lenient(data, match.encoding, f"The encoding is not stated; read as {match.encoding}")


def _score(sample: bytes, encoding: str) -> float:
    """How much Arabic `sample` gives in `encoding`, less for characters that Arabic text does not have."""
    try:
        text = sample.decode(encoding, "replace")
    except LookupError:
        return -1.0
    if not text:
        return -1.0
    letters = len(_ARABIC.findall(text))
    odd = len(_ODD.findall(text)) + len(_CONTROL.findall(text))
    others = sum(ord(character) > 0x7F for character in text) - letters
    return score_arabic(text) * letters / len(text) + 0.1 * (letters - 3 * odd - others) / len(text)


def _share_high(sample: bytes) -> float:
    """The share of bytes beyond ASCII among those that are no white space."""
    visible = sum(byte > 0x20 for byte in sample)
    return sum(byte >= 0x80 for byte in sample) / visible if visible else 0.0


def _known(encoding: str | None) -> str | None:
    """The name Python has for `encoding`; nothing for one it does not know or that holds no text."""
    try:
        info = codecs.lookup(encoding) if encoding else None
    except (LookupError, ValueError):
        return None
    return info.name if info and info._is_text_encoding and info.name not in ("utf-8", "utf-7") else None
