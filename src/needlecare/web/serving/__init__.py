"""The web app as processes: what is made ready, what is refused, the server and the queue beside it."""
