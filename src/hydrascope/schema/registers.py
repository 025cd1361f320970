"""What is known beside the traffic: accounts, releases, and the lines that could not be read."""

import pyarrow as pa

from hydrascope.schema.describe import column
from hydrascope.schema.exchanges import TIMESTAMP

ACCOUNTS = pa.schema(
    [
        column("account_id", pa.string(), "billing or login identity", required=True),
        column("created_at", TIMESTAMP, "registration, UTC"),
        column("org_id", pa.string(), "declared organisation"),
        column("payment_fingerprint", pa.string(), "processor's stable id of the payment instrument"),
        column("email_domain", pa.string(), "part after the @"),
        column("country", pa.string(), "declared; never evidence by itself"),
        column("program", pa.string(), "standard, education, research, startup, ..."),
        column("banned_at", TIMESTAMP, "when the account was banned, UTC"),
        column("plan", pa.string(), "subscription tier"),
        column("user_ref", pa.string(), "pseudonym of registration details that accounts may share"),
    ]
)

RELEASES = pa.schema(
    [
        column("model", pa.string(), "model name", required=True),
        column("released_at", TIMESTAMP, "when it became available, UTC", required=True),
    ]
)

REJECTED = pa.schema(
    [
        column("source", pa.string(), "the file", required=True),
        column("line", pa.int64(), "1-based line or row; 0 for the file as a whole", required=True),
        column("reason", pa.string(), "expected WHAT but got NAME=VALUE", required=True),
    ]
)
