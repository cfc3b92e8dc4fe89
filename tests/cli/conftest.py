"""A stand-in for the engine, so that these tests are about the command line alone."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from rawi.errors import KnowledgeError
from rawi.model import Claim, Document, Engine, Finding, Reading, Span

REPORT = "قال الجيش إن قوات كبيرة دخلت المدينة مساء أمس الأحد وسيطرت عليها."


class StandIn:
    """Answers every document with one claim and one finding on its first word; fails on the word انهيار."""

    def __init__(self, packs: Sequence[Path] = (), *, skip: Collection[str] = ()) -> None:
        self.skip = skip
        if any(path.name == "broken" for path in packs):
            raise KnowledgeError(["actors.yaml: x: lacks ref", "actors.yaml: y: lacks en"])

    def read(self, document: Document) -> Reading:
        """A reading that needs no knowledge."""
        if "انهيار" in document.text:
            raise ZeroDivisionError("division by zero")
        span = Span.of(document.text, 0, 3)
        claim = Claim("c0", "CONTROLS", span, span)
        finding = Finding("sum-mismatch", "note", span, "ملاحظة", "remark")
        findings = () if finding.check in self.skip else (finding,)
        return Reading(document, (), (claim,), findings, Engine("stand-in", "0", "0"))


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the stand-in where the engine is looked for."""
    module = ModuleType("rawi.reader")
    module.Reader = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rawi.reader", module)
    checks = ModuleType("rawi.checks")
    checks.CHECKS = {"sum-mismatch": None, "weekday-mismatch": None}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rawi.checks", checks)
