"""What keeps strangers out: headers, the Host check, cookies, and forms that prove their page."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

from flask import Flask, Response, abort, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from itsdangerous import URLSafeTimedSerializer

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^:\[\]]+))(?::\d+)?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_LARGEST_REQUEST = 1_000_000


class _Cookies(SecureCookieSessionInterface):
    """Sessions whose cookie is marked Secure exactly when the page came over https.

    The serializer is made once: it depends on the app's key alone.
    """

    def __init__(self) -> None:
        self._serializer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What reads and signs the cookie."""
        if self._serializer is None:
            self._serializer = super().get_signing_serializer(app)
        return self._serializer

    def get_cookie_secure(self, app: Flask) -> bool:
        """Always when the app is told so, else by the request."""
        return bool(super().get_cookie_secure(app)) or request.is_secure


def protect(app: Flask, key: bytes, hosts: tuple[str, ...]) -> None:
    """Set up everything that guards `app`; `hosts` are the names it may be called by."""
    app.config.update(
        SECRET_KEY=key,
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST,
        SESSION_COOKIE_NAME="studyapp",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a page left open overnight still counts its answer
    )
    app.session_interface = _Cookies()
    names = _LOOPBACK | {host.lower() for host in hosts}

    @app.before_request
    def check_host() -> None:
        if not is_known_host(request.host, names):
            abort(400, description="host")

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.extend(_HEADERS)
        if request.endpoint != "static":
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    CSRFProtect(app)


def is_known_host(header: str, names: frozenset[str]) -> bool:
    """Whether a Host header names this app.

    A site elsewhere can point its own name at a learner's machine, so only names that were
    given count. When the app serves every address of the machine, a bare address is safe
    too: an address cannot be pointed elsewhere.
    """
    name = _without_port(header.lower())
    if name in names:
        return True
    everywhere = any(address.is_unspecified for address in map(_address, names) if address)
    return everywhere and _address(name) is not None


def _without_port(host: str) -> str:
    """The name in a Host header; empty when the header is malformed."""
    found = _HOST.fullmatch(host)
    return (found["six"] or found["name"]) if found else ""


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
