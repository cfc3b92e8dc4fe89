"""YAML files in, plain data out. PyYAML is imported when the first file is read, not before."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from rawi.errors import KnowledgeError


def read_yaml(path: Path) -> Any:
    """The data of a UTF-8 YAML file; raises KnowledgeError with the file and what is wrong with it."""
    import yaml

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError([f"{path}: not readable as UTF-8 YAML: {error}"]) from error


@cache
def _loader() -> Any:
    """PyYAML's safe loader, but a date that no calendar has is text, which its entry then answers for."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    def timestamp(loader: Any, node: Any) -> Any:
        try:
            return loader.construct_yaml_timestamp(node)
        except ValueError:
            return node.value

    Loader.add_constructor("tag:yaml.org,2002:timestamp", timestamp)
    return Loader
