"""One self-contained HTML page per report, and an index of them.

Comes in: a `Reading`. Goes out: HTML text that needs no network: styles and script stand inside,
everything that comes from the report is escaped, and the page forbids itself any connection. It
can be read without JavaScript.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rawi.export import labels
from rawi.export.segments import cut_paragraphs
from rawi.export.view import ClaimView, span_of, title_of, view_claims
from rawi.model import Reading

_TEMPLATES = Path(__file__).parent / "templates"
_COUNTS = ("dead", "injured", "detained")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index: a report's page and what it holds."""

    file: str
    id: str
    title: str
    outlet: str | None
    published: str | None
    claims: int
    findings: int


def format_html(reading: Reading) -> str:
    """The page of one report: text with highlights, claims, findings and where they come from."""
    views = view_claims(reading)
    numbers = {view.claim.id: view.number for view in views}
    page = _environment().get_template("reading.html.j2")
    return page.render(
        document=reading.document,
        engine=reading.engine,
        title=title_of(reading),
        paragraphs=cut_paragraphs(reading, views),
        views=views,
        findings=[(finding, numbers.get(finding.claim or "")) for finding in reading.findings],
        shown=_shown(views),
        schema=reading.to_dict()["schema"],
    )


def format_index(entries: Iterable[IndexEntry], set_aside: Iterable[tuple[str, str]] = ()) -> str:
    """The list of pages; `set_aside` are documents that could not be read: where, and why."""
    page = _environment().get_template("index.html.j2")
    return page.render(entries=list(entries), set_aside=list(set_aside))


def entry_for(reading: Reading, file: str) -> IndexEntry:
    """The index line of a report whose page is called `file`."""
    document = reading.document
    outlet = document.outlet.name if document.outlet else None
    claims, findings = len(reading.claims), len(reading.findings)
    return IndexEntry(file, document.id, title_of(reading), outlet, document.published, claims, findings)


def _shown(views: list[ClaimView]) -> dict[str, int]:
    """How many claims each filter of the page shows."""
    claims = [view.claim for view in views]
    return {
        "all": len(claims),
        "sourced": sum(bool(claim.attribution) for claim in claims),
        "own": sum(not claim.attribution for claim in claims),
        "unreal": sum(claim.modality != "asserted" for claim in claims),
        "negated": sum(claim.polarity == "negated" for claim in claims),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = (_TEMPLATES / "reading.js").read_text(encoding="utf-8")
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    environment.globals.update(
        labels=labels,
        style=Markup(style),
        script=Markup(script),
        style_hash=_source_hash(style),
        script_hash=_source_hash(script),
        counts=_COUNTS,
    )
    environment.filters.update(spans=_spans, span_of=span_of, parts=_evidence_parts, flags=_flags)
    return environment


def _source_hash(source: str) -> str:
    """The hash by which a content security policy allows an inline style or script."""
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")


def _spans(view: ClaimView) -> str:
    """The words of a claim for the script: `[[part, start, end], …]`."""
    return json.dumps([[part, span.start, span.end] for part, span in view.spans()], separators=(",", ":"))


def _flags(view: ClaimView) -> str:
    """The filters that show the claim."""
    claim = view.claim
    flags = ["sourced" if claim.attribution else "own"]
    flags += ["unreal"] if claim.modality != "asserted" else []
    flags += ["negated"] if claim.polarity == "negated" else []
    return " ".join(flags)


def _evidence_parts(view: ClaimView) -> tuple[str, str, str]:
    """The evidence before, in and after the trigger."""
    evidence, trigger = view.claim.evidence, view.claim.trigger
    start, end = trigger.start - evidence.start, trigger.end - evidence.start
    if not 0 <= start <= end <= len(evidence.text):
        return evidence.text, "", ""
    return evidence.text[:start], evidence.text[start:end], evidence.text[end:]
