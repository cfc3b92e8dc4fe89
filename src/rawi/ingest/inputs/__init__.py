"""Inputs: whatever holds reports in, each report with the bytes it was received as out.

Takes files, folders, ZIP archives, lists of links, links, RSS and Atom feeds, WARC and WACZ archives,
JSONL and CSV, and the exports of Telegram Desktop. What cannot be taken in is set aside with the reason.
"""

from rawi.ingest.inputs.base import GatherOptions, Incoming
from rawi.ingest.inputs.gather import gather
from rawi.ingest.inputs.urls import normalise_url

__all__ = ["GatherOptions", "Incoming", "gather", "normalise_url"]
