import numpy as np
import pyarrow as pa

from hydrascope.fingerprint.hashes import combine, hash_messages, hash_text


def messages(*rows):
    """Return the hashes of lists of (text, role)."""
    flat = [pair for row in rows for pair in row]
    starts = np.cumsum([0, *map(len, rows)])
    return hash_messages(
        starts, hash_text(pa.array([text for text, _ in flat], pa.string())), np.array([role for _, role in flat], np.int8)
    ).tolist()


def test_equal_text_equal_hash_and_no_text_no_hash():
    """Hashes follow the bytes; null and empty give 0."""
    one, again, other, longer, null, empty = hash_text(pa.array(["abc", "abc", "abd", "abc ", None, ""])).tolist()

    assert one == again
    assert len({one, other, longer, 0}) == 4
    assert null == empty == 0


def test_slices_and_chunks_hash_alike():
    """A row's hash does not depend on the column it lies in."""
    rows = ["alpha", None, "", "日本語", "omega"]
    column = pa.array(rows, pa.large_string())
    whole = hash_text(column).tolist()

    assert hash_text(column[3:]).tolist() == whole[3:]
    assert hash_text(column[1:4]).tolist() == whole[1:4]
    assert hash_text(pa.chunked_array([column[:2], column[2:]])).tolist() == whole
    assert hash_text(pa.array(rows, pa.string()).dictionary_encode()).tolist() == whole


def test_columns_without_text():
    """No rows and columns of nulls hash to nothing."""
    assert hash_text(pa.array([], pa.string())).tolist() == []
    assert hash_text(pa.nulls(2)).tolist() == [0, 0]


def test_text_hashes_are_fixed():
    """Hashes of other days and machines compare: FNV-1a, stirred, computed here without the kernel."""

    def expected(text):
        h = 0xCBF29CE484222325
        for byte in text.encode():
            h = (h ^ byte) * 0x100000001B3 % 2**64
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            h = (h ^ h >> shift) * factor % 2**64
        return h ^ h >> 31

    texts = ["a", "Hello, world", "日本語", "x" * 10_000]

    assert hash_text(pa.array(texts)).tolist() == [expected(text) for text in texts]


def test_hashes_are_spread():
    """Ten thousand similar texts have ten thousand hashes, and each bit is set in half of them."""
    found = hash_text(pa.array([f"id-{i}" for i in range(10_000)]))
    share = np.unpackbits(found.view(np.uint8)).reshape(-1, 64).mean(axis=0)

    assert len(np.unique(found)) == 10_000
    assert abs(share - 0.5).max() < 0.03


def test_messages_hash_by_text_role_order_and_number():
    """A conversation is another when a text, a role, the order or the number of messages is."""
    base = [("hello", 2), ("hi", 3)]
    variants = [
        base,
        [("hello", 2)],
        [("hi", 3), ("hello", 2)],
        [("hello", 3), ("hi", 2)],
        [("hello", 2), ("hi!", 3)],
        [*base, ("", 2)],
        [],
    ]
    found = messages(*variants)

    assert len(set(found)) == len(variants)
    assert messages(variants[3], base)[1] == found[0]


def test_no_messages_at_all():
    """Rows without messages have one hash; no rows have none."""
    empty, same = messages([], [])

    assert empty == same
    assert messages() == []


def test_combine_follows_each_column_and_its_place():
    """A row's hash changes with each of its numbers and with their order; all nought is 0."""
    one = np.array([1, 2, 1, 0, 0], np.uint64)
    two = np.array([2, 1, 3, 0, 5], np.uint64)
    found = combine(one, two).tolist()

    assert len(set(found)) == 5
    assert found[3] == 0
    assert combine(two, one).tolist()[0] == found[1] != found[0]


def test_combine_of_no_rows():
    """No rows, no hashes."""
    assert combine(np.zeros(0, np.uint64)).tolist() == []
