"""What a client shows of itself: user agent, TLS fingerprint and the order of its headers."""

from hashlib import sha256
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.seeds import pick


class Stack(NamedTuple):
    """A program that sends requests, at one version."""

    user_agent: str
    ja4: str
    headers: tuple[str, ...]


_COMMON = ("host", "content-type", "authorization", "user-agent", "accept", "accept-encoding", "connection", "content-length")
_SDK = ("x-sdk-lang", "x-sdk-version", "x-sdk-os", "x-sdk-runtime", "x-retry-count", "x-read-timeout")
_BROWSER = ("sec-ch-ua", "sec-ch-ua-mobile", "sec-fetch-site", "sec-fetch-mode", "origin", "referer", "accept-language", "cookie")

FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "browser-a": ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/{major}.0 Safari/537.36", _COMMON + _BROWSER),
    "browser-b": ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/{major}.2 Safari/605.1.15", _BROWSER + _COMMON),
    "browser-c": ("Mozilla/5.0 (X11; Linux x86_64; rv:{major}.0) Gecko/20100101 Firefox/{major}.0", _COMMON + _BROWSER[::-1]),
    "sdk-python": ("AsyncOpenAI/Python 2.{minor}.{patch}", _COMMON + _SDK),
    "sdk-python-sync": ("OpenAI/Python 2.{minor}.{patch}", _COMMON + _SDK),
    "sdk-node": ("openai/js 5.{minor}.{patch}", _SDK + _COMMON),
    "sdk-other": ("Anthropic/Python 0.{major}.{patch}", (*_COMMON, *_SDK[::-1])),
    "httpx": ("python-httpx/0.{minor}.{patch}", _COMMON),
    "requests": ("python-requests/2.{minor}.{patch}", _COMMON[::-1]),
    "aiohttp": ("Python/3.12 aiohttp/3.{minor}.{patch}", _COMMON[2:] + _COMMON[:2]),
    "go": ("Go-http-client/2.0", (*_COMMON[:4], "accept-encoding", "content-length")),
    "java": ("okhttp/4.{minor}.{patch}", _COMMON[4:] + _COMMON[:4]),
    "tool": ("tandem-cli/0.{minor}.{patch}", (*_COMMON, "x-tandem-session", "x-tandem-mode")),
    "gateway": ("gateway/1.{minor}.{patch}", (*_COMMON[:5], "x-request-id", "traceparent", *_COMMON[5:])),
    "router": ("switchyard/0.{minor}.{patch}", (*_COMMON, "x-switchyard-route", "x-switchyard-attempt")),
}
BROWSERS = ("browser-a", "browser-a", "browser-a", "browser-b", "browser-c")
LIBRARIES = (
    "sdk-python",
    "sdk-python",
    "sdk-python-sync",
    "sdk-node",
    "sdk-node",
    "sdk-other",
    "httpx",
    "requests",
    "aiohttp",
    "go",
    "java",
)


def stack(rng: Random, families: tuple[str, ...]) -> Stack:
    """
    Return a program of one of the families; recent versions are the usual ones, so strangers often share one.

    >>> stack(Random(1), ("go",)).user_agent
    'Go-http-client/2.0'
    """
    family = pick(rng, families)
    pattern, headers = FAMILIES[family]
    back = min(9, int(rng.expovariate(0.5)))
    user_agent = pattern.format(major=145 - back, minor=20 - back, patch=rng.randrange(4))
    return Stack(user_agent, _ja4(family, back // 4), headers)


def _ja4(family: str, generation: int) -> str:
    """Return an invented fingerprint of the TLS library behind the family: the same for all who use it."""
    digest = sha256(f"{family}/{generation}".encode()).hexdigest()
    return f"t13d{15 + int(digest[0], 16) % 5}{10 + int(digest[1], 16) % 8}h{1 + int(digest[2], 16) % 2}_{digest[3:15]}_{digest[15:27]}"
