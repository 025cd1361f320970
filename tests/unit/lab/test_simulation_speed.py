"""How fast worlds are made: what is counted, and what is refused; no times."""

from hydrascope.lab import simulation_speed
from hydrascope.lab.worlds import WORLDS
from hydrascope.lab.worlds.crowd import Crowd, people


def test_exchanges_are_counted_as_written():
    """The counts are those of the worlds."""
    spec = Crowd(accounts=50, campaigns=())

    assert simulation_speed.without_text(spec) == people(spec, 1).exchanges.sum()
    assert simulation_speed.with_text("demo", 0.02) > 100


def test_an_unknown_world_is_refused(capsys):
    """An unknown world gives one line and status 2."""
    assert simulation_speed.main(["demmo"]) == 2
    assert "expected one of the worlds" in capsys.readouterr().err


def test_the_usual_worlds_are_of_both_splits():
    """Without names the program times worlds to tune on and worlds of the report, whose answers are longer."""
    assert {WORLDS[name].split for name in simulation_speed.USUAL} == {"tuning", "report"}
