"""Reasoning blocks that are handed back, and who minted them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hydrascope.engine import Engine

Ints = npt.NDArray[np.int64]


class Replays(NamedTuple):
    """
    Who handed back whose reasoning blocks, each pair of accounts once; also blocks that return to their own account.

    Blocks that more than one account minted are left out: they are no secret.
    """

    minter: Ints
    presenter: Ints
    blocks: Ints  # distinct blocks

    def foreign(self, customer: Ints) -> npt.NDArray[np.bool_]:
        """Return which pairs are of accounts of different customers."""
        return np.asarray(customer[self.minter] != customer[self.presenter])


def replays(engine: Engine) -> Replays:
    """Return the replays of the exchanges in the table `x`."""
    table = engine.fetch(
        """WITH minted AS (SELECT block, min(a) AS minter FROM (SELECT a, unnest(blocks_out) AS block FROM x)
                          GROUP BY block HAVING min(a) = max(a)),
                presented AS (SELECT DISTINCT a, unnest(blocks_in) AS block FROM x)
           SELECT minter, a AS presenter, count(*) AS blocks FROM presented JOIN minted USING (block)
           GROUP BY minter, a ORDER BY minter, a"""
    )
    return Replays(*(table[name].to_numpy().astype(np.int64) for name in Replays._fields))
