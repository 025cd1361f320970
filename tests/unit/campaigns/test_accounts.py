"""What is concluded about each account and each attributed exchange."""

import pytest

from hydrascope.schema import ACCOUNT_VERDICTS, ATTRIBUTED


def _rows(found):
    return {row["account_id"]: row for row in found.result.account_verdicts.to_pylist()}


def test_every_account_has_one_row(found) -> None:
    """All accounts of the traffic are listed once, sorted by id, as the schema says."""
    table = found.result.account_verdicts
    ids = table["account_id"].to_pylist()

    assert table.schema == ACCOUNT_VERDICTS
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids)) == 52


def test_heads_have_the_verdict_of_their_campaign_with_reasons(found) -> None:
    """A head is confirmed in its campaign, and its reasons begin with its part in the work."""
    row = _rows(found)["h000"]

    assert (row["verdict"], row["campaign_id"]) == ("confirmed", found.campaign.campaign_id)
    assert row["reasons"][0] == f"32 of its 40 exchanges belong to the work of 12 accounts ({found.campaign.campaign_id})."
    assert row["reasons"][1:] == [f.finding for f in found.campaign.evidence[:6]]


def test_strangers_are_clear_without_reasons(found) -> None:
    """Nothing is held against the others, and they score below every head."""
    rows = _rows(found)
    strangers = [row for name, row in rows.items() if name.startswith("c")]

    assert {(row["verdict"], row["campaign_id"], tuple(row["reasons"])) for row in strangers} == {("clear", None, ())}
    assert max(row["score"] for row in strangers) < min(row["score"] for name, row in rows.items() if name.startswith("h"))


def test_numbers_stay_in_their_bounds(found) -> None:
    """Scores lie between nought and one, bits are not negative, exchanges are those of the log."""
    rows = found.result.account_verdicts.to_pylist()

    assert all(0.0 <= row["score"] <= 1.0 for row in rows)
    assert all(row["coordination"] >= 0 and row["harvest"] >= 0 for row in rows)
    assert sum(row["exchanges"] for row in rows) == found.result.scanned.exchanges


def test_the_exchanges_of_the_work_are_attributed_and_no_others(found) -> None:
    """The harvesting stream of the heads is attributed with its template and intent; cover and strangers are not."""
    table = found.result.attributed
    rows = table.to_pylist()

    assert table.schema == ATTRIBUTED
    assert len(rows) == found.campaign.exchanges == 12 * 32 - 16
    assert {row["account_id"][0] for row in rows} == {"h"}
    assert {row["intent"] for row in rows} == {"cot_elicitation", "reward_modelling"}
    assert {row["template_id"] for row in rows} == {t.template_id for t in found.campaign.templates}
    assert [row["exchange_id"] for row in rows] == sorted(row["exchange_id"] for row in rows)


def test_a_scan_that_finds_nothing_attributes_nothing(kit, conclude_from) -> None:
    """Strangers alone give an empty table of the same schema."""
    result = conclude_from(kit.strangers()).result

    assert result.attributed.num_rows == 0
    assert result.attributed.schema == ATTRIBUTED
    assert set(result.account_verdicts["verdict"].to_pylist()) == {"clear"}


def _carried(kit, streams):
    """An operator, and a reseller that opens with so many exchanges of the operator's stream before other talk."""

    def sketch(i, k):
        own = [kit.hash_of("r", i, k, j) for j in range(4)]
        return [kit.hash_of("h", j) for j in range(8)] + own if k < streams else own

    reseller = kit.strangers(
        1, 60, prefix="r", pathway="reseller:x", sketch=sketch, intent=lambda _, k: int(k < streams), hour=lambda _, k: -5 + 2 * k
    )
    return kit.both(kit.strangers(), kit.heads(), reseller)


@pytest.mark.parametrize("streams", [20, 60])
def test_a_gateway_is_watched_and_stands_in_one_campaign(kit, conclude_from, streams) -> None:
    """A reseller that carries the stream is on watch with it, is no head, makes no second campaign, and no exchange is attributed twice."""
    found = conclude_from(_carried(kit, streams))
    row = _rows(found)["r000"]
    attributed = found.result.attributed["exchange_id"].to_pylist()

    assert (row["verdict"], row["campaign_id"]) == ("watch", found.campaign.campaign_id)
    assert row["reasons"][0].startswith(f"It carries {streams} exchanges of {found.campaign.campaign_id} ")
    assert "r000" not in found.campaign.accounts
    assert len(attributed) == len(set(attributed)) == found.campaign.exchanges == 12 * 24 + streams


def test_a_campaign_is_not_named_after_a_gateway(kit, conclude_from) -> None:
    """The name follows from the first exchange of a head, though a gateway carried the stream before it."""
    assert conclude_from(_carried(kit, 20)).campaign.campaign_id == conclude_from(kit.hydra()).campaign.campaign_id
