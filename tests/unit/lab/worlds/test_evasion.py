"""The dials and levels of evasion, measured on the traffic that they make."""

import statistics
from collections import Counter

import pytest
from msgspec.structs import asdict, replace

from hydrascope.errors import ConfigError
from hydrascope.lab.worlds import campaigns, evasion, published, recipes, registration
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.traffic import Setting, moment

SETTING = Setting(seed=5, days=14.0, scale=1.0, release=8.4 * DAY)
PLAIN = Campaign(
    name="plain", heads=40, per_day=10.0, recipes=(recipes.ARTICULATE,), per_card=20, addresses=10, burner_domains=2, banned=0.1
)
COVER = (0.0, 0.0, 0.1, 0.3, 0.5, 0.75, 0.9)
WORDINGS = (1, 1, 6, 6, 27, 60, 60)
PER_CARD = (20, 2, 2, 1, 1, 1, 1)
LEVELS = list(evasion.LEVELS)


@pytest.fixture(scope="module")
def levels():
    """What the plain campaign does at each level."""
    return [campaigns.campaign(SETTING, evasion.level(PLAIN, n)) for n in LEVELS]


def _frames(population):
    return {one.request["messages"][0]["content"].split("\n\nTASK")[0] for one in population.sent if one.kind == "attack"}


@pytest.mark.parametrize("n", LEVELS)
def test_cover_has_the_share_of_its_level(levels, n):
    """Unrelated requests take their share of all; they belong to no campaign."""
    kinds = Counter((one.kind, one.campaign) for one in levels[n].sent)

    assert kinds["cover", ""] / kinds.total() == pytest.approx(COVER[n], abs=0.04)
    assert set(kinds) <= {("cover", ""), ("attack", "plain")}


@pytest.mark.parametrize("n", LEVELS)
def test_a_template_has_as_many_wordings_as_its_level_says(levels, n):
    """The sentences above the task occur in that many combinations."""
    assert len(_frames(levels[n])) == WORDINGS[n]


@pytest.mark.parametrize("n", LEVELS)
def test_a_card_pays_for_as_many_heads_as_its_level_says(levels, n):
    """Twenty at first, then two, then one; the replacement of a banned head stays on its card."""
    cards = Counter(one.account.payment_fingerprint for one in levels[n].accounts if one.account.created_at < moment(3 * DAY))

    assert max(cards.values()) == PER_CARD[n]


def test_networks_go_from_a_pool_to_a_line_each(levels):
    """Ten addresses, then twenty, then each head its own."""
    places = [len({one.place for one in population.sent}) for population in levels]

    assert places[:3] == [10, 20, 20]
    assert all(found == evasion.level(PLAIN, n).heads for n, found in enumerate(places) if n >= 3)


def test_metadata_is_stripped_from_level_1_on(levels):
    """From there no client shows a version or a header of its kit; from level 3 on the TLS stacks differ."""
    for n, population in enumerate(levels):
        stacks = {one.stack for one in population.sent}

        assert all(one.headers == ("host", "content-type", "authorization", "accept", "content-length") for one in stacks) == (n >= 1)
        assert (len({one.ja4 for one in stacks}) > 3) == (n >= 3)


def test_load_ramps_from_level_2_on(levels):
    """An account's first day is full at level 0 and below half of its mean day at level 2."""
    for n, low, high in ((0, 0.8, 1.2), (2, 0.1, 0.55)):
        attack = [one for one in levels[n].sent if one.ts < 7.5 * DAY]
        first = sum(one.ts < 4 * DAY for one in attack)

        assert low < first / (len(levels[n].sent) / 11) < high


def test_rhythm_and_load_are_human_from_level_4_on(levels):
    """Heads differ in volume and sleep at night in zones of their own."""
    for n in (3, 4):
        volume = Counter(one.account_id for one in levels[n].sent)
        busy = volume.most_common(1)[0][0]
        hours = Counter(int(one.ts // HOUR) % 24 for one in levels[n].sent if one.account_id == busy)

        assert (statistics.pstdev(volume.values()) / statistics.mean(volume.values()) > 0.5) == (n == 4)
        assert (max(sum(hours[(h + i) % 24] for i in range(16)) for h in range(24)) > 0.85 * hours.total()) == (n == 4)


def test_the_last_level_has_old_accounts_that_send_five_a_day(levels):
    """Opened over 500 days, at free e-mail domains, not banned, five exchanges a day with cover."""
    population = levels[6]
    ages = [(moment(3 * DAY) - one.account.created_at).total_seconds() / DAY for one in population.accounts]

    assert len(population.sent) / len(population.accounts) / 11 == pytest.approx(5.0, rel=0.15)
    assert max(ages) > 450
    assert {one.account.email_domain for one in population.accounts} <= set(registration.FREEMAIL)
    assert not any(one.account.banned_at for one in population.accounts)


def test_the_last_level_spreads_the_published_traffic():
    """A campaign of few busy accounts becomes one of many that send as much in all."""
    for these in published.PUBLISHED:
        last = evasion.cost(evasion.level(these, 6))

        assert last.accounts >= these.heads
        assert last.harvested * last.sent_per_harvested == pytest.approx(max(evasion.harvest(these), 55 * these.heads), rel=0.1)


@pytest.mark.parametrize(("at_random", "least", "most"), [(False, 0.0, 0.05), (True, 0.5, 2.0)])
def test_work_is_dealt_in_turn_or_at_random(at_random, least, most):
    """In turn all heads get as many pieces of work but for one; drawn by chance they differ as Poisson's law has it."""
    dealt = campaigns.campaign(SETTING, evasion.dial(replace(PLAIN, banned=0.0), "dealing", at_random))
    load = list(Counter(one.account_id for one in dealt.sent).values())

    assert least <= statistics.variance(load) / statistics.mean(load) < most


def test_a_fast_campaign_takes_its_time_where_it_shams_persons():
    """From level 4 on no account harvests more than a busy person may."""
    for these in published.PUBLISHED:
        slow = evasion.level(these, 4)

        assert slow.per_day <= evasion.SLOW
        assert evasion.harvest(slow) == pytest.approx(evasion.harvest(these), rel=0.02)


@pytest.mark.parametrize("name", sorted(evasion.DIALS))
def test_a_dial_turns_one_thing(name):
    """Values from open to hidden give different campaigns, and what the dial is not about stays."""
    values = evasion.DIALS[name].values
    turned = [evasion.dial(PLAIN, name, value) for value in values]
    standing = [{key: value for key, value in evasion.turned(one).items() if key != name} for one in turned]
    moves = {"split": {"networks"}, "cover": {"split"}}.get(name, set())  # whole addresses; cover is sent too

    assert len({str(asdict(one)) for one in turned}) == len(values)
    assert len({str({key: value for key, value in one.items() if key not in moves}) for one in standing}) == 1


@pytest.mark.parametrize("value", [0.3, 0.95])
def test_the_cover_dial_leaves_the_harvest_whole(value):
    """Cover comes on top: the attack is as large as without, and cover has its share."""
    kinds = Counter(one.kind for one in campaigns.campaign(SETTING, evasion.dial(PLAIN, "cover", value)).sent)

    assert kinds["cover"] / kinds.total() == pytest.approx(value, abs=0.03)
    assert kinds["attack"] == pytest.approx(evasion.harvest(PLAIN), rel=0.1)


def test_splitting_sends_the_same_from_more_accounts():
    """At five a day twice as many accounts as at ten send as much."""
    ten, five = (campaigns.campaign(SETTING, replace(evasion.dial(PLAIN, "split", rate), banned=0.0)) for rate in (10.0, 5.0))

    assert len(five.accounts) == 2 * len(ten.accounts)
    assert len(five.sent) == pytest.approx(len(ten.sent), rel=0.02)


def test_bare_leaves_no_template():
    """With the dial on, requests are questions without a word around them."""
    texts = [one.request["messages"][0]["content"] for one in campaigns.campaign(SETTING, evasion.dial(PLAIN, "bare", True)).sent]

    assert not any("TASK" in text for text in texts)
    assert len(set(texts)) > 0.9 * len(texts)


@pytest.mark.parametrize(
    "call", [lambda: evasion.dial(PLAIN, "speed", 1), lambda: evasion.dial(PLAIN, "cover", 0.99), lambda: evasion.level(PLAIN, 7)]
)
def test_what_no_dial_or_level_is_is_refused(call):
    """The refusal names what was given and what there is."""
    with pytest.raises(ConfigError, match=r"expected .* but got (name|value|n)="):
        call()


def test_a_cost_counts_what_a_head_takes():
    """Replacements are accounts too, and cover multiplies what is sent."""
    found = evasion.cost(replace(PLAIN, cover=0.5))

    assert (found.accounts, found.cards, found.addresses, found.sent_per_harvested) == (44, 2, 10, 2.0)
