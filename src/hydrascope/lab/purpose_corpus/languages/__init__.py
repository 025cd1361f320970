"""
Prompts in languages other than English, one module a language; `WIDER` has further harvesting prompts of all.

Each has `HARVEST` (by intent), `HONEST`, and material in the language:
`SENTENCES`, `QUESTIONS`, `SENSITIVE`. Every language has both kinds, so the
language itself says nothing.
"""

from hydrascope.lab.purpose_corpus.languages import arabic, chinese, french, german, japanese, korean, portuguese, russian, spanish, wider

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

__all__ = ["LANGUAGES", "WIDER"]
