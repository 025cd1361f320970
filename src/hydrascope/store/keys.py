"""
The key of a store, and what is hidden under it.

Names (accounts, organisations, addresses, ...) are hashed with keyed BLAKE2b.
Hashes that detection needs as they were (`key`, `end_user`) are enciphered with
Speck64/128, a block cipher of 64 bits: eight bytes stay eight bytes, equal
stays equal, and who has the key gets them back.
"""

import hashlib
import secrets
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from hydrascope.errors import StoreError
from hydrascope.store import layout
from hydrascope.store.layout import Layout

Hashes = npt.NDArray[np.uint64]
SHORTEST = 32  # characters
_ROUNDS = 27
_CHUNK = 1 << 15  # rows whose working arrays fit into the cache


class Secret(NamedTuple):
    """The key of one store; `repr` does not show it."""

    raw: bytes

    def __repr__(self) -> str:
        return "Secret(...)"

    @property
    def check(self) -> str:
        """What a store keeps to tell whether a key is its own; nothing of the key can be had from it."""
        return hashlib.blake2b(b"check", key=self.raw, digest_size=8).hexdigest()


def secret(text: str) -> Secret:
    """
    Return the key that a text stands for.

    Raises `StoreError` where it is so short that it may be guessed.

    >>> secret("short")
    Traceback (most recent call last):
    hydrascope.errors.StoreError: expected a key of 32 or more characters but got length=5; make one with: openssl rand -hex 32
    """
    text = text.strip()
    if len(text) < SHORTEST:
        raise StoreError(f"expected a key of {SHORTEST} or more characters but got length={len(text)}; make one with: openssl rand -hex 32")
    return Secret(hashlib.blake2b(text.encode(), digest_size=32, person=b"store key").digest())


def made(place: Layout) -> Secret:
    """Return a fresh key, kept in the store in a file that its owner alone may read."""
    text = secrets.token_hex(32)
    layout.write_whole(place.key, text.encode(), mode=0o600)
    return secret(text)


def found(place: Layout, given: str | None) -> Secret | None:
    """Return the key that was given, or else the one that lies in the store; None where there is neither."""
    if given is not None:
        return secret(given)
    kept = layout.read_bytes(place.key)
    return None if kept is None else secret(kept.decode(errors="replace"))


def pseudonyms(names: pa.Array | pa.ChunkedArray, kind: str, key: Secret) -> pa.Array:
    """
    Return a keyed hash for each name, null for null; the same name is another hash for another `kind`.

    >>> pseudonyms(pa.array(["a", None, "a"]), "account", Secret(bytes(32))).is_null().to_pylist()
    [False, True, False]
    """
    column = names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names
    coded = column.dictionary_encode()
    person = kind.encode()[:16]
    hashes = [
        int.from_bytes(hashlib.blake2b(name.encode(), key=key.raw, digest_size=8, person=person).digest(), "little")
        for name in coded.dictionary.to_pylist()
    ]
    return pc.take(pa.array(hashes, pa.uint64()), coded.indices)


def enciphered(values: Hashes, kind: str, key: Secret) -> Hashes:
    """
    Return each hash enciphered; 0 stays 0.

    >>> from hydrascope.store.keys import deciphered
    >>> deciphered(enciphered(np.array([0, 5, 2**64 - 1], np.uint64), "end_user", Secret(bytes(32))), "end_user", Secret(bytes(32)))
    array([                   0,                    5, 18446744073709551615], dtype=uint64)
    """
    return _around_nought(values, _encipher, _round_keys(_derived(kind, key)))


def deciphered(values: Hashes, kind: str, key: Secret) -> Hashes:
    """Return what `enciphered` was given."""
    return _around_nought(values, _decipher, _round_keys(_derived(kind, key)))


def _derived(kind: str, key: Secret) -> bytes:
    return hashlib.blake2b(kind.encode(), key=key.raw, digest_size=16, person=b"cipher").digest()


def _around_nought(values: Hashes, permute: Any, keys: npt.NDArray[np.uint32]) -> Hashes:
    """Apply a permutation that leaves 0 alone: whatever would become 0 becomes what 0 would."""
    out = np.empty(len(values), np.uint64)
    for at in range(0, len(values), _CHUNK):
        out[at : at + _CHUNK] = permute(values[at : at + _CHUNK], keys)
    out[out == 0] = permute(np.zeros(1, np.uint64), keys)[0]
    out[values == 0] = 0
    return out


def _rotated(word: npt.NDArray[np.uint32], bits: int) -> npt.NDArray[np.uint32]:
    """Rotate to the left."""
    return (word << np.uint32(bits)) | (word >> np.uint32(32 - bits))


def _round_keys(raw: bytes) -> npt.NDArray[np.uint32]:
    """Return the 27 round keys of Speck64/128 for a key of 16 bytes."""
    words = np.frombuffer(raw, "<u4").astype(np.uint32)
    key, line = words[:1], [words[1:2], words[2:3], words[3:4]]
    keys = [key]
    for round_ in range(_ROUNDS - 1):
        line.append((key + _rotated(line[round_], 24)) ^ np.uint32(round_))
        key = _rotated(key, 3) ^ line[-1]
        keys.append(key)
    return np.concatenate(keys)


def _encipher(values: Hashes, keys: npt.NDArray[np.uint32]) -> Hashes:
    x, y = (values >> np.uint64(32)).astype(np.uint32), values.astype(np.uint32)
    for key in keys:
        x = (_rotated(x, 24) + y) ^ key
        y = _rotated(y, 3) ^ x
    return (x.astype(np.uint64) << np.uint64(32)) | y


def _decipher(values: Hashes, keys: npt.NDArray[np.uint32]) -> Hashes:
    x, y = (values >> np.uint64(32)).astype(np.uint32), values.astype(np.uint32)
    for key in keys[::-1]:
        y = _rotated(x ^ y, 29)
        x = _rotated((x ^ key) - y, 8)
    return (x.astype(np.uint64) << np.uint64(32)) | y
