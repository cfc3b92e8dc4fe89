"""Where a case is kept: a path or PostgreSQL URL in, an engine with up-to-date tables out.

A case is one SQLite file (write-ahead log, so that a killed process leaves no half report) or a
PostgreSQL database. Refused: a file that is no case, a newer schema, a database that cannot be reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from rawi.errors import CaseError, UsageError

#: The newest migration in `migrations/versions`; a test keeps the two in step.
HEAD = "0001"
MEMORY = ":memory:"
_SERVERS = ("postgresql", "postgres")
_MIGRATIONS = Path(__file__).parent / "migrations"


def is_server(where: str) -> bool:
    """Whether a case is named by the URL of a database server, not by a path."""
    return "://" in where


def open_engine(where: str, *, create: bool) -> Engine:
    """The engine of the case at `where`, its tables brought up to date.

    `where` is the path of a SQLite file, `:memory:` for a case that is forgotten, or a URL such as
    `postgresql://user@host/database`. CaseError where there is none and `create` is not set.
    """
    engine = _server_engine(where) if is_server(where) else _file_engine(where, create)
    with translated(where):
        _bring_up_to_date(engine, where, create)
    return engine


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turns what a database says into a CaseError that names the case."""
    try:
        yield
    except DBAPIError as error:
        raise CaseError(_message(where, error)) from error


def _message(where: str, error: DBAPIError) -> str:
    reason = " ".join(str(error.orig).split())[:200]
    if "disk is full" in reason or "No space left" in reason or "DiskFull" in reason:
        return f"{where}: the disk is full; everything that was finished before is kept"
    if "not a database" in reason or "malformed" in reason:
        return f"{where} is no case ({reason}); accepted: a file made by `rawi add`"
    if "locked" in reason:
        return f"{where} is being written to by another program; try again when it is done"
    if "readonly" in reason or "unable to open" in reason:
        return f"{where} cannot be opened for writing ({reason})"
    return f"{where}: the database says: {reason}"


def _file_engine(where: str, create: bool) -> Engine:
    path = Path(where)
    if where == MEMORY:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        if path.is_dir():
            raise CaseError(f"{where} is a folder; a case is one file, for example {path / 'case.rawi'}")
        if not path.exists() and not create:
            raise CaseError(f"There is no case at {where}; `rawi add {where} SOURCE` makes one")
        if not path.parent.is_dir():
            raise CaseError(f"The folder {path.parent} does not exist; a case is made inside an existing one")
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _server_engine(where: str) -> Engine:
    try:
        url = make_url(where)
    except Exception:
        raise UsageError(f"{where!r} is no database URL; accepted: postgresql://user@host/database") from None
    if url.drivername.split("+")[0] not in _SERVERS:
        raise UsageError(f"{url.drivername}: no such kind of case; accepted: a file path, or postgresql://…")
    try:
        import pg8000  # noqa: F401
    except ImportError:
        raise UsageError("A case in PostgreSQL needs: pip install 'rawi[postgres]'") from None
    return create_engine(url.set(drivername="postgresql+pg8000"))


def _bring_up_to_date(engine: Engine, where: str, create: bool) -> None:
    found = _schema_of(engine)
    if found == HEAD:
        return
    if found is None and not create:
        raise CaseError(f"{where} holds no case; `rawi add {where} SOURCE` makes one")
    if found is not None and found > HEAD:
        raise CaseError(f"{where} was made by a newer Rawi (schema {found}, known up to {HEAD}): update Rawi")
    _migrate(engine)


def _schema_of(engine: Engine) -> str | None:
    """The schema's version, or None where there is no case."""
    try:
        with engine.connect() as connection:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError as error:
        if isinstance(error, OperationalError) and "no such table" not in str(error.orig):
            raise
        if "alembic_version" not in str(error.orig):
            raise
        return None


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
