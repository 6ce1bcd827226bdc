"""The products that were told of, each with its verdict."""

from dataclasses import dataclass

from needlecare.export.verdict_words import verdict_words
from needlecare.web.answers.said import Cited, Citing
from needlecare.web.answers.stored import Plain, part, rows, text, texts, whole


@dataclass(frozen=True)
class ProductShown:
    """A product: the verdict (fine, wait, avoid or unknown) and in words, the ingredients that decide, how much of the
    label was understood, and whether a name had to be repaired."""

    name: str
    verdict: str
    verdict_words: str
    text: str
    deciding: tuple[str, ...]
    read: str
    probably: bool
    sources: tuple[Cited, ...]


def products_of(answer: Plain, cite: Citing) -> tuple[ProductShown, ...]:
    """The products in the order in which they were told; a verdict that is not known is "we cannot tell"."""
    return tuple(
        ProductShown(
            name=text(row, "name") or f"Product {at}",
            verdict=text(row, "verdict") if text(row, "verdict") in ("fine", "wait", "avoid") else "unknown",
            verdict_words=verdict_words(text(row, "verdict"), whole(row, "until_day")),
            text=text(row, "text"),
            deciding=texts(row, "deciding"),
            read=_read(part(row, "read")),
            probably=text(row, "sure") == "probably" and bool(row.get("deciding")),
            sources=cite(texts(row, "sources")),
        )
        for at, row in enumerate(rows(answer, "products"), 1)
    )


def _read(row: Plain) -> str:
    tokens, recognised = whole(row, "tokens"), whole(row, "recognised")
    if not tokens or recognised is None:
        return ""
    return f"{recognised} of {tokens} name{'s' if tokens != 1 else ''} understood."
