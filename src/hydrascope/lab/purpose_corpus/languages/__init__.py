"""
Prompts in languages other than English, one module a language.

Each has `HARVEST` (by intent), `HONEST`, and material in the language:
`SENTENCES`, `QUESTIONS`, `SENSITIVE`. Every language has both kinds, so the
language itself says nothing.
"""

from hydrascope.lab.purpose_corpus.languages import arabic, chinese, french, german, japanese, korean, portuguese, russian, spanish

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

__all__ = ["LANGUAGES"]
