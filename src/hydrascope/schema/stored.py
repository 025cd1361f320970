"""What a store keeps: fingerprints and accounts with identifiers under a keyed hash, and beside them, row by row, the names behind the hashes."""

import pyarrow as pa

from hydrascope.schema.describe import column
from hydrascope.schema.exchanges import TIMESTAMP
from hydrascope.schema.fingerprints import FINGERPRINTS
from hydrascope.schema.registers import ACCOUNTS

# The columns of a stored table that stand for identifiers, by the identifier's own column.
HASHED = {
    "account_id": "account",
    "org_id": "org",
    "ip": "address",
    "subnet": "network",
    "payment_fingerprint": "payment",
    "email_domain": "domain",
    "user_ref": "registrant",
}
_MEANS = {
    "account": "keyed hash of the account's id",
    "org": "keyed hash of the declared organisation",
    "address": "keyed hash of the client address",
    "network": "keyed hash of the address cut to /24 or /48",
    "payment": "keyed hash of the payment instrument",
    "domain": "keyed hash of the mail domain",
    "registrant": "keyed hash of the registration details that accounts may share",
}
# What names an exchange or says where it was read: with the identifiers, the part of their own that may be taken away.
_PLACES = ("exchange_id", "source", "line")


def _stored(field: pa.Field) -> pa.Field:
    if field.name not in HASHED:
        return field
    name = HASHED[field.name]
    return column(name, pa.uint64(), _MEANS[name], required=not field.nullable)


def _names(schema: pa.Schema) -> pa.Schema:
    """Return the fields of a table that name somebody or something; any may be missing once they were taken away."""
    return pa.schema([field.with_nullable(True) for field in schema if field.name in HASHED or field.name in _PLACES])


_REST = [_stored(field) for field in FINGERPRINTS if field.name not in {*_PLACES, "key", "ts", "account_id", "end_user"}]

STORED = pa.schema(
    [
        column("account", pa.uint64(), _MEANS["account"], required=True),
        column("ts", TIMESTAMP, "when the request arrived, UTC", required=True),
        column("exchange", pa.uint64(), "`key` of the fingerprint, enciphered: the exchange's identity", required=True),
        *_REST,
        column("end_user", pa.uint64(), "hash of the customer's own user, enciphered; 0 when not passed on", required=True),
    ]
)
NAMES = _names(FINGERPRINTS)
STORED_ACCOUNTS = pa.schema([_stored(field) for field in ACCOUNTS])
ACCOUNT_NAMES = _names(ACCOUNTS)
