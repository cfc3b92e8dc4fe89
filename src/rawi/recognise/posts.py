"""What a title belongs to: the token of a title in, the token behind its body, scope and country out.

It reads on through المتحدث الرسمي باسم وزارة الدفاع الروسية and fills in the title's body, state, role
and whether it is a former one. It stops at the holder's name, a verb, a conjunction or an unknown word.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.arabic.tokens import LATIN, MARK, WORD
from rawi.recognise.bodies import find_body
from rawi.recognise.names import find_known
from rawi.recognise.nodes import ACTOR, ADJECTIVE, PERSON, PLACE, Node, Title
from rawi.recognise.people import read_person
from rawi.recognise.scan import Scan

_LONGEST_BRACKET = 6


def read_post(scan: Scan, i: int, title: Title) -> int:
    """Read what the title at `i` belongs to into `title`; returns the token behind it."""
    title.role = scan.vocabulary.title_roles.get(fold(_lemma(scan, i)), title.role)
    j = i + 1
    while j < scan.end and j not in scan.days and scan.tokens[j].kind in (WORD, MARK, LATIN):
        if scan.tokens[j].norm == "(":
            behind = _behind_bracket(scan, j, title)
            if behind is None:
                break
            title.end = scan.tokens[title.j - 1].end
            return behind
        following = _read_on(scan, i, j, title)
        if following is None:
            break
        j = following
    title.end = scan.tokens[title.j - 1].end
    return title.j


def _lemma(scan: Scan, i: int) -> str:
    """The lemma of the title at `i`."""
    return next((sense.lemma for sense in scan.words[i].senses if sense.tag == "titles"), "")


def _behind_bracket(scan: Scan, j: int, title: Title) -> int | None:
    """The token behind a body's short form in brackets, where the holder's name follows."""
    close = scan.find_mark(")", j, j + _LONGEST_BRACKET)
    if close is None or title.org is None or close + 1 >= scan.end:
        return None
    return close + 1 if read_person(scan, close + 1, permissive=True) is not None else None


def _read_on(scan: Scan, i: int, j: int, title: Title) -> int | None:
    """Read one more part of the title at `i` from token `j`; the token behind it, or None at its end."""
    vocabulary = scan.vocabulary
    token, word = scan.tokens[j], scan.words[j]
    norm = token.norm
    if norm in vocabulary.title_complements:
        title.j = j + 1
        of_a_post = norm in vocabulary.title_names and j + 1 < scan.end and "titles" in scan.words[j + 1].tags
        return j + 2 if of_a_post else j + 1
    if norm in vocabulary.former:
        title.former = True
        title.j = j + 1
        return j + 1
    if norm in vocabulary.title_links and j + 1 < scan.end and title.org is None:
        return _read_linked(scan, i, j, title)
    if token.kind == MARK:
        return _read_quoted(scan, j, title) if norm == '"' else None
    if norm.startswith(vocabulary.title_name_starts) and norm not in vocabulary.title_names:
        title.j = j + 1
        return j + 1
    if norm in vocabulary.title_seat_links and j + 1 < scan.end and title.org is not None:
        return _read_seat(scan, i, j, title)
    if (
        j > i + 1
        and scan.knowledge.is_given_name(norm)
        and not norm.startswith("ال")
        and not word.tags & {"titles", "body_heads", "title_scope"}
    ):
        return None
    return _read_part(scan, i, j, title)


def _read_linked(scan: Scan, i: int, j: int, title: Title) -> int | None:
    """The body or place behind a preposition: الممثل لدى الأمم المتحدة, المسؤول عن الملف."""
    inner = find_known(scan, j + 1) or _body_at(scan, j + 1)
    if (
        inner is None
        and scan.tokens[j].norm in scan.vocabulary.title_subject_links
        and scan.is_definite(j + 1)
    ):
        title.j = j + 2
        return j + 2
    if (
        inner is None
        or inner.kind not in (ACTOR, PLACE)
        or (inner.kind == PLACE and fold(_lemma(scan, i)) not in scan.vocabulary.seated_titles)
    ):
        return None
    title.org = inner if inner.kind == ACTOR else None
    title.j = inner.j
    return inner.j


def _read_quoted(scan: Scan, j: int, title: Title) -> int | None:
    """The body in quotes; behind a body a quotation mark is passed over."""
    if title.org is not None:
        return j + 1
    inner = _body_at(scan, j + 1) if j + 1 < scan.end else None
    if inner is None or inner.kind != ACTOR:
        return None
    title.org = inner
    title.j = scan.close_quote(j, inner.j)
    return title.j


def _read_seat(scan: Scan, i: int, j: int, title: Title) -> int | None:
    """Where a post of a known body is held: سفير روسيا في دمشق, not قائد الفصيل في إدلب."""
    inner = find_known(scan, j + 1)
    if inner is None or inner.pro or inner.kind not in (ACTOR, PLACE):
        return None
    if inner.kind == PLACE and fold(_lemma(scan, i)) not in scan.vocabulary.seated_titles:
        return None
    title.j = inner.j
    return inner.j


def _read_part(scan: Scan, i: int, j: int, title: Title) -> int | None:
    """A body, country or word of scope right behind the title: وزير الدفاع الروسي, not الوزير بغداد."""
    inner = _body_at(scan, j)
    if inner is None or inner.kind not in (ADJECTIVE, PLACE, ACTOR):
        if (inner is not None and inner.kind == PERSON) or not _is_scope(scan, j):
            return None
        title.j = j + 1
        return j + 1
    if inner.kind == ADJECTIVE:
        title.state = inner
    elif inner.kind == ACTOR:
        title.org = title.org or inner
    elif scan.words[i].article and j == i + 1:
        return None
    elif inner.state and title.org is None and title.state is None:
        title.state = inner
    title.j = max(inner.j, j + 1)
    return title.j


def _is_scope(scan: Scan, j: int) -> bool:
    """Whether the word at `j` says what a post is for: وزير الخارجية, رئيس الأركان."""
    word = scan.words[j]
    if word.pro.startswith("و"):
        return False
    if "titles" in word.tags and word.suffix and j > 0:
        return False
    if word.article and "place_heads" in word.tags and scan.words[j - 1].article:
        return False
    if word.tags & {"title_scope", "titles"}:
        # An indefinite accusative is the object behind the post: استقبل المبعوث الأممي وفدا.
        return not (word.tags & {"people"} and scan.tokens[j].norm.endswith("ا"))
    return scan.tokens[j].norm.startswith(("ال", "لل")) and not word.is_verb


def _body_at(scan: Scan, j: int) -> Node | None:
    """A known or patterned body at `j`, for the inside of a title."""
    if scan.tokens[j].kind not in (WORD, LATIN):
        return None
    word = scan.words[j]
    if word.pro.startswith("و"):
        return None
    node = find_known(scan, j)
    if node is not None and (node.pro in ("", "ل") or (node.pro == "ب" and node.kind == ACTOR)):
        return None if node.kind == PERSON and word.pro else node
    if "body_heads" in word.tags and not word.suffix:
        return find_body(scan, j)
    return None
