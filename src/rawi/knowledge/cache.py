"""The compiled knowledge, kept between runs so that a single report is read at once.

The file lies in the user's cache folder, named after the fingerprint of packs and program; it is only
ever read by the user who wrote it. Where it cannot be written or read, the packs are compiled anew.
`RAWI_CACHE=0` switches it off, `RAWI_CACHE=DIR` puts it elsewhere.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rawi._version import __version__
from rawi.knowledge.loader import fingerprint

Made = TypeVar("Made")


def cached(folders: Sequence[Path], make: Callable[[], Made], kind: type[Made]) -> Made:
    """What `make` makes of the packs in `folders`, from the cache where it is there."""
    path = _path(folders)
    if path is None:
        return make()
    made = _read(path, kind)
    if made is None:
        made = make()
        _write(path, made)
    return made


def _path(folders: Sequence[Path]) -> Path | None:
    setting = os.environ.get("RAWI_CACHE", "")
    if setting == "0":
        return None
    if setting:
        folder = Path(setting)
    else:
        from platformdirs import user_cache_dir

        folder = Path(user_cache_dir("rawi"))
    here = Path(__file__).parent
    sources = [here, here.parent / "arabic"]
    program = hashlib.sha256(
        b"".join(p.read_bytes() for source in sources for p in sorted(source.rglob("*.py")))
    )
    python = f"{sys.version_info.major}{sys.version_info.minor}"
    return (
        folder / f"knowledge-{__version__}-{python}-{fingerprint(folders)}-{program.hexdigest()[:8]}.pickle"
    )


def _read(path: Path, kind: type[Made]) -> Made | None:
    collecting = gc.isenabled()
    gc.disable()
    try:
        if path.stat().st_uid != os.getuid() if hasattr(os, "getuid") else False:
            return None
        made = pickle.loads(path.read_bytes())
    except Exception:  # a cache that is absent, foreign or damaged is made anew, whatever is wrong with it
        return None
    finally:
        if collecting:
            gc.enable()
    return made if isinstance(made, kind) else None


def _write(path: Path, made: object) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(pickle.dumps(made, protocol=5))
        os.replace(file.name, path)
        for old in path.parent.glob("knowledge-*.pickle"):
            if old != path and old.stat().st_mtime < path.stat().st_mtime - 30 * 86400:
                old.unlink()
    except OSError:
        return
