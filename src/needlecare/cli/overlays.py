"""The knowledge as the options ask for it."""

import argparse
from pathlib import Path

from needlecare.knowledge.load import load_knowledge
from needlecare.knowledge.model import Knowledge


def knowledge_for(options: argparse.Namespace) -> Knowledge:
    """The knowledge, under the protocol and in the translation that the options name."""
    protocol, translation = (None if name is None else Path(name) for name in (options.protocol, options.translation))
    return load_knowledge(protocol=protocol, translation=translation)
