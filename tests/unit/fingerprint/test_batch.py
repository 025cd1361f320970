import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from hydrascope.fingerprint.batch import fingerprint
from hydrascope.schema import CAPABILITIES, EXCHANGES, FINGERPRINTS, INTENTS

REQUIRED = {"exchange_id": "e", "ts": datetime(2026, 2, 3, 4, 5, 6, 789, UTC), "account_id": "a", "model": "m"}
SECRETS = ["xylophone", "quagmire", "zeppelin", "marzipan", "obelisk", "kumquat", "yurt", "vestibule"]


def exchange(**fields):
    """Return an exchange with one message, and what is given."""
    return {**REQUIRED, "messages": [{"role": "user", "text": "Hello there", "media": None}], **fields}


def table(*exchanges):
    """Return exchanges as a batch."""
    return pa.RecordBatch.from_pylist(list(exchanges), EXCHANGES)


def one(**fields):
    """Return the fingerprint of one exchange."""
    return fingerprint(table(exchange(**fields))).to_pylist()[0]


def test_the_columns_are_those_of_the_schema():
    """Names, types, order and what may be null are exactly FINGERPRINTS, metadata included."""
    assert fingerprint(table(exchange())).schema.equals(FINGERPRINTS, check_metadata=True)


def test_what_must_not_be_null_is_not():
    """Of an exchange that has only what is required, no required column is null, and the rest is."""
    found = one(messages=[])

    assert [f.name for f in FINGERPRINTS if not f.nullable and found[f.name] is None] == []
    assert {f.name for f in FINGERPRINTS if f.nullable and found[f.name] is not None} == {"status"}


def test_an_exchange_of_nothing_has_no_hashes():
    """0 says that there was nothing to hash, where the schema says so."""
    found = one(messages=[])
    empty = {f.name for f in FINGERPRINTS if b"; 0 " in f.metadata[b"means"]}

    assert len(empty) >= 7
    assert {name: found[name] for name in empty} == dict.fromkeys(empty, 0)


def test_no_rows_give_no_rows():
    """A batch of no rows has the schema all the same."""
    found = fingerprint(table())

    assert found.num_rows == 0
    assert found.schema == FINGERPRINTS


def test_no_text_is_kept():
    """Words of prompts, answers, reasoning, tools, configuration and end users stand in no column."""
    a, b, c, d, e, f, g, h = SECRETS
    found = one(
        system=f"You are a {a}.",
        messages=[{"role": "user", "text": f"Tell me of the {b}", "media": "image"}, {"role": "tool", "text": c, "media": None}],
        tools=json.dumps([{"name": d}]),
        tool_names=[d],
        config=json.dumps({"stop": e}),
        response_format=json.dumps({"type": e}),
        answer=f"The {f} is blue.",
        reasoning=f"They ask for a {g}.",
        end_user=h,
        session_id=h,
        headers=[h],
        headers_hash=h,
    )
    kept = json.dumps(found, default=str)

    assert "e" in found["exchange_id"]
    assert [secret for secret in SECRETS if secret in kept] == []


def test_only_named_columns_carry_strings():
    """Strings are ids, the client and its network: any new one has to be argued for here."""
    textual = {
        f.name for f in FINGERPRINTS if pa.types.is_string(f.type) or (pa.types.is_list(f.type) and pa.types.is_string(f.type.value_type))
    }

    assert textual == {
        *("exchange_id", "account_id", "org_id", "pathway", "model", "source"),
        *("client", "ja4", "ip", "subnet", "blocks_in", "blocks_out"),
    }


def test_what_is_logged_is_passed_on():
    """Ids, times, client and blocks arrive as they were read."""
    given = {
        **REQUIRED,
        "org_id": "o",
        "pathway": "api",
        "status": 429,
        "ja4": "t13d",
        "ip": "203.0.113.7",
        "asn": 64500,
        "blocks_in": ["b1"],
        "blocks_out": [],
        "is_batch": True,
        "source": "log.jsonl",
        "line": 7,
    }
    found = one(**given, user_agent="curl/8", n=3, output_tokens=50)

    assert {name: found[name] for name in given} == given
    assert (found["client"], found["subnet"], found["samples"], found["output_tokens"]) == ("curl/8", "203.0.113.0/24", 3, 50)


def test_an_absent_status_is_success():
    """Logs without a status are of answered requests."""
    assert one()["status"] == 200


@pytest.mark.parametrize(
    ("left", "right"), [('{"seed":1}', '{"seed":-987}'), ('{"a":1,"seed":1,"top_k":2}', '{"a":1,"seed":22,"top_k":2}')]
)
def test_the_configuration_is_the_same_whatever_the_seed(left, right):
    """A seed drawn anew for each request hides no configuration."""
    assert one(config=left)["config_hash"] == one(config=right)["config_hash"] != 0


def test_that_a_seed_is_sent_is_configuration():
    """Whether there is a seed, and every other value, tells configurations apart."""
    configs = ['{"a":1}', '{"a":2}', '{"a":1,"seed":1}', '{"a":1,"seed":null}', '{"a":1,"reseed":1}', '{"a":1,"reseed":2}', None]

    assert len({one(config=config)["config_hash"] for config in configs}) == len(configs)


def test_structure_is_shape_and_not_text():
    """Other words leave the structure; tools, format, turns, images and a system text change it."""
    message = {"role": "user", "text": "Other words", "media": None}
    same = [one(), one(messages=[message]), one(answer="x", config="{}")]
    others = [
        one(tools="[1]"),
        one(response_format="{}"),
        one(messages=[message, message]),
        one(messages=[{**message, "media": "image"}]),
        one(messages=[message, {**message, "role": "tool"}]),
        one(system="Be kind."),
    ]

    assert len({row["structure_hash"] for row in same}) == 1
    assert len({row["structure_hash"] for row in [*same, *others]}) == 1 + len(others)


def test_content_is_all_that_was_sent():
    """The same request twice has the same content; another system text or message has another."""
    assert one()["content_hash"] == one(exchange_id="other", answer="x")["content_hash"]
    assert len({one()["content_hash"], one(system="S")["content_hash"], one(messages=[])["content_hash"]}) == 3


def test_sizes_are_in_bytes():
    """Lengths count bytes, and tokens are estimated from them where none were logged."""
    found = one(system="é", answer="日本語!" * 10, messages=[{"role": "user", "text": "日本", "media": None}])

    assert [found[name] for name in ("system_chars", "prompt_chars", "input_chars", "answer_chars", "output_tokens")] == [2, 6, 6, 100, 25]


def test_visible_reasoning_is_worth_more():
    """An answer that shows its reasoning is worth ten."""
    assert one(output_tokens=100)["answer_value"] == 1.0
    assert one(output_tokens=100, reasoning="First, ...")["answer_value"] == 10.0


def test_turns_are_counted_apart():
    """User turns leave out those of tools."""
    roles = ["user", "assistant", "tool", "tool", "user"]
    found = one(messages=[{"role": role, "text": "x", "media": None} for role in roles])

    assert (found["user_turns"], found["tool_turns"]) == (2, 2)


def test_indices_point_into_their_lists():
    """Intent and capability are indices, the probability is one."""
    found = one()

    assert 0 <= found["intent"] < len(INTENTS)
    assert 0 <= found["capability"] < len(CAPABILITIES)
    assert 0 <= found["intent_p"] <= 1


def test_nonsensical_numbers_do_no_harm():
    """Counts beyond 32 bits and below nought are brought into range."""
    found = one(n=10**12, output_tokens=-(10**12))

    assert (found["samples"], found["output_tokens"]) == (2**31 - 1, 0)
    assert one(n=0)["samples"] == 1
