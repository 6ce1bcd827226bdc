"""One table of a knowledge file as its model, with every fault told by file, entry and field."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from needlecare.knowledge.faults import KnowledgeFault

Entry = TypeVar("Entry", bound=BaseModel)


def read_entry(model: type[Entry], table: Any, file: str, entry: str, faults: list[KnowledgeFault]) -> Entry | None:
    """One entry as its model, or None with its faults added to the list."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        found = error.errors(include_url=False)
        inner = [item["loc"] for item in found if item["type"] != "too_short"]
        for item in found:
            if item["type"] == "too_short" and any(loc[: len(item["loc"])] == item["loc"] for loc in inner):
                continue  # a list looks too short only because what is in it could not be read
            field = ".".join(str(part) for part in item["loc"])
            faults.append(KnowledgeFault(file, entry, field, item["msg"]))
        return None
