"""Named conditions put in their place: `{ term = "ill" }` becomes the condition of that name in triage/terms.toml."""

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
    term = terms.get(name) if isinstance(name, str) else None
    if not isinstance(term, dict) or "when" not in term:
        faults.append(KnowledgeFault(file, "", "term", f"no term called {name!r}; there are: {', '.join(terms)}"))
        return value
    if name in inside:
        faults.append(KnowledgeFault(file, "", "term", f"the term {name!r} contains itself"))
        return value
    return _put(term["when"], terms, file, faults, (*inside, name))
