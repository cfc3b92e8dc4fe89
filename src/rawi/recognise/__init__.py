"""Who, where, when and how many: a text in, a scene of nodes out, and the mentions that people see."""

from rawi.recognise.coreference import resolve
from rawi.recognise.mentions import Mentions, mentions_of
from rawi.recognise.nodes import Node, Scene
from rawi.recognise.recogniser import recognise

__all__ = ["Mentions", "Node", "Scene", "mentions_of", "recognise", "resolve"]
