"""The client stack of an exchange, as far as its operator logged it: headers in order, network."""

import socket

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.fingerprint.hashes import hash_text

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_V4 = rf"^({_OCTET}\.{_OCTET}\.{_OCTET})\.{_OCTET}(?::\d+)?$"
_MAPPED = bytes(10) + b"\xff\xff"  # an IPv4 address written as IPv6, RFC 4291 section 2.5.5.2


def headers_key(headers: pa.Array, headers_hash: pa.Array) -> npt.NDArray[np.uint64]:
    """
    Return a hash of the header names in their order, or of the operator's own hash of them.

    Names are compared without case: proxies change it. 0 where neither was
    logged.

    >>> logged, shouted, hashed = headers_key(pa.array([["Host", "Accept"], ["HOST", "ACCEPT"], None]), pa.array([None, None, "5f1c"]))
    >>> bool(logged == shouted), bool(logged == hashed)
    (True, False)
    """
    joined = pc.utf8_lower(pc.binary_join(headers, ","))
    logged = pc.if_else(pc.greater(pc.list_value_length(headers), 0), joined, pa.scalar(None, pa.string()))
    return hash_text(pc.coalesce(logged, headers_hash))


def _network(address: str) -> str | None:
    """Return the network of one address that is not plain IPv4; brackets, a port behind them and a zone are allowed."""
    bare = address.removeprefix("[").partition("]")[0].partition("%")[0]
    try:
        octets = socket.inet_pton(socket.AF_INET6, bare)
    except (OSError, ValueError):
        return None
    if octets.startswith(_MAPPED):
        return f"{octets[12]}.{octets[13]}.{octets[14]}.0/24"
    return socket.inet_ntop(socket.AF_INET6, octets[:6] + bytes(10)) + "/48"


def subnet(ip: pa.Array) -> pa.Array:
    """
    Return the network of each address: /24 for IPv4, /48 for IPv6, null for what is no address.

    One network is always written alike (RFC 5952). IPv4 within IPv6 is IPv4.
    A list of addresses, as proxies forward it, is no address: which of them to
    believe is for the log's owner to say.

    >>> subnet(pa.array(["203.0.113.7", "2001:0DB8:1::5", "unknown", None])).to_pylist()
    ['203.0.113.0/24', '2001:db8:1::/48', None, None]
    """
    none = pa.scalar(None, pa.string())
    four = pc.match_substring_regex(ip, _V4)
    others = pc.if_else(four, none, ip).dictionary_encode()
    networks = pa.array([_network(address) for address in others.dictionary.to_pylist()], pa.string())
    return pc.if_else(four, pc.replace_substring_regex(ip, _V4, r"\1.0/24"), networks.take(others.indices))
