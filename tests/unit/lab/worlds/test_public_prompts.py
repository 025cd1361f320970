"""Strangers with public words: they share the template and nothing else."""

from collections import defaultdict

import pytest

from hydrascope.lab.worlds import public_prompts
from hydrascope.lab.worlds.public_prompts import COLLECTION, PIPELINES, DataTool, PromptCollection
from hydrascope.lab.worlds.traffic import Setting

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * 86_400.0)
BOTH = [(public_prompts.data_tool, DataTool(users=60)), (public_prompts.prompt_collection, PromptCollection(followers=60))]


def _without_public_words(one):
    """Return what an exchange asks, the public template cut away."""
    text = one.request["messages"][0]["content"]
    for words in (*COLLECTION, *(part for pipeline in PIPELINES for part in pipeline.frame.split("{piece}"))):
        text = text.replace(words, " | ")
    return text


@pytest.mark.parametrize(("act", "these"), BOTH)
def test_the_same_seed_makes_the_same_honest_traffic(act, these):
    """Accounts and exchanges follow from the seed, lie in the world, and belong to no campaign."""
    one = act(SETTING, these)

    assert one == act(SETTING, these)
    assert {enrolled.campaign for enrolled in one.accounts} == {""}
    assert all(0 <= sent.ts < SETTING.end for sent in one.sent)


@pytest.mark.parametrize(("act", "these"), BOTH)
def test_they_share_no_card_no_address_and_no_subject(act, these):
    """Beyond the public words hardly a run of five words occurs with two of them."""
    population = act(SETTING, these)
    users = defaultdict(set)
    for one in population.sent:
        words = _without_public_words(one).split()
        for i in range(len(words) - 4):
            users[" ".join(words[i : i + 5])].add(one.account_id)
    mentions = sum(map(len, users.values()))

    assert len({one.account.payment_fingerprint for one in population.accounts}) == len({one.place.ip for one in population.sent}) == 60
    assert sum(len(one) for one in users.values() if len(one) > 1) / mentions < 0.05


def test_users_of_the_tool_keep_its_template_and_defaults():
    """Every request is one of the tool's pipelines with its settings, in a run of a few dozen at most."""
    population = public_prompts.data_tool(SETTING, DataTool(users=60))
    systems = {pipeline.system: pipeline for pipeline in PIPELINES}
    counts = defaultdict(int)
    for one in population.sent:
        pipeline = systems[one.request["system"]]
        assert all(one.request[key] == value for key, value in pipeline.settings.items())
        counts[one.account_id] += 1

    assert sum(counts.values()) / 60 / 14 == pytest.approx(2.0, rel=0.35)
    assert max(counts.values()) < 200


def test_followers_use_the_collection_as_often_as_the_share_says():
    """Half of a follower's requests carry one of the public prompts, before or after the question."""
    population = public_prompts.prompt_collection(SETTING, PromptCollection(followers=150, share=0.5))
    used = [any(prompt in one.request["messages"][0]["content"] for prompt in COLLECTION) for one in population.sent]

    assert sum(used) / len(used) == pytest.approx(0.5, abs=0.05)
    assert {one.pathway for one in population.sent} == {"api", "web"}


def test_the_public_words_are_the_same_in_every_world():
    """Templates are public, so no seed changes them."""
    worlds = [public_prompts.data_tool(Setting(seed=seed, days=14.0, scale=1.0, release=0.0), DataTool(users=40)) for seed in (1, 2)]

    assert len({frozenset(one.request["system"] for one in world.sent) for world in worlds}) == 1
