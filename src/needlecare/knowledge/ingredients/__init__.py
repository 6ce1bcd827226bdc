"""What we know of cosmetic ingredients: names, plants, concern classes, and words that steer the reading of labels."""
