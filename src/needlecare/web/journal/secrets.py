"""Secrets that open a record: how they are made, how a typed code is read, and which hash of them is kept.

Tokens and the secrets of devices are too long to guess, so a plain SHA-256 of them is enough. A code is short, so its
hash is keyed with the app's secret: who has the database alone cannot try all codes.
"""

import hashlib
import ipaddress
import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
_LOOKS_LIKE = str.maketrans("SBZU", "582V")
_LENGTH = 8


def new_secret() -> str:
    """256 bits, in letters that an address and a cookie can hold."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code for typing, as it is shown: `4F7K-9QXA`; 38 bits."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def typed_code(text: str) -> str | None:
    """The letters of a code that somebody typed in any case with any spaces and dashes; None where it cannot be one."""
    letters = "".join(char for char in text[:100].upper() if char.isalnum()).translate(_LOOKS_LIKE)
    return letters if len(letters) == _LENGTH and set(letters) <= set(ALPHABET) else None


def hash_of(secret: str) -> str:
    """What is kept of a long secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of_code(letters: str) -> str:
    """What is kept of a short code."""
    return salted_hmac("needlecare.invitation.code", letters.replace("-", ""), algorithm="sha256").hexdigest()


def hash_of_address(address: str) -> str:
    """What is kept of the address that a code was typed from; of IPv6 the network of one household counts."""
    try:
        known = ipaddress.ip_address(address)
        mapped = getattr(known, "ipv4_mapped", None)
        if mapped is None and known.version == 6:
            known = ipaddress.ip_network((int(known), 64), strict=False).network_address
        address = str(mapped or known)
    except ValueError:
        pass
    return salted_hmac("needlecare.address", address, algorithm="sha256").hexdigest()
