"""What a user types into a search box, taken apart: words, quoted phrases, and words that must not occur.

A text in, terms out, each with all the forms under which it is looked for. Refused: a query with nothing
to look for in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.tokens import BREAK, MARK, tokenise
from rawi.errors import UsageError

#: Particles that are written onto a word, and onto its article.
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow one another, each with its forms; `excluded` where they must not occur."""

    words: tuple[tuple[str, ...], ...]
    excluded: bool = False


def parse_query(query: str) -> list[Term]:
    """The terms of a query. UsageError where it has none that must occur."""
    terms: list[Term] = []
    for part in _PART.finditer(query.translate(_QUOTES)):
        norms = _norms(part["phrase"] if part["phrase"] is not None else part["word"])
        if not norms:
            continue
        words = tuple(forms_of(norm, attached=place == 0) for place, norm in enumerate(norms))
        terms.append(Term(words, bool(part["no"])))
    if query.strip() and not any(not term.excluded for term in terms):
        raise UsageError(f'{query!r} has nothing to look for; accepted: words, "words in quotes", -without')
    return terms


def forms_of(norm: str, *, attached: bool = True) -> tuple[str, ...]:
    """The forms of a folded word: with and without the article and, if `attached`, other particles."""
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    if not _is_arabic(bare):
        return (norm,)
    if not attached:
        return tuple(dict.fromkeys((norm, bare, "ال" + bare)))
    forms = [norm]
    for particle in _PARTICLES:
        forms.append(particle + bare)
        forms.append(particle + "ل" + bare if particle.endswith("ل") else particle + "ال" + bare)
    return tuple(dict.fromkeys(forms))


def _norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text) if token.kind not in (MARK, BREAK)]


def _is_arabic(norm: str) -> bool:
    return "\u0620" <= norm[:1] <= "\u064a"
