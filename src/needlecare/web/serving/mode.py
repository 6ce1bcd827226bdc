"""Real or demonstration: settled before any setting is read, so that the two never share a folder."""

import os

from needlecare.web.serving.refused import Refused


def settle(*, demo: bool, address: str = "") -> None:
    """Set what follows from the choice and was not set by hand. Raises Refused for a choice against NEEDLECARE_MODE."""
    chosen = os.environ.get("NEEDLECARE_MODE")
    if demo and chosen not in (None, "", "demo", "test"):
        raise Refused(f"NEEDLECARE_MODE is {chosen}, and the demonstration is only for NEEDLECARE_MODE=demo.")
    if demo and not chosen:
        os.environ["NEEDLECARE_MODE"] = "demo"
    demo = os.environ.get("NEEDLECARE_MODE") == "demo"
    os.environ.setdefault("NEEDLECARE_DATA", "needlecare-demo" if demo else "needlecare-data")
    if demo and address:
        os.environ.setdefault("NEEDLECARE_ADDRESS", address)


def set_up() -> None:
    """Load the settings and the apps. Raises Refused for a setting that cannot be read."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, ValueError) as error:
        raise Refused(f"a setting cannot be used: {error}\nThe settings are explained in docs/guide/web.md.") from None
