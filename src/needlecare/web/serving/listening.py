"""The port, taken before anything else is done: a start that cannot listen changes nothing."""

import errno
import socket

from needlecare.web.serving.refused import NO_RIGHTS, UNAVAILABLE, Refused


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address, not yet listening. Raises Refused where that cannot be."""
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        raise _refused(host, port, error) from None
    return bound


def _refused(host: str, port: int, error: OSError) -> Refused:
    if error.errno == errno.EADDRINUSE:
        return Refused(f"port {port} is taken. Choose another with --port, or end what uses it.", UNAVAILABLE)
    if error.errno == errno.EACCES:
        return Refused(f"there is no right to port {port}. Choose one above 1023 with --port.", NO_RIGHTS)
    return Refused(f"cannot listen on {host}, port {port}: {error.strerror or error}", UNAVAILABLE)


def address(host: str, port: int) -> str:
    """How a browser on this machine reaches it."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{reached}:{port}"
