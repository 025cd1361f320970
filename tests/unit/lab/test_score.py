"""The score, against figures computed by hand."""

import gzip
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hydrascope.errors import InputError
from hydrascope.lab.score import Attribution, Truth, Verdict, b_cubed, main, score, weigh
from hydrascope.lab.scores import PrecisionRecall

# Two campaigns: a1..a4 and b1, b2. The scan finds a1..a3 as one, a4 with b1 as another, only watches b2, and suspects the honest h1 with a1..a3.
TRUTH = {
    **{f"a{i}": Truth("alpha", "attack") for i in range(1, 5)},
    **{f"b{i}": Truth("beta", "attack") for i in range(1, 3)},
    "h1": Truth("", "hobby"),
    "h2": Truth("", "hobby"),
    "o1": Truth("", "office"),
}
VERDICTS = {
    **{f"a{i}": Verdict("confirmed", "C1") for i in range(1, 4)},
    "a4": Verdict("suspected", "C2"),
    "b1": Verdict("suspected", "C2"),
    "b2": Verdict("watch", "C3"),
    "h1": Verdict("suspected", "C1"),
    "h2": Verdict("clear", "h2"),
    "o1": Verdict("watch", "C4"),
}
EXCHANGES = {"alpha": Attribution(10, 8), "beta": Attribution(6, 3), "": Attribution(20, 1)}


@pytest.fixture
def folders(tmp_path):
    """A scan and a world on disk that hold the example above."""
    scan, world = tmp_path / "scan", tmp_path / "world"
    scan.mkdir()
    world.mkdir()
    pq.write_table(
        pa.table(
            {
                "account_id": list(VERDICTS),
                "verdict": [one.verdict for one in VERDICTS.values()],
                "campaign_id": [None if one.verdict == "clear" else one.campaign for one in VERDICTS.values()],
            },
        ),
        scan / "accounts.parquet",
    )
    found = {**{f"x{i}": "C1" for i in range(8)}, **{f"y{i}": "C2" for i in range(3)}, "y5": "C3", "z0": "C1"}
    pq.write_table(pa.table({"exchange_id": list(found), "campaign_id": list(found.values())}), scan / "exchanges.parquet")
    accounts = "".join(f"{account},{one.campaign},{one.kind},op\n" for account, one in TRUTH.items())
    (world / "truth_accounts.csv").write_text("account_id,campaign,kind,operator\n" + accounts, encoding="utf-8")
    sent = [(f"x{i}", "alpha") for i in range(10)] + [(f"y{i}", "beta") for i in range(6)] + [(f"z{i}", "") for i in range(20)]
    rows = "".join(f"{exchange},{campaign},any\n" for exchange, campaign in sent)
    (world / "truth_exchanges.csv.gz").write_bytes(gzip.compress(("exchange_id,campaign,kind\n" + rows).encode()))
    return scan, world


def test_b_cubed_of_the_example():
    """
    Seven accounts count: six heads and h1.

    Precision: a1, a2, a3 3/4 each, h1 1/4, a4 1/2, b1 1/2, b2 (alone) 1: 4.5 of 7. Recall: a1, a2, a3 3/4 each, a4 1/4, b1 1/2, b2 1/2, h1 1: 4.5 of 7.
    """
    heads = {account: one.campaign for account, one in TRUTH.items() if one.campaign}
    accused = {account: one.campaign for account, one in VERDICTS.items() if one.verdict in {"confirmed", "suspected"}}

    assert b_cubed(heads, accused) == pytest.approx((4.5 / 7, 4.5 / 7))


def test_b_cubed_of_a_perfect_scan_is_one():
    """Names do not matter, only who is with whom."""
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, {"a": "2", "b": "2", "c": "1"}) == (1.0, 1.0)


def test_lumping_costs_precision_and_splitting_costs_recall():
    """All in one: precision falls to (2*2 + 2*2) / 4 / 4; all apart: recall falls to 1/2."""
    heads = {"a": "x", "b": "x", "c": "y", "d": "y"}

    assert b_cubed(heads, dict.fromkeys(heads, "1")) == (0.5, 1.0)
    assert b_cubed(heads, {account: account for account in heads}) == (1.0, 0.5)


def test_b_cubed_without_any_campaign_is_undefined():
    """There is nothing to average over."""
    assert b_cubed({}, {}) == PrecisionRecall(None, None)


def test_watch_accuses_nobody():
    """Of six heads five are accused, beside one honest account; the watched head is a miss."""
    got = weigh(TRUTH, VERDICTS, EXCHANGES)

    assert got.accounts == pytest.approx((5 / 6, 5 / 6))
    assert [(one.campaign, one.confirmed, one.suspected, one.watch, one.account_recall) for one in got.campaigns] == [
        ("alpha", 3, 1, 0, 1.0),
        ("beta", 0, 1, 1, 0.5),
    ]


def test_honest_accounts_are_listed_by_kind_and_verdict():
    """Whoever is wrongly accused can be looked up by id."""
    hobby, office = weigh(TRUTH, VERDICTS, EXCHANGES).honest

    assert (hobby.kind, hobby.accounts, hobby.confirmed, hobby.suspected, hobby.watch) == ("hobby", 2, (), ("h1",), ())
    assert (office.kind, office.accounts, office.confirmed, office.suspected, office.watch) == ("office", 1, (), (), ("o1",))
    assert weigh(TRUTH, VERDICTS, EXCHANGES).falsely_accused == 1


def test_campaigns_are_matched_merged_and_split():
    """C1 holds three quarters of alpha, C2 a quarter of alpha and half of beta: alpha is split, C2 merges the two."""
    got = weigh(TRUTH, VERDICTS, EXCHANGES)

    assert [one.found_as for one in got.campaigns] == [("C1", "C2"), ("C2",)]
    assert (got.split, got.missed, got.merged, got.unfounded) == (("alpha",), (), {"C2": ("alpha", "beta")}, ())


def test_a_sliver_of_a_campaign_is_no_match():
    """A found campaign with less than a tenth of a true one's accounts does not match it."""
    truth = {f"a{i:02d}": Truth("alpha", "attack") for i in range(20)}
    got = weigh(truth, {"a00": Verdict("confirmed", "C1")}, {})

    assert (got.missed, got.unfounded) == (("alpha",), ("C1",))


def test_exchanges_count_by_the_true_campaign():
    """11 of 16 harvesting exchanges are attributed, and one honest one beside them."""
    got = weigh(TRUTH, VERDICTS, EXCHANGES)

    assert got.exchanges == pytest.approx((11 / 12, 11 / 16))
    assert [one.exchange_recall for one in got.campaigns] == [0.8, 0.5]


def test_files_give_the_same_score(folders):
    """What is read from disk, plain or compressed, scores like the example; exchanges of a watched campaign do not count."""
    assert score(*folders) == weigh(TRUTH, VERDICTS, EXCHANGES)


def test_a_scan_that_accuses_nobody_has_no_precision():
    """Precision is undefined, recall is nought, and the honest are safe."""
    got = weigh(TRUTH, {}, {})

    assert got.accounts == PrecisionRecall(None, 0.0)
    assert got.falsely_accused == 0
    assert got.missed == ("alpha", "beta")


def test_the_table_names_campaigns_and_the_wrongly_accused(folders, capsys):
    """The printed table carries what the record says."""
    assert main([str(one) for one in folders]) == 0

    out = capsys.readouterr().out
    assert "alpha                       4         3         1      0   100.0%         10     80.0%  C1, C2" in out
    assert "hobby                       2         0         1      0  h1" in out
    assert "campaigns: 2 of 2 matched; split: alpha; missed: none" in out


def test_json_is_the_record(folders, capsys):
    """With --json the whole record is printed on one line."""
    assert main(["--json", *map(str, folders)]) == 0

    assert json.loads(capsys.readouterr().out)["merged"] == {"C2": ["alpha", "beta"]}


def test_the_wrong_world_is_refused(folders):
    """A scan that names accounts the world does not know is of another world."""
    scan, world = folders
    (world / "truth_accounts.csv").write_text("account_id,campaign,kind,operator\na1,alpha,attack,op\n", encoding="utf-8")

    with pytest.raises(InputError, match="8 accounts that it does not know, such as account_id='a2'"):
        score(scan, world)


@pytest.mark.parametrize("name", ["accounts.parquet", "exchanges.parquet"])
def test_a_missing_or_broken_file_is_refused(folders, name, capsys):
    """No traceback: the message names the file, and the exit code is 2."""
    (folders[0] / name).write_bytes(b"broken")
    assert main([str(one) for one in folders]) == 2
    assert "expected the columns" in capsys.readouterr().err

    (folders[0] / name).unlink()
    assert main([str(one) for one in folders]) == 2
    assert f"expected a file {name}" in capsys.readouterr().err


def test_arguments_are_two_folders(capsys):
    """Too few arguments are told apart from an empty scan."""
    assert main([]) == 2
    assert "expected OUT_DIR WORLD_DIR but got 0 arguments" in capsys.readouterr().err
