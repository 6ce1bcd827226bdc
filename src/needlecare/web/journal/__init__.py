"""A record: the patient, their treatment, check-ins with the answers given, products, messages."""
