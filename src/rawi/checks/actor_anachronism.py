"""An actor that acts before it was founded or after it was dissolved, or a person who acts in a post not yet
held. Where a report published later uses the later name for the time of a predecessor, that is a note.

جهة تفعل شيئاً قبل تأسيسها أو بعد حلّها، أو شخص يُذكر بمنصب لم يكن قد تولّاه. أما إطلاق الاسم اللاحق على زمن
الجهة السابقة في تقرير نُشر بعد التأسيس فملاحظة.
"""

from __future__ import annotations

from datetime import date, timedelta

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
from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Actor, Person
from rawi.model import Claim, Finding, Mention

ID, SEVERITY = "actor-anachronism", "warning"
#: Words that may stand between a date and the verb that it dates.
_NEAR_WORDS = 10
#: Their names say what they are, whoever governs: what came before had the same.
_GENERIC = frozenset({"state", "government", "state-force"})


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
        finding = _post(context, claim)
        if finding is not None:
            found.setdefault(finding.stated or "", finding)
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
    if actor.kind in _GENERIC and (
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


# ---------------------------------------------------------------- posts


def _post(context: Context, claim: Claim) -> Finding | None:
    """A person named with a post that, by the packs, began after the report was published."""
    published = context.published
    if (
        claim.type != "POST"
        or claim.mode != "holds"
        or claim.modality != "asserted"
        or claim.time
        or not published
    ):
        return None
    if not claim.actor or not claim.recipient or claim.polarity != "affirmed" or claim.value is None:
        return None
    person = context.knowledge.people.get(claim.actor[0].entity or "")
    if person is None or not claim.recipient[0].entity:
        return None
    first = _first_day(person, claim.recipient[0].entity, claim.value.text)
    if first is None or published + timedelta(days=TOLERANCE) >= first:
        return None
    return context.finding(
        ID, SEVERITY, claim.value.start, claim.value.end,
        f"بحسب المرجع بدأ هذا المنصب لـ{person.ar} في {first.isoformat()}، ونُشر التقرير في {published}.",
        f"By the reference {person.en} held this post from {first.isoformat()}; the "
        f"report is of {published}.",
        claim=claim, stated=claim.value.text, reference=first.isoformat(), source=person.ref,
    )  # fmt: skip


def _first_day(person: Person, org: str, title: str) -> date | None:
    """When the person first held such a post there; None where the packs lack a date or have no such post."""
    told = fold(title).split()[:2]
    posts = [post for post in person.posts if fold(post.title).split()[:2] == told]
    if not any(post.org == org for post in posts):
        return None
    periods = [read_period(post.start) for post in posts]
    days = [period.first for period in periods if period is not None and period.first is not None]
    return min(days) if days and len(days) == len(posts) else None


CHECK = Check(ID, SEVERITY, __doc__, check)
