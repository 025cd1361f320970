"""Who is taken for an account of a group that works off one queue, and takes no part in it."""

import pytest

from hydrascope.detect.bystanders import EXPECTED, bystanders, passed_on
from hydrascope.detect.choice import Candidate
from hydrascope.detect.groups import _without_strangers
from hydrascope.detect.streams import Usage
from hydrascope.detect.verdict import judge

EACH = 40  # turns of every head, each of which another began or goes on with


def _relay(told, **odd):
    """Twelve heads, each of which has the second turn of what the head before began, and one more account with conversations of its own."""
    turns = {"user_turns": lambda _, k: 1 + k % 2, "hour": lambda _, k: 10 + k // 2 + (k % 2) / 100}
    heads = told.heads(each=EACH, opening_hash=lambda i, k: 500 + (i - k % 2) % 12 + 100 * (k // 2), **turns)
    own = {"count": 1, "each": EACH, "prefix": "h9", "opening_hash": lambda _, k: 9000 + k // 2, "payment_fingerprint": "own"}
    return told.scene_of(told.both(told.strangers(), heads, told.heads(**turns | own | odd)))


def _out(told, seen):
    names = seen.traffic.accounts.ids
    return [names[a] for a in bystanders(told.group_of(seen), seen).nonzero()[0]]


def test_who_keeps_all_its_conversations_is_no_head(told) -> None:
    """Among heads that pass on every conversation, one who sends as much and passes on none is a stranger."""
    assert _out(told, _relay(told)) == ["h9000"]


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"each": int(EXPECTED) - 1}, "sends too little for it to be no chance"),
        (
            {"opening_hash": lambda _, k: 500 if k < 2 else 9000 + k // 2, "hour": lambda _, k: 10.005 + k},
            "goes on with one conversation of another's",
        ),
        ({"payment_fingerprint": "h-card-0"}, "pays with a head's card"),
        (
            {"count": 6, "opening_hash": lambda i, k: 9000 + 100 * i + k // 2, "payment_fingerprint": lambda i: f"own-{i}"},
            "is one of many who pass on nothing",
        ),
    ],
)
def test_a_head_is_not_put_out(told, odd, why) -> None:
    """Whoever may be a head by chance, by its part in the queue, by its card or by its task, stays."""
    assert _out(told, _relay(told, **odd)) == [], why


def test_conversations_count_at_both_ends(told) -> None:
    """Each head hands on twenty conversations and takes over twenty; the stranger has none of it."""
    seen = _relay(told)
    passed = passed_on(told.group_of(seen), seen)[seen.traits.customer[told.group_of(seen).members]]

    assert passed.tolist() == [EACH] * 12 + [0]


def test_requests_that_failed_and_reasoning_count_too(told) -> None:
    """A request that failed and came again has two ends, and so has a block that another hands back."""
    failed = told.heads(count=2, each=1, content_hash=5, status=lambda i, _: 500 if i == 0 else 200, hour=lambda i, _: 10 + i / 10)
    blocks = told.heads(
        count=2, each=1, prefix="hr", blocks_out=lambda i, _: [b"77"] if i == 0 else [], blocks_in=lambda i, _: [b"77"] if i else []
    )
    seen = told.scene_of(told.both(told.strangers(), failed, blocks))

    assert passed_on(told.group_of(seen), seen)[seen.traits.customer[told.group_of(seen).members]].tolist() == [1, 1, 1, 1]


def test_a_group_is_judged_anew_without_bystanders(told) -> None:
    """The twelve heads stand, the stranger is not accused with them."""
    seen = _relay(told)
    group = told.group_of(seen)
    candidate = Candidate(group, 0, group.size, judge(group, seen, group.size, 1)._replace(verdict="suspected"))
    left = _without_strangers(candidate, seen, Usage(seen), 1)

    assert left is not None
    assert left.group.everyone.tolist() == group.everyone[:-1].tolist()
