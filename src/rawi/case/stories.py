"""What corroboration left in a case: stories, the matrix of one, copies, and who originates what.

A case in, plain records out, for the terminal, the browser and exports.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import exists, or_, select

from rawi.case import tables as t
from rawi.case.store import Case
from rawi.errors import CaseError
from rawi.model import Claim, Reading

#: Types of claim that tell what is the case, not what happened: their stories come last.
FACTS = ("POST", "NAMED", "PART_OF", "CLASSIFIED")
#: The order of stories: told by most, most disputed, then by their day.
_ORDER = (
    t.story.c.type.in_(FACTS),
    t.story.c.reports.desc(),
    t.story.c.disputed.desc(),
    t.story.c.first_day.desc(),
    t.story.c.id,
)


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as the list shows it; `reports` and `origins` are numbers, `origins` the independent ones."""

    id: str
    type: str
    first_day: str | None
    last_day: str | None
    reports: int
    origins: int
    denied: bool
    contradictions: tuple[str, ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What one report tells in one claim of a story, and where it has it from."""

    report: str
    outlet: str | None
    published: str | None
    claim: str
    type: str
    date: str | None
    place: str
    parties: str
    numbers: str
    modality: str
    chain: str
    words: str
    origin: str
    basis: str
    explained: str


@dataclass(frozen=True, slots=True)
class StoryMatrix:
    """A story with a row for each claim, reports of one origin together, and its contradictions."""

    line: StoryLine
    rows: tuple[StoryRow, ...]
    contradictions: tuple[dict[str, Any], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Two reports that share text: `report` took it from `source`, as far as `basis` tells.

    `own` says that both are of one outlet, which uses its own words again: no copy of another's.
    """

    report: str
    source: str
    kind: str
    share: float
    basis: str
    own: bool
    passages: tuple[dict[str, Any], ...]


def list_stories(
    case: Case, *, type: str | None = None, least_reports: int = 1, disputed: bool = False,
    facts: bool = True, limit: int | None = None, offset: int = 0,
) -> list[StoryLine]:  # fmt: skip
    """The stories, those told by most reports first; posts, names and such last, or not at all."""
    query = select(t.story).where(t.story.c.reports >= least_reports).order_by(*_ORDER)
    if type is not None:
        query = query.where(t.story.c.type == type.upper())
    if not facts and type is None:
        query = query.where(t.story.c.type.not_in(FACTS))
    if disputed:
        query = query.where(t.story.c.disputed > 0)
    with case.connect() as connection:
        rows = connection.execute(query.limit(limit).offset(offset)).all()
        fields = _disputed_fields(connection, [row.id for row in rows])
    return [_story_line(row, fields.get(row.id, ())) for row in rows]


def read_story(case: Case, story: str) -> StoryMatrix:
    """One story in full. CaseError where the case has none of this id, or of its beginning."""
    with case.connect() as connection:
        found = connection.execute(
            select(t.story).where(t.story.c.id.startswith(story, autoescape=True))
        ).all()
        if len(found) != 1:
            what = "no story" if not found else f"{len(found)} stories"
            raise CaseError(f"{case.where} has {what} {story!r}; `rawi stories {case.where}` lists them")
        id_ = found[0].id
        claims = connection.execute(
            select(t.claim.c.id, t.claim.c.report).join(t.story_claim).where(t.story_claim.c.story == id_)
        ).all()
        origins = {
            row.report: row
            for row in connection.execute(select(t.story_report).where(t.story_report.c.story == id_))
        }
        disputes = connection.execute(select(t.contradiction).where(t.contradiction.c.story == id_)).all()
    wanted = {row.id for row in claims}
    rows = [
        row
        for report in sorted({row.report for row in claims})
        for row in _rows_of(case, report, wanted, origins[report])
    ]
    first: dict[str, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda row: (row.published or "9999", row.report)):
        first.setdefault(row.origin, (row.published or "9999", row.report))
    rows.sort(key=lambda row: (first[row.origin], row.published or "9999", row.report, row.claim))
    contradictions = tuple(
        {"field": row.field, "update": row.update, "values": json.loads(row.values)} for row in disputes
    )
    line = _story_line(found[0], tuple(sorted({row.field for row in disputes if not row.update})))
    return StoryMatrix(line, tuple(rows), contradictions)


def story_of(case: Case, claim: str) -> str:
    """The id of the story that a claim is in. CaseError where it is in none."""
    with case.connect() as connection:
        found = connection.execute(
            select(t.story_claim.c.story).where(t.story_claim.c.claim == claim)
        ).scalar()
    if found is None:
        raise CaseError(f"{claim!r} is in no story; `rawi corroborate {case.where}` puts claims into stories")
    return str(found)


def list_copies(case: Case, report: str | None = None) -> list[CopyLine]:
    """The reports that share text, or those that share it with `report`; the oldest source first."""
    source, taker = t.report.alias(), t.report.alias()
    own = or_(source.c.outlet_id == taker.c.outlet_id, source.c.outlet == taker.c.outlet)
    query = select(t.copy, own.label("own")).join(source, source.c.id == t.copy.c.source)
    query = query.join(taker, taker.c.id == t.copy.c.report)
    if report is not None:
        if not case.reports([report]):
            raise CaseError(f"{case.where} has no report {report!r}")
        query = query.where(or_(t.copy.c.report == report, t.copy.c.source == report))
    with case.connect() as connection:
        rows = connection.execute(query.order_by(source.c.published, source.c.number, t.copy.c.report)).all()
    return [
        CopyLine(
            row.report,
            row.source,
            row.kind,
            row.share,
            row.basis,
            bool(row.own),
            tuple(json.loads(row.passages)),
        )
        for row in rows
    ]


def list_origins(case: Case) -> list[dict[str, Any]]:
    """A row an outlet: its reports, what it originates, what it carries from others, and on whose word.

    Counted are stories told by two reports or more. An outlet originates a story in which it was the first
    of its origin to report, and carries it where another was.
    """
    story = t.story_report
    query = (
        select(story.c.story, story.c.origin, story.c.basis, story.c.source, t.report.c.outlet,
               t.report.c.published, t.report.c.id)
        .join(t.report, t.report.c.id == story.c.report)
        .join(t.story, t.story.c.id == story.c.story)
        .where(t.story.c.reports > 1, story.c.basis != "reference")
    )  # fmt: skip
    with case.connect() as connection:
        told = connection.execute(query.order_by(t.report.c.published, t.report.c.number)).all()
        reports = Counter(connection.execute(select(t.report.c.outlet)).scalars())
    first: dict[tuple[str, str], str] = {}
    originated: Counter[str | None] = Counter()
    carried: Counter[str | None] = Counter()
    sources: dict[str | None, Counter[str]] = {}
    for row in told:
        key = (row.story, row.origin)
        opener = first.setdefault(key, row.id)
        (originated if opener == row.id else carried)[row.outlet] += 1
        if row.source:
            sources.setdefault(row.outlet, Counter())[row.source] += 1
    return [
        {
            "outlet": outlet,
            "reports": count,
            "originates": originated[outlet],
            "carries": carried[outlet],
            "sources": [name for name, _ in sources.get(outlet, Counter()).most_common(3)],
        }
        for outlet, count in sorted(reports.items(), key=lambda item: (-item[1], item[0] or ""))
    ]


def result_of(case: Case) -> dict[str, Any]:
    """Copies among outlets and stories of two reports or more, in the form that scripts read."""
    stories = list_stories(case, least_reports=2)
    ids = [story.id for story in stories]
    with case.connect() as connection:
        claims: dict[str, list[dict[str, Any]]] = {}
        told = select(t.story_claim.c.story, t.claim.c.report, t.claim.c.start, t.claim.c.end)
        told = told.join(t.claim, t.claim.c.id == t.story_claim.c.claim)
        told = told.where(exists().where(t.story.c.id == t.story_claim.c.story, t.story.c.reports > 1))
        for row in connection.execute(told.order_by(t.claim.c.report, t.claim.c.start)):
            claims.setdefault(row.story, []).append(
                {"report": row.report, "start": row.start, "end": row.end}
            )
        disputes: dict[str, list[dict[str, Any]]] = {}
        for row in connection.execute(select(t.contradiction).where(t.contradiction.c.update.is_(False))):
            disputes.setdefault(row.story, []).append({"field": row.field, "values": json.loads(row.values)})
    copies = [one for one in list_copies(case) if not one.own]
    return {
        "copies": [{"report": one.report, "of": one.source, "kind": one.kind} for one in copies],
        "stories": [
            {
                "id": id_,
                "reports": list(dict.fromkeys(claim["report"] for claim in claims[id_])),
                "independent_origins": story.origins,
                "claims": claims[id_],
                "contradictions": disputes.get(id_, []),
            }
            for id_, story in zip(ids, stories, strict=True)
        ],
    }


def _disputed_fields(connection: Any, stories: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(stories), 500):
        query = select(t.contradiction.c.story, t.contradiction.c.field).where(
            t.contradiction.c.story.in_(stories[start : start + 500]), t.contradiction.c.update.is_(False)
        )
        for row in connection.execute(query.order_by(t.contradiction.c.field)):
            found[row.story] = (*found.get(row.story, ()), row.field)
    return found


def _story_line(row: Any, fields: tuple[str, ...]) -> StoryLine:
    summary = json.loads(row.summary)
    return StoryLine(
        row.id, row.type, row.first_day, row.last_day, row.reports, row.origins, summary["denied"], fields,
        tuple(summary["parties"]), tuple(summary["places"]), summary["words"],
    )  # fmt: skip


def _rows_of(case: Case, report: str, wanted: set[str], origin: Any) -> list[StoryRow]:
    reading = case.reading(report)
    assert reading is not None
    claims = [claim for claim in reading.claims if f"{report}:{claim.id}" in wanted]
    return [_row(report, reading, claim, origin) for claim in claims]


def _row(report: str, reading: Reading, claim: Claim, origin: Any) -> StoryRow:
    mentions, document = reading.mention_by_id, reading.document

    def names(people: Any) -> str:
        return "، ".join(person.name or mentions[person.mention].text for person in people)

    numbers = [f"{value} {what}" for what, value in _counts(claim) if value]
    sides = [names(claim.actor), names(claim.recipient)]
    return StoryRow(
        report=report,
        outlet=document.outlet.name if document.outlet else None,
        published=document.published,
        claim=f"{report}:{claim.id}",
        type=f"{claim.type}/{claim.mode}" if claim.mode else claim.type,
        date=mentions[claim.time].value or mentions[claim.time].text if claim.time else None,
        place="، ".join(mentions[place].name or mentions[place].text for place in claim.place),
        parties=" → ".join(side for side in sides if side),
        numbers=", ".join(numbers),
        modality="denied" if claim.polarity == "negated" else claim.modality,
        chain=" ← ".join(link.span.text for link in claim.attribution),
        words=" ".join(claim.evidence.text.split()),
        origin=origin.origin,
        basis=origin.basis,
        explained=origin.explained,
    )


def _counts(claim: Claim) -> list[tuple[str, str | None]]:
    return [("dead", claim.dead), ("injured", claim.injured), ("detained", claim.detained)]


def as_plain(record: Any) -> dict[str, Any]:
    """A record of this module as JSON can hold it."""
    return asdict(record)
