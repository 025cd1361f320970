"""The traffic as detection sees it."""

import random

import numpy as np

from hydrascope.detect import traffic
from hydrascope.engine import connect


def test_accounts_are_numbered_by_their_ids(told) -> None:
    """Row a is account a, sorted by id, with what the register says of it or nothing."""
    seen = told.scene_of(told.both(told.people("b", 1, 1, email_domain="b.example"), told.people("a", 1, 1)))

    assert seen.traffic.accounts.ids == ["a000", "b000"]
    assert seen.traffic.accounts.column("email_domain").tolist() == [None, "b.example"]
    assert np.isnan(seen.traffic.accounts.seconds("created_at")).all()


def test_exchanges_lie_by_account_and_time(told) -> None:
    """Each account's rows are together, in order of time, whatever the order of the log."""
    rows = told.hydra(count=3)
    random.Random(1).shuffle(rows.rows)
    x = told.scene_of(rows).traffic.exchanges

    assert (np.diff(x.a) >= 0).all()
    assert (np.diff(x.ts)[np.diff(x.a) == 0] >= 0).all()
    assert x.of(np.array([1, 0])).tolist() == [*range(x.offsets[1], x.offsets[2]), *range(x.offsets[1])]
    assert len(x.of(np.zeros(0, np.int64))) == 0


def test_nought_and_null_are_unknown(told) -> None:
    """A hash of nought and a null are coded -1, in every column that may lack them."""
    x = told.scene_of(told.people("a", 2, 2)).traffic.exchanges

    for name in ("client", "ja4", "headers", "config", "ip", "subnet", "asn", "prompt", "system", "end_user", "template"):
        assert (getattr(x, name) == -1).all(), name


def test_an_account_twice_in_the_register_is_one_account(told) -> None:
    """The earliest registration counts, whatever the order of the register."""
    rows = told.people("a", 1, 1, created_at=-9.0, email_domain="late.example")
    doubled = told.register(told.people("a", 1, 1, created_at=-30.0, email_domain="early.example"))
    for order in (0, 1):
        tables = [told.register(rows), doubled][:: 1 if order else -1]
        loaded = traffic.load(connect(threads=1), told.fingerprints(rows), traffic.pa.concat_tables(tables))

        assert loaded.accounts.column("email_domain").tolist() == ["early.example"]


def test_of_equal_registrations_one_is_taken_by_rule(told) -> None:
    """Two entries of one account and one moment are told apart by what they say, not by their order in the register."""
    rows = told.people("a", 1, 1, created_at=-9.0, email_domain="b.example")
    other = told.register(told.people("a", 1, 1, created_at=-9.0, email_domain="a.example"))
    found = set()
    for tables in ([told.register(rows), other], [other, told.register(rows)]):
        loaded = traffic.load(connect(threads=1), told.fingerprints(rows), traffic.pa.concat_tables(tables))
        found.add(loaded.accounts.column("email_domain")[0])

    assert found == {"a.example"}


def test_the_traffic_names_organisations_that_the_register_does_not(told) -> None:
    """A declared organisation counts from either source, the register's first."""
    rows = told.people("a", 2, 1)
    told_rows = [row | {"org_id": "from-log"} for row in rows.rows]
    accounts = {"a000": {"org_id": "from-register"}, "a001": {}}
    seen = told.scene_of(told.Told(told_rows, accounts))

    assert seen.traffic.accounts.column("org_id").tolist() == ["from-register", "from-log"]


def test_accounts_of_the_register_without_traffic_are_left_out(told) -> None:
    """Only accounts that sent something are looked at."""
    rows = told.people("a", 1, 1)
    rows.accounts["silent"] = {"email_domain": "x.example"}

    assert told.scene_of(rows).traffic.accounts.ids == ["a000"]
