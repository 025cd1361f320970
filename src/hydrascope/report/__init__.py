"""
How a person or a program reads a scan: JSON, Parquet, one HTML file, and a summary in the terminal.

`write` puts the five files into a directory, all or none; `summary` prints
what they say.
"""

from hydrascope.report.files import FILES, write
from hydrascope.report.page import page
from hydrascope.report.record import campaigns_json
from hydrascope.report.terminal import summary

__all__ = ["FILES", "campaigns_json", "page", "summary", "write"]
