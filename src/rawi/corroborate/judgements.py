"""What people decide on stories: a story and a decision in, pairs of claims kept in the case out.

Decisions are on claims, so that they outlive stories being made again, and none is ever deleted: one that
is taken back stays, with when.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, or_, select, update

from rawi.case import tables as t
from rawi.case.store import Case, now
from rawi.case.stories import read_story
from rawi.corroborate.comparer import drop_stories
from rawi.corroborate.storyteller import DIFFERENT, SAME
from rawi.errors import CaseError


def join_stories(case: Case, story: str, other: str, *, by: str | None = None) -> str:
    """Decide that two stories tell one event; a claim of them."""
    ones, others = _claims_of(case, story), _claims_of(case, other)
    if set(ones) & set(others):
        raise CaseError(f"{other!r} is the same story as {story!r} already")
    _decide(case, SAME, [(ones[0], others[0])], by)
    return ones[0]


def split_claims(case: Case, story: str, claims: Sequence[str], *, by: str | None = None) -> str:
    """Decide that `claims` tell another event than the rest of their story; a claim of the rest."""
    inside = _claims_of(case, story)
    unknown = sorted(set(claims) - set(inside))
    if unknown:
        raise CaseError(f"{unknown[0]!r} is no claim of story {story!r}; its claims: {', '.join(inside)}")
    rest = [claim for claim in inside if claim not in claims]
    if not rest:
        raise CaseError(f"All claims of story {story!r} are to leave it; name those that tell another event")
    _decide(case, DIFFERENT, [(claim, other) for claim in claims for other in rest], by)
    return rest[0]


def take_back(case: Case, story: str) -> str:
    """Take the last decision that touches a story back; a claim of it. CaseError where there is none."""
    inside = _claims_of(case, story)
    judged = t.judgement
    touching = (judged.c.undone.is_(None), or_(judged.c.claim.in_(inside), judged.c.other.in_(inside)))
    with case.connect() as connection:
        last = connection.execute(select(judged).where(*touching).order_by(judged.c.id.desc())).first()
        if last is None:
            raise CaseError(f"Nobody has decided anything on story {story!r}")
        made = (judged.c.kind == last.kind, judged.c.at == last.at, judged.c.undone.is_(None))
        rows = connection.execute(select(judged).where(*made)).all()
        connection.execute(update(judged).where(*made).values(undone=now()))
        drop_stories(connection, {claim for row in rows for claim in (row.claim, row.other)})
    return inside[0]


def _claims_of(case: Case, story: str) -> list[str]:
    return sorted(row.claim for row in read_story(case, story).rows)


def _decide(case: Case, kind: str, pairs: list[tuple[str, str]], by: str | None) -> None:
    rows = [{"kind": kind, "claim": one, "other": other, "by": by, "at": now()} for one, other in pairs]
    with case.connect() as connection:
        connection.execute(insert(t.judgement), rows)
        drop_stories(connection, {claim for pair in pairs for claim in pair})
