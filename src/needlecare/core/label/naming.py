"""One token of a label → the ingredients it names: whole names first, then what print does to them, spelling last."""

import re

from needlecare.core.label import brackets, printed, respelling, run_together
from needlecare.core.label.at_once import AtOnce
from needlecare.core.label.found import Found, apart, stretches, trimmed
from needlecare.core.label.names import Names
from needlecare.core.label.spelling import SHORTEST_NAMES, SHORTEST_WORDS, Spelling
from needlecare.knowledge.ingredients.folding import key, words
from needlecare.knowledge.ingredients.model import LABEL_WORDS, NEVER_HIDDEN, Ingredients

MOST_KEPT = 65_536  # tokens; a catalogue of any length fits in bounded memory
_SECONDARY = re.compile(r"\.\s+|\.(?=[A-Z])|:\s*|\s+-+\s*|\s-+|\*+\s*|\n|\s{2,}|\s*•\s*|!\s*|;\s*|\s>\s|\?\s+|,\s*")
_CODE = re.compile(
    r"(?:[a-z]\.?){0,5}\s*(?:#\s*)?[a-z]{0,3}\d{3,}\w{0,4}(?:[/. -]{1,2}\w{1,4}(?!\w)){0,3}"
    r"|\d{1,4}(?:\s?ml|\s?g|\s?oz)?|v\d+|\W*",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"\W*")  # a code without a digit is none
_FREE = re.compile(r"(?:[^\W\d_]+[ -]){1,4}free", re.IGNORECASE)  # a claim: "fragrance-free"
_COLON = re.compile(r"\s*:\s*[A-Z]")
_PROSE_WORDS = 9
_LONGEST = 2_000  # characters; more between two separators is no name


class Namer:
    """Resolves tokens against a table; the same token always gives the same answer."""

    def __init__(self, table: Ingredients) -> None:
        self.table = table
        self.names = Names(table)
        self.descriptors = printed.folded_phrases(table.words.descriptors)
        self.descriptor_ends = printed.ends_of(self.descriptors)
        self.label_words = {row.inci for row in table.rows if LABEL_WORDS in row.sources}
        self.translations = {words(word) for word in table.families.translations}
        self.organic = {key(word) for word in (*table.words.organic_words, *table.words.descriptors)}
        self._spelling: Spelling | None = None
        self._words: Spelling | None = None
        self._known: dict[str, tuple[Found, ...]] = {}
        self._at_once = AtOnce(self)

    def token(self, text: str) -> tuple[Found, ...]:
        """The ingredients of one token, with places in it; () where it holds no name at all (a code, a mark)."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[text] = apart(self._token(text), text)
        return found

    def _token(self, text: str) -> tuple[Found, ...]:
        start, end = trimmed(text)
        if start >= end:
            return ()
        if end - start > _LONGEST:
            return (self._unread(text, start, end),)
        if (one := self._at_once.repaired(text[start:end])) is not None:
            return (one.moved(start) if start else one,)
        settled = self.settled(text, start, end)
        if settled or self.names_nothing(text[start:end]):
            return settled
        return self._repaired(text, start, end) or (self._unread(text, start, end),)

    def names_nothing(self, said: str) -> bool:
        """Whether a piece is a code, a word of how something was grown, or a claim of what is not in the product."""
        if (_CODE if _DIGIT.search(said) else _SIGNS).fullmatch(said):
            return True
        return (said[-4:].lower() == "free" and _FREE.fullmatch(said) is not None) or printed.organic(self, said)

    def settled(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """Everything short of repairing letters; () where text[start:end] does not come out whole."""
        whole = self.names.whole(text, start, end)
        if whole is not None:
            return (whole,)
        return (
            printed.with_strength(self, text, start, end)
            or self.bracketed(text, start, end)
            or printed.slashed(self, text, start, end)
            or printed.described(self, text, start, end)
            or printed.joined(self, text, start, end)
        )

    def bracketed(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """The names of a token with brackets."""
        return brackets.bracketed(self, text, start, end)

    def _repaired(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        return (
            printed.without_codes(self, text, start, end)
            or self.respelt(text, start, end)
            or self._unlisted(text, start, end)
            or printed.slashed(self, text, start, end, partly=True)
            or self._some_parted(text, start, end)
            or run_together.cut(self, text, start, end)
        )

    def respelt(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """What a misspelt name means; () where nothing is near enough."""
        return respelling.respelt(self, text, start, end)

    def _unlisted(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        found = self.names.whole(text, start, end, unlisted=True)
        return (found,) if found else ()

    def _some_parted(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """Pieces between full stops, colons, dashes or stars, as far as they are known; the rest is unread or prose."""
        parts = stretches(text, start, end, _SECONDARY)
        if len(parts) < 2:
            return ()
        found: list[Found] = []
        known = False
        for first, last in parts:
            inner = text[first:last]
            several = self.settled(inner, 0, len(inner)) or self.respelt(inner, 0, len(inner))
            if several and text[:first].rstrip().endswith("*") and several[0].inci in self.label_words:
                continue  # a footnote: "* Essential Oil"
            if several:
                known = True
                found += [
                    each.moved(first)._replace(how="spelling" if each.how == "spelling" else "split")
                    for each in several
                ]
            elif not self._says_nothing(text, first, last):
                found.append(self._unread(text, first, last))
        return tuple(found) if known else ()

    def _says_nothing(self, text: str, start: int, end: int) -> bool:
        """Whether a piece is no name: a code, prose, a word on how things were grown, a product's name with a colon."""
        said = text[start:end]
        if self.names_nothing(said) or len(said.split()) >= _PROSE_WORDS:
            return True
        return bool(_COLON.match(text, end))

    def _unread(self, text: str, start: int, end: int) -> Found:
        last = words(text[start:end])[-1:]
        harmless = bool(last) and last[0] in self.table.families.harmless_heads
        return Found(start, end, None, None, None, 0.0, (), hides=not harmless)

    @property
    def spelling(self) -> Spelling:
        """The index of the spellings of all names, built when first needed."""
        if self._spelling is None:
            rows, exact = self.table.rows, self.table.exact
            watched = [
                name
                for name, row in exact.items()
                if any(mention.concern not in NEVER_HIDDEN for mention in rows[row].concerns)
            ]
            names = {**self.table.synonyms, **exact}
            self._spelling = Spelling(names, SHORTEST_NAMES, self.table.families.look_alikes, exact, watched)
        return self._spelling

    @property
    def word_spelling(self) -> Spelling:
        """The index of the words of all names, built when first needed."""
        if self._words is None:
            self._words = Spelling({word: at for at, word in enumerate(self.table.vocabulary)}, SHORTEST_WORDS)
        return self._words
