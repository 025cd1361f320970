import numpy as np
import pyarrow as pa

from hydrascope.lab.detectors.embedding import SIZE, fit, lexical

PROMPTS = pa.array([f"the price of item {word} in our shop" for word in ["alpha", "beta", "gamma", "delta"]] + [""], pa.large_string())


def test_rows_have_length_one_and_an_empty_prompt_is_nought():
    """Rows are L2-normalised; a prompt without words has no direction."""
    points = lexical(fit(PROMPTS))(PROMPTS)
    assert points.shape == (5, SIZE)
    assert np.allclose(np.linalg.norm(points, axis=1), [1, 1, 1, 1, 0], atol=1e-5)


def test_common_words_weigh_less_than_rare_ones():
    """A prompt shares more with another through a rare word than through words that all prompts have."""
    more = pa.array([*PROMPTS.to_pylist()[:4], "alpha only", "price only"], pa.large_string())
    points = lexical(fit(more))(more)
    assert points[0] @ points[4] > points[0] @ points[5]


def test_slices_are_embedded_as_they_stand():
    """A slice of an array gives the rows of the slice, not of the array's beginning."""
    embed = lexical(fit(PROMPTS))
    assert np.array_equal(embed(PROMPTS.slice(2, 2)), embed(PROMPTS)[2:4])
