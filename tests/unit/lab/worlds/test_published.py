"""The published campaigns: their rates, their marks, and wordings that no tuning world uses."""

import re
from collections import Counter, defaultdict
from random import Random

import pytest
from msgspec.structs import replace

from hydrascope.lab import worlds
from hydrascope.lab.worlds import campaigns, drills, evasion, published, recipes, recipes_further, trajectories
from hydrascope.lab.worlds import recipes_february as february
from hydrascope.lab.worlds import recipes_september as september
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.catalogue import TUNED, WORLDS
from hydrascope.lab.worlds.grammar import spin
from hydrascope.lab.worlds.recipes_tongues import THOUGHTS
from hydrascope.lab.worlds.recipes_trials import TRIALS
from hydrascope.lab.worlds.traffic import NEW, moment

SETTING = WORLDS["published-0"].setting(3, 1.0)
RATES = {"alibaba": 860, "moonshot-september": 5.6, "zhipu": 1_100, "xiaomi": 13}


@pytest.fixture(scope="module")
def sent():
    """What each published campaign sends at level 0, by name."""
    return {one.name: campaigns.campaign(SETTING, one) for one in published.PUBLISHED}


@pytest.mark.parametrize("name", sorted(RATES))
def test_an_account_sends_as_much_a_day_as_was_published(sent, name):
    """The exchanges a day of one account are those of the publication, within a tenth."""
    these = next(one for one in published.PUBLISHED if one.name == name)
    days = these.window / these.pools
    accounts = len({one.account_id for one in sent[name].sent})

    assert len(sent[name].sent) / accounts / days == pytest.approx(RATES[name], rel=0.1)


def test_a_campaign_has_the_exchanges_that_it_declares(sent):
    """Each is large enough to be found and small enough to be made often: 2,300 to 4,500, and what is sent keeps within a twentieth of it."""
    declared = {one.name: evasion.harvest(one) for one in published.PUBLISHED}

    assert {name for name, count in declared.items() if not 2_300 <= count <= 4_500} == set()
    assert {name: len(one.sent) for name, one in sent.items()} == pytest.approx(declared, rel=0.05)


def test_a_campaign_begins_on_its_declared_day(sent):
    """Before its day there is honest traffic alone, so that an alarm can be replayed against it."""
    for these in published.PUBLISHED:
        first = min(one.ts for one in sent[these.name].sent)

        assert these.start >= 3.0
        assert these.start * DAY <= first < these.start * DAY + 6 * HOUR


def test_every_exchange_of_a_relay_belongs_to_its_campaign(sent):
    """What honest end users type into a relay is labelled as the relay's."""
    for name in ("moonshot-september", "deepseek-september", "xiaomi"):
        assert {(one.kind, one.campaign) for one in sent[name].sent} == {("attack", name)}


def test_one_fixed_block_stands_in_every_request_of_alibaba(sent):
    """The tail of each prompt is the same; what comes before it hardly ever is."""
    texts = [one.request["messages"][0]["content"].split("\n\n---\n") for one in sent["alibaba"].sent if one.answer]

    assert len({tail for _, tail in texts}) == 1
    assert len({head for head, _ in texts}) > 0.9 * len(texts)


def test_a_second_pool_takes_over_when_the_first_is_banned(sent):
    """The first pool is banned whole, and within two hours others go on."""
    times = defaultdict(list)
    for one in sent["alibaba"].sent:
        times[one.account_id].append(one.ts)
    bans = {one.account.account_id: one.account.banned_at for one in sent["alibaba"].accounts}
    first = [account for account in times if bans[account]]
    second = [account for account in times if not bans[account]]
    end = max(times[account][-1] for account in first)

    assert (len(first), len(second)) == (6, 6)
    assert all(moment(times[account][-1]) <= bans[account] for account in first)
    assert all(end < times[account][0] < end + 2 * HOUR for account in second)


def test_accounts_of_zhipu_take_turns(sent):
    """In one place of the scheduler three accounts work one after another, never two at once."""
    hours = defaultdict(set)
    for one in sent["zhipu"].sent:
        hours[one.account_id].add(int((one.ts - 6.1 * DAY) // (1.1 * HOUR)))
    turns = Counter(turn for own in hours.values() for turn in own)

    assert len(hours) == 9
    assert set(turns.values()) == {3}


@pytest.mark.parametrize("name", ["moonshot-september", "deepseek-september"])
def test_a_reasoning_block_of_one_account_is_handed_back_by_another(sent, name):
    """Most blocks that come back were minted by another account, and earlier; every block is minted once."""
    minted = [(block, one) for one in sent[name].sent for block in one.extra.get("reasoning_blocks", ())]
    by = dict(minted)
    back = [(one, by[block]) for one in sent[name].sent for block in one.request.get("reasoning_blocks", ())]
    foreign = [one.account_id != origin.account_id for one, origin in back]

    assert len(by) == len(minted)
    assert len(back) > 300
    assert sum(foreign) / len(foreign) > 0.9
    assert sum(origin.ts < one.ts for one, origin in back) / len(back) > 0.99


def test_relayed_users_differ_and_are_wrapped_in_nothing(sent):
    """A relay without a program of its own adds no system prompt, and its users' openings hardly repeat."""
    talk = [one.request for one in sent["moonshot-september"].sent if len(one.request["messages"]) > 1]

    assert len(talk) > 500
    assert not any("system" in request for request in talk)
    assert len({request["messages"][-1]["content"] for request in talk}) > 0.9 * len(talk)


def test_kept_conversations_are_sent_by_several_heads(sent):
    """Xiaomi sends a stored turn more than once, word for word, through different accounts."""
    heads = defaultdict(set)
    for one in sent["xiaomi"].sent:
        if one.request.get("max_tokens") != 900:
            heads[str(one.request["messages"])].add(one.account_id)

    assert sum(len(own) > 1 for own in heads.values()) > 0.4 * len(heads)


def test_a_probe_phase_tries_another_trick_each_time(sent):
    """The first requests are tricks, nearly all different; later ones are not."""
    trial = [one for one in sent["deepseek-september"].sent if one.ts < (3 + 0.05 * 10) * DAY]
    texts = {one.request["messages"][0]["content"] for one in trial}

    assert len(trial) > 100
    assert len(texts) > 0.95 * len(trial)
    assert sum("I will not show" in one.answer for one in trial) > 0.9 * len(trial)
    assert not any("I will not show" in one.answer for one in sent["deepseek-september"].sent if one.ts > 4 * DAY)


def test_google_s_traces_come_in_many_languages(sent):
    """Nine languages take about equal parts."""
    scripts = Counter(
        "".join(
            name
            for name, span in (("han", "[一-鿿]"), ("kana", "[ぁ-ヿ]"), ("hangul", "[가-힣]"), ("cyrillic", "[а-я]"))
            if re.search(span, text)
        )
        for text in (one.request["messages"][0]["content"] for one in sent["google-report"].sent)
    )

    assert len(scripts) >= 5
    assert scripts[""] < 0.7 * scripts.total()


def test_half_of_minimax_turns_to_the_new_model_within_a_day(sent):
    """Nearly half of the traffic asks for the new model 24 hours after its release."""
    after = [one.model == NEW for one in sent["minimax-february"].sent if one.ts > SETTING.release + DAY]

    assert sum(after) / len(after) == pytest.approx(0.5, abs=0.05)


def test_the_flood_has_more_than_a_hundred_thousand_exchanges():
    """The record declares them; what is made at a tenth of the size agrees."""
    setting = WORLDS["flood"].setting(1, 0.1)
    made = len(campaigns.campaign(setting, drills.FLOOD).sent)

    assert drills.FLOOD.heads * drills.FLOOD.per_day * drills.FLOOD.window > 100_000
    assert made > 10_000


def test_sweeps_ask_bare_questions_with_a_kit_s_defaults():
    """No system prompt, no setting, no words around the question; no two accounts share a card."""
    made = campaigns.campaign(WORLDS["sweeps"].setting(1, 1.0), drills.SWEEP)
    cards = Counter(one.account.payment_fingerprint for one in made.accounts)

    assert {tuple(one.request) for one in made.sent} == {("messages",)}
    assert max(cards.values()) == 1
    assert {one.stack.user_agent.split("/")[0] for one in made.sent} == {"AsyncOpenAI"}


def test_two_hundred_accounts_share_what_they_are_said_to():
    """26 exchanges a day; four cards and ten addresses, or none; one system prompt in both."""
    for these, cards, places in ((drills.TWO_HUNDRED_SHARED, 4, 10), (drills.TWO_HUNDRED_ALONE, 200, 200)):
        made = campaigns.campaign(WORLDS["two-hundred-shared"].setting(1, 1.0), these)

        assert len(made.accounts) == 200
        assert len({one.account.payment_fingerprint for one in made.accounts}) == cards
        assert len({one.place for one in made.sent}) == places
        assert len({one.request["system"] for one in made.sent}) == 1
        assert len(made.sent) / 200 / 4 == pytest.approx(26, rel=0.1)


def test_report_worlds_share_no_campaign_with_tuning_worlds():
    """No family stands in both splits."""
    names = {split: {c.name for one in WORLDS.values() if one.split == split for c in one.campaigns} for split in ("tuning", "report")}

    assert {one.name for one in (*published.PUBLISHED, drills.FLOOD, drills.SWEEP)} <= names["report"]
    assert {one.name for one in TUNED} <= names["tuning"]
    assert not names["tuning"] & names["report"]


def _runs(frames):
    """Every five words in a row that the frames' wordings hold, between one slot and the next."""
    rng, found = Random(1), set()
    for frame in frames:
        for _ in range(300):
            for part in re.split(r"<\w+>", spin(" ".join(frame), rng)):
                words = re.findall(r"\w+", part.lower())
                found |= {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
    return found


def test_no_five_words_of_a_report_recipe_stand_in_a_tuning_recipe():
    """Whoever learns the tuning wordings by heart has learnt nothing of the report's."""
    tuning = [
        (*one.frame, one.system)
        for module in (recipes, recipes_further)
        for one in vars(module).values()
        if isinstance(one, recipes.Recipe)
    ]
    tuning += [trajectories.CONTAINER.system, *((task,) for task in trajectories.CONTAINER.tasks)]
    reported = [
        (*one.frame, one.system)
        for module in (february, september, drills)
        for one in vars(module).values()
        if isinstance(one, recipes.Recipe)
    ]
    reported += [one.frame for one in (*THOUGHTS, *TRIALS)]
    reported += [text for harness in (february.DESK, february.ORCHESTRA) for text in (harness.system, harness.tasks)]

    assert len(_runs(tuning)) > 1_000
    assert len(_runs(reported)) > 1_000
    assert not _runs(tuning) & _runs(reported)


def test_a_report_recipe_has_enough_wordings_for_every_level():
    """Each template can be worded in sixty ways."""
    for one in (*(r for c in published.PUBLISHED for r in (*c.recipes, *c.late, *c.reveal)), drills.PUPIL):
        sizes = [len(sentence) for sentence in recipes.book(one, 60, Random(2)).frame]

        assert sizes[0] * sizes[1] * sizes[-1] * (sizes[2] if len(sizes) > 3 else 1) >= 27, one.name


def test_the_same_seed_makes_the_same_campaign():
    """Two runs give the same exchanges, another seed gives others."""
    these = replace(published.MOONSHOT_SEPTEMBER, heads=6)
    one, two, other = (campaigns.campaign(worlds.WORLDS["published-0"].setting(seed, 1.0), these) for seed in (1, 1, 2))

    assert one == two
    assert one.sent[0].account_id != other.sent[0].account_id
