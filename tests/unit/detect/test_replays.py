"""Who handed back whose reasoning blocks."""

from hydrascope.detect.seeds import replaying


def _pairs(told, *rows, **accounts):
    """Return the pairs of a log whose rows are account, blocks handed back and blocks minted."""
    lines = [
        {"account_id": name, "exchange_id": f"e{i}", "hour": i, "blocks_in": given, "blocks_out": minted}
        for i, (name, given, minted) in enumerate(rows)
    ]
    seen = told.scene_of(told.Told(lines, accounts))
    found, ids = seen.traffic.replays, seen.traffic.accounts.ids
    pairs = zip(found.minter.tolist(), found.presenter.tolist(), found.blocks.tolist(), strict=True)
    return [(ids[m], ids[p], n) for m, p, n in pairs], found.foreign(seen.traits.customer).tolist()


def test_pairs_are_counted_by_distinct_blocks(told) -> None:
    """A block that is handed back twice counts once; one that returns to its own account is a pair that is not foreign."""
    rows = [("a", None, ["1", "2"]), ("b", ["1"], ["3"]), ("b", ["1", "2"], None), ("a", ["1"], None)]

    assert _pairs(told, *rows) == ([("a", "a", 1), ("a", "b", 2)], [False, True])


def test_unknown_blocks_and_blocks_of_two_minters_are_left_out(told) -> None:
    """A block from before the log has no minter; a block that two accounts minted is nobody's."""
    rows = [("a", None, ["1"]), ("b", None, ["1"]), ("c", ["1", "9"], None)]

    assert _pairs(told, *rows) == ([], [])


def test_accounts_of_one_customer_are_not_foreign_to_each_other(told) -> None:
    """Two accounts of one declared organisation may share a session."""
    rows = [("a", None, ["1"]), ("b", ["1"], None)]

    assert _pairs(told, *rows, a={"org_id": "acme"}, b={"org_id": "acme"}) == ([("a", "b", 1)], [False])


def test_a_log_without_blocks_has_no_pairs(told) -> None:
    """Nulls are no blocks."""
    assert _pairs(told, ("a", None, None), ("b", None, None)) == ([], [])


def test_accounts_tied_by_foreign_blocks_are_asked_about(told) -> None:
    """Three accounts in a chain of replays are one seed; two are none."""
    rows = [("a", None, ["1"]), ("b", ["1"], ["2"]), ("c", ["2"], None), ("d", None, ["4"]), ("e", ["4"], None)]
    lines = [
        {"account_id": name, "exchange_id": f"e{i}", "hour": i, "blocks_in": given, "blocks_out": minted}
        for i, (name, given, minted) in enumerate(rows)
    ]
    seen = told.scene_of(told.Told(lines, {}))

    assert [part.tolist() for part in replaying(seen)] == [[0, 1, 2]]
