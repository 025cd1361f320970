"""Is the same request sent again by several heads, as for sampling many answers?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.distributed_sampling import distributed_sampling


def test_one_prompt_drawn_by_several_heads(told) -> None:
    """Twelve heads that draw the same prompts from the model, among strangers who never do: log2(42^12 / 13) bits."""
    found = told.asked(distributed_sampling, told.hydra(content_hash=lambda _, k: 700 + k))

    assert found.bits == pytest.approx(12 * np.log2(42) - np.log2(13))
    assert found.finding.startswith("12 of 12 accounts sent requests that another of the group sent word for word; 0 of 40 ")


def test_prompts_of_their_own_say_nothing(told) -> None:
    """Heads that never send what another sent give no finding."""
    assert told.asked(distributed_sampling, told.hydra()) is None


def test_an_account_that_repeats_itself_is_no_sampling(told) -> None:
    """The same request many times from one account does not count."""
    assert told.asked(distributed_sampling, told.hydra(content_hash=lambda i, _: 700 + i)) is None


def test_a_question_that_strangers_share_weighs_little(told) -> None:
    """Where the strangers repeat each other as well, repeated requests give no bits."""
    public = told.both(told.strangers(content_hash=lambda _, k: 900 + k), told.heads(content_hash=lambda _, k: 700 + k))

    assert told.bits_of(told.asked(distributed_sampling, public)) < 1


def test_without_a_crowd_there_is_no_evidence(told) -> None:
    """Where every account is in the group, there is nothing to compare with."""
    assert told.asked(distributed_sampling, told.heads(content_hash=lambda _, k: 700 + k)) is None
