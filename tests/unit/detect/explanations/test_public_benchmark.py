"""A public benchmark or assignment: the same items are asked by everybody who runs it."""

from hydrascope.detect.explanations.public_benchmark import public_benchmark


def test_the_same_items_for_everybody(told) -> None:
    """Accounts that each ask the same twenty-four questions fit fully."""
    found = told.asked(public_benchmark, told.hydra(prompt_hash=lambda _, k: 500 + k))

    assert found.fit == 1.0
    assert found.finding.startswith(
        "100% of what the accounts ask is asked by independent accounts or by much of the group; 24 distinct questions"
    )


def test_items_that_strangers_ask_too(told) -> None:
    """Questions that are divided among the accounts but known to the world fit as well."""
    public = told.both(
        told.strangers(prompt_hash=lambda i, k: 500 + 10 * (i % 12) + k % 10), told.heads(prompt_hash=lambda i, k: 500 + 10 * i + k % 10)
    )

    assert told.asked(public_benchmark, public).fit == 1.0


def test_a_divided_list_is_no_benchmark(told) -> None:
    """Items that are dealt out, each to one head, are not excused."""
    assert told.asked(public_benchmark, told.hydra()) is None


def test_without_prompts_it_does_not_fit(told) -> None:
    """Where what was asked is unknown, or one account asks, there is no reading."""
    assert told.asked(public_benchmark, told.hydra().without("prompt_hash")) is None
    assert told.asked(public_benchmark, told.hydra(count=1, prompt_hash=5)) is None
