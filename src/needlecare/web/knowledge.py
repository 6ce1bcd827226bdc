"""The one module of the web app that loads knowledge: as shipped, or with a clinic's protocol laid over it."""

import tempfile
from functools import lru_cache
from pathlib import Path

from needlecare.knowledge.load import load_knowledge
from needlecare.knowledge.model import Knowledge


@lru_cache(maxsize=1)
def shipped() -> Knowledge:
    """The knowledge as it is shipped."""
    return load_knowledge()


@lru_cache(maxsize=64)
def under(protocol: str) -> Knowledge:
    """The knowledge with a clinic's protocol (TOML text; empty for none) laid over it. Raises KnowledgeError."""
    if not protocol.strip():
        return shipped()
    with tempfile.TemporaryDirectory(prefix="needlecare-") as folder:
        path = Path(folder) / "protocol.toml"
        path.write_text(protocol, encoding="utf-8")
        return load_knowledge(protocol=path)
