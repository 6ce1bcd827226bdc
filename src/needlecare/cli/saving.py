"""Writing a case to a file: whole or not at all."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from needlecare.core.faults import CaseError


def save_case(case: dict[str, Any], path: Path) -> None:
    """Write a case as JSON, readable only by its owner. Raises CaseError where the file cannot be written."""
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(case, file, indent=2, ensure_ascii=False)
            file.write("\n")
        os.replace(file.name, path)
    except OSError as error:
        raise CaseError.one(
            "", f"a file that cannot be written ({path}: {error.strerror})", "a place to write to"
        ) from None
