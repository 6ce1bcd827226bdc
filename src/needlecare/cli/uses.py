"""The use that the options and a row ask for; a case or a protocol loads the knowledge, the plain options do not."""

import argparse
from dataclasses import replace
from typing import Any

from needlecare.core.label.use import Kind, Person, Use


class Uses:
    """Uses for one run: what the options say, over what the case and the clinic's protocol say."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._case: Any = None
        self._knowledge: Any = None
        self._held: tuple[str, ...] = ()
        self._made: dict[tuple[int, float | None, Kind | None], Use] = {}
        self.during: bool = options.during
        self.day: int | None = 0 if options.during else options.day
        if options.case or options.protocol:
            self._load(options)

    def _load(self, options: argparse.Namespace) -> None:
        from needlecare.cli.assessing import today_for
        from needlecare.cli.overlays import knowledge_for
        from needlecare.cli.reading import Input
        from needlecare.core.case import Case
        from needlecare.core.dates import days_of
        from needlecare.core.held import held_classes

        self._knowledge = knowledge_for(options)
        self._case = Case.read(Input(options.case, None).data() if options.case else {})
        if options.case:
            today = today_for(options)
            self._held = held_classes(self._case, self._knowledge, today)
            if self.day is None:
                self.day = days_of(self._case, today).today

    def of(self, day: int, depth_mm: float | None = None, kind: Kind | None = None) -> Use:
        """The use on a day; a depth or kind of None is that of the options, or else of the case."""
        wanted = (day, depth_mm, kind)
        found = self._made.get(wanted)
        if found is None:
            if len(self._made) > 10_000:
                self._made.clear()
            found = self._made[wanted] = self._use(*wanted)
        return found

    def _use(self, day: int, depth_mm: float | None, kind: Kind | None) -> Use:
        options = self._options
        kind = kind or ("rinse_off" if options.rinse_off else "leave_on")
        use = Use(day, kind=kind)
        if self._case is not None:
            from needlecare.core.label.people import use_of

            use = use_of(self._case, self._knowledge, day=day, kind=kind)
        person: Person = replace(use.person, allergies=(*use.person.allergies, *options.allergy))
        depth_mm = depth_mm or options.depth or use.depth_mm
        return replace(use, depth_mm=depth_mm, during=self.during, person=person, held=self._held)
