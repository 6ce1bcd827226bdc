"""Named conditions put in their place: `{ term = "ill" }` becomes the condition that triage/terms.toml gives that name."""

from typing import Any

from needlecare.knowledge.faults import KnowledgeFault


def with_terms(value: Any, terms: dict[str, Any], file: str, faults: list[KnowledgeFault]) -> Any:
    """The same tables with every term replaced by its condition; an unknown or circular term is a fault."""
    return _put(value, terms, file, faults, ())


def _put(value: Any, terms: dict[str, Any], file: str, faults: list[KnowledgeFault], inside: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_put(item, terms, file, faults, inside) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) != {"term"}:
        return {key: _put(item, terms, file, faults, inside) for key, item in value.items()}
    name = value["term"]
    if not isinstance(name, str) or "when" not in terms.get(name, {}):
        faults.append(KnowledgeFault(file, "", "term", f"no term called {name!r}; there are: {', '.join(terms)}"))
        return value
    if name in inside:
        faults.append(KnowledgeFault(file, "", "term", f"the term {name!r} contains itself"))
        return value
    return _put(terms[name]["when"], terms, file, faults, (*inside, name))
