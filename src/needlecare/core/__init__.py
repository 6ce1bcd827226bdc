"""What follows: pure functions from a case, the knowledge and a day to an assessment."""
