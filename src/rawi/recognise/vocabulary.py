"""The word lists of recognition: a lexicon in, its lists folded and ready to be looked up, made once.

The words stand in `words.yaml` of the language packs, under "Used by recognise/", each with its reason.
A list that no pack has is empty, and what it would find is not found.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from rawi.arabic.characters import fold
from rawi.knowledge.lexicon import Lexicon


class Vocabulary:
    """The lists by the names that they have in the pack; folded, unless they are compared as written."""

    def __init__(self, lexicon: Lexicon) -> None:
        listed, mapped, as_written = lexicon.listed, lexicon.mapped, lexicon.written
        self.these_two = listed("these_two")
        self.the_states = listed("the_states")
        self.state_counts = {word: values[0] for word, values in mapped("state_counts").items()}

        self.capitals = listed("capitals")
        self.the_capitals = tuple("ال" + word for word in self.capitals)
        self.place_markers = listed("place_markers")
        self.place_signals = listed("place_signals")
        self.weak_place_signals = listed("weak_place_signals")
        self.place_directions = listed("place_directions")
        self.directions = listed("directions")
        self.direction_ends = tuple(self.directions)
        self.the_country = listed("the_country")
        self.country_signals = listed("country_signals")
        self.village_heads = listed("village_heads")
        self.heads_of_several = listed("heads_of_several")
        self.place_openers = listed("place_openers")
        self.plural_places = listed("plural_places")
        self.place_kinds = mapped("place_kinds")
        self.no_bodies = {head: frozenset(map(fold, words)) for head, words in mapped("no_bodies").items()}
        self.not_places = listed("not_places")

        self.members = listed("members")
        self.member_adjectives = listed("member_adjectives")
        self.member_links = listed("member_links")
        self.member_speakers = listed("member_speakers")
        self.member_speaker_links = listed("member_speaker_links")
        self.lone_members = listed("lone_members")
        self.scores = listed("scores")
        self.one_of = listed("one_of")
        self.people_complements = listed("people_complements")
        self.adjectives = listed("adjectives")
        self.not_origin_adjectives = listed("not_origin_adjectives")
        self.no_attributes = listed("no_attributes")
        self.partitives = listed("partitives")

        self.body_heads = listed("body_heads")
        self.body_stops = listed("body_stops")
        self.armed_heads = listed("armed_heads")
        self.leadership_heads = listed("leadership_heads")
        self.listing_heads = listed("listing_heads")
        self.meeting_heads = listed("meeting_heads")
        self.linking_participles = listed("linking_participles")
        self.group_heads = listed("group_heads")
        self.force_heads = listed("force_heads")
        self.kind_heads = {kind: word for word, (kind, *_) in mapped("kind_heads").items()}

        self.masculine_heads = listed("masculine_heads")
        self.feminine_heads = listed("feminine_heads")
        self.feminine_names = as_written("feminine_names")
        self.masculine_states = as_written("masculine_states")

        self.kunya_fathers = listed("kunya_fathers")
        self.kunya_firsts = listed("kunya_firsts")
        self.name_particles = listed("name_particles")

        self.former = listed("former")
        self.title_roles = {word: values[0] for word, values in mapped("title_roles").items()}
        self.title_complements = listed("title_complements")
        self.title_names = listed("title_names")
        self.title_name_starts = tuple(self.title_names)
        self.title_links = listed("title_links")
        self.title_subject_links = listed("title_subject_links")
        self.leaning_adjectives = tuple(listed("leaning_adjectives"))
        self.bare_forces = listed("bare_forces")
        self.seated_titles = listed("seated_titles")
        self.title_seat_links = listed("title_seat_links")
        self.arab_countries = as_written("arab_countries")

        self.witnesses = listed("witnesses")
        self.source_links = listed("source_links")
        self.source_origins = listed("source_origins")
        self.source_insides = listed("source_insides")
        self.unnamed_words = listed("unnamed_words")
        self.statement_adjectives = listed("statement_adjectives")
        self.issued_statements = listed("issued_statements")
        self.outlet_short_heads = listed("outlet_short_heads")
        self.outlet_fillers = listed("outlet_fillers")
        self.shared_outlet_heads = listed("shared_outlet_heads")


_MADE: WeakKeyDictionary[Lexicon, Vocabulary] = WeakKeyDictionary()


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The word lists of `lexicon`, made once for each."""
    vocabulary = _MADE.get(lexicon)
    if vocabulary is None:
        vocabulary = _MADE[lexicon] = Vocabulary(lexicon)
    return vocabulary
