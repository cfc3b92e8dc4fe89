"""A record (a line of JSONL, a row of a table) in, a document out; its text is kept exactly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rawi.arabic.characters import fold
from rawi.errors import BrokenInput, EmptyInput
from rawi.ingest import base
from rawi.ingest.data import rows
from rawi.ingest.encodings import refuse_misdecoded
from rawi.ingest.text import repeated_title
from rawi.model import Document


def read_record(record: Mapping[str, Any], origin: base.Origin, *, notes: tuple[str, ...] = ()) -> Document:
    """The document of `record`, whose keys are fields (`id`, `text`, `outlet`, `published`, `url`, `title`).

    What the record says of its date and outlet goes before `origin`. Raises an InputError.
    """
    if "text" not in record:
        keys = ", ".join(map(str, record))[:120] or "none"
        raise BrokenInput(
            f'No "text" (fields: {keys}); accepted: {{"text": "…"}} with id, title, published, outlet, url'
        )
    text = record["text"]
    if text is None:
        raise EmptyInput('Nothing to read: "text" is null; accepted: a string with the report')
    if not isinstance(text, str):
        raise BrokenInput(f'"text" is a {_kind(text)}; accepted: a string with the report')
    base.check_size(text)
    refuse_misdecoded(text)
    field = {name: base.named_text(_inner(record.get(name))) for name in fields()}
    found = base.Found(
        text,
        title=field["title"] or repeated_title(text),
        published=field["published"] or origin.published,
        outlet=field["outlet"] or origin.outlet,
        url=field["url"],
        author=field["author"],
        notes=notes,
    )
    return base.make_document(found, sha256=base.digest_text(text), id=field["id"])


def rename(record: Mapping[str, Any], columns: Mapping[str, str]) -> Mapping[str, Any]:
    """`record` with the fields that `columns` (field to name) finds under other names."""
    if not columns:
        return record
    found = {field: record[name] for field, name in columns.items() if name in record}
    return {**{name: value for name, value in record.items() if name not in columns}, **found}


def field_of(column: str) -> str | None:
    """The field that a column's name stands for, None where it is not known."""
    return _columns().get(column_key(column))


def column_key(name: str) -> str:
    """What two names of a column have in common that differ in spelling habits only."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


@cache
def fields() -> tuple[str, ...]:
    """The fields that a record can have."""
    return tuple(name for name, _ in rows("columns"))


@cache
def _columns() -> dict[str, str]:
    return {column_key(name): field for field, names in rows("columns") for name in names.split("|")}


def _inner(value: Any) -> Any:
    """The name in a record such as {"name": …}, which is how Rawi writes outlets, otherwise the value."""
    return value.get("name") if isinstance(value, dict) else value


def _kind(value: object) -> str:
    names = {"dict": "record", "list": "list", "int": "number", "float": "number", "bool": "true or false"}
    return names.get(type(value).__name__, type(value).__name__)
