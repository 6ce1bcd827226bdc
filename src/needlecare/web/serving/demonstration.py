"""`needlecare demo make` and `needlecare demo remove`; and how to look around, said at the start of `serve --demo`."""

import argparse
import os

from needlecare.web.serving import mode, readiness, refusals
from needlecare.web.serving.refused import Refused


def demo(words: list[str]) -> int:
    """Make the demonstration, or remove it. Raises Refused with what to do."""
    parser = argparse.ArgumentParser(prog="needlecare demo", description="The clinic that does not exist.")
    parts = parser.add_subparsers(metavar="PART", dest="part", required=True)
    parts.add_parser("make", help="make it, where it is not there yet")
    parts.add_parser("remove", help="remove it with all its patients; nothing else is touched")
    part = parser.parse_args(words).part
    mode.settle(demo=part == "make" or not os.environ.get("NEEDLECARE_MODE"))
    mode.set_up()
    from needlecare.web import settings

    refusals.refuse(settings)
    readiness.make_folder(settings.DATA)
    readiness.make_tables()
    print(made() if part == "make" else _removed())  # noqa: T201
    return 0


def refuse_real_clinics() -> None:
    """Raises Refused where the database holds a clinic that is no demonstration."""
    from needlecare.web.demo import making

    try:
        making.refuse_real_clinics()
    except making.RealClinicsError as error:
        raise Refused(
            f"this database holds {error}, which is no demonstration. The secret of the demonstration is known to "
            "everybody, so it opens no real records. Set NEEDLECARE_DATA to another folder."
        ) from None


def made() -> str:
    """Makes it where it is not there; what was done, and how to look around. Raises Refused beside a real clinic."""
    from django.utils import timezone

    from needlecare.web.demo import making

    refuse_real_clinics()
    is_new = making.make(timezone.now())
    found = making.ways(timezone.now())
    lines = ["The demonstration was made." if is_new else "The demonstration is there already."]
    lines += ["", "Staff sign in at /staff/login/ with"]
    lines += [f"  {email}   {password}" for email, password in found.sign_ins]
    lines += ["", f"Be the patient {found.patient} (this link works once; the next start prints another):"]
    return "\n".join([*lines, f"  {found.link}", ""])


def _removed() -> str:
    from needlecare.web.demo import making

    return "The demonstration is removed." if making.remove() else "There is no demonstration here."
