"""Hand-read labels, and how near the label reader comes to them."""
