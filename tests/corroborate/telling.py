"""Reports in a line or two, read and told, and the stories that they make."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from rawi.corroborate.events import event_keys, same_event
from rawi.corroborate.stories import Link, Story, make_stories
from rawi.corroborate.told import Told, tell
from rawi.ingest import document_from_text
from rawi.reader import Reader


@cache
def reader() -> Reader:
    return Reader()


@cache
def told_of(
    text: str,
    report: str = "a",
    published: str = "2025-10-27",
    outlet: str | None = None,
    role: str = "report",
) -> tuple[Told, ...]:
    """The claims of one report."""
    document = document_from_text(text, id=report, published=published, outlet=outlet)
    return tuple(tell(reader().read(document), reader().knowledge, report=report, role=role))


def events_of(told: tuple[Told, ...], type: str) -> list[Told]:
    """Those of one type."""
    return [one for one in told if one.type == type]


def links_of(told: list[Told]) -> list[Link]:
    """The links between all claims."""
    found = []
    for one, other in combinations(told, 2):
        basis = same_event(one, other)
        if basis is not None:
            assert event_keys(one) & event_keys(other)
            found.append(Link(one.claim, other.claim, basis))
    return found


def stories_of(*reports: tuple[Told, ...]) -> list[Story]:
    """The stories of several reports that more than one of them tells."""
    told = [one for report in reports for one in report]
    return [story for story in make_stories(told, links_of(told)) if len(story.reports) > 1]


def main_story(*reports: tuple[Told, ...]) -> Story:
    """The story that most of the reports tell."""
    return max(stories_of(*reports), key=lambda story: len(story.reports))
