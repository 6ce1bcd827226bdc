"""YAML as plain data, by PyYAML's safe loader; a key that stands twice in one table is refused."""

from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


DEEPEST = 50


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
    """One YAML document. Raises ValueError, RecursionError or yaml.YAMLError.

    A first look at its events is flat, so that neither depth (which ends the C loader's process) nor aliases
    (which unfold a small text into a huge one) get any further.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Base):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RecursionError
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("an alias (*) is not read in a case")
    return yaml.load(text, Loader=_Loader)
