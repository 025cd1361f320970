"""What is this campaign: purpose, templates, timeline, phases, pivots, regrowth, identity from scan to scan."""

from hydrascope.campaigns.conclude import conclude
from hydrascope.campaigns.model import Campaign, ScanResult

__all__ = ["Campaign", "ScanResult", "conclude"]
