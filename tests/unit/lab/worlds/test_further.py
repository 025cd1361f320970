"""The further campaigns to tune on: each recipe words itself, and they differ as their page says."""

import math
import re
from random import Random

import pytest

from hydrascope.lab.worlds import campaigns, evasion, recipes, recipes_further, shapes
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.catalogue import TUNED, WORLDS
from hydrascope.lab.worlds.further import FOUNDRY, FURTHER, INLINE, MILL, PATIENT, POLYGLOT
from hydrascope.lab.worlds.text import voice
from hydrascope.lab.worlds.traffic import Setting, moment
from hydrascope.schema import CAPABILITIES, INTENTS

RECIPES = [one for one in vars(recipes_further).values() if isinstance(one, recipes.Recipe)]
SETTING = Setting(seed=5, days=14.0, scale=1.0, release=8.4 * DAY)
BY_NAME = pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.name)
PLAIN = (shapes.REASONING, shapes.AGENTIC, shapes.PATHWAYS, shapes.POOL)


@BY_NAME
def test_each_recipe_words_itself_with_nothing_left_open(recipe):
    """No choice and no slot is left in a request, whether its wordings are fixed or drawn afresh, and something comes back."""
    rng = Random(3)
    who = voice(rng, tongue=recipe.tongue or "en")
    for wordings in (1, 60, 0):
        request, capability = recipes.compose(recipe, recipes.book(recipe, wordings, rng), rng, who)
        said = request.get("system", "") + request["messages"][0]["content"]

        assert capability in CAPABILITIES
        assert not re.search(r"\[[^\]]*\||<(problem|answer|text|question|instruction|document|trace|story)>", said)
        assert recipes.reply(recipe, rng, who)


@BY_NAME
@pytest.mark.parametrize("seed", range(3))
def test_each_recipe_has_sixty_distinct_paraphrases(recipe, seed):
    """Frame and system prompt together come in sixty ways, no two wordings of a sentence alike."""
    book = recipes.book(recipe, 60, Random(seed))
    sentences = (*book.frame, *book.system)

    assert math.prod(map(len, sentences)) == 60
    assert all(len(set(wordings)) == len(wordings) for wordings in sentences)


def test_the_recipes_cover_every_harvest_and_three_scripts():
    """Each intent has two recipes at least; two are Chinese, one is Russian, and the letters are theirs."""
    intents = [one.intent for one in RECIPES]
    tongues = [one.tongue for one in RECIPES]

    assert all(intents.count(intent) >= 2 for intent in INTENTS if intent != "none")
    assert len(RECIPES) == len({one.name for one in RECIPES}) >= 16
    assert (tongues.count("zh"), tongues.count("ru")) == (2, 1)
    for one in RECIPES:
        letters = re.sub(r"<\w+>|\W|[NEWREPLY_]", "", "".join(one.frame))
        assert letters.isascii() == (not one.tongue), one.name


def test_no_five_words_stand_in_the_recipes_tuned_on_before(runs):
    """The wordings are further ones: no run of five words is in both."""
    before = runs([one for one in vars(recipes).values() if isinstance(one, recipes.Recipe)], 5, 200)
    further = runs(RECIPES, 5, 200)

    assert min(len(before), len(further)) > 1_000
    assert not before & further


def test_the_campaigns_differ_in_size_rate_and_age():
    """Twelve heads to 250, 5.6 a day to 800, none named like another to tune on, every recipe in use; what the report keeps for itself stays there."""
    heads, rates = sorted(one.heads for one in FURTHER), sorted(one.per_day for one in FURTHER)

    assert (heads[0], heads[-1], rates[0], rates[-1]) == (12, 250, 5.6, 800.0)
    assert len({one.name for one in (*FURTHER, *TUNED, *PLAIN)}) == len(FURTHER) + len({one.name for one in (*TUNED, *PLAIN)})
    assert {recipe.name for one in FURTHER for recipe in (*one.recipes, *one.late)} == {one.name for one in RECIPES}
    assert all((one.pools, one.rotation, one.relayed, one.stored, one.reveals, one.probe) == (1, 1, 0, 0, 0, 0) for one in FURTHER)


@pytest.mark.parametrize("these", [PATIENT, POLYGLOT], ids=lambda one: one.name)
def test_aged_accounts_are_not_born_together(these):
    """They were opened over months, and none of them in the two months before the start."""
    accounts = campaigns.campaign(SETTING, these).accounts
    ages = [(moment(these.start * DAY) - one.account.created_at).total_seconds() / DAY for one in accounts]

    assert min(ages) >= 60
    assert max(ages) - min(ages) > 100


def test_two_campaigns_share_a_recipe_and_nothing_else():
    """What they have in common is one recipe, which each words for itself; cards, addresses and domains of mail are their own."""
    foundry, mill = (campaigns.campaign(SETTING, one) for one in (FOUNDRY, MILL))
    shared = {one.name for one in FOUNDRY.recipes} & {one.name for one in MILL.recipes}
    others = [
        {recipe.name for recipe in (*a.recipes, *a.late)} & {recipe.name for recipe in (*b.recipes, *b.late)}
        for i, a in enumerate(FURTHER)
        for b in FURTHER[:i]
    ]

    assert shared == {"personas"}
    assert [one for one in others if one] == [shared]
    assert not {one.account.payment_fingerprint for one in foundry.accounts} & {one.account.payment_fingerprint for one in mill.accounts}
    assert not {one.place for one in foundry.sent} & {one.place for one in mill.sent}


def test_one_campaign_has_one_prompt_that_forces_inline_tags():
    """The same system prompt stands in every request, and every answer that comes opens with its tag."""
    sent = campaigns.campaign(SETTING, INLINE).sent

    assert len({one.request["system"] for one in sent}) == 1
    assert all(one.answer.startswith("<work>") for one in sent if one.answer)


@pytest.mark.parametrize("n", evasion.LEVELS)
def test_the_worlds_are_for_tuning_and_of_a_handy_size(n):
    """Ten campaigns at the level of the name, with some thousands of exchanges each side of the honest ones."""
    world = WORLDS[f"further-{n}"]
    sent = sum(evasion.harvest(one) / (1 - one.cover) for one in world.campaigns)

    assert world.split == "tuning"
    assert world.campaigns == tuple(evasion.level(one, n) for one in FURTHER)
    assert 4_000 < sent < 34_000  # about 11,000 honest exchanges come on top
