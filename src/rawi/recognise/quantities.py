"""Numbers with those they count: a token in, a group (خمسة مدنيين) or a bare quantity out.

Numbers are read by `rawi.arabic.numbers`. Refused is a number that runs over the end of the sentence.
"""

from __future__ import annotations

from rawi.arabic.numbers import may_start_number, parse_number
from rawi.arabic.tokens import NUMBER, WORD
from rawi.recognise.groups import counted, find_group
from rawi.recognise.nodes import GROUP, QUANTITY, Node
from rawi.recognise.scan import Scan
from rawi.recognise.sources import find_source


def find_quantity(scan: Scan, i: int) -> Node | None:
    """The number at token `i`, with the people that it counts."""
    norm = scan.tokens[i].norm
    if scan.tokens[i].kind != NUMBER and (len(norm) == 1 or not may_start_number(norm)):
        return None
    number = parse_number(scan.tokens, i)
    if number is None or number.end_index > scan.end or number.start_index < i:
        return None
    j, count = number.end_index, number.count_value
    if j < scan.end:
        tags = scan.words[j].tags
        if "people" in tags and scan.tokens[j].kind == WORD:
            group = find_group(scan, j)
            if group is None:
                return scan.node(GROUP, i, j + 1, count=count, number="p")
            return counted(scan, i, group, count)
        if "unnamed_sources" in tags and scan.tokens[j].kind == WORD:
            source = find_source(scan, j)
            if source is not None:
                return scan.node(GROUP, i, source.j, count=count, number="p", source_kind="unnamed",
                                 name="source")  # fmt: skip
        if scan.norm(j) in scan.vocabulary.partitives and j + 1 < scan.end:
            group = find_group(scan, j + 1) if "people" in scan.words[j + 1].tags else None
            if group is not None:
                return counted(scan, i, group, count)
    return scan.node(QUANTITY, i, j, count=count)
