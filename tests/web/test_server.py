import socket
import threading
from http.client import HTTPConnection
from queue import Queue
from urllib.parse import urlsplit

import pytest
from flask import Flask

from studyapp.model import StudyappError
from studyapp.web.server import serve, warning_for


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_this_machine_alone_needs_no_warning(host: str) -> None:
    assert warning_for(host, allow_network=False) == ""


@pytest.mark.parametrize("host", ["192.168.1.4", "ward.example", "::"])
def test_others_are_let_in_only_on_request_and_with_a_warning(host: str) -> None:
    with pytest.raises(StudyappError, match="no accounts") as refused:
        warning_for(host, allow_network=False)
    assert "--allow-network" in refused.value.hint
    assert "no accounts" in warning_for(host, allow_network=True)


def test_serving_to_others_unasked_is_refused() -> None:
    with pytest.raises(StudyappError, match="Other machines"):
        serve(Flask("empty"), "192.168.1.4", 0)


def test_a_taken_port_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(StudyappError, match="Another program is using this port") as refused:
            serve(Flask("empty"), "127.0.0.1", port)
    assert refused.value.where == f"127.0.0.1:{port}"
    assert "--port" in refused.value.hint


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(StudyappError, match="cannot listen"):
        serve(Flask("empty"), "192.0.2.1", 0, allow_network=True)


def test_the_address_is_announced_once_the_app_listens() -> None:
    app = Flask("empty")
    app.add_url_rule("/", view_func=lambda: "here")
    announced: Queue[str] = Queue()
    threading.Thread(
        target=serve, args=(app, "127.0.0.1", 0), kwargs={"announce": announced.put}, daemon=True
    ).start()
    address = announced.get(timeout=5)
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port)
    connection.request("GET", "/")
    assert connection.getresponse().read() == b"here"
    connection.close()
