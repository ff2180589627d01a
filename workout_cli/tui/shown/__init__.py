"""What screens show of schemas, as text with styles: pure, and tested as such."""
