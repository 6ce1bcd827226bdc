"""The pages of a patient's own record, by what they show."""
