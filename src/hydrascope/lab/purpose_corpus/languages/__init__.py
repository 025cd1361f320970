"""
Prompts in languages other than English, one module a language.

A module has `HARVEST` (by intent), `HONEST`, and material in its language:
`SENTENCES`, `QUESTIONS`, `SENSITIVE`. `WIDER`, `NEAR` and `FURTHER` add
harvesting prompts by language, `NEAR_HONEST` and `FURTHER_HONEST` the honest
requests nearest to them. Every language has both kinds, so the language
itself says nothing.
"""

from hydrascope.lab.purpose_corpus.languages import (
    arabic,
    chinese,
    french,
    further,
    further_asian,
    german,
    japanese,
    korean,
    neighbours,
    portuguese,
    russian,
    spanish,
    wider,
)

LANGUAGES = {
    "ar": arabic,
    "de": german,
    "es": spanish,
    "fr": french,
    "ja": japanese,
    "ko": korean,
    "pt": portuguese,
    "ru": russian,
    "zh": chinese,
}

WIDER = wider.HARVEST
NEAR = neighbours.HARVEST
NEAR_HONEST = neighbours.HONEST
FURTHER = further.HARVEST | further_asian.HARVEST
FURTHER_HONEST = further.HONEST | further_asian.HONEST

__all__ = ["FURTHER", "FURTHER_HONEST", "LANGUAGES", "NEAR", "NEAR_HONEST", "WIDER"]
