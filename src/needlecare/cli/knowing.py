"""`explain` and `knowledge`: what is known, for a patient and for the clinician who reviews it."""

import argparse
from collections.abc import Iterator

from needlecare.cli import exits
from needlecare.cli.overlays import knowledge_for
from needlecare.cli.printing import complain, show, width
from needlecare.export.explain import explain, known_ids
from needlecare.export.lines import Line, paragraph
from needlecare.export.manual import manual, section, section_ids
from needlecare.knowledge.load import check_shipped
from needlecare.knowledge.model import Knowledge


def explain_id(options: argparse.Namespace) -> int:
    """`needlecare explain ID`."""
    knowledge = knowledge_for(options)
    text = explain(knowledge, options.id)
    if text is None:
        return _no_such(options.id, known_ids(knowledge))
    show(_wrapped(text))
    return exits.OK


def knowledge_part(options: argparse.Namespace) -> int:
    """`needlecare knowledge check | show | sources | manual`."""
    if options.part == "check" and options.protocol is None and options.translation is None:
        print(_counted(check_shipped()))
        return exits.OK
    knowledge = knowledge_for(options)
    if options.part == "check":
        print(_counted(knowledge))
    elif options.part == "manual":
        print(manual(knowledge), end="")
    elif options.part == "sources":
        for key, source in knowledge.sources.items():
            show(
                paragraph(
                    f"{source.cite} ({source.kind}, {source.grade}, read: {source.read}). {source.link}",
                    width(),
                    bullet=f"[{key}] ",
                )
            )
    else:
        text = section(knowledge, options.id)
        if text is None:
            return _no_such(options.id, section_ids(knowledge))
        print(text, end="" if text.endswith("\n") else "\n")
    return exits.OK


def _counted(knowledge: Knowledge) -> str:
    kinds = ("sources", "signs", "course", "rules", "findings", "causes", "care", "substances")
    counts = ", ".join(f"{len(getattr(knowledge, kind))} {kind}" for kind in kinds)
    return f"Knowledge {knowledge.version} ({knowledge.hash}) has no faults: {counts}. It is {knowledge.review}."


def _wrapped(text: str) -> Iterator[Line]:
    for line in text.split("\n"):
        body = line.lstrip()
        if not body:
            yield Line("")
            continue
        indent = " " * (len(line) - len(body))
        bullet = "• " if body.startswith("• ") else ""
        yield from paragraph(body.removeprefix("• "), width(), indent=indent, bullet=bullet)


def _no_such(asked: str, ids: list[str]) -> int:
    from difflib import get_close_matches

    by_lower = {key.lower(): key for key in ids}
    near = [by_lower[key] for key in get_close_matches(asked.lower().replace(" ", "_")[:100], by_lower, n=3)]
    asked = asked if len(asked) <= 60 else asked[:60] + " …"
    hint = f" Did you mean {' or '.join(near)}?" if near else " `needlecare knowledge manual` lists everything."
    complain(f"there is nothing called {asked!r}.{hint}")
    return exits.NO_SUCH_ID
