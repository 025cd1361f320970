"""What is kept of an exchange: hashes, counts and scores, never its words."""

import pyarrow as pa

from hydrascope.schema.describe import column
from hydrascope.schema.exchanges import TIMESTAMP

INTENTS = (
    "none",
    "cot_elicitation",
    "trace_reconstruction",
    "reward_modelling",
    "policy_rewriting",
    "data_generation",
    "trajectory_collection",
)
CAPABILITIES = (
    "other",
    "reasoning",
    "coding",
    "agentic",
    "tool_use",
    "vision",
    "computer_use",
    "data_analysis",
    "writing",
    "knowledge",
)

FINGERPRINTS = pa.schema(
    [
        column("exchange_id", pa.string(), "the operator's id of the exchange", required=True),
        column("ts", TIMESTAMP, "when the request arrived, UTC", required=True),
        column("account_id", pa.string(), "billing or login identity", required=True),
        column("org_id", pa.string(), "declared organisation"),
        column("pathway", pa.string(), "access pathway"),
        column("model", pa.string(), "the model that was asked for", required=True),
        column("status", pa.int32(), "HTTP status"),
        column("key", pa.uint64(), "hash of the ids of exchange and account: samples without looking at rows", required=True),
        column("sketch", pa.list_(pa.uint64()), "conserved word shingles whose hash falls under the threshold", required=True),
        column("system_hash", pa.uint64(), "exact hash of the system text; 0 for none", required=True),
        column("prompt_hash", pa.uint64(), "exact hash of the last user message; 0 for none", required=True),
        column("opening_hash", pa.uint64(), "exact hash of the first user message; 0 for none", required=True),
        column("content_hash", pa.uint64(), "exact hash of all messages and the system text", required=True),
        column("structure_hash", pa.uint64(), "roles, parts, tools and response format; not their text", required=True),
        column("tools_hash", pa.uint64(), "exact hash of the tool declarations; 0 for none", required=True),
        column("config_hash", pa.uint64(), "hash of the request parameters; 0 for none", required=True),
        column("headers_key", pa.uint64(), "hash of the header order; 0 for unknown", required=True),
        column("client", pa.string(), "client stack: user agent family and version, as sent"),
        column("ja4", pa.string(), "TLS client fingerprint"),
        column("ip", pa.string(), "client address"),
        column("subnet", pa.string(), "the address cut to /24 or /48"),
        column("asn", pa.int64(), "autonomous system number"),
        column("user_turns", pa.int32(), "messages by the user", required=True),
        column("tool_turns", pa.int32(), "messages by tools", required=True),
        column("system_chars", pa.int32(), "bytes of system text", required=True),
        column("prompt_chars", pa.int32(), "bytes of the last user message", required=True),
        column("input_chars", pa.int32(), "bytes of all messages", required=True),
        column("answer_chars", pa.int32(), "bytes of the answer", required=True),
        column("output_tokens", pa.int32(), "tokens of the answer; estimated from its bytes when not logged", required=True),
        column("answer_value", pa.float32(), "what a student learns from the answer, in bare answers", required=True),
        column("samples", pa.int32(), "answers asked for in one request", required=True),
        column("intent", pa.int8(), "index into INTENTS", required=True),
        column("intent_p", pa.float32(), "probability of that intent", required=True),
        column("capability", pa.int8(), "index into CAPABILITIES", required=True),
        column("semantic", pa.uint64(), "64 sign bits of the meaning of the last user message", required=True),
        column("blocks_in", pa.list_(pa.string()), "reasoning blocks handed back"),
        column("blocks_out", pa.list_(pa.string()), "reasoning blocks minted"),
        column("end_user", pa.uint64(), "hash of the customer's own user; 0 when not passed on", required=True),
        column("is_batch", pa.bool_(), "sent through a batch endpoint"),
        column("source", pa.string(), "the file it was read from"),
        column("line", pa.int64(), "1-based line or row in that file"),
    ]
)
