"""The stories of a case: claims without one and their links in, stories with origins and contradictions out.

A story is made from all claims that links join, wherever their reports were added, and written in one
transaction with what it replaces. What people decided (`judgement`) is kept to.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from rawi.case import tables as t
from rawi.case.store import Case
from rawi.corroborate.comparer import chunks, drop_stories
from rawi.corroborate.contradictions import find_contradictions
from rawi.corroborate.origins import count_origins
from rawi.corroborate.reuse.direction import UNKNOWN
from rawi.corroborate.reuse.records import WHOLE
from rawi.corroborate.stories import Link, Pair, Story, make_stories
from rawi.corroborate.told import Told

#: Claims whose stories are made in one transaction, about.
_TOGETHER = 400
#: Judgements of people on two claims.
SAME, DIFFERENT = "same", "different"
_ROLES = ("actor", "recipient", "holder", "place")
_MOST_NAMES = 4


class Storyteller:
    """Makes the stories of a case anew where something has changed."""

    def __init__(self, case: Case, tolds: Callable[[str], list[Told]]) -> None:
        self.case, self.tolds = case, tolds

    def waiting(self) -> list[str]:
        """The claims that are in no story, in the order of their reports."""
        claim = t.claim
        query = select(claim.c.id).join(t.report, t.report.c.id == claim.c.report)
        query = query.where(claim.c.id.not_in(select(t.story_claim.c.claim)))
        with self.case.connect() as connection:
            return list(connection.execute(query.order_by(t.report.c.number, claim.c.position)).scalars())

    def tell_all(self) -> Iterator[int]:
        """Make the stories of all waiting claims; after each transaction, how many claims were done."""
        waiting = self.waiting()
        with self.case.connect() as connection:
            joined = _Joined(connection, waiting)
        part: list[list[str]] = []
        size = 0
        for group in joined.groups():
            part.append(group)
            size += len(group)
            if size >= _TOGETHER:
                self._write(part, joined)
                yield size
                part, size = [], 0
        if part:
            self._write(part, joined)
            yield size

    def _write(self, groups: list[list[str]], joined: _Joined) -> None:
        with self.case.connect() as connection:
            drop_stories(connection, [claim for group in groups for claim in group])
            rows = _Rows(_names_of(connection, groups), _words_of(connection, groups))
            for group in groups:
                tolds = self._told_of(group)
                for story in make_stories(tolds, joined.links_of(group), **joined.judged(group)):
                    rows.add(story, *_copies_among(connection, story))
            rows.insert(connection)

    def _told_of(self, claims: Iterable[str]) -> list[Told]:
        wanted = set(claims)
        reports = dict.fromkeys(claim.rpartition(":")[0] for claim in claims)
        return [told for report in reports for told in self.tolds(report) if told.claim in wanted]


class _Joined:
    """Which claims links and judgements join with those that wait, and by which."""

    def __init__(self, connection: Connection, waiting: Sequence[str]) -> None:
        self._order = {claim: place for place, claim in enumerate(waiting)}
        self._links: dict[str, list[Link]] = {}
        self._same: dict[str, set[str]] = {}
        self._different: dict[str, set[str]] = {}
        self._read_judgements(connection)
        frontier: Sequence[str] = waiting
        while frontier:
            frontier = sorted(self._follow(connection, frontier))

    def _read_judgements(self, connection: Connection) -> None:
        known = set(connection.execute(select(t.claim.c.id).where(
            or_(t.claim.c.id.in_(select(t.judgement.c.claim)), t.claim.c.id.in_(select(t.judgement.c.other)))
        )).scalars())  # fmt: skip
        for row in connection.execute(select(t.judgement).where(t.judgement.c.undone.is_(None))):
            if row.claim in known and row.other in known:
                kept = self._same if row.kind == SAME else self._different
                kept.setdefault(row.claim, set()).add(row.other)
                kept.setdefault(row.other, set()).add(row.claim)

    def _follow(self, connection: Connection, claims: Sequence[str]) -> set[str]:
        """Take up the links of `claims`; the claims at their other ends that are new."""
        fresh: set[str] = set()
        for part in chunks(claims):
            either = or_(t.link.c.claim.in_(part), t.link.c.other.in_(part))
            for row in connection.execute(select(t.link).where(either)):
                link = Link(row.claim, row.other, row.basis)
                for claim in (row.claim, row.other):
                    links = self._links.setdefault(claim, [])
                    if link not in links:
                        links.append(link)
                    fresh.add(claim)
        for claim in claims:
            fresh |= self._same.get(claim, set())
        fresh -= self._order.keys()
        self._order.update((claim, len(self._order)) for claim in sorted(fresh))
        return fresh

    def groups(self) -> Iterator[list[str]]:
        """The claims that belong together, group by group in the order of their first."""
        seen: set[str] = set()
        for claim in self._order:
            if claim in seen:
                continue
            group, frontier = [], [claim]
            seen.add(claim)
            while frontier:
                one = frontier.pop()
                group.append(one)
                ends = {end for link in self._links.get(one, ()) for end in (link.claim, link.other)}
                for other in (ends | self._same.get(one, set())) - seen:
                    seen.add(other)
                    frontier.append(other)
            yield sorted(group, key=self._order.__getitem__)

    def links_of(self, claims: Iterable[str]) -> list[Link]:
        """The links within a group."""
        return list(dict.fromkeys(link for claim in claims for link in self._links.get(claim, ())))

    def judged(self, claims: Iterable[str]) -> dict[str, frozenset[tuple[str, str]]]:
        """What people decided on the claims of a group: pairs that are the same, and different."""
        judged = {"same": self._same, "different": self._different}
        pairs = {
            name: frozenset((one, other) for one in claims for other in kept.get(one, ()))
            for name, kept in judged.items()
        }
        return {name: found for name, found in pairs.items() if found}


class _Rows:
    """The rows of some stories."""

    def __init__(self, names: dict[tuple[str, str], list[str]], words: dict[str, str]) -> None:
        self._names, self._words = names, words
        self._rows: dict[Any, list[dict[str, Any]]] = {
            t.story: [], t.story_claim: [], t.story_report: [], t.contradiction: []
        }  # fmt: skip

    def add(self, story: Story, copies: list[Pair], shared: list[Pair]) -> None:
        origins = count_origins(story.claims, copies, shared=shared)
        found = find_contradictions(story.claims)
        disputed = sum(not one.update for one in found)
        self._rows[t.story].append(self._story_row(story, origins.number, disputed))
        self._rows[t.story_claim] += [{"story": story.id, "claim": told.claim} for told in story.claims]
        self._rows[t.story_report] += [
            {"story": story.id, "report": one.report, "origin": one.key, "basis": one.basis,
             "source": one.source, "explained": one.explain()}
            for one in origins.reports
        ]  # fmt: skip
        self._rows[t.contradiction] += [
            {"story": story.id, "field": one.field, "update": one.update,
             "values": json.dumps([asdict(value) for value in one.values], ensure_ascii=False)}
            for one in found
        ]  # fmt: skip

    def insert(self, connection: Connection) -> None:
        for table, rows in self._rows.items():
            if rows:
                connection.execute(insert(table), rows)

    def _story_row(self, story: Story, origins: int, disputed: int) -> dict[str, Any]:
        first = min(story.claims, key=lambda told: (told.published or "9999", told.report, told.start))
        days = [day for told in story.claims for day in (told.first_day, told.last_day) if day]
        summary = {
            "parties": self._most(story, "party"),
            "places": self._most(story, "place"),
            "denied": len({told.polarity for told in story.claims}) > 1,
            "modalities": sorted({told.modality for told in story.claims}),
            "words": self._words.get(first.claim, ""),
            "first_report": first.report,
        }
        return {
            "id": story.id,
            "type": first.type,
            "first_day": min(days, default=None),
            "last_day": max(days, default=None),
            "reports": len(story.reports),
            "origins": origins,
            "disputed": disputed,
            "summary": json.dumps(summary, ensure_ascii=False),
        }

    def _most(self, story: Story, what: str) -> list[str]:
        """The names told most often in a story, a few."""
        names = Counter(name for told in story.claims for name in self._names.get((told.claim, what), ()))
        return [name for name, _ in names.most_common(_MOST_NAMES)]


def _names_of(connection: Connection, groups: list[list[str]]) -> dict[tuple[str, str], list[str]]:
    """The names of parties and places of each claim."""
    party = t.claim_party
    found: dict[tuple[str, str], list[str]] = {}
    for part in chunks([claim for group in groups for claim in group]):
        query = select(party).where(party.c.claim.in_(part), party.c.role.in_(_ROLES))
        for row in connection.execute(query.order_by(party.c.claim, party.c.role, party.c.number)):
            found.setdefault((row.claim, "place" if row.role == "place" else "party"), []).append(row.name)
    return found


def _words_of(connection: Connection, groups: list[list[str]]) -> dict[str, str]:
    """The words of each claim."""
    return {
        row.id: row.words
        for part in chunks([claim for group in groups for claim in group])
        for row in connection.execute(select(t.claim.c.id, t.claim.c.words).where(t.claim.c.id.in_(part)))
    }


def _copies_among(connection: Connection, story: Story) -> tuple[list[Pair], list[Pair]]:
    """Pairs of reports of a story: who took its words from whom, and where that is unknown."""
    copies: list[Pair] = []
    shared: list[Pair] = []
    reports = story.reports
    if len(reports) < 2:
        return copies, shared
    for part in chunks(reports):
        for row in connection.execute(select(t.copy).where(t.copy.c.report.in_(part))):
            if row.source in reports and (row.kind == WHOLE or _covers(row, story)):
                (shared if row.basis == UNKNOWN else copies).append((row.report, row.source))
    return copies, shared


def _covers(row: Any, story: Story) -> bool:
    """Whether a claim of the story stands in a passage that a report took."""
    starts = [told.start for told in story.claims if told.report == row.report]
    passages = json.loads(row.passages)
    return any(passage["start"] <= start < passage["end"] for passage in passages for start in starts)
