"""Memory of a process that is here for one screen alone."""

import pyarrow as pa


def give_back_what_is_free() -> None:
    """Let Arrow use the system's memory: the pool that it takes by itself keeps about a tenth more than it needs."""
    pa.set_memory_pool(pa.system_memory_pool())
