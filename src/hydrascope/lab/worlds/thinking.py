"""Reasoning blocks of honest clients: minted with every answer while thinking is on, and handed back with the turns that follow."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hydrascope.lab.worlds.seeds import token

HANDED = 3  # blocks that a client sends along
BUDGET = 4096


def block(rng: Random) -> str:
    """
    Return a fresh reasoning block.

    >>> block(Random(1)).startswith("rb_")
    True
    """
    return f"rb_{token(rng, 16)}"


def thinks(request: dict[str, Any], blocks: Sequence[str]) -> dict[str, Any]:
    """
    Return the request with thinking on and the last few blocks handed back.

    >>> thinks({}, ["rb_1"])["reasoning_blocks"]
    ['rb_1']
    """
    more = {"reasoning_blocks": list(blocks[-HANDED:])} if blocks else {}
    return {**request, "thinking": {"type": "enabled", "budget_tokens": BUDGET}, **more}
