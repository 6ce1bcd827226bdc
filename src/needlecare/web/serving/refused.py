"""What keeps the web app from starting, as one line for a person and an exit code for a script."""

UNAVAILABLE = 69  # the database or the port
NO_RIGHTS = 77
SETTINGS = 78


class Refused(Exception):  # noqa: N818
    """The message says what to do; `code` is one of sysexits.h."""

    def __init__(self, message: str, code: int = SETTINGS) -> None:
        super().__init__(message)
        self.code = code
