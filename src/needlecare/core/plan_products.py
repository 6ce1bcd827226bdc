"""A person's own products in their plan: leave out X until day N, then it may be used again."""

from dataclasses import replace

from needlecare.core.assessment import Plan, PlanDay, PlanItem, ProductView
from needlecare.knowledge.model import Knowledge


def with_products(plan: Plan, products: tuple[ProductView, ...], knowledge: Knowledge) -> Plan:
    """The plan with an entry for each product that its label says to leave out; without such, the same plan."""
    items = [
        _item(product, number, knowledge)
        for number, product in enumerate(products, 1)
        if product.verdict in ("wait", "avoid")
    ]
    if not items:
        return plan
    days = tuple(_with(day, items) for day in plan.days)
    today = replace(plan.today, avoid=(*plan.today.avoid, *items))
    return replace(plan, today=today, days=days, items={**plan.items, **{item.id: item for item in items}})


def _with(day: PlanDay, items: list[PlanItem]) -> PlanDay:
    out = tuple(item.id for item in items if item.resume_text is None or day.day < item.from_day)
    again = tuple(item.id for item in items if item.resume_text is not None and day.day >= item.from_day)
    return replace(day, avoid=(*day.avoid, *out), may_resume=(*day.may_resume, *again))


def _item(product: ProductView, number: int, knowledge: Knowledge) -> PlanItem:
    said = knowledge.words
    name = product.name or said["product_nameless"].format(number=number)
    until = product.until_day
    return PlanItem(
        id=f"product_{number}",
        topic=name,
        text=said["product_out"].format(name=name, day=until)
        if until is not None
        else said["product_avoid"].format(name=name),
        resume_text=None if until is None else said["product_again"].format(name=name),
        why=product.text,
        from_day=until or 0,
        until_day=None,
        earliest=None,
        latest=None,
        disagreement=None,
        from_clinic=False,
        sources=product.sources,
        earliest_sources=(),
        latest_sources=(),
        grade="estimate",
    )
