"""Which accounts act as one, and are they harvesting?"""

from hydrascope.detect.choice import members_of
from hydrascope.detect.find import Detection, detect, relays_of

__all__ = ["Detection", "detect", "members_of", "relays_of"]
