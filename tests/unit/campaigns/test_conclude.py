"""Everything that a scan concludes."""

import random

import msgspec


def test_what_was_scanned_is_counted(found) -> None:
    """Exchanges, accounts, rejected lines and duplicates are told with the time that they span."""
    scanned = found.result.scanned

    assert scanned.exchanges == len(found.exchange_ids)
    assert (scanned.accounts, scanned.rejected, scanned.duplicates) == (52, 2, 3)
    assert scanned.first_ts < scanned.last_ts


def test_releases_are_listed_by_time(kit, conclude_from) -> None:
    """All known releases are named, the earliest first, also of models that the traffic does not use."""
    result = conclude_from(kit.strangers(5), late=900.0, early=-900.0, now=5.0).result

    assert [r.model for r in result.releases] == ["early", "now", "late"]


def test_the_most_severe_campaign_comes_first(kit, conclude_from) -> None:
    """Campaigns are sorted by verdict, then by bits; a lone harvester comes after a confirmed campaign."""
    lone = kit.heads(1, 80, prefix="z", template=-1, sketch=[], config_hash=61, structure_hash=62, subnet="own", payment_fingerprint="own")
    result = conclude_from(kit.both(kit.strangers(), lone, kit.heads())).result

    assert [(c.verdict, len(c.accounts)) for c in result.campaigns] == [("confirmed", 12), ("watch", 1)]


def test_the_order_of_the_log_does_not_matter(kit, conclude_from) -> None:
    """A shuffled log gives the same campaigns and tables, byte for byte."""
    rows = kit.hydra()
    expected = conclude_from(rows).result
    random.Random(2).shuffle(rows.rows)
    again = conclude_from(rows).result

    assert msgspec.json.encode(again.campaigns) == msgspec.json.encode(expected.campaigns)
    assert again.account_verdicts == expected.account_verdicts
    assert again.attributed == expected.attributed


def test_strangers_give_no_campaign(kit, conclude_from) -> None:
    """Where nothing is found, nothing is listed."""
    assert conclude_from(kit.strangers()).result.campaigns == []
