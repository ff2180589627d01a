"""What the program costs, beside what it could cost: `python -m tests.bench`."""
