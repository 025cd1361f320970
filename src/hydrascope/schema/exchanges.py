"""The traffic: one request to a model and its response, as every reader yields it."""

import pyarrow as pa

from hydrascope.schema.describe import column

TIMESTAMP = pa.timestamp("us", tz="UTC")

MESSAGE = pa.struct(
    [
        column("role", pa.string(), "system, developer, user, assistant or tool"),
        column("text", pa.large_string(), "the text parts, joined by a line feed; tool calls and results as JSON"),
        column("media", pa.string(), "the kinds of the parts that are not text, joined by commas: image, tool_use, ..."),
    ]
)

EXCHANGES = pa.schema(
    [
        column("exchange_id", pa.string(), "the operator's id of the exchange", required=True),
        column("ts", TIMESTAMP, "when the request arrived, UTC", required=True),
        column("account_id", pa.string(), "billing or login identity", required=True),
        column("org_id", pa.string(), "declared organisation"),
        column("pathway", pa.string(), "how the account reaches the model: api, web, reseller, cloud:bedrock, ..."),
        column("model", pa.string(), "the model that was asked for", required=True),
        column("system", pa.large_string(), "system prompt given outside the messages"),
        column("messages", pa.list_(MESSAGE), "the messages in order", required=True),
        column("tools", pa.large_string(), "the declared tools, as JSON"),
        column("tool_names", pa.list_(pa.string()), "the names of the declared tools, in order"),
        column("config", pa.string(), "request parameters other than content, tools and end user, as JSON with sorted keys"),
        column("max_tokens", pa.int64(), "tokens"),
        column("temperature", pa.float64(), "as sent"),
        column("top_p", pa.float64(), "as sent"),
        column("n", pa.int64(), "answers asked for in one request"),
        column("logprobs", pa.bool_(), "log probabilities asked for"),
        column("stream", pa.bool_(), "streaming asked for"),
        column("response_format", pa.large_string(), "the response format, as JSON"),
        column("thinking", pa.string(), "the thinking or reasoning settings, as JSON"),
        column("blocks_in", pa.list_(pa.string()), "reasoning blocks that the request hands back: ids or hashes"),
        column("blocks_out", pa.list_(pa.string()), "reasoning blocks minted in the response: ids or hashes"),
        column("status", pa.int32(), "HTTP status; 200 when absent"),
        column("answer", pa.large_string(), "the text of the response"),
        column("reasoning", pa.large_string(), "visible reasoning of the response"),
        column("tool_calls", pa.int32(), "tool calls in the response"),
        column("finish_reason", pa.string(), "as logged"),
        column("input_tokens", pa.int64(), "tokens"),
        column("output_tokens", pa.int64(), "tokens"),
        column("reasoning_tokens", pa.int64(), "tokens"),
        column("ip", pa.string(), "client address"),
        column("asn", pa.int64(), "autonomous system number of the address"),
        column("country", pa.string(), "of the address; never evidence by itself"),
        column("user_agent", pa.string(), "as sent"),
        column("ja4", pa.string(), "TLS client fingerprint, computed by the operator"),
        column("headers_hash", pa.string(), "the operator's hash of the headers"),
        column("headers", pa.list_(pa.string()), "header names in the order they arrived"),
        column("latency_ms", pa.float64(), "milliseconds"),
        column("session_id", pa.string(), "session or trace"),
        column("end_user", pa.string(), "the customer's own user, when passed on"),
        column("is_batch", pa.bool_(), "sent through a batch endpoint"),
        column("source", pa.string(), "the file it was read from"),
        column("line", pa.int64(), "1-based line or row in that file"),
    ]
)
