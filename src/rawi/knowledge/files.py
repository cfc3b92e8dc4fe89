"""YAML files in, plain data out. PyYAML is imported when the first file is read, not before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rawi.errors import KnowledgeError


def read_yaml(path: Path) -> Any:
    """The data of a UTF-8 YAML file; raises KnowledgeError with the file and what is wrong with it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError([f"{path}: not readable as UTF-8 YAML: {error}"]) from error
