"""
The tables that cross a package boundary, with their columns and units.

Each name is a `pyarrow.Schema`. Every field carries its unit or meaning in
its metadata, so `describe(EXCHANGES)` prints a page of documentation.

>>> EXCHANGES.field("ts").type
TimestampType(timestamp[us, tz=UTC])
"""

from hydrascope.schema.describe import describe
from hydrascope.schema.exchanges import EXCHANGES, MESSAGE
from hydrascope.schema.fingerprints import CAPABILITIES, FINGERPRINTS, INTENTS
from hydrascope.schema.registers import ACCOUNTS, REJECTED, RELEASES
from hydrascope.schema.results import ACCOUNT_VERDICTS, ATTRIBUTED
from hydrascope.schema.stored import ACCOUNT_NAMES, HASHED, NAMES, STORED, STORED_ACCOUNTS

__all__ = [
    "ACCOUNTS",
    "ACCOUNT_NAMES",
    "ACCOUNT_VERDICTS",
    "ATTRIBUTED",
    "CAPABILITIES",
    "EXCHANGES",
    "FINGERPRINTS",
    "HASHED",
    "INTENTS",
    "MESSAGE",
    "NAMES",
    "REJECTED",
    "RELEASES",
    "STORED",
    "STORED_ACCOUNTS",
    "describe",
]
