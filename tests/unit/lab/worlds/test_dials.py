"""The published campaigns with one dial turned, and the worlds that hold them."""

import pytest
from msgspec.structs import asdict

from hydrascope.errors import ConfigError
from hydrascope.lab import worlds
from hydrascope.lab.worlds import dials, evasion, published
from hydrascope.lab.worlds.shapes import LENGTH


def _at(dial: str, value: str) -> dials.Position:
    return next(where for where in dials.POSITIONS if (where.dial, where.value) == (dial, value))


def test_every_value_of_every_dial_has_a_position() -> None:
    """Positions follow the dials and their values in order, from open to hidden."""
    wanted = [(name, dials.written(value)) for name, dial in evasion.DIALS.items() for value in dial.values]

    assert [(where.dial, where.value) for where in dials.POSITIONS] == wanted


@pytest.mark.parametrize("where", dials.POSITIONS, ids=lambda where: f"{where.dial}-{where.value}")
def test_a_position_turns_one_dial_of_nine_campaigns(where) -> None:
    """All other dials stand as published; whole addresses and what is sent in all follow where they must."""
    moves = {where.dial} | {"split": {"networks"}, "cover": {"split"}, "rhythm": {"split"}}.get(where.dial, set())

    assert [one.name for one in where.campaigns] == [one.name for one in published.PUBLISHED]
    for now, before in zip(where.campaigns, published.PUBLISHED, strict=True):
        stands, stood = evasion.turned(now), evasion.turned(before)

        assert {name for name in stood if stands[name] != stood[name]} <= moves
        assert evasion.harvest(now) >= 0.98 * evasion.harvest(before)
        assert now.start + now.window <= LENGTH


@pytest.mark.parametrize("where", dials.POSITIONS, ids=lambda where: f"{where.dial}-{where.value}")
def test_a_position_has_a_world_of_the_report(where) -> None:
    """The world that a position names holds its campaigns, and values that turn nothing share one."""
    world = worlds.named(where.world)

    assert world.split == "report"
    assert world.campaigns == where.campaigns
    assert (where.world == dials.NONE) == (where.campaigns == published.PUBLISHED)


def test_worlds_of_one_dial_are_told_apart_by_their_names() -> None:
    """As many worlds as there are different sets of campaigns."""
    made = {str([asdict(one) for one in where.campaigns]) for where in dials.POSITIONS}

    assert len(worlds.DIALLED) == len({where.world for where in dials.POSITIONS}) == len(made)


def test_what_a_value_cannot_be_applied_to_stays() -> None:
    """Pools and turns know no single bans, and accounts that send little are not made fewer."""
    assert dials.turned(published.ALIBABA, "regrowth", 0.2) == published.ALIBABA
    assert dials.turned(published.GOOGLE_REPORT, "regrowth", 0.2).banned == 0.2
    assert dials.turned(published.XIAOMI, "split", 40.0) == published.XIAOMI
    assert dials.turned(published.ZHIPU, "split", 40.0).heads > published.ZHIPU.heads


def test_honest_accounts_are_the_same_beside_every_dial() -> None:
    """What differs between two worlds of one seed are the campaigns alone, so that the dial is compared and not the company."""
    seen = []
    for name in ("dial-none", "dial-payments-1"):
        world = worlds.named(name)
        made = worlds.populate(world, world.setting(1001, 0.02))
        honest = {one.account.account_id for one in made.accounts if not one.campaign}
        seen.append([(one.ts, one.account_id) for one in made.sent if one.account_id in honest])

    assert seen[0] == seen[1]
    assert len(seen[0]) > 100


def test_a_price_is_a_multiple_of_the_campaign_as_published() -> None:
    """Nothing turned costs one of everything; cover, cards and accounts cost what the dial says."""
    assert set(dials.price(_at("cover", "0")).values()) == {1.0}
    assert dials.price(_at("cover", "0.95"))["sent_per_harvested"] == pytest.approx(20.0)
    assert dials.price(_at("payments", "1"))["cards"] > dials.price(_at("payments", "2"))["cards"] > 1.0
    assert dials.price(_at("split", "5"))["accounts"] > 1.0


def test_an_unknown_world_is_refused_with_those_that_there_are() -> None:
    """A wrong value names the worlds of one dial, any other name the rest."""
    with pytest.raises(ConfigError, match=r"dial-cover-0\.9, .*but got world='dial-cover-0\.8'"):
        worlds.named("dial-cover-0.8")
    with pytest.raises(ConfigError, match=r"one of the worlds demo, .*but got world='dmeo'"):
        worlds.named("dmeo")


def test_the_listing_has_one_line_for_the_whole_family() -> None:
    """Worlds by name stand in a line each, those of one dial in one."""
    lines = worlds.listing()

    assert [line.split("\t")[0] for line in lines] == [*worlds.WORLDS, "dial-DIAL-VALUE"]
    assert all(len(line.split("\t")) == 3 for line in lines)
