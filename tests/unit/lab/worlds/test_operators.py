"""Towns of honest operators: who lives there, at which rates, and a page for each."""

from collections import Counter, defaultdict
from pathlib import Path

import msgspec
import pytest

from hydrascope.lab.worlds import operators, providers
from hydrascope.lab.worlds.traffic import Setting, moment

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=8.4 * 86_400.0)
PAGES = Path(__file__).parents[4] / "docs" / "lab" / "operators"
REPORT_ONLY = {"gateway", "failover", "data-tool", "prompt-collection", "online-course", "front-reseller"}


def _kinds(actors, setting=SETTING):
    return {one.kind for actor in actors for one in operators.ACTS[type(actor)](setting, actor).accounts}


@pytest.fixture(scope="module")
def small_town():
    """A town of 700 accounts with everyone in it, acted out."""
    return [operators.ACTS[type(actor)](SETTING, actor) for actor in operators.town(700, reported=True)]


def test_every_kind_has_a_page_and_every_page_a_kind(small_town):
    """docs/lab/operators has one page for each kind that is acted out, and its table links each."""
    kinds = {one.kind for part in small_town for one in part.accounts}
    table = (PAGES / "index.md").read_text(encoding="utf-8")

    assert {page.stem for page in PAGES.glob("*.md")} == kinds | {"index"}
    assert [kind for kind in sorted(kinds) if f"]({kind}.md) |" not in table] == []


def test_a_page_names_every_figure_of_its_record():
    """Who reads a page can set each figure that the record has, and sees in which module it stands."""
    for actor in (*operators.FEW, *operators.REPORTED, *providers.PROVIDERS):
        kind = operators.ACTS[type(actor)](msgspec.structs.replace(SETTING, days=0.1), actor).accounts[0].kind
        page = (PAGES / f"{kind}.md").read_text(encoding="utf-8")

        assert [name for name in actor.__struct_fields__ if name not in {"kind", "recipe"} and f"| `{name}` |" not in page] == []
        assert f"record `{type(actor).__name__}` in `worlds/{type(actor).__module__.rsplit('.', 1)[1]}.py`" in page


def test_every_record_is_used(small_town):
    """Each kind of record that can be acted out lives in the town."""
    town = operators.town(700, reported=True)

    assert {type(actor) for actor in town} == set(operators.ACTS)


def test_a_town_is_honest_and_its_accounts_are_distinct(small_town):
    """Nobody in a town belongs to a campaign, and no two inhabitants have the same id."""
    accounts = [one for part in small_town for one in part.accounts]

    assert {one.campaign for one in accounts} == {sent.campaign for part in small_town for sent in part.sent} == {""}
    assert len({one.account.account_id for one in accounts}) == len(accounts)


def test_what_the_report_sees_was_not_tuned_on():
    """The kinds of the report split stand neither in `HONEST` nor in a town without them."""
    reported = _kinds(operators.REPORTED)

    assert reported == REPORT_ONLY
    assert not reported & (_kinds(operators.HONEST) | _kinds(operators.FEW) | _kinds(operators.town(400, reported=False)))


def test_the_mix_for_tuning_has_about_750_accounts():
    """`HONEST` holds every kind that may be tuned on but the providers, who have a world of their own."""
    counts = Counter(one.kind for actor in operators.HONEST for one in operators.ACTS[type(actor)](SETTING, actor).accounts)

    assert 700 <= counts.total() <= 800
    assert set(counts) | _kinds(providers.PROVIDERS) == _kinds(operators.town(400, reported=False))


@pytest.mark.parametrize("accounts", [1_000, 5_000])
@pytest.mark.parametrize("reported", [True, False])
def test_a_town_has_about_as_many_accounts_as_asked_for(accounts, reported):
    """Groups that differ in size move the number by a few in a hundred, upwards as a rule."""
    setting = Setting(seed=3, days=0.2, scale=1.0, release=0.0)
    counts = Counter(
        one.kind for actor in operators.town(accounts, reported=reported) for one in operators.ACTS[type(actor)](setting, actor).accounts
    )

    assert 0.95 * accounts <= counts.total() <= 1.12 * accounts
    assert counts["hobby"] + counts["coder"] > 0.5 * counts.total() or accounts < 5_000


def test_the_same_seed_makes_the_same_town(small_town):
    """Every inhabitant follows from the seed."""
    again = [operators.ACTS[type(actor)](SETTING, actor) for actor in operators.town(700, reported=True)]

    assert again == small_town


def test_rates_are_those_of_life(small_town):
    """Over the town an account sends one to three requests a day, and people far less than machines."""
    sent, accounts = Counter(), Counter()
    for part in small_town:
        accounts.update(one.kind for one in part.accounts)
        sent.update(one.kind for one in part.sent)
    rates = {kind: sent[kind] / accounts[kind] / 14 for kind in accounts}

    assert 1 < sent.total() / accounts.total() / 14 < 3
    assert max(rates[kind] for kind in ("hobby", "classroom", "prompt-collection", "data-tool", "online-course")) < 4
    assert min(rates[kind] for kind in ("saas", "aggregator", "gateway", "monitor")) > 8


def test_everyone_acts_within_life_and_world(small_town):
    """No request precedes the birth of its account or the world, and none follows its end."""
    for part in small_town:
        born = {one.account.account_id: one.account.created_at for one in part.accounts}
        first = {}
        for one in part.sent:
            assert 0 <= one.ts < SETTING.end
            first[one.account_id] = min(one.ts, first.get(one.account_id, one.ts))
        assert all(born[account] <= moment(ts) for account, ts in first.items())


def test_strangers_of_different_kinds_share_few_phrases(small_town):
    """Where nothing is public or pasted, at most a twentieth of the five-word runs occurs with two operators."""
    users = defaultdict(set)
    for part in small_town:
        of = {one.account.account_id: one.operator for one in part.accounts}
        for one in part.sent:
            if one.kind not in {"hobby", "office", "aggregator", "gateway", "failover", "saas"}:
                break
            words = one.request["messages"][0]["content"].lower().split()
            for i in range(len(words) - 4):
                users[" ".join(words[i : i + 5])].add(of[one.account_id])
    mentions = sum(map(len, users.values()))

    assert sum(len(one) for one in users.values() if len(one) > 1) / mentions < 0.05
