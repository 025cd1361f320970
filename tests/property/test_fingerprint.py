import ipaddress
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hydrascope.fingerprint.batch import fingerprint
from hydrascope.fingerprint.client import subnet
from hydrascope.fingerprint.hashes import hash_text
from hydrascope.fingerprint.sketch import sketch
from hydrascope.fingerprint.strings import strings
from hydrascope.fingerprint.tokens import carefully, tokenise
from hydrascope.schema import EXCHANGES, FINGERPRINTS

# Short words that recur, so that texts share shingles, beside text of any kind.
WORDS = st.lists(st.sampled_from(["the", "a", "cat", "Σίσυφος", "straße", "日本語", "42", "don't", "🎉", "e\u0301"]), max_size=40).map(
    " ".join
)
TEXT = st.text(max_size=60) | WORDS
LONG = st.builds(lambda word, times: f"{word} " * times, TEXT, st.integers(0, 200))
SOME = st.none() | TEXT | LONG
MESSAGE = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["system", "developer", "user", "assistant", "tool", "critic", None]),
        "text": SOME,
        "media": st.sampled_from([None, "image", "document,image", "audio"]),
    }
)
COUNT = st.none() | st.integers(-(2**63), 2**63 - 1)
NAMES = st.none() | st.lists(TEXT, max_size=3)
EXCHANGE = st.fixed_dictionaries(
    {
        "exchange_id": TEXT,
        "ts": st.integers(0, 2**50),
        "account_id": TEXT,
        "model": TEXT,
        "messages": st.lists(MESSAGE, max_size=5),
        "system": SOME,
        "tools": st.none() | TEXT,
        "tool_names": NAMES,
        "config": st.none() | st.just('{"seed":1}') | TEXT,
        "n": COUNT,
        "response_format": st.none() | TEXT,
        "blocks_in": NAMES,
        "status": st.none() | st.integers(0, 999),
        "answer": SOME,
        "reasoning": SOME,
        "output_tokens": COUNT,
        "ip": st.none() | st.ip_addresses().map(str) | TEXT,
        "headers_hash": st.none() | TEXT,
        "headers": NAMES,
        "end_user": st.none() | TEXT,
    }
)
EXCHANGES_OF_ANY_KIND = st.lists(EXCHANGE, max_size=6)


def rows(exchanges):
    """Return exchanges as a batch."""
    return pa.RecordBatch.from_pylist(exchanges, EXCHANGES)


def tokens(data, room=256):
    """Return the tokens of bytes."""
    out = np.zeros(room, np.uint64)
    return out[: tokenise(np.frombuffer(data, np.uint8), 0, len(data), out)].tolist()


@given(EXCHANGES_OF_ANY_KIND, st.data())
@settings(max_examples=60)
def test_a_row_does_not_depend_on_its_batch(exchanges, data):
    """Cut anywhere, in slices or in fresh batches, the same exchanges give the same rows."""
    whole = rows(exchanges)
    expected = fingerprint(whole).to_pylist()
    cut = data.draw(st.integers(0, len(exchanges)))

    assert [row for part in (whole[:cut], whole[cut:]) for row in fingerprint(part).to_pylist()] == expected
    assert [fingerprint(rows([exchange])).to_pylist()[0] for exchange in exchanges] == expected


@given(EXCHANGES_OF_ANY_KIND)
@settings(max_examples=30)
def test_the_order_of_rows_does_not_matter(exchanges):
    """Backwards gives the same rows backwards."""
    assert fingerprint(rows(exchanges[::-1])).to_pylist() == fingerprint(rows(exchanges)).to_pylist()[::-1]


@given(EXCHANGES_OF_ANY_KIND)
@settings(max_examples=30)
def test_any_exchange_fits_the_schema(exchanges):
    """Whatever the readers let through, the fingerprints are valid Arrow and keep the schema's promise on nulls."""
    found = fingerprint(rows(exchanges))
    found.validate(full=True)

    assert found.schema == FINGERPRINTS
    assert len(found) == len(exchanges)
    assert [f.name for f in FINGERPRINTS if not f.nullable and found.column(f.name).null_count] == []


@given(st.lists(SOME, max_size=12), st.data())
def test_strings_are_the_rows_of_any_slice(texts, data):
    """The offsets and bytes of any slice, chunked anywhere, spell its rows."""
    start = data.draw(st.integers(0, len(texts)))
    middle = data.draw(st.integers(start, len(texts)))
    column = pa.array(texts, pa.string())
    offsets, found = strings(pa.chunked_array([column[start:middle], column[middle:]]))

    assert [found[a:b].tobytes().decode() for a, b in pairwise(offsets)] == [text or "" for text in texts[start:]]


@given(st.lists(TEXT, unique=True, max_size=30))
def test_other_texts_have_other_hashes(texts):
    """Texts that differ do not collide, and only the empty one gives 0."""
    found = hash_text(pa.array(texts, pa.string())).tolist()

    assert len(set(found)) == len(texts)
    assert [text for text, h in zip(texts, found, strict=True) if h == 0] == [text for text in texts if text == ""]


@given(st.binary(max_size=200), st.integers(0, 20))
@example(b"\xf0\x9f", 4)
@example(b"a\xe3\x81", 4)
def test_any_bytes_are_tokenised(data, room):
    """Bytes that are no text at all give at most a token each, and a smaller buffer holds the first of them."""
    found = tokens(data)

    assert len(found) <= len(data)
    assert tokens(data, room) == found[:room]


MIXED = st.lists(
    st.sampled_from(
        ["don't ", "the ", "’", "'", "a1b2 ", "x" * 70, "Long" * 5 + " ", "naïve ", "日本", "ü", " ", "42", "\u200b", "\u0300", "١", ". "]
    )
    | st.text(max_size=3),
    max_size=80,
).map("".join)


@given(MIXED.map(str.encode) | st.binary(max_size=200), st.integers(0, 9), st.integers(0, 9), st.sampled_from([0, 1, 5, 40, 400]))
@settings(max_examples=1000)
def test_eight_bytes_at_a_time_give_what_one_gives(data, before, behind, room):
    """Any text, cut anywhere and into a buffer of any size, has the tokens that reading it character by character gives."""
    text, end = np.frombuffer(data, np.uint8), max(len(data) - behind, 0)
    quick, slow = np.zeros(room, np.uint64), np.zeros(room, np.uint64)
    n = tokenise(text, min(before, end), end, quick)

    assert n == carefully(text, min(before, end), end, slow, 0, False)[0]
    assert quick[:n].tolist() == slow[:n].tolist()


@given(TEXT, TEXT)
def test_a_line_feed_parts_texts(left, right):
    """The tokens of two lines are those of each."""
    assert tokens(f"{left}\n{right}".encode()) == tokens(left.encode()) + tokens(right.encode())


@given(st.text(st.characters(max_codepoint=0x586, categories=["Lu", "Ll"]), max_size=30))
def test_case_does_not_matter(text):
    """In Latin, Greek, Cyrillic and Armenian a text in small letters has the tokens of the text, but for letters that become several."""
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)

    assert tokens(small.encode()) == tokens(text.encode())


@given(WORDS, WORDS, WORDS)
def test_a_passage_keeps_its_shingles_wherever_it_stands(before, passage, after):
    """What is kept of a passage alone is kept of it between any others, in order and without repeats."""
    nothing = pa.array([None, None], pa.string())
    alone, within = sketch(nothing, nothing, pa.array([passage, f"{before}\n{passage}\n{after}"])).to_pylist()

    assert set(alone) <= set(within)
    assert within == sorted(set(within))


@given(st.ip_addresses())
def test_every_address_has_one_network(address):
    """A network is that of the standard library: /24 or /48, in its own spelling."""
    four = address if address.version == 4 else address.ipv4_mapped
    expected = ipaddress.ip_network((four or address, 24 if four else 48), strict=False)
    spellings = [str(address), address.exploded, str(address).upper()]

    assert subnet(pa.array(spellings)).to_pylist() == [str(expected)] * 3


@given(TEXT)
def test_no_text_becomes_a_network_by_accident(text):
    """A network comes only out of what the standard library takes for an address, or one with a port, brackets or a zone."""
    found = subnet(pa.array([text]))[0].as_py()
    if found is not None:
        bare = text.removeprefix("[").partition("]")[0].partition("%")[0]
        assert ipaddress.ip_address(bare if bare.count(":") > 1 else bare.partition(":")[0])


@pytest.mark.parametrize("size", [1, 7, 64])
def test_long_batches_agree_with_short_ones(size):
    """A batch of many rows gives what small batches of them give."""
    exchanges = [
        {
            "exchange_id": str(i),
            "ts": i,
            "account_id": "a",
            "model": "m",
            "messages": [{"role": "user", "text": f"{i} " + "row of words " * i}],
        }
        for i in range(200)
    ]
    whole = rows(exchanges)
    parts = [fingerprint(whole[i : i + size]) for i in range(0, len(whole), size)]

    assert pa.Table.from_batches(parts).combine_chunks().equals(pa.Table.from_batches([fingerprint(whole)]))
