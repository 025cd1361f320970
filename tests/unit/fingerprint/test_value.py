import numpy as np
import pyarrow as pa

from hydrascope.fingerprint.value import BYTES_PER_TOKEN, answer_value, output_tokens, whole

MOST = 2**31 - 1


def worth(tokens=100, *, reasoned=False, samples=1):
    """Return the worth of one answer."""
    return float(answer_value(np.array([tokens]), np.array([reasoned]), np.array([samples]))[0])


def test_logged_tokens_win_over_the_estimate():
    """What the log says counts, a logged 0 too; else bytes divided by BYTES_PER_TOKEN."""
    found = output_tokens(pa.array([7, 0, None], pa.int64()), np.array([4000, 4000, 4000]))

    assert found.tolist() == [7, 0, 4000 // BYTES_PER_TOKEN]
    assert found.dtype == np.int32


def test_numbers_out_of_range_stay_in_range():
    """A nonsensical count neither wraps round nor turns negative."""
    assert output_tokens(pa.array([2**40, -5], pa.int64()), np.array([0, 0])).tolist() == [MOST, 0]
    assert whole(pa.array([2**40, 0, -(2**40), 3]), least=1).tolist() == [MOST, 1, 1, 3]


def test_a_hundred_tokens_are_one_answer():
    """Worth grows with the tokens, and nothing is worth nothing."""
    assert (worth(), worth(250), worth(0)) == (1.0, 2.5, 0.0)


def test_reasoning_counts_tenfold():
    """An answer with its reasoning is worth ten without."""
    assert worth(reasoned=True) == 10 * worth()


def test_each_sample_counts():
    """Several answers to one request add up; an unknown number is one."""
    assert worth(samples=4) == 4.0
    assert worth(samples=0) == 1.0
