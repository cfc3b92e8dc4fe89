"""One claim as corroboration sees it: a reading in, what its claims can be compared by out.

Nothing of a `Told` refers to its reading, so that claims of different reports are compared on their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rawi.corroborate.counts import Count, count_in, read_count
from rawi.corroborate.parties import Party, parties_of
from rawi.corroborate.sites import Site, site_of
from rawi.corroborate.sources import QUOTABLE, Chain, Chains, leading_chain, outlet_of
from rawi.corroborate.wording import fold_name, name_stems, stems_of
from rawi.knowledge import Knowledge
from rawi.knowledge.periods import read_period
from rawi.model import Claim, Mention, Participant, Reading

#: A stated time longer than this many days says little about the day of an event.
PRECISE = 3
_NAMING = ("NAMED", "CLASSIFIED", "POST")


@dataclass(frozen=True, slots=True)
class Told:
    """What report `report` says in its claim `claim`; `start` and `end` are the trigger's code points.

    `first_day` and `last_day` are ISO dates, None where the claim states no time or an open one. `stems`
    are of the evidence without names and times, `figures` the numbers of people and things in it,
    `object_stems` are of the value; `setting` are the known names of the whole report. `leading` is the
    chain that most of the report rests on.
    """

    report: str
    claim: str
    type: str
    mode: str | None
    modality: str
    polarity: str
    start: int
    end: int
    trigger: str
    rule: str | None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    holders: tuple[Party, ...] = ()
    timed: bool = False
    precise: bool = False
    first_day: str | None = None
    last_day: str | None = None
    published: str | None = None
    sites: tuple[Site, ...] = ()
    counts: tuple[Count, ...] = ()
    figures: frozenset[int] = frozenset()
    stems: frozenset[str] = frozenset()
    object_stems: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    chain: Chain = ()
    leading: Chain = ()
    outlet: str | None = None
    outlet_key: str | None = None
    role: str = "report"

    @property
    def voice(self) -> str | None:
        """Whose statement it is, where that is a person or a body with a name."""
        last = self.chain[-1] if self.chain else None
        return last.key if last is not None and last.kind in QUOTABLE else None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Both sides."""
        return self.actors + self.recipients


def tell(reading: Reading, knowledge: Knowledge, *, report: str, role: str = "report") -> list[Told]:
    """The claims of one report, in their order. `report` is its id in the case, `role` what it is there."""
    return _Teller(reading, knowledge, report, role).told()


class _Teller:
    def __init__(self, reading: Reading, knowledge: Knowledge, report: str, role: str) -> None:
        self.reading, self.knowledge, self.report, self.role = reading, knowledge, report, role
        self.text, self.mentions = reading.document.text, reading.mention_by_id
        self.chains = Chains(reading, knowledge)
        self.bodies = _bodies(reading)
        self.named = [(m.start, m.end) for m in reading.mentions if _is_name(m)]
        self.named += [(c.trigger.start, c.trigger.end) for c in reading.claims if c.type == "POST"]
        self.times = [m for m in reading.mentions if m.kind == "time"]
        self.names = frozenset(_names(reading.mentions))
        self.published = _day(reading.document.published)
        self.leading = leading_chain(reading.claims, self.chains)

    def told(self) -> list[Told]:
        return [self.tell(claim) for claim in self.reading.claims]

    def tell(self, claim: Claim) -> Told:
        document = self.reading.document
        first, last, precise = _days(self.mentions[claim.time] if claim.time else None)
        sites = {
            site.key: site for site in (site_of(self.mentions[id_], self.knowledge) for id_ in claim.place)
        }
        names = self.knowledge, self.bodies
        return Told(
            report=self.report,
            claim=f"{self.report}:{claim.id}",
            type=claim.type,
            mode=claim.mode,
            modality=claim.modality,
            polarity=claim.polarity,
            start=claim.trigger.start,
            end=claim.trigger.end,
            trigger=claim.trigger.text,
            rule=claim.rule,
            actors=parties_of(claim.actor, self.mentions, *names),
            recipients=parties_of(claim.recipient, self.mentions, *names),
            holders=parties_of(claim.holder, self.mentions, *names),
            timed=bool(first or last),
            precise=precise,
            first_day=first,
            last_day=last,
            published=self.published,
            sites=tuple(sites[key] for key in sorted(sites)),
            counts=self.counts(claim),
            figures=self.figures(claim),
            stems=stems_of(
                self.text, claim.evidence.start, claim.evidence.end, self.knowledge, without=self.named
            ),
            object_stems=self.object_stems(claim),
            setting=self.names,
            chain=self.chains.of(claim),
            leading=self.leading,
            outlet=document.outlet.name if document.outlet else None,
            outlet_key=outlet_of(document.outlet, self.knowledge),
            role=self.role,
        )

    def object_stems(self, claim: Claim) -> frozenset[str]:
        if claim.value is None:
            return frozenset()
        if claim.type in _NAMING:
            return name_stems(claim.value.text, self.knowledge)
        return stems_of(self.text, claim.value.start, claim.value.end, self.knowledge)

    def counts(self, claim: Claim) -> tuple[Count, ...]:
        """What the claim counts: dead, injured, detained; without these, those who act or are acted upon."""
        values = {kind: getattr(claim, kind) for kind in ("dead", "injured", "detained")}
        found = [read_count(kind, value) for kind, value in values.items() if value is not None]
        if not found:
            found = [*self._counted("acting", claim.actor), *self._counted("people", claim.recipient)]
        if claim.value is not None and claim.type not in _NAMING:
            times = [m.start for m in self.times if claim.value.start <= m.start < claim.value.end]
            found.append(count_in("things", self.text[claim.value.start : min([*times, claim.value.end])]))
        return tuple(count for count in found if count is not None)

    def figures(self, claim: Claim) -> frozenset[int]:
        """The plain numbers that the evidence gives, of whomever or whatever."""
        start, end = claim.evidence.start, claim.evidence.end
        inside = (m for m in self.reading.mentions if start <= m.start and m.end <= end)
        values = (m.value or "" for m in inside if m.kind in ("quantity", "actor"))
        return frozenset(int(value) for value in (v.strip("~>=<") for v in values) if value.isdigit())

    def _counted(self, role: str, participants: Iterable[Participant]) -> Iterator[Count | None]:
        for participant in participants:
            if participant.entity is None:
                mention = self.mentions[participant.mention]
                yield count_in(role, mention.text, value=mention.value)


def _is_name(mention: Mention) -> bool:
    return mention.kind in ("person", "place", "time", "source") or mention.entity is not None


def _names(mentions: Iterable[Mention]) -> Iterable[str]:
    for mention in mentions:
        if mention.kind in ("actor", "person", "place"):
            if mention.entity is not None:
                yield mention.entity
            elif mention.kind == "person" and mention.name and len(mention.name.split()) > 1:
                yield "~" + fold_name(mention.name)


def _bodies(reading: Reading) -> dict[str, frozenset[str]]:
    """For the key of each person, the bodies in which the report gives them a post or a place."""
    found: dict[str, frozenset[str]] = {}
    for claim in reading.claims:
        if claim.type in ("POST", "PART_OF"):
            for person in claim.actor:
                key = person.entity or "~" + fold_name(person.name or "")
                bodies = frozenset(body.entity for body in claim.recipient if body.entity)
                found[key] = found.get(key, frozenset()) | bodies
    return found


def _day(edtf: str | None) -> str | None:
    period = read_period(edtf)
    return period.last.isoformat() if period and period.last else None


def _days(mention: Mention | None) -> tuple[str | None, str | None, bool]:
    """First and last day of a stated time, and whether it is short enough to tell events apart."""
    period = read_period(mention.value) if mention else None
    if period is None:
        return None, None, False
    first, last = period.first, period.last
    precise = first is not None and last is not None and not period.about and (last - first).days < PRECISE
    return first.isoformat() if first else None, last.isoformat() if last else None, precise
