"""Texts folded so that they can be compared: `plain` keeps every place, `key` keeps letters and digits only."""

import html
import re
import unicodedata
from functools import lru_cache

_LIKE = {
    ",": "，、､﹐،‚", ";": "；؛", ":": "：", "(": "（﹙", ")": "）﹚", "[": "［【〔", "]": "］】〕", "/": "／∕⁄",
    "-": "‐‑‒–—―−－﹣", "'": "‘’ʼ`´", '"': "“”„«»", "|": "¦｜", ".": "．。", "%": "％﹪", "*": "＊∗†‡§¹²³", "+": "＋",
    "•": "·●▪◦■►✓‣∙・･", "&": "＆", "\n": "\r\u2028\u2029\x0b\x0c",
    " ": "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000\u200b\u2060\ufeff\u00ad™®©℠",
}  # fmt: skip
_SAME_LENGTH = str.maketrans({char: to for to, chars in _LIKE.items() for char in chars} | {"\t": " ", "\\": "/"})
_TAG = re.compile(r"<(?:[/!]?[A-Za-z][^<>]{0,200}|ILN\d+)>")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});")
_LINE_TAG = re.compile(r"</?(?:br|p|li|div|tr|ul|ol)\b", re.IGNORECASE)
_ODD = re.compile(r"[^a-z0-9]+")
_SPELT = (
    ("sulph", "sulf"),
    ("hydrolys", "hydrolyz"),
    ("aluminium", "aluminum"),
    ("colour", "color"),
    ("fibre", "fiber"),
    ("oestr", "estr"),
)


def plain(text: str) -> str:
    """The text with look-alike signs made one, tags and codes blanked; as long as the text, so that places agree."""
    folded = text.translate(_SAME_LENGTH)
    if "<" in folded:
        folded = _TAG.sub(_blank_tag, folded)
    if "&" in folded:
        folded = _ENTITY.sub(_padded_entity, folded)
    return folded


def _blank_tag(match: re.Match[str]) -> str:
    first = "\n" if _LINE_TAG.match(match[0]) else " "
    return first + " " * (len(match[0]) - 1)


def _padded_entity(match: re.Match[str]) -> str:
    said = html.unescape(match[0]).translate(_SAME_LENGTH)
    return said.ljust(len(match[0])) if len(said) <= len(match[0]) and said != match[0] else " " * len(match[0])


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Lower case, without accents, letters and digits only; British spellings as American: by this, names are equal."""
    folded = name.lower()
    if not folded.isascii():
        folded = _ascii_letters(folded)
        kept = "".join(char for char in folded if char.isalnum())
    else:
        kept = _ODD.sub("", folded)
    for british, american in _SPELT:
        if british in kept:
            kept = kept.replace(british, american)
    return kept


def _ascii_letters(folded: str) -> str:
    """Accents taken off Latin, Greek and Cyrillic letters; other scripts in their composed form."""
    folded = (
        folded.replace("ß", "ss")
        .replace("ø", "o")
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replace("ł", "l")
        .replace("ı", "i")
    )
    parts = []
    for char in unicodedata.normalize("NFKC", folded).lower():
        apart = unicodedata.normalize("NFD", char)
        parts.append(apart[0] if ord(apart[0]) < 0x500 else char)
    return "".join(parts)


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: runs of letters and digits."""
    folded = text.lower()
    if not folded.isascii():
        folded = _ascii_letters(folded)
    for british, american in _SPELT:
        if british in folded:
            folded = folded.replace(british, american)
    return tuple(_WORD.findall(folded))


_WORD = re.compile(r"[^\W_]+")
