"""What stands beside a page: help, the review of the step, the sources."""
