"""What a scan concludes about accounts and exchanges, as tables."""

import pyarrow as pa

from hydrascope.schema.describe import column

CODED = pa.dictionary(pa.int32(), pa.string())  # texts that recur in millions of rows

ACCOUNT_VERDICTS = pa.schema(
    [
        column("account_id", pa.string(), "billing or login identity", required=True),
        column("score", pa.float64(), "0 to 1", required=True),
        column("verdict", pa.string(), "confirmed, suspected, watch or clear", required=True),
        column("campaign_id", pa.string(), "null when clear"),
        column("reasons", pa.list_(pa.string()), "sentences with figures", required=True),
        column("coordination", pa.float64(), "bits that it is one operator with others", required=True),
        column("harvest", pa.float64(), "bits that it collects training data", required=True),
        column("exchanges", pa.int64(), "exchanges of the account", required=True),
    ]
)

ATTRIBUTED = pa.schema(
    [
        column("exchange_id", pa.string(), "the operator's id of the exchange", required=True),
        column("account_id", CODED, "billing or login identity", required=True),
        column("campaign_id", CODED, "campaign it belongs to", required=True),
        column("template_id", CODED, "template it fills; null when it has none"),
        column("intent", CODED, "one of INTENTS", required=True),
        column("capability", CODED, "one of CAPABILITIES", required=True),
    ]
)
