"""
How a person or a program reads a scan: JSON, Parquet, one HTML file, and a summary in the terminal.

`write` puts the five files into a directory, all or none; `write_rejects` the
list of unreadable lines alone; `summary` prints what they say.
"""

from hydrascope.report.files import FILES, write, write_rejects
from hydrascope.report.page import page
from hydrascope.report.record import campaigns_json
from hydrascope.report.terminal import summary

__all__ = ["FILES", "campaigns_json", "page", "summary", "write", "write_rejects"]
