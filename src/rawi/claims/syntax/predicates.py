"""Which words of a sentence say that something happens.

A token in, a `Predicate` without parts out. Refused: tokens of nodes, prepositions, and words
that no rule or verb list knows. A word that can be verb or noun is read by what stands around it.
"""

from __future__ import annotations

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.claims.syntax.base import Predicate, Syntax
from rawi.knowledge.lexicon import Sense
from rawi.recognise.nodes import ADJECTIVE, PERSON


def find_predicate(syntax: Syntax, i: int) -> Predicate | None:
    """The predicate that the word at token `i` is, or None."""
    word = syntax.words[i]
    if not word.is_event or syntax.owner[i] is not None or syntax.tokens[i].kind != WORD:
        return None
    if syntax.tokens[i].norm in syntax.listed("among_them"):
        return None
    if _is_name(syntax, i):
        return None
    if word.tags & {"prepositions", "subordinators"} and not word.article and not word.suffix:
        following = syntax.scene.norm(i + 1)
        if not any(s.rule and s.inflection.tense and following in s.rule.with_ for s in word.senses):
            return None
    verbs = tuple(s for s in word.senses if s.inflection.tense and not word.article)
    if verbs and _is_adjective_of_event(syntax, i):
        verbs = ()
    if verbs and (
        _behind_preposition(syntax, i) or syntax.scene.norm(i - 1) in syntax.listed("genitive_heads")
    ):
        verbs = ()
    nouns = tuple(s for s in word.senses if s.rule and not s.inflection.tense)
    if verbs and nouns:
        if _is_nominal(syntax, i, verbs):
            verbs = ()
        else:
            nouns = ()
    if verbs:
        governed = "ل" in word.pro or "ب" in word.pro or "ك" in word.pro
        if governed and not ("ل" in word.pro and verbs[0].inflection.tense == "present"):
            return None
        form = (
            "passive"
            if all(s.tag == "passive" for s in verbs if s.rule) and any(s.rule for s in verbs)
            else "verb"
        )
        return Predicate(i, form, word, verbs, verbs[0].inflection)
    if nouns:
        return Predicate(i, nouns[0].tag, word, nouns, nouns[0].inflection)
    return None


def _is_name(syntax: Syntax, i: int) -> bool:
    """Whether the word tells nothing but a name: عملية "فجر الحرية", ما يسمى X, شاب يدعى X."""
    following = syntax.owner[i + 1] if i + 1 < syntax.end else None
    if syntax.scene.norm(i) in syntax.listed("called_forms") and following is not None:
        return following.kind == PERSON
    before = syntax.scene.norm(i - 1)
    if before == '"':
        return syntax.scene.norm(i - 2) in syntax.listed("operation_nouns")
    return before == "ما" and "named_verbs" in syntax.words[i].tags


def _is_adjective_of_event(syntax: Syntax, i: int) -> bool:
    """Whether a word written with ي stands behind an event noun, which it describes: لقاء سري, not سرى."""
    before = syntax.by_token.get(i - 1)
    if before is None or before.finite or before.word.article or syntax.words[i].pro:
        return False
    if any(sense.inflection.tense == "present" for sense in syntax.words[i].senses):
        return False
    return syntax.scene.text[syntax.tokens[i].end - 1] == "ي"


def _behind_preposition(syntax: Syntax, i: int) -> bool:
    """Whether the word before is a preposition, which no finite verb follows."""
    if i == syntax.first or syntax.owner[i - 1] is not None:
        return False
    word = syntax.words[i - 1]
    if _is_joined_preposition(syntax, i - 1):
        return True
    if syntax.scene.norm(i - 2) in syntax.listed("nominal_openers") or syntax.scene.norm(i - 1).endswith(
        "ما"
    ):
        return False
    return bool(word.tags & {"prepositions", "according"}) and not word.article and not word.suffix and (
        syntax.tokens[i - 1].norm not in syntax.listed("prepositions_before_verbs")
    )  # fmt: skip


def _is_joined_preposition(syntax: Syntax, k: int) -> bool:
    """Whether token `k` is وإلى, which folded is spelt as والي, a governor."""
    token = syntax.tokens[k]
    raw = syntax.scene.text[token.start : token.end]
    return raw.endswith("ى") and any(
        pro and rest in syntax.listed("preposition_forms") for pro, rest in splits(token.norm)
    )


def _is_nominal(syntax: Syntax, i: int, verbs: tuple[Sense, ...]) -> bool:
    """Whether a word that can be verb or noun is a noun here."""
    word = syntax.words[i]
    if word.article or set(word.pro) & set("بلك"):
        return True
    if not word.pro and any(
        syntax.scene.norm(k) in syntax.listed("resumptive_pronouns") for k in (i + 1, i + 2)
    ):
        return False
    if (
        word.suffix
        and verbs[0].inflection.tense == "past"
        and syntax.scene.norm(i - 1) in syntax.listed("preposition_forms")
    ):
        return True
    if _is_owed(syntax, i):
        return True
    j = i - 1
    if j < syntax.first:
        following = syntax.owner[i + 1] if i + 1 < syntax.end else None
        if following is not None and following.kind == ADJECTIVE:
            return True
        if following is None and _is_origin(syntax, i + 1):
            return True
        return syntax.scene.norm(syntax.end - 1) not in (".", "؟", "!") and _genitive_follows(syntax, i)
    before = syntax.words[j]
    if syntax.owner[j] is None and before.tags & {"prepositions"}:
        return True
    if syntax.owner[j] is None and syntax.tokens[j].norm in syntax.listed("verb_particles"):
        return False
    if j in syntax.by_token and not word.pro:
        return True
    node = syntax.owner[j]
    if node is not None and j - 1 >= syntax.first and not word.pro:
        k = node.i - 1
        if k in syntax.by_token and syntax.by_token[k].finite:
            return True
    if not word.pro and verbs[0].inflection.tense == "past" and _follows_verb(syntax, i):
        return True
    last = syntax.predicates[-1] if syntax.predicates else None
    if word.pro != "و" or last is None or last.finite:
        return False
    return (bool(word.suffix) and last.i == i - 1) or _genitive_follows(syntax, i)


def _is_owed(syntax: Syntax, i: int) -> bool:
    """Whether the word is what somebody named right before has to do: أن على القوات ترك الجبهات."""
    for k in range(i - 2, max(syntax.first, i - 6), -1):
        if syntax.owner[k] is None and syntax.tokens[k].norm in syntax.listed("obliging"):
            before = syntax.tokens[k - 1].norm.lstrip("وب")
            return before in syntax.listed("that") or before in syntax.listed("obliging_verbs")
    return False


def _is_origin(syntax: Syntax, i: int) -> bool:
    """Whether token `i` is an adjective in ـي without the article, which no verb has behind it: قصف مدفعي."""
    if i >= syntax.end or syntax.tokens[i].kind != WORD or syntax.words[i].tags:
        return False
    norm = syntax.tokens[i].norm
    return len(norm) > 4 and norm.endswith(("ي", "يه")) and not norm.startswith("ال")


def _follows_verb(syntax: Syntax, i: int) -> bool:
    """Whether a finite verb stands before in the same clause: two do not follow without a particle."""
    breaks, auxiliaries = syntax.listed("clause_breaks"), syntax.listed("auxiliary_forms")
    for k in range(i - 1, max(syntax.first, i - 30) - 1, -1):
        if syntax.owner[k] is not None:
            continue
        tags = syntax.words[k].tags
        norm = syntax.tokens[k].norm
        if (
            tags & {"subordinators", "relatives"}
            or norm in breaks
            or norm in (":", "؛", ".")
            or norm in auxiliaries
        ):
            return False
        other = syntax.by_token.get(k)
        if other is not None and other.finite:
            return True
    return False


def _genitive_follows(syntax: Syntax, i: int) -> bool:
    """Whether what follows is a genitive: a definite noun right behind, without a nominative ending."""
    node = syntax.owner[i + 1] if i + 1 < syntax.end else None
    if node is None:
        return i + 1 < syntax.end and syntax.tokens[i + 1].norm.startswith("ال")
    return node.number != "d" and not node.pro
