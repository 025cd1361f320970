import pyarrow as pa
import pytest

from hydrascope.fingerprint.client import headers_key, subnet

HEADERS = pa.list_(pa.string())


def network(address):
    """Return the network of one address."""
    return subnet(pa.array([address], pa.string()))[0].as_py()


def key(headers, hashed=None):
    """Return the key of one exchange."""
    return headers_key(pa.array([headers], HEADERS), pa.array([hashed], pa.string()))[0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("203.0.113.7", "203.0.113.0/24"),
        ("203.0.113.255", "203.0.113.0/24"),
        ("0.0.0.0", "0.0.0.0/24"),  # noqa: S104 -- an address in a log, nothing listens
        ("203.0.113.7:51820", "203.0.113.0/24"),
        ("::ffff:203.0.113.7", "203.0.113.0/24"),
        ("::FFFF:cb00:7107", "203.0.113.0/24"),
        ("2001:db8:1::5", "2001:db8:1::/48"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("2001:0DB8:0001:0000:0000:0000:0000:0005", "2001:db8:1::/48"),
        ("[2001:db8:1::5]:443", "2001:db8:1::/48"),
        ("2001:db8::5", "2001:db8::/48"),
        ("2001:db8:0:ffff::5", "2001:db8::/48"),
        ("2001:0:5::1", "2001:0:5::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("::1", "::/48"),
    ],
)
def test_addresses_are_cut_to_their_network(address, expected):
    """/24 for IPv4, /48 for IPv6, and one way to write each."""
    assert network(address) == expected


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "-",
        "unknown",
        "example",
        "localhost",
        "999.1.1.1",
        "203.0.113",
        "203.0.113.7.9",
        "203.0.113.007",
        " 203.0.113.7",
        "10.0.0.1, 203.0.113.7",
        "203.0.113.0/24",
        "::ffff:999.1.1.1",
        "2001:db8",
        "2001::db8::1",
        "g001::1",
        "12345::1",
        ":",
        "[",
        "2001:db8::1\x00",
        "é::1",
        "a" * 10_000,
    ],
)
def test_what_is_no_address_has_no_network(garbage):
    """Placeholders, lists and broken addresses link nobody."""
    assert network(garbage) is None


def test_a_column_keeps_its_rows():
    """Nulls, both kinds and garbage, mixed, sliced and chunked, keep their places."""
    rows = ["203.0.113.7", None, "2001:db8::1", "-", "198.51.100.1", "2001:db8::1"]
    expected = ["203.0.113.0/24", None, "2001:db8::/48", None, "198.51.100.0/24", "2001:db8::/48"]
    column = pa.array(rows)

    assert subnet(column).to_pylist() == expected
    assert subnet(column[2:5]).to_pylist() == expected[2:5]
    assert subnet(pa.array([None, None], pa.string())).to_pylist() == [None, None]
    assert subnet(pa.array([], pa.string())).to_pylist() == []


def test_header_order_is_the_key_and_case_is_not():
    """The same names in the same order are one stack, whatever a proxy did to their case."""
    assert key(["Host", "Accept", "User-Agent"]) == key(["host", "ACCEPT", "user-agent"]) != 0
    assert key(["Host", "Accept"]) != key(["Accept", "Host"])


def test_the_operators_own_hash_serves_where_headers_are_missing():
    """Null, empty and broken lists of headers give way to the logged hash; names do not."""
    assert key(None, "5f1c") == key([], "5f1c") == key([None, "a"], "5f1c") != 0
    assert key(["Host"], "5f1c") == key(["Host"])


def test_nothing_logged_is_nothing():
    """Without headers and hash the key is 0."""
    assert key(None) == key([]) == key(None, "") == 0


def test_headers_of_a_slice():
    """A sliced column gives the keys of its own rows."""
    headers = pa.array([["a"], ["b", "c"], None, ["d"]], HEADERS)
    hashed = pa.array([None, None, "x", None])

    assert headers_key(headers[1:], hashed[1:]).tolist() == headers_key(headers, hashed).tolist()[1:]
