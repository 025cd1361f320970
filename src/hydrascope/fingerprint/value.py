"""What an answer is worth to somebody who trains a copy."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

BYTES_PER_TOKEN = 4
_MOST = np.iinfo(np.int32).max
_REASONING = 10.0  # an answer with its reasoning teaches as much as so many bare ones


def output_tokens(logged: pa.Array, answer_bytes: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """
    Return the tokens of each answer, estimated from its bytes where the log has none.

    The estimate is for English: it is low for scripts of several bytes a
    character with a token each, and high for none.

    >>> output_tokens(pa.array([7, None]), np.array([400, 400])).tolist()
    [7, 100]
    """
    estimate = pa.array(answer_bytes // BYTES_PER_TOKEN)
    return whole(pc.coalesce(logged, estimate), least=0)


def whole(column: pa.Array, *, least: int) -> npt.NDArray[np.int32]:
    """Return a column without nulls as 32-bit numbers; what is out of range becomes the nearest that is in it."""
    return np.asarray(column).clip(least, _MOST).astype(np.int32)


def answer_value(tokens: npt.NDArray[np.int32], reasoned: npt.NDArray[np.bool_], samples: npt.NDArray[np.int32]) -> npt.NDArray[np.float32]:
    """
    Return the worth of each exchange in bare answers of 100 tokens.

    Reasoning counts tenfold: with full traces, a student needs a hundredth of
    the queries that bare answers cost it, which we discount for length.

    >>> answer_value(np.array([100, 100]), np.array([False, True]), np.array([1, 2])).tolist()
    [1.0, 20.0]
    """
    worth = tokens / 100.0 * np.where(reasoned, _REASONING, 1.0) * np.maximum(samples, 1)
    return worth.astype(np.float32)
