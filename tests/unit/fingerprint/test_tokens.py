import sys
import unicodedata
from itertools import pairwise

import numpy as np
import pytest

from hydrascope.fingerprint.tokens import CHARACTER, DIGIT, IGNORED, SEPARATOR, WORD, decode, fold, kind_of, tokenise


def tokens(text, room=64):
    """Return the tokens of a text, or of bytes."""
    data = np.frombuffer(text if isinstance(text, bytes) else text.encode(), np.uint8)
    out = np.zeros(room, np.uint64)
    return out[: tokenise(data, 0, len(data), out)].tolist()


NUMBER = tokens("7")


def test_english_words_are_told_apart_and_case_is_not():
    """Words are tokens in their order, without case and punctuation."""
    assert tokens("The quick, brown FOX!") == tokens("the") + tokens("QUICK") + tokens("brown") + tokens("fox")
    assert len(set(tokens("the quick brown fox"))) == 4


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("ÄRGER ÖL ÜBEN STRAẞE", "ärger öl üben straße"),
        ("ÇA DÉJÀ CŒUR ŸPRES", "ça déjà cœur ÿpres"),
        ("ΟΔΟΣ ΌΔΌΣ ΆΈΉΊΎΏ", "οδος όδός άέήίύώ"),
        ("МОСКВА ЁЛКА ЇЖАК ЋЕВАП ҚАЗАҚ ӀА", "москва ёлка їжак ћевап қазақ ӏа"),
        ("İSTANBUL IŞIK", "istanbul ışık"),
        ("ISTANBUL", "ıstanbul"),
        ("ƯỚC MƠ ĐẸP", "ước mơ đẹp"),
        ("ȘTIINȚĂ ŻÓŁĆ ƏLİ", "știință żółć əli"),
        ("ԲԱՐԵՎ", "բարեվ"),
        ("ᲥᲐᲠᲗᲣᲚᲘ", "ქართული"),
        ("ＡＢＣ", "ａｂｃ"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_case_is_folded_in_every_script_that_has_it(upper, lower):
    """A word shouted is the same word: German, French, Greek, Cyrillic, Turkish, Vietnamese, Romanian, Armenian, Georgian, full-width."""
    assert tokens(upper) == tokens(lower)
    assert len(tokens(upper)) == len(lower.split())


def test_case_follows_unicode_in_the_scripts_named():
    """In Latin, Greek, Cyrillic and Armenian every letter and its capital are one, as Python folds them."""
    apart = [
        chr(c)
        for c in [*range(0x41, 0x590), *range(0x1E00, 0x1F00)]
        if kind_of(c) == WORD and len(chr(c).lower()) == 1 and fold(c) != fold(ord(chr(c).lower()))
    ]

    assert apart == []


def test_what_folding_leaves_apart():
    """ß is not ss, a Cyrillic а is not a Latin a, and é is not e: each is a word of its own."""
    assert tokens("straße") != tokens("strasse")
    assert tokens("а") != tokens("a")
    assert tokens("café") != tokens("cafe")


@pytest.mark.parametrize("text", ["写一首关于雨的诗", "日本語の文章", "カタカナ", "สวัสดีครับ", "ສະບາຍດີ", "សួស្តី", "မင်္ဂလာပါ", "𠀀𠀁𠀂"])
def test_scripts_without_spaces_give_pairs_of_characters(text):
    """Chinese, Japanese, Thai, Lao, Khmer, Burmese: each neighbouring pair is a token, wherever it stands."""
    spelt = [c for c in text if kind_of(ord(c)) == CHARACTER]

    assert tokens(text) == [one for a, b in pairwise(spelt) for one in tokens(a + b)]
    assert len(tokens(text)) == len(spelt) - 1


def test_a_pair_does_not_reach_over_punctuation():
    """Characters on both sides of a mark, a space or a Latin word are no pair, and one alone is no token."""
    assert tokens("雨。雪") == tokens("雨 雪") == tokens("雨") == []
    assert tokens("用Python写诗") == tokens("python") + tokens("写诗")


def test_the_repeat_mark_is_a_character():
    """々 belongs to the words of Japanese and Chinese."""
    assert len(tokens("様々な")) == 2


@pytest.mark.parametrize("text", ["안녕하세요 세계", "مرحبا بالعالم", "שלום עולם", "नमस्ते दुनिया", "বাংলা ভাষা", "ሰላም ዓለም"])
def test_scripts_with_spaces_give_words(text):
    """Korean, Arabic, Hebrew, Hindi, Bengali, Amharic: what stands between spaces is one token."""
    one, two = text.split()

    assert tokens(text) == tokens(one) + tokens(two)
    assert len(tokens(text)) == 2


@pytest.mark.parametrize("text", ["كيف؟", "أولا،", "दुनिया।", "ሰላም።", "Ողջույն՞", "ｈｉ～", "hi！", "«hi»", "“hi”", "¿hi?"])
def test_punctuation_of_no_script_sticks_to_a_word(text):
    """A word before an Arabic question mark, a danda or a full-width mark is that word."""
    word = "".join(c for c in text if unicodedata.category(c)[0] in "LM")

    assert tokens(text) == tokens(word)


def test_emoji_are_characters():
    """Emoji between words end a word; two of them are a pair."""
    assert tokens("yes🎉no") == tokens("yes") + tokens("no")
    assert len(tokens("🎉🚀")) == 1


@pytest.mark.parametrize(
    "hidden",
    [
        "ig\u200bnore",  # zero-width space
        "ig\u200dnore",  # joiner
        "ig\u00adnore",  # soft hyphen
        "\ufeffignore",  # byte order mark
        "ig\u2060nore",  # word joiner
        "ig\u202enore",  # direction override
        "ig\u2066nore\u2069",  # direction isolate
        "i\u0336g\u0336n\u0336ore",  # struck through
        "ig\u20ddnore",  # enclosing circle
        "ig\ufe0fnore",  # variation selector
        "ig\U000e0061\U000e007fnore",  # invisible tags
        "ig\u3164nore",  # Hangul filler
    ],
)
def test_invisible_characters_do_not_hide_a_word(hidden):
    """A word with zero-width characters, controls of direction or combining marks in it is the same word."""
    assert tokens(hidden) == tokens("ignore")


def test_optional_vowel_marks_do_not_hide_a_word():
    """Arabic and Hebrew with and without points, and stretched, are the same words."""
    assert tokens("مُحَمَّد") == tokens("محـــمد") == tokens("محمد")
    assert tokens("שָׁלוֹם") == tokens("שלום")


def test_vowel_signs_of_indic_scripts_spell():
    """The vowel signs of Hindi make other words of one consonant."""
    assert len({tokens(word)[0] for word in ("की", "का", "के", "क")}) == 4


@pytest.mark.parametrize("digits", ["1", "12", "20261123", "１２", "١٢٣", "۱۲۳", "१२३", "১২৩", "๑๒๓", "𝟏𝟐"])
def test_a_run_of_digits_is_one_token(digits):
    """Numbers are slots: every number in the digits of any script is the same token."""
    assert tokens(f"item {digits} of") == tokens("item") + NUMBER + tokens("of")


def test_signs_between_digits_make_two_numbers():
    """A point or a comma ends a number; a letter does too."""
    assert tokens("3.14") == tokens("1,000") == NUMBER * 2
    assert tokens("gpt4o") == tokens("gpt") + NUMBER + tokens("o")


def test_code_is_words_and_numbers():
    """Brackets, underscores, operators and quotes separate."""
    assert tokens("def f_1(x): return x**2 # ok") == tokens("def f 1 x return x 2 ok")


def test_apostrophes_stay_inside_words():
    """Both apostrophes are dropped inside a word and separate before one."""
    assert tokens("don't") == tokens("don’t") == tokens("dont")
    assert tokens("l'eau") == tokens("leau")
    assert tokens("'quoted' text") == tokens("quoted text")


@pytest.mark.parametrize("last", ["é", "日", "🎉"])
def test_a_cut_character_is_no_letter(last):
    """A slice that ends within a character gives the same words as one that ends before it, and so does one that begins within."""
    whole = f"one two {last}".encode()
    size = len(last.encode())

    assert all(tokens(whole[:-cut]) == tokens("one two") for cut in range(1, size))
    assert all(tokens(last.encode()[cut:] + b" one two") == tokens("one two") for cut in range(1, size))


def test_decoding_stays_within_the_slice():
    """The last byte of a slice is never read past, whatever it promises."""
    data = np.frombuffer("日本".encode(), np.uint8)

    assert decode(data, 0, 6) == (ord("日"), 3)
    assert decode(data, 3, 5) == (0xFFFD, 4)


def test_every_character_is_decoded():
    """Every code point that UTF-8 can write is read back."""
    wrong = [
        c
        for c in (*range(0x3000), *range(0x3000, sys.maxunicode, 97))
        if not 0xD800 <= c <= 0xDFFF and decode(np.frombuffer(chr(c).encode(), np.uint8), 0, len(chr(c).encode()))[0] != c
    ]

    assert wrong == []


@pytest.mark.parametrize("text", ["one two three", "1 2 3 a", "雨の日に傘", "a1b2c3", "one日本"])
@pytest.mark.parametrize("room", [0, 1, 2, 3])
def test_a_full_buffer_ends_the_text(text, room):
    """What does not fit is left out; what fits is the beginning."""
    assert tokens(text, room) == tokens(text)[:room]


def test_nothing_gives_nothing():
    """An empty text, spaces and signs have no tokens."""
    assert tokens("") == tokens(" \t\r\n") == tokens("?! --- ***") == []


def test_a_slice_is_read_by_itself():
    """Bytes outside of start and end do not matter."""
    data, out = np.frombuffer(b"xxone twoyy", np.uint8), np.zeros(8, np.uint64)

    assert out[: tokenise(data, 2, 9, out)].tolist() == tokens("one two")


@pytest.mark.parametrize(
    ("c", "kind"), [("a", WORD), (" ", SEPARATOR), ("٣", DIGIT), ("語", CHARACTER), ("\u200b", IGNORED), ("\ufffd", SEPARATOR)]
)
def test_kinds(c, kind):
    """One example of each kind of character."""
    assert kind_of(ord(c)) == kind


def test_hashes_are_fixed():
    """Tokens of other days and machines compare: these hashes never change."""
    assert [f"{token:016x}" for token in tokens("Hello 42 日本")] == ["16fe05a1c75bcd0f", "e220a8397b1dcdaf", "24ca8fcd6c68f32b"]
