"""The family of an actor as a graph for the terminal, in the order of time, the oldest first.

Comes in: a `Family`. Goes out: lines. On the left a lane for each line of descent: where lines meet,
actors merged; where one forks, they split. Names stand right of it, the Arabic last.
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.export.columns import Screen
from rawi.export.entries import dates_of
from rawi.export.labels import CAME_FROM, label_of
from rawi.export.text import count
from rawi.knowledge.lineage import Family, Link
from rawi.knowledge.records import Actor

_NODE, _FOCUS = "●", "◉"


def format_lineage(family: Family, screen: Screen) -> str:
    """The graph below a heading; an actor without links stands alone."""
    focus = family.actor(family.focus)
    others = len(family.members) - 1
    lines = [screen.put(f"Lineage of {focus.en}", "bold"), screen.put(focus.ar, "bold")]
    if others:
        lines.append(f"{count(others + 1, 'actor')}, {count(len(family.links), 'link')}, the oldest first.")
    else:
        lines.append("The packs name nothing that it came from or went into.")
    if family.beyond:
        lines.append(f"{count(family.beyond, 'more actor')} further away: use a larger --depth.")
    return "\n".join([*lines, "", *_graph(family, screen)])


def _graph(family: Family, screen: Screen) -> Iterator[str]:
    lanes: list[str | None] = []
    shown: set[str] = set()
    for member in family.members:
        id_ = member.actor.id
        coming = [index for index, heir in enumerate(lanes) if heir == id_]
        if len(coming) > 1:
            yield _joint(lanes, coming, "┴╯")
        column = coming[0] if coming else _free(lanes, 0)
        for index in coming:
            lanes[index] = None
        shown.add(id_)
        heirs = [link.younger for link in family.outgoing(id_) if link.younger not in shown]
        mark = _FOCUS if id_ == family.focus else _NODE
        lanes[column] = id_
        heads = [_lines(lanes, {column: mark}), _lines(lanes, {} if heirs else {column: " "})]
        lanes[column] = heirs[0] if heirs else None
        style = "bold" if mark == _FOCUS else ""
        for index, words in enumerate(_words(member.actor, family.incoming(id_), family)):
            yield heads[min(index, 1)] + _fit(words, screen, style if index == 0 else "", len(heads[0]))
        columns = [column]
        for heir in heirs[1:]:
            columns.append(_free(lanes, column + 1))
            lanes[columns[-1]] = heir
        if len(columns) > 1:
            yield _joint(lanes, columns, "┬╮")
        while lanes and lanes[-1] is None:
            lanes.pop()
        yield _lines(lanes, {}).rstrip()


def _words(actor: Actor, links: list[Link], family: Family) -> Iterator[tuple[str, str]]:
    """What stands beside an actor's mark: (Latin, Arabic) a line."""
    yield actor.en, actor.ar
    dates = dates_of({"from": actor.start, "until": actor.end}) or "no dates recorded"
    yield f"{dates} [{actor.id}]", ""
    for link in links:
        when = f", {link.date}" if link.date and link.date != actor.start else ""
        yield f"{label_of(CAME_FROM, link.kind).en}: {family.actor(link.older).en}{when}", ""


def _fit(words: tuple[str, str], screen: Screen, style: str, used: int) -> str:
    latin, arabic = words
    return screen.put(latin, style) + (f"  {screen.put(arabic, style)}" if arabic else "")


def _free(lanes: list[str | None], start: int) -> int:
    """The first lane from `start` on that nothing runs in."""
    for index in range(start, len(lanes)):
        if lanes[index] is None:
            return index
    lanes.append(None)
    return len(lanes) - 1


def _lines(lanes: list[str | None], marks: dict[int, str]) -> str:
    """The lanes as they run on, with the marks given in place of some."""
    return "".join(f"{marks.get(i, '│' if lane else ' ')} " for i, lane in enumerate(lanes)) + " "


def _joint(lanes: list[str | None], columns: list[int], signs: str) -> str:
    """Lanes that meet in, or fork from, the first of `columns`; `signs` are the middle and the last."""
    first, last = columns[0], columns[-1]
    row = ""
    for index, lane in enumerate(lanes):
        if index == first:
            sign = "├"
        elif index in columns:
            sign = signs[1] if index == last else signs[0]
        elif first < index < last:
            sign = "┼" if lane else "─"
        else:
            sign = "│" if lane else " "
        row += sign + ("─" if first <= index < last else " ")
    return row.rstrip()
