"""Text in, tokens out: words, numbers, marks and line breaks, each with its place in the text.

Every token keeps raw offsets; `norm` is what is compared. An HTML entity left over in the text
(`&nbsp;`, `quot;`) is one token: white space, or the mark it stands for.
"""

from __future__ import annotations

import html
import re

from rawi.arabic.characters import MARKS, fold

WORD, LATIN, NUMBER, MARK, BREAK = "word", "latin", "number", "mark", "break"

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN = re.compile(
    rf"(?P<word>[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u0670\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc{MARKS}]+)"
    rf"|(?P<break>[ \t\r\xa0]*\n\s*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*)"
    rf"|(?P<entity>&?(?:nbsp|quot|amp|laquo|raquo|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|zwnj|zwj|rlm|lrm|#\d{{2,5}});)"
    rf"|(?P<latin>[^\W\d_\u0600-\u06ff]+(?:['’&.-](?=[^\W\d_\u0600-\u06ff])[^\W\d_\u0600-\u06ff]+)*)"
    rf"|(?P<mark>\S)"
)
_QUOTES = dict.fromkeys('"“”„‟«»‹›"＂‘’‚‛´`', '"')
#: The kind and norm of what was read before, and how many are remembered.
_READ: dict[str, tuple[str, str]] = {}
_MOST = 200_000


class Token:
    """`text[start:end]`, its `kind`, and `norm`, the folded form that is compared."""

    __slots__ = ("end", "kind", "norm", "start")

    def __init__(self, start: int, end: int, kind: str, norm: str) -> None:
        self.start, self.end, self.kind, self.norm = start, end, kind, norm

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, {self.kind}, {self.norm!r})"


def normal_form(raw: str) -> str:
    """What a token's own characters are compared as; quotes of any shape are `"`."""
    return _QUOTES.get(raw) or fold(raw)


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order; white space within a line and invisible characters have none.

    A line break, or several, is one token of kind BREAK. A number's norm has ASCII digits and no
    thousands separators.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        kind, norm = _READ.get(raw) or _read(raw, match.lastgroup)
        if norm:
            start = match.start()
            tokens.append(Token(start, start + len(raw), kind, norm))
    return tokens


def _read(raw: str, group: str | None) -> tuple[str, str]:
    """The kind and the norm of the characters that `group` of the pattern has matched, remembered."""
    if group == "number":
        read = NUMBER, _plain_number(normal_form(raw))
    elif group == "break":
        read = BREAK, "\n"
    elif group == "entity":
        read = MARK, normal_form(html.unescape(raw if raw[0] == "&" else f"&{raw}").strip())
    else:
        read = group or MARK, normal_form(raw)
    if len(_READ) > _MOST:
        _READ.clear()
    _READ[raw] = read
    return read


def _plain_number(norm: str) -> str:
    """`3,800` and `1.234.567` without thousands separators; `3.5` and `17.5.2018` as they are."""
    head, *groups = re.split("[.,]", norm)
    if groups and all(len(group) == 3 for group in groups) and 1 <= len(head) <= 3 and head != "0":
        return head + "".join(groups)
    return norm.replace(",", ".")
