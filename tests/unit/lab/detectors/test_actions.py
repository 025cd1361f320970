import numpy as np
import pyarrow as pa

from hydrascope.lab.detectors.actions import Actions, hashed, named, popular, posts, registered


def test_codes_leave_out_nought_and_null():
    """Nought is no hash and null is no name."""
    assert hashed(np.array([0, 9, 5, 9], np.uint64)).tolist() == [-1, 2, 1, 2]
    assert named(pa.array(["b", None, "a"])).tolist() == [1, -1, 0]


def test_the_register_is_read_by_account_whatever_its_order():
    """Accounts that the register lacks have nothing; of two entries the one that sorts first counts."""
    register = pa.table({"account_id": ["b", "a", "a"], "payment_fingerprint": ["x", "y", "x"]})
    assert registered(register, "payment_fingerprint", ["a", "b", "c"]).tolist() == [0, 0, -1]


def test_objects_of_one_account_and_of_everybody_are_left_out():
    """Of three objects only the one that two accounts used is kept, with its actions by time."""
    account = np.array([0, 1, 0, 2, 0, 1, 2, 3])
    item = np.array([5, 5, 6, 7, 5, 7, 7, 7])
    done = Actions(list("abcd"), account, np.arange(8.0), {"kind": item})
    (one,) = posts(done, "kind", most=2)
    assert (one.accounts.tolist(), one.who.tolist(), one.seconds.tolist()) == ([0, 1], [0, 1, 0], [0, 1, 4])


def test_a_quarter_of_the_accounts_is_everybody():
    """Small worlds have a floor, large ones a ceiling."""
    assert [popular(n) for n in (10, 1000, 100_000)] == [50, 250, 2000]
