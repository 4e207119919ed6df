"""What keeps strangers out: headers, the Host check, cookies, and forms that prove their page."""

import re
from collections import deque
from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Request, Response, abort, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from itsdangerous import BadSignature, URLSafeTimedSerializer

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^:\[\]]+))(?::\d+)?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = [
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
]
_LARGEST_REQUEST = 1_000_000
_UPLOADS = {"add.take": 60_000_000}
"""Pages that take more: bytes of all documents of a form together."""
_REMEMBERED = 64
"""Cookies and forms' proofs that were verified; more are verified again."""


class _Cookies(SecureCookieSessionInterface):
    """Sessions whose cookie is marked Secure exactly when the page came over https.

    A cookie stays the same for a whole sitting, so that it was well signed is remembered: to
    verify it anew would take a tenth of an answer's time.
    """

    def __init__(self, app: Flask) -> None:
        serializer = super().get_signing_serializer(app)
        if serializer is None:
            msg = "the key must be set first"
            raise TypeError(msg)
        self._serializer = serializer
        self._verified = lru_cache(maxsize=_REMEMBERED)(self._verify)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:  # noqa: ARG002  # it depends on the app's key alone
        """What reads and signs the cookie."""
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """What the browser's cookie holds; nothing when it is forged or too old."""
        cookie = request.cookies.get(self.get_cookie_name(app))
        try:
            held, signed = self._verified(cookie) if cookie else ({}, None)
        except BadSignature:
            return self.session_class()
        if signed is None or datetime.now(UTC) - signed > app.permanent_session_lifetime:
            return self.session_class()
        return self.session_class(deepcopy(held))

    def _verify(self, cookie: str) -> tuple[dict[str, Any], datetime]:
        held, signed = self._serializer.loads(cookie, return_timestamp=True)
        return held, signed

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie anew when it changed; no cache keeps what depends on it."""
        if session.modified:
            super().save_session(app, session, response)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Always when the app is told so, else by the request."""
        return bool(super().get_cookie_secure(app)) or request.is_secure


class _Forms(CSRFProtect):  # type: ignore[misc]  # the library has no types
    """Forms that prove their page; a proof that was found good for a session is remembered."""

    def __init__(self, app: Flask) -> None:
        self._good: deque[tuple[str, str]] = deque(maxlen=_REMEMBERED)
        super().__init__(app)

    def protect(self, apply_exemptions: bool = False) -> None:  # noqa: FBT001, FBT002  # the library's own signature
        """Refuse a form whose token is not that of its session."""
        if request.method != "POST" or request.is_secure:  # then its page is looked at too
            super().protect(apply_exemptions)
            return
        proof = (request.form.get("csrf_token", ""), session.get("csrf_token", ""))
        if proof not in self._good:
            super().protect(apply_exemptions)
            if g.get("csrf_valid"):  # an address that does not exist is not looked at
                self._good.append(proof)


class _Guarded:
    """An app each of whose responses has the headers that guard it.

    What does not say otherwise is kept by no cache.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request as the app does."""

        def start(status: str, headers: list[tuple[str, str]], *trouble: Any) -> Any:  # noqa: ANN401  # as WSGI has it
            kept = any(name == "Cache-Control" for name, _ in headers)
            guards = _HEADERS if kept else [*_HEADERS, ("Cache-Control", "no-store")]
            return start_response(status, headers + guards, *trouble)

        return self._app(environ, cast("StartResponse", start))


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
    app.session_interface = _Cookies(app)
    app.wsgi_app = _Guarded(app.wsgi_app)  # type: ignore[method-assign]  # as Flask would have it wrapped
    names = _LOOPBACK | {host.lower() for host in hosts}

    @app.before_request
    def check_host_and_size() -> None:
        if not is_known_host(request.host, names):
            abort(400, description="host")
        if request.endpoint in _UPLOADS:
            request.max_content_length = _UPLOADS[request.endpoint]
            request.max_form_memory_size = _UPLOADS[request.endpoint]

    _Forms(app)


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
