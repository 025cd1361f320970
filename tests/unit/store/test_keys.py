"""The key: where it lies, what is hidden under it, and that another one does not fit."""

import numpy as np
import pyarrow as pa
import pytest

from hydrascope import store
from hydrascope.errors import StoreError
from hydrascope.store import keys
from hydrascope.store.keys import Secret

KEY, OTHER = "k" * 32, "o" * 32


def test_the_cipher_is_the_published_one() -> None:
    """Speck64/128 gives what its authors say it gives, and back."""
    rounds = keys._round_keys(bytes.fromhex("0001020308090a0b1011121318191a1b"))
    plain = np.array([0x3B7265747475432D], np.uint64)
    hidden = keys._encipher(plain, rounds)

    assert hidden.tolist() == [0x8C6FA548454E028B]
    assert keys._decipher(hidden, rounds).tolist() == plain.tolist()


def test_ciphers_are_a_permutation_that_keeps_nought() -> None:
    """Every hash comes back, 0 and what would become 0 among them; another kind or key hides it otherwise."""
    key = Secret(bytes(range(32)))
    to_nought = keys._decipher(np.zeros(1, np.uint64), keys._round_keys(keys._derived("key", key)))
    values = np.concatenate([np.arange(0, 1 << 17, dtype=np.uint64), to_nought, np.array([2**64 - 1], np.uint64)])
    hidden = keys.enciphered(values, "key", key)

    assert np.array_equal(keys.deciphered(hidden, "key", key), values)
    assert (hidden == 0).tolist() == (values == 0).tolist()
    assert len(np.unique(hidden)) == len(values)
    assert not np.any((hidden == keys.enciphered(values, "end_user", key))[1:])
    assert not np.any((hidden == keys.enciphered(values, "key", Secret(bytes(32))))[1:])


def test_pseudonyms_depend_on_key_and_kind() -> None:
    """The same name is the same pseudonym under one key and kind, and another under another."""
    names = pa.chunked_array([["a", "b"], ["a", None]])
    one = keys.pseudonyms(names, "account", Secret(bytes(32)))

    assert one[0] == one[2] != one[1]
    assert one[3].as_py() is None
    assert one[0] != keys.pseudonyms(names, "org", Secret(bytes(32)))[0]
    assert one[0] != keys.pseudonyms(names, "account", Secret(b"1" * 32))[0]


def test_a_key_that_is_given_is_not_kept(kit, many, tmp_path) -> None:
    """A store that was made with the operator's key does not hold it, and cannot be read or written without it or with another."""
    path = tmp_path / "s"
    kit.put(path, many(5), key=KEY)
    said = b"".join(kit.files(path).values())

    assert not (path / "key").exists()
    assert KEY.encode() not in said
    assert len(kit.held(path, key=KEY)) == 5
    for use in (store.get, lambda path, **how: kit.put(path, many(9), **how)):
        with pytest.raises(StoreError, match=r"expected the key of the store but got none in store=.*set HYDRASCOPE_STORE_KEY"):
            use(path)
        with pytest.raises(StoreError, match=r"expected the key with which the store was made but got another"):
            use(path, key=OTHER)


def test_a_key_does_not_show(tmp_path) -> None:
    """What is printed of a key is not the key."""
    assert repr(keys.secret(KEY)) == str(keys.secret(KEY)) == "Secret(...)"
