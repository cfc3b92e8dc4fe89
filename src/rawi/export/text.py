"""A reading as a table for the terminal.

Comes in: a `Reading`, the width in columns, whether the output is a terminal and takes colours. Goes
out: text. Only for a terminal is each Arabic field put between the isolates U+2068 and U+2069, so
that it keeps to its own column; in a file or a pipe the words stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rawi.export.labels import CHECKS, SEVERITIES, TYPES, label_count, label_mode, label_of, label_time
from rawi.export.view import ClaimView, Party, title_of, view_claims
from rawi.model import Finding, Reading, Span

#: The narrowest and the widest table that is drawn, in columns.
MIN_WIDTH, MAX_WIDTH = 60, 160
_NUMBER = 4
_GAP = 2
_SHARES = (0.19, 0.32, 0.26, 0.23)
_HEADINGS = ("Claim", "Who → to whom", "Where, when", "On whose word")
_EVIDENCE_LINES = 2
_SLACK = 24  # columns that wrapping may leave empty, brackets and dots
_VALUE_LEADS = {"POST": "as ", "CLASSIFIED": "as ", "NAMED": "= "}
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CONTROLS = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STYLES = {"bold": "1", "dim": "2", "error": "31", "warning": "33", "note": "36", "head": "1;4"}


@dataclass(frozen=True, slots=True)
class _Field:
    """A piece of a cell; `lead` stands before the words and outside their isolate."""

    words: str
    lead: str = ""
    style: str = ""


class _Page:
    """Writes fields for one kind of output."""

    def __init__(self, width: int, terminal: bool, colour: bool) -> None:
        self.width = max(MIN_WIDTH, min(width, MAX_WIDTH))
        self.terminal = terminal
        self.colour = colour
        room = self.width - _NUMBER - _GAP * (len(_SHARES) - 1)
        self.columns = [int(room * share) for share in _SHARES]

    def lines(self, field: _Field, width: int) -> list[str]:
        """The field wrapped to `width`, each line padded to it exactly."""
        pad = " " * measure(field.lead)
        rows = wrap_words(clean(field.words), width - len(pad))
        return [
            self._line(field.lead if index == 0 else pad, row, field.style, width)
            for index, row in enumerate(rows)
        ]

    def _line(self, lead: str, words: str, style: str, width: int) -> str:
        fill = " " * (width - measure(lead) - measure(words))
        if self.terminal and _ARABIC.search(words):
            words = f"\u2068{words}\u2069"
        code = _STYLES.get(style) if self.colour else None
        return f"{lead}\x1b[{code}m{words}\x1b[0m{fill}" if code else lead + words + fill

    def row(self, number: str, cells: list[list[_Field]]) -> Iterator[str]:
        """One row of the table, over as many lines as its longest cell needs."""
        columns = [
            [line for field in cell for line in self.lines(field, width)]
            for cell, width in zip(cells, self.columns, strict=True)
        ]
        for index in range(max(map(len, columns))):
            left = number.rjust(_NUMBER - 1) + " " if index == 0 else " " * _NUMBER
            parts = (
                column[index] if index < len(column) else " " * width
                for column, width in zip(columns, self.columns, strict=True)
            )
            yield (left + (" " * _GAP).join(parts)).rstrip()

    def block(self, field: _Field, indent: int) -> Iterator[str]:
        """A field across the whole width."""
        width = self.width - indent
        rows = wrap_words(clean(field.words), width - measure(field.lead))
        for index, row in enumerate(rows):
            lead = field.lead if index == 0 else " " * measure(field.lead)
            yield (" " * indent + self._line(lead, row, field.style, width)).rstrip()

    def rule(self, sign: str = "─") -> str:
        return sign * self.width


def format_text(reading: Reading, *, width: int = 100, terminal: bool = False, colour: bool = False) -> str:
    """The claims and findings of one report as a table of `width` columns (60 to 160)."""
    page = _Page(width, terminal, colour)
    views = view_claims(reading)
    lines = [*_head(page, reading, len(views)), ""]
    if views:
        lines += page.row("#", [[_Field(heading, style="head")] for heading in _HEADINGS])
        lines.append(page.rule())
        for view in views:
            lines += _claim(page, view, [one for one in reading.findings if one.claim == view.claim.id])
    lines += _findings(page, reading.findings, {view.claim.id: view.number for view in views})
    return "\n".join(lines) + "\n"


def _head(page: _Page, reading: Reading, claims: int) -> Iterator[str]:
    document = reading.document
    yield page.rule("═")
    yield from page.block(_Field(title_of(reading), style="bold"), 0)
    about = [document.id, document.outlet.name if document.outlet else "", document.published or ""]
    yield from page.block(_Field(" · ".join(part for part in about if part)), 0)
    yield from page.block(_Field(_summary(claims, len(reading.findings)), style="dim"), 0)
    for note in document.notes:
        yield from page.block(_Field(note, "note: ", "dim"), 0)


def _summary(claims: int, findings: int) -> str:
    counts = f"{count(claims, 'claim')}, {count(findings, 'finding')}"
    return f"{counts}. A claim is what its source says, not a fact."


def _claim(page: _Page, view: ClaimView, findings: Iterable[Finding]) -> Iterator[str]:
    claim = view.claim
    kind = [_Field(claim.type, style="bold"), _Field(label_of(TYPES, claim.type).ar)]
    if claim.mode:
        kind.append(_Field(label_mode(claim.type, claim.mode).en, style="dim"))
    if claim.polarity == "negated":
        kind.append(_Field("NOT SO, says the source", style="warning"))
    if claim.modality != "asserted":
        kind.append(_Field(claim.modality, style="warning"))
    yield from page.row(str(view.number), [kind, _who(view), _where_and_when(view), _sources(view)])
    room = _EVIDENCE_LINES * (page.width - _NUMBER) - _SLACK
    yield from page.block(_Field(mark(claim.evidence, claim.trigger, room), style="dim"), _NUMBER)
    for finding in findings:
        yield from page.block(_Field(f"! {_head_of(finding)}", style=finding.severity), _NUMBER)
    yield ""


def _who(view: ClaimView) -> list[_Field]:
    fields = [*_parties(view.actors, ""), *_parties(view.recipients, "→ ")]
    claim = view.claim
    if claim.value:
        fields.append(_Field(claim.value.text, _VALUE_LEADS.get(claim.type, ": "), "dim"))
    fields += _parties(view.holders, "by ")
    for name in ("dead", "injured", "detained"):
        amount = getattr(claim, name)
        if amount:
            fields.append(_Field(f"{name}: {label_count(amount).en}", style="bold"))
    return fields or [_Field("—")]


def _parties(parties: Iterable[Party], lead: str) -> Iterator[_Field]:
    for party in parties:
        yield _Field(party.name, lead)
        if party.words and not party.entity:
            yield _Field(party.words, " " * len(lead), "dim")


def _where_and_when(view: ClaimView) -> list[_Field]:
    fields = []
    for place in view.places:
        fields.append(_Field(place.text))
        area = ", ".join(part for part in (place.admin1, place.country) if part)
        if area:
            fields.append(_Field(f"({area})", style="dim"))
    if view.time:
        value = view.time.value
        fields.append(_Field(_time(value), style="bold") if value else _Field(view.time.text, "? "))
    return fields or [_Field("—")]


def _time(value: str) -> str:
    label = label_time(value)
    return f"{value} ({label.en})" if label else value


def _sources(view: ClaimView) -> list[_Field]:
    if not view.sources:
        return [_Field("the report itself", style="dim")]
    return [_Field(link.span.text, "← ") for link in view.sources]


def _head_of(finding: Finding) -> str:
    return f"{label_of(SEVERITIES, finding.severity).en}: {label_of(CHECKS, finding.check).en}"


def _findings(page: _Page, findings: tuple[Finding, ...], numbers: Mapping[str, int]) -> Iterator[str]:
    if not findings:
        return
    yield from page.block(_Field("Findings", style="head"), 0)
    yield page.rule()
    for finding in findings:
        number = numbers.get(finding.claim or "")
        head = _head_of(finding) + (f" (claim {number})" if number else "")
        yield from page.block(_Field(head, style=finding.severity), 0)
        yield from page.block(_Field(finding.span.text, "words: "), _NUMBER)
        yield from page.block(_Field(finding.message_ar), _NUMBER)
        yield from page.block(_Field(finding.message_en), _NUMBER)
        if finding.reference:
            source = f" ({finding.reference_source})" if finding.reference_source else ""
            yield from page.block(_Field(f"{finding.reference}{source}", "reference: ", "dim"), _NUMBER)
    yield ""


def mark(evidence: Span, trigger: Span, room: int) -> str:
    """The evidence with the trigger's words in brackets, shortened around them to about `room` letters."""
    start, end = trigger.start - evidence.start, trigger.end - evidence.start
    text = evidence.text
    if not 0 <= start <= end <= len(text):
        return f"«{text[:room]}»"
    before, after = squeeze(text[:start]), squeeze(text[end:])
    spare = max(room - (end - start), 20)
    if len(before) + len(after) > spare:
        right = min(len(after), max(spare - len(before), spare // 2))
        before, after = _keep_end(before, spare - right), _keep_start(after, right)
    return f"«{before.lstrip()}[{text[start:end]}]{after.rstrip()}»"


def squeeze(words: str) -> str:
    """The words with each run of white space as one space."""
    return re.sub(r"\s+", " ", words)


def _keep_start(words: str, room: int) -> str:
    return words if len(words) <= room else words[:room].rsplit(" ", 1)[0] + " …"


def _keep_end(words: str, room: int) -> str:
    return words if len(words) <= room else "… " + words[len(words) - room :].split(" ", 1)[-1]


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def clean(words: str) -> str:
    """The words on one line, without control characters that would disturb a terminal."""
    return " ".join(_CONTROLS.sub(" ", words).split())


def measure(words: str) -> int:
    """How many columns of a terminal the words take."""
    return sum(map(_columns, words))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap_words(words: str, width: int) -> list[str]:
    """The words in lines of at most `width` columns; a longer word is cut."""
    width = max(width, 4)
    rows, row, used = [], "", 0
    for word in words.split(" "):
        size = measure(word)
        if row and used + 1 + size > width:
            rows.append(row)
            row, used = "", 0
        while size > width:
            head = _cut(word, width)
            rows.append(head)
            word = word[len(head) :]
            size = measure(word)
        row, used = (f"{row} {word}", used + 1 + size) if row else (word, size)
    return [*rows, row] if row or not rows else rows


def _cut(word: str, width: int) -> str:
    used = 0
    for index, character in enumerate(word):
        used += _columns(character)
        if used > width:
            return word[:index]
    return word
