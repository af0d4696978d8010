"""What a scenario means for the things on the ground: from a result to numbers."""
