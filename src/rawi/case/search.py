"""Words and filters in, ranked reports with snippets and the claims that fit out.

Words are found in any spelling and with particles written onto them. Actors are found under any of
their names, places with all that lies in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)

from rawi.arabic.characters import fold
from rawi.case import tables as t
from rawi.case.query import Term, parse_query
from rawi.case.snippets import Snippet, Snippets
from rawi.case.store import Case
from rawi.errors import UsageError
from rawi.knowledge import Knowledge, load_knowledge
from rawi.knowledge.loader import pack_folders
from rawi.knowledge.records import Country
from rawi.knowledge.search import Directory
from rawi.model import CLAIM_TYPES, MODALITIES, SEVERITIES

#: How claims can be presented, for `modality`: those of the codebook, and denied.
PRESENTED = (*MODALITIES, "denied")
#: As many claims of a report are shown with it.
_CLAIMS_SHOWN = 5
_SHOWN = tuple(t.report.c[name] for name in ("number", "id", "outlet", "published", "title", "url", "text"))
#: As many entries are taken for a name that none bears in full.
_NEAR = 20
#: The full-text index of SQLite.
_FTS5 = table("report_words", column("rowid"), column("rank"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is looked for; days are ISO dates, `limit` and `offset` count reports."""

    words: str = ""
    actor: str | None = None
    type: str | None = None
    place: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    outlet: str | None = None
    origin: str | None = None
    finding: str | None = None
    modality: str | None = None
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim that fits the filters."""

    id: str
    type: str
    mode: str | None
    modality: str
    polarity: str
    parties: str
    places: str
    day: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found, with the words around what was looked for."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    snippet: Snippet
    claims: tuple[ClaimHit, ...] = field(default=())


class Searcher:
    """Searches one case with the names of one set of packs."""

    def __init__(self, case: Case, packs: Sequence[Path] = ()) -> None:
        self.case, self.packs = case, tuple(packs)
        self.knowledge: Knowledge = load_knowledge(self.packs)

    @cached_property
    def directory(self) -> Directory:
        """The entries of the packs, made when a name is first looked up."""
        return Directory(self.knowledge, pack_folders(self.packs))

    def search(self, filters: Filters) -> list[Hit]:
        """The reports that fit, best first; without words the newest first."""
        terms = parse_query(filters.words)
        about = self._about_claims(filters)
        query: Select[Any] = select(t.report.c.number).where(*self._about_reports(filters))
        if about:
            query = query.where(t.report.c.id.in_(select(t.claim.c.report).where(*about)))
        with self.case.connect() as connection:
            if terms:
                query = _with_words(connection, query, terms)
            query = query.order_by(t.report.c.published.desc(), t.report.c.number)
            numbers = list(connection.execute(query.limit(filters.limit).offset(filters.offset)).scalars())
            rows = connection.execute(select(*_SHOWN).where(t.report.c.number.in_(numbers))).all()
            claims = _claims_of(connection, [row.id for row in rows], about)
        snippets = Snippets(terms)
        return [
            Hit(row.id, row.outlet, row.published, row.title, row.url, snippets.make(row.text),
                tuple(claims.get(row.id, ())))
            for row in sorted(rows, key=lambda row: numbers.index(row.number))
        ]  # fmt: skip

    # ------------------------------------------------------------------ filters

    def _about_reports(self, filters: Filters) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if filters.outlet:
            ids = [entry.id for entry in self.directory.look_up(filters.outlet, kinds=("outlet",))]
            named = t.report.c.outlet.contains(filters.outlet, autoescape=True)
            conditions.append(or_(t.report.c.outlet_id.in_(ids), named))
        if filters.finding:
            column = t.finding.c.severity if filters.finding in SEVERITIES else t.finding.c.check
            conditions.append(t.report.c.id.in_(select(t.finding.c.report).where(column == filters.finding)))
        return conditions

    def _about_claims(self, filters: Filters) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if filters.type:
            conditions.append(_of_type(filters.type))
        if filters.modality:
            conditions.append(_presented(filters.modality))
        if filters.actor:
            ids = self._ids(filters.actor, ("actor", "person", "country"))
            conditions.append(_has_party(("actor", "recipient", "holder"), ids, filters.actor))
        if filters.origin:
            ids = self._ids(filters.origin, ("actor", "person", "outlet"))
            conditions.append(_has_origin(ids, filters.origin))
        if filters.place:
            conditions.append(self._lies_in(filters.place))
        if filters.first_day or filters.last_day:
            conditions.append(_within(filters.first_day, filters.last_day))
        return conditions

    def _ids(self, name: str, kinds: Sequence[str]) -> list[str]:
        """The ids of what bears a name; of what has its words in a name where nothing does."""
        exact = [entry.id for entry in self.directory.look_up(name, kinds=kinds)]
        return exact or [
            match.entry.id for match in self.directory.search(name)[:_NEAR] if match.entry.kind in kinds
        ]

    def _lies_in(self, name: str) -> ColumnElement[bool]:
        """Whether a claim's place is the one of this name, or lies within it."""
        party, by_id = t.claim_party, self.knowledge.gazetteer.by_id
        ids = self._ids(name, ("place",))
        fitting: list[ColumnElement[bool]] = [party.c.entity.in_(ids)] if ids else []
        for area in (by_id[id_] for id_ in ids if id_ in by_id):
            if area.kind == "admin1":
                fitting.append(and_(party.c.admin1 == area.en, party.c.country == area.country))
        for entry in self.directory.look_up(name, kinds=("country",)):
            if isinstance(entry.record, Country):
                fitting.append(party.c.country == entry.record.iso)
        fitting.append(and_(party.c.entity.is_(None), party.c.folded.contains(fold(name), autoescape=True)))
        return t.claim.c.id.in_(select(party.c.claim).where(party.c.role == "place", or_(*fitting)))


def _of_type(name: str) -> ColumnElement[bool]:
    wanted, _, mode = name.partition("/")
    if wanted.upper() not in CLAIM_TYPES:
        raise UsageError(f"type {name!r}: no such type of claim; accepted: {', '.join(CLAIM_TYPES)}")
    fits = t.claim.c.type == wanted.upper()
    return and_(fits, t.claim.c.mode == mode) if mode else fits


def _presented(name: str) -> ColumnElement[bool]:
    if name not in PRESENTED:
        raise UsageError(f"modality {name!r} is not known; accepted: {', '.join(PRESENTED)}")
    if name == "denied":
        return t.claim.c.polarity == "negated"
    return t.claim.c.modality == name


def _has_party(roles: Sequence[str], ids: Sequence[str], name: str) -> ColumnElement[bool]:
    """Whether somebody with one of these ids, or unknown and so named, takes part in a claim."""
    party = t.claim_party
    named = party.c.folded.contains(fold(name), autoescape=True)
    fits = or_(party.c.entity.in_(ids), and_(party.c.entity.is_(None), named)) if ids else named
    return t.claim.c.id.in_(select(party.c.claim).where(party.c.role.in_(roles), fits))


def _has_origin(ids: Sequence[str], name: str) -> ColumnElement[bool]:
    """Whether a claim's chain of sources ends with this source, or its story traces it to this report."""
    named = t.claim.c.source_name.contains(name, autoescape=True)
    traced = exists().where(
        t.story_claim.c.claim == t.claim.c.id,
        t.story_report.c.story == t.story_claim.c.story,
        t.story_report.c.report == t.claim.c.report,
        t.story_report.c.origin == f"report:{name}",
    )
    return or_(t.claim.c.source_id.in_(ids), named, traced)


def _within(first: str | None, last: str | None) -> ColumnElement[bool]:
    """Whether a claim's time, or where it tells none its report's date, touches the days asked for."""
    begins = func.coalesce(t.claim.c.first_day, t.claim.c.last_day, _published())
    ends = func.coalesce(t.claim.c.last_day, t.claim.c.first_day, _published())
    conditions = []
    if first:
        conditions.append(ends >= first)
    if last:
        conditions.append(begins <= last + "\uffff")
    return and_(*conditions)


def _published() -> Any:
    return select(t.report.c.published).where(t.report.c.id == t.claim.c.report).scalar_subquery()


# ---------------------------------------------------------------------- words


def _with_words(connection: Connection, query: Select[Any], terms: list[Term]) -> Select[Any]:
    """The query narrowed to reports that have the words, best first, for the database at hand."""
    if connection.dialect.name == "sqlite":
        match = text("report_words MATCH :words").bindparams(words=_fts5_query(terms))
        joined = query.join(_FTS5, _FTS5.c.rowid == t.report.c.number)
        return joined.where(match).order_by(_FTS5.c.rank)
    vector = func.to_tsvector(literal_column("'simple'"), t.report.c.folded)
    wanted = func.to_tsquery(literal_column("'simple'"), _tsquery(terms))
    return query.where(vector.op("@@")(wanted)).order_by(func.ts_rank_cd(vector, wanted).desc())


def _fts5_query(terms: list[Term]) -> str:
    wanted = [_fts5_term(term) for term in terms if not term.excluded]
    unwanted = [_fts5_term(term) for term in terms if term.excluded]
    return " NOT ".join([" AND ".join(f"({one})" for one in wanted), *(f"({one})" for one in unwanted)])


def _fts5_term(term: Term) -> str:
    return " OR ".join('"' + " ".join(words) + '"' for words in _sequences(term))


def _tsquery(terms: list[Term]) -> str:
    parts = []
    for term in terms:
        either = " | ".join(
            "(" + " <-> ".join(f"'{word}'" for word in words) + ")" for words in _sequences(term)
        )
        parts.append(f"{'!' if term.excluded else ''}({either})")
    return " & ".join(parts)


def _sequences(term: Term) -> list[tuple[str, ...]]:
    """The sequences of forms that a term stands for."""
    sequences: list[tuple[str, ...]] = [()]
    for forms in term.words:
        sequences = [(*done, form.replace("'", "")) for done in sequences for form in forms][:500]
    return sequences


def _claims_of(
    connection: Connection, reports: list[str], about: list[ColumnElement[bool]]
) -> dict[str, list[ClaimHit]]:
    """The first claims that fit, of each report."""
    if not reports or not about:
        return {}
    query = select(t.claim).where(t.claim.c.report.in_(reports), *about)
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query.order_by(t.claim.c.report, t.claim.c.position)):
        shown = found.setdefault(row.report, [])
        if len(shown) < _CLAIMS_SHOWN:
            shown.append(row)
    ids = [row.id for rows in found.values() for row in rows]
    party = t.claim_party
    names: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(
        select(party).where(party.c.claim.in_(ids)).order_by(party.c.claim, party.c.role, party.c.number)
    ):
        names.setdefault((row.claim, "place" if row.role == "place" else row.role), []).append(row.name)
    return {report: [_claim_hit(row, names) for row in rows] for report, rows in found.items()}


def _claim_hit(row: Any, names: dict[tuple[str, str], list[str]]) -> ClaimHit:
    sides = ["، ".join(names.get((row.id, role), ())) for role in ("actor", "recipient")]
    return ClaimHit(
        row.id, row.type, row.mode, row.modality, row.polarity,
        " → ".join(sides) if sides[1] else sides[0],
        "، ".join(names.get((row.id, "place"), ())),
        row.first_day, row.source_name,
    )  # fmt: skip
