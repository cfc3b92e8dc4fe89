"""When an actor existed under its name: packs and claims in, verdicts out.

Shared by the checks of actors. Founding and end are compared with a tolerance of days, since days of
declaration and of first acts differ; approximate dates count from their earliest to their latest day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rawi.checks.base import Context
from rawi.checks.words import is_listed
from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Actor
from rawi.model import Claim, Mention, Participant

#: Days by which an act may lie outside the dates of the packs.
TOLERANCE = 31
#: Claims about names and structure: no act of the actor.
_NO_ACTS = frozenset({"FORMED", "NAMED", "CLASSIFIED", "POST", "PART_OF", "JOINED", "SPLIT"})
#: Claims whose recipient has to exist as well.
_NEEDS_BOTH = frozenset({"ASSAULT", "CONSULT", "COOPERATE", "AID", "COERCE", "RETREAT", "REQUEST", "ACCUSE"})


def acts(context: Context) -> Iterator[tuple[Claim, Participant, Actor]]:
    """Asserted claims with each known actor that acts in them, or is acted upon as only the living can be."""
    actors = context.knowledge.actors
    for claim in context.reading.claims:
        if claim.modality != "asserted" or claim.polarity != "affirmed" or claim.type in _NO_ACTS:
            continue
        parties = claim.actor + (claim.recipient if claim.type in _NEEDS_BOTH else ())
        for participant in parties:
            actor = actors.get(participant.entity or "")
            if actor is not None:
                yield claim, participant, actor


def founded(actor: Actor) -> date | None:
    """The first day on which it may have existed."""
    period = read_period(actor.start)
    return period.first if period else None


def ended(actor: Actor) -> date | None:
    """The last day on which it may have existed."""
    period = read_period(actor.end)
    return period.last if period else None


def lived_in(actor: Actor, period: Period) -> bool:
    """Whether an actor may have existed at some time of `period`."""
    first, last = founded(actor), ended(actor)
    if first is not None and period.ends_before(first, tolerance=TOLERANCE):
        return False
    return not (last is not None and period.begins_after(last, tolerance=TOLERANCE))


def has_namesake(context: Context, mention: Mention, actor: Actor, period: Period) -> bool:
    """Whether another actor that bears the words of `mention` as a name existed at some time of `period`."""
    actors = context.knowledge.actors
    bearers = (
        actors[identity]
        for kind, identity in context.knowledge.names.get(mention.text)
        if kind in ("actor", "state") and identity in actors
    )
    return any(one.id != actor.id and lived_in(one, period) for one in bearers)


def is_remnant(context: Context, mention: Mention) -> bool:
    """Whether words beside the actor say that it is no more: فلول, السابق, بعد سقوط."""
    node = context.node_at(mention.start)
    if node is None:
        return False
    norm = context.scene.norm
    beside = [norm(index) for index in (*range(node.i - 3, node.name_i), node.j, node.j + 1)]
    return any(is_listed(one, "remnants") for one in beside if one)


def forebears(context: Context, actor: Actor) -> list[Actor]:
    """Its predecessors, theirs, and so on, the nearest first; those that name it as successor count too."""
    return _follow(context, actor, forward=False)


def heirs(context: Context, actor: Actor) -> list[Actor]:
    """Its successors, theirs, and so on, the nearest first."""
    return _follow(context, actor, forward=True)


def _follow(context: Context, actor: Actor, *, forward: bool) -> list[Actor]:
    """The line that the records themselves name first, then those that name them from the other side."""
    actors = context.knowledge.actors
    found: dict[str, Actor] = {}
    for from_the_other_side in (False, True):
        queue = [actor, *found.values()]
        while queue:
            current = queue.pop(0)
            direct = current.successors if forward else current.predecessors
            if from_the_other_side:
                direct = tuple(
                    other.id
                    for other in actors.values()
                    if current.id in (other.predecessors if forward else other.successors)
                )
            for identity in direct:
                if identity in actors and identity not in found and identity != actor.id:
                    found[identity] = actors[identity]
                    queue.append(actors[identity])
    return list(found.values())


def span_of(actor: Actor) -> str:
    """The dates of an actor as the packs have them."""
    return f"{actor.start or '..'}/{actor.end or '..'}"
