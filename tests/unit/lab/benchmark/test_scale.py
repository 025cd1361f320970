"""What searches of ever larger stores cost."""

import json
from pathlib import Path

import pytest

from hydrascope.errors import InputError
from hydrascope.lab.benchmark import scale
from hydrascope.lab.worlds.february import february

ONE = scale.Scale(
    exchanges=1_000,
    accounts=10,
    ingest_s=1.0,
    ingest_mib=100.0,
    bytes_each=150.0,
    search_s=2.0,
    search_cpu_s=2.0,
    search_mib=200.0,
    stages={"looking": 1.5, "detecting": 0.5},
    hour_s=0.08,
    checkpoint_s=1.0,
    read_s=0.1,
    decode_s=0.2,
    campaigns=[scale.Found("one", 5, 4, "confirmed")],
    honest_accused=0,
)


def test_growth_is_the_exponent_of_time() -> None:
    """Ten times the time for ten times the exchanges is linear; one size says nothing."""
    larger = [scale.msgspec.structs.replace(ONE, exchanges=10_000, search_s=seconds) for seconds in (20.0, 200.0)]

    assert [scale.growth([ONE, one]) for one in larger] == [1.0, 2.0]
    assert scale.growth([ONE]) is None


def test_the_table_says_what_was_found_and_where_the_time_went(tmp_path: Path) -> None:
    """Each size has its line, and its stages have theirs; the file has the same figures."""
    said = scale.table([ONE])

    assert "4 of 5" in said
    assert "looking 75%, detecting 25%; one more hour 4.0% of the whole" in said
    assert json.loads(scale.kept([ONE], tmp_path)) == json.loads((tmp_path / "scale.json").read_text())


def test_a_broken_measurement_is_refused_and_not_left_out(tmp_path: Path) -> None:
    """A child that cannot make its store ends the whole with a message."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError, match="expected to make a store"):
        scale.scale([1_000], tmp_path / "taken", memory=None, threads=1, tell=lambda _say: None)


def test_worlds_of_every_size_have_the_same_accounts_each_as_busy() -> None:
    """A tenth of the world has a tenth of the accounts, who send as much."""
    whole, tenth = february(116e6), february(11.6e6)

    assert (whole.accounts, tenth.accounts) == (500_000, 50_000)
    assert sum(one.heads for one in whole.campaigns) == 20_000
    assert [one.per_day for one in whole.campaigns] == [one.per_day for one in tenth.campaigns]
    assert 16.4e6 < sum(one.heads * one.per_day * whole.days for one in whole.campaigns) < 16.6e6


@pytest.mark.slow
def test_a_small_store_is_made_once_and_measured(tmp_path: Path) -> None:
    """A measurement has all its figures; the store stays, and a second one does not make it again."""
    said: list[str] = []
    first = scale.scale([20_000], tmp_path, memory="1GB", threads=1, tell=said.append)
    again = scale.scale([20_000], tmp_path, memory="1GB", threads=1, tell=said.append)

    assert 20_000 < first[0].exchanges < 60_000
    assert min(first[0].hour_s, first[0].checkpoint_s) > 0
    assert first[0].search_mib > 50
    assert 100 < first[0].bytes_each < 1_000
    assert set(first[0].stages) >= {"detecting", "describing"}
    assert again[0].ingest_s == first[0].ingest_s
    assert again[0].campaigns == first[0].campaigns
