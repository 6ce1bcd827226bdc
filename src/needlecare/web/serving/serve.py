"""`needlecare serve`: everything made ready, then the server and the queue until they are told to end."""

import argparse
from typing import Any

from needlecare.web.serving import listening, mode, readiness, refusals


def serve(words: list[str]) -> int:
    """Serve until a signal ends it; returns the exit code. Raises Refused with what to do."""
    options = _parser().parse_args(words)
    address = listening.address(options.host, options.port)
    mode.settle(demo=options.demo, address=address)
    mode.set_up()
    from needlecare.web import settings
    from needlecare.web.serving import demonstration, family, queue
    from needlecare.web.serving.server import Server, cores

    refusals.refuse(settings)
    with listening.listen(options.host, options.port) as bound:
        readiness.check_files(settings.STATIC_ROOT)
        readiness.make_folder(settings.DATA)
        readiness.make_tables()
        if options.demo:
            print(demonstration.made())  # noqa: T201
        elif not settings.REAL:
            demonstration.refuse_real_clinics()
        readiness.warm_up()
        workers = options.workers or cores()
        return family.look_after(lambda: Server(bound, workers, lambda: _greet(address, settings)).run(), queue.run)


def _greet(address: str, settings: Any) -> None:
    refusals.warn(settings)
    print(f"Needlecare is there: {address}/  (Ctrl-C ends it)", flush=True)  # noqa: T201


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="needlecare serve",
        description="Serve the web app. Its settings come from the environment: docs/guide/web.md.",
        epilog="Exit codes: 0 ended, 2 wrong words, 69 no database or port, 77 no rights, 78 a setting to change.",
    )
    parser.add_argument("--demo", action="store_true", help="with a clinic that does not exist, to look around in")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="the port to listen on (default: %(default)s)")
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes (default: one for each core)")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to 65535")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 64")
    return int(text)
