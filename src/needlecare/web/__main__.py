"""`python -m needlecare.web`: what `needlecare serve`, `clinic`, `demo` and `manage` become."""

import os
import sys
from pathlib import Path

from needlecare.web.serving import commands, mode, readiness
from needlecare.web.serving.refused import Refused


def main(words: list[str]) -> int:
    """Runs one command of ours or of Django's, and returns its exit code; what it refuses is said in a line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "needlecare.web.settings")
    name, *rest = [word for at, word in enumerate(words) if (at, word) != (0, "manage")] or ["help"]
    try:
        if name in commands.OURS:
            return commands.OURS[name](rest)
        return _of_django([name, *rest])
    except Refused as refused:
        sys.stderr.write(f"needlecare: {refused}\n")
        return refused.code
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return 130


def _of_django(words: list[str]) -> int:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    mode.settle(demo=False)
    readiness.make_folder(Path(os.environ["NEEDLECARE_DATA"]))
    try:
        execute_from_command_line(["needlecare manage", *words])
    except ImproperlyConfigured as error:
        raise Refused(f"{error} The settings are explained in docs/guide/web.md.") from None
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
