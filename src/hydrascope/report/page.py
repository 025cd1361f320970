"""The page for people."""

from html import escape

import pyarrow as pa

from hydrascope.campaigns.model import ScanResult


def page(result: ScanResult, rejected: pa.Table) -> str:
    """Return `report.html`."""
    return "<!doctype html><title>hydrascope</title>" + "".join(f"<p>{escape(one.campaign_id)}" for one in result.campaigns)
