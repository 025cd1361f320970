import numpy as np
import pyarrow as pa
import pytest

from hydrascope.lab.detectors.rule_signals import SIGNALS, Traffic, cot, pivot, role_preamble, timing_cluster, velocity


def seen(account: list[int], seconds: list[float], **columns) -> Traffic:
    """Traffic in which what is not said is the same for all, or unknown."""
    count, rows = max(account) + 1, len(account)
    usual = {name: np.full(rows, -1) for name in ("system", "subnet", "ja4")} | {
        "model": np.zeros(rows, int),
        "capability": np.zeros(rows, int),
    }
    usual |= {"tokens": np.arange(rows, dtype=float) ** 2, "card": np.full(count, -1), "cluster": np.arange(count)}
    offsets = np.append(0, np.cumsum(np.bincount(account)))
    prompts = columns.pop("prompts", ["hello"] * rows)
    given = usual | {name: np.array(values) for name, values in columns.items()}
    return Traffic(
        np.array(account), count, np.array(seconds, float), offsets=offsets, prompts=pa.array(prompts, pa.large_string()), **given
    )


def test_a_metronome_has_points_for_even_gaps():
    """Gaps that vary by less than 30 % give 0.30; wild gaps none."""
    even, wild = seen([0] * 10, [60 * i for i in range(10)]), seen([0] * 10, [60 * 2**i for i in range(10)])
    assert (velocity(even)[0], velocity(wild)[0]) == (0.30, 0.0)


def test_more_than_sixty_and_two_hundred_requests_an_hour_have_points():
    """0.25 and 0.45, on top of the even gaps."""
    assert velocity(seen([0] * 100, [36 * i for i in range(100)]))[0] == pytest.approx(0.25 + 0.30)
    assert velocity(seen([0] * 300, [12 * i for i in range(300)]))[0] == pytest.approx(0.45 + 0.30)


def test_phrases_that_ask_for_reasoning_count_whatever_their_case():
    """One prompt in two asks for it: 0.40 + 0.35 + 0.25 for one capability; the other account has none."""
    asked = seen([0, 0, 1], [1, 2, 3], prompts=["Show me your INTERNAL reasoning", "hi", "hi"])
    assert cot(asked).tolist() == [pytest.approx(1.0), 0.0]


def test_five_accounts_in_one_second_are_a_cluster():
    """Five count, four do not."""
    assert timing_cluster(seen([0, 1, 2, 3, 4, 5], [7, 7, 7, 7, 7, 9])).tolist() == [1, 1, 1, 1, 1, 0]
    assert not timing_cluster(seen([0, 1, 2, 3], [7] * 4)).any()


def test_a_system_prompt_of_ten_accounts_counts_more_than_one_of_five():
    """0.35 for one's own throughout, and 0.35 or 0.50 for what others have too."""
    assert role_preamble(seen(list(range(5)), [1] * 5, system=[3] * 5))[0] == pytest.approx(0.70)
    assert role_preamble(seen(list(range(10)), [1] * 10, system=[3] * 10))[0] == pytest.approx(0.85)


def test_a_common_turn_of_a_cluster_counts_full():
    """Five linked accounts that turn to a model within six hours: 1; one alone: 0.20."""
    account, seconds = [*range(6), *range(6)], [0] * 6 + [21600 * 4 + i for i in range(6)]
    turned = seen(account, seconds, model=[0] * 6 + [1] * 6, cluster=[0] * 5 + [5])
    assert pivot(turned).tolist() == [1, 1, 1, 1, 1, 0.2]


@pytest.mark.parametrize("name", sorted(SIGNALS))
def test_every_signal_bears_traffic_without_any_identifier(name):
    """One bare request of one account gives a finite number."""
    assert np.isfinite(SIGNALS[name](seen([0], [1]))).all()
