"""What a score means."""

from hydrascope.lab.benchmark.reliability import reliability


def test_every_account_is_in_one_bin(make_truth, make_said) -> None:
    """Accounts that a detector does not name have score 0; edges belong to the bin below."""
    bins = reliability([(make_truth(honest=3, a=2), make_said({"a0": 1.0, "a1": 0.9, "h0": 0.9}))])

    assert sum(one.accounts for one in bins) == 5
    assert [(one.high, one.accounts, one.heads.value) for one in bins] == [(0.1, 2, 0.0), (0.9, 2, 0.5), (1.0, 1, 1.0)]
