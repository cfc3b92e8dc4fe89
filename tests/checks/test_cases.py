"""Every row of `cases/*.txt` is a test of the check that its file is named for; a new row needs no code.

A row is `published | outlet | severity or none | words | text`: the finding must be of that severity and
its span must overlap the words.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rawi.checks import CHECKS
from rawi.ingest import document_from_text
from rawi.model import SEVERITIES, Finding
from rawi.reader import Reader

CASES = Path(__file__).parent / "cases"
ARABIC = re.compile("[\u0621-\u064a]")
#: A finding never says that a claim is false.
VERDICTS = re.compile(r"\b(false|untrue|wrong|lie|fake)\b|كاذب|كذب|باطل|غير صحيح|زائف")


def rows() -> list[tuple[str, str, str, str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                published, outlet, severity, words, text = (part.strip() for part in line.split("|"))
                found.append((path.stem, published, outlet, severity, words, text))
    return found


ROWS = rows()


def findings(reader: Reader, text: str, published: str = "", outlet: str = "") -> list[Finding]:
    document = document_from_text(text, published=published or None, outlet=outlet or None)
    return list(reader.read(document).findings)


@pytest.mark.parametrize(
    ("check", "published", "outlet", "severity", "words", "text"),
    ROWS,
    ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)],
)
def test_row(
    reader: Reader, check: str, published: str, outlet: str, severity: str, words: str, text: str
) -> None:
    found = [one for one in findings(reader, text, published, outlet) if one.check == check]
    if severity == "none":
        assert found == []
        return
    start = text.index(words)
    matching = [one for one in found if one.span.start < start + len(words) and start < one.span.end]
    assert [one.severity for one in matching] == [severity], found
    finding = matching[0]
    assert text[finding.span.start : finding.span.end] == finding.span.text
    assert ARABIC.search(finding.message_ar)
    assert re.search("[A-Za-z]", finding.message_en)
    assert not VERDICTS.search(finding.message_ar + finding.message_en)
    assert len(finding.message_en) < 200


def test_every_check_has_cases_for_and_against() -> None:
    for check in CHECKS:
        told = {severity for name, _, _, severity, _, _ in ROWS if name == check}
        assert "none" in told, check
        assert told & set(SEVERITIES), check


def test_errors_and_warnings_give_stated_and_reference(reader: Reader) -> None:
    for _, published, outlet, severity, _, text in ROWS:
        if severity not in ("error", "warning"):
            continue
        for finding in findings(reader, text, published, outlet):
            if finding.severity in ("error", "warning"):
                assert finding.stated, finding
                assert finding.reference, finding
                assert finding.reference_source, finding
