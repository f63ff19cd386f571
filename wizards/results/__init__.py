"""What follows from the answers, worked out while they are given."""
