"""The client stack of an exchange, as far as its operator logged it: headers in order, network."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.fingerprint.hashes import hash_text

_V4 = r"^(\d+\.\d+\.\d+)\.\d+$"
_V6 = r"^([0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){0,2}).*$"


def headers_key(headers: pa.Array, headers_hash: pa.Array) -> npt.NDArray[np.uint64]:
    """
    Return a hash of the header names in their order, or of the operator's own hash of them.

    Names are compared without case: proxies change it.
    """
    joined = pc.utf8_lower(pc.binary_join(headers, ","))
    return hash_text(pc.coalesce(joined, headers_hash))


def subnet(ip: pa.Array) -> pa.Array:
    """
    Return the network of each address: /24 for IPv4, /48 for IPv6.

    >>> subnet(pa.array(["203.0.113.7", "2001:db8:1::5", None])).to_pylist()
    ['203.0.113.0/24', '2001:db8:1::/48', None]
    """
    four = pc.match_substring_regex(ip, _V4)
    as_four = pc.replace_substring_regex(ip, _V4, r"\1.0/24")
    as_six = pc.replace_substring_regex(ip, _V6, r"\1::/48")
    return pc.if_else(four, as_four, as_six)
