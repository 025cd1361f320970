"""Do all accounts run one client stack that is rare elsewhere?"""

import numpy as np

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.components import counted
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene
from hydrascope.detect.traffic import Ints


def concentration(group: Group, scene: Scene, name: str, code: Ints) -> tuple[int, int, int, int] | None:
    """Return how many members have their commonest value of a trait and how many a known one, and the same of those who are a null for them."""
    mine = code[group.members]
    values, n = counted(mine[mine >= 0])
    if not len(values):
        return None
    top = int(np.argmax(n))
    elsewhere, crowd = scene.tallied(group, name, code, values[top : top + 1])
    return (int(n[top]), int(n.sum()), int(elsewhere[0]), crowd) if crowd else None


def client_uniformity(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts run their commonest client stack.

    A stack is user agent, TLS fingerprint and header order together, as far
    as they are logged. The null is its share among independent accounts.
    Misleads for users of one popular tool: they share its stack honestly.
    """
    found = concentration(group, scene, "stacks", scene.traits.stack)
    if found is None:
        return None
    hits, of, elsewhere, crowd = found
    bits = rate_bits(hits, of, (elsewhere + 1) / (crowd + 2))
    return Evidence(bits, f"{hits} of {of} accounts run one client stack; {elsewhere} of {crowd} independent accounts run it.")
