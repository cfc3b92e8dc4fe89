"""Corroboration: which reports share text, which claims tell one event, and where they differ.

`corroborate` works out what is new in a case and writes it there; the modules beside it are the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rawi.case.store import Case

__all__ = ["Corroborated", "corroborate", "count_pending"]


@dataclass(frozen=True, slots=True)
class Corroborated:
    """What a run did: reports compared, pairs of them that share text, links, claims put into stories."""

    reports: int
    copies: int
    links: int
    claims: int


def corroborate(
    case: Case, packs: Sequence[Path] = (), *, advance: Callable[[], None] = lambda: None
) -> Corroborated:
    """Compare what is new in `case`, and make the stories that it touches anew.

    `advance` is called for each report that was compared. `count_pending` says how many there are.
    """
    from rawi.corroborate.comparer import Comparer
    from rawi.corroborate.storyteller import Storyteller

    comparer = Comparer(case, packs)
    compared = []
    for done in comparer.compare_all():
        compared.append(done)
        advance()
    claims = sum(Storyteller(case, comparer.tolds).tell_all())
    return Corroborated(
        len(compared), sum(one.copies for one in compared), sum(one.links for one in compared), claims
    )


def count_pending(case: Case) -> int:
    """How many reports of a case were not compared yet."""
    from sqlalchemy import func, select

    from rawi.case.tables import report

    with case.connect() as connection:
        waiting = select(func.count()).where(report.c.corroborated.is_(False))
        return int(connection.execute(waiting).scalar_one())
