"""`needlecare clinic add`: a clinic and its first member of staff."""

import argparse
import getpass
import os

from needlecare.web.serving import mode, readiness, refusals
from needlecare.web.serving.refused import Refused

DETAILS = {
    "phone": "as patients call it",
    "hours": 'as patients read it: "Monday to Friday, 8:00 to 18:00"',
    "out_of_hours": "what patients do when the clinic is closed",
    "email": "of the clinic",
    "time_zone": "such as Europe/London (the default)",
    "emergency_number": "such as 112 (the default)",
}


def clinic(words: list[str]) -> int:
    """Add a clinic; prints how its first member of staff signs in. Raises Refused with what is wrong."""
    options = _parser().parse_args(words)
    mode.settle(demo=os.environ.get("NEEDLECARE_MODE") == "demo")
    mode.set_up()
    from needlecare.web import settings

    if settings.MODE == "demo":
        raise Refused("a real clinic has no place in the demonstration. Leave NEEDLECARE_MODE unset.")
    refusals.refuse(settings)
    readiness.make_folder(settings.DATA)
    readiness.make_tables()
    password = getpass.getpass("Password, at least 12 characters: ") if options.password else None
    print(_added(options, password))  # noqa: T201
    return 0


def _added(options: argparse.Namespace, password: str | None) -> str:
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from needlecare.web.accounts import actions
    from needlecare.web.accounts.models import Membership

    details = {name: value for name in DETAILS if (value := getattr(options, name)) is not None}
    try:
        with transaction.atomic():
            made = actions.add_clinic(name=options.clinic, details=details)
            user = actions.add_staff(
                clinic=made, email=options.staff, name=options.name, password=password, role=Membership.Role.LEAD
            )
    except ValidationError as error:
        faults = [f"  {field}: {' '.join(texts)}" for field, texts in error.message_dict.items()]
        raise Refused("the clinic was not added.\n" + "\n".join(faults)) from None
    if user.has_usable_password():
        return f"{made} is there. {user.email} signs in at /staff/login/."
    link = actions.first_link(user)
    return f"{made} is there. With this link {user.email} sets a password, once, within three days:\n  {link}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="needlecare clinic", description="Set up a clinic.")
    parts = parser.add_subparsers(metavar="PART", dest="part", required=True)
    add = parts.add_parser("add", help="add a clinic and its first member of staff")
    add.add_argument("clinic", metavar="NAME", help="the clinic as patients know it")
    add.add_argument("--staff", metavar="EMAIL", required=True, help="the address with which the first one signs in")
    add.add_argument("--name", required=True, help="the name of the first one")
    add.add_argument(
        "--password", action="store_true", help="ask for a password (otherwise a link to set one is printed)"
    )
    for name, what in DETAILS.items():
        add.add_argument(f"--{name.replace('_', '-')}", metavar="TEXT", help=what)
    return parser
