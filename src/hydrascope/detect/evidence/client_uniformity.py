"""Do all accounts run one client stack that is rare elsewhere?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints


def concentration(code: Ints, members: Ints, crowd: Ints) -> tuple[int, int, int, int, int] | None:
    """
    Return the commonest value of the members, its count and theirs, and the same of the crowd.

    >>> concentration(np.array([3, 3, 5, 5]), np.array([0, 1]), np.array([2, 3]))
    (3, 2, 2, 0, 2)
    """
    mine, theirs = code[members], code[crowd]
    mine, theirs = mine[mine >= 0], theirs[theirs >= 0]
    if not len(mine) or not len(theirs):
        return None
    values, n = np.unique(mine, return_counts=True)
    top = int(values[np.argmax(n)])
    return top, int(n.max()), len(mine), int((theirs == top).sum()), len(theirs)


def client_uniformity(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts run their commonest client stack.

    A stack is user agent, TLS fingerprint and header order together, as far
    as they are logged. The null is its share among independent accounts.
    Misleads for users of one popular tool: they share its stack honestly.
    """
    found = concentration(scene.traits.stack, group.members, np.flatnonzero(scene.others(group)))
    if found is None:
        return None
    _, hits, of, elsewhere, crowd = found
    bits = rate_bits(hits, of, (elsewhere + 1) / (crowd + 2))
    return Evidence(bits, f"{hits} of {of} accounts run one client stack; {elsewhere} of {crowd} independent accounts run it.")
