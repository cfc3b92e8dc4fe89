"""Claims and links in, stories out: each an event, or a fact, as one or more reports tell it.

A story is a connected component of the links. Links are taken strongest first, and one is left out that
would join claims which something keeps apart, so that a chain of likenesses does not run two events into
one. The result does not depend on the order of the input.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.corroborate.events import are_apart, weigh
from rawi.corroborate.families import is_fact
from rawi.corroborate.told import Told

#: Beyond this many claims in both parts together, they are not compared one by one any more.
_COMPARED = 400
#: The share of pairs of reports that have to be linked where two parts of a story come together.
_DENSE = 0.4
ALIGNED = "aligned"


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that tell one event, by their ids, and why."""

    claim: str
    other: str
    basis: str


@dataclass(frozen=True, slots=True)
class Story:
    """`id` is the hash of the smallest claim id; `claims` are in the order of report and place."""

    id: str
    claims: tuple[Told, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that tell it, in order."""
        return tuple(dict.fromkeys(told.report for told in self.claims))


def make_stories(
    tolds: Iterable[Told],
    links: Iterable[Link],
    *,
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
) -> list[Story]:
    """The stories of the claims; a claim without a link is a story of its own. In the order of their ids.

    `same` and `different` are pairs of claims on which people have decided; both go before any link.
    """
    by_id = {told.claim: told for told in tolds}
    links = list(links)
    linked = {frozenset((link.claim, link.other)) for link in links}
    refused: set[tuple[int, int, int, int]] = set()
    groups: dict[str, list[str]] = {claim: [claim] for claim in by_id}
    for one, other in sorted(same):
        _join(groups, one, other)
    apart: dict[str, set[str]] = {}
    for one, other in different:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    for link in sorted(links, key=lambda link: _strength(link, by_id)):
        left, right = groups.get(link.claim), groups.get(link.other)
        if left is None or right is None or left is right:
            continue
        attempt = (id(left), len(left), id(right), len(right))
        decided = any(not apart.get(claim, set()).isdisjoint(right) for claim in left)
        if decided or attempt in refused or not _may_join(left, right, link, by_id, linked):
            refused.add(attempt)
            continue
        _join(groups, link.claim, link.other)
    made = {id(group): group for group in groups.values()}
    return sorted((_story(group, by_id) for group in made.values()), key=lambda story: story.id)


def _join(groups: dict[str, list[str]], one: str, other: str) -> None:
    """Make the groups of two claims one."""
    small, large = sorted((groups.get(one, []), groups.get(other, [])), key=len)
    if small is large or not small:
        return
    large += small
    for claim in small:
        groups[claim] = large


def _strength(link: Link, by_id: Mapping[str, Told]) -> tuple[bool, float, int, str, str]:
    """Copied claims first, then by weight; of equal ones those that stand at like places of their reports."""
    first, second = sorted((link.claim, link.other))
    one, other = by_id.get(first), by_id.get(second)
    if one is None or other is None:
        return True, 0.0, 0, first, second
    weight = 0.0 if is_fact(one) else weigh(one, other).total
    return link.basis != ALIGNED, -weight, abs(one.start - other.start), first, second


def _may_join(
    left: Sequence[str],
    right: Sequence[str],
    link: Link,
    by_id: Mapping[str, Told],
    linked: Collection[frozenset[str]],
) -> bool:
    if _kept_apart(left, right, by_id):
        return False
    return link.basis == ALIGNED or _are_dense(left, right, by_id, linked)


def _kept_apart(left: Sequence[str], right: Sequence[str], by_id: Mapping[str, Told]) -> bool:
    if is_fact(by_id[left[0]]):
        return False
    if len(left) + len(right) > _COMPARED:
        return True
    return any(are_apart(by_id[one], by_id[other]) for one in left for other in right)


def _are_dense(
    left: Sequence[str], right: Sequence[str], by_id: Mapping[str, Told], linked: Collection[frozenset[str]]
) -> bool:
    """Whether enough of the reports of two parts are linked to each other directly."""
    pairs: dict[tuple[str, str], bool] = {}
    for one in left:
        for other in right:
            reports = (by_id[one].report, by_id[other].report)
            if reports[0] != reports[1]:
                pairs[reports] = pairs.get(reports, False) or frozenset((one, other)) in linked
    return sum(pairs.values()) >= _DENSE * len(pairs)


def _story(group: Sequence[str], by_id: Mapping[str, Told]) -> Story:
    tolds = sorted((by_id[claim] for claim in group), key=lambda told: (told.report, told.start, told.claim))
    return Story(hashlib.sha256(min(group).encode("utf-8")).hexdigest()[:12], tuple(tolds))
