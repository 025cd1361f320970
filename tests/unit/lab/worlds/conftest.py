"""What tests of wordings share."""

import re
from random import Random

import pytest

from hydrascope.lab.worlds.grammar import spin


@pytest.fixture(scope="session")
def runs():
    """Return a function that gives the runs of so many words in some recipes' own text, each recipe worded so many times."""

    def found(known, length: int, times: int):
        rng, seen = Random(1), set()
        for one in known:
            for _ in range(times):
                for part in re.split(r"<\w+>", spin(" ".join((*one.frame, one.system)), rng)):
                    words = re.findall(r"\w+", part.lower())
                    seen |= {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
        return seen

    return found
