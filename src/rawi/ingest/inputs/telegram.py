"""The result.json of Telegram Desktop in, a report for each message with text out.

Media without a caption, messages of the service itself and empty ones are counted and passed over.
The export's `date` is the clock of who made it, `date_unixtime` is UTC: the day is taken from the latter.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rawi.errors import InputError
from rawi.ingest import base as ingest
from rawi.ingest.inputs.base import Blob, GatherOptions, Incoming, Things, complete, skipped
from rawi.ingest.inputs.media import OF_FORMAT
from rawi.ingest.records import read_record

#: The largest export that is read, in bytes: it is held in memory.
MAX_BYTES = 300_000_000

_USERNAME = re.compile(r"(?:@|(?:https?://)?t\.me/)?([A-Za-z]\w{3,31})/?")
_MEDIA = (
    "photo",
    "file",
    "media_type",
    "poll",
    "location_information",
    "contact_information",
    "sticker_emoji",
)
_TAKEN = "messages with text or a caption"


def is_export(value: Any) -> bool:
    """Whether a value read from JSON is an export of a chat, or of all chats."""
    if not isinstance(value, dict) or "text" in value:
        return False
    chats = value.get("chats")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        return True
    return isinstance(value.get("messages"), list) and ("type" in value or "name" in value) and "id" in value


def read_export(value: dict[str, Any], blob: Blob, options: GatherOptions) -> Things:
    """The reports of an export, chat by chat."""
    if isinstance(value.get("messages"), list):
        yield from _read_chat(value, blob, options)
    for part in ("chats", "left_chats"):
        listed = value.get(part)
        for chat in listed.get("list", []) if isinstance(listed, dict) else []:
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield from _read_chat(chat, blob, options)


def _read_chat(chat: dict[str, Any], blob: Blob, options: GatherOptions) -> Things:
    counts: Counter[str] = Counter()
    for message in chat["messages"]:
        kind = _passed_over(message)
        if kind:
            counts[kind] += 1
            continue
        where = f"{blob.where}#{message.get('id')}"
        try:
            yield _read_message(message, chat, where, blob, options)
        except InputError as error:
            yield ingest.SetAside.of(where, error)
    name = ingest.named_text(chat.get("name"))
    yield from skipped(f"{blob.where} ({name})" if name else blob.where, counts, _TAKEN)


def _passed_over(message: Any) -> str | None:
    """What kind of message without text it is; None where it has text."""
    if not isinstance(message, dict):
        return "no messages at all"
    if message.get("type", "message") != "message":
        return "of the service"
    if _text(message).strip():
        return None
    return "media without a caption" if any(message.get(name) for name in _MEDIA) else "empty"


def _read_message(
    message: dict[str, Any], chat: dict[str, Any], where: str, blob: Blob, options: GatherOptions
) -> Incoming:
    chat_id, number = chat.get("id"), message.get("id")
    outlet = ingest.named_text(chat.get("name"))
    author = ingest.named_text(message.get("author")) or ingest.named_text(message.get("from"))
    published, dated = _published(message)
    record = {
        "id": f"telegram-{chat_id}-{number}",
        "text": _text(message),
        "outlet": outlet,
        "author": author if author != outlet else None,
        "published": published,
        "url": _url(chat, number),
    }
    document = read_record(record, ingest.Origin(), notes=(*dated, *_notes(message)))
    original = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    key = f"telegram:{chat_id}/{number}"
    return Incoming(complete(document, blob.known, options), original, OF_FORMAT["json"], key, where)


def _text(message: dict[str, Any]) -> str:
    """The text of a message, which is a string or a list of strings and of records with a text."""
    text = message.get("text")
    pieces = text if isinstance(text, list) else [text]
    return "".join(
        str(piece.get("text") or "") if isinstance(piece, dict) else str(piece or "") for piece in pieces
    )


def _published(message: dict[str, Any]) -> tuple[str | None, list[str]]:
    """The day in UTC, or as written where UTC is not stated; a note says where the two are not the same."""
    stated = ingest.named_text(message.get("date")) or ""
    try:
        moment = datetime.datetime.fromtimestamp(int(message["date_unixtime"]), datetime.UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        note = "The date is that of the clock of who exported the message; the export does not state UTC"
        return stated or None, [note] if stated else []
    if stated and stated[:10] != moment.date().isoformat():
        return moment.date().isoformat(), [
            f"Sent at {moment:%Y-%m-%d %H:%M} UTC; the export's clock had {stated}"
        ]
    return moment.date().isoformat(), []


def _notes(message: dict[str, Any]) -> Iterator[str]:
    if "forwarded_from" in message:
        name = ingest.named_text(message["forwarded_from"])
        yield f"Forwarded from {name}" if name else "Forwarded from an account that is hidden or deleted"
    if message.get("edited"):
        yield f"Edited {message['edited']}"
    text = message.get("text")
    for piece in text if isinstance(text, list) else []:
        if isinstance(piece, dict) and piece.get("href"):
            yield f"Link in the text: {str(piece['href'])[:300]}"


def _url(chat: dict[str, Any], number: Any) -> str | None:
    """The address of a message, where the export says the public name of its chat."""
    for name in ("username", "public_link", "link"):
        match = _USERNAME.fullmatch(str(chat.get(name) or ""))
        if match and isinstance(number, int):
            return f"https://t.me/{match.group(1)}/{number}"
    return None
