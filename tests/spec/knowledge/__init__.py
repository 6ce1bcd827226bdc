"""The knowledge files, and what may be laid over them."""
