"""An actor that acts before it was founded or after it was dissolved, or a person who acts in a post not yet
or no longer held. Where a report published later uses the later name or title for an earlier time, that is a
note.

جهة تفعل شيئاً قبل تأسيسها أو بعد حلّها، أو شخص يُذكر بمنصب لم يكن قد تولّاه أو كان قد تركه. أما إطلاق الاسم أو
اللقب اللاحق على زمن سابق في تقرير نُشر بعده فملاحظة.
"""

from __future__ import annotations

from datetime import timedelta

from rawi.arabic.characters import fold
from rawi.checks.base import Check, Context
from rawi.checks.lifetimes import (
    TOLERANCE,
    acts,
    ended,
    forebears,
    founded,
    has_namesake,
    heirs,
    is_remnant,
    lived_in,
    span_of,
)  # fmt: skip
from rawi.checks.terms import Term, held_out_of_term
from rawi.checks.words import words
from rawi.knowledge.periods import Period
from rawi.knowledge.records import Actor
from rawi.model import Claim, Finding, Mention

ID, SEVERITY = "actor-anachronism", "warning"
#: Words that may stand between a date and the verb that it dates.
_NEAR_WORDS = 10
#: Their names say what they are, whoever governs: what came before had the same.
_GENERIC = frozenset({"state", "government"})


def check(context: Context) -> list[Finding]:
    """One finding for each actor or post, at its first act outside its dates."""
    found: dict[str, Finding] = {}
    for claim, participant, actor in acts(context):
        if actor.id in found or not (actor.start or actor.end):
            continue
        mention = context.mention(participant.mention)
        finding = _before(context, claim, actor, mention) or _after(context, claim, actor, mention)
        if finding is not None:
            found[actor.id] = finding
    for claim in context.reading.claims:
        term = held_out_of_term(context, claim)
        if term is not None:
            found.setdefault(f"post of {term.person.id}", _post(context, claim, term))
    return list(found.values())


def _before(context: Context, claim: Claim, actor: Actor, mention: Mention) -> Finding | None:
    start = founded(actor)
    if start is None:
        return None
    period, published = context.period_of(claim), context.published
    if period is None or not period.ends_before(start, tolerance=TOLERANCE):
        if published is None or published + timedelta(days=TOLERANCE) >= start:
            return None
        period = Period(published, published)
    told_later = published is None or published >= start
    if _has_other_bearer(context, mention, actor, period):
        return None
    if told_later and not _is_dated_closely(context, claim):
        return None
    if _is_generic(actor) and (
        published is None or published >= start or _had_forerunner(context, actor, period)
    ):
        return None
    older = next((one for one in forebears(context, actor) if lived_in(one, period)), None)
    if older is not None and told_later:
        return context.finding(
            ID, "note", mention.start, mention.end,
            f"يُستعمل هنا اسم {actor.ar} ({actor.start}) لزمن كانت فيه {older.ar}.",
            f"The later name {actor.en} ({actor.start}) is used for a time when it was {older.en}.",
            claim=claim, stated=_when(context, claim), reference=span_of(actor), source=actor.ref,
        )  # fmt: skip
    return context.finding(
        ID, SEVERITY, mention.start, mention.end,
        f"بحسب المرجع تأسست هذه الجهة ({actor.ar}) في {actor.start}، أي بعد الزمن المذكور "
        f"({_when(context, claim)}).",
        f"By the reference {actor.en} was founded in {actor.start}, after the time told "
        f"({_when(context, claim)}).",
        claim=claim, stated=_when(context, claim), reference=span_of(actor), source=actor.ref,
    )  # fmt: skip


def _after(context: Context, claim: Claim, actor: Actor, mention: Mention) -> Finding | None:
    """Acts after the end, by a stated time; an actor with successors is left to the check of stale names."""
    end, period = ended(actor), context.period_of(claim)
    if end is None or period is None or not period.begins_after(end, tolerance=TOLERANCE):
        return None
    if (
        not _is_dated_closely(context, claim)
        or heirs(context, actor)
        or is_remnant(context, mention)
        or _has_other_bearer(context, mention, actor, period)
    ):
        return None
    return context.finding(
        ID, SEVERITY, mention.start, mention.end,
        f"بحسب المرجع انتهى وجود هذه الجهة ({actor.ar}) في {actor.end}، أي قبل الزمن المذكور "
        f"({_when(context, claim)}).",
        f"By the reference {actor.en} ended in {actor.end}, before the time told ({_when(context, claim)}).",
        claim=claim, stated=_when(context, claim), reference=span_of(actor), source=actor.ref,
    )  # fmt: skip


def _has_other_bearer(context: Context, mention: Mention, actor: Actor, period: Period) -> bool:
    """Whether the words may mean another actor of the time, or are part of a longer name, or no name."""
    if mention.resolved_by not in ("knowledge", "coreference") or _goes_on(context, mention):
        return True
    return has_namesake(context, mention, actor, period)


def _is_dated_closely(context: Context, claim: Claim) -> bool:
    """Whether the time stands near the trigger in one clause, and is no "about"."""
    if claim.time is None:
        return False
    time, period = context.mention(claim.time), context.period_of(claim)
    if period is None or period.about:
        return False
    first, end = sorted(((time.start, time.end), (claim.trigger.start, claim.trigger.end)))
    between = context.scene.text[first[1] : end[0]]
    return len(between.split()) <= _NEAR_WORDS and not any(mark in between for mark in "،,؛.\n")


def _is_generic(actor: Actor) -> bool:
    """Whether the name says what any such body is: الجيش السوري, unlike هيئة الحشد الشعبي."""
    if actor.kind == "state-force":
        return fold(actor.ar).split()[0] in words("generic_forces")
    return actor.kind in _GENERIC


def _had_forerunner(context: Context, actor: Actor, period: Period) -> bool:
    """Whether the country had such a body before, which the words may mean."""
    return any(
        one.id != actor.id
        and one.country == actor.country
        and one.kind == actor.kind
        and lived_in(one, period)
        for one in context.knowledge.actors.values()
    )


def _goes_on(context: Context, mention: Mention) -> bool:
    """Whether a longer name begins within the words of the mention: (الجيش السوري) الحر."""
    node = context.node_at(mention.start)
    if node is None:
        return False
    tokens, names = context.scene.tokens, context.knowledge.names
    limit = min(node.j + 4, len(tokens))
    found = [names.longest(tokens, index, limit) for index in range(node.i, node.j)]
    return any(
        one is not None and one[0] > node.j and "actor" in {kind for kind, _ in one[2]} for one in found
    )


def _when(context: Context, claim: Claim) -> str:
    value = context.mention(claim.time).value if claim.time else None
    return value or str(context.reading.document.published)


def _post(context: Context, claim: Claim, term: Term) -> Finding:
    """A person named with a post that, by the packs, was not held at the time told."""
    value, person = claim.value or claim.trigger, term.person
    begins = term.edge == "start"
    return context.finding(
        ID, "note" if term.told_later else SEVERITY, value.start, value.end,
        f"بحسب المرجع {'بدأ' if begins else 'انتهى'} هذا المنصب لـ{person.ar} في {term.day}، "
        f"والزمن المذكور {term.time}.",
        f"By the reference {person.en} held this post {'from' if begins else 'until'} {term.day}; "
        f"the time told is {term.time}.",
        claim=claim, stated=value.text, reference=term.day.isoformat(), source=person.ref,
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)
