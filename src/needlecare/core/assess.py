"""The order of the steps: facts, urgency, then course, causes and plan. Pure: time and knowledge are arguments."""

from datetime import date

from needlecare.core.assessment import Assessment, Notice
from needlecare.core.case import Case
from needlecare.core.causes import causes_of
from needlecare.core.course import beyond, course_of
from needlecare.core.facts import situation
from needlecare.core.headline import headline
from needlecare.core.plan import held_back, plan_of
from needlecare.core.plan_products import with_products
from needlecare.core.products import products_of
from needlecare.core.provenance import knowledge_used, sources_used
from needlecare.core.questions import questions
from needlecare.core.rule_ways import standing
from needlecare.core.safety_net import safety_net
from needlecare.core.triage import disposition, judge, open_rules
from needlecare.knowledge.model import Knowledge


def assess(case: Case, knowledge: Knowledge, today: date) -> Assessment:
    """The assessment of one case on one day.

    `today` is the date of the assessment; it counts only where the case holds dates. The same arguments give the same
    assessment. Raises CaseError for dates in the future or before the procedure. Source: docs/guide/assessment.md.
    """
    seen = situation(case, knowledge, today)
    seen.facts.update(beyond(knowledge, seen.facts))
    level, judged = judge(seen.facts, knowledge)
    stand = standing(seen.facts, knowledge)
    left_open = open_rules(level, judged, stand, seen.facts, knowledge)
    course = course_of(seen, knowledge)
    urgency = disposition(level, headline(level, course, knowledge), judged, left_open, seen.facts, knowledge)
    causes = causes_of(seen.facts, knowledge)
    products = products_of(case, knowledge, seen.today, held_back(seen.facts, level, causes, knowledge))
    plan = with_products(plan_of(seen, level, causes, knowledge), products, knowledge)
    return Assessment(
        disposition=urgency,
        notices=tuple(Notice(kind, text) for kind, text in seen.notices),
        course=course,
        causes=causes,
        plan=plan,
        products=products,
        questions=questions(left_open, stand, knowledge),
        safety_net=safety_net(level, judged, stand, seen.facts, knowledge),
        knowledge=knowledge_used(knowledge),
        sources=sources_used(knowledge, urgency, course, causes, plan, products),
    )
