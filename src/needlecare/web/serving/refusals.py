"""What real patients' data may not be served with. Every fault is told at once, each with its remedy."""

import os
import sys
from typing import Any

from needlecare.web.serving.refused import Refused

SHORTEST_SECRET = 50
YES_NO = ("NEEDLECARE_HTTPS", "NEEDLECARE_PROXY")  # whatever is no yes would count as a no
_WORDS = ("1", "0", "true", "false", "yes", "no", "on", "off")
EXAMPLE = "export NEEDLECARE_SECRET_KEY=\"$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')\""


def faults(settings: Any) -> list[str]:
    """Why these settings are not safe for real use; none in the demonstration."""
    if settings.MODE == "demo":
        return []
    found = [
        f"{name} is {os.environ[name]!r}. Set it to yes or no."
        for name in YES_NO
        if os.environ.get(name, "yes").strip().lower() not in _WORDS
    ]
    if not settings.SECRET_KEY:
        found.append(f"NEEDLECARE_SECRET_KEY is not set. Make one, keep it, and set it at every start:\n  {EXAMPLE}")
    elif settings.SECRET_KEY == settings.DEMO_SECRET:
        found.append(
            f"NEEDLECARE_SECRET_KEY is that of the demonstration, which everybody knows. Make one:\n  {EXAMPLE}"
        )
    elif len(settings.SECRET_KEY) < SHORTEST_SECRET:
        found.append(f"NEEDLECARE_SECRET_KEY is shorter than {SHORTEST_SECRET} characters. Make one:\n  {EXAMPLE}")
    if settings.DEBUG:
        found.append("DEBUG is on, which shows patients' data on error pages. Leave it off.")
    return found


def warn(settings: Any) -> None:
    """Says what will not work, though it is safe."""
    if settings.HTTPS and settings.SECURE_PROXY_SSL_HEADER is None:
        sys.stderr.write(
            "needlecare: NEEDLECARE_HTTPS is yes and NEEDLECARE_PROXY is not. The app itself speaks plain HTTP, so "
            "each page will be sent on to HTTPS without end. "
            "Set NEEDLECARE_PROXY=yes behind a proxy with the certificate.\n"
        )


def refuse(settings: Any) -> None:
    """Raises Refused with all faults."""
    found = faults(settings)
    if found:
        raise Refused("not started.\n" + "\n".join(found) + "\nTo look around only: needlecare serve --demo")
