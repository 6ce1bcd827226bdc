"""One run on one machine: its plan, its parts, its workers."""
