import pytest

from studyapp.web.security import is_known_host

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = LOCAL | {"::"}


@pytest.mark.parametrize(
    "header", ["localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"]
)
def test_loopback_names_are_known(header: str) -> None:
    assert is_known_host(header, LOCAL)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "192.168.1.4",
        "[::1",
        "localhost:80:80",
        "::1]",
    ],
)
def test_other_names_are_not(header: str) -> None:
    assert not is_known_host(header, LOCAL)


def test_a_given_name_is_known() -> None:
    assert is_known_host("ward.example:8000", LOCAL | {"ward.example"})


def test_serving_every_address_admits_addresses_but_no_names() -> None:
    assert is_known_host("192.168.1.4:8000", EVERYWHERE)
    assert is_known_host("[fe80::1]:8000", EVERYWHERE)
    assert not is_known_host("evil.example:8000", EVERYWHERE)
