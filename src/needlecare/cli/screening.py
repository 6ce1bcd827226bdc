"""`screen`: a whole catalogue judged for one use, with a bar while it runs and a summary at the end."""

import argparse
import json
import sys
from pathlib import Path

from needlecare.catalogue.faults import CatalogueError, NotWrittenError, RefusedError
from needlecare.catalogue.memory import give_back_what_is_free
from needlecare.catalogue.running.folder import folder_of
from needlecare.catalogue.screening import Follow, screen
from needlecare.catalogue.summary import Summary
from needlecare.cli import exits
from needlecare.cli.memory import collect_for_a_batch
from needlecare.cli.printing import complain, printable, show, width
from needlecare.cli.screen_bar import bar
from needlecare.cli.summing_up import summary_text
from needlecare.core.label.use import Clinic


def screen_catalogue(options: argparse.Namespace) -> int:
    """`needlecare screen`: the catalogue with verdict columns, and what came out of it."""
    if options.catalogue == "-":
        options.refuse("a catalogue is read more than once, so it must be a file")
    collect_for_a_batch()
    give_back_what_is_free()
    try:
        with bar("products") as follow:
            summary = _screened(options, follow)
    except CatalogueError as error:
        return _said(error, exits.BAD_CASE)
    except RefusedError as error:
        return _said(error, exits.USAGE)
    except NotWrittenError as error:
        return _said(error, exits.NOT_WRITTEN)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        complain(
            printable(f"stopped; what is done is kept in {folder_of(Path(options.out))}, the same command goes on")
        )
        return exits.INTERRUPTED
    if options.json:
        print(json.dumps(summary.to_json(), ensure_ascii=False))
    else:
        show(summary_text(summary, options.day, width()))
    return exits.OK


def _screened(options: argparse.Namespace, follow: Follow | None) -> Summary:
    return screen(
        options.catalogue,
        options.out,
        day=options.day,
        depth_mm=options.depth,
        kind="rinse_off" if options.rinse_off else "leave_on",
        column=options.column,
        workers=options.workers,
        clinic=_clinic(options),
        restart=options.restart,
        force=options.force,
        follow=follow,
    )


def _clinic(options: argparse.Namespace) -> Clinic | None:
    """What the clinic's protocol says of products, where one is named; only then is the whole knowledge loaded."""
    if options.protocol is None:
        return None
    from needlecare.cli.overlays import knowledge_for
    from needlecare.core.label.people import clinic_of

    return clinic_of(knowledge_for(options))


def _said(error: Exception, code: int) -> int:
    complain(printable(str(error)))
    return code
