"""The exit codes of the command line; stable, documented in docs/guide/command-line.md."""

OK = 0
USAGE = 2  # wrong words on the command line (argparse)
BAD_CASE = 10  # a case that cannot be read; in a batch, at least one
BAD_KNOWLEDGE = 11  # knowledge, protocol or translation with faults
NO_SUCH_ID = 12  # explain or show was asked for an id that does not exist
NOT_INSTALLED = 69  # the web app was asked for and is not there; its own codes: web/serving/refused.py
NOT_WRITTEN = 74  # the answer cannot be written: a full disk
NO_RIGHTS = 77  # of the web app
SETTINGS = 78  # of the web app
INTERRUPTED = 130
BROKEN_PIPE = 141
