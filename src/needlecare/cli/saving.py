"""Writing a case to a file: whole or not at all."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from needlecare.core.faults import CaseError


def save_case(case: dict[str, Any], path: Path) -> None:
    """Write a case as JSON, readable only by its owner. Raises CaseError where the file cannot be written."""
    written: Path | None = None
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            written = Path(file.name)
            json.dump(case, file, indent=2, ensure_ascii=False)
            file.write("\n")
        os.replace(written, path)
    except (OSError, ValueError) as error:
        if written is not None:
            written.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CaseError.one("", f"a file that cannot be written ({path}: {reason})", "a place to write to") from None
