"""The arithmetic of training: pure functions of what was done, which know neither a database nor a face."""
