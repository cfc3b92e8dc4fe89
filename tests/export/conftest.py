"""What the tests of the export share."""

from __future__ import annotations

import pytest

from rawi.model import (
    Claim,
    Document,
    Engine,
    Finding,
    Mention,
    Outlet,
    Participant,
    Reading,
    SourceLink,
    Span,
)

from .gold_readings import gold_readings

EVIL = "<script>alert(1)</script> \"' & </title>"


@pytest.fixture(params=["d01", "d02", "d06", "d13", "d26", "r1a"])
def gold(request: pytest.FixtureRequest) -> Reading:
    """A report as if it had been read perfectly."""
    return gold_readings()[request.param]


@pytest.fixture
def evil() -> Reading:
    """A report that tries to break out of the page, with overlapping and empty parts."""
    text = f"قال الجيش {EVIL}\n\nBBC Arabic said: the army\n" + "\u202eنص مقلوب\x1b[31m"
    actor = Mention("m0", "actor", 4, 9, text[4:9], name=EVIL, name_en=EVIL)
    wider = Mention("m1", "person", 0, 12, text[0:12])
    time = Mention("m2", "time", 2, 6, text[2:6], value=EVIL)
    source = Mention("m3", "source", 0, len(text), text)
    link = SourceLink(Span.of(text, 0, 3), "unheard-of", cue=Span.of(text, 1, 2))
    claim = Claim(
        EVIL, "UNHEARD-OF", Span.of(text, 0, 3), Span.of(text, 0, len(text)), mode=EVIL,
        actor=(Participant("m0", None, EVIL, EVIL), Participant("missing")), place=("missing",), time="m2",
        value=Span.of(text, 4, 20), modality=EVIL, polarity="negated", attribution=(link,), dead=EVIL,
        rule=EVIL,
    )  # fmt: skip
    finding = Finding(EVIL, "error", Span.of(text, 4, 12), EVIL, EVIL, EVIL, EVIL, EVIL, EVIL)
    document = Document(EVIL, text, EVIL, EVIL, EVIL, Outlet(EVIL), EVIL, f"javascript:{EVIL}", EVIL, (EVIL,))
    return Reading(document, (actor, wider, time, source), (claim,), (finding,), Engine(EVIL, EVIL, EVIL))
