"""When persons held their posts: a claim of a post in, the term that it lies outside of out.

Titles are compared by their words without article, country or nationality, so that الرئيس المصري is
رئيس الجمهورية. A post is only judged where the packs have it for the person, in the same country, and
with dates for all its terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.checks.base import Context
from rawi.checks.lifetimes import TOLERANCE
from rawi.checks.words import same_titles, words
from rawi.knowledge import Knowledge
from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Person, Post
from rawi.model import Claim

_OF_STATE = frozenset({"state", "government", "state-force"})
_OF_LANDS = frozenset({"state", "adjective"})


@dataclass(frozen=True, slots=True)
class Term:
    """`person` held the post only from (`edge` start) or until (`edge` end) `day`, and it is told of `time`.

    `told_later` says that the report is from the time of the post: only its name is used for earlier acts.
    """

    person: Person
    edge: str
    day: date
    time: str
    told_later: bool = False


def held_out_of_term(context: Context, claim: Claim) -> Term | None:
    """The term that a claim of a post lies outside of; None where it lies within or cannot be judged.

    The time is that of the person's dated acts, else the day of publication, which only tells whether the
    post was yet to come: of those who held one before, reports speak with their titles of then.
    """
    published = context.published
    if claim.type != "POST" or claim.mode != "holds" or claim.modality != "asserted" or published is None:
        return None
    if claim.time or not claim.actor or not claim.recipient or claim.value is None:
        return None
    person = context.knowledge.people.get(claim.actor[0].entity or "")
    body = claim.recipient[0].entity
    if person is None or not body or claim.polarity != "affirmed":
        return None
    terms = [_days(post) for post in _posts(context.knowledge, person, body, claim.value.text)]
    starts = [first for first, _ in terms if first is not None]
    if not terms or len(starts) < len(terms):
        return None
    acts = _dated_acts(context, claim)
    begin = min(starts)
    if not acts:
        early = published + timedelta(days=TOLERANCE) < begin
        return Term(person, "start", begin, published.isoformat()) if early else None
    time, period = acts[0]
    if period.ends_before(begin, tolerance=TOLERANCE):
        return Term(person, "start", begin, time, told_later=published >= begin)
    ends = [last for _, last in terms if last is not None]
    if len(ends) == len(terms) and period.begins_after(max(ends), tolerance=TOLERANCE):
        return Term(person, "end", max(ends), time)
    return None


def _dated_acts(context: Context, claim: Claim) -> list[tuple[str, Period]]:
    """The times, as EDTF and periods, of what the person does where the post is named."""
    found = []
    for one in context.reading.claims:
        period = context.period_of(one)
        if one.type == "POST" or one.modality != "asserted" or period is None or period.about:
            continue
        if any(actor.mention == claim.actor[0].mention for actor in one.actor):
            found.append((context.mention(one.time or "").value or "", period))
    return found


def _posts(knowledge: Knowledge, person: Person, body: str, title: str) -> list[Post]:
    """The posts of `person` that `title` at `body` may be."""
    told, land = _core(knowledge, title), _country(knowledge, body)
    same = [post for post in person.posts if post.org and _core(knowledge, post.title) == told]
    if not _is_of_state(knowledge, body):
        return same if any(post.org == body for post in same) else []
    return [
        post for post in same
        if post.org and _is_of_state(knowledge, post.org) and land and _country(knowledge, post.org) == land
    ]  # fmt: skip


@lru_cache(maxsize=2_000)
def _core(knowledge: Knowledge, title: str) -> tuple[str, ...]:
    """The words of a title that say which post it is: الرئيس المصري and رئيس الجمهورية are رئيس."""
    told = fold(title)
    for form, plain in same_titles().items():
        told = told.replace(form, plain)
    kept = []
    for word in told.split():
        bare = word.removeprefix("ال").removeprefix("لل")
        names = {kind for form in (word, bare) for kind, _ in knowledge.names.get(form)}
        if bare and bare not in words("of_the_land") and not names & _OF_LANDS:
            kept.append(bare)
    return tuple(kept)


def _days(post: Post) -> tuple[date | None, date | None]:
    first, last = read_period(post.start), read_period(post.end)
    return first.first if first else None, last.last if last else None


def _country(knowledge: Knowledge, body: str) -> str | None:
    country, actor = knowledge.countries.get(body), knowledge.actors.get(body)
    return country.iso if country else actor.country if actor else None


def _is_of_state(knowledge: Knowledge, body: str) -> bool:
    actor = knowledge.actors.get(body)
    return body in knowledge.countries or (actor is not None and actor.kind in _OF_STATE)
