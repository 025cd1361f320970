"""A class or course: one school's mail domain, one campus, one assignment."""

import numpy as np

from hydrascope.detect.explanations.model import Reading, fit, middle_rhythm
from hydrascope.detect.scene import Group, Scene


def school_class(group: Group, scene: Scene) -> Reading | None:
    """Return how far the accounts look like one school's: one mail domain that others do not use, or an education programme, and human hours."""
    email = scene.traits.email[group.members]
    known = email[email >= 0]
    if not len(known):
        return None
    values, n = np.unique(known, return_counts=True)
    top = int(values[np.argmax(n)])
    outside = scene.traits.email[scene.others(group)]
    exclusive = float((outside == top).mean()) < 0.02 if len(outside) else True
    domain = float(n.max()) / group.size if exclusive else 0.0
    rhythm = middle_rhythm(group)
    human = 1.0 if np.isnan(rhythm) else fit(rhythm, 0.1, 0.3)
    how = fit(domain, 0.5, 0.9) * human
    if domain < 0.5:
        return None
    name = scene.names["email_domain"][top]
    return Reading(
        how,
        f"{int(n.max())} of {group.size} accounts use the mail domain {name}, which hardly anybody else uses; their middle daily rhythm is {rhythm:.2f}.",
    )
