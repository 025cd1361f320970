"""The simulated worlds: their files, their truth, and what each dial does."""

import csv
import json
import os
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from hydrascope.errors import ConfigError
from hydrascope.lab import worlds
from hydrascope.lab.worlds import campaigns, catalogue, recipes, services, shapes
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.traffic import NEW, Setting, moment
from hydrascope.schema import CAPABILITIES, INTENTS

FILES = ("accounts.jsonl", "exchanges.jsonl", "releases.json", "truth_accounts.csv", "truth_exchanges.csv", "truth_work.csv")
SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * DAY)


def _digest(folder):
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def _lines(folder, name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def _table(folder, name):
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _campaign(**dials):
    usual = shapes.Campaign(name="x", heads=20, start=0.0, recipes=(recipes.ARTICULATE,), failures=0.0)
    return campaigns.campaign(SETTING, msgspec.structs.replace(usual, **dials))


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """A demo world at a fifth of its size."""
    return worlds.simulate("demo", seed=1, out=tmp_path_factory.mktemp("demo"), scale=0.2)


def test_the_same_seed_writes_the_same_bytes(demo, tmp_path):
    """A world follows from its seed, byte for byte."""
    again = worlds.simulate("demo", seed=1, out=tmp_path, scale=0.2)

    assert _digest(again) == _digest(demo)


def test_the_hash_seed_has_no_say(tmp_path):
    """Two processes with different hash seeds write the same world."""
    code = "import sys, pathlib; from hydrascope.lab import worlds; worlds.simulate('evasive', seed=1, out=pathlib.Path(sys.argv[1]), scale=0.05)"
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-c", code, tmp_path / seed], check=True, env={**os.environ, "PYTHONHASHSEED": seed})

    assert _digest(tmp_path / "1") == _digest(tmp_path / "2")


def test_another_seed_writes_another_world(demo, tmp_path):
    """No account id and no card survives a change of the seed."""
    other = worlds.simulate("demo", seed=2, out=tmp_path, scale=0.2)

    for key in ("account_id", "payment_fingerprint"):
        assert not {one[key] for one in _lines(demo, "accounts.jsonl")} & {one[key] for one in _lines(other, "accounts.jsonl")}


def test_every_exchange_and_account_has_a_truth(demo):
    """The truth names each exchange and each account once, and nothing else."""
    exchanges, accounts = _lines(demo, "exchanges.jsonl"), _lines(demo, "accounts.jsonl")

    assert [one["exchange_id"] for one in _table(demo, "truth_exchanges.csv")] == [one["exchange_id"] for one in exchanges]
    assert Counter(one["account_id"] for one in _table(demo, "truth_accounts.csv")) == Counter(one["account_id"] for one in accounts)
    assert {one["account_id"] for one in exchanges} <= {one["account_id"] for one in accounts}


def test_every_exchange_of_a_campaign_says_what_it_is_for(demo):
    """`truth_work.csv` has an intent and a capability of the schema for what campaigns send, and for nothing else."""
    work, truth = _table(demo, "truth_work.csv"), _table(demo, "truth_exchanges.csv")
    names = {one["exchange_id"]: one["campaign"] for one in truth if one["campaign"]}
    found = Counter((names[one["exchange_id"]], one["intent"], one["capability"]) for one in work)

    assert [one["exchange_id"] for one in work] == list(names)
    assert {intent for _, intent, _ in found} <= set(INTENTS[1:])
    assert {capability for _, _, capability in found} <= set(CAPABILITIES)
    assert {intent for name, intent, _ in found if name == "reasoning"} == {"cot_elicitation", "reward_modelling", "policy_rewriting"}
    assert {key for key in found if key[0] == "agentic"} == {("agentic", "trajectory_collection", "agentic")}


def test_what_failed_brings_nothing_back(demo):
    """A failed answer has a status, a time of its own, no text, no reason to finish and no reasoning blocks."""
    lines = _lines(demo, "exchanges.jsonl")
    failed = [one for one in lines if one["response"]["status"] != 200]

    assert len(failed) > 20
    assert all(one["response"] == {"text": "", "status": one["response"]["status"]} for one in failed)
    assert {one["latency_ms"] for one in failed} == {80.0, 250.0, 900.0}
    assert all("finish_reason" in one["response"] for one in lines if one["response"]["status"] == 200)


def test_the_garbage_collector_is_on_again_after_an_error(tmp_path):
    """A world is made without the collector of cycles, which is on again afterwards, whatever happened."""
    import gc

    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        worlds.simulate("demo", seed=1, out=tmp_path / "file", scale=0.02)

    assert gc.isenabled()


def test_exchanges_come_in_order_of_time(demo):
    """The log is sorted by time, as an operator's log is."""
    times = [datetime.fromisoformat(one["ts"]) for one in _lines(demo, "exchanges.jsonl")]

    assert times == sorted(times)
    assert times[0] >= moment(0)
    assert times[-1] < moment(14 * DAY)


def test_nobody_acts_before_birth_or_after_a_ban(demo):
    """An account's exchanges lie within its life."""
    lives = {one["account_id"]: (one["created_at"], one["banned_at"]) for one in _lines(demo, "accounts.jsonl")}

    for one in _lines(demo, "exchanges.jsonl"):
        born, banned = lives[one["account_id"]]
        assert datetime.fromisoformat(born) <= datetime.fromisoformat(one["ts"])
        assert banned is None or datetime.fromisoformat(one["ts"]) <= datetime.fromisoformat(banned)


def test_the_demo_holds_two_campaigns_and_many_kinds_of_honest_accounts(demo):
    """The demo has the mix that its description promises."""
    truth = _table(demo, "truth_accounts.csv")

    assert {one["campaign"] for one in truth} == {"", "reasoning", "agentic"}
    assert {"hobby", "coder", "saas", "batch", "eval", "judge", "classroom", "hackathon", "office", "aggregator"} <= {
        one["kind"] for one in truth
    }


def test_the_honest_world_has_no_campaign(tmp_path):
    """The honest world is the one in which every accusation is false."""
    out = worlds.simulate("honest", seed=4, out=tmp_path, scale=0.1)

    assert {one["campaign"] for one in _table(out, "truth_accounts.csv")} == {""}
    assert {one["campaign"] for one in _table(out, "truth_exchanges.csv")} == {""}


def test_an_evasive_world_hides_cover_traffic_from_its_campaigns(tmp_path):
    """Cover traffic is sent by heads but belongs to no campaign."""
    out = worlds.simulate("evasive", seed=4, out=tmp_path, scale=0.1)
    kinds = Counter((bool(one["campaign"]), one["kind"]) for one in _table(out, "truth_exchanges.csv"))

    assert kinds[False, "cover"] > 100
    assert kinds[True, "cover"] == 0


def test_scale_multiplies_accounts_and_keeps_rates(tmp_path):
    """Twice the scale is twice the hobbyists, each as busy as before."""
    whole = [worlds.populate(catalogue.WORLDS["honest"], Setting(seed=1, days=14.0, scale=scale, release=8 * DAY)) for scale in (0.3, 0.6)]
    sizes = [sum(one.kind == "hobby" for one in population.accounts) for population in whole]
    rates = [sum(one.kind == "hobby" for one in population.sent) / size for population, size in zip(whole, sizes, strict=True)]

    assert sizes[1] == 2 * sizes[0]
    assert rates[1] == pytest.approx(rates[0], rel=0.3)


def test_one_actor_more_leaves_the_others_as_they_were():
    """Actors draw from streams of their own, so worlds can be compared with and without a campaign."""
    alone = services.support(SETTING, services.Support(bots=1))
    together = services.support(SETTING, services.Support(bots=2))

    assert together.sent[: len(alone.sent)] == alone.sent


def test_compression_and_lean_logs_change_no_words(demo, tmp_path):
    """A lean, compressed log has the same prompts and lacks headers and sessions."""
    import gzip

    out = worlds.simulate("demo", seed=1, out=tmp_path, scale=0.2, compress=True, lean=True)
    lean = [json.loads(line) for line in gzip.decompress((out / "exchanges.jsonl.gz").read_bytes()).splitlines()]

    assert not (out / "exchanges.jsonl").exists()
    assert [one["request"] for one in lean] == [one["request"] for one in _lines(demo, "exchanges.jsonl")]
    assert not any("session_id" in one or "headers" in one["client"] or "status" in one["response"] for one in lean)


@pytest.mark.parametrize(("world", "scale"), [("demmo", 1.0), ("demo", 0.0), ("demo", float("nan"))])
def test_a_wrong_world_or_scale_is_refused(world, scale, tmp_path):
    """What cannot be simulated is refused with the name of the argument, and nothing is written."""
    with pytest.raises(ConfigError, match=r"expected .* but got (world|scale)="):
        worlds.simulate(world, seed=1, out=tmp_path / "w", scale=scale)

    assert not (tmp_path / "w").exists()


def test_cards_are_shared_as_the_dial_says():
    """`per_card` heads share a card; 1 gives each its own."""
    shared = Counter(one.account.payment_fingerprint for one in _campaign(per_card=5).accounts)
    own = Counter(one.account.payment_fingerprint for one in _campaign(per_card=1).accounts)

    assert sorted(shared.values()) == [5, 5, 5, 5]
    assert set(own.values()) == {1}


def test_networks_and_clients_are_shared_as_the_dials_say():
    """A pool of addresses and one client stack, or each head its own line and client."""
    alike, varied = _campaign(addresses=3), _campaign(addresses=0, mixed_clients=True)

    assert len({one.place for one in alike.sent}) == 3
    assert len({one.stack for one in alike.sent}) == 1
    assert len({one.place for one in varied.sent}) == 20
    assert len({one.stack for one in varied.sent}) > 5


@pytest.mark.parametrize("wordings", [1, 6, 27, 60])
def test_templates_have_as_many_wordings_as_the_dial_says(wordings):
    """The three sentences above the task occur in that many combinations."""
    frames = {one.request["messages"][0]["content"].split("\n\nTASK")[0] for one in _campaign(wordings=wordings).sent}

    assert len(frames) == wordings


def test_cover_takes_its_share_of_the_traffic():
    """With cover of 0.5 half the exchanges are unrelated, and the harvest is as large as without."""
    covered, plain = Counter(one.kind for one in _campaign(cover=0.5).sent), Counter(one.kind for one in _campaign().sent)

    assert covered["cover"] / covered.total() == pytest.approx(0.5, abs=0.05)
    assert covered["attack"] == pytest.approx(plain["attack"], rel=0.1)


def test_load_is_even_round_the_clock_and_uneven_with_a_human_rhythm():
    """Dealt orders spread evenly over heads; sham persons differ from each other."""
    even, human = (
        Counter(one.account_id for one in _campaign(human_rhythm=rhythm, uneven=0.6 * rhythm).sent).values() for rhythm in (False, True)
    )

    assert statistics.pstdev(even) / statistics.mean(even) < 0.05
    assert statistics.pstdev(human) / statistics.mean(human) > 0.3


def test_half_the_traffic_pivots_to_the_new_model_within_a_day():
    """After the release the share of the new model rises to the dial's figure within 24 hours."""
    sent = [one for one in _campaign(heads=60, pivot=0.5).sent if one.ts > SETTING.release + DAY]

    assert sum(one.model == NEW for one in sent) / len(sent) == pytest.approx(0.5, abs=0.06)


def test_a_banned_head_is_followed_within_hours():
    """Each ban is followed by a birth within hours, and the fresh account goes on with the work."""
    population = _campaign(banned=0.2, per_card=1, addresses=0)
    banned = [one.account for one in population.accounts if one.account.banned_at]
    busy = {one.account_id for one in population.sent}
    fresh = [one.account for one in population.accounts if one.account.created_at > moment(DAY)]

    assert (len(banned), len(fresh), len(population.accounts)) == (4, 4, 24)
    assert {one.account_id for one in fresh} <= busy
    for old in banned:
        assert any(0 < (new.created_at - old.banned_at).total_seconds() < 6 * 3600 for new in fresh)


def test_the_late_phase_rebuilds_traces():
    """Near the end the late recipe takes over most of the work, and never before."""
    sent = _campaign(late=(recipes.RECONSTRUCT,), late_from=0.5).sent
    rebuilt = [one.ts for one in sent if "<<OUTCOME>>" in one.request["messages"][0]["content"]]

    assert min(rebuilt) > 0.5 * SETTING.end
    assert len(rebuilt) / sum(one.ts > 0.5 * SETTING.end for one in sent) == pytest.approx(0.7, abs=0.08)


def test_a_prompt_is_drawn_as_often_as_the_dial_says():
    """Distributed sampling sends one prompt through several heads."""
    heads = defaultdict(set)
    for one in _campaign(draws=3).sent:
        heads[one.request["messages"][0]["content"]].add(one.account_id)

    assert statistics.mean(map(len, heads.values())) == pytest.approx(3, abs=0.1)


def test_a_failed_request_is_sent_again_by_another_head():
    """What failed comes again within seconds from another account."""
    sent = _campaign(failures=0.3).sent
    failed = [one for one in sent if one.extra.get("status")]
    again = {one.request["messages"][0]["content"]: one for one in sent if not one.extra.get("status")}

    assert len(failed) > 100
    for one in failed:
        twin = again.get(one.request["messages"][0]["content"])
        assert twin is None or (twin.account_id != one.account_id and 0 < twin.ts - one.ts < 10)


def test_researchers_ask_the_same_public_questions_in_every_world():
    """The benchmark is public: its questions do not depend on the seed."""
    texts = []
    for seed in (1, 2):
        run = services.evaluation(Setting(seed=seed, days=14.0, scale=1.0, release=0.0), services.Evaluation(researchers=3, questions=20))
        texts.append({one.request["messages"][0]["content"] for one in run.sent if one.account_id == run.accounts[0].account.account_id})

    assert texts[0] == texts[1]
    assert len(texts[0]) == 20


def test_strangers_do_not_share_phrases_by_accident():
    """Of the five-word runs of hobbyists' first messages, at most 4 % occur with another hobbyist."""
    from hydrascope.lab.worlds import honest

    users = defaultdict(set)
    for one in honest.hobbyists(SETTING, honest.Hobbyists(accounts=200)).sent:
        words = one.request["messages"][0]["content"].lower().split()
        for i in range(len(words) - 4):
            users[" ".join(words[i : i + 5])].add(one.account_id)
    mentions = sum(map(len, users.values()))

    assert sum(len(one) for one in users.values() if len(one) > 1) / mentions < 0.04


def test_the_world_begins_on_a_monday():
    """Weekends fall where the arrivals expect them."""
    assert moment(0) == datetime(2026, 3, 2, tzinfo=UTC)
    assert moment(0).weekday() == 0
