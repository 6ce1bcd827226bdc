"""The commands; each loads only what it needs."""

import argparse

from needlecare.cli import exits


def assess(options: argparse.Namespace) -> int:
    """`needlecare assess`."""
    from needlecare.cli.assessing import assess_input

    return assess_input(options)


def plan(options: argparse.Namespace) -> int:
    """`needlecare plan`."""
    from needlecare.cli.assessing import plan_input

    return plan_input(options)


def ask(options: argparse.Namespace) -> int:
    """`needlecare ask`."""
    from needlecare.cli.interview import interview

    return interview(options)


def label(options: argparse.Namespace) -> int:
    """`needlecare label`."""
    from needlecare.cli.labelling import label_input

    return label_input(options)


def screen(options: argparse.Namespace) -> int:
    """`needlecare screen`."""
    from needlecare.cli.screening import screen_catalogue

    return screen_catalogue(options)


def explain(options: argparse.Namespace) -> int:
    """`needlecare explain`."""
    from needlecare.cli.knowing import explain_id

    return explain_id(options)


def knowledge(options: argparse.Namespace) -> int:
    """`needlecare knowledge`, with any of its parts."""
    from needlecare.cli.knowing import knowledge_part

    return knowledge_part(options)


def schema(options: argparse.Namespace) -> int:
    """`needlecare schema`."""
    import json

    from needlecare.export.json import schemas

    found = schemas()
    print(json.dumps(found[options.which] if options.which else found, indent=2, ensure_ascii=False))
    return exits.OK


def web(options: argparse.Namespace) -> int:
    """`needlecare serve`, `clinic`, `demo` and `manage`."""
    from needlecare.cli.serving import to_the_web_app

    return to_the_web_app(options)
