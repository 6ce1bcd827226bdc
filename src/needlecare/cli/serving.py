"""The commands of the web app: this process becomes `python -m needlecare.web`, which knows Django."""

import argparse
import os
import sys
from importlib.util import find_spec
from typing import NoReturn

from needlecare.cli import exits

_MISSING = """needlecare: the web app is not installed. Install it with
  pip install 'needlecare[web]'
"""


def to_the_web_app(options: argparse.Namespace) -> int:
    """Hand all words over and never come back; where Django is missing, say the remedy."""
    if find_spec("django") is None:
        sys.stderr.write(_MISSING)
        return exits.NOT_INSTALLED
    return _become([sys.executable, "-P", "-m", "needlecare.web", options.word, *options.words])


def _become(command: list[str]) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)
