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

from rawi.corroborate.sources import QUOTABLE, Chain
from rawi.corroborate.told import Told

#: What a report's origin rests on.
COPY, VOICE, CREDIT, CORRESPONDENT, UNNAMED, UNKNOWN, SAME_OUTLET, REFERENCE = (
    "copy", "same-voice", "credits-outlet", "own-correspondent", "unnamed-sources", "unknown", "same-outlet",
    "reference",
)  # fmt: skip
#: The role of texts in a case that are no reports.
REFERENCE_ROLE = "reference"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one report has a story from: `key` is equal for reports with one origin.

    `basis` is one of the words above; `source` is whom the report names, `shared` the reports with which
    the basis joins it.
    """

    report: str
    key: str
    basis: str
    source: str | None = None
    shared: tuple[str, ...] = ()

    def explain(self) -> str:
        """The basis in English words."""
        with_whom = ", ".join(self.shared)
        return {
            COPY: f"shares its text with {with_whom}",
            VOICE: f"rests on {self.source}" + (f", as {with_whom} does" if self.shared else ""),
            CREDIT: f"credits {self.source}" + (f", whose report is {with_whom}" if self.shared else ""),
            CORRESPONDENT: "its own correspondent",
            UNNAMED: f"its own sources, not named ({self.source})",
            UNKNOWN: "names no source",
            SAME_OUTLET: f"the same outlet as {with_whom}",
            REFERENCE: "a reference text, not counted",
        }[self.basis]


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
    """The end of one chain, or of a report's leading one."""

    key: str
    basis: str
    source: str | None = None


def count_origins(tolds: Sequence[Told], copies: Iterable[tuple[str, str]]) -> Origins:
    """The origins of one story; `copies` are pairs of reports that share text, of the whole case or fewer."""
    by_report: dict[str, list[Told]] = {}
    for told in sorted(tolds, key=lambda told: (told.report, told.start)):
        by_report.setdefault(told.report, []).append(told)
    counted = {report: found for report, found in by_report.items() if found[0].role != REFERENCE_ROLE}
    ends = {report: _main_end(found) for report, found in counted.items()}
    publishers = _publishers(counted)
    groups = _Groups()
    copied: dict[str, set[str]] = {}
    for report, end in ends.items():
        groups.join(f"report:{report}", end.key)
        for other in _credited(counted[report], publishers):
            groups.join(f"report:{report}", f"report:{other}")
    for one, other in copies:
        groups.join(f"report:{one}", f"report:{other}")
        copied.setdefault(one, set()).add(other)
        copied.setdefault(other, set()).add(one)
    found = []
    for report in sorted(by_report):
        if report not in ends:
            found.append(Origin(report, "", REFERENCE))
            continue
        end = ends[report]
        root = groups.root(f"report:{report}")
        found.append(
            _origin(
                report, root, end, ends, copied.get(report, set()), _credited(counted[report], publishers)
            )
        )
    return Origins(len({origin.key for origin in found if origin.basis != REFERENCE}), tuple(found))


def _origin(
    report: str, root: str, end: _End, ends: Mapping[str, _End], copies: set[str], credited: Sequence[str]
) -> Origin:
    inside = tuple(sorted(copies & set(ends)))
    if inside:
        return Origin(report, root, COPY, end.source, inside)
    if credited:
        return Origin(report, root, CREDIT, end.source, tuple(credited))
    same = tuple(other for other, that in ends.items() if other != report and that.key == end.key)
    own = (UNKNOWN, UNNAMED, CORRESPONDENT)
    if end.basis in own and any(ends[other].basis in own for other in same):
        return Origin(report, root, SAME_OUTLET, end.source, same)
    return Origin(report, root, end.basis, end.source, same if end.basis in (VOICE, CREDIT) else ())


def _main_end(tolds: Sequence[Told]) -> _End:
    """What a report's telling rests on: its own correspondent, else the source of most of its claims."""
    ends = [_end(told.chain or told.leading, told) for told in tolds]
    own = [end for end in ends if end.basis == CORRESPONDENT]
    if own:
        return own[0]
    known = [end for end in ends if end.basis != UNKNOWN] or ends
    times = Counter(end.key for end in known)
    return max(known, key=lambda end: times[end.key])


def _end(chain: Chain, told: Told) -> _End:
    own = f"outlet:{told.outlet_key}" if told.outlet_key else f"report:{told.report}"
    if not chain:
        return _End(own, UNKNOWN)
    last = chain[-1]
    if last.kind in QUOTABLE and last.key:
        return _End(f"voice:{last.key}", VOICE, last.name)
    outlet = next((link for link in reversed(chain) if link.kind == "outlet"), None)
    if outlet is not None:
        return _End(f"outlet:{outlet.key}", CREDIT, outlet.name)
    return _End(own, CORRESPONDENT if last.kind == "own_correspondent" else UNNAMED, last.name)


def _publishers(tolds: Mapping[str, Sequence[Told]]) -> dict[str, list[str]]:
    """The reports of each outlet."""
    found: dict[str, list[str]] = {}
    for report, of_report in tolds.items():
        if of_report[0].outlet_key:
            found.setdefault(of_report[0].outlet_key, []).append(report)
    return found


def _credited(tolds: Sequence[Told], publishers: Mapping[str, Sequence[str]]) -> list[str]:
    """The reports of the outlets that a report credits for its main telling."""
    keys = {link.key for told in tolds for link in told.chain if link.kind == "outlet" and link.key}
    return sorted({other for key in keys for other in publishers.get(key, ()) if other != tolds[0].report})


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
