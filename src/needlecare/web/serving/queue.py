"""The queue beside the server: it sends the reminders."""

from needlecare.web.serving.family import take_children_along


def run() -> None:
    """Work until told to end."""
    from django_q.cluster import Cluster

    take_children_along()
    cluster = Cluster()
    cluster.start()
    if cluster.sentinel is not None:
        cluster.sentinel.join()
