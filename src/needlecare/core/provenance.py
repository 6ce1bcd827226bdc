"""Where an answer comes from: which knowledge, who reviewed it, and every cited source resolved."""

from needlecare.core.assessment import CauseView, Course, Disposition, KnowledgeUsed, Plan, ProductView
from needlecare.knowledge.model import Knowledge, Source


def knowledge_used(knowledge: Knowledge) -> KnowledgeUsed:
    """Version, hash and review state of the knowledge, and whose protocol overlays it."""
    return KnowledgeUsed(knowledge.version, knowledge.hash, knowledge.review, knowledge.clinic)


def sources_used(
    knowledge: Knowledge,
    urgency: Disposition,
    course: Course,
    causes: tuple[CauseView, ...],
    plan: Plan,
    products: tuple[ProductView, ...],
) -> dict[str, Source]:
    """Every source that the answer cites, by id, in order of the ids."""
    cited = set(course.phase_sources)
    for rule in urgency.because:
        cited.update(rule.sources)
    for sign in course.signs:
        cited.update(sign.sources)
    for cause in causes:
        statements = (*cause.evidence_for, *cause.evidence_against, *cause.what_to_do)
        for statement in (cause.mechanism, cause.stop_waiting, *statements):
            cited.update(statement.sources)
        for contribution in cause.contributions:
            cited.update(contribution.sources)
    for item in plan.items.values():
        cited.update(item.sources, item.earliest_sources, item.latest_sources)
    for product in products:
        cited.update(product.sources)
    return {key: knowledge.sources[key] for key in sorted(cited)}
