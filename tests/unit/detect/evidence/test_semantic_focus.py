"""Are the accounts about one thing, each of them, and strangers are not?"""

import numpy as np
import pytest

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.semantic_focus import copied, semantic_focus, subjects

BITS = 2 ** np.arange(64, dtype=np.uint64)


def _about(subject, noise=0.3):
    """Return a function that gives prompts about a subject: its 64 bits, some of them turned over."""

    def prompt(i, k):
        theme = np.random.default_rng(subject(i)).random(64) < 0.5
        turned = np.random.default_rng([1 + i, 1 + k, subject(i)]).random(64) < noise
        return int(BITS[theme ^ turned].sum()) or 1

    return prompt


def _crowd(told, **fields):
    """Strangers with subjects of their own, enough to draw random groups from."""
    return told.strangers(count=80, each=12, **{"semantic": _about(lambda i: 100 + i)} | fields)


def _heads(told, **fields):
    """Heads that send questions about one subject."""
    return told.heads(**{"semantic": _about(lambda _: 7)} | fields)


def test_one_subject_of_many_heads(told) -> None:
    """Nine of twelve heads about one subject are nearer to the rest than any stranger is, and the rest nearly."""
    found = told.asked(semantic_focus, told.both(_crowd(told), _heads(told)))

    assert found.bits == 12 < rate_bits(9, 12, 1 / 82)
    assert found.finding == (
        "9 of 12 accounts are so near to what the others of the group ask about; 0 of 80 independent accounts are."
        " Of the prompts 0% are near copies of another account's."
    )


def test_subjects_of_their_own_say_nothing(told) -> None:
    """Heads that are each about one thing, but each about another, are not focused."""
    assert told.bits_of(told.asked(semantic_focus, told.both(_crowd(told), _heads(told, semantic=_about(lambda i: 500 + i))))) == 0


def test_one_account_that_always_asks_the_same_is_no_group(told) -> None:
    """The focus of a single account adds nothing: only pairs count."""
    one = _about(lambda i: 7 if i == 0 else 500 + i, noise=0.0)

    assert told.bits_of(told.asked(semantic_focus, told.both(_crowd(told), _heads(told, semantic=one)))) == 0


def test_a_subject_that_strangers_have_too_is_common(told) -> None:
    """Some strangers about the same thing, such as those who write the same language, make it nobody's mark."""
    shared = _crowd(told, semantic=_about(lambda i: 7 if i < 6 else 100 + i))

    assert told.bits_of(told.asked(semantic_focus, told.both(shared, _heads(told)))) == 0


def test_near_copies_are_a_class_or_a_benchmark(told) -> None:
    """Where the accounts send the same prompts, the focus is taken off."""
    same = _about(lambda _: 7)

    assert told.bits_of(told.asked(semantic_focus, told.both(_crowd(told), _heads(told, semantic=lambda _, k: same(0, k))))) == 0


def test_one_subject_of_everybody_says_nothing(told) -> None:
    """Where all strangers are about one thing too, the group is like them."""
    everybody = told.both(_crowd(told, semantic=_about(lambda _: 7)), _heads(told))

    assert told.bits_of(told.asked(semantic_focus, everybody)) == 0


def test_too_few_prompts_or_accounts_tell_nothing(told) -> None:
    """Four prompts of an account say no subject; two accounts are no group; without strangers there is no null; no text is no prompt."""
    assert told.asked(semantic_focus, told.both(_crowd(told), _heads(told, each=4))) is None
    assert told.asked(semantic_focus, told.both(_crowd(told), _heads(told, count=2))) is None
    assert told.asked(semantic_focus, _heads(told)) is None
    assert told.asked(semantic_focus, told.both(_crowd(told), _heads(told)).without("semantic")) is None


def test_copies_are_counted_between_accounts_only(told) -> None:
    """An account that repeats itself copies nobody."""
    x = told.scene_of(told.heads(semantic=_about(lambda i: i, noise=0.0))).traffic.exchanges

    assert copied(x, np.arange(len(x.a))) == 0.0
    assert copied(x, np.arange(0)) == 0.0


def test_a_subject_is_the_mean_of_the_bits(told) -> None:
    """Each account has one row, with the share of its prompts that have each bit; accounts with four prompts have none."""
    x = told.scene_of(
        told.both(told.heads(1, 8, semantic=lambda _, k: 3 if k < 2 else 1), told.strangers(1, 4, semantic=9))
    ).traffic.exchanges
    found = subjects(x, np.arange(len(x.a)))

    assert found.means[:, :3].tolist() == [[1.0, 0.25, 0.0]]
    assert len(found.accounts) == 1


def test_of_many_prompts_some_are_read(told) -> None:
    """An account with a thousand prompts is known from some, spread over its time."""
    x = told.scene_of(told.heads(1, 1000, hour=lambda _, k: k / 4, semantic=lambda _, k: 1 if k < 500 else 2)).traffic.exchanges

    assert subjects(x, np.arange(len(x.a))).means[0, :2] == pytest.approx([0.5, 0.5], abs=0.1)
