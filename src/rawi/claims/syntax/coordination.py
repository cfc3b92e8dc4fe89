"""Lists of parties: X وY، وZ.

A node in, the nodes joined to it out, itself first. A list ends where a joined node opens a clause
of its own or is of another kind; leaders (بقيادة) and adjectives inside it are passed over.
"""

from __future__ import annotations

from rawi.claims.syntax.base import Syntax
from rawi.claims.syntax.boundaries import close_bracket
from rawi.recognise.nodes import ACTOR, ADJECTIVE, GROUP, PARTIES, PERSON, PLACE, Node


def coordinated(syntax: Syntax, node: Node, limit: int) -> list[Node]:
    """`node` and the parties joined to it by و or commas, up to token `limit`."""
    chain = [node]
    i = node.j
    comma = False
    while i < limit:
        norm = syntax.tokens[i].norm
        following = syntax.owner[i]
        if following is not None and following.i == i:
            if following.kind == ADJECTIVE and not following.pro and not comma:
                i = following.j
                continue
            behind = syntax.owner[following.j] if following.j < limit else None
            if (
                following.kind in (ADJECTIVE, ACTOR, GROUP)
                and following.pro == "و"
                and chain[-1].kind == PERSON
                and behind is not None
                and behind.kind == PERSON
                and not behind.pro
                and behind.title is None
            ):
                chain.append(behind)
                i = behind.j
                continue
            if (
                following.kind == PERSON
                and following.pro == "و"
                and following.title is not None
                and (chain[-1].kind == GROUP and chain[-1].title is not None and i == following.i)
            ):
                chain[-1] = following
                i = following.j
                continue
            if (
                following.kind == PERSON
                and chain[-1].kind in (GROUP, ACTOR)
                and not following.pro
                and not comma
            ):
                return chain
            joined = following.pro in ("و", "ثم") or syntax.tokens[i - 1].norm == "و"
            if (
                following.kind == PERSON
                and syntax.tokens[following.i - 1].norm in syntax.listed("led_by")
                and chain[-1].kind != PERSON
            ):
                i = following.j
                continue
            if following.kind not in PARTIES and not (
                following.kind == PLACE and (following.state or node.kind == PLACE)
            ):
                break
            if joined or (
                comma and following.kind == chain[-1].kind and _list_goes_on(syntax, following, limit)
            ):
                if not _alike(chain[0], following) or _opens_clause(syntax, following):
                    break
                chain.append(following)
                i = following.j
                comma = False
                continue
            break
        if norm in ("،", ","):
            comma = True
            i += 1
            continue
        if norm == "(":
            i = close_bracket(syntax, i)
            continue
        if norm in syntax.listed("list_joiners") or norm in syntax.listed("led_by"):
            i += 1
            continue
        named = syntax.owner[i + 1] if norm in syntax.listed("among_them") and i + 1 < limit else None
        if named is not None and named.kind in (ACTOR, PERSON):
            chain.append(named)
            i = named.j
            comma = False
            continue
        if syntax.words[i].tags & {"formerly"}:
            i += 1
            continue
        break
    return chain


def _list_goes_on(syntax: Syntax, node: Node, limit: int) -> bool:
    """Whether a list that reaches `node` by a comma goes on behind it with و or another comma."""
    k = node.j
    if k >= limit:
        return False
    behind = syntax.owner[k]
    return syntax.tokens[k].norm in ("،", ",", "و") or (behind is not None and behind.pro == "و")


def _opens_clause(syntax: Syntax, node: Node) -> bool:
    """Whether a joined node is the subject of a new clause: its own plural verb or a verb right behind."""
    other = syntax.by_token.get(node.j)
    return other is not None and other.finite and not other.word.pro and other.inflection.number == "s"


def _alike(first: Node, second: Node) -> bool:
    """Whether two nodes can stand in one list: places with places, states with parties."""
    if PLACE in (first.kind, second.kind):
        if first.kind == second.kind:
            return True
        return bool(first.state or first.kind in PARTIES) and bool(second.state or second.kind in PARTIES)
    return True
