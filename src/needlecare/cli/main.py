"""The entry point: words in, one command run, its exit code out."""

import gc
import os
import sys

from needlecare.cli import exits
from needlecare.cli.parser import command_line


def run() -> None:
    """The entry point of `needlecare`: run a command and leave with its exit code."""
    gc.disable()  # a command is short; batches switch it on again
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for plugins costs more than an assessment
    os._exit(main())  # nothing is left to tidy up, and taking the interpreter apart costs a tenth of the whole


def main(arguments: list[str] | None = None) -> int:
    """Run one command with these words and return its exit code; faults become messages, never tracebacks."""
    _stand_in_for_closed_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = command_line().parse_args(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except ValueError as error:
        return _refused(error)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return exits.INTERRUPTED
    except BrokenPipeError:
        return exits.BROKEN_PIPE
    except OSError as error:
        sys.stderr.write(f"needlecare: the answer cannot be written: {error.strerror}\n")
        return exits.NOT_WRITTEN
    return code


def _stand_in_for_closed_streams() -> None:
    """Started with `<&-` or `>&-`, a stream is None; nothing to read, or nowhere to write, takes its place."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _refused(error: ValueError) -> int:
    """The exit code for faults in what was handed in, after a message with all of them; other errors go on."""
    from needlecare.cli.printing import complain
    from needlecare.core.faults import CaseError
    from needlecare.knowledge.faults import KnowledgeError

    if not isinstance(error, CaseError | KnowledgeError):
        raise error
    what, code = (
        (error.what, exits.BAD_CASE) if isinstance(error, CaseError) else ("the knowledge", exits.BAD_KNOWLEDGE)
    )
    count = f"{len(error.faults)} fault{'s' if len(error.faults) != 1 else ''}"
    complain(f"{what} cannot be used: {count}\n" + "\n".join(f"  • {fault}" for fault in error.faults))
    return code
