"""What a scenario means for the things on the ground: from a result to numbers, and to a page about it."""
