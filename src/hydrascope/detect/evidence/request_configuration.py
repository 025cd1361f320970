"""Do all accounts send the same request parameters in the same shape, and others not?"""

from hydrascope.detect.bits import rate_bits
from hydrascope.detect.evidence.client_uniformity import concentration
from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.scene import Group, Scene


def request_configuration(group: Group, scene: Scene) -> Evidence | None:
    """
    Return how unusual it is that so many accounts send their commonest request configuration.

    The parameters and their values, the tools and the response format. The
    null is the share of independent accounts whose commonest it is. Misleads
    for users of one tool, which sets them.
    """
    found = concentration(group, scene, "configurations", scene.traits.config)
    if found is None:
        return None
    hits, of, elsewhere, crowd = found
    bits = rate_bits(hits, of, (elsewhere + 1) / (crowd + 2))
    return Evidence(bits, f"{hits} of {of} accounts send mostly one request configuration; {elsewhere} of {crowd} independent accounts do.")
