"""Which knowledge made an answer, who has reviewed it, and whose protocol was laid over it."""

from dataclasses import dataclass

from needlecare.web.answers.stored import Plain, part, text


@dataclass(frozen=True)
class Review:
    """Version and hash of the knowledge, its review in words, and the clinic and version of the protocol."""

    version: str
    hash: str
    state: str
    protocol: str


def review_of(answer: Plain) -> Review:
    """The review as it was when the answer was given."""
    known = part(answer, "knowledge")
    clinic = part(known, "clinic")
    version = text(clinic, "protocol_version")
    protocol = text(clinic, "name") + (f", version {version}" if version else "")
    state = text(known, "review") or "its review was not recorded"
    return Review(text(known, "version"), text(known, "hash"), state, protocol)
