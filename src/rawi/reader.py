"""The four steps for one report, and the only place that knows their order.

Document → mentions → claims → findings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from rawi._version import __version__
from rawi.checks import Context, run_checks
from rawi.claims import claims_of
from rawi.ingest import document_from_text
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model import Document, Engine, Outlet, Reading
from rawi.recognise import Scene, mentions_of, recognise, resolve


class Reader:
    """Reads documents with the shipped knowledge packs and those in `packs`, without the checks in `skip`."""

    def __init__(self, packs: Sequence[Path] = (), *, skip: Collection[str] = ()) -> None:
        self.knowledge: Knowledge = load_knowledge(tuple(packs))
        self.skip = frozenset(skip)
        self.engine = Engine("rules", __version__, self.knowledge.fingerprint)

    def read(self, document: Document) -> Reading:
        """The reading of one document. Never fails on a document that ingest let through."""
        document = self._with_outlet(document)
        scene = Scene(
            document.text,
            self.knowledge,
            document.published,
            document.outlet.name if document.outlet else None,
        )
        recognise(scene)
        resolve(scene)
        mentions = mentions_of(scene)
        claims = claims_of(scene, mentions)
        reading = Reading(document, tuple(mentions.values()), tuple(claims), (), self.engine)
        findings = run_checks(Context(reading, scene, self.knowledge), skip=self.skip)
        return replace(reading, findings=tuple(findings))

    def _with_outlet(self, document: Document) -> Document:
        """`document` with the outlet's id in the packs, where its name or domain is known there."""
        outlet = document.outlet
        if outlet is None or outlet.entity is not None:
            return document
        found = [id_ for kind, id_ in self.knowledge.names.get(outlet.name) if kind == "outlet"]
        return replace(document, outlet=Outlet(outlet.name, found[0])) if found else document


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    knowledge: Sequence[Path] = (),
) -> Reading:
    """Read one Arabic report.

    `text` is kept exactly: all offsets of the result count its code points. `published` (EDTF, such
    as `2023-07-15`) is what relative dates are resolved against; without it they keep no value.
    `outlet` is the publisher's name, which is never listed in its own chains of sources. `knowledge`
    are folders of further packs. Raises `EmptyInput`, `NotArabic`, `TooLarge` or `UsageError`.
    """
    document = document_from_text(text, id=id, published=published, outlet=outlet, title=title, url=url)
    return Reader(knowledge).read(document)


def digest(text: str) -> str:
    """Twelve hex digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
