"""YAML as plain data, by PyYAML's safe loader; a key that stands twice in one table is refused."""

from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    pass


def _table(loader: Any, node: Any) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int | float | bool | None):
            raise ValueError("a key of a table must be a text")
        if key in found:
            raise ValueError(f"{key!r} stands twice")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _table)


def load(text: str) -> Any:
    """One YAML document. Raises ValueError or yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)
