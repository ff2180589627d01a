"""A year of training that nobody did, so that statistics and charts have something to show."""
