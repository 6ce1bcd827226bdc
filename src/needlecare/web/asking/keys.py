"""What may stand among answers: the keys of facts, of products, and of earlier check-ins."""

from needlecare.core.placing import GROUPS, SINGLE
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import SIGNS
from needlecare.web.asking.products import DAYS, is_product

EARLIER = "earlier"  # check-ins before the one that the answers speak of, each as JSON
MANY = ("areas", "distribution", "applied", "allergies", EARLIER)  # answered with a list


def is_answer(key: str, knowledge: Knowledge) -> bool:
    """Whether this is the key of a fact, of a product, or of earlier check-ins."""
    group, _, name = key.partition(".")
    if not name:
        return key in SINGLE or key == EARLIER
    if group in ("sign", "onset"):
        return name in SIGNS
    return key in knowledge.facts if group in GROUPS else is_product(key)


def is_list(key: str) -> bool:
    """Whether a fact is answered with a list."""
    return key in MANY or key.endswith(f".{DAYS}")
