"""Ingredient labels: how much of the real ones is recognised, how right that is, and how fast one label is judged."""

from bench import label_figures, label_speed
from bench.real_labels import absent


def report() -> str:
    """Every table about single labels; one line where the real labels are not beside the project."""
    missing = absent()
    if missing:
        return f"Labels: {missing}"
    return "\n".join(
        (
            label_figures.recognition(),
            label_figures.ways(),
            label_figures.names(),
            label_figures.classes(),
            label_speed.warm(),
            label_speed.cold(),
        )
    )
