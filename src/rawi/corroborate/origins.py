"""How many independent origins a story has: its claims and the copies between reports in, origins out.

A report's origin is the end of its chain of sources, joined with who copied whom: those who retell one
statement, those who credit an outlet and that outlet itself, and copies are one origin. Two outlets' own
correspondents are two. Where a report names no source its origin is unknown, counts as one of its own, and
says so. Reference texts count as none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.corroborate.sources import QUOTABLE
from rawi.corroborate.told import Told

#: What a report's origin rests on.
COPY = "copy"
SHARED = "shared-text"
VOICE = "same-voice"
CREDIT = "credits-outlet"
CORRESPONDENT = "own-correspondent"
UNNAMED = "unnamed-sources"
UNKNOWN = "unknown"
SAME_OUTLET = "same-outlet"
REFERENCE = "reference"
#: The role of texts in a case that are no reports.
REFERENCE_ROLE = "reference"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one report has a story from: `key` is equal for reports with one origin.

    `basis` is one of the words above; `source` is whom the report names, `shared` the reports with which
    the basis joins it. `of_report`: the claims name no source, and the one that leads the report is taken.
    """

    report: str
    key: str
    basis: str
    source: str | None = None
    shared: tuple[str, ...] = ()
    of_report: bool = False

    def explain(self) -> str:
        """The basis in English words."""
        with_whom = ", ".join(self.shared)
        words = {
            COPY: f"copy of {with_whom}",
            SHARED: f"shares its text with {with_whom}",
            VOICE: f"rests on {self.source}" + (f", as {with_whom} does" if self.shared else ""),
            CREDIT: f"credits {self.source}" + (f", as or through {with_whom}" if self.shared else ""),
            CORRESPONDENT: "its own correspondent",
            UNNAMED: f"its own sources, not named ({self.source})",
            UNKNOWN: "names no source",
            SAME_OUTLET: f"the same outlet as {with_whom}",
            REFERENCE: "a reference text, not counted",
        }[self.basis]
        return f"names no source here; the report as a whole: {words}" if self.of_report else words


@dataclass(frozen=True, slots=True)
class Origins:
    """The number of independent origins, and the origin of each report, in the order of their ids."""

    number: int
    reports: tuple[Origin, ...]

    @property
    def unknown(self) -> int:
        """How many of the origins are reports that name no source."""
        known = {origin.key for origin in self.reports if origin.basis not in (UNKNOWN, REFERENCE)}
        return len({origin.key for origin in self.reports if origin.basis == UNKNOWN} - known)


@dataclass(frozen=True, slots=True)
class _End:
    """The end of one chain; `of_report` where it is a report's leading one."""

    key: str
    basis: str
    source: str | None = None
    of_report: bool = False


def count_origins(
    tolds: Sequence[Told], copies: Iterable[tuple[str, str]], *, shared: Iterable[tuple[str, str]] = ()
) -> Origins:
    """The origins of one story.

    `copies` are pairs of a report and the one from which it took its text, `shared` pairs of which neither
    is known to be the first; of the whole case, or those with a report of the story. Only copies that
    cover the story's claims should be given: a copied paragraph on another matter makes no common origin.
    """
    by_report: dict[str, list[Told]] = {}
    for told in sorted(tolds, key=lambda told: (told.report, told.start)):
        by_report.setdefault(told.report, []).append(told)
    counted = {report: found for report, found in by_report.items() if found[0].role != REFERENCE_ROLE}
    joined = _Joined(counted, sorted(copies), sorted(shared))
    found = [
        joined.origin(report) if report in counted else Origin(report, "", REFERENCE)
        for report in sorted(by_report)
    ]
    return Origins(len({origin.key for origin in found if origin.basis != REFERENCE}), tuple(found))


class _Joined:
    """The reports of one story, joined by what they have in common."""

    def __init__(
        self,
        tolds: Mapping[str, Sequence[Told]],
        copies: Sequence[tuple[str, str]],
        shared: Sequence[tuple[str, str]],
    ) -> None:
        self.ends = {report: _main_end(found) for report, found in tolds.items()}
        publishers = _publishers(tolds)
        self.credits = {report: _credited(found, publishers) for report, found in tolds.items()}
        self.copied = _neighbours(copies)
        self.alike = _neighbours([*shared, *((other, one) for one, other in shared)])
        self.groups = _Groups()
        for report, end in self.ends.items():
            self.groups.join(f"report:{report}", end.key)
            for _, other in self.credits[report]:
                self.groups.join(f"report:{report}", f"report:{other}")
        for one, other in (*copies, *shared):
            self.groups.join(f"report:{one}", f"report:{other}")

    def origin(self, report: str) -> Origin:
        """The origin of one report, on the strongest basis."""
        end, root = self.ends[report], self.groups.root(f"report:{report}")
        for basis, others in ((COPY, self.copied), (SHARED, self.alike)):
            inside = tuple(other for other in others.get(report, ()) if other in self.ends)
            if inside:
                return Origin(report, root, basis, end.source, inside)
        if self.credits[report]:
            names = dict.fromkeys(name for name, _ in self.credits[report])
            reports = dict.fromkeys(other for _, other in self.credits[report])
            return Origin(report, root, CREDIT, ", ".join(names), tuple(reports))
        same = tuple(other for other, that in self.ends.items() if other != report and that.key == end.key)
        own = (UNKNOWN, UNNAMED, CORRESPONDENT)
        if end.basis in own and any(self.ends[other].basis in own for other in same):
            return Origin(report, root, SAME_OUTLET, end.source, same, end.of_report)
        together = same if end.basis in (VOICE, CREDIT) else ()
        return Origin(report, root, end.basis, end.source, together, end.of_report)


def _neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
    return found


def _main_end(tolds: Sequence[Told]) -> _End:
    """What a report's telling rests on: its own correspondent, else the source of most of its claims."""
    ends = [_end(told) for told in tolds]
    own = [end for end in ends if end.basis == CORRESPONDENT]
    if own:
        return own[0]
    known = [end for end in ends if end.basis != UNKNOWN] or ends
    times = Counter(end.key for end in known)
    return max(known, key=lambda end: times[end.key])


def _end(told: Told) -> _End:
    chain, of_report = told.chain or told.leading, not told.chain
    own = f"outlet:{told.outlet_key}" if told.outlet_key else f"report:{told.report}"
    if not chain:
        return _End(own, UNKNOWN)
    last = chain[-1]
    if last.kind in QUOTABLE and last.key:
        return _End(f"voice:{last.key}", VOICE, last.name, of_report)
    outlet = next((link for link in reversed(chain) if link.kind == "outlet"), None)
    if outlet is not None:
        return _End(f"outlet:{outlet.key}", CREDIT, outlet.name, of_report)
    basis = CORRESPONDENT if last.kind == "own_correspondent" else UNNAMED
    return _End(own, basis, last.name, of_report)


def _publishers(tolds: Mapping[str, Sequence[Told]]) -> dict[str, list[str]]:
    """The reports of each outlet."""
    found: dict[str, list[str]] = {}
    for report, of_report in tolds.items():
        if of_report[0].outlet_key:
            found.setdefault(of_report[0].outlet_key, []).append(report)
    return found


def _credited(tolds: Sequence[Told], publishers: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The outlets that a report credits for these claims, each with a report of theirs in the story."""
    named = {
        link.key: link.name for told in tolds for link in told.chain if link.kind == "outlet" and link.key
    }
    found = {(name, other) for key, name in named.items() for other in publishers.get(key, ())}
    return sorted(pair for pair in found if pair[1] != tolds[0].report)


class _Groups:
    """Sets of names that are joined; the root of a set is its smallest name."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        while (above := self._above.get(name, name)) != name:
            self._above[name] = self._above.get(above, above)
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
