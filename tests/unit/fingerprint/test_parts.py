import pyarrow as pa
import pytest

from hydrascope.fingerprint.parts import parts
from hydrascope.schema import EXCHANGES


def batch(*conversations, systems=None):
    """Return a batch of conversations: lists of (role, text) or (role, text, media)."""
    rows = [
        {
            "exchange_id": f"e{i}",
            "ts": 0,
            "account_id": "a",
            "model": "m",
            "messages": [dict(zip(("role", "text", "media"), (*message, None), strict=False)) for message in conversation],
            "system": (systems or {}).get(i),
        }
        for i, conversation in enumerate(conversations)
    ]
    return pa.RecordBatch.from_pylist(rows, EXCHANGES)


def one(*conversation, system=None):
    """Return the parts of one conversation as a dictionary."""
    return rows(parts(batch(conversation, systems={0: system})))[0]


def rows(found):
    """Return the parts as one dictionary a row."""
    columns = {name: column.to_pylist() if isinstance(column, pa.Array) else column.tolist() for name, column in found._asdict().items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


CHAT = [
    ("system", "Be kind."),
    ("user", "First"),
    ("assistant", "Yes"),
    ("user", "Second"),
    ("tool", "42"),
    ("assistant", "Well"),
    ("user", "Third"),
]


def test_first_and_last_user_message():
    """The opening is what the user said first, the prompt what the user said last."""
    found = one(*CHAT)

    assert (found["system"], found["opening"], found["prompt"]) == ("Be kind.", "First", "Third")


def test_one_message_is_opening_and_prompt():
    """A request of one message begins and ends with it."""
    found = one(("user", "Only"))

    assert (found["system"], found["opening"], found["prompt"], found["turns"]) == (None, "Only", "Only", 1)


def test_a_system_text_given_outside_the_messages_wins():
    """What the API calls system comes before a message that calls itself so."""
    assert one(*CHAT, system="Outside")["system"] == "Outside"


@pytest.mark.parametrize("outside", [None, ""])
def test_an_empty_system_text_hides_none(outside):
    """An empty text outside the messages, or an empty first message, gives way to the first that has words."""
    assert (
        one(("system", ""), ("system", None), ("developer", "Terse."), ("system", "Kind."), ("user", "Hi"), system=outside)["system"]
        == "Terse."
    )


def test_a_developer_speaks_for_the_system():
    """Developer messages are system text, wherever they stand."""
    found = one(("user", "Hi"), ("developer", "Terse."), ("user", "Ho"))

    assert (found["system"], found["turns"]) == ("Terse.", 2)


@pytest.mark.parametrize("role", ["customer", "", None, "USER", "function"])
def test_an_unknown_role_speaks_for_the_user(role):
    """What is not in the list of roles is a user's message."""
    found = one((role, "Hi"))

    assert (found["opening"], found["prompt"], found["turns"], found["tool_turns"]) == ("Hi", "Hi", 1, 0)


def test_turns_are_of_users_and_tools():
    """Turns count the messages by users and tools; those of tools are counted apart."""
    found = one(*CHAT)

    assert (found["turns"], found["tool_turns"]) == (4, 1)


def test_no_messages():
    """An exchange without messages has no texts and no turns."""
    found = one()

    assert (found["system"], found["opening"], found["prompt"]) == (None, None, None)
    assert (found["turns"], found["tool_turns"], found["input_chars"], found["has_image"]) == (0, 0, 0, False)


def test_nobody_but_the_assistant():
    """Without a user there is neither opening nor prompt."""
    found = one(("assistant", "Hello?"))

    assert (found["opening"], found["prompt"], found["turns"]) == (None, None, 0)


@pytest.mark.parametrize(("media", "seen"), [("image", True), ("document,image", True), ("audio", False), ("", False), (None, False)])
def test_images_are_seen_in_any_message(media, seen):
    """An image among the kinds of parts of any message makes it an exchange with an image."""
    assert one(("user", "What is this?", media), ("user", "And?"))["has_image"] is seen


def test_a_message_without_text_is_a_message():
    """An image alone is the user's last message, without words."""
    found = one(("user", "First"), ("user", None, "image"))

    assert (found["opening"], found["prompt"] or "", found["turns"], found["input_chars"]) == ("First", "", 2, 5)


def test_input_is_counted_in_bytes():
    """The bytes of all messages add up, whoever wrote them."""
    assert one(("system", "é"), ("user", "日本"), ("assistant", "abc"), ("tool", None))["input_chars"] == 2 + 6 + 3


def test_messages_hash_follows_all_messages():
    """Any other word of anybody is another conversation; the same words are the same."""
    changed = [*CHAT[:5], ("assistant", "Well."), CHAT[6]]
    found = rows(parts(batch(CHAT, changed, CHAT, [])))

    assert len({row["messages_hash"] for row in found}) == 3
    assert found[0]["messages_hash"] == found[2]["messages_hash"]


def test_a_slice_gives_its_own_rows():
    """A sliced batch, at any offset, gives what its rows give alone."""
    conversations = [CHAT, [], [("user", "Hi")], [("developer", "D"), ("user", "日本", "image")], CHAT[:4], [("tool", "t")]]
    whole = batch(*conversations, systems={2: "S", 4: ""})
    expected = rows(parts(whole))

    assert len(expected) == len(conversations)
    assert all(
        rows(parts(whole.slice(start, size))) == expected[start : start + size]
        for start in range(len(conversations) + 1)
        for size in range(len(conversations) + 1 - start)
    )


def test_no_rows():
    """A batch of no rows gives no parts."""
    assert rows(parts(batch())) == []
