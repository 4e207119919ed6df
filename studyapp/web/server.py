"""Start the app for a browser: the address it may listen on, and the server itself."""

import errno
import gc
import logging
from collections.abc import Callable
from ipaddress import ip_address

from flask import Flask
from waitress.server import create_server

from studyapp.model import StudyappError

_THREADS = 16
_WARNING = (
    "Anyone who can reach {host} can read and answer these cards: the app has no accounts. "
    "Use it only on a network whose users you trust."
)


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def warning_for(host: str, *, allow_network: bool) -> str:
    """What to tell whoever serves on `host`; empty when only this machine can reach it.

    Raises StudyappError when others could reach it and `allow_network` was not given.
    """
    if _is_loopback(host):
        return ""
    if allow_network:
        return _WARNING.format(host=host)
    raise StudyappError(
        host,
        "Other machines could reach this address, and the app has no accounts.",
        "Leave out --host, or add --allow-network if you trust everyone on the network.",
    )


def make_ready() -> None:
    """Spare this process long pauses: what the app is made of is never garbage."""
    gc.collect()
    gc.freeze()


def serve(
    app: Flask,
    host: str,
    port: int,
    *,
    allow_network: bool = False,
    announce: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until interrupted. `announce` is told the address once the app is listening.

    Raises StudyappError when the port is taken or the address is not one of this machine.
    """
    warning_for(host, allow_network=allow_network)
    # waitress logs a warning for every request that waits a moment for a thread
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        server = create_server(app, host=host, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
    make_ready()
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{server.effective_port if port == 0 else port}/")
    try:
        server.run()
    finally:
        server.close()


def _cannot_listen(host: str, port: int, error: OSError) -> StudyappError:
    where = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return StudyappError(
            where,
            "Another program is using this port; perhaps the app is already running.",
            "Open that address in a browser, or choose another port with --port.",
        )
    if error.errno == errno.EACCES:
        return StudyappError(
            where,
            "This machine does not allow the app to use the port.",
            "Choose a port above 1023 with --port.",
        )
    return StudyappError(
        where,
        f"The app cannot listen at this address ({error.strerror}).",
        "Use an address of this machine, such as 127.0.0.1.",
    )
