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
        following = syntax.owner[i]
        if following is not None and following.i == i:
            if following.kind == ADJECTIVE and not following.pro and not comma:
                i = following.j
                continue
            second = _second_holder(syntax, chain[-1], following, limit)
            if second is not None:
                chain.append(second)
                i = second.j
                continue
            if _names_holder(chain[-1], following):
                chain[-1] = following
                i = following.j
                continue
            if following.kind == PERSON and chain[-1].kind in (GROUP, ACTOR) and not (following.pro or comma):
                return chain
            if _leads(syntax, following) and chain[-1].kind != PERSON:
                i = following.j
                continue
            if not _is_joined(syntax, chain, following, limit, comma):
                break
            chain.append(following)
            i = following.j
            comma = False
            continue
        norm = syntax.tokens[i].norm
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
        if "formerly" not in syntax.words[i].tags:
            break
        i += 1
    return chain


def _second_holder(syntax: Syntax, last: Node, owner: Node, limit: int) -> Node | None:
    """The second person of `الرئيسان الروسي X والتركي Y`, behind `owner`, or None."""
    if last.kind != PERSON or owner.pro != "و" or owner.kind not in (ADJECTIVE, ACTOR, GROUP):
        return None
    person = syntax.owner[owner.j] if owner.j < limit else None
    if person is None or person.kind != PERSON or person.pro or person.title is not None:
        return None
    return person


def _names_holder(post: Node, person: Node) -> bool:
    """Whether `person` with a second post holds the post named before: رئيس المجلس وقائد الجيش X."""
    return (
        person.kind == PERSON
        and person.pro == "و"
        and person.title is not None
        and post.kind == GROUP
        and post.title is not None
    )


def _leads(syntax: Syntax, person: Node) -> bool:
    """Whether `person` is only named as a leader: وفد برئاسة X."""
    return person.kind == PERSON and syntax.tokens[person.i - 1].norm in syntax.listed("led_by")


def _is_joined(syntax: Syntax, chain: list[Node], node: Node, limit: int, comma: bool) -> bool:
    """Whether `node` goes on with the list `chain`, and opens no clause of its own."""
    if node.kind == ADJECTIVE and node.pro == "و" and syntax.scene.norm(chain[-1].i).endswith(("ي", "يه")):
        return chain[-1].j == node.i
    if node.kind not in PARTIES and not (node.kind == PLACE and (node.state or chain[0].kind == PLACE)):
        return False
    k = node.i - (2 if syntax.tokens[node.i - 1].norm == '"' else 1)
    quoted = k < node.i - 1
    joined = node.pro == "و" or (
        syntax.tokens[k].norm in syntax.listed("joining_words") and not (quoted and comma)
    )
    listed = comma and node.kind == chain[-1].kind and _list_goes_on(syntax, node, limit)
    return (joined or listed) and _alike(chain[0], node) and not _opens_clause(syntax, node)


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
