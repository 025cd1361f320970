"""Is a request that failed on one head sent again by another?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.failover_duplicates import by_chance, failover_duplicates
from hydrascope.detect.failovers import failovers


def _failing(told, gap: float = 0.1):
    """Heads of which each even one fails, and the odd one after it sends the same request again."""
    return told.heads(
        hour=lambda i, k: 20 * (i // 2) + k + gap * (i % 2),
        content_hash=lambda i, k: 10**6 + (i // 2) * 1000 + k,
        status=lambda i, _: 500 if i % 2 == 0 else 200,
    )


def test_failures_that_another_head_repeats(told) -> None:
    """Each of 144 failed requests comes again from the next head within minutes, which no stranger does."""
    found = told.asked(failover_duplicates, told.both(told.strangers(), _failing(told)))

    assert found.bits > 50
    assert found.finding.startswith(
        "144 of 144 failed requests were sent again within the hour by another of the group, 12 customers in all;"
    )


def test_a_repeat_after_hours_is_no_failover(told) -> None:
    """The same request a hundred minutes later gives nothing."""
    assert told.asked(failover_duplicates, told.both(told.strangers(), _failing(told, gap=1.7))) is None


def test_a_retry_by_the_same_account_is_no_failover(told) -> None:
    """An account that tries its own failed request again does not count."""
    own = told.hydra(status=lambda _, k: 500 if k % 2 == 0 else 200, content_hash=lambda i, k: 10**6 + i * 1000 + k // 2)

    assert told.asked(failover_duplicates, own) is None


def test_where_strangers_fail_over_as_often_it_weighs_nothing(told) -> None:
    """A router that all customers use gives no bits."""
    routed = told.both(told.strangers(), _failing(told), told.Told(*(_renamed(part) for part in _failing(told))))

    assert told.bits_of(told.asked(failover_duplicates, routed)) < 3


def _renamed(part):
    """The same rows and accounts under names of strangers."""
    if isinstance(part, dict):
        return {"z" + name: account for name, account in part.items()}
    fields = ("account_id", "exchange_id")
    return [row | {f: "z" + row[f] for f in fields} | {"content_hash": row["content_hash"] + 10**9} for row in part]


@pytest.mark.parametrize("field", ["status", "content_hash"])
def test_without_status_or_text_there_is_no_evidence(told, field) -> None:
    """A log that does not tell failures, or not what was asked, gives nothing."""
    absent = told.both(told.strangers(), _failing(told)).without(field)

    assert told.asked(failover_duplicates, absent) is None


def test_counts_are_of_failed_requests(told) -> None:
    """What is counted is failures that came again, failures, and who left or took up one."""
    seen = told.scene_of(_failing(told))
    found = failovers(seen.traffic.exchanges, told.group_of(seen).rows, seen.traits.customer)
    status, a = seen.traffic.exchanges.status, seen.traffic.exchanges.a

    assert (len(found.first), len(found.again), found.failed) == (144, 144, 144)
    assert set(status[found.first]) == {500}
    assert set(status[found.again]) == {200}
    assert (a[found.again] == a[found.first] + 1).all()


def test_a_router_of_one_customer_is_no_failover(told) -> None:
    """Keys of one declared organisation may take up each other's failures."""
    openly = told.both(told.strangers(), _failing(told))
    accounts = {name: row | {"org_id": "acme"} if name.startswith("h") else row for name, row in openly.accounts.items()}

    assert told.asked(failover_duplicates, openly._replace(accounts=accounts)) is None


def test_two_colleagues_say_nothing_of_ten_strangers(told) -> None:
    """Where two of twelve take up each other's failures, and the ten others retry their own, nothing is said of the twelve."""
    two = told.heads(
        hour=lambda i, k: 20 * (i // 2) + k + 0.1 * (i % 2),
        content_hash=lambda i, k: 10**6 + (0 if i < 2 else i) * 1000 + k,
        status=lambda i, k: 500 if i % 2 == 0 and k % 2 == 0 else 200,
    )

    assert told.asked(failover_duplicates, told.both(told.strangers(), two)) is None


def test_a_class_that_copies_one_assignment_in_an_outage_is_no_queue(told) -> None:
    """Where each request comes again from the next account whether or not it failed, the failures weigh nothing."""
    copied = told.heads(
        hour=lambda i, k: 20 * (k // 2) + 0.05 * i + (k % 2),
        content_hash=lambda _, k: 10**6 + k,
        status=lambda i, k: 503 if (i + k) % 5 == 0 else 200,
    )

    assert told.bits_of(told.asked(failover_duplicates, told.both(told.strangers(), copied))) < 1


def _few_of_many(told, among: int, each: int = 4):
    """Sixty heads, and sixteen requests in all that failed on one of the first `among` of them and come again from the next."""

    def item(i, k):
        n = i if i < among else -1
        return (n, k) if n >= 0 and k < 32 // among else None

    return told.heads(
        60,
        max(each, 32 // among),
        hour=lambda i, k: 20 * (i // 2) + k + 0.1 * (i % 2),
        content_hash=lambda i, k: 10**6 + (i // 2) * 1000 + k if item(i, k) else 10**7 + i * 1000 + k,
        status=lambda i, k: 500 if item(i, k) and i % 2 == 0 else 200,
    )


def test_a_few_repeats_that_fall_on_anybody_are_one_queue(told) -> None:
    """Sixteen repeats that involve thirty-two of sixty heads speak for all; the same among four of them speak for nobody else."""
    spread, clique = (told.asked(failover_duplicates, told.both(told.strangers(), _few_of_many(told, among))) for among in (32, 4))

    assert spread.bits > 10
    assert clique is None


def test_ten_colleagues_are_told_from_a_queue_by_meeting_again() -> None:
    """Of two hundred accounts, twenty that took part are chance's own draw if all differ; if ten took part twice each, they are a clique."""
    load = np.repeat(np.arange(200), 5)

    assert by_chance(np.arange(20), load)
    assert by_chance(np.r_[np.arange(19), 0], load)
    assert not by_chance(np.repeat(np.arange(10), 2), load)


def test_who_sends_most_takes_part_most() -> None:
    """A queue that loads some heads more meets them again more often: the load says how often."""
    busy = np.r_[np.repeat(np.arange(10), 100), np.arange(10, 200)]

    assert by_chance(np.repeat(np.arange(10), 2), busy)
