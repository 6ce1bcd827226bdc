"""What Needlecare does, rule by rule; printed as documentation."""
