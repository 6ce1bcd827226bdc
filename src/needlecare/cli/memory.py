"""The garbage collector, which a short command does without and a batch needs."""

import gc


def collect_for_a_batch() -> None:
    """Collect what a batch makes from now on; what is loaded stays and is not looked through."""
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()
