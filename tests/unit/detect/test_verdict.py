"""From evidence to a verdict: caps, explanations, the cost of having looked."""

from math import comb, log2
from random import Random

import pytest

from hydrascope.detect import verdict
from hydrascope.detect.evidence import CHANNELS
from hydrascope.detect.evidence.model import Channel, Evidence
from hydrascope.detect.explanations.model import Explanation, Reading
from hydrascope.detect.verdict import FAMILY_CAP, excuse, judge, read, say, selection_cost, weigh

# What a channel looks at: without these fields it has nothing to say.
FIELDS = {
    "shared_payment": ("payment_fingerprint", "user_ref"),
    "shared_registration": ("email_domain",),
    "birth_burst": ("created_at",),
    "regrowth": ("banned_at",),
    "shared_network": ("subnet", "ip"),
    "client_uniformity": ("client", "ja4", "headers_key"),
    "request_configuration": ("config_hash", "structure_hash"),
    "conserved_template": ("template",),
    "distributed_sampling": ("content_hash",),
    "failover_duplicates": ("status",),
    "harvest_intents": ("intent",),
    "release_chasing": ("model",),
    "answer_value": ("output_tokens",),
}


def _any(i, k):
    """Hours drawn by chance from ten days."""
    return Random(f"{i}-{k}").uniform(0, 240)


def _by_day(i, k):
    """Hours drawn by chance at which nobody works at night."""
    return 24 * (_any(i, k) // 24) + 9 + _any(i, k) % 24 / 3


def _pairs_by_day(i, k):
    """The same hours for both heads of a pair, the second a few minutes later."""
    return _by_day(i // 2, k) + 0.1 * (i % 2)


# The second head of a pair sends again what failed on the first.
AGAIN = {"content_hash": lambda i, k: 10**6 + (i // 2) * 1000 + k, "status": lambda i, k: 500 if i % 2 == 0 and k % 3 == 0 else 200}


def _operator(told):
    """Traffic in which every channel of the table above has something to say."""
    first = told.heads(
        9,
        hour=lambda i, k: 10 * k + (0.1 if i % 2 else 0.0) + i / 1000,
        banned_at=lambda i: 3.0 + 0.5 * i if i < 5 else None,
        status=lambda i, _: 500 if i % 2 == 0 else 200,
        content_hash=lambda i, k: 10**6 + (i // 2) * 1000 + k,
        model=lambda _, k: "m2" if k >= 13 else "m1",
    )
    fresh = told.heads(
        5, 24, prefix="h1", hour=lambda i, k: 24 * (3 + 0.5 * i) + 2 + 5 * k, model=lambda i, k: "m2" if 12 * i + 5 * k >= 60 else "m1"
    )
    return told.both(told.strangers(hour=lambda i, k: 24 * (k % 10) + 9 + (i + k) % 9), first, fresh)


def _fake(monkeypatch, bits, explanations=(), refuted_by=()):
    """Put channels of given family, side, cap and bits, and explanations of given channels and fit, in place of the registries."""
    channels = {
        name: Channel(name, family, side, cap, lambda _g, _s, b=b: Evidence(b, f"{b} bits."))
        for name, (family, side, cap, b) in bits.items()
    }
    readings = {
        name: Explanation(
            name,
            frozenset(explains),
            lambda _g, _s, fit=fit: None if fit is None else Reading(fit, "A reading of 1."),
            frozenset(refuted_by),
        )
        for name, (explains, fit) in dict(explanations).items()
    }
    monkeypatch.setattr(verdict, "CHANNELS", channels)
    monkeypatch.setattr(verdict, "EXPLANATIONS", readings)


@pytest.fixture(scope="module")
def group_in_scene(told):
    """An operator among strangers."""
    seen = told.scene_of(told.hydra())
    return told.group_of(seen), seen


def test_a_channel_and_a_family_give_no_more_than_their_caps(monkeypatch, group_in_scene) -> None:
    """A channel is capped by itself, then its family as a whole, the strongest first; what is left of the cap is what the next may give."""
    _fake(
        monkeypatch,
        {
            "a": ("f", "coordination", 7.0, 50.0),
            "b": ("f", "coordination", 9.0, 50.0),
            "c": ("f", "coordination", 5.0, 1.0),
            "d": ("g", "harvest", 5.0, 3.0),
        },
    )
    said = say(*group_in_scene)
    weighed = weigh(said, read(*group_in_scene, said)[1])

    assert [(w.channel, w.bits) for w in weighed] == [("b", 9.0), ("a", FAMILY_CAP - 9.0), ("d", 3.0), ("c", 0.0)]
    assert {name: evidence.bits for name, evidence in said.items()} == {"a": 50.0, "b": 50.0, "c": 1.0, "d": 3.0}


def test_evidence_against_is_no_evidence(monkeypatch, group_in_scene) -> None:
    """Channels that find nothing, or less than nothing, are not heard."""
    _fake(monkeypatch, {"a": ("f", "coordination", 7.0, -4.0), "b": ("g", "harvest", 7.0, 0.0)})

    assert say(*group_in_scene) == {}


@pytest.mark.parametrize("channel", FIELDS)
def test_an_absent_field_is_no_evidence(told, channel) -> None:
    """A channel that speaks on the whole log gives nought bits once the fields that it looks at are missing, and takes none away."""
    whole = told.scene_of(_operator(told), m2=130.0)
    lean = told.scene_of(_operator(told).without(*FIELDS[channel]))
    nothing = dict.fromkeys(CHANNELS, 1.0)
    before, after = ({w.channel: w.bits for w in weigh(say(told.group_of(seen), seen), nothing)} for seen in (whole, lean))

    assert before.get(channel, 0.0) > 0 or told.bits_of(CHANNELS[channel].test(told.group_of(whole), whole)) > 0
    assert after.get(channel, 0.0) == 0
    assert all(bits >= 0 for bits in after.values())


def test_an_explanation_takes_its_share_of_what_it_explains(monkeypatch, group_in_scene) -> None:
    """A reading that fits half takes half of the bits of its channels and none of the others'."""
    _fake(
        monkeypatch,
        {"a": ("f", "coordination", 8.0, 8.0), "b": ("g", "coordination", 6.0, 6.0)},
        {"half": (["a"], 0.5), "no": (["a", "b"], None)},
    )
    said = say(*group_in_scene)
    readings, share = read(*group_in_scene, said)
    taken = excuse(readings, weigh(said, share))

    assert [(t.channel, t.bits) for t in taken] == [("half", -4.0), ("no", 0.0)]
    assert taken[1].finding == "Tested; it does not fit."
    assert share == {"a": 0.5, "b": 1.0}


def test_a_bit_is_taken_only_once(monkeypatch, group_in_scene) -> None:
    """Two readings that both fit fully take the bits of a channel together once, the first of them all."""
    _fake(monkeypatch, {"a": ("f", "coordination", 8.0, 8.0)}, {"first": (["a"], 1.0), "second": (["a"], 1.0)})
    said = say(*group_in_scene)
    readings, share = read(*group_in_scene, said)
    taken = excuse(readings, weigh(said, share))

    assert [t.bits for t in taken] == [-8.0, 0.0]
    assert share == {"a": 0.0}


def test_a_deed_refutes_a_reading(monkeypatch, group_in_scene) -> None:
    """A reading that a deed speaks against fits half as well for each of its bits, and says so; without the deed it fits in full."""
    alike, deed = {"a": ("f", "coordination", 8.0, 8.0)}, {"deed": ("g", "coordination", 6.0, 2.0)}
    _fake(monkeypatch, alike, {"crowd": (["a"], 1.0)}, ["deed"])
    assert judge(*group_in_scene, 12, 1).coordination == 0

    _fake(monkeypatch, alike | deed, {"crowd": (["a"], 1.0)}, ["deed"])
    found = judge(*group_in_scene, 12, 1)
    assert found.coordination == 8.0 * 0.75 + 2.0
    assert found.explanations[0].finding == "A reading of 1. 2 bits are against it: deed."


def test_what_is_explained_hides_no_deed_under_the_cap(monkeypatch, group_in_scene) -> None:
    """Where a reading accounts for the strongest channels of a family, the one that it does not account for counts in full."""
    _fake(
        monkeypatch,
        {"text": ("f", "coordination", 6.0, 50.0), "again": ("f", "coordination", 6.0, 40.0), "work": ("f", "coordination", 6.0, 30.0)},
        {"tool": (["text", "again"], 1.0)},
    )
    found = judge(*group_in_scene, 12, 1)

    assert [(w.channel, w.bits) for w in found.evidence] == [("again", 6.0), ("work", 6.0), ("text", 0.0)]
    assert found.coordination == 6.0


@pytest.mark.parametrize(
    ("bits", "fit", "expected"),
    [
        (6.0, 0.0, 6.0),
        (2.0, 0.0, 2.0),
        (1.9, 0.0, 0.0),  # hardly anything was done together: likeness comes first, and fills the family
        (4.0, 0.5, 4.0),  # two bits stand
        (4.0, 0.6, 0.0),  # fewer
        (6.0, 1.0, 0.0),
    ],
)
def test_deeds_come_before_likeness_under_the_cap(bits, fit, expected) -> None:
    """Turns between wordings count before twelve bits of like text, if two of their bits are not explained; the family gives its cap either way."""
    said = {"distributed_sampling": 6.0, "conserved_template": 6.0, "reworded_template": bits}
    nothing = dict.fromkeys(CHANNELS, 1.0)
    weighed = {
        w.channel: w.bits for w in weigh({c: Evidence(b, "Said.") for c, b in said.items()}, nothing | {"reworded_template": 1.0 - fit})
    }

    assert weighed == {"conserved_template": 6.0, "distributed_sampling": FAMILY_CAP - 6.0 - expected, "reworded_template": expected}


def test_of_deeds_the_strongest_comes_first_under_the_cap(monkeypatch, group_in_scene) -> None:
    """Among deeds of one family, and among likenesses after them, what stands of the bits decides."""
    sizes = {"handover": 3.0, "failover_duplicates": 8.0, "birth_burst": 7.0, "shared_network": 6.0}
    _fake(monkeypatch, {name: ("f", "coordination", 9.0, bits) for name, bits in sizes.items()})

    assert {w.channel: w.bits for w in weigh(say(*group_in_scene), dict.fromkeys(sizes, 1.0))} == {
        "failover_duplicates": 8.0,
        "handover": 3.0,
        "birth_burst": 1.0,
        "shared_network": 0.0,
    }


@pytest.mark.parametrize(
    ("channel", "harvest", "expected"),
    [
        ("failover_duplicates", 0.5, "suspected"),
        ("failover_duplicates", 0.4, "clear"),
        ("reworded_template", 0.1, "suspected"),
        ("reworded_template", 0.05, "clear"),
        ("distributed_sampling", 0.5, "clear"),
        ("shared_payment", 0.5, "clear"),
    ],
)
def test_a_queue_or_a_disguise_makes_a_trace_of_harvest_enough(monkeypatch, group_in_scene, channel, harvest, expected) -> None:
    """Accounts of one queue or of one prompt in disguise are suspected for a trace of harvest; those that are as closely alike, or tied by cards, are not."""
    channels = {
        "conserved_template": ("content", "coordination", 6.0, 6.0),
        "birth_burst": ("lifecycle", "coordination", 8.0, 8.0),
        "shared_network": ("network", "coordination", 8.0, 8.0),
        "answer_value": ("breadth", "harvest", 3.0, harvest),
    }
    _fake(monkeypatch, channels | {channel: ("content", "coordination", 6.0, 6.0)})

    assert judge(*group_in_scene, 12, 1).verdict == expected


@pytest.mark.parametrize(
    ("bits", "management", "deeds", "queue", "disguise"),
    [
        ({"shared_payment": 6}, 0, 6, 0, 0),
        ({"reworded_template": 5}, 0, 5, 0, 5),
        ({"load_balancing": 5}, 0, 0, 0, 0),
        ({"round_the_clock": 4}, 0, 0, 0, 0),
        ({"load_balancing": 5, "round_the_clock": 2}, 5, 0, 0, 0),
        ({"load_balancing": 5, "round_the_clock": 1.9}, 0, 0, 0, 0),
        ({"load_balancing": 3, "round_the_clock": 4}, 3, 0, 0, 0),
        ({"regrowth": 2}, 2, 2, 0, 0),
        ({"failover_duplicates": 1, "handover": 2, "trace_replay": 4}, 7, 7, 7, 0),
        ({"handover": 2, "regrowth": 3, "load_balancing": 5, "round_the_clock": 1, "shared_payment": 6}, 5, 11, 2, 0),
    ],
)
def test_what_shows_that_somebody_runs_it(monkeypatch, group_in_scene, bits, management, deeds, queue, disguise) -> None:
    """A queue, replaced accounts, and an even load at all hours are management; cards are a deed and no more, and rewording a disguise."""
    _fake(monkeypatch, {name: (name, "coordination", 9.0, float(b)) for name, b in bits.items()})
    monkeypatch.setattr(verdict, "verdict", lambda sums: sums)
    sums = judge(*group_in_scene, 12, 1).verdict

    assert (sums.management, sums.deeds, sums.queue, sums.disguise) == (management, deeds, queue, disguise)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ({}, "confirmed"),  # evenly, round the clock
        ({"hour": _by_day}, "suspected"),
        ({"hour": _any}, "confirmed"),  # so, too, where nobody deals in turn
        ({"hour": _any, "each": lambda i: 8 << i % 4}, "suspected"),
        ({"hour": _pairs_by_day}, "suspected"),
        ({"hour": _pairs_by_day, **AGAIN}, "confirmed"),
    ],
)
def test_an_operator_among_strangers_is_suspected_and_confirmed_by_who_runs_it(told, work, expected) -> None:
    """A whole operator is suspected, and confirmed where it works evenly at all hours or sends again elsewhere what failed."""
    seen = told.scene_of(told.hydra(**work))
    found = judge(told.group_of(seen), seen, 12, 1)

    assert found.verdict == expected
    assert len({w.family for w in found.evidence if w.bits >= 2}) >= 3
    assert found.bits == found.coordination + found.harvest


def test_without_a_recognised_purpose_nothing_is_confirmed(told) -> None:
    """The same operator whose requests are not recognised as a harvest is at most suspected."""
    seen = told.scene_of(told.hydra().without("intent"))

    assert judge(told.group_of(seen), seen, 12, 1).verdict in {"suspected", "clear"}


def test_strangers_are_clear(told) -> None:
    """Ten strangers who were not picked for anything are clear."""
    seen = told.scene_of(told.hydra())

    assert judge(told.group_of(seen, "c00"), seen, 10, 1).verdict == "clear"


def test_one_harvester_with_many_organisations_accounts_is_no_campaign(told) -> None:
    """A declared organisation that harvests in the open with all its accounts is not accused."""
    seen = told.scene_of(told.hydra(org_id="acme"))
    found = judge(told.group_of(seen), seen, 12, 1)

    assert found.coordination == 0
    assert found.verdict == "watch"


@pytest.mark.parametrize(("members", "picked_from"), [(3, 70), (1, 2), (12, 24), (60, 61)])
def test_picking_costs_the_logarithm_of_the_choices(members, picked_from) -> None:
    """Naming some accounts out of a set costs log2 of how many such choices there are, and nothing when all are taken."""
    assert selection_cost(members, picked_from) == pytest.approx(log2(comb(picked_from, members)), abs=1e-6)
    assert selection_cost(picked_from, picked_from) == pytest.approx(0.0, abs=1e-9)


def test_a_group_picked_out_of_many_must_pay_for_it(monkeypatch, group_in_scene) -> None:
    """Agreement that does not exceed what the picking costs leaves no bits, and the finding says why."""
    _fake(monkeypatch, {"a": ("f", "coordination", 10.0, 30.0)})
    free, paid, dear = (judge(*group_in_scene, picked, asked) for picked, asked in ((12, 1), (13, 2**20), (2000, 1)))

    assert (free.coordination, dear.coordination) == (10.0, 0.0)
    assert paid.coordination == pytest.approx(30.0 - log2(13) - 20, abs=1e-3)
    assert dear.gain < 0 < free.gain
    assert dear.explanations[-1].channel == "chance_selection"
    assert "picked out of 2000" in dear.explanations[-1].finding
    assert [e.channel for e in free.explanations] == []
